"""Every hostile text in every field that data have, on both pages: all is text, nothing runs."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from graphkit.model import Dataset, Node
from graphkit.network import Network
from graphkit.views import View, build_view
from tests.browser import RENDERERS, fact, listening, opened, organisation, write_as
from tests.hostile_names import ADDRESSES, HOSTILE_NAMES

pytestmark = pytest.mark.browser

COUNT = len(HOSTILE_NAMES)


def corpus() -> Dataset:
    """The nth organisation, declaration, place and source say the nth text wherever they can."""
    nodes, facts = [], []
    for nth, text in enumerate(HOSTILE_NAMES):
        nodes += [
            replace(
                organisation(
                    f"o{nth}",
                    name=text,
                    aliases=[text, f"alias {text}"],
                    website=[text],
                    description=text,
                    sector=text,
                ),
                kind=f"K{nth}",
            ),
            Node("Kind", f"K{nth}", {"name": text, "colour": text, "shape": text}),
            Node("Declaration", f"d{nth}", {"id": f"d{nth}", "name": text}),
            Node("Place", f"p{nth}", {"id": f"p{nth}", "name": text}),
            Node("Source", f"s{nth}", {"id": f"s{nth}", "title": text, "url": text}),
        ]
        stated = {"role": text, "note": text, "sourceIds": [f"s{nth}"], "locators": [text]}
        other = (nth + 1) % COUNT
        facts += [
            fact("SIGNED", f"o{nth}", "Declaration", f"d{nth}", **stated),
            fact("SIGNED", f"o{other}", "Declaration", f"d{nth}", representedById=f"o{nth}"),
            fact("COLLABORATES_WITH", f"o{nth}", "Organisation", f"o{other}", kind=text),
            fact("LOCATED_IN", f"o{nth}", "Place", f"p{nth}"),
        ]
    return Dataset.of(HOSTILE_NAMES[0], nodes, facts)


@pytest.fixture(scope="module")
def view() -> View:
    return build_view(Network.of(corpus()), title=HOSTILE_NAMES[1])


@pytest.fixture(scope="module", params=RENDERERS)
def page(request, view, tmp_path_factory) -> Path:
    return write_as(request.param, view, tmp_path_factory.mktemp("view") / "page.html")


def squeezed(text: str) -> str:
    """As a browser shows it: no blanks, and half a surrogate pair as a question mark."""
    return "".join(text.encode("utf-8", errors="replace").decode("utf-8").split())


def test_the_corpus_has_sixty_texts_and_more():
    assert COUNT >= 60


def test_every_text_is_shown_as_text_in_the_panel(browser, page):
    with opened(browser, page) as tab:
        for nth, text in enumerate(HOSTILE_NAMES):
            tab.evaluate("id => { location.hash = `org=${id}`; }", f"o{nth}")
            tab.wait_for_function("id => graphkitView.selected === id", arg=f"o{nth}")
            assert tab.locator("#details h2").evaluate("each => each.textContent.trim()") in (
                text.encode("utf-8", errors="replace").decode("utf-8").strip(),
            )
            said = squeezed(tab.locator("#details").evaluate("each => each.textContent"))
            # Name, two aliases, website, description, place, declaration, role, note, source, and
            # kind and sector.
            assert said.count(squeezed(text)) >= 11
            for href in tab.locator("#details a").evaluate_all("all => all.map(a => a.href)"):
                assert href.startswith(("http://", "https://"))
        assert tab.locator("#details script, #details img, #details iframe").count() == 0


def test_no_address_that_runs_is_a_link(browser, page):
    # By hand: those of the web are links, whatever else they hold; all others are text.
    web = {each for each in ADDRESSES if each.startswith(("http://", "https://"))}
    assert 0 < len(web) < len(ADDRESSES)
    with opened(browser, page) as tab:
        for text in ADDRESSES:
            name = f"o{HOSTILE_NAMES.index(text)}"
            tab.evaluate("id => { location.hash = `org=${id}`; }", name)
            tab.wait_for_function("id => graphkitView.selected === id", arg=name)
            assert (tab.locator("#details a").count() > 0) is (text in web), text


def test_search_legend_and_table_hold_them_too(browser, page):
    with opened(browser, page) as tab:
        tab.locator("#search").fill("alias")
        assert tab.locator("#results li").count() > 5
        tab.keyboard.press("Escape")
        tab.evaluate("document.querySelector('#table').open = true")
        tab.wait_for_selector("#table tbody tr")
        rows = tab.locator("#table tbody tr").all_text_contents()
        assert len(rows) == COUNT
        said = squeezed("".join(rows))
        assert all(squeezed(text) in said for text in HOSTILE_NAMES)
        assert tab.title().split() == HOSTILE_NAMES[1].split()


@pytest.mark.parametrize("kind", ["svg", "csv", "png"])
def test_what_the_page_saves_holds_them_as_text(browser, page, kind, tmp_path):
    with opened(browser, page) as tab:
        with tab.expect_download() as waiting:
            tab.locator(f"#{kind}").evaluate("button => button.click()")
        saved = tmp_path / f"saved.{kind}"
        waiting.value.save_as(saved)
    if kind == "png":
        assert saved.read_bytes().startswith(b"\x89PNG")
    elif kind == "csv":
        text = saved.read_bytes().decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline="")))
        assert len(rows) == COUNT + 1
        # A spreadsheet would run what begins so; an apostrophe makes it text.
        assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "@", "\t", "\r")]
    else:
        root = ElementTree.fromstring(saved.read_bytes())
        names = {each.tag.rpartition("}")[2] for each in root.iter()}
        assert "text" in names
        assert not names & {"script", "foreignObject", "image", "a", "iframe", "use", "animate"}
        attributes = {name.rpartition("}")[2] for each in root.iter() for name in each.attrib}
        assert not [name for name in attributes if name.startswith("on") or name == "href"]
        with browser.tab() as tab, listening(tab) as heard:
            tab.goto(saved.as_uri())
            assert tab.evaluate("window.__pwned") is None
        assert heard.asked == [saved.as_uri()]
