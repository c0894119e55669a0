"""What a store keeps about each data set, in a node of its own that nothing else takes for data."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graphkit.model import LABELS, RELATIONS, Dataset, StoredDataset, dataset_digest
from graphkit.network import Network, summarise
from graphkit.sources import read_sample
from graphkit.store import Store
from tests.commands import graphkit
from tests.neo4j_versions import VERSIONS_IN_TURN
from tests.networks import dataset
from tests.store_places import held, rich_dataset

pytestmark = VERSIONS_IN_TURN

SMALL = dataset({"kom": "Cluster", "a": "Company"}, members=[("a", "kom")], name="small")
TIES = dataset("a b c", ties=[("a", "b", {}), ("b", "c", {"weight": 2.0})], name="ties")

OWN = {"share", "whole", "large", "small", "minus", "count", "zero", "yes", "no", "day", "lines"}
OWN |= {"looksLikeADay", "looksLikeANumber", "looksLikeTruth", "one", "number", "name", "aliases"}
NAMED = {
    "aliases": {"Organisation"},
    "name": {*LABELS} - {"Source", "Figure"} | {"REPRESENTS"},
    "number": set(RELATIONS),
}
"""Where these are no own columns: they are the vocabulary's there, or there are none."""

TYPES = {
    "share whole large small minus": "decimal number",
    "count zero number": "whole number",
    "yes no": "yes or no",
    "day looksLikeADay": "date",
    "one aliases": "several texts",
    "looksLikeANumber looksLikeTruth lines name": "text",
}
TYPE_OF = {column: each for columns, each in TYPES.items() for column in columns.split()}

ALL_OWN = tuple(
    sorted(
        f"{name}.{column}: {TYPE_OF[column]}"
        for name in (*LABELS, *RELATIONS)
        for column in OWN
        if name not in NAMED.get(column, ())
    )
)
"""The own columns of `rich_dataset`."""


def kept(*datasets: Dataset) -> tuple[StoredDataset, ...]:
    """What a store that holds these is to keep about them."""
    return tuple(
        StoredDataset(
            each.name,
            dataset_digest(each),
            len(each.nodes),
            len(each.facts),
            ALL_OWN if each.name == "rich" else (),
        )
        for each in datasets
    )


def test_a_load_keeps_the_digest_of_what_it_stated(store: Store) -> None:
    report = store.load(rich_dataset())
    assert store.datasets() == kept(rich_dataset())
    assert report.digest == dataset_digest(rich_dataset())
    assert store.load(rich_dataset()).digest == report.digest


def test_each_data_set_has_its_own_also_where_they_state_the_same_nodes(store: Store) -> None:
    for each in (TIES, SMALL):
        store.load(each)
    assert store.datasets() == kept(SMALL, TIES)


def test_facts_and_nodes_that_are_no_longer_stated_count_until_they_are_pruned(
    store: Store,
) -> None:
    rich = rich_dataset()
    store.load(rich)
    fewer = Dataset.of(rich.name, rich.nodes, rich.facts[::2])
    assert store.load(fewer).digest == dataset_digest(rich)
    none_left = Dataset.of(rich.name, [], [])
    assert store.load(none_left).digest == dataset_digest(rich)
    assert store.datasets() == kept(rich)
    assert store.load(fewer, prune=True).digest == dataset_digest(fewer)
    assert store.datasets() == kept(fewer)
    store.load(none_left, prune=True)
    assert store.datasets() == ()


def test_a_store_keeps_nothing_about_a_data_set_that_states_nothing(store: Store) -> None:
    store.load(SMALL)
    store.load(Dataset.of("nothing", [], []))
    assert store.datasets() == kept(SMALL)


def test_what_is_kept_is_no_part_of_the_network(store: Store) -> None:
    store.load(TIES)
    assert held(store, "ties") == TIES
    whole = Network.of(store)
    assert [node.id for node in whole.organisations] == ["a", "b", "c"]
    assert dict(whole.nodes) == {}
    assert whole.datasets == Network.of(TIES).datasets == kept(TIES)
    assert summarise(whole.select(kind="Company")).digests == {"ties": dataset_digest(TIES)}


def test_it_is_found_by_cypher(store: Store) -> None:
    store.load(SMALL)
    found = store.query("MATCH (d:Dataset) RETURN d.id, d.digest, d.nodes, d.facts, labels(d)")
    assert found.rows == (("small", dataset_digest(SMALL), 2, 1, ["Dataset"]),)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with a store of the sample."""
    folder = tmp_path_factory.mktemp("sample")
    graphkit("init", "tables", "--sample", cwd=folder)
    return folder


def test_load_and_info_print_the_digest(sample: Path) -> None:
    digest = dataset_digest(replace(read_sample(), name="tables"))
    loaded = graphkit("load", "tables", cwd=sample)
    assert loaded.stdout.splitlines()[-1] == f"tables: digest {digest}"
    again = graphkit("load", "tables", cwd=sample)
    assert again.stdout.splitlines()[-1] == f"tables: digest {digest}"
    told = graphkit("info", "--layer", "membership", "--format", "csv", cwd=sample)
    assert f"digest,tables: {digest}," in told.stdout.splitlines()
