"""How many cells of each column reach no node and no fact, although nothing has said so.

Whatever read a file, each text of a column should stand in one of our tables: as it is, in the form
that these have for it, or as the kind, role or country that it means.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain

from graphkit.model import SCHEMES, TABLES
from graphkit.model.graph_columns import JOINED
from graphkit.sources.cleaning import NOT_AVAILABLE
from graphkit.sources.countries import country_of
from graphkit.sources.known_organisations import comparable
from graphkit.sources.mapping.cells.kind_words import kind_of, sector_of
from graphkit.sources.mapping.cells.listed_names import mark_in, names_in
from graphkit.sources.mapping.cells.tally import Tally
from graphkit.sources.mapping.cells.words_of_roles import plain_role
from graphkit.sources.mapping.form.lenient import (
    date_and_mark,
    identifier,
    is_blank,
    is_still,
    period_in,
    plain_number,
)
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, SKIP, Shape, SheetMapping
from graphkit.sources.mapping.rows.drafted_tables import has_subject
from graphkit.sources.mapping.rows.drafts import Drafts, Mapped
from graphkit.sources.problem_texts import Fault, bare
from graphkit.sources.raw import RawTable

_LOOKED_AT = 5000
"""How many rows of a sheet are compared: what is lost by kind is lost in these too."""
_EXAMPLES = 3
_FIRST_STEP = 10_000
_ELSEWHERE = (
    "group column", "member column", "ended early", "member mode", "group mode", "a mode", "b mode",
)  # fmt: skip
"""What says something of a fact without its text, such as a mark in a matrix."""
_APART = re.compile(r"[;,|\s]+")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_DATES = ("start", "end", "observed", "founded", "dissolved")

Texts = Mapping[int, Counter[str]]
"""For each column of a sheet, how often each text stands in it."""


def texts_of(sheets: Sequence[Mapped], drafts: Drafts, tally: Tally) -> list[Texts]:
    """The texts of each sheet in the rows that were read, and of which nothing else is said.

    Parameters
    ----------
    sheets : sequence of Mapped
        The sheets, with their rows.
    drafts : Drafts
        What was read from them.
    tally : Tally
        What was said of rows and columns.

    Returns
    -------
    list of mapping of int to Counter
        For each sheet the texts by column.
    """
    read = [set[int]() for _ in sheets]
    for at in range(len(drafts.origins)):
        number, row = drafts.origins[at]
        if len(read[number]) < _LOOKED_AT:
            read[number].add(row)
    found: list[Texts] = []
    for sheet, rows in zip(sheets, read, strict=True):
        rows -= tally.rows_told(sheet.place)
        said = tally.columns_changed(sheet.place)
        asked = [at for at in _asked(sheet) if sheet.header[at] not in said]
        body = [cells for row, cells in sheet.body[: 2 * _LOOKED_AT] if row in rows]
        found.append(
            {at: Counter([cells[at] for cells in body if at < len(cells)]) for at in asked}
        )
    return found


def _asked(sheet: Mapped) -> Iterator[int]:
    """The columns whose texts should stand in our tables.

    Ids of the nodes of a network, and those that hold elsewhere too, become ids; the kinds of ties
    may turn these round, or say who is in a group.
    """
    mapping = sheet.mapping
    if mapping.shape in (Shape.SKIP, Shape.SURVEY):
        return
    for at, role in enumerate(mapping.roles):
        by_type = bool(mapping.groups) and role.endswith(" kind")
        an_id = role.endswith(" id") and (mapping.own_ids or sheet.locator != "row")
        tied = role == "kind" and mapping.shape is Shape.TIES
        if role in (SKIP, *_ELSEWHERE) or by_type or an_id or tied:
            continue
        if has_subject(role, mapping):
            yield at


def lost_cells(
    sheets: Sequence[Mapped], texts: Sequence[Texts], tables: Iterable[RawTable]
) -> list[str]:
    """What to say of columns of which some cells stand nowhere in our tables.

    Parameters
    ----------
    sheets : sequence of Mapped
        The sheets.
    texts : sequence of mapping of int to Counter
        The texts of each, from `texts_of`.
    tables : iterable of RawTable
        Our tables.

    Returns
    -------
    list of str
        A line for each such column.
    """
    wanted = [
        (sheet, at, {text: _ways(text, at, sheet) for text in column})
        for sheet, columns in zip(sheets, texts, strict=True)
        for at, column in columns.items()
    ]
    counted = [column for columns in texts for column in columns.values()]
    sought = {form for _, _, held in wanted for ways in held.values() for parts in ways
              for forms in parts for form in forms}  # fmt: skip
    ordered = sorted(tables, key=lambda table: TABLES[table.table].relation is not None)
    gone = [held for _, _, held in wanted]
    for forms_of in (_as_written, _in_any_form):  # most texts stand there as they are
        for kept in _kept(sought, ordered, forms_of):
            gone = [
                {text: ways for text, ways in held.items() if not _is_kept(ways, kept)}
                for held in gone
            ]
            if not any(gone):
                return []
    return [
        _said(sheet, at, column, [*lost])
        for (sheet, at, _), column, lost in zip(wanted, counted, gone, strict=True)
        if lost
    ]


def _kept(
    sought: set[str], tables: Iterable[RawTable], forms_of: Callable[[Sequence[str]], Iterable[str]]
) -> Iterator[set[str]]:
    """Those of the texts that stand in the tables, as far as these have been looked through: there
    may be a million rows, and the first mostly hold all that the first rows of a file state.
    """
    kept = set[str]()
    step = _FIRST_STEP
    for number, (_, cells) in enumerate(chain.from_iterable(table.rows for table in tables), 1):
        kept.update(sought.intersection(forms_of(cells)))
        if number == step:
            yield kept
            step *= 2
    yield kept


def _as_written(cells: Sequence[str]) -> Iterable[str]:
    """The cells of a row as they are."""
    return cells


def _in_any_form(cells: Sequence[str]) -> Iterator[str]:
    """The cells of a row, whole, as one of several, and behind a noun."""
    for text in cells:
        for part in {text, *text.split("|")} if "|" in text else (text,):
            yield from (part, comparable(part), part.rpartition(" ")[2])


def _said(sheet: Mapped, at: int, column: Counter[str], gone: Sequence[str]) -> str:
    lost = sum(column[text] for text in gone)
    whole = sum(count for text, count in column.items() if not is_blank(text))
    shown = ", ".join(bare(text.strip()) for text in gone[:_EXAMPLES])
    verb = "is" if lost == 1 else "are"
    return (
        f"in doubt: {sheet.place}: {sheet.header[at]}: {lost:,} of {whole:,} cells {verb} not kept "
        f"({shown})"
    )


def _is_kept(ways: Sequence[Sequence[set[str]]], kept: set[str]) -> bool:
    return any(not any(map(kept.isdisjoint, parts)) for parts in ways)


def _ways(text: str, at: int, sheet: Mapped) -> list[list[set[str]]]:
    """How a cell may be kept: as a whole or in parts, each in one of several forms."""
    text = text.strip()
    mapping = sheet.mapping
    word = mapping.roles[at].rpartition(" ")[2]
    meant = (word == "kind" and (text in mapping.kinds or kind_of(text))) or (
        word == "sector" and sector_of(text)
    )
    if _names_its_row(text, at, mapping):
        return [[]]
    if is_blank(text) or text.upper() in NOT_AVAILABLE or word == "website" or meant:
        return [[]]
    if word == "coordinates":
        return [[{number} for number in _NUMBER.findall(text)]]
    marks = dict.fromkeys(mapping.split.values()) | ({"|": None} if word == "aliases" else {})
    cut = [names_in(text, mark) for mark in marks if mark_in(text, mark) in text]
    if word in SCHEMES:
        cut.append(_APART.split(text))
    if mapping.roles[at].endswith(ATTRIBUTE):  # kept as a list, in which what repeats counts
        again = [mark for mark in marks if _repeats(names_in(text, mark))]
        if again:
            return [[{text, *(text.replace(mark_in(text, mark), JOINED) for mark in again)}]]
    return [
        [
            {each for form in _of(part, word, mapping) for each in (form, comparable(form))}
            for part in parts
            if part.strip() and not is_blank(part)
        ]
        for parts in ([text], *cut)
    ]


def _names_its_row(text: str, at: int, mapping: SheetMapping) -> bool:
    """Whether a text names a group of its row alone, which is called after the row too."""
    words = map(comparable, mapping.group_of_row)
    return mapping.roles[at] == "group" and comparable(text) in words


def _repeats(parts: Sequence[str]) -> bool:
    return len({*parts}) < len(parts)


def _of(text: str, word: str, mapping: SheetMapping) -> set[str]:
    """All forms that a text of a column may have in our tables."""
    bare_text = " ".join(text.split())
    forms = {text, bare_text, bare_text.replace("|", "/"), plain_number(bare_text)}
    if word in SCHEMES:
        forms.add(identifier(word, text) or "")
    if word == "role":
        forms.add(plain_role(text, mapping.roles_named))
    if word in ("country", "code"):
        forms.update(country_of(text) or ())
    if word in _DATES and is_still(bare_text):
        forms.add("..")
    if word in _DATES and (period := period_in(bare_text)):
        forms.update(period)
    with suppress(Fault):
        forms.add(date_and_mark(bare_text, mapping.dates)[0])
    return forms - {""}
