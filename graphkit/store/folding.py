"""Organisations that are one, folded into one node so that they can be unfolded again.

What the data sets state is what counts; the fold follows from it and from the decisions, and is
made again after every load. The node that stands for several ids holds the united content and, in
`joined`, all that was stored under each id. Facts lead to it and keep the ends that they state in
`statedStart` and `statedEnd`.

`Folded` reads a store as the data sets state it, whether its fold is whole, half made, or not made
yet: nothing is deleted before it is held elsewhere. So a load that was cut short is completed by
the next one, like all else that it writes.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any

from graphkit.model import RELATIONS, SCHEMES, Fact, Node, StoreError
from graphkit.model.stated_properties import KEPT_BY_STORES
from graphkit.names import Decision, Identities, revised
from graphkit.names.joining import (
    JOINED,
    KIN,
    merged,
    moved,
    stated_by,
)
from graphkit.store import shared_nodes, statements
from graphkit.store.kept_decisions import decisions_of
from graphkit.store.plan import ORGANISATION, Graph, batches
from graphkit.store.shared_nodes import Content
from graphkit.store.stored import StoredFact, StoredNode, is_same, row
from graphkit.store.unfolding import OF_NODES, as_stated, claims_of, unfolded

_TYING = tuple(
    name
    for name, relation in RELATIONS.items()
    if any(ORGANISATION in ends for ends in relation.ends)
)
"""The relationship types that lead to organisations."""

_SCHEMES = frozenset(SCHEMES)
_HIDDEN = {*KEPT_BY_STORES} - {"datasets"}


_NOT = "is not what the decisions and the identifiers give"


@dataclass(slots=True)
class Differences:
    """What brings the nodes and facts that lie in a store to a fold.

    create: the content of nodes that are not there, by kind. change: nodes that are otherwise, each
    as it lies and its content. move: facts that lie between other ends, each as it lies and as it
    should. delete: the ids of nodes that others stand for.
    """

    create: dict[str | None, list[Content]] = field(default_factory=dict)
    change: list[tuple[StoredNode, Content]] = field(default_factory=list)
    move: list[tuple[StoredFact, StoredFact]] = field(default_factory=list)
    delete: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.create or self.change or self.move or self.delete)

    def told(self) -> Iterator[tuple[str, list[str], str, str]]:
        """Label or type, data sets and id of each node and fact that lies otherwise, and how."""
        for content in chain.from_iterable(self.create.values()):
            detail = "it lies in another organisation, but is not the same"
            yield ORGANISATION, [], str(content["id"]), detail
        for node, content in self.change:
            names = sorted({*node.properties, *content})
            wrong = next(
                name
                for name in names
                if not is_same({"": node.properties.get(name)}, {"": content.get(name)})
            )
            yield ORGANISATION, node.datasets, str(node.id), f"its {wrong} {_NOT}"
        for key in self.delete:
            yield ORGANISATION, [], key, "another stands for it"
        for fact, _ in self.move:
            yield fact.relation, fact.datasets, str(fact.id), f"where it leads {_NOT}"


class Folded:
    """A graph as its data sets state it, though organisations that are one lie folded in it.

    Attributes
    ----------
    decisions : tuple of Decision
        What people decided.
    identities : Identities
        Who is the same, by these decisions and by identifiers.
    """

    def __init__(self, graph: Graph, decisions: Iterable[Decision] | None = None) -> None:
        self._graph = graph
        self._lying: dict[str, StoredNode] = {}
        self._stated: list[StoredNode] = []
        self._by_id: dict[str, StoredNode] = {}
        self._added: dict[str, dict[str, Any]] = {}
        self._seen: dict[tuple[str, str], StoredFact] = {}
        if decisions is None:
            decisions = revised(decisions_of(graph))
        self.decisions = tuple(decisions)
        self._read_organisations()
        self._kin = {name: list(graph.facts(name)) for name in KIN}
        stated = (as_stated(fact) for facts in self._kin.values() for fact in facts)
        self.identities = Identities.of(
            self._organisations(),
            (
                (fact.start[1], fact.end[1])
                for fact in stated
                if fact.start and fact.end and fact.start[0] == ORGANISATION and fact.datasets
            ),
            self.decisions,
        )
        self._concerned = {*self.identities.standing, *self._folded_ids()}

    def _read_organisations(self) -> None:
        self._all = list(self._graph.nodes(ORGANISATION))
        self._lying = {str(node.id): node for node in self._all if type(node.id) is str}
        for node in self._all:
            stated, added = unfolded(node)
            if added:
                self._added[str(node.id)] = added
            for each in stated:
                key = str(each.id)
                if each.id == node.id or (key not in self._lying and key not in self._by_id):
                    self._stated.append(each)
                    if type(each.id) is str:
                        self._by_id[key] = each

    def _folded_ids(self) -> Iterator[str]:
        """The ids of the nodes in which something lies folded, and of what does."""
        for key, node in self._lying.items():
            if not OF_NODES.isdisjoint(node.properties):
                yield key
        yield from self._by_id.keys() - self._lying.keys()

    def _organisations(self) -> Iterator[Node]:
        """The organisations that may be the same as others: one node for each data set that states
        one. All others are left out, for there may be very many.
        """
        decided = {key for each in self.decisions for key in each.pair}
        for key, each in self._by_id.items():
            if each.datasets and (key in decided or not _SCHEMES.isdisjoint(each.properties)):
                for _, stated in claims_of(each, None).values():
                    yield Node(ORGANISATION, key, stated)

    @property
    def names(self) -> dict[str, str]:
        """The name of each organisation that data sets state, by id."""
        return {
            key: str(each.properties.get("name", key))
            for key, each in self._by_id.items()
            if each.datasets
        }

    def stated(self) -> tuple[Node, ...]:
        """The organisations that data sets state, one node for each id, as `Store.nodes` gives
        them, with the id that stands for it in `standing` where that is another.
        """
        found = []
        for key, each in sorted(self._by_id.items()):
            if each.datasets:
                properties = {
                    name: it for name, it in each.properties.items() if name not in _HIDDEN
                }
                if (standing := self.identities.of_id(key)) != key:
                    properties["standing"] = standing
                found.append(Node(ORGANISATION, key, properties, next(iter(each.kinds), None)))
        return tuple(found)

    def nodes(self, label: str) -> Iterable[StoredNode]:
        """All nodes of a label."""
        return self._stated if label == ORGANISATION else self._graph.nodes(label)

    def lying_nodes(self, label: str) -> Iterable[StoredNode]:
        """All nodes of a label as they lie in the store."""
        return self._all if label == ORGANISATION else self._graph.nodes(label)

    def facts(self, relation: str) -> Iterator[StoredFact]:
        """All relationships of a type."""
        return map(self.fact, self.lying_facts(relation))

    def lying_facts(self, relation: str) -> Iterable[StoredFact]:
        """All relationships of a type as they lie in the store."""
        found = self._kin.get(relation)
        return self._graph.facts(relation) if found is None else found

    def fact(self, lying: StoredFact) -> StoredFact:
        """A relationship that lies in the store, as the data set states it."""
        fact = as_stated(lying)
        ends = (each for each in (lying.start, lying.end, fact.start, fact.end) if each)
        if fact is not lying or any(
            label == ORGANISATION and key in self._concerned for label, key in ends
        ):
            self._seen[lying.relation, str(lying.id)] = lying
        return fact

    def read_facts(self) -> None:
        """Read all facts that a fold may concern."""
        if self._concerned:
            for relation in _TYING:
                for _ in self.facts(relation):
                    pass

    def read(self, text: str, **parameters: object) -> Iterator[Mapping[str, Any]]:
        """The rows of a query, each by column."""
        return self._graph.read(text, **parameters)

    def differences(self, identities: Identities | None = None) -> Differences:
        """What brings what lies in the store to a fold, by default to the one that it should have.

        All facts must have been read before, but for those that `identities` leaves as they lie.
        """
        wanted = self.identities if identities is None else identities
        found = Differences()
        for key in sorted({*wanted.classes, *self._concerned} & self._by_id.keys()):
            lying = self._lying.get(key)
            if wanted.of_id(key) != key:
                if lying is not None:
                    found.delete.append(key)
                continue
            node = self._by_id[key]
            content = (
                self._content(wanted.classes[key]) if key in wanted.classes else node.properties
            )
            if lying is None:
                kind = next(iter(node.kinds), None)
                found.create.setdefault(kind, []).append(content)
            elif not is_same(lying.properties, content):
                found.change.append((lying, content))
        for fact in self._seen.values():
            should = self._moved(fact, wanted)
            if (fact.start, fact.end) != (should.start, should.end) or not is_same(
                fact.properties, should.properties
            ):
                found.move.append((fact, should))
        return found

    def _moved(self, lying: StoredFact, identities: Identities) -> StoredFact:
        """A fact as it should lie; as it does if an end that it states is gone."""
        fact = as_stated(lying)
        for end in (fact.start, fact.end):
            if end is None or (end[0] == ORGANISATION and end[1] not in self._by_id):
                return lying
        assert fact.start is not None
        assert fact.end is not None
        should = moved(
            Fact(fact.relation, str(fact.id), fact.start, fact.end, fact.properties), identities
        )
        return StoredFact(fact.relation, should.start, should.end, dict(should.properties))

    def _content(self, ids: Sequence[str]) -> Content:
        """The properties of the node that stands for these ids; its own is the first."""
        nodes = [self._by_id[each] for each in ids]
        added = self._added.get(ids[0], {})
        stated = {key: it for key, it in nodes[0].properties.items() if key not in added}
        nodes[0] = replace(nodes[0], properties=stated)
        found: Content = dict(
            merged(
                [
                    Node(
                        ORGANISATION,
                        str(node.id),
                        {
                            name: value
                            for name, value in node.properties.items()
                            if name not in KEPT_BY_STORES
                        },
                    )
                    for node in nodes
                ]
            )
        )
        found |= stated_by(
            (str(stated.get("name", node.id)), str(node.id), dataset)
            for node in nodes
            for dataset, (_, stated) in sorted(claims_of(node, None).items())
        )
        found["id"] = nodes[0].id
        found["datasets"] = sorted({name for node in nodes for name in node.datasets})
        found[JOINED] = [self._packed(node) for node in nodes]
        return found | added

    def _packed(self, node: StoredNode) -> str:
        kind = next(iter(node.kinds), None)
        stated = {name: shared_nodes.plain(value) for name, value in node.properties.items()}
        try:
            return json.dumps({"kind": kind, "stated": stated}, ensure_ascii=False, sort_keys=True)
        except (TypeError, ValueError):
            for name, value in sorted(stated.items()):
                try:
                    json.dumps(value)
                except (TypeError, ValueError):
                    raise StoreError(
                        f"the organisation {node.id} is to be joined with another, but its {name} "
                        "was written by other means and would be lost; remove it"
                    ) from None
            raise

    def bring(self, graph: Graph, identities: Identities | None = None) -> None:
        """Write the differences to a fold. StoreError if something would be lost that no data set
        states; then nothing is written.
        """
        found = self.differences(identities)
        self.check(graph, found)
        for kind, contents in found.create.items():
            text = statements.create_nodes(ORGANISATION, kind)
            for rows in batches(contents):
                graph.write(text, rows=rows)
        changed = [row(content, lying.properties) for lying, content in found.change]
        for rows in batches(changed):
            graph.write(statements.change_nodes(ORGANISATION), rows=rows)
        between: dict[tuple[str, str, str], list[StoredFact]] = defaultdict(list)
        for _, fact in found.move:
            assert fact.start is not None
            assert fact.end is not None
            between[fact.relation, fact.start[0], fact.end[0]].append(fact)
        for kinds, facts in between.items():
            for some in batches(facts):
                graph.write(
                    statements.move_facts(*kinds),
                    ids=[fact.id for fact in some],
                    rows=[
                        {"start": fact.start[1], "end": fact.end[1], "properties": fact.properties}
                        for fact in some
                        if fact.start and fact.end
                    ],
                )
        for ids in batches(found.delete):
            graph.write(statements.delete_nodes(ORGANISATION), ids=ids)

    def check(self, graph: Graph, found: Differences) -> None:
        """StoreError when a node is to be deleted that has labels or relationships of other people.

        They would be lost, or the node would stay.
        """
        for key in found.delete:
            node = self._lying[key]
            others = {*node.labels} - {ORGANISATION, *node.kinds[:1]}
            if others:
                raise StoreError(_lost(key, f"the label {min(others)}"))
        for ids in batches(found.delete):
            for each in graph.read(statements.HANGING, ids=ids):
                relation, fact = each["type"], each["fact"]
                if (relation, fact) in self._seen:
                    continue
                if relation in RELATIONS and _is_loaded(graph, relation, fact):
                    raise StoreError(
                        f"the organisation {each['id']} is to be joined with another, and data "
                        "about it were loaded at the same time; when that has finished, load or "
                        "decide again"
                    )
                raise StoreError(_lost(each["id"], f"a relationship {relation}"))


def _is_loaded(graph: Graph, relation: str, key: object) -> bool:
    """Whether a data set now states a fact with this id."""
    return any(
        fact.id == key and fact.datasets and fact.start and fact.end
        for fact in graph.facts(relation)
    )


def _lost(id: object, what: str) -> str:
    return (
        f"the organisation {id} is to be joined with another, but {what} was given to it by other "
        "means than a load and would be lost; remove it by Cypher, or decide that the two are "
        "different"
    )


def fold(graph: Graph) -> Identities:
    """Fold a graph as its decisions and the identifiers of its organisations say."""
    folded = Folded(graph)
    folded.read_facts()
    folded.bring(graph)
    return folded.identities


def without(identities: Identities, ids: AbstractSet[str]) -> Identities:
    """The identities without all that concern any of these ids."""
    touched = {identities.of_id(each) for each in ids} & identities.classes.keys()
    return replace(
        identities,
        classes={key: them for key, them in identities.classes.items() if key not in touched},
        standing={key: it for key, it in identities.standing.items() if it not in touched},
    )
