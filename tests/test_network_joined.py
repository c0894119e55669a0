"""The network of organisations that have several ids; expected values by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

import graphkit
from graphkit.export.evidence import explanation_text
from graphkit.export.networks.statements import statements_of
from graphkit.model import Dataset, Fact, Node
from graphkit.names import Decision, joined
from graphkit.network import Network, explain
from graphkit.network.surroundings import verdicts_of
from graphkit.store import open_store
from graphkit.views import build_view
from graphkit.views.translation import LANGUAGES, provenance_words, words
from tests.commands import graphkit as command

A, B, C, D = (("Organisation", key) for key in "abcd")
CHARTER = ("Declaration", "charter")
STATED = Dataset.of(
    "one",
    [
        *(Node("Organisation", key, {"name": f"{key.upper()} Ltd"}, "Company") for key in "abcd"),
        Node(*CHARTER, {"name": "Charter"}),
    ],
    [
        Fact("MEMBER_OF", "m1", A, B, {}),
        Fact("MEMBER_OF", "m2", C, B, {}),
        Fact("COLLABORATES_WITH", "t1", A, B, {}),
        Fact("COLLABORATES_WITH", "t2", A, D, {}),
        Fact("PART_OF", "p1", A, B, {}),
        Fact("SIGNED", "s1", C, CHARTER, {"representedById": "a"}),
        Fact("SIGNED", "s2", D, CHARTER, {}),
    ],
)
DECISIONS = [Decision("b", "a", "same")]


@pytest.fixture(scope="module")
def networks(tmp_path_factory: pytest.TempPathFactory) -> list[Network]:
    """The network in memory, and of a store with and without evidence."""
    with open_store(tmp_path_factory.mktemp("joined") / "store") as store:
        store.load(STATED)
        store.decide(DECISIONS)
        return [
            Network.of(joined(STATED, DECISIONS)),
            Network.of(store),
            Network.of(store, evidence=False),
        ]


def test_ids_of_one_organisation_are_one_node_and_not_tied_to_itself(
    networks: list[Network],
) -> None:
    for network in networks:
        assert sorted(network.graph().edges) == [("b", "c"), ("b", "d"), ("c", "d")]
        # What leads from a to b is left out and counted: a membership, a tie and a part.
        assert network.counts()["within_one"] == 3
        assert network.counts()["facts"] == 4
        assert network.select(layer="tie").counts()["within_one"] == 3
        assert network.organisation("a").id == "b"
        assert network.organisation("A Ltd").id == "b"
        ranking = graphkit.rank(network, by="degree")
        assert ranking.values["degree"] == (2, 2, 2)


def test_why_says_under_which_name_a_source_knows_the_organisation(
    networks: list[Network],
) -> None:
    for network in networks[:2]:
        explanation = explain(network, network.organisation("b"))
        assert "stated as A Ltd" in explanation_text(explanation)
        # a represents c, under whichever of its ids.
        ((_, statement),) = explanation.represented
        assert (statement.representative, statement.representative_name) == ("b", "B Ltd")


def test_an_export_states_what_is_joined(networks: list[Network]) -> None:
    """Loaded again, it gives the same network; by hand: the other name is an alias."""
    found = statements_of(networks[1])
    assert statements_of(networks[0]) == found
    (node,) = (node for node in found.nodes if node.id == "b")
    assert node.properties == {"name": "B Ltd", "aliases": ["A Ltd"]}
    assert sorted(Network.of(found).graph().edges) == sorted(networks[1].graph().edges)
    assert [fact.id for fact in found.facts] == ["t2", "m2", "s1", "s2"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_says_that_facts_within_one_are_left_out(
    networks: list[Network], language: str
) -> None:
    view = build_view(networks[1], language=language)
    said = provenance_words(view.provenance, words(language))
    assert words(language)["provenance", "within_one"].format(count=3) in said


TABLES = {
    "organisations": "id,name,kind\na,Alpha,Company\nb,Beta,Company\nc,Gamma,Cluster\n"
    "d,Delta,Cluster\n",
    "declarations": "id,title\nx,Charter\n",
    "collaborations": "id,title,kind\np,Works,project\n",
    "ties": "a,b,source\na,c,s1:p1\nb,c,s2:p2\na,b,s1\n",
    "memberships": "member,group,role,source\na,c,,s1\nb,c,,s1\na,d,,s1\na,d,founder,s1\n",
    "signatories": "declaration,organisation\nx,a\nx,b\nx,c\n",
    "participants": "collaboration,organisation,role\np,a,\np,b,\np,d,\n",
    "figures": "subject,measure,value,source\na,turnover,7,s1\nb,turnover,7,s1\n",
    "relations": "from,kind,to\na,part_of,d\nb,part_of,d\n",
    "sources": "id,title\ns1,One\ns2,Two\n",
}
"""Alpha is Beta. By hand: a tie, a membership, a signature, a participation, a part and a figure
are stated twice; a tie is within one organisation."""


@pytest.fixture(scope="module")
def spelt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store, in which Alpha is Beta."""
    folder = tmp_path_factory.mktemp("spelt")
    (folder / "v").mkdir()
    for name, text in TABLES.items():
        (folder / "v" / f"{name}.csv").write_text(text)
    for line in ("load v --yes", "decide a b same"):
        ran = command(*line.split(), cwd=folder)
        assert ran.returncode == 0, ran.stderr
    return folder


def test_facts_that_are_the_same_once_their_ends_are_joined_count_once(spelt: Path) -> None:
    with open_store(spelt / "graphkit-store") as store:
        for network in (Network.of(store, evidence=False), Network.of(store)):
            assert network.counts()["within_one"] == 1
            assert network.counts()["repeated"] == 5
            assert network.select(layer="tie", parts="separate").graph()["a"]["c"]["weight"] == 1
            assert len(network.select(layer="membership").facts) == 3  # a role is another fact
        for language in LANGUAGES:
            said = provenance_words(
                build_view(network, language=language).provenance, words(language)
            )
            assert words(language)["provenance", "repeated"].format(count=5) in said
    why = command("why", "a", "--layer", "tie", "--parts", "separate", cwd=spelt).stdout
    assert "stated as Beta\n    source: One (p1)\n    source: Two (p2)" in why.replace(
        "source: Two (p2)\n    source: One (p1)", "source: One (p1)\n    source: Two (p2)"
    )


def test_why_says_under_which_name_a_source_knows_the_other_side() -> None:
    """A membership in the group b, which is a, and a tie to it."""
    facts = [
        Fact("MEMBER_OF", "m", C, B, {}),
        Fact("COLLABORATES_WITH", "t", D, B, {}),
    ]
    stated = Dataset.of("sides", STATED.nodes, facts)
    network = Network.of(joined(stated, [Decision("a", "b", "same")]))
    for asked, said in (("c", "the group stated as B Ltd"), ("d", "A Ltd stated as B Ltd")):
        assert said in explanation_text(explain(network, network.organisation(asked)))


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_an_export_of_joined_organisations_loads_again(spelt: Path, form: str) -> None:
    """The ranking is the same: the law of `docs/export.md`."""
    target = f"out-{form}"
    ran = command("export", "-o", target, "--format", form, cwd=spelt)
    assert (
        "1 fact between ids of one organisation left out; 5 facts left out that another states "
        "under another id; 1 fact left out that repeats another\n"
    ) in ran.stderr
    ran = command("load", target, "--store", f"again-{form}", cwd=spelt)
    assert ran.returncode == 0, ran.stderr
    again = command("rank", "--store", f"again-{form}", cwd=spelt)
    assert again.stdout == command("rank", cwd=spelt).stdout


def test_an_export_of_two_data_sets_that_state_the_same_loads_again(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        rows = "id,name,kind\na,A,Company\nb,B,Company\n"
        (tmp_path / name / "organisations.csv").write_text(rows)
        (tmp_path / name / "ties.csv").write_text("a,b\na,b\n")
        command("load", name, cwd=tmp_path)
    ran = command("export", "-o", "out", "--format", "csv", cwd=tmp_path)
    assert "2 nodes and 1 fact; 1 fact left out that repeats another" in ran.stderr
    assert command("load", "out", "--store", "again", cwd=tmp_path).returncode == 0


def test_a_pair_decided_under_ids_of_one_organisation_is_different_if_one_decision_says_so(
    tmp_path: Path,
) -> None:
    with open_store(tmp_path / "store") as store:
        store.load(STATED)
        store.decide([*DECISIONS, Decision("a", "d", "different"), Decision("b", "d", "unsure")])
        assert verdicts_of(Network.of(store)) == {("b", "d"): "different"}
