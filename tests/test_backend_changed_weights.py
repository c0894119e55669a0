"""Weights that are changed in place are seen by the next call, however the backend is called.

networkx empties a graph's cache when nodes or edges come or go, not when somebody writes into the
dict of an edge. The expected values are networkx's own for a graph made from the changed edges.
"""

from __future__ import annotations

import pickle
import warnings
from collections.abc import Callable
from copy import deepcopy
from decimal import Decimal
from fractions import Fraction
from typing import Any

import networkx as nx
import numpy as np
import pytest

from graphkit import Network, use_in_networkx
from graphkit.backend import SLOT, Incidence
from graphkit.backend.edge_dicts import EdgeDicts, ascending
from graphkit.sources import read_sample
from tests.backend_graphs import check_same


def write_one(graph: nx.Graph) -> None:
    one, other = next(iter(graph.edges))
    graph[one][other]["weight"] = 1000


def delete_one(graph: nx.Graph) -> None:
    one, other = max(graph.edges, key=lambda edge: graph.edges[edge]["weight"])
    del graph[one][other]["weight"]


def write_all(graph: nx.Graph) -> None:
    for number, (_, _, edge) in enumerate(graph.edges(data=True)):
        edge["weight"] = 1 + number % 50


def update_one(graph: nx.Graph) -> None:
    graph.edges[list(graph.edges)[3]].update(weight=0.25)


def remove_all(graph: nx.Graph) -> None:
    nx.remove_edge_attributes(graph, "weight")


CHANGES = [write_one, delete_one, write_all, update_one, remove_all]


def of_a_user() -> nx.Graph:
    graph = nx.gnm_random_graph(40, 120, seed=1)
    for number, (_, _, edge) in enumerate(graph.edges(data=True)):
        edge["weight"] = 2 + number % 3
    return graph


def frozen() -> nx.Graph:
    return nx.freeze(of_a_user())


def directed() -> nx.Graph:
    graph: nx.Graph = nx.DiGraph(of_a_user().edges(data=True))
    return graph


def of_a_network() -> nx.Graph:
    return Network.of(read_sample()).graph()


@pytest.fixture
def by_priority(monkeypatch: pytest.MonkeyPatch) -> None:
    """As for a user who has called `use_in_networkx`, for graphs of every size."""
    monkeypatch.setattr(nx.config.backend_priority, "algos", [])
    monkeypatch.setattr(nx.config.backends["graphkit"], "smallest", 0)
    use_in_networkx()


@pytest.mark.parametrize("make", [of_a_user, frozen, directed, of_a_network])
@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("how", [{"backend": "graphkit"}, {}], ids=["named", "by priority"])
def test_a_changed_weight_is_seen(
    make: Callable[[], nx.Graph],
    change: Callable[[nx.Graph], None],
    how: dict[str, Any],
    by_priority: None,
) -> None:
    graph = make()
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # what networkx warns of does not happen
        for _ in range(2):
            nx.pagerank(graph, **how)
            nx.betweenness_centrality(graph, weight="weight", **how)
        before = nx.pagerank(graph, **how)
        change(graph)
        ranks = nx.pagerank(graph, **how)
        between = nx.betweenness_centrality(graph, weight="weight", **how)
    fresh = graph.__class__()
    fresh.add_nodes_from(graph)
    fresh.add_edges_from(graph.edges(data=True))
    assert ranks != before
    check_same(ranks, nx.pagerank(fresh, backend="networkx"), change.__name__)
    theirs = nx.betweenness_centrality(fresh, weight="weight", backend="networkx")
    check_same(between, theirs, change.__name__)


def test_neighbours_are_converted_once_and_weights_are_read_again() -> None:
    graph = of_a_user()
    nx.pagerank(graph, backend="graphkit")
    form = graph.__networkx_cache__[SLOT]
    assert form.weights == {}
    graph[0][next(iter(graph[0]))]["weight"] = 7
    nx.pagerank(graph, backend="graphkit")
    assert graph.__networkx_cache__[SLOT] is form
    graph.add_edge(0, "new")
    nx.pagerank(graph, backend="graphkit")
    assert graph.__networkx_cache__[SLOT] is not form


def test_the_form_of_a_network_is_used_again_once_its_weights_are_back() -> None:
    graph = of_a_network()
    form = graph.__networkx_cache__[SLOT]
    assert isinstance(form, Incidence)
    whole = nx.pagerank(graph, backend="graphkit")
    edge = graph.edges[next(iter(graph.edges))]
    weight = edge["weight"]
    edge["weight"] = 9.5
    assert nx.pagerank(graph, backend="graphkit") != whole
    edge["weight"] = weight
    assert nx.pagerank(graph, backend="graphkit") == whole
    assert graph.__networkx_cache__[SLOT] is form


@pytest.mark.parametrize("make", [of_a_user, of_a_network])
def test_rows_edited_behind_networkx_s_back_are_converted_again(
    make: Callable[[], nx.Graph],
) -> None:
    graph = make()
    nx.degree_centrality(graph, backend="graphkit")
    one, other = next(iter(graph.edges))
    del graph._adj[one][other], graph._adj[other][one]
    theirs = nx.degree_centrality(graph, backend="networkx")
    check_same(nx.degree_centrality(graph, backend="graphkit"), theirs, "edited")


def test_what_a_projection_is_called_is_read_again() -> None:
    graph = nx.Graph([("a", 1), ("b", 1), ("b", 2), ("c", 2)], title="first")
    project = nx.bipartite.projected_graph
    project(graph, ["a", "b", "c"], backend="graphkit")
    graph.graph["title"] = "second"
    graph.nodes["a"]["name"] = "A"
    again = project(graph, ["a", "b", "c"], backend="graphkit")
    assert again.graph == {"title": "second"}
    assert dict(again.nodes(data=True)) == {"a": {"name": "A"}, "b": {}, "c": {}}


def test_without_networkx_s_caching_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = of_a_user()
    monkeypatch.setattr(nx.config, "cache_converted_graphs", False)
    nx.pagerank(graph, backend="graphkit")
    assert SLOT not in graph.__networkx_cache__
    graph.__networkx_cache__ = None
    monkeypatch.setattr(nx.config, "cache_converted_graphs", True)
    check_same(nx.pagerank(graph, backend="graphkit"), nx.pagerank(graph), "no cache")


@pytest.mark.parametrize("other", [Fraction(2), np.float64(2.0), Decimal(2)])
def test_an_equal_weight_of_another_type_is_read_as_what_it_is(other: Any) -> None:
    """networkx calculates with fractions, so an equal number is not the same weight."""
    graph = of_a_user()
    nx.set_edge_attributes(graph, 2, "weight")
    nx.pagerank(graph, backend="graphkit")
    graph.edges[next(iter(graph.edges))]["weight"] = other
    with pytest.raises(NotImplementedError):
        nx.pagerank(graph, backend="graphkit")


def test_a_copy_has_weights_of_its_own() -> None:
    graph = of_a_user()
    nx.pagerank(graph, backend="graphkit")
    for copied in (deepcopy(graph), pickle.loads(pickle.dumps(graph))):
        write_all(copied)
        ours = nx.pagerank(copied, backend="graphkit")
        check_same(ours, nx.pagerank(copied, backend="networkx"), "copied")
    write_one(graph)
    ours = nx.pagerank(graph, backend="graphkit")
    check_same(ours, nx.pagerank(graph, backend="networkx"), "original")


def test_weights_of_several_names_are_kept_apart() -> None:
    graph = of_a_user()
    names = ["weight", *"abcdef"]
    for number, (_, _, edge) in enumerate(graph.edges(data=True)):
        edge.update({name: 1 + (number * place) % 7 for place, name in enumerate(names, 2)})
    for _ in range(2):
        for name in [*names, "absent"]:
            ours = nx.pagerank(graph, weight=name, backend="graphkit")
            check_same(ours, nx.pagerank(graph, weight=name, backend="networkx"), name)
            graph.edges[next(iter(graph.edges))][name] = 9


def test_edges_that_share_a_dict_are_told_apart_by_their_nodes() -> None:
    shared: dict[str, int] = {"weight": 3}
    graph = nx.Graph()
    graph.edge_attr_dict_factory = lambda: shared
    graph.add_edges_from([(0, 1), (1, 2), (2, 3), (3, 1), (4, 5)])
    assert EdgeDicts.of(list(graph._adj.values())) is None
    for function in (nx.pagerank, nx.betweenness_centrality):
        ours = function(graph, weight="weight", backend="graphkit")
        check_same(ours, function(graph, weight="weight", backend="networkx"), function)


@pytest.mark.parametrize("edges", [[], [(0, 0), (0, 1)], [(0, 0), (1, 1)], [(0, 1), (0, 2)]])
def test_the_ends_of_edges_are_told_by_their_dicts_where_each_stands_in_two_rows(
    edges: list[tuple[int, int]],
) -> None:
    graph = nx.Graph(edges)
    dicts = EdgeDicts.of(list(graph._adj.values()))
    if any(one == other for one, other in edges):
        assert dicts is None
        return
    assert dicts is not None
    places = {node: place for place, node in enumerate(graph)}
    assert dicts.neighbours.tolist() == [places[node] for row in graph for node in graph[row]]
    assert [id(each) for each in dicts.dicts] == sorted(
        id(edge) for _, _, edge in graph.edges(data=True)
    )


@pytest.mark.parametrize("widest", [0, 4, 2**31, 2**35 - 16, 2**35, 2**46])
def test_addresses_are_sorted_however_far_apart_they_are(widest: int) -> None:
    # Two rows hold the same dict, so each address is there twice. The oracle is numpy's own sort.
    chance = np.random.default_rng(widest)
    once = 2**40 + 16 * chance.integers(0, widest // 16 + 1, 500)
    addresses = np.append(chance.permutation(np.append(once, once)), [2**40, 2**40 + widest])
    assert ascending(addresses).tolist() == np.argsort(addresses, kind="stable").tolist()
    assert ascending(addresses[:0]).tolist() == []


def test_a_class_that_redefines_its_rows_is_read_by_them() -> None:
    """Its edges hold one dict a direction, so a change in one of them has to be seen."""

    class Doubled(nx.Graph):  # type: ignore[type-arg]
        def adjacency(self):  # type: ignore[no-untyped-def]
            for node, row in super().adjacency():
                yield (
                    node,
                    {
                        other: {"weight": 2 * edge["weight"] + self.graph["more"]}
                        for other, edge in row.items()
                    },
                )

    graph = Doubled(of_a_user(), more=0)
    plain = nx.Graph(of_a_user())
    for more in (0, 5):
        graph.graph["more"] = more
        for one, other, edge in of_a_user().edges(data=True):
            plain[one][other]["weight"] = 2 * edge["weight"] + more
        ours = nx.pagerank(graph, backend="graphkit")
        check_same(ours, nx.pagerank(plain), more)
