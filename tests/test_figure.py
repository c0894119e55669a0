"""The static figure: the page's picture on paper, text that stays text, the same bytes."""

from __future__ import annotations

import dataclasses
import io
import math
import os
import re
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest

from graphkit.model import KINDS, LAYERS, Dataset, UsageError
from graphkit.network import Network
from graphkit.views import build_view, render_figure, write_figure
from graphkit.views.figure.render import FORMATS
from graphkit.views.figure.sheet import compose
from graphkit.views.lines import lines_of
from graphkit.views.marks import BETWEEN, MARKS, REACH, STROKES, corners
from tests.browser import partners
from tests.figures import marks, shown, svg, view_of
from tests.networks import dataset
from tests.test_layout_views import teams


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_view_gives_the_same_bytes(form):
    shuffled = Dataset.of("test", reversed(partners().nodes), reversed(partners().facts))
    views = (view_of("partners"), view_of("partners"), build_view(Network.of(shuffled)))
    assert len({render_figure(view, form, dpi=50) for view in views}) == 1


def test_bytes_depend_on_neither_hash_seed_nor_settings(tmp_path):
    # The first with a seed of its own, the second with that of the tests.
    script = (
        "import sys; from tests.browser import partners; from graphkit.network import Network;"
        "from graphkit.views import build_view, write_figure;"
        "view = build_view(Network.of(partners()), language='pl');"
        "[write_figure(view, f'{sys.argv[1]}.{form}', dpi=60) for form in ('svg', 'png', 'pdf')]"
    )
    settings = tmp_path / "matplotlibrc"
    settings.write_text("font.size: 33\nsvg.fonttype: path\nfigure.facecolor: red\n")
    of_a_person = {"MATPLOTLIBRC": str(settings), "TZ": "Asia/Tokyo"}
    of_python = {"PYTHONHASHSEED": "1", "LC_ALL": "C", "PYTHONUTF8": "0"}
    subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "apart")],
        check=True,
        env=os.environ | of_python | of_a_person,
        cwd=Path(__file__).parents[1],
    )
    view = build_view(Network.of(partners()), language="pl")
    for form in FORMATS:
        drawn = (tmp_path / f"apart.{form}").read_bytes()
        assert drawn == render_figure(view, form, dpi=60), form


def test_a_persons_settings_are_left_alone():
    import matplotlib

    with matplotlib.rc_context({"font.size": 33.0, "svg.hashsalt": "mine"}):
        render_figure(view_of("partners"))
        assert matplotlib.rcParams["font.size"] == 33.0
        assert matplotlib.rcParams["svg.hashsalt"] == "mine"


@pytest.mark.parametrize("name", ["partners", "en", "crowd"])
def test_positions_shapes_and_colours_are_those_of_the_view(name):
    view = view_of(name)
    sheet = compose(view, 24)
    stamps = {(stamp.x, stamp.y): stamp for stamp in marks(sheet)}
    assert len(stamps) == len(view.nodes)
    first, *_, last = sorted(view.nodes, key=lambda node: node.x)
    drawn = sorted(stamps)
    scale = (drawn[-1][0] - drawn[0][0]) / (last.x - first.x)
    left, top = drawn[0][0] - scale * first.x, min(y for _, y in drawn)
    top -= scale * min(node.y for node in view.nodes)
    for node in view.nodes:
        at = (left + scale * node.x, top + scale * node.y)
        near = min(stamps, key=lambda place: math.dist(place, at))
        assert math.dist(near, at) < 0.05
        assert stamps[near].mark == node.mark
        assert stamps[near].mark == MARKS[node.organisation.kind]
    radii = sorted(
        (node.size, stamps_radius(stamps, node, left, top, scale)) for node in view.nodes
    )
    assert [radius for _, radius in radii] == sorted(radius for _, radius in radii)


def stamps_radius(stamps, node, left, top, scale):
    at = (left + scale * node.x, top + scale * node.y)
    return stamps[min(stamps, key=lambda place: math.dist(place, at))].radius


@pytest.mark.parametrize("name", ["en", "crowd"])
@pytest.mark.parametrize("width_cm", [8, 16, 60])
def test_marks_do_not_touch_however_much_they_are_enlarged(name, width_cm):
    view = view_of(name)
    stamps = marks(compose(view, width_cm))
    assert len(stamps) == len(view.nodes)
    for one, other in combinations(stamps, 2):
        reach = one.radius * REACH[one.mark.shape] + other.radius * REACH[other.mark.shape]
        assert math.hypot(one.x - other.x, one.y - other.y) >= reach * 0.99


def test_shapes_are_those_of_the_page():
    web = Path(__file__).parents[1] / "graphkit" / "views" / "web"
    script = (web / "src" / "scene" / "marks.ts").read_text(encoding="utf-8")
    polygons = re.findall(r'"(\w+)", polygon\((\d+), ([\d.]+), ([^,)]+)(?:, ([\d.]+))?\)', script)
    assert {name for name, *_ in polygons} == {mark.shape for mark in MARKS.values()} - {"dot"}
    for name, count, radius, turn, inner in polygons:
        angle = eval(turn, {"Math": type("Math", (), {"PI": math.pi})})
        for corner, (x, y) in enumerate(corners(name)):
            reach = float(radius) * (float(inner) if inner and corner % 2 else 1)
            at = angle + 2 * math.pi * corner / int(count)
            assert (x, y) == pytest.approx((reach * math.cos(at), reach * math.sin(at)), abs=1e-6)
        assert len(corners(name)) == int(count)


def test_every_layer_has_a_colour_and_a_dash_of_its_own():
    assert len({STROKES[layer].colour for layer in LAYERS}) == len(LAYERS)
    assert len({STROKES[layer].dash for layer in LAYERS}) == len(LAYERS)


def luminance(colour):
    # WCAG 2.2's relative luminance.
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    ]
    return sum(a * b for a, b in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("stroke", STROKES.values())
def test_lines_stand_out_on_white_and_on_the_dark_page(stroke):
    # WCAG 2.2, success criterion 1.4.11: at least 3 to 1.
    assert 1.05 / (luminance(stroke.colour) + 0.05) >= 3
    assert (luminance(stroke.on_dark) + 0.05) / (luminance("#13171c") + 0.05) >= 3


def test_lines_tell_layers_and_inference_apart():
    # By hand: four spokes to the declaration, one of them inferred, and one membership.
    lines = {(line.layer, line.start, line.end): line for line in lines_of(view_of("partners"))}
    assert set(lines) == {
        ("declaration", "a", None),
        ("declaration", "b", None),
        ("declaration", "bialystok-park", None),
        ("declaration", "cluster", None),
        ("membership", "c", "cluster"),
    }
    assert [key[1] for key, line in lines.items() if line.inferred] == ["bialystok-park"]


def test_a_figure_of_communities_keeps_their_sizes():
    # By hand: 90 teams of nine; the ties between two teams are of no one layer.
    view = build_view(teams(90, 9), by="degree")
    assert {line.layer for line in lines_of(view)} == {BETWEEN}
    names = [text for text in shown(svg(view, width_cm=60)) if text.endswith(")")]
    assert sum(int(text.rpartition("(")[2][:-1]) for text in names if text[0] != "C") >= 9 * 20


def test_parallel_facts_of_two_layers_are_two_lines():
    facts = dataset("a b", ties=[("a", "b"), ("a", "b")], took_part=[("a", "p"), ("b", "p")])
    view = build_view(Network.of(facts))
    lines = lines_of(view)
    assert [(line.layer, len(line.groups), line.side, line.sides) for line in lines] == [
        ("collaboration", 1, 0, 2),
        ("tie", 2, 1, 2),
    ]
    one, other = compose(view, 24).paper.rules[:2]
    assert math.dist(one.ends[:2], other.ends[:2]) > 1
    assert other.width > one.width


def test_the_legend_names_what_occurs_and_nothing_else():
    lines = shown(svg(view_of("partners")))
    assert "Cluster (2)" in lines
    assert "Company (1)" in lines
    assert not [line for line in lines if line.startswith("School")]
    assert {"Membership", "Declaration"} <= set(lines)
    assert {"Collaboration", "Direct tie"}.isdisjoint(lines)
    assert "Inferred only, not stated in a source" in lines


def test_the_figure_says_what_it_rests_on_and_no_time_of_day():
    selected = Network.of(partners()).select(layer="declaration", at="2014")
    view = build_view(selected, language="pl", title="Białystok")
    text = " ".join(shown(svg(view)))
    for phrase in ("warstwy: deklaracja; stan na 2014", "2 źródła", "4 fakty", "graphkit 0."):
        assert phrase in text
    for form in FORMATS:
        drawn = render_figure(view, form, dpi=50)
        assert b"CreationDate" not in drawn
        assert b"dc:date" not in drawn
        assert b"tIME" not in drawn


def test_a_png_has_the_size_asked_for_and_says_what_it_shows():
    from PIL import Image

    image = Image.open(io.BytesIO(render_figure(view_of("partners"), "png", width_cm=16, dpi=127)))
    assert image.width == 800
    assert image.info["Title"] == "Partnership network"
    assert "Klaster Łączności" in image.info["Description"]


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, 1e300])
@pytest.mark.parametrize("field", ["x", "y", "size"])
def test_what_is_no_number_is_never_drawn(field, value):
    first, *others = view_of("partners").nodes
    wrong = dataclasses.replace(first, **{field: value})
    with pytest.raises(UsageError, match="cluster: its position"):
        render_figure(dataclasses.replace(view_of("partners"), nodes=(wrong, *others)))


def test_a_group_without_a_number_is_never_drawn():
    groups = tuple(
        dataclasses.replace(group, point=group.point and (math.nan, 0.0))
        for group in view_of("partners").groups
    )
    with pytest.raises(UsageError, match="shared group"):
        render_figure(dataclasses.replace(view_of("partners"), groups=groups))


def test_an_unknown_value_draws_the_smallest_mark():
    drawn = render_figure(build_view(Network.of(partners()), by="constraint")).decode()
    assert not re.search(r"\bnan\b|\binf\b", drawn, re.IGNORECASE)


def test_too_much_is_refused_with_the_cure(monkeypatch):
    for width_cm in (7.9, 201, math.nan, math.inf, -1):
        with pytest.raises(UsageError, match=r"`width_cm` .* 8 to 200 cm"):
            render_figure(view_of("partners"), width_cm=width_cm)
    for dpi in (0, 49, 1201):
        with pytest.raises(UsageError, match=r"`dpi` .* 50 to 1200"):
            render_figure(view_of("partners"), "png", dpi=dpi)
    with pytest.raises(UsageError, match=r"million are drawn; use `dpi` \d+ or less") as caught:
        render_figure(view_of("partners"), "png", width_cm=200, dpi=1200)
    fitting = int(re.search(r"`dpi` (\d+)", str(caught.value))[1])
    with pytest.raises(UsageError):
        render_figure(view_of("partners"), "png", width_cm=200, dpi=fitting + 1)
    monkeypatch.setattr("graphkit.views.figure.sheet.MOST", 6)
    with pytest.raises(UsageError, match=r"at most 6; leave `everything` out .*`kind`"):
        render_figure(view_of("partners"))


def test_the_ending_names_the_format(tmp_path):
    for form, start in (("svg", b"<svg"), ("png", b"\x89PNG"), ("PDF", b"%PDF")):
        write_figure(view_of("partners"), tmp_path / f"figure.{form}", dpi=50)
        assert (tmp_path / f"figure.{form}").read_bytes().startswith(start)
    with pytest.raises(UsageError, match=r"figure\.jpg.* \.svg, \.png, \.pdf"):
        write_figure(view_of("partners"), tmp_path / "figure.jpg")
    with pytest.raises(UsageError, match=r"cannot be written"):
        write_figure(view_of("partners"), tmp_path / "figure.svg" / "inside.svg")


@pytest.mark.parametrize("names", ["", "a", "a b"])
def test_a_network_of_next_to_nobody_has_a_figure(names):
    view = build_view(Network.of(dataset(names)))
    for form in FORMATS:
        assert render_figure(view, form, width_cm=8, dpi=50)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_drawn(kind):
    view = build_view(Network.of(dataset({"a": kind})))
    assert [stamp.mark for stamp in marks(compose(view, 8))] == [MARKS[kind]]


@pytest.mark.parametrize(
    ("network", "said"),
    [
        (Network.of(dataset("a b c")).select(kind="Cluster"), "no organisations"),
        (Network.of(dataset("a b c")), "no ties"),
    ],
)
def test_a_figure_without_organisations_or_ties_says_so(network, said):
    assert f"This selection has {said}." in shown(svg(build_view(network), width_cm=8.5))


def test_a_community_is_not_named_before_one_that_ranks_before_it():
    view = build_view(teams(90, 9), by="degree")
    nodes = tuple(
        dataclasses.replace(node, values={**node.values, "best": 10 + at})
        for at, node in enumerate(view.nodes)
    )
    drawn = dataclasses.replace(view, nodes=nodes)
    for width_cm in (8.5, 16):
        said = {each.text for each in compose(drawn, width_cm).paper.texts}
        named = [re.split(r", | \(", node.label)[0] in said for node in nodes]
        # Sorted: nobody is named after the first without a name.
        assert named == sorted(named, reverse=True)
        assert 1 < sum(named) < len(nodes)
