"""Playing the years, and two dates side by side, on both pages in a real Chromium."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.network import Network
from graphkit.sources import read_sample
from graphkit.views import build_view, compare_views
from tests.browser import RENDERERS, opened, write_as

pytestmark = pytest.mark.browser

WHOLE = Network.of(read_sample())
# An oracle: the same two dates as small multiples for paper, drawn by Python.
_, NOW = compare_views({date: WHOLE.select(at=date) for date in ("2011", "2014-11")}).panels


@pytest.fixture(scope="module", params=RENDERERS)
def page(request, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("view")
    return write_as(request.param, build_view(WHOLE), folder / "page.html")


def test_two_dates_stand_side_by_side_with_what_came_and_went(browser, page):
    with opened(browser, page, state="date=2014-11&compare=2011") as tab:
        before, now = (tab.locator(f"#head-{name}").inner_text() for name in ("before", "now"))
        kept, new, gone = NOW.organisations.kept, NOW.organisations.gained, NOW.organisations.lost
        assert before.startswith(f"2011 · {kept + gone} organisations with ties")
        assert f"{kept + new} organisations with ties (new {new}, gone {gone})" in now
        said = tab.locator("#beside canvas").get_attribute("aria-label")
        assert said == f"Partnership network: {before}"
        scene = tab.evaluate("graphkitView.changes")
        assert set(scene["fresh"]) == NOW.new
        assert set(scene["gone"]) == {node.id for node in NOW.gone}
        left, right = (tab.locator(f"{at}").bounding_box() for at in ("#beside", "#stage"))
        assert left["x"] + left["width"] <= right["x"] + 1
        assert left["width"] == pytest.approx(right["width"], abs=2)
        # The same place is at the same point of both pictures.
        place = tab.evaluate("name => graphkitView.position(name)", "kom")
        tab.mouse.click(place["x"] - right["x"] + left["x"], place["y"])
        tab.wait_for_function("() => graphkitView.selected === 'kom'")


def test_a_date_to_compare_with_is_typed_and_taken_back(browser, page):
    with opened(browser, page, state="date=2014-11", width=390, height=844) as tab:
        tab.locator("#against").fill("soon")
        tab.keyboard.press("Enter")
        assert "Not a valid date" in tab.locator("#notice").inner_text()
        assert tab.locator("#beside").is_hidden()
        tab.locator("#against").fill("2011")
        tab.keyboard.press("Enter")
        assert "compare=2011" in tab.evaluate("location.hash")
        # On a phone they stand one above the other.
        upper, lower = (tab.locator(at).bounding_box() for at in ("#beside", "#stage"))
        assert upper["y"] + upper["height"] <= lower["y"] + 1
        tab.locator("#against").fill("")
        tab.keyboard.press("Enter")
        assert tab.locator("#beside").is_hidden()


def test_the_years_are_played_by_key_and_paused(browser, page):
    with opened(browser, page, reduced_motion="no-preference") as tab:
        tab.locator("#play").focus()
        tab.keyboard.press("Enter")
        first = tab.evaluate("graphkitView.state.date")
        # The words above the picture change its height with the first date.
        tab.wait_for_timeout(300)
        before = tab.evaluate("graphkitView.position('kom')")
        assert tab.locator("#play").inner_text() == "Pause"
        tab.wait_for_function(f"() => graphkitView.state.date > '{first}'", timeout=4000)
        tab.keyboard.press("Enter")
        assert tab.locator("#play").inner_text() == "Play"
        assert tab.evaluate("graphkitView.position('kom')") == before


def test_without_motion_each_press_is_a_year(browser, page):
    with opened(browser, page) as tab:
        button = tab.locator("#play")
        assert button.inner_text() == "Next year"
        years = []
        for _ in range(3):
            button.click()
            years.append(tab.evaluate("graphkitView.state.date"))
        assert years == sorted(set(years))
