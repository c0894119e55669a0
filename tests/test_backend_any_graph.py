"""The backend against networkx on graphs that are changed between calls, in every way there is.

A hypothesis state machine: it starts with a graph of some sort, writes into it and calls functions
with ordinary and with absurd arguments. The expected value, or sort of error, is always networkx's
own for the graph as it is now. GRAPHKIT_EXAMPLES=20 makes twenty times as many calls.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from fractions import Fraction
from functools import cache
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import HealthCheck, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from graphkit.backend import SLOT
from graphkit.backend.info import SMALLEST
from tests.amounts import examples
from tests.backend_graphs import check_same, incidence, plain, projected
from tests.backend_options import BIPARTITE, CALLS, call_of, function

CALLS_AT_LEAST = examples(550)
_ROUNDS = 30
"""So often at most: how many calls are among the steps of a round depends on the versions of Python
and networkx, and on what other tests have loaded.
"""

_POSITIVE = st.sampled_from([1, 2, 3, 0.5, 3.25, True, 1e-3])
_ABSURD = st.sampled_from(
    [0, 0.0, -1, -2.5, 10**400, 2**60, 1e308, 1e-320, 1e150, float("inf"), float("nan"), "2", None]
)
_WEIGHTS = st.one_of(_POSITIVE, _POSITIVE, _POSITIVE, _ABSURD)
_NAMES = st.sampled_from(["weight", "distance"])
_SEEDS = st.integers(0, 99)
_SORTS = ["undirected", "directed", "network", "modes", "empty"]

# With weights that are not above 0 networkx's Louvain method may go round for ever.
_POSITIVE_ONLY = {"louvain_communities", "louvain_partitions"}


# Hypothesis looks through every strategy that is made, which takes longer than drawing from it.
@cache
def _number(low: int, high: int) -> st.SearchStrategy[int]:
    return st.integers(low, high)


def one(data: st.DataObject, options: Sequence[Any]) -> Any:
    return options[data.draw(_number(0, len(options) - 1))]


class AnyGraph(RuleBasedStateMachine):
    """One graph, changed and measured in turn."""

    calls = named = answered = 0

    @initialize(seed=_SEEDS, sort=st.sampled_from(_SORTS))
    def begin(self, seed: int, sort: str) -> None:
        form = incidence(seed)
        if sort == "network":  # as Network.graph() gives it
            self.graph = projected(form)
            self.graph.__networkx_cache__[SLOT] = form
        elif sort == "empty":
            self.graph = nx.DiGraph() if seed % 2 else nx.Graph()
        elif sort == "modes":
            self.graph = nx.Graph((form.nodes[row], -int(group)) for row, group in form.members.T)
        else:
            self.graph = plain(seed, directed=sort == "directed", loops=seed % 4 == 3)
        self.positive = True

    # What changes the graph.

    def node(self, data: st.DataObject) -> Any:
        """A node that is there, or now and then one that is not."""
        nodes = list(self.graph)
        return one(data, [*nodes, *nodes[:20], "new", 7, ("a", 1)])

    def an_edge(self, data: st.DataObject) -> dict[str, Any]:
        edges = list(self.graph.edges)
        return self.graph.edges[one(data, edges)] if edges else {}

    @contextmanager
    def structure(self) -> Iterator[None]:
        """What a frozen graph refuses; then it is melted by a copy."""
        if nx.is_frozen(self.graph):
            with pytest.raises(nx.NetworkXError):
                self.graph.add_node("never")
            self.graph = self.graph.copy()
        yield

    def weighed(self, value: Any) -> None:
        self.positive &= isinstance(value, int | float) and 1e-9 < value < 1e9

    @rule(data=st.data(), value=_WEIGHTS)
    def add_an_edge(self, data: st.DataObject, value: Any) -> None:
        with self.structure():
            self.graph.add_edge(self.node(data), self.node(data), weight=value, distance=1)
        self.weighed(value)

    @rule(data=st.data())
    def remove_an_edge(self, data: st.DataObject) -> None:
        edges = list(self.graph.edges)
        if edges:
            with self.structure():
                self.graph.remove_edge(*one(data, edges))

    @rule(data=st.data())
    def remove_a_node(self, data: st.DataObject) -> None:
        node = self.node(data)
        if node in self.graph:
            with self.structure():
                self.graph.remove_node(node)

    @rule(data=st.data(), name=_NAMES, value=_WEIGHTS)
    def write_a_weight(self, data: st.DataObject, name: str, value: Any) -> None:
        self.an_edge(data)[name] = value
        self.weighed(value)

    @rule(data=st.data(), name=_NAMES)
    def delete_a_weight(self, data: st.DataObject, name: str) -> None:
        self.an_edge(data).pop(name, None)

    @rule(name=_NAMES, values=st.lists(_POSITIVE, min_size=1, max_size=5))
    def write_all_weights(self, name: str, values: list[Any]) -> None:
        for number, (_, _, edge) in enumerate(self.graph.edges(data=True)):
            edge[name] = values[number % len(values)]

    @rule(name=_NAMES)
    def delete_all_weights(self, name: str) -> None:
        nx.remove_edge_attributes(self.graph, name)

    @rule(name=_NAMES, value=_POSITIVE)
    def set_all_weights(self, name: str, value: Any) -> None:
        nx.set_edge_attributes(self.graph, value, name)
        self.positive |= name == "weight"

    @rule()
    def freeze(self) -> None:
        nx.freeze(self.graph)

    @rule()
    def copy(self) -> None:
        self.graph = self.graph.copy()

    @rule()
    def copy_with_the_cache(self) -> None:
        self.graph = deepcopy(self.graph)

    @rule(data=st.data())
    def write_an_equal_weight_of_another_type(self, data: st.DataObject) -> None:
        edge = self.an_edge(data)
        value = edge.get("weight")
        if isinstance(value, int | float):
            edge["weight"] = one(data, [np.float64, Fraction, float])(
                value if abs(value) < 1e9 else 1
            )

    @rule(keep=st.booleans())
    def empty_or_drop_the_cache(self, keep: bool) -> None:
        self.graph.__networkx_cache__ = {} if keep else None

    @rule(data=st.data(), value=st.integers())
    def name_the_graph_and_a_node(self, data: st.DataObject, value: int) -> None:
        self.graph.graph["title"] = value
        node = self.node(data)
        if node in self.graph:
            self.graph.nodes[node]["title"] = value

    # What measures it.

    def options(self, name: str, data: st.DataObject) -> dict[str, Any]:
        """Arguments as people give them, or now and then as nobody should."""
        given = dict(one(data, CALLS.get(name, [{}])))
        odd = data.draw(_number(0, 3)) == 0
        nodes = list(self.graph)
        some = nodes[:: data.draw(_number(1, 3))]
        if name in BIPARTITE:
            side = [node for node in nodes if isinstance(node, str)]
            given["nodes"] = one(data, [side, some, [*side, "nowhere"], []])
        elif name in ("node_connected_component", "single_source_shortest_path_length"):
            given["n" if name.startswith("node") else "source"] = self.node(data)
        elif name == "modularity":
            rest = [node for node in nodes if node not in some]
            given["communities"] = [some, some if odd else rest]
        elif odd:
            given |= one(data, self.odd(name, some, self.node(data)))
        return given

    def odd(self, name: str, some: list[Any], node: Any) -> list[dict[str, Any]]:
        """Arguments of a function that are seldom given, or wrong."""
        zeros = dict.fromkeys(self.graph, 0)
        shares = dict.fromkeys(some, 2.0)
        nodes: list[Any] = [None, node, some, [], ["nowhere"], [[]], 3.5]
        return {
            "betweenness_centrality": [{"k": 0}, {"k": 99}, {"weight": "euro"}, {"weight": ""}],
            "edge_betweenness_centrality": [{"k": 99}, {"weight": "euro"}],
            "closeness_centrality": [{"u": node}, {"u": node, "distance": "distance"}],
            "harmonic_centrality": [{"nbunch": node}, {"sources": some}],
            "eigenvector_centrality": [{"nstart": zeros}, {"max_iter": 0}, {"weight": "euro"}],
            "pagerank": [
                *({word: zeros} for word in ("nstart", "dangling", "personalization")),
                *({word: shares} for word in ("nstart", "dangling", "personalization")),
                {"alpha": 0, "weight": "euro"},
            ],
            "constraint": [{"nodes": some}, {"nodes": ["nowhere"]}, {"nodes": []}],
            "effective_size": [{"nodes": some}, {"nodes": some, "weight": "weight"}],
            "triangles": [{"nodes": each} for each in nodes],
            "clustering": [{"nodes": each} for each in nodes],
            "average_clustering": [{"nodes": some}, {"nodes": []}],
            "eccentricity": [{"v": each} for each in nodes],
            "all_pairs_shortest_path_length": [{"cutoff": each} for each in (0, -1, 1.5)],
            "louvain_communities": [{"resolution": 0}, {"max_level": 0}, {"threshold": 10}],
        }.get(name, [{}])

    @rule(
        data=st.data(),
        names=st.lists(st.sampled_from(sorted(SMALLEST)), min_size=3, max_size=12),
        named=st.booleans(),
    )
    def measure(self, data: st.DataObject, names: list[str], named: bool) -> None:
        for name in names:
            self.compare(name, data, named)

    def compare(self, name: str, data: st.DataObject, named: bool) -> None:
        """One call, by the name of the backend or by its priority."""
        if name in _POSITIVE_ONLY and not self.positive:
            return
        options = self.options(name, data)
        theirs = outcome(call_of(name), self.graph, **options, backend="networkx")
        how = {"backend": "graphkit"} if named else {}
        with nx.config(backend_priority={"algos": ["graphkit"], "generators": ["graphkit"]}):
            ours = outcome(call_of(name), self.graph, **options, **how)
        AnyGraph.calls += 1
        AnyGraph.named += named
        if named and ours is NotImplementedError:
            return
        AnyGraph.answered += named
        check_same(ours, theirs, (name, options))
        assert not isinstance(theirs, nx.Graph) or ours.graph == theirs.graph

    @precondition(lambda self: len(self.graph) > 0)
    @rule(data=st.data(), name=st.sampled_from(["betweenness_centrality", "pagerank"]))
    def measure_a_view(self, data: st.DataObject, name: str) -> None:
        view = self.graph.subgraph(list(self.graph)[:: data.draw(_number(1, 3))])
        theirs = outcome(function(name), view, weight="weight", backend="networkx")
        with nx.config(backend_priority=["graphkit"]):
            check_same(outcome(function(name), view, weight="weight"), theirs, (name, "view"))

    @invariant()
    def networkx_keeps_nothing_that_can_become_old(self) -> None:
        cache = getattr(getattr(self, "graph", None), "__networkx_cache__", None) or {}
        assert "graphkit" not in cache.get("backends", {}) or not cache["backends"]["graphkit"]


def outcome(function: Callable[..., Any], graph: Any, **options: Any) -> Any:
    """What a function gives, generators drawn; or the sort of error it raises."""
    try:
        result = function(graph, **options)
        return list(result) if hasattr(result, "__next__") else result
    except Exception as error:
        return type(error)


def test_whatever_is_done_to_a_graph_the_answer_is_networkx_s(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(nx.config.backends["graphkit"], "smallest", 0)
    monkeypatch.setattr(nx.config.backends["graphkit"], "threads", 1)
    AnyGraph.calls = AnyGraph.named = AnyGraph.answered = 0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for number in range(_ROUNDS):
            run_state_machine_as_test(
                seed(number)(AnyGraph),
                settings=settings(
                    max_examples=examples(20),
                    stateful_step_count=40,
                    database=None,
                    deadline=None,
                    suppress_health_check=list(HealthCheck),
                ),
            )
            if AnyGraph.calls >= CALLS_AT_LEAST:
                break
    print(f"{AnyGraph.calls} calls; {AnyGraph.answered} of {AnyGraph.named} named ones answered")
    assert AnyGraph.calls >= CALLS_AT_LEAST
    assert AnyGraph.answered > AnyGraph.named / 2  # else it is networkx that was tested
