"""What metrics ought to be, computed plainly from their definitions and by nothing of graphkit.

Dense matrices, enumeration and exact fractions: slow, and short enough to be checked by reading.
A network is a networkx graph whose edges have `weight`; values are by node.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Hashable, Iterable, Mapping
from fractions import Fraction
from itertools import combinations, combinations_with_replacement, permutations, product
from typing import Any

import networkx as nx
import numpy as np

Graph = Any
Values = Mapping[Hashable, float]


def matrix(graph: Graph, weight: str | None = None) -> np.ndarray[Any, Any]:
    """The dense adjacency matrix in the order of the nodes."""
    place = {node: number for number, node in enumerate(graph)}
    dense = np.zeros((len(place), len(place)))
    for one, other, edge in graph.edges(data=True):
        value = 1.0 if weight is None else float(edge[weight])
        dense[place[one], place[other]] = dense[place[other], place[one]] = value
    return dense


def row_sums(graph: Graph, weight: str | None = None) -> Values:
    """Degree, or strength."""
    return dict(zip(graph, matrix(graph, weight).sum(axis=1).tolist(), strict=True))


def paths(
    graph: Graph, source: Hashable, weighted: bool
) -> tuple[dict[Hashable, Fraction], dict[Hashable, int]]:
    """From a source: the exact length and the number of the shortest paths to each node."""
    lengths: dict[Hashable, Fraction] = {}
    waiting: list[tuple[Fraction, int, Hashable]] = [(Fraction(0), 0, source)]
    pushed = 0
    step = {
        frozenset((one, other)): 1 / Fraction(edge["weight"]) if weighted else Fraction(1)
        for one, other, edge in graph.edges(data=True)
    }
    while waiting:
        length, _, node = heapq.heappop(waiting)
        if node in lengths:
            continue
        lengths[node] = length
        for other in graph[node]:
            if other not in lengths:
                pushed += 1
                heapq.heappush(waiting, (length + step[frozenset((node, other))], pushed, other))
    counts: dict[Hashable, int] = {source: 1}
    for node in sorted(lengths, key=lengths.__getitem__):
        if node != source:
            counts[node] = sum(
                counts[other]
                for other in graph[node]
                if other in counts
                and lengths[other] + step[frozenset((node, other))] == lengths[node]
            )
    return lengths, counts


def betweenness(graph: Graph, weighted: bool = False) -> Values:
    """Freeman's, over the pairs of others, in exact fractions."""
    found = {node: paths(graph, node, weighted) for node in graph}
    result = {}
    for node in graph:
        beyond, ways = found[node]
        total = Fraction(0)
        for one, other in combinations([each for each in graph if each != node], 2):
            lengths, counts = found[one]
            passes = node in lengths and other in lengths
            if passes and lengths[node] + beyond[other] == lengths[other]:
                total += Fraction(counts[node] * ways[other], counts[other])
        result[node] = float(2 * total / ((len(graph) - 1) * (len(graph) - 2)))
    return result


def distances(graph: Graph) -> dict[Hashable, dict[Hashable, int]]:
    """Steps between all pairs that a path connects, by Floyd and Warshall."""
    steps = np.where(matrix(graph) > 0, 1.0, np.inf)
    np.fill_diagonal(steps, 0.0)
    for k in range(len(steps)):
        steps = np.minimum(steps, steps[:, k, None] + steps[None, k])
    nodes = list(graph)
    return {
        nodes[i]: {nodes[j]: int(d) for j, d in enumerate(row) if math.isfinite(d)}
        for i, row in enumerate(steps.tolist())
    }


def closeness(graph: Graph) -> Values:
    """Wasserman and Faust's, for networks in several components."""
    n = len(graph)
    return {
        node: (len(near) - 1) ** 2 / (sum(near.values()) * (n - 1)) if len(near) > 1 else 0.0
        for node, near in distances(graph).items()
    }


def harmonic(graph: Graph) -> Values:
    """The sum of the inverse distances to all others."""
    return {
        node: sum(1 / step for step in near.values() if step)
        for node, near in distances(graph).items()
    }


def eigenvector(graph: Graph) -> Values:
    """The leading vector of numpy's dense `eigh`, of length 1, without signs."""
    values, vectors = np.linalg.eigh(matrix(graph, "weight"))
    return dict(zip(graph, np.abs(vectors[:, np.argmax(values)]).tolist(), strict=True))


def pagerank(graph: Graph, alpha: float = 0.85) -> Values:
    """The solution of the linear equations; what is at a dead end goes to all alike."""
    dense = matrix(graph, "weight")
    n = len(dense)
    out = dense.sum(axis=1)
    moves = np.where(out[:, None] > 0, dense / np.where(out > 0, out, 1)[:, None], 1 / n)
    solved = np.linalg.solve(np.eye(n) - alpha * moves.T, np.full(n, (1 - alpha) / n))
    return dict(zip(graph, solved.tolist(), strict=True))


def constraint(graph: Graph) -> Values:
    """Burt's, by loops over each two neighbours."""
    dense = matrix(graph, "weight")
    out = dense.sum(axis=1)
    share = dense / np.where(out > 0, out, 1)[:, None]
    result = {}
    for i, node in enumerate(graph):
        near = np.flatnonzero(dense[i])
        result[node] = (
            sum((share[i, j] + sum(share[i, q] * share[q, j] for q in near)) ** 2 for j in near)
            if len(near)
            else math.nan
        )
    return result


def core_numbers(graph: Graph) -> Values:
    """The largest k at which a node is left when those with fewer than k ties are taken away."""
    dense = matrix(graph)
    core = dict.fromkeys(graph, 0)
    for k in range(1, len(core)):
        left = np.ones(len(dense), dtype=bool)
        while (weak := left & (dense @ left < k)).any():
            left &= ~weak
        core |= {node: k for node, stays in zip(graph, left, strict=True) if stays}
    return core


def local_clustering(graph: Graph) -> Values:
    """The share of the pairs of neighbours that are tied; 0 for fewer than two neighbours."""
    near = {node: set(graph[node]) for node in graph}
    pairs = {node: list(combinations(near[node], 2)) for node in graph}
    return {
        node: sum(b in near[a] for a, b in each) / len(each) if each else 0.0
        for node, each in pairs.items()
    }


def roles(graph: Graph, kinds: Mapping[Hashable, str]) -> dict[str, Values]:
    """Gould and Fernandez' counts of pairs {a, b}, pair by pair."""
    names = ("coordinator", "gatekeeper", "consultant", "liaison")
    counts: dict[str, dict[Hashable, float]] = {name: dict.fromkeys(graph, 0.0) for name in names}
    for broker in graph:
        for one, other in combinations(graph[broker], 2):
            if graph.has_edge(one, other):
                continue
            own = [kinds[each] == kinds[broker] for each in (one, other)]
            role = (
                "coordinator"
                if all(own)
                else "gatekeeper"
                if any(own)
                else "consultant"
                if kinds[one] == kinds[other]
                else "liaison"
            )
            counts[role][broker] += 1
    return counts  # type: ignore[return-value]


def bridging(graph: Graph, kinds: Mapping[Hashable, str]) -> Values:
    """The share of a broker's untied pairs whose categories differ."""
    result = {}
    for broker in graph:
        pairs = [
            kinds[one] != kinds[other]
            for one, other in combinations(graph[broker], 2)
            if not graph.has_edge(one, other)
        ]
        result[broker] = sum(pairs) / len(pairs) if pairs else math.nan
    return result


def ei_index(edges: Iterable[tuple[Hashable, Hashable]], kinds: Mapping[Hashable, str]) -> float:
    """Ties between less ties within, over both."""
    out = [kinds[one] != kinds[other] for one, other in edges]
    return (2 * sum(out) - len(out)) / len(out) if out else math.nan


def residual(graph: Graph, coreness: Values) -> float:
    """What a continuous core leaves unexplained, for the best scale of its values."""
    dense = matrix(graph)
    c = np.array([coreness[node] for node in graph])

    def left(scale: float) -> float:
        model = scale * np.outer(c, c)
        np.fill_diagonal(model, 0.0)
        return float(((dense - model) ** 2).sum())

    product = np.outer(c, c)
    np.fill_diagonal(product, 0.0)
    return left(float((dense * product).sum() / (product**2).sum()))


def least_residual(graph: Graph, starts: int = 20) -> float:
    """The least that scipy's bounded minimiser finds from random starts."""
    from scipy.optimize import minimize

    dense = matrix(graph)
    draw = np.random.default_rng(1)

    def left(c: np.ndarray[Any, Any]) -> tuple[float, np.ndarray[Any, Any]]:
        gap = dense - np.outer(c, c)
        np.fill_diagonal(gap, 0.0)
        return float((gap**2).sum()), -4 * gap @ c

    found = [
        minimize(
            left,
            draw.random(len(dense)),
            jac=True,
            bounds=[(0, None)] * len(dense),
            options={"ftol": 1e-15, "gtol": 1e-10, "maxiter": 5000},
        ).fun
        for _ in range(starts)
    ]
    return min(found)


def core_fit(graph: Graph) -> float:
    """The highest correlation of ties with a core, over all sets of nodes."""
    dense = matrix(graph)
    n = len(dense)
    one, other = np.triu_indices(n, 1)
    tied = dense[one, other] - dense[one, other].mean()
    best = -1.0
    for numbers in np.array_split(np.arange(1, 2**n - 1), 16):
        core = (numbers[:, None] >> np.arange(n)) & 1
        pattern = core[:, one] | core[:, other]
        varied = pattern[pattern.min(axis=1) < pattern.max(axis=1)]
        centred = varied - varied.mean(axis=1, keepdims=True)
        fits = centred @ tied / np.sqrt((centred**2).sum(axis=1) * (tied @ tied))
        best = max(best, float(fits.max(initial=-1.0)))
    return best


def tie_weights(groups: Iterable[list[str]], scheme: str) -> dict[frozenset[str], float]:
    """What a projection's ties weigh, in exact fractions."""
    weights: dict[frozenset[str], Fraction] = {}
    for group in groups:
        share = (
            Fraction(1, len(group) - 1) if scheme == "newman" and len(group) > 1 else Fraction(1)
        )
        for pair in map(frozenset, combinations(group, 2)):
            weights[pair] = weights.get(pair, Fraction(0)) + share
    return {pair: float(weight) for pair, weight in weights.items()}


def fragmentation(graph: Graph, by_distance: bool = False) -> float:
    """Borgatti's, pair by pair."""
    n = len(graph)
    near = distances(graph)
    total = sum(
        (1 / step if by_distance else 1) for row in near.values() for step in row.values() if step
    )
    return 1 - total / (n * (n - 1))


def best_fragmenting(graph: Graph, k: int) -> float:
    """The highest fragmentation that leaving out any k nodes gives."""
    return max(
        fragmentation(graph.subgraph([node for node in graph if node not in chosen]))
        for chosen in combinations(graph, k)
    )


def best_reaching(graph: Graph, k: int) -> float:
    """The largest share of nodes that are in a set of k, or tied to it."""

    def reached(chosen: tuple[Hashable, ...]) -> int:
        return len(set(chosen).union(*map(graph.neighbors, chosen)))

    return max(map(reached, combinations(graph, k))) / len(graph)


def centralisation(values: Iterable[float], most: float) -> float:
    """Freeman's: how far all are below the highest, over the most that a network can have."""
    values = list(values)
    return sum(max(values) - each for each in values) / most


def two_mode_clustering(groups: Mapping[str, set[str]]) -> float:
    """Opsahl's, path by path; the groups of each organisation."""
    found = closed = 0
    for i, j, k in permutations(groups, 3):
        for p in groups[i] & groups[j]:
            for q in groups[j] & groups[k] - {p}:
                found += 1
                closed += bool((groups[i] & groups[k]) - {p, q})
    return closed / found


def profile_correlations(graph: Graph, weight: str | None = None) -> dict[Any, float]:
    """numpy's correlation of the rows of each two nodes, without these two; isolates left out."""
    tied = graph.subgraph([node for node in graph if graph[node]])
    dense = matrix(tied, weight)
    found = {}
    for (i, one), (j, other) in combinations(enumerate(tied), 2):
        left = np.delete(dense[[i, j]], [i, j], axis=1)
        pair = frozenset((one, other))
        found[pair] = (
            float(np.corrcoef(left)[0, 1])
            if (left.std(axis=1) > 0).all()
            else float((left[0] == left[1]).all())
        )
    return found


def constant_pairs(graph: Graph) -> set[Any]:
    """The pairs of which one is tied to all others or to none, besides the other of the pair."""
    tied = [node for node in graph if graph[node]]
    return {
        frozenset(pair)
        for pair in combinations(tied, 2)
        if any(len({*graph[node]} - {*pair}) in (0, len(tied) - 2) for node in pair)
    }


def block_densities(graph: Graph, positions: list[list[Hashable]]) -> dict[Any, float]:
    """The share of pairs that are tied, counted pair by pair."""
    found = {}
    for a, b in combinations_with_replacement(range(len(positions)), 2):
        pairs = combinations(positions[a], 2) if a == b else product(positions[a], positions[b])
        tied = [graph.has_edge(*pair) for pair in pairs]
        found[a, b] = sum(tied) / len(tied) if tied else math.nan
    return found


def two_mode_betweenness(groups: nx.Graph, own: set[Hashable]) -> Values:
    """Borgatti and Everett's, of one mode: over the most in a graph built to have it."""
    pairs = (len(groups) - 1) * (len(groups) - 2) / 2
    found = betweenness(groups)
    other = len(groups) - len(own)
    star = nx.Graph([("centre", at) for at in range(other)])
    star.add_edges_from((("own", at), at % other) for at in range(len(own) - 1))
    most = betweenness(star)["centre"]
    return {node: found[node] * pairs / (most * pairs) for node in own}


def two_mode_closeness(groups: nx.Graph, own: set[Hashable]) -> Values:
    """Borgatti and Everett's, of one mode of a connected graph."""
    near = distances(groups)
    least = len(groups) - len(own) + 2 * (len(own) - 1)
    return {node: least / sum(near[node].values()) for node in own}


def s_betweenness(members: Mapping[str, set[str]], s: int) -> Values:
    """Aksoy's and others': the betweenness of groups, next to each other if they share s."""
    graph = nx.Graph()
    graph.add_nodes_from(sorted(each for each in members if len(members[each]) >= s))
    graph.add_edges_from(
        pair for pair in combinations(graph, 2) if len(members[pair[0]] & members[pair[1]]) >= s
    )
    return betweenness(graph)


def reinforcement(groups: nx.Graph) -> float:
    """Robins and Alexander's, as networkx gives it."""
    return float(nx.bipartite.robins_alexander_clustering(groups))
