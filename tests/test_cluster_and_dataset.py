"""`cluster` and `dataset`: the members of a cluster, and the facts of one data set.

Expected answers are by hand from the tables below.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.model import UsageError
from graphkit.network import Network
from graphkit.store import open_store
from graphkit.views import build_view
from graphkit.views.translation import selection_words, words
from tests.commands import graphkit
from tests.networks import dataset
from tests.sources_tables import write

KINDS = {
    "a": "Company", "b": "Company", "c": "University", "d": "Company", "f": "Faculty",
    "k": "Cluster", "l": "Cluster",
}  # fmt: skip


def clustered() -> Network:
    """a and b are in k (b until 2012), the faculty f of c in l; all but k and l sign x."""
    return Network.of(
        dataset(
            KINDS,
            members=[("a", "k", {"start": "2010", "end": ".."}),
                     ("b", "k", {"start": "2010", "end": "2012"}), ("f", "l")],
            signed=[(each, "x") for each in "abcd"],
            parts=[("f", "c")],
        )
    )  # fmt: skip


@pytest.mark.parametrize(
    ("selected", "expected"),
    [
        ({"cluster": "k"}, "abk"),
        ({"cluster": "K"}, "abk"),
        ({"cluster": ["k", "l"]}, "abckl"),
        ({"cluster": "l"}, "cl"),
        ({"cluster": "l", "parts": "separate"}, "fl"),
        ({"cluster": "k", "at": "2015"}, "ak"),
        # Whichever facts tie them: memberships say who is in the cluster.
        ({"cluster": "k", "layer": "declaration"}, "abk"),
        ({"cluster": "k", "group_nodes": "exclude"}, "ab"),
        ({"cluster": "k", "kind": "Company"}, "ab"),
    ],
)
def test_the_members_of_a_cluster_are_kept(selected, expected: str) -> None:
    assert "".join(clustered().select(**selected).two_mode.organisations) == expected


def test_what_ties_the_members_is_selected_apart() -> None:
    declared = clustered().select(cluster="k", layer="declaration")
    assert set(declared.graph().edges) == {("a", "b")}
    assert declared.counts()["unclustered"] == 3  # c, d and l; f counts as c
    with pytest.raises(UsageError, match="leaves out D; check `cluster`"):
        declared.node("d")


def test_a_planned_cluster_has_no_members_unless_asked_for() -> None:
    from dataclasses import replace

    from graphkit.model import Dataset

    plain = dataset({"a": "Company", "k": "Cluster"}, members=[("a", "k")])
    nodes = [
        replace(node, properties={**node.properties, "stage": "planned"})
        if node.id == "k"
        else node
        for node in plain.nodes
    ]
    network = Network.of(Dataset.of("test", nodes, plain.facts))
    assert network.select(cluster="k").two_mode.organisations == ()
    assert network.select(cluster="k", planned="include").two_mode.organisations == ("a", "k")


def test_a_cluster_that_there_is_not_is_told() -> None:
    with pytest.raises(UsageError, match="`cluster`: no cluster is called 'a'; there are K, L"):
        clustered().select(cluster="a")
    with pytest.raises(UsageError, match="no clusters are stated; leave it out"):
        Network.of(dataset("a")).select(cluster="k")


def test_both_are_named_where_the_selection_is_stated() -> None:
    chosen = clustered().select(cluster="k", dataset="TEST")
    assert str(chosen.selection) == "dataset test, cluster K"
    said = selection_words(build_view(chosen).provenance.selection, words("en"))
    assert said == "clusters: K; data sets: test"


ORGANISATIONS = "id,name,kind\na,A,Company\nb,B,Company\nc,C,Company\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two data sets: both say that a and b are tied, only the second that b and c are."""
    folder = tmp_path_factory.mktemp("two")
    write(folder / "one", {"organisations": ORGANISATIONS, "ties": "a,b\na,b\n"})
    write(folder / "two", {"organisations": ORGANISATIONS, "ties": "a,b\na,b\nb,c\n"})
    for name in ("one", "two"):
        assert graphkit("load", name, cwd=folder).returncode == 0
    return folder


@pytest.mark.parametrize("evidence", [True, False])
def test_the_facts_of_a_data_set_are_kept(folder: Path, evidence: bool) -> None:
    with open_store(folder / "graphkit-store", create=False, read_only=True) as store:
        network = Network.of(store, evidence=evidence)
    assert len(network.facts) == 3
    assert set(network.select(dataset="one").graph().edges) == {("a", "b")}
    assert set(network.select(dataset="two").graph().edges) == {("a", "b"), ("b", "c")}
    assert len(network.select(dataset=["one", "two"]).facts) == 3
    with pytest.raises(UsageError, match="the network has no dataset on; use one of one, two"):
        network.select(dataset="on")


def test_data_sets_and_clusters_can_be_compared(folder: Path) -> None:
    ran = graphkit("compare", "dataset=one", "dataset=two", "--draws", "0", cwd=folder)
    assert "Ties           1 in both, 1 only in B, 0 only in A; Jaccard 0.5" in ran.stdout
    ran = graphkit("rank", "--dataset", "one", "--isolates", "exclude", cwd=folder)
    assert "; dataset one" in ran.stderr
