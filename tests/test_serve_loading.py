"""Loads into a store that is served: announced as on a Neo4j server, and done by the embedded
engine.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from graphkit.model import Dataset, Node
from graphkit.sources import read_sample
from graphkit.store import Login, open_store, verify
from graphkit.store.embedded.bolt import serve

SAMPLE = read_sample()
KINDS = sorted({node.kind for node in SAMPLE.nodes if node.kind})


def another_kind(node: Node) -> Node:
    return node if node.kind is None else replace(node, kind=KINDS[KINDS.index(node.kind) - 1])


def test_a_client_loads_other_kinds_and_then_fewer_facts(tmp_path: Path) -> None:
    with open_store(tmp_path / "store") as store:
        store.load(Dataset.of("sample", [], []))
    kinds = Dataset.of("sample", map(another_kind, SAMPLE.nodes), SAMPLE.facts)
    fewer = Dataset.of("sample", SAMPLE.nodes, SAMPLE.facts[::2])
    with (
        serve(tmp_path / "store", port=0, write=True) as now,
        open_store(now.uri, login=Login(now.username, now.password)) as client,
    ):
        for dataset in (SAMPLE, kinds, fewer):
            client.load(dataset, prune=True)
            assert verify(client, dataset).differences == ()
            (kept,) = client.datasets()
            assert (kept.nodes, kept.facts) == (len(dataset.nodes), len(dataset.facts))
