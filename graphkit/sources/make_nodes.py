"""Make the nodes that the tables state: organisations, declarations, places, figures, people …"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graphkit.model import Cell, Column, Node, fact_id, lifetime_properties
from graphkit.sources.checking import Checked
from graphkit.sources.fact_metadata import Properties, basis, dated, own_dates

_CLAIMED = {"startDate", "endDate", "observedDate", "status", "sourceIds"}
"""Properties that `claims` makes, with what is derived from them."""

_OWN = Column("", Cell.TEXT, "")
"""Stands for a column of one's own, whose cells are values already."""

_CHUNK = 10_000


def property_columns(checked: Checked) -> list[tuple[str, list[Any], Column]]:
    """The property that each column fills, its values and the column; without dates and sources."""
    columns = [
        (str(column.property), checked.columns[column.name], column)
        for column in checked.table.columns
        if column.property not in (None, *_CLAIMED) and column.name in checked.columns
    ]
    return columns + [(name, checked.columns[name], _OWN) for name in checked.own]


def own_properties(checked: Checked) -> Iterator[Properties]:
    """The properties that each row states, without its dates and sources."""
    columns = property_columns(checked)
    for start in range(0, len(checked), _CHUNK):
        made: list[Properties] = [{} for _ in range(start, min(start + _CHUNK, len(checked)))]
        for name, values, column in columns:
            for properties, value in zip(made, values[start : start + _CHUNK], strict=True):
                if value is None:
                    continue
                if column.refers:
                    value = value[1]
                properties[name] = list(value) if column.many else value
        yield from made


def entities(checked: Checked) -> Iterator[Node]:
    """The nodes of a table whose rows have an id of their own."""
    label = checked.table.label
    assert label is not None
    claims = zip(
        own_properties(checked), basis(checked), dated(checked, own_dates(checked)), strict=True
    )
    for own, claim, dates in claims:
        key = own.pop("id", None)
        properties = own | claim | dates
        kind = str(own.get("kind")) if label == "Organisation" else None
        if kind is not None and (sector := checked.choices.sectors.get(kind)):
            properties.setdefault("sector", sector)
        if "founded" in own or "dissolved" in own:
            properties |= lifetime_properties(_text(own, "founded"), _text(own, "dissolved"))
        if key is not None:
            yield Node(label, str(key), properties, kind)


def _text(own: Properties, name: str) -> str | None:
    value = own.get(name)
    return None if value is None else str(value)


def people(checked: Checked) -> Iterator[Node]:
    """One node per person, however many roles they have; dates and sources belong to the roles."""
    names = dict(zip(checked.values("person"), checked.values("name"), strict=True))
    for person, name in names.items():
        if person is not None and name is not None:
            yield Node("Person", person, {"name": name})


def figures(checked: Checked, dataset: str) -> list[Node | None]:
    """A node for each row, in order of the rows; None for a row that is wrong."""
    _check_ranges(checked)
    seen: dict[tuple[str, str], int] = {}
    result: list[Node | None] = []
    for own, claim, dates, subject in zip(
        own_properties(checked),
        basis(checked),
        dated(checked, own_dates(checked)),
        checked.values("subject"),
        strict=True,
    ):
        measure = own.get("measure")
        if subject is None or measure is None:
            result.append(None)
            continue
        counted = (subject[1], str(measure).casefold())
        ordinal = seen[counted] = seen.get(counted, -1) + 1
        key = fact_id(dataset, "figures", counted[:1], counted[1], ordinal)
        result.append(Node("Figure", key, own | claim | dates))
    return result


def _check_ranges(checked: Checked) -> None:
    ranges = zip(checked.values("value"), checked.values("value_to"), strict=True)
    for index, (lower, upper) in enumerate(ranges):
        if lower is not None and upper is not None and upper < lower:
            what = f"the range ends ({upper}) below its start ({lower})"
            checked.report(index, "value_to", what, "write the lower end in the column value")
