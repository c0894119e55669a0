"""The charts: what they say, where their dots, bars and cells are, at every width and language."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from functools import cache
from pathlib import Path

import pytest

from graphkit.metrics import mixing, mixing_chance, rank, rank_bands, source_bands
from graphkit.model import UsageError
from graphkit.network import Network
from graphkit.sources import read_sample
from graphkit.views import build_chart, missing_letters, render_figure
from graphkit.views.charts import names
from graphkit.views.charts.names import NAMES
from graphkit.views.charts.registry import chart_kind
from graphkit.views.figure.fonts import width
from graphkit.views.marks import STROKES
from tests.commands import graphkit
from tests.figures import SVG, shown, squeezed
from tests.networks import dataset

SAMPLE = Network.of(read_sample())
ABOUT = {"timeline": {"ego": "KOM"}}


def chart(name, network=SAMPLE, **how):
    return build_chart(network, name, **{"draws": 30, **ABOUT.get(name, {}), **how})


@cache
def drawn_as(name, language):
    return chart(name, language=language)


def test_every_module_of_a_chart_is_named():
    folder = Path(names.__file__).parent
    modules = {
        path.stem for path in folder.glob("*.py") if "CHART = " in path.read_text(encoding="utf-8")
    }
    assert sorted(modules) == sorted(NAMES)
    assert [chart_kind(name).name for name in NAMES] == list(NAMES)


@pytest.mark.parametrize("language", ["en", "pl"])
@pytest.mark.parametrize("width_cm", [8.5, 16, 24])
@pytest.mark.parametrize("name", NAMES)
def test_text_is_readable_and_stays_on_the_sheet(name, width_cm, language):
    sheet = drawn_as(name, language).on_sheet(width_cm)
    assert len(sheet.paper.texts) > 10
    for each in sheet.paper.texts:
        # Journals print nothing below 7 points.
        assert each.size >= 7
        wide = width(each.text, each.size)
        left = each.x - (wide / 2 if each.centred else 0.0)
        assert left >= 0
        assert left + wide <= sheet.width + 0.5
        assert 0 < each.y < sheet.height
    for area in sheet.paper.areas:
        assert all(-0.5 <= x <= sheet.width + 0.5 for line in area.outlines for x, _ in line)


@pytest.mark.parametrize("name", NAMES)
def test_the_same_network_gives_the_same_bytes(name):
    for form in ("svg", "png", "pdf") if name == "timeline" else ("svg",):
        again = render_figure(chart(name), form, width_cm=8.5, dpi=50)
        assert render_figure(drawn_as(name, "en"), form, width_cm=8.5, dpi=50) == again


@pytest.mark.parametrize("name", NAMES)
def test_an_svg_says_what_it_shows_and_what_it_rests_on(name):
    drawn = drawn_as(name, "pl")
    root = ElementTree.fromstring(render_figure(drawn, width_cm=16))
    assert root.find(f"{SVG}title").text == drawn.title
    described = root.find(f"{SVG}desc").text
    assert described == drawn.description
    assert "3 źródła" in described
    manifest = json.loads(root.find(f"{SVG}metadata").text)
    assert manifest["settings"]["chart"] == name
    assert missing_letters(drawn) == ""


def test_dots_and_bands_are_where_rank_puts_them():
    ranking = rank(SAMPLE, "betweenness")
    bands, sources = rank_bands(SAMPLE, ranking, draws=30), source_bands(SAMPLE, ranking)
    drawn = drawn_as("ranks", "en")
    # By hand: 40 organisations without betweenness share rank 9 and are left out together.
    assert len(drawn.rows) == 8
    assert "rank 9 not shown: shared by 40 organisations" in drawn.notes
    for at, row in enumerate(drawn.rows):
        assert row[:2] == (str(ranking.ranks[at]), ranking.organisations[at].name)
        for cell, (low, high) in zip(
            row[3:],
            ((bands.low[at], bands.high[at]), (sources.best[at], sources.worst[at])),
            strict=True,
        ):
            assert cell == (str(low) if low == high else f"{low}–{high}")
    paper = drawn.on_sheet(16).paper
    dots = paper.stamps[:8]
    step = (dots[2].x - dots[0].x) / 2
    for dot, place in zip(dots, ranking.ranks[:8], strict=True):
        assert dot.x == pytest.approx(dots[0].x + (place - 1) * step, abs=0.05)
    whiskers = [rule.ends for rule in paper.rules[::3]][:8]
    for ends, best, worst in zip(whiskers, sources.best, sources.worst, strict=False):
        assert ends[0] == pytest.approx(dots[0].x + (best - 1) * step, abs=0.05)
        assert ends[2] == pytest.approx(dots[0].x + (worst - 1) * step, abs=0.05)


def test_a_rank_that_everybody_shares_is_still_shown():
    # By hand: in a triangle all three are alike.
    ties = [("a", "b"), ("b", "c"), ("a", "c")]
    drawn = chart("ranks", Network.of(dataset("a b c", ties=ties)), top=2)
    assert [row[0] for row in drawn.rows] == ["1", "1"]
    assert "rank 1 not shown: shared by 3 organisations" in drawn.notes


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Nobody has ties in this selection, so there is no ranking."),
        ("pl", "W tym zakresie nikt nie ma powiązań, więc nie ma rankingu."),
    ],
)
def test_where_nobody_has_ties_nobody_is_ranked(language, said):
    drawn = chart("ranks", Network.of(dataset("a b c")), language=language)
    assert drawn.rows == ()
    assert said in drawn.description
    assert said in " ".join(each.text for each in drawn.on_sheet(8.5).paper.texts)


FACTS = Network.of(
    dataset(
        "a b",
        took_part=[
            ("a", "whole years", {"start": "2010", "end": "2013"}),
            ("a", "open", {"start": "2012-01-01", "end": ".."}),
            ("a", "no end", {"start": "2011-01-01"}),
            ("a", "no start", {"end": "2012-12-31"}),
            ("a", "seen", {"start": "2010-01-01", "observed": "2011-12-31"}),
            ("a", "nothing known"),
            ("b", "whole years"),
        ],
    )
)


def bars(drawn, label):
    """The dark and the pale bars of a row, as pairs of years, and how many corners its last has."""
    paper = drawn.on_sheet(24).paper
    years = {int(each.text): each for each in paper.texts if each.text.isdigit()}
    grid = sorted(area.outlines[0][0][0] for area in paper.areas if area.fill == "#E2E6EA")
    first, last = min(years), max(years)
    scale = (grid[-1] - grid[0]) / (last - first)
    row = next(each.y for each in paper.texts if each.text == label)
    colour = STROKES["collaboration"].colour
    found = {"dark": [], "pale": [], "arrow": 0}
    for area in paper.areas:
        xs, ys = zip(*area.outlines[0], strict=True)
        if not min(ys) - 6 < row < max(ys) + 6 or max(ys) - min(ys) > 12 or max(ys) - min(ys) < 2:
            continue
        ends = tuple(round(first + (x - grid[0]) / scale, 1) for x in (min(xs), max(xs)))
        if len(xs) == 3:
            found["arrow"] += 1
        elif area.fill == colour and max(xs) - min(xs) > 2:
            found["dark"].append(ends)
        elif area.fill not in (colour, "#E2E6EA", "#FFFFFF"):
            found["pale"].append(ends)
    return found


def test_bars_are_dark_for_certain_days_and_pale_for_possible_ones():
    drawn = chart("timeline", FACTS, ego="a")
    # By hand: from some day of 2010 to some day of 2013, so certain from 2011 to 2013 (exclusive).
    assert bars(drawn, "Whole Years") == {
        "dark": [(2011.0, 2013.0)],
        "pale": [(2010.0, 2014.0)],
        "arrow": 0,
    }
    # The axis ends with 2015: what has no end reaches it.
    assert bars(drawn, "No End") == {"dark": [], "pale": [(2011.0, 2015.0)], "arrow": 0}
    assert bars(drawn, "No Start")["pale"] == [(2009.0, 2013.0)]
    opened = bars(drawn, "Open")
    assert opened["arrow"] == 1
    assert opened["dark"][0][0] == 2012.0
    # Seen on the last day of 2011: certain until then, and possible after it.
    assert bars(drawn, "Seen") == {
        "dark": [(2010.0, 2012.0)],
        "pale": [(2010.0, 2015.0)],
        "arrow": 0,
    }
    texts = [each.text for each in drawn.on_sheet(24).paper.texts]
    assert "date unknown" in texts


def test_a_timeline_of_a_group_lists_its_members():
    drawn = chart("timeline", FACTS, ego=None, group="whole years")
    assert drawn.title == "Who was in Whole Years, and when"
    assert sorted(row[0] for row in drawn.rows) == ["A", "B"]
    # By hand: four members of the cluster, and the two declarations that it signed.
    assert len(drawn_as("timeline", "en").rows) == 6
    assert len(chart("timeline", ego=None, group="KOM").rows) == 4
    with pytest.raises(UsageError, match="give `ego` or `group`"):
        chart("timeline", ego=None)
    with pytest.raises(UsageError, match="no facts in this selection"):
        chart("timeline", SAMPLE.select(layer="tie"))


def test_cells_count_what_two_groups_have_in_common():
    network = Network.of(
        dataset(
            {"a": "Company", "b": "Company", "c": "Company", "k": "Cluster", "l": "Cluster"},
            members=[("a", "k"), ("b", "k"), ("c", "k"), ("a", "l"), ("b", "l"), ("k", "l")],
            took_part=[("c", "p"), ("b", "p"), ("c", "alone")],
        )
    )
    drawn = chart("overlap", network)
    # By hand: k has a, b, c; l has a, b, k; p has b, c. A cluster is not counted in itself.
    assert {row[:3] for row in drawn.rows} == {("K", "L", "2"), ("K", "P", "2"), ("L", "P", "1")}
    assert dict(zip("kl kp lp".split(), (row[3] for row in drawn.rows), strict=True)) == {
        "kl": "67 %",
        "kp": "100 %",
        "lp": "50 %",
    }
    texts = [each.text for each in drawn.on_sheet(16).paper.texts]
    assert texts[-1].endswith("graphkit 0.1.0")
    assert (
        "declarations, projects and events with a single organisation, not shown: 1" in drawn.notes
    )
    cells = [each for each in texts if each.isdigit()]
    assert cells == ["3", "2", "3", "2", "1", "2"]


def test_cells_of_mixing_are_those_of_the_command():
    found = mixing(SAMPLE, draws=0)
    chance = mixing_chance(SAMPLE, found, draws=30)
    drawn = drawn_as("mixing", "en")
    assert [int(row[2]) for row in drawn.rows] == [
        found.ties[row][column] for row in range(5) for column in range(row + 1)
    ]
    at = chance.pairs.index((0, 2))
    assert chance.ties.finding(at) == "less than chance"
    row = next(each for each in drawn.rows if each[:2] == ("Business", "Public administration"))
    assert row[3] == f"{chance.ties.low[at]:g}–{chance.ties.high[at]:g}"
    assert row[4] == "fewer than expected by chance"
    for width_cm, brackets in ((8.5, False), (24, True)):
        texts = shown(ElementTree.fromstring(render_figure(drawn, width_cm=width_cm)))
        assert (f"({row[3]})" in texts) is brackets
        assert squeezed("".join(texts)).count("inbrackets:") == brackets
        assert "1 ▼" in texts
    with_backbone = chart("mixing", SAMPLE.select(overlap=True))
    assert {each[4] for each in with_backbone.rows} == {"not compared"}


def test_long_names_keep_what_tells_them_apart():
    names = ("Wspólna deklaracja bardzo wielu partnerów regionalnych, " * 2).strip()
    rows = [(each, f"{names} {town}") for each in "ab" for town in ("Białystok", "Suwałki")]
    drawn = chart("overlap", Network.of(dataset("a b", took_part=rows)))
    said = " ".join(each.text for each in drawn.on_sheet(8.5).paper.texts)
    assert "Białystok" in said
    assert "Suwałki" in said


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"name": "rank"}, "`chart` rank: unknown chart.*ranks"),
        ({"name": "ranks", "by": "sector"}, "`by` sector: unknown metric"),
        ({"name": "ranks", "by": "none"}, "a chart of ranks needs a metric"),
        ({"name": "overlap", "by": "degree"}, "overlap does not use `by`"),
        ({"name": "mixing", "ego": "KOM"}, "mixing does not use `ego`"),
        ({"name": "timeline", "ego": "KOM", "group": "KOM"}, "exclude each other"),
        ({"name": "ranks", "top": 0}, "`top` 0: give a whole number of at least 1"),
        ({"name": "ranks", "language": "de"}, "`language` de"),
    ],
)
def test_what_a_chart_cannot_use_is_refused(how, said):
    with pytest.raises(UsageError, match=said):
        build_chart(SAMPLE, **how)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--top", "3"], "--top works only with --chart; add it"),
        (["--chart", "ranks", "--links", "pairs"], "--links does not work with --chart"),
        (["--chart", "timeline"], "give --ego or --group"),
        (["--chart", "overlap", "--by", "degree"], "does not use --by; leave it out"),
    ],
)
def test_the_command_refuses_options_that_do_not_go_together(arguments, said, sample, tmp_path):
    ended = graphkit("figure", "-o", tmp_path / "a.svg", *arguments, cwd=sample)
    assert ended.returncode == 2
    assert said in ended.stderr


def test_the_command_writes_a_chart(sample, tmp_path):
    path = tmp_path / "kom.svg"
    words = ("--ego", "KOM", "--subtitle", "Who came when", "--source", "Own work")
    ended = graphkit("figure", "-o", path, "--chart", "timeline", *words, cwd=sample)
    assert ended.returncode == 0
    assert f"wrote {path}" in ended.stderr
    names = shown(ElementTree.fromstring(path.read_bytes()))
    assert {"Klaster Obróbki Metali in time", "Who came when", "Source: Own work"} <= {*names}
    assert "MALOW (member)" in names


def test_mixing_without_ties_says_so_and_gives_no_coefficient():
    nothing = SAMPLE.select(at="1850", unknown="exclude")
    mixed = chart("mixing", nothing)
    assert "The filters leave no ties." in render_figure(mixed, "svg").decode()
    assert not any("nan" in note for note in mixed.notes)
