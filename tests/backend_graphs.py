"""Small graphs of every sort, and a comparison with networkx that lets nothing pass."""

from __future__ import annotations

import math
import random
from itertools import pairwise
from typing import Any

import networkx as nx
import numpy as np

from graphkit.backend import Incidence

RELATIVE = 1e-9


def incidence(seed: int, *, weights: tuple[float, ...] = (1.0, 0.5, 2.0, 1 / 3)) -> Incidence:
    """Up to 40 nodes in up to 30 groups; with isolates, groups of one, twins and pendants."""
    draw = random.Random(seed)
    nodes, groups = draw.randint(1, 40), draw.randint(1, 30)
    pairs = {
        (draw.randrange(nodes), group)
        for group in range(groups)
        for _ in range(draw.choice((1, 2, 2, 3, 4, 6, 9)))
    }
    for _ in range(nodes // 5):  # a twin of somebody
        one, other = draw.randrange(nodes), draw.randrange(nodes)
        pairs = {pair for pair in pairs if pair[0] != other}
        pairs |= {(other, group) for node, group in pairs if node == one}
    pairs = pairs or {(0, 0)}
    return Incidence(
        [f"n{number}" for number in range(nodes)],
        np.array(sorted(pairs), dtype=np.int32).T,
        np.array([draw.choice(weights) for _ in range(groups)]),
    )


def projected(form: Incidence) -> nx.Graph:
    """The projection by plain loops, as networkx would hold it."""
    graph = nx.Graph()
    graph.add_nodes_from(form.nodes)
    members: dict[int, list[int]] = {}
    for node, group in form.members.T.tolist():
        members.setdefault(group, []).append(node)
    weight: dict[tuple[int, int], float] = {}
    for group, inside in sorted(members.items()):
        for i, one in enumerate(inside):
            for other in inside[i + 1 :]:
                weight[one, other] = weight.get((one, other), 0.0) + float(form.weights[group])
    for (one, other), value in sorted(weight.items()):
        graph.add_edge(form.nodes[one], form.nodes[other], weight=value, distance=1.0 / value)
    return graph


def plain(seed: int, *, directed: bool = False, loops: bool = False) -> nx.Graph:
    """Up to 30 nodes in any order, connected or not, with whole and broken weights that tie."""
    draw = random.Random(seed)
    graph = nx.DiGraph() if directed else nx.Graph()
    nodes = [f"v{number}" for number in range(draw.randint(1, 30))]
    draw.shuffle(nodes)
    graph.add_nodes_from(nodes)
    if draw.random() < 0.5:
        graph.add_edges_from(pairwise(nodes))
        graph.add_edges_from([(nodes[-1], nodes[0])] if len(nodes) > 2 else [])
    for _ in range(draw.randint(0, 3 * len(nodes))):
        one, other = draw.choice(nodes), draw.choice(nodes)
        if loops or one != other:
            graph.add_edge(one, other)
    for _, _, edge in graph.edges(data=True):
        edge["weight"] = draw.choice((1, 2, 0.5, 3.25))
        edge["distance"] = draw.choice((1, 2, 0.5, 1.5))
    return graph


def answer(function: Any, graph: Any, **options: Any) -> Any:
    """What a function gives, generators drawn; or its error, that of networkx with its words."""
    try:
        result = function(graph, **options)
        return list(result) if hasattr(result, "__next__") else result
    except nx.NetworkXException as error:
        return type(error), str(error)
    except (ZeroDivisionError, ValueError) as error:
        return type(error)


def check_same(ours: Any, theirs: Any, where: object) -> None:
    """Equal to 1e-9, in the same order and of the same types; NaN equals NaN."""
    assert type(ours) is type(theirs), (where, ours, theirs)
    if isinstance(theirs, nx.Graph):
        check_same(dict(ours.nodes(data=True)), dict(theirs.nodes(data=True)), where)
        assert {frozenset(edge) for edge in ours.edges} == {
            frozenset(edge) for edge in theirs.edges
        }
        for one, other, values in theirs.edges(data=True):
            check_same(ours[one][other], values, (where, one, other))
    elif isinstance(theirs, dict):
        assert list(ours) == list(theirs), (where, ours, theirs)
        for key, value in theirs.items():
            check_same(ours[key], value, (where, key))
    elif isinstance(theirs, list | tuple):
        assert len(ours) == len(theirs), (where, ours, theirs)
        for number, (one, other) in enumerate(zip(ours, theirs, strict=True)):
            check_same(one, other, (where, number))
    elif isinstance(theirs, float):
        same = math.isclose(ours, theirs, rel_tol=RELATIVE, abs_tol=1e-12)
        assert same or (math.isnan(ours) and math.isnan(theirs)), (where, ours, theirs)
    else:
        assert ours == theirs, (where, ours, theirs)
