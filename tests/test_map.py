"""Maps: where organisations stand, what lies below them, and who is not on the map."""

from __future__ import annotations

import math
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from matplotlib.path import Path as Outline

from graphkit.model import Dataset, UsageError
from graphkit.network import Network
from graphkit.sources import read_sample
from graphkit.views import alternative_text, build_view, render_figure
from graphkit.views.figure.sheet import compose
from graphkit.views.lines import lines_of
from graphkit.views.map.projection import EARTH, azimuthal, equal_earth, middle_of, projection_for
from graphkit.views.marks import REACH
from graphkit.views.themes import LAND
from tests.commands import graphkit
from tests.figures import shown, squeezed
from tests.mapped import CAPITALS, mapped_sample, partners_in_capitals

EUROPE = Network.of(partners_in_capitals())


@pytest.fixture(scope="module")
def mapped():
    return build_view(Network.of(mapped_sample()), on_map=True)


@pytest.fixture(scope="module")
def cities():
    return build_view(EUROPE, on_map=True)


@pytest.fixture(scope="module")
def places(cities):
    return {node.id: (node.x, node.y) for node in cities.nodes}


def test_a_published_point_is_where_the_textbook_has_it():
    # Snyder (1987), page 332: R = 3, centre 40 N 100 W, the point 20 S 100 E; as PROJ has it.
    x, y = azimuthal(-100.0, 40.0)(np.array([[100.0, -20.0]]))[0] * 3.0 / EARTH
    assert (x, -y) == pytest.approx((-4.2339303, 4.0257775), abs=1e-6)
    # Šavrič, Patterson and Jenny (2019): the map is 0.48672 times as high as wide.
    (east, _), (_, top) = equal_earth(np.array([[180.0, 0.0], [0.0, 90.0]]))
    assert -top / east == pytest.approx(0.48672, abs=5e-6)


@pytest.mark.parametrize("project", [equal_earth, azimuthal(15.0, 50.0)])
def test_areas_are_those_on_the_globe(project):
    step = 0.01
    for longitude, latitude in ((0, 0), (10, 45), (40, 60), (-20, 30)):
        corners = [
            (longitude, latitude),
            (longitude + step, latitude),
            (longitude, latitude + step),
        ]
        a, b, c = project(np.array(corners, dtype=float))
        drawn = abs((b - a)[0] * (c - a)[1] - (b - a)[1] * (c - a)[0])
        side = math.radians(step) * EARTH
        assert drawn == pytest.approx(side * side * math.cos(math.radians(latitude)), rel=1e-3)


def test_the_projection_suits_what_is_shown():
    europe = np.array([point[::-1] for point in CAPITALS.values()])
    assert projection_for(europe) is not equal_earth
    assert projection_for(np.array([[-120.0, 40.0], [20.0, 50.0], [150.0, -30.0]])) is equal_earth
    # Across the date line, the middle is on its other side from Greenwich.
    assert middle_of(np.array([[175.0, -15.0], [-171.0, -13.0]])) == (-178.0, -14.0)


def great_circle(one, other):
    """In kilometres, by the haversine formula."""
    (a, x), (b, y) = ((math.radians(each) for each in point) for point in (one, other))
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin((y - x) / 2) ** 2
    return 2 * EARTH * math.asin(math.sqrt(half))


def test_distances_on_the_map_are_those_between_the_cities(places):
    names = [name for name in CAPITALS if name != "Paris"]
    ratios = [
        math.dist(places[a], places[b]) / great_circle(CAPITALS[a], CAPITALS[b])
        for a, b in combinations(names, 2)
    ]
    # So large a part of the globe cannot be flat without some error, here of 4 % at most.
    assert max(ratios) / min(ratios) < 1.04
    assert places["Helsinki"][1] < places["Warsaw"][1] < places["Rome"][1]
    assert places["Lisbon"][0] < places["Paris"][0] < places["Helsinki"][0]


@pytest.mark.parametrize("name", ["mapped", "cities"])
def test_marks_at_one_place_stand_side_by_side(name, request):
    view = request.getfixturevalue(name)
    left, top, right, bottom = view.ground.frame
    for node in view.nodes:
        assert left < node.x < right
        assert top < node.y < bottom
    for one, other in combinations(view.nodes, 2):
        reach = one.size * REACH[one.mark.shape] + other.size * REACH[other.mark.shape]
        assert math.hypot(one.x - other.x, one.y - other.y) >= reach
    assert 0 < view.ground.farthest < 80


def inside(view, x, y):
    return any(Outline(outline).contains_point((x, y)) for outline in view.ground.land)


def test_land_lies_where_land_is_and_the_sea_where_the_sea_is(cities, places):
    for name in ("Madrid", "Paris", "Berlin", "Warsaw"):
        assert inside(cities, *places[name])
    at_sea = replace_point("Lisbon", (45.5, -5.0))
    [ship] = [node for node in at_sea.nodes if node.id == "Lisbon"]
    assert not inside(at_sea, ship.x, ship.y)
    left, top, right, bottom = cities.ground.frame
    for outline in cities.ground.land:
        assert all(left <= x <= right and top <= y <= bottom for x, y in outline)


def replace_point(name, point):
    nodes = [
        replace(
            node,
            properties={**node.properties, "x_latitude": point[0], "x_longitude": point[1]},
        )
        if node.id == name
        else node
        for node in partners_in_capitals().nodes
    ]
    return build_view(
        Network.of(Dataset.of("capitals", nodes, partners_in_capitals().facts)), on_map=True
    )


def test_who_has_no_coordinates_is_listed_and_counted(mapped, cities):
    # By hand: 40 of the sample have a place, 12 of them one without coordinates.
    assert (mapped.ground.placed, len(mapped.ground.missing)) == (28, 20)
    assert ("Klaster Obróbki Metali", "Województwo podlaskie") in mapped.ground.missing
    assert sum(not place for _, place in mapped.ground.missing) == 8
    said = " ".join(shown(ElementTree.fromstring(render_figure(mapped))))
    assert "because no place is stated: 8 organisations" in said
    assert " On the map: 28 organisations. " in alternative_text(mapped)
    assert "Województwo lubuskie (4), Kargowa (2)" in said
    assert "country outlines: Natural Earth" in said
    assert "Side by side: organisations" in said
    assert cities.ground.missing == (("Nowhere", ""),)


def test_ties_are_arcs_that_rise_to_the_north(cities):
    sheet = compose(cities, 16)
    arcs = [rule for rule in sheet.paper.rules if rule.bend]
    # By hand: five partners make ten pairs, six make fifteen with one of the ten again, one tie;
    # of the six one is not on the map.
    assert len(arcs) == 10 + 10 - 1 + 1
    for rule in arcs:
        x, y, u, v = rule.ends
        middle = rule.points()[6]
        assert math.dist(middle, ((x + u) / 2, (y + v) / 2)) > 0.05 * math.dist((x, y), (u, v))
        if abs(u - x) > 2 * abs(v - y):
            assert middle[1] < (y + v) / 2
    spokes = build_view(EUROPE, on_map=True, links="spokes")
    assert sum(group.point is not None for group in spokes.groups) == 2
    assert [area.fill for area in sheet.paper.areas][-1] == LAND


def test_a_map_has_the_same_bytes_and_every_width_and_language():
    view = build_view(Network.of(mapped_sample()), on_map=True, language="pl")
    again = build_view(Network.of(mapped_sample()), on_map=True, language="pl")
    assert render_figure(view, width_cm=8.5) == render_figure(again, width_cm=8.5)
    assert "Obok siebie" in render_figure(view, width_cm=16).decode()


@pytest.mark.parametrize(("width_cm", "least"), [(24, 10), (8.5, 7)])
def test_the_first_with_ties_are_named_on_a_map_and_its_foot_is_whole(width_cm, least, mapped):
    # At 24 cm all of the first ten have room; at 8.5 cm seven had when the picture was looked at.
    sheet = compose(mapped, width_cm)
    tied = {name for line in lines_of(mapped) for name in (line.start, line.end)}
    names = {squeezed(node.label)[:10] for node in mapped.nodes if node.id in tied}
    texts = [(text.x, text.y, text.text) for text in sheet.paper.texts]
    said = [
        squeezed("".join(each for x, y, each in texts if left < x < right and top < y < bottom))
        for left, top, right, bottom in sheet.labels
    ]
    assert sum(each[:10] in names for each in said) >= least
    assert texts[-1][2].endswith("graphkit 0.1.0")
    foot = " ".join(each for _, _, each in texts)
    assert f"{len(sheet.labels)} of 28 names shown" in foot


def test_what_no_map_can_show_is_refused(sample, tmp_path):
    with pytest.raises(UsageError, match="no organisation here has coordinates; give latitude"):
        build_view(Network.of(read_sample()), on_map=True)
    with pytest.raises(UsageError, match="Nowhere is not on the map, because neither"):
        build_view(EUROPE, on_map=True, always_name=["Nowhere"])
    with pytest.raises(UsageError, match="Lisbon has the latitude 91"):
        replace_point("Lisbon", (91, 0))
    for words, said in (
        (["--positions", "a.json"], "--positions does not work with --map"),
        (["--chart", "ranks"], "--map does not work with --chart"),
        ([], "no organisation here has coordinates"),
    ):
        ended = graphkit("figure", "-o", tmp_path / "a.svg", "--map", *words, cwd=sample)
        assert ended.returncode == 2
        assert said in ended.stderr
