"""Shapes that public files of networks and lists have, rewritten by us; expected values by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.model import Dataset
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
    assert "states another country than an earlier row; both were kept: Aalto: Sweden" in remarks


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
