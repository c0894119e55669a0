"""Shapes that public files of networks and lists have, rewritten by us; expected values by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.model import Dataset, UsageError
from graphkit.sources import read_files
from tests.import_statements import statements

GRAPHML = """\
<?xml version="1.0"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="name" for="node" attr.name="name" attr.type="string"/>
<graph edgedefault="undirected">
<node id="1"><data key="name">Seed Forum</data></node>
<node id="2"><data key="name">Debt Watch</data></node>
<edge source="1" target="2"/>
</graph>
</graphml>
"""
GML = """\
graph
[
  directed 0
  node
  [
    id 0
    na 0
    vertexnames "ACF-1"
  ]
  node
  [
    id 1
    na 0
    vertexnames "ACF-2"
  ]
  edge
  [
    source 0
    target 1
    na 0
  ]
]
"""


def read(path: Path, text: str, encoding: str = "utf-8") -> tuple[Dataset, str]:
    path.write_text(text, encoding=encoding)
    found = read_files([path], yes=True, save=False)
    return found.dataset, "\n".join(found.remarks)


def named(dataset: Dataset, label: str = "Organisation") -> set[str]:
    return {node.name for node in dataset.nodes if node.label == label}


@pytest.mark.parametrize("name", ["movements.gml", "movements.xml", "movements.txt"])
def test_graphml_is_told_by_its_first_bytes_whatever_it_is_called(
    tmp_path: Path, name: str
) -> None:
    dataset, _ = read(tmp_path / name, GRAPHML)
    assert named(dataset) == {"Seed Forum", "Debt Watch"}
    assert len(dataset.facts) == 1


def test_a_table_that_mentions_graphml_is_a_table(tmp_path: Path) -> None:
    dataset, _ = read(tmp_path / "list.gml", GML.replace('"ACF-1"', '"The <gml> Club"'))
    assert named(dataset) == {"The <gml> Club", "ACF-2"}


def test_the_names_that_r_gives_to_nodes_are_names(tmp_path: Path) -> None:
    dataset, remarks = read(tmp_path / "agencies.gml", GML)
    assert named(dataset) == {"ACF-1", "ACF-2"}
    assert "vertexnames" not in remarks
    xml = GRAPHML.replace('attr.name="name"', 'attr.name="vertex.names"')
    assert named(read(tmp_path / "agencies.graphml", xml)[0]) == {"Seed Forum", "Debt Watch"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_delimited_text_may_be_called_a_workbook(tmp_path: Path, encoding: str) -> None:
    text = "Organisation\tType\nAcme\tCompany\nBest\tNGO\n"
    dataset, _ = read(tmp_path / "export.xls", text, encoding)
    assert named(dataset) == {"Acme", "Best"}


def test_an_organisation_keeps_each_country_that_a_list_states(tmp_path: Path) -> None:
    rows = "Aalto,Finland,Espoo\nAalto,Finland,\nAalto,Sweden,\n"
    text = f"Organisation,Country,City\n{rows}Other,Poland,\n"
    dataset, remarks = read(tmp_path / "members.csv", text)
    where = {
        (fact.start[1], fact.end[1]) for fact in dataset.facts if fact.relation == "LOCATED_IN"
    }
    assert where == {
        ("aalto", "place-espoo"),
        ("aalto", "place-sweden"),
        ("other", "place-poland"),
    }
    assert "states another country than an earlier one; both were kept: Aalto: Sweden" in remarks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Name,Founded,Dissolved\nAcme,1990,2004\nBest,1995,\n",
            ["Acme founded=1990 dissolved=2004", "Best founded=1995"],
        ),
        (
            "Nazwa;Data założenia;Data likwidacji\nAcme;1990;2004\nBest;01.02.1995;\n",
            ["Acme founded=1990 dissolved=2004", "Best founded=1995-02-01"],
        ),
        (
            "Firma;Gründungsjahr\nAcme;1990\nBest;1995\n",
            ["Acme founded=1990", "Best founded=1995"],
        ),
        # In a register an end is of the organisation, not of a membership.
        (
            "Organisation,Created,End\nAcme,1990,2004\nBest,1995,\n",
            ["Acme founded=1990 dissolved=2004", "Best founded=1995"],
        ),
        (
            "Company,Start,Date of dissolution\nAcme,1990,2004\nBest,1995,\n",
            ["Acme founded=1990 dissolved=2004", "Best founded=1995"],
        ),
        # What is the same in all rows of a group was said of it.
        (
            "Cluster,Member,Established\nIron,Acme,1990\nIron,Best,1990\nMilk,Acme,1995\n",
            [
                "Acme",
                "Acme : Iron",
                "Acme : Milk",
                "Best",
                "Best : Iron",
                "Iron (Cluster) founded=1990",
                "Milk (Cluster) founded=1995",
            ],
        ),
        (
            "Agreement,Party,Date of creation\nPact,Acme,1990\nPact,Best,1990\nDeal,Acme,1995\n",
            [
                "Acme",
                "Acme ~ Deal",
                "Acme ~ Pact",
                "Best",
                "Best ~ Pact",
                "[agreement] Deal 1995..",
                "[agreement] Pact 1990..",
            ],
        ),
        (
            "Organisation,Founded,Association,Since\nAcme,1990,League,2001\nBest,1995,League,2002\n",
            [
                "Acme : League | 2001..",
                "Acme founded=1990",
                "Best : League | 2002..",
                "Best founded=1995",
                "League (Association)",
            ],
        ),
    ],
)
def test_a_founding_and_a_dissolution_are_no_membership(
    tmp_path: Path, text: str, expected: list[str]
) -> None:
    assert statements(read(tmp_path / "register.csv", text)[0]) == expected


WIKIDATA = """\
{"head": {"vars": ["item", "itemLabel", "member", "memberLabel", "start"]},
 "results": {"bindings": [
  {"item": {"type": "uri", "value": "http://w.example/Q1"},
   "itemLabel": {"type": "literal", "value": "Union"},
   "member": {"type": "uri", "value": "http://w.example/Q2"},
   "memberLabel": {"type": "literal", "value": "Acme"},
   "start": {"type": "literal", "value": "2001-01-01T00:00:00Z"}},
  {"item": {"type": "uri", "value": "http://w.example/Q1"},
   "itemLabel": {"type": "literal", "value": "Union"},
   "member": {"type": "uri", "value": "http://w.example/Q3"},
   "memberLabel": {"type": "literal", "value": "Best"}}]}}
"""


def test_answers_of_wikidata_name_items_by_their_labels(tmp_path: Path) -> None:
    dataset, _ = read(tmp_path / "query.json", WIKIDATA)
    assert statements(dataset) == [
        "Acme",
        "Acme : Union | 2001-01-01..",
        "Best",
        "Best : Union",
        "Union",
    ]
    rows = "item,itemLabel,member,memberLabel,start\n" + "".join(
        f"http://w.example/Q1,Union,http://w.example/{key},{name},{start}\n"
        for key, name, start in (("Q2", "Acme", "2001-01-01T00:00:00Z"), ("Q3", "Best", ""))
    )
    assert statements(read(tmp_path / "query.csv", rows)[0]) == statements(dataset)
    assert "http://w.example/Q2" in {node.id for node in dataset.nodes}


def test_parts_of_a_record_keep_what_is_said_of_each(tmp_path: Path) -> None:
    text = """{"results": [
        {"name": "Forum", "members": [{"name": "Acme", "role": "chair"}, {"name": "Best"}]},
        {"name": "Club", "members": [{"name": "Acme", "role": "member"}]}]}"""
    assert [line for line in statements(read(tmp_path / "api.json", text)[0]) if ":" in line] == [
        "Acme : Club",
        "Acme : Forum | chair",
        "Best : Forum",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Lp.;Organizacja;Grupa\n1;Acme;Woda\n2;Acme;Prąd\n3;Best;Woda\n",
        "No.,Partner,Group\n1.,Acme,Woda\n2.,Acme,Prąd\n3.,Best,Woda\n",
        '"","organisation","group"\n"1","Acme","Woda"\n"2","Acme","Prąd"\n"3","Best","Woda"\n',
    ],
)
def test_numbers_of_rows_are_no_ids(tmp_path: Path, text: str) -> None:
    dataset, _ = read(tmp_path / "list.csv", text)
    assert named(dataset) == {"Acme", "Best", "Woda", "Prąd"}
    assert len([node for node in dataset.nodes if node.label == "Organisation"]) == 4
    assert not [name for node in dataset.nodes for name in node.properties if name.startswith("x_")]


def test_numbers_of_rows_that_name_each_organisation_once_may_be_ids(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("ID,Organisation,Country\n1,Acme,PL\n2,Best,DE\n")
    read_files([path], yes=True)
    assert '"ID" = "member id"' in (tmp_path / "list.mapping.toml").read_text()


def test_a_column_of_coordinators_gives_the_role(tmp_path: Path) -> None:
    text = "Nazwa klastra;Koordynator klastra\nIron;Acme Centre\nMilk;Best Centre\n"
    assert "Acme Centre : Iron | coordinator" in statements(read(tmp_path / "l.csv", text)[0])


def test_a_survey_gives_ties(tmp_path: Path) -> None:
    text = (
        "Timestamp,What is the name of your organisation?,What type of organisation is it?,"
        "Which organisations do you work with?\n"
        '2024/03/01 10:11:12 AM GMT+1,Acme,Company,"Best, Cool"\n'
        '2024/03/02 9:01:00 AM GMT+1,Best,University,"Acme, Dean"\n'
        "2024/03/04 1:01:00 PM GMT+1,Cool,NGO,\n"
    )
    dataset, said = read(tmp_path / "survey.csv", text)
    assert [line for line in statements(dataset) if "=" in line and "x_" not in line] == [
        "Acme = Best",
        "Acme = Best",
        "Acme = Cool",
        "Best = Dean",
    ]
    kinds = {node.name: node.kind for node in dataset.nodes if node.label == "Organisation"}
    assert kinds == {
        "Acme": "Company",
        "Best": "University",
        "Cool": "Association",
        "Dean": "Other",
    }
    assert "1 row names nobody that it is tied to; the organisation alone is loaded: row 4" in said


def test_relations_of_legal_entities_are_ties(tmp_path: Path) -> None:
    text = (
        "Relationship.StartNode.NodeID,Relationship.StartNode.NodeIDType,"
        "Relationship.EndNode.NodeID,Relationship.RelationshipType\n"
        "5493001KJTIIGC8Y1R12,LEI,549300MLUDYVRQOOXS22,IS_DIRECTLY_CONSOLIDATED_BY\n"
    )
    dataset, _ = read(tmp_path / "relations.csv", text)
    (fact,) = dataset.facts
    assert fact.relation == "COLLABORATES_WITH"
    assert {
        node.properties.get("lei") for node in dataset.nodes if node.label == "Organisation"
    } == {
        "5493001KJTIIGC8Y1R12",
        "549300MLUDYVRQOOXS22",
    }


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (
            "1 is yes",
            ["Acme : Sea Forum", "Best : Air Forum", "Cool : Air Forum", "Cool : Sea Forum"],
        ),
        ("2 is yes", ["Acme : Air Forum", "Best : Sea Forum"]),
    ],
)
def test_a_mapping_says_what_1_and_2_mean(tmp_path: Path, cells: str, expected: list[str]) -> None:
    (tmp_path / "list.csv").write_text(
        "Organisation,Sea Forum,Air Forum\nAcme,1,2\nBest,2,1\nCool,1,1\n"
    )
    with pytest.raises(UsageError):
        read_files([tmp_path / "list.csv"], yes=True)
    mapping = tmp_path / "list.mapping.toml"
    proposed = 'cells = "2 is yes"'
    assert proposed in mapping.read_text()  # 2 is the rarer of both
    mapping.write_text(mapping.read_text().replace(proposed, f'cells = "{cells}"'))
    found = read_files([tmp_path / "list.csv"])
    assert [line for line in statements(found.dataset) if ":" in line] == expected
