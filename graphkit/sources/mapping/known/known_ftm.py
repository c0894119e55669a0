"""Know FollowTheMoney entities: one sheet is cut into parts, one for each schema.

Organisations, memberships, projects and their participants, and links between organisations are
read. People are not: graphkit reads people only from its own table, when asked to.
"""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.model import KINDS
from graphkit.sources.formats.sheet import Sheet
from graphkit.sources.mapping.cells.kind_words import sector_of
from graphkit.sources.mapping.form.sheet_mapping import Shape, SheetMapping
from graphkit.sources.mapping.known.recognisers import Known
from graphkit.sources.raw import Row

_ORGANISATIONS = ("Organization", "Company", "PublicBody", "LegalEntity")
_PARTS: dict[str, tuple[Shape, str, dict[str, str]]] = {
    "Membership": (Shape.PAIRS, "membership", {"member": "member id", "organization": "group id"}),
    "ProjectParticipant": (
        Shape.PAIRS,
        "collaboration",
        {"participant": "member id", "project": "group id"},
    ),
    "Project": (Shape.GROUPS, "collaboration", {}),
    "UnknownLink": (Shape.TIES, "", {"subject": "a id", "object": "b id"}),
    "Associate": (Shape.TIES, "", {"person": "a id", "associate": "b id"}),
    "Ownership": (Shape.TIES, "", {"owner": "a id", "asset": "b id"}),
    "Representation": (Shape.TIES, "", {"agent": "a id", "client": "b id"}),
    "Debt": (Shape.TIES, "", {"debtor": "a id", "creditor": "b id"}),
    "Payment": (Shape.TIES, "", {"payer": "a id", "beneficiary": "b id"}),
}
_MEMBER = {
    "id": "member id",
    "schema": "member kind",
    "sector": "member sector",
    "name": "member",
    "alias": "member aliases",
    "weakAlias": "member aliases",
    "previousName": "member aliases",
    "abbreviation": "member aliases",
    "country": "member country code",
    "jurisdiction": "member country code",
    "website": "member website",
    "incorporationDate": "member founded",
    "dissolutionDate": "member dissolved",
    "vatCode": "member vat",
    "leiCode": "member lei",
    "krsNumber": "member krs",
    "summary": "member description",
    "description": "member description",
}
_PROJECT = {"id": "group id", "name": "group", "startDate": "group start", "endDate": "group end"}
_FACT = {
    "role": "role",
    "startDate": "start",
    "endDate": "end",
    "date": "observed",
    "summary": "note",
    "description": "note",
}
_ENDS_OF_LINKS = {name for _, _, ends in _PARTS.values() for name in ends}


def followthemoney(sheets: Sequence[Sheet]) -> Known:
    """The sheets of FollowTheMoney entities."""
    return [(sheet, _parts(sheet)) for sheet in sheets if sheet.form == "ftm"]


def _parts(sheet: Sheet) -> list[tuple[Sheet, SheetMapping]]:
    (number, names), *rows = sheet.rows
    at = list(names).index("schema")
    key = list(names).index("id")
    others = {row[key] for _, row in rows if row[at] not in (*_ORGANISATIONS, *_PARTS)}
    by_schema: dict[str, list[Row]] = {}
    for number_of_row, cells in rows:
        schema = cells[at]
        group = "Organization" if schema in _ORGANISATIONS else schema
        left = _without(others, names, cells) if group in _PARTS else cells
        if left is None:
            group, left = f"{schema} of others", cells  # of people, or of what else is not read
        by_schema.setdefault(group, []).append((number_of_row, left))
    return [
        _part(sheet, schema, (number, names), found)
        for schema, found in sorted(by_schema.items(), key=lambda each: each[0] != "Organization")
    ]


def _without(others: set[str], names: Sequence[str], cells: Sequence[str]) -> Sequence[str] | None:
    """A link without the ends that are not read; None when one end has no other."""
    left = list(cells)
    for at, (name, cell) in enumerate(zip(names, cells, strict=False)):
        if name in _ENDS_OF_LINKS and cell:
            left[at] = "|".join(end for end in cell.split("|") if end not in others)
            if not left[at]:
                return None
    return left


def _part(sheet: Sheet, schema: str, header: Row, rows: list[Row]) -> tuple[Sheet, SheetMapping]:
    used = [at for at in range(len(header[1])) if any(at < len(row) and row[at] for _, row in rows)]
    names = tuple(header[1][at] for at in used)
    rows = [
        (number, _with_country(header[1], _with_kind(header[1], cells))) for number, cells in rows
    ]
    if any("|" in row[at] for at in used if header[1][at] == "name" for _, row in rows):
        names, used = _with_aliases(names, used, len(header[1]))
    cut: list[Row] = [(header[0], list(names))]
    for number, row in rows:
        cells = [row[at] if at < len(row) else "" for at in used]
        cut += [(number, each) for each in _single(names, cells)]
    part = Sheet(sheet.file, cut, schema, sheet.holds, form=sheet.form)
    shape, layer, ends = _PARTS.get(schema, (Shape.SKIP, "", {}))
    known = dict(_FACT) | ends
    further = "attribute"
    if schema == "Organization":
        shape, known, further = Shape.ORGANISATIONS, _MEMBER, "member attribute"
    elif schema == "Project":
        known, further = _PROJECT, "group attribute"
    elif shape is Shape.TIES:
        known = known | {"role": "kind"}
        if "role" not in names and schema != "UnknownLink":
            known |= {"schema": "kind"}
    if "country" in names and "jurisdiction" in names:
        known = {**known, "jurisdiction": further}
    if "sector" in names and not _are_sectors([row[names.index("sector")] for _, row in cut[1:]]):
        known = {**known, "sector": further}
    roles: list[str] = []
    for name in names:
        role = known.get(name, further) if shape is not Shape.SKIP else "skip"
        if name in ("id", "schema") and role == further:
            role = "skip"
        repeated = role in roles and role not in ("member aliases",)
        roles.append(
            further if repeated and role != "skip" and not role.endswith("attribute") else role
        )
    lists = [name for name, role in zip(names, roles, strict=True) if role.endswith("aliases")]
    mapping = SheetMapping(
        sheet.file, schema, shape, names, tuple(roles), header[0], layer=layer or "membership",
        group_kind="project" if layer == "collaboration" else "", own_ids=True,
        split=dict.fromkeys(lists, "|"),
    )  # fmt: skip
    return part, mapping


def _with_kind(names: Sequence[str], cells: Sequence[str]) -> Sequence[str]:
    """With the legal form in the place of the schema, where it is one of graphkit's kinds.

    graphkit writes it so; a schema tells few kinds apart.
    """
    if "legalForm" not in names:
        return cells
    form, schema = names.index("legalForm"), names.index("schema")
    if form >= len(cells) or cells[form] not in KINDS:
        return cells
    return [cells[form] if at == schema else cell for at, cell in enumerate(cells)]


def _with_country(names: Sequence[str], cells: Sequence[str]) -> Sequence[str]:
    """With the jurisdiction as the country, where no other is stated."""
    if not {"country", "jurisdiction"} <= {*names}:
        return cells
    country, law = names.index("country"), names.index("jurisdiction")
    return [cells[law] if at == country and not cell else cell for at, cell in enumerate(cells)]


def _are_sectors(texts: Sequence[str]) -> bool:
    """Whether the sectors of a file are mostly graphkit's, and not those of another list."""
    stated = [text for text in texts if text]
    return 2 * sum(sector_of(text) is not None for text in stated) >= len(stated)


def _with_aliases(
    names: tuple[str, ...], used: list[int], width: int
) -> tuple[tuple[str, ...], list[int]]:
    """With a column for aliases, which stands beyond the last one where the file has none."""
    return (names, used) if "alias" in names else ((*names, "alias"), [*used, width])


def _single(names: Sequence[str], cells: Sequence[str]) -> list[list[str]]:
    """A row with one value in each cell: other names are aliases, other ends are further rows."""
    found = [list(cells)]
    if "name" in names:
        at = names.index("name")
        first, *others = cells[at].split("|")
        found[0][at] = first
        if others and "alias" in names:
            alias = names.index("alias")
            found[0][alias] = "|".join(filter(None, [cells[alias], *others]))
    for at, name in enumerate(names):
        if name in _ENDS_OF_LINKS:
            ends = cells[at].split("|")
            found = [[*row[:at], end, *row[at + 1 :]] for row in found for end in ends]
        elif name in (
            "startDate",
            "endDate",
            "date",
            "incorporationDate",
            "dissolutionDate",
            "country",
            "jurisdiction",
            "role",
            "vatCode",
            "leiCode",
        ):
            for row in found:
                row[at] = row[at].partition("|")[0]
    return found
