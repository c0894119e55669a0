"""Digests: one number for all that a data set states, and one for each node and fact.

Each node and fact that a data set states gives a leaf, the SHA-256 of its content as JSON with
sorted keys. The digest of the data set is the SHA-256 of its leaves in sorted order. It depends
neither on the order of nodes and facts, nor on the store or its engine. Neither the name of the
data set nor anything made from it is part of a leaf, so two data sets that state the same have the
same digest: ids of facts are left out, and a figure, which has no id of its own, stands for what
it says.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from graphkit.model.dataset import Dataset, Properties

_FORM = b"graphkit data set 1\n"
MADE = ("Figure",)
"""The labels of nodes whose ids are made from the name of the data set."""


def node_leaf(label: str, id: str, kind: str | None, stated: Properties) -> bytes:
    """The leaf of what a data set states of a node: 32 bytes."""
    return _hashed([label, None if label in MADE else id, kind, dict(stated)])


def fact_leaf(
    relation: str,
    start: tuple[str, str],
    end: tuple[str, str],
    stated: Properties,
    made: Mapping[tuple[str, str], bytes],
) -> bytes:
    """The leaf of a fact: 32 bytes. made: the leaves of the nodes without ids of their own."""
    ends = [[each[0], made[each].hex()] if each in made else list(each) for each in (start, end)]
    return _hashed([relation, *ends, dict(stated.items())])


def node_leaves(dataset: Dataset) -> dict[tuple[str, str], bytes]:
    """The leaves of the nodes of a data set, by label and id."""
    return {
        (each.label, each.id): node_leaf(each.label, each.id, each.kind, each.properties)
        for each in dataset.nodes
    }


def made_leaves(nodes: Mapping[tuple[str, str], bytes]) -> dict[tuple[str, str], bytes]:
    """Those of the nodes without ids of their own."""
    return {key: leaf for key, leaf in nodes.items() if key[0] in MADE}


def digest_of(leaves: Iterable[bytes]) -> str:
    """The digest over these leaves: 64 hexadecimal digits."""
    hashed = hashlib.sha256(_FORM)
    for leaf in sorted(leaves):
        hashed.update(leaf)
    return hashed.hexdigest()


def record_hash(id: str, leaves: Mapping[str, bytes]) -> str:
    """The hash that a store keeps with a node or fact: over its id, and the leaf of each data set
    that states it, by name. 32 hexadecimal digits.
    """
    said = [_encode(id)]  # put together by hand, since a load does this for every node and fact
    said += [f'[{_encode(name)}, "{leaf.hex()}"]' for name, leaf in sorted(leaves.items())]
    encoded = f"[{', '.join(said)}]".encode("utf-8", "surrogatepass")
    return hashlib.sha256(encoded).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Leaves:
    """The leaves of nodes by label and id, and of facts by relation and id."""

    nodes: dict[tuple[str, str], bytes]
    facts: dict[tuple[str, str], bytes]

    @classmethod
    def of(cls, dataset: Dataset) -> Leaves:
        """Those of all that a data set states."""
        nodes = node_leaves(dataset)
        made = made_leaves(nodes)
        facts = {
            (each.relation, each.id): fact_leaf(
                each.relation, each.start, each.end, each.properties, made
            )
            for each in dataset.facts
        }
        return cls(nodes, facts)

    def digest(self) -> str:
        """The digest over all of them: 64 hexadecimal digits."""
        return digest_of([*self.nodes.values(), *self.facts.values()])


def dataset_digest(dataset: Dataset) -> str:
    """Return the digest of all that a data set states.

    Parameters
    ----------
    dataset : Dataset
        The data set.

    Returns
    -------
    str
        64 hexadecimal digits. They change when anything that is stated changes, and do not depend
        on the name of the data set, on the order of its rows, or on where it is stored.

    Examples
    --------
    >>> from graphkit.model import Dataset, Node
    >>> acme = Node("Organisation", "acme", {"name": "Acme"}, "Company")
    >>> one, other = Dataset.of("mine", [acme], []), Dataset.of("yours", [acme], [])
    >>> dataset_digest(one) == dataset_digest(other)
    True
    >>> dataset_digest(one)[:16]
    'c791e65eb58748d7'
    """
    return Leaves.of(dataset).digest()


def encoded(content: object) -> str:
    """Content as JSON, which differs wherever a value or its type does."""
    return _encode(content)


def _hashed(content: object) -> bytes:
    return hashlib.sha256(_encode(content).encode("utf-8", "surrogatepass")).digest()


def _plain(value: object) -> object:
    if isinstance(value, date):
        return {"date:": value.isoformat()}  # so that a date differs from its text
    raise TypeError(f"{type(value).__name__} is not a property value")


_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, default=_plain).encode
