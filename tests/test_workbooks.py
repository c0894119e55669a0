"""Workbooks of results: typed cells, and nothing in them that a spreadsheet program would run.

openpyxl and calamine, neither of which wrote them, read them. By hand, their parts were compared
with the schemas of ECMA-376.
"""

from __future__ import annotations

import datetime
import io
import math
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from graphkit.export import Table, render
from graphkit.metrics import brokers, rank
from graphkit.model import UsageError
from graphkit.network import Network
from graphkit.sources import read_sample
from graphkit.workbooks import LONGEST_TEXT, MOST_ROWS, Sheet, workbook

DAY = datetime.date(2014, 11, 7)


def sheet(*rows: tuple[object, ...], **how: object) -> Sheet:
    return Sheet("things", rows, [10] * len(rows[0]), **how)


def opened(content: bytes):
    return load_workbook(io.BytesIO(content))


def cells(*values: object):
    """The cells of a column below its header, as openpyxl reads them."""
    book = opened(workbook([sheet(("x",), *((value,) for value in values))]))
    return [row[0] for row in book["things"].iter_rows(min_row=2)]


def test_cells_have_the_types_of_their_values() -> None:
    values = (0.28867513459481287, 1e-300, 12, -3, True, False, "a", DAY, 10**14 + 1)
    found = cells(*values)
    assert [each.data_type for each in found] == list("nnnnbbsdn")
    midnight = datetime.datetime(2014, 11, 7)
    assert [each.value for each in found] == [*values[:7], midnight, 10**14 + 1]
    assert "yyyy" in found[7].number_format
    moment = datetime.datetime(2014, 11, 7, 6, 30)
    assert cells(moment)[0].value == moment


def test_what_no_cell_can_hold_as_a_number_or_a_day_is_text() -> None:
    old, aware = datetime.date(1410, 7, 15), datetime.datetime(2014, 11, 7, tzinfo=datetime.UTC)
    found = cells(10**15, old, aware)
    assert [each.data_type for each in found] == ["s"] * 3
    assert [each.value for each in found] == ["1" + "0" * 15, "1410-07-15", str(aware)]


def test_what_has_no_value_is_an_empty_cell() -> None:
    (part,) = (
        text
        for name, text in parts(workbook([sheet(("x", "y"), (None, ""), (math.nan, math.inf))]))
        if name.endswith("sheet1.xml")
    )
    assert part.count("<c ") == 2


def parts(content: bytes) -> list[tuple[str, str]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [(name, archive.read(name).decode()) for name in archive.namelist()]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "＝"])
def test_a_text_that_a_program_would_run_is_marked_as_text(start: str) -> None:
    text = f"{start}HYPERLINK(1)"
    (found,) = cells(text)
    assert (found.data_type, found.value, found.quotePrefix) == ("s", text, True)
    book = opened(workbook([sheet((text,))]))
    assert book["things"]["A1"].data_type == "s"
    assert book["things"]["A1"].quotePrefix
    assert not cells("plain")[0].quotePrefix


@pytest.mark.parametrize(
    "text",
    [
        "<r><t>x</t></r>",
        "</t></si></sst>&amp;",
        'żółw "x" 😀',
        " two  spaces ",
        "_x0041_ is no escape",
        "two\nlines",
        "a\tb",
        "a\rb",
        "\x00\x1b\x7f",
    ],
)
def test_every_text_is_read_as_it_was_written(text: str) -> None:
    content = workbook([sheet((text,), (text,))])
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert book.get_sheet_by_index(0).to_python() == [[text], [text]]


def test_half_a_pair_and_what_is_not_a_character_are_written_as_escapes() -> None:
    assert cells("\ud800\uffff")[0].value == "_xD800__xFFFF_"


def test_a_text_too_long_for_a_cell_says_that_it_is_cut() -> None:
    assert cells("a" * LONGEST_TEXT)[0].value == "a" * LONGEST_TEXT
    # Each of these takes two of the units that a cell counts.
    (found,) = cells("😀" * 20_000)
    assert len(found.value.encode("utf-16-le")) <= 2 * LONGEST_TEXT
    kept = found.value.count("😀")
    assert found.value == "😀" * kept + (
        f" … (cut: {20_000 - kept:,} more characters do not fit into a cell)"
    )


def test_a_table_larger_than_a_sheet_is_refused() -> None:
    class Long(tuple[tuple[str], ...]):
        def __len__(self) -> int:
            return MOST_ROWS + 1

    with pytest.raises(UsageError, match="1,048,577; choose another format"):
        workbook([Sheet("things", Long(), [10])])
    with pytest.raises(UsageError, match="16,385"):
        workbook([Sheet("things", [], [10] * 16_385)])


def test_the_header_is_bold_and_stays_in_view_and_columns_have_widths() -> None:
    page = opened(workbook([Sheet("things", [("x", "y"), (1, 2)], [12, 40])]))["things"]
    assert page.freeze_panes == "A2"
    assert page["A1"].font.b
    assert not page["A2"].font.b
    assert [page.column_dimensions[letter].width for letter in "AB"] == [12, 40]


def test_nothing_in_a_workbook_tells_when_or_where_it_was_made() -> None:
    content = workbook([sheet(("x",), (DAY,))])
    assert content == workbook([sheet(("x",), (DAY,))])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for entry in archive.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert entry.create_system == 3
    assert not any("docProps" in name for name, _ in parts(content))


def test_a_table_is_a_sheet_with_those_beside_it() -> None:
    beside = Table.of(["name"], [["a long text " * 10]], title="explained")
    table = Table.of(
        ["name", "value", "start", "listed", "by"],
        [
            ["\x1b[31mAcme", 0.1, "2014-11-07", ["a", "b"], {"x": DAY}],
            ["2014-11-07", math.nan, "2014-11", [], None],
            ["Zeta", 2, "2014-99-99", None, None],
        ],
        dates=["start"],
        beside=[beside],
    )
    book = opened(render(table, "xlsx"))
    assert book.sheetnames == ["result", "explained"]
    rows = list(book["result"].iter_rows(min_row=2, values_only=True))
    day = datetime.datetime(2014, 11, 7)
    # A text is a day only in a column of dates.
    assert rows == [
        ("\\u001b[31mAcme", 0.1, day, "a|b", '{"x": "2014-11-07"}'),
        ("2014-11-07", None, "2014-11", None, None),
        ("Zeta", 2, "2014-99-99", None, None),
    ]
    assert book["explained"]["A2"].alignment.wrap_text
    assert not book["result"]["A2"].alignment.wrap_text
    # By hand: the longest text and two more, 12 for a number and two more, at most 60.
    widths = [page.column_dimensions["A"].width for page in book]
    assert (*widths, book["result"].column_dimensions["B"].width) == (16, 60, 14)


def test_a_workbook_from_python_says_what_it_rests_on(tmp_path: Path) -> None:
    network = Network.of(read_sample()).select(layer="membership")
    rank(network, by="degree").to_excel(tmp_path / "ranking.xlsx", network, by="degree")
    book = load_workbook(tmp_path / "ranking.xlsx")
    assert book.sheetnames == ["result", "metrics", "manifest"]
    assert book["result"]["A2"].value == 1
    said = {row[1]: row[2] for row in book["manifest"].iter_rows(values_only=True)}
    (stated,) = network.datasets
    assert (said["digest"], said["layer"], said["by"]) == (stated.digest, "membership", "degree")


def test_a_workbook_from_python_does_not_name_another_selection(tmp_path: Path) -> None:
    network = Network.of(read_sample())
    result = brokers(network.select(layer="membership"))
    with pytest.raises(UsageError, match=r"selected otherwise \(everything\) than the result was"):
        result.to_excel(tmp_path / "brokers.xlsx", network)
    with pytest.raises(UsageError, match="give `network` too"):
        result.to_excel(tmp_path / "brokers.xlsx", seed=1)
    assert not [*tmp_path.iterdir()]
    result.to_excel(tmp_path / "brokers.xlsx")
    assert load_workbook(tmp_path / "brokers.xlsx").sheetnames == ["result", "metrics"]
