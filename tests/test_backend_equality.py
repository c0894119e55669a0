"""Projections, as compressed as they are, against networkx: the same values, order and types.

Graphs of every other sort are in test_backend_any_graph.py.
"""

from __future__ import annotations

from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.backend import SLOT, Incidence
from graphkit.backend.info import SMALLEST
from tests.amounts import examples
from tests.backend_graphs import answer, check_same, incidence, plain, projected
from tests.backend_options import BIPARTITE, CALLS, Calls, function

_COMMUNITIES: Calls = [{}, {"weight": None, "resolution": 0.5}]
_NAMED = {
    "node_connected_component": nx.node_connected_component,
    "single_source_shortest_path_length": nx.single_source_shortest_path_length,
}
_ONE_WAY = [name for name in CALLS if not name.startswith(("in_", "out_"))]


def test_every_function_of_the_backend_is_compared_here() -> None:
    assert set(SMALLEST) == {*CALLS, *_NAMED, *BIPARTITE, "modularity"}


@pytest.mark.parametrize("name", _ONE_WAY)
def test_a_projection_gives_what_networkx_gives_for_its_graph(name: str) -> None:
    for seed in range(examples(20)):
        form = incidence(seed)
        graph = projected(form)
        for options in CALLS[name]:
            theirs = answer(function(name), graph, **options)
            ours = answer(function(name), form, **options)
            check_same(ours, theirs, (name, seed, options))


_TINY = {
    "no node": nx.empty_graph(0),
    "one node": nx.empty_graph(1),
    "a self-loop": nx.Graph([(0, 0)]),
    "two nodes": nx.empty_graph(2),
    "an edge": nx.path_graph(2),
    "an edge and a node": nx.Graph([(0, 1), (2, 2)]),
    "a path": nx.path_graph(3),
    "a triangle": nx.complete_graph(3),
}


@pytest.mark.parametrize("what", _TINY)
@pytest.mark.parametrize("kind", [nx.Graph, nx.DiGraph])
def test_the_smallest_graphs_give_what_networkx_gives(what: str, kind: Any) -> None:
    """Where networkx has its exceptions: integers for numbers, errors, nothing to divide by."""
    graph = kind(_TINY[what])
    nx.set_edge_attributes(graph, 2, "weight")
    for name in CALLS:
        for options in CALLS[name]:
            theirs = answer(function(name), graph, **options, backend="networkx")
            try:
                ours = answer(function(name), graph, **options, backend="graphkit")
            except NotImplementedError:
                continue
            check_same(ours, theirs, (name, options))


@pytest.mark.parametrize("name", _NAMED)
def test_from_one_node_the_answer_is_networkx_s(name: str) -> None:
    for seed in range(20):
        form = incidence(seed)
        graph = projected(form)
        for node in graph:
            theirs = _NAMED[name](graph, node)
            check_same(_NAMED[name](form, node), theirs, (name, seed, node))
            check_same(_NAMED[name](graph, node, backend="graphkit"), theirs, (name, seed, node))


def test_the_modularity_of_a_partition_is_networkx_s() -> None:
    for seed in range(20):
        form = incidence(seed)
        graph = projected(form)
        parts = [set(form.nodes[::2]), set(form.nodes[1::2])]
        for options in _COMMUNITIES:
            theirs = answer(nx.community.modularity, graph, communities=parts, **options)
            ours = answer(nx.community.modularity, form, communities=parts, **options)
            check_same(ours, theirs, (seed, options))
    with pytest.raises(nx.community.quality.NotAPartition):
        nx.community.modularity(form, [{form.nodes[0]}, {form.nodes[0]}])


_MANY = 560
"""More nodes than one pass of the bit-parallel search has sources, so that passes are added up."""


@pytest.mark.parametrize("sort", ["incidence", "plain", "directed"])
def test_more_sources_than_one_pass_holds(sort: str) -> None:
    draw = np.random.default_rng(7)
    if sort == "incidence":
        pairs = np.unique(draw.integers(0, (_MANY, 500), (1_200, 2)), axis=0)
        form: Any = Incidence(range(_MANY), pairs.T.astype(np.int32), np.ones(500))
        graph = projected(form)
    else:
        graph = nx.gnm_random_graph(_MANY, 1_000, seed=7, directed=sort == "directed")
        form = graph
    options = {} if sort == "incidence" else {"backend": "graphkit"}
    for name in ("closeness_centrality", "harmonic_centrality", "betweenness_centrality"):
        check_same(function(name)(form, **options), function(name)(graph), (sort, name))
    whole = max(
        nx.weakly_connected_components(graph)
        if graph.is_directed()
        else nx.connected_components(graph),
        key=len,
    )
    if sort == "plain":
        piece = graph.subgraph(whole).copy()
        ours = nx.eccentricity(piece, backend="graphkit")
        check_same(ours, nx.eccentricity(piece), "eccentricity")


@pytest.mark.parametrize("name", BIPARTITE)
def test_a_two_mode_graph_gives_what_networkx_gives(name: str) -> None:
    for seed in range(examples(15)):
        form = incidence(seed)
        graph = nx.Graph(title="two modes")
        graph.add_nodes_from(form.nodes, side="organisation")
        graph.add_edges_from((form.nodes[row], f"g{column}") for row, column in form.members.T)
        options: Calls = [{}]
        options += [{"ratio": True}] if name == "weighted_projected_graph" else []
        options += [{"jaccard": False}] if name == "overlap_weighted_projected_graph" else []
        options += [{"normalized": False}] if "closeness" in name else []
        for each in options:
            theirs = answer(BIPARTITE[name], graph, nodes=form.nodes, **each)
            ours = answer(BIPARTITE[name], graph, nodes=form.nodes, **each, backend="graphkit")
            check_same(ours, theirs, (name, seed, each))
            assert not isinstance(theirs, nx.Graph) or ours.graph == theirs.graph


@given(
    st.lists(st.sets(st.integers(0, 9), min_size=1, max_size=6), min_size=1, max_size=12),
    st.data(),
)
@settings(max_examples=examples(60), deadline=None)
def test_betweenness_of_any_projection_is_networkx_s(groups: list[set[int]], data: Any) -> None:
    """Twins, pendants and repeated groups in every mixture: the cases of the compression."""
    pairs = sorted((node, number) for number, group in enumerate(groups) for node in group)
    weights = np.array([data.draw(st.sampled_from([1.0, 0.5, 2.0])) for _ in groups])
    form = Incidence(range(10), np.array(pairs, dtype=np.int32).T, weights)
    graph = projected(form)
    for options in ({}, {"weight": "distance"}, {"k": 4, "seed": 1}):
        theirs = nx.betweenness_centrality(graph, **options)
        check_same(nx.betweenness_centrality(form, **options), theirs, (groups, options))
    for name in ("closeness_centrality", "harmonic_centrality", "constraint"):
        check_same(function(name)(form), function(name)(graph), (name, groups))


def test_louvain_is_networkx_s_on_every_level() -> None:
    """Large enough for three levels and more, on which the order of neighbours decides."""
    for seed in range(8):
        graph = nx.gnm_random_graph(300, 900, seed=seed)
        for options in ({}, {"resolution": 0.5}):
            theirs = list(nx.community.louvain_partitions(graph, seed=seed, **options))
            ours = nx.community.louvain_partitions(graph, seed=seed, **options, backend="graphkit")
            assert len(theirs) > 2
            assert list(ours) == theirs


def test_zero_lengths_are_counted_as_networkx_counts_them() -> None:
    for seed in range(40):
        graph = plain(seed)
        for number, (_, _, edge) in enumerate(graph.edges(data=True)):
            edge["distance"] = (0, 1, 2)[number % 3]
        for name in ("betweenness_centrality", "closeness_centrality", "harmonic_centrality"):
            word = "weight" if name.startswith("between") else "distance"
            theirs = answer(function(name), graph, **{word: "distance"})
            ours = answer(function(name), graph, **{word: "distance"}, backend="graphkit")
            check_same(ours, theirs, (name, seed))


def test_the_number_of_threads_decides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    draw = np.random.default_rng(3)
    pairs = np.unique(draw.integers(0, (_MANY, 500), (1_500, 2)), axis=0)
    form = Incidence(range(_MANY), pairs.T.astype(np.int32), draw.random(500) + 0.1)
    measures = "betweenness_centrality harmonic_centrality constraint triangles".split()
    setting = nx.config.backends["graphkit"]
    found = []
    for threads in (1, 2, 5):
        monkeypatch.setattr(setting, "threads", threads)
        found.append([repr(function(name)(form)) for name in measures])
    assert found[0] == found[1] == found[2]


def test_a_graph_of_a_network_is_not_converted_again() -> None:
    form = incidence(5)
    graph = projected(form)
    graph.__networkx_cache__[SLOT] = form
    ours = nx.betweenness_centrality(graph, backend="graphkit")
    assert ours == nx.betweenness_centrality(form)
    node = form.nodes[0]
    graph.add_edge(node, "new")  # which empties the cache
    theirs = nx.betweenness_centrality(graph)
    check_same(nx.betweenness_centrality(graph, backend="graphkit"), theirs, "edited")


@pytest.mark.parametrize("word", ["personalization", "dangling", "nstart"])
def test_pagerank_takes_the_weights_of_nodes_by_name(word: str) -> None:
    for seed in range(8):
        form = incidence(seed)
        graph = projected(form)
        shares = {node: 1.0 + place % 3 for place, node in enumerate(form.nodes)}
        theirs = answer(nx.pagerank, graph, **{word: shares})
        check_same(answer(nx.pagerank, form, **{word: shares}), theirs, (word, seed))


@pytest.mark.parametrize("kind", [nx.Graph, nx.DiGraph])
def test_what_cannot_be_measured_is_refused_in_networkx_s_words(kind: Any) -> None:
    apart = kind([(0, 1), (2, 3)])
    for name in ("eccentricity", "diameter", "average_shortest_path_length"):
        theirs = answer(function(name), apart, backend="networkx")
        assert theirs[0] is nx.NetworkXError
        assert answer(function(name), apart, backend="graphkit") == theirs, name
