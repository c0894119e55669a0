"""Communities, chains and ego networks: values by hand on small networks, and networkx's."""

from __future__ import annotations

import math

import networkx as nx
import pytest

from graphkit.export.chains import chains_remark, chains_table, chains_text
from graphkit.export.communities import communities_table, communities_text
from graphkit.export.ego import ego_remark, ego_table
from graphkit.metrics import ego_network, find_communities, shortest_chains
from graphkit.model import UsageError
from graphkit.network import Network
from graphkit.sources import read_sample
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
GENERATED = Network.of(generated())


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
    network = GENERATED.select(weight=weight)
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


# Two ways of two steps from a to d, over b and over c, and a strong detour over e and f.
SQUARE = Network.of(
    dataset(
        "a b c d e f z",
        ties=[
            *[("a", "b"), ("b", "d"), ("a", "c"), ("c", "d")],
            *[(*pair, {"weight": 4}) for pair in (("a", "e"), ("e", "f"), ("f", "d"))],
        ],
    )
)


def chains(network, start, end, **words):
    return shortest_chains(network, network.node(start), network.node(end), **words)


def ways(found):
    return [[chain[0].start.id, *(step.end.id for step in chain)] for chain in found.shown]


def test_the_first_of_the_shortest_chains_is_shown_and_all_are_counted():
    found = chains(SQUARE, "a", "d")
    assert (found.length, found.count, ways(found)) == (2, 2, [["a", "b", "d"]])
    assert ways(chains(SQUARE, "a", "d", most=9)) == [["a", "b", "d"], ["a", "c", "d"]]
    assert chains_remark(found) == ("A to D: 2 steps, 2 chains equally short, 1 shown")


def test_with_weights_strong_ties_are_short():
    found = chains(SQUARE.select(weight="count"), "a", "d")
    assert (found.length, found.count, ways(found)) == (0.75, 1, [["a", "e", "f", "d"]])
    assert "3 steps with a total length of 0.75" in chains_remark(found)


@pytest.mark.parametrize("weight", ["none", "newman"])
def test_chains_are_those_of_networkx(weight):
    network = GENERATED.select(weight=weight, layer=["declaration", "tie"])
    graph = network.graph()
    component = sorted(max(nx.connected_components(graph), key=len))
    attribute = None if weight == "none" else "distance"
    for start, end in zip(component[:40:4], component[-40::4], strict=True):
        expected = sorted(nx.all_shortest_paths(graph, start, end, weight=attribute))
        found = chains(network, start, end, most=1000)
        assert ways(found) == expected
        assert found.count == len(expected)


def test_each_step_is_opened_to_its_groups_facts_and_sources():
    network = Network.of(
        dataset(
            {"k": "Cluster", "a": "Company", "b": "Company"},
            members=[("a", "k", {"source": "s1", "role": "founder"})],
            signed=[("k", "x", {"start": "2014"}), ("b", "x"), ("a", "y"), ("k", "y")],
        )
    )
    first, second = chains(network, "a", "b").shown[0]
    assert [group.id for group, _, _ in first.groups] == ["k", "y"]
    assert [group.id for group, _, _ in second.groups] == ["x"]
    text = chains_text(chains(network, "a", "b"))
    assert "membership: K\n     A: founder, date unknown, stated\n       source: s1 (p1)" in text
    assert "K: from 2014, stated" in text
    rows = chains_table(chains(network, "a", "b")).records()
    assert [(row["step"], row["group"], row["organisation"]) for row in rows] == [
        *[(1, "k", "a"), (1, "y", "a"), (1, "y", "k")],
        *[(2, "x", "k"), (2, "x", "b")],
    ]


def test_where_no_chain_joins_two_that_is_the_answer():
    found = chains(SQUARE, "a", "z")
    assert (found.length, found.count, found.shown) == (math.inf, 0, ())
    assert chains_remark(found) == (
        "A to Z: no chain joins them; the first reaches 5 organisations, the second 0"
    )
    assert chains_table(found).rows == ()
    with pytest.raises(UsageError, match="both ends"):
        chains(SQUARE, "a", "a")


def ego(network, name):
    return ego_network(network, network.node(name))


def test_an_ego_network_lists_the_neighbours_and_by_which_groups():
    network = Network.of(
        dataset(
            {"a": "Company", "b": "Company", "u": "University", "v": "University"},
            signed=[("a", "x"), ("b", "x"), ("u", "x"), ("a", "y"), ("u", "y")],
            ties=[("a", "v")],
        )
    )
    found = ego(network, "a")
    assert [
        (each.organisation.id, [group.id for group in each.groups][:2], each.strength, each.shared)
        for each in found.neighbours
    ][:2] == [("u", ["x", "y"], 2, 1), ("b", ["x"], 1, 1)]
    assert found.sectors == {"research": 2, "business": 1}
    # By hand: of three pairs of neighbours b-u is tied; effective size 3 - 2 * 1 / 3.
    assert (found.ties, found.density) == (1, pytest.approx(1 / 3))
    assert found.effective_size == pytest.approx(3 - 2 / 3)
    assert "tied to 3 organisations (2 research, 1 business)" in ego_remark(found)


@pytest.mark.parametrize("weight", ["none", "newman"])
@pytest.mark.parametrize("origin", ["sample", "generated"])
def test_constraint_and_effective_size_are_those_of_networkx(origin, weight):
    network = Network.of(read_sample()) if origin == "sample" else GENERATED.select(layer="tie")
    network = network.select(weight=weight)
    graph = network.graph()
    attribute = None if weight == "none" else "weight"
    for name in list(graph)[:40]:
        found = ego(network, name)
        assert [found.constraint, found.effective_size] == pytest.approx(
            [
                nx.constraint(graph, nodes=[name], weight=attribute)[name],
                nx.effective_size(graph, nodes=[name], weight=attribute)[name],
            ],
            nan_ok=True,
        )
        around = graph.subgraph(graph[name])
        assert found.density == pytest.approx(
            nx.density(around) if len(around) > 1 else float("nan"), nan_ok=True
        )
        assert {each.organisation.id: each.shared for each in found.neighbours} == dict(
            around.degree()
        )


def test_an_isolate_has_an_ego_network_of_nobody():
    found = ego(TRIANGLES, "z")
    assert found.neighbours == ()
    assert math.isnan(found.density)
    assert math.isnan(found.constraint)
    assert ego_remark(found) == "Z (z, Company): tied to 0 organisations"
    assert ego_table(found).rows == ()
