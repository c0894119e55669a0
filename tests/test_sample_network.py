"""The network of the sample, against a graph written out by hand from its documents."""

from __future__ import annotations

from itertools import combinations

import networkx as nx
import pytest

from graphkit.metrics import METRICS, rank
from graphkit.network import Network
from graphkit.sources import read_sample

BIALYSTOK = (
    "bfkk bpnt iph-bialystok politechnika-bialostocka uniwersytet-medyczny-bialystok "
    "uniwersytet-w-bialymstoku umwp um-bialystok um-czarna-bialostocka wup zdz-bialystok kom"
).split()
SUWALKI = "pnt-polska-wschod euroregion-niemen pwsz-suwalki ssse um-suwalki kom".split()
GROUPS = [
    BIALYSTOK,
    SUWALKI,
    ["kom", "cpiir", "malow", "salag", "chm"],
    ["dolnoslaski-klaster-metalowy", "arleg"],
    # The Białystok conference: its host, three speakers and a guest.
    ["bpnt", "bfkk", "um-bialystok", "politechnika-bialostocka", "chm"],
    ["ministerstwo-gospodarki", "parp"],
    ["umwl", "parp"],
    ["umwl", "regionalny-klaster-motoryzacyjny"],
]
# The founding project, which would tie the broker to the university, is only planned.
PLANNED = ["centrum-promocji-podlasia", "politechnika-bialostocka"]
ALONE = (
    "centrum-promocji-podlasia kghm klaster-archiwizacji-cyfrowej "
    "centrum-lubuskich-innowacji-agrotechnicznych e-coop "
    "klaster-edukacji-lubuskie-brandenburgia klaster-energii-odnawialnej klaster-tsl "
    "klaster-turystyczny klaster-wsparcia-biznesu lubuski-klaster-edukacyjny-discare "
    "lubuski-klaster-elektrotechniki lubuski-klaster-energetyki-odnawialnej "
    "lubuski-klaster-iii-sektora lubuski-klaster-metalowy lubuski-klaster-szkoleniowo-doradczy "
    "lubuski-szlak-wina-i-miodu sejm-rp sinersio-data-center-west "
    "stowarzyszenie-od-obry-do-odry zachodni-klaster-turystyczno-medyczny"
).split()


@pytest.fixture(scope="module")
def network() -> Network:
    return Network.of(read_sample())


def by_hand() -> nx.Graph:
    graph = nx.Graph()
    # networkx sums in the order of its nodes, so the order is part of the expectation.
    graph.add_nodes_from(sorted({*ALONE, *(each for group in GROUPS for each in group)}))
    for group in GROUPS:
        graph.add_edges_from(combinations(sorted(group), 2))
    return graph


def test_the_graph_is_the_one_written_by_hand(network):
    graph, expected = network.graph(), by_hand()
    assert list(graph) == list(expected)
    assert {frozenset(edge) for edge in graph.edges} == {frozenset(edge) for edge in expected.edges}
    assert (len(graph), graph.number_of_edges(), nx.number_of_isolates(graph)) == (48, 99, 21)


def test_what_is_planned_adds_the_ties_of_the_founding_project(network):
    expected = by_hand()
    expected.add_edge(*PLANNED)
    graph = network.select(planned="include").graph()
    assert {frozenset(edge) for edge in graph.edges} == {frozenset(edge) for edge in expected.edges}


def test_every_metric_equals_networkx_on_the_graph_by_hand(network):
    graph = by_hand()
    expected = {
        "degree": dict(graph.degree()),
        "betweenness": nx.betweenness_centrality(graph),
        "closeness": nx.closeness_centrality(graph),
        "harmonic": nx.harmonic_centrality(graph),
        "eigenvector": nx.eigenvector_centrality(graph, max_iter=5_000, tol=1e-13),
        "pagerank": nx.pagerank(graph, tol=1e-14, max_iter=500),
        "constraint": nx.constraint(graph),
    }
    for metric, values in expected.items():
        ranking = rank(network, metric)
        ours = dict(
            zip((node.id for node in ranking.organisations), ranking.values[metric], strict=True)
        )
        assert ours == pytest.approx(values, rel=1e-9, abs=1e-10, nan_ok=True), metric
    assert set(METRICS) - set(expected) == {"strength"}


def test_the_cluster_that_signed_both_declarations_comes_first(network):
    ranking = rank(network)
    assert ranking.organisations[0].id == "kom"
    assert ranking.ranks[:2] == (1, 2)


def test_between_the_two_declarations_only_the_first_is_seen(network):
    graph = network.select(at="2014-11-10", layer="declaration").graph()
    assert graph.degree("kom") == 11
    assert set(graph["bpnt"]) == set(BIALYSTOK) - {"bpnt"}
    assert set(graph["ssse"]) == set()


def test_the_inferred_signature_can_be_left_out(network):
    graph = network.select(status="stated").graph()
    assert not graph.has_edge("kom", "ssse")
    assert graph.has_edge("kom", "bpnt")


def test_parts_kept_separate_are_nodes(network):
    graph = network.select(parts="separate", planned="include").graph()
    assert len(graph) == 53
    assert graph.has_edge("wydzial-mechaniczny-pb", "centrum-promocji-podlasia")
