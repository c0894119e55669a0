"""What mapped sheets state, before it is written as our own tables: entities, facts and places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from graphkit.sources.mapping.entities import Entities, Entity, Places
from graphkit.sources.mapping.sheet_mapping import SheetMapping
from graphkit.sources.raw import Row


@dataclass(frozen=True, slots=True)
class Mapped:
    """A sheet with the mapping by which it is read: its place, header and the rows below it."""

    place: str
    mapping: SheetMapping
    header: tuple[str, ...]
    body: Sequence[Row]
    source: str
    locator: str = "row"


@dataclass(slots=True, eq=False)
class Stated:
    """A fact that a row states: of which table it is, its two ends, and its cells."""

    table: str
    first: Entity
    second: Entity
    at: int
    cells: dict[str, str]
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Drafts:
    """All that the rows state.

    places_in_files: for each number that `at` may have, the sheet's number and the row. columns:
    for each column of our tables, what the file calls it, by sheet.
    """

    entities: Entities = field(default_factory=Entities)
    places: Places = field(default_factory=Places)
    facts: list[Stated] = field(default_factory=list)
    origins: list[tuple[int, int]] = field(default_factory=list)
    columns: list[dict[tuple[str, str], str]] = field(default_factory=list)
    seen: set[tuple[object, ...]] = field(default_factory=set)
    skipped: set[str] = field(default_factory=set)
