"""Surveys: what the tables take and refuse, how answers tie, and that they come back from exports.

Expected values are worked out by hand from the nine answers below.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import networkx as nx
import pytest

from graphkit import Network, explain
from graphkit.export.networks import rendered
from graphkit.model import Dataset, InvalidData, UsageError, dataset_digest
from graphkit.model.scales import Scale
from graphkit.sources import read
from graphkit.store import open_store, stored_query, verify
from graphkit.views import build_view
from graphkit.views.page.content import page_content
from tests.commands import graphkit

ORGANISATIONS = (
    "id,name,kind\na,Alfa,Company\nb,Beta,Company\nc,Gama,University\nd,Delta,PublicBody\n"
    "e,Echo,Company\n"
)
SURVEY = {
    "organisations": ORGANISATIONS,
    "collaborations": "id,title,kind,start,end\ns22,Survey 2022,survey,2022-03,2022-05\n",
    "declarations": "id,title\npact,Pact\n",
    "signatories": "declaration,organisation\npact,a\npact,b\npact,c\npact,e\n",
    "participants": "collaboration,organisation\n" + "".join(f"s22,{each}\n" for each in "abcde"),
    "sources": "id,title\ndoc,Data file\n",
    "questions": "id,text,kind,scale,survey\n"
    "contact,How often are you in contact?,frequency,0=never|1=yearly|2=monthly|3=weekly,s22\n"
    "trust,How far do you trust it?,trust,1..4,s22\n"
    "met,Have you met?,yes/no,,s22\n",
    "ratings": "respondent,about,question,value,source,observed\n"
    "a,b,contact,weekly,doc:r2,\nb,a,contact,1,doc:r3,\na,c,contact,2,,\nc,a,contact,2,,\n"
    "b,c,contact,0,,\na,b,trust,4,,\nc,b,trust,3,,\nd,b,trust,2,,2022-04\na,d,contact,3,,\n",
}


def written(folder: Path, tables: dict[str, str]) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text)
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("survey") / "study", SURVEY)


@pytest.fixture(scope="module")
def dataset(folder: Path) -> Dataset:
    return read(folder)


@pytest.fixture(scope="module")
def network(dataset: Dataset) -> Network:
    return Network.of(dataset)


def test_a_rating_has_the_number_of_its_word_and_the_survey_and_dates_of_its_question(
    dataset: Dataset,
) -> None:
    ratings = {
        (f.start[1], f.end[1], f.properties["questionId"]): f.properties
        for f in dataset.facts
        if f.relation == "RATES"
    }
    assert len(ratings) == 9
    said = ratings["a", "b", "contact"]
    assert (said["value"], said["surveyId"]) == (3, "s22")
    assert (said["startDate"], said["datesFrom"]) == ("2022-03", "collaboration")
    assert (said["sourceIds"], said["locators"]) == (["doc"], ["r2"])
    # One with a date of its own lies within its survey.
    assert ratings["d", "b", "trust"]["observedDate"] == "2022-04"
    assert "datesFrom" not in ratings["d", "b", "trust"]


def test_wrong_answers_are_reported_by_row_and_column(tmp_path: Path) -> None:
    tables = SURVEY | {
        "questions": SURVEY["questions"] + "od<d,Odd?,value,4..1,\n",
        "ratings": "respondent,about,question,value\na,b,contact,weekli\nb,a,contact,7\n"
        "a,a,contact,2\na,c,contact,2\na,c,contact,3\nb,c,trust,5\nd,b,met,maybe\nc,b,met,Tak\n",
    }
    with pytest.raises(InvalidData) as error:
        read(written(tmp_path / "bad", tables))
    found = [(p.file, p.row, p.column, p.what) for p in error.value.problems]
    scale = "0=never, 1=yearly, 2=monthly, 3=weekly"
    assert [each[:3] for each in found] == [
        ("questions.csv", 5, "id"),
        ("questions.csv", 5, "scale"),
        *(("ratings.csv", row, "value") for row in (2, 3)),
        ("ratings.csv", 4, "about"),
        ("ratings.csv", 6, "question"),
        *(("ratings.csv", row, "value") for row in (7, 8)),
    ]
    said = [each[3] for each in found]
    assert said[0] == "'od<d' holds one of = < > ! | ,"
    assert said[1] == "4..1 ends at or below its start"
    assert said[3].startswith(f"7 is outside the scale {scale}"[:40])
    assert said[4] == "'a' rates itself"
    assert said[5] == "'a' has answered 'contact' about 'c' in row 5 already"
    assert said[6] == "5 is outside the scale 1..4"
    assert said[7] == "maybe is not an answer of the scale 0=no, 1=yes"


@pytest.mark.parametrize(
    ("parts", "kind", "what"),
    [
        (["1=a", "2=A"], "trust", "A is the word of two answers"),
        (["1=2", "2=1"], "value", "2 is the word of 1, and a number itself"),
        (["1=yes", "2=no"], "yes/no", "a yes/no question has the answers 0 for no and 1 for yes"),
        (["0=yes", "1=no"], "yes/no", "a yes/no question has the answers 0 for no and 1 for yes"),
        (["1..4"], "yes/no", "a yes/no question has the answers 0 for no and 1 for yes"),
    ],
)
def test_a_scale_on_which_an_answer_could_mean_two_things_is_refused(
    parts: list[str], kind: str, what: str
) -> None:
    with pytest.raises(ValueError, match=what):
        Scale.of(parts, kind)


def edges(network: Network) -> dict[tuple[str, str], float]:
    return {
        tuple(sorted((one, other))): weight
        for one, other, weight in network.graph().edges(data="weight")
    }


def test_answers_tie_nobody_unless_asked_and_neither_does_being_asked(network: Network) -> None:
    assert {tuple(sorted(pair)) for pair in edges(network)} == {*combinations("abce", 2)}
    assert len(network.facts) == 4  # the signatures


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ({"rating": "contact"}, {("a", "b"): 3, ("a", "c"): 2, ("a", "d"): 3}),
        ({"rating": "contact>=2"}, {("a", "b"): 3, ("a", "c"): 2, ("a", "d"): 3}),
        ({"rating": "contact>=2", "mutual": "both"}, {("a", "c"): 2}),
        ({"rating": "contact", "mutual": "both"}, {("a", "b"): 1, ("a", "c"): 2}),
        ({"rating": "contact", "mutual": "mean"}, {("a", "b"): 2, ("a", "c"): 2, ("a", "d"): 3}),
        ({"rating": "contact>2", "mutual": "mean"}, {("a", "d"): 3}),
        ({"rating": ["contact>=3", "trust=4"]}, {("a", "b"): 3}),
        ({"rating": "met"}, {}),
        ({"rating": "contact", "at": "2021"}, {}),
        ({"rating": "contact", "kind": "Company"}, {("a", "b"): 3}),
    ],
)
def test_pairs_are_tied_by_the_answers_that_are_asked_for(
    network: Network, words: dict[str, str], expected: dict[tuple[str, str], float]
) -> None:
    assert edges(network.select(layer="rating", weight="count", **words)) == expected


def test_what_is_asked_for_must_be_there(network: Network) -> None:
    for words, said in [
        (
            {"layer": "rating"},
            "`layer` rating: name a question with `rating`, such as contact>=2; ",
        ),
        ({"layer": "rating", "rating": "trusst"}, "`rating` trusst>0: the network has no question"),
        ({"layer": "rating", "rating": "a>=x"}, "`rating` a>=x: x is not a number"),
        *(
            ({"layer": "rating", "rating": each}, f"`rating` {each}: write such as contact>=2")
            for each in ("contact>=", "contact==2", "contact=>2", ">=2")
        ),
        ({"rating": "contact"}, "`rating` works only with `layer` rating"),
        ({"mutual": "both"}, "`mutual` works only with `layer` rating"),
    ]:
        with pytest.raises(UsageError) as error:
            network.select(**words)
        assert str(error.value).startswith(said)
    without = Network.of(Dataset.of("none", [], []))
    with pytest.raises(UsageError, match="the network has no answers of a survey"):
        without.select(layer="rating")


def test_a_tie_opens_to_the_answers_behind_it(network: Network) -> None:
    chosen = network.select(layer=["tie", "rating"], rating="contact>=2")
    assert str(chosen.selection) == "layer tie|rating, rating contact>=2, mutual any"
    reasons = explain(chosen, chosen.organisation("b")).reasons
    said = {s.name: (s.what, str(*s.citations)) for s in reasons[0].others[0].statements}
    assert said == {
        "Alfa": ("contact: weekly (3) about Beta", "Data file (r2)"),
        "Beta": ("contact: yearly (1) about Alfa", "Data file (r3)"),
    }


def test_a_store_keeps_answers_and_gives_them_back(
    folder: Path, network: Network, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    assert graphkit("load", folder, "--store", store, cwd=tmp_path).returncode == 0
    with open_store(store) as opened:
        assert not verify(opened).differences
        for evidence in (True, False):
            read_back = Network.of(opened, evidence=evidence)
            chosen = read_back.select(layer="rating", rating="contact>=2")
            assert edges(chosen) == edges(network.select(layer="rating", rating="contact>=2"))
        asked = {
            name: [*opened.query(stored_query(name).text, parameters).rows]
            for name, parameters in (
                ("ratings-received", {"question": "", "least": 2}),
                ("one-sided-ratings", {"question": "contact", "most": 9}),
                ("declared-not-lived", {"question": "contact", "least": 2.0, "most": 9}),
                ("ego-network", {"organisation": "d"}),
                ("project-chains", {"from": "a", "to": "d", "most": 9}),
            )
        }
    # Question, kind, organisation, name, raters, named by, mean.
    assert [tuple(row)[2:] for row in asked["ratings-received"]] == [
        ("a", "Alfa", 2, 2, 1.5),
        ("c", "Gama", 2, 1, 1.0),
        ("b", "Beta", 1, 1, None),
        ("d", "Delta", 1, 1, None),
        ("b", "Beta", 3, 3, 3.0),
    ]
    assert [tuple(row) for row in asked["one-sided-ratings"]] == [
        ("contact", "a", "Alfa", 3, "d", "Delta", None)
    ]
    # Of the signatories a, b, c and e, a and b, and a and c are in contact; e answered nothing.
    assert [tuple(row)[1:4:2] for row in asked["declared-not-lived"]] == [
        ("a", "e"), ("b", "c"), ("b", "e"), ("c", "e")
    ]  # fmt: skip
    # The survey asked all five: that ties nobody, and in a chain it is marked.
    assert not asked["ego-network"]
    assert asked["project-chains"][0][3] == ["", "survey", ""]
    out = tmp_path / "study"
    export = ("export", "--format", "csv", "--store", store)
    assert graphkit(*export, "-o", out, cwd=tmp_path).returncode == 0
    assert dataset_digest(read(out)) == dataset_digest(read(folder))
    part = tmp_path / "part"
    words = ("--layer", "rating", "--rating", "contact>=3")
    assert graphkit(*export, "-o", part, *words, cwd=tmp_path).returncode == 0
    rows = (part / "ratings.csv").read_text("utf-8-sig").splitlines()
    assert {row[:13] for row in rows[1:]} == {"a,b,contact,3", "a,d,contact,3", "b,a,contact,1"}


DIRECTED: dict[str, Callable[[str], nx.DiGraph]] = {
    "graphml": nx.parse_graphml,
    "gexf": lambda text: nx.read_gexf(io.BytesIO(text.encode())),
    "node-link": lambda text: nx.node_link_graph(json.loads(text), edges="links"),
    "cytoscape": lambda text: nx.cytoscape_graph(json.loads(text)),
    "pajek-net": lambda text: nx.relabel_nodes(nx.DiGraph(nx.parse_pajek(text)), BY_NAME),
    "ucinet": lambda text: _of_dl(text),
}
BY_NAME = {"Alfa": "a", "Beta": "b", "Gama": "c", "Delta": "d", "Echo": "e"}


def _of_dl(text: str) -> nx.DiGraph:
    """Numbers of the list of labels, which is in order of ids."""
    listed = text.partition("data:")[2].split("\n")
    arcs = [line.split() for line in listed if line]
    graph: nx.DiGraph = nx.DiGraph()
    graph.add_nodes_from("abcde")
    graph.add_weighted_edges_from(
        ("abcde"[int(one) - 1], "abcde"[int(other) - 1], float(weight))
        for one, other, weight in arcs
    )
    return graph


@pytest.mark.parametrize("form", DIRECTED)
def test_answers_are_exported_as_arcs(network: Network, form: str) -> None:
    chosen = network.select(layer="rating", rating="contact>=2")
    found = DIRECTED[form](str(rendered(chosen, form, mode="directed")))
    # Beta sees Alfa once a year, which does not meet the condition, so there is one arc of the two.
    answers = {("a", "b"): 3, ("a", "c"): 2, ("c", "a"): 2, ("a", "d"): 3}
    assert found.is_directed()
    assert set(found) == set("abcde")
    assert {(one, other): weight for one, other, weight in found.edges(data="weight")} == answers
    if form not in ("pajek-net", "ucinet"):
        said = {
            (one, other): (own["answer_contact"], own.get("sources"))
            for one, other, own in found.edges(data=True)
        }
        assert said["a", "b"] == (3, "Data file (r2)")
        assert said["c", "a"] == (2, None)


def test_arcs_follow_the_selection(network: Network) -> None:
    def arcs(**words: object) -> dict[tuple[str, str], float]:
        chosen = network.select(layer="rating", **words)
        graph = DIRECTED["node-link"](str(rendered(chosen, "node-link", mode="directed")))
        return {(one, other): weight for one, other, weight in graph.edges(data="weight")}

    # Both must answer, and each arc has its own answer.
    both = {("a", "b"): 3, ("b", "a"): 1, ("a", "c"): 2, ("c", "a"): 2}
    assert arcs(rating="contact", mutual="both") == both
    assert arcs(rating=["contact", "trust>=4"]) == {("a", "b"): 3}
    assert arcs(rating="contact", kind="Company") == {("a", "b"): 3, ("b", "a"): 1}
    with pytest.raises(UsageError, match="select `layer` rating and no other layer"):
        rendered(network, "graphml", mode="directed")
    with pytest.raises(UsageError, match="`mode` directed means nothing in rsiena"):
        rendered(network, "rsiena", mode="directed")


def test_a_page_has_every_answer_to_the_question_that_ties(network: Network) -> None:
    assert page_content(build_view(network, by="degree"))["answers"] is None
    chosen = network.select(layer=["declaration", "rating"], rating="contact>=2")
    content = page_content(build_view(chosen, by="degree"))
    names = [node["id"] for node in content["nodes"]]
    words = content["answers"]["words"]
    said = {(names[a], names[b]): words[at] for a, b, at in content["answers"]["said"]}
    assert said == {
        ("a", "b"): "contact: weekly (3)",
        ("a", "c"): "contact: monthly (2)",
        ("a", "d"): "contact: weekly (3)",
        ("b", "a"): "contact: yearly (1)",
        ("b", "c"): "contact: never (0)",
        ("c", "a"): "contact: monthly (2)",
    }
    assert [names[at] for at in content["answers"]["silent"]] == ["e"]
    # Each wording is said once.
    assert len(words) == len({*words})
