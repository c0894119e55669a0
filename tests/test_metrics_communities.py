"""Communities: values by hand on two triangles, and networkx's."""

from __future__ import annotations

import math

import networkx as nx
import pytest

from graphkit.export.communities import communities_table, communities_text
from graphkit.metrics import find_communities
from graphkit.model import UsageError
from graphkit.network import Network
from tests.generated import generated
from tests.networks import dataset

# Two triangles a b c and d e f, joined by the tie c-d; z stands alone.
TRIANGLES = Network.of(
    dataset(
        "a b c d e f z",
        signed=[(each, "x") for each in "abc"] + [(each, "y") for each in "def"],
        ties=[("c", "d")],
    )
)


def ids(nodes):
    return [node.id for node in nodes]


def test_two_triangles_are_two_communities_named_by_their_best_connected():
    found = find_communities(TRIANGLES)
    first, second = found.communities
    assert (first.name, ids(each.organisation for each in first.members)) == ("C", ["c", "a", "b"])
    assert (second.name, ids(each.organisation for each in second.members)) == (
        "D",
        ["d", "e", "f"],
    )
    assert (first.inside, second.inside) == (3, 3)
    # By hand: 3 of 7 ties within each, half of all ends in each: 2 * (3/7 - 1/4).
    assert found.modularity == pytest.approx(2 * (3 / 7 - 1 / 4))
    assert ids(found.alone) == ["z"]


def test_the_bridges_of_a_community_have_ties_to_others():
    first, second = find_communities(TRIANGLES).communities
    assert [(each.organisation.id, each.outside, each.to) for each in first.bridges] == [
        ("c", 1, (2,))
    ]
    assert ids(each.organisation for each in second.bridges) == ["d"]
    assert "bridged by C (1 tie to 2)" in communities_text(find_communities(TRIANGLES))


@pytest.mark.parametrize("weight", ["none", "newman"])
def test_communities_are_those_of_networkx_and_the_same_for_a_seed(weight):
    network = Network.of(generated()).select(weight=weight)
    graph = nx.convert_node_labels_to_integers(network.graph())
    attribute = None if weight == "none" else "weight"
    sets = nx.community.louvain_communities(graph, weight=attribute, seed=3)
    found = find_communities(network, seed=3)
    assert found == find_communities(network, seed=3)
    assert found.modularity == pytest.approx(nx.community.modularity(graph, sets, weight=attribute))
    names = list(network.graph())
    assert {
        frozenset(each.organisation.id for each in community.members)
        for community in found.communities
    } == {
        frozenset(names[node] for node in nodes)
        for nodes in sets
        if any(graph.degree(node) for node in nodes)
    }


def test_the_table_of_communities_has_a_row_an_organisation_with_ties():
    rows = communities_table(find_communities(TRIANGLES)).records()
    assert len(rows) == 6
    assert rows[0] == {
        "community": 1,
        "community_name": "C",
        "size": 3,
        "id": "c",
        "name": "C",
        "kind": "Company",
        "sector": "business",
        "ties_inside": 2,
        "ties_outside": 1,
        "bridges_to": [2],
    }


@pytest.mark.parametrize("organisations", ["", "a b"])
def test_without_ties_there_are_no_communities(organisations):
    found = find_communities(Network.of(dataset(organisations)))
    assert found.communities == ()
    assert math.isnan(found.modularity)
    assert len(found.alone) == len(organisations.split())
    with pytest.raises(UsageError, match="above 0"):
        find_communities(TRIANGLES, resolution=0)


def test_the_modularity_is_that_of_the_resolution_asked_for():
    # By hand as above; the resolution multiplies what chance expects: 2 * (3/7 - 1.2 * 1/4).
    found = find_communities(TRIANGLES, resolution=1.2)
    assert len(found.communities) == 2
    assert found.modularity == pytest.approx(2 * (3 / 7 - 1.2 / 4))


def test_with_weights_the_strongest_names_its_community_and_that_is_told():
    # By hand: c has four ties, a three; in strength a has 9 + 5 + 1 and b, the next, 9 + 1.
    strong = [("a", "b", {"weight": 9}), ("a", "f", {"weight": 5})]
    data = dataset("a b c d e f", ties=[*strong, *(("c", each) for each in "abde")])
    for weight, name in (("none", "C"), ("count", "A")):
        found = find_communities(Network.of(data).select(weight=weight), resolution=0.1)
        assert [each.name for each in found.communities] == [name]
        assert found.weighed == (weight == "count")
