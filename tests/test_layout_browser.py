"""Overviews and parts on the page, in a real Chromium: what opens, and what labels leave free."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graphkit.network import Network
from graphkit.views import build_view, write_page
from graphkit.views.excerpt import around
from tests.browser import RENDERERS, TEAMS, opened, partners, teams, write_as
from tests.networks import dataset

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def overview(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("view") / "overview.html"
    write_page(build_view(Network.of(teams()), by="degree"), path)
    return path


def test_an_overview_shows_communities_and_says_what_is_not_drawn(browser, overview):
    with opened(browser, overview) as tab:
        assert len(tab.evaluate("graphkitView.nodes")) == 10
        text = tab.locator("#details").inner_text()
        assert "852 organisations. 10 of 11 communities shown, with 850 organisations." in text
        assert "Not shown: 2 organisations without ties or in small communities." in text
        labels = {label["text"] for label in tab.evaluate("graphkitView.labels")}
        assert len(labels) == 10
        assert all(label.endswith("(85)") for label in labels)


def test_a_community_opens_into_its_members_and_ties(browser, overview):
    with opened(browser, overview) as tab:
        # By hand: the one of team 3, named by the member who is also tied to teams 2 and 4.
        place = tab.evaluate("graphkitView.position('t3m00')")
        tab.mouse.click(place["x"], place["y"])
        tab.wait_for_function("() => graphkitView.selected === 't3m00'")
        panel = tab.locator("#details")
        assert panel.locator("h2").inner_text() == "1. T3M00 (85)"
        members = panel.locator(".members button").all_inner_texts()
        assert members[0] == "T3M00"
        assert sorted(members) == [f"T3M{member:02}" for member in range(85)]
        ties = panel.locator(".ties").inner_text()
        assert "T2M00 (85)" in ties
        assert "T4M00 (85)" in ties
        assert "1 tie" in ties


def test_a_member_is_found_and_opens_its_community(browser, overview):
    with opened(browser, overview) as tab:
        tab.locator("#search").fill("t7m44")
        tab.keyboard.press("Enter")
        assert tab.evaluate("graphkitView.selected") == "t7m44"
        # By hand: its community is open, with all of its 85 members.
        assert set(tab.evaluate("graphkitView.nodes")) == {name for name in TEAMS if "t7" in name}
        assert tab.locator("#details h2").inner_text() == "T7M44"
        tab.get_by_role("button", name="Back to all communities").click()
        assert len(tab.evaluate("graphkitView.nodes")) == 10


def test_the_table_of_an_overview_lists_everybody(browser, overview):
    with opened(browser, overview) as tab:
        tab.locator("#table summary").click()
        rows = tab.locator("#table tbody tr")
        rows.first.wait_for()
        assert rows.count() == 200
        more = tab.locator("#rows .more")
        for count in (400, 600, 800, 852):
            more.click()
            assert rows.count() == count
        assert more.is_hidden()
        # Those whose community is not drawn are found in the picture of the rest.
        for name, count in (("T5M10", 85), ("P", 2)):
            tab.locator("#table").get_by_role("button", name=name, exact=True).click()
            assert tab.evaluate("graphkitView.selected") == name.lower()
            assert len(tab.evaluate("graphkitView.visible")) == count


def test_pairs_of_an_ego_view_are_lines_to_click_through(browser, tmp_path):
    network = Network.of(partners())
    part = around(network, network.organisation("a"))
    write_page(build_view(network, links="pairs", excerpt=part), tmp_path / "ego.html")
    with opened(browser, tmp_path / "ego.html") as tab:
        nodes = tab.evaluate("graphkitView.nodes")
        assert set(nodes) == {"a", "b", "bialystok-park", "cluster"}
        assert "Tie between two organisations" in tab.locator("#key").inner_text()
        assert "rank 1 of 7" in _announced(tab, "cluster")
        assert "Excerpt: Politechnika Białostocka" in tab.locator("#provenance").inner_text()


@pytest.mark.parametrize(("organisations", "groups", "least"), [(60, 25, 29), (300, 120, 40)])
def test_labels_touch_neither_each_other_nor_the_edge(
    browser, tmp_path, organisations, groups, least
):
    names = [f"o{at:03}" for at in range(organisations)]
    rows = {
        (names[(at * at + at) % organisations], f"g{at % groups:03}") for at in range(3 * groups)
    }
    network = Network.of(dataset(" ".join(names), took_part=sorted(rows)))
    write_page(build_view(network, by="degree"), tmp_path / "page.html")
    with opened(browser, tmp_path / "page.html") as tab:
        labels = tab.evaluate("graphkitView.labels")
        frame = tab.locator("#picture").bounding_box()
    assert len(labels) >= least
    for at, label in enumerate(labels):
        left, top, right, bottom = label["box"]
        assert frame["x"] <= left < right <= frame["x"] + frame["width"]
        assert frame["y"] <= top < bottom <= frame["y"] + frame["height"]
        for other in labels[:at]:
            west, north, east, south = other["box"]
            assert right <= west or left >= east or bottom <= north or top >= south


def test_more_labels_appear_on_zoom(browser, tmp_path):
    names = [f"o{at:03}" for at in range(500)]
    rows = sorted({(names[(at * at + at) % 500], f"g{at % 170:03}") for at in range(900)})
    network = Network.of(dataset(" ".join(names), took_part=rows))
    for renderer in RENDERERS:
        path = write_as(renderer, build_view(network, by="degree"), tmp_path / f"{renderer}.html")
        with opened(browser, path) as tab:
            before = {label["text"] for label in tab.evaluate("graphkitView.labels")}
            tab.locator("#picture").focus()
            for _ in range(5):
                tab.keyboard.press("+")
            tab.wait_for_timeout(400)
            frame = tab.locator("#picture").bounding_box()
            seen = [
                label
                for label in tab.evaluate("graphkitView.labels")
                if frame["x"] < label["box"][0] < frame["x"] + frame["width"]
                and frame["y"] < label["box"][1] < frame["y"] + frame["height"]
            ]
            # What is in the window now had fewer labels before.
            assert len([label for label in seen if label["text"] not in before]) > 0


def _announced(tab, name: str) -> str:
    place = tab.evaluate("name => graphkitView.position(name)", name)
    tab.mouse.click(place["x"], place["y"])
    return tab.locator("#announcement").inner_text()


def test_places_at_the_ends_of_the_range_are_still_in_sight(browser, tmp_path):
    network = Network.of(partners())
    places = build_view(network).positions
    far = {**places.organisations, "a": (-1e6, 1e6), "b": (1e6, -1e6)}
    view = build_view(network, start=replace(places, organisations=far))
    write_page(view, tmp_path / "far.html")
    with opened(browser, tmp_path / "far.html") as tab:
        frame = tab.locator("#picture").bounding_box()
        for name in ("a", "b", "cluster"):
            at = tab.evaluate("name => graphkitView.position(name)", name)
            assert frame["x"] <= at["x"] <= frame["x"] + frame["width"]
            assert frame["y"] <= at["y"] <= frame["y"] + frame["height"]


def test_communities_open_and_close(browser, overview):
    # By keyboard they do so in test_view_keys.py.
    with opened(browser, overview) as tab:
        place = tab.evaluate("graphkitView.position('t3m00')")
        tab.mouse.dblclick(place["x"], place["y"])
        tab.wait_for_function("() => graphkitView.nodes.length === 85")
        tab.go_back()
        tab.wait_for_function("() => graphkitView.selected === 't3m00'")
        tab.get_by_role("button", name="Open", exact=True).click()
        assert len(tab.evaluate("graphkitView.nodes")) == 85
        tab.get_by_role("button", name="Back to all communities").click()
        tab.get_by_role("button", name="Open the rest").click()
        assert set(tab.evaluate("graphkitView.nodes")) == {"p", "q"}


def test_filters_reach_the_ties_between_communities(browser, overview):
    with opened(browser, overview) as tab:
        assert tab.evaluate("graphkitView.scene.lines") == 9
        tab.locator("#facet-layer").get_by_role("checkbox", name="Direct tie").uncheck()
        assert tab.evaluate("graphkitView.scene.lines") == 0
        assert tab.evaluate("graphkitView.scene.marks") == 10


def test_a_community_says_who_is_in_it_and_the_counts_follow_the_filters(browser, tmp_path):
    # By hand: in each team of 85 the first 17 are universities, a fifth of it.
    kinds = {name: "University" if int(name[-2:]) < 17 else "Company" for name in TEAMS}
    pairs = [(f"t{at}m00", f"t{at + 1}m00") for at in range(9)] + [("p", "q")]
    both = {"p": "Company", "q": "Company"}
    data = dataset({**kinds, **both}, took_part=[(n, n[:2]) for n in TEAMS], ties=pairs)
    network = Network.of(data)
    path = tmp_path / "mixed.html"
    write_page(build_view(network, by="degree"), path)
    with opened(browser, path, state="select=1") as tab:
        panel = tab.locator("#details")
        assert "Company 80%, University 20%" in panel.inner_text()
        assert tab.locator("#strip li").first.inner_text() == "Company"
        tab.evaluate("location.hash = 'hide=kind:Company'")
        tab.wait_for_function("() => graphkitView.selected === null")
        assert "10 of 11 communities shown, with 170 organisations." in panel.inner_text()
        assert panel.locator(".first .pick", has_text="(17/85)").count() == 10
        assert "Not shown:" not in panel.inner_text()
        assert panel.get_by_role("button", name="Open the rest").count() == 0
        assert "Company" not in tab.locator("#strip").inner_text()
        assert "170 of 852 organisations shown." in tab.locator("#counts").inner_text()


def test_filters_reach_whom_a_community_is_tied_to(browser, overview):
    with opened(browser, overview) as tab:
        tab.evaluate("location.hash = 'select=1'")
        tab.wait_for_function("() => graphkitView.selected !== null")
        ties = tab.locator("#details .ties li")
        # By hand: communities are tied in a row.
        assert ties.count() in (1, 2)
        assert "Strongest ties" in tab.locator("#details").inner_text()
        lit = tab.evaluate("graphkitView.scene.lit")
        assert len(lit) == 1 + ties.count()
        tab.locator("#facet-layer").get_by_role("checkbox", name="Direct tie").uncheck()
        assert ties.count() == 0
        assert tab.evaluate("graphkitView.scene.lit") == [tab.evaluate("graphkitView.selected")]
        tab.locator("#picture").focus()
        for key in ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"):
            tab.keyboard.press(key)
        assert tab.locator("#announcement").inner_text() == "No tie in that direction."
