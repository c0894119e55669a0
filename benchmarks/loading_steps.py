"""One step of the loading benchmark, in a process of its own, so that its memory is its own.

Prints seconds, rows and peak memory as JSON. `loading.py` runs it.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Any, TypeVar

from shapes import cordis_shaped

from graphkit.model import Dataset, Fact, Node, content_hash
from graphkit.network import Network
from graphkit.paused_gc import collector_at_rest
from graphkit.store import open_store, verify
from graphkit.store.statements import uniqueness

SIZES = {
    "small": (1_200, 1_000, 5_000),
    "cordis": (35_000, 31_000, 145_000),
    "million": (106_000, 94_000, 1_000_000),
}

Row = dict[str, Any]
T = TypeVar("T")

SERVER_BATCH = 5_000
FOLDER_BATCH = 10_000


def main(step: str, target: str, size: str) -> None:
    """Run a step against a folder or an address and print what it took."""
    dataset = cordis_shaped(*SIZES[size])
    clock = STEPS[step](target, dataset)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    mebibytes = peak / (2**20 if sys.platform == "darwin" else 2**10)
    print(json.dumps({"seconds": clock.seconds, "cpu": clock.cpu, "mebibytes": mebibytes}))


class Clock:
    """Seconds by the clock on the wall, and of processor time, of all threads of this process."""

    seconds = cpu = 0.0

    def __enter__(self) -> Clock:
        self._began = time.perf_counter(), time.process_time()
        return self

    def __exit__(self, *_: object) -> None:
        self.seconds = time.perf_counter() - self._began[0]
        self.cpu = time.process_time() - self._began[1]


def first(target: str, dataset: Dataset) -> Clock:
    """The first load, into an empty store."""
    with open_store(target) as store, Clock() as clock:
        report = store.load(dataset)
    assert report.facts.added == len(dataset.facts)
    return clock


def again(target: str, dataset: Dataset) -> Clock:
    """The same load once more."""
    with open_store(target) as store, Clock() as clock:
        report = store.load(dataset)
    assert report.facts.unchanged == len(dataset.facts)
    return clock


def change(target: str, dataset: Dataset) -> Clock:
    """A load in which one node and one fact in a hundred differ from what the store holds."""
    stamp = time.time_ns()
    edited = replace(
        dataset,
        nodes=tuple(_noted(item, number, stamp) for number, item in enumerate(dataset.nodes)),
        facts=tuple(_noted(item, number, stamp) for number, item in enumerate(dataset.facts)),
    )
    with open_store(target) as store, Clock() as clock:
        report = store.load(edited)
    assert 0 < report.facts.changed <= len(dataset.facts) // 50 + 1
    return clock


def verified(target: str, dataset: Dataset) -> Clock:
    """Verifying what the store holds, by its hashes and digests and against the data set."""
    with open_store(target, read_only=True) as store, Clock() as clock:
        found = verify(store, dataset)
    assert not found.differences
    assert found.counts[dataset.name][1] == len(dataset.facts)
    return clock


def network(target: str, dataset: Dataset) -> Clock:
    """The whole network, every node and fact with all its properties."""
    return _network(target, dataset, evidence=True)


def analysis(target: str, dataset: Dataset) -> Clock:
    """The whole network, read for analysis: without what only opening a number needs."""
    return _network(target, dataset, evidence=False)


def _network(target: str, dataset: Dataset, *, evidence: bool) -> Clock:
    with open_store(target, read_only=True) as store, Clock() as clock:
        whole = Network.of(store, evidence=evidence)
    assert len(whole.facts) == len(dataset.facts)
    return clock


def ends(target: str, dataset: Dataset) -> Clock:
    """Who takes part in what: the two ids of every participation."""
    with open_store(target, read_only=True) as store, Clock() as clock:
        found = store.query(
            "MATCH (o:Organisation)-[:PARTICIPATES_IN]->(c:Collaboration) RETURN o.id, c.id"
        )
    assert len(found.rows) == len(dataset.facts)
    return clock


def floor(target: str, dataset: Dataset) -> Clock:
    """The rows of the first load, sent by a bare loop; making them is not counted."""
    nodes = [
        ((label, kind), [_stored(node, dataset.name) for node in group])
        for (label, kind), group in groupby(
            sorted(dataset.nodes, key=_place), key=lambda node: (node.label, node.kind)
        )
    ]
    facts = [
        ((relation, start, end), [_fact_row(fact, dataset.name) for fact in group])
        for (relation, start, end), group in groupby(
            sorted(dataset.facts, key=_between), key=_between
        )
    ]
    send = _send_to_server if "://" in target else _send_to_folder
    return send(target, nodes, facts)


def _send_to_server(target: str, nodes: list[Any], facts: list[Any]) -> Clock:
    import neo4j

    auth = ("neo4j", os.environ["NEO4J_PASSWORD"])
    with neo4j.GraphDatabase.driver(target, auth=auth) as driver, driver.session() as session:
        driver.verify_connectivity()
        with Clock() as clock:
            for text in uniqueness().values():
                session.run(text).consume()
            for (label, kind), rows in nodes:
                labels = f"{label}:{kind}" if kind else label
                text = f"UNWIND $rows AS row CREATE (n:{labels}) SET n = row"
                for batch in _batches(rows, SERVER_BATCH):
                    session.run(text, rows=batch).consume()
            for (relation, start, end), rows in facts:
                text = (
                    f"UNWIND $rows AS row MATCH (a:{start} {{id: row.start}}) "
                    f"MATCH (b:{end} {{id: row.end}}) "
                    f"CREATE (a)-[r:{relation}]->(b) SET r = row.properties"
                )
                for batch in _batches(rows, SERVER_BATCH):
                    session.run(text, rows=batch).consume()
    return clock


def _send_to_folder(target: str, nodes: list[Any], facts: list[Any]) -> Clock:
    import arcadedb_embedded

    from graphkit.store.embedded import jvm
    from graphkit.store.embedded.schema import schema_script, vertex_type

    with collector_at_rest(), Clock() as clock:
        jvm.start()
        database = arcadedb_embedded.create_database(target)
        database.command("sqlscript", schema_script())
        add_nodes = jvm.java("com.arcadedb.python.VertexBatcher").createVerticesJson
        add_facts = jvm.java("com.arcadedb.python.EdgeBatcher").newEdgesJson
        places: dict[tuple[str, str], str] = {}
        with database.graph_batch(use_wal=False) as batch:
            for (label, kind), rows in nodes:
                for some in _batches(rows, FOLDER_BATCH):
                    made = add_nodes(batch._java_graph_batch, vertex_type(label, kind), _json(some))
                    keys = ((label, row["id"]) for row in some)
                    places.update(zip(keys, str(made).split(";"), strict=True))
        with database.graph_batch(use_wal=False) as batch:
            for (relation, start, end), rows in facts:
                for some in _batches(rows, FOLDER_BATCH):
                    full = [
                        {
                            "_src": places[start, row["start"]],
                            "_dst": places[end, row["end"]],
                            **row["properties"],
                        }
                        for row in some
                    ]
                    add_facts(batch._java_graph_batch, relation, _json(full))
        database.close()
    return clock


def _fact_row(fact: Fact, dataset: str) -> Row:
    return {"start": fact.start[1], "end": fact.end[1], "properties": _stored(fact, dataset)}


def _stored(item: Node | Fact, dataset: str) -> Row:
    """All properties with which a store keeps a node or fact."""
    hashed = content_hash(item.id, item.properties)
    return {**item.properties, "id": item.id, "hash": hashed, "datasets": [dataset]}


def _place(node: Node) -> tuple[str, str, str]:
    return node.label, node.kind or "", node.id


def _between(fact: Fact) -> tuple[str, str, str]:
    return fact.relation, fact.start[0], fact.end[0]


def _noted(item: T, number: int, stamp: int) -> T:
    assert isinstance(item, Node | Fact)
    if number % 100:
        return item
    properties: Mapping[str, object] = {**item.properties, "note": f"seen again at {stamp}"}
    return replace(item, properties=properties)


def _json(rows: list[Row]) -> str:
    return json.dumps(rows, ensure_ascii=False, default=date.isoformat)


def _batches(items: list[T], size: int) -> Iterator[list[T]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]


STEPS = {
    "floor": floor,
    "first": first,
    "again": again,
    "verify": verified,
    "change": change,
    "network": network,
    "analysis": analysis,
    "ends": ends,
}

if __name__ == "__main__":
    main(*sys.argv[1:])
