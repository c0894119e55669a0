"""Nodes that a selection names, such as places and clusters: found as organisations are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graphkit.model import Node, UsageError
from graphkit.model.naming import find

_MOST_LISTED = 12


def named_node(word: str, nodes: Sequence[Node], reference: str) -> Node:
    """The node with that id, or the only one with that name or alias.

    word: the word of the selection, which says what the nodes are. UsageError if there is none,
    with near names, or if several have the name, with their ids.
    """
    listed = ", ".join(sorted(node.name for node in nodes)[:_MOST_LISTED])
    more = f" and {len(nodes) - _MOST_LISTED:,} more" if len(nodes) > _MOST_LISTED else ""
    otherwise = f"there are {listed}{more}" if nodes else f"no {word}s are stated; leave it out"
    try:
        return find(nodes, reference, word, otherwise)
    except UsageError as error:
        raise UsageError(f"`{word}`: {error}") from None


def spelt(word: str, nodes: Sequence[Node], references: Iterable[str]) -> tuple[str, ...]:
    """The nodes that are meant, each once: by name or, where that finds another, by id."""
    found = {node.id: node for node in (named_node(word, nodes, each) for each in references)}
    return tuple(sorted({_called(node, nodes) for node in found.values()}))


def _called(node: Node, nodes: Sequence[Node]) -> str:
    try:
        return node.name if find(nodes, node.name).id == node.id else node.id
    except UsageError:
        return node.id
