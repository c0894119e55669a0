"""A report as a Word document: real headings, tables, captions, and figures with words beside them.

The same report gives the same bytes: the parts of the file are packed in order, without dates.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graphkit.report.tree import (
    Block,
    Grid,
    Heading,
    Item,
    Items,
    Link,
    Paragraph,
    Picture,
    Report,
    Run,
    text_of,
)
from graphkit.report.writers.format import Format
from graphkit.report.writers.word_template import (
    TABLE_STYLE,
    make_field,
    opened,
    room,
    styles_of,
)

_LANGUAGES = {"en": "en-GB", "pl": "pl-PL"}
_TABLE_POINTS = (8, 7)
"""The size of letters in tables: the second where words do not fit with the first."""
_LETTER_CM, _EDGES_CM = 0.024, 0.42
"""The room for a letter, per point of its size, and for the edges of a cell."""

_WORDS = re.compile(r"[^\s-]+-?")
"""What stays on one line."""

_WORD, _LONG = 15, 60
"""The most letters that count for the width of a column: of one word, and of a text."""

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip file can hold."""

_MOST_BOOKMARK = 40

_CONTENTS = 'TOC \\o "1-1" \\h \\z'
"""The headings of the first level, as links."""


def _write(report: Report, template: Path | None) -> bytes:
    return _Document(report, template).packed()


class _Document:
    """The document as it is written: it counts its tables, figures and bookmarks."""

    def __init__(self, report: Report, template: Path | None):
        self._report = report
        self._document = opened(template)
        self._width = room(self._document)
        self._styles = styles_of(self._document)
        self._tables = 0
        self._figures = 0
        self._bookmarks = 0

    def packed(self) -> bytes:
        report, labels = self._report, self._report.labels
        self._describe()
        self._document.add_heading(report.title, 0)
        if report.author:
            self._document.add_paragraph(labels["by"].format(author=report.author))
        self._paragraph(report.lead)
        self._contents()
        for section in report.sections:
            heading = self._document.add_heading(section.title, 1)
            self._bookmark(heading, section.name)
            for block in section.blocks:
                self._block(block)
        stream = io.BytesIO()
        self._document.save(stream)
        return _without_dates(stream.getvalue())

    def _describe(self) -> None:
        from docx.oxml.ns import qn

        about = self._document.core_properties
        about.title, about.author = self._report.title[:255], self._report.author[:255]
        about.language = _LANGUAGES[self._report.language]
        about.comments, about.last_modified_by = "", ""
        about.created = about.modified = datetime.datetime(*_FIRST_DAY[:3])
        for language in self._document.styles.element.iter(qn("w:lang")):
            language.set(qn("w:val"), _LANGUAGES[self._report.language])

    def _contents(self) -> None:
        """A table of contents that Word fills with page numbers; until then it is the headings."""
        made = self._document.add_paragraph(self._report.labels["contents"])
        made.style = self._style("TOC Heading")
        entries = [
            self._paragraph((Link(section.name, section.title),), "toc 1")
            for section in self._report.sections
        ]
        make_field(_CONTENTS, entries[0], entries[-1])

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph(run):
                self._paragraph(run)
            case Heading(run):
                self._runs(self._document.add_heading("", 2), run)
            case Items(items):
                for item in items:
                    self._item(item)
            case Grid():
                self._table(block)
            case Picture():
                self._figure(block)
            case _:
                pass  # a page to explore is for browsers

    def _style(self, name: str) -> Any:
        """A style of the document; None, the usual one, where a template does not have it."""
        return self._styles.get(name)

    def _paragraph(self, run: Run, style: str = "Normal") -> Any:
        made = self._document.add_paragraph(style=self._style(style))
        self._runs(made, run)
        return made

    def _item(self, item: Item) -> None:
        made = self._paragraph(item.run, "List Bullet")
        if item.anchor:
            self._bookmark(made, item.anchor)

    def _table(self, grid: Grid) -> None:
        from docx.oxml import OxmlElement

        self._tables += 1
        label = self._report.labels["table"].format(n=self._tables)
        caption = self._paragraph((f"{label}. ", *grid.caption), "Caption")
        caption.paragraph_format.keep_with_next = True
        table = self._document.add_table(len(grid.rows) + 1, len(grid.columns))
        if (style := self._style(TABLE_STYLE)) is not None:
            table.style = style
        for cell, name in zip(table.rows[0].cells, grid.columns, strict=True):
            cell.paragraphs[0].add_run(name).bold = True
        repeated = OxmlElement("w:tblHeader")
        table.rows[0]._tr.get_or_add_trPr().append(repeated)
        for made, row in zip(table.rows[1:], grid.rows, strict=True):
            whole = OxmlElement("w:cantSplit")
            made._tr.get_or_add_trPr().append(whole)
            for cell, run, numeric in zip(made.cells, row, grid.numeric, strict=True):
                self._runs(cell.paragraphs[0], run)
                if numeric:
                    from docx.enum.text import WD_ALIGN_PARAGRAPH

                    cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
        _set_widths(table, grid, self._width)
        self._document.add_paragraph()

    def _figure(self, picture: Picture) -> None:
        from docx.shared import Cm

        self._figures += 1
        holder = self._document.add_paragraph()
        holder.paragraph_format.keep_with_next = True
        shape = holder.add_run().add_picture(io.BytesIO(picture.draw("png")), width=Cm(self._width))
        drawn = shape._inline.docPr
        drawn.set("descr", picture.alternative)
        drawn.set("title", picture.caption)
        label = self._report.labels["figure"].format(n=self._figures)
        self._paragraph((f"{label}. {picture.caption}",), "Caption")

    def _runs(self, paragraph: Any, run: Run) -> None:
        for piece in run:
            if isinstance(piece, Link):
                _link(paragraph, piece)
            else:
                paragraph.add_run(piece if isinstance(piece, str) else piece.text)

    def _bookmark(self, paragraph: Any, name: str) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        self._bookmarks += 1
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for each in (start, end):
            each.set(qn("w:id"), str(self._bookmarks))
        start.set(qn("w:name"), _bookmark_name(name))
        own = paragraph._p.pPr
        paragraph._p.insert(0 if own is None else 1, start)
        paragraph._p.append(end)


def _set_widths(table: Any, grid: Grid, width: float) -> None:
    """Each column has room for its longest word, and what is left goes to long texts."""
    from docx.shared import Cm, Pt

    texts = [
        [name, *(text_of(row[place]) for row in grid.rows)]
        for place, name in enumerate(grid.columns)
    ]
    words = [min(max(map(_longest_word, each)), _WORD) for each in texts]
    for points in _TABLE_POINTS:
        least = [_EDGES_CM + _LETTER_CM * points * each for each in words]
        if sum(least) <= width:
            break
    wanted = [
        0 if numeric else min(max(map(len, each)), _LONG)
        for each, numeric in zip(texts, grid.numeric, strict=True)
    ]
    fitting = min(1.0, width / sum(least))
    left = width - fitting * sum(least)
    table.autofit = False
    for column, narrow, long in zip(table.columns, least, wanted, strict=True):
        share = fitting * narrow + left * (long / sum(wanted) if any(wanted) else 1 / len(wanted))
        column.width = Cm(share)
        for cell in column.cells:
            cell.width = Cm(share)
            for paragraph in cell.paragraphs:
                for run in paragraph.runs:
                    run.font.size = Pt(points)


def _longest_word(text: str) -> int:
    return max(map(len, _WORDS.findall(text)), default=0)


def _link(paragraph: Any, link: Link) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement("w:hyperlink")
    if link.is_address:
        to = paragraph.part.relate_to(link.to, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        made.set(qn("r:id"), to)
    else:
        made.set(qn("w:anchor"), _bookmark_name(link.to))
    run = paragraph.add_run(link.text)
    made.append(run._r)
    paragraph._p.append(made)


def _bookmark_name(name: str) -> str:
    """A name as Word takes it: letters, digits and underscores."""
    return name.replace("-", "_")[:_MOST_BOOKMARK]


def _without_dates(packed: bytes) -> bytes:
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(packed)) as given,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in _in_order(given):
            part = zipfile.ZipInfo(name, _FIRST_DAY)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            made.writestr(part, given.read(name))
    return stream.getvalue()


def _in_order(packed: zipfile.ZipFile) -> Iterator[str]:
    """The parts in order; the list of their types comes first, as readers expect."""
    first = "[Content_Types].xml"
    yield first
    yield from sorted(name for name in packed.namelist() if name != first)


FORMAT = Format((".docx",), _write, takes_template=True)
