"""Writing workbooks (.xlsx) for spreadsheet programs; the same sheets give the same bytes.

The parts of such a file are those of ECMA-376, part 1, chapter 18 (SpreadsheetML). They are written
here because what openpyxl writes depends on which XML library is installed, and XlsxWriter takes a
text that begins and ends as markup for markup; both drop the last digit of a number.
"""

from __future__ import annotations

import io
import math
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import count

from graphkit.model import UsageError

MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
"""How many rows and columns a sheet can have."""

LONGEST_TEXT = 32_767
"""How many characters a cell can hold, in units of UTF-16."""

_MOST_DIGITS = 10**15
"""Spreadsheet programs show 15 digits of a number."""

_FIRST_DAY = date(1900, 3, 1)
"""Earlier days are not the same in all spreadsheet programs: some know a 29 February 1900."""

_DAY_ZERO = datetime(1899, 12, 30)

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What begins a formula in one spreadsheet program or another."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook, with a bold header that stays in view.

    Attributes
    ----------
    name : str
        The name, of at most 31 characters.
    rows : sequence of sequence
        The header and the rows: texts, numbers, booleans, dates, and None for an empty cell.
    widths : sequence of float
        The width of each column in characters.
    wrapped : bool
        Whether long texts are broken into lines.
    typed : bool
        Whether a cell is what its value is. Otherwise all columns are of text, and a spreadsheet
        program leaves what people type into them as it is.
    """

    name: str
    rows: Sequence[Sequence[object]]
    widths: Sequence[float]
    wrapped: bool = False
    typed: bool = True


def starts_a_formula(text: str) -> bool:
    """Whether a spreadsheet program would run the text as a formula.

    >>> starts_a_formula("=1+1"), starts_a_formula("1+1")
    (True, False)
    """
    return text.startswith(FORMULA_STARTS)


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """Write sheets as one workbook.

    No text becomes a formula or a link. A whole number of more than 15 digits and a day before
    March 1900 are written as text, which shows them as they are. UsageError when a table is larger
    than a sheet can be.
    """
    every = list(sheets)
    styles, texts = _Styles(), _Texts()
    pages = {
        f"xl/worksheets/sheet{number}.xml": _page(sheet, styles, texts)
        for number, sheet in enumerate(every, 1)
    }
    parts = {
        "[Content_Types].xml": _types(pages),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": _book(every),
        "xl/_rels/workbook.xml.rels": _relations(
            {f"rId{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(every) + 1)}
            | {"styles": ("styles", "styles.xml"), "texts": ("sharedStrings", "sharedStrings.xml")}
        ),
        **pages,
        "xl/styles.xml": styles.part(),
        "xl/sharedStrings.xml": texts.part(),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3  # otherwise it tells the system on which the file was made
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, _DECLARATION + content)
    return packed.getvalue()


@dataclass(frozen=True, slots=True)
class _Texts:
    """The texts of all cells, each once; a cell names the number of its text."""

    numbers: dict[str, int] = field(default_factory=dict)
    used: count[int] = field(default_factory=count)

    def number(self, text: str) -> int:
        next(self.used)
        return self.numbers.setdefault(_held(text), len(self.numbers))

    def part(self) -> str:
        items = "".join(
            f'<si><t xml:space="preserve">{_escaped(text)}</t></si>' for text in self.numbers
        )
        total = next(self.used)
        return (
            f'<sst xmlns="{_MAIN}" count="{total}" uniqueCount="{len(self.numbers)}">{items}</sst>'
        )


@dataclass(frozen=True, slots=True)
class _Styles:
    """The styles of all cells, each once; a cell names the number of its style."""

    numbers: dict[str, int] = field(default_factory=lambda: {"": 0})

    def number(self, form: int, *, bold: bool, wrapped: bool, quoted: bool) -> int:
        style = (
            f'<xf numFmtId="{form}" fontId="{bold:d}" fillId="0" borderId="0" xfId="0" '
            f'applyNumberFormat="1" applyFont="1" applyAlignment="1"'
            f"{_QUOTED if quoted else ''}>"
            f'<alignment vertical="top"{_WRAPPED if wrapped else ""}/></xf>'
        )
        return self.numbers.setdefault(style, len(self.numbers))

    def part(self) -> str:
        first, *others = self.numbers
        assert not first
        formats = "".join(f'<numFmt numFmtId="{n}" formatCode="{c}"/>' for n, c in _FORMATS.items())
        font = '<sz val="11"/><name val="Calibri"/><family val="2"/>'
        plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
        return (
            f'<styleSheet xmlns="{_MAIN}"><numFmts count="{len(_FORMATS)}">{formats}</numFmts>'
            f'<fonts count="2"><font>{font}</font><font><b/>{font}</font></fonts>'
            '<fills count="2"><fill><patternFill patternType="none"/></fill>'
            '<fill><patternFill patternType="gray125"/></fill></fills>'
            '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border>'
            f'</borders><cellStyleXfs count="1">{plain}</cellStyleXfs>'
            f'<cellXfs count="{len(self.numbers)}">'
            f'<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>{"".join(others)}'
            '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/>'
            "</cellStyles></styleSheet>"
        )


def _page(sheet: Sheet, styles: _Styles, texts: _Texts) -> str:
    for found, most, what in (
        (len(sheet.rows), MOST_ROWS, "rows"),
        (len(sheet.widths), MOST_COLUMNS, "columns"),
    ):
        if found > most:
            raise UsageError(
                f"a sheet of a workbook holds {most:,} {what} and this table has {found:,}; "
                "choose another format, such as csv"
            )
    form = _GENERAL if sheet.typed else _TEXT

    def style(form: int, *, bold: bool = False, quoted: bool = False) -> int:
        return styles.number(form, bold=bold, wrapped=sheet.wrapped, quoted=quoted)

    def cell(value: object, head: bool) -> str | None:
        """The attributes and the content of a cell; None for an empty one."""
        if isinstance(value, bool):
            return f's="{style(form)}" t="b"><v>{value:d}'
        if _is_number(value):
            return f's="{style(form)}"><v>{value!r}'
        if isinstance(value, date) and (number := _day_number(value)) is not None:
            moment = isinstance(value, datetime)
            return f's="{style(_MOMENT if moment else _DAY)}"><v>{number!r}'
        if value is None or value == "" or isinstance(value, float):
            return None
        text = str(value)
        shown = style(form, bold=head, quoted=starts_a_formula(text))
        return f's="{shown}" t="s"><v>{texts.number(text)}'

    letters = [_letters(at) for at in range(len(sheet.widths))]

    def lines() -> Iterator[str]:
        for number, row in enumerate(sheet.rows, 1):
            yield f'<row r="{number}">'
            for letter, value in zip(letters, row, strict=True):
                if found := cell(value, head=number == 1):
                    yield f'<c r="{letter}{number}" {found}</v></c>'
            yield "</row>"

    columns = "".join(
        f'<col min="{at}" max="{at}" width="{width:g}" style="{style(form)}" customWidth="1"/>'
        for at, width in enumerate(sheet.widths, 1)
    )
    return (
        f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="15"/>{f"<cols>{columns}</cols>" if columns else ""}'
        f"<sheetData>{''.join(lines())}</sheetData></worksheet>"
    )


def _is_number(value: object) -> bool:
    """Whether a cell can hold the value as a number, with all of its digits."""
    if isinstance(value, float):
        return math.isfinite(value)
    return isinstance(value, int) and abs(value) < _MOST_DIGITS


def _day_number(value: date) -> float | None:
    """The number that stands for a day, with its time; None for one that programs read unalike."""
    if isinstance(value, datetime):
        if value.tzinfo is not None or value.date() < _FIRST_DAY:
            return None
        apart = value - _DAY_ZERO
        return apart.days + apart.seconds / 86_400
    return (datetime.combine(value, time()) - _DAY_ZERO).days if value >= _FIRST_DAY else None


def _letters(at: int) -> str:
    """The letters of a column, counted from 0.

    >>> _letters(0), _letters(25), _letters(26), _letters(16_383)
    ('A', 'Z', 'AA', 'XFD')
    """
    letters = ""
    at += 1
    while at:
        at, left = divmod(at - 1, 26)
        letters = chr(ord("A") + left) + letters
    return letters


def _held(text: str) -> str:
    """The text as far as a cell can hold it; what is cut says so."""
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * LONGEST_TEXT:
        return text
    room = LONGEST_TEXT - len(_CUT) - len(f"{len(text):,}")
    kept = units[: 2 * room].decode("utf-16-le", "ignore")
    return kept + _CUT.format(f"{len(text) - len(kept):,}")


_CUT = " … (cut: {} more characters do not fit into a cell)"


def _escaped(text: str) -> str:
    """The text in XML; what XML cannot hold, and what reads like an escape, as _xHHHH_."""
    text = _ILLEGAL.sub(lambda found: f"_x{ord(found[0]):04X}_", _ESCAPE.sub("_x005F_", text))
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(character, entity)
    return text


_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def _types(pages: Iterable[str]) -> str:
    kinds = {"/xl/workbook.xml": "sheet.main", "/xl/styles.xml": "styles"}
    kinds |= {"/xl/sharedStrings.xml": "sharedStrings"}
    kinds |= {f"/{page}": "worksheet" for page in pages}
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(
            f'<Override PartName="{name}" ContentType="{kind}{what}+xml"/>'
            for name, what in kinds.items()
        )
        + "</Types>"
    )


def _relations(parts: dict[str, tuple[str, str]]) -> str:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(
            f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
            for key, (kind, target) in parts.items()
        )
        + "</Relationships>"
    )


def _book(sheets: Sequence[Sheet]) -> str:
    named = "".join(
        f'<sheet name="{_escaped(sheet.name)}" sheetId="{number}" r:id="rId{number}"/>'
        for number, sheet in enumerate(sheets, 1)
    )
    return (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        f"<bookViews><workbookView/></bookViews><sheets>{named}</sheets></workbook>"
    )


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_QUOTED = ' quotePrefix="1"'
"""Marks a text as text: without it, a program runs it once somebody opens and leaves the cell."""

_WRAPPED = ' wrapText="1"'
_GENERAL, _TEXT, _DAY, _MOMENT = 0, 49, 164, 165
_FORMATS = {_DAY: "yyyy\\-mm\\-dd", _MOMENT: "yyyy\\-mm\\-dd hh:mm:ss"}
