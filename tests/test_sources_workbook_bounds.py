"""Hostile workbooks, and workbooks in which what is shown is not what is stored.

The XML is written by hand, because no library writes such files. Expected texts are what Excel and
LibreOffice show for the cell.
"""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from graphkit.model import InvalidData
from graphkit.sources import read
from graphkit.sources.workbook import read_workbook
from graphkit.sources.xlsx_values import iso_text

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def write_book(
    path: Path,
    rows: str,
    *,
    after: str = "",
    formats: tuple[str, ...] = (),
    texts: tuple[str, ...] = (),
    strict: bool = False,
    from_1904: str = "",
    title: str = "organisations",
    parts_in_place: Mapping[str, str] | None = None,
) -> Path:
    """A workbook with one sheet, its rows as XML; style n shows the n-th of `formats`.

    parts_in_place: parts of the archive, by name, that replace those written here.
    """
    main, office = (STRICT, STRICT_OFFICE) if strict else (MAIN, OFFICE)
    codes = "".join(
        f'<numFmt numFmtId="{200 + at}" formatCode="{code}"/>' for at, code in enumerate(formats)
    )
    styles = "".join(f'<xf numFmtId="{200 + at}"/>' for at in range(len(formats)))
    shared = "".join(f"<si>{text}</si>" for text in texts)
    dates = f'<workbookPr date1904="{from_1904}"/>' if from_1904 else ""
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" '
        f'Type="{office}/officeDocument" Target="/xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}">{dates}<sheets>'
        f'<sheet name="{title}" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">'
        f'<Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{office}/styles" Target="styles.xml"/>'
        f'<Relationship Id="r3" Type="{office}/sharedStrings" Target="strings.xml"/>'
        "</Relationships>",
        "xl/styles.xml": f'<styleSheet xmlns="{main}"><numFmts>{codes}</numFmts>'
        f"<cellXfs>{styles}</cellXfs></styleSheet>",
        "xl/strings.xml": f'<sst xmlns="{main}">{shared}</sst>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData>'
        f"{after}</worksheet>",
    } | dict(parts_in_place or {})
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def text_cell(name: str, text: str) -> str:
    return f'<c r="{name}" t="inlineStr"><is><t>{text}</t></is></c>'


def header(*names: str) -> str:
    cells = "".join(text_cell(f"{chr(65 + at)}1", name) for at, name in enumerate(names))
    return f'<row r="1">{cells}</row>'


def rows_of(path: Path) -> list[tuple[int, list[str]]]:
    reading = read_workbook(path)
    assert not reading.problems
    (table,) = reading.tables
    return [(number, list(cells)) for number, cells in table.rows]


def problems_of(path: Path) -> list[str]:
    return [str(problem) for problem in read_workbook(path).problems]


def wide(path: Path, rows: int, text: str) -> Path:
    """Each row has a cell in the last column that a spreadsheet has."""
    body = "".join(
        f'<row r="{n}">{text_cell(f"A{n}", f"o{n}")}{text_cell(f"B{n}", f"Name {n}")}'
        f"{text_cell(f'C{n}', 'Company')}{text_cell(f'XFD{n}', text)}</row>"
        for n in range(2, rows + 2)
    )
    return write_book(path, header("id", "name", "kind") + body)


def read_in_memory(path: Path, megabytes: int) -> subprocess.CompletedProcess[str]:
    """Read a workbook in a process that may use so much address space and no more."""
    script = (
        "import resource, sys\n"
        "from graphkit.model import InvalidData\n"
        "from graphkit.sources import read\n"
        "import openpyxl.styles.numbers\n"
        f"resource.setrlimit(resource.RLIMIT_AS, ({megabytes * 2**20}, {megabytes * 2**20}))\n"
        "try:\n"
        "    print(len(read(sys.argv[1]).nodes))\n"
        "except InvalidData as error:\n"
        "    print(error.problems[0], len(error.problems))\n"
    )
    return subprocess.run(
        [sys.executable, "-c", script, path], capture_output=True, text=True, check=False
    )


linux = pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux bounds the address space of a process"
)


@linux
def test_blank_cells_far_to_the_right_cost_nothing(tmp_path: Path) -> None:
    # A dense reading of these 20,000 rows holds 330 million cells, some 10 GB.
    path = wide(tmp_path / "wide.xlsx", 20_000, " ")
    done = read_in_memory(path, 500)
    assert done.stdout.strip() == "20000", done.stderr[-300:]


@linux
def test_text_far_to_the_right_is_told_and_not_kept(tmp_path: Path) -> None:
    path = wide(tmp_path / "wide.xlsx", 5_000, "x")
    done = read_in_memory(path, 500)
    assert "row 2: cell XFD2 is to the right of the last column name, in C1" in done.stdout
    assert done.stdout.strip().endswith(" 5000")


@linux
def test_a_wide_header_over_many_rows_is_refused_in_bounded_memory(tmp_path: Path) -> None:
    names = f'<row r="1">{text_cell("A1", "id")}{text_cell("XFD1", "name")}</row>'
    body = "".join(f'<row r="{n}">{text_cell(f"XFD{n}", "x")}</row>' for n in range(2, 10_000))
    path = write_book(tmp_path / "wide.xlsx", names + body)
    done = read_in_memory(path, 1_000)
    assert "has more than 50,000,000 cells; split it" in done.stdout, done.stderr[-300:]


def test_a_cell_beyond_the_last_column_is_refused(tmp_path: Path) -> None:
    path = write_book(
        tmp_path / "b.xlsx", header("id") + f'<row r="2">{text_cell("XFE2", "x")}</row>'
    )
    assert "more columns than a spreadsheet can have" in problems_of(path)[0]


def test_rows_out_of_order_are_refused(tmp_path: Path) -> None:
    rows = header("id") + f'<row r="3">{text_cell("A3", "x")}</row><row r="2"/>'
    assert "row 2 follows row 3" in problems_of(write_book(tmp_path / "b.xlsx", rows))[0]


def test_a_cell_of_endless_text_is_refused(tmp_path: Path) -> None:
    rows = header("id") + f'<row r="2">{text_cell("A2", "word " * 300_000)}</row>'
    assert (
        "cell A2 holds more text than a cell can"
        in problems_of(write_book(tmp_path / "b.xlsx", rows))[0]
    )


def test_a_document_type_in_any_part_is_refused(tmp_path: Path) -> None:
    path = write_book(tmp_path / "b.xlsx", header("id"))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for changed in parts:
        declared = b" " * 2000 + b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + parts[changed]
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, declared if name == changed else content)
        assert "declares a document type" in problems_of(path)[0], changed


def test_merged_cells_count_in_every_row_that_they_span(tmp_path: Path) -> None:
    rows = (
        header("member", "group", "end")
        + f'<row r="2">{text_cell("A2", "a")}{text_cell("B2", "kom")}'
        + f"{text_cell('C2', '2014')}</row>"
        + f'<row r="3">{text_cell("A3", "b")}<c r="B3"/><c r="C3"/></row>'
        + f'<row r="4">{text_cell("A4", "c")}</row>'
        + f'<row r="5">{text_cell("A5", "d")}</row>'
    )
    merged = '<mergeCells><mergeCell ref="B2:B4"/><mergeCell ref="C2:C3"/></mergeCells>'
    path = write_book(tmp_path / "b.xlsx", rows, after=merged, title="memberships")
    assert rows_of(path) == [
        (2, ["a", "kom", "2014"]),
        (3, ["b", "kom", "2014"]),
        (4, ["c", "kom"]),
        (5, ["d"]),
    ]


@pytest.mark.parametrize(
    ("stored", "code", "shown"),
    [
        ("61", "0000000", "0000061"),
        ("50012346", "000000000", "050012346"),
        ("9661234567", "000\\-000\\-00\\-00", "966-123-45-67"),
        ("9661234567", "000-000-00-00", "966-123-45-67"),
        ("7", "0", "7"),
        ("0", "000", "000"),
        ("1234", "00", "1234"),
        ("61", "&quot;TERYT &quot;0000", "TERYT 0061"),
        ("61", "0000000;[Red]-0000000", "0000061"),
        ("-61", "0000000", "-61"),
        ("1234567", "#,##0", "1234567"),
        ("0.5", "0.00", "0.5"),
        ("0.1", "General", "0.1"),
        ("41944", "yyyy\\-mm\\-dd", "2014-11-01"),
        ("41944", "mmm yyyy", "2014-11"),
        ("41944", "yyyy", "2014"),
        ("41944.5", "yyyy\\-mm\\-dd", "2014-11-01 12:00:00"),
    ],
)
def test_numbers_are_read_as_they_are_shown(
    tmp_path: Path, stored: str, code: str, shown: str
) -> None:
    rows = header("id", "name") + f'<row r="2"><c r="A2" s="0"><v>{stored}</v></c></row>'
    assert rows_of(write_book(tmp_path / "b.xlsx", rows, formats=(code,))) == [(2, [shown])]


@pytest.mark.parametrize("yes", ["1", "true"])
def test_days_counted_from_1904(tmp_path: Path, yes: str) -> None:
    rows = header("id") + '<row r="2"><c r="A2" s="0"><v>40482</v></c></row>'
    path = write_book(tmp_path / "b.xlsx", rows, formats=("yyyy-mm-dd",), from_1904=yes)
    assert rows_of(path) == [(2, ["2014-11-01"])]


def test_strict_workbooks_and_their_dates(tmp_path: Path) -> None:
    rows = header("id", "name") + (
        '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="d" s="0"><v>2014-11-01</v></c></row>'
    )
    path = write_book(
        tmp_path / "b.xlsx",
        rows,
        strict=True,
        formats=("mmm yyyy",),
        texts=("<r><t>Poli</t></r><r><t>technika</t></r><rPh><t>hint</t></rPh>",),
    )
    assert rows_of(path) == [(2, ["Politechnika", "2014-11"])]


def test_cells_and_rows_without_names_count_on(tmp_path: Path) -> None:
    names = "<row><c t='str'><v>id</v></c><c t='str'><v>name</v></c></row>"
    rows = f"{names}<row><c/><c><v>5</v></c></row>"
    assert rows_of(write_book(tmp_path / "b.xlsx", rows)) == [(2, ["", "5"])]


def relations(*each: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}">{"".join(each)}</Relationships>'


def related(kind: str, target: str, more: str = "") -> str:
    return f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{target}" {more}/>'


def test_what_is_outside_of_the_archive_is_no_part_of_the_workbook(tmp_path: Path) -> None:
    # The first relation leads to a workbook on the web; only the second is in the file.
    outside = (
        f'<Relationship Id="r0" Type="{OFFICE}/officeDocument" '
        'Target="https://example.org/xl/workbook.xml" TargetMode="External"/>'
    )
    first = relations(outside, related("officeDocument", "xl/workbook.xml"))
    rows = header("id") + f'<row r="2">{text_cell("A2", "a")}</row>'
    path = write_book(tmp_path / "b.xlsx", rows, parts_in_place={"_rels/.rels": first})
    assert rows_of(path) == [(2, ["a"])]


def test_a_place_from_the_top_of_the_archive_keeps_its_letters(tmp_path: Path) -> None:
    rows = header("id") + f'<row r="2">{text_cell("A2", "a")}</row>'
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    links = relations(related("worksheet", "/X/sheet.xml").replace('"worksheet"', '"r1"'))
    moved = {"xl/_rels/workbook.xml.rels": links, "X/sheet.xml": sheet}
    assert rows_of(write_book(tmp_path / "b.xlsx", "", parts_in_place=moved)) == [(2, ["a"])]


def test_formats_are_those_of_cells_and_not_of_named_styles(tmp_path: Path) -> None:
    # Format 14 is a date. The cells have one style, so style 1 is none of theirs.
    styles = (
        f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/></cellXfs>'
        '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs></styleSheet>'
    )
    rows = header("id") + '<row r="2"><c r="A2" s="1"><v>41944</v></c></row>'
    path = write_book(tmp_path / "b.xlsx", rows, parts_in_place={"xl/styles.xml": styles})
    assert rows_of(path) == [(2, ["41944"])]


def test_text_after_the_value_of_a_cell_is_not_part_of_it(tmp_path: Path) -> None:
    cell = '<c r="A2" t="str"><v>Alpha</v><extLst><ext>noise</ext></extLst></c>'
    rows = f'{header("id")}<row r="2">{cell}</row>'
    assert rows_of(write_book(tmp_path / "b.xlsx", rows)) == [(2, ["Alpha"])]


@pytest.mark.parametrize("yes", ["1", "true"])
def test_both_words_for_a_hidden_row_hide_it(tmp_path: Path, yes: str) -> None:
    rows = header("id", "name", "kind") + "".join(
        f'<row r="{n}" hidden="{hidden}">{text_cell(f"A{n}", f"o{n}")}'
        f"{text_cell(f'B{n}', f'Name {n}')}{text_cell(f'C{n}', 'Company')}</row>"
        for n, hidden in ((2, "false"), (3, yes))
    )
    path = write_book(tmp_path / "b.xlsx", rows)
    assert [node.id for node in read(path, visible=True).nodes] == ["o2"]


def test_escaped_characters(tmp_path: Path) -> None:
    rows = header("id", "name") + f'<row r="2">{text_cell("A2", "a_x005F_b_x000D_")}</row>'
    assert rows_of(write_book(tmp_path / "b.xlsx", rows)) == [(2, ["a_b"])]


def test_a_shared_text_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    rows = header("id") + '<row r="2"><c r="A2" t="s"><v>7</v></c></row>'
    assert "cannot be read" in problems_of(write_book(tmp_path / "b.xlsx", rows))[0]


def test_error_values_in_other_languages_are_told(tmp_path: Path) -> None:
    for error in ("#N/D!", "#NV", "Err:502", "#BEZUG!", "#WERT!", "#NOM?", "#¡REF!", "#NAZWA?"):
        path = write_book(
            tmp_path / "b.xlsx",
            header("id", "name", "kind")
            + f'<row r="2">{text_cell("A2", "a")}{text_cell("B2", error)}'
            f"{text_cell('C2', 'Company')}</row>",
        )
        with pytest.raises(InvalidData, match="contains the error"):
            read(path)


def test_a_merged_cell_without_text_is_passed_over(tmp_path: Path) -> None:
    rows = header("id") + f'<row r="2">{text_cell("A2", "x")}</row>'
    # Without a place; beyond the cells of its row; in a row that is not in the file.
    for cell in ("<mergeCell/>", '<mergeCell ref="B2:B3"/>', '<mergeCell ref="A9:A12"/>'):
        path = write_book(tmp_path / "b.xlsx", rows, after=f"<mergeCells>{cell}</mergeCells>")
        assert rows_of(path) == [(2, ["x"])]


def test_what_follows_a_phonetic_hint_is_text(tmp_path: Path) -> None:
    texts = ("<t>a</t><rPh><t>hint</t></rPh><r><t>b</t></r>",)
    rows = header("name") + '<row r="2"><c r="A2" t="s"><v>0</v></c></row>'
    assert rows_of(write_book(tmp_path / "b.xlsx", rows, texts=texts)) == [(2, ["ab"])]


def test_more_shared_text_than_is_kept_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_book(tmp_path / "b.xlsx", header("id"), texts=("<t>12345</t>", "<t>6</t>"))
    monkeypatch.setattr("graphkit.sources.xlsx_parts.MOST_TEXT", 6)
    assert rows_of(path) == []
    monkeypatch.setattr("graphkit.sources.xlsx_parts.MOST_TEXT", 5)
    (problem,) = read_workbook(path).problems
    assert problem.what == "contains more than 5 characters of text"
    assert problem.cure == "split it"


def test_a_time_in_utc_is_shown_as_it_is_stored() -> None:
    assert iso_text("2014-11-07T10:30:00Z", "yyyy-mm-dd") == "2014-11-07 10:30:00"


def test_the_cure_for_text_beyond_the_header_is_told(tmp_path: Path) -> None:
    rows = header("id") + f'<row r="2">{text_cell("B2", "x")}</row>'
    (problem,) = read_workbook(write_book(tmp_path / "b.xlsx", rows)).problems
    assert problem.what == "cell B2 is to the right of the last column name, in A1"
    assert problem.cure == "name its column, or delete the cell"
