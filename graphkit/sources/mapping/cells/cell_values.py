"""From a cell of a mapped sheet to the text that our tables take, put right where that is safe."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graphkit.model import OPEN, SECTORS
from graphkit.model.wording import loose, nearest
from graphkit.sources.choices import is_free_sector
from graphkit.sources.mapping.cells.kind_words import kind_of, sector_of
from graphkit.sources.mapping.cells.tally import Said, Tally
from graphkit.sources.mapping.cells.words_of_roles import plain_role
from graphkit.sources.mapping.form.lenient import (
    STILL,
    date_and_mark,
    identifier,
    is_blank,
    plain_number,
    web_address,
)
from graphkit.sources.mapping.form.mapped_kinds import kind_meant
from graphkit.sources.mapping.form.sheet_mapping import SheetMapping
from graphkit.sources.problem_texts import Fault, shown

BLANK = Said("counts as blank", "count as blank")
_LEFT_OUT = "was left out"
_NOTED = Said("has a note behind the date", "have notes behind the date", "was kept apart")
_ADDRESSES = re.compile(r"[|;\s]+|,\s+")


class CellValues:
    """Reads the cells of one sheet, and counts what it puts right."""

    def __init__(
        self, place: str, header: Sequence[str], mapping: SheetMapping, tally: Tally
    ) -> None:
        self._place = place
        self._header = header
        self._mapping = mapping
        self._tally = tally
        self._dates: dict[str, tuple[str, str]] = {}
        self._kinds = {word.casefold(): kind for word, kind in mapping.kinds.items()}

    def blank(
        self, text: str, row: int, column: int, *, country: bool = False, name: bool = False
    ) -> bool:
        """Whether a cell is blank; one that says so in a word is counted."""
        if not is_blank(text, country=country) or (name and text.strip() in self._mapping.names):
            return False
        if text.strip():
            self.put_right(row, column, text.strip(), BLANK, "leave the cell blank")
        return True

    def put_right(
        self, row: int, column: int, text: str, what: Said, cure: str, where: str = ""
    ) -> None:
        """Count what was put right in a cell, or refuse it in strict reading.

        where: what the cell is in, when it is not counted by column.
        """
        name = self._header[column]
        said = replace(what, column=where or name)
        self._tally.lenient(self._place, row, name, text, said, cure)

    def date(self, text: str, row: int, column: int) -> str:
        """A date in ISO form; a note behind it is counted and left out. Raises Fault."""
        date, mark = self.date_and_mark(text)
        if mark:
            cure = "write the date alone"
            self._tally.lenient(
                self._place, row, self._header[column], text,
                replace(_NOTED, column=self._header[column]), cure,
            )  # fmt: skip
        return date

    def date_and_mark(self, text: str) -> tuple[str, str]:
        """A date in ISO form, and the letters or the note behind it. Raises Fault.

        A lonely `r` is Polish for year, unless the mapping says which role it means.
        """
        text = " ".join(text.split())
        known = self._dates.get(text)
        if known is None:
            date, mark = date_and_mark(text, self._mapping.dates)
            if mark.casefold() == "r" and mark not in self._mapping.roles_named:
                mark = ""
            known = self._dates[text] = (date, mark)
        return known

    def number(self, text: str) -> str:
        """A number as digits. Raises Fault."""
        number = plain_number(text)
        try:
            float(number)
        except ValueError:
            if re.fullmatch(r"\d{1,3},\d{3}", number):
                raise Fault(
                    f"{shown(text)} may mean thousands or decimals",
                    "write it without the comma, or with a point",
                ) from None
            raise Fault(f"{shown(text)} is not a number", "write digits, such as 1234.5") from None
        return number

    def of_fact(self, role: str, text: str, row: int, column: int) -> str:
        """The text of a column that belongs to the fact. Raises Fault."""
        text = " ".join(text.split())
        if role == "end" and text.casefold() in STILL:
            return OPEN
        if role in ("start", "end", "observed"):
            return self.date(text, row, column)
        if role in ("weight", "contribution"):
            number = self.number(text)
            if role == "weight" and number.startswith("-"):
                cure = "give a number above 0, or leave such rows out with `on_error` skip"
                raise Fault(f"{shown(text)} is not a valid tie strength", cure)
            return number
        return plain_role(text, self._mapping.roles_named) if role == "role" else text

    def of_entity(self, word: str, text: str, row: int, column: int) -> str:
        """The text of a column that belongs to an organisation or a group; "" for nothing."""
        text = " ".join(text.split())
        if word == "kind":
            return self._kind(text, row, column)
        if word == "sector":
            return self._sector(text, row, column)
        if word == "website":
            return self._addresses(text, row, column)
        if word in ("founded", "dissolved", "start", "end", "observed"):
            if word == "end" and text.casefold() in STILL:
                return OPEN
            return self.date(text, row, column)
        if word in ("latitude", "longitude"):
            return self.number(text)
        return text

    def scheme(self, scheme: str, text: str, row: int, column: int) -> str:
        """The normal form of an official number; "" for one that is not valid, which is counted."""
        found = identifier(scheme, text)
        if found is None:
            self.put_right(
                row,
                column,
                text.strip(),
                Said(
                    f"is not a valid {scheme.upper()} number",
                    f"are not valid {scheme.upper()} numbers",
                    _LEFT_OUT,
                ),
                "correct it, or leave it blank",
            )
        return found or ""

    def knows_kind(self, text: str) -> bool:
        """Whether a word means a kind, which may be Other."""
        return self._kind_meant(text) is not None

    def _kind_meant(self, text: str) -> str | None:
        own = self._mapping.own_kinds
        return self._kinds.get(text.casefold()) or kind_meant(text, own) or kind_of(text)

    def _kind(self, text: str, row: int, column: int) -> str:
        found = self._kind_meant(text)
        if found is None:
            self.put_right(
                row,
                column,
                text,
                Said("is not a known kind", "are not known kinds", "became Other"),
                "write one of the kinds, or name it in the mapping's kinds",
            )
        return found or "Other"

    def _sector(self, text: str, row: int, column: int) -> str:
        """A sector; one that nobody knows is kept as it is, unless it is nearly a known one."""
        known = (*SECTORS, *(kind.sector for kind in self._mapping.own_kinds if kind.sector))
        found = sector_of(text)
        if found is None and (found := nearest(text, known)):
            if loose(found) != loose(text):
                what = Said("is not a sector", "are not sectors", f"was read as {found}")
                self.put_right(row, column, text, what, "write one of the sectors")
        elif found is None and is_free_sector(text):
            found = text  # the checks of all tables count it
        elif found is None:
            what = Said("is not a sector", "are not sectors", _LEFT_OUT)
            self.put_right(row, column, text, what, "write one word or a few")
        return found or ""

    def _addresses(self, text: str, row: int, column: int) -> str:
        found: list[str] = []
        parts = [*filter(None, _ADDRESSES.split(text))]
        if not any(map(web_address, parts)):
            parts = [text.strip()] if parts else []  # a sentence is one text, not one for each word
        for part in parts:
            address = web_address(part)
            if address is None:
                what = Said("is not a web address", "are not web addresses", _LEFT_OUT)
                self.put_right(row, column, part, what, "start it with http:// or https://")
                continue
            if address != part and not part.casefold().startswith("http"):
                what = Said("lacks http://", "lack http://", "was completed")
                self.put_right(row, column, part, what, "start it with http:// or https://")
            found.append(address)
        return "|".join(dict.fromkeys(found))
