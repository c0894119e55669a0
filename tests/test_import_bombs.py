"""Small files that would take gigabytes: each format refuses them, or reads them in bounded memory.

`LIMIT` is far below what each of these files took, or would have taken, without its bound.
"""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import xlwt

from graphkit.sources.formats import FORMATS
from graphkit.sources.formats.binary_workbook import extent
from graphkit.sources.mapping.cells.table_head import unique_names
from tests.commands import graphkit
from tests.memory import Reading

LIMIT = 100 * 2**20
_NAMES = "".join(
    f' xmlns:{each}="urn:oasis:names:tc:opendocument:xmlns:{each}:1.0"'
    for each in ("office", "table", "text")
)
_ENTITIES = (
    '<!DOCTYPE graphml [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise("abcdefghi"))
    + "]>"
)


def ods(rows: str) -> bytes:
    """An OpenDocument workbook with these rows."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr(
            "content.xml",
            f"<office:document-content{_NAMES}><office:body><office:spreadsheet>"
            f'<table:table table:name="S">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return packed.getvalue()


def row(text: str, *, columns: int = 1, rows: int = 1) -> str:
    """A row of an OpenDocument sheet; it and its cell are repeated."""
    return (
        f'<table:table-row table:number-rows-repeated="{rows}">'
        f'<table:table-cell table:number-columns-repeated="{columns}">'
        f"<text:p>{text}</text:p></table:table-cell></table:table-row>"
    )


def zipped(*parts: tuple[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return packed.getvalue()


def parquet(rows: int, text: str) -> bytes:
    import pyarrow as pa
    from pyarrow import parquet as pq

    values = pa.DictionaryArray.from_arrays(pa.array(np.zeros(rows, np.int32)), pa.array([text]))
    out = io.BytesIO()
    pq.write_table(pa.table({"Organisation": values}), out, compression="zstd")
    return out.getvalue()


def xlsb() -> bytes:
    """Records of a row and a cell, both the last of a sheet: types 0 and 5, sizes 4 and 4."""
    records = (
        b"\x00\x04" + struct.pack("<I", 2**20 - 1) + b"\x05\x04" + struct.pack("<I", 2**14 - 1)
    )
    return zipped(("xl/workbook.bin", b""), ("xl/worksheets/sheet1.bin", records))


def records_of_their_own(count: int) -> str:
    return "[" + ",".join(f'{{"name":"o","p{at}":1}}' for at in range(count)) + "]"


def graphml_of_their_own(count: int) -> str:
    nodes = "".join(f'<node id="n{at}"><data key="p{at}">1</data></node>' for at in range(count))
    return f'<graphml><graph edgedefault="undirected">{nodes}</graph></graphml>'


def gml_of_their_own(count: int) -> str:
    return "graph [" + "".join(f"node [ id {at} p{at} 1 ]\n" for at in range(count)) + "]"


def many() -> bytes:
    pack = zipped(*((f"{at}.csv", b"a") for at in range(200)))
    return zipped(*((f"{at}.zip", pack) for at in range(9)))


# What takes time is made when its turn comes, not in every process that looks for tests.
BOMBS: dict[str, tuple[bytes | str | Callable[[], bytes], str]] = {
    "gzip.csv.gz": (lambda: gzip.compress(bytes(60 * 2**20)), "would unpack to more than"),
    "zip.zip": (
        lambda: zipped(("members.csv", bytes(60 * 2**20))),
        "would unpack to more than",
    ),
    "nested.zip": (
        zipped(("a.zip", zipped(("b.zip", zipped(("c.zip", zipped(("d.csv.gz", b"")))))))),
        "is packed more than three times",
    ),
    "many.zip": (many, "contains more than 1,000 files"),
    "parts.xlsx": (
        zipped(("[Content_Types].xml", b""), ("xl/workbook.xml", bytes(11 * 2**20))),
        "would unpack to 11 MiB",
    ),
    "rows.ods": (ods(row("x", columns=100, rows=1_000_000)), "has more than 50,000,000 cells"),
    "columns.ods": (ods(row("x", columns=9_999_999)), "more columns than a spreadsheet"),
    "spaces.ods": (ods(row('<text:s text:c="99999999"/>x')), "more text than a cell can"),
    "grid.xlsb": (xlsb(), "has more than 50,000,000 cells"),
    "entities.graphml": (f"{_ENTITIES}<graphml>&i;</graphml>", "declares XML entities"),
    "entities.gexf": (f"{_ENTITIES}<gexf>&i;</gexf>", "declares XML entities"),
    "entities.ods": (
        zipped(
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
            ("META-INF/manifest.xml", b""),
            ("content.xml", f"{_ENTITIES}<graphml>&i;</graphml>".encode()),
        ),
        "declares a document type",
    ),
    "deep.graphml": ("<a>" * 300 + "</a>" * 300, "is nested too deeply"),
    "deep.json": ("[" * 100_000 + "]" * 100_000, "is nested too deeply"),
    "deep.jsonl": ("[" * 100_000 + "]" * 100_000, "is nested too deeply"),
    "deep.gml": ("graph [ " + "a [ " * 100 + "]" * 101, "is nested too deeply"),
    "wide.json": (records_of_their_own(7_100), "make more than 50,000,000 cells"),
    "wide.jsonl": (records_of_their_own(7_100), "make more than 50,000,000 cells"),
    "wide.graphml": (graphml_of_their_own(7_100), "make more than 50,000,000 cells"),
    "wide.gml": (gml_of_their_own(7_100), "make more than 50,000,000 cells"),
    "vertices.net": ("*Vertices 9000000\n*Edges\n1 2\n", "declares 9,000,000 vertices"),
    "nodes.dl": ("dl n=9999999 format=edgelist1\ndata:\n1 2\n", "is not a number of nodes"),
    "rows.parquet": (lambda: parquet(50_000_001, "x"), "has 50,000,001 cells"),
    "pairs.csv": (
        f"Member,Agreement\n{';'.join(map('M{}'.format, range(400)))},"
        f"{';'.join(map('A{}'.format, range(400)))}\nX;Y,A1;A2\n",
        "makes 160,000 facts",
    ),
    "quote.csv": ('Member,Group\n"' + "a" * 2**21, "or a quotation mark is open"),
    "quote.txt": ('Member\tGroup\n"' + "a" * 2**21, "or a quotation mark is open"),
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_a_file_that_would_grow_beyond_any_table_is_refused(
    tmp_path: Path, name: str, reading: Reading
) -> None:
    content, said = BOMBS[name]
    if callable(content):
        content = content()
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert path.stat().st_size < 3 * 2**20
    peak, refusal = reading(path)
    assert said in refusal
    assert peak < LIMIT


def test_every_format_has_a_bomb_or_grows_no_more_than_its_file() -> None:
    # An .xls workbook is tried below. Delimited text and Pajek's other files hold what they say.
    endings = {name.rpartition(".")[2] for name in BOMBS} | {"xls"}
    modules = {place.rpartition(":")[0].rpartition(".")[2] for place in FORMATS}
    tried = {
        "delimited": "csv", "xlsx": "xlsx", "open_document": "ods", "old_workbook": "xls",
        "binary_workbook": "xlsb", "json_text": "json", "json_lines": "jsonl",
        "graphml": "graphml", "gexf": "gexf", "gml": "gml", "pajek": "net", "ucinet": "dl",
        "parquet": "parquet", "plain_text": "txt",
    }  # fmt: skip
    assert modules == tried.keys()
    assert {*tried.values()} <= endings


def test_a_cell_in_the_last_row_and_column_of_an_old_workbook_costs_nothing(
    tmp_path: Path, reading: Reading
) -> None:
    made = xlwt.Workbook()
    sheet = made.add_sheet("S")
    sheet.write(0, 0, "Organisation")
    sheet.write(1, 0, "Acme")
    sheet.write(65_535, 255, 7)
    made.save(str(tmp_path / "far.xls"))
    # The record of the number (MS-XLS 2.4.220, RK), with a column that no such workbook has.
    found = struct.pack("<HHHH", 0x027E, 10, 65_535, 255)
    content = (tmp_path / "far.xls").read_bytes()
    assert content.count(found) == 1
    beyond = content.replace(found, struct.pack("<HHHH", 0x027E, 10, 65_535, 65_535))
    (tmp_path / "beyond.xls").write_bytes(beyond)
    for name, said in (
        ("far.xls", ""),  # a note beside the table, which is left out
        ("beyond.xls", "is damaged, or is not an .xls workbook"),
    ):
        peak, refusal = reading(tmp_path / name)
        assert said in refusal
        assert bool(said) == bool(refusal)
        assert peak < LIMIT


def test_a_long_text_that_many_rows_of_parquet_repeat_is_held_once(tmp_path: Path) -> None:
    # A million rows of 10,000 letters would be 10 GB.
    path = tmp_path / "long.parquet"
    path.write_bytes(parquet(1_000_000, "x" * 10_000))
    from graphkit.sources.formats.parquet import read_parquet
    from graphkit.sources.formats.sheet import Wanted

    (sheet,) = read_parquet(path, Wanted())
    assert len({id(cells[0]) for _, cells in sheet.rows[1:]}) == 1


def test_the_extent_of_a_sheet_is_that_of_its_records() -> None:
    # By hand (MS-XLSB 2.4.699, 2.4.668): a row header, a number in column 3, and a long record of
    # another type, whose size takes two bytes.
    start = b"\x00\x05" + struct.pack("<IB", 7, 0)
    number = b"\x05\x0c" + struct.pack("<Id", 3, 1.5)
    other = b"\x94\x01\x80\x01" + bytes(128)
    assert extent(start + other + number) == (8, 4)
    assert extent(b"") == (0, 0)


def test_standard_input_has_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphkit.sources.unpacking._LARGEST", 1_000)
    ran = graphkit("check", "-", cwd=tmp_path, stdin="Member,Group\n" * 100)
    assert ran.returncode == 3
    assert ran.stderr == "graphkit: standard input has more than 0 MiB; split it\n"


def test_a_header_of_many_equal_names_takes_no_time(tmp_path: Path) -> None:
    # Names are made unique; by comparing each with all before, 100,000 of them would take minutes.
    assert len({*unique_names(["x"] * 100_000, 100_000)}) == 100_000
    path = tmp_path / "wide.csv"
    path.write_text("Member,Group" + ",x" * 5_000 + "\nAcme,Forum" + "," * 5_000 + "\n")
    ran = graphkit("check", path, cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
