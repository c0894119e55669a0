"""Dates with the precision in which they are written, also relative to the document.

A year that is not written is that of the document, or of the last full date before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from graphkit.documents.language import Language

_ROMAN = {word: at for at, word in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), 1)}
_YEAR = r"(?:19|20)\d\d"
_DASH = r"\s?[-–—]\s?"
_ISO = re.compile(rf"(?<![\d.-])({_YEAR})-(\d\d)(?:-(\d\d))?(?![\d-])")
_DOTTED = re.compile(rf"(?<![\d.])(\d{{1,2}})\.\s?(\d{{1,2}})\.\s?({_YEAR})(?!\d)")
_MONTH_YEAR = re.compile(rf"(?<![\d.])(0?[1-9]|1[0-2])[./]({_YEAR})(?!\d)")
_RANGE = re.compile(rf"(?<![\d./])({_YEAR}){_DASH}({_YEAR})(?![\d-])")
_DAY_BEFORE = re.compile(r"\d\s+$")
_CELL = re.compile(rf"\s*{_YEAR}\s*")
_ALONE = re.compile(rf"(?<![\d.,/-])({_YEAR})(?![\d/]|-\d|[.,]\d)")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a text.

    Attributes
    ----------
    start, end : int
        Where it stands.
    value : str
        The date as an ISO prefix; of a period its beginning.
    until : str
        The end of a period, else "".
    sure : float
        How sure it is; less where the year was supplied.
    """

    start: int
    end: int
    value: str
    until: str = ""
    sure: float = 0.95


class Dates:
    """Finds the dates of one document.

    Parameters
    ----------
    spoken : Language
        Its language.
    published : str, default ""
        Its own date.
    """

    def __init__(self, spoken: Language, published: str = "") -> None:
        self._months = {word: int(at) for word, at in spoken.table("months").items()}
        self.published = published
        months = "|".join(sorted(map(re.escape, self._months), key=len, reverse=True))
        this_year = spoken.data.get("this_year", "(?!)")
        last_year = spoken.data.get("last_year", "(?!)")
        next_year = spoken.data.get("next_year", "(?!)")
        self._by_year = [
            (re.compile(rf"\b(?:{said})(?!\w)"), step)
            for said, step in ((last_year, -1), (next_year, 1))
        ]
        of_year = spoken.data.get("of_year", "")
        year = rf"(?P<year>{_YEAR})|(?P<this>{this_year})|(?P<last>{last_year})"
        ordinal = spoken.data.get("ordinal", "")
        self._day = re.compile(
            rf"(?<![\d.])(?P<day>\d{{1,2}}){ordinal}"
            rf"(?:(?:{_DASH}|\s(?:and|i|oraz|to|do)\s)(?P<day2>\d{{1,2}}){ordinal})?"
            rf"\s+(?:of\s+)?(?P<month>{months}|(?:XII|XI|IX|IV|V?I{{1,3}}|VI{{0,3}}|X)(?=\s+{_YEAR}))"
            rf"(?![\w])(?:,?\s+(?:{year}))?",
            re.IGNORECASE if spoken.code == "en" else 0,
        )
        self._day_after = re.compile(
            rf"\b(?P<month>{months})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>{_YEAR})"
        )
        own = spoken.data.get("own_date", "(?!)")
        self._own = re.compile(rf"(?:{own})\s*$", re.IGNORECASE)
        before = spoken.data.get("before_month", "")
        self._month = re.compile(
            rf"\b(?:(?P<before>{before})\s+)?(?P<month>{months})(?![\w])(?:,?\s+(?:{year}))?"
        )
        self._cued = re.compile(rf"(?:{spoken.data.get('before_year', '(?!)')})\s*$", re.IGNORECASE)
        self._after = re.compile(rf"^\s*(?:{of_year})" if of_year else r"(?!)")

    def find(self, text: str) -> list[Dated]:
        """All dates of a text, in order."""
        found: list[Dated] = []
        taken: list[tuple[int, int]] = []

        def add(start: int, end: int, value: str, until: str = "", sure: float = 0.95) -> None:
            if any(start < b and a < end for a, b in taken):
                return
            if _valid(value) and (not until or _valid(until)):
                taken.append((start, end))
                found.append(Dated(start, end, value, until, sure))

        for each in _ISO.finditer(text):
            add(*each.span(), "-".join(filter(None, each.groups())))
        for each in _DOTTED.finditer(text):
            add(*each.span(), f"{each[3]}-{int(each[2]):02d}-{int(each[1]):02d}")
        for each in self._day_after.finditer(text):
            month = self._months[_key(each["month"], self._months)]
            add(*each.span(), f"{each['year']}-{month:02d}-{int(each['day']):02d}")
        for each in self._day.finditer(text):
            self._take_day(each, text, add)
        for each in _RANGE.finditer(text):
            add(*each.span(), each[1], each[2])
        for each in self._month.finditer(text):
            self._take_month(each, text, add)
        for each in _MONTH_YEAR.finditer(text):
            add(*each.span(), f"{each[2]}-{int(each[1]):02d}")
        if _CELL.fullmatch(text):
            add(0, len(text), text.strip(), sure=0.8)
        for each in _ALONE.finditer(text):
            before, after = text[max(0, each.start() - 24) : each.start()], text[each.end() :]
            if self._cued.search(before) or self._after.match(after):
                add(*each.span(), each[1], sure=0.9)
        if self.published:
            for pattern, step in self._by_year:
                for each in pattern.finditer(text):
                    add(*each.span(), str(int(self.published[:4]) + step), sure=0.7)
        return sorted(found, key=lambda each: each.start)

    def _take_day(self, each: re.Match[str], text: str, add: object) -> None:
        assert callable(add)
        word = each["month"]
        number = self._months.get(word) or self._months.get(word.lower()) or _ROMAN.get(word)
        if number is None:
            return
        year, sure = self._year(each, text, number)
        if not year:
            return
        first = f"{year}-{number:02d}-{int(each['day']):02d}"
        last = f"{year}-{number:02d}-{int(each['day2']):02d}" if each["day2"] else ""
        add(*each.span(), first, last, sure)

    def _take_month(self, each: re.Match[str], text: str, add: object) -> None:
        assert callable(add)
        if not each["before"] and not (each["year"] or each["this"] or each["last"]):
            return
        if _DAY_BEFORE.search(text[: each.start("month")]):  # of a day that there is not
            return
        number = self._months[_key(each["month"], self._months)]
        year, sure = self._year(each, text, number)
        if year:
            add(each.start("month"), each.end(), f"{year}-{number:02d}", "", sure)

    def _year(self, each: re.Match[str], text: str, month: int) -> tuple[str, float]:
        if each["year"]:
            return each["year"], 0.95
        own = self.published[:4]
        if not own:
            return "", 0.0
        if each["last"]:
            return str(int(own) - 1), 0.85
        if each["this"]:
            return own, 0.9
        # A year within the same sentence after it: "from March to May 2016".
        if ahead := re.search(rf"^[^.;]{{0,40}}?\b({_YEAR})\b", text[each.end() :]):
            return ahead[1], 0.7
        return own, 0.7

    def own_date(self, texts: list[str]) -> str:
        """The date of the document itself: of a line such as "Zielona Góra, 15.05.2014"."""
        for text in [*texts[-4:][::-1], *texts[:6]]:
            dates = self._full(text)
            if len(dates) == 1 and len(text) - (dates[0].end - dates[0].start) <= _LINE_OF_DATE:
                return dates[0].value
        for text in [*texts[:3], *texts[-2:]]:
            for each in self._full(text):
                if self._own.search(text[: each.start]):
                    return each.value
        return ""

    def implied_date(self, texts: list[str]) -> str:
        """The month of the latest of several full dates of a text that states none of its own."""
        values = sorted(each.value for text in texts for each in self._full(text))
        return values[-1][:7] if len(values) > 1 else ""

    def _full(self, text: str) -> list[Dated]:
        return [each for each in self.find(text) if len(each.value) == 10 and not each.until]


_LINE_OF_DATE = 45


def _key(word: str, months: dict[str, int]) -> str:
    return word if word in months else word.lower()


def _valid(value: str) -> bool:
    parts = [int(part) for part in value.split("-")]
    try:
        date(*[*parts, 1, 1][:3])
    except ValueError:
        return False
    return True
