"""The map in a real browser: the ground below the marks, and arcs that open like any tie."""

from __future__ import annotations

import io
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

from graphkit.network import Network
from graphkit.views import build_view, write_page
from graphkit.views.themes import LAND, SEA
from tests.browser import choose, opened
from tests.figures import SVG
from tests.mapped import partners_in_capitals

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def view():
    return build_view(Network.of(partners_in_capitals()), on_map=True)


@pytest.fixture(scope="module")
def page(tmp_path_factory, view):
    path = tmp_path_factory.mktemp("map") / "page.html"
    write_page(view, path)
    return path


def pixel(tab, x, y):
    """The colour of the window at a place of the map, as a text."""
    image = Image.open(io.BytesIO(tab.screenshot())).convert("RGB")
    return "#{:02X}{:02X}{:02X}".format(*image.getpixel((round(x), round(y))))


def on_screen(tab, view, place):
    """Where a place of the view is in the window, from the marks of two cities."""
    (a, b) = (tab.evaluate("name => graphkitView.position(name)", name) for name in NAMES)
    nodes = {node.id: np.array([node.x, node.y]) for node in view.nodes}
    a, b = (np.array([each["x"], each["y"]]) for each in (a, b))
    scale = np.linalg.norm(b - a) / np.linalg.norm(nodes[NAMES[1]] - nodes[NAMES[0]])
    return a + (np.array(place) - nodes[NAMES[0]]) * scale


NAMES = ("Lisbon", "Helsinki")


def test_the_ground_lies_below_and_moves_with_the_picture(browser, page, view):
    left, top, _, _ = view.ground.frame
    # By hand: the upper left corner of the frame is in the Atlantic; south of Berlin is land.
    berlin = next((node.x, node.y + 45) for node in view.nodes if node.id == "Berlin")
    with opened(browser, page, legend=False) as tab:
        for _ in range(2):
            assert pixel(tab, *on_screen(tab, view, (left + 30, top + 30))) == SEA
            assert pixel(tab, *on_screen(tab, view, berlin)) == LAND
            tab.locator("#picture").focus()
            tab.keyboard.press("Shift+ArrowRight")


def test_an_arc_opens_to_its_facts_and_files_have_the_ground(browser, page, tmp_path, view):
    places = {node.id: np.array([node.x, node.y]) for node in view.nodes}
    start, end = places["Madrid"], places["Rome"]
    # By hand: the middle of an arc is half its bend, a tenth of its length, north of the middle.
    across = (end - start)[[1, 0]] * np.array([1, -1])
    middle = (start + end) / 2 + 0.1 * across
    with opened(browser, page) as tab:
        tab.mouse.click(*on_screen(tab, view, middle))
        said = tab.locator("#details").inner_text()
        assert "Madrid" in said
        assert "Rome" in said
        assert "First" in said
        assert "Nowhere – place not stated" in tab.locator("#elsewhere").text_content()
        choose(tab, "Berlin")
        assert "Berlin" in tab.locator("#details h2").inner_text()
        with tab.expect_download() as waiting:
            tab.locator("#svg").click()
        waiting.value.save_as(tmp_path / "map.svg")
    root = ElementTree.parse(tmp_path / "map.svg").getroot()
    shapes = {each.get("class"): each for each in root.iter() if each.get("class")}
    assert shapes["sea"].get("fill") == SEA
    assert len(shapes["land"].get("d")) > 10_000
    arcs = [each for each in root.iter(f"{SVG}path") if "Q" in each.get("d", "")]
    assert len(arcs) == 20


def test_outlines_come_with_their_licence_and_only_with_a_map(page):
    text = page.read_text(encoding="utf-8")
    assert "world-atlas 2.0.2 (ISC)" in text
    assert len(text) < 900_000
    without = page.with_name("without.html")
    write_page(build_view(Network.of(partners_in_capitals())), without)
    assert "world-atlas" not in without.read_text(encoding="utf-8")
