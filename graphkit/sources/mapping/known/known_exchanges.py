"""Know the lists of members of internet exchanges: who is at which, since when, and how."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.sources.formats.ixf_json import EXCHANGE, FORM
from graphkit.sources.formats.sheet import Sheet
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, Shape, SheetMapping
from graphkit.sources.mapping.known.recognisers import Known

_ROLES = {
    "asnum": "member id",
    "name": "member",
    "url": "member website",
    "member_since": "start",
    "member_type": "role",
    f"{EXCHANGE}name": "group",
    f"{EXCHANGE}shortname": "group aliases",
    f"{EXCHANGE}url": "group website",
    f"{EXCHANGE}country": "group country code",
}


def exchanges(sheets: Sequence[Sheet]) -> Known:
    """The sheets of exchanges, each with its mapping."""
    found: Known = []
    for sheet in sheets:
        if sheet.form != FORM:
            continue
        header = tuple(sheet.rows[0][1])
        roles = tuple(_ROLES.get(name) or _of_subject(name) for name in header)
        if "group" not in roles and "group aliases" in roles:
            roles = tuple("group" if role == "group aliases" else role for role in roles)
        mapping = SheetMapping(
            sheet.file, sheet.title, Shape.PAIRS, header, roles, own_ids=True, group_kind="Other"
        )
        found.append((sheet, [(sheet, mapping)]))
    return found


def _of_subject(name: str) -> str:
    """The role of a further column: of the exchange, of the member, or of both together."""
    if name.startswith(EXCHANGE):
        return f"group {ATTRIBUTE}"
    return ATTRIBUTE if "." in name else f"member {ATTRIBUTE}"
