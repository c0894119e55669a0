"""Read Parquet through pyarrow, which the extra `parquet` installs."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from graphkit.sources.formats.sheet import Format, Sheet, Wanted
from graphkit.sources.problem_texts import Fault
from graphkit.sources.raw import Row, printable


def read_parquet(path: Path, options: Wanted) -> tuple[Sheet, ...]:
    """The one sheet of a Parquet file."""
    try:
        from pyarrow import ArrowException, parquet
    except ImportError:
        raise Fault(
            "is a Parquet file, and pyarrow is not installed", 'pip install "graphkit[parquet]"'
        ) from None
    try:
        table = parquet.read_table(path)
    except ArrowException:
        raise Fault("is damaged, or is not a Parquet file", "write it again") from None
    columns = [[_text(value) for value in column.to_pylist()] for column in table.columns]
    rows: list[Row] = [(1, list(table.column_names))]
    rows += [(at, list(cells)) for at, cells in enumerate(zip(*columns, strict=True), 2)]
    return (Sheet(printable(path.name), rows),)


def _text(value: Any) -> str:
    if value is None or value != value:  # not a number
        return ""
    if isinstance(value, list):
        return "|".join(map(_text, value))
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _is_parquet(head: bytes) -> bool:
    return head.startswith(b"PAR1")


PARQUET = Format("a Parquet file", (".parquet",), read_parquet, _is_parquet, certain=True)
