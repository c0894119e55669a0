"""What a proposal says of itself where the file leaves it open; expected values by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.model import UsageError
from graphkit.sources import Proposal, read_files
from tests.commands import graphkit
from tests.import_statements import statements

DOUBTS = {
    "nothing is tied": (
        "list.csv",
        "Company,Section\nAcme Works,north\nBest,south\nCool,north\nDone,north\nEast,south\n"
        "Fine,north\n",
        [
            "no column is taken for a group, so the organisations are tied to nothing; if Section "
            'names one, write shape = "pairs" and "group" for it'
        ],
    ),
    "people to write to, who are no slip for a contract and group nobody": (
        "list.csv",
        "Name,Icon,Contact\nAcme,a.png,Ann Roe\nBest,b.png,Bob Poe\nCool,c.png,Cy Low\n"
        "Done,d.png,Di May\n",
        ["no column names a group, so the organisations are tied to nothing"],
    ),
    "names that a word separates": (
        "decisions.csv",
        "Decision,Parties\nD-1,Alpha Works et Beta Works\nD-2,Alpha Works\n"
        "D-3,Gamma Works et Beta Works\nD-4,Beta Works\n",
        [
            "Parties: 'Alpha Works et Beta Works' is read as one name, and other cells hold a part "
            "of it; if 'et' separates names, write ' et ' in split"
        ],
    ),
    "blank columns beside groups": (
        "matrix.csv",
        "Company,North Forum,South Forum,West Forum,East Circle\nAcme,x,,x,\nBest,,x,,\n",
        [
            'East Circle: nothing stands below; if they are groups without members, write "group '
            'column" for them'
        ],
    ),
    "marks where groups are named": (
        "list.csv",
        "Company,Country,Group\nAcme,PL,x\nBest,DE,x\n",
        [
            "no column is taken for a group, so the organisations are tied to nothing; if Group "
            'names one, write shape = "pairs" and "group" for it'
        ],
    ),
    "days of a year and addresses, which name no group": (
        "list.csv",
        "Company,Country,Fiscal year start,Report\nAcme,PL,01 Jan,None given\n"
        "Best,DE,04 Apr,https://best.example/r\nCool,DE,01 Jan,https://cool.example/r\n",
        ["no column names a group, so the organisations are tied to nothing"],
    ),
    "nothing else is there": (
        "list.csv",
        "Company,Country\nAcme,PL\nBest,DE\n",
        ["no column names a group, so the organisations are tied to nothing"],
    ),
    "projects that nobody takes part in": (
        "projets.csv",
        "nom,domaine,momentum,qui\nVent,Mer,fort,Acme / Best\nEau,Mer,faible,Cool / Acme\n"
        "Feu,Ville,fort,Best\n",
        [
            "no column says who is in what the rows name, so that nothing ties organisations; if "
            'qui or domaine or momentum does, write shape = "pairs" and "member" for it'
        ],
    ),
    "people": (
        "mps.csv",
        "Person,Organisation,Role\nJan Nowak,Acme,president\nEwa Wu,Best,treasurer\n",
        [
            "Person: the rows are people, who do not become nodes; their organisations are tied to "
            'nothing. If they form one group, write shape = "pairs" and group = "…"; if people tie '
            "them, write group for Person"
        ],
    ),
    "contacts, which are no slip for contracts": (
        "consortium.csv",
        "name,contact,website\nAcme,Jan Nowak,acme.example\nBest,Ewa Wu,best.example\n",
        [
            "no column names a group, so the organisations are tied to nothing; if all belong to "
            '\'Consortium\', write shape = "pairs" and group = "Consortium"'
        ],
    ),
    "people of a list": (
        "forum-members.csv",
        "Person,Organisation,Role\nJan Nowak,Acme,chair\nEwa Wu,Best,member\n",
        [
            "Person: the rows are people, who do not become nodes; their organisations are taken "
            "for members of 'Forum members'"
        ],
    ),
    "a group that no title states": (
        "water.csv",
        "Organisation,Role\nAcme,chair\nBest,member\n",
        [
            "no column names a group: all rows are taken for members of 'Water'; if they are not, "
            'write shape = "organisations"'
        ],
    ),
    "a group that the title states": (
        "water-members.csv",
        "Organisation,Role\nAcme,chair\nBest,member\n",
        [],
    ),
    "hyphens between short names of members": (
        "pacts.csv",
        "Coalition,Parties\nTogether,PRI-PNA\nAhead,PAN-PRD-PT\nOne,PRI\nTwo,PAN\nThree,PT\n"
        "Four,PNA\n",
        [
            "Parties: 'PRI-PNA' is read as 2 names, since its parts stand elsewhere; if hyphens "
            "belong to names, take the column out of split"
        ],
    ),
    "a hyphen between names that stand alone too": (
        "partners.csv",
        "Partner,Project\nAcme,Water\nBest,Water\nAcme-Best,Roads\nAlsace-Lorraine,Roads\n",
        [
            "Partner: 'Acme-Best' is read as one name, and other cells hold its parts; if hyphens "
            "separate names, write '-' in split"
        ],
    ),
    "a hyphen in names whose parts stand nowhere else": (
        "partners.csv",
        "Partner,Project\nAlsace-Lorraine,Water\nNord-Ouest,Water\nOuest,Roads\n",
        [],
    ),
    "a comma that may belong to names": (
        "pacts.csv",
        'Agreement,Parties\nGas,"Acme, Paris, Best, Oslo"\nSea,Cool\n',
        [
            "Parties: 'Acme, Paris, Best, Oslo' is read as 4 names; if commas belong to names, "
            "take the column out of split"
        ],
    ),
    "a comma between names that stand again": (
        "pacts.csv",
        'Agreement,Parties\nGas,"Acme, Best"\nSea,"Best, Acme, Cool"\n',
        [],
    ),
    "a slash in a few cells": (
        "pacts.csv",
        "Agreement,Party\nGas,Acme / Akme\nGas,Best\nSea,Best\nSea,Cool\nAir,Cool\nAir,Done\n",
        ["Party: 'Acme / Akme' is read as one name; if '/' separates names, write it in split"],
    ),
    "two marks": (
        "orgs.csv",
        'Organisation,Member of\nAcme,"Water Forum, Energy Club"\nBest,Water Forum; Green\n',
        [
            "Member of: 'Water Forum, Energy Club' is read as one name; if ',' also separates "
            "names, write ';' in its place in the file"
        ],
    ),
    "a country of the programme": (
        "space.csv",
        "Programme,Country,Member\n"
        "Star,Germany,Acme\nStar,Germany,Best\nMoon,France,Acme\nMoon,France,Cool\n",
        [
            "Country: the same in all rows of one Programme and not in those of one Member, so it "
            "is not taken for the country of the latter"
        ],
    ),
    "titles that may be of anything": (
        "export.csv",
        "title,partners\nNorth Sea Hub,Acme;Best\nBaltic Wind,Best;Cool\n",
        [
            "title: nothing says whether these are projects, agreements or groups; they are read "
            'as projects; write layer = "declaration" or "membership" if they are not'
        ],
    ),
    "two columns of groups": (
        "space.csv",
        "Programme,Consortium,Member\nStar,One,Acme\nStar,One,Best\nMoon,Two,Cool\n",
        ["Consortium may name the group instead of Programme"],
    ),
    "two sorts of nodes that a file does not name": (
        "cities.net",
        '*Vertices 4 2\n1 "London"\n2 "Paris"\n3 "Acme"\n4 "Best"\n*Edges\n1 3\n2 3\n2 4\n',
        [
            "cities.net, nodes: the file does not say what its two sorts of nodes are; London, "
            "Paris are taken for organisations, and Acme, Best for the groups that they belong to"
        ],
    ),
    "a question that is answered by codes": (
        "survey.csv",
        "Organisation,Do you share data with others? (1=yes 2=no)\nAcme,1\nBest,2\nCool,1\n",
        [
            "no column names a group, so the organisations are tied to nothing; if all belong to "
            '\'Survey\', write shape = "pairs" and group = "Survey"'
        ],
    ),
    "numbers that may be codes": (
        "water-members.csv",
        "Organisation,Certified,Tier\nAcme,1,2\nBest,2,1\nCool,2,1\n",
        ["Certified holds only 1 and 2, which may mean yes and no; it is kept as numbers"],
    ),
    "ties between numbers": (
        "investments.csv",
        "source_uid,dest_uid,val\n120,380,10\n153,356,20\n153,120,30\n",
        [
            "source_uid and dest_uid hold numbers only; give also the table that says what they "
            "number"
        ],
    ),
    "people of organisations with marks": (
        "groups.csv",
        "Name,Organisation,Energy group,Water group\nAnna Nowak,Acme,x,\nJan Poe,Acme,,x\n"
        "Ewa Wu,Best,x,x\n",
        [
            "Name: the rows are people, who do not become nodes; their groups are taken for those "
            "of the Organisation"
        ],
    ),
    "a list that is called after a group": (
        "opec.csv",
        "Code,Name\nDZA,Algeria\nAGO,Angola\nIRN,Iran\n",
        [
            "no column names a group, so the organisations are tied to nothing; if all belong to "
            '\'Opec\', write shape = "pairs" and group = "Opec"'
        ],
    ),
    "people with their functions": (
        "members.csv",
        "Name,Company,Function,Lead\nAnn Poe,Acme,Statistician,\nBob Roe,Best,Lawyer,Water\n"
        "Cy Doe,Acme,Clinician,\n",
        [
            "Name: the rows are people, who do not become nodes; their organisations are taken for "
            "members of 'Members'"
        ],
    ),
    "a name of nobody, and a code": (
        "deals.csv",
        "Target,Acquirer,deal_type\nundisclosed,Acme,1\nundisclosed,Best,2\nCool,Best,3\n",
        [
            "Target: 'undisclosed' stands in 2 rows and may be nobody in particular; if it is, "
            "leave these cells blank, or they share one organisation",
            "deal_type holds codes (1, 2, 3), and nothing says what they mean; they are kept as "
            "they are",
        ],
    ),
    "rows that say no to what they seem to state": (
        "list.csv",
        "Organisation,Network,Endorsement\nAcme,Alpha,Yes\nBest,Alpha,No\nCool,Beta,Yes\n"
        "Dale,Beta,No\n",
        [
            "Endorsement: rows that say 'No' state no fact; if they do, delete Endorsement from "
            "no_fact"
        ],
    ),
    "commas in a list that semicolons separate": (
        "projects.csv",
        "Project\tPartners\nWater\tAcme; Best; East\nWind\tAcme; Cool, Dale, East, Fine, "
        "Gold, Ltd.; Hill\nSun\tBest; Cool\n",
        [
            "Partners: 'Cool, Dale, East, Fine, Gold, Ltd.' is read as one name; if commas "
            "separate names as ';' does, write \"; and ,\" in split"
        ],
    ),
    "stances": (
        "ledger.csv",
        "Organisation,Coalition,Position\nAcme,Wind,support\nBest,Wind,oppose\nAcme,Sea,oppose\n",
        [
            "Position: some are against what they are taken to take part in; it is their role, "
            "and a table for each side tells them apart"
        ],
    ),
    "capital letters behind dates": (
        "treaty.csv",
        "Participant,Date\nNorland,20 Mar 1992 S\nWestia,1 Jun 1994 D\nElm,2 Jul 1995 A\n",
        [
            'D behind a date is read as succession; write "D" = "denunciation" if it is that',
            'A behind a date is read as acceptance; write "A" = "accession" if it is that',
            "no column names a group: all rows are taken for members of 'Treaty'; if they are not, "
            'write shape = "organisations"',
        ],
    ),
    "one name in several countries": (
        "labs.csv",
        "Institution,City,Country,Energy WG,Water WG\nHealth Office,Lyon,France,1,0\n"
        "Acme,Oslo,Norway,1,1\nBest,Rome,Italy,0,1\nHealth Office,Bern,Switzerland,1,0\n"
        "Cool,Rome,Italy,1,0\n",
        [
            "'Health Office' stands in rows of several countries (France and Switzerland), and is "
            "taken for one organisation; if it is the name of several, write told_apart_by = "
            '"Country"',
            "nothing says of which kind the groups are (Energy WG, Water WG); write group_kind",
        ],
    ),
    "columns of dates that may be groups": (
        "s.csv",
        "State,Network,Baltic,Nordic\nPoland,East,1955-05-14,\nFrance,West,,1949-04-04\n"
        "Spain,West,1960-01-01,\n",
        [
            "Baltic and Nordic hold dates and are kept as further columns; if each names a group, "
            'write shape = "matrix", cells = "dates" and "group column" for each'
        ],
    ),
    "flows between provinces": (
        "flows.csv",
        "from_province,to_province,tons\nNorth,South,12\nSouth,East,7\n",
        ["from_province and to_province name places, which are taken for organisations"],
    ),
    "themes at an end of ties": (
        "r.csv",
        "source,target,relation,target_type\nAcme,Water,uses,Theme\nBest,Acme,owns,Company\n",
        [
            "target_type calls some Theme, which are not organisations but loaded as such; leave "
            "their rows out if they should not be"
        ],
    ),
    "no column names": (
        "work.csv",
        "Acme Works;Forum of Water\nBest;Forum of Water\nAcme Works;Club of Wind\n"
        "Cool;Club of Wind\n",
        ["the file has no column names; column 1 is taken for who is in what column 2 names"],
    ),
}


@pytest.mark.parametrize("name", DOUBTS)
def test_what_a_file_leaves_open_is_said_with_the_proposal(tmp_path: Path, name: str) -> None:
    file, text, expected = DOUBTS[name]
    (tmp_path / file).write_text(text, encoding="utf-8")
    found = read_files([tmp_path / file], yes=True, save=False)
    said = [line for line in found.remarks if line.startswith("in doubt: ")]
    assert said == [f"in doubt: {doubt}" for doubt in expected]


def test_memberships_of_people_say_what_can_be_loaded(tmp_path: Path) -> None:
    path = tmp_path / "popolo.json"
    path.write_text(
        '{"persons": [{"id": "p1", "name": "Ann"}, {"id": "p2", "name": "Bob"}], "organizations": '
        '[{"id": "o1", "name": "Acme"}, {"id": "o2", "name": "Best"}], "memberships": [{"person_id"'
        ': "p1", "organization_id": "o1"}, {"person_id": "p2", "organization_id": "o2"}]}'
    )
    found = read_files([path], yes=True, save=False)
    assert statements(found.dataset) == ["Acme x_id=o1", "Best x_id=o2"]
    assert (
        "popolo.json, sheet memberships: the rows are about people (person_id), who do not become "
        "nodes; organization_id only numbers their organisations, which another table must name; "
        "left out"
    ) in found.remarks


def test_what_stands_beside_lists_in_json_is_said(tmp_path: Path) -> None:
    path = tmp_path / "list.json"
    path.write_text(
        '{"made": "2020", "note": null, "organisations": [{"name": "Acme"}, {"name": "Best"}], '
        '"capitals": {"Poland": {"name": "Warsaw", "river": ["Vistula"]}}}'
    )
    found = read_files([path], yes=True, save=False)
    said = "list.json: 3 values beside organisations are not kept: made, capitals"
    assert said in found.remarks
    path.write_text('{"nodes": [{"id": "a"}, {"id": "b"}], "links": [], "capital": "Oslo"}')
    found = read_files([path], yes=True, save=False)
    assert "list.json: 1 value beside nodes and links is not kept: capital" in found.remarks


def test_people_among_the_nodes_of_a_network_are_said(tmp_path: Path) -> None:
    path = tmp_path / "map.json"
    path.write_text(
        '{"nodes": [{"id": "a", "name": "Anna Nowak"}, {"id": "b", "name": "Acme Works"}, {"id": '
        '"c", "name": "Best"}], "links": [{"source": "a", "target": "b"}]}'
    )
    said = "Anna Nowak may be people, who are taken for organisations here"
    assert f"in doubt: map.json, nodes: {said}" in read_files([path], yes=True, save=False).remarks


def test_ends_of_ties_without_a_row_in_the_table_of_nodes_are_said(tmp_path: Path) -> None:
    nodes, edges = tmp_path / "nodes.csv", tmp_path / "edges.csv"
    nodes.write_text("Id,Label\nR1,Alpha Bank\nR2,Beta Bank\n")
    edges.write_text("Source,Target,Class\nR1,R2,a\nR1,R3,a\nR4,R2,b\n")
    found = read_files([nodes, edges], yes=True, save=False)
    said = "2 ends have no row in nodes.csv and are named by their ids: R3, R4"
    assert f"in doubt: edges.csv: {said}" in found.remarks
    nodes.write_text("Id,Label\nR1,Alpha Bank\nR2,Beta Bank\nR3,Cool\nR4,Done\n")
    found = read_files([nodes, edges], yes=True, save=False)
    assert not [line for line in found.remarks if "no row" in line]


def test_a_graph_that_may_have_two_modes_is_said_where_no_kind_of_ties_says_more(
    tmp_path: Path,
) -> None:
    path = tmp_path / "map.json"
    nodes = ", ".join(f'{{"id": "{key}", "name": "{key} Works"}}' for key in "ABCDXYZ")
    pairs = ("AX", "AY", "BX", "BZ", "CY", "CZ", "DX", "DY", "DZ", "AZ")
    for more, expected in (("", 1), (', "type": "owns"', 0)):
        edges = ", ".join(f'{{"source": "{a}", "target": "{b}"{more}}}' for a, b in pairs)
        path.write_text(f'{{"nodes": [{nodes}], "links": [{edges}]}}')
        found = read_files([path], yes=True, save=False)
        said = "no node is at both ends of edges (A Works, B Works to X Works, Y Works)"
        assert sum(said in line for line in found.remarks) == expected


def test_a_mapping_of_a_graph_of_two_modes_reads_its_groups(tmp_path: Path) -> None:
    path = tmp_path / "operations.json"
    named = {"a": "Acme", "b": "Best", "c": "Cool", "1": "OP-11", "2": "OP-12", "3": "OP-13"}
    nodes = ", ".join(f'{{"id": "{key}", "name": "{name}"}}' for key, name in named.items())
    pairs = ("a1", "b1", "b2", "c2", "c3", "a3")
    edges = ", ".join(f'{{"source": "{end}", "target": "{start}"}}' for start, end in pairs)
    path.write_text(f'{{"nodes": [{nodes}], "links": [{edges}]}}')
    with pytest.raises(UsageError, match="source holds codes"):
        read_files([path], yes=True)
    assert [line for line in statements(read_files([path]).dataset) if " : " in line] == [
        "Acme : OP-11", "Acme : OP-13", "Best : OP-11", "Best : OP-12", "Cool : OP-12",
        "Cool : OP-13",
    ]  # fmt: skip


def test_a_doubt_stands_in_the_mapping_that_is_written(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("Company,Country\nAcme,PL\nBest,DE\n")
    ran = graphkit("load", "list.csv", cwd=tmp_path)
    assert ran.returncode == 2
    assert "# Look at this: no column names a group" in (tmp_path / "list.mapping.toml").read_text()


def test_a_word_for_a_blank_may_be_a_name(tmp_path: Path) -> None:
    path = tmp_path / "members.csv"
    path.write_text("Organisation,Country\nNull,DE\nNA,US\nAcme,NA\n")
    ran = graphkit("load", "members.csv", "--yes", cwd=tmp_path)
    assert ran.returncode == 3
    assert (
        "row 2, column Organisation: 'Null' counts as blank; name the member of this row, or write "
        'names = ["Null"] in the mapping' in ran.stderr
    )
    mapping = tmp_path / "members.mapping.toml"
    mapping.write_text(mapping.read_text().replace("\nids =", '\nnames = ["Null", "NA"]\nids =', 1))
    assert [line for line in statements(read_files([path]).dataset) if ":" in line] == [
        "Acme : Members",
        "NA : Members",
        "Null : Members",
    ]


def test_a_blank_in_a_list_of_names_is_no_organisation(tmp_path: Path) -> None:
    path = tmp_path / "pacts.csv"
    path.write_text("Agreement,Parties\nGas,Acme; n/a; Best\nSea,Best; Acme\n")
    found = read_files([path], yes=True, save=False)
    assert {node.name for node in found.dataset.nodes if node.label == "Organisation"} == {
        "Acme",
        "Best",
    }
    assert any("1 cell of Parties counts as blank: n/a (row 2)" in line for line in found.remarks)


def test_a_mapping_that_is_used_again_is_named_with_what_the_new_file_leaves_open(
    tmp_path: Path,
) -> None:
    first, second = tmp_path / "old-members.csv", tmp_path / "new.csv"
    first.write_text("Members,Joined\nAcme; Best,31/12/2014\nCool,2015\n")
    read_files([first], yes=True)
    second.write_text('Members,Joined\n"Acme, Best",12/31/2016\nCool,03/04/2016\n')
    assert read_files([second]).remarks[:3] == (
        "new.csv: read by old-members.mapping.toml, made for old-members.csv: all rows belong to "
        "'Old members'",
        "in doubt: Members: 'Acme, Best' is read as one name; if ',' also separates names, write "
        "';' in its place in the file; see old-members.mapping.toml",
        "in doubt: Joined: other dates are written month first, and 03/04/2016 is read day first; "
        "see old-members.mapping.toml",
    )
    assert not any("read by" in line for line in read_files([first]).remarks)


def test_a_wrong_mapping_of_another_file_stops_no_load(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Organisation,Since\nAcme,2014\nBest,2015\n")
    part = '[[sheet]]\nshape = "matrix"\n[sheet.columns]\n"X" = "note"\n'
    (tmp_path / "b.mapping.toml").write_text(part)
    found = read_files([tmp_path / "a.csv"], yes=True)
    (said,) = [line for line in found.remarks if "b.mapping.toml" in line]
    assert said.startswith("a mapping of other files is not used: ")
    assert "sheet 1, column 'X': a matrix has no 'note'" in said


def test_people_and_what_they_do_are_left_out_and_counted(tmp_path: Path) -> None:
    (tmp_path / "g.graphml").write_text(
        '<graphml><key id="t" attr.name="type" for="node"/><graph>'
        '<node id="Acme"><data key="t">Company</data></node>'
        '<node id="Best"><data key="t">Company</data></node>'
        '<node id="Jo"><data key="t">Person</data></node>'
        '<edge source="Acme" target="Best"/><edge source="Jo" target="Best"/></graph></graphml>'
    )
    assert {
        "g.graphml, edges: 1 edge leads to a person, a place or the like and was left out: edge 2",
        "g.graphml, nodes: 1 node is a person, a place or the like and was left out: Jo (node 3)",
    } <= {*read_files([tmp_path / "g.graphml"]).remarks}
    (tmp_path / "e.ftm.json").write_text(
        '{"id": "a", "schema": "Company", "properties": {"name": ["Acme"]}}\n'
        '{"id": "d", "schema": "Directorship", "properties": {"organization": ["a"]}}\n'
    )
    (said,) = read_files([tmp_path / "e.ftm.json"]).remarks
    assert said == (
        "e.ftm.json, sheet Directorship: 1 row is neither an organisation nor a tie between "
        "organisations, and was left out"
    )


def test_what_may_be_wrong_as_a_whole_is_loaded_only_after_a_look(tmp_path: Path) -> None:
    (tmp_path / "partners.csv").write_text(
        "KIC,Partner name,Joined\nAlpha,Acme,2016\nAlpha,Best,2018\nBeta,Acme,2019\n"
        "Beta,Best,2018\n"
    )
    ran = graphkit("load", "partners.csv", "--yes", "--store", "s", cwd=tmp_path)
    assert ran.returncode == 2
    assert "repeat a name and differ in KIC; KIC may be the group" in ran.stderr
    assert not (tmp_path / "s").exists()
    mapping = (tmp_path / "partners.mapping.toml").read_text()
    assert '"KIC" = "group"' in mapping
    assert "# Look at this: 'Acme' and 1 more rows repeat a name" in mapping
    assert mapping.count("# Look at this") == 1  # no doubt on the proposal that it replaces
    looked_over = read_files([tmp_path / "partners.csv"])  # by the mapping, once it is there
    assert [line for line in statements(looked_over.dataset) if ":" in line] == [
        "Acme : Alpha | 2016..",
        "Acme : Beta | 2019..",
        "Best : Alpha | 2018..",
        "Best : Beta | 2018..",
    ]


def test_a_person_who_is_asked_sees_doubts_on_what_is_written(tmp_path: Path) -> None:
    """Memberships by abbreviations, of which some are blank; years are of founding. By hand."""
    (tmp_path / "list.csv").write_text(
        "Name,Abbreviation,Membership,Year,Position\nWater Union,WU,,1950,support\nAcme Works,,WU,"
        "1999,oppose\nBest Institute,BI,WU,2001,oppose\nCool Club,,BI; WU,2003,support\n"
    )
    asked: dict[str, str] = {}
    found = read_files(
        [tmp_path / "list.csv"], confirm=lambda made: bool(asked.setdefault("text", made.text))
    )
    assert statements(found.dataset) == [
        "Acme Works : Water Union | oppose",
        "Acme Works founded=1999",
        "Best Institute : Water Union | oppose",
        "Best Institute aliases=BI founded=2001",
        "Cool Club : Best Institute | support",
        "Cool Club : Water Union | support",
        "Cool Club founded=2003",
        "Water Union aliases=WU founded=1950 x_role=support",
    ]
    assert [line for line in asked["text"].splitlines() if "# Look at" in line] == [
        "# Look at this: Membership names organisations of other rows, which then are the groups",
        "# Look at this: Position: some are against what they are taken to take part in; it is "
        "their role, and a table for each side tells them apart",
    ]


def test_cells_are_cut_at_both_of_two_marks(tmp_path: Path) -> None:
    """The list has seven partners; the comma before Ltd. is part of a name."""
    file = tmp_path / "projects.csv"
    file.write_text(DOUBTS["commas in a list that semicolons separate"][1])

    def ask(proposal: Proposal) -> Proposal:
        (doubt,) = proposal.made[0][1].doubts
        return proposal.changed(0, doubt.changes[0])

    found = read_files([file], confirm=ask)
    assert [line for line in statements(found.dataset) if line.endswith(" * Wind")] == [
        f"{name} * Wind" for name in ("Acme", "Cool", "Dale", "East", "Fine", "Gold, Ltd.", "Hill")
    ]
    assert not any("not kept" in line for line in found.remarks)
