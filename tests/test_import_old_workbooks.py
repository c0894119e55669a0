"""OpenDocument and older Excel workbooks mean what they show, as .xlsx workbooks do.

Each book is written by another program (xlwt), or by hand as LibreOffice writes it; the expected
cells are what the program shows.
"""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlwt

from graphkit.model import InvalidData
from graphkit.sources import FilesRead, read_files
from graphkit.sources.formats.old_workbook import read_xls
from graphkit.sources.formats.open_document import read_ods
from graphkit.sources.formats.sheet import Wanted
from tests.binary_workbooks import xlsb
from tests.import_statements import statements

_NAMES = "".join(
    f' xmlns:{each}="urn:oasis:names:tc:opendocument:xmlns:{each}:1.0"'
    for each in ("office", "table", "text", "style")
)
ODS = """\
<office:automatic-styles>
 <style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/>
 </style:style>
 <style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/>
 </style:style>
</office:automatic-styles>
<office:body><office:spreadsheet>
<table:tracked-changes><table:cell-content-change><table:previous><table:change-track-table-cell>
 <text:p>was here</text:p></table:change-track-table-cell></table:previous>
</table:cell-content-change></table:tracked-changes>
<table:table table:name="Members" table:style-name="ta1">
 <table:table-column table:number-columns-repeated="16384"/>
 <table:table-row table:number-rows-repeated="2">
  <table:table-cell table:number-columns-repeated="16384"/></table:table-row>
 <table:table-header-rows><table:table-row>
  <table:table-cell office:value-type="string"><office:annotation><text:p>a remark</text:p>
   </office:annotation><text:p>Organisation</text:p></table:table-cell>
  <table:table-cell office:value-type="string"><text:p>Group</text:p></table:table-cell>
  <table:table-cell office:value-type="string"><text:p>Since</text:p></table:table-cell>
  <table:table-cell office:value-type="string"><text:p>REGON</text:p></table:table-cell>
 </table:table-row></table:table-header-rows>
 <table:table-row>
  <table:table-cell office:value-type="string"><text:p><text:span>Alpha</text:span><text:s/>Works
   </text:p></table:table-cell>
  <table:table-cell table:number-rows-spanned="3" office:value-type="string">
   <text:p>Forum</text:p></table:table-cell>
  <table:table-cell office:value-type="date" office:date-value="2014-11-01">
   <text:p>11.2014</text:p></table:table-cell>
  <table:table-cell office:value-type="float" office:value="50012346"><text:p>050012346</text:p>
  </table:table-cell>
 </table:table-row>
 <table:table-row table:visibility="filter">
  <table:table-cell office:value-type="string"><text:p>Best</text:p></table:table-cell>
  <table:covered-table-cell/>
  <table:table-cell office:value-type="float" office:value="2014"><text:p>2014</text:p>
  </table:table-cell>
  <table:table-cell table:number-columns-repeated="16381"/>
 </table:table-row>
 <table:table-row>
  <table:table-cell office:value-type="string"><text:p>Cost</text:p></table:table-cell>
  <table:covered-table-cell/>
  <table:table-cell office:value-type="date" office:date-value="2014-11-07T00:00:00">
   <text:p>07.11.14</text:p></table:table-cell>
 </table:table-row>
 <table:table-row table:number-rows-repeated="1048570">
  <table:table-cell table:number-columns-repeated="16384"/></table:table-row>
</table:table>
<table:table table:name="Past" table:style-name="ta2"><table:table-row>
 <table:table-cell office:value-type="string"><text:p>Organisation</text:p></table:table-cell>
</table:table-row><table:table-row>
 <table:table-cell office:value-type="string"><text:p>Gone</text:p></table:table-cell>
</table:table-row></table:table>
</office:spreadsheet></office:body>
"""
CELLS = [
    (["Organisation", "Group", "Since", "REGON"]),
    (["Alpha Works", "Forum", "2014-11", "050012346"]),
    (["Best", "Forum", "2014"]),
    (["Cost", "Forum", "2014-11-07"]),
]


def ods(path: Path, content: str = ODS, manifest: str = "<manifest/>") -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", manifest)
        text = f"<office:document-content{_NAMES}>{content}</office:document-content>"
        archive.writestr("content.xml", text)
    return path


def xls(path: Path) -> Path:
    """The same book; the rows of a merged cell have no text but in the first."""

    def shown(code: str) -> xlwt.XFStyle:
        style = xlwt.XFStyle()
        style.num_format_str = code
        return style

    book = xlwt.Workbook()
    sheet = book.add_sheet("Members")
    for column, text in enumerate(CELLS[0]):
        sheet.write(2, column, text)
    sheet.write(3, 0, "Alpha Works")
    sheet.write_merge(3, 5, 1, 1, "Forum")
    sheet.write(3, 2, date(2014, 11, 1), shown("mm.yyyy"))
    sheet.write(3, 3, 50_012_346, shown("000000000"))
    sheet.write(4, 0, "Best")
    sheet.write(4, 2, 2014)
    sheet.row(4).hidden = True
    sheet.write(5, 0, "Cost")
    sheet.write(5, 2, date(2014, 11, 7), shown("dd.mm.yy"))
    past = book.add_sheet("Past")
    past.write(0, 0, "Organisation")
    past.write(1, 0, "Gone")
    past.visibility = 1
    book.save(str(path))
    return path


def read(path: Path, *, visible: bool = False) -> FilesRead:
    return read_files([path], yes=True, save=False, visible=visible)


@pytest.mark.parametrize(("form", "write"), [("ods", ods), ("xls", xls)])
def test_cells_are_read_as_they_are_shown(tmp_path: Path, form: str, write: object) -> None:
    path = write(tmp_path / f"members.{form}")  # type: ignore[operator]
    reader = read_ods if form == "ods" else read_xls
    sheets = reader(path, Wanted())
    assert [sheet.title for sheet in sheets] == ["Members", "Past"]
    assert [cells for _, cells in sheets[0].rows] == CELLS
    assert [number for number, _ in sheets[0].rows] == [3, 4, 5, 6]


@pytest.mark.parametrize(("form", "write"), [("ods", ods), ("xls", xls)])
def test_hidden_rows_and_sheets_are_told_or_left_out(
    tmp_path: Path, form: str, write: object
) -> None:
    path = write(tmp_path / f"members.{form}")  # type: ignore[operator]
    place = f"members.{form}, sheet"
    found = read(path)
    assert f"{place} Members: row 5 is hidden, but read; `visible` leaves it out" in found.remarks
    assert f"{place} Past: the sheet is hidden, but read; `visible` leaves it out" in found.remarks
    assert {"Best", "Gone"} <= {*statements(found.dataset)}
    found = read(path, visible=True)
    assert f"{place} Members: row 5 is hidden and left out" in found.remarks
    assert f"{place} Past: left out, because the sheet is hidden" in found.remarks
    assert not {"Best", "Gone"} & {*statements(found.dataset)}


def test_numbers_truths_and_errors_of_opendocument(tmp_path: Path) -> None:
    def cell(kind: str, value: str, text: str) -> str:
        return (
            f'<table:table-cell office:value-type="{kind}" {value}><text:p>{text}</text:p>'
            "</table:table-cell>"
        )

    shown = {
        cell("float", 'office:value="1234.5"', "1 234,50"): "1234.5",
        cell("percentage", 'office:value="0.5"', "50%"): "0.5",
        cell("currency", 'office:value="7"', "7,00 zł"): "7",
        cell("float", 'office:value="7"', "008"): "7",  # shown is another number: not trusted
        cell("boolean", 'office:boolean-value="true"', "PRAWDA"): "true",
        cell("date", 'office:date-value="2014-11-01"', "listopad 2014"): "2014-11",
        cell("date", 'office:date-value="2014-01-01"', "2014"): "2014",
        cell("string", 'calcext:value-type="error"', "#N/D!"): "#N/D!",
        cell("string", "", "two<text:line-break/>lines</text:p><text:p>more"): "two\nlines\nmore",
    }
    names = 'xmlns:calcext="urn:x"'
    rows = "".join(f"<table:table-row>{each}</table:table-row>" for each in shown)
    content = (
        f"<office:body {names}><office:spreadsheet><table:table table:name='S'>{rows}"
        "</table:table></office:spreadsheet></office:body>"
    )
    (sheet,) = read_ods(ods(tmp_path / "a.ods", content), Wanted())
    assert [cells[0] for _, cells in sheet.rows] == [*shown.values()]


def test_a_workbook_with_a_password_is_told(tmp_path: Path) -> None:
    path = ods(tmp_path / "a.ods", "", "<manifest><encryption-data/></manifest>")
    with pytest.raises(InvalidData, match=r"is protected by a password; save it without one"):
        read(path)


@pytest.mark.parametrize("short", [False, True], ids=["columns stated", "short cells"])
def test_a_binary_workbook_is_read_with_its_texts_and_numbers(tmp_path: Path, short: bool) -> None:
    rows = [["Organisation", "Forum", "Since"], ["Acme", "Wind", 2014.0], ["Łódź", "Wind", 2015.0]]
    (tmp_path / "m.xlsb").write_bytes(xlsb("Members", rows, short=short))
    found = read_files([tmp_path / "m.xlsb"], yes=True, save=False)
    assert statements(found.dataset) == [
        "Acme",
        "Acme : Wind | 2014..",
        "Wind (Association)",
        "Łódź",
        "Łódź : Wind | 2015..",
    ]
