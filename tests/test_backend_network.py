"""The backend where users meet it: ranks of large networks and graphs handed to networkx."""

from __future__ import annotations

import subprocess
import sys

import networkx as nx
import pytest
from numba import njit

from graphkit import Network, rank
from graphkit.backend import SLOT, Incidence
from graphkit.backend.dispatch import backend
from graphkit.backend.kernels.compiling import compiled
from graphkit.metrics import METRICS
from graphkit.model import KINDS
from graphkit.sources import read_sample
from tests.backend_graphs import check_same
from tests.generated import generated

SAMPLE = Network.of(read_sample())


@pytest.mark.parametrize("weight", ["none", "count", "newman"])
def test_a_large_network_is_ranked_as_a_small_one(
    weight: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Half of the kinds: networkx takes a seventh of the time that it takes for all of them.
    network = Network.of(generated()).select(weight=weight, kind=list(KINDS)[::2])
    assert len(network.organisations) > 300
    monkeypatch.setattr("graphkit.network.two_mode._COMPRESSED_FROM", 10_000)
    assert isinstance(network.two_mode.numbered(), nx.Graph)
    by_networkx = rank(network, metrics=METRICS)
    monkeypatch.setattr("graphkit.network.two_mode._COMPRESSED_FROM", 0)
    assert isinstance(network.two_mode.numbered(), Incidence)
    by_engine = rank(network, metrics=METRICS)
    assert by_engine.ranks == by_networkx.ranks
    for name, values in by_networkx.values.items():
        check_same(by_engine.values[name], values, (weight, name))


def test_the_graph_of_a_network_goes_to_the_backend_as_it_is() -> None:
    graph = SAMPLE.graph()
    form = graph.__networkx_cache__[SLOT]
    assert isinstance(form, Incidence)
    for function, word in (
        (nx.betweenness_centrality, "weight"),
        (nx.closeness_centrality, "distance"),
    ):
        for options in ({}, {word: "distance"}):
            ours = function(graph, **options, backend="graphkit")
            check_same(ours, function(graph, **options), (function.__name__, options))
    for attributes in ({}, {"weight": 1}, {"distance": 1}):
        assert backend.convert_from_nx(graph, edge_attrs=attributes) is form


def test_projections_of_its_graph_keep_what_the_nodes_are_called() -> None:
    graph = SAMPLE.graph()
    star = graph.subgraph([*graph["kom"], "kom"]).copy()
    star.remove_edges_from([edge for edge in list(star.edges) if "kom" not in edge])
    others = [node for node in star if node != "kom"]
    project = nx.bipartite.weighted_projected_graph
    check_same(project(star, others, backend="graphkit"), project(star, others), "star")
    with pytest.raises(NotImplementedError):  # no side of a two-mode graph
        project(graph, list(graph)[:9], backend="graphkit")


def test_ranking_the_sample_needs_no_compiler() -> None:
    program = (
        "import sys; from graphkit import Network, rank; "
        "from graphkit.metrics import METRICS; from graphkit.sources import read_sample; "
        "rank(Network.of(read_sample()), metrics=METRICS); print('numba' in sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout == "False\n"


def test_kernels_run_where_no_cache_can_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """As numba says it: "cannot cache function: no locator available"."""

    def without_a_place(*, cache: bool = False, **options: object) -> object:
        if cache:
            raise RuntimeError("cannot cache function 'twice': no locator available")
        return njit(**options)

    def twice(number: int) -> int:
        return 2 * number

    monkeypatch.setattr("graphkit.backend.kernels.compiling.njit", without_a_place)
    assert compiled(twice)(4) == 8


@pytest.mark.parametrize("directed", [False, True])
def test_a_graph_comes_back_from_the_backend_as_it_was(directed: bool) -> None:
    graph = nx.gnm_random_graph(12, 40, seed=4, directed=directed)
    for number, (_, _, edge) in enumerate(graph.edges(data=True)):
        edge["weight"] = float(number)
    form = backend.convert_from_nx(graph, edge_attrs={"weight": 1})
    back = backend.convert_to_nx(form)
    assert back.is_directed() is directed
    check_same(back, graph, directed)


def test_what_is_no_graph_comes_back_as_it_is_and_attributes_of_nodes_are_refused() -> None:
    assert backend.convert_to_nx({"a": 1.0}) == {"a": 1.0}
    with pytest.raises(NotImplementedError, match="numeric edge attributes only"):
        backend.convert_from_nx(nx.path_graph(3), node_attrs={"size": 1})
