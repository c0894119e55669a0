"""The rows of a sheet that count: those that state something of organisations.

Tables that people publish also hold rows that number or repeat the column names, totals, and
footnotes. These are passed over, and told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from graphkit.model.naming import fold
from graphkit.model.progress import Progress, told
from graphkit.sources.cleaning import LOST
from graphkit.sources.mapping.cells.table_head import unique_names
from graphkit.sources.mapping.cells.tally import Said, Tally
from graphkit.sources.mapping.form.lenient import plain_number
from graphkit.sources.mapping.rows.cells_to_look_at import CellsToLookAt
from graphkit.sources.mapping.rows.drafts import Drafts, Mapped
from graphkit.sources.mapping.rows.read_rows import REJECTED, ReadRows
from graphkit.sources.mapping.rows.section_rows import section_rows
from graphkit.sources.raw import Row

_TOTALS = {*"total totals sum razem suma ogolem gesamt summe somme totale".split(), "grand total"}
_FOOTNOTE = re.compile(
    r"(?:sources?|notes?|nb|footnotes?|zrodla?|uwag[ai]|quellen?|anmerkung(?:en)?|remarques?|fuente"
    r"|applied filters)"
    r"\s*:.*|\*+ .*"
)
_TOTAL = re.compile(rf"(?:{'|'.join(sorted(_TOTALS))})(?: [^\W\d]+){{0,3}} ?:? ?\d+(?: [^\W\d]+)?")
_OF_TOTALS = re.compile(
    rf"(?:{'|'.join(sorted(_TOTALS))})(?: [^\W\d]+){{0,4}}|(?:number|no|count|liczba|anzahl|nombre)"
    r"(?: of| de)? [^\W\d]+(?: [^\W\d]+)?"
)
_MAY_HAVE_FAILED = re.compile(r"(?:^|\t)\s*#|:5\d\d\s*(?:\t|$)").search
_LAST = 5
_PASSED_OVER = "was passed over"
_HEADING = Said("is the heading of a part", "are headings of parts", _PASSED_OVER)
_NAMES_AGAIN = Said("repeats the column names", "repeat the column names", _PASSED_OVER)


def counted_rows(
    number: int,
    sheet: Mapped,
    drafts: Drafts,
    tally: Tally,
    without: AbstractSet[tuple[int, int]],
    progress: Progress | None,
) -> Iterator[tuple[int, int, Sequence[str]]]:
    """The rows that count.

    Parameters
    ----------
    number : int
        The number of the sheet.
    sheet : Mapped
        The sheet.
    drafts : Drafts
        Takes where each row stands.
    tally : Tally
        Takes what was passed over and what is wrong.
    without : set of (int, int)
        Rows to leave out: the number of the sheet, and that of the row.
    progress : callable or None
        Takes what is being done, how many rows are done, and of how many.

    Yields
    ------
    (int, int, sequence of str)
        The number of the place, that of the row, and as many cells as there are columns.
    """
    header, place = sheet.header, sheet.place
    width = len(header)
    looked_at = CellsToLookAt(sheet, tally)
    ending = _ending(sheet.body)
    last = sheet.body[-_LAST:]
    passed = {each[0] for each in last if each[0] in ending and said_of_row(each, sheet.body)}
    is_table = sheet.locator == "row"
    headings = section_rows(sheet.body, sheet.mapping.shape, passed) if is_table else frozenset()
    read = drafts.read[number] = ReadRows()
    for row, cells in told(sheet.body, progress, f"mapping {place}", len(sheet.body)):
        if without and (number, row) in without:
            read.add(REJECTED)
            continue
        if cells and cells[0] == header[0] and unique_names(cells, width) == header:
            tally.remark(place, row, "", _NAMES_AGAIN)
            read.add(_NAMES_AGAIN)
            continue
        if row in headings:
            tally.remark(place, row, next(filter(None, map(str.strip, cells))), _HEADING)
            read.add(_HEADING)
            continue
        if row in ending and (said := said_of_row((row, cells), sheet.body)):
            tally.remark(place, row, " ".join("".join(cells[:1]).split()), said)
            read.add(said)
            continue
        if len(cells) < width:
            cells = [*cells, *[""] * (width - len(cells))]
        elif len(cells) > width and any(cell.strip() for cell in cells[width:]):
            if not looked_at.beyond(row, cells):
                read.add(REJECTED)
                continue
            cells = cells[:width]
        text = "\t".join(cells)
        if LOST in text:
            looked_at.lost(row, cells)
        if ("#" in text or ":5" in text) and _MAY_HAVE_FAILED(text):
            cells, sound = looked_at.failed(row, cells)
            if not sound:
                read.add(REJECTED)
                continue
        problems, tally.last = len(tally.problems), None
        at = drafts.origins.add(number, row)
        yield at, row, cells
        read.of(at, REJECTED if len(tally.problems) > problems else tally.last)


def _ending(body: Sequence[Row]) -> set[int]:
    """The numbers of the last rows, among which totals and footnotes stand."""
    return {row for row, _ in body[-_LAST:]} if len(body) > 1 else set()


def said_of_row(row: Row, body: Sequence[Row]) -> Said | None:
    """What a row is that states nothing of an organisation, or None."""
    number, cells = row
    filled = [(at, text) for at, cell in enumerate(cells) if (text := cell.strip())]
    if not filled:
        return None
    first = fold(filled[0][1])
    if len(filled) == 1 and _FOOTNOTE.fullmatch(first):
        return Said("is a footnote", "are footnotes", _PASSED_OVER)
    if len(filled) == 1 and _TOTAL.fullmatch(first):
        return Said("holds totals", "hold totals", _PASSED_OVER)
    if (
        _OF_TOTALS.fullmatch(first.rstrip(": "))
        and len(filled) > 1
        and _adds_up(filled[1:], number, body)
    ):
        return Said("holds totals", "hold totals", _PASSED_OVER)
    return None


def _adds_up(numbers: Sequence[tuple[int, str]], row: int, body: Sequence[Row]) -> bool:
    """Whether all cells are numbers, and one is the sum of those above it or counts texts above it:
    nobody is called so. row: the number of the row.
    """
    if any(_number(text) is None for _, text in numbers):
        return False
    above = [cells for number, cells in body if number != row]
    for at, text in numbers:
        texts = [cells[at].strip() for cells in above if at < len(cells) and cells[at].strip()]
        values = [value for each in texts if (value := _number(each)) is not None]
        if texts and not values:
            return True
        if _number(text) == len(above) > 2:
            return True
        total = sum(values)
        if abs(total - (_number(text) or 0)) <= 0.005 * abs(total) and total:
            return True
    return False


def _number(text: str) -> float | None:
    try:
        return float(plain_number(text.strip()))
    except ValueError:
        return None
