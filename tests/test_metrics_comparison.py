"""`compare`: what differs between two selections.

Expected values are by hand from the facts below, or those of `cohesion`, which its own tests
compare with networkx.
"""

from __future__ import annotations

import json
import math
from pathlib import Path

import networkx as nx
import pytest

from graphkit.metrics import cohesion, compare, comparison
from graphkit.metrics.compared_measures import MEASURES
from graphkit.metrics.turnover import Turnover
from graphkit.model import UsageError
from graphkit.network import Network
from graphkit.sources import read_sample
from tests.commands import graphkit
from tests.networks import dataset

KINDS = {
    "a": "Company", "b": "Company", "c": "University", "d": "University", "e": "Company",
    "k": "Cluster", "l": "Cluster",
}  # fmt: skip
EARLY, LATE = {"start": "2010", "end": "2011"}, {"start": "2014", "end": "2015"}
DRAWS = 300


def changing() -> Network:
    """In 2010 a and b are in k, and a and c sign x; in 2014 a and d are in k, c in l, a and c sign
    y. e never has a tie.
    """
    return Network.of(
        dataset(
            KINDS,
            members=[
                ("a", "k", {"start": "2010", "end": "2015"}),
                ("b", "k", EARLY),
                ("d", "k", LATE),
                ("c", "l", LATE),
            ],
            signed=[("a", "x", EARLY), ("c", "x", EARLY), ("a", "y", LATE), ("c", "y", LATE)],
        )
    )


@pytest.fixture(scope="module")
def found() -> comparison.Comparison:
    network = changing()
    return compare(
        network.select(at="2010-06"),
        network.select(at="2014-06"),
        draws=20,
    )


def test_organisations_and_ties_are_kept_gained_and_lost(found) -> None:
    # A: a-k, b-k, a-b, a-c. B: a-k, d-k, a-d, c-l, a-c.
    assert found.organisations == Turnover(kept=3, gained=2, lost=1)
    assert {each.organisation.id: each.status for each in found.changes} == {
        "a": "kept", "c": "kept", "k": "kept", "d": "gained", "l": "gained", "b": "lost",
    }  # fmt: skip
    assert found.organisations.jaccard == 3 / 6
    assert {(each.one.id, each.other.id, each.status) for each in found.tie_changes} == {
        ("a", "c", "kept"), ("a", "k", "kept"),
        ("a", "d", "gained"), ("d", "k", "gained"), ("c", "l", "gained"),
        ("a", "b", "lost"), ("b", "k", "lost"),
    }  # fmt: skip
    assert (found.ties.kept, found.ties.gained, found.ties.lost) == (2, 3, 2)
    # Of a, c and k, the same two pairs are tied in both.
    assert found.ties_among_kept == Turnover(2, 0, 0)


def test_members_of_clusters_stay_join_and_leave(found) -> None:
    k, other = found.clusters
    assert (k.cluster.id, k.a, k.b, k.members) == ("k", 2, 2, Turnover(1, 1, 1))
    assert ([each.id for each in k.joined], [each.id for each in k.left]) == (["d"], ["b"])
    assert (other.cluster.id, other.a, other.b, other.members.jaccard) == ("l", 0, 1, 0.0)


def test_ranks_are_compared_as_shares_of_each_ranking(found) -> None:
    moved = {each.organisation.id: each for each in found.changes}
    # In A a alone is between others (b, k) and c. In B a is between (d, k) and (c, l), 4 pairs, and
    # c between l and the three others, 3 pairs.
    assert (moved["a"].a.rank, moved["a"].b.rank, moved["a"].moved) == (1, 1, 0.0)
    assert (moved["c"].a.rank, moved["c"].b.rank) == (2, 2)
    # In A three share the places 2 to 4, the middle of which is 3.
    assert moved["c"].moved == pytest.approx(2 / 3 - 1 / 4)
    assert (moved["d"].a, moved["d"].moved, moved["d"].apart) == (None, None, None)
    assert moved["a"].a.of == 4
    assert moved["a"].a.low == 1 <= moved["a"].a.high


def test_ranges_that_overlap_are_not_apart() -> None:
    node = changing().organisation("a")

    def apart(a: tuple[int, ...], b: tuple[int, ...]) -> bool | None:
        sides = comparison.Position(*a), comparison.Position(*b)
        return comparison.ComparedOrganisation(node, "kept", *sides).apart

    assert apart((1, 1, 2, 11), (5, 3, 7, 11)) is True
    assert apart((1, 1, 3, 11), (5, 3, 7, 11)) is False
    # Ranks 1 to 3 of 11 are the first fifth, ranks 5 to 9 of 101 are within the first twelfth.
    assert apart((1, 1, 3, 11), (7, 5, 9, 101)) is False
    assert apart((9, 8, 10, 11), (7, 5, 9, 101)) is True
    # Five that share the first rank take all places: nobody is ahead of anybody.
    assert apart((1, 1, 1, 5, 5), (9, 8, 9, 11)) is False
    assert comparison.Position(1, 1, 1, 5, 5).share == 0.5


def test_measures_are_those_of_both_networks_without_isolates(found) -> None:
    network, measures = changing(), found.measures
    for told, at in ((measures.a, "2010-06"), (measures.b, "2014-06")):
        whole = cohesion(network.select(at=at, isolates="exclude"), draws=0)
        assert told.values == pytest.approx([whole.value(name) for name in MEASURES])
    both = zip(measures.a.values, measures.b.values, strict=True)
    assert measures.difference.values == pytest.approx([after - before for before, after in both])


def test_chance_is_that_of_all_networks_with_the_same_groups() -> None:
    """Two declarations of two, by four organisations of two sectors, once each.

    By hand: there are three ways to pair four organisations. In one, both pairs are of one sector
    (E-I -1), in two, both are mixed (E-I 1): the mean is 1/3, the standard deviation sqrt(8)/3.
    Density and degrees are the same in all.
    """
    kinds = {"a": "Company", "b": "Company", "c": "University", "d": "University"}
    alike = Network.of(dataset(kinds, signed=[("a", "x"), ("b", "x"), ("c", "y"), ("d", "y")]))
    mixed = Network.of(dataset(kinds, signed=[("a", "x"), ("c", "x"), ("b", "y"), ("d", "y")]))
    found = compare(alike, mixed, draws=DRAWS).measures
    density, index = 0, MEASURES.index("ei-index")
    assert (found.a.values[index], found.b.values[index]) == (-1.0, 1.0)
    error = 4 * math.sqrt(8 / 9 / DRAWS)
    assert found.a.expected[index] == pytest.approx(1 / 3, abs=error)
    assert found.a.z[index] == pytest.approx(-math.sqrt(2), abs=0.2)
    assert (found.a.low[index], found.a.high[index], found.a.share[index]) == (-1.0, 1.0, 1.0)
    assert found.difference.expected[index] == pytest.approx(0.0, abs=math.sqrt(2) * error)
    # The difference 2 needs one network of each extreme: 1/3 times 2/3 of the pairs of draws.
    assert found.difference.share[index] == pytest.approx(2 / 9, abs=0.06)
    assert found.difference.finding(index) == "within chance"
    assert (found.a.expected[density], found.a.values[density]) == pytest.approx((1 / 3, 1 / 3))
    assert math.isnan(found.a.z[density])


def test_the_result_does_not_depend_on_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    network = Network.of(read_sample())
    sides = network.select(at="2011"), network.select(at="2014-11")
    results = []
    for number in (1, 3):
        monkeypatch.setitem(nx.config.backends["graphkit"], "threads", number)
        results.append(repr(compare(*sides, draws=12, seed=3)))
    assert results[0] == results[1]
    assert results[0] != repr(compare(*sides, draws=12, seed=4))


def test_the_same_network_twice_has_nothing_new() -> None:
    network = Network.of(read_sample())
    same = compare(network, network, draws=0)
    assert same.organisations.jaccard == same.ties.jaccard == 1.0
    assert all(each.status == "kept" and each.moved == 0.0 for each in same.changes)
    assert set(same.measures.difference.values) == {0.0}
    assert all(map(math.isnan, same.measures.a.expected))


@pytest.mark.parametrize(
    ("words", "settings", "said"),
    [
        ({"kind": "Faculty"}, {}, r"in B \(kind Faculty\) no organisation has a tie"),
        ({}, {"draws": -1}, "`draws` -1: give a whole number of at least 0"),
        ({}, {"metric": "degre"}, "did you mean degree?"),
        ({}, {"by": "colour"}, "organisations have no attribute colour"),
        (
            {"overlap": True},
            {"draws": 2},
            "`overlap` in B cannot be compared with chance; give `draws` 0",
        ),
    ],
)
def test_what_cannot_be_compared_is_told(words, settings, said: str) -> None:
    network = Network.of(read_sample())
    with pytest.raises(UsageError, match=said):
        compare(network, network.select(**words), **{"draws": 0, **settings})


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("compared")
    assert graphkit("demo", cwd=folder).returncode == 0
    return folder


def run(folder: Path, *arguments: str):
    store = folder / "graphkit-demo" / "store"
    return graphkit("compare", *arguments, "--store", str(store), cwd=folder)


def test_the_command_prints_sections(folder: Path) -> None:
    ran = run(folder, "at=2011", "at=2014-11", "--draws", "10")
    assert ran.returncode == 0
    assert ran.stdout.startswith("A  at 2011, unknown dates included: 11 organisations with ties, ")
    heads = ("Organisations  9 in both", "Ties  ", "Clusters, ", "Ranks by ", "Measures against ")
    assert all(f"\n{head}" in ran.stdout for head in heads)
    assert "\nA: 48 of 53 organisations" in ran.stderr
    assert "\nB: 48 of 53 organisations" in ran.stderr


def test_options_hold_for_both_sides_and_words_replace_them(folder: Path) -> None:
    ran = run(folder, "at=2011", "at=2014-11,layer=tie,membership", "--layer", "declaration",
              "--draws", "0")  # fmt: skip
    assert "in A (layer declaration, at 2011" in ran.stderr or "A  layer declaration" in ran.stdout
    ran = run(folder, "layer=membership", "everything", "--sector", "business", "--draws", "0")
    assert ran.stdout.startswith("A  layer membership, sector business: ")
    assert "\nB  sector business: " in ran.stdout


def test_each_table_can_be_had(folder: Path) -> None:
    both = ("layer=membership", "everything", "--draws", "3")
    rows = json.loads(run(folder, *both, "--format", "json").stdout)
    assert {row["status"] for row in rows} == {"kept", "gained"}
    rows = json.loads(run(folder, *both, "--table", "measures", "--format", "json").stdout)
    assert [(row["measure"], row["side"]) for row in rows] == [
        (name, side) for name in MEASURES for side in ("A", "B", "B-A")
    ]
    for table in ("ties", "clusters", "counts"):
        ran = run(folder, *both, "--table", table, "--format", "csv")
        assert (ran.returncode, ran.stdout.count("\n") > 1) == (0, True)
    assert run(folder, *both, "-o", "compared.xlsx").returncode == 0
    assert (folder / "compared.xlsx").stat().st_size > 5000


def test_a_word_that_is_unknown_is_told(folder: Path) -> None:
    ran = run(folder, "sectr=business", "everything")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == "graphkit: a selection has no word sectr; did you mean sector?\n"


def test_the_manifest_names_both_sides(folder: Path) -> None:
    ran = run(folder, "at=2011", "everything", "--draws", "0", "--manifest", "m.json")
    assert ran.returncode == 0
    settings = json.loads((folder / "m.json").read_text())["settings"]
    assert (settings["a"], settings["b"]) == ("at=2011", "everything")


def test_networks_of_two_stores_are_compared_by_id() -> None:
    ours = Network.of(dataset("a b c", signed=[("a", "p"), ("b", "p"), ("c", "p")], name="ours"))
    theirs = Network.of(
        dataset("a b d", signed=[("a", "q"), ("b", "q"), ("d", "q")], name="theirs")
    )
    found = compare(ours, theirs, draws=0)
    # By hand: a and b are in both, and so is their tie; each of the others has two ties.
    assert found.organisations == Turnover(kept=2, gained=1, lost=1)
    assert found.ties == Turnover(kept=1, gained=2, lost=2)


def test_turning_the_sides_round_turns_gains_into_losses(found) -> None:
    network = changing()
    back = compare(network.select(at="2014-06"), network.select(at="2010-06"), draws=0)
    for ours, theirs in (
        (back.organisations, found.organisations),
        (back.ties, found.ties),
        *((b.members, f.members) for b, f in zip(back.clusters, found.clusters, strict=True)),
    ):
        assert ours == Turnover(theirs.kept, theirs.lost, theirs.gained)
    moved = {each.organisation.id: each.moved for each in found.changes if each.moved is not None}
    turned = {each.organisation.id: each.moved for each in back.changes if each.moved is not None}
    assert turned == pytest.approx({name: -value for name, value in moved.items()})
