"""Likely pairs of a network: their order by effect, the report, the command and its outputs."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from graphkit.metrics import CountedTwice, cautions, find_duplicates, rank, rank_under, reliance
from graphkit.metrics.counted_twice import counted_twice
from graphkit.model import UsageError
from graphkit.names import NEAR_CERTAIN, Decision, joined
from graphkit.network import Merge, Network
from graphkit.network.surroundings import verdicts_of
from tests.commands import graphkit
from tests.forum import SPELLINGS, forum

FIRST_NAME = {other: name for name, others in SPELLINGS.items() for other in others}
UNION = next(iter(SPELLINGS))


def named(ranking, number=10):
    return [FIRST_NAME.get(node.name, node.name) for node in ranking.organisations[:number]]


@pytest.fixture(scope="module")
def spelt():
    return forum(spelt=True)


def test_six_surplus_spellings_move_the_true_first_to_the_seventh_place(spelt):
    assert named(rank(Network.of(forum(spelt=False))))[0] == UNION
    assert named(rank(Network.of(spelt))).index(UNION) == 6


def test_after_the_ten_decisions_that_are_listed_first_the_ranking_is_right(spelt):
    network = Network.of(spelt)
    first = find_duplicates(network, sort="effect").pairs[:10]
    decisions = [Decision(pair.left.id, pair.right.id, "same") for pair in first]
    right = named(rank(Network.of(forum(spelt=False))))
    assert named(rank(Network.of(joined(spelt, decisions)))) == right
    merges = [Merge(pair.left.id, pair.right.id) for pair in first]
    assert named(rank_under(network, merges)) == right
    # The likeliest ten do not do it: twelve of the pairs change nothing.
    likeliest = find_duplicates(network).pairs[:10]
    assert named(rank_under(network, [Merge(p.left.id, p.right.id) for p in likeliest])) != right


def test_a_merge_that_changes_no_rank_comes_after_those_that_do(spelt):
    found = find_duplicates(Network.of(spelt), sort="effect")
    assert found.tried == len(found.pairs) == 21
    places = [pair.places for pair in found.pairs]
    assert 0 not in places[:9]
    assert places[9:] == [0] * 12
    # By hand: of a pair with a member of no team, the one in a team is kept.
    assert {pair.right.name.endswith("S.C.") for pair in found.pairs[9:]} == {True}


def test_what_moves_is_the_share_of_the_metric_that_lies_elsewhere():
    # By hand: a-b-c and x-d-e, betweenness of b 1 and of d 1; with x as a, all is one path
    # c-b-a-d-e with 3, 4, 3: a tenth half of the shares (.5, .5) becomes (.3, .4, .3).
    from tests.networks import dataset

    pairs = [("a", "b"), ("b", "c"), ("x", "d"), ("d", "e")]
    made = dataset("a b c x d e", ties=pairs)
    nodes = {node.id: node for node in made.nodes}
    names = {"a": "Novatex", "x": "NOVATEX"}
    renamed = [
        type(node)(node.label, node.id, {**node.properties, "name": names[node.id]}, node.kind)
        if node.id in names
        else node
        for node in nodes.values()
    ]
    (pair,) = find_duplicates(
        Network.of(type(made).of("t", renamed, made.facts)), sort="effect", least=0.9
    ).pairs
    assert pair.moved == pytest.approx(0.4)
    assert pair.places > 0


def test_the_report_tells_the_first_ten_now_from_those_if_pairs_were_one(spelt):
    found = reliance(Network.of(spelt))
    assert len(found.near_certain) == len(found.likely) == 21
    assert all(pair.score >= NEAR_CERTAIN for pair in found.near_certain)
    assert named(found.if_likely) == named(rank(Network.of(forum(spelt=False))))


def test_an_unknown_order_is_refused(spelt):
    with pytest.raises(UsageError, match="order"):
        find_duplicates(Network.of(spelt), sort="size")


@pytest.fixture(scope="module")
def store(tmp_path_factory, spelt):
    from graphkit.store import open_store

    folder = tmp_path_factory.mktemp("forum")
    with open_store(folder / "graphkit-store") as opened:
        opened.load(spelt)
    return folder


def test_the_command_lists_pairs_with_their_reasons(store):
    done = graphkit("duplicates", "--format", "csv", cwd=store)
    assert done.returncode == 0, done.stderr
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert len(rows) == 21
    assert "21 likely pairs, all nearly certain" in done.stderr
    about = {(row["left_name"], row["right_name"]): row["reasons"] for row in rows}
    assert about["Fundacja Wspólna Droga", "Fundacja „Wspólna Droga”"].startswith("spelling")


def test_the_command_orders_by_effect_and_cuts(store):
    done = graphkit(
        *("duplicates", "--sort", "effect", "--top", "2", "--format", "json"), cwd=store
    )
    rows = json.loads(done.stdout)
    assert len(rows) == 2
    assert all(row["places"] >= 5 and 0 < row["moved"] < 1 for row in rows)
    assert "the first 2 are listed" in done.stderr


def test_the_command_reports_what_the_ranking_rests_on(store):
    done = graphkit("duplicates", "--report", "--format", "csv", cwd=store)
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    first = next(row for row in rows if row["if_likely"] == "1")
    assert FIRST_NAME.get(first["name"], first["name"]) == UNION
    assert "21 undecided pairs are nearly certain" in done.stderr
    refused = graphkit("duplicates", "--report", "--top", "3", cwd=store)
    assert refused.returncode == 2
    assert "leave out one of them" in refused.stderr


@pytest.mark.parametrize(
    "text",
    [
        "a,b\nLiga Czystego Powietrza,Rada Szkół Wiejskich\n",
        # As the Research Organization Registry writes it: ids and dates are no names.
        "id,names.types.label,names.types.alias,created\n"
        "x,en: Clean Air League; pl: Liga Czystego Powietrza,Rada Szkół Wiejskich,Akademia\n",
    ],
)
def test_a_table_of_names_joins_what_shares_no_letters(store, tmp_path, text):
    table = tmp_path / "names.csv"
    table.write_text(text, encoding="utf-8")
    done = graphkit("duplicates", "--names", table, "--format", "json", cwd=store)
    pairs = {frozenset((row["left_name"], row["right_name"])) for row in json.loads(done.stdout)}
    assert frozenset(("Liga Czystego Powietrza", "Rada Szkół Wiejskich")) in pairs


def test_a_table_in_which_no_row_has_two_names_is_refused(store, tmp_path):
    table = tmp_path / "names.csv"
    table.write_text("a,b\nLiga,\n", encoding="utf-8")
    refused = graphkit("duplicates", "--names", table, cwd=store)
    assert refused.returncode == 3
    assert "names.csv: no row has two names; write the names" in refused.stderr


def test_a_ranking_warns_of_a_nearly_certain_pair_among_the_first_ten(spelt, store):
    network = Network.of(spelt)
    (found,) = (each for each in cautions(network, rank(network)) if isinstance(each, CountedTwice))
    assert (found.rank, found.other_rank) == (3, 4)
    assert found.pairs >= 5
    done = graphkit("rank", "--top", "3", cwd=store)
    assert (
        "caution: 'Izba Gospodarcza Rzemiosł Dawnych' (id m04, rank 3) is nearly certainly also "
        "'Izba Gospodarcza Rzemiosł Dawnych w likwidacji' (id m05, rank 4), one of "
    ) in done.stderr


def test_nothing_is_said_of_a_pair_that_was_decided_or_where_no_name_is_near(spelt):
    network = Network.of(spelt)
    pairs = find_duplicates(network).pairs
    apart = [Decision(pair.left.id, pair.right.id, "different") for pair in pairs]
    settled = replace(network, decisions=tuple(apart))
    assert counted_twice(settled, rank(settled)) is None
    assert find_duplicates(settled).pairs == ()
    listed = find_duplicates(settled, decided=True).pairs
    assert {pair.decided for pair in listed} == {"different"}
    found = reliance(settled)
    assert found.if_likely == found.ranking
    plain = Network.of(forum(spelt=False))
    assert counted_twice(plain, rank(plain)) is None


def test_decisions_in_a_store_set_the_ranking_right_and_their_pairs_are_not_listed(spelt, tmp_path):
    from graphkit.store import open_store

    with open_store(tmp_path / "graphkit-store") as opened:
        opened.load(spelt)
        first = find_duplicates(Network.of(opened), sort="effect").pairs[:10]
        opened.decide([Decision(pair.left.id, pair.right.id, "same") for pair in first])
        # The eleventh is decided under an id that is a part of another one by then.
        opened.decide([Decision("m03", "m18", "different"), Decision("m19", "a37", "unsure")])
        network = Network.of(opened)
        quick = Network.of(opened, evidence=False)
    assert named(rank(network)) == named(rank(Network.of(forum(spelt=False))))
    assert verdicts_of(network) == verdicts_of(quick)
    assert verdicts_of(quick)["m00", "m18"] == "different"
    left = find_duplicates(network).pairs
    assert len(left) == 10  # of twelve, one was decided as the tenth of the first and one is unsure
    assert counted_twice(quick, rank(quick)) is None


def test_the_list_with_its_verdicts_filled_in_is_a_table_of_decisions(spelt, tmp_path):
    from graphkit.store import open_store

    with open_store(tmp_path / "graphkit-store") as opened:
        opened.load(spelt)
    listed = tmp_path / "pairs.csv"
    done = graphkit("duplicates", "--sort", "effect", "-o", listed, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    rows = list(csv.reader(listed.read_text(encoding="utf-8").splitlines()))
    verdict = rows[0].index("verdict")
    for row in rows[1:10]:
        row[verdict] = "same"
    rows[10][verdict] = "different"
    with listed.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    decided = graphkit("decide", "--from", listed, cwd=tmp_path)
    assert decided.returncode == 0, decided.stderr
    assert "decisions: 10 added" in decided.stdout
    ranked = graphkit("rank", "--top", "1", "--format", "csv", cwd=tmp_path).stdout
    assert UNION in ranked or any(other in ranked for other in SPELLINGS[UNION])
    # Eleven pairs that change nothing were left undecided.
    again = graphkit("duplicates", "--format", "json", cwd=tmp_path)
    assert len(json.loads(again.stdout)) == 11
