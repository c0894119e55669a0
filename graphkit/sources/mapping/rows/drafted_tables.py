"""Write what rows of other people's files state as our own tables, for the checks all files share.

Each row of these tables is numbered by the place where it stands in a file, so that a problem found
later is reported there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graphkit.model import KINDS, OPEN, SCHEMES, OwnKind
from graphkit.model.own_columns import is_own_name
from graphkit.sources.mapping.form.mapped_kinds import cells_of
from graphkit.sources.mapping.form.sheet_mapping import Shape, SheetMapping
from graphkit.sources.mapping.rows.drafts import Asked, Drafts, Mapped
from graphkit.sources.mapping.rows.entities import Entities, Entity, Place, Places
from graphkit.sources.mapping.rows.fact_rows import FIRST_ROW, Citations, FactRows
from graphkit.sources.mapping.rows.stated_facts import StatedFacts
from graphkit.sources.raw import RawTable, Row

Cells = dict[str, str]
"""The cells of a row of our tables, by column."""

_OURS = {
    "organisations": (
        "id", "name", "kind", "aliases", "sector", "place", "website", "founded", "dissolved",
        *SCHEMES, "part_of", "description", "source",
    ),
    "declarations": ("id", "title", "kind", "signed", "end", "observed", "place", "source"),
    "collaborations": (
        "id", "title", "kind", "start", "end", "observed", "place", "website", "part_of", "source",
    ),
    "memberships": (
        "member", "group", "role", "start", "end", "observed", "status", "note", "source",
    ),
    "signatories": (
        "declaration", "organisation", "role", "start", "end", "observed", "status", "note",
        "source",
    ),
    "participants": (
        "collaboration", "organisation", "role", "contribution", "currency", "start", "end",
        "observed", "status", "note", "source",
    ),
    "ties": ("a", "b", "kind", "weight", "start", "end", "observed", "status", "note", "source"),
    "questions": ("id", "text", "kind", "scale", "survey", "source"),
    "ratings": (
        "respondent", "about", "question", "value", "survey", "start", "end", "observed", "status",
        "note", "source",
    ),
    "places": (
        "id", "name", "kind", "part_of", "country", "latitude", "longitude", "source",
    ),
    "kinds": ("id", "name", "name_en", "name_pl", "sector", "colour", "shape"),
    "sources": ("id", "title", "sha256"),
}  # fmt: skip
_OF_LAYER = {"declaration": "declarations", "collaboration": "collaborations"}
_RENAMED = {
    "declarations": {"start": "signed"},
    "organisations": {"start": "founded", "end": "dissolved"},
}
"""What tables call the dates of a group; a group with members is an organisation."""
_NOWHERE = -FIRST_ROW
"""The place of what stands in a mapping and in no row."""


def tables_of(
    drafts: Drafts, sheets: Sequence[Mapped], sources: Mapping[str, str], origin: str
) -> tuple[RawTable, ...]:
    """The raw tables of what the sheets state.

    Parameters
    ----------
    drafts : Drafts
        What they state; every entity has its id.
    sheets : sequence of Mapped
        The sheets.
    sources : mapping of str to str
        For the id of each source its checksum; the id is that of `Mapped.source`.
    origin : str
        What problems without a place are reported for.

    Returns
    -------
    tuple of RawTable
        The tables. The number of a row is that of its place, in `Drafts.origins`, plus 2.
    """
    cite = Citations(drafts, sheets)
    held: dict[str, list[Any]] = {name: [] for name in _OURS}
    for entity in drafts.entities:
        if not entity.repeats:
            held[_OF_LAYER.get(entity.layer, "organisations")].append(entity)
    held["places"] += drafts.places
    held["kinds"] += map(_Kind, drafts.own_kinds.values())
    held["questions"] += map(_Question, drafts.asked.values())
    held["sources"] += _sources(sheets, sources)
    tables: list[RawTable] = []
    of_facts = drafts.facts.tables()
    for name, items in held.items():
        rows: _Rows | FactRows
        if name in of_facts:
            rows = FactRows(name, _OURS[name], drafts, cite)
        elif items or name == "organisations":
            rows = _Rows(name, items, _cells_of(name, drafts, cite))
        else:
            continue
        tables.append(RawTable(name, origin, rows.header, rows, lost=True))
    return tuple(tables)


def let_go(drafts: Drafts, tables: Iterable[RawTable], *, all_of_them: bool) -> None:
    """Let go of the facts and of the rows of their tables, once these have been read.

    all_of_them: whether nobody asks for the organisations either.
    """
    drafts.facts.clear()
    if all_of_them:
        drafts.entities, drafts.places = Entities(), Places()
        drafts.facts = StatedFacts(drafts.entities)
    for table in tables:
        if isinstance(table.rows, _Rows | FactRows):
            table.rows.let_go()


class _Rows:
    """The rows of a table, made whenever they are gone through: there may be a million of them."""

    def __init__(self, table: str, items: Sequence[Any], cells: Callable[[Any], Cells]) -> None:
        self._items = items
        self._cells = cells
        needed = ("id", "name", "kind") if table == "organisations" else ()
        used = dict.fromkeys(needed)
        for each in items:
            for column, text in cells(each).items():
                if text and column not in used:
                    used[column] = None
        ours = [column for column in _OURS[table] if column in used]
        self.header = (*ours, *filter(is_own_name, used))

    def __iter__(self) -> Iterator[Row]:
        for each in self._items:
            cells = self._cells(each)
            yield each.at + FIRST_ROW, [cells.get(column, "") for column in self.header]

    def let_go(self) -> None:
        self._items = ()


def _cells_of(table: str, drafts: Drafts, cite: Citations) -> Callable[[Any], Cells]:
    """The function that gives the cells of an item of a table."""
    if table == "sources":
        return _Source.cells
    if table == "kinds":
        return _Kind.cells
    if table == "places":
        return lambda place: _place(place) | cite(place.at)
    if table == "questions":
        return _Question.cells
    return lambda entity: _entity(entity, table, drafts) | cite(entity.at)


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind that a mapping declares, which stands in no row."""

    kind: OwnKind
    at: int = _NOWHERE

    def cells(self) -> Cells:
        return cells_of(self.kind)


@dataclass(frozen=True, slots=True)
class _Question:
    """A question of a survey, which stands above all rows."""

    asked: Asked
    at: int = _NOWHERE

    def cells(self) -> Cells:
        question, sheet = self.asked.question, self.asked.sheet
        return {
            "id": question.id, "text": question.text, "kind": question.kind,
            "scale": "|".join(question.scale), "survey": self.asked.survey.id,
            "source": sheet.source,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Source:
    """A file as a source."""

    id: str
    title: str
    sha256: str
    at: int = 0

    def cells(self) -> Cells:
        return {"id": self.id, "title": self.title, "sha256": self.sha256}


def _sources(sheets: Sequence[Mapped], checksums: Mapping[str, str]) -> Iterable[_Source]:
    found: dict[str, _Source] = {}
    for sheet in sheets:
        if (key := sheet.source) in checksums:
            title = sheet.mapping.file or sheet.place
            found.setdefault(key, _Source(key, title, checksums[key]))
    return found.values()


def _place(place: Place) -> Cells:
    latitude, longitude = place.point
    return {
        "id": place.id, "name": place.name, "kind": place.key[0],
        "part_of": place.part_of.id if place.part_of else "", "country": place.country,
        "latitude": latitude, "longitude": longitude,
    }  # fmt: skip


def has_subject(role: str, mapping: SheetMapping) -> bool:
    """Whether a row names what a column says something of; one that names nobody cannot be kept."""
    subject, _, word = role.partition(" ")
    if subject == "member" and word and mapping.shape is Shape.PAIRS and not word.startswith("as "):
        named = {"member", "member id", *(f"member {scheme}" for scheme in SCHEMES)}
        return bool(named & {*mapping.roles})
    return True


def has_place(role: str, mapping: SheetMapping) -> bool:
    """Whether our tables have a place for what a column holds; `skip` is left out on purpose."""
    subject, _, word = role.partition(" ")
    if role == "attribute" or word == "attribute" or not has_subject(role, mapping):
        return False
    if subject != "group" or word in ("", "column") or mapping.layer == "membership":
        return True
    table = _OF_LAYER[mapping.layer]
    held = {*_OURS[table], "id", "name", *_RENAMED.get(table, {}), "country", "country code",
            "city", "region", "latitude", "longitude", "coordinates", "mode"}  # fmt: skip
    return word in held and word != "part of"


def _entity(entity: Entity, table: str, drafts: Drafts) -> Cells:
    values = dict(entity.values)
    renamed = _RENAMED.get(table, {})
    if table == "organisations" and values.get("end") == OPEN:
        del values["end"]
    cells = {renamed[name]: value for name, value in values.items() if name in renamed}
    cells |= {name: value for name, value in values.items() if name not in renamed}
    cells["id"] = entity.id
    if table == "organisations":
        kind = cells.get("kind") or entity.default_kind
        own = kind in drafts.own_kinds or kind in drafts.store_kinds
        cells["kind"] = kind if kind in KINDS or own else "Other"
        cells["name"] = entity.name
        cells["aliases"] = "|".join(name.replace("|", "/") for name in entity.aliases)
        if "part_of" in cells:
            whole = drafts.entities.whole_of(entity)
            cells["part_of"] = whole.id if whole and whole is not entity else ""
    else:
        cells.setdefault("kind", entity.default_kind)
        numbered = entity.name.isdecimal() and cells["kind"]
        cells["title"] = f"{cells['kind']} {entity.name}".capitalize() if numbered else entity.name
        cells.pop("part_of", None)
    cells["place"] = "|".join(place.id for place in entity.places)
    return cells | entity.attributes
