"""Whatever is read, the answer is a data set, a list of problems, or that a mapping is needed."""

from __future__ import annotations

import csv
import io
import tempfile
import zipfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.model import KINDS, TABLES, InvalidData, UsageError, content_hash
from graphkit.sources import read, write_sample
from tests.amounts import examples

with tempfile.TemporaryDirectory() as _folder:
    (_book,) = write_sample(_folder, xlsx=True)
    SAMPLE = _book.read_bytes()
with zipfile.ZipFile(io.BytesIO(SAMPLE)) as _archive:
    PARTS = {name: _archive.read(name) for name in _archive.namelist()}


def reads_or_tells(name: str, files: dict[str, bytes], *, workbook: bool = False) -> None:
    """Read with people; a data set must hash, and problems must print and be in order."""
    with tempfile.TemporaryDirectory() as folder:
        for file, content in files.items():
            (Path(folder) / file).write_bytes(content)
        try:
            data = read(Path(folder) / name if workbook else folder, people=True, yes=True)
        except InvalidData as error:
            found = error.problems
        except UsageError as error:
            if "no column names an organisation" in str(error):
                return
            raise
        else:
            for part in (*data.nodes, *data.facts):
                content_hash(part.id, part.properties)
            return
    assert found
    assert all(problem.what and str(problem).isprintable() for problem in found)
    order = [(problem.file, problem.row or 0, problem.column or "") for problem in found]
    assert order == sorted(order)


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_as_a_csv_file(content: bytes) -> None:
    reads_or_tells("", {"organisations.csv": content})


@settings(deadline=None)
@given(st.text(max_size=200), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1250", "utf-32"]))
def test_any_text_under_a_header(text: str, encoding: str) -> None:
    content = f"id,name,kind,website,krs,founded\n{text}".encode(encoding, "replace")
    reads_or_tells("", {"organisations.csv": content})


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_as_a_workbook(content: bytes) -> None:
    reads_or_tells("x.xlsx", {"x.xlsx": content}, workbook=True)


@settings(max_examples=examples(16), deadline=None)
@given(st.data())
def test_a_workbook_with_bytes_changed(data: st.DataObject) -> None:
    content = bytearray(SAMPLE)
    places = st.integers(0, len(content) - 1)
    for place in data.draw(st.lists(places, min_size=1, max_size=5)):
        content[place] = data.draw(st.integers(0, 255))
    reads_or_tells("x.xlsx", {"x.xlsx": bytes(content)}, workbook=True)


@settings(max_examples=examples(16), deadline=None)
@given(st.data())
def test_a_workbook_with_a_part_changed(data: st.DataObject) -> None:
    parts = dict(PARTS)
    name = data.draw(st.sampled_from(sorted(parts)))
    content = parts[name]
    start = data.draw(st.integers(0, len(content)))
    length = data.draw(st.integers(0, 40))
    new = data.draw(st.one_of(st.binary(max_size=20), st.sampled_from([b"1e999", b"-1", b"nan"])))
    parts[name] = content[:start] + new + content[start + length :]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for part, written in parts.items():
            archive.writestr(part, written)
    reads_or_tells("x.xlsx", {"x.xlsx": packed.getvalue()}, workbook=True)


IDS = st.sampled_from(["a", "b", "c", "A", "Name a", "", "s1", "s1:p", "a|b"])
CELLS = st.one_of(
    IDS,
    st.sampled_from([*KINDS, "2014", "2014-11", "2013", "..", "part_of", "1", "0,5", "www.x.pl"]),
    st.text(max_size=8),
)


@st.composite
def tables(draw: st.DrawFn) -> dict[str, bytes]:
    files = {}
    chosen = draw(st.sets(st.sampled_from(sorted(TABLES)), max_size=5))
    for name in chosen | {"organisations"}:
        columns = [column.name for column in TABLES[name].columns]
        rows = draw(
            st.lists(st.lists(CELLS, min_size=len(columns), max_size=len(columns)), max_size=4)
        )
        text = io.StringIO(newline="")
        csv.writer(text).writerows([columns, *rows])
        files[f"{name}.csv"] = text.getvalue().encode("utf-8", "surrogatepass")
    return files


@settings(max_examples=examples(60), deadline=None)
@given(tables())
def test_any_cells_in_any_tables(files: dict[str, bytes]) -> None:
    reads_or_tells("", files)


REFERENCES = st.sampled_from(["a", "b", "Name a", "d"])
DATES = st.sampled_from(["", "2012", "2013-05", "2014-11-07", "2016"])


@settings(max_examples=examples(60), deadline=None)
@given(
    st.lists(st.tuples(REFERENCES, REFERENCES, DATES, DATES), max_size=6),
    st.lists(st.tuples(st.just("d"), REFERENCES, DATES, DATES), max_size=6),
)
def test_any_facts_among_known_rows(
    members: list[tuple[str, ...]], participants: list[tuple[str, ...]]
) -> None:
    def table(header: str, rows: list[tuple[str, ...]]) -> bytes:
        return "\n".join([header, *map(",".join, rows)]).encode()

    reads_or_tells(
        "",
        {
            "organisations.csv": b"id,name,kind\na,Name a,Company\nb,Name b,Cluster\n",
            "collaborations.csv": b"id,title,start,end\nd,D,2013,2014\n",
            "memberships.csv": table("member,group,start,end", members),
            "participants.csv": table("collaboration,organisation,start,observed", participants),
        },
    )
