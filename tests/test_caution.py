"""What to know before a ranking is quoted. All numbers are worked out by hand."""

from __future__ import annotations

from itertools import pairwise

import pytest

from graphkit.export.cautions import caution_text
from graphkit.metrics import (
    LargeGroup,
    OneSource,
    SharedRank,
    WithoutFacts,
    caution,
    cautions,
    rank,
)
from graphkit.network import Network
from tests.commands import graphkit
from tests.networks import dataset


def ids(letter, number):
    return [f"{letter}{at:02}" for at in range(number)]


def found(network, by="degree"):
    return {type(each): each for each in cautions(network, rank(network, by))}


def declared(size, pairs):
    """Signatories of one declaration, and other organisations in pairs that have a direct tie."""
    signatories, ones, others = ids("a", size), ids("b", pairs), ids("c", pairs)
    return Network.of(
        dataset(
            " ".join([*signatories, *ones, *others]),
            signed=[(each, "d") for each in signatories],
            ties=list(zip(ones, others, strict=True)),
        )
    )


def test_a_declaration_of_forty_makes_780_of_813_ties_and_fills_the_first_places():
    # 40 * 39 / 2 pairs and 33 ties: each signatory has degree 39, everybody else 1.
    large = found(declared(40, 33))[LargeGroup]
    assert (large.group.id, large.organisations, large.ties, large.of) == ("d", 40, 780, 813)
    assert large.places == 40
    assert caution_text(large) == (
        "780 of 813 ties (96%) are between the 40 organisations of one group (declaration: D), "
        "and these fill the first 40 places"
    )


@pytest.mark.parametrize(("size", "pairs", "said"), [(5, 10, False), (5, 9, True), (4, 3, False)])
def test_a_group_is_named_that_makes_more_than_half_of_at_least_ten_ties(size, pairs, said):
    # Five make ten ties, four make six of nine.
    assert (LargeGroup in found(declared(size, pairs))) == said


def test_the_first_places_end_where_another_shares_the_rank():
    signatories = ids("a", 6)
    network = Network.of(
        dataset(
            " ".join([*signatories, "b", *ids("c", 6)]),
            signed=[(each, "d") for each in signatories],
            ties=[("b", each) for each in ids("c", 5)] + [("a00", "c05")],
        )
    )
    # a00 has degree 6, the other signatories and b have 5.
    large = found(network)[LargeGroup]
    assert (large.ties, large.of, large.places) == (15, 21, 1)
    assert "places" not in caution_text(large)


def test_with_overlap_only_those_count_who_were_in_the_group_together():
    left = {"start": "2001", "end": "2002"}
    came = {"start": "2010", "end": ".."}
    network = Network.of(
        dataset(
            " ".join(ids("a", 8)),
            took_part=[(each, "p", left if number < 2 else came)
                       for number, each in enumerate(ids("a", 8))],
        )
    )  # fmt: skip
    assert found(network)[LargeGroup].ties == 28
    # The two who left are tied, and so are the six who came: 1 + 15.
    assert found(network.select(overlap=True))[LargeGroup].ties == 16


def test_a_backbone_has_ties_between_pairs_and_no_large_group():
    assert LargeGroup not in found(declared(40, 33).select(backbone=True))


def test_signatories_of_one_declaration_alone_cannot_be_told_apart():
    shared = found(declared(65, 0), "betweenness")[SharedRank]
    assert shared == SharedRank("betweenness", 1, 65, 65, tied=True, tried=False, helps=())
    assert caution_text(shared) == (
        "betweenness does not tell 65 organisations apart, which share rank 1; all of them are in "
        "the same groups, and only more facts can tell these apart"
    )


def test_organisations_without_ties_cannot_be_told_apart_either():
    shared = found(declared(3, 0).select(layer="tie"))
    assert SharedRank not in shared  # of three organisations nothing is said
    network = Network.of(dataset(" ".join(ids("a", 12)), ties=[("a00", "a01")]))
    shared = found(network)[SharedRank]
    assert (shared.rank, shared.organisations, shared.alike, shared.tied) == (3, 10, 10, False)
    assert "all of them have no ties, and only more facts" in caution_text(shared)


# Ten have signed x, so each is tied to each; the project p7 has a07, a08 and a09, and so on.
NESTED = Network.of(
    dataset(
        " ".join(ids("a", 10)),
        signed=[(each, "x") for each in ids("a", 10)],
        took_part=[(f"a0{at}", f"p{number}") for number in range(1, 9) for at in range(number, 10)],
    )
)


def test_what_tells_organisations_apart_is_tried_out():
    """Degree is 9 for all. They share 1, 2, … groups with others; a08 and a09 the same nine."""
    shared = found(NESTED)[SharedRank]
    assert (shared.organisations, shared.alike, shared.tried) == (10, 2, True)
    # Unweighted, the other metrics of ties see the same complete graph.
    two_mode = ("two-mode-degree", "two-mode-betweenness", "two-mode-closeness")
    assert shared.helps == tuple(("by", each, 2) for each in ("strength", *two_mode))
    assert caution_text(shared) == (
        "degree does not tell 10 organisations apart, which share rank 1; what does: "
        "`by` strength (at most 2 share a rank), `by` two-mode-degree (at most 2 share a rank), "
        "`by` two-mode-betweenness (at most 2 share a rank)"
    )
    weighed = found(NESTED, "pagerank")[SharedRank].helps
    assert ("weight", "newman", 2) in weighed
    assert ("weight", "newman", 2) not in found(NESTED, "degree")[SharedRank].helps


def test_a_backbone_tells_apart_what_one_declaration_levels():
    # a01 to a12 have signed x. Two whose numbers add up to more than 12 have a direct tie, and the
    # backbone keeps just these: a01 to a12 have 1, 2, 3, 4, 5, 6, 6, 7, 8, 9, 10 and 11.
    everybody = ids("a", 13)[1:]
    network = Network.of(
        dataset(
            " ".join(everybody),
            signed=[(each, "x") for each in everybody],
            ties=[
                (everybody[i - 1], everybody[j - 1])
                for i in range(1, 13)
                for j in range(i + 1, 13)
                if i + j > 12
            ],
        )
    )
    assert ("backbone", "", 2) in found(network)[SharedRank].helps


def test_nothing_tells_those_in_a_ring_apart():
    ring = [*ids("a", 12), "a00"]
    network = Network.of(dataset(" ".join(ids("a", 12)), ties=list(pairwise(ring))))
    shared = found(network)[SharedRank]
    assert (shared.alike, shared.tried, shared.helps) == (1, True, ())
    assert "no other metric, `weight` or `backbone` halves that" in caution_text(shared)


def test_nothing_is_tried_in_a_large_network(monkeypatch):
    monkeypatch.setattr(caution, "MOST_STEPS", 449)  # ten organisations, 45 ties
    shared = found(NESTED)[SharedRank]
    assert (shared.tried, shared.helps) == (False, ())
    assert caution_text(shared).endswith("rank 1; their order here is that of their names")
    monkeypatch.setattr(caution, "MOST_STEPS", 450)
    assert found(NESTED)[SharedRank].tried


@pytest.mark.parametrize(("first", "said"), [(5, True), (6, False)])
def test_a_rank_is_named_that_holds_half_of_the_first_ten_places(first, said):
    """Stars of 10, 9, … ties, their centres first, and then all others on one rank."""
    ties = [(f"s{at}", f"t{at}{leaf:02}") for at in range(first) for leaf in range(10 - at)]
    everybody = sorted({each for tie in ties for each in tie})
    shared = found(Network.of(dataset(" ".join(everybody), ties=ties)))
    assert (SharedRank in shared) == said
    if said:
        assert shared[SharedRank].rank == 6
        assert shared[SharedRank].organisations == 10 + 9 + 8 + 7 + 6


@pytest.mark.parametrize(("without", "of", "said"), [(2, 10, True), (2, 11, False), (2, 9, False)])
def test_a_fifth_of_at_least_ten_organisations_without_facts(without, of, said):
    everybody = ids("a", of)
    network = Network.of(
        dataset(" ".join(everybody), signed=[(each, "d") for each in everybody[without:]])
    )
    facts = found(network)
    assert (WithoutFacts in facts) == said
    if said:
        assert facts[WithoutFacts] == WithoutFacts(2, 10, True)
        assert caution_text(facts[WithoutFacts]).startswith("2 of 10 organisations (20%) have no")


@pytest.mark.parametrize(("alone", "of", "said"), [(6, 11, True), (6, 12, False), (9, 9, False)])
def test_a_source_is_named_that_alone_states_more_than_half_of_at_least_ten_facts(alone, of, said):
    everybody = ids("a", of)
    sources = ["s"] * alone + ["t"] * (of - alone)
    network = Network.of(
        dataset(
            " ".join(everybody),
            signed=[(each, "d", {"source": s}) for each, s in zip(everybody, sources, strict=True)],
        )
    )
    facts = found(network)
    assert (OneSource in facts) == said
    if said:
        assert facts[OneSource] == OneSource("s", "s", 6, 6, 11)
        text = "6 of 11 facts (55%) are stated by one source alone: s"
        assert caution_text(facts[OneSource]) == text


def test_a_fact_with_two_sources_rests_on_none_alone():
    """Two places in one source are one source."""
    cells = [["s"]] * 4 + [["s", "s"]] * 3 + [["s", "t"]] * 5 + [["t"]]
    everybody = ids("a", len(cells))
    facts = dataset(
        " ".join(everybody),
        signed=[
            (one, "d", {"sourceIds": each}) for one, each in zip(everybody, cells, strict=True)
        ],
    )
    network = Network.of(facts)
    assert found(network)[OneSource] == OneSource("s", "s", 12, 7, 13)


def test_an_empty_network_gives_no_cautions():
    assert cautions(Network.of(dataset("")), rank(Network.of(dataset("")))) == ()
    assert cautions(Network.of(dataset(""))) == ()


def test_what_is_not_ranked_has_the_cautions_of_the_network_alone(sample):
    large, facts, source = (
        "66 of 99 ties (67%) are between the 12 organisations of one group (declaration: ",
        "20 of 48 organisations (42%) have no fact in this selection; they count as isolates",
        "30 of 39 facts (77%) are stated by one source alone: ",
    )
    for words in (["brokers"], ["cohesion"]):
        said = graphkit(*words, "--format", "csv", cwd=sample).stderr
        assert all(f"caution: {each}" in said for each in (large, facts, source))
        assert said.count("caution:") == 3
    # The same twelve, of the 97 ties of B. Only organisations with ties are compared.
    said = graphkit("compare", "at=2011", "at=2014-11", "--draws", "0", cwd=sample).stderr
    assert "caution: B: 66 of 97 ties" in said
    assert "no fact" not in said


def test_the_sample_says_what_its_ranking_rests_on(sample):
    """By hand: the declaration of Białystok has 12 signatories, and so 66 of the 99 ties."""
    ran = graphkit("rank", "--top", "3", cwd=sample)
    assert ran.stderr.splitlines()[:-1] == [
        "caution: 66 of 99 ties (67%) are between the 12 organisations of one group (declaration: "
        "Deklaracja partnerów strategicznych Klastra Obróbki Metali (Białystok))",
        "caution: 20 of 48 organisations (42%) have no fact in this selection; they rank last "
        "because nothing is known of their ties",
        "caution: 30 of 39 facts (77%) are stated by one source alone: Spotkanie partnerów "
        "strategicznych Klastra Obróbki Metali (kom-partnerzy)",
    ]
    by_degree = graphkit("rank", "--by", "degree", "--format", "csv", cwd=sample).stderr
    # Seven signatories of Białystok have taken part in nothing else.
    assert (
        "caution: degree does not tell 7 organisations apart, which share rank 6; all of them are "
        "in the same groups, and only more facts can tell these apart\n" in by_degree
    )
    assert "and these fill the first 12 places\n" in by_degree
