"""Groups that a table names by the abbreviations of organisations in other rows of it."""

from __future__ import annotations

from collections.abc import Mapping

from graphkit.sources.known_organisations import comparable
from graphkit.sources.mapping.drafts import Mapped
from graphkit.sources.mapping.lenient import is_blank
from graphkit.sources.mapping.listed_names import names_in
from graphkit.sources.mapping.sheet_mapping import Shape


def spelt_out(sheet: Mapped) -> Mapping[str, str]:
    """The name of each organisation by its abbreviation, where most groups are named so.

    sheet: a table of organisations with their abbreviations, and of groups. Few groups may be
    called by chance as an organisation is; where most are, they are organisations of the table.
    """
    mapping = sheet.mapping
    member, short = mapping.column("member"), mapping.column("member aliases")
    group = mapping.column("group")
    if mapping.shape is not Shape.PAIRS or mapping.layer not in ("", "membership"):
        return {}
    if member is None or short is None or group is None:
        return {}
    marks = [mapping.split.get(sheet.header[at], "") for at in (short, group)]
    called: dict[str, set[str]] = {}
    named: set[str] = set()
    groups: set[str] = set()
    for _, row in sheet.body:
        if max(member, short, group) >= len(row) or is_blank(row[member]):
            continue
        named.add(comparable(row[member]))
        for text in names_in(row[short], marks[0] or "|"):
            called.setdefault(comparable(text), set()).add(row[member].strip())
        groups |= {comparable(text) for text in names_in(row[group], marks[1])}
    known = {text: names for text, names in called.items() if text not in named}
    if 2 * len(groups & known.keys()) <= len(groups):
        return {}
    return {text: names.pop() for text, names in known.items() if len(names) == 1}
