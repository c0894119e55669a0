"""Read tables whose columns are lists of members, each headed by the name of its group.

    Energy Forum, Water Forum, Rail Alliance   -> Member, Member of
    Acme,         Best,        Acme               Acme, Energy Forum
    Best,         Cool,                           Best, Energy Forum
    Done,         ,                               ...

Lists differ in length, and a name stands in several of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.sources.formats.sheet import Sheet
from graphkit.sources.header_words import ends, layer_in, meaning
from graphkit.sources.mapping.columns import Look
from graphkit.sources.mapping.headed_columns import headed_columns
from graphkit.sources.mapping.worded_columns import is_worded
from graphkit.sources.raw import Row


def as_members(sheet: Sheet) -> tuple[Sheet, str]:
    """The sheet with a row for each member of a group, and what to say of that; unchanged and
    nothing where it is something else.
    """
    found_in = headed_columns(sheet)
    if found_in is None or not _are_lists(found_in[1], found_in[0].body):
        return sheet, ""
    head, columns = found_in
    made: list[Row] = [row for row in sheet.rows if row[0] in head.above]
    made.append((head.row, ["Member", "Member of"]))
    for number, cells in head.body:
        filled = [(name, cell) for name, cell in zip(head.names, cells, strict=False) if cell]
        made += [(number, [cell, name]) for name, cell in filled if cell.strip()]
    said = (
        f"{sheet.place}: each column is read as the list of the members of what it is called after"
        f" ({', '.join(look.name for look in columns[:3])})"
    )
    return replace(sheet, rows=made), said


def _are_lists(columns: Sequence[Look], body: Sequence[Row]) -> bool:
    """Whether all columns are lists that end at different rows, and whose names say nothing else
    than groups; names stand in several of them.
    """
    known = any(meaning(look.name)[1] not in ("", "name") for look in columns)
    if len(columns) < 2 or known or not all(map(is_worded, columns)):
        return False
    said = {meaning(look.name) for look in columns}
    if ends([look.name for look in columns]) or said & {("", "name"), ("member", "name")}:
        return False
    lengths = [_length(body, at) for at in range(len(columns))]
    whole = all(len(look.texts) == last for look, last in zip(columns, lengths, strict=True))
    once = all(look.unlike == 1 for look in columns)
    if not whole or not once or len({*lengths}) < 2:
        return False
    texts = [text.casefold() for look in columns for text in look.texts]
    shared = len(texts) - len({*texts})
    named = all(layer_in(look.name) == "membership" for look in columns)
    return named or shared * 10 >= len(texts)


def _length(body: Sequence[Row], at: int) -> int:
    """How many rows a list has down to its last name."""
    filled = [n for n, (_, cells) in enumerate(body, 1) if at < len(cells) and cells[at].strip()]
    return max(filled, default=0)
