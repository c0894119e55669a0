"""Merging a data set into a store that holds something already, the same way for every store.

What the store holds is compared with what the data set states by id and content hash, and only the
differences are written, in transactions of a few thousand: after a load that was cut short the next
one compares again and does the rest. Nodes are written before facts, and facts are deleted before
nodes, so that no fact ever lacks an end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from typing import Any, Protocol, TypeVar

from graphkit.model import KINDS, LABELS, RELATIONS, Dataset, Fact, Node, digests
from graphkit.model.digests import MADE, Leaves
from graphkit.store import shared_nodes, statements
from graphkit.store.base import Changes, LoadReport, Progress
from graphkit.store.shared_nodes import Claims, Content

BATCH = 5000
"""Nodes or facts a transaction."""

T = TypeVar("T")

_label_of = attrgetter("label")
_relation_of = attrgetter("relation")


class Graph(Protocol):
    """What merging needs of a store."""

    def read(self, text: str, **parameters: object) -> Iterator[Mapping[str, Any]]:
        """The rows of a query, each by column."""

    def write(self, text: str, **parameters: object) -> None:
        """Run a statement in a transaction of its own."""


def fact_content(fact: Fact, dataset: str, leaf: bytes) -> Content:
    """The properties with which a fact is stored, whose leaf is known."""
    hashed = digests.record_hash(fact.id, {dataset: leaf})
    return {**fact.properties, "id": fact.id, "hash": hashed, "datasets": [dataset]}


def dataset_content(name: str, leaves: Leaves) -> Content:
    """The properties of the node that a store keeps about a data set, from all its leaves."""
    return {
        "id": name,
        "digest": leaves.digest(),
        "nodes": len(leaves.nodes),
        "facts": len(leaves.facts),
    }


def added_only(dataset: Dataset, kept: Content) -> LoadReport:
    """The report of a load into a store that held nothing; `kept` is what it keeps about it."""
    return LoadReport(
        dataset.name,
        Changes(added=len(dataset.nodes)),
        Changes(added=len(dataset.facts)),
        str(kept["digest"]),
    )


@dataclass(slots=True)
class _NodePlan:
    """What is to be done with the nodes of one label.

    joined: how many of those to change were stated by other data sets alone. unstated: the ids that
    this data set states no longer, with what the others claim of each and the kinds it has. left:
    the leaves of what it stated of these.
    """

    create: dict[str | None, list[Content]] = field(default_factory=dict)
    change: list[Content] = field(default_factory=list)
    joined: int = 0
    drop: dict[str, list[str]] = field(default_factory=dict)
    give: dict[str, list[str]] = field(default_factory=dict)
    unchanged: int = 0
    unstated: list[tuple[str, Claims, list[str]]] = field(default_factory=list)
    left: dict[tuple[str, str], bytes] = field(default_factory=dict)


@dataclass(slots=True)
class _FactPlan:
    """What is to be done with the facts of one relationship type."""

    create: dict[tuple[str, str], list[Content]] = field(default_factory=dict)
    change: list[Content] = field(default_factory=list)
    unchanged: int = 0
    unstated: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Plan:
    """What brings a store to what a data set states; made by `compare`.

    leaves, left: those of what it states, and of what it states no longer. kept: what the store
    keeps about the data set so far.
    """

    dataset: Dataset
    nodes: Mapping[str, _NodePlan]
    facts: Mapping[str, _FactPlan]
    leaves: Leaves
    left: Leaves
    kept: Content

    def changes(self, *, prune: bool) -> bool:
        """Whether carrying it out changes the store."""
        return (
            not self._is_kept(prune=prune)
            or any(
                plan.create or plan.change or plan.drop or plan.give or (prune and plan.unstated)
                for plan in self.nodes.values()
            )
            or any(
                plan.create or plan.change or (prune and plan.unstated)
                for plan in self.facts.values()
            )
        )

    def carry_out(self, graph: Graph, *, prune: bool, progress: Progress | None = None) -> None:
        """Write the differences; with `prune`, delete what the data set no longer states."""
        tell = progress or _silent
        done = 0
        for label, nodes in self.nodes.items():
            for count in _write_nodes(graph, label, nodes):
                done += count
                tell("nodes", done, len(self.dataset.nodes))
        done = 0
        for relation, facts in self.facts.items():
            for count in _write_facts(graph, relation, facts):
                done += count
                tell("facts", done, len(self.dataset.facts))
        if prune:
            for relation, facts in self.facts.items():
                for ids in _batches(facts.unstated):
                    graph.write(statements.delete_facts(relation), ids=ids)
            for label, nodes in self.nodes.items():
                _prune_nodes(graph, label, nodes.unstated)
        if not self._is_kept(prune=prune):
            keep_dataset(graph, self._content(prune=prune))

    def report(self, *, prune: bool) -> LoadReport:
        """What carrying it out does."""
        return LoadReport(
            self.dataset.name,
            _sum_nodes(self.nodes.values(), prune=prune),
            _sum_facts(self.facts.values(), prune=prune),
            str(self._content(prune=prune)["digest"]),
        )

    def _content(self, *, prune: bool) -> Content:
        """What the store keeps about the data set afterwards."""
        leaves = self.leaves
        if not prune:
            leaves = Leaves(leaves.nodes | self.left.nodes, leaves.facts | self.left.facts)
        return dataset_content(self.dataset.name, leaves)

    def _is_kept(self, *, prune: bool) -> bool:
        content = self._content(prune=prune)
        return not self.kept if _is_empty(content) else content.items() <= self.kept.items()


def compare(graph: Graph, dataset: Dataset, progress: Progress | None = None) -> Plan:
    """What a data set states, compared with what the store holds.

    A node that only other data sets stated so far counts as added. InvalidData when a node is
    another one than they state under its id.
    """
    tell = progress or _silent
    tell("comparing", 0, 1)
    nodes_of = {label: list(group) for label, group in groupby(dataset.nodes, _label_of)}
    facts_of = {name: list(group) for name, group in groupby(dataset.facts, _relation_of)}
    leaves = Leaves.of(dataset)
    nodes = {
        label: _plan_nodes(graph, dataset.name, label, nodes_of.get(label, ()), leaves)
        for label in LABELS
    }
    facts = {
        relation: _plan_facts(graph, dataset.name, relation, facts_of.get(relation, ()), leaves)
        for relation in RELATIONS
    }
    left = Leaves({key: leaf for plan in nodes.values() for key, leaf in plan.left.items()}, {})
    made = {key: leaf for key, leaf in (leaves.nodes | left.nodes).items() if key[0] in MADE}
    for relation, plan in facts.items():
        left.facts.update(_left_facts(graph, relation, plan.unstated, made))
    tell("comparing", 1, 1)
    return Plan(dataset, nodes, facts, leaves, left, _kept(graph, dataset.name))


def keep_dataset(graph: Graph, content: Content) -> None:
    """Keep what `dataset_content` makes in the store; nothing about a data set that is gone."""
    if _is_empty(content):
        graph.write(statements.FORGET_DATASET, id=content["id"])
    else:
        graph.write(statements.KEEP_DATASET, id=content["id"], properties=content)


def _is_empty(content: Content) -> bool:
    return content["nodes"] == content["facts"] == 0


def _kept(graph: Graph, dataset: str) -> Content:
    found = (row["properties"] for row in graph.read(statements.DATASETS))
    return next((dict(each) for each in found if each.get("id") == dataset), {})


def merge(
    graph: Graph, dataset: Dataset, *, prune: bool, progress: Progress | None = None
) -> LoadReport:
    """Bring the store to what the data set states, as `compare` says; the report counts it."""
    plan = compare(graph, dataset, progress)
    plan.carry_out(graph, prune=prune, progress=progress)
    return plan.report(prune=prune)


def _silent(_what: str, _done: int, _of: int) -> None:
    """The progress of work that nobody watches."""


def _plan_nodes(
    graph: Graph, dataset: str, label: str, nodes: Iterable[Node], leaves: Leaves
) -> _NodePlan:
    held = {row["id"]: row for row in graph.read(statements.held_nodes(label))}
    plan = _NodePlan()
    stated = {node.id: node for node in nodes}
    claims = _shared_claims(graph, dataset, label, held, stated.keys())
    shared_nodes.check_same(
        dataset, ((stated[key], claims[key]) for key in claims if key in stated)
    )
    for node in stated.values():
        own: Claims = {dataset: (node.kind, node.properties)}
        row = held.get(node.id)
        known = {dataset: leaves.nodes[label, node.id]}
        said = claims.get(node.id, {}) | own
        content = shared_nodes.content(label, node.id, said, known)
        if row is None:
            plan.create.setdefault(node.kind, []).append(content)
        else:
            _plan_kind(plan, node.id, shared_nodes.standing(said)[0], _kinds(row))
            _plan_held(plan, content, row)
    for key, row in held.items():
        if key in stated or dataset not in (row["datasets"] or ()):
            continue
        others = dict(claims[key])
        plan.left[label, key] = digests.node_leaf(label, key, *others.pop(dataset))
        plan.unstated.append((key, others, _kinds(row)))
    return plan


def _shared_claims(
    graph: Graph, dataset: str, label: str, held: Mapping[str, Any], stated: Set[str]
) -> dict[str, Claims]:
    """What each data set says of the nodes that another states too, and of those that this one
    states no longer.
    """
    ids = [
        key
        for key, row in held.items()
        if (set(row["datasets"] or ()) - {dataset} and key in stated)
        or (dataset in (row["datasets"] or ()) and key not in stated)
    ]
    claims = {}
    for batch in _batches(ids):
        for row in graph.read(statements.nodes_by_id(label), ids=batch):
            kind = next((name for name in row["labels"] if name in KINDS), None)
            claims[row["properties"]["id"]] = shared_nodes.held_claims(row["properties"], kind)
    return claims


def _plan_held(plan: _NodePlan, content: Content, row: Mapping[str, Any]) -> None:
    if content["hash"] == row["hash"]:  # which covers the names of the data sets
        plan.unchanged += 1
    else:
        plan.change.append(content)
        plan.joined += content["datasets"] != row["datasets"]


def _kinds(row: Mapping[str, Any]) -> list[str]:
    return [name for name in row["labels"] if name in KINDS]


def _plan_kind(plan: _NodePlan, key: str, wanted: str | None, held: list[str]) -> None:
    for kind in held:
        if kind != wanted:
            plan.drop.setdefault(kind, []).append(key)
    if wanted is not None and wanted not in held:
        plan.give.setdefault(wanted, []).append(key)


def _plan_facts(
    graph: Graph, dataset: str, relation: str, facts: Iterable[Fact], leaves: Leaves
) -> _FactPlan:
    text = statements.held_facts(relation)
    held = {row["id"]: row["hash"] for row in graph.read(text, dataset=dataset)}
    plan = _FactPlan()
    for fact in facts:
        content = fact_content(fact, dataset, leaves.facts[relation, fact.id])
        if fact.id not in held:
            row: Content = {"start": fact.start[1], "end": fact.end[1], "properties": content}
            plan.create.setdefault((fact.start[0], fact.end[0]), []).append(row)
        elif held.pop(fact.id) != content["hash"]:
            plan.change.append(content)
        else:
            plan.unchanged += 1
    plan.unstated = list(held)
    return plan


def _left_facts(
    graph: Graph, relation: str, ids: list[str], made: Mapping[tuple[str, str], bytes]
) -> Iterator[tuple[tuple[str, str], bytes]]:
    """The leaves of facts that the store holds."""
    for batch in _batches(ids):
        for start, end in RELATIONS[relation].ends:
            for row in graph.read(statements.facts_by_id(relation, start, end), ids=batch):
                stated = dict(row["properties"])
                for name in ("id", "hash", "datasets"):
                    stated.pop(name, None)
                ends = (start, row["start"]), (end, row["end"])
                yield (relation, row["id"]), digests.fact_leaf(relation, *ends, stated, made)


def _write_nodes(graph: Graph, label: str, plan: _NodePlan) -> Iterator[int]:
    # A change of kind comes first, and the hash that tells it is done, last.
    for kind, ids in plan.drop.items():
        for batch in _batches(ids):
            graph.write(statements.drop_kind(kind), ids=batch)
    for kind, ids in plan.give.items():
        for batch in _batches(ids):
            graph.write(statements.give_kind(kind), ids=batch)
    for created, contents in plan.create.items():
        text = statements.create_nodes(label, created)
        yield from _write_rows(graph, text, contents)
    yield from _write_rows(graph, statements.change_nodes(label), plan.change)


def _write_facts(graph: Graph, relation: str, plan: _FactPlan) -> Iterator[int]:
    for (start, end), contents in plan.create.items():
        text = statements.create_facts(relation, start, end)
        yield from _write_rows(graph, text, contents)
    for batch in _batches(plan.change):
        by_id = {str(content["id"]): content for content in batch}
        graph.write(statements.change_facts(relation), ids=list(by_id), contents=by_id)
        yield len(batch)


def _write_rows(graph: Graph, text: str, contents: list[Content]) -> Iterator[int]:
    for batch in _batches(contents):
        graph.write(text, rows=batch)
        yield len(batch)


def _prune_nodes(graph: Graph, label: str, unstated: list[tuple[str, Claims, list[str]]]) -> None:
    left = _NodePlan()
    for key, claims, kinds in unstated:
        if claims:
            _plan_kind(left, key, shared_nodes.standing(claims)[0], kinds)
            left.change.append(shared_nodes.content(label, key, claims))
    for _ in _write_nodes(graph, label, left):
        pass
    for ids in _batches([key for key, claims, _ in unstated if not claims]):
        graph.write(statements.delete_nodes(label), ids=ids)
        graph.write(statements.unmark_nodes(label), ids=ids)


def _sum_nodes(plans: Iterable[_NodePlan], *, prune: bool) -> Changes:
    total = Changes()
    for plan in plans:
        added = sum(map(len, plan.create.values())) + plan.joined
        changed = len(plan.change) - plan.joined
        total = _plus(total, added, changed, plan.unchanged, len(plan.unstated), prune)
    return total


def _sum_facts(plans: Iterable[_FactPlan], *, prune: bool) -> Changes:
    total = Changes()
    for plan in plans:
        added = sum(map(len, plan.create.values()))
        total = _plus(total, added, len(plan.change), plan.unchanged, len(plan.unstated), prune)
    return total


def _plus(
    total: Changes, added: int, changed: int, unchanged: int, unstated: int, prune: bool
) -> Changes:
    return Changes(
        total.added + added,
        total.changed + changed,
        total.unchanged + unchanged,
        total.unstated + unstated,
        total.removed + (unstated if prune else 0),
    )


def _batches(items: list[T]) -> Iterator[list[T]]:
    for first in range(0, len(items), BATCH):
        yield items[first : first + BATCH]
