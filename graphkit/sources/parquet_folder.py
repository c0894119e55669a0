"""Read a folder of Parquet files that the export to Parquet has written.

Its nodes and facts are turned into rows of graphkit's own tables, so that they pass the checks that
all data pass. It needs pyarrow, which the extra `parquet` installs.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from graphkit.model import LABELS, RELATIONS, Dataset, Fact, Node, Problem, Value
from graphkit.sources.formats.parquet import opened
from graphkit.sources.problem_texts import Fault, shown
from graphkit.sources.raw import AS_IT_IS, RawTable, Reader, Reading, ReadingOptions, printable
from graphkit.sources.stated_rows import own_tables

FILES = ("nodes.parquet", "facts.parquet", "sources.parquet")

_OF_NODES = ("label", "id", "kind")
_OF_FACTS = ("relation", "id", "startLabel", "startId", "endLabel", "endId")

_MOST_DIGITS = 1e15
"""From here on a float no longer holds every whole number."""

Record = dict[str, Any]


def read_folder(folder: Path, options: ReadingOptions = AS_IT_IS) -> Reading:
    """The tables that the nodes and facts of a folder make; `pairs.parquet` follows from them."""
    origin = printable(folder.name or str(folder))
    problems: list[Problem] = []
    held = {name: list(_records(folder / name, problems)) for name in FILES}
    nodes = list(_nodes(held, problems))
    facts = list(_facts(held["facts.parquet"], {(each.label, each.id) for each in nodes}, problems))
    if problems:
        return Reading(origin, (), tuple(problems))
    tables = tuple(
        RawTable(
            name,
            f"{origin}, as table {name}",
            tuple(header),
            [(at, tuple(row)) for at, row in enumerate(rows, 2)],
        )
        for name, (header, *rows) in own_tables(_in_order(origin, nodes, facts)).items()
    )
    return Reading(origin, tables, ())


def _in_order(name: str, nodes: list[Node], facts: list[Fact]) -> Dataset:
    """A data set that `Dataset.of` has not checked: its tables are checked when they are read."""
    nodes.sort(key=lambda each: (each.label, each.id))
    facts.sort(key=lambda each: (each.relation, each.id))
    return Dataset(name, tuple(nodes), tuple(facts))


def is_ours(folder: Path) -> bool:
    """Whether a folder holds the three files that state everything, with their columns."""
    if not folder.is_dir() or not all((folder / name).is_file() for name in FILES):
        return False
    try:
        with opened(folder / "nodes.parquet") as nodes, opened(folder / "facts.parquet") as facts:
            held = (set(nodes.schema.names), set(facts.schema.names))
            return held[0] >= {*_OF_NODES} and held[1] >= {*_OF_FACTS}
    except (Fault, OSError):
        return True  # reading says what is wrong


def _records(path: Path, problems: list[Problem]) -> Iterator[Record]:
    """The rows of a file, without what is null."""
    try:
        with opened(path) as file:
            for batch in file.iter_batches():
                for row in batch.to_pylist():
                    yield {name: value for name, value in row.items() if value is not None}
    except Fault as fault:
        problems.append(Problem(path.name, None, None, fault.what, fault.cure))
    except OSError as error:
        what = f"cannot be read: {error.strerror}"
        problems.append(Problem(path.name, None, None, what, "check the file"))


def _nodes(held: Mapping[str, list[Record]], problems: list[Problem]) -> Iterator[Node]:
    seen: set[tuple[str, str]] = set()
    for name in ("nodes.parquet", "sources.parquet"):
        for number, record in enumerate(held[name], 2):
            label = record.get("label", "Source" if name == "sources.parquet" else "")
            if label not in LABELS:
                problems.append(_wrong(name, number, "label", label, "a label", LABELS))
            elif "id" not in record:
                problems.append(Problem(name, number, "id", "there is no id", "give one"))
            elif (label, str(record["id"])) in seen:
                what = f"{shown(str(record['id']))} is there twice"
                problems.append(Problem(name, number, "id", what, "leave one of them out"))
            else:
                seen.add((label, str(record["id"])))
                kind = record.get("kind") if label == "Organisation" else None
                own = _properties(record, _OF_NODES if kind else _OF_NODES[:2])
                yield Node(label, str(record["id"]), own, None if kind is None else str(kind))


def _facts(
    records: list[Record], there: set[tuple[str, str]], problems: list[Problem]
) -> Iterator[Fact]:
    for number, record in enumerate(records, 2):
        relation = record.get("relation", "")
        if relation not in RELATIONS:
            problems.append(
                _wrong("facts.parquet", number, "relation", relation, "a relation", RELATIONS)
            )
            continue
        start, end = (
            (str(record.get(f"{side}Label", "")), str(record.get(f"{side}Id", "")))
            for side in ("start", "end")
        )
        labels = (start[0], end[0])
        if labels not in RELATIONS[relation].ends:
            joins = (" to ".join(each) for each in RELATIONS[relation].ends)
            what = f"{relation} does not lead from {shown(labels[0])} to {shown(labels[1])}"
            cure = f"it leads from {' or from '.join(joins)}"
            problems.append(Problem("facts.parquet", number, "startLabel", what, cure))
            continue
        lacking = [
            _lacking(number, f"{side}Id", *key)
            for side, key in (("start", start), ("end", end))
            if key not in there
        ]
        problems += lacking
        if not lacking:
            own = _properties(record, _OF_FACTS)
            yield Fact(relation, str(record.get("id", number)), start, end, own)


def _lacking(row: int, column: str, label: str, id: str) -> Problem:
    what = f"{shown(id)} is not the id of any {label}"
    cure = f"add it to {'sources' if label == 'Source' else 'nodes'}.parquet"
    return Problem("facts.parquet", row, column, what, cure)


def _wrong(
    file: str, row: int, column: str, given: object, what: str, known: Mapping[str, object]
) -> Problem:
    return Problem(
        file, row, column, f"{shown(str(given))} is not {what}", f"use {', '.join(known)}"
    )


def _properties(record: Record, without: tuple[str, ...]) -> dict[str, Value]:
    return {
        name: value
        for name, given in record.items()
        if name not in without and (value := _value(given)) is not None
    }


def _value(given: Any) -> Value | None:
    """A value of Parquet as a property holds it; None for NaN."""
    if isinstance(given, list):
        return [str(each) for each in given]
    if isinstance(given, float):
        # One column holds 5 and 2.5, so Parquet has 5.0 for what was stated as 5.
        whole = given.is_integer() and abs(given) < _MOST_DIGITS
        return None if math.isnan(given) else int(given) if whole else given
    if isinstance(given, datetime):
        return given.isoformat()
    return given if isinstance(given, str | int | date) else str(given)


PARQUET_FOLDER = Reader("a folder of graphkit's Parquet files", read_folder, is_ours, certain=True)
