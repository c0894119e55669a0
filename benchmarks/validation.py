"""Compare every metric of the catalogue with an oracle and write docs/validation.md.

    python benchmarks/validation.py                 # writes the document
    python benchmarks/validation.py --export FOLDER # the networks, for validation.R

The oracles (`oracles.py`) compute from the definitions: dense linear algebra, enumeration and exact
fractions. The networks come with networkx. The values of R's sna are stored in
`validation_sna.csv`, which `validation.R` makes, so that R is not needed.
"""

from __future__ import annotations

import argparse
import csv
import math
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import networkx as nx
import oracles
from validation_networks import (
    FEW,
    GRAPHS,
    WOMEN,
    attended,
    brokered,
    export,
    graph_of,
    network_of,
    ranked,
    sectors_of,
    whole,
    women,
)

from graphkit.metrics import core_periphery, ei_index, key_players
from graphkit.metrics.catalogue import CATALOGUE

DOCUMENT = Path(__file__).parents[1] / "docs" / "validation.md"
TEXT = Path(__file__).with_name("validation_text.md")
SNA = Path(__file__).with_name("validation_sna.csv")
IGRAPH = "igraph"
ROLES = ("coordinator", "gatekeeper", "consultant", "liaison")

Found = Mapping[Hashable, float]


def difference(ours: Any, theirs: Any) -> float:
    """The largest difference; infinite where one has a value and the other none."""
    if isinstance(theirs, Mapping):
        assert set(ours) == set(theirs)
        return max(difference(ours[node], value) for node, value in theirs.items())
    if math.isnan(ours) or math.isnan(theirs):
        return 0.0 if math.isnan(ours) and math.isnan(theirs) else math.inf
    return abs(float(ours) - float(theirs))


@dataclass(frozen=True)
class Comparison:
    """One line of the document: `differ` computes both sides on one network."""

    metric: str
    oracle: str
    networks: tuple[str, ...]
    differ: Callable[[str], float]
    convention: str = ""

    def largest(self, networks: Iterable[str] | None = None) -> float:
        """The largest difference over the networks, or some of them."""
        chosen = self.networks if networks is None else networks
        return max(self.differ(name) for name in chosen)


ALL = tuple(GRAPHS)


def _of_nodes(
    metric: str, oracle: str, compute: Callable[..., Found], weight: str = "none", note: str = ""
) -> Comparison:
    return Comparison(
        metric,
        oracle,
        ALL,
        lambda name: difference(ranked(name, metric, weight), compute(graph_of(name))),
        note,
    )


def _of_whole(
    metric: str, oracle: str, compute: Callable[..., float], note: str = ""
) -> Comparison:
    return Comparison(
        metric,
        oracle,
        ALL,
        lambda name: difference(whole(network_of(name), metric), compute(graph_of(name))),
        note,
    )


def _lengths(graph: nx.Graph) -> list[int]:
    return [d for near in oracles.distances(graph).values() for d in near.values() if d]


def _largest(graph: nx.Graph) -> nx.Graph:
    pieces = nx.connected_components(graph)
    return graph.subgraph(sorted(max(pieces, key=lambda each: (len(each), -ord(min(each)[0])))))


def _closeness_centralisation(graph: nx.Graph) -> float:
    piece = _largest(graph)
    s = len(piece)
    values = oracles.closeness(piece).values()
    return oracles.centralisation(values, (s - 1) * (s - 2) / (2 * s - 3))


def _tie_weights(weight: str) -> float:
    members: dict[str, list[str]] = defaultdict(list)
    for woman, events in attended().items():
        for event in events:
            members[event].append(woman)
    expected = oracles.tie_weights(members.values(), weight)
    found = {frozenset((a, b)): value for a, b, value in women(weight).graph().edges(data="weight")}
    return difference(found, expected)


def _coreness(name: str) -> float:
    found = core_periphery(network_of(name))
    values = dict(zip((n.id for n in found.organisations), found.coreness, strict=True))
    least = oracles.least_residual(graph_of(name))
    return max(0.0, oracles.residual(graph_of(name), values) - least) / least


def _ei_index(name: str) -> float:
    graph, of = graph_of(name), sectors_of(name)
    found = ei_index(network_of(name), draws=1)
    each = {n: oracles.ei_index([(n, o) for o in graph[n]], of) for n in graph}
    groups = {
        kind: oracles.ei_index([e for e in graph.edges if kind in (of[e[0]], of[e[1]])], of)
        for kind in {of[n] for n in graph}
    }
    return max(
        difference(found.value, oracles.ei_index(graph.edges, of)),
        difference(found.organisations, each),
        difference({group.name: group.value for group in found.groups}, groups),
    )


def _sna_keys() -> dict[tuple[str, str], dict[int, float]]:
    stored: dict[tuple[str, str], dict[int, float]] = defaultdict(dict)
    with SNA.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            key = row["network"], row["metric"]
            stored[key][int(row["node"])] = float(row["value"])
    return stored


def _from_sna(name: str, metric: str) -> float:
    """Against R's sna, with what makes its convention ours."""
    stored = _sna_keys()[name, metric]
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

    return Comparison(metric, IGRAPH, ALL, differ, "weighted" if weight == "count" else "")


def _pairs(graph: Any) -> float:
    return float((graph.vcount() - 1) * (graph.vcount() - 2) / 2)


COMPARISONS = (
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
    _of_nodes("degree", "row sums", oracles.row_sums),
    _sna("degree"),
    _of_nodes("strength", "row sums", lambda g: oracles.row_sums(g, "weight"), "count"),
    _of_nodes("betweenness", "exact fractions", oracles.betweenness),
    _of_nodes(
        "betweenness",
        "exact fractions",
        lambda g: oracles.betweenness(g, True),
        "count",
        "weighted: a step is as long as 1 / weight. Lengths that agree to 1e-10 are equal, so that "
        "rounding decides nothing",
    ),
    _sna("betweenness", note="sna's counts of pairs / ((n - 1)(n - 2) / 2)"),
    _of_nodes("closeness", "Floyd and Warshall", oracles.closeness, note="Wasserman and Faust's"),
    _of_nodes("harmonic", "Floyd and Warshall", oracles.harmonic, note="a sum, not a mean"),
    _sna("harmonic", note="sna's mean (`suminvundir`) times n - 1"),
    _of_nodes(
        "eigenvector",
        "dense `eigh`",
        oracles.eigenvector,
        "count",
        "of length 1; 0 outside the leading component; no value where the two largest eigenvalues "
        "agree to 1e-9",
    ),
    _of_nodes("pagerank", "linear solve", oracles.pagerank, "count", "damping 0.85"),
    _of_nodes(
        "constraint", "the definition", oracles.constraint, "count", "no value for an isolate"
    ),
    *(
        Comparison(
            "brokerage-roles",
            f"enumeration: {role}",
            ALL,
            lambda name, role=role: difference(
                brokered(name, role), oracles.roles(graph_of(name), sectors_of(name))[role]
            ),
            "a pair counts once; gatekeeper and representative are one role",
        )
        for role in ROLES
    ),
    *(_sna("brokerage-roles", role, f"sna's {role} / 2") for role in ROLES),
    Comparison(
        "bridging",
        "enumeration",
        ALL,
        lambda name: difference(
            brokered(name, "bridging"), oracles.bridging(graph_of(name), sectors_of(name))
        ),
        "no value where no pair is brokered",
    ),
    Comparison("ei-index", "enumeration", ALL, _ei_index, "no value without ties"),
    Comparison(
        "coreness",
        "scipy's L-BFGS-B from 20 starts",
        ("karate club", "Florentine families"),
        _coreness,
        "compared by the residual, relative: how far ours is above the least found",
    ),
    Comparison(
        "core-periphery-fit",
        "all 65,534 cores",
        FEW,
        lambda name: difference(
            core_periphery(network_of(name)).fit, oracles.core_fit(graph_of(name))
        ),
        "a pair fits when tied and one of it is in the core",
    ),
    Comparison("tie-weight", "exact fractions", (WOMEN,), lambda _: _tie_weights("count"), "count"),
    Comparison(
        "tie-weight", "exact fractions", (WOMEN,), lambda _: _tie_weights("newman"), "newman"
    ),
    Comparison(
        "key-players-fragment",
        "all sets of 3",
        FEW,
        lambda name: difference(
            key_players(network_of(name), 3).value, oracles.best_fragmenting(graph_of(name), 3)
        ),
        "pairs among those that remain",
    ),
    Comparison(
        "key-players-reach",
        "all sets of 3",
        FEW,
        lambda name: difference(
            key_players(network_of(name), 3, "reach").value,
            oracles.best_reaching(graph_of(name), 3),
        ),
        "the set itself counts as reached; one step",
    ),
    _of_whole("density", "networkx", nx.density),
    _sna("density"),
    _of_whole(
        "average-path-length",
        "Floyd and Warshall",
        lambda g: sum(_lengths(g)) / len(_lengths(g)),
        "over pairs that a path connects",
    ),
    _of_whole("diameter", "Floyd and Warshall", lambda g: max(_lengths(g)), "likewise"),
    _of_whole("components", "networkx", nx.number_connected_components, "an isolate is one"),
    _sna("components"),
    _of_whole("largest-component", "networkx", lambda g: len(_largest(g)) / len(g), "a share"),
    _of_whole("isolates", "networkx", nx.number_of_isolates),
    _of_whole("fragmentation", "Floyd and Warshall", oracles.fragmentation),
    _of_whole(
        "distance-fragmentation",
        "Floyd and Warshall",
        lambda g: oracles.fragmentation(g, True),
    ),
    _of_whole("connectedness", "Floyd and Warshall", lambda g: 1 - oracles.fragmentation(g)),
    _sna("connectedness"),
    _of_whole(
        "degree-centralisation",
        "the definition",
        lambda g: oracles.centralisation(oracles.row_sums(g).values(), (len(g) - 1) * (len(g) - 2)),
    ),
    _sna("degree-centralisation"),
    _of_whole(
        "betweenness-centralisation",
        "exact fractions",
        lambda g: oracles.centralisation(oracles.betweenness(g).values(), len(g) - 1),
    ),
    _sna("betweenness-centralisation"),
    _of_whole(
        "closeness-centralisation",
        "Floyd and Warshall",
        _closeness_centralisation,
        "of the largest component",
    ),
    Comparison(
        "two-mode-density",
        "89 attendances / (18 × 14)",
        (WOMEN,),
        lambda _: difference(whole(women(), "two-mode-density"), 89 / (18 * 14)),
        "Davis et al. (1941)",
    ),
    Comparison(
        "reinforcement",
        "networkx",
        (WOMEN,),
        lambda _: difference(
            whole(women(), "reinforcement"),
            oracles.reinforcement(nx.davis_southern_women_graph()),
        ),
        "4 × four-cycles / paths of three",
    ),
    Comparison(
        "two-mode-clustering",
        "enumeration of paths",
        (WOMEN,),
        lambda _: difference(
            whole(women(), "two-mode-clustering"), oracles.two_mode_clustering(attended())
        ),
        "Opsahl's, as R's tnet has it",
    ),
)


def where_networkx_differs() -> dict[str, float]:
    """How far networkx's own values are from the oracle's, by metric, at its defaults."""
    graph, ring = graph_of("random with isolates"), graph_of("karate club")
    for each in (graph, ring):
        for _, _, edge in each.edges(data=True):
            edge["distance"] = 1 / edge["weight"]
    return {
        "betweenness": difference(
            nx.betweenness_centrality(graph, weight="distance"), oracles.betweenness(graph, True)
        ),
        "eigenvector": difference(
            nx.eigenvector_centrality(ring, weight="weight"), oracles.eigenvector(ring)
        ),
        "pagerank": difference(nx.pagerank(ring), oracles.pagerank(ring)),
    }


BOUNDS = (1e-12, 1e-9, 1e-6)


def bound(value: float) -> float:
    """The least of the bounds that a difference does not exceed; itself above them."""
    return next((each for each in BOUNDS if value <= each), value)


def line(each: Comparison, least: float) -> str:
    """A line of the document."""
    networks = "all" if each.networks == ALL else ", ".join(each.networks)
    below = f"below {least:.0e}".replace("e-0", "e-")
    return f"| `{each.metric}` | {each.oracle} | {networks} | {below} | {each.convention} |\n"


def document() -> str:
    """The text of docs/validation.md."""
    order = list(CATALOGUE)
    compared = sorted(COMPARISONS, key=lambda each: order.index(each.metric))
    lines = [line(each, bound(each.largest())) for each in compared]
    theirs = where_networkx_differs()
    values = {metric: f"{value:.1g}" for metric, value in theirs.items()}
    return TEXT.read_text(encoding="utf-8").format(table="".join(lines), **values)


def main() -> None:
    """Write the document, or the networks for R."""
    parser = argparse.ArgumentParser(description="Compare metrics with oracles.")
    parser.add_argument("--export", type=Path, help="write the networks for validation.R there")
    folder = parser.parse_args().export
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        export(folder)
        return
    missing = set(CATALOGUE) - {each.metric for each in COMPARISONS}
    assert not missing, missing
    DOCUMENT.write_text(document(), encoding="utf-8")


if __name__ == "__main__":
    main()
