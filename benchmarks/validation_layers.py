"""The lines of docs/validation.md about layers and mixing: correlation, its test, assortativity."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

import networkx as nx
import numpy as np
from validation_comparison import ALL, Comparison, difference
from validation_networks import FEW, graph_of, network_of, sectors_of

from graphkit.metrics import mixing, multiplexity
from graphkit.network import Network
from graphkit.sources import read

SNA_CORRELATION = 0.356453115471603
"""What `benchmarks/validation_qap.R` prints."""

SNA_AT_LEAST = 0.0016
"""The share of its 20,000 permutations with a correlation at least as large."""

BUSINESS = (
    "Barbadori Castellani, Barbadori Ginori, Barbadori Medici, Barbadori Peruzzi, Bischeri "
    "Guadagni, Bischeri Lamberteschi, Bischeri Peruzzi, Castellani Lamberteschi, Castellani "
    "Peruzzi, Ginori Medici, Guadagni Lamberteschi, Lamberteschi Peruzzi, Medici Pazzi, Medici "
    "Salviati, Medici Tornabuoni"
)
"""The ties of business among the families, after Padgett and Ansell (1993)."""


def business() -> nx.Graph:
    """The families of networkx's graph of marriages, tied where they did business."""
    graph = nx.Graph()
    graph.add_nodes_from(nx.florentine_families_graph())
    graph.add_edges_from(pair.split() for pair in BUSINESS.split(", "))
    return graph


@cache
def florentine() -> Network:
    """The families with two layers: marriages as direct ties, business as declarations of two."""
    names = sorted(nx.florentine_families_graph())
    pairs = sorted(tuple(sorted(pair)) for pair in business().edges)
    tables = {
        "organisations": ["id,name,kind", *(f"{n.lower()},{n},Other" for n in names)],
        "ties": ["a,b", *(f"{a.lower()},{b.lower()}" for a, b in _marriages())],
        "declarations": ["id,title", *(f"d{at:02},D" for at in range(len(pairs)))],
        "signatories": [
            "declaration,organisation",
            *(f"d{at:02},{end.lower()}" for at, pair in enumerate(pairs) for end in pair),
        ],
    }
    with tempfile.TemporaryDirectory() as folder:
        for name, lines in tables.items():
            Path(folder, f"{name}.csv").write_text("\n".join([*lines, ""]), encoding="utf-8")
        return Network.of(read(folder, dataset="florentine"))


def _marriages() -> list[tuple[str, str]]:
    return sorted(tuple(sorted(pair)) for pair in nx.florentine_families_graph().edges)


def _correlation(_: str) -> float:
    names = sorted(nx.florentine_families_graph())
    above = np.triu_indices(len(names), 1)
    values = [
        nx.to_numpy_array(graph, nodelist=names)[above]
        for graph in (nx.florentine_families_graph(), business())
    ]
    (found,) = multiplexity(florentine(), draws=0).layers
    return max(
        difference(found.correlation, float(np.corrcoef(*values)[0, 1])),
        difference(found.correlation, SNA_CORRELATION),
    )


def _p_value(_: str) -> float:
    (found,) = multiplexity(florentine(), draws=20_000).layers
    return difference(found.at_least, SNA_AT_LEAST)


def _assortativity(name: str) -> float:
    graph, of = graph_of(name).copy(), sectors_of(name)
    nx.set_node_attributes(graph, of, "sector")
    found = mixing(network_of(name), draws=0)
    matrix = nx.attribute_mixing_matrix(
        graph, "sector", normalized=False, mapping={each: at for at, each in enumerate(found.names)}
    )
    ours = np.array(found.ties) * (1 + np.eye(len(found.names)))
    theirs = nx.attribute_assortativity_coefficient(graph, "sector")
    return max(
        difference(found.assortativity.values[0], theirs), float(np.abs(ours - matrix).max())
    )


WITH_LAYERS = (
    Comparison(
        "layer-correlation",
        "numpy's `corrcoef` and R's sna: `gcor`",
        FEW,
        _correlation,
        "of marriage and business, of the 15 families with a tie",
    ),
    Comparison(
        "layer-correlation",
        "R's sna: `qaptest`",
        FEW,
        _p_value,
        "its p-value, each by 20,000 permutations; the standard error of the difference is 0.0004",
        bounds=(2e-3,),
    ),
    Comparison("assortativity", "networkx", ALL, _assortativity, "and the mixing matrix"),
)
