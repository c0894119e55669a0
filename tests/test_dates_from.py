"""A participation without dates of its own lasts as long as its collaboration, a signature as its
declaration: alike in the library, the query library, the page and the commands. Worked out by hand.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.metrics import rank, rank_bands
from graphkit.model import UNKNOWN_END, Dataset, Fact, date_properties
from graphkit.network import Network, Standing, explain
from graphkit.sources import read
from graphkit.store import Store, parse_parameters, stored_query
from graphkit.views import build_view
from graphkit.views.page.content import page_content
from tests.commands import graphkit
from tests.store_places import EmbeddedPlace

TABLES = {
    "organisations": "id,name,kind\n" + "".join(f"{x},{x.upper()},Company\n" for x in "abcdefg"),
    "collaborations": "id,title,start,end,observed\n"
    "p,Project,2010-05,2014,\nq,Survey,,,2012\nr,Without dates,,,\n",
    "participants": "collaboration,organisation,start,end,observed\n"
    "p,a,,,\np,b,2011,,\np,c,,,2013\np,d,,?,\nq,a,,,\nr,a,,,\nr,b,,,\n",
    "declarations": "id,title,signed,end\ns,Pact,2012-03-01,\nt,Older,,\n",
    "signatories": "declaration,organisation,start\ns,e,\ns,f,2013\nt,e,\n",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("tables")
    for name, text in TABLES.items():
        (place / f"{name}.csv").write_text(text)
    return place


@pytest.fixture(scope="module")
def stated(folder: Path) -> Dataset:
    return read(folder)


@pytest.fixture(scope="module")
def store(stated: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Store:
    with EmbeddedPlace(tmp_path_factory.mktemp("store") / "store").open() as opened:
        opened.load(stated)
        yield opened


def fact(stated: Dataset, who: str, what: str) -> Fact:
    [found] = [each for each in stated.facts if (each.start[1], each.end[1]) == (who, what)]
    return found


def dates(each: Fact) -> dict[str, object]:
    names = ("start", "end", "observed", "dates")
    return {key: value for key, value in each.properties.items() if key.startswith(names)}


def test_a_participation_without_dates_has_those_of_its_project(stated):
    own = date_properties("2010-05", "2014", None)
    assert dates(fact(stated, "a", "p")) == own | {"datesFrom": "collaboration"}
    seen = date_properties(None, None, "2012")
    assert dates(fact(stated, "a", "q")) == seen | {"datesFrom": "collaboration"}
    assert dates(fact(stated, "a", "r")) == {}


def test_a_signature_without_dates_has_those_of_its_declaration(stated):
    signed = date_properties("2012-03-01", "..", None)
    assert dates(fact(stated, "e", "s")) == signed | {"datesFrom": "declaration"}
    assert dates(fact(stated, "f", "s")) == date_properties("2013", "..", None)
    assert dates(fact(stated, "e", "t")) == date_properties(None, "..", None)


def test_with_any_date_of_its_own_a_participation_is_only_bounded_by_its_project(stated):
    whole = date_properties("2010-05", "2014", None)
    ends = {"endTo": whole["endTo"]}
    assert dates(fact(stated, "b", "p")) == date_properties("2011", None, None) | ends
    starts = {"startFrom": whole["startFrom"]}
    assert dates(fact(stated, "c", "p")) == date_properties(None, None, "2013") | starts | ends


def test_of_who_left_early_the_end_alone_is_unknown(stated):
    """A question mark says so, as CORDIS does with `endOfParticipation`."""
    assert UNKNOWN_END == "?"
    whole = date_properties("2010-05", "2014", None)
    assert dates(fact(stated, "d", "p")) == date_properties("2010-05", None, None) | {
        "endTo": whole["endTo"],
        "datesFrom": "collaboration",
    }


# The project was under way. When b left is not known, nor when d did; c was seen in 2013, and may
# have joined only then.
AT_2012 = {"a": "IN_FORCE", "b": "UNKNOWN", "c": "UNKNOWN", "d": "UNKNOWN"}


def standings(network: Network, at: str, **words: object) -> dict[str, str]:
    """The standing of each participation in p; those not in force are left out."""
    then = network.select(layer="collaboration", at=at, **words)
    return {
        then.organisations[who].id: Standing(int(answer)).name
        for who, group, answer in zip(
            then.facts.organisation, then.facts.group, then.answers, strict=True
        )
        if group == "p"
    }


@pytest.mark.parametrize("where", ["tables", "store", "store without evidence"])
def test_a_project_under_way_has_its_participants(stated, store, where):
    evidence = where != "store without evidence"
    network = Network.of(stated if where == "tables" else store, evidence=evidence)
    assert standings(network, "2012") == AT_2012
    assert standings(network, "2015") == {}
    assert standings(network, "2012", own_dates=True) == dict.fromkeys("abcd", "UNKNOWN")
    assert standings(network, "2015", own_dates=True) == {}
    assert network.counts()["dates_from"] == 4
    assert network.select(own_dates=True).counts()["dates_from"] == 1


def test_the_query_library_agrees(store):
    query = stored_query("facts-at")
    given = parse_parameters(["first=2012-01-01", "last=2012-12-31"], query)
    found = store.query(query.text, given)
    at = [found.columns.index(name) for name in ("starts_at", "ends_at", "standing", "dates_from")]
    rows = {tuple(row[each] for each in at) for row in found.rows}
    assert {row for row in rows if row[1] == "p"} == {
        ("a", "p", "in force", "collaboration"),
        ("b", "p", "unknown", None),
        ("c", "p", "unknown", None),
        ("d", "p", "unknown", "collaboration"),
    }
    assert {row[2:] for row in rows if row[:2] == ("e", "s")} == {("in force", "declaration")}


def test_the_page_has_the_same_dates(stated):
    content = page_content(build_view(Network.of(stated).select(layer="collaboration")))
    bounds = ("2010-05-01", "2010-05-31", "2014-01-01", "2014-12-31", "", "")
    assert bounds in map(tuple, content["bounds"])
    whens = [fact["when"] for fact in content["facts"]]
    assert "2010-05 to 2014, dates from the project or event" in whens
    loose = page_content(build_view(Network.of(stated).select(own_dates=True)))
    assert "between 2010-05 and 2014" in [fact["when"] for fact in loose["facts"]]


def test_bands_take_such_a_fact_as_stated(stated):
    network = Network.of(stated).select(at="2012", layer="collaboration")
    bands = rank_bands(network, rank(network, "degree"), draws=2)
    unknown = sum(answer == Standing.UNKNOWN for answer in network.answers)
    assert bands.unknown == unknown
    loose = network.select(own_dates=True)
    more = rank_bands(loose, rank(loose, "degree"), draws=2).unknown
    assert more == unknown + 2  # those of a in p, and of a in the survey seen in that year


def test_the_commands_count_and_name_them(folder, tmp_path):
    assert graphkit("load", str(folder), cwd=tmp_path).returncode == 0
    why = graphkit("why", "a", "--layer", "collaboration", cwd=tmp_path)
    assert "2010-05 to 2014, dates from the project or event" in why.stdout
    assert "with dates from the project, event or declaration" in why.stderr
    own = graphkit("why", "a", "--own-dates", cwd=tmp_path)
    assert "between 2010-05 and 2014" in own.stdout
    assert "own dates" in own.stderr
    csv = graphkit("why", "a", "--format", "csv", cwd=tmp_path).stdout
    assert "dates_from" in csv.splitlines()[0]
    assert "collaboration" in csv
    info = graphkit("info", "--format", "csv", cwd=tmp_path).stdout
    assert "facts with dates from,project or declaration,4" in info


def test_the_evidence_says_whose_dates_they_are(stated):
    network = Network.of(stated)
    found = explain(network, network.organisation("a"))
    said = {each.dates_from for reason in found.reasons for each in reason.member.statements}
    assert said == {"collaboration", ""}


def test_dates_of_its_own_take_the_place_of_those_of_the_project(tmp_path):
    """Nothing of the earlier load is left, and the store holds exactly what the tables state."""
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "organisations.csv").write_text(
        "id,name,kind,founded\na,A,Company,2001\nb,B,Company,\n"
    )
    (tmp_path / "t" / "collaborations.csv").write_text("id,title,start,end\np,P,2010,2012\n")
    participants = tmp_path / "t" / "participants.csv"
    participants.write_text("collaboration,organisation,start\np,a,\n")
    assert graphkit("load", "t", cwd=tmp_path).returncode == 0
    participants.write_text("collaboration,organisation,start\np,a,2011\n")
    (tmp_path / "t" / "organisations.csv").write_text("id,name,kind\na,A,Company\nb,B,Company\n")
    assert graphkit("load", "t", cwd=tmp_path).returncode == 0
    asked = "MATCH (o)-[r:PARTICIPATES_IN]->() RETURN r.datesFrom, r.startDate, o.foundedFrom"
    csv = graphkit("query", "-", "--format", "csv", cwd=tmp_path, stdin=asked)
    assert csv.stdout.splitlines()[1:] == [",2011,"], csv.stderr
    assert graphkit("verify", "t", cwd=tmp_path).returncode == 0
    change = "MATCH (o {id: 'a'}) SET o.founded = '1999', o.foundedFrom = date('2000-01-01')"
    assert graphkit("query", "-", "--write", cwd=tmp_path, stdin=change).returncode == 0
    found = graphkit("verify", cwd=tmp_path)
    assert found.returncode == 5
    assert "foundedFrom is 2000-01-01, which is not what founded 1999 means" in found.stdout
