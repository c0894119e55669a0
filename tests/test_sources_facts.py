"""What the rows become: nodes, facts, their properties, dates and ids."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graphkit.model import FOREVER, fact_id
from graphkit.sources import read
from tests.sources_tables import ORGANISATIONS, fact, facts, found, load, node, write

SOURCES = "id,title,url,published\ns1,Report,https://x.pl/r.pdf,2014-11\n"


def test_an_organisation_has_the_properties_of_its_columns(tmp_path: Path) -> None:
    text = (
        "id,name,kind,aliases,stage,website,founded,dissolved,krs,description,observed,source\n"
        "a,Acme,Company,AC|Ac Me,Active,www.acme.pl,1999,2014-05,28860,Makes it,2010,s1:p2\n"
    )
    acme = node(load(tmp_path, organisations=text, sources=SOURCES), "a")
    assert (acme.label, acme.kind) == ("Organisation", "Company")
    assert acme.properties == {
        "name": "Acme",
        "kind": "Company",
        "aliases": ["AC", "Ac Me"],
        "sector": "business",
        "stage": "active",
        "website": ["http://www.acme.pl"],
        "founded": "1999",
        "foundedFrom": date(1999, 1, 1),
        "foundedTo": date(1999, 12, 31),
        "dissolved": "2014-05",
        "dissolvedFrom": date(2014, 5, 1),
        "dissolvedTo": date(2014, 5, 31),
        "krs": "0000028860",
        "description": "Makes it",
        "observedDate": "2010",
        "observedFrom": date(2010, 1, 1),
        "observedTo": date(2010, 12, 31),
        "status": "stated",
        "sourceIds": ["s1"],
        "locators": ["p2"],
    }


def test_the_sector_is_that_of_the_kind_unless_given(tmp_path: Path) -> None:
    text = "id,name,kind,sector\na,A,Cluster,\nb,B,Cluster,civil\nc,C,Other,\n"
    data = load(tmp_path, organisations=text)
    assert node(data, "a").properties["sector"] == "support"
    assert node(data, "b").properties["sector"] == "civil"
    assert "sector" not in node(data, "c").properties


def test_a_source_is_a_node_without_status(tmp_path: Path) -> None:
    assert node(load(tmp_path, sources=SOURCES), "s1").properties == {
        "title": "Report",
        "url": "https://x.pl/r.pdf",
        "published": "2014-11",
    }


def test_a_membership_is_a_fact_with_a_role_dates_and_an_id(tmp_path: Path) -> None:
    text = "member,group,role,start,end,status\nacme,kom,,2012,..,Inferred\npb,kom,Coordinator,,,\n"
    by_start = {
        each.start[1]: each for each in facts(load(tmp_path, memberships=text), "MEMBER_OF")
    }
    acme, pb = by_start["acme"], by_start["pb"]
    assert acme.end == ("Organisation", "kom")
    assert acme.properties == {
        "role": "member",
        "status": "inferred",
        "startDate": "2012",
        "startFrom": date(2012, 1, 1),
        "startTo": date(2012, 12, 31),
        "endDate": "..",
        "endFrom": FOREVER,
        "endTo": FOREVER,
    }
    assert acme.id == fact_id("test", "memberships", ["acme", "kom"], "member", 0)
    assert pb.properties == {"role": "Coordinator", "status": "stated"}
    assert pb.id == fact_id("test", "memberships", ["pb", "kom"], "coordinator", 0)


def test_repeats_are_counted_in_order_of_rows(tmp_path: Path) -> None:
    text = "member,group,start,end\nacme,kom,2010,2011\nacme,kom,2013,2014\n"
    ids = {each.properties["startDate"]: each.id for each in load(tmp_path, memberships=text).facts}
    for ordinal, start in enumerate(["2010", "2013"]):
        assert ids[start] == fact_id("test", "memberships", ["acme", "kom"], "member", ordinal)


def test_the_order_of_rows_and_columns_does_not_matter(tmp_path: Path) -> None:
    first, second, third, fourth = ORGANISATIONS.splitlines()
    turned = "\n".join([first, fourth, third, second])
    members = "group,role,member\nkom,,pb\nkom,,acme\n"
    assert load(tmp_path / "1", memberships="member,group\nacme,kom\npb,kom\n") == load(
        tmp_path / "2", organisations=turned, memberships=members
    )


DECLARATIONS = (
    "id,title,signed,end,place,concerns,occasion,source\n"
    "d1,Declaration,2014-11-07,,town,kom|pb,conf,s1:p4\n"
    "d2,Undated,,,,,,\n"
    "d3,Ended,2010,2012,,,,\n"
)
AROUND = {
    "declarations": DECLARATIONS,
    "places": "id,name\ntown,Białystok\n",
    "collaborations": "id,title,kind,start,end\nconf,Conference,event,2014-11-07,2014-11-08\n",
    "sources": SOURCES,
}


def test_a_declaration_holds_from_its_signing_until_told(tmp_path: Path) -> None:
    data = load(tmp_path, **AROUND)
    properties = node(data, "d1").properties
    assert properties["name"] == "Declaration"
    assert properties["startFrom"] == date(2014, 11, 7)
    assert properties["endDate"] == ".."
    assert "signed" not in properties
    assert node(data, "d3").properties["endTo"] == date(2012, 12, 31)


def test_columns_that_name_others_are_facts_with_the_claims_of_the_row(tmp_path: Path) -> None:
    data = load(tmp_path, **AROUND)
    claims = {"status": "stated", "sourceIds": ["s1"], "locators": ["p4"]}
    located = fact(data, "LOCATED_IN")
    assert (located.start, located.end) == (("Declaration", "d1"), ("Place", "town"))
    assert located.properties == claims
    assert located.id == fact_id("test", "declarations.place", ["d1", "town"], "", 0)
    assert {each.end[1] for each in facts(data, "CONCERNS")} == {"kom", "pb"}
    assert fact(data, "CONCLUDED_AT").end == ("Collaboration", "conf")


@pytest.mark.parametrize(
    ("row", "start", "end"),
    [
        ("d1,pb,,", "2014-11-07", ".."),
        ("d1,pb,2014-12,", "2014-12", ".."),
        ("d1,pb,,2015", "2014-11-07", "2015"),
        ("d2,pb,,", None, ".."),
        ("d3,pb,,", "2010", "2012"),
    ],
)
def test_a_signature_takes_blank_dates_from_its_declaration(
    tmp_path: Path, row: str, start: str | None, end: str
) -> None:
    data = load(tmp_path, signatories=f"declaration,organisation,start,end\n{row}\n", **AROUND)
    signed = fact(data, "SIGNED")
    assert signed.properties.get("startDate") == start
    assert signed.properties.get("endDate") == end
    assert signed.properties["role"] == "signatory"
    assert signed.id == fact_id("test", "signatories", [row[:2], "pb"], "signatory", 0)


def test_a_signature_against_its_declaration_is_told(tmp_path: Path) -> None:
    text = "declaration,organisation,end\nd1,pb,2010\n"
    (problem,) = found(tmp_path, signatories=text, **AROUND)
    assert problem.column == "end"
    assert "ends (2010) before it starts (2014-11-07)" in problem.what
    assert "the declaration's" in problem.cure


BEGIN, FINISH = date(2014, 11, 7), date(2014, 11, 8)


@pytest.mark.parametrize(
    ("row", "start", "end", "earliest", "latest"),
    [
        ("conf,pb,,,", "2014-11-07", "2014-11-08", BEGIN, FINISH),
        ("conf,pb,2014-11-08,,", "2014-11-08", None, FINISH, FINISH),
        ("conf,pb,2014-11,,", "2014-11", None, date(2014, 11, 1), None),
        ("conf,pb,2015,,", "2015", None, date(2015, 1, 1), None),
        ("conf,pb,,2013,", None, "2013", None, date(2013, 12, 31)),
        ("conf,pb,,,2016", None, None, None, None),
        ("conf,pb,,?,", "2014-11-07", None, BEGIN, FINISH),
    ],
)
def test_a_participation_is_bounded_by_its_collaboration_unless_it_contradicts(
    tmp_path: Path,
    row: str,
    start: str | None,
    end: str | None,
    earliest: date | None,
    latest: date | None,
) -> None:
    text = f"collaboration,organisation,start,end,observed\n{row}\n"
    taking_part = fact(load(tmp_path, participants=text, **AROUND), "PARTICIPATES_IN")
    assert taking_part.properties.get("startDate") == start
    assert taking_part.properties.get("endDate") == end
    assert taking_part.properties.get("startFrom") == earliest
    assert taking_part.properties.get("endTo") == latest
    assert taking_part.properties["role"] == "participant"


def test_a_representative_is_a_property_of_the_signature(tmp_path: Path) -> None:
    text = "declaration,organisation,represented_by\nd1,pb,Acme\n"
    data = load(tmp_path, signatories=text, **AROUND)
    assert fact(data, "SIGNED").properties["representedById"] == "acme"


def test_a_contribution_keeps_its_number_and_currency(tmp_path: Path) -> None:
    text = 'collaboration,organisation,contribution,currency\nconf,pb,"1234,5",PLN\n'
    properties = fact(load(tmp_path, participants=text, **AROUND), "PARTICIPATES_IN").properties
    assert (properties["contribution"], properties["currency"]) == (1234.5, "PLN")


def test_ties_of_two_kinds_are_two_facts(tmp_path: Path) -> None:
    text = "a,b,kind,weight\npb,acme,research,2\npb,acme,training,\npb,acme,,\n"
    ties = {each.properties.get("kind"): each for each in load(tmp_path, ties=text).facts}
    assert ties["research"].properties["weight"] == 2
    assert "weight" not in ties["training"].properties
    assert ties["training"].id == fact_id("test", "ties", ["pb", "acme"], "training", 0)
    assert ties[None].id == fact_id("test", "ties", ["pb", "acme"], "", 0)


def test_relations_have_dates_of_their_own(tmp_path: Path) -> None:
    text = "from,kind,to,start,note\nacme,Part of,pb,2010,spun in\npb,succeeds,acme,,\n"
    data = load(tmp_path, relations=text)
    part = fact(data, "PART_OF")
    assert part.id == fact_id("test", "relations", ["acme", "pb"], "part_of", 0)
    assert part.properties == {
        "status": "stated",
        "note": "spun in",
        "startDate": "2010",
        "startFrom": date(2010, 1, 1),
        "startTo": date(2010, 12, 31),
    }
    assert fact(data, "SUCCEEDS").start == ("Organisation", "pb")


def test_a_figure_is_a_node_that_describes_its_subject(tmp_path: Path) -> None:
    text = (
        "subject,measure,value,value_to,unit,nature,observed\n"
        "kom,members,40,45,firms,,2014\nkom,Members,60,,firms,target,2020\n"
    )
    data = load(tmp_path, figures=text)
    first = fact_id("test", "figures", ["kom"], "members", 0)
    assert node(data, first).properties == {
        "measure": "members",
        "value": 40,
        "valueTo": 45,
        "unit": "firms",
        "status": "stated",
        "observedDate": "2014",
        "observedFrom": date(2014, 1, 1),
        "observedTo": date(2014, 12, 31),
    }
    second = fact_id("test", "figures", ["kom"], "members", 1)
    assert node(data, second).properties["nature"] == "target"
    describes = {each.start[1]: each for each in facts(data, "DESCRIBES")}
    assert describes[first].end == ("Organisation", "kom")
    assert describes[first].properties["observedDate"] == "2014"
    assert describes[first].id == fact_id("test", "figures.subject", [first, "kom"], "", 0)


def test_a_range_that_runs_down_is_told(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, figures="subject,measure,value,value_to\nkom,members,5,4\n")
    assert (problem.row, problem.column) == (2, "value_to")


PEOPLE = (
    "person,name,organisation,role,start\n"
    "ak,Anna Kowalska,pb,rector,2012\nak,Anna Kowalska,kom,chair,\n"
)


def test_people_are_read_only_when_asked_for(tmp_path: Path) -> None:
    signatories = "declaration,organisation,signed_by\nd1,pb,Anna Kowalska\n"
    tables = {**AROUND, "people": PEOPLE, "signatories": signatories}
    without = load(tmp_path, **tables)
    assert not [each for each in without.nodes if each.label == "Person"]
    assert not facts(without, "REPRESENTS")
    assert "signedById" not in fact(without, "SIGNED").properties

    data = load(tmp_path, with_people=True, **tables)
    assert node(data, "ak").properties == {"name": "Anna Kowalska"}
    by_end = {each.end[1]: each for each in facts(data, "REPRESENTS")}
    assert by_end["pb"].properties["role"] == "rector"
    assert by_end["pb"].properties["startDate"] == "2012"
    assert not {"id", "name"} & by_end["pb"].properties.keys()
    assert by_end["kom"].id == fact_id("test", "people", ["ak", "kom"], "chair", 0)
    assert fact(data, "SIGNED").properties["signedById"] == "ak"


def test_people_are_checked_even_when_not_read(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, people=PEOPLE + "ak,Anna Nowak,acme,,\n")
    assert (problem.row, problem.column) == (4, "name")
    assert found(tmp_path / "2", people="person,name,organisation,rule\n")[0].column == "rule"


def test_who_signed_needs_no_people_when_they_are_not_asked_for(tmp_path: Path) -> None:
    tables = {**AROUND, "signatories": "declaration,organisation,signed_by\nd1,pb,Anna\n"}
    assert found(tmp_path / "1", **tables) == ()
    (problem,) = found(tmp_path / "2", with_people=True, **tables)
    assert problem.column == "signed_by"


@pytest.mark.parametrize(
    ("tables", "column"),
    [
        ({"memberships": "member,group,start,end\npb,kom,2014,2013-12\n"}, "end"),
        ({"memberships": "member,group,start,observed\npb,kom,2014,2013\n"}, "observed"),
        ({"memberships": "member,group,end,observed\npb,kom,2014,2015\n"}, "end"),
        ({"declarations": "id,title,signed,end\nd,D,2014,2013\n"}, "end"),
        ({"organisations": "id,name,kind,founded,dissolved\na,A,Park,2014,2013\n"}, "dissolved"),
    ],
)
def test_reversed_dates_are_told(tmp_path: Path, tables: dict[str, str], column: str) -> None:
    (problem,) = found(tmp_path, **tables)
    assert (problem.row, problem.column) == (2, column)


def test_dates_that_may_agree_are_no_problem(tmp_path: Path) -> None:
    text = "member,group,start,end,observed\npb,kom,2014-11-07,2014,2014-11\n"
    assert found(tmp_path, memberships=text) == ()


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    folder = write(tmp_path, {"organisations": ORGANISATIONS, **AROUND})
    assert read(folder) == read(folder)


def test_a_collaboration_that_has_begun_bounds_the_start_of_a_participation_alone(
    tmp_path: Path,
) -> None:
    data = load(
        tmp_path,
        collaborations="id,title,kind,start\np,P,project,2012\n",
        participants="collaboration,organisation,end\np,pb,2014\n",
    )
    properties = fact(data, "PARTICIPATES_IN").properties
    assert properties["startFrom"] == date(2012, 1, 1)
    assert properties["endTo"] == date(2014, 12, 31)
