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


CHOSEN_IN_TURN = """async (ids) => {
  const seen = [];
  for (const id of ids) {
    location.hash = `org=${id}`;
    while (graphkitView.selected !== id) await new Promise((done) => setTimeout(done));
    const panel = document.getElementById("details");
    seen.push({
      name: panel.querySelector("h2").textContent.trim(),
      text: panel.textContent,
      links: [...panel.querySelectorAll("a")].map((link) => link.href),
      loaded: panel.querySelectorAll("script, img, iframe").length,
    });
  }
  return seen;
}"""
"""What the panel says of each organisation of a list."""


def test_every_text_is_shown_as_text_in_the_panel(browser, page):
    with opened(browser, page) as tab:
        seen = tab.evaluate(CHOSEN_IN_TURN, [f"o{nth}" for nth in range(COUNT)])
    for text, panel in zip(HOSTILE_NAMES, seen, strict=True):
        assert panel["name"] == text.encode("utf-8", errors="replace").decode("utf-8").strip()
        # Name, two aliases, website, description, place, declaration, role, note, source, and
        # kind and sector.
        assert squeezed(panel["text"]).count(squeezed(text)) >= 11
        assert all(href.startswith(("http://", "https://")) for href in panel["links"])
        assert panel["loaded"] == 0
    # By hand: addresses of the web are links, whatever else they hold; all others are text.
    web = {each for each in ADDRESSES if each.startswith(("http://", "https://"))}
    assert 0 < len(web) < len(ADDRESSES)
    for text, panel in zip(HOSTILE_NAMES, seen, strict=True):
        assert text not in ADDRESSES or bool(panel["links"]) is (text in web), text


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


def test_what_the_page_saves_holds_them_as_text(browser, page, tmp_path):
    saved = {}
    with opened(browser, page) as tab:
        for kind in ("svg", "csv", "png"):
            with tab.expect_download() as waiting:
                tab.locator(f"#{kind}").evaluate("button => button.click()")
            saved[kind] = tmp_path / f"saved.{kind}"
            waiting.value.save_as(saved[kind])
    assert saved["png"].read_bytes().startswith(b"\x89PNG")
    text = saved["csv"].read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert len(rows) == COUNT + 1
    # A spreadsheet would run what begins so; an apostrophe makes it text.
    assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "@", "\t", "\r")]
    root = ElementTree.fromstring(saved["svg"].read_bytes())
    names = {each.tag.rpartition("}")[2] for each in root.iter()}
    assert "text" in names
    assert not names & {"script", "foreignObject", "image", "a", "iframe", "use", "animate"}
    attributes = {name.rpartition("}")[2] for each in root.iter() for name in each.attrib}
    assert not [name for name in attributes if name.startswith("on") or name == "href"]
    with browser.tab() as tab, listening(tab) as heard:
        tab.goto(saved["svg"].as_uri())
        assert tab.evaluate("window.__pwned") is None
    assert heard.asked == [saved["svg"].as_uri()]
