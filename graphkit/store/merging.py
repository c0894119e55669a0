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

from graphkit.model import KINDS, LABELS, RELATIONS, Dataset, Fact, Node, content_hash
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


def fact_content(fact: Fact, dataset: str) -> Content:
    """The properties with which a fact is stored."""
    stated: Content = dict(fact.properties)
    hashed = content_hash(fact.relation, fact.start, fact.end, stated)
    return stated | {"id": fact.id, "hash": hashed, "datasets": [dataset]}


def added_only(dataset: Dataset) -> LoadReport:
    """The report of a load into a store that held nothing."""
    return LoadReport(
        dataset.name, Changes(added=len(dataset.nodes)), Changes(added=len(dataset.facts))
    )


@dataclass(slots=True)
class _NodePlan:
    """What is to be done with the nodes of one label.

    joined: how many of those to change were stated by other data sets alone. unstated: the ids that
    this data set states no longer, with what the others claim of each and the kinds it has.
    """

    create: dict[str | None, list[Content]] = field(default_factory=dict)
    change: list[Content] = field(default_factory=list)
    joined: int = 0
    drop: dict[str, list[str]] = field(default_factory=dict)
    give: dict[str, list[str]] = field(default_factory=dict)
    unchanged: int = 0
    unstated: list[tuple[str, Claims, list[str]]] = field(default_factory=list)


@dataclass(slots=True)
class _FactPlan:
    """What is to be done with the facts of one relationship type."""

    create: dict[tuple[str, str], list[Content]] = field(default_factory=dict)
    change: list[Content] = field(default_factory=list)
    unchanged: int = 0
    unstated: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Plan:
    """What brings a store to what a data set states; made by `compare`."""

    dataset: Dataset
    nodes: Mapping[str, _NodePlan]
    facts: Mapping[str, _FactPlan]

    def changes(self, *, prune: bool) -> bool:
        """Whether carrying it out changes the store."""
        return any(
            plan.create or plan.change or plan.drop or plan.give or (prune and plan.unstated)
            for plan in self.nodes.values()
        ) or any(
            plan.create or plan.change or (prune and plan.unstated) for plan in self.facts.values()
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
        if not prune:
            return
        for relation, facts in self.facts.items():
            for ids in _batches(facts.unstated):
                graph.write(statements.delete_facts(relation), ids=ids)
        for label, nodes in self.nodes.items():
            _prune_nodes(graph, label, nodes.unstated)

    def report(self, *, prune: bool) -> LoadReport:
        """What carrying it out does."""
        return LoadReport(
            self.dataset.name,
            _sum_nodes(self.nodes.values(), prune=prune),
            _sum_facts(self.facts.values(), prune=prune),
        )


def compare(graph: Graph, dataset: Dataset, progress: Progress | None = None) -> Plan:
    """What a data set states, compared with what the store holds.

    A node that only other data sets stated so far counts as added. InvalidData when a node is
    another one than they state under its id.
    """
    tell = progress or _silent
    tell("comparing", 0, 1)
    nodes_of = {label: list(group) for label, group in groupby(dataset.nodes, _label_of)}
    facts_of = {name: list(group) for name, group in groupby(dataset.facts, _relation_of)}
    nodes = {
        label: _plan_nodes(graph, dataset.name, label, nodes_of.get(label, ())) for label in LABELS
    }
    facts = {
        relation: _plan_facts(graph, dataset.name, relation, facts_of.get(relation, ()))
        for relation in RELATIONS
    }
    tell("comparing", 1, 1)
    return Plan(dataset, nodes, facts)


def merge(
    graph: Graph, dataset: Dataset, *, prune: bool, progress: Progress | None = None
) -> LoadReport:
    """Bring the store to what the data set states, as `compare` says; the report counts it."""
    plan = compare(graph, dataset, progress)
    plan.carry_out(graph, prune=prune, progress=progress)
    return plan.report(prune=prune)


def _silent(_what: str, _done: int, _of: int) -> None:
    """The progress of work that nobody watches."""


def _plan_nodes(graph: Graph, dataset: str, label: str, nodes: Iterable[Node]) -> _NodePlan:
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
        if row is None:
            plan.create.setdefault(node.kind, []).append(shared_nodes.content(node, own))
        else:
            _plan_held(plan, node, claims.get(node.id, {}) | own, row)
    for key, row in held.items():
        if key in stated or dataset not in (row["datasets"] or ()):
            continue
        others = {name: said for name, said in claims.get(key, {}).items() if name != dataset}
        plan.unstated.append((key, others, _kinds(row)))
    return plan


def _shared_claims(
    graph: Graph, dataset: str, label: str, held: Mapping[str, Any], stated: Set[str]
) -> dict[str, Claims]:
    """What each data set says of the nodes that concern this one and that another states too."""
    ids = [
        key
        for key, row in held.items()
        if (key in stated or dataset in (row["datasets"] or ()))
        and set(row["datasets"] or ()) - {dataset}
    ]
    claims = {}
    for batch in _batches(ids):
        for row in graph.read(statements.nodes_by_id(label), ids=batch):
            kind = next((name for name in row["labels"] if name in KINDS), None)
            claims[row["properties"]["id"]] = shared_nodes.held_claims(row["properties"], kind)
    return claims


def _plan_held(plan: _NodePlan, node: Node, claims: Claims, row: Mapping[str, Any]) -> None:
    content = shared_nodes.content(node, claims)
    _plan_kind(plan, node.id, shared_nodes.standing(claims)[0], _kinds(row))
    known = set(row["datasets"] or ())
    if content["hash"] == row["hash"] and known == claims.keys():
        plan.unchanged += 1
    else:
        plan.change.append(content)
        plan.joined += known != claims.keys()


def _kinds(row: Mapping[str, Any]) -> list[str]:
    return [name for name in row["labels"] if name in KINDS]


def _plan_kind(plan: _NodePlan, key: str, wanted: str | None, held: list[str]) -> None:
    for kind in held:
        if kind != wanted:
            plan.drop.setdefault(kind, []).append(key)
    if wanted is not None and wanted not in held:
        plan.give.setdefault(wanted, []).append(key)


def _plan_facts(graph: Graph, dataset: str, relation: str, facts: Iterable[Fact]) -> _FactPlan:
    text = statements.held_facts(relation)
    held = {row["id"]: row["hash"] for row in graph.read(text, dataset=dataset)}
    plan = _FactPlan()
    for fact in facts:
        content = fact_content(fact, dataset)
        if fact.id not in held:
            row: Content = {"start": fact.start[1], "end": fact.end[1], "properties": content}
            plan.create.setdefault((fact.start[0], fact.end[0]), []).append(row)
        elif held.pop(fact.id) != content["hash"]:
            plan.change.append(content)
        else:
            plan.unchanged += 1
    plan.unstated = list(held)
    return plan


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
            kind, stated = shared_nodes.standing(claims)
            _plan_kind(left, key, kind, kinds)
            left.change.append(shared_nodes.content(Node(label, key, stated, kind), claims))
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
