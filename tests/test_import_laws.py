"""What holds for every list of members, however its columns are called, ordered and written."""

from __future__ import annotations

import base64
import csv
import io
import json
import tempfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.model import UsageError
from graphkit.sources import read, read_files
from graphkit.sources.formats.delimited import NOTHING, found_delimiter, rows_of
from graphkit.sources.formats.sheet import Sheet
from graphkit.sources.mapping.form.mapping_file import as_toml, read_mapping
from graphkit.sources.mapping.proposals.proposal import propose
from tests.amounts import examples
from tests.import_statements import statements

WORDS = st.text("abcdefghijklmnoprstuwzłóżźćąęśń", min_size=3, max_size=9)
NAMES = st.lists(st.tuples(WORDS, WORDS), min_size=2, max_size=8, unique=True)
HEADERS = {
    "member": ["Organisation", "Member", "Nazwa podmiotu", "company_name", "Mitglied", "Signatory"],
    "start": ["Since", "Date joined", "Data przystąpienia", "memberSince", "seit"],
    "role": ["Role", "Rola", "Function"],
}


def read_text(text: str, encoding: str = "utf-8", name: str = "forum_members.csv") -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(text.encode(encoding))
        return statements(read_files([path], yes=True, save=False).dataset)


@settings(max_examples=examples(16), deadline=None)
@given(
    NAMES,
    st.permutations(sorted(HEADERS)),
    st.data(),
    st.sampled_from(",;\t|"),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_a_list_reads_alike_however_it_is_written(
    names, order, data, delimiter, encoding, quoting, ending
) -> None:
    header = [data.draw(st.sampled_from(HEADERS[role])) for role in order]
    rows = [
        {"member": f"Firma {a} {b}", "start": f"20{10 + at}-0{1 + at}", "role": "observer"}
        for at, (a, b) in enumerate(names)
    ]
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, quoting=quoting, lineterminator=ending)
    writer.writerows([header, *([row[role] for role in order] for row in rows)])
    stated = read_text(text.getvalue(), encoding)
    expected = {f"{row['member']} : Forum members | observer {row['start']}.." for row in rows}
    assert {line for line in stated if " | " in line} == expected


@settings(max_examples=examples(12), deadline=None)
@given(st.lists(st.sets(st.sampled_from("ABCD")), min_size=2, max_size=6), st.sampled_from("1xy"))
def test_a_matrix_states_a_membership_for_each_mark(rows, mark) -> None:
    header = "Organisation,Forum A,Forum B,Forum C,Forum D"
    lines = [
        ",".join([f"Firm {at}x", *(mark if each in row else "" for each in "ABCD")])
        for at, row in enumerate(rows)
    ]
    path = '[sheet.columns]\n"Organisation" = "member"\n' + "".join(
        f'"Forum {each}" = "group column"\n' for each in "ABCD"
    )
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "m.csv").write_text("\n".join([header, *lines]) + "\n")
        (Path(folder) / "m.toml").write_text(f'[[sheet]]\nshape = "matrix"\n{path}')
        mapping = Path(folder) / "m.toml"
        found = statements(read_files([Path(folder) / "m.csv"], mapping=mapping).dataset)
    expected = {f"Firm {at}x : Forum {each}" for at, row in enumerate(rows) for each in row}
    assert {line for line in found if " : " in line} == expected


@settings(max_examples=examples(12), deadline=None)
@given(st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1))
def test_a_network_reads_alike_in_every_format(pairs) -> None:
    edges = sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]} | {(0, 1)})
    nodes = sorted({end for edge in edges for end in edge})
    name = {node: f"Firm {'abcdef'[node]}" for node in nodes}
    at = {node: number for number, node in enumerate(nodes, 1)}
    files = {
        "n.json": json.dumps(
            {
                "nodes": [{"id": node, "name": name[node]} for node in nodes],
                "links": [{"source": a, "target": b} for a, b in edges],
            }
        ),
        "n.graphml": "<graphml><key id='l' attr.name='label' for='node'/><graph>"
        + "".join(f"<node id='{n}'><data key='l'>{name[n]}</data></node>" for n in nodes)
        + "".join(f"<edge source='{a}' target='{b}'/>" for a, b in edges)
        + "</graph></graphml>",
        "n.gml": "graph ["
        + "".join(f' node [ id {n} label "{name[n]}" ]' for n in nodes)
        + "".join(f" edge [ source {a} target {b} ]" for a, b in edges)
        + " ]",
        "n.net": f"*Vertices {len(nodes)}\n"
        + "".join(f'{at[n]} "{name[n]}"\n' for n in nodes)
        + "*Edges\n"
        + "".join(f"{at[a]} {at[b]}\n" for a, b in edges),
        "n.dl": f"dl n={len(nodes)} format=edgelist1\nlabels embedded\ndata:\n"
        + "".join(f'"{name[a]}" "{name[b]}"\n' for a, b in edges),
        "n.csv": "Source,Target\n" + "".join(f"{name[a]},{name[b]}\n" for a, b in edges),
    }
    if not {a for a, _ in edges} & {b for _, b in edges}:
        del files["n.csv"]  # may be members and their groups, which graphkit says
    expected = sorted([*name.values(), *(f"{name[a]} = {name[b]}" for a, b in edges)])
    for file, text in files.items():
        assert read_text(text, name=file) == expected, file


CELLS = ["x", "", "2014", "Acme; Best", "3", "yes", "PL", "Acme", "member", "not yet"]
COLUMNS = [
    "Name", "Member", "Notes", "Since", "Role", "Project", "Country", "Energy WG", "Water WG",
    "Weight", "Acme", "Best", "Kind", "Founded", "Source", "Target", "Members", "Topic", "Id",
]  # fmt: skip


@settings(max_examples=examples(25), deadline=None)
@given(st.lists(st.sampled_from(COLUMNS), min_size=1, max_size=6, unique=True), st.data())
def test_a_mapping_that_is_proposed_is_valid(tmp_path_factory, names, data) -> None:
    width = len(names)
    rows = data.draw(
        st.lists(
            st.lists(st.sampled_from(CELLS), min_size=width, max_size=width), min_size=2, max_size=5
        )
    )
    body = [(at, cells) for at, cells in enumerate(rows, 2) if any(cells)]
    made = propose(Sheet("m.csv", [(1, names), *body])).mapping
    path = tmp_path_factory.getbasetemp() / "m.mapping.toml"
    path.write_text(as_toml([made], [[""] * len(made.header)]))
    (again,) = read_mapping(path)
    assert (again.shape, again.roles) == (made.shape, made.roles)


@given(st.lists(st.lists(st.text('ab ;,"|\t', max_size=5), min_size=2, max_size=2), min_size=2))
def test_rows_that_were_written_as_csv_are_read_again(rows) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL).writerows(rows)
    read_again = [list(cells) for _, cells in rows_of(text.getvalue(), ";")]
    assert read_again == [row for row in rows if "".join(row).strip()]


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a,b\nc,d\n", ","),
        ("a;b\nc,1;d\n", ";"),
        ("a\tb, c\nd\te\n", "\t"),
        ("Klaster, sp. z o.o.\nUniwersytet\nGmina\n", NOTHING),
        ('"a;b","c"\n"d;e","f"\n', ","),
    ],
)
def test_the_delimiter_is_found(text: str, delimiter: str) -> None:
    assert found_delimiter(text) == delimiter


OLD = (
    "c-rk)O-vI(6#i!0LR)DmSWqx&HYB1V9E=w)P$2<MG^hs+G0{TTNU*IbaDa;_ax{{7(s&`kgBR3`Xw*b+9!xN"
    "LFflP{_2|h&6A#e!z1Q6c+D)iYjAp;hyqWpty*EEQeKXycD|PvWd(8#>fG&7YGy|ww$0<qyyAlDln<f|S+)v"
    "4L@lPS(rx#h}!=uoPYJP|Oz6;QB*ZYhl@Sf61oJS&?G4w4&kBlLycnqB+6>bs}Mw5)HUgU_#?IQ1p=3|kEg}"
    "EZKlXUZH2rKbK+aYTgpU_&QEe!U%EH-b2Ie-Q{=UseZUX^rx=+2EM&$$hMr6K06!6Im5_8S=^$Mss=LJ*iDb"
    "fnWAsZ<_O+O&)KV(P$WJ32kpU4CnM1>(PM<f|QczXKm|;DZkQHV3}Ofe+E<DaVH$^lKgXNEtuZG%qj%^Rxu3"
    "IkH{$aZ5D@jP$UP8(&4QL|0Bx*sPvCqfeYQ^uBCvGEE*5$+STliAioH2ggP;BL?x^BWcchjPZ#eAHx#1BOAh"
    "YNWxhS$rSa@<vIy!5nAun+n-(y3=hUn2{R){b?HFg&EtlNi)=y0VQG<}(-i<{6N~*KFNxP(Qf?L*B~8j(2OF"
    "$H->m3dmeyA4=b+$qe9yY_UMkOhJn|qm_aVNI%1ix)>FCm%_ySsJ52VPRpINl4c6H-A<6+#+l@<KoiER4mAn"
    "<DuYi_1>YpKN=hYUiUNY>C~b{jQH2Me!BsirKCrJ6=_^;p)PGS<vBfY<T~dGU~SBVttBf$6Jk&34{0cFgUR^"
    "=3OS*)`EB@cItTvt5@~kNZ3fI@Z1;2p29~xNzaZg^OPVUw1U?s^_&XepPa9Eq&Knqf~T1ll-?hiYz@7^k=3Q"
    "8On2*s%ZZ-!l!IsYLhnh_d>>T>OF@s49hsiD&D{JXF#o=&!!C{zwakhY5&Da#`%Z){{}=1DB="
)
"""A workbook of Excel 97: a title, a blank row, and Name, Number, Since with two rows."""


def test_an_old_workbook_is_read(tmp_path: Path) -> None:
    path = tmp_path / "old.xls"
    path.write_bytes(zlib.decompress(base64.b85decode(OLD)))
    assert statements(read(path, yes=True)) == [
        "Acme : Members of the Forum | 2014-11-07..",
        "Acme x_number=7",
        "Best : Members of the Forum | 2015-01-02..",
        "Best x_number=8",
        "Members of the Forum (Association)",
    ]


def test_a_sheet_about_nothing_is_left_out_and_said(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.active.title = "Members"
    for row in (["Name", "Since"], ["Acme", 2014], ["Best", 2015]):
        book.active.append(row)
    sums = book.create_sheet("Sums")
    for row in ([1, 2.5], [3, 4.5], [5, 6.5]):
        sums.append(row)
    book.save(tmp_path / "forum.xlsx")
    found = read_files([tmp_path / "forum.xlsx"], yes=True)
    assert "forum.xlsx, sheet Sums: no column names an organisation; left out" in found.remarks
    assert "Acme : Members | 2014.." in statements(found.dataset)


def test_a_file_about_nothing_asks_for_a_mapping(tmp_path: Path) -> None:
    (tmp_path / "sums.csv").write_text("1,2.5\n3,4.5\n5,6.5\n")
    with pytest.raises(UsageError, match=r"no column names an organisation; say in .*sums"):
        read_files([tmp_path / "sums.csv"])
    assert 'shape = "skip"' in (tmp_path / "sums.mapping.toml").read_text()
