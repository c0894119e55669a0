"""The first load: a new store, built beside its place and moved there when it is whole.

The bulk path of the engine is several times as fast as transactions, but one that is killed leaves
half facts. So a store is built in a folder of its own, `NAME.building-…`, closed, and renamed: a
load that is killed leaves no store and never half of one. Its folder is cleared away by the next
load, which knows by a lock that nobody builds there any more.
"""

from __future__ import annotations

import json
import os
import shutil
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from itertools import groupby
from math import isfinite
from pathlib import Path
from typing import Any, TypeVar

from graphkit.model import Dataset, StoreError, StoreUnavailable, digests
from graphkit.model.progress import Progress
from graphkit.model.stated_properties import own_columns
from graphkit.names import identities_of
from graphkit.store import shared_nodes
from graphkit.store.embedded import copies, faults, jvm
from graphkit.store.embedded.engine_log import EngineLog, first_line
from graphkit.store.embedded.graph import DatabaseGraph
from graphkit.store.embedded.marker import (
    LOCK,
    Marker,
    check_schema,
    give_mode,
    listed,
    mode_of,
    write_marker,
)
from graphkit.store.embedded.schema import kinds_needed, make_types, vertex_type
from graphkit.store.folding import fold
from graphkit.store.locks import FileLock, Held
from graphkit.store.plan import content_about, fact_content, keep_dataset
from graphkit.store.shared_nodes import Content
from graphkit.store.statements import DATE_PROPERTIES

FILES = 210
"""About how many files the engine holds open while it makes a store."""

_CHUNK = 10_000
_HELD = 2 * _CHUNK
"""How many facts the engine holds before it writes them: it would hold 100,000 with all their
values, and spend a third of the time on looking through its memory for what can go. It makes room
for that many at once, also where it gets nodes alone.
"""
_FIRST_DAY = date(1970, 1, 1).toordinal()
_BUILDERS_LOCK = "lock"

T = TypeVar("T")

Key = tuple[str, str]
"""The label and the id of a node."""


def build(
    path: Path, dataset: Dataset, check: Callable[[], None], progress: Progress | None = None
) -> tuple[Content, Marker]:
    """Make a store of a data set at `path`, where there must be none; gives what it keeps about the
    data set, and its marker.

    `check` is called between steps and may raise to end the work. Raises StoreUnavailable when
    another process makes one there in the meantime, OSError when the place cannot be written to.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    clear_leftovers(path)
    with _building_place(path) as place:
        store = place / "store"
        with copies.reachable(place, str(path)) as folder, EngineLog() as log:
            kept = _fill(folder / "store", dataset, check, progress)
            if said := log.text():
                raise faults.said_by_java(said) or StoreError(f"{path}: {first_line(said)}")
        copies.check_closed(store, str(path))
        marker = _mark(store, dataset.name)
        check()
        try:
            if path.is_dir():
                path.rmdir()  # an empty folder is taken; one with anything in it refuses
            store.rename(path)
        except OSError as error:
            if path.exists():
                raise StoreUnavailable(
                    f"{path}: a store was made here by another process meanwhile; load again"
                ) from error
            raise
        copies.flush_folder(path.parent)
    return kept, marker


def clear_leftovers(path: Path) -> None:
    """Remove what killed loads left beside `path`; a place where one is at work stays."""
    for place in path.parent.iterdir() if path.parent.is_dir() else ():
        if not place.name.startswith(f"{path.name}.building-"):
            continue
        try:
            with FileLock(place / _BUILDERS_LOCK):
                shutil.rmtree(place, ignore_errors=os.name == "nt")
        except (Held, OSError):
            continue
        if os.name == "nt":  # there the lock's own file cannot go before the lock does
            shutil.rmtree(place, ignore_errors=True)


@contextmanager
def _building_place(path: Path) -> Iterator[Path]:
    place = path.with_name(f"{path.name}.building-{uuid.uuid4().hex[:12]}")
    place.mkdir()
    lock = FileLock(place / _BUILDERS_LOCK)
    try:
        yield place
    finally:
        lock.release()
        shutil.rmtree(place, ignore_errors=True)


def _fill(
    store: Path, dataset: Dataset, check: Callable[[], None], progress: Progress | None
) -> Content:
    import arcadedb_embedded

    database = arcadedb_embedded.create_database(str(store))
    try:
        make_types(database._java_db, kinds_needed(dataset.nodes))
        places: dict[Key, str] = {}
        nodes = digests.node_leaves(dataset)
        facts: list[bytes] = []
        with database.graph_batch(use_wal=False, batch_size=_HELD) as batch:
            for done in _add_nodes(batch, dataset, places, nodes):
                check()
                if progress is not None:
                    progress("nodes", done, len(dataset.nodes))
        with database.graph_batch(use_wal=False, batch_size=_HELD, parallel_flush=False) as batch:
            for done in _add_facts(batch, dataset, places, nodes, facts):
                check()
                if progress is not None:
                    progress("facts", done, len(dataset.facts))
        kept = content_about(dataset.name, nodes.values(), facts, own_columns(dataset))
        graph = DatabaseGraph(database._java_db)
        if identities_of(dataset).classes:
            fold(graph)
        keep_dataset(graph, kept)
    finally:
        database.close()
    return kept


def _add_nodes(
    batch: Any, dataset: Dataset, places: dict[Key, str], leaves: Mapping[Key, bytes]
) -> Iterator[int]:
    """Add the nodes, and say how many are done. places: takes where each is."""
    add = jvm.java("com.arcadedb.python.VertexBatcher").createVerticesJson
    done = 0
    ordered = sorted(dataset.nodes, key=lambda node: (node.label, node.kind or "", node.id))
    for (label, kind), group in groupby(ordered, key=lambda node: (node.label, node.kind)):
        place_type = vertex_type(label, kind)
        for nodes in _chunks(list(group)):
            rows = [
                shared_nodes.content(
                    label,
                    node.id,
                    {dataset.name: (node.kind, node.properties)},
                    {dataset.name: leaves[label, node.id]},
                )
                for node in nodes
            ]
            plain = [row for row in rows if _survives_json(row)]
            other = [row for row in rows if not _survives_json(row)]
            made: list[str] = []
            if plain:
                made += str(add(batch._java_graph_batch, place_type, _json(plain))).split(";")
            if other:
                made += batch.create_vertices(place_type, other)
            for row, place in zip(plain + other, made, strict=True):
                places[label, str(row["id"])] = place
            done += len(nodes)
            yield done


def _add_facts(
    batch: Any,
    dataset: Dataset,
    places: Mapping[Key, str],
    nodes: Mapping[Key, bytes],
    leaves: list[bytes],
) -> Iterator[int]:
    """Add the facts, and say how many are done. nodes: their leaves. leaves: takes those of the
    facts, which nobody asks for one by one: there may be a million.
    """
    made = digests.made_leaves(nodes)
    add = jvm.java("com.arcadedb.python.EdgeBatcher").newEdgesJson
    done = 0
    for relation, group in groupby(dataset.facts, key=lambda fact: fact.relation):
        for facts in _chunks(sorted(group, key=lambda fact: fact.end)):
            plain = []
            for fact in facts:
                leaf = digests.fact_leaf(relation, fact.start, fact.end, fact.properties, made)
                leaves.append(leaf)
                row = fact_content(fact, dataset.name, leaf)
                ends = places[fact.start], places[fact.end]
                if _survives_json(row):
                    plain.append({"_src": ends[0], "_dst": ends[1], **row})
                else:
                    batch.new_edge(ends[0], relation, ends[1], **row)
            if plain:
                add(batch._java_graph_batch, relation, _json(plain))
            done += len(facts)
            yield done


def _survives_json(row: Mapping[str, object]) -> bool:
    """Whether the bulk path stores every value of a row as it is: it knows a date by its declared
    type alone, and makes texts of infinities. OverflowError for an integer that it would cut.
    """
    plain = True
    for name, value in row.items():
        if type(value) is int and not -(2**63) <= value < 2**63:
            raise OverflowError(f"{name} of {row['id']} is a number of more than 64 bits")
        if (type(value) is date and name not in DATE_PROPERTIES) or (
            type(value) is float and not isfinite(value)
        ):
            plain = False
    return plain


def _json(rows: list[dict[str, object]]) -> str:
    return json.dumps(rows, ensure_ascii=False, allow_nan=False, default=_day)


def _day(value: date) -> int:
    """A date as the engine keeps it, in days since 1970: a text is tried in one form after another,
    which would take a fifth of the time of a load.
    """
    return value.toordinal() - _FIRST_DAY


def _chunks(items: list[T]) -> Iterator[list[T]]:
    for first in range(0, len(items), _CHUNK):
        yield items[first : first + _CHUNK]


def _mark(store: Path, dataset: str) -> Marker:
    """Mark a closed store, when the system has written it to the disk: the renaming must not
    outrun it.
    """
    files = listed(store)
    check_schema(store, files)
    give_mode(store, files, mode_of(store))
    for name in files:
        copies.flush_file(store / name)
    (store / LOCK).touch()
    marker = Marker(files, unaltered=(dataset,))
    write_marker(store, marker)
    copies.flush_folder(store)
    return marker
