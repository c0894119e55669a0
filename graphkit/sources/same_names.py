"""Organisations of one data set that have one name but for case and spaces under two ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graphkit.model import Node
from graphkit.sources.known_organisations import comparable
from graphkit.sources.problem_texts import bare, shown

_LISTED = 3


def same_name_remarks(nodes: Iterable[Node]) -> Iterator[str]:
    """A remark on each of the first names that several organisations share, and a count."""
    by_name: dict[str, list[Node]] = {}
    for node in nodes:
        if node.label == "Organisation":
            by_name.setdefault(comparable(node.name), []).append(node)
    shared = [found for found in by_name.values() if len(found) > 1]
    for found in shared[:_LISTED]:
        ids = " and ".join(bare(node.id) for node in found[:_LISTED])
        yield (
            f"{shown(found[0].name)} is the name of {ids}; if they are the same organisation, "
            "keep one row"
        )
    if len(shared) > _LISTED:
        yield f"and {len(shared) - _LISTED:,} other names are those of several organisations"
