"""Know Popolo's organisations and memberships; those of people do not tie organisations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.sources.formats.popolo_json import MEMBERSHIPS, ORGANISATIONS
from graphkit.sources.formats.sheet import Sheet
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, SKIP, Shape, SheetMapping
from graphkit.sources.mapping.known.recognisers import Known

_OF_ORGANISATIONS = {
    "id": "member id",
    "name": "member",
    "classification": "member kind",
    "founding_date": "member founded",
    "dissolution_date": "member dissolved",
    "parent_id": "member part of",
    "description": "member description",
}
_OF_MEMBERSHIPS = {
    "member_id": "member id",
    "organization_id": "group id",
    "role": "role",
    "start_date": "start",
    "end_date": "end",
    "person_id": SKIP,
}


def popolo(sheets: Sequence[Sheet]) -> Known:
    """The sheets of Popolo; memberships in two parts: of organisations, and what is left out."""
    found: Known = []
    for sheet in sheets:
        header = tuple(sheet.rows[0][1])
        if sheet.form == ORGANISATIONS:
            roles = tuple(_OF_ORGANISATIONS.get(name, f"member {ATTRIBUTE}") for name in header)
            mapping = SheetMapping(
                sheet.file, sheet.title, Shape.ORGANISATIONS, header, roles, own_ids=True
            )
            found.append((sheet, [(sheet, mapping)]))
        elif sheet.form == MEMBERSHIPS:
            roles = tuple(_OF_MEMBERSHIPS.get(name, ATTRIBUTE) for name in header)
            mapping = SheetMapping(
                sheet.file, sheet.title, Shape.PAIRS, header, roles, own_ids=True,
                group_kind="Other",
            )  # fmt: skip
            at = header.index("member_id")
            ours = [row for row in sheet.rows[1:] if row[1][at]]
            people = [row for row in sheet.rows[1:] if not row[1][at]]
            parts = [(replace(sheet, rows=[sheet.rows[0], *ours]), mapping)] if ours else []
            if people:
                left = replace(mapping, shape=Shape.SKIP, roles=(SKIP,) * len(header))
                parts.append((replace(sheet, rows=[sheet.rows[0], *people]), left))
            found.append((sheet, parts))
    return found
