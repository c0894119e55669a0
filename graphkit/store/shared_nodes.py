"""Nodes that several data sets state: each claim is kept, and the node combines them.

A node is identified by its label and id. While only one data set states it, its properties are that
data set's. When several do, the node keeps the claim of each (`claims`, a JSON text by data set),
and each property has the value of the first data set by name that gives it, beside all names. So
the order of loading does not matter, loading again changes nothing, and pruning one data set leaves
the other claims.

The same id with two different names more likely means two things than one, so it is refused. So are
two data sets that describe an own kind differently: what does a picture show then?
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from graphkit.model import KIND, LABELS, InvalidData, Node, Problem, Properties, digests
from graphkit.model.bounded_json import parse_json
from graphkit.model.naming import fold, names
from graphkit.model.own_columns import OwnColumn, ValueType

Content = dict[str, object]
"""All properties of a node or fact as they are stored, or a row of parameters."""

Claims = dict[str, tuple[str | None, Properties]]
"""What each data set states of a node, by its name: the kind and the properties."""

_DATE = "date:"


def content(label: str, id: str, claims: Claims, leaves: Mapping[str, bytes] = {}) -> Content:
    """The properties with which a node is stored that these data sets state.

    leaves: those that are known already of what they state, by data set.
    """
    stored: Content = {**standing(claims)[1], "id": id}
    if len(claims) > 1:
        stored["claims"] = _packed(claims)
    leaf_of = {
        name: leaves.get(name) or digests.node_leaf(label, id, *said)
        for name, said in claims.items()
    }
    stored["hash"] = digests.record_hash(id, leaf_of)
    stored["datasets"] = sorted(claims)
    return stored


def standing(claims: Claims) -> tuple[str | None, Properties]:
    """The kind and the properties that stand: of each, what the first data set by name gives.

    The kind `Other` says no more than that a file states none, so any other kind counts before it.
    """
    stated: dict[str, Any] = {}
    kind = None
    for name in sorted(claims, reverse=True):
        said, properties = claims[name]
        stated |= properties
        kind = kind if said in (None, "Other") and kind is not None else said
    if len(claims) > 1 and (called := _also_called(stated.get("name"), claims)):
        stated["aliases"] = called
    return kind, stated


def _also_called(name: Any, claims: Claims) -> list[str]:
    """All names by which data sets call a node, without the one that stands."""
    every = [each for dataset in sorted(claims) for each in _named(claims[dataset][1])]
    folded = {each: fold(each) for each in every}
    standing = fold(str(name or ""))
    kept = {folded[each]: each for each in reversed(every) if folded[each] != standing}
    return [each for each in folded if kept.get(folded[each]) == each]


def _named(stated: Properties) -> Iterator[str]:
    """The name and the aliases that a data set states."""
    yield from (str(stated["name"]),) if stated.get("name") else ()
    aliases = stated.get("aliases")
    yield from map(str, aliases) if isinstance(aliases, list | tuple) else ()


def held_claims(properties: Mapping[str, Any], kind: str | None) -> Claims:
    """The claims that a stored node holds, `properties` being all of its own."""
    if text := properties.get("claims"):
        return {
            name: (said["kind"], {key: typed(value) for key, value in said["stated"].items()})
            for name, said in parse_json(text).items()
        }
    stated = {key: value for key, value in properties.items() if key not in _BOOKKEEPING}
    return dict.fromkeys(properties.get("datasets") or (), (kind, stated))


def check_same(dataset: str, found: Iterable[tuple[Node, Claims]]) -> None:
    """InvalidData for nodes that the store holds under other names by other data sets, and for own
    kinds that these describe differently.
    """
    problems: list[Problem] = []
    for node, claims in found:
        for other, (kind, stated) in sorted(claims.items()):
            held = Node(node.label, node.id, stated, kind)
            if node.label == KIND:
                problems += _differences(dataset, node, other, stated)
            elif other != dataset and not _alike(node, held):
                problems.append(
                    Problem(
                        f"data set {dataset}",
                        None,
                        "id",
                        f"{node.label.lower()} {node.id} is {node.name!r} here and {held.name!r} "
                        f"in the data set {other}, which the store holds",
                        "if both are the same, make one name an alias of the other; if not, "
                        "change this id",
                    )
                )
    if problems:
        raise InvalidData(problems)


def check_types(dataset: str, own: Iterable[str], others: Mapping[str, Iterable[str]]) -> None:
    """InvalidData for columns of one's own that hold another type in a data set of the store.

    own: the columns of this data set. others: those of the others by data set.
    """
    stated = {(each.of, each.name): each.type for each in map(OwnColumn.parse, own)}
    problems = [
        Problem(
            f"data set {dataset}",
            None,
            each.name,
            f"its type is {kind} here ({_where(each.of)}) and {each.type} in the data set {other}, "
            "which the store holds",
            "give it another name in one of the two, or make the cells alike",
        )
        for other, columns in sorted(others.items())
        for each in sorted(map(OwnColumn.parse, columns))
        if other != dataset
        and (kind := stated.get((each.of, each.name)))
        and each.type
        and not ValueType(kind).agrees_with(ValueType(each.type))
    ]
    if problems:
        raise InvalidData(problems)


def check_left(dataset: str, columns: Iterable[str]) -> None:
    """InvalidData for columns that hold two types in a data set, in what it states and what earlier
    tables of it left.
    """
    types: dict[tuple[str, str], list[str]] = {}
    for each in map(OwnColumn.parse, columns):
        types.setdefault((each.of, each.name), []).append(each.type)
    problems = [
        Problem(
            f"data set {dataset}",
            None,
            name,
            f"its type ({_where(of)}) is {' and '.join(kinds)}, in these tables and in what "
            "earlier ones left",
            "make the cells alike, or load all tables of the data set with `prune`, which removes "
            "what is no longer stated",
        )
        for (of, name), kinds in sorted(types.items())
        if len(kinds) > 1
    ]
    if problems:
        raise InvalidData(problems)


def _where(of: str) -> str:
    return LABELS[of].table if of in LABELS else of


_BOOKKEEPING = ("id", "hash", "datasets", "claims")


def _alike(one: Node, other: Node) -> bool:
    return not {fold(name) for name in names(one)}.isdisjoint(fold(name) for name in names(other))


def check_spelling(dataset: str, kinds: Iterable[Node], held: Iterable[str]) -> None:
    """InvalidData for own kinds whose ids differ only in case from those that the store holds."""
    there = {key.casefold(): key for key in sorted(held)}
    problems = [
        Problem(
            f"data set {dataset}",
            None,
            "id",
            f"the kind {kind.id} is {other} in the store",
            "write it as there, or change this id",
        )
        for kind in kinds
        if (other := there.get(kind.id.casefold(), kind.id)) != kind.id
    ]
    if problems:
        raise InvalidData(problems)


def _differences(dataset: str, kind: Node, other: str, stated: Properties) -> Iterator[Problem]:
    """How two data sets describe an own kind differently; what one leaves open does not differ."""
    for name in sorted(kind.properties.keys() & stated.keys()):
        here, there = kind.properties[name], stated[name]
        if other != dataset and here != there:
            yield Problem(
                f"data set {dataset}",
                None,
                name,
                f"the {name} of the kind {kind.id} is {here!r} here and {there!r} in the data set "
                f"{other}, which the store holds",
                "make both alike, leave the cell blank, or change this id",
            )


def _packed(claims: Claims) -> str:
    return json.dumps(
        {
            name: {"kind": kind, "stated": {key: plain(value) for key, value in stated.items()}}
            for name, (kind, stated) in claims.items()
        },
        ensure_ascii=False,
        sort_keys=True,
    )


def plain(value: object) -> object:
    """A value in a form that JSON has, so that `typed` gives it back."""
    if isinstance(value, date):
        return {_DATE: value.isoformat()}
    return value


def typed(value: Any) -> Any:
    """A value from the form that `plain` gave it."""
    return date.fromisoformat(value[_DATE]) if isinstance(value, dict) else value
