"""An oracle for weighted shortest paths: rational numbers, in which equal lengths are equal."""

from __future__ import annotations

import heapq
from collections.abc import Mapping
from fractions import Fraction
from itertools import combinations

Steps = Mapping[str, Mapping[str, Fraction]]


def steps_of(
    nodes: list[str], groups: list[list[str]], ties: Mapping[tuple[str, str], int], scheme: str
) -> Steps:
    """The length of the step from each to each: the inverse of the sum of what the groups give."""
    weights: dict[frozenset[str], Fraction] = {}
    shared = [(group, Fraction(1)) for group in groups]
    shared += [(list(pair), Fraction(weight)) for pair, weight in ties.items()]
    for group, own in shared:
        share = own / (len(group) - 1) if scheme == "newman" else own
        for pair in map(frozenset, combinations(group, 2)):
            weights[pair] = weights.get(pair, Fraction(0)) + share
    steps: dict[str, dict[str, Fraction]] = {node: {} for node in nodes}
    for pair, weight in weights.items():
        one, other = pair
        steps[one][other] = steps[other][one] = 1 / weight
    return steps


def betweenness(steps: Steps) -> dict[str, float]:
    """Betweenness as Freeman defines it, divided by the number of pairs of others."""
    nodes = list(steps)
    paths = {node: _paths_from(steps, node) for node in nodes}
    result = {}
    for node in nodes:
        total = Fraction(0)
        for one, other in combinations([each for each in nodes if each != node], 2):
            lengths, counts = paths[one]
            beyond, counts_beyond = paths[node]
            passes = node in lengths and other in lengths and other in beyond
            if passes and lengths[node] + beyond[other] == lengths[other]:
                total += Fraction(counts[node] * counts_beyond[other], counts[other])
        pairs = (len(nodes) - 1) * (len(nodes) - 2) // 2
        result[node] = float(total / pairs)
    return result


def _paths_from(steps: Steps, source: str) -> tuple[dict[str, Fraction], dict[str, int]]:
    """The length of the shortest paths to each node that there is one to, and their number."""
    lengths: dict[str, Fraction] = {}
    waiting = [(Fraction(0), source)]
    while waiting:
        length, node = heapq.heappop(waiting)
        if node not in lengths:
            lengths[node] = length
            for other, step in steps[node].items():
                heapq.heappush(waiting, (length + step, other))
    counts = {source: 1}
    for node in sorted(lengths, key=lengths.__getitem__):
        if node != source:
            counts[node] = sum(
                counts[other]
                for other, step in steps[node].items()
                if lengths[other] + step == lengths[node]
            )
    return lengths, counts
