"""What the rows show of columns that their names do not: whose values, and which are row numbers.

A column `Grant` beside `Project` may state the whole grant in all rows of the project, or in each
row what one partner gets. Kept once for the project, all but one of the latter would be lost. A
column `No.` may hold ids, or count the rows: as ids, row numbers would make one organisation many.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.sources.mapping.lenient import is_blank
from graphkit.sources.mapping.sheet_mapping import ATTRIBUTE, SKIP, Shape, SheetMapping
from graphkit.sources.raw import Row

_LOOKED_AT = 3000
_SLIPS = 0.1
"""The share of differing cells up to which a column still describes the organisation or group."""


def given_to_facts(mapping: SheetMapping, body: Sequence[Row]) -> SheetMapping:
    """The mapping, with further columns of members and groups given to the fact where they differ.

    Parameters
    ----------
    mapping : SheetMapping
        A proposal.
    body : sequence of (int, sequence of str)
        The rows of the sheet.

    Returns
    -------
    SheetMapping
        The proposal, with other roles for such columns.
    """
    if mapping.shape is not Shape.PAIRS:
        return mapping
    roles = list(mapping.roles)
    for subject in ("member", "group"):
        key = mapping.column(f"{subject} id")
        key = mapping.column(subject) if key is None else key
        for at in mapping.columns(f"{subject} {ATTRIBUTE}") if key is not None else ():
            if _differs(body[:_LOOKED_AT], key or 0, at):
                roles[at] = ATTRIBUTE
    return replace(mapping, roles=tuple(roles))


def without_row_numbers(mapping: SheetMapping, body: Sequence[Row]) -> SheetMapping:
    """The mapping, with columns left out that do no more than count the rows.

    Parameters
    ----------
    mapping : SheetMapping
        A proposal.
    body : sequence of (int, sequence of str)
        The rows of the sheet.

    Returns
    -------
    SheetMapping
        The proposal. Ids that count rows stay where no name stands twice: other sheets may refer to
        them.
    """
    rows = [row for _, row in body[:_LOOKED_AT]]
    roles = list(mapping.roles)
    for at, (name, role) in enumerate(zip(mapping.header, roles, strict=True)):
        subject = role.removesuffix(" id")
        key = mapping.column(subject) if role != subject else None
        names = [row[key].strip() for row in rows if key < len(row)] if key is not None else []
        unnamed = at == 0 and name == "column 1" and role.endswith(ATTRIBUTE)
        if (unnamed or len({*names}) < len(names)) and _counts(rows, at):
            roles[at] = SKIP
    return replace(mapping, roles=tuple(roles))


def _counts(rows: Sequence[Sequence[str]], at: int) -> bool:
    """Whether a column holds 1, 2, 3 … or 0, 1, 2 …"""
    texts = [row[at].strip().rstrip(".") if at < len(row) else "" for row in rows]
    return any(texts == [str(first + n) for n in range(len(texts))] for first in (0, 1))


def _differs(body: Sequence[Row], key: int, at: int) -> bool:
    first: dict[str, str] = {}
    again = differing = 0
    for _, row in body:
        if max(key, at) >= len(row) or is_blank(row[key]) or is_blank(row[at]):
            continue
        name, value = row[key].strip(), row[at].strip()
        if name in first:
            again += 1
            differing += first[name] != value
        else:
            first[name] = value
    return differing > _SLIPS * again
