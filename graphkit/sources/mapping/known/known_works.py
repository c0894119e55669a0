"""Know the works of OpenAlex: publications tie the institutions of their authors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.sources.formats.sheet import Sheet
from graphkit.sources.formats.works_json import FORM
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, SKIP, Shape, SheetMapping
from graphkit.sources.mapping.known.recognisers import Known

_ROLES = {
    "id": "group id",
    "title": "group",
    "published": "group start",
    "institution": "member",
    "institution id": "member id",
    "ror": "member ror",
    "country code": "member country code",
    "institution type": "member kind",
}


def works(sheets: Sequence[Sheet]) -> Known:
    """The sheets of works: those with institutions, and those that are loaded alone."""
    found: Known = []
    for sheet in sheets:
        if sheet.form != FORM:
            continue
        head, *body = sheet.rows
        header = tuple(head[1])
        roles = tuple(_ROLES.get(name, f"group {ATTRIBUTE}") for name in header)
        mapping = SheetMapping(
            sheet.file, sheet.title, Shape.PAIRS, header, roles, layer="collaboration",
            group_kind="publication", own_ids=True,
        )  # fmt: skip
        at = header.index("institution") if "institution" in header else -1
        alone = [row for row in body if at < 0 or not row[1][at]]
        tied = [row for row in body if at >= 0 and row[1][at]]
        parts = [(replace(sheet, rows=[head, *tied]), mapping)] if tied else []
        if alone:
            of_nobody = tuple(SKIP if role.startswith("member") else role for role in roles)
            left = replace(mapping, shape=Shape.GROUPS, roles=of_nobody)
            parts.append((replace(sheet, rows=[head, *alone]), left))
        found.append((sheet, parts))
    return found
