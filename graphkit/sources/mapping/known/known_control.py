"""Know the register of those who control a British company, as Companies House gives it.

A company that controls another is tied to it. People who do so do not become nodes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.sources.formats.sheet import Holds, Sheet
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, SKIP, Shape, SheetMapping
from graphkit.sources.mapping.known.recognisers import Known

_ROLES = {
    "company_number": "b id",
    "data.name": "a",
    "data.kind": SKIP,
    "data.identification.registration_number": "a id",
    "registration_number": "a id",  # as its JSON is read
    "data.identification.country_registered": "a country",
    "country_registered": "a country",
    "data.natures_of_control": "kind",
    "data.notified_on": "start",
    "data.ceased_on": "end",
}
_NEEDED = {"company_number", "data.kind", "data.name", "data.natures_of_control"}
_FIRMS = ("corporate-entity", "legal-person", "super-secure")


def control(sheets: Sequence[Sheet]) -> Known:
    """The sheets of such a register, each in two parts: of companies, and what is left out."""
    found: Known = []
    for sheet in sheets:
        header = tuple(sheet.rows[0][1])
        if sheet.holds is not Holds.CELLS or not {*header} >= _NEEDED:
            continue
        kind = header.index("data.kind")
        firms = [row for row in sheet.rows[1:] if row[1][kind].startswith(_FIRMS)]
        people = [row for row in sheet.rows[1:] if not row[1][kind].startswith(_FIRMS)]
        roles = tuple(_ROLES.get(name, ATTRIBUTE) for name in header)
        mapping = SheetMapping(
            sheet.file, sheet.title, Shape.TIES, header, roles, own_ids=True, directed=True,
            kind="Company",
        )  # fmt: skip
        parts = [(replace(sheet, rows=[sheet.rows[0], *firms]), mapping)]
        if people:
            left = replace(mapping, shape=Shape.SKIP, roles=(SKIP,) * len(header))
            parts.append((replace(sheet, rows=[sheet.rows[0], *people]), left))
        found.append((sheet, parts))
    return found
