"""Compare every metric of the catalogue with an oracle and write docs/validation.md.

    python benchmarks/validation.py                 # writes the document
    python benchmarks/validation.py --export FOLDER # the networks, for R

The oracles (`oracles.py`, `oracles_of_chance.py`) compute from the definitions: dense linear
algebra, enumeration and exact fractions. The networks come with networkx. A line of the document is
a `Comparison`; the files `validation_*.py` hold those of one subject each.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import networkx as nx
import oracles
from validation_chance import BACKBONE, OF_CHANCE
from validation_comparison import Comparison, difference
from validation_definitions import WITH_DEFINITIONS
from validation_layers import WITH_LAYERS
from validation_networks import export, graph_of
from validation_positions import OF_POSITIONS
from validation_programs import WITH_CRAN, WITH_IGRAPH, WITH_SNA
from validation_surveys import OF_SURVEYS

from graphkit.metrics.catalogue import CATALOGUE

DOCUMENT = Path(__file__).parents[1] / "docs" / "validation.md"
TEXT = Path(__file__).with_name("validation_text.md")
COMPARISONS: tuple[Comparison, ...] = (
    *WITH_IGRAPH,
    *WITH_DEFINITIONS,
    *WITH_SNA,
    *WITH_CRAN,
    *OF_POSITIONS,
    *OF_CHANCE,
    *WITH_LAYERS,
    *OF_SURVEYS,
)


def where_networkx_differs() -> dict[str, float]:
    """How far networkx's own values are from the oracle's, by metric, at its defaults."""
    graph, ring = graph_of("random with isolates"), graph_of("karate club")
    for each in (graph, ring):
        for _, _, edge in each.edges(data=True):
            edge["distance"] = 1 / edge["weight"]
    return {
        "betweenness": difference(
            nx.betweenness_centrality(graph, weight="distance"), oracles.betweenness(graph, True)
        ),
        "eigenvector": difference(
            nx.eigenvector_centrality(ring, weight="weight"), oracles.eigenvector(ring)
        ),
        "pagerank": difference(nx.pagerank(ring), oracles.pagerank(ring)),
    }


def document() -> str:
    """The text of docs/validation.md."""
    order = [*CATALOGUE, BACKBONE]
    compared = sorted(COMPARISONS, key=lambda each: order.index(each.metric))
    lines = [each.line(each.bound()) for each in compared]
    theirs = where_networkx_differs()
    values = {metric: f"{value:.1g}" for metric, value in theirs.items()}
    return TEXT.read_text(encoding="utf-8").format(table="".join(lines), **values)


def main() -> None:
    """Write the document, or the networks for R."""
    parser = argparse.ArgumentParser(description="Compare metrics with oracles.")
    parser.add_argument("--export", type=Path, help="write the networks for the scripts in R there")
    folder = parser.parse_args().export
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        export(folder)
        return
    missing = set(CATALOGUE) - {each.metric for each in COMPARISONS}
    assert not missing, missing
    DOCUMENT.write_text(document(), encoding="utf-8")


if __name__ == "__main__":
    main()
