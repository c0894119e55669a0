"""Know the releases of the Open Contracting Data Standard: who buys, bids and supplies."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.sources.formats.releases_json import FORM
from graphkit.sources.formats.sheet import Sheet
from graphkit.sources.mapping.recognisers import Known
from graphkit.sources.mapping.sheet_mapping import ATTRIBUTE, Shape, SheetMapping

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
        if sheet.form != FORM:
            continue
        header = tuple(sheet.rows[0][1])
        roles = tuple(_ROLES.get(name) or _further(name) for name in header)
        mapping = SheetMapping(
            sheet.file, sheet.title, Shape.PAIRS, header, roles, layer="collaboration",
            group_kind="tender", own_ids=True,
        )  # fmt: skip
        found.append((sheet, [(sheet, mapping)]))
    return found


def _further(name: str) -> str:
    if name.startswith(("award.", "contract.")):
        return ATTRIBUTE
    return f"member {ATTRIBUTE}" if name.startswith("party.") else f"group {ATTRIBUTE}"
