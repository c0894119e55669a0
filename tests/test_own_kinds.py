"""Kinds and sectors of one's own in tables: what is read, what is refused, how they are shown.

The expected values are by hand.
"""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from graphkit.export.networks.statements import statements_of
from graphkit.metrics import brokers
from graphkit.model import (
    KINDS,
    LABELS,
    RELATIONS,
    SHAPES,
    Dataset,
    Node,
    OwnKind,
    UsageError,
    is_own_kind,
)
from graphkit.network import Network, summarise
from graphkit.sources import read_files
from graphkit.sources.mapping.form.mapping_file import as_toml, read_mapping
from graphkit.sources.stated_rows import own_tables
from graphkit.views import build_view
from graphkit.views.marks import MARKS, marks_of
from graphkit.views.page.content import page_content
from tests.commands import graphkit
from tests.hostile_names import HOSTILE_NAMES
from tests.sources_tables import found, load, node, write

ORGANISATIONS = """\
id,name,kind,sector
tu,Metal Workers,trade union,
bank,First Bank,Bank,
daily,The Daily,Company,media
acme,Acme,Company,
"""
KINDS_TABLE = """\
id,name,name_pl,sector,colour,shape
TradeUnion,,Związek zawodowy,labour,,star
Bank,Bank,,finance,#fa0,
"""
TIES = "a,b\ntu,acme\nbank,acme\nbank,daily\n"


def unions(folder: Path) -> Dataset:
    return load(folder, organisations=ORGANISATIONS, kinds=KINDS_TABLE, ties=TIES)


def test_a_kind_is_a_node_and_the_label_of_its_organisations(tmp_path: Path) -> None:
    data = unions(tmp_path)
    assert node(data, "tu").kind == "TradeUnion"
    assert node(data, "TradeUnion") == Node(
        "Kind", "TradeUnion", {"namePl": "Związek zawodowy", "sector": "labour", "shape": "star"}
    )
    assert node(data, "Bank").properties["colour"] == "#FFAA00"


def test_organisations_without_a_sector_have_that_of_their_kind(tmp_path: Path) -> None:
    data = unions(tmp_path)
    sectors = {key: node(data, key).properties["sector"] for key in ("tu", "bank", "daily", "acme")}
    assert sectors == {"tu": "labour", "bank": "finance", "daily": "media", "acme": "business"}


@pytest.mark.parametrize("said", ["TradeUnion", "Trade union", "trade_union", "związek zawodowy"])
def test_a_kind_is_found_by_its_id_and_its_names(tmp_path: Path, said: str) -> None:
    text = f"id,name,kind\na,A,{said}\n"
    assert node(load(tmp_path, organisations=text, kinds=KINDS_TABLE), "a").kind == "TradeUnion"


@pytest.mark.parametrize(
    "word", [*LABELS, *KINDS, *RELATIONS, "Dataset", "company", "CLUSTER", "DataSet"]
)
def test_no_word_of_the_vocabulary_is_an_own_kind(tmp_path: Path, word: str) -> None:
    (problem, *_) = found(tmp_path, kinds=f"id\n{word}\n")
    assert (problem.file, problem.row, problem.column) == ("kinds.csv", 2, "id")
    assert "is a word of the built-in vocabulary" in problem.what or "letters" in problem.what


@pytest.mark.parametrize(
    "word", [*HOSTILE_NAMES, "bank", "1Bank", "Bank!", "Żabka", "Trade Union", "A_B", "B" * 61]
)
def test_other_ids_are_refused(tmp_path: Path, word: str) -> None:
    assert not is_own_kind(word)
    table = "id\n" + '"' + word.replace('"', '""') + '"\n'
    problems = found(tmp_path, kinds=table.encode("utf-8", "surrogatepass"))
    assert problems
    assert {problem.file for problem in problems} == {"kinds.csv"}


@pytest.mark.parametrize("colour", ["red", "#12", "#12345G", "#fff;}", "url(x)", "rgb(1,2,3)"])
def test_other_colours_are_refused(tmp_path: Path, colour: str) -> None:
    (problem,) = found(tmp_path, kinds=f'id,colour\nBank,"{colour}"\n')
    assert (problem.row, problem.column) == (2, "colour")
    assert problem.cure.startswith("write it as #1F77B4, or one of vermillion, orange, blue")


def test_other_shapes_are_refused_with_the_nearest(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, kinds="id,shape\nBank,hexagn\n")
    assert problem.cure == "did you mean hexagon?"


@pytest.mark.parametrize(
    ("rows", "column", "said"),
    [
        ("Bank,\nBANK,", "id", "'BANK' is also the kind in row 2"),
        ("Bank,\nLender,bank", "name", "'bank' is also the kind in row 2"),
        ("Firm,Company", "name", "'Company' is also the built-in kind Company"),
    ],
)
def test_words_that_mean_two_kinds_are_refused(
    tmp_path: Path, rows: str, column: str, said: str
) -> None:
    (problem,) = found(tmp_path, kinds=f"id,name\n{rows}\n")
    assert (problem.column, problem.what) == (column, said)


def test_an_unknown_kind_is_one_to_add(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, organisations="id,name,kind\na,A,Mosque\n")
    assert problem.what == "'Mosque' is not a known kind"
    assert problem.cure.endswith(", Other, or add it to the table kinds")
    (problem,) = found(tmp_path, organisations="id,name,kind\na,A,Banc\n", kinds=KINDS_TABLE)
    assert problem.cure == "did you mean Bank? Otherwise add it to the table kinds"


def test_an_id_that_is_wrong_is_one_problem_and_not_many(tmp_path: Path) -> None:
    text = "id,name,kind\na,A,Trade Union\nb,B,Trade Union\n"
    (problem,) = found(tmp_path, organisations=text, kinds="id\nTrade Union\n")
    assert (problem.file, problem.row, problem.column) == ("kinds.csv", 2, "id")


def test_sectors_are_free_but_for_misspelt_ones(tmp_path: Path) -> None:
    head = "id,name,kind,sector\n"
    folder = write(
        tmp_path / "free",
        {"organisations": head + "a,A,Company,Media\nb,B,Company,media\nc,C,School,nauka\n"},
    )
    read = read_files([folder])
    assert {each.properties["sector"] for each in read.dataset.nodes} == {"Media", "nauka"}
    assert read.remarks == (
        "2 sectors are not of the built-in list: 'Media' (2 organisations), "
        "'nauka' (1 organisation; research is built in)",
    )
    (problem,) = found(tmp_path, organisations=head + "a,A,Company,busines\n")
    assert problem.what == "'busines' is not a known sector"
    assert problem.cure.startswith("did you mean business? Otherwise make it the sector of")
    (problem,) = found(tmp_path, organisations=head + "a,A,Company,a|b\n")
    assert problem.what == "'a|b' is not a sector"


def test_a_sector_of_the_table_needs_no_remark_and_may_be_near_another(tmp_path: Path) -> None:
    tables = {
        "organisations": "id,name,kind,sector\na,A,Civic,\nb,B,Company,civic\n",
        "kinds": "id,sector\nCivic,civic\n",
    }
    read = read_files([write(tmp_path / "near", tables)])
    assert [each.properties.get("sector") for each in read.dataset.nodes] == ["civic"] * 3
    assert read.remarks == ()


def test_results_say_the_name_of_a_kind(tmp_path: Path) -> None:
    network = Network.of(unions(tmp_path))
    assert dict(summarise(network).kinds) == {"Bank": 1, "Company": 2, "Trade union": 1}
    # bank - acme: pairs of acme's neighbours tu and bank; of bank's neighbours acme and daily.
    roles = brokers(network, "kind")
    assert [each.id for each in roles.organisations[:2]] == ["acme", "bank"]
    assert roles.spans[0] == ("Bank", "Company", "Trade union")
    by_sector = brokers(network)
    assert by_sector.spans[0] == ("business", "finance", "labour")


def test_commands_show_own_kinds(tmp_path: Path) -> None:
    unions(tmp_path / "mine")
    checked = graphkit("check", "mine", cwd=tmp_path)
    assert "organisations: Trade union       1  Metal Workers" in checked.stdout
    assert "kinds                            2  Bank; TradeUnion" in checked.stdout


def test_pictures_have_the_names_and_marks_of_own_kinds(tmp_path: Path) -> None:
    network = Network.of(unions(tmp_path))
    view = build_view(network, language="pl")
    shown = {entry.kind: entry for entry in view.legend}
    assert shown["TradeUnion"].label == "Związek zawodowy"
    assert shown["Bank"].label == "Bank"
    assert shown["TradeUnion"].mark.shape == "star"
    assert shown["Bank"].mark.colour == "#FFAA00"
    kinds = next(each for each in page_content(view)["facets"] if each["name"] == "kind")
    assert [each["label"] for each in kinds["values"]] == [
        "Przedsiębiorstwo", "Bank", "Związek zawodowy"
    ]  # fmt: skip
    assert kinds["values"][1]["mark"]["color"] == "#FFAA00"


def test_a_page_switches_kinds_of_direct_ties_when_there_are_any(tmp_path: Path) -> None:
    ties = "a,b,kind\ntu,acme,bargains\nbank,acme,lends\nbank,daily,\n"
    members = "member,group\nacme,tu\n"
    stated = {"organisations": ORGANISATIONS, "kinds": KINDS_TABLE, "memberships": members}
    view = build_view(Network.of(load(tmp_path / "some", ties=ties, **stated)))
    content = page_content(view)
    kinds = next(each for each in content["facets"] if each["name"] == "tieKind")
    assert [each["label"] for each in kinds["values"]] == ["bargains", "lends", "not stated"]
    # Of each group the place of its value; the facet is not about the membership.
    layers = [group["key"].partition(" ")[0] for group in content["groups"]]
    assert sorted(zip(layers, kinds["each"], strict=True), key=repr) == [
        ("membership", []),
        ("tie", 0),
        ("tie", 1),
        ("tie", 2),
    ]
    view = build_view(Network.of(load(tmp_path / "none", ties=TIES, **stated)))
    assert "tieKind" not in {each["name"] for each in page_content(view)["facets"]}


def test_the_rarest_of_many_kinds_of_ties_share_one_switch(tmp_path: Path) -> None:
    # Of 26 kinds "often" stands twice, so it and the first 18 by alphabet have their own switch.
    kinds = ["often", "often", *(f"kind {at:02}" for at in range(25))]
    organisations = "id,name,kind\n" + "".join(f"o{at},O {at},Company\n" for at in range(28))
    ties = "a,b,kind\n" + "".join(f"o{at},o{at + 1},{kind}\n" for at, kind in enumerate(kinds))
    view = build_view(Network.of(load(tmp_path, organisations=organisations, ties=ties)))
    content = page_content(view)
    facet = next(each for each in content["facets"] if each["name"] == "tieKind")
    own = [*(f"kind {at:02}" for at in range(18)), "often"]
    assert [each["label"] for each in facet["values"]] == [*own, "others (7)"]
    assert sorted(facet["each"]) == sorted([18, 18, *range(18), *[19] * 7])


def test_own_tables_of_a_selection_hold_its_kinds(tmp_path: Path) -> None:
    network = Network.of(unions(tmp_path))
    assert own_tables(statements_of(network))["kinds"] == [
        ["id", "name", "name_pl", "sector", "colour", "shape"],
        ["Bank", "Bank", "", "finance", "#FFAA00", ""],
        ["TradeUnion", "", "Związek zawodowy", "labour", "", "star"],
    ]
    banks = statements_of(network.select(kind="bank"))
    assert [each.id for each in banks.nodes if each.label == "Kind"] == ["Bank"]


def test_marks_that_are_left_open_are_no_other_kinds() -> None:
    """Seven colours and seven shapes, once more in darker: 98 marks, of which 20 are built in."""
    own = [OwnKind(f"K{number:02}", "", {}) for number in range(98 - len(MARKS))]
    marks = marks_of(own)
    assert len({(mark.colour, mark.shape) for mark in marks.values()}) == 98
    one, other = (marks[kind] for kind in ("K00", "K01"))
    assert one.colour != other.colour
    assert one.shape != other.shape
    few = marks_of([OwnKind("A", "", {}, "", "#010203"), OwnKind("B", "", {}, "", "", "dot")])
    assert few["A"].edge == "#4D4D4D"  # nearly black: what is darker would not show on black
    assert few["B"].shape == "dot"
    assert (few["B"].colour, "dot") not in {(mark.colour, mark.shape) for mark in MARKS.values()}


def test_what_other_programs_write_is_no_colour_and_no_shape() -> None:
    for colour, shape in itertools.product(("red;}</style>", "#12"), ("<svg>", "circle")):
        kind = OwnKind.of(Node("Kind", "Bank", {"colour": colour, "shape": shape, "name": 3}))
        assert (kind.colour, kind.shape, kind.name) == ("", "", "Bank")
    assert {mark.shape for mark in marks_of([]).values()} <= {*SHAPES}


MEMBERS = """\
Organisation,Type,Since
Metal Workers,trade union,2010
First Bank,Bank,2011
Old Mosque,Mosque,2012
Acme,firm,2013
"""
DECLARED = """
[[kind]]
id = "TradeUnion"
name_pl = "Związek zawodowy"
sector = "labour"
colour = "sky"

[[kind]]
id = "Bank"
"""


def test_a_mapping_declares_kinds_before_the_synonyms_count(tmp_path: Path) -> None:
    (tmp_path / "members.csv").write_text(MEMBERS)
    read = read_files([tmp_path / "members.csv"], yes=True)
    said = {each.name: each.kind for each in read.dataset.nodes if each.kind}
    assert said["Metal Workers"] == "Association"
    assert said["First Bank"] == "Company"
    assert said["Old Mosque"] == "Other"
    told = "1 cell of Type is not a known kind and became Other: Mosque (row 4)"
    assert any(told in each for each in read.remarks)

    mapping = tmp_path / "members.mapping.toml"
    mapping.write_text(mapping.read_text() + DECLARED)
    data = read_files([tmp_path / "members.csv"]).dataset
    assert [each.kind for each in data.nodes if each.name in ("Metal Workers", "First Bank")] == [
        "Bank",
        "TradeUnion",
    ]
    assert node(data, "metal-workers").properties["sector"] == "labour"
    assert node(data, "TradeUnion").properties == {
        "name": "Trade union",
        "namePl": "Związek zawodowy",
        "sector": "labour",
        "colour": "#56B4E9",
    }
    # What graphkit writes of a mapping says the kinds again.
    parts = read_mapping(mapping)
    (tmp_path / "again.mapping.toml").write_text(as_toml(parts, [[""] * 3]))
    assert read_mapping(tmp_path / "again.mapping.toml") == parts


@pytest.mark.parametrize(
    ("declared", "said"),
    [
        ("[[kind]]\nid = 'company'", "kind id: 'company' is not a capital letter followed by"),
        ("[[kind]]\nid = 'Company'", "kind id: 'Company' is a word of the built-in vocabulary"),
        ("[[kind]]\nname = 'Bank'", "kind id: '' is not a capital letter"),
        ("[[kind]]\nid = 'Bank'\ncolour = 'red;'", "kind colour: 'red;' is not one; write it as"),
        ("[[kind]]\nid = 'Bank'\nshape = 'dto'", "kind shape: 'dto' is not one; use dot, square"),
        ("[[kind]]\nid = 'Bank'\nshap = 'dot'", "kind shap: there is no such setting; did you"),
        ("[[kind]]\nid = 'Bank'\nname = 3", "kind name is not a text; put it in quotation"),
        ("[[kind]]\nid = 'Bank'\n[[kind]]\nid = 'BANK'", "kind: BANK has the id or a name of Bank"),
        ("[kind]\nid = 'Bank'", "`kind` belongs to a sheet; move it below [[sheet]]"),
    ],
)
def test_a_mapping_that_declares_no_kind_is_refused(
    tmp_path: Path, declared: str, said: str
) -> None:
    (tmp_path / "members.csv").write_text(MEMBERS)
    read_files([tmp_path / "members.csv"], yes=True)
    mapping = tmp_path / "members.mapping.toml"
    mapping.write_text(f"{mapping.read_text()}\n{declared}\n")
    with pytest.raises(UsageError) as raised:
        read_files([tmp_path / "members.csv"])
    assert said in str(raised.value)


def test_a_mapping_keeps_sectors_that_are_not_built_in(tmp_path: Path) -> None:
    rows = "Name,Sector\nA,Finance\nB,science\nC,busines\nD,Media|Press\nE,business\n"
    (tmp_path / "list.csv").write_text(rows)
    (tmp_path / "list.mapping.toml").write_text(
        '[[sheet]]\nfile = "list.csv"\nshape = "organisations"\nheader_row = 1\n'
        '[sheet.columns]\n"Name" = "member"\n"Sector" = "member sector"\n'
    )
    read = read_files([tmp_path / "list.csv"])
    found = [each.properties.get("sector") for each in read.dataset.nodes if each.kind]
    assert found == ["Finance", "research", "business", None, "business"]
    said = "\n".join(read.remarks)
    assert "1 sector is not of the built-in list: 'Finance' (1 organisation)" in said
    assert "1 cell of Sector is not a sector and was read as business: busines (row 4)" in said
    assert "1 cell of Sector is not a sector and was left out: Media|Press (row 5)" in said
