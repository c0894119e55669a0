"""Pages of 20 to 5,000 organisations as a reader sees them, kept in build/pictures to look at.

What can be told without eyes is checked: labels that are shown touch neither each other nor the
rim, and the legend has what is in the picture.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations

import numpy as np
import pytest
from scipy.spatial import cKDTree

from benchmarks.shapes import cordis_shaped
from graphkit.model import Dataset
from graphkit.network import Network
from graphkit.sources import read_sample
from graphkit.views import around, build_view, render_page, write_page
from tests.browser import opened
from tests.cordis import projects_of_2014
from tests.shared_data import ROOT

pytestmark = pytest.mark.browser

PICTURES = ROOT / "build" / "pictures"
_HAIR = 0.5
"""Pixels by which two boxes may share an edge."""


@cache
def network(organisations: int) -> Network:
    """A network of that many organisations; below a hundred it is the sample."""
    if organisations < 100:
        return Network.of(read_sample())
    if organisations == 5_000:
        return Network.of(cordis_shaped(5_000, 2_900, 10_750))
    return Network.of(projects_of_2014(organisations))


@pytest.mark.parametrize(
    ("name", "least", "theme"),
    [
        ("20", 18, "light"),
        ("60", 27, "light"),
        ("60", 27, "dark"),
        ("500", 40, "light"),
        ("2000-all", 30, "dark"),
        ("5000", 10, "light"),
        ("5000-all", 20, "light"),
    ],
)
def test_a_page_reads(browser, name, least, theme, tmp_path):
    whole = network(int(name.partition("-")[0]))
    part = around(whole, whole.organisation("KOM"), 1) if name == "20" else None
    view = build_view(
        whole, by="degree", excerpt=part, everything=name.endswith("-all"), title=f"{name}"
    )
    path = tmp_path / "page.html"
    write_page(view, path)
    with opened(browser, path, color_scheme=theme, width=1400, height=900) as tab:
        tab.wait_for_function("() => graphkitView.ready")
        tab.wait_for_timeout(300)
        labels = tab.evaluate("graphkitView.labels")
        PICTURES.mkdir(parents=True, exist_ok=True)
        tab.screenshot(path=PICTURES / f"{name}-{theme}.png")
        frame = tab.locator("#picture").bounding_box()
        kinds = tab.locator("#legend").inner_text()
    assert len(labels) >= least
    for one, other in combinations((label["box"] for label in labels), 2):
        across = min(one[2], other[2]) - max(one[0], other[0])
        down = min(one[3], other[3]) - max(one[1], other[1])
        assert min(across, down) <= _HAIR, (one, other)
    for left, top, right, bottom in (label["box"] for label in labels):
        assert left >= frame["x"] - _HAIR
        assert right <= frame["x"] + frame["width"] + _HAIR
        assert top >= frame["y"] - _HAIR
        assert bottom <= frame["y"] + frame["height"] + _HAIR
    if not view.overview:
        assert all(entry.label in kinds for entry in view.legend)
    if name.endswith("-all"):
        # Of scattered marks 2 in a hundred have their nearest neighbour at their height (by hand:
        # they are some 14 pixels apart, and 2 asin(0.5 / 14) / pi is 0.023); moved into rows, many.
        tied = [(x, y) for node in view.nodes for x, y in [(node.x, node.y)] if y < view.isolates]
        assert level(np.array(tied)) < 0.1
        assert level(np.array([(x, 28 * round(y / 28)) for x, y in tied])) > 0.25


def level(places: np.ndarray) -> float:
    """The share of places whose nearest neighbour is at their height, give or take half a pixel."""
    _, near = cKDTree(places).query(places, k=2)
    return float((np.abs(places[near[:, 1], 1] - places[:, 1]) <= 0.5).mean())


SIZES = (
    # window, what is opened: page or frame
    ((1440, 900), "page"),
    ((1280, 650), "page"),
    ((1024, 768), "page"),
    ((820, 1180), "page"),
    ((390, 844), "page"),
    ((720, 450), "page"),  # 1440x900 at 200 %
    ((720, 720), "frame"),
)


def test_the_first_connectors_are_named_at_every_size(browser, tmp_path):
    view = build_view(network(20))
    # What a page of the sample may take as an attachment.
    assert len(render_page(view).encode()) < 900_000
    for what in ("page", "frame"):
        write_page(view, tmp_path / f"{what}.html", embedded=what == "frame")
    # By hand: rank 1, and all of the first ten but the one that has no ties.
    first = [node.label for node in view.nodes[:9]]
    assert first[0] == "Klaster Obróbki Metali"
    for (width, height), what in SIZES:
        with opened(browser, tmp_path / f"{what}.html", width=width, height=height) as tab:
            tab.wait_for_timeout(200)
            labels = tab.evaluate("graphkitView.labels")
            assert not {*first} - {label["text"] for label in labels}, (width, height, what)
            # No name but the very first lies on the mark of another.
            for node in view.nodes:
                at = tab.evaluate("id => graphkitView.position(id)", node.id)
                for label in labels:
                    left, top, right, bottom = label["box"]
                    on_it = at and left < at["x"] < right and top < at["y"] < bottom
                    own = label["text"] in (node.label, first[0])
                    assert own or not on_it, (label["text"], node.label, width)


def test_the_picture_stays_in_place_from_date_to_date(browser, tmp_path):
    write_page(build_view(network(20)), tmp_path / "page.html")

    def top(tab, date):
        tab.evaluate("date => { location.hash = date && `date=${date}`; }", date)
        tab.wait_for_function("date => graphkitView.state.date === date", arg=date)
        words = tab.locator("#counts").inner_text()
        return tab.locator("#stage").bounding_box()["y"], len(words)

    with opened(browser, tmp_path / "page.html", width=1440, height=900) as tab:
        none, early, late, again = (top(tab, date) for date in ("", "1850", "2014", ""))
    # The words are a line shorter later, as two organisations did not exist before.
    assert early[1] > late[1] + 40
    assert early[0] == late[0] > none[0] == again[0]


def test_the_parts_of_the_real_list_are_as_large_as_asked_for():
    assert len(network(500).organisations) == 500
    data = projects_of_2014(6_000)
    assert isinstance(data, Dataset)
    assert sum(node.label == "Organisation" for node in data.nodes) == 5_682
