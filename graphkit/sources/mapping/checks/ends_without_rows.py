"""What to say of tables that name organisations by ids of another table, which lacks some of them.

nodes.csv names R1 and R2, and edges.csv ties R1 to R3: R3 becomes an organisation of that name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graphkit.model.wording import counted
from graphkit.sources.known_organisations import comparable
from graphkit.sources.mapping.cells.listed_names import names_in
from graphkit.sources.mapping.form.lenient import is_blank
from graphkit.sources.mapping.form.sheet_mapping import Shape, names_as_role
from graphkit.sources.mapping.rows.drafts import Mapped
from graphkit.sources.problem_texts import bare

_SHOWN = 3
_FIGURES = re.compile(r"\d+")
_LEAST = 0.5
"""The share of the names that must be ids of the other table: else they are names."""


def without_rows(sheets: Sequence[Mapped]) -> list[str]:
    """What is in doubt of names that are ids without a row in the table of ids.

    Parameters
    ----------
    sheets : sequence of Mapped
        The sheets, with their rows.

    Returns
    -------
    list of str
        A line for each table and the table of the ids in it.
    """
    tables = [
        (sheet, {*_texts(sheet, "member id")})
        for sheet in sheets
        if sheet.mapping.shape in (Shape.ORGANISATIONS, Shape.PAIRS, Shape.MATRIX)
        and {"member", "member id"} <= {*sheet.mapping.roles}
    ]
    if not tables:
        return []
    lines = []
    called = {comparable(text) for sheet, _ in tables for text in _texts(sheet, "member")}
    numbered = set[str]().union(*(ids for _, ids in tables))
    for sheet in sheets:
        if sheet.mapping.shape is Shape.SKIP or any(sheet is table for table, _ in tables):
            continue
        roles = [role for role in dict.fromkeys(sheet.mapping.roles)
                 if role in ("a", "b", "member") or names_as_role(role)]  # fmt: skip
        named = dict.fromkeys(text for role in roles for text in _texts(sheet, role))
        left = [text for text in named if text not in numbered]
        left = [text for text in left if comparable(text) not in called]
        for table, ids in tables:
            found = len(ids & named.keys())
            shapes = {_shape(text) for text in ids}
            alike = [text for text in left if any(map(str.isdecimal, text))]
            alike = [text for text in alike if _shape(text) in shapes]
            mostly = found >= _LEAST * (found + len(left))
            if found > 1 and (alike or (left and mostly)):
                lines.append(_line(sheet, table, sorted(left if mostly else alike)))
                break
    return lines


def _shape(text: str) -> str:
    """A text without its figures, which differ among ids.

    >>> _shape("R12"), _shape("Acme")
    ('R0', 'Acme')
    """
    return _FIGURES.sub("0", text)


def _line(sheet: Mapped, table: Mapped, left: Sequence[str]) -> str:
    shown = ", ".join(map(bare, left[:_SHOWN])) + (", …" if len(left) > _SHOWN else "")
    noun = "end" if sheet.mapping.shape is Shape.TIES else "member"
    have, their = ("has", "its id") if len(left) == 1 else ("have", "their ids")
    are = "is" if len(left) == 1 else "are"
    return (
        f"in doubt: {sheet.place}: {counted(len(left), noun)} {have} no row in {table.place} and "
        f"{are} named by {their}: {shown}"
    )


def _texts(sheet: Mapped, role: str) -> Iterator[str]:
    """The names in the columns of a role, each part of a list for itself."""
    for at in sheet.mapping.columns(role):
        mark = sheet.mapping.split.get(sheet.header[at], "")
        for text in dict.fromkeys(row[at] for _, row in sheet.body if at < len(row)):
            if not is_blank(text):
                yield from names_in(text, mark)
