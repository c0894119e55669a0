"""From what lies folded in a store to what data sets state; see `folding`."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from graphkit.model import KINDS, is_own_kind
from graphkit.model.bounded_json import parse_json
from graphkit.names.joining import (
    JOINED,
    STATED_AS,
    STATED_BY,
    STATED_END,
    STATED_IDS,
    STATED_START,
)
from graphkit.store import shared_nodes
from graphkit.store.plan import ORGANISATION
from graphkit.store.stored import StoredFact, StoredNode

OF_NODES = frozenset({JOINED, STATED_AS, STATED_IDS, STATED_BY})
OF_FACTS = frozenset({STATED_START, STATED_END})


def unfolded(node: StoredNode) -> tuple[list[StoredNode], dict[str, Any]]:
    """The organisations that lie in a node, itself first, and what somebody added to it since.

    What was added is its own too. A node in which nothing lies is as it is.
    """
    if OF_NODES.isdisjoint(node.properties):
        return [node], {}
    own = {name: value for name, value in node.properties.items() if name not in OF_NODES}
    held = _held(node)
    if held is None:
        return [replace(node, properties=own)], {}
    known = {*_MADE, *(name for _, stated in held.values() for name in stated)}
    added = {name: value for name, value in own.items() if name not in known}
    _, stated = held.pop(str(node.id))
    found = [replace(node, properties=stated | added)]
    for kind, properties in held.values():
        labels = [ORGANISATION, *([] if kind is None else [kind])]
        found.append(StoredNode(ORGANISATION, labels, properties, node.known))
    return found, added


_MADE = ("aliases", "sourceIds", "locators")
"""The properties that a fold may make although no id has them."""


def _held(node: StoredNode) -> dict[str, tuple[str | None, dict[str, Any]]] | None:
    """Kind and properties of each id that lies in a node; None if that is garbled."""
    found: dict[str, tuple[str | None, dict[str, Any]]] = {}
    try:
        for text in node.properties[JOINED]:
            said = parse_json(text)
            stated = {name: shared_nodes.typed(value) for name, value in said["stated"].items()}
            kind, key = said["kind"], stated["id"]
            if not (type(key) is str and (kind is None or kind in KINDS or is_own_kind(kind))):
                return None
            found[key] = kind, stated
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return found if node.id in found else None


def as_stated(fact: StoredFact) -> StoredFact:
    """A fact with the ends that it states."""
    if OF_FACTS.isdisjoint(fact.properties):
        return fact
    stated = {name: value for name, value in fact.properties.items() if name not in OF_FACTS}
    ends = []
    for name, end in ((STATED_START, fact.start), (STATED_END, fact.end)):
        key = fact.properties.get(name)
        ends.append((ORGANISATION, key) if type(key) is str and end is not None else end)
    return StoredFact(fact.relation, ends[0], ends[1], stated)


def claims_of(node: StoredNode, kind: str | None) -> shared_nodes.Claims:
    """What each data set states of an organisation; all at once if that is garbled."""
    try:
        return shared_nodes.held_claims(node.properties, kind)
    except (ValueError, KeyError, TypeError, AttributeError):
        return dict.fromkeys(node.datasets, (kind, node.properties))
