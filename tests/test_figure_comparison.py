"""Small multiples: nobody moves, and what came and went is marked and counted."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from graphkit.metrics import compare
from graphkit.model import UsageError
from graphkit.network import Network
from graphkit.sources import read_sample
from graphkit.views import build_view, compare_views, render_figure
from graphkit.views.comparing import heading_of
from graphkit.views.figure.comparison_sheet import columns_for, compose_comparison
from graphkit.views.figure.legend import POINTED_OUT
from graphkit.views.themes import INK, PAPER
from tests.figures import shown, svg
from tests.networks import dataset

WHOLE = Network.of(read_sample())
DATES = {date: WHOLE.select(at=date) for date in ("2011", "2014-11")}


@pytest.fixture(scope="module")
def drawn():
    return compare_views(DATES)


def test_counts_are_those_of_the_comparison_in_numbers(drawn):
    found = compare(*DATES.values(), draws=0)
    assert drawn.panels[1].organisations == found.organisations
    assert drawn.panels[1].ties == found.ties
    said = shown(svg(drawn, width_cm=16))
    assert "25 organisations with ties (new 16, gone 2)" in said
    assert "97 ties (new 85, gone 2)" in said
    assert {"2011", "2014-11", "new", "in both", "gone"} <= {*said}


def test_nobody_moves_and_marks_have_one_scale(drawn):
    first, last = ({node.id: node for node in panel.view.nodes} for panel in drawn.panels)
    assert len(first.keys() & last.keys()) == 9
    for name in first.keys() & last.keys():
        assert (first[name].x, first[name].y) == (last[name].x, last[name].y)
    # A value has one size, whichever panel it is in.
    sizes = {}
    for node in (*first.values(), *last.values()):
        assert sizes.setdefault(node.values["betweenness"], node.size) == node.size
    assert len(sizes) > 3


@pytest.mark.parametrize("width_cm", [16, 24])
def test_panels_are_alike_on_paper_and_can_be_read(width_cm, drawn):
    sheet = compose_comparison(drawn, width_cm)
    left, top, right, bottom = sheet.picture
    drawn = [each for each in sheet.paper.stamps if top <= each.y <= bottom]
    # By hand: 11 organisations, then 25 and the two that are gone.
    assert len(drawn) == 11 + 25 + 2
    assert sum(stamp.mark.colour == PAPER for stamp in drawn) == 2
    assert sum(ring.colour == INK and ring.y <= bottom for ring in sheet.paper.rings) == 16
    half = (left + right) / 2
    apart = half + 0.75 * 7 - left
    places = {(round(stamp.x, 1), round(stamp.y, 1)) for stamp in drawn}
    for stamp in drawn:
        if stamp.x < half:
            moved = (stamp.x + apart, stamp.y)
            assert any(abs(x - moved[0]) < 0.2 and abs(y - moved[1]) < 0.2 for x, y in places)
    assert min(text.size for text in sheet.paper.texts) >= 6.3
    for one, other in combinations(sheet.labels, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_lines_that_come_go_and_stay_are_told_apart():
    # By hand: a-b signed together in both years; a-c in the first alone, b-c in the second alone.
    rows = [("a", "p"), ("b", "p")]
    rows += [(who, "q", {"start": "2010", "end": "2010"}) for who in "ac"]
    rows += [(who, "r", {"start": "2012", "end": "2012"}) for who in "bc"]
    network = Network.of(dataset("a b c", took_part=rows))
    drawn = compare_views({year: network.select(at=year) for year in ("2010", "2012")})
    before, after = drawn.panels
    assert [(line.start, line.end) for line in before.lines] == [("a", "b"), ("a", "c")]
    assert [(line.start, line.end) for line in after.lines] == [("a", "b"), ("b", "c")]
    assert after.new_lines == {1}
    assert [(line.start, line.end) for line in after.gone_lines] == [("a", "c")]
    assert (after.new, after.gone) == (frozenset(), ())
    assert (after.ties.kept, after.ties.gained, after.ties.lost) == (1, 1, 1)
    widths = [rule.width for rule in compose_comparison(drawn, 16).paper.rules if rule.dash]
    assert max(widths) == pytest.approx(2.2 * min(widths), rel=0.05)


def test_a_cluster_that_one_panel_leaves_out_has_its_point_where_it_stood():
    kinds = {"k": "Cluster", "a": "Company", "b": "Company", "c": "Company"}
    network = Network.of(dataset(kinds, members=[(each, "k") for each in "abc"]))
    drawn = compare_views({"everyone": network, "companies": network.select(kind="Company")})
    first, second = (panel.view for panel in drawn.panels)
    [cluster] = [node for node in first.nodes if node.id == "k"]
    [group] = second.groups
    assert group.point == (cluster.x, cluster.y)
    assert [node.id for node in drawn.panels[1].gone] == ["k"]


def test_a_category_has_one_mark_in_all_panels():
    kinds = dict.fromkeys("abcd", "Company")
    network = Network.of(dataset(kinds, ties=[("a", "b"), ("c", "d"), ("b", "c")]))
    sides = {"one": network, "other": network.select(kind="Company")}
    marks = {
        (node.organisation.properties["sector"], node.mark)
        for panel in compare_views(sides, colour="sector").panels
        for node in panel.view.nodes
    }
    assert len(marks) == 1


def test_an_author_writes_around_a_comparison_and_points_out(drawn):
    # KOM has ties in both years; another one that is new in the second is named there alone.
    [new, *_] = (node for node in drawn.panels[1].view.nodes if node.id in drawn.panels[1].new)
    drawn = compare_views(
        DATES,
        subtitle="Three years",
        caption="What we saw.",
        source="Our files",
        always_name=[new.id],
        highlight=["KOM: the hub"],
        labels="aliases",
        theme="greyscale",
        legend="none",
    )
    first, last = (panel.view.authoring for panel in drawn.panels)
    assert [each.note for each in (*first.highlights, *last.highlights)] == ["", "the hub"]
    assert (len(first.always_name), len(last.always_name)) == (0, 1)
    sheet = compose_comparison(drawn, 16)
    rings = [ring for ring in sheet.paper.rings if ring.width == POINTED_OUT]
    middle = (sheet.picture[0] + sheet.picture[2]) / 2
    assert [ring.x < middle for ring in rings] == [True, False]
    picture = svg(drawn, width_cm=16)
    said = " ".join(shown(picture))
    for text in ("Three years", "What we saw.", "Source: Our files", "the hub"):
        assert text in said
    # No legend, no colour.
    assert "in both" not in said
    colours = {*re.findall("#[0-9a-f]{6}", render_figure(drawn, width_cm=16).decode())}
    assert len(colours) > 5
    assert all(each[1:3] == each[3:5] == each[5:7] for each in colours)


def test_ranks_have_a_key_for_each_panel(drawn):
    said = " ".join(shown(svg(compare_views(DATES, labels="ranks", theme="dark"), width_cm=16)))
    first = [
        f"{heading}: 1 {panel.view.nodes[0].label}"
        for heading, panel in zip(DATES, drawn.panels, strict=True)
    ]
    assert all(each in said for each in first)


def test_what_a_comparison_cannot_point_out_is_refused(drawn):
    with pytest.raises(UsageError, match="use below or none"):
        compare_views(DATES, legend="right")
    with pytest.raises(UsageError, match="did you mean"):
        compare_views(DATES, always_name=["ARLEGG"])
    line = next(line for line in drawn.panels[1].lines if line.end is not None)
    with pytest.raises(UsageError, match="cannot point out a chain"):
        compare_views(DATES, highlight=[f"{line.start}..{line.end}"])
    somewhere = {node.id for node in drawn.frame.nodes}
    alone = next(node.id for node in build_view(WHOLE).nodes if node.id not in somewhere)
    with pytest.raises(UsageError, match="has no ties in any of these selections"):
        compare_views(DATES, highlight=[alone])


def test_the_same_comparison_gives_the_same_bytes(drawn):
    assert render_figure(compare_views(DATES), width_cm=16) == render_figure(drawn, width_cm=16)


def test_the_description_says_what_each_panel_has(drawn):
    root = svg(drawn, width_cm=16)
    description = next(each.text for each in root if each.tag.endswith("desc"))
    assert "2011: 11 organisations with ties, 14 ties." in description


def test_selections_without_ties_and_wrong_numbers_of_them_are_refused():
    with pytest.raises(UsageError, match="1850: nobody has ties"):
        compare_views({"2011": DATES["2011"], "1850": WHOLE.select(at="1850", unknown="exclude")})
    with pytest.raises(UsageError, match="2 to 6 selections, not 7"):
        compare_views({str(at): WHOLE for at in range(7)})


@pytest.mark.parametrize(
    ("panels", "width_cm", "columns"),
    [(2, 16, 2), (3, 16, 2), (3, 24, 3), (4, 24, 2), (5, 24, 3), (6, 16, 2), (6, 24, 3), (2, 8, 1)],
)
def test_panels_stand_in_even_rows(panels, width_cm, columns):
    # By hand: a panel is at least 6.4 cm wide, and at most three stand side by side.
    assert columns_for(panels, width_cm) == columns


def test_headings_say_the_values_in_the_language_of_the_figure():
    assert (
        heading_of({"at": "2014-11", "sector": ["business"]}, "pl") == "2014-11, przedsiębiorstwa"
    )
    assert heading_of({"place": ["Podlasie"]}) == "Podlasie"
    assert re.match("only direct ties", heading_of({"backbone": True}))
    assert heading_of({}) == "all data"
