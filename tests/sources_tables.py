"""Small tables for the tests of the readers: written to a folder, read, their problems told."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from graphkit.model import Dataset, Fact, InvalidData, Node, Problem
from graphkit.sources import read

ORGANISATIONS = """\
id,name,kind
pb,Politechnika Białostocka,University
kom,Klaster Obróbki Metali,Cluster
acme,Acme,Company
"""


def write(folder: Path, tables: Mapping[str, str | bytes]) -> Path:
    """Write each table as a UTF-8 CSV file (bytes as they are) and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in tables.items():
        file = folder / (name if "." in name else f"{name}.csv")
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def load(folder: Path, *, with_people: bool = False, **tables: str | bytes) -> Dataset:
    """The data set `test` of these tables; organisations are the three above unless given."""
    return read(
        write(folder, {"organisations": ORGANISATIONS, **tables}),
        dataset="test",
        people=with_people,
    )


def found(folder: Path, *, with_people: bool = False, **tables: str | bytes) -> tuple[Problem, ...]:
    """The problems of these tables; none is an empty tuple."""
    try:
        load(folder, with_people=with_people, **tables)
    except InvalidData as error:
        return error.problems
    return ()


def places(problems: tuple[Problem, ...]) -> list[tuple[str, int | None, str | None]]:
    """Where the problems stand: file, row, column."""
    return [(problem.file, problem.row, problem.column) for problem in problems]


def node(dataset: Dataset, key: str) -> Node:
    """The node of that id."""
    (one,) = [node for node in dataset.nodes if node.id == key]
    return one


def facts(dataset: Dataset, relation: str) -> list[Fact]:
    """The facts of that relationship type."""
    return [fact for fact in dataset.facts if fact.relation == relation]


def fact(dataset: Dataset, relation: str) -> Fact:
    """The only fact of that relationship type."""
    (one,) = facts(dataset, relation)
    return one
