"""Impact: what is lost when organisations leave, worked out by hand on small networks."""

from __future__ import annotations

import networkx as nx
import pytest

from graphkit.export.impact import impact_table, impact_text
from graphkit.metrics import impact_of
from graphkit.metrics.impact import Shape
from graphkit.model import UsageError
from graphkit.network import Network
from tests.generated import generated
from tests.networks import dataset

# A cluster k that c coordinates, with members a and b; b signs with d; k and f have a direct tie;
# e stands alone.
CLUSTER = dataset(
    {"k": "Cluster", **dict.fromkeys("abcdef", "Company")},
    members=[("c", "k", {"role": "Coordinator"}), ("a", "k"), ("b", "k", {"role": "founder"})],
    signed=[("b", "x"), ("d", "x")],
    ties=[("k", "f")],
)


def impact(data, *leaving, **words):
    network = data if isinstance(data, Network) else Network.of(data)
    return impact_of(network, [network.node(each) for each in leaving], **words)


def ids(nodes):
    return [node.id for node in nodes]


def test_a_cluster_that_leaves_takes_its_memberships_with_it():
    found = impact(CLUSTER, "k")
    assert [group.id for group in found.dissolved] == ["k"]
    # Before: k, a, b, c tied with each other (6), b-d, k-f. After: b-d alone.
    assert found.before == Shape(7, 8, 2, 1, 6, 5 * 4 // 2)
    assert found.after == Shape(6, 1, 5, 4, 2, 1)
    assert found.pairs_parted == 9
    assert [[ids(piece) for piece in pieces] for pieces in found.parted] == [
        [["b", "d"], ["a"], ["c"], ["f"]]
    ]


def test_members_and_others_lose_their_path_to_the_coordinator_that_stays():
    (loss,) = impact(CLUSTER, "k").losses
    assert ids(loss.coordinators) == ["c"]
    assert (loss.left, loss.size) == (False, 2)
    assert ids(loss.members) == ["a", "b"]
    assert ids(loss.others) == ["d", "f"]


def test_when_the_coordinator_leaves_every_member_is_left_without():
    found = impact(CLUSTER, "c")
    (loss,) = found.losses
    assert (ids(loss.members), loss.left, loss.others) == (["a", "b"], True, ())
    assert found.dissolved == ()
    assert found.pairs_parted == 0
    assert "2 of 2 members are left without it: A, B" in impact_text(found)


def test_a_member_that_has_another_path_does_not_lose_it():
    data = dataset(
        {"k": "Cluster", "a": "Company", "b": "Company", "c": "Company"},
        members=[("c", "k", {"role": "coordinator"}), ("a", "k"), ("b", "k")],
        signed=[("a", "x"), ("c", "x")],
    )
    (loss,) = impact(data, "k").losses
    assert ids(loss.members) == ["b"]


def test_without_a_stated_coordinator_the_cluster_itself_counts_as_such():
    data = dataset(
        {"k": "Cluster", "a": "Company", "b": "Company"}, members=[("a", "k"), ("b", "k")]
    )
    (loss,) = impact(data, "k").losses
    assert (ids(loss.coordinators), loss.left, ids(loss.members)) == (["k"], True, ["a", "b"])
    assert "coordinated by itself, as no coordinator is stated (which leaves)" in impact_text(
        impact(data, "k")
    )


def test_an_organisation_that_nobody_needs_changes_nothing_else():
    found = impact(CLUSTER, "e")
    assert (found.parted, found.losses, found.shifts) == ((), (), ())
    text = impact_text(found)
    assert "No remaining organisation loses a path" in text
    assert "No rank by betweenness changes" in text


def test_those_who_signed_the_same_as_one_who_leaves_remain_tied():
    data = dataset("a b c", signed=[("a", "x"), ("b", "x"), ("c", "x")])
    found = impact(data, "c")
    assert (found.before.ties, found.after.ties, found.pairs_parted) == (3, 1, 0)


def test_ranks_are_compared_among_those_who_stay():
    # A path a-b-c-d and a pair e-f: without b, c falls behind nobody but level with e and f.
    data = dataset("a b c d e f", ties=[("a", "b"), ("b", "c"), ("c", "d"), ("e", "f")])
    found = impact(data, "b", by="degree")
    moved = {each.organisation.id: (each.before, each.after) for each in found.shifts}
    # Degrees of those who stay: c 2, the others 1; then c, d, e, f 1 and a 0.
    assert moved == {"a": (2, 5), "d": (2, 1), "e": (2, 1), "f": (2, 1)}
    assert found.shifts[0].organisation.id == "a"
    assert (found.shifts[0].value_before, found.shifts[0].value_after) == (1, 0)


def test_a_part_leaves_as_its_whole():
    data = dataset(
        {"u": "University", "f": "Faculty", "a": "Company"},
        took_part=[("f", "p"), ("a", "p")],
        parts=[("f", "u")],
    )
    assert ids(impact(data, "f").leaving) == ["u"]


@pytest.mark.parametrize("weight", ["none", "newman"])
def test_pieces_are_those_of_networkx_on_the_graph_without_them(weight):
    network = Network.of(generated()).select(weight=weight, layer=["declaration", "tie"])
    graph = network.graph()
    leaving = sorted(graph, key=lambda name: (-graph.degree(name), name))[:25]
    found = impact(network, *leaving, by="degree")
    graph.remove_nodes_from(leaving)
    components = [len(each) for each in nx.connected_components(graph)]
    assert (found.after.components, found.after.largest) == (len(components), max(components))
    assert found.after.connected == sum(size * (size - 1) // 2 for size in components)
    assert found.after.ties == graph.number_of_edges()


def test_kept_pairs_of_a_backbone_stay_tied_while_they_share_a_group():
    others = [f"n{number:02}" for number in range(60)]
    data = dataset(
        {"k": "Cluster", **dict.fromkeys(["a", "b", *others], "Company")},
        members=[("a", "k"), ("b", "k")],
        signed=[(each, f"d{n}") for n in range(8) for each in ("a", "b", others[n])]
        + [(each, f"e{n // 2}") for n, each in enumerate(others)]
        + [(each, f"f{n % 30}") for n, each in enumerate(others)],
    )
    network = Network.of(data).select(backbone=True)
    assert set(network.graph().edges) == {("a", "b")}
    assert impact(network, "k").after.ties == 1
    assert impact(network, others[0]).after.ties == 1
    assert impact(network, "a").after.ties == 0


def test_the_table_has_everybody_and_the_text_the_first():
    many = [f"m{number:02}" for number in range(30)]
    data = dataset(
        {"k": "Cluster", **dict.fromkeys(many, "Company")}, members=[(each, "k") for each in many]
    )
    found = impact(data, "k")
    rows = impact_table(found).records()
    assert sum(row["what"] == "member without coordinator" for row in rows) == 30
    assert next(row for row in rows if row["what"] == "ties")["before"] == 31 * 30 // 2
    assert "M19 and 10 more" in impact_text(found)


def test_leaving_needs_somebody_who_is_there():
    network = Network.of(CLUSTER)
    with pytest.raises(UsageError, match="at least one"):
        impact_of(network, [])
    with pytest.raises(UsageError, match="the selection leaves out A"):
        impact(network.select(kind="Cluster"), "a")
    with pytest.raises(UsageError, match="did you mean degree"):
        impact(CLUSTER, "k", by="degre")


def test_a_kept_pair_is_no_longer_tied_when_the_groups_that_it_shares_dissolve():
    clusters = [f"k{number}" for number in range(8)]
    others = [f"n{number:02}" for number in range(60)]
    data = dataset(
        dict.fromkeys(clusters, "Cluster") | dict.fromkeys(["a", "b", *others], "Company"),
        members=[
            (each, cluster)
            for cluster, other in zip(clusters, others, strict=False)
            for each in ("a", "b", other)
        ],
        signed=[(each, f"e{n // 2}") for n, each in enumerate(others)]
        + [(each, f"f{n % 30}") for n, each in enumerate(others)],
    )
    network = Network.of(data).select(backbone=True)
    assert set(network.graph().edges) == {("a", "b")}
    assert impact(network, *clusters[:7]).after.ties == 1
    assert impact(network, *clusters).after.ties == 0


def test_of_two_components_that_fall_apart_the_larger_is_told_first():
    # By hand: without h, b and c and d are apart; without y, w and z; h and y are not tied.
    data = dataset("w y z h b c d", ties=[("w", "y"), ("y", "z")] + [("h", each) for each in "bcd"])
    assert [[ids(piece) for piece in pieces] for pieces in impact(data, "h", "y").parted] == [
        [["b"], ["c"], ["d"]],
        [["w"], ["z"]],
    ]
