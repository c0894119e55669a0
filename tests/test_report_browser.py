"""The page of a report in Chromium: it asks for nothing, leads somewhere, and prints whole."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graphkit.network import Network
from graphkit.report import build_report, write_report
from graphkit.report.tree import Report
from graphkit.sources import read_sample
from tests.browser import listening
from tests.shared_data import ROOT

AXE = ROOT / "graphkit" / "views" / "web" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AUDIT = """rules => axe.run(document, { runOnly: rules, iframes: false }).then(({ violations }) =>
    violations.map(({ id, nodes }) => [id, nodes.map((each) => each.html).slice(0, 3)]))"""

A4_INSIDE = (660, 970)
"""The room for text on a page of A4 in CSS pixels: 174 by 257 mm at 96 dots per inch."""

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def report() -> Report:
    return build_report(Network.of(read_sample()), draws=0)


@pytest.fixture(scope="module")
def tab(report: Report, browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    page: Path = tmp_path_factory.mktemp("report") / "report.html"
    write_report(report, page)
    with browser.tab() as opened, listening(opened) as heard:
        opened.goto(page.as_uri())
        yield opened
        inside = ("file:", "data:", "blob:", "about:")
        assert [each for each in heard.asked if not each.startswith(inside)] == []


def test_links_lead_to_what_is_there(tab: Any, report: Report) -> None:
    ids = tab.evaluate("[...document.querySelectorAll('[id]')].map((each) => each.id)")
    assert len(ids) == len(set(ids))
    led_to = tab.evaluate(
        "[...document.links].filter((each) => each.getAttribute('href').startsWith('#'))"
        ".map((each) => each.hash.slice(1))"
    )
    assert set(led_to) <= set(ids)
    headings = tab.evaluate("[...document.querySelectorAll('h2')].map((each) => each.textContent)")
    assert headings == [report.labels["contents"], *(each.title for each in report.sections)]


def test_the_network_in_it_can_be_explored(tab: Any) -> None:
    frame = tab.frame_locator("iframe")
    tab.locator("iframe").scroll_into_view_if_needed()
    frame.get_by_text("Klaster Obróbki Metali").first.wait_for()


@pytest.mark.skipif(
    not AXE.exists() and not os.environ.get("CI"), reason="axe-core is not installed: make vitest"
)
def test_nothing_bars_people_from_it(tab: Any) -> None:
    # The page's policy allows scripts only inside it; axe comes from here.
    tab.evaluate(AXE.read_text(encoding="utf-8"))
    assert tab.evaluate(AUDIT, RULES) == []
    tab.evaluate("document.querySelector('figure img').removeAttribute('alt')")
    assert [rule for rule, _ in tab.evaluate(AUDIT, RULES)] == ["image-alt"]


def test_no_figure_or_table_is_cut_in_print(tab: Any) -> None:
    width, height = A4_INSIDE
    tab.set_viewport_size({"width": width, "height": height})
    tab.emulate_media(media="print")
    boxes = tab.evaluate(
        "[...document.querySelectorAll('figure, table')].map((each) => ({"
        "what: each.tagName, width: each.scrollWidth, height: each.offsetHeight}))"
    )
    assert len(boxes) > 10
    assert [each for each in boxes if each["width"] > width] == []
    figures = [each for each in boxes if each["what"] == "FIGURE"]
    assert [each for each in figures if each["height"] > height] == []
    assert not tab.locator("iframe").is_visible()
