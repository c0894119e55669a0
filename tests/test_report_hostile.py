"""What data can do to a report: names that are code, formulas or invisible are read as text."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import openpyxl
import pypdf
import pytest
from docx import Document

from graphkit.model import Dataset, Node
from graphkit.model.visible_text import visible
from graphkit.network import Network
from graphkit.report import build_report, report_lines, report_markdown, write_report
from graphkit.report.tree import Report
from graphkit.report.wording import LANGUAGES
from graphkit.report.writers.html import report_html
from tests.browser import HOSTILE, fact, organisation

NAMES = [
    *HOSTILE,
    "=cmd|'/c calc'!A1",
    "+48 85 123",
    "@SUM(1)",
    "a\x1b[31mred\x00",
    "\u202eemos",
    "جامعة الدول العربية",
    "| [x](javascript:alert(1)) `code` <b>",
    "Długa nazwa " * 25,
]


@pytest.fixture(scope="module")
def network() -> Network:
    nodes = [organisation(f"o{n}", name=name) for n, name in enumerate(NAMES)]
    signed = Node("Declaration", "d", {"id": "d", "name": HOSTILE[1]})
    source = Node("Source", "s", {"id": "s", "title": NAMES[-1], "url": "javascript:alert(1)"})
    page = Node("Source", "t", {"id": "t", "title": "t", "url": "https://example.org/\x07<b>"})
    cited = {"sourceIds": ["s", "t"], "locators": [HOSTILE[3], "\x00"]}
    facts = [
        fact("SIGNED", f"o{n}", "Declaration", "d", role=HOSTILE[5], **cited) for n in range(8)
    ]
    facts += [
        fact("COLLABORATES_WITH", "o1", "Organisation", f"o{n}", role=NAMES[9], **cited)
        for n in range(8, len(NAMES))
    ]
    return Network.of(Dataset.of("test", [*nodes, signed, source, page], facts))


def _report(network: Network, language: str) -> Report:
    return build_report(network, title=NAMES[1], author=NAMES[9], language=language, draws=0)


@pytest.fixture(scope="module")
def report(network: Network) -> Report:
    """In English; that every format is written in both languages is tested with small networks."""
    return _report(network, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_and_lines_hold_no_code(network: Network, language: str) -> None:
    report = _report(network, language)
    page = re.sub(r'(srcdoc|src)="[^"]*"', "", report_html(report))
    assert "<img src=x" not in page
    assert "<script>" not in page
    assert "javascript:" not in re.sub(r">[^<]*<", "><", page)
    text = page + report_markdown(report) + report_lines(report)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202e]", text)
    assert "<b>" not in report_markdown(report)


def test_word_shows_names_as_they_are(report: Report, tmp_path: Path) -> None:
    write_report(report, tmp_path / "report.docx")
    made = Document(str(tmp_path / "report.docx"))
    first = [row.cells[0].text for table in made.tables for row in table.rows]
    assert visible(NAMES[1]) in first
    assert made.paragraphs[0].text == report.title == visible(NAMES[1])


def test_a_pdf_shows_names_as_they_are(report: Report, tmp_path: Path) -> None:
    pytest.importorskip("weasyprint")
    write_report(report, tmp_path / "report.pdf")
    made = pypdf.PdfReader(tmp_path / "report.pdf")
    assert made.metadata is not None
    assert made.metadata.title == report.title
    links = [
        str(each.get_object()["/A"]["/URI"])
        for page in made.pages
        for each in page.get("/Annots", ())
        if "/URI" in each.get_object().get("/A", {})
    ]
    assert all(each.startswith("https://example.org/") for each in links)


def test_cells_of_a_folder_are_no_formulas(report: Report, tmp_path: Path) -> None:
    write_report(report, tmp_path / "report")
    book = openpyxl.load_workbook(tmp_path / "report" / "tables.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [each.value for each in cells if each.data_type == "f"] == []
    written = [
        cell
        for path in (tmp_path / "report").glob("*.csv")
        for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig")))
        for cell in row
    ]
    assert [each for each in written if each[:1] in ("=", "+", "@", "\t")] == []
    assert any("cmd" in each for each in written)
