"""Know the releases of the Open Contracting Data Standard: who buys, bids and supplies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.sources.formats.releases_json import FORM, releases_in_rows, rows_of_releases
from graphkit.sources.formats.sheet import Sheet, table_of
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, Shape, SheetMapping
from graphkit.sources.mapping.known.recognisers import Known

_ROLES = {
    "ocid": "group id",
    "title": "group",
    "tender start": "group start",
    "tender end": "group end",
    "organisation id": "member id",
    "organisation": "member",
    "country": "member country",
    "region": "member region",
    "city": "member city",
    "role": "role",
    "award date": "start",
    "amount": "contribution",
    "currency": "currency",
}


def releases(sheets: Sequence[Sheet]) -> Known:
    """The sheets of releases."""
    found: Known = []
    for sheet in sheets:
        whole = sheet
        if sheet.form != FORM and (stated := releases_in_rows(sheet.rows)):
            sheet = replace(sheet, rows=table_of(rows_of_releases(stated)), form=FORM)
        if sheet.form != FORM:
            continue
        header = tuple(sheet.rows[0][1])
        roles = tuple(_ROLES.get(name) or _further(name) for name in header)
        mapping = SheetMapping(
            sheet.file, sheet.title, Shape.PAIRS, header, roles, layer="collaboration",
            group_kind="tender", own_ids=True,
        )  # fmt: skip
        found.append((whole, [(sheet, mapping)]))
    return found


def _further(name: str) -> str:
    if name.startswith(("award.", "contract.")):
        return ATTRIBUTE
    return f"member {ATTRIBUTE}" if name.startswith("party.") else f"group {ATTRIBUTE}"
