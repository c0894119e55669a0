"""Several runs of the Louvain method: the best is taken, and how far they agree is told.

Values of the adjusted Rand index are by hand or published; modularity is networkx's.
"""

from __future__ import annotations

from itertools import combinations

import networkx as nx
import numpy as np
import pytest

from graphkit.export.communities import communities_remark
from graphkit.metrics import adjusted_rand_index, find_communities
from graphkit.model import UsageError
from graphkit.network import Network
from tests.commands import graphkit
from tests.generated import generated
from tests.networks import dataset, network_of_graph


def test_the_adjusted_rand_index_is_the_published_one():
    # Yeung and Ruzzo (2001), Details of the adjusted Rand index: ten objects in 3 classes and 3
    # clusters, in the cells 1 1 0 / 1 2 1 / 0 0 4; the index is 0.313.
    cells = np.array([[1, 1, 0], [1, 2, 1], [0, 0, 4]])
    one, other = (each.repeat(cells.ravel()) for each in np.indices((3, 3)).reshape(2, 9))
    assert adjusted_rand_index(one, other) == pytest.approx(0.313, abs=5e-4)
    assert adjusted_rand_index(other, one) == pytest.approx(0.313, abs=5e-4)


def test_the_adjusted_rand_index_is_as_by_hand():
    # Of 6 pairs one is together in the first, two in the second, one in both: (1 - 2/6) over
    # (1.5 - 2/6).
    assert adjusted_rand_index(np.array([0, 0, 1, 2]), np.array([0, 0, 1, 1])) == (
        pytest.approx(4 / 7)
    )
    alone, together = np.arange(4), np.zeros(4, dtype=np.int64)
    assert adjusted_rand_index(alone, alone) == adjusted_rand_index(together, together) == 1
    assert adjusted_rand_index(alone, together) == 0


def sets_of(found):
    return {
        frozenset(each.organisation.id for each in community.members)
        for community in found.communities
    }


def by_pairs(one, other):
    """Hubert and Arabie's index, by looking at every pair of organisations."""
    of_one, of_other = ({each: one for one in sets for each in one} for sets in (one, other))
    pairs = [
        (of_one[a] is of_one[b], of_other[a] is of_other[b])
        for a, b in combinations(sorted(of_one), 2)
    ]
    first, second = (sum(pair[side] for pair in pairs) for side in (0, 1))
    by_chance = first * second / len(pairs)
    return (sum(map(all, pairs)) - by_chance) / ((first + second) / 2 - by_chance)


@pytest.mark.parametrize("weight", ["none", "newman"])
def test_of_several_runs_the_best_is_taken_and_all_pairs_are_compared(weight):
    network = Network.of(generated()).select(weight=weight)
    found = find_communities(network, seed=2, restarts=6)
    # Alike in every run, isolates would raise the index; the sets below are without them.
    assert found.alone
    runs = [find_communities(network, seed=seed) for seed in range(2, 8)]
    best = max(each.modularity for each in runs)
    assert best > min(each.modularity for each in runs)
    assert found.modularity == best
    assert sets_of(found) == sets_of(runs[found.seed - 2])
    indices = [by_pairs(*map(sets_of, pair)) for pair in combinations(runs, 2)]
    agreement = found.agreement
    assert (agreement.runs, agreement.seed) == (6, 2)
    assert agreement.mean == pytest.approx(sum(indices) / 15)
    assert agreement.lowest == pytest.approx(min(indices))
    assert agreement.different == len({frozenset(sets_of(each)) for each in runs})


@pytest.mark.parametrize("nodes", [40, 500])
def test_runs_are_the_same_with_any_number_of_threads(monkeypatch, nodes):
    # networkx itself runs on the small ring, the compiled engine on the large one.
    network = network_of_graph(nx.cycle_graph(nodes))
    monkeypatch.setattr(nx.config.backends["graphkit"], "threads", 1)
    alone = find_communities(network, restarts=8)
    monkeypatch.setattr(nx.config.backends["graphkit"], "threads", 3)
    assert find_communities(network, restarts=8) == alone
    # A ring can be cut anywhere, so its partitions differ.
    assert alone.agreement.different > 1
    assert alone.agreement.lowest < 1


def test_without_ties_there_is_nothing_to_agree_about():
    found = find_communities(Network.of(dataset("a b")), restarts=3)
    assert found.communities == ()
    assert "runs" not in communities_remark(found).partition("(")[0]
    with pytest.raises(UsageError, match="at least 1"):
        find_communities(Network.of(dataset("a b")), restarts=0)


def test_the_command_says_how_far_the_runs_agree(sample):
    ran = graphkit("communities", "--restarts", 5, "--seed", 3, cwd=sample)
    assert "the best of 5 runs" in ran.stdout
    assert "the 5 runs (seeds 3 to 7) found" in ran.stdout
    ran = graphkit("communities", "--restarts", 5, "--format", "csv", cwd=sample)
    assert "the 5 runs (seeds 0 to 4) found" in ran.stderr
    assert "runs" not in ran.stdout
