"""Merging a data set into a store that holds something already, the same way for every store.

What the store holds is compared with what the data set states by id and content hash, and only the
differences are written, in transactions of a few thousand. There is no journal: after a load that
was cut short the next one compares again and does the rest. Nodes are written before facts, and
facts are deleted before nodes, so that no fact ever lacks an end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from typing import Any, Protocol, TypeVar

from graphkit.model import KINDS, LABELS, RELATIONS, Dataset, Fact, Node, content_hash
from graphkit.store import statements
from graphkit.store.base import Changes, LoadReport, Progress

BATCH = 5000
"""Nodes or facts a transaction."""

Content = dict[str, object]
"""All properties of a node or fact as they are stored, or a row of parameters."""

T = TypeVar("T")

_label_of = attrgetter("label")
_relation_of = attrgetter("relation")


class Graph(Protocol):
    """What merging needs of a store."""

    def read(self, text: str, **parameters: object) -> Iterator[Mapping[str, Any]]:
        """The rows of a query, each by column."""

    def write(self, text: str, **parameters: object) -> None:
        """Run a statement in a transaction of its own."""


def node_content(node: Node, datasets: Iterable[str]) -> Content:
    """The properties with which a node is stored."""
    stated: Content = {**node.properties, "id": node.id}
    hashed = content_hash(node.label, node.kind, stated)
    return stated | {"hash": hashed, "datasets": list(datasets)}


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
    """What is to be done with the nodes of one label."""

    create: dict[str | None, list[Content]] = field(default_factory=dict)
    change: list[Content] = field(default_factory=list)
    mark: list[Content] = field(default_factory=list)
    drop: dict[str, list[str]] = field(default_factory=dict)
    give: dict[str, list[str]] = field(default_factory=dict)
    unchanged: int = 0
    unstated: list[tuple[str, list[str]]] = field(default_factory=list)


@dataclass(slots=True)
class _FactPlan:
    """What is to be done with the facts of one relationship type."""

    create: dict[tuple[str, str], list[Content]] = field(default_factory=dict)
    change: list[Content] = field(default_factory=list)
    unchanged: int = 0
    unstated: list[str] = field(default_factory=list)


def merge(
    graph: Graph, dataset: Dataset, *, prune: bool, progress: Progress | None = None
) -> LoadReport:
    """Bring the store to what the data set states; the report counts what that took.

    A node that another data set states alike counts as unchanged; only the data set's name is
    added to it.
    """
    tell = progress or (lambda _what, _done, _of: None)
    tell("comparing", 0, 1)
    nodes_of = {label: list(group) for label, group in groupby(dataset.nodes, _label_of)}
    facts_of = {name: list(group) for name, group in groupby(dataset.facts, _relation_of)}
    node_plans = {
        label: _plan_nodes(graph, dataset.name, label, nodes_of.get(label, ())) for label in LABELS
    }
    fact_plans = {
        relation: _plan_facts(graph, dataset.name, relation, facts_of.get(relation, ()))
        for relation in RELATIONS
    }
    tell("comparing", 1, 1)
    done = 0
    for label, nodes in node_plans.items():
        for count in _write_nodes(graph, label, nodes):
            done += count
            tell("nodes", done, len(dataset.nodes))
    done = 0
    for relation, facts in fact_plans.items():
        for count in _write_facts(graph, relation, facts):
            done += count
            tell("facts", done, len(dataset.facts))
    if prune:
        for relation, facts in fact_plans.items():
            for ids in _batches(facts.unstated):
                graph.write(statements.delete_facts(relation), ids=ids)
        for label, nodes in node_plans.items():
            _prune_nodes(graph, label, nodes.unstated)
    return LoadReport(
        dataset.name,
        _sum_nodes(node_plans.values(), prune=prune),
        _sum_facts(fact_plans.values(), prune=prune),
    )


def _plan_nodes(graph: Graph, dataset: str, label: str, nodes: Iterable[Node]) -> _NodePlan:
    held = {row["id"]: row for row in graph.read(statements.held_nodes(label))}
    plan = _NodePlan()
    stated = set()
    for node in nodes:
        stated.add(node.id)
        row = held.get(node.id)
        if row is None:
            plan.create.setdefault(node.kind, []).append(node_content(node, [dataset]))
            continue
        datasets = sorted({*(row["datasets"] or ()), dataset})
        content = node_content(node, datasets)
        kinds = [kind for kind in row["labels"] if kind in KINDS]
        if kinds != ([node.kind] if node.kind else []):
            _plan_kind(plan, node, kinds)
            plan.change.append(content)
        elif content["hash"] != row["hash"]:
            plan.change.append(content)
        else:
            plan.unchanged += 1
            if datasets != row["datasets"]:
                plan.mark.append({"id": node.id, "datasets": datasets})
    plan.unstated = [
        (key, [name for name in row["datasets"] if name != dataset])
        for key, row in held.items()
        if key not in stated and dataset in (row["datasets"] or ())
    ]
    return plan


def _plan_kind(plan: _NodePlan, node: Node, held: list[str]) -> None:
    for kind in held:
        if kind != node.kind:
            plan.drop.setdefault(kind, []).append(node.id)
    if node.kind is not None and node.kind not in held:
        plan.give.setdefault(node.kind, []).append(node.id)


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
    yield from _write_rows(graph, statements.mark_nodes(label), plan.mark)


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


def _prune_nodes(graph: Graph, label: str, unstated: list[tuple[str, list[str]]]) -> None:
    shared: list[Content] = [{"id": key, "datasets": others} for key, others in unstated if others]
    for rows in _batches(shared):
        graph.write(statements.mark_nodes(label), rows=rows)
    for ids in _batches([key for key, others in unstated if not others]):
        graph.write(statements.delete_nodes(label), ids=ids)
        graph.write(statements.unmark_nodes(label), ids=ids)


def _sum_nodes(plans: Iterable[_NodePlan], *, prune: bool) -> Changes:
    total = Changes()
    for plan in plans:
        added = sum(map(len, plan.create.values()))
        total = _plus(total, added, len(plan.change), plan.unchanged, len(plan.unstated), prune)
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
