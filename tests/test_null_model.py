"""Networks drawn by chance: all with the same margins, each as likely, the same everywhere.

Expectations are worked out by listing every network of a tiny case, or in closed form.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations, islice

import networkx as nx
import numpy as np
import pytest
from scipy.special import chdtrc

from benchmarks.networks import generated
from graphkit.backend.curveball import ROUNDS, shuffled
from graphkit.backend.kernels.trades import _below
from graphkit.metrics import null_draws
from graphkit.metrics.null_model import own_places
from graphkit.model import UsageError
from graphkit.network import Network
from graphkit.sources import read_sample
from tests.networks import dataset

FREE = ({0, 1, 2}, {0, 3}, {1, 3}, {0, 2, 3}, {1})
"""The groups of five nodes."""
CLUSTERS = ({0, 1}, {1, 2}, {2, 0}, {0, 3}, {3})
"""Nodes 0, 1 and 2 are clusters, each in its own group; without turning hexagons, the networks in
which 0 is in 1, 1 in 2 and 2 in 0 would not be reached from those where it is the other way."""
ALONE = ({0, 1}, {1, 2}, {2, 0})
"""Nothing but such a hexagon: there are two networks, and no trade leads from one to the other."""


def incidence(groups_of):
    pairs = [(node, group) for node, some in enumerate(groups_of) for group in sorted(some)]
    return np.array(pairs, dtype=np.int32).T


def every(groups_of, own):
    """Every network with the same margins in which the first `own` nodes are in their groups."""
    left = Counter(group for some in groups_of for group in some)
    groups = sorted(left)
    found = [()]
    for node, some in enumerate(groups_of):
        choices = [
            each
            for each in combinations(groups, len(some))
            if node >= own or node in each  # its own group has its number
        ]
        found = [(*before, each) for before in found for each in choices]
        found = [each for each in found if not Counter(g for some in each for g in some) - left]
    return found


@pytest.mark.parametrize(("groups_of", "own"), [(FREE, 0), (CLUSTERS, 3), (ALONE, 3)])
def test_every_network_with_these_margins_is_drawn_equally_often(groups_of, own):
    members = incidence(groups_of)
    fixed = (members[0] == members[1]) & (members[0] < own)
    possible = every(groups_of, own)
    seen = Counter()
    for rows, columns in islice(shuffled(members, fixed=fixed, seed=1), 200 * len(possible)):
        groups = np.split(columns, np.flatnonzero(np.diff(rows)) + 1)
        seen[tuple(tuple(each.tolist()) for each in groups)] += 1
    assert set(seen) == set(possible)
    off = sum((seen[each] - 200) ** 2 / 200 for each in possible)
    assert 0.001 < chdtrc(len(possible) - 1, off) < 0.999


def test_a_hexagon_of_clusters_has_two_ways_round():
    assert len(every(ALONE, 3)) == 2


def test_direct_ties_alone_are_dealt_as_pairs():
    # Eight in one tie each: any of the seven others is as likely to be the other end.
    network = Network.of(dataset("a b c d e f g h", ties=["ab", "cd", "ef", "gh"]))
    draws = 1_000
    met = sum(drawn.projection()[0, 1] for drawn in null_draws(network, draws))
    assert met / draws == pytest.approx(1 / 7, abs=4 * np.sqrt(6 / 49 / draws))


def test_two_groups_overlap_as_the_closed_form_says():
    # Declarations p of three, q of two and r of one; only a is in two. The four others fill what is
    # left: with a in p and q in 4!/(2! 1! 1!) = 12 ways, in p and r in 4!/(2! 2!) = 6, in q and r
    # in 4!/(3! 1!) = 4.
    network = Network.of(dataset("a b c d e", signed=["ap", "aq", "bp", "cp", "dq", "er"]))
    draws = 4_000
    overlap = [drawn.groups_of(0).tolist() == [0, 1] for drawn in null_draws(network, draws)]
    assert np.mean(overlap) == pytest.approx(12 / 22, abs=4 * np.sqrt(0.25 / draws))


def test_a_draw_keeps_margins_and_clusters_in_their_groups():
    form = Network.of(read_sample()).two_mode
    own = own_places(form)
    assert sorted(form.organisations[row] for row in form.members[0, own]) == [
        "dolnoslaski-klaster-metalowy",
        "kom",
    ]
    before = set(map(tuple, form.members.T.tolist()))
    for drawn in null_draws(form, 20):
        rows, _ = drawn.members
        assert drawn.sizes().tolist() == form.sizes().tolist()
        assert np.bincount(rows).tolist() == np.bincount(form.members[0]).tolist()
        pairs = list(map(tuple, drawn.members.T.tolist()))
        assert pairs == sorted(set(pairs))
        assert set(map(tuple, form.members[:, own].T.tolist())) <= set(pairs)
        assert set(pairs) != before


def test_draws_are_the_same_on_every_machine_and_with_any_number_of_threads(monkeypatch):
    first = next(shuffled(incidence(FREE), seed=7))  # as it was when this was written
    assert first[1].tolist() == [1, 2, 3, 0, 1, 0, 3, 1, 2, 3, 0]
    form = Network.of(read_sample()).two_mode
    few = [drawn.members.tolist() for drawn in null_draws(form, 3, seed=5)]
    monkeypatch.setitem(nx.config.backends["graphkit"], "threads", 1)
    many = [drawn.members.tolist() for drawn in null_draws(form, 6, seed=5)]
    assert few == many[:3]
    assert few != [drawn.members.tolist() for drawn in null_draws(form, 3, seed=6)]


def test_random_numbers_are_those_of_splitmix64():
    # The first numbers of seed 1234567 that implementations are compared by (Rosetta Code).
    published = [6457827717110365317, 3203168211198807973, 9817491932198370423]
    state = np.array([1234567], dtype=np.uint64)
    assert [_below(state, 2**32 - 1) for _ in published] == [
        (number >> 32) * (2**32 - 1) >> 32 for number in published
    ]


def correlation(members, fixed, rounds):
    """How far draws in a row resemble each other beyond what draws far apart do: 1 if all stay."""
    draws = [
        np.sort((rows.astype(np.int64) << 20) | columns)
        for rows, columns in islice(shuffled(members, fixed=fixed, seed=3, rounds=rounds), 60)
    ]
    held = members.shape[1]

    def alike(apart):
        return np.mean(
            [
                np.intersect1d(one, other, assume_unique=True).size / held
                for one, other in zip(draws, draws[apart:], strict=False)
            ]
        )

    return (alike(1) - alike(30)) / (1 - alike(30))


@pytest.mark.parametrize("shape", ["the sample", "as of research projects", "one large group"])
def test_twice_as_many_trades_as_suffice_lie_between_two_draws(shape):
    fixed = None
    if shape == "the sample":
        form = Network.of(read_sample()).two_mode
        members, fixed = form.members, own_places(form)
    elif shape == "as of research projects":
        members = generated(1_400, 800).members
    else:
        rng = np.random.default_rng(0)
        ties = [rng.choice(300, 2, replace=False) for _ in range(200)]
        groups_of = [{0} if node < 100 else set() for node in range(300)]
        for group, ends in enumerate(ties, 1):
            for node in ends:
                groups_of[node].add(group)
        members = incidence(groups_of)
    small = 40 if shape == "the sample" else members.shape[1]
    noise = 4 * np.sqrt(0.25 / small / 59) + 0.002
    by_rounds = {rounds: correlation(members, fixed, rounds) for rounds in (1, 3, ROUNDS // 2)}
    assert by_rounds[1] > 0.3
    assert by_rounds[3] > 0.03 - noise
    assert abs(by_rounds[ROUNDS // 2]) < noise


def test_the_number_of_ties_does_not_depend_on_the_draw_before():
    form = Network.of(read_sample()).two_mode
    ties = np.array([drawn.projection().nnz // 2 for drawn in null_draws(form, 1_000)])
    for lag in (1, 2, 5):
        assert abs(np.corrcoef(ties[:-lag], ties[lag:])[0, 1]) < 4 / np.sqrt(len(ties))


def test_what_chance_says_nothing_about_is_refused():
    network = Network.of(read_sample())
    for word in ("overlap", "backbone"):
        with pytest.raises(UsageError, match=f"`{word}`.*leave it out"):
            null_draws(network.select(**{word: True}))
    for wrong in ({"draws": 0}, {"rounds": 0}, {"seed": -1}):
        with pytest.raises(UsageError, match=f"`{next(iter(wrong))}`"):
            null_draws(network, **wrong)
    with pytest.raises(ValueError, match="share a node"):
        next(shuffled(incidence(FREE), fixed=np.ones(11, dtype=bool)))


def test_a_network_without_anything_to_shuffle_stays_as_it_is():
    for network in (
        Network.of(dataset("a b")),
        Network.of(dataset("a b", ties=["ab"])),
        Network.of(dataset("a k", members=["ak"])),
    ):
        form = network.two_mode
        for drawn in null_draws(network, 2):
            assert drawn.members.tolist() == form.members.tolist()
