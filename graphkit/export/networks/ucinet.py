"""A network as UCINET's DL text: labels, and a list of edges with weights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphkit.export.networks.formats import Export
from graphkit.export.networks.pajek import label


def as_dl(export: Export) -> str:
    """An edge list of one mode or of two, whose numbers are places in the lists of labels."""
    return "\n".join([*_lines(export), ""])


def _lines(export: Export) -> Iterator[str]:
    graph = export.graph
    count, rest = graph.organisations, len(graph.nodes) - graph.organisations
    if export.mode != "two":
        yield f"dl n={count}"
        yield "format=edgelist1"
        yield from _labels("labels", graph.labels)
    else:
        yield f"dl nr={count} nc={rest}"
        yield "format=edgelist2"
        yield from _labels("row labels", graph.labels[:count])
        yield from _labels("column labels", graph.labels[count:])
    yield "data:"
    for edge in graph.edges:
        if export.mode == "two":
            yield f"{edge.source + 1} {edge.target - count + 1} 1"
            continue
        yield f"{edge.source + 1} {edge.target + 1} {edge.weight!r}"
        if not graph.directed:  # a tie has no direction, and UCINET's ties have
            yield f"{edge.target + 1} {edge.source + 1} {edge.weight!r}"


def _labels(section: str, names: Sequence[str]) -> Iterator[str]:
    yield f"{section}:"
    yield from map(label, names)
