"""The parts of an XLSX file that say what its cells mean: sheets, shared texts, number formats.

An XLSX file is a zip archive of XML parts. They are parsed as streams, by local names alone, so
that the Strict and the Transitional form of the standard (ECMA-376) read alike. A part that
declares a document type is refused, because only entities let XML grow while it is read.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.parsers import expat

from graphkit.sources.problem_texts import Fault

LARGEST_UNPACKED = 2**30
LARGEST_RATIO = 200
MOST_TEXT = 2**28
"""How many characters the shared texts of a workbook may hold together."""

SAVE_AGAIN = "open it in a spreadsheet program and save it again as .xlsx"

_RATIO_COUNTS_FROM = 10 * 2**20
_CHUNK = 2**18
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")

Attributes = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet as the workbook lists it: its title, whether it is hidden, where its XML is."""

    title: str
    hidden: bool
    part: str


@dataclass(frozen=True, slots=True)
class Parts:
    """What all sheets of a workbook share.

    texts: the shared texts, which cells refer to by number. formats: the number format of each cell
    style, by number. from_1904: whether days are counted from 1904, as on old Macs.
    """

    sheets: tuple[SheetPart, ...]
    texts: tuple[str, ...]
    formats: tuple[str, ...]
    from_1904: bool


def check_archive(path: Path) -> None:
    """Refuse what no spreadsheet program writes. Raises Fault."""
    if not zipfile.is_zipfile(path):
        raise Fault(
            "is not an .xlsx workbook",
            "save an older or password-protected workbook as .xlsx first",
        )
    with zipfile.ZipFile(path) as archive:
        unpacked = sum(part.file_size for part in archive.infolist())
        packed = sum(part.compress_size for part in archive.infolist())
    if unpacked > LARGEST_UNPACKED or (
        unpacked > _RATIO_COUNTS_FROM and unpacked > LARGEST_RATIO * packed
    ):
        raise Fault(f"would unpack to {unpacked // 2**20} MiB", "split it, or save it as CSV")


def read_parts(archive: zipfile.ZipFile) -> Parts:
    """What the sheets of a workbook share. Raises Fault, and whatever a damaged archive raises."""
    related = _relations(archive, "_rels/.rels", "")
    workbook = next((target for kind, target in related.values() if kind == "officeDocument"), None)
    if workbook is None:
        raise Fault("cannot be read: it contains no workbook", SAVE_AGAIN)
    folder, name = posixpath.split(workbook)
    related = _relations(archive, posixpath.join(folder, "_rels", f"{name}.rels"), folder)
    of_kind = dict(related.values())
    sheets: list[SheetPart] = []
    from_1904 = False

    def start(tag: str, given: Attributes) -> None:
        nonlocal from_1904
        if tag == "workbookPr":
            from_1904 = given.get("date1904") in ("1", "true")
        elif tag == "sheet":
            reference = next((given[name] for name in given if name.endswith("}id")), "")
            kind, part = related.get(reference, ("", ""))
            if kind == "worksheet":
                hidden = given.get("state", "visible") != "visible"
                sheets.append(SheetPart(given.get("name", ""), hidden, part))

    parse(archive, workbook, start)
    return Parts(
        sheets=tuple(sheets),
        texts=_texts(archive, of_kind.get("sharedStrings")),
        formats=_formats(archive, of_kind.get("styles")),
        from_1904=from_1904,
    )


def parse(
    archive: zipfile.ZipFile,
    part: str,
    start: Callable[[str, Attributes], object],
    end: Callable[[str], object] | None = None,
    text: Callable[[str], object] | None = None,
) -> None:
    """Parse a part to its end, element by element."""
    parser = parser_for(start, end, text)
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            parser.Parse(chunk, False)
    parser.Parse(b"", True)


def parser_for(
    start: Callable[[str, Attributes], object],
    end: Callable[[str], object] | None = None,
    text: Callable[[str], object] | None = None,
) -> Any:
    """A parser that hands on the local names of elements."""
    local = LocalNames()
    return bare_parser(
        lambda name, given: start(local[name], given),
        None if end is None else lambda name: end(local[name]),
        text,
    )


def bare_parser(
    start: Callable[[str, Attributes], object],
    end: Callable[[str], object] | None,
    text: Callable[[str], object] | None,
) -> Any:
    """A parser that hands on the names of elements with their namespaces, for `LocalNames`."""
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = start
    if end is not None:
        parser.EndElementHandler = end
    if text is not None:
        parser.CharacterDataHandler = text
    return parser


class LocalNames(dict[str, str]):
    """The name of an element without its namespace."""

    def __missing__(self, name: str) -> str:
        if len(self) > 10_000:
            self.clear()  # a hostile file makes up names without end
        self[name] = local = name.rpartition("}")[2]
        return local


def unescaped(text: str) -> str:
    """The text of a cell without the escapes by which XLSX writes characters that XML cannot."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    point = int(match[1], 16)
    return "" if point == 0x0D else chr(point)


def _refuse(*_: object) -> None:
    raise Fault("declares a document type, which no workbook does", SAVE_AGAIN)


def _relations(archive: zipfile.ZipFile, part: str, folder: str) -> dict[str, tuple[str, str]]:
    """What a part refers to, by id: the last word of its type, and its place in the archive."""
    found: dict[str, tuple[str, str]] = {}

    def start(tag: str, given: Attributes) -> None:
        if tag == "Relationship" and given.get("TargetMode") != "External":
            target = given.get("Target", "")
            place = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            kind = given.get("Type", "").rpartition("/")[2]
            found[given.get("Id", "")] = (kind, posixpath.normpath(place))

    if part in archive.namelist():
        parse(archive, part, start)
    return found


def _texts(archive: zipfile.ZipFile, part: str | None) -> tuple[str, ...]:
    """The shared texts, each with its runs put together and without phonetic hints."""
    if part is None:
        return ()
    found: list[str] = []
    pieces: list[str] = []
    inside = hints = 0
    total = 0

    def start(tag: str, given: Attributes) -> None:
        nonlocal inside, hints
        if tag == "si":
            pieces.clear()
        elif tag == "rPh":
            hints += 1
        elif tag == "t":
            inside += 1

    def end(tag: str) -> None:
        nonlocal inside, hints, total
        if tag == "si":
            text = unescaped("".join(pieces))
            total += len(text)
            if total > MOST_TEXT:
                raise Fault(f"contains more than {MOST_TEXT:,} characters of text", "split it")
            found.append(text)
        elif tag == "rPh":
            hints -= 1
        elif tag == "t":
            inside -= 1

    def text(data: str) -> None:
        if inside and not hints:
            pieces.append(data)

    parse(archive, part, start, end, text)
    return tuple(found)


def _formats(archive: zipfile.ZipFile, part: str | None) -> tuple[str, ...]:
    """The number format of each cell style, as its code; "General" where nothing is said."""
    from openpyxl.styles.numbers import BUILTIN_FORMATS

    if part is None:
        return ()
    own: dict[str, str] = {}
    styles: list[str] = []
    inside = 0

    def start(tag: str, given: Attributes) -> None:
        nonlocal inside
        if tag == "numFmt":
            own[given.get("numFmtId", "")] = given.get("formatCode", "")
        elif tag == "cellXfs":
            inside += 1
        elif tag == "xf" and inside:
            styles.append(given.get("numFmtId", "0"))

    def end(tag: str) -> None:
        nonlocal inside
        inside -= tag == "cellXfs"

    parse(archive, part, start, end)
    built_in = {str(number): code for number, code in BUILTIN_FORMATS.items()}
    return tuple(own.get(style) or built_in.get(style, "General") for style in styles)
