"""What the engine leaves to networkx, and that networkx then answers."""

from __future__ import annotations

import inspect
import re
from typing import Any

import networkx as nx
import numpy as np
import pytest

from graphkit import Network
from graphkit.backend import Incidence, use_in_networkx
from graphkit.backend.dispatch import backend
from graphkit.backend.functions import named
from graphkit.backend.info import SMALLEST
from graphkit.backend.release import networkx_is_at_least
from graphkit.sources import read_sample
from tests.backend_graphs import answer, check_same, incidence, plain
from tests.backend_options import call_of


@pytest.fixture(autouse=True)
def by_priority(monkeypatch: pytest.MonkeyPatch) -> None:
    """As for a user who has called `use_in_networkx`, for graphs of every size."""
    monkeypatch.setattr(nx.config.backend_priority, "algos", ["graphkit"])
    monkeypatch.setattr(nx.config.backends["graphkit"], "smallest", 0)


def without_engine(function: Any, graph: Any, **options: Any) -> Any:
    return function(graph, **options, backend="networkx")


PARALLEL = nx.MultiGraph([("a", "b"), ("a", "b"), ("b", "c")])
LOOPED = nx.Graph([("a", "a"), ("a", "b"), ("b", "c")])
DIRECTED = nx.DiGraph([("a", "b"), ("b", "c"), ("c", "a")])
HEAVY = plain(3)
LINE = nx.path_graph(4)
PIECES = nx.Graph([(0, 1), (1, 2), (2, 0), (3, 4)])


@pytest.mark.parametrize(
    ("why", "function", "graph", "options"),
    [
        ("parallel edges", nx.betweenness_centrality, PARALLEL, {}),
        ("parallel edges", nx.closeness_centrality, PARALLEL, {}),
        ("parallel edges", nx.pagerank, PARALLEL, {}),
        ("edges with a direction", nx.constraint, DIRECTED, {}),
        ("edges with a direction", nx.clustering, DIRECTED, {}),
        ("self-loops", nx.constraint, LOOPED, {}),
        ("self-loops", nx.effective_size, LOOPED, {}),
        ("the argument weight", nx.clustering, HEAVY, {"weight": "weight"}),
        ("the argument nbunch", nx.harmonic_centrality, LINE, {"nbunch": 0}),
        (
            "the argument sources",
            nx.harmonic_centrality,
            nx.path_graph(4),
            {"sources": np.arange(2)},
        ),
        (
            "the argument root",
            nx.has_bridges,
            nx.Graph([(0, 1), (1, 2), (2, 0), (3, 4)]),
            {"root": 0},
        ),
        (
            "networkx says that there is nothing to measure",
            nx.constraint,
            nx.Graph(),
            {},
        ),
        (
            "an nstart that does not give the graph's nodes in order a sum",
            nx.eigenvector_centrality,
            nx.path_graph(3),
            {"nstart": {2: 1, 1: 1, 0: 1}, "max_iter": 1000},
        ),
        ("the argument nbunch", nx.harmonic_centrality, HEAVY, {"nbunch": list(HEAVY)[:1]}),
        (
            "a weight that is a function",
            nx.betweenness_centrality,
            HEAVY,
            {"weight": lambda one, other, edge: edge["weight"]},
        ),
        (
            "networkx's value for all nodes at once differs from that for each",
            nx.effective_size,
            HEAVY,
            {"weight": "weight"},
        ),
    ],
)
def test_what_is_refused_is_answered_by_networkx(
    why: str, function: Any, graph: nx.Graph, options: dict[str, Any]
) -> None:
    with pytest.raises(NotImplementedError, match=f": {re.escape(why)}$"):
        function(graph, **options, backend="graphkit")
    theirs = answer(function, graph, **options, backend="networkx")
    check_same(answer(function, graph, **options), theirs, why)


SINCE_37 = pytest.mark.skipif(not networkx_is_at_least(3, 7), reason="new in networkx 3.7")

WHOLE = nx.cycle_graph(5)
nx.set_edge_attributes(WHOLE, {(0, 1): 7}, "weight")
SEARCHES = dict(nx.all_pairs_shortest_path_length(WHOLE))


@pytest.mark.parametrize(
    ("name", "word", "value"),
    [
        pytest.param("closeness_centrality", "sp", SEARCHES, marks=SINCE_37),
        ("average_clustering", "weight", "weight"),
        ("bridges", "root", 0),
        ("eccentricity", "sp", SEARCHES),
        ("eccentricity", "weight", "weight"),
        *((name, "weight", "weight") for name in ("diameter", "radius", "periphery")),
        *((name, "usebounds", True) for name in ("diameter", "radius", "periphery")),
        ("average_shortest_path_length", "method", "dijkstra"),
        ("harmonic_centrality", "sources", [0]),
    ],
)
def test_rare_arguments_are_left_to_networkx(name: str, word: str, value: Any) -> None:
    function = getattr(nx, name)
    with pytest.raises(NotImplementedError, match=f"{name} to networkx here: the argument {word}$"):
        function(WHOLE, **{word: value}, backend="graphkit")
    theirs = answer(function, WHOLE, **{word: value}, backend="networkx")
    check_same(answer(function, WHOLE, **{word: value}), theirs, (name, word))


@pytest.mark.parametrize(
    ("name", "options"),
    [
        *(("louvain_communities", {"resolution": each}) for each in (float("inf"), float("nan"))),
        ("modularity", {"communities": [set(WHOLE)], "resolution": float("inf")}),
    ],
)
def test_a_resolution_without_end_is_left_to_networkx(name: str, options: dict[str, Any]) -> None:
    with pytest.raises(NotImplementedError, match="a resolution without end"):
        getattr(nx.community, name)(WHOLE, **options, backend="graphkit")


def test_an_nstart_of_all_nodes_in_order_is_taken() -> None:
    options = {"max_iter": 1000, "nstart": {0: 1.0, 1: 2.0, 2: 1.0, 3: 3.0}}
    ours = nx.eigenvector_centrality(LINE, **options, backend="graphkit")
    theirs = nx.eigenvector_centrality(LINE, **options, backend="networkx")
    check_same(ours, theirs, "nstart")
    options["nstart"] = {0: 1.0, 1: -1.0, 2: 1.0, 3: -1.0}
    with pytest.raises(NotImplementedError, match=r"a sum$"):
        nx.eigenvector_centrality(LINE, **options, backend="graphkit")


@pytest.mark.skipif(networkx_is_at_least(3, 7), reason="networkx 3.7 has the argument")
def test_an_argument_that_networkx_does_not_have_yet_is_wrong() -> None:
    with pytest.raises(TypeError, match="unexpected keyword argument 'sp'"):
        nx.closeness_centrality(LINE, sp=None)


def test_every_argument_that_networkx_has_is_known() -> None:
    """Else a call with its default would be refused, and so would every call of a command."""
    for name in sorted(SMALLEST):
        function = call_of(name)
        theirs = inspect.signature(function).parameters
        ours = inspect.signature(named(name)).parameters
        assert set(theirs) - {"backend", "backend_kwargs"} <= set(ours), name


def test_wrong_arguments_are_told_by_networkx() -> None:
    with pytest.raises(TypeError, match="unexpected keyword"):
        nx.betweenness_centrality(HEAVY, wieght="weight")
    with pytest.raises(nx.NodeNotFound):
        nx.closeness_centrality(HEAVY, u="nowhere")
    with pytest.raises(ValueError, match=r"[Ss]ample"):
        nx.betweenness_centrality(HEAVY, k=1_000)


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("two", "not a plain number"),
        (None, "not a plain number"),
        (1j, "not a plain number"),
        (np.float64(1.5), "not a plain number"),
        (float("inf"), "not finite"),
        (float("nan"), "not finite"),
        (2**60, "too large to be added up"),
        (2**52, "too large to be added up"),
        (10**400, "too large a number"),
        (1e308, r"beyond 1e\+100 or below 1e-100"),
        (1e-320, r"beyond 1e\+100 or below 1e-100"),
    ],
)
def test_weights_that_networkx_counts_in_its_own_way_go_to_it(value: Any, why: str) -> None:
    graph = nx.path_graph(4)
    graph[0][1]["weight"] = graph[1][2]["weight"] = value
    for _ in range(2):  # the reason is given again, where networkx would say "failed before"
        with pytest.raises(NotImplementedError) as raised:
            nx.pagerank(graph, backend="graphkit")
        assert re.search(f"the edge attribute 'weight' is .*{why}", str(raised.value.__cause__))
    for function in (nx.pagerank, nx.betweenness_centrality):
        theirs = outcome(function, graph, weight="weight", backend="networkx")
        check_same(outcome(function, graph, weight="weight"), theirs, (function, value))


def test_in_networkx_s_own_tests_a_reason_is_returned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETWORKX_TEST_BACKEND", "graphkit")
    assert backend.can_run("pagerank", (PARALLEL,), {}) == "parallel edges"
    assert backend.can_run("pagerank", (LINE,), {}) is True


def outcome(function: Any, graph: nx.Graph, **options: Any) -> Any:
    """What a function gives, or the sort of error that it raises."""
    try:
        return function(graph, **options)
    except (nx.NetworkXException, TypeError, ValueError, ArithmeticError) as error:
        return type(error)


@pytest.mark.parametrize("word", ["nstart", "dangling", "personalization"])
def test_shares_of_nothing_are_networkx_s_errors(word: str) -> None:
    zeros = {word: dict.fromkeys(LINE, 0)}
    with np.errstate(invalid="ignore"):
        theirs = outcome(nx.pagerank, LINE, **zeros, backend="networkx")
        assert issubclass(theirs, Exception)
        assert outcome(nx.pagerank, LINE, **zeros, backend="graphkit") is theirs


@pytest.mark.parametrize("asked", ["a", ["a"], ["a", "b"], [], ["nowhere"], "nowhere", None, [[]]])
def test_eccentricity_asks_for_the_paths_of_the_nodes_named(asked: Any) -> None:
    """Of b and a all others are reached, of c none: by hand, a has 2 and b has 1."""
    for graph in (nx.DiGraph([("a", "b"), ("b", "a"), ("b", "c")]), nx.Graph([(0, 1), (2, 3)])):
        theirs = outcome(nx.eccentricity, graph, v=asked, backend="networkx")
        check_same(outcome(nx.eccentricity, graph, v=asked, backend="graphkit"), theirs, asked)
    directed = nx.DiGraph([("a", "b"), ("b", "a"), ("b", "c")])
    assert nx.eccentricity(directed, v=["a", "b"], backend="graphkit") == {"a": 2, "b": 1}


def test_eccentricity_of_many_nodes_is_that_of_each() -> None:
    graph = nx.cycle_graph(41)
    ours = nx.eccentricity(graph, v=range(5, 40), backend="graphkit")
    assert ours == dict.fromkeys(range(5, 40), 20)  # half way round


@pytest.mark.parametrize("name", ["degree", "closeness", "betweenness"])
def test_a_node_that_is_not_in_a_two_mode_graph_is_treated_as_by_networkx(name: str) -> None:
    function = getattr(nx.bipartite, f"{name}_centrality")
    theirs, ours = (
        answer_or_error(function, nodes=["x", 0, 2], backend=each)
        for each in ("networkx", "graphkit")
    )
    check_same(ours, theirs, name)


def answer_or_error(function: Any, **options: Any) -> Any:
    try:
        return function(nx.path_graph(4), **options)
    except (KeyError, nx.NodeNotFound) as error:
        return type(error)


def test_communities_of_ties_without_weight_are_networkx_s() -> None:
    """Before 3.7 networkx divided by 0."""
    for weights in ((0.0, 0.0), (1.0, -1.0)):
        graph = nx.Graph()
        graph.add_weighted_edges_from([(0, 1, weights[0]), (1, 2, weights[1])])
        for function, options in (
            (nx.community.louvain_communities, {"seed": 1}),
            (nx.community.modularity, {"communities": [{0, 1}, {2}]}),
        ):
            theirs = answer(function, graph, **options, backend="networkx")
            check_same(answer(function, graph, **options, backend="graphkit"), theirs, weights)


def test_structural_holes_of_ties_without_weight_go_to_networkx() -> None:
    graph = nx.Graph()
    graph.add_weighted_edges_from([(0, 1, 2), (1, 2, 1), (0, 2, 0)])
    for function in (nx.constraint, nx.effective_size):
        ours = function(graph, nodes=[0, 1, 2], weight="weight")
        theirs = without_engine(function, graph, nodes=[0, 1, 2], weight="weight")
        check_same(ours, theirs, function.__name__)


def test_a_weight_written_into_an_edge_is_seen() -> None:
    """networkx empties a graph's cache when edges come or go, not then."""
    graph = Network.of(read_sample()).graph()
    for _, _, edge in graph.edges(data=True):
        edge["weight"] = 1.0 + len(edge)
    graph["kom"]["chm"]["weight"] = 9.0
    check_same(nx.pagerank(graph), without_engine(nx.pagerank, graph), "written")


def test_a_view_of_a_graph_that_changes_is_not_answered_from_the_cache() -> None:
    graph = plain(8)
    view = graph.subgraph(list(graph)[:9])
    nx.betweenness_centrality(view)
    graph.remove_node(next(iter(view)))
    ours = nx.betweenness_centrality(view)
    check_same(ours, without_engine(nx.betweenness_centrality, view), "view")


def test_negative_lengths_are_networkx_s_error() -> None:
    graph = nx.Graph()
    graph.add_weighted_edges_from([("a", "b", 2), ("b", "c", -3), ("a", "c", 1)])
    with pytest.raises(ValueError, match="Contradictory"):
        nx.closeness_centrality(graph, distance="weight")


@pytest.mark.parametrize("name", ["betweenness_centrality", "pagerank", "core_number"])
def test_views_and_other_classes_are_read_as_they_show_themselves(name: str) -> None:
    graph = plain(8)
    few = [node for number, node in enumerate(graph) if number % 3]
    shown = {
        "subgraph": graph.subgraph(few),
        "without edges": nx.restricted_view(graph, few[:1], list(graph.edges(few[2]))),
        "reverse": plain(8, directed=True).reverse(copy=False),
    }
    for word, view in shown.items():
        function = getattr(nx, name)
        check_same(function(view), without_engine(function, view), (name, word))


def test_any_name_of_a_weight_is_taken_with_networkx_s_default() -> None:
    graph = plain(12)
    for number, (_, _, edge) in enumerate(graph.edges(data=True)):
        if number % 2:
            edge["euro"] = number
    for options in ({"weight": "euro"}, {"weight": "nothing of the sort"}):
        ours = nx.betweenness_centrality(graph, **options)
        check_same(ours, without_engine(nx.betweenness_centrality, graph, **options), options)


def test_a_projection_knows_its_own_two_weights_only() -> None:
    with pytest.raises(nx.NetworkXError, match="weight and distance"):
        nx.pagerank(incidence(1), weight="euro")


def test_graphs_too_small_to_gain_stay_with_networkx(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nx.config.backends["graphkit"], "smallest", None)
    asked = backend.should_run("betweenness_centrality", (nx.path_graph(10),), {})
    assert asked == "fewer than 500 nodes"
    assert backend.should_run("betweenness_centrality", (nx.path_graph(500),), {}) is True


def test_use_in_networkx_can_be_said_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nx.config.backend_priority, "algos", [])
    use_in_networkx()
    use_in_networkx()
    assert nx.config.backend_priority.algos == ["graphkit"]


def test_a_projection_becomes_the_graph_that_it_stands_for() -> None:
    form = Incidence(["a", "b", "c", "d"], incidence_of({0: "abc", 1: "ab"}), np.ones(2))
    graph = backend.convert_to_nx(form)
    assert type(graph) is nx.Graph
    assert list(graph) == ["a", "b", "c", "d"]
    assert dict(graph["a"]) == {
        "b": {"weight": 2.0, "distance": 0.5},
        "c": {"weight": 1.0, "distance": 1.0},
    }
    graph["a"]["b"]["weight"] = 5.0
    assert graph["b"]["a"]["weight"] == 5.0


def incidence_of(groups: dict[int, str]) -> Any:
    pairs = sorted(
        ("abcd".index(node), group) for group, inside in groups.items() for node in inside
    )
    return np.array(pairs, dtype=np.int32).T
