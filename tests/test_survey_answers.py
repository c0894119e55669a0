"""What answers say: degrees, reciprocity, agreement, scores, those that did not answer, and
documents against answers.

Small cases are worked out by hand. The survey of forty organisations is made from a known network,
so that what each measure must give follows from it. Knoke's network is the information exchange of
ten organisations in UCINET (KNOKI), whose degrees and dyad reciprocity Hanneman and Riddle (2005),
Introduction to Social Network Methods, discuss in ch. 7 and 8. The matrix below was checked: with
UCINET's KNOKM below it, and both transposed, its columns have the 45 correlations that others
publish for these files (first step of CONCOR), to seven digits.
"""

from __future__ import annotations

import math
import random
from itertools import combinations, permutations
from pathlib import Path

import networkx as nx
import pytest

from graphkit import Network
from graphkit.metrics import documents_and_answers, rank_by_answers, ratings_of
from graphkit.model import Dataset, Fact, Node, UsageError
from tests.commands import graphkit

KNOKE = """\
COUN 0100101010
COMM 1011101110
EDUC 0101111001
INDU 1100101000
MAYR 1111001111
WRO 0010001010
NEWS 0101100000
UWAY 1101101010
WELF 0100101000
WEST 1110101000
"""


def survey(
    answers: dict[tuple[str, str], float],
    asked: list[str],
    more: list[Fact] | None = None,
    scale: str = "0..4",
) -> Network:
    """A network of one question, contact, in the survey s."""
    names = sorted({*asked, *(each for pair in answers for each in pair)})
    nodes = [Node("Organisation", each, {"name": each.upper()}, "Company") for each in names]
    nodes.append(Node("Organisation", "cluster", {"name": "Cluster"}, "Cluster"))
    nodes.append(Node("Collaboration", "s", {"name": "Survey"}))
    asks = {"name": "Contact?", "kind": "frequency", "scale": [scale]}
    nodes.append(Node("Question", "contact", asks))
    facts = [Fact("ASKED_IN", "asked", ("Question", "contact"), ("Collaboration", "s"), {})]
    facts += [
        Fact("PARTICIPATES_IN", f"p{each}", ("Organisation", each), ("Collaboration", "s"), {})
        for each in asked
    ]
    facts += [
        Fact(
            "RATES",
            f"{one}-{other}",
            ("Organisation", one),
            ("Organisation", other),
            {"questionId": "contact", "value": value, "surveyId": "s"},
        )
        for (one, other), value in answers.items()
    ]
    return Network.of(Dataset.of("survey", nodes, [*facts, *(more or [])]))


def fact(relation: str, one: str, other: str) -> Fact:
    ends = ("Organisation", one), ("Organisation", other)
    return Fact(relation, f"{relation} {one} {other}", *ends, {})


def test_a_small_survey_by_hand() -> None:
    answers = {("a", "b"): 4, ("b", "a"): 2, ("a", "c"): 3, ("b", "c"): 0, ("a", "d"): 1}
    found = ratings_of(survey(answers, ["a", "b", "c", "e"]), min_raters=2, draws=0)
    (whole,) = found.questions
    # a and b answered; c and e were asked and did not, and d was only named.
    assert (whole.asked, whole.answered, whole.response_rate) == (4, 2, 0.5)
    assert (whole.answers, whole.named, whole.mean, whole.of_most) == (5, 4, 2, 0.5)
    assert (whole.reciprocity, whole.pairs, whole.alike, whole.agreement) == (1, 1, 0, -1)
    rows = {each.organisation.id: each for each in found.received}
    said = {
        key: (each.asked, each.answered, each.names, each.named_by, each.raters)
        for key, each in rows.items()
    }
    assert said == {
        "a": (True, True, 3, 1, 1),
        "b": (True, True, 1, 1, 1),
        "c": (True, False, 0, 1, 2),
        "d": (False, False, 0, 1, 1),
        "e": (True, False, 0, 0, 0),
    }
    assert rows["c"].received == 1.5
    assert all(math.isnan(rows[each].received) for each in "abde")  # fewer than two raters
    assert found.withheld == 3
    # Of two that answered nothing can be drawn, so reciprocity is compared with nothing.
    assert ratings_of(survey(answers, []), draws=5).questions[0].chance is None
    assert [(node.id, number) for _, node, number in found.silent] == [("c", 1), ("d", 1), ("e", 0)]


def knoke() -> dict[tuple[str, str], float]:
    lines = [line.split() for line in KNOKE.splitlines()]
    names = [name.lower() for name, _ in lines]
    return {
        (name.lower(), other): float(cell)
        for name, cells in lines
        for other, cell in zip(names, cells, strict=True)
        if name.lower() != other
    }


def test_knokes_organisations_have_the_published_degrees_and_reciprocity() -> None:
    answers = knoke()
    names = sorted({one for one, _ in answers})
    found = ratings_of(survey(answers, names, scale="0..1"), draws=100, seed=1)
    degrees = {each.organisation.id: (each.names, each.named_by) for each in found.received}
    published = {
        "coun": (4, 5), "comm": (7, 8), "educ": (6, 4), "indu": (4, 5), "mayr": (8, 8),
        "wro": (3, 1), "news": (3, 9), "uway": (6, 2), "welf": (3, 5), "west": (5, 2),
    }  # fmt: skip
    assert degrees == published
    (whole,) = found.questions
    # UCINET gives it as a share of pairs: 17 of the 32 that name at all are mutual.
    graph = nx.DiGraph(pair for pair, value in answers.items() if value)
    mutual = sum(graph.has_edge(other, one) for one, other in graph.edges) // 2
    assert (mutual, graph.number_of_edges() - mutual) == (17, 32)
    assert whole.reciprocity == pytest.approx(2 * 17 / 49)
    assert whole.reciprocity == pytest.approx(nx.overall_reciprocity(graph))
    # By chance, degrees kept: the same networks drawn by swapping two arcs at a time.
    swapped = _by_swaps(graph, 300)
    assert whole.chance is not None
    assert whole.chance.expected[0] == pytest.approx(sum(swapped) / len(swapped), abs=0.03)


def _by_swaps(graph: nx.DiGraph, draws: int) -> list[float]:
    """Reciprocity after many swaps of the ends of two arcs, which keep all degrees."""
    chance = random.Random(7)
    arcs, found = sorted(graph.edges), []
    there = {*arcs}
    for _ in range(draws):
        for _ in range(100):
            one, other = chance.sample(range(len(arcs)), 2)
            (a, b), (c, d) = arcs[one], arcs[other]
            if a != d and c != b and (a, d) not in there and (c, b) not in there:
                there -= {arcs[one], arcs[other]}
                arcs[one], arcs[other] = (a, d), (c, b)
                there |= {arcs[one], arcs[other]}
        found.append(sum((b, a) in there for a, b in arcs) / len(arcs))
    return found


FORTY = [f"o{at:02}" for at in range(40)]


@pytest.fixture(scope="module")
def truth() -> nx.Graph:
    """Who is in contact with whom."""
    return nx.relabel_nodes(nx.gnp_random_graph(40, 0.15, seed=4), dict(enumerate(FORTY)))


@pytest.fixture(scope="module")
def forty(truth: nx.Graph) -> Network:
    """A survey of forty organisations of which 28 answer, each as it is; half is declared too."""
    chance = random.Random(5)
    heard = sorted(chance.sample(FORTY, 28))
    answers = {
        (one, other): float(truth.has_edge(one, other)) * 2
        for one, other in permutations(FORTY, 2)
        if one in heard
    }
    declared = [fact("COLLABORATES_WITH", *pair) for pair in sorted(truth.edges)[::2]]
    members = [fact("MEMBER_OF", each, "cluster") for each in FORTY[:6]]
    return survey(answers, FORTY, declared + members)


def test_a_survey_with_known_answers_gives_them_back(truth: nx.Graph, forty: Network) -> None:
    found = ratings_of(forty, draws=20)
    (whole,) = found.questions
    assert (whole.asked, whole.answered, whole.response_rate) == (40, 28, 0.7)
    assert (whole.reciprocity, whole.alike, whole.agreement) == (1, 1, pytest.approx(1))
    heard = {each.organisation.id for each in found.received if each.answered}
    for each in found.received:
        key = each.organisation.id
        assert each.named_by == len(heard.intersection(truth[key]))
        assert each.names == (truth.degree(key) if key in heard else 0)
    assert len(found.silent) == 12


def test_ranks_under_each_rule_are_those_of_the_network_that_it_makes(
    truth: nx.Graph, forty: Network
) -> None:
    found = rank_by_answers(forty, "contact>=2")
    heard = {
        node.id for node, said in zip(found.organisations, found.responded, strict=True) if said
    }
    known = nx.Graph(pair for pair in truth.edges if heard.intersection(pair))
    known.add_nodes_from(FORTY)
    # All answer as it is, so one answer is as good as two, and only silent pairs are lost.
    graphs = {"one-sided": known, "as-named": known, "dropped": truth.subgraph(heard)}
    for rule, graph in graphs.items():
        for node, rank in zip(found.organisations, found.ranks[rule], strict=True):
            degrees = dict(graph.degree)
            if node.id not in degrees:
                assert rank is None
            else:
                assert rank == 1 + sum(each > degrees[node.id] for each in degrees.values())
    assert all(
        low <= high for low, high in (found.band(at) for at in range(len(found.organisations)))
    )


def test_documents_against_answers(truth: nx.Graph, forty: Network) -> None:
    chosen = forty.select(layer=["tie", "rating"], rating="contact>=2")
    found = documents_and_answers(chosen, draws=50)
    heard = {each.organisation.id for each in ratings_of(forty, draws=0).received if each.answered}
    declared = {tuple(sorted(pair)) for pair in sorted(truth.edges)[::2]}
    known = {tuple(sorted(pair)) for pair in truth.edges if heard.intersection(pair)}
    assert {(each.one.id, each.other.id) for each in found.pairs} == known
    assert found.count("declared only") == 0
    assert found.count("both") == len(known & declared)
    assert found.count("lived only") == len(known - declared)
    assert found.unknown == len(declared - known)
    (cluster,) = found.clusters
    pairs = {tuple(sorted(pair)) for pair in combinations(FORTY[:6], 2)}
    there = {pair for pair in pairs if heard.intersection(pair)}
    assert (cluster.pairs, cluster.lived) == (len(there), len(there & known))
    assert found.correlation is not None
    among = list(combinations(sorted(heard), 2))
    one = [float(pair in declared) for pair in among]
    other = [float(truth.has_edge(*pair)) for pair in among]
    assert found.correlation.correlation == pytest.approx(_pearson(one, other))
    assert found.correlation.at_least == pytest.approx(1 / 51)
    with pytest.raises(UsageError, match="select `layer` rating"):
        documents_and_answers(forty)


def _pearson(one: list[float], other: list[float]) -> float:
    means = sum(one) / len(one), sum(other) / len(other)
    off = [(a - means[0], b - means[1]) for a, b in zip(one, other, strict=True)]
    spread = math.sqrt(sum(a * a for a, _ in off) * sum(b * b for _, b in off))
    return sum(a * b for a, b in off) / spread


def test_the_commands_say_it_in_words(tmp_path: Path) -> None:
    folder = tmp_path / "study"
    folder.mkdir()
    tables = {
        "organisations": "id,name,kind\na,Alfa,Company\nb,Beta,Company\nc,Gama,Company\n"
        "d,Delta,Company\n",
        "questions": "id,text,kind,scale\ntrust,How far do you trust it?,trust,1..4\n",
        "ratings": "respondent,about,question,value\n"
        "a,b,trust,4\nb,a,trust,3\nc,b,trust,3\na,d,trust,1\n",
        "ties": "a,b\na,c\na,b\n",
    }
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text)
    store = ("--store", "store")
    assert graphkit("load", "study", *store, cwd=tmp_path).returncode == 0
    said = graphkit("ratings", *store, "--min-raters", 2, "--draws", 0, cwd=tmp_path).stdout
    assert "3 of 3 organisations answered (100%), with 4 answers, 4 above 0" in said
    assert "mean answer 2.75, 69% of the highest" in said
    assert "67% of namings are returned" in said
    assert "2 means withheld: fewer than 2 answered about the organisation" in said
    refused = graphkit("ratings", *store, "--under-rules", "--min-raters", "1", cwd=tmp_path)
    assert (refused.returncode, refused.stderr) == (
        2,
        "graphkit: --min-raters has no effect with --under-rules; leave out one\n",
    )
    ranks = graphkit("ratings", *store, "--under-rules", "--format", "csv", cwd=tmp_path).stdout
    assert ranks.splitlines()[1:] == [
        "a,Alfa,true,1,1,1,1,1",
        "b,Beta,true,1,1,2,1,2",
        "d,Delta,false,,3,2,2,3",
        "c,Gama,true,3,3,4,3,4",
    ]
    words = ("--layer", "tie", "--layer", "rating", "--rating", "trust>=3", *store)
    said = graphkit("lived", *words, "--draws", 0, cwd=tmp_path).stdout
    assert "declared and lived: 1 pair\n" in said
    assert "Declared and not lived\n   Alfa - Gama\n" in said
    assert "Lived and not declared\n   Beta - Gama\n" in said
