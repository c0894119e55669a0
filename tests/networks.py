"""Small data sets written in a line each, for tests that work their expectations out by hand."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from dataclasses import replace

import networkx as nx

from graphkit.model import (
    KINDS,
    Dataset,
    Fact,
    Node,
    Value,
    date_properties,
    fact_id,
    lifetime_properties,
)
from graphkit.network import Network

Row = tuple[str, str] | tuple[str, str, Mapping[str, str | float]]


def dataset(
    organisations: str | Mapping[str, str],
    *,
    members: Iterable[Row] = (),
    signed: Iterable[Row] = (),
    took_part: Iterable[Row] = (),
    ties: Iterable[Row] = (),
    parts: Iterable[Row] = (),
    lives: Mapping[str, tuple[str | None, str | None]] | None = None,
    name: str = "test",
) -> Dataset:
    """A data set of organisations ("a b c", or id to kind) and facts.

    A fact is (organisation, what) with, as a third, its other cells: start, end, observed, role,
    status, weight, source. Declarations, collaborations and sources are made as they are named.
    lives: by id, when organisations were founded and dissolved.
    """
    kinds = organisations if isinstance(organisations, Mapping) else {}
    ids = list(organisations) if kinds else str(organisations).split()
    nodes = {
        ("Organisation", each): Node(
            "Organisation",
            each,
            _organisation(each, kinds.get(each, "Company")),
            kinds.get(each, "Company"),
        )
        for each in ids
    }
    for each, (founded, dissolved) in (lives or {}).items():
        node = nodes["Organisation", each]
        said = {"founded": founded, "dissolved": dissolved}
        life = {name: text for name, text in said.items() if text is not None}
        stated = {**node.properties, **life, **lifetime_properties(founded, dissolved)}
        nodes["Organisation", each] = replace(node, properties=stated)
    facts = []
    for relation, label, rows in (
        ("MEMBER_OF", "Organisation", members),
        ("SIGNED", "Declaration", signed),
        ("PARTICIPATES_IN", "Collaboration", took_part),
        ("COLLABORATES_WITH", "Organisation", ties),
        ("PART_OF", "Organisation", parts),
    ):
        for ordinal, row in enumerate(rows):
            start, end = row[0], row[1]
            cells = dict(row[2]) if len(row) == 3 else {}
            if label != "Organisation":
                nodes.setdefault((label, end), Node(label, end, {"name": end.title()}))
            dates = {
                each: str(cells.pop(each)) for each in ("start", "end", "observed") if each in cells
            }
            properties: dict[str, Value] = {"status": "stated"}
            properties |= date_properties(
                dates.get("start"), dates.get("end"), dates.get("observed")
            )
            if "source" in cells:
                source = str(cells.pop("source"))
                nodes.setdefault(("Source", source), Node("Source", source, {"title": source}))
                properties |= {"sourceIds": [source], "locators": ["p1"]}
            properties |= cells
            identity = fact_id(name, relation, (start, end), "", ordinal)
            facts.append(
                Fact(relation, identity, ("Organisation", start), (label, end), properties)
            )
    return Dataset.of(name, nodes.values(), facts)


def network_of_graph(graph: nx.Graph, kinds: Mapping[str, str] | None = None) -> Network:
    """The network in which the nodes of a graph, named o00, o01 … in order, are tied as there.

    kinds: by node, where it matters; everybody else is a Company.
    """
    names = {node: f"o{number:02}" for number, node in enumerate(graph)}
    return Network.of(
        dataset(
            {name: (kinds or {}).get(node, "Company") for node, name in names.items()},
            ties=[(names[a], names[b]) for a, b in graph.edges],
        )
    )


def random_affiliations(chance: random.Random, most: int = 9, groups: int = 6) -> Network:
    """A small network of random groups, with isolates and organisations of unknown sector."""
    kinds = ("Company", "University", "PublicBody", "Other")
    ids = [f"o{number:02}" for number in range(chance.randint(1, most))]
    rows = {
        (chance.choice(ids), f"g{chance.randrange(groups)}") for _ in range(chance.randint(0, 22))
    }
    return Network.of(dataset({each: chance.choice(kinds) for each in ids}, took_part=sorted(rows)))


def _organisation(name: str, kind: str) -> dict[str, Value]:
    properties: dict[str, Value] = {"name": name.title()}
    if sector := KINDS[kind].sector:
        properties["sector"] = sector
    return properties
