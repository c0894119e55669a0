"""The Word document that a report is written into: an empty one, or one whose styles it takes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from graphkit.model import UsageError

_MARGIN_CM = 2.2
_CM = 360_000
"""The units of Word in a centimetre."""

_POINTS = {"Title": 24, "Heading 1": 16, "Heading 2": 13, "TOC Heading": 16, "Caption": 9}
"""Paragraph styles that are needed and not in every template, with the size of their letters."""

_USED = (*_POINTS, "Normal", "List Bullet", "toc 1")
"""All paragraph styles that a report uses."""

TABLE_STYLE = "Table Grid"


def opened(template: Path | None) -> Any:
    """Return an empty document on A4, or a template without its text but with its styles.

    Raises
    ------
    UsageError
        If the template cannot be read, or a report cannot be written with its styles.
    """
    from docx import Document

    if template is None:
        document = _on_a4(Document())
        _numbered(document)
        return _with_styles(document)
    try:
        document = Document(str(template))
        document.element.body.clear_content()
    except Exception as error:  # python-docx raises what lxml and zipfile raise
        raise UsageError(
            f"{template} cannot be read as a .docx ({type(error).__name__}); name a document that "
            "Word can open"
        ) from None
    last = document.element.body.get_or_add_sectPr()
    if last.page_width is None or last.left_margin is None or last.right_margin is None:
        _on_a4(document)
    if room(document) <= 0:
        raise UsageError(f"{template}: its margins leave no room for text; make them narrower")
    _check_styles(document, template)
    return _with_styles(document)


def room(document: Any) -> float:
    """Return how wide the text of a document can be, in centimetres."""
    section = document.sections[0]
    return float((section.page_width - section.left_margin - section.right_margin) / _CM)


def styles_of(document: Any) -> dict[str, Any]:
    """Return the styles of a document by their names; python-docx looks through all for each."""
    found: dict[str, Any] = {}
    for each in document.styles:
        found.setdefault(each.name, each)
    return found


def make_field(instruction: str, first: Any, last: Any) -> None:
    """Make paragraphs the result of a field, which Word computes again when it opens the file."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    def run(kind: str, text: str = "") -> Any:
        made, inside = OxmlElement("w:r"), OxmlElement(f"w:{kind}")
        made.append(inside)
        if text:
            inside.text = text
            inside.set(qn("xml:space"), "preserve")
        return made, inside

    marks = []
    for part in ("begin", "separate", "end"):
        made, mark = run("fldChar")
        mark.set(qn("w:fldCharType"), part)
        marks.append((made, mark))
    marks[0][1].set(qn("w:dirty"), "true")
    (begin, _), (separate, _), (end, _) = marks
    written, _ = run("instrText", f" {instruction} ")
    own = first._p.pPr
    for place, each in enumerate((begin, written, separate)):
        first._p.insert((own is not None) + place, each)
    last._p.append(end)


def _on_a4(document: Any) -> Any:
    from docx.shared import Cm

    for section in document.sections:
        section.page_width, section.page_height = Cm(21.0), Cm(29.7)
        section.left_margin = section.right_margin = Cm(_MARGIN_CM)
        section.top_margin = section.bottom_margin = Cm(_MARGIN_CM)
    return document


def _numbered(document: Any) -> None:
    """Put the number of the page at its foot."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    foot = document.sections[0].footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    make_field("PAGE", foot, foot)


def _check_styles(document: Any, template: Path) -> None:
    """Refuse a template in which the name of a style is taken by one of another type."""
    from docx.enum.style import WD_STYLE_TYPE

    wanted = dict.fromkeys(_USED, WD_STYLE_TYPE.PARAGRAPH) | {TABLE_STYLE: WD_STYLE_TYPE.TABLE}
    for each in document.styles:
        if each.type != wanted.get(each.name, each.type):
            raise UsageError(
                f"{template}: its style {each.name} is not one of "
                f"{wanted[each.name].name.lower()}s; rename it"
            )


def _with_styles(document: Any) -> Any:
    """Add the styles that a template does not have; what it has stays as it is."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Cm, Pt

    known = {each.name for each in document.styles}
    for name, points in _POINTS.items():
        if name not in known:
            made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
            made.font.size, made.font.bold = Pt(points), True
            if name.startswith("Heading"):
                made.paragraph_format.keep_with_next = True
                _outline(made, int(name[-1]) - 1)
    if "toc 1" not in known:
        made = document.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        made.paragraph_format.space_after = Pt(3)
        stops = made.paragraph_format.tab_stops
        stops.add_tab_stop(Cm(room(document)), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    return document


def _outline(style: Any, level: int) -> None:
    """Make a style one of headings, which the table of contents and screen readers go by."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement("w:outlineLvl")
    made.set(qn("w:val"), str(level))
    style.element.get_or_add_pPr().append(made)
