"""The networks of `validation.py`: networkx's own, and the same read by graphkit from tables."""

from __future__ import annotations

import csv
import random
import tempfile
from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import networkx as nx

from graphkit.metrics import brokers, cohesion, rank
from graphkit.network import Network
from graphkit.sources import read

KINDS = ("Company", "University", "PublicBody")


def _random() -> nx.Graph:
    graph = nx.gnm_random_graph(40, 55, seed=1)
    draw = random.Random(1)
    for _, _, edge in graph.edges(data=True):
        edge["weight"] = draw.choice((1, 3))  # lengths 1 and 1/3, which rounding tells apart
    return graph


def _plain(graph: nx.Graph) -> nx.Graph:
    nx.set_edge_attributes(graph, 1, "weight")
    return graph


GRAPHS: dict[str, Callable[[], nx.Graph]] = {
    "karate club": nx.karate_club_graph,
    "Florentine families": lambda: _plain(nx.florentine_families_graph()),
    "Les Misérables": nx.les_miserables_graph,
    "random with isolates": _random,
}
FEW = ("Florentine families",)
WOMEN = "Southern Women"


@cache
def graph_of(name: str) -> nx.Graph:
    """A network's graph with nodes named n00, n01 … in networkx's order."""
    graph = GRAPHS[name]()
    return nx.relabel_nodes(graph, {node: f"n{i:02}" for i, node in enumerate(graph)})


def kinds_of(name: str) -> dict[Hashable, str]:
    """Categories dealt out in turn; they are no property of the network."""
    return {node: KINDS[i % 3] for i, node in enumerate(graph_of(name))}


def sectors_of(name: str) -> dict[Hashable, str]:
    """What graphkit makes of these kinds."""
    return {node.id: str(node.properties["sector"]) for node in network_of(name).organisations}


@cache
def network_of(name: str, weight: str = "none") -> Network:
    """The same as graphkit reads it from tables."""
    graph, kinds = graph_of(name), kinds_of(name)
    tables = {
        "organisations": [("id", "name", "kind"), *((n, f"{n} X", kinds[n]) for n in graph)],
        "ties": [("a", "b", "weight"), *graph.edges(data="weight")],
    }
    return _read(tables, weight)


@cache
def women(weight: str = "none") -> Network:
    """The women at the events that they attended; an event is a collaboration."""
    return _in_groups(attended(), weight)


@cache
def two_mode(name: str) -> Network:
    """One of `TWO_MODE` as graphkit reads it from tables."""
    return _in_groups(TWO_MODE[name]())


def _in_groups(groups: Mapping[str, set[str]], weight: str = "none") -> Network:
    tables = {
        "organisations": [("id", "name", "kind"), *((n, f"{n} X", "Other") for n in groups)],
        "collaborations": [
            ("id", "title", "kind"),
            *((each, each, "event") for each in sorted(set().union(*groups.values()))),
        ],
        "participants": [
            ("organisation", "collaboration"),
            *((n, each) for n, inside in groups.items() for each in sorted(inside)),
        ],
    }
    return _read(tables, weight)


@cache
def attended() -> dict[str, set[str]]:
    """By woman, w00 …, her events."""
    graph = nx.davis_southern_women_graph()
    sides = graph.graph["top"]
    return {f"w{i:02}": {str(e).lower() for e in graph[node]} for i, node in enumerate(sides)}


def _few_attended() -> dict[str, set[str]]:
    """Four of the women at four of their events: 16 places, so 65,536 tables."""
    events = {"e2", "e4", "e9", "e14"}
    return {woman: attended()[woman] & events for woman in ("w00", "w04", "w11", "w12")}


def _random_groups() -> dict[str, set[str]]:
    """150 organisations in 80 groups of 2 to 6; the first two are in six groups of two together."""
    draw = random.Random(1)
    names = [f"n{i:03}" for i in range(150)]
    groups: dict[str, set[str]] = {name: set() for name in names}
    for number in range(80):
        inside = names[:2] if number < 6 else draw.sample(names, draw.randint(2, 6))
        for name in inside:
            groups[name].add(f"g{number:02}")
    return groups


FEW_WOMEN = "four of the women"
SMALL = (*FEW, WOMEN, FEW_WOMEN)
"""Those on which the tests compute the differences again."""

TWO_MODE: dict[str, Callable[[], dict[str, set[str]]]] = {
    WOMEN: attended,
    FEW_WOMEN: _few_attended,
    "random two-mode network": _random_groups,
}
WITH_GROUPS = (WOMEN, "random two-mode network")


def _read(tables: Mapping[str, Iterable[Iterable[Any]]], weight: str) -> Network:
    with tempfile.TemporaryDirectory() as folder:
        for name, lines in tables.items():
            with Path(folder, f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows(lines)
        return Network.of(read(folder)).select(weight=weight)


def ranked(name: str, metric: str, weight: str = "none") -> dict[Hashable, float]:
    """A metric of `rank` by node."""
    ranking = rank(network_of(name, weight), by=metric)
    ids = [node.id for node in ranking.organisations]
    return dict(zip(ids, ranking.values[metric], strict=True))


def brokered(name: str, column: str) -> dict[Hashable, float]:
    """A column of the brokers by node."""
    found = brokers(network_of(name), "sector")
    return dict(zip((n.id for n in found.organisations), found.columns[column], strict=True))


def whole(network: Network, metric: str) -> float:
    """A measure of the whole network."""
    return float(cohesion(network, draws=1).value(metric))


def export(folder: Path) -> None:
    """Write the networks as `validation.R` and `validation_cran.R` read them."""
    for name in WITH_GROUPS:
        members = TWO_MODE[name]()
        number = {each: at for at, each in enumerate(sorted(set().union(*members.values())), 1)}
        places = [
            f"{at},{number[each]}"
            for at, inside in enumerate(members.values(), 1)
            for each in sorted(inside)
        ]
        Path(folder, f"{name}.places").write_text("\n".join([*places, ""]), encoding="utf-8")
    for name in GRAPHS:
        graph, sectors = graph_of(name), sectors_of(name)
        place = {node: number for number, node in enumerate(graph, 1)}
        edges = [f"{place[a]},{place[b]}" for a, b in graph.edges]
        Path(folder, f"{name}.edges").write_text(
            "\n".join([str(len(graph)), *edges, ""]), encoding="utf-8"
        )
        Path(folder, f"{name}.kinds").write_text(
            "\n".join([*(sectors[node] for node in graph), ""]), encoding="utf-8"
        )
