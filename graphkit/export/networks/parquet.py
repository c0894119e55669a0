"""What a selection states as Parquet files: nodes, facts and sources, and who is in which group.

It needs pyarrow, which the extra `parquet` installs.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from graphkit.engines.pairs import PAIRS, table_of_pairs
from graphkit.export.networks.formats import Export, not_installed
from graphkit.export.networks.graph import text
from graphkit.export.networks.tables import MANIFEST
from graphkit.model import Value
from graphkit.model.graph_columns import JOINED

_INT64 = 2**63

Record = Mapping[str, Value | None]


def as_parquet(export: Export) -> dict[str, bytes]:
    """`nodes`, `facts`, `sources` and `pairs`, each with the manifest in its metadata.

    `pairs` is the two-mode form of the selection: an organisation, a group, its layer, and what the
    group adds to the tie between any two of its members. With a backbone its pairs are the groups.
    Where `overlap` takes something off ties, the pairs do not say so, and engines refuse them.
    """
    dataset, form = export.statements, export.network.tied
    nodes: list[Record] = [
        {"label": node.label, "id": node.id, "kind": node.kind, **node.properties}
        for node in dataset.nodes
        if node.label != "Source"
    ]
    sources: list[Record] = [
        {"id": node.id, **node.properties} for node in dataset.nodes if node.label == "Source"
    ]
    facts: list[Record] = [
        {
            "relation": fact.relation,
            "id": fact.id,
            "startLabel": fact.start[0],
            "startId": fact.start[1],
            "endLabel": fact.end[0],
            "endId": fact.end[1],
            **fact.properties,
        }
        for fact in dataset.facts
    ]
    files = {
        "nodes": (nodes, ("label", "id", "kind")),
        "facts": (facts, ("relation", "id", "startLabel", "startId", "endLabel", "endId")),
        "sources": (sources, ("id",)),
    }
    found = {
        f"{name}.parquet": _written(records, first, export.said)
        for name, (records, first) in files.items()
    }
    pairs = table_of_pairs(export.network.two_mode if form.surplus is not None else form)
    found[PAIRS] = _file(pairs, export.said)
    return found | {MANIFEST: export.manifest.text().encode()}


def _written(records: Sequence[Record], first: Sequence[str], said: str) -> bytes:
    try:
        import pyarrow
    except ImportError:
        raise not_installed("pyarrow", "parquet") from None
    names = sorted({name for record in records for name in record} - set(first))
    columns: dict[str, Any] = {}
    for name in (*first, *names):
        values = [record.get(name) for record in records]
        kind = _type(pyarrow, values)
        if kind == pyarrow.string():
            # Data sets may have a column of one name with values of several types.
            values = [None if value is None else _text(value) for value in values]
        columns[name] = pyarrow.array([_exact(value) for value in values], type=kind)
    return _file(pyarrow.table(columns), said)


def _file(table: Any, said: str) -> bytes:
    from pyarrow import parquet

    sink = io.BytesIO()
    parquet.write_table(table.replace_schema_metadata({"graphkit": said}), sink)
    return sink.getvalue()


def _text(value: Value) -> str:
    if isinstance(value, list):
        return JOINED.join(map(str, value))
    if isinstance(value, str | date):
        return str(value)
    return text(value)


def _exact(value: object) -> object:
    """A text without halves of pairs, which no UTF-8 can hold."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    return [_exact(each) for each in value] if isinstance(value, list) else value


def _type(pyarrow: Any, values: Sequence[Any]) -> Any:
    types = {type(value) for value in values if value is not None}
    if types == {bool}:
        return pyarrow.bool_()
    if types == {int}:
        fits = all(value is None or abs(value) < _INT64 for value in values)
        return pyarrow.int64() if fits else pyarrow.string()
    if types and types <= {int, float}:
        return pyarrow.float64()
    if types == {date}:
        return pyarrow.date32()
    return pyarrow.list_(pyarrow.string()) if types == {list} else pyarrow.string()
