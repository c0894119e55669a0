"""How long it takes to compare betweenness with chance on CORDIS 2014: 5,682 organisations.

    python benchmarks/chance.py
    python benchmarks/chance.py --draws 1000 --igraph 4

Each draw is a network with the same group sizes and memberships, with exact betweenness of every
organisation. Prints the share of memberships that are still in place from one draw to the next,
beside that of draws far apart, which is the share that chance alone leaves. igraph is given the
ties of some of the draws, and its time counts the building of its graph.
"""

from __future__ import annotations

import argparse
import time
from itertools import islice

import numpy as np
from networks import cordis_2014
from scipy.sparse import csr_array

from graphkit.backend import Incidence
from graphkit.backend.betweenness import of_nodes
from graphkit.backend.curveball import ROUNDS, shuffled
from graphkit.backend.threads import in_turn, threads


def main() -> None:
    """Print seconds by the clock and of the processor."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--draws", type=int, default=200)
    parser.add_argument("--igraph", type=int, default=0, help="draws that igraph is given")
    given = parser.parse_args()
    draws = given.draws
    pairs = cordis_2014()
    ones = np.ones(pairs.groups)

    def betweenness(members: np.ndarray) -> np.ndarray:
        return of_nodes(Incidence(range(pairs.nodes), members, ones), None, None)

    betweenness(next(shuffled(pairs.members)))  # the kernels are loaded
    began, used = time.perf_counter(), time.process_time()
    keys = [_keys(members) for members in islice(shuffled(pairs.members), draws)]
    _print(f"{draws} draws, {ROUNDS} trades a group between two", began, used)
    print(f"in place from one draw to the next: {_alike(keys, 1):.2%}")
    print(f"in place between draws far apart: {_alike(keys, max(1, draws // 2)):.2%}")
    began, used = time.perf_counter(), time.process_time()
    for _ in in_turn(betweenness, islice(shuffled(pairs.members), draws)):
        pass
    _print(f"{draws} draws with exact betweenness, {threads()} threads", began, used)
    if given.igraph:
        ties = [_ties(members) for members in islice(shuffled(pairs.members), given.igraph)]
        began, used = time.perf_counter(), time.process_time()
        for each in ties:
            _in_igraph(pairs.nodes, each)
        _print(f"{given.igraph} of them with igraph", began, used)


def _ties(members: np.ndarray) -> list[tuple[int, int]]:
    """The pairs that share a group."""
    where = csr_array((np.ones(members.shape[1]), (members[0], members[1])))
    rows, columns = (where @ where.T).nonzero()
    return [(a, b) for a, b in zip(rows.tolist(), columns.tolist(), strict=True) if a < b]


def _in_igraph(nodes: int, ties: list[tuple[int, int]]) -> None:
    import igraph

    igraph.Graph(nodes, ties).betweenness()


def _keys(members: np.ndarray) -> np.ndarray:
    return np.sort(members[0].astype(np.int64) << 32 | members[1])


def _alike(keys: list[np.ndarray], apart: int) -> float:
    """The share of pairs that draws so far apart have in common, in the mean."""
    shared = [
        len(np.intersect1d(one, other, assume_unique=True)) / len(one)
        for one, other in islice(zip(keys, keys[apart:], strict=False), 50)
    ]
    return float(np.mean(shared))


def _print(what: str, began: float, used: float) -> None:
    wall, cpu = time.perf_counter() - began, time.process_time() - used
    print(f"{what}: {wall:.1f} s, {cpu:.1f} s of processor", flush=True)


if __name__ == "__main__":
    main()
