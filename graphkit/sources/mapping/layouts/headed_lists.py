"""Tables whose columns are lists of different lengths: members below the names of their groups, and
what cells of other sheets may say.

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
from graphkit.sources.mapping.cells.columns import Look, headed_columns
from graphkit.sources.mapping.cells.worded_columns import is_worded
from graphkit.sources.raw import Row


def as_members(sheet: Sheet) -> tuple[Sheet, str]:
    """The sheet with a row for each member of a group, and what to say of that; unchanged and
    nothing where it is something else.
    """
    found_in = headed_columns(sheet)
    if found_in is None or not _are_lists(found_in[1]):
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


def _are_lists(columns: Sequence[Look]) -> bool:
    """Whether all columns are lists that end at different rows, and whose names say nothing else
    than groups; names stand in several of them.
    """
    known = any(meaning(look.name)[1] not in ("", "name") for look in columns)
    if len(columns) < 2 or known or not all(map(is_worded, columns)):
        return False
    said = {meaning(look.name) for look in columns}
    if ends([look.name for look in columns]) or said & {("", "name"), ("member", "name")}:
        return False
    if not _ends_differ(columns):
        return False
    texts = [text.casefold() for look in columns for text in look.texts]
    shared = len(texts) - len({*texts})
    named = all(layer_in(look.name) == "membership" for look in columns)
    return named or shared * 10 >= len(texts)


def of_choices(sheets: Sequence[Sheet]) -> list[str]:
    """For each sheet, what to say where it only lists what cells of others may say, or nothing.

    Its columns end at different rows, name each thing once, and name what stands again and again
    in two or more columns of other sheets.
    """
    found = [headed_columns(sheet) for sheet in sheets]
    again = [
        [{*look.texts} for look in each[1] if 2 * look.distinct < len(look.texts)] if each else []
        for each in found
    ]
    said = []
    for at, each in enumerate(found):
        named = [look for look in each[1] if look.texts] if each else []
        others = [texts for n, columns in enumerate(again) if n != at for texts in columns]
        known = len(
            {
                found_in
                for look in named
                for found_in, texts in enumerate(others)
                if 2 * len(texts & {*look.texts}) > len(texts)
            }
        )  # an id and a code that are the same tell of one column
        lists = each is not None and known > 1 and _ends_differ(named)
        said.append("lists what cells of other sheets may say" if lists else "")
    return said


def _ends_differ(columns: Sequence[Look]) -> bool:
    """Whether columns are lists without gaps, of which no text stands twice, of several lengths."""
    lengths = {len(look.texts) for look in columns}
    return len(lengths) > 1 and all(look.unlike == 1 and _is_whole(look) for look in columns)


def _is_whole(look: Look) -> bool:
    """Whether nothing but blanks follows the first blank of a column."""
    return all(look.cells[: len(look.texts)])
