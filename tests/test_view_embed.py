"""The page inside another page: in a sandboxed frame by its snippet, and in a notebook."""

from __future__ import annotations

import io
import json
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PIL import Image

from graphkit.model import Dataset
from graphkit.network import Network
from graphkit.views import build_view, frame_snippet, render_page, write_page
from graphkit.views.marks import MARKS
from tests.browser import AT_REST, HOSTILE, hostile, listening, organisation, partners, write_as
from tests.hostile_names import HOSTILE_NAMES

PARTNERS = build_view(Network.of(partners()), title="Sieć: żółć")
# The page around has styles that would spoil the view, and marks that the view's would spoil.
HOST = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Host</title>
<style>body { font: 21px serif; background: rgb(1, 2, 3); } h1, p { color: rgb(9, 8, 7); }
table, canvas, section { display: none !important; } #legend { position: fixed; }</style></head>
<body><h1 id="search">A report</h1><p id="picture">Text</p><div id="cell"></div>
%s</body></html>
"""


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data


@pytest.mark.parametrize("title", HOSTILE_NAMES)
def test_the_snippet_is_one_frame_whatever_the_title(title):
    view = build_view(Network.of(Dataset.of("test", [], [])), title=title)
    parsed = Tags(frame_snippet(view, Path("some folder") / 'sieć & "x".html'))
    [(tag, attributes)] = parsed.tags
    assert tag == "iframe"
    assert parsed.text == ""
    assert set(attributes) == {
        "src", "loading", "title", "sandbox", "referrerpolicy", "width", "height", "style",
    }  # fmt: skip
    assert attributes["src"] == "sie%C4%87%20%26%20%22x%22.html"
    assert {"allow-same-origin", "allow-top-navigation"}.isdisjoint(attributes["sandbox"].split())


def test_a_file_name_is_no_address():
    assert 'src="javascript%3Aalert%281%29.html"' in frame_snippet(
        PARTNERS, "javascript:alert(1).html"
    )


def test_the_embedded_page_is_the_page_without_header():
    whole, embedded = render_page(PARTNERS), render_page(PARTNERS, embedded=True)
    assert render_page(PARTNERS, embedded=True) == embedded
    tags = [tag for tag, _ in Tags(embedded).tags]
    assert "header" in [tag for tag, _ in Tags(whole).tags]
    assert "header" not in tags
    assert tags.count("h1") == 1


@contextmanager
def hosted(browser, host: Path, *pages: Path, put: str | None = None, width: int = 1200):
    """A page with a frame in it, without network: the tab, and the frame once it is ready.

    put: HTML that is put into the page as notebooks do it. Fails when anything is asked for but the
    pages named, or when either reports an error.
    """
    with browser.tab(width=width, height=1000) as tab, listening(tab) as heard:
        tab.goto(host.as_uri())
        if put is not None:
            tab.evaluate("html => document.getElementById('cell').innerHTML = html", put)
        tab.locator("iframe").scroll_into_view_if_needed()
        tab.wait_for_function("() => document.querySelector('iframe') !== null")
        frame = tab.locator("iframe").element_handle().content_frame()
        frame.wait_for_function("() => window.graphkitView !== undefined")
        yield tab, frame
        for each in (tab, frame):
            assert each.evaluate("window.__pwned") is None
        assert [url for url in heard.asked if url != "about:srcdoc"] == [
            each.as_uri() for each in (host, *pages)
        ]


@pytest.fixture(scope="module")
def report(tmp_path_factory) -> tuple[Path, Path]:
    """A report that shows the embedded page by its snippet, and that page."""
    folder = tmp_path_factory.mktemp("report")
    page = folder / "sieć partnerów.html"
    write_page(PARTNERS, page, embedded=True)
    (folder / "report.html").write_text(HOST % frame_snippet(PARTNERS, page), encoding="utf-8")
    return folder / "report.html", page


def click(tab, frame, name: str) -> None:
    place = frame.evaluate("name => graphkitView.position(name)", name)
    box = tab.locator("iframe").bounding_box()
    tab.mouse.click(box["x"] + 1 + place["x"], box["y"] + 1 + place["y"])
    frame.wait_for_function("name => graphkitView.selected === name", arg=name)


@pytest.mark.browser
def test_the_snippet_shows_the_page_in_its_sandbox(browser, report):
    with hosted(browser, *report) as (tab, frame):
        assert tab.locator("iframe").get_attribute("title").startswith("Sieć: żółć: ")
        # By hand: five organisations with ties and one declaration; those without ties are
        # not named.
        assert len(frame.evaluate("graphkitView.labels")) == 6
        picture = frame.locator("#picture").bounding_box()
        assert picture["width"] > 700
        assert picture["height"] > 500
        assert frame.locator(".titles").bounding_box()["height"] <= 1
        click(tab, frame, "a")
        assert frame.locator("#details h2").inner_text() == "Politechnika Białostocka"
        assert "Protokół" in frame.locator("#details").inner_text()


@pytest.mark.browser
def test_webgl_draws_in_the_sandbox_too(browser, tmp_path):
    page = write_as("webgl", PARTNERS, tmp_path / "page.html", embedded=True)
    host = tmp_path / "report.html"
    host.write_text(HOST % frame_snippet(PARTNERS, page), encoding="utf-8")
    with hosted(browser, host, page) as (tab, frame):
        assert frame.locator("canvas.sigma-nodes").count() == 1
        assert len(frame.evaluate("graphkitView.labels")) == 6
        shot = Image.open(io.BytesIO(frame.locator("#picture").screenshot())).convert("RGB")
        # The mark of the university, in the colour of its kind.
        colour = tuple(int(MARKS["University"].colour[at : at + 2], 16) for at in (1, 3, 5))
        assert colour in {each for _, each in shot.getcolors(shot.width * shot.height)}
        click(tab, frame, "a")
        assert frame.locator("#details h2").inner_text() == "Politechnika Białostocka"


@pytest.mark.browser
def test_the_frame_has_no_origin_and_reaches_nothing_around_it(browser, report):
    with hosted(browser, *report) as (tab, frame):
        assert frame.evaluate("window.origin") == "null"
        reached = "() => { try { return parent.document.title } catch { return null } }"
        assert frame.evaluate(reached) is None
        assert tab.title() == "Host"


@pytest.mark.browser
def test_a_source_opens_beside_the_report(browser, report):
    with hosted(browser, *report) as (tab, frame):
        click(tab, frame, "a")
        asked: list[str] = []
        tab.context.on("request", lambda request: asked.append(request.url))
        with tab.expect_popup() as opened:
            frame.locator(".source a").first.click()
        assert opened.value.evaluate("window.opener") is None
        assert asked[:1] == ["https://example.org/1"]
        assert tab.title() == "Host"


@pytest.mark.browser
def test_keys_work_in_the_frame(browser, report):
    with hosted(browser, *report) as (_, frame):
        assert frame.locator("#size").is_hidden()
        frame.locator("#picture").focus()
        frame.locator("#picture").press("ArrowRight")
        assert frame.evaluate("graphkitView.selected") == "cluster"
        frame.locator("#picture").press("Escape")
        assert frame.evaluate("graphkitView.selected") is None
        # Title and search are there on request.
        frame.locator("#picture").press("/")
        assert frame.evaluate("document.activeElement.id") == "search"
        assert frame.locator("h1").bounding_box()["height"] > 10
        *_, before = frame.evaluate(AT_REST, None)  # the title takes room from the picture
        frame.locator("#picture").press("+")
        assert frame.evaluate("graphkitView.camera.scale") == pytest.approx(1.25 * before["scale"])
        frame.get_by_role("button", name="Fit").click()
        *_, after = frame.evaluate(AT_REST, None)
        assert after == pytest.approx(before)


@pytest.mark.browser
def test_a_narrow_frame_shows_picture_before_panel(browser, report):
    with hosted(browser, *report, width=500) as (_, frame):
        picture, panel = (frame.locator(each).bounding_box() for each in ("#picture", "aside"))
        assert picture["width"] > 400
        assert picture["height"] > 400
        assert panel["y"] >= picture["y"] + picture["height"] - 1
        assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth")


# The frame makes the page higher; all other styles of its elements are compared.
STYLES = """() => JSON.stringify([...document.querySelectorAll('html, body, h1, p, #cell')].map(
  each => Object.fromEntries([...getComputedStyle(each)]
    .filter(name => !/height|block-size|origin/.test(name))
    .map(name => [name, getComputedStyle(each)[name]]))))"""


@pytest.mark.browser
def test_a_notebook_shows_the_view_and_keeps_its_styles(browser, tmp_path):
    host = tmp_path / "notebook.html"
    host.write_text(HOST % "", encoding="utf-8")
    with browser.tab(width=1200, height=1000) as tab:
        tab.goto(host.as_uri())
        before = json.loads(tab.evaluate(STYLES))
    with hosted(browser, host, put=PARTNERS._repr_html_()) as (tab, frame):
        assert json.loads(tab.evaluate(STYLES)) == before
        assert tab.evaluate("document.styleSheets.length") == 1
        assert tab.evaluate("window.graphkitView") is None
        assert len(frame.evaluate("graphkitView.labels")) == 6
        # The host hides canvases and tables, and has an element of the same name as the picture.
        assert frame.locator("#picture canvas").bounding_box()["height"] > 300
        click(tab, frame, "cluster")
        assert frame.locator("#details h2").inner_text() == "Klaster Łączności"


@pytest.mark.browser
def test_hostile_text_stays_text_in_both_frames(browser, tmp_path):
    names = [organisation(f"x{nth}", name=text) for nth, text in enumerate(HOSTILE_NAMES)]
    facts = hostile()
    every = Dataset.of("test", [*facts.nodes, *names], facts.facts)
    view = build_view(Network.of(every), title="".join(HOSTILE))
    page, host = tmp_path / "page.html", tmp_path / "host.html"
    write_page(view, page, embedded=True)
    host.write_text(HOST % frame_snippet(view, page), encoding="utf-8")
    empty = tmp_path / "empty.html"
    empty.write_text(HOST % "", encoding="utf-8")
    for settings in (
        {"host": host, "pages": [page]},
        {"host": empty, "pages": [], "put": view._repr_html_()},
    ):
        pages = settings.pop("pages")
        where = settings.pop("host")
        with hosted(browser, where, *pages, **settings) as (tab, frame):
            assert len(frame.evaluate("graphkitView.nodes")) == len(HOSTILE) + 1 + len(names)
            assert tab.evaluate("document.querySelectorAll('iframe').length") == 1
            markup = "img, iframe, object, embed, svg[onload], [onerror], [onmouseover]"
            assert frame.locator(markup).count() == 0
            frame.locator("#table summary").click()
            frame.locator("#table tbody th").first.wait_for()
            rows = frame.locator("#table tbody th").all_text_contents()
            assert {" ".join(each.split()) for each in HOSTILE} <= {
                " ".join(each.split()) for each in rows
            }


@pytest.mark.browser
def test_downloads_work_in_a_frame_without_an_origin(browser, tmp_path):
    host = tmp_path / "host.html"
    host.write_text(PARTNERS._repr_html_(), encoding="utf-8")
    with browser.tab() as tab, listening(tab):
        tab.goto(host.as_uri())
        frame = tab.frames[1]
        frame.wait_for_function("() => window.graphkitView !== undefined")
        with tab.expect_download() as waiting:
            frame.get_by_role("button", name="Download CSV").click()
        assert waiting.value.suggested_filename == "siec-zolc.csv"
        waiting.value.save_as(tmp_path / "saved.csv")
    rows = (tmp_path / "saved.csv").read_text(encoding="utf-8-sig").splitlines()
    # A head and the seven organisations.
    assert len(rows) == 8
    assert "Politechnika Białostocka" in "".join(rows)
