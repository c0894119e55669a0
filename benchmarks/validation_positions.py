"""The lines of docs/validation.md about blockmodels."""

from __future__ import annotations

import oracles
from validation_comparison import ALL, Comparison, difference
from validation_networks import graph_of, network_of
from validation_programs import SNA, stored_values

from graphkit.metrics import blockmodel, profile_correlations


def _correlations(name: str, weight: str = "none") -> dict[frozenset[str], float]:
    """By pair of nodes with ties."""
    form = network_of(name, weight).tied
    tied = form.have_ties().nonzero()[0]
    matrix = form.projection()[tied][:, tied].toarray()
    found = profile_correlations(matrix if weight == "count" else matrix > 0)
    names = [form.organisations[place] for place in tied]
    return {
        frozenset((one, other)): float(found[i, j])
        for i, one in enumerate(names)
        for j, other in enumerate(names[:i])
    }


def _means(name: str) -> float:
    """Against sna's mean for each node, in which a pair without a correlation counts 0."""
    graph, found = graph_of(name), _correlations(name)
    constant = oracles.constant_pairs(graph)
    tied = [node for node in graph if graph[node]]
    means = {node: float("nan") for node in graph}
    for node in tied:
        pairs = (frozenset((node, other)) for other in tied if other != node)
        means[node] = sum(0.0 if each in constant else found[each] for each in pairs) / (
            len(tied) - 1
        )
    theirs = stored_values(SNA)[name, "profile-correlation"]
    return difference(means, {node: theirs[i] for i, node in enumerate(graph, 1)})


def _densities(name: str) -> float:
    found = blockmodel(network_of(name))
    sets = [[node.id for node in position.members] for position in found.positions]
    expected = oracles.block_densities(graph_of(name), sets)
    return difference({(a, b): found.densities[a][b] for a, b in expected}, expected)


OF_POSITIONS = (
    *(
        Comparison(
            "profile-correlation",
            "numpy's `corrcoef`",
            ALL,
            lambda name, weight=weight: difference(
                _correlations(name, weight),
                oracles.profile_correlations(
                    graph_of(name), "weight" if weight == "count" else None
                ),
            ),
            "of the rows of each two without these two" + (", weighted" * (weight == "count")),
        )
        for weight in ("none", "count")
    ),
    Comparison(
        "profile-correlation",
        "R's sna 2.7-1",
        ALL,
        _means,
        "the mean of each node; with nothing to correlate sna has 0, graphkit 1 for like profiles",
    ),
    Comparison(
        "block-density", "counted pair by pair", ALL, _densities, "of the positions that are found"
    ),
)
