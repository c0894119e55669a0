"""The further columns of a mapped sheet: under which names they are kept, and in what form.

A mapping can name one, as in "member x_topic"; the others are named after their headers. Columns of
which our tables hold no more than that, such as the sector of a declaration, are kept so too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial

from graphkit.model.own_columns import LONGEST_NAME, name_made_of
from graphkit.sources.cleaning import LONGEST_CELL
from graphkit.sources.mapping.cells.cell_values import BLANK, CellValues
from graphkit.sources.mapping.cells.tally import Said
from graphkit.sources.mapping.form.lenient import (
    is_blank,
    is_date,
    is_number,
    iso_date,
    plain_number,
)
from graphkit.sources.mapping.form.sheet_mapping import (
    SKIP,
    SUBJECTS,
    SheetMapping,
    as_role,
    is_further,
)
from graphkit.sources.mapping.rows.drafted_tables import has_place, has_subject
from graphkit.sources.mapping.rows.drafts import Mapped
from graphkit.sources.raw import Row

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_REMEMBERED = 10_000
"""For how many cells of a column their form is kept, since most columns repeat few."""
_FIRST = 200

_BESIDE = ("kind", "founded", "dissolved", "start", "end", "observed")

_WORDS = {
    "%": "percent", "‰": "per mille", "€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₴": "UAH",
    "₽": "RUB", "₺": "TRY", "₹": "INR", "#": "number", "№": "number", "+": "plus", "&": "and",
    "<": "under", ">": "over", "≤": "up to", "≥": "at least", "°": "degrees", "Δ": "change",
    "∆": "change", "Σ": "sum", "∑": "sum", "?": "question", "@": "at", "=": "equals",
}  # fmt: skip
"""What marks say in the names of columns."""
_TOGETHER = "further columns"
"""Where blanks are counted: there may be very many such columns."""


def further_columns(mapping: SheetMapping) -> dict[int, str]:
    """The name under which each further column is kept, by its place in the header.

    It starts with `x_`, and no two columns have the same.
    """
    found = {
        at: word
        for at, role in enumerate(mapping.roles)
        if is_further(role, mapping.shape) and (word := role.rpartition(" ")[2])
    }
    free = [
        at
        for at, role in enumerate(mapping.roles)
        if at not in found and role != SKIP and not has_place(role, mapping)
        and has_subject(role, mapping)
    ]  # fmt: skip
    taken = {*found.values()}
    for at, name in zip(free, _told_apart([mapping.header[at] for at in free]), strict=True):
        found[at] = _unlike(name, taken)
        taken.add(found[at])
    return found


def columns_beside(mapping: SheetMapping) -> dict[int, str]:
    """The name under which each column of kinds keeps the words that mean no known kind, and each
    of foundings what is not a date. It is another than those of the further columns.
    """
    taken = {*further_columns(mapping).values()}
    found: dict[int, str] = {}
    for at, (header, role) in enumerate(zip(mapping.header, mapping.roles, strict=True)):
        subject, _, what = role.rpartition(" ")
        is_beside = what in _BESIDE or (what == "id" and not mapping.own_ids)
        is_subject = subject in SUBJECTS[mapping.shape] or (subject and as_role(role) == subject)
        if not is_beside or not is_subject:
            continue
        first = mapping.column(f"a {what}") if subject == "b" else None
        if first is not None and first in found:  # both ends keep their words under one name
            found[at] = found[first]
            continue
        found[at] = _unlike(name_made_of(header), taken)
        taken.add(found[at])
    return found


def names_of_all(mapping: SheetMapping) -> dict[int, str]:
    """The name under which each column can be kept, also those that our tables have a place for."""
    found = further_columns(mapping) | columns_beside(mapping)
    taken = {*found.values()}
    for at, header in enumerate(mapping.header):
        if at not in found:
            found[at] = _unlike(name_made_of(header), taken)
            taken.add(found[at])
    return found


def _told_apart(headers: Sequence[str]) -> list[str]:
    """A name for each column; those that only a mark tells apart have a word for it.

    >>> _told_apart(["Grant", "Grant %", "Share (%)", "Fee (€)", "Fee ($)", "Top", "top"])
    ['x_grant', 'x_grant_percent', 'x_share', 'x_fee_eur', 'x_fee_usd', 'x_top', 'x_top']
    """
    names = [*map(name_made_of, headers)]
    count = Counter(names)
    return [
        name if count[name] == 1 else name_made_of(_in_words(header))
        for name, header in zip(names, headers, strict=True)
    ]


def _in_words(header: str) -> str:
    return "".join(f" {_WORDS[each]} " if each in _WORDS else each for each in header)


def _unlike(name: str, taken: set[str]) -> str:
    count, wanted = 1, name
    while wanted in taken:
        count += 1
        end = f"_{count}"
        wanted = f"{name[: LONGEST_NAME - len(end)]}{end}"
    return wanted


def subject_of(role: str, mapping: SheetMapping) -> str:
    """What a further column says something of: a subject of the sheet, or "" for the fact.

    Where all rows have one group, what they say of it belongs to the fact of each, unless each row
    is a group of its own.
    """
    subject = role.partition(" ")[0]
    of_all = mapping.group not in mapping.group_of_row
    if subject == "group" and of_all and not {"group", "group id"} & {*mapping.roles}:
        return ""
    return subject if subject in SUBJECTS[mapping.shape] else ""


def forms_of(
    body: Iterable[Row], columns: Collection[int], order: str
) -> dict[int, Callable[[str], str]]:
    """How the cells of further columns are written in our tables, by column: dates and numbers,
    where all cells of a column are that, in their plain form; else as they are.

    order: of dates, as in a mapping.
    """
    rows = [row for _, row in body]
    numbers, dates, stated = {*columns}, {*columns}, set()
    for at in columns:
        for part in (rows[:_FIRST], rows):  # a few rows tell most texts
            texts = {row[at].strip() for row in part if at < len(row)}
            held = [text for text in texts if not is_blank(text)]
            if held:
                stated.add(at)
            if at in numbers and not all(map(is_number, held)):
                numbers.discard(at)
            if at in dates and not all(map(is_date, held)):
                dates.discard(at)
            if at not in numbers and at not in dates:
                break
    return {
        at: plain_number
        if at in numbers & stated
        else partial(iso_date, order=order)
        if at in dates & stated
        else str
        for at in columns
    }


class Further:
    """Reads the further columns of one sheet.

    Attributes
    ----------
    names : dict of int to str
        The name of each, by its place in the header.
    beside : dict of int to str
        The name under which a column of our tables keeps what these have no place for.
    """

    def __init__(self, sheet: Mapped, values: CellValues) -> None:
        mapping = sheet.mapping
        self.names = further_columns(mapping)
        self.beside = columns_beside(mapping)
        self._values = values
        self._of: dict[str, list[tuple[str, int]]] = {}
        self._split: dict[int, str] = {}
        self._known: dict[int, dict[str, str]] = {at: {} for at in self.names}
        self._forms = forms_of(sheet.body, self.names, mapping.dates)
        for at, name in self.names.items():
            subject = subject_of(mapping.roles[at], mapping)
            self._of.setdefault(subject, []).append((name, at))
            if mark := mapping.split.get(sheet.header[at]):
                self._split[at] = mark

    def holds_texts(self, name: str) -> bool:
        """Whether a further column holds texts, and neither numbers nor dates throughout."""
        at = next((at for at, each in self.names.items() if each == name), None)
        return at is None or self._forms[at] is str

    def places(self, subject: str) -> list[int]:
        """Where the columns of a subject stand."""
        return [at for _, at in self._of.get(subject, ())]

    def of(self, subject: str, cells: Sequence[str], row: int) -> dict[str, str]:
        """What a row says of a subject, or of its fact (""), in further columns."""
        found = {}
        for name, at in self._of.get(subject, ()):
            cell = cells[at]
            known = self._known[at].get(cell)
            if known is not None:
                found[name] = known
            elif (text := cell.strip()) and self._is_sound(text, row, at):
                if _CONTROL.search(text):
                    text = self._without_control(text, row, at)
                mark = self._split.get(at)
                several = mark is not None and mark in text
                form = text.replace(mark or "", "|") if several else self._forms[at](text)
                found[name] = form
                if len(self._known[at]) < _REMEMBERED:
                    self._known[at][cell] = form
        return found

    def _without_control(self, text: str, row: int, at: int) -> str:
        """The text without control characters, which programs leave in long texts."""
        plain = " ".join(_CONTROL.sub(" ", text).split())
        said = Said("holds a control character", "hold control characters", "was read without")
        self._values.put_right(row, at, plain[:40], said, "delete the character")
        return plain

    def _is_sound(self, text: str, row: int, at: int) -> bool:
        if is_blank(text):
            self._values.put_right(row, at, text, BLANK, "leave it blank", _TOGETHER)
            return False
        if len(text) > LONGEST_CELL:
            longer = f"longer than {LONGEST_CELL:,} characters"
            what = Said(f"is {longer}", f"are {longer}", "was left out")
            self._values.put_right(row, at, f"{text[:20]}…", what, "shorten it")
            return False
        return True
