"""The lines of docs/validation.md that compare with the definitions, as `oracles.py` has them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable

import networkx as nx
import oracles
from validation_comparison import ALL, Comparison, Found, difference
from validation_networks import (
    FEW,
    WOMEN,
    attended,
    brokered,
    graph_of,
    network_of,
    ranked,
    sectors_of,
    whole,
    women,
)
from validation_programs import ROLES

from graphkit.metrics import core_periphery, ei_index, key_players, rank, rank_groups


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


def _women_and_events() -> tuple[nx.Graph, set[Hashable], set[Hashable]]:
    """Who attended what, by the ids that graphkit has; the women, and the events."""
    graph = nx.Graph((woman, event) for woman, events in attended().items() for event in events)
    return graph, set(attended()), set(graph) - set(attended())


def _two_mode(metric: str, compute: Callable[[nx.Graph, set[Hashable]], Found]) -> float:
    graph, *sides = _women_and_events()
    of_women = rank(women(), metric)
    of_events = rank_groups(women(), metric)
    found = (
        dict(zip((n.id for n in of_women.organisations), of_women.values[metric], strict=True)),
        dict(zip((g.id for g in of_events.groups), of_events.values[metric], strict=True)),
    )
    return max(
        difference(ours, compute(graph, own)) for ours, own in zip(found, sides, strict=True)
    )


def _s_betweenness() -> float:
    graph, _, events = _women_and_events()
    found = rank_groups(women(), "s-betweenness")
    return difference(
        dict(zip((g.id for g in found.groups), found.values["s-betweenness"], strict=True)),
        oracles.s_betweenness({event: set(graph[event]) for event in events}, 2),
    )


WITH_DEFINITIONS = (
    _of_nodes("degree", "row sums", oracles.row_sums),
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
    _of_nodes("closeness", "Floyd and Warshall", oracles.closeness, note="Wasserman and Faust's"),
    _of_nodes("harmonic", "Floyd and Warshall", oracles.harmonic, note="a sum, not a mean"),
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
    _of_nodes("core-number", "peeling, k by k", oracles.core_numbers),
    _of_nodes(
        "local-clustering",
        "enumeration",
        oracles.local_clustering,
        note="0 for fewer than two neighbours",
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
    _of_whole(
        "average-path-length",
        "Floyd and Warshall",
        lambda g: sum(_lengths(g)) / len(_lengths(g)),
        "over pairs that a path connects",
    ),
    _of_whole("diameter", "Floyd and Warshall", lambda g: max(_lengths(g)), "likewise"),
    _of_whole("components", "networkx", nx.number_connected_components, "an isolate is one"),
    _of_whole("largest-component", "networkx", lambda g: len(_largest(g)) / len(g), "a share"),
    _of_whole("isolates", "networkx", nx.number_of_isolates),
    _of_whole("fragmentation", "Floyd and Warshall", oracles.fragmentation),
    _of_whole(
        "distance-fragmentation",
        "Floyd and Warshall",
        lambda g: oracles.fragmentation(g, True),
    ),
    _of_whole("connectedness", "Floyd and Warshall", lambda g: 1 - oracles.fragmentation(g)),
    _of_whole(
        "degree-centralisation",
        "the definition",
        lambda g: oracles.centralisation(oracles.row_sums(g).values(), (len(g) - 1) * (len(g) - 2)),
    ),
    _of_whole(
        "betweenness-centralisation",
        "exact fractions",
        lambda g: oracles.centralisation(oracles.betweenness(g).values(), len(g) - 1),
    ),
    _of_whole(
        "closeness-centralisation",
        "Floyd and Warshall",
        _closeness_centralisation,
        "of the largest component",
    ),
    Comparison(
        "two-mode-degree",
        "row sums",
        (WOMEN,),
        lambda _: _two_mode(
            "two-mode-degree",
            lambda g, own: {n: len(g[n]) / (len(g) - len(own)) for n in own},
        ),
        "women and events",
    ),
    Comparison(
        "two-mode-betweenness",
        "exact fractions",
        (WOMEN,),
        lambda _: _two_mode("two-mode-betweenness", oracles.two_mode_betweenness),
        "women and events, each over the most that one of them can have",
    ),
    Comparison(
        "two-mode-closeness",
        "Floyd and Warshall",
        (WOMEN,),
        lambda _: _two_mode("two-mode-closeness", oracles.two_mode_closeness),
        "women and events; for several components see below",
    ),
    Comparison(
        "s-betweenness",
        "exact fractions",
        (WOMEN,),
        lambda _: _s_betweenness(),
        "events that two women attended are next to each other",
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
        "Opsahl's",
    ),
)
