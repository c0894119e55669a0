"""Nodes and facts as they lie in a store, with all that it keeps about them.

`Store.nodes` and `Store.facts` give what counts as data. Merging and verifying must see
more: other labels and properties, ids of other types, missing ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from graphkit.model import KINDS, LABELS, RELATIONS, digests
from graphkit.model.stated_properties import KEPT_BY_STORES
from graphkit.store import shared_nodes
from graphkit.store.shared_nodes import Claims, Content


@dataclass(slots=True)
class StoredNode:
    """A node that was read by a label, with all its labels and properties.

    known: the kinds that the store knows, built-in and own.
    """

    label: str
    labels: list[str]
    properties: dict[str, Any]
    known: AbstractSet[str] = frozenset()

    @property
    def kinds(self) -> list[str]:
        """Its labels that are kinds of organisations."""
        return [name for name in self.labels if name in KINDS or name in self.known]

    @property
    def id(self) -> object:
        """Its id; graphkit gives texts alone."""
        return self.properties.get("id")

    @property
    def datasets(self) -> list[str]:
        """The data sets that it says state it."""
        return _names(self.properties)

    def stated(self, names: frozenset[str]) -> dict[str, Any]:
        """Those of its properties that have these names, those that the store keeps included."""
        return {key: value for key, value in self.properties.items() if key in names}

    def claims(self, names: frozenset[str]) -> Claims:
        """What each data set states of it; nothing when what is kept of that is garbled."""
        try:
            kind = next(iter(self.kinds), None)
            return shared_nodes.held_claims(self.stated(names), kind)
        except (ValueError, KeyError, TypeError, AttributeError):
            return {}


@dataclass(slots=True)
class StoredFact:
    """A relationship of one of the vocabulary's types, with all its properties.

    start, end: label and id of its ends; None for a node that such a fact cannot have there.
    """

    relation: str
    start: tuple[str, str] | None
    end: tuple[str, str] | None
    properties: dict[str, Any]

    @property
    def id(self) -> object:
        """Its id; graphkit gives texts alone."""
        return self.properties.get("id")

    @property
    def datasets(self) -> list[str]:
        """The data sets that it says state it."""
        return _names(self.properties)

    def stated(self, names: frozenset[str]) -> dict[str, Any]:
        """Those of its properties that have these names, those that the store keeps included."""
        return {key: value for key, value in self.properties.items() if key in names}


def ends(
    relation: str, start: tuple[Iterable[str], object], end: tuple[Iterable[str], object]
) -> tuple[tuple[str, str] | None, tuple[str, str] | None]:
    """The label and id of each end, from all labels and the id of the nodes there."""
    for one, other in RELATIONS[relation].ends:
        if one in start[0] and other in end[0]:
            return _end(one, start[1]), _end(other, end[1])
    return None, None


def other_labels(node: StoredNode, kind: str | None) -> list[str]:
    """Labels of the vocabulary that a node has beside its own and its kind."""
    return [
        name
        for name in node.labels
        if name not in (node.label, kind) and (name in node.kinds or name in LABELS)
    ]


def without_kept(stated: Mapping[str, Any]) -> dict[str, Any]:
    """What is stated, without what the store keeps beside it."""
    return {key: value for key, value in stated.items() if key not in KEPT_BY_STORES}


def row(content: Content, held: Mapping[str, object]) -> Content:
    """The parameters that bring what is held to a content, and leave all else alone."""
    return {**dict.fromkeys(name for name in held if name not in content), **content}


def is_same(lying: Mapping[str, object], content: Mapping[str, object]) -> bool:
    """Whether what lies in a store is exactly a content, in the types of its values too."""
    if lying == content:
        return {key: type(value) for key, value in lying.items()} == {
            key: type(value) for key, value in content.items()
        }
    # NaN does not equal itself.
    return lying.keys() == content.keys() and digests.encoded(lying) == digests.encoded(content)


def _end(label: str, key: object) -> tuple[str, str] | None:
    return (label, key) if type(key) is str else None


def _names(properties: Mapping[str, Any]) -> list[str]:
    names = properties.get("datasets")
    return [name for name in names if type(name) is str] if isinstance(names, list) else []
