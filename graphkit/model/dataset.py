"""`Dataset`: what a source states, as nodes and facts of the graph, ready for a store or a network.

Every reader returns one, and nothing after it knows which format the facts came from. Properties
have the graph's camelCase names; an unknown property is absent, never empty.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from operator import attrgetter
from typing import TypeAlias

from graphkit.model.own_kinds import KIND, is_own_kind
from graphkit.model.vocabulary import KINDS, LABELS, LAYER_OF, RELATIONS

Value: TypeAlias = str | int | float | bool | date | list[str]
Properties: TypeAlias = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the graph, such as an organisation, a declaration or a place.

    Attributes
    ----------
    label : str
        Its label, one of `LABELS`.
    id : str
        Its id, unique within the label.
    properties : mapping of str to Value
        What is known about it, by camelCase name. An unknown property is absent, never empty.
    kind : str or None
        The second label of an organisation, one of `KINDS` or an own kind of the data set; None for
        other nodes.
    kind_name : str
        The name of an own kind, which a network gives its organisations; "" for a built-in one.

    Examples
    --------
    >>> Node("Organisation", "acme", {"name": "Acme"}, kind="Company").name
    'Acme'
    """

    label: str
    id: str
    properties: Properties
    kind: str | None = None
    kind_name: str = field(default="", compare=False)

    @property
    def kind_shown(self) -> str | None:
        """The kind as tables show it: the name of an own one."""
        return self.kind_name or self.kind

    @property
    def name(self) -> str:
        """The name or title, else the id."""
        return str(self.properties.get("name") or self.properties.get("title") or self.id)


@dataclass(frozen=True, slots=True)
class Fact:
    """A relationship of the graph from one node to another.

    Attributes
    ----------
    relation : str
        Its relationship type, one of `RELATIONS`.
    id : str
        Its id, unique within the type.
    start, end : (str, str)
        The label and id of the nodes that it joins.
    properties : mapping of str to Value
        What is known about it, by camelCase name. An unknown property is absent, never empty.

    Examples
    --------
    >>> acme, cluster = ("Organisation", "acme"), ("Organisation", "kom")
    >>> Fact("MEMBER_OF", "f1", acme, cluster, {"role": "member"}).layer
    'membership'
    """

    relation: str
    id: str
    start: tuple[str, str]
    end: tuple[str, str]
    properties: Properties

    @property
    def layer(self) -> str | None:
        """The layer through which the fact ties organisations, or None."""
        return LAYER_OF.get(self.relation)


@dataclass(frozen=True, slots=True)
class Dataset:
    """The nodes and facts of one data set.

    Attributes
    ----------
    name : str
        The name of the data set.
    nodes : tuple of Node
        Sorted by label, then by id.
    facts : tuple of Fact
        Sorted by relation, then by id.
    """

    name: str
    nodes: tuple[Node, ...]
    facts: tuple[Fact, ...]

    @classmethod
    def of(cls, name: str, nodes: Iterable[Node], facts: Iterable[Fact]) -> Dataset:
        """Sort nodes and facts, check them, and make the data set.

        Parameters
        ----------
        name : str
            The name of the data set.
        nodes : iterable of Node
            The nodes.
        facts : iterable of Fact
            The facts.

        Returns
        -------
        Dataset
            The data set.

        Raises
        ------
        ValueError
            If a label or relation is not in the vocabulary, a kind neither there nor a node of the
            data set, an id is not unique, or an end of a fact does not exist. A reader that fails
            here has a bug.

        Examples
        --------
        >>> nodes = [Node("Organisation", name, {}, "Other") for name in ("b", "a")]
        >>> fact = Fact("MEMBER_OF", "f1", ("Organisation", "a"), ("Organisation", "b"), {})
        >>> [node.id for node in Dataset.of("letters", nodes, [fact]).nodes]
        ['a', 'b']
        """
        ordered_nodes = tuple(sorted(nodes, key=lambda node: (node.label, node.id)))
        by_id = sorted(facts, key=attrgetter("id"))
        ordered_facts = tuple(sorted(by_id, key=attrgetter("relation")))
        there = {(node.label, node.id) for node in ordered_nodes}
        if len(there) != len(ordered_nodes):
            raise ValueError(f"dataset {name!r}: two nodes have the same label and id")
        if any(a.id == b.id and a.relation == b.relation for a, b in pairwise(ordered_facts)):
            raise ValueError(f"dataset {name!r}: two facts have the same relation and id")
        own = {node.id for node in ordered_nodes if node.label == KIND}
        if wrong := sorted(kind for kind in own if not is_own_kind(kind)):
            raise ValueError(f"dataset {name!r}: {wrong[0]!r} cannot be a kind")
        for node in ordered_nodes:
            known = node.kind in KINDS or node.kind in own
            if node.label not in LABELS or (node.label == "Organisation") != known:
                raise ValueError(f"dataset {name!r}: {node.label}, {node.kind} are not labels")
        for relation, start, end in {(f.relation, f.start[0], f.end[0]) for f in ordered_facts}:
            if relation not in RELATIONS or (start, end) not in RELATIONS[relation].ends:
                raise ValueError(f"dataset {name!r}: no {relation} from {start} to {end}")
        ends = set(map(attrgetter("start"), ordered_facts))
        ends.update(map(attrgetter("end"), ordered_facts))
        if lost := ends - there:
            fact = next(f for f in ordered_facts if f.start in lost or f.end in lost)
            raise ValueError(f"dataset {name!r}: {fact.relation} {fact.id} leads to a missing node")
        return cls(name, ordered_nodes, ordered_facts)


_encode = json.encoder.encode_basestring  # of a text alone, in the form that JSON has for it


def fact_id(dataset: str, table: str, references: Iterable[str], role: str, ordinal: int) -> str:
    """Make the id of a fact: 20 hexadecimal digits of a hash of what identifies it.

    Parameters
    ----------
    dataset : str
        The name of the data set. Two data sets that state the same thing each keep their own fact
        and sources, and neither can overwrite or prune the other's.
    table : str
        The table that states it.
    references : iterable of str
        The ids that it refers to.
    role : str
        The role.
    ordinal : int
        Counts repeats of the same table, references and role within the data set, from 0.

    Returns
    -------
    str
        The id.

    Examples
    --------
    >>> fact_id("sample", "memberships", ["arleg", "kom"], "member", 0)
    '2d181860101bdc0997dc'
    """
    parts = ", ".join(map(_encode, (dataset, table, *references, role)))
    return hashlib.sha256(f"[{parts}, {ordinal}]".encode()).hexdigest()[:20]


def content_hash(*parts: object) -> str:
    """Hash everything that a node or fact states.

    Parameters
    ----------
    *parts : object
        Texts, numbers, dates, lists and mappings.

    Returns
    -------
    str
        20 hexadecimal digits, which change when any part changes. The order of the keys of a
        mapping does not matter.

    Raises
    ------
    TypeError
        If a part is of another type.

    Examples
    --------
    >>> content_hash({"a": 1, "b": 2}) == content_hash({"b": 2, "a": 1})
    True
    """
    return hashlib.sha256(_encode_sorted(parts).encode()).hexdigest()[:20]


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} is not a property value")


_encode_sorted = json.JSONEncoder(ensure_ascii=False, sort_keys=True, default=_plain).encode
