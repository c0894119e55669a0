"""Read Parquet through pyarrow, which the extra `parquet` installs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from graphkit.sources.formats.decoded import LARGEST_FILE
from graphkit.sources.formats.nested_rows import rows_of
from graphkit.sources.formats.sheet import Format, Sheet, Wanted, table_of
from graphkit.sources.problem_texts import Fault
from graphkit.sources.raw import MOST_CELLS, Row, printable
from graphkit.sources.repeated_texts import Once


def read_parquet(path: Path, options: Wanted) -> tuple[Sheet, ...]:
    """The one sheet of a Parquet file."""
    with opened(path) as file:
        schema = file.schema
        texts = [
            column.path
            for column in map(schema.column, range(len(schema)))
            if column.physical_type == "BYTE_ARRAY"
        ]
    # A text that a million rows repeat is in the file once, and is read once.
    with opened(path, read_dictionary=texts) as file:
        from pyarrow import types

        table = file.read()
    file_name = printable(path.name)
    if any(map(_is_nested, table.schema.types)):
        return (Sheet(file_name, table_of(rows_of([*map(_plain, table.to_pylist())]))),)
    once = Once()
    columns = []
    for column in table.columns:
        cells: list[str] = []
        for chunk in column.chunks:
            if types.is_dictionary(chunk.type):
                held = [_text(value) for value in chunk.dictionary.to_pylist()]
                places = chunk.indices.to_pylist()
                cells += ("" if place is None else held[place] for place in places)
            else:
                cells += once(map(_text, chunk.to_pylist()))
        columns.append(cells)
    rows: list[Row] = [(1, list(table.column_names))]
    rows += [(at, list(cells)) for at, cells in enumerate(zip(*columns, strict=True), 2)]
    return (Sheet(file_name, rows),)


def _is_nested(kind: Any) -> bool:
    """Whether the values of a column are records, or lists of these, as in JSON."""
    from pyarrow import types

    if types.is_list(kind) or types.is_large_list(kind):
        return _is_nested(kind.value_type)
    return bool(types.is_struct(kind))


def _plain(value: Any) -> Any:
    """A nested value with texts, as JSON has them, in place of dates and bytes."""
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return _text(value)


@contextmanager
def opened(path: Path, **how: Any) -> Iterator[Any]:
    """A Parquet file as pyarrow opens it.

    Raises Fault when pyarrow is not installed, and when the file is damaged or too large.
    """
    try:
        from pyarrow import ArrowException, parquet
    except ImportError:
        raise Fault(
            "is a Parquet file, and pyarrow is not installed", 'pip install "graphkit[parquet]"'
        ) from None
    try:
        with parquet.ParquetFile(path, **how) as file:
            _check_size(file.metadata)
            yield file
    except ArrowException:
        raise Fault("is damaged, or is not a Parquet file", "write it again") from None


def _check_size(about: Any) -> None:
    """Refuse a file that is small because all its rows are alike, and large when it is read."""
    groups = [about.row_group(at) for at in range(about.num_row_groups)]
    cells = sum(each.column(at).num_values for each in groups for at in range(each.num_columns))
    if cells > MOST_CELLS:
        raise Fault(f"has {cells:,} cells", f"split it: at most {MOST_CELLS:,} are read")
    size = sum(each.total_byte_size for each in groups)
    if size > LARGEST_FILE:
        raise Fault(f"would unpack to {size // 2**20:,} MiB", "split it")


def _text(value: Any) -> str:
    if value is None or value != value:  # not a number
        return ""
    if isinstance(value, list):
        return "|".join(map(_text, value))
    if isinstance(value, bytes):
        try:
            return value.decode()  # older programs write texts so
        except UnicodeDecodeError:
            return value.hex()
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
