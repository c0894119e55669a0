"""Key-player sets: the k organisations that together matter most.

The k best each alone are seldom the best k together, since they may stand in for one another. Two
aims, each with a plain and a distance-weighted measure, n organisations in all:

- fragment (KPP-Neg): take the set away, and the others are left the most apart. Plain: the share
  of the pairs of the n-k others that no path connects. By distance: 1 less the mean inverse
  distance between them (no path: 0).
- reach (KPP-Pos): the set is as near as can be to all. Plain: the share of the n organisations
  within `steps` steps of one of the set, itself included. By distance: the mean over the n of the
  inverse distance to the nearest of the set, which for the set itself is taken as 1.

Borgatti, S. P. (2006). Identifying sets of key players in a social network. Computational and
Mathematical Organization Theory 12, 21-34.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np
import numpy.typing as npt

from graphkit.metrics.brokerage import brokerage_roles
from graphkit.metrics.cut_nodes import cut_pairs
from graphkit.metrics.entry import BORGATTI_2006, STEPS, Entry
from graphkit.metrics.organisation_categories import Categories
from graphkit.metrics.ranking import fact_counts
from graphkit.metrics.steps import (
    UNREACHED,
    Members,
    adjacency,
    components,
    distances,
    reach,
    without,
)
from graphkit.metrics.subset_search import best_set
from graphkit.model import Node, UsageError
from graphkit.model.tabular import Tabular
from graphkit.model.wording import chosen
from graphkit.network import Network, Selection

Aim = Literal["fragment", "reach"]

AIMS = ("fragment", "reach")

Scores = npt.NDArray[np.float64]

# Above this number, the measures by distance search only the most promising organisations.
_ALL_TRIED = 300
_PROMISING = 25
_REACHERS = 2000

ENTRIES = (
    Entry(
        name="key-players-fragment",
        on=("set",),
        meaning="the k organisations whose joint removal breaks up the network most (KPP-Neg)",
        formula="of the m = n - k that remain: 1 - the sum of s(s-1) / (m(m-1)) over components of "
        "size s; by distance: 1 - the sum over i != j of (1/d_ij) / (m(m-1))",
        normalisation="0 to 1 (no two organisations connected)",
        weights=STEPS,
        apart="pairs without a path count as separated, with or without the set; isolates "
        "are counted",
        reference=BORGATTI_2006,
        function="graphkit.metrics.key_players",
        command="graphkit keyplayers -k 3 --aim fragment",
    ),
    Entry(
        name="key-players-reach",
        on=("set",),
        meaning="the k organisations that together are closest to all (KPP-Pos)",
        formula="the share of the n within m steps of one of the set; by distance: the mean over "
        "the n of 1/(the distance to the nearest of the set), 1 for the set itself",
        normalisation="k/n to 1 (every organisation is in the set or within reach)",
        weights=STEPS,
        apart="unreachable organisations add 0",
        reference=BORGATTI_2006,
        function="graphkit.metrics.key_players",
        command="graphkit keyplayers -k 3 --aim reach",
    ),
)


@dataclass(frozen=True)
class KeyPlayers(Tabular):
    """The best set found of k organisations, in order of what each adds; columns of length k.

    Attributes
    ----------
    aim : {"fragment", "reach"}
        What the set is best at.
    by_distance : bool
        Whether distances were measured, or only paths.
    steps : int
        How far the plain reach goes.
    selection : Selection
        What was selected.
    organisations : tuple of Node
        The set.
    value : float
        The measure of the whole set.
    before : float
        The measure of no set: the network as it is.
    alone : tuple of float
        The measure of each organisation by itself.
    added : tuple of float
        How much more the set is worth with the organisation than without.
    exact : bool
        Whether every set was tried.
    equals : int or None
        How many sets do as well, this one counted; None when not every set was tried.
    tried : int
        The number of organisations among which the set was sought.
    facts, inferred, undated : tuple of int
        The facts behind each, as in a `Ranking`.
    """

    TABLE = "graphkit.export.key_player_sets:key_players_table"

    aim: Aim
    by_distance: bool
    steps: int
    selection: Selection
    organisations: tuple[Node, ...]
    value: float
    before: float
    alone: tuple[float, ...]
    added: tuple[float, ...]
    exact: bool
    equals: int | None
    tried: int
    facts: tuple[int, ...]
    inferred: tuple[int, ...]
    undated: tuple[int, ...]


def key_players(
    network: Network,
    k: int = 3,
    aim: str = "fragment",
    *,
    by_distance: bool = False,
    steps: int = 1,
    restarts: int = 10,
    seed: int = 0,
) -> KeyPlayers:
    """Find the k organisations that together matter most.

    Parameters
    ----------
    network : Network
        The network as selected. Ties count alike whatever their weight.
    k : int, default 3
        The size of the set, at least 1 and below the number of organisations.
    aim : {"fragment", "reach"}, default "fragment"
        Whether the loss of the set should leave the others most apart, or the set should reach most
        of the network.
    by_distance : bool, default False
        Whether to measure distances in steps, instead of whether there is a path at all.
    steps : int, default 1
        How many steps the plain reach goes, at least 1.
    restarts : int, default 10
        How many random sets to improve besides, where not all sets are tried.
    seed : int, default 0
        The seed; the same seed gives the same set.

    Returns
    -------
    KeyPlayers
        The best set found; of equally good sets the first by id.

    Raises
    ------
    UsageError
        If `k`, `aim` or `steps` is out of range, or fewer than two organisations are selected.

    Notes
    -----
    The k best each alone are seldom the best k together, since they may stand in for one another
    [1]_. With n organisations in all:

    - fragment: the share of the pairs of the n-k others that no path connects; by distance, 1 less
      the mean inverse distance between them (no path: 0).
    - reach: the share of the n organisations within `steps` of one of the set, itself included; by
      distance, the mean over the n of the inverse distance to the nearest of the set, which for the
      set itself is taken as 1.

    Where there are few sets all are tried. Otherwise a set is built one by one and improved by
    exchanges, and so are `restarts` random sets. In large networks reach, and fragmentation by
    distance, choose among the organisations with most ties, or those that cut off or broker the
    most; the latter without random sets.

    References
    ----------
    .. [1] Borgatti, S. P. (2006). Identifying sets of key players in a social network.
       Computational and Mathematical Organization Theory 12, 21-34.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> found = key_players(Network.of(read_sample()), k=2)
    >>> [node.id for node in found.organisations], round(found.before, 3), round(found.value, 3)
    (['kom', 'chm'], 0.808, 0.928)
    """
    chosen_aim: Aim = "reach" if chosen("aim", aim, AIMS) == "reach" else "fragment"
    form = network.tied
    n = len(form.organisations)
    if n < 2:
        selected = f"{n} {'is' if n == 1 else 'are'} selected"
        raise UsageError(f"key players need at least 2 organisations; {selected}")
    if not 1 <= k < n:
        raise UsageError(f"`k` {k}: give 1 to {max(n - 1, 1)} for {n} organisations")
    if steps < 1:
        raise UsageError(f"`steps` {steps}: give a number of steps of at least 1")
    measure = (
        _reaching(form.members, n, k, by_distance, steps)
        if chosen_aim == "reach"
        else _fragmenting(network, k, by_distance)
    )
    found = best_set(
        k,
        measure.candidates,
        measure.scores,
        few=measure.few,
        restarts=restarts if measure.restarts else 0,
        seed=seed,
    )
    value = found.score
    added = {
        each: value - _score(measure, [other for other in found.members if other != each])
        for each in found.members
    }
    order = sorted(found.members, key=lambda each: (-round(added[each], 12), each))
    nodes = [network.organisations[network.index[form.organisations[each]]] for each in order]
    alone = measure.scores([])
    counts = fact_counts(network)
    return KeyPlayers(
        aim=chosen_aim,
        by_distance=by_distance,
        steps=steps,
        selection=network.selection,
        organisations=tuple(nodes),
        value=value,
        before=measure.before,
        alone=tuple(float(alone[each]) for each in order),
        added=tuple(added[each] for each in order),
        exact=found.exact and len(measure.candidates) == n,
        equals=found.equals if len(measure.candidates) == n else None,
        tried=len(measure.candidates),
        facts=tuple(counts[node.id][0] for node in nodes),
        inferred=tuple(counts[node.id][1] for node in nodes),
        undated=tuple(counts[node.id][2] for node in nodes),
    )


@dataclass(frozen=True, slots=True)
class _Measure:
    """before: the value of the empty set. scores: of the set with each candidate added to it, an
    array over all n organisations of which those of `candidates` count. few: up to how many
    sets all are tried. restarts: whether there is time to improve random sets as well.
    """

    before: float
    candidates: npt.NDArray[np.int64]
    scores: Callable[[list[int]], Scores]
    few: int = 20_000
    restarts: bool = True


def _score(measure: _Measure, members: list[int]) -> float:
    return float(measure.scores(members[:-1])[members[-1]]) if members else measure.before


def fragmentation(members: Members, n: int) -> float:
    """The share of pairs of n organisations that no path connects; NaN for fewer than two."""
    sizes = np.bincount(components(members, n)).astype(np.float64)
    pairs = n * (n - 1)
    return 1.0 - float((sizes * (sizes - 1)).sum()) / pairs if pairs else float("nan")


def distance_fragmentation(members: Members, n: int) -> float:
    """1 less the mean inverse distance of pairs of n organisations; NaN for fewer than two."""
    return 1.0 - reach(members, n).inverse / (n * (n - 1)) if n > 1 else float("nan")


def _fragmenting(network: Network, k: int, by_distance: bool) -> _Measure:
    form = network.tied
    members, n = form.members, len(form.organisations)
    everybody = np.arange(n)
    if not by_distance:

        def scores(taken: list[int]) -> Scores:
            left = n - len(taken) - 1
            pairs = max(left * (left - 1), 1)  # of one that is left nothing is apart
            apart: Scores = 1.0 - cut_pairs(members, n, taken) / pairs
            return apart if left > 1 else np.zeros(n)

        return _Measure(fragmentation(members, n), everybody, scores)
    candidates = everybody
    if n > _ALL_TRIED:
        # Who brokers no pair of its neighbours is on no shortest path between others.
        brokered = brokerage_roles(adjacency(form), Categories.of("", [""] * n)).brokered
        most = max(_PROMISING, k)
        cutting = np.argsort(cut_pairs(members, n, []), kind="stable")[:most]
        candidates = np.union1d(cutting, np.argsort(-brokered, kind="stable")[:most])

    @cache
    def left_by(gone: frozenset[int]) -> float:
        left = n - len(gone)
        inverse = reach(without(members, list(gone)), n).inverse
        return 1.0 - inverse / (left * (left - 1)) if left > 1 else 0.0

    def apart_by(taken: list[int]) -> Scores:
        values = np.full(n, -np.inf)
        for each in set(candidates.tolist()) - set(taken):
            values[each] = left_by(frozenset([*taken, each]))
        return values

    before = distance_fragmentation(members, n)
    small = n <= _ALL_TRIED
    return _Measure(before, candidates, apart_by, few=2_000 if small else 0, restarts=small)


def _reaching(members: Members, n: int, k: int, by_distance: bool, steps: int) -> _Measure:
    candidates = np.arange(n)
    if n > _REACHERS:
        sizes = np.bincount(members[1])
        near = np.bincount(members[0], weights=sizes[members[1]], minlength=n)
        candidates = np.sort(np.argsort(-near, kind="stable")[: max(_REACHERS, k)])
    table = distances(members, n, candidates)
    row_of = {each: row for row, each in enumerate(candidates.tolist())}
    worth = np.zeros(UNREACHED + 1)
    if by_distance:
        worth[:UNREACHED] = 1.0 / np.maximum(np.arange(UNREACHED), 1)
    else:
        worth[: min(steps, UNREACHED - 1) + 1] = 1.0

    def scores(taken: list[int]) -> Scores:
        nearest = np.full(n, UNREACHED, dtype=np.uint8)
        for each in taken:
            nearest = np.minimum(nearest, table[row_of[each]])
        values = np.full(n, -np.inf)
        for start in range(0, len(candidates), 256):  # a slice of the table at a time
            here = slice(start, start + 256)
            together = np.minimum(table[here], nearest)
            values[candidates[here]] = worth[together].sum(axis=1) / n
        return values

    return _Measure(0.0, candidates, scores)
