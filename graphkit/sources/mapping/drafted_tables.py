"""Write what rows of other people's files state as our own tables, for the checks all files share.

Each row of these tables is numbered by the place where it stands in a file, so that a problem found
later is reported there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from graphkit.model import KINDS, SCHEMES, Problem
from graphkit.sources.mapping.drafts import Drafts, Mapped
from graphkit.sources.mapping.entities import Entity
from graphkit.sources.mapping.sheet_mapping import Shape, SheetMapping
from graphkit.sources.raw import RawTable

_OURS = {
    "organisations": (
        "id", "name", "kind", "aliases", "sector", "place", "website", "founded", "dissolved",
        *SCHEMES, "part_of", "description", "source",
    ),
    "declarations": ("id", "title", "kind", "signed", "end", "observed", "place", "source"),
    "collaborations": (
        "id", "title", "kind", "start", "end", "observed", "place", "website", "part_of", "source",
    ),
    "memberships": ("member", "group", "role", "start", "end", "observed", "note", "source"),
    "signatories": (
        "declaration", "organisation", "role", "start", "end", "observed", "note", "source",
    ),
    "participants": (
        "collaboration", "organisation", "role", "contribution", "currency", "start", "end",
        "observed", "note", "source",
    ),
    "ties": ("a", "b", "kind", "weight", "start", "end", "observed", "note", "source"),
    "places": (
        "id", "name", "kind", "part_of", "country", "latitude", "longitude", "source",
    ),
    "sources": ("id", "title", "sha256"),
}  # fmt: skip
_ENDS = {
    "memberships": ("member", "group"),
    "signatories": ("organisation", "declaration"),
    "participants": ("organisation", "collaboration"),
    "ties": ("a", "b"),
}
_OF_LAYER = {"declaration": "declarations", "collaboration": "collaborations"}
_RENAMED = {"declarations": {"start": "signed"}}
FIRST_ROW = 2


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
    cite = _Citations(drafts, sheets)
    held: dict[str, list[tuple[int, dict[str, str]]]] = {name: [] for name in _OURS}
    for entity in drafts.entities:
        table = _OF_LAYER.get(entity.layer, "organisations")
        held[table].append((entity.at, _entity(entity, table, drafts) | cite(entity.at)))
    for place in drafts.places.all.values():
        held["places"].append(
            (
                place.at,
                {
                    "id": place.id, "name": place.name, "kind": place.kind,
                    "part_of": place.part_of, "country": place.country,
                    "latitude": place.latitude, "longitude": place.longitude,
                } | cite(place.at),
            )
        )  # fmt: skip
    for fact in drafts.facts:
        first, second = _ENDS[fact.table]
        cells = {first: fact.first.id, second: fact.second.id, **fact.cells}
        held[fact.table].append((fact.at, cells | cite(fact.at)))
    for sheet in sheets:
        if sheet.source in sources:
            row = {
                "id": sheet.source,
                "title": sheet.mapping.file or sheet.place,
                "sha256": sources[sheet.source],
            }
            if row["id"] not in {each["id"] for _, each in held["sources"]}:
                held["sources"].append((0, row))
    return tuple(
        _raw(name, rows, origin) for name, rows in held.items() if rows or name == "organisations"
    )


def has_place(role: str, mapping: SheetMapping) -> bool:
    """Whether our tables have a place for what a column holds; `skip` is left out on purpose."""
    subject, _, word = role.partition(" ")
    if role == "attribute" or word == "attribute":
        return False
    if subject == "member" and word and mapping.shape is Shape.PAIRS and not word.startswith("as "):
        named = {"member", "member id", *(f"member {scheme}" for scheme in SCHEMES)}
        return bool(named & {*mapping.roles})
    if subject != "group" or word in ("", "column") or mapping.layer == "membership":
        return True
    table = _OF_LAYER[mapping.layer]
    held = {*_OURS[table], "id", "name", *_RENAMED.get(table, {}), "country", "country code",
            "city", "region", "latitude", "longitude", "coordinates", "mode"}  # fmt: skip
    return word in held and word != "part of"


class _Citations:
    """The source of each place, with the sheet and row as its locator."""

    def __init__(self, drafts: Drafts, sheets: Sequence[Mapped]) -> None:
        self._origins = drafts.origins
        self._sheets = [(sheet.source, _within(sheet).replace("|", "/")) for sheet in sheets]

    def __call__(self, at: int) -> dict[str, str]:
        if not self._origins:
            return {}
        number, row = self._origins[at]
        source, within = self._sheets[number]
        return {"source": f"{source}:{within}{row}"} if source else {}


def _within(sheet: Mapped) -> str:
    title = sheet.mapping.sheet
    return f"sheet {title}, row " if title and sheet.locator == "row" else f"{sheet.locator} "


def _entity(entity: Entity, table: str, drafts: Drafts) -> dict[str, str]:
    values = dict(entity.values)
    renamed = _RENAMED.get(table, {})
    cells = {renamed.get(name, name): value for name, value in values.items()}
    cells["id"] = entity.id
    if table == "organisations":
        kind = cells.get("kind") or entity.default_kind
        cells["kind"] = kind if kind in KINDS else "Other"
        cells["name"] = entity.name
        cells["aliases"] = "|".join(name.replace("|", "/") for name in entity.aliases)
        if "part_of" in cells:
            whole = drafts.entities.known("organisations", cells["part_of"])
            cells["part_of"] = whole.id if whole and whole is not entity else ""
    else:
        cells.setdefault("kind", entity.default_kind)
        numbered = entity.name.isdecimal() and cells["kind"]
        cells["title"] = f"{cells['kind']} {entity.name}".capitalize() if numbered else entity.name
        cells.pop("part_of", None)
    cells["place"] = "|".join(entity.places)
    return cells


def _raw(name: str, rows: Sequence[tuple[int, dict[str, str]]], origin: str) -> RawTable:
    used = {column for _, cells in rows for column, text in cells.items() if text}
    required = {"organisations": ("id", "name", "kind")}.get(name, ())
    header = tuple(column for column in _OURS[name] if column in used or column in required)
    return RawTable(
        name,
        origin,
        header,
        [(at + FIRST_ROW, [cells.get(column, "") for column in header]) for at, cells in rows],
    )


def located(
    problems: Iterable[Problem], drafts: Drafts, sheets: Sequence[Mapped]
) -> tuple[list[Problem], set[tuple[int, int]]]:
    """Problems of our own tables as problems of the files, and the rows that they stand in.

    Parameters
    ----------
    problems : iterable of Problem
        What the checks of our tables found.
    drafts : Drafts
        What the rows state.
    sheets : sequence of Mapped
        The sheets.

    Returns
    -------
    (list of Problem, set of (int, int))
        The problems, each with its file, row and column; the number of the sheet and that of the
        row of each.
    """
    found: list[Problem] = []
    rows: set[tuple[int, int]] = set()
    for problem in problems:
        at = (problem.row or 0) - FIRST_ROW
        if not 0 <= at < len(drafts.origins):
            found.append(problem)
            continue
        number, row = drafts.origins[at]
        rows.add((number, row))
        names = drafts.columns[number]
        column = problem.column or ""
        known = next((names[key] for key in _keys(column) if key in names), problem.column)
        place = sheets[number].place
        found.append(Problem(place, row, known, problem.what, problem.cure))
    return list(dict.fromkeys(found)), rows


def _keys(column: str) -> Iterable[tuple[str, str]]:
    yield "fact", column
    yield "entity", {"title": "name", "signed": "start"}.get(column, column)
    if column in ("member", "group", "a", "b", "organisation", "declaration", "collaboration"):
        yield "entity", "name"
