"""Multiplexity and mixing.

Oracles: numpy's correlation over dense matrices, every permutation of six organisations,
networkx's mixing matrix and assortativity, and counts by hand. R's sna is in docs/validation.md.
"""

from __future__ import annotations

import json
import math
import random
from itertools import combinations, permutations
from pathlib import Path

import networkx as nx
import numpy as np
import pytest

from graphkit.metrics import categories, mixing, multiplexity
from graphkit.metrics.shared_layers import _correlation
from graphkit.model import UsageError
from graphkit.network import Network
from tests.commands import graphkit
from tests.networks import dataset, random_affiliations

# a to d sign x (6 pairs); a, b and c take part in y (3 pairs, all declared); d and e in z; f is
# tied to e directly; g has no tie.
SIGNED = [(each, "x") for each in "abcd"]
TOOK_PART = [*((each, "y") for each in "abc"), ("d", "z"), ("e", "z")]


def layered() -> Network:
    return Network.of(
        dataset("a b c d e f g", signed=SIGNED, took_part=TOOK_PART, ties=[("e", "f")])
    )


def test_pairs_are_counted_by_the_layers_that_they_share() -> None:
    found = multiplexity(layered(), draws=0)
    assert found.ties == {"declaration": 6, "collaboration": 4, "tie": 1}
    # Of the 8 pairs with a tie, a-b, a-c and b-c share two layers.
    assert found.shared == (5, 3)
    assert found.organisations == 6
    assert [(each.one.id, each.other.id, each.layers) for each in found.multiplex] == [
        (*pair, ("declaration", "collaboration")) for pair in ("ab", "ac", "bc")
    ]
    first = found.layers[0]
    assert (first.one, first.other, first.both) == ("declaration", "collaboration", 3)
    assert first.jaccard == pytest.approx(3 / 7)
    assert first.expected == pytest.approx(6 * 4 / 15)
    assert math.isnan(first.at_least)


def matrices(network: Network) -> tuple[np.ndarray, np.ndarray]:
    """Declarations and collaborations of the six with a tie, as dense matrices."""
    graphs = [network.select(layer=layer).graph() for layer in ("declaration", "collaboration")]
    one, other = (
        nx.to_numpy_array(graph, nodelist=list("abcdef"), weight=None) for graph in graphs
    )
    return one, other


def test_the_correlation_is_that_of_the_matrices() -> None:
    one, other = matrices(layered())
    above = np.triu_indices(6, 1)
    found = multiplexity(layered(), draws=0).layers[0]
    assert found.correlation == pytest.approx(np.corrcoef(one[above], other[above])[0, 1])


def test_the_published_correlation_of_marriage_and_business_is_found() -> None:
    # 16 families, 20 marriages, 15 ties of business, 8 in both: 0.372 (UCINET's example, after
    # Padgett and Ansell 1993).
    assert round(_correlation(16 * 15 // 2, 20, 15, 8), 3) == 0.372


def test_the_test_gives_what_all_permutations_give() -> None:
    took_part = [(each, f"p{at}") for at, pair in enumerate(("ab", "be", "cf")) for each in pair]
    network = Network.of(dataset("a b c d e f", signed=SIGNED, took_part=took_part))
    one, other = matrices(network)
    actual = (one * other).sum()
    all_of_them = np.array(
        [(one * other[np.ix_(order, order)]).sum() for order in permutations(range(6))]
    )
    (found,) = multiplexity(network, draws=4000).layers
    for ours, exact in (
        (found.at_least, np.mean(all_of_them >= actual)),
        (found.at_most, np.mean(all_of_them <= actual)),
    ):
        assert 0 < exact < 1
        assert ours == pytest.approx(exact, abs=4 * math.sqrt(exact * (1 - exact) / 4000))
    assert found.expected == pytest.approx(all_of_them.mean() / 2)


def test_the_same_seed_gives_the_same_test() -> None:
    once, again = (multiplexity(layered(), draws=50, seed=7) for _ in range(2))
    assert once == again
    assert once != multiplexity(layered(), draws=50, seed=8)


def test_overlap_decides_who_is_tied_in_a_layer() -> None:
    early, late = {"start": "2010", "end": "2011"}, {"start": "2014", "end": "2015"}
    network = Network.of(
        dataset("a b c", took_part=[("a", "y", early), ("b", "y", late), ("c", "y")],
                ties=[("a", "b")])
    )  # fmt: skip
    assert multiplexity(network, draws=0).ties == {"collaboration": 3, "tie": 1}
    assert multiplexity(network.select(overlap=True), draws=0).ties["collaboration"] == 2


def test_networks_without_ties_or_with_one_layer_have_no_layers_to_compare() -> None:
    none = multiplexity(Network.of(dataset("a b")))
    assert (none.organisations, none.ties, none.shared, none.layers) == (0, {}, (), ())
    one = multiplexity(Network.of(dataset("a b", ties=[("a", "b")])))
    assert (one.shared, one.layers) == ((1,), ())


def test_a_layer_that_ties_all_has_no_correlation() -> None:
    network = Network.of(dataset("a b c", signed=SIGNED[:3], ties=[("a", "b")]))
    (found,) = multiplexity(network, draws=5).layers
    assert math.isnan(found.correlation)
    assert (found.at_least, found.at_most) == (1.0, 1.0)


def test_wrong_settings_are_told() -> None:
    with pytest.raises(UsageError, match="`backbone` ties pairs whatever their layers"):
        multiplexity(layered().select(backbone=True))
    for function in (multiplexity, mixing):
        with pytest.raises(UsageError, match="`draws` -1: give a whole number of at least 0"):
            function(layered(), draws=-1)


@pytest.mark.parametrize("seed", range(25))
def test_mixing_is_what_networkx_gives(seed: int) -> None:
    network = random_affiliations(random.Random(seed), most=9)
    graph = network.graph()
    # networkx takes an unknown category for one of its own, so those without one are left out.
    of = categories(network, "sector")
    known = [node for at, node in enumerate(network.two_mode.organisations) if of.codes[at] >= 0]
    graph = nx.Graph(graph.subgraph(known).edges)
    nx.set_node_attributes(
        graph, {n: network.organisations[network.index[n]].properties["sector"] for n in graph}, "s"
    )
    found = mixing(network, "sector", draws=0)
    places = {name: at for at, name in enumerate(found.names)}
    assert set(nx.get_node_attributes(graph, "s").values()) == set(places)
    if not len(graph):
        assert math.isnan(found.assortativity.values[0])
        return
    matrix = nx.attribute_mixing_matrix(graph, "s", normalized=False, mapping=places)
    assert (np.array(found.ties) * (1 + np.eye(len(places))) == matrix).all()
    if len(places) > 1:
        coefficient = nx.attribute_assortativity_coefficient(graph, "s")
        assert found.assortativity.values[0] == pytest.approx(coefficient, nan_ok=True)
    else:
        assert math.isnan(found.assortativity.values[0])
    assert np.array(found.by_degree)[np.triu_indices(len(places))].sum() == pytest.approx(
        graph.number_of_edges()
    )


def test_assortativity_is_compared_with_all_deals() -> None:
    """Two pairs of like organisations: of the three ways to pair four, one ties like to like.

    By hand: the coefficient is 1 there and -1 in the two others, so it is -1/3 by chance.
    """
    kinds = {"a": "Company", "b": "Company", "c": "University", "d": "University", "e": "Other"}
    network = Network.of(dataset(kinds, ties=[("a", "b"), ("c", "d"), ("d", "e")]))
    found = mixing(network, draws=900)
    assert (found.names, found.ties, found.apart) == (
        ("business", "research"), ((1, 0), (0, 1)), 1,
    )  # fmt: skip
    assert found.by_degree == ((0.5, 1.0), (1.0, 0.5))
    told = found.assortativity
    assert (told.values, told.low, told.high) == ((1.0,), (-1.0,), (1.0,))
    assert told.expected[0] == pytest.approx(-1 / 3, abs=4 * math.sqrt(8 / 9 / 900))
    assert told.share[0] == pytest.approx(1 / 3, abs=4 * math.sqrt(2 / 9 / 900))
    assert found == mixing(network, draws=900)


def test_mixing_is_by_any_attribute() -> None:
    network = layered()
    by = {each: "left" if each in "abc" else "right" for each in "abcdefg"}
    found = mixing(network, by, draws=0)
    # a-b, a-c, b-c within the left; each of them with d; d-e and e-f within the right.
    assert found.ties == ((3, 3), (3, 2))
    assert found.organisations == (3, 3)
    assert sum(map(sum, found.ties)) - 3 == len(list(combinations("abcd", 2))) + 2


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("layers")
    assert graphkit("demo", cwd=folder).returncode == 0
    return folder


def run(folder: Path, *arguments: str):
    store = folder / "graphkit-demo" / "store"
    return graphkit(*arguments, "--store", str(store), cwd=folder)


def test_the_commands_print_and_write_their_tables(folder: Path) -> None:
    ran = run(folder, "multiplexity", "--planned", "include", "--draws", "99")
    assert ran.stdout.startswith("28 organisations with ties; pairs tied by layer: membership 11, ")
    assert "\n   6 pairs in 2 layers\n" in ran.stdout
    assert "\nPairs in several layers\n" in ran.stdout
    ran = run(folder, "multiplexity", "--table", "shared", "--format", "json")
    assert json.loads(ran.stdout) == [{"layers": 1, "pairs": 93}, {"layers": 2, "pairs": 6}]
    assert run(folder, "multiplexity", "--draws", "0", "-o", "layers.xlsx").returncode == 0
    ran = run(folder, "mixing", "--by", "sector", "--draws", "99")
    assert ran.stdout.splitlines()[0].split() == [
        "sector", "with", "ties", "business", "civil", "public", "research", "support",
    ]  # fmt: skip
    assert "\nassortativity -0.0378\n   with sector shuffled among the" in ran.stdout
    rows = json.loads(run(folder, "mixing", "--draws", "0", "--format", "json").stdout)
    assert rows[0] | {"by_degree": 0, "ratio": 0} == {
        "category": "business", "with": "business", "ties": 3, "by_degree": 0, "ratio": 0,
    }  # fmt: skip
    words = ("mixing", "--chance", "--draws", "20", "--format", "json", "--table")
    (row,) = json.loads(run(folder, *words, "assortativity").stdout)
    assert row["finding"] == row["shuffled_finding"] == "within chance"
    assert (row["by"], row["ties"], row["ties_to_unknown"]) == ("sector", 99, 0)
    ran = run(folder, *words[:4])
    assert "more than chance: business with" in ran.stdout or "less than chance:" in ran.stdout
    assert run(folder, "mixing", "--chance", "--draws", "0").returncode == 2
    ran = run(folder, "mixing", "--by", "colour")
    assert (ran.returncode, ran.stdout) == (2, "")
