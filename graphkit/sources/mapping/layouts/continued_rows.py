"""Read records of which the first row holds everything, and the next rows only go on with lists.

    Project, Start, Participant        ->   Project, Start, Participant
    Clean Air, 2001, Acme                   Clean Air, 2001, Acme
    , , Best                                Clean Air, 2001, Best

Two lists side by side go on by themselves: cells of both in one row do not belong together.

    Company, Country, Shareholder, Share, Subsidiary   ->   Company, Country, Name, Share, Relation
    Acme, DE, Best, 51, Cool                                Acme, DE, Best, 51, Shareholder
    , , Done, 20, Even                                      Acme, DE, Done, 20, Shareholder
                                                            Acme, DE, Cool, , Subsidiary
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graphkit.sources.formats.sheet import Holds, Sheet
from graphkit.sources.header_words import meaning, plain
from graphkit.sources.mapping.cells.columns import Look, looks
from graphkit.sources.mapping.cells.names_in_languages import names_of_one
from graphkit.sources.mapping.cells.table_head import Head, find_head, unique_names
from graphkit.sources.mapping.cells.worded_columns import is_worded
from graphkit.sources.mapping.form.doubt import Doubt
from graphkit.sources.mapping.form.lenient import is_blank
from graphkit.sources.mapping.form.sheet_mapping import LAYERS
from graphkit.sources.mapping.layouts.laid_out import Laid
from graphkit.sources.raw import Row

_PART = re.compile(r"(.+?)(?:\s+[-–—:/]\s+|\s*[:/]\s*|\n)(.+)", re.DOTALL)
_NAMES = {"name", "names", "nazwa", "nom", "nombre", "nome"}
_NUMBERS = (["id"], ["uuid"], ["key"], ["number"], ["nr"], ["no"])
_MEMBERS = (("", "name"), ("member", "name"))
_ENDS = ("Organisation 1", "Organisation 2")


@dataclass(frozen=True, slots=True)
class _Records:
    """The columns of records, which of them names these, and the lists; each list begins with the
    column of its names.
    """

    columns: tuple[int, ...]
    key: int
    lists: tuple[tuple[int, ...], ...]


def with_whole_records(sheet: Sheet) -> Laid:
    """The sheet with all that is said of a record in each of its rows; itself where it has no rows
    that go on with lists.
    """
    if sheet.holds is not Holds.CELLS:
        return Laid(sheet)
    head = find_head(sheet.rows)
    width = len(head.names)
    if not head.row or width < 2:
        return Laid(sheet)
    if not _may_go_on(head.body):
        return Laid(sheet)
    body = [(number, [*cells, *[""] * (width - len(cells))]) for number, cells in head.body]
    found = _records(head, body)
    if found is None:
        return Laid(sheet)
    above: list[Row] = [row for row in sheet.rows if row[0] in head.above]
    named = " and ".join(head.names[at] for at in found.columns[:3])
    alone = len(found.columns) == 1
    text = f"rows in which {named} {'is' if alone else 'are'} blank go on with the row above"
    guess = ""
    if len(found.lists) == 1:
        rows = [*above, (head.row, [*head.names]), *_filled(body, found)]
        if alone and meaning(head.names[found.key])[0] not in LAYERS:
            guess = (
                f"{text}, or state nothing of it; if they do not go on, fill the cells in the file"
            )
        return Laid(replace(sheet, rows=rows), (), (Doubt(text),), guess)
    listed = " and ".join(head.names[block[0]] for block in found.lists)
    text = f"{text}; {listed} are lists that go on by themselves"
    rows = [*above, *_below_each_other(head, body, found)]
    return Laid(replace(sheet, rows=rows), (), (Doubt(text),))


def _may_go_on(body: Sequence[Row]) -> bool:
    """Whether a row is blank where the first one begins."""
    if not body:
        return False
    first = next((at for at, cell in enumerate(body[0][1]) if cell.strip()), 0)
    return any(len(cells) > first and not cells[first].strip() for _, cells in body)


def _filled(body: Sequence[Row], found: _Records) -> list[Row]:
    rows: list[Row] = []
    over: Sequence[str] = ()
    for number, cells in body:
        if not any(cells[at].strip() for at in found.columns) and over:
            held = [over[at] if at in found.columns else cell for at, cell in enumerate(cells)]
            rows.append((number, held))
        else:
            over = cells
            rows.append((number, cells))
    return rows


def _below_each_other(head: Head, body: Sequence[Row], found: _Records) -> list[Row]:
    """The rows of all lists, one list after the other in each record."""
    grouped = meaning(head.names[found.key])[0] in LAYERS
    one, other, word = ("", "Member", "Role") if grouped else (*_ENDS, "Relation")
    said = [_stem(head.names[block[0]], head) for block in found.lists]
    parts = [{_part(head.names[at], stem): at for at in block[1:]}
             for block, stem in zip(found.lists, said, strict=True)]  # fmt: skip
    titles = [*dict.fromkeys(part for held in parts for part in held)]
    names = [one if one and at == found.key else _said_of(one, head.names[at])
             for at in found.columns]  # fmt: skip
    names += [other, *(_said_of(other, part) for part in titles), word]
    rows: list[Row] = [(head.row, [*unique_names(names, len(names))])]
    over: list[str] = []
    record: list[tuple[int, int, Row]] = []
    for count, (number, cells) in enumerate(body):
        if any(cells[at].strip() for at in found.columns):
            rows += [row for *_, row in sorted(record, key=lambda each: each[:2])]
            record, over = [], [cells[at] for at in found.columns]
        filled = False
        for place, (block, stem, held) in enumerate(zip(found.lists, said, parts, strict=True)):
            if is_blank(cells[block[0]]):
                continue
            filled = True
            more = [cells[held[part]] if part in held else "" for part in titles]
            row = [*over, cells[block[0]], *more, stem]
            record.append((place, count, (number, row)))
        if not filled:
            record.append(
                (len(found.lists), count, (number, [*over, "", *("" for _ in titles), ""]))
            )
    rows += [row for *_, row in sorted(record, key=lambda each: each[:2])]
    return rows


def _said_of(end: str, name: str) -> str:
    """The name of a column that says something known of one end: Organisation 1 Country."""
    return f"{end} {name}" if end and meaning(name)[1] else name


def _records(head: Head, body: Sequence[Row]) -> _Records | None:
    width = len(head.names)
    first = next((at for at in range(width) if body and body[0][1][at].strip()), None)
    if first is None:
        return None
    going_on = [cells for _, cells in body if not cells[first].strip()]
    starting = [cells for _, cells in body if cells[first].strip()]
    if not going_on or len(starting) < 2:
        return None
    filled = [sum(not is_blank(cells[at]) for cells in starting) for at in range(width)]
    columns = [
        at for at in range(width) if filled[at] and not any(cells[at].strip() for cells in going_on)
    ]
    lists = [at for at in range(width) if any(not is_blank(cells[at]) for cells in going_on)]
    if not columns or not lists or columns[0] > lists[0]:
        return None
    found = looks(head.names, body)
    if any(_numbers_rows(found[at], len(body)) for at in lists):
        return None  # each row is a record
    same = {*names_of_one(head.names)}
    if same & {*lists} and same - {*lists}:
        return None  # each row names its organisation in one language at least
    keys = [at for at in columns if is_worded(found[at]) and not _says_little(head.names[at])]
    called = [at for at in keys if _names(head.names[at])]
    if not keys:
        return None
    key = (called or keys)[0]
    of_group = meaning(head.names[key])[0] in LAYERS
    if not (called or of_group) and any(meaning(head.names[at]) in _MEMBERS for at in lists):
        return None  # each row names an organisation of its own
    if filled[key] < len(starting) or found[key].unlike < 1:
        return None  # names that stand in several rows: blank cells say that there is none
    if len(columns) == 1 and not _names(head.names[key]):
        return None
    blocks = _blocks(head, found, lists, body)
    if blocks is None:
        return None
    columns = [at for at in columns if head.names[at] != f"column {at + 1}"]
    if key not in columns:
        return None
    return _Records((*columns,), key, (*blocks,))


def _numbers_rows(look: Look, rows: int) -> bool:
    """Whether a column has another number in every row, and does not say that it is a member's."""
    numbered = plain(look.name).split()[-1:] in _NUMBERS and not meaning(look.name)[0]
    return numbered and len(look.texts) == rows and look.unlike == 1


def _says_little(name: str) -> bool:
    """Whether a column holds other names, or the ids of rows: not what a record is called."""
    return meaning(name)[1] == "aliases" or meaning(name) in (("", "id"), ("member", "id"))


def _blocks(
    head: Head, found: Sequence[Look], lists: Sequence[int], body: Sequence[Row]
) -> list[tuple[int, ...]] | None:
    """The lists, each with its columns, or None where the first column names nothing."""
    blocks: list[list[int]] = []
    for at in lists:
        begins = is_worded(found[at]) and (not blocks or _begins(at, blocks[-1], head, body))
        if begins:
            blocks.append([at])
        elif blocks:
            blocks[-1].append(at)
        else:
            return [tuple(lists)] if any(map(is_worded, (found[each] for each in lists))) else None
    return [tuple(block) for block in blocks]


def _begins(at: int, before: Sequence[int], head: Head, body: Sequence[Row]) -> bool:
    """Whether a column begins another list: rows state it where the list before it has ended, and
    its name is another than that of this list, or calls it a name.
    """
    first, name = head.names[before[0]], head.names[at]
    if _stem(first, head) == _stem(name, head):
        return False
    alone = any(
        not is_blank(cells[at]) and all(is_blank(cells[other]) for other in before)
        for _, cells in body
    )
    called = _names(name) and _names(first)
    return alone or called


def _names(name: str) -> bool:
    """Whether a column is called a name, or an organisation, or a group."""
    return meaning(name)[1] == "name" or plain(name).split()[-1:] == ["name"]


def _stem(name: str, head: Head) -> str:
    """What a list is called after, without the word for a name: Shareholder - Name."""
    match = _PART.fullmatch(name.strip())
    words = plain(match[1] if match else name).split()
    while len(words) > 1 and words[-1] in _NAMES:
        words.pop()
    return " ".join(words)


def _part(name: str, stem: str) -> str:
    """What a column says of those in its list: Direct %, of Shareholder - Direct %."""
    match = _PART.fullmatch(name.strip())
    if match:
        return match[2].strip()
    words = name.split()
    cut = len(stem.split())
    return " ".join(words[cut:]) if plain(" ".join(words[:cut])) == stem and words[cut:] else name
