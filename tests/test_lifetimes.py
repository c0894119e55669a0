"""Organisations exist from their founding to their end, and so do their facts; worked out by hand.

Which day is inside a lifetime is tested case by case in `test_date_questions.py`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.export.evidence import explanation_text
from graphkit.metrics import cohesion, rank
from graphkit.model import UsageError
from graphkit.network import Network, explain
from graphkit.sources import read
from tests.commands import graphkit
from tests.networks import dataset
from tests.store_places import EmbeddedPlace

# a, b and c sign in 2010 and are never said to stop; d was founded in 2014 and is tied to nobody.
FACTS = dataset(
    "a b c d",
    signed=[(each, "x", {"start": "2010-01-01", "end": ".."}) for each in "abc"],
    lives={"b": ("2009", "2012-06-30"), "c": ("2013", None), "d": ("2014-03", "2016")},
)


def nodes(network: Network) -> tuple[str, ...]:
    return network.two_mode.organisations


@pytest.mark.parametrize(
    ("at", "standing", "ties"),
    [
        ("2008", "a", 0),
        ("2011", "a b", 1),
        # b is no more, c not yet.
        ("2012-07-01", "a", 0),
        # c was founded on some day of 2013, and so its signature may have counted on any of them.
        ("2013-05", "a c", 1),
        ("2013", "a c", 1),
        ("2015", "a c d", 1),
        ("2017", "a c", 1),
        # Within the years one after the other, though never together.
        ("2011/2015", "a b c d", 3),
    ],
)
def test_an_organisation_is_a_node_while_it_existed(at, standing, ties):
    network = Network.of(FACTS).select(at=at)
    assert " ".join(nodes(network)) == standing
    assert network.graph().number_of_edges() == ties
    assert network.counts()["absent"] == 4 - len(standing.split())


def test_what_is_not_known_of_a_lifetime_stays_unknown():
    network = Network.of(FACTS).select(at="2013-05", unknown="exclude")
    assert nodes(network) == ("a", "c")  # c may have existed, and is a node
    assert [network.organisations[at].id for at in network.facts.organisation] == ["a"]


def test_measures_at_a_date_are_of_those_who_existed():
    """Of the two that existed in 2011 both are tied, of all four one pair in six would be."""
    network = Network.of(FACTS)
    measured = cohesion(network.select(at="2011"))
    assert (measured.organisations, measured.measures[0].name) == (2, "density")
    assert measured.measures[0].value == 1.0
    ranking = rank(network.select(at="2011"), "degree")
    assert [node.id for node in ranking.organisations] == ["a", "b"]
    assert ranking.values["degree"] == (1.0, 1.0)


def test_a_cluster_has_no_members_before_it_was_founded():
    facts = dataset(
        {"a": "Company", "b": "Company", "k": "Cluster"},
        members=[("a", "k"), ("b", "k", {"start": "2005"})],
        lives={"k": ("2010", None)},
    )
    early = Network.of(facts).select(at="2009")
    assert nodes(early) == ("a", "b")
    assert early.graph().number_of_edges() == 0
    assert Network.of(facts).select(at="2011").graph().number_of_edges() == 3


def test_a_part_stands_for_itself_before_its_whole_was_founded():
    facts = dataset(
        {"dean": "Faculty", "uni": "University", "b": "Company"},
        signed=[("dean", "x"), ("b", "x")],
        parts=[("dean", "uni")],
        lives={"uni": ("2010", None)},
    )
    assert nodes(Network.of(facts).select(at="2005")) == ("b", "dean")
    assert nodes(Network.of(facts).select(at="2015")) == ("b", "uni")


def test_the_reasons_say_that_it_did_not_exist():
    network = Network.of(FACTS).select(at="2005")
    text = explanation_text(explain(network, network.organisation("b")))
    assert "it did not exist then (founded 2009, dissolved 2012-06-30)" in text
    with pytest.raises(UsageError, match=r"B did not exist then \(founded 2009, dissolved 2012"):
        network.node("b")


def test_a_store_knows_lifetimes_as_tables_do(tmp_path: Path):
    with EmbeddedPlace(tmp_path / "store").open() as store:
        store.load(FACTS)
        for evidence in (True, False):
            network = Network.of(store, evidence=evidence)
            assert nodes(network.select(at="2011")) == ("a", "b")


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "organisations.csv").write_text(
        "id,name,kind,founded,dissolved\na,Alfa,Company,,\nb,Beta,Company,2009,2012-06-30\n"
    )
    (folder / "ties.csv").write_text("a,b,start,end\na,b,2010,2011\n")
    return folder


def test_tables_give_lifetimes_their_bounds(tables: Path):
    network = Network.of(read(tables))
    assert nodes(network.select(at="2012-06-30")) == ("a", "b")
    assert nodes(network.select(at="2012-07")) == ("a",)


def test_the_commands_say_that_it_did_not_exist(tables: Path, tmp_path: Path):
    assert graphkit("load", str(tables), cwd=tmp_path).returncode == 0
    why = graphkit("why", "Beta", "--at", "2014", cwd=tmp_path)
    assert why.returncode == 0
    assert "it did not exist then (founded 2009, dissolved 2012-06-30)" in why.stdout
    assert "1 of 2 organisations (1 did not exist then)" in why.stderr
    ego = graphkit("ego", "Beta", "--at", "2014", cwd=tmp_path)
    assert ego.returncode == 2
    assert "Beta did not exist then (founded 2009, dissolved 2012-06-30)" in ego.stderr
    assert "choose another date --at" in ego.stderr


OUTSIDE = {
    "organisations": "id,name,kind,founded,dissolved,observed\n"
    "a,Alfa,Company,,,\nb,Beta,Company,2010,2012-06,2009\nk,Klaster,Cluster,2005,,\n",
    "memberships": "member,group,start,end,observed\n"
    "a,k,2004,,\nb,k,2010,..,\nb,k,2011,2012-07,\na,k,2005,,2006\n",
    "collaborations": "id,title,start,end\np,Early,2001,2009\nq,Long,2001,2020\n",
    "participants": "collaboration,organisation,start,end,observed\np,b,,,\nq,b,,,\nq,a,2001,,\n",
}


def test_check_remarks_on_facts_outside_a_lifetime(tmp_path: Path):
    """By hand: the dates that lie in no day of the lifetime; an open end is not one of them."""
    folder = tmp_path / "tables"
    folder.mkdir()
    for name, text in OUTSIDE.items():
        (folder / f"{name}.csv").write_text(text)
    checked = graphkit("check", str(folder), cwd=tmp_path)
    assert checked.returncode == 0
    said = [line for line in checked.stderr.splitlines() if " it " in line]
    cure = "correct the wrong date; if both are right, it counts while the organisation existed"
    assert said == [
        "organisations.csv, row 3, column observed: it was observed (2009) before Beta was founded "
        f"(2010); {cure}",
        "memberships.csv, row 2, column start: it starts (2004) before Klaster was founded (2005); "
        f"{cure}",
        "memberships.csv, row 4, column end: it ends (2012-07) after Beta was dissolved (2012-06); "
        f"{cure}",
        "participants.csv, row 2, column end: it ends (2009) before Beta was founded (2010); "
        f"{cure}",
    ]


def test_check_names_the_first_of_many_such_rows(tmp_path: Path):
    rows = "".join(f"o{at},O{at},Company,2010\n" for at in range(9))
    (tmp_path / "organisations.csv").write_text(f"id,name,kind,founded\n{rows}k,K,Cluster,\n")
    members = "".join(f"o{at},k,2009\n" for at in range(9))
    (tmp_path / "memberships.csv").write_text(f"member,group,start\n{members}")
    said = graphkit("check", str(tmp_path), cwd=tmp_path).stderr.splitlines()
    assert sum("before" in line for line in said) == 5
    assert "4 more rows have dates outside the lifetime of an organisation" in said
