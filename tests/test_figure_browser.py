"""The SVG figure in a real Chromium: nothing runs or is asked for, letters are as measured."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import combinations
from pathlib import Path

import pytest

from graphkit.model import Dataset
from graphkit.network import Network
from graphkit.sources import read_sample
from graphkit.views import build_view, render_figure, write_figure
from graphkit.views.figure.fonts import plain, width
from graphkit.views.figure.sheet import compose
from tests.browser import fact, listening, organisation
from tests.hostile_names import HOSTILE_NAMES

pytestmark = pytest.mark.browser

SAMPLE = build_view(Network.of(read_sample()), language="pl")
TEXTS = """() => [...document.querySelectorAll('text:not([aria-hidden])')].map(each => {
  const { x, y, width, height } = each.getBBox();
  return { text: each.textContent, length: each.getComputedTextLength(), box: [x, y, x + width, y + height] };
})"""  # noqa: E501


@contextmanager
def shown(browser, path: Path):
    """The file in a tab without network; fails when it asks for more or runs anything."""
    with browser.tab(width=1200) as tab, listening(tab) as heard:
        tab.goto(path.as_uri())
        tab.evaluate("document.fonts.ready")
        yield tab
        assert tab.evaluate("window.__pwned") is None
        asked = {url for url in heard.asked if not url.startswith("data:font/woff;")}
        assert asked == {path.as_uri()}


@pytest.fixture(scope="module")
def hostile_figure(tmp_path_factory) -> Path:
    nodes = [organisation(f"o{nth}", name=text) for nth, text in enumerate(HOSTILE_NAMES)]
    facts = [
        fact("MEMBER_OF", f"o{nth}", "Organisation", "o0", role=text)
        for nth, text in enumerate(HOSTILE_NAMES)
        if nth % 2
    ]
    view = build_view(Network.of(Dataset.of("test", nodes, facts)), title=" ".join(HOSTILE_NAMES))
    path = tmp_path_factory.mktemp("figure") / "hostile.svg"
    write_figure(view, path)
    return path


def test_hostile_text_is_shown_and_never_runs(browser, hostile_figure):
    with shown(browser, hostile_figure) as tab:
        assert tab.locator("script, foreignObject, image, iframe, a").count() == 0
        said = tab.evaluate("document.documentElement.textContent")
        assert plain(" ".join(HOSTILE_NAMES))[:200] in said


def test_hostile_text_never_runs_inside_a_page(browser, hostile_figure, tmp_path):
    page = tmp_path / "page.html"
    figure = hostile_figure.read_text(encoding="utf-8")
    page.write_text(f"<!doctype html><meta charset=utf-8><p>x</p>{figure}", encoding="utf-8")
    with shown(browser, page) as tab:
        assert tab.locator("script, foreignObject, image, img, iframe, a, base, link").count() == 0
        assert tab.locator("style").count() == 1
        assert tab.evaluate("getComputedStyle(document.querySelector('p')).strokeLinejoin") == (
            "miter"
        )


@pytest.mark.parametrize("embedded", [False, True])
def test_letters_are_as_wide_as_measured(browser, tmp_path, embedded):
    drawn = render_figure(SAMPLE).decode("utf-8")
    if embedded:
        # As on a machine that has none of the fonts that are named.
        drawn = drawn.replace("'DejaVu Sans', ", "").replace("Verdana, sans-serif", "cursive")
    path = tmp_path / "figure.svg"
    path.write_text(drawn, encoding="utf-8")
    # The names of an organisation and of a group may have a line in common, in two sizes.
    sizes: dict[str, set[float]] = {}
    for text in compose(SAMPLE, 24).paper.texts:
        sizes.setdefault(text.text, set()).add(text.size)
    with shown(browser, path) as tab:
        texts = tab.evaluate(TEXTS)
        assert {text["text"] for text in texts} == sizes.keys()
        for text in texts:
            measured = [width(text["text"], size) for size in sizes[text["text"]]]
            assert any(
                text["length"] == pytest.approx(each, rel=0.03, abs=1.0) for each in measured
            )


@pytest.mark.parametrize("width_cm", [16, 24])
def test_names_do_not_touch_in_the_browser(browser, tmp_path, width_cm):
    path = tmp_path / "figure.svg"
    write_figure(SAMPLE, path, width_cm=width_cm)
    sheet = compose(SAMPLE, width_cm)
    with shown(browser, path) as tab:
        boxes = [text["box"] for text in tab.evaluate(TEXTS)]
    # Lines of one name lie in its box; lines of two names must not meet.
    owners = [
        next(
            (
                nth
                for nth, (left, top, right, bottom) in enumerate(sheet.labels)
                if left <= (x + u) / 2 <= right and top <= (y + v) / 2 <= bottom
            ),
            None,
        )
        for x, y, u, v in boxes
    ]
    named = [(box, owner) for box, owner in zip(boxes, owners, strict=True) if owner is not None]
    assert len({owner for _, owner in named}) == len(sheet.labels)
    for (one, its), (other, others) in combinations(named, 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert its == others or apart
