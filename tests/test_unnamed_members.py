"""Ranks with the members that a source only counts. The numbers are worked out by hand."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import numpy as np
import pytest

from graphkit.export.unnamed_members import unnamed_table
from graphkit.metrics import rank, rank_unnamed, unnamed_members
from graphkit.model import Dataset, Fact, Node, UsageError, date_properties
from graphkit.network import Network, Standing, reported_members
from graphkit.network.hypothetical import extended
from graphkit.sources import read_sample
from graphkit.store import open_store
from tests.commands import graphkit
from tests.networks import dataset


def counted(data, *figures):
    """A data set with figures: (subject, measure, value, and other cells)."""
    nodes, facts = [], []
    for number, (subject, measure, value, *more) in enumerate(figures):
        cells = dict(more[0]) if more else {}
        dates = date_properties(*(cells.pop(each, None) for each in ("start", "end", "observed")))
        status = cells.pop("status", "stated")
        key = f"{data.name}-{number}"
        nodes.append(Node("Figure", key, {"measure": measure, "value": value, **cells}))
        label = next(node.label for node in data.nodes if node.id == subject)
        ends = ("Figure", key), (label, subject)
        facts.append(Fact("DESCRIBES", key, *ends, {"status": status, **dates}))
    return Dataset.of(data.name, [*data.nodes, *nodes], [*data.facts, *facts])


# A cluster g of a and b, and a declaration of c and d.
SMALL = dataset("a b c d g x", members=[("a", "g"), ("b", "g")], signed=[("c", "y"), ("d", "y")])


def ranks(found):
    ids = [node.id for node in found.ranking.organisations]
    return {
        name: dict(zip(ids, some, strict=True))
        for name, some in {
            **found.typical, "low": found.low, "high": found.high, "now": found.ranking.ranks
        }.items()
    }  # fmt: skip


def test_each_scenario_worked_out_by_hand():
    network = Network.of(counted(SMALL, ("g", "members", 5)))
    found = rank_unnamed(network, rank(network, "degree"))
    assert found.added == 3
    placed = ranks(found)
    # a, b and g have degree 2, c and d 1, x none.
    assert placed["now"] == {"a": 1, "b": 1, "g": 1, "c": 4, "d": 4, "x": 6}
    # Six in g have degree 5, then c and d, then x.
    assert placed["no_overlap"] == {"a": 1, "b": 1, "g": 1, "c": 7, "d": 7, "x": 9}
    # a and b are in no other group.
    assert placed["like_known"] == placed["no_overlap"]
    # c and d are members, and a third is added: six have degree 5 (c and d are tied already).
    assert placed["full_overlap"] == {"a": 1, "b": 1, "g": 1, "c": 1, "d": 1, "x": 7}
    assert placed["low"] == {"a": 1, "b": 1, "g": 1, "c": 1, "d": 1, "x": 6 + 1}
    assert placed["high"] == {"a": 1, "b": 1, "g": 1, "c": 7, "d": 7, "x": 9}


def test_further_members_are_in_the_groups_of_known_ones():
    """Five known members are enough; each of them, and so each further one, is in the project."""
    known = list("abcde")
    data = dataset(
        "a b c d e g h i z",
        members=[(each, "g") for each in known] + [("z", "h")],
        took_part=[(each, "p") for each in [*known, "i"]],
    )
    network = Network.of(counted(data, ("g", "members", 7)))
    degree = rank(network, "degree")
    placed = ranks(rank_unnamed(network, degree, draws=3))
    # i is tied to the five, and with two more in the project to seven, like g.
    assert placed["no_overlap"]["i"] == 9
    assert placed["like_known"]["i"] == placed["like_known"]["g"] == 8


def test_where_few_are_known_further_members_are_like_those_of_any_group_of_the_layer():
    data = dataset(
        "a g h z w",
        members=[("a", "g"), ("z", "h"), ("w", "h")],
        took_part=[("a", "p"), ("z", "q")],
    )
    network = Network.of(counted(data, ("g", "members", 41)))
    # Beside g, a is in p, z in h and q, and w in h: a further member has one or two more groups.
    drawn = [len(_added(network, "like_known", draw)[1]) for draw in range(10)]
    assert all(80 < each < 120 for each in drawn)
    assert len(set(drawn)) > 1


def _added(network, scenario, draw=0):
    groups = [each for each in reported_members(network) if each.missing]
    return unnamed_members._Scenarios(network, groups).added(scenario, 0, draw)


def test_the_second_of_the_sample_falls_to_97th_by_degree_and_holds_its_place_by_betweenness():
    network = Network.of(read_sample())
    found = rank_unnamed(network, rank(network, "degree"), draws=5)
    (kom,) = found.groups
    assert (kom.reported, kom.named, kom.missing, found.added) == (95, 4, 91, 91)
    assert str(kom.citations[0]).endswith("(p6)")
    second = found.ranking.organisations[1]
    placed = ranks(found)
    assert (second.id, placed["now"]["bfkk"]) == ("bfkk", 2)
    # The cluster and its 95 members, each tied to the 95 others, come before twelve ties; the four
    # that share the second rank still do.
    assert placed["no_overlap"]["bfkk"] == placed["no_overlap"]["bpnt"] == 97
    assert placed["no_overlap"]["iph-bialystok"] == 101
    # ChM is tied to four more, at the conference.
    assert (placed["no_overlap"]["kom"], placed["no_overlap"]["chm"]) == (1, 2)
    between = rank_unnamed(network, rank(network, "betweenness"), draws=5)
    placed = ranks(between)
    assert placed["now"]["bfkk"] == placed["no_overlap"]["bfkk"] == 5
    assert placed["now"]["chm"] == placed["no_overlap"]["chm"] == 2


def test_where_the_tables_name_as_many_nobody_is_added():
    network = Network.of(counted(SMALL, ("g", "members", 2)))
    found = rank_unnamed(network, rank(network, "degree"))
    assert found.added == 0
    assert found.groups[0].missing == 0
    assert found.low == found.high == found.ranking.ranks
    more = Network.of(counted(SMALL, ("g", "members", 1)))
    assert reported_members(more)[0].missing == 0


@pytest.mark.parametrize(
    ("figures", "words", "expected"),
    [
        # The measure as people write it, the unit, and what is no count of organisations.
        ([("g", "Members", 9)], {}, 9),
        ([("g", "member organisations", 9, {"unit": "organisations"})], {}, 9),
        ([("g", "members", 9, {"unit": "persons"})], {}, None),
        ([("g", "members", 9, {"nature": "target"})], {}, None),
        ([("g", "members", 9.5)], {}, None),
        ([("g", "employment", 9)], {}, None),
        ([("g", "participants", 9)], {}, None),
        ([("y", "members", 9)], {}, None),
        # Of a range the lower end.
        ([("g", "members", 9, {"valueTo": 12})], {}, 9),
        # Of several the latest, then the highest.
        ([("g", "members", 9, {"observed": "2014"}), ("g", "members", 5, {"observed": "2016"}),
          ("g", "members", 20)], {}, 5),
        ([("g", "members", 9), ("g", "members", 12)], {}, 12),
        # At a date one that held, before one of which that is not known; never one that did not.
        ([("g", "members", 9, {"observed": "2014"}), ("g", "members", 5, {"observed": "2016"})],
         {"at": "2014"}, 9),
        ([("g", "members", 9, {"observed": "2014"})], {"at": "2010"}, 9),
        ([("g", "members", 9, {"observed": "2014"})], {"at": "2010", "unknown": "exclude"}, None),
        ([("g", "members", 9, {"start": "2011", "end": "2013"})], {"at": "2010"}, None),
        # The words about facts.
        ([("g", "members", 9, {"status": "disputed"})], {"status": "stated"}, None),
        ([("g", "members", 9)], {"layer": "declaration"}, None),
    ],
)  # fmt: skip
def test_which_figure_counts_members(figures, words, expected):
    data = SMALL
    if figures[0][0] == "y":
        y = Node("Collaboration", "y2", {"name": "Y"})
        data = Dataset.of(data.name, [*data.nodes, y], data.facts)
        figures = [("y2", *figures[0][1:])]
    found = reported_members(Network.of(counted(data, *figures)).select(**words))
    assert [each.reported for each in found] == ([] if expected is None else [expected])
    if expected is not None:
        assert found[0].others == len(figures) - 1
    else:
        network = Network.of(counted(data, *figures)).select(**words)
        with pytest.raises(UsageError, match="no figure counts the members of a selected group"):
            rank_unnamed(network, rank(network, "degree"))


def test_a_figure_of_which_it_is_not_known_whether_it_held_is_marked():
    data = counted(SMALL, ("g", "members", 9, {"observed": "2014"}))
    (found,) = reported_members(Network.of(data).select(at="2010"))
    assert (found.standing, found.dated) == (Standing.UNKNOWN, "2014")
    (found,) = reported_members(Network.of(data).select(at="2014"))
    assert found.standing == Standing.IN_FORCE
    (found,) = reported_members(Network.of(data))
    assert found.standing is None


def test_participants_of_a_project_are_added_too():
    data = counted(dataset("a b", took_part=[("a", "p"), ("b", "p")]), ("p", "participants", 4))
    network = Network.of(data)
    found = rank_unnamed(network, rank(network, "degree"))
    assert (found.groups[0].group.key, found.added) == ("collaboration p", 2)


def test_members_of_unknown_kind_count_only_in_the_sizes_of_groups():
    network = Network.of(counted(SMALL, ("g", "members", 5))).select(kind="Company")
    more = extended(network, *_added(network, "no_overlap"))
    assert more.two_mode.organisations == network.two_mode.organisations
    assert more.two_mode.sizes().tolist() == network.two_mode.sizes().tolist()
    assert network.two_mode.outside is None
    assert more.two_mode.outside.tolist() == [3, 0]  # of the cluster, and of the declaration
    placed = ranks(rank_unnamed(network, rank(network, "degree")))
    assert placed["no_overlap"] == placed["like_known"] == placed["now"]
    # The companies c and d are known, and become members.
    assert placed["full_overlap"] == {"a": 1, "b": 1, "g": 1, "c": 1, "d": 1, "x": 6}


def test_members_are_added_to_the_data_set_that_counts_them(tmp_path):
    with open_store(tmp_path / "store") as store:
        store.load(counted(replace(SMALL, name="one"), ("g", "members", 5)))
        two = dataset("e f h", members=[("e", "h")], name="two")
        store.load(counted(two, ("h", "members", 3)))
        network = Network.of(store)
    assert [each.missing for each in reported_members(network)] == [3, 2]
    network = network.select(dataset="one")
    assert [each.group.id for each in reported_members(network)] == ["g"]
    placed = ranks(rank_unnamed(network, rank(network, "degree")))["no_overlap"]
    # As above: six in g; the members of h are in no fact of this data set.
    assert {each: placed[each] for each in "abgcd"} == {"a": 1, "b": 1, "g": 1, "c": 7, "d": 7}
    assert placed["e"] == placed["f"] == placed["h"] == placed["x"] == 9


def test_who_is_no_longer_in_the_largest_component_comes_last():
    data = dataset("a b c g", members=[("a", "g")], signed=[("b", "y"), ("c", "y")])
    data = counted(
        Dataset.of(data.name, [*data.nodes, Node("Organisation", "d", {"name": "D"}, "Company")],
                   [*data.facts, Fact("SIGNED", "s", ("Organisation", "d"), ("Declaration", "y"),
                                      {"status": "stated"})]),
        ("g", "members", 9),
    )  # fmt: skip
    network = Network.of(data).select(component="largest")
    found = rank_unnamed(network, rank(network, "degree"))
    assert {node.id for node in found.ranking.organisations} == {"b", "c", "d"}
    # The largest component is now the cluster with its nine members.
    assert set(found.typical["no_overlap"]) == {11}


def test_a_network_with_more_in_it_is_the_one_made_from_more():
    stated = read_sample()
    network = Network.of(stated).select(at="2014-11", planned="include")
    for scenario in unnamed_members.SCENARIOS:
        nodes, facts = _added(network, scenario)
        here = extended(network, nodes, facts)
        anew = Network.of(Dataset.of("sample", [*stated.nodes, *nodes], [*stated.facts, *facts]))
        anew = anew.select(at="2014-11", planned="include")
        assert here.facts.id == anew.facts.id
        assert here.index == anew.index
        for name in ("layer", "status", "organisation", "other", "weight", "kind"):
            assert np.array_equal(getattr(here.facts, name), getattr(anew.facts, name)), name
        assert np.array_equal(here.facts.lasting.days, anew.facts.lasting.days)
        assert here.bodies == anew.bodies
        for name in ("degree", "constraint"):
            assert rank(here, name).ranks == rank(anew, name).ranks


def test_the_same_seed_gives_the_same_ranks_and_another_others():
    network = Network.of(read_sample())
    ranking = rank(network, "betweenness")
    one, again, other = (rank_unnamed(network, ranking, draws=3, seed=seed) for seed in (0, 0, 1))
    assert one == again
    assert one.high != other.high


def test_what_cannot_be_added_is_refused():
    network = Network.of(counted(SMALL, ("g", "members", 6_000)))
    with pytest.raises(UsageError, match="5,998 members are not named, 5,998 of G; no more than 5"):
        rank_unnamed(network, rank(network))
    network = Network.of(counted(SMALL, ("g", "members", 5)))
    with pytest.raises(UsageError, match="`draws` 0: give a whole number"):
        rank_unnamed(network, rank(network), draws=0)
    left = extended(network, [], [])
    with pytest.raises(UsageError, match="without evidence"):
        rank_unnamed(left, rank(left))


def test_the_command_says_what_was_added_from_which_figure_and_source(sample):
    words = ("rank", "--unnamed", "--by", "degree", "--draws", "5")
    ran = graphkit(*words, "--format", "csv", cwd=sample)
    rows = list(csv.DictReader(io.StringIO(ran.stdout)))
    first, second = rows[:2]
    names = ("rank", "rank_best", "rank_worst", "no_overlap", "like_known", "full_overlap")
    assert tuple(first)[: len(names)] == names
    assert (second["id"], second["rank"], second["no_overlap"]) == ("bfkk", "2", "97")
    assert int(second["rank_best"]) <= int(second["full_overlap"]) <= int(second["rank_worst"])
    assert (
        "unnamed: membership: Klaster Obróbki Metali has 95 members (Spotkanie partnerów "
        "strategicznych Klastra Obróbki Metali (p6), as of 2014-11), 4 of them named and 91 added\n"
    ) in ran.stderr
    assert "(5 draws, seed 0)\n" in ran.stderr
    network = Network.of(read_sample())
    found = rank_unnamed(network, rank(network, "degree"), draws=5)
    short = unnamed_table(found, 2, short=True)
    assert short.columns[:4] == ("rank", "rank_best", "rank_worst", "name")
    assert [row[0] for row in short.rows] == [1, 2]
    assert "not nodes here" not in ran.stderr
    of_kind = graphkit(*words, "--kind", "University", cwd=sample).stderr
    assert "so they are not nodes here and count only in the sizes of groups\n" in of_kind


@pytest.mark.parametrize("other", [["--bands"], ["--keep", "0.5"], ["--of", "groups"]])
def test_scenarios_do_not_mix_with_other_ways_to_rank_again(sample, other):
    ran = graphkit("rank", "--unnamed", *other, cwd=sample)
    assert ran.returncode == 2
    assert "--unnamed does not work with" in ran.stderr
