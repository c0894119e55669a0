"""The backbone: the model against its own definition, counted out on small tables; the procedure
against the table of its authors; and planted pairs found again.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, product

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.export.ranking import backbone_remark
from graphkit.metrics import rank, rank_bands, shortest_chains
from graphkit.model import UsageError
from graphkit.network import Network, TwoMode, backbone_of, explain
from graphkit.network.backbone import place_probabilities, rejection_threshold, upper_tail
from graphkit.network.two_mode import Group
from graphkit.views import build_view
from graphkit.views.page.content import page_content
from graphkit.views.translation import provenance_words, words
from tests.networks import dataset


def form_of(table) -> TwoMode:
    table = np.array(table, dtype=bool)
    return TwoMode(
        organisations=tuple(f"o{row:03}" for row in range(table.shape[0])),
        groups=tuple(Group("declaration", f"g{column:03}", "") for column in range(table.shape[1])),
        members=np.stack(np.nonzero(table)).astype(np.int32),
        weights=np.ones(table.shape[1]),
        scheme="none",
    )


def fitted(table):
    """The model's probability of each place of a table without empty rows and columns."""
    table = np.array(table, dtype=int)
    degrees, of_row, organisations = np.unique(
        table.sum(axis=1), return_inverse=True, return_counts=True
    )
    sizes, of_column, groups = np.unique(table.sum(axis=0), return_inverse=True, return_counts=True)
    chances = place_probabilities(degrees, organisations, sizes, groups)
    return chances[np.ix_(of_row, of_column)]


tables = st.integers(1, 7).flatmap(
    lambda width: st.lists(
        st.lists(st.booleans(), min_size=width, max_size=width).filter(any), min_size=1, max_size=7
    )
)


@settings(deadline=None)
@given(tables)
def test_expected_degrees_and_sizes_are_the_observed_ones(table):
    table = np.array(table, dtype=int)
    table = table[:, table.any(axis=0)]
    chances = fitted(table)
    assert chances.sum(axis=1) == pytest.approx(table.sum(axis=1), abs=1e-8)
    assert chances.sum(axis=0) == pytest.approx(table.sum(axis=0), abs=1e-8)


def test_places_that_the_degrees_leave_no_choice_about_are_certain():
    # By hand: two organisations in three of four groups, two groups of three; the first block is
    # full and the last empty in every table with these sums.
    chances = fitted([[1, 1, 1, 0], [1, 1, 0, 1], [1, 0, 0, 0], [0, 1, 0, 0]])
    half = 0.5
    expected = [[1, 1, half, half]] * 2 + [[half, half, 0, 0]] * 2
    assert chances == pytest.approx(np.array(expected), abs=1e-8)


def test_the_tail_is_the_sum_over_all_outcomes():
    chances = np.array([[0.1, 0.5, 0.02], [0.9, 0.001, 0.3]])
    counts = np.array([2, 1, 4])
    for least in range(1, 9):
        expected = [
            sum(
                np.prod(np.where(outcome, each, 1 - each))
                for outcome in product([False, True], repeat=len(each))
                if sum(outcome) >= least
            )
            for each in (np.repeat(row, counts) for row in chances)
        ]
        assert upper_tail(chances, counts, least) == pytest.approx(expected, rel=1e-12)


def test_the_smallest_tails_keep_their_digits():
    # All of 40 events of probability 1e-6: 1e-240, of which one less the rest would leave 0.
    tail = upper_tail(np.array([[1e-6]]), np.array([40]), 40)
    assert tail == pytest.approx([1e-240], rel=1e-9)


def test_p_values_are_those_of_all_tables_of_the_model():
    table = np.array([[1, 1, 0, 1], [1, 1, 0, 0], [1, 0, 1, 0]])
    chances = fitted(table).reshape(-1)
    shares = dict.fromkeys(combinations(range(3), 2), 0.0)
    for outcome in product([0, 1], repeat=12):
        probability = np.prod(np.where(outcome, chances, 1 - chances))
        drawn = np.array(outcome).reshape(3, 4)
        for a, b in shares:
            if drawn[a] @ drawn[b] >= table[a] @ table[b]:
                shares[a, b] += probability
    found = backbone_of(form_of(table))
    assert found.candidates == found.tested == 3
    assert found.least == pytest.approx(min(shares.values()), rel=1e-7)


def test_p_values_are_those_worked_out_by_hand():
    # Every place has probability 1/2, every pair shares each of four groups with 1/4: two or more
    # with 1 - (3/4)^4 - 4 * 1/4 * (3/4)^3. Of six tests two have it; 0.26 <= 0.99 * 2/6.
    found = backbone_of(form_of([[1, 1, 0, 0], [1, 1, 0, 0], [0, 0, 1, 1], [0, 0, 1, 1]]), fdr=0.99)
    assert found.pairs.T.tolist() == [[0, 1], [2, 3]]
    assert found.shared.tolist() == [2, 2]
    assert found.p_values == pytest.approx([0.26171875] * 2, rel=1e-8)


def test_the_procedure_rejects_as_in_its_authors_example():
    # Benjamini and Hochberg (1995), section 4.1: 15 hypotheses, four rejected at 0.05.
    p_values = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459]
    p_values += [0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.000]
    assert rejection_threshold(np.array(p_values), 15, 0.05) == 0.0095
    # By hand: those not given count as 1; nothing passes 0.05 / 15 among ten times as many tests
    # but the first two, 0.0001 <= 0.05 / 150 and 0.0004 <= 2 * 0.05 / 150.
    assert rejection_threshold(np.array(p_values[::-1]), 150, 0.05) == 0.0004
    assert rejection_threshold(np.array([0.5]), 1, 0.05) == -1
    # A p-value that is exactly its bound, 0.5 * 1 / 2, is rejected.
    assert rejection_threshold(np.array([0.25, 0.75]), 2, 0.5) == 0.25


def planted():
    """150 organisations in one large group and two random ones each; the first two share 14."""
    chance = np.random.default_rng(7)
    table = np.zeros((150, 215), dtype=bool)
    table[:, 0] = True
    for row in table:
        row[1 + chance.choice(200, size=2, replace=False)] = True
    table[:2, 201:] = True
    table[chance.choice(np.arange(2, 150), size=14, replace=False), np.arange(201, 215)] = True
    return table[:, table.any(axis=0)]


def test_the_planted_pair_is_kept_and_the_large_group_ties_nobody():
    found = backbone_of(form_of(planted()))
    assert found.pairs.T.tolist() == [[0, 1]]
    assert found.shared[0] >= 15
    assert (found.candidates, found.tested) == (150 * 149 // 2, 150 * 149 // 2)


def test_tables_of_the_model_itself_seldom_keep_a_pair():
    chances = fitted(planted())
    for seed in range(10):
        drawn = np.random.default_rng(seed).random(chances.shape) < chances
        assert len(backbone_of(form_of(drawn)).shared) <= 1


@pytest.mark.parametrize("table", [np.zeros((3, 0)), np.ones((4, 3)), np.eye(3), np.ones((1, 1))])
def test_tables_without_choice_keep_nothing(table):
    found = backbone_of(form_of(table))
    assert len(found.shared) == 0
    assert np.isnan(found.least) or found.least == pytest.approx(1)


def test_direct_ties_are_statements_that_stay_and_are_not_tested():
    # Florentine families, as networkx ships them: 20 marriages, each a direct tie, and no groups.
    florence = nx.florentine_families_graph()
    families = {name: f"f{at:02}" for at, name in enumerate(sorted(florence))}
    ties = [tuple(sorted((families[a], families[b]))) for a, b in florence.edges]
    network = Network.of(dataset(" ".join(families.values()), ties=ties))
    kept = network.select(backbone=True)
    assert sorted(map(sorted, kept.graph().edges)) == sorted(map(sorted, network.graph().edges))
    found = kept.backbone
    assert (len(found.shared), found.candidates, found.stated, found.tested) == (20, 20, 20, 0)
    assert np.isnan(found.p_values).all()
    assert "the 20 with a direct tie" in backbone_remark(found)


def test_direct_ties_change_nothing_for_the_pairs_that_are_tested():
    # By hand, as above: (3/4)^4 and so on; the tie of the first and the third is one test less.
    table = np.array([[1, 1, 0, 0], [1, 1, 0, 0], [0, 0, 1, 1], [0, 0, 1, 1]], dtype=bool)
    plain = form_of(table)
    tied = replace(
        plain,
        groups=(*plain.groups, Group("tie", "t", "")),
        members=np.stack(np.nonzero(np.column_stack([table, [1, 0, 1, 0]]))).astype(np.int32),
        weights=np.ones(5),
    )
    found = backbone_of(tied, fdr=0.99)
    assert found.pairs.T.tolist() == [[0, 1], [0, 2], [2, 3]]
    assert (found.candidates, found.stated, found.tested) == (3, 1, 5)
    assert found.p_values == pytest.approx([0.26171875, np.nan, 0.26171875], nan_ok=True)
    assert found.shared.tolist() == [2, 1, 2]


# Eight declarations that a and b sign, each with one other; one that all sign; and pairs of others.
OTHERS = [f"n{number:02}" for number in range(60)]
FACTS = dataset(
    " ".join(["a", "b", *OTHERS, "z"]),
    signed=[(each, f"d{number}") for number in range(8) for each in ("a", "b", OTHERS[number])]
    + [(each, "all") for each in ["a", "b", *OTHERS]]
    + [(each, f"e{number // 2}") for number, each in enumerate(OTHERS)]
    + [(each, f"f{number % 30}") for number, each in enumerate(OTHERS)],
)


def test_a_selected_backbone_leaves_the_kept_ties_with_their_weights():
    network = Network.of(FACTS).select(backbone=True)
    assert [*network.graph().edges(data="weight")] == [("a", "b", 9.0)]
    assert len(network.graph()) == 63
    # Eight declarations of three and one of 62: 8 / 2 + 1 / 61.
    weighed = network.select(weight="newman").graph()
    assert weighed["a"]["b"]["weight"] == pytest.approx(4 + 1 / 61)
    assert network.graph(two_mode=True).number_of_edges() == 8 * 3 + 62 + 60 + 60


def test_ranks_reasons_and_bands_go_by_the_kept_ties():
    network = Network.of(FACTS).select(backbone=True)
    ranking = rank(network, "degree")
    assert ranking.values["degree"][:3] == (1, 1, 0)
    explanation = explain(network, network.organisation("a"))
    assert explanation.tied == 1
    assert {other.id for reason in explanation.reasons for other in reason.others} == {"b"}
    assert rank_bands(network, ranking, top=2, draws=2, keep=1.0).in_top[:2] == (1.0, 1.0)


def test_a_view_draws_each_kept_pair_as_a_line_that_opens_to_all_its_facts():
    view = build_view(Network.of(FACTS).select(backbone=True))
    (pair,) = view.groups
    assert ([member.id for member in pair.members], pair.point) == (["a", "b"], None)
    assert [len(member.statements) for member in pair.members] == [9, 9]
    assert pair.group.name.startswith("All; D0; D1")
    page = page_content(view)
    assert len(page["memberships"]) == 2
    said = provenance_words(view.provenance, words("en"))
    assert "1 pair kept of 1891 that share a group" in said
    assert any("false discovery rate 0.05" in each for each in said)


def test_the_remark_says_how_many_are_kept_by_which_model_and_rate():
    remark = backbone_remark(Network.of(FACTS).select(backbone=True, fdr=0.01).backbone)
    assert remark == (
        "backbone: 1 of 1891 pairs that share a group are kept, which share more groups "
        "than by chance (bipartite configuration model, 1891 pairs tested, false discovery rate "
        "0.01)"
    )


def test_the_rate_stays_until_another_is_given_and_needs_a_backbone():
    network = Network.of(FACTS).select(backbone=True, fdr=0.01)
    assert network.select(weight="count").selection.fdr == 0.01
    assert network.select(backbone=True).selection.fdr == 0.01
    assert network.select(fdr=0.2).selection.fdr == 0.2
    with pytest.raises(UsageError, match="add `backbone`"):
        Network.of(FACTS).select(fdr=0.2)
    with pytest.raises(UsageError, match="between 0 and 1"):
        network.select(fdr=5)
    with pytest.raises(UsageError, match="`fdr` low: give a rate between 0 and 1"):
        network.select(fdr="low")


@pytest.mark.parametrize(
    ("weight", "strengths"), [("none", (3, 6)), ("count", (3, 6)), ("newman", (7 / 3, 16 / 3))]
)
def test_ties_that_are_kept_keep_their_own_strengths(weight, strengths):
    # By hand: a declaration of all four counts 1 for each pair, and 1/3 as Newman weighs it; a tie
    # counts its own weight. A chain is as long as its steps without weights, else 1/strength.
    network = Network.of(
        dataset(
            "a b c d",
            signed=[(each, "x") for each in "abcd"],
            ties=[("a", "b", {"weight": 2.0}), ("c", "d", {"weight": 5.0})],
        )
    ).select(backbone=True, weight=weight)
    found = {(a, b): strength for a, b, strength in network.graph().edges(data="weight")}
    assert found == pytest.approx({("a", "b"): strengths[0], ("c", "d"): strengths[1]})
    chains = shortest_chains(network, network.organisation("a"), network.organisation("b"))
    assert chains.length == pytest.approx(1 if weight == "none" else 1 / strengths[0])
