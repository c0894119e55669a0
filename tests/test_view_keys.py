"""The page by keyboard, in a real Chromium: where each key leads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from math import atan2, degrees, hypot
from pathlib import Path

import pytest

from graphkit.network import Network
from graphkit.views import build_view, write_page
from tests.browser import RENDERERS, dated, opened, teams, write_as

pytestmark = pytest.mark.browser

VIEW = build_view(Network.of(dated()), by="degree", title="Example")
PLACES = {node.id: (node.x, node.y) for node in VIEW.nodes}
# By hand: the members of the cluster are tied to each other by it, the town to the university.
NEIGHBOURS = {
    "cluster": ["first", "second", "uni"],
    "first": ["cluster", "second", "uni"],
    "second": ["cluster", "first", "uni"],
    "uni": ["cluster", "town", "first", "second"],
    "town": ["uni"],
    "alone": [],
}
ARROWS = {"ArrowRight": 0, "ArrowDown": 90, "ArrowLeft": 180, "ArrowUp": 270}
"""The direction of each in degrees, clockwise, as y goes downwards."""

Places = Mapping[str, tuple[float, float]]
Ties = Mapping[str, list[str]]


def led_to(places: Places, ties: Ties, here: str, key: str) -> str:
    """Where an arrow leads by what the manual says, worked out by angles.

    To whom of those tied to it lies closest to the arrow's direction, and less than sixty degrees
    from it; the nearer of two alike. Nowhere else where there is none.
    """
    ways = []
    for other in ties[here]:
        across, down = (places[other][axis] - places[here][axis] for axis in (0, 1))
        off = abs((degrees(atan2(down, across)) - ARROWS[key] + 180) % 360 - 180)
        if off < 60:
            ways.append((round(off, 3), hypot(across, down), other))
    return min(ways)[2] if ways else here


def walk(places: Places, ties: Ties, here: str, steps: int) -> Iterator[tuple[str, str]]:
    """Keys that each lead on, and where to; those least visited and least pressed first."""
    visits, presses = Counter([here]), Counter[str]()
    for _ in range(steps):
        ways = [(key, led_to(places, ties, here, key)) for key in ARROWS]
        key, here = min(
            (way for way in ways if way[1] != here),
            key=lambda way: (visits[way[1]], presses[way[0]], way),
        )
        visits[here] += 1
        presses[key] += 1
        yield key, here


@pytest.fixture(scope="module", params=RENDERERS)
def page(request, tmp_path_factory) -> Path:
    return write_as(request.param, VIEW, tmp_path_factory.mktemp("view") / "page.html")


@pytest.fixture(scope="module")
def overview(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("view") / "overview.html"
    write_page(build_view(Network.of(teams()), by="degree"), path)
    return path


def selected(tab):
    return tab.evaluate("graphkitView.selected")


def select(tab, name: str) -> None:
    tab.evaluate("name => { location.hash = `org=${name}`; }", name)
    tab.wait_for_function("name => graphkitView.selected === name", arg=name)


def test_arrow_keys_walk_along_ties(browser, page):
    with opened(browser, page) as tab:
        tab.locator("#picture").focus()
        tab.keyboard.press("ArrowDown")
        # The first by rank.
        assert selected(tab) == "uni"
        way = list(walk(PLACES, NEIGHBOURS, "uni", 12))
        assert {key for key, _ in way} == set(ARROWS)
        assert len({there for _, there in way}) > 2
        for key, there in way:
            tab.keyboard.press(key)
            assert selected(tab) == there
            assert tab.locator("#announcement").inner_text().startswith(f"{there.title()}, rank")
        tab.keyboard.press("Enter")
        assert tab.evaluate("document.activeElement.closest('#details') !== null")
        tab.keyboard.press("Escape")
        assert selected(tab) is None


def test_from_every_mark_every_arrow_leads_to_the_tie_in_its_direction(browser, page):
    with opened(browser, page) as tab:
        for here in NEIGHBOURS:
            for key in ARROWS:
                select(tab, here)
                tab.locator("#picture").press(key)
                there = led_to(PLACES, NEIGHBOURS, here, key)
                assert selected(tab) == there, (here, key)
                said = tab.locator("#announcement").inner_text()
                assert (said == "No tie in that direction.") is (here == there), (here, key)


def test_page_up_and_down_go_through_the_ranks(browser, page):
    order = [node.id for node in sorted(VIEW.nodes, key=lambda node: node.rank)]
    with opened(browser, page) as tab:
        tab.locator("#picture").focus()
        ranks = {node.id: node.rank for node in VIEW.nodes}
        down = []
        for _ in order:
            tab.keyboard.press("PageDown")
            down.append(selected(tab))
        # Everybody once, tied or not, in order of rank, and then from the start.
        assert sorted(down) == sorted(order)
        assert [ranks[each] for each in down] == [ranks[each] for each in order]
        tab.keyboard.press("PageDown")
        assert selected(tab) == down[0]
        up = []
        for _ in order:
            tab.keyboard.press("PageUp")
            up.append(selected(tab))
        assert up == down[::-1]


def test_with_shift_arrows_move_the_picture_and_plus_and_minus_zoom(browser, page):
    with opened(browser, page) as tab:
        tab.locator("#picture").focus()
        for key, x, y in (
            ("Shift+ArrowRight", 1, 0),
            ("Shift+ArrowLeft", -1, 0),
            ("Shift+ArrowDown", 0, 1),
            ("Control+ArrowUp", 0, -1),
        ):
            before = tab.evaluate("graphkitView.camera")
            tab.keyboard.press(key)
            after = tab.evaluate("graphkitView.camera")
            moved = [(after[axis] - before[axis]) * before["scale"] for axis in ("x", "y")]
            assert moved == pytest.approx([60 * x, 60 * y], abs=0.5)
        assert selected(tab) is None
        tab.keyboard.press("0")
        fitted = tab.evaluate("graphkitView.camera")
        for key, factor in (("+", 1.25), ("-", 0.8), ("-", 0.8)):
            before = tab.evaluate("graphkitView.camera.scale")
            tab.keyboard.press(key)
            assert tab.evaluate("graphkitView.camera.scale") == pytest.approx(factor * before)
        tab.keyboard.press("Shift+ArrowRight")
        tab.keyboard.press("0")
        assert tab.evaluate("graphkitView.camera") == pytest.approx(fitted)


def test_a_letter_is_a_key_of_its_own_only_where_the_picture_has_the_focus(browser, page):
    with opened(browser, page) as tab:
        tab.keyboard.press("/")
        assert tab.evaluate("document.activeElement === document.body")
        tab.locator("#picture").focus()
        tab.keyboard.press("/")
        assert tab.evaluate("document.activeElement.id") == "search"


def test_everything_is_reached_by_tab(browser, page):
    with opened(browser, page) as tab:
        reached = []
        for _ in range(60):
            tab.keyboard.press("Tab")
            reached.append(
                tab.evaluate("document.activeElement.id || document.activeElement.tagName")
            )
            outlined = tab.evaluate(
                "getComputedStyle(document.activeElement).outlineStyle !== 'none'"
                " || document.activeElement === document.body"
            )
            assert outlined, reached[-1]
        for control in ("search", "fit", "zoom-in", "reset", "size", "year", "date", "png", "csv"):
            assert control in reached
        assert "picture" in reached


def test_arrows_walk_from_community_to_community_and_enter_opens_one(browser, overview):
    # By hand: communities are tied in a row, each called by the member who has the ties.
    names = [f"t{team}m00" for team in range(10)]
    ties = {
        name: [names[other] for other in (at - 1, at + 1) if 0 <= other < 10]
        for at, name in enumerate(names)
    }
    with opened(browser, overview) as tab:
        tab.locator("#picture").focus()
        tab.keyboard.press("ArrowRight")
        first = selected(tab)
        assert first in names
        places = {
            name: (place["x"], place["y"])
            for name in names
            for place in [tab.evaluate("name => graphkitView.position(name)", name)]
        }
        for key, there in walk(places, ties, first, 8):
            tab.keyboard.press(key)
            assert selected(tab) == there
        team = selected(tab)[:2]
        tab.keyboard.press("Enter")
        assert set(tab.evaluate("graphkitView.nodes")) == {f"{team}m{at:02}" for at in range(85)}
        assert tab.evaluate("location.hash").startswith("#community=")
        tab.keyboard.press("Escape")
        assert set(tab.evaluate("graphkitView.nodes")) == set(names)
