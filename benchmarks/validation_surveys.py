"""The lines of docs/validation.md about answers of surveys: degrees, scores and reciprocity."""

from __future__ import annotations

import random
from functools import cache

import networkx as nx
import numpy as np
from validation_comparison import Comparison, difference
from validation_networks import FEW

from graphkit.metrics import ratings_of
from graphkit.metrics.ratings import Ratings
from graphkit.model import Dataset, Fact, Node
from graphkit.network import Network

NOTE = "answers 0 to 4 of each family about those that it marries into, drawn with a seed"


@cache
def answers() -> nx.DiGraph:
    """What each family answers about those that it is married to."""
    chance = random.Random(1434)
    graph = nx.DiGraph()
    for one, other in sorted(nx.florentine_families_graph().to_directed().edges):
        graph.add_edge(one.lower(), other.lower(), value=chance.randint(0, 4))
    return graph


@cache
def measured() -> Ratings:
    """The same, measured by graphkit."""
    nodes = [Node("Organisation", each, {"name": each}, "Other") for each in answers()]
    nodes.append(Node("Question", "trust", {"name": "Trust?", "kind": "trust", "scale": ["0..4"]}))
    facts = [
        Fact(
            "RATES",
            f"{one} {other}",
            ("Organisation", one),
            ("Organisation", other),
            {"questionId": "trust", "value": value},
        )
        for one, other, value in answers().edges(data="value")
    ]
    return ratings_of(Network.of(Dataset.of("answers", nodes, facts)), min_raters=1, draws=0)


def _named() -> nx.DiGraph:
    graph = nx.DiGraph()
    graph.add_nodes_from(answers())
    graph.add_edges_from((a, b) for a, b, value in answers().edges(data="value") if value)
    return graph


def _degrees(_: str) -> float:
    found = {each.organisation.id: each for each in measured().received}
    inward = difference(
        {key: each.named_by for key, each in found.items()}, dict(_named().in_degree)
    )
    outward = difference(
        {key: each.names for key, each in found.items()}, dict(_named().out_degree)
    )
    return max(inward, outward)


def _received(_: str) -> float:
    found = {each.organisation.id: each.received for each in measured().received}
    means = {
        node: float(np.mean([value for *_, value in answers().in_edges(node, data="value")]))
        for node in answers()
    }
    return difference(found, means)


def _trust(_: str) -> float:
    values = [value for *_, value in answers().edges(data="value")]
    return difference(measured().questions[0].of_most, float(np.mean(values)) / 4)


def _reciprocity(_: str) -> float:
    return difference(measured().questions[0].reciprocity, nx.overall_reciprocity(_named()))


def _agreement(_: str) -> float:
    graph = answers()
    pairs = [(value, graph.edges[b, a]["value"]) for a, b, value in graph.edges(data="value")]
    one, other = zip(*pairs, strict=True)
    return difference(measured().questions[0].agreement, float(np.corrcoef(one, other)[0, 1]))


OF_SURVEYS = (
    Comparison("named-by", "networkx", FEW, _degrees, f"in- and out-degree; {NOTE}"),
    Comparison("received-score", "numpy's `mean`", FEW, _received, NOTE),
    Comparison("network-trust", "numpy's `mean`", FEW, _trust, NOTE),
    Comparison("reciprocity", "networkx", FEW, _reciprocity, NOTE),
    Comparison("agreement", "numpy's `corrcoef`", FEW, _agreement, f"both orders; {NOTE}"),
)
