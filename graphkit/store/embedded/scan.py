"""Reading whole types of the embedded engine: their records one after the other, without Cypher.

That takes a fraction of the time. Columns come as one buffer a batch, whole records as one JSON
text. A relationship tells where its ends lie, and `_ends` which nodes lie there; one whose end is
gone, or whose ends are none that its type joins, is not given, as Cypher would not find it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from itertools import compress, pairwise
from typing import TYPE_CHECKING, Any

from graphkit.model import KIND, LABELS, RELATIONS, Fact, Node, StoreError
from graphkit.model.bounded_json import LEVELS, NestedTooDeeply, parse_json
from graphkit.model.fact_columns import BOUNDS, FactColumns, is_direct, ranking_properties
from graphkit.store import records, statements
from graphkit.store.embedded import jvm, values
from graphkit.store.stored import StoredFact, StoredNode

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

Check = Callable[[], None]
"""Called between batches; raises to end the records."""

_BATCH = 20_000
_EPOCH = 719_163  # date(1970, 1, 1).toordinal()
_LAST = date.max.toordinal()
_MILLISECONDS = 86_400_000
_PLACES = ("@out", "@in", "id")
_NUMBERS = {"i8": "<i8", "f8": "<f8", "b1": "?"}


def nodes(database: Any, label: str, check: Check) -> Iterator[Node]:
    """All nodes of a label in order of id, with all their properties."""
    places = statements.places(label)
    kinds = {node.id: node.kind for node in _nodes(database, label, places, (), check)}
    rows = _rows(database, label, check)
    found = ((row, kinds[row["id"]]) for row in rows if row.get("id") in kinds)
    return iter(records.nodes_of(label, found))


def named(database: Any, label: str, check: Check) -> Iterator[Node]:
    """All nodes of a label in order of id, with the properties of `ranking_properties` and the
    columns of one's own alone.
    """
    result = database.query("opencypher", statements.DATASETS)
    try:
        own = records.own_names(values.rows(result), label)
    finally:
        result.close()
    names = (*ranking_properties(label), *own)
    return iter(_nodes(database, label, statements.named(label, own), names, check))


def facts(database: Any, relation: str, check: Check) -> Iterator[Fact]:
    """All facts of a relation in order of id, with all their properties."""
    out, into, ids = _columns(relation, _records(database, relation), _PLACES, check)
    ends = _ends(database, relation, check) if ids else {}
    places = {key: pair for key, *pair in zip(ids, out, into, strict=True)}
    joined = RELATIONS[relation].ends
    found = []
    for row in _rows(database, relation, check):
        start, end = (ends.get(place) for place in places.get(row.get("id"), ("", "")))
        if start and end and (start[0], end[0]) in joined:
            found.append((row, start, end))
    return iter(records.facts_of(relation, found))


def fact_columns(database: Any, relation: str, check: Check) -> FactColumns:
    """All facts of a relation that ties organisations, as columns."""
    direct = is_direct(relation)
    names: tuple[str, ...] = (*_PLACES, "status", "weight", "sourceIds", "datesFrom", *BOUNDS)
    names += ("datasets",)
    names += ("kind",) if direct else ()
    out, into, *others = _columns(relation, _records(database, relation), names, check)
    found = _ends(database, relation, check) if out else {}
    starts_at, ends_at = zip(*RELATIONS[relation].ends, strict=True)
    start_ids = {place: key for place, (label, key) in found.items() if label in starts_at}
    end_ids = {place: key for place, (label, key) in found.items() if label in ends_at}
    columns: list[list[Any]] = [
        [start_ids.get(place) for place in out],
        [end_ids.get(place) for place in into],
        *others,
    ]
    if any(None in column for column in columns[:3]):
        whole = [None not in each for each in zip(*columns[:3], strict=True)]
        columns = [list(compress(column, whole)) for column in columns]
    kind = columns.pop() if direct else None
    datasets = columns.pop()
    starts, to, ids, status, weight, sources, dates_from, *days = columns
    return FactColumns.made(
        relation,
        ids,
        starts,
        to,
        status=status,
        weight=weight,
        sources=sources,
        dates_from=dates_from,
        kind=kind,
        datasets=datasets,
        days={name: _days(column) for name, column in zip(BOUNDS, days, strict=True)},
    )


def stored_nodes(database: Any, label: str, check: Check) -> list[StoredNode]:
    """All nodes of a label with all properties, also those written by other means."""
    found = []
    kinds = _kinds(database, label, check)
    for name in _types(database, label):
        labels = name.split("~")
        for batch in _batches(label, _records(database, name, below=False), check):
            found += [StoredNode(label, labels, row, kinds) for row in batch]
    return found


def stored_facts(database: Any, relation: str, check: Check) -> list[StoredFact]:
    """All facts of a relation with all properties, also those written by other means."""
    out, into, ids = _columns(relation, _records(database, relation), _PLACES, check)
    ends = _ends(database, relation, check) if ids else {}
    joined = RELATIONS[relation].ends
    found = []
    for start_at, end_at, row in zip(out, into, _rows(database, relation, check), strict=True):
        start, end = ends.get(start_at), ends.get(end_at)
        if start and end and (start[0], end[0]) in joined:
            found.append(StoredFact(relation, _end(start), _end(end), row))
        else:
            found.append(StoredFact(relation, None, None, row))
    return found


def everything(database: Any, check: Check) -> None:
    """Read every node and fact once. Raises what the engine has about one that makes no sense."""
    for label in LABELS:
        for _ in nodes(database, label, check):
            pass
    for relation in RELATIONS:
        for _ in facts(database, relation, check):
            pass


def _nodes(database: Any, label: str, text: str, names: Sequence[str], check: Check) -> list[Node]:
    """The nodes of a label from a statement that gives ids, labels and these properties."""
    result = database.query("opencypher", text)
    try:
        columns = _columns(label, result, ("id", "labels", *names), check)
    finally:
        result.close()
    return records.named_nodes(label, names, columns, _kinds(database, label, check))


def _kinds(database: Any, label: str, check: Check) -> AbstractSet[str]:
    """The kinds that nodes of a label may have, as `records.kinds_there` tells them."""
    if label != "Organisation":
        return frozenset()
    (ids,) = _columns(KIND, _records(database, KIND), ("id",), check)
    return records.kinds_of(ids)


def _ends(database: Any, relation: str, check: Check) -> dict[str, tuple[str, str]]:
    """Label and id of each node that the relation can start from or lead to, by its place."""
    found: dict[str, tuple[str, str]] = {}
    for label in dict.fromkeys(label for ends in RELATIONS[relation].ends for label in ends):
        result = database.query("opencypher", statements.places(label))
        try:
            places, ids = _columns(label, result, ("place", "id"), check)
        finally:
            result.close()
        found.update(zip(places, ((label, key) for key in ids), strict=True))
    return found


def _rows(database: Any, name: str, check: Check) -> Iterator[dict[str, Any]]:
    for batch in _batches(name, _records(database, name), check):
        yield from batch


def _batches(name: str, result: Any, check: Check) -> Iterator[list[dict[str, Any]]]:
    for batch in values.batches(result, too_deep=lambda column: _too_deep(name, column)):
        check()
        yield batch


def _too_deep(name: str, column: str) -> StoreError:
    """The error for a property that holds what no data set states and graphkit cannot read."""
    return StoreError(
        f"{name}.{column}: the store holds a value that is nested more than {LEVELS} levels deep; "
        f"remove it by Cypher ({statements.removal(name, column)}) and load the data again"
    )


def _days(column: list[Any]) -> npt.NDArray[np.int32]:
    import numpy as np

    return np.fromiter(
        (day if type(day) is int and 0 < day <= _LAST else 0 for day in column), np.int32
    )


def _records(database: Any, name: str, *, below: bool = True) -> Any:
    """All records of a type, and of the types below it, as the result of a query gives them.

    None of a type that a store of an earlier version lacks.
    """
    results = jvm.java("com.arcadedb.query.sql.executor.IteratorResultSet")
    if not database.getSchema().existsType(name):
        return results(jvm.java("java.util.Collections").emptyIterator())
    return results(database.iterateType(name, below))


def _types(database: Any, name: str) -> list[str]:
    """A type and all below it, in order of name."""
    if not database.getSchema().existsType(name):
        return []
    found, ahead = {name}, [name]
    while ahead:
        for each in database.getSchema().getType(ahead.pop()).getSubTypes():
            below = str(each.getName())
            if below not in found:
                found.add(below)
                ahead.append(below)
    return sorted(found)


def _end(place: tuple[str, Any]) -> tuple[str, str] | None:
    label, key = place
    return (label, key) if records.is_id(key) else None


def _columns(name: str, result: Any, names: Sequence[str], check: Check) -> list[Any]:
    """The named columns of a result about the type `name`: lists with None where there is no value,
    dates as ordinals.
    """
    read = jvm.java("com.arcadedb.python.ColumnBatcher").nextColumnBatch
    wanted = json.dumps(names)
    found: dict[str, list[Any]] = {each: [] for each in names}
    while True:
        check()
        buffer = memoryview(bytes(read(result, _BATCH, wanted)))
        place = 4 + int.from_bytes(buffer[:4], "little")
        header = json.loads(bytes(buffer[4:place]))
        if not header["count"]:
            return [found[each] for each in names]
        for column in header["cols"]:
            last = place + column["nulls"] + column["bytes"]
            try:
                found[column["name"]] += _decoded(
                    column["type"], header["count"], buffer[place:last], column["nulls"]
                )
            except NestedTooDeeply:
                raise _too_deep(name, column["name"]) from None
            place = last


def _decoded(kind: str, count: int, buffer: memoryview, nulls: int) -> list[Any]:
    """The values of one column of a batch: a bit a row where there is none, then the others."""
    import numpy as np

    absent = np.unpackbits(np.frombuffer(buffer[:nulls], np.uint8), bitorder="little")[:count]
    content = buffer[nulls:]
    listed: list[Any]
    if kind == "json":
        listed = parse_json(bytes(content).decode())
    elif kind == "str":
        if absent.all():
            return [None] * count
        bounds = np.frombuffer(content[: 4 * (count + 1)], "<i4").tolist()
        texts = bytes(content[4 * (count + 1) :])
        pairs = pairwise(bounds)
        if texts.isascii():
            text = texts.decode()
            listed = [text[first:last] for first, last in pairs]
        else:
            listed = [texts[first:last].decode() for first, last in pairs]
    elif kind in _NUMBERS:
        listed = np.frombuffer(content, _NUMBERS[kind]).tolist()
    elif kind == "dt":
        listed = (np.frombuffer(content, "<i8") // _MILLISECONDS + _EPOCH).tolist()
    else:
        raise StoreError(f"a value of type {kind} cannot be read: graphkit does not use it")
    if absent.any():
        for row in np.flatnonzero(absent).tolist():
            listed[row] = None
    return listed
