"""The network of organisations that have several ids; expected values by hand."""

from __future__ import annotations

import pytest

import graphkit
from graphkit.export.evidence import explanation_text
from graphkit.export.networks.statements import statements_of
from graphkit.model import Dataset, Fact, Node
from graphkit.names import Decision, joined
from graphkit.network import Network, explain
from graphkit.store import open_store
from graphkit.views import build_view
from graphkit.views.translation import LANGUAGES, provenance_words, words

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
