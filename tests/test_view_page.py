"""Facts at a date, files from a frame, communities that open: the page in a real Chromium."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from graphkit.network import Network
from graphkit.views import build_view, write_page
from tests.browser import WITHOUT_WEBGL, launched, opened, partners, teams, write_as

pytestmark = pytest.mark.browser

NETWORK = Network.of(partners())
VIEW = build_view(NETWORK, title="Sieć: żółć")


@pytest.fixture(scope="module")
def browser():
    with launched() as started:
        yield started


@pytest.fixture(scope="module")
def page(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("view") / "page.html"
    write_page(VIEW, path)
    return path


@pytest.fixture(scope="module")
def overview(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("view") / "overview.html"
    write_page(build_view(Network.of(teams()), by="degree"), path)
    return path


def say(tab, what: str):
    return tab.evaluate(f"graphkitView.{what}")


def set_date(tab, text: str) -> None:
    tab.locator("#date").fill(text)
    tab.keyboard.press("Enter")


def test_the_panel_says_how_each_fact_stood_at_the_date(browser, page):
    with opened(browser, page) as tab:
        tab.locator("#search").fill("żółw")
        tab.keyboard.press("Enter")
        set_date(tab, "2013")
        facts = tab.locator("#details .fact").all_inner_texts()
        assert ["in force at 2013" in fact.splitlines() for fact in facts].count(True) == 1
        assert ["not known to be in force at 2013" in fact for fact in facts].count(True) == 1


def test_an_organisation_without_ties_stays_where_it_is(browser, page):
    with opened(browser, page) as tab:
        tab.locator("#search").fill("samotny")
        tab.keyboard.press("Enter")
        tab.locator("#picture").focus()
        tab.keyboard.press("ArrowUp")
        assert say(tab, "selected") == "alone"
        assert tab.locator("#announcement").inner_text() == "No tie leads that way."


def test_downloads_work_in_a_frame_without_an_origin(browser, tmp_path):
    host = tmp_path / "host.html"
    host.write_text(VIEW._repr_html_(), encoding="utf-8")
    context = browser.new_context(offline=True, viewport={"width": 1300, "height": 900})
    tab = context.new_page()
    tab.goto(host.as_uri())
    frame = tab.frames[1]
    frame.wait_for_function("window.graphkitView !== undefined")
    with tab.expect_download() as waiting:
        frame.get_by_role("button", name="Download CSV").click()
    assert waiting.value.suggested_filename == "siec-zolc.csv"
    context.close()


def test_communities_open_and_close_by_mouse_and_keyboard(browser, overview):
    with opened(browser, overview) as tab:
        tab.locator("#picture").focus()
        tab.keyboard.press("ArrowRight")
        first = say(tab, "selected")
        assert first.endswith("m00")
        # By hand: communities are tied in a row, so that an arrow leads to the next.
        for key in ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"):
            tab.keyboard.press(key)
        team = int(say(tab, "selected")[1])
        tab.keyboard.press("Enter")
        assert len(say(tab, "nodes")) == 85
        assert tab.evaluate("location.hash").startswith("#community=")
        assert all(name.startswith(f"t{team}") for name in say(tab, "nodes"))
        tab.keyboard.press("Escape")
        assert len(say(tab, "nodes")) == 10
        place = tab.evaluate("graphkitView.position('t3m00')")
        tab.mouse.dblclick(place["x"], place["y"])
        tab.wait_for_function("graphkitView.nodes.length === 85")
        tab.go_back()
        tab.wait_for_function("graphkitView.selected === 't3m00'")
        tab.get_by_role("button", name="Open", exact=True).click()
        assert len(say(tab, "nodes")) == 85
        tab.get_by_role("button", name="Back to all communities").click()
        tab.get_by_role("button", name="Open the rest").click()
        assert set(say(tab, "nodes")) == {"p", "q"}


def test_filters_reach_the_ties_between_communities(browser, overview):
    with opened(browser, overview) as tab:
        assert say(tab, "scene.lines") == 9
        tab.locator("#facet-layer").get_by_role("checkbox", name="Direct tie").uncheck()
        assert say(tab, "scene.lines") == 0
        assert say(tab, "scene.marks") == 10


def test_filters_reach_whom_a_community_is_tied_to(browser, overview):
    with opened(browser, overview) as tab:
        tab.evaluate("location.hash = 'select=1'")
        tab.wait_for_function("graphkitView.selected !== null")
        ties = tab.locator("#details .ties li")
        assert ties.count() > 0
        assert "Strongest ties" in tab.locator("#details").inner_text()
        lit = say(tab, "scene.lit")
        assert len(lit) == 1 + ties.count()
        tab.locator("#facet-layer").get_by_role("checkbox", name="Direct tie").uncheck()
        assert ties.count() == 0
        assert say(tab, "scene.lit") == [say(tab, "selected")]
        tab.locator("#picture").focus()
        for key in ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"):
            tab.keyboard.press(key)
        assert tab.locator("#announcement").inner_text() == "No tie leads that way."


def test_a_browser_without_webgl_has_all_but_the_picture(browser, tmp_path):
    page = write_as("webgl", VIEW, tmp_path / "page.html")
    with opened(browser, page, script=WITHOUT_WEBGL) as tab:
        assert tab.locator("#picture").inner_text().startswith("This browser cannot draw")
        tab.locator("#table summary").click()
        tab.locator("#table").get_by_role("button", name="Klaster Samotny").click()
        assert tab.locator("#details h2").inner_text() == "Klaster Samotny"
        with tab.expect_download() as waiting:
            tab.locator("#png").click()
        waiting.value.save_as(tmp_path / "saved.png")
        height = round(tab.locator("#picture").bounding_box()["height"])
    image = np.asarray(Image.open(tmp_path / "saved.png").convert("L"))
    # The picture is in the file though it is not on the screen.
    assert (image[88 : 88 + 2 * height] < 128).sum() > 1000
