"""The files of a report: Word, PDF and a folder, their structure, and the same bytes each time."""

from __future__ import annotations

import csv
import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pypdf
import pytest
from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn

from graphkit.model import Dataset, UsageError
from graphkit.network import Network
from graphkit.report import build_report, verify_report, write_report
from graphkit.report.tree import Grid, Picture, Report
from graphkit.sources import read_sample


@pytest.fixture(scope="module")
def network() -> Network:
    return Network.of(read_sample())


@pytest.fixture(scope="module")
def report(network: Network) -> Report:
    return build_report(network, draws=0, author="Anna Nowak", language="pl")


def blocks(report: Report, kind: type) -> list:
    return [each for part in report.sections for each in part.blocks if isinstance(each, kind)]


def test_word_has_headings_tables_captions_and_words_for_figures(
    report: Report, tmp_path: Path
) -> None:
    for name in ("one.docx", "two.docx"):
        write_report(report, tmp_path / name)
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()
    document = Document(str(tmp_path / "one.docx"))
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert headings == [each.title for each in report.sections]
    tables = blocks(report, Grid)
    assert [len(each.rows) - 1 for each in document.tables] == [len(each.rows) for each in tables]
    captions = [p.text for p in document.paragraphs if p.style.name == "Caption"]
    assert captions[0].startswith("Rysunek 1. ")
    assert len(captions) == len(tables) + len(blocks(report, Picture))
    drawn = [each.get("descr") for each in document.element.iter(qn("wp:docPr"))]
    assert drawn == [each.alternative for each in blocks(report, Picture)]
    assert (document.core_properties.author, document.core_properties.language) == (
        "Anna Nowak",
        "pl-PL",
    )
    named = {each.get(qn("w:name")) for each in document.element.iter(qn("w:bookmarkStart"))}
    led_to = {each.get(qn("w:anchor")) for each in document.element.iter(qn("w:hyperlink"))}
    assert led_to - {None} <= named
    fields = [each.text.split()[0] for each in document.element.iter(qn("w:instrText"))]
    assert fields == ["TOC"]
    listed = [p.text for p in document.paragraphs if p.style.name == "toc 1"]
    assert listed == headings
    with zipfile.ZipFile(tmp_path / "one.docx") as packed:
        assert {each.date_time for each in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_word_takes_the_styles_of_a_template(report: Report, tmp_path: Path) -> None:
    house = Document()
    house.styles["Heading 1"].font.name = "Georgia"
    for name in ("Title", "Heading 2", "Caption", "List Bullet", "Table Grid", "TOC Heading"):
        house.styles[name].element.getparent().remove(house.styles[name].element)
    house.add_paragraph("to be replaced")
    house.sections[0].header.paragraphs[0].text = "House"
    house.save(str(tmp_path / "house.docx"))
    write_report(report, tmp_path / "report.docx", template=tmp_path / "house.docx")
    made = Document(str(tmp_path / "report.docx"))
    assert made.styles["Heading 1"].font.name == "Georgia"
    assert made.paragraphs[0].text == report.title
    assert made.sections[0].header.paragraphs[0].text == "House"
    levels = {p.style.name for p in made.paragraphs}
    assert {"Title", "Heading 1", "Heading 2", "Caption", "toc 1"} <= levels
    (tmp_path / "bad.docx").write_text("no zip")
    with pytest.raises(UsageError, match=r"bad\.docx cannot be read as a \.docx"):
        write_report(report, tmp_path / "report.docx", template=tmp_path / "bad.docx")


def test_word_takes_a_template_without_a_page_and_refuses_one_that_it_cannot_fill(
    tmp_path: Path,
) -> None:
    brief = build_report(Network.of(Dataset.of("empty", [], [])), draws=0)

    def written(house: DocumentObject) -> DocumentObject:
        house.save(str(tmp_path / "house.docx"))
        write_report(brief, tmp_path / "report.docx", template=tmp_path / "house.docx")
        return Document(str(tmp_path / "report.docx"))

    bare = Document()
    bare.element.body.remove(bare.element.body.sectPr)
    bare.add_paragraph("to be replaced")
    made = written(bare)
    assert made.paragraphs[0].text == brief.title
    assert round(made.sections[0].page_width.cm) == 21
    narrow = Document()
    narrow.sections[0].left_margin = narrow.sections[0].page_width
    with pytest.raises(UsageError, match="its margins leave no room"):
        written(narrow)
    other = Document()
    other.styles["Caption"].delete()
    other.styles.add_style("Caption", WD_STYLE_TYPE.CHARACTER)
    with pytest.raises(UsageError, match="its style Caption is not one of paragraphs"):
        written(other)


def test_a_pdf_is_tagged_and_has_bookmarks(report: Report, tmp_path: Path) -> None:
    pytest.importorskip("weasyprint")
    write_report(report, tmp_path / "report.pdf")
    made = pypdf.PdfReader(tmp_path / "report.pdf")
    assert made.root_object["/MarkInfo"]["/Marked"]
    assert made.root_object["/Lang"] == "pl"
    assert made.root_object["/ViewerPreferences"]["/DisplayDocTitle"]
    assert made.metadata is not None
    assert (made.metadata.title, made.metadata.author) == (report.title, report.author)
    assert b"pdfuaid" in made.root_object["/Metadata"].get_object().get_data()
    titles = str(made.outline)
    assert all(each.title in titles for each in report.sections)
    parts = [*structure(made.root_object["/StructTreeRoot"])]
    tags = Counter(str(each["/S"]) for each in parts)
    figures = [str(each["/Alt"]) for each in parts if each["/S"] == "/Figure"]
    assert figures == [each.alternative for each in blocks(report, Picture)]
    tables = blocks(report, Grid)
    assert tags["/Table"] >= len(tables)  # one that is on two pages is two
    # Each row is headed by what it is about, and each column by its name.
    assert tags["/TH"] >= sum(len(each.rows) + len(each.columns) for each in tables)
    # Every link belongs to something that is read, as PDF/UA asks.
    links = [link for page in made.pages for link in page.get("/Annots", ())]
    assert len(links) == tags["/Link"] > 30


def structure(node: object) -> Iterator[dict]:
    """The elements of the structure of a PDF, in the order in which they are read."""
    found = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(found, list):
        for each in found:
            yield from structure(each)
    elif isinstance(found, dict):
        if "/S" in found:
            yield found
        yield from structure(found.get("/K"))


def test_a_pdf_has_the_same_bytes_each_time(tmp_path: Path) -> None:
    pytest.importorskip("weasyprint")
    brief = build_report(Network.of(Dataset.of("empty", [], [])))
    for name in ("one.pdf", "two.pdf"):
        write_report(brief, tmp_path / name)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_a_folder_holds_each_figure_and_table(
    report: Report, network: Network, tmp_path: Path
) -> None:
    folder = tmp_path / "report"
    write_report(report, folder)
    names = {each.name for each in folder.iterdir()}
    assert {"index.html", "network-page.html", "report.json", "tables.xlsx"} <= names
    for picture in blocks(report, Picture):
        assert (folder / f"{picture.name}.png").read_bytes()[:4] == b"\x89PNG"
        assert b"<svg" in (folder / f"{picture.name}.svg").read_bytes()
    charts = [each.shows for each in blocks(report, Picture) if each.shows]
    assert len(charts) == 3
    kinds = (folder / "network-chart-kind.csv").read_text(encoding="utf-8-sig").splitlines()
    assert kinds[:2] == ["Rodzaj,Organizacje", "Klaster,18"]  # 18 by docs/sample.md
    tables = [*blocks(report, Grid), *charts]
    for table in tables:
        text = (folder / f"{table.name}.csv").read_text(encoding="utf-8-sig")
        assert len(list(csv.reader(io.StringIO(text)))) == len(table.rows) + 1
    book = openpyxl.load_workbook(folder / "tables.xlsx")
    assert len(book.sheetnames) == len(tables)
    # 0.0957 is KOM's betweenness to three digits; a table holds all of them.
    assert book["connectors-ranking"]["C2"].value == pytest.approx(0.0957, abs=5e-5)
    assert verify_report(folder, network).differences == ()
    before = {each.name: each.read_bytes() for each in folder.iterdir()}
    write_report(report, folder)
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == before
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("keep me")
    with pytest.raises(UsageError, match=r"notes\.txt"):
        write_report(report, tmp_path / "mine")
