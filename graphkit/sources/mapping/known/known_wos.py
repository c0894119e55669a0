"""Know the records of Web of Science: publications, with the organisations of their authors.

Authors are people, who do not become nodes; their names stay with the publication. One without
addresses is loaded alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graphkit.sources.formats.sheet import Sheet
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, Shape, SheetMapping
from graphkit.sources.mapping.known.recognisers import Known
from graphkit.sources.raw import Row

_NAMES = {
    "PT": "Publication type",
    "AU": "Authors",
    "AF": "Author full names",
    "TI": "Title",
    "SO": "Source title",
    "LA": "Language",
    "DT": "Document type",
    "DE": "Author keywords",
    "ID": "Keywords plus",
    "AB": "Abstract",
    "C1": "Addresses",
    "C3": "Affiliations",
    "RP": "Reprint addresses",
    "FU": "Funding",
    "TC": "Times cited",
    "PY": "Year",
    "DI": "DOI",
    "WC": "Categories",
    "UT": "Accession number",
}
"""What tags are called in exports with names."""
_ROLES = {"TI": "group", "UT": "group id", "PY": "group start", "C3": "member"}
_ADDRESS = re.compile(r"(?:\[[^\]]*\]\s*)?([^;\[\]]+)")


def web_of_science(sheets: Sequence[Sheet]) -> Known:
    """The sheets of records whose columns are called by tags."""
    found: Known = []
    for sheet in sheets:
        tags = [name.strip("\ufeff ") for name in sheet.rows[0][1]]
        if not {"PT", "AU", "TI", "UT"} <= {*tags} or not {"C1", "C3"} & {*tags}:
            continue
        head, *body = _with_affiliations(sheet.rows, tags)
        header = tuple(head[1])
        wanted = [*tags, *([] if "C3" in tags else ["C3"])]
        roles = tuple(_ROLES.get(tag, f"group {ATTRIBUTE}") for tag in wanted)
        mapping = SheetMapping(
            sheet.file, sheet.title, Shape.PAIRS, header, roles, sheet.rows[0][0],
            layer="collaboration", group_kind="publication", own_ids=True,
            split={_NAMES["C3"]: ";"},
        )  # fmt: skip
        at = wanted.index("C3")
        alone = [row for row in body if not row[1][at].strip()]
        parts = [(replace(sheet, rows=[head, *(row for row in body if row not in alone)]), mapping)]
        if alone:
            of_nobody = tuple("skip" if role == "member" else role for role in roles)
            mapping = replace(mapping, shape=Shape.GROUPS, roles=of_nobody, split={})
            parts.append((replace(sheet, rows=[head, *alone]), mapping))
        found.append((sheet, parts))
    return found


def _with_affiliations(rows: Sequence[Row], tags: Sequence[str]) -> list[Row]:
    """The rows with readable names, and with affiliations, which old exports leave to addresses."""
    names = [_NAMES.get(tag, tag) for tag in tags]
    made: list[Row] = [(rows[0][0], names if "C3" in tags else [*names, _NAMES["C3"]])]
    for number, cells in rows[1:]:
        held = [*cells, *[""] * (len(tags) - len(cells))]
        at = tags.index("C3") if "C3" in tags else len(held)
        held += [] if "C3" in tags else [""]
        if not held[at].strip() and "C1" in tags:
            held[at] = "; ".join(_organisations(held[tags.index("C1")]))
        made.append((number, held))
    return made


def _organisations(addresses: str) -> list[str]:
    """The organisations of addresses, each once; in each it is the first part.

    >>> _organisations("[Kim, J; Lee, S] Alpha Univ, Dept Econ, Seoul; [Kim, J] MIT, Cambridge.")
    ['Alpha Univ', 'MIT']
    """
    found = (match[1].partition(",")[0].strip(" .") for match in _ADDRESS.finditer(addresses))
    return list(dict.fromkeys(name for name in found if name))
