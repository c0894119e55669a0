"""The lines of docs/validation.md that compare with other programs: igraph, and packages of R.

The values of R's packages are stored, so that R is not needed: those of sna in
`validation_sna.csv`, which `validation.R` makes, and those of tnet and keyplayer in
`validation_cran.csv`, which `validation_cran.R` makes.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from validation_comparison import ALL, Comparison, difference
from validation_networks import (
    FEW,
    WITH_GROUPS,
    brokered,
    graph_of,
    network_of,
    ranked,
    two_mode,
    whole,
)

from graphkit.metrics import key_players

SNA = Path(__file__).with_name("validation_sna.csv")
CRAN = Path(__file__).with_name("validation_cran.csv")
ROLES = ("coordinator", "gatekeeper", "consultant", "liaison")


def stored_values(path: Path) -> dict[tuple[str, str], dict[int, float]]:
    """The values of a file by network and metric, each by node."""
    stored: dict[tuple[str, str], dict[int, float]] = defaultdict(dict)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            key = row["network"], row["metric"]
            stored[key][int(row["node"])] = float(row["value"])
    return stored


def _from_sna(name: str, metric: str) -> float:
    """Against R's sna, with what makes its convention ours."""
    stored = stored_values(SNA)[name, metric]
    n = len(graph_of(name))
    if len(stored) == 1:
        return difference(whole(network_of(name), metric), stored[1])
    values = {node: stored[i] for i, node in enumerate(graph_of(name), 1)}
    if metric in ROLES:
        return difference(brokered(name, metric), values)
    if metric == "betweenness":
        values = {node: 2 * value / ((n - 1) * (n - 2)) for node, value in values.items()}
    return difference(ranked(name, metric), values)


def _sna(metric: str, stored: str = "", note: str = "") -> Comparison:
    key = stored or metric
    return Comparison(metric, "R's sna 2.7-1", ALL, lambda name: _from_sna(name, key), note)


def _igraph(metric: str, compute: Callable[..., list[float]], weight: str = "none") -> Comparison:
    """Against igraph's value for each node."""

    def differ(name: str) -> float:
        import igraph

        graph = graph_of(name)
        place = {node: number for number, node in enumerate(graph)}
        weights = [float(each) for _, _, each in graph.edges(data="weight")]
        theirs = igraph.Graph(len(graph), [(place[a], place[b]) for a, b in graph.edges])
        values = dict(zip(graph, compute(theirs, weights), strict=True))
        return difference(ranked(name, metric, weight), values)

    note = "weighted" if weight == "count" else ""
    return Comparison(metric, "igraph", ALL, differ, note, package="igraph")


def _pairs(graph: Any) -> float:
    return float((graph.vcount() - 1) * (graph.vcount() - 2) / 2)


WITH_IGRAPH = (
    _igraph("betweenness", lambda g, w: [each / _pairs(g) for each in g.betweenness()]),
    _igraph(
        "betweenness",
        lambda g, w: [each / _pairs(g) for each in g.betweenness(weights=[1 / each for each in w])],
        "count",
    ),
    _igraph(
        "harmonic",
        lambda g, w: [each * (g.vcount() - 1) for each in g.harmonic_centrality()],
    ),
    _igraph("pagerank", lambda g, w: g.pagerank(weights=w), "count"),
    _igraph("constraint", lambda g, w: g.constraint(weights=w), "count"),
)

WITH_SNA = (
    _sna("degree"),
    _sna("betweenness", note="sna's counts of pairs / ((n - 1)(n - 2) / 2)"),
    _sna("harmonic", note="sna's mean (`suminvundir`) times n - 1"),
    *(_sna("brokerage-roles", role, f"sna's {role} / 2") for role in ROLES),
    _sna("density"),
    _sna("components"),
    _sna("connectedness"),
    _sna("degree-centralisation"),
    _sna("betweenness-centralisation"),
)


def _key_players(name: str, aim: str) -> float:
    """Against the best of all sets of three by keyplayer, which does not count the set itself."""
    theirs, n = stored_values(CRAN)[name, f"key-players-{aim}"][1], len(graph_of(name))
    ours = key_players(network_of(name), 3, aim, by_distance=aim == "fragment").value
    return difference(ours, (theirs + 3) / n if aim == "reach" else theirs)


def _tnet(metric: str) -> Comparison:
    def differ(name: str) -> float:
        return difference(whole(two_mode(name), metric), stored_values(CRAN)[name, metric][1])

    return Comparison(metric, "R's tnet 3.0.16", WITH_GROUPS, differ)


WITH_CRAN = (
    _tnet("reinforcement"),
    _tnet("two-mode-clustering"),
    Comparison(
        "key-players-fragment",
        "R's keyplayer 1.0.4, all sets of 3",
        FEW,
        lambda name: _key_players(name, "fragment"),
        "by distance",
    ),
    Comparison(
        "key-players-reach",
        "R's keyplayer 1.0.4, all sets of 3",
        FEW,
        lambda name: _key_players(name, "reach"),
        "keyplayer's count of others within one step, and the set itself",
    ),
)
