"""Know the files of CORDIS: projects and organisations of FP7, H2020 and Horizon Europe.

The official download has a file of projects and one of organisations, with a row for each
participation; extracts in circulation have both in one. The columns differ by programme and year,
so each is looked up by its name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphkit.sources.formats.sheet import Holds, Sheet
from graphkit.sources.header_words import plain
from graphkit.sources.mapping.cells.table_head import Head, find_head
from graphkit.sources.mapping.form.sheet_mapping import Shape, SheetMapping
from graphkit.sources.mapping.known.recognisers import Known

_ORGANISATION = {
    "project id": "group id",
    "project rcn": "group id",
    "project reference": "group id",
    "project acronym": "group",
    "organisation id": "member pic",
    "pic": "member pic",
    "vat number": "member vat",
    "name": "member",
    "legal name": "member",
    "short name": "member aliases",
    "legal short name": "member aliases",
    "activity type": "member kind",
    "legal entity type": "member kind",
    "organization url": "member website",
    "legal url": "member website",
    "country": "member country",
    "country code": "member country code",
    "city": "member city",
    "geolocation": "member coordinates",
    "role": "role",
    "partner role": "role",
    "ec contribution": "contribution",
    "end of participation": "ended early",
    "start date": "group start",
    "end date": "group end",
}
_PROJECT = {
    "id": "group id",
    "acronym": "group",
    "start date": "group start",
    "end date": "group end",
}
_LATER = {"project rcn": ("project id",), "project reference": ("project id",),
          "ec contribution": ()}  # fmt: skip
_OF_PROJECTS = (
    "project", "title", "topic", "framework", "legal basis", "funding scheme", "call", "pillar",
    "thematic", "signature", "participations", "start year", "objective", "status",
)  # fmt: skip
_OF_ORGANISATIONS = ("sme", "street", "post code", "nuts code", "contact form", "rcn")


def cordis(sheets: Sequence[Sheet]) -> Known:
    """The sheets that are CORDIS' projects or participations."""
    found: Known = []
    for sheet in sheets:
        if sheet.holds is not Holds.CELLS or not sheet.rows:
            continue
        head = find_head(sheet.rows)
        names = {plain(name): at for at, name in reversed([*enumerate(head.names)])}
        if mapping := _participations(sheet, head, names) or _projects(sheet, head, names):
            found.append((sheet, [(sheet, mapping)]))
    return found


def _participations(sheet: Sheet, head: Head, names: Mapping[str, int]) -> SheetMapping | None:
    project = {"project id", "project rcn", "project reference"} & names.keys()
    organisation = {"organisation id", "organization id", "pic"} & names.keys()
    name = {"name", "legal name"} & names.keys()
    kind = {"activity type", "legal entity type"} & names.keys()
    if not (project and organisation and name and kind):
        return None
    roles = []
    for column in head.names:
        words = plain(column).replace("organization id", "organisation id")
        role = _ORGANISATION.get(words)
        if any(earlier in names for earlier in _LATER.get(words, ())):
            role = "skip" if words == "project rcn" else "group attribute"
        if role is None and words in _OF_ORGANISATIONS:
            role = "member attribute"
        elif role is None or role in roles:
            of_project = any(words.startswith(each) for each in _OF_PROJECTS)
            role = "group attribute" if of_project else "attribute"
        roles.append(role)
    return _mapping(sheet, head, Shape.PAIRS, roles)


def _projects(sheet: Sheet, head: Head, names: Mapping[str, int]) -> SheetMapping | None:
    known = {"acronym", "title", "start date", "end date"} <= names.keys()
    if (
        not known
        or "id" not in names
        or not {"framework programme", "total cost", "legal basis", "funding scheme", "topics"}
        & names.keys()
    ):
        return None
    roles = [_PROJECT.get(plain(column), "group attribute") for column in head.names]
    return _mapping(sheet, head, Shape.GROUPS, roles)


def _mapping(sheet: Sheet, head: Head, shape: Shape, roles: list[str]) -> SheetMapping:
    splits = [
        name for name, role in zip(head.names, roles, strict=True) if role.endswith("aliases")
    ]
    return SheetMapping(
        sheet.file,
        sheet.title,
        shape,
        head.names,
        tuple(roles),
        head.row,
        layer="collaboration",
        group_kind="project",
        own_ids=True,
        split=dict.fromkeys(splits, "|"),
    )
