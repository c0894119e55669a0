"""Say which further columns of a file are kept, and how many values of each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from graphkit.model import Dataset, Value
from graphkit.model.own_columns import type_of, values_by_column
from graphkit.sources.mapping.rows.drafted_tables import has_subject
from graphkit.sources.mapping.rows.drafts import Mapped
from graphkit.sources.mapping.rows.further_columns import columns_beside, further_columns

_MOST_FILES = 3


def used_columns(sheet: Mapped) -> list[int]:
    """The further columns of a sheet, and those that nobody is named for, with any cell in them."""
    roles = sheet.mapping.roles
    further = further_columns(sheet.mapping) | columns_beside(sheet.mapping)
    asked = {
        at for at, role in enumerate(roles) if at in further or not has_subject(role, sheet.mapping)
    }
    found: set[int] = set()
    for _, row in sheet.body:
        if not asked - found:
            break
        found |= {at for at in asked - found if at < len(row) and row[at].strip()}
    return sorted(found)


def kept_columns(
    sheets: Sequence[Mapped], used: Sequence[list[int]], dataset: Dataset
) -> list[str]:
    """The further columns of the files, and those whose values nothing has a place for.

    A column that several sheets have is told once, because what is counted is all its values.
    """
    nodes, facts = dataset.nodes, dataset.facts
    stated: dict[str, list[Value]] = {}
    if any(used):
        stated = values_by_column(
            chain((node.properties for node in nodes), (fact.properties for fact in facts))
        )
    kept: dict[str, list[Mapped]] = {}
    found = []
    for sheet, columns in zip(sheets, used, strict=True):
        further = further_columns(sheet.mapping) | columns_beside(sheet.mapping)
        for at in columns:
            if (name := further.get(at, "")) in stated:
                kept.setdefault(name, []).append(sheet)
        if lost := [sheet.header[at] for at in columns if at not in further]:
            found.append(_columns(sheet.place, lost, "column", "not kept"))
    together: dict[str, list[str]] = {}
    for name, of in kept.items():
        told = f"{name} ({type_of(stated[name])}, {len(stated[name]):,})"
        together.setdefault(_places(of), []).append(told)
    return [
        *(_columns(place, names, "further column", "kept") for place, names in together.items()),
        *found,
    ]


def _places(sheets: Sequence[Mapped]) -> str:
    """The sheets as one place: several of a file are the file."""
    files: dict[str | None, set[str]] = {}
    for sheet in sheets:
        files.setdefault(sheet.mapping.file, set()).add(sheet.place)
    named = [
        next(iter(places)) if len(places) == 1 else str(file) for file, places in files.items()
    ]
    more = f" and {len(named) - _MOST_FILES} more" if len(named) > _MOST_FILES else ""
    return ", ".join(named[:_MOST_FILES]) + more


def _columns(place: str, names: Sequence[str], noun: str, done: str) -> str:
    shown = ", ".join(names[:12]) + (" …" if len(names) > 12 else "")
    return f"{place}: {len(names)} {noun}{' is' if len(names) == 1 else 's are'} {done}: {shown}"
