"""Published tables, recomputed by the engine."""

from __future__ import annotations

import networkx as nx
import pytest

from graphkit.backend.conversion import from_networkx
from tests.backend_graphs import check_same
from tests.shared_data import rows

BACKEND = {"backend": "graphkit"}

# Davis, Gardner and Gardner (1941), Deep South: the women's events by the dates they are known by.
EVENTS = "6/27 3/2 4/12 9/26 2/25 5/19 3/15 9/16 4/8 6/10 2/23 4/7 11/21 8/3".split()

# Borgatti and Halgin (2011), Analyzing affiliation networks, table 28.2: degree, closeness and
# betweenness of the two-mode graph, normalised.
SOUTHERN_WOMEN = {
    "EVELYN": (0.57, 0.80, 0.10),
    "LAURA": (0.50, 0.73, 0.05),
    "THERESA": (0.57, 0.80, 0.09),
    "BRENDA": (0.50, 0.73, 0.05),
    "CHARLOTTE": (0.29, 0.60, 0.01),
    "FRANCES": (0.29, 0.67, 0.01),
    "NORA": (0.57, 0.80, 0.11),
    "SYLVIA": (0.50, 0.77, 0.07),
    "DOROTHY": (0.14, 0.65, 0.00),
    "E1": (0.17, 0.52, 0.00),
    "E5": (0.44, 0.59, 0.04),
    "E6": (0.44, 0.69, 0.07),
    "E7": (0.56, 0.73, 0.13),
    "E8": (0.78, 0.85, 0.24),
    "E9": (0.67, 0.79, 0.23),
    "E14": (0.17, 0.52, 0.00),
}


def test_southern_women_two_mode_centralities() -> None:
    names = {date: f"E{number}" for number, date in enumerate(EVENTS, 1)}
    graph = nx.Graph()
    for row in rows("classics/networkdata_southern_women.edges.csv"):
        graph.add_edge(row["to"], names[row["from"]])
    women = [node for node in graph if node not in names.values()]
    assert len(women) == 18
    degree = nx.bipartite.degree_centrality(graph, women, **BACKEND)
    closeness = nx.bipartite.closeness_centrality(graph, women, **BACKEND)
    between = nx.bipartite.betweenness_centrality(graph, women, **BACKEND)
    found = {
        name: (round(degree[name], 2), round(closeness[name], 2), round(between[name], 2))
        for name in SOUTHERN_WOMEN
    }
    assert found == SOUTHERN_WOMEN


def test_ceos_and_clubs_by_networkx() -> None:
    """Galaskiewicz's 26 chief executives in 15 clubs (Faust 1997): the values are networkx's."""
    sides = rows("classics/networkdata_ceos_clubs.nodes.csv")
    graph = nx.Graph()
    graph.add_nodes_from(row["i"] for row in sides)
    for row in rows("classics/networkdata_ceos_clubs.edges.csv"):
        graph.add_edge(row["from"], row["to"])
    people = [row["i"] for row in sides if row["type"] == "False"]
    assert (len(graph), len(people), graph.number_of_edges()) == (41, 26, 98)
    for measure in (
        nx.bipartite.degree_centrality,
        nx.bipartite.closeness_centrality,
        nx.bipartite.betweenness_centrality,
        nx.bipartite.collaboration_weighted_projected_graph,
    ):
        check_same(measure(graph, people, **BACKEND), measure(graph, people), measure.__name__)


def test_florentine_families_with_and_without_the_one_that_married_nobody() -> None:
    """Padgett and Ansell (1993): the Medici's betweenness among 16 and among 15 families."""
    graph = nx.Graph()
    graph.add_nodes_from(row["name"] for row in rows("classics/networkdata_flo_marriage.nodes.csv"))
    for row in rows("classics/networkdata_flo_marriage.edges.csv"):
        graph.add_edge(row["from"], row["to"])
    assert (len(graph), graph.number_of_edges()) == (16, 20)
    assert nx.betweenness_centrality(graph, **BACKEND)["Medici"] == pytest.approx(0.452, abs=5e-4)
    graph.remove_node("Pucci")
    assert nx.betweenness_centrality(graph, **BACKEND)["Medici"] == pytest.approx(0.522, abs=5e-4)


def test_burt_s_example_of_structural_holes() -> None:
    """Burt (1992), p. 56, as worked out by Borgatti (1997), Connections 20, 35-38: ego is G."""
    graph = nx.Graph(edge.split("-") for edge in "A-B A-F A-G A-E E-G F-G B-G B-D D-G G-C".split())
    assert nx.constraint(graph, **BACKEND)["G"] == pytest.approx(0.400, abs=5e-4)
    assert nx.effective_size(graph, **BACKEND)["G"] == pytest.approx(4.67, abs=5e-3)


def test_burt_s_example_as_compressed_rows() -> None:
    """The same of the engine's own object, which networkx dispatches to it by itself."""
    graph = nx.Graph(edge.split("-") for edge in "A-B A-F A-G A-E E-G F-G B-G B-D D-G G-C".split())
    assert nx.constraint(from_networkx(graph, {}))["G"] == pytest.approx(0.400, abs=5e-4)
