"""What a load writes: the differences between a data set and a store, and how they are counted.

Nodes are written before facts, and facts are deleted before nodes, so that no fact ever lacks an
end. What the store keeps about the data set comes last, whenever something was written: it ends the
announcement of the load, and what was cut short is not taken for done.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, Protocol, TypeVar

from graphkit.model import Dataset, Fact, digests
from graphkit.model.digests import Leaves
from graphkit.model.progress import Progress
from graphkit.model.stated_properties import StatedProperties
from graphkit.names import identities_of
from graphkit.store import shared_nodes, statements, stored
from graphkit.store.reports import Changes, LoadReport
from graphkit.store.shared_nodes import Claims, Content
from graphkit.store.stored import StoredFact, StoredNode

ORGANISATION = "Organisation"

BATCH = 5000
"""Nodes or facts a transaction."""

T = TypeVar("T")


class Graph(Protocol):
    """What merging needs of a store."""

    def nodes(self, label: str) -> Iterable[StoredNode]:
        """All nodes of a label."""

    def facts(self, relation: str) -> Iterable[StoredFact]:
        """All relationships of a type."""

    def read(self, text: str, **parameters: object) -> Iterator[Mapping[str, Any]]:
        """The rows of a query, each by column."""

    def write(self, text: str, **parameters: object) -> None:
        """Run a statement in a transaction of its own."""

    def write_facts(self, text: str, **parameters: object) -> None:
        """The same for a statement that changes only facts of this data set, so that loads of
        other data sets need not know.
        """


def fact_content(fact: Fact, dataset: str, leaf: bytes) -> Content:
    """The properties with which a fact is stored, whose leaf is known."""
    hashed = digests.record_hash(fact.id, {dataset: leaf})
    content: Content = dict(fact.properties.items())
    return content | {"id": fact.id, "hash": hashed, "datasets": [dataset]}


def dataset_content(name: str, leaves: Leaves, columns: Iterable[str]) -> Content:
    """The properties of the node that a store keeps about a data set, from all its leaves."""
    return content_about(name, leaves.nodes.values(), leaves.facts.values(), columns)


def content_about(
    name: str, nodes: Collection[bytes], facts: Collection[bytes], columns: Iterable[str]
) -> Content:
    """The same from the leaves of its nodes and those of its facts."""
    return {
        "id": name,
        "digest": digests.digest_of(chain(nodes, facts)),
        "nodes": len(nodes),
        "facts": len(facts),
        "columns": sorted(columns),
    }


def columns_of(kept: Mapping[str, object]) -> tuple[str, ...]:
    """The own columns of a data set, from what a store keeps about it."""
    columns = kept.get("columns")
    return tuple(map(str, columns)) if isinstance(columns, list) else ()


def added_only(dataset: Dataset, kept: Content) -> LoadReport:
    """The report of a load into a store that held nothing; `kept` is what it keeps about it."""
    report = LoadReport(
        dataset.name,
        Changes(added=len(dataset.nodes)),
        Changes(added=len(dataset.facts)),
        str(kept["digest"]),
    )
    return report.identified(identities_of(dataset), organisations_of(dataset))


def organisations_of(dataset: Dataset) -> set[str]:
    """The ids of the organisations of a data set."""
    return {node.id for node in dataset.nodes if node.label == ORGANISATION}


@dataclass(slots=True)
class NodePlan:
    """What is to be done with the nodes of one label.

    joined: how many of those to change were stated by other data sets alone. restored: how many the
    data set stated in the same way before, so that others changed them. drop, give: the ids of the
    nodes that lose or get a label, by label. unstated: the nodes that this data set states no
    longer, with what the others claim of each. left, left_names: the leaves of what it stated of
    these, and the names of their properties.
    """

    create: dict[str | None, list[Content]] = field(default_factory=dict)
    change: list[Content] = field(default_factory=list)
    joined: int = 0
    restored: int = 0
    drop: dict[str, list[str]] = field(default_factory=dict)
    give: dict[str, list[str]] = field(default_factory=dict)
    unchanged: int = 0
    unstated: list[tuple[StoredNode, Claims]] = field(default_factory=list)
    left: dict[tuple[str, str], bytes] = field(default_factory=dict)
    left_names: set[str] = field(default_factory=set)

    def relabel(self, node: StoredNode, kind: str | None) -> bool:
        """Take the vocabulary's other labels from a node and give it its kind, where needed."""
        key = str(node.id)
        others = stored.other_labels(node, kind)
        for other in others:
            self.drop.setdefault(other, []).append(key)
        if kind is None or kind in node.labels:
            return bool(others)
        self.give.setdefault(kind, []).append(key)
        return True


@dataclass(slots=True)
class FactPlan:
    """What is to be done with the facts of one relationship type.

    replace: the ids of those to be created whose ends are others in the store, which go first.
    restored: as of nodes.
    """

    create: dict[tuple[str, str], list[Content]] = field(default_factory=dict)
    change: list[Content] = field(default_factory=list)
    replace: list[str] = field(default_factory=list)
    restored: int = 0
    unchanged: int = 0
    unstated: list[StoredFact] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Plan:
    """What brings a store to what a data set states; made by `compare`.

    names: which properties belong to which data sets. kept: what the store keeps about this one so
    far. left, pruned: what it is to keep about it
    while what is no longer stated is left, and when that is pruned.
    """

    dataset: Dataset
    nodes: Mapping[str, NodePlan]
    facts: Mapping[str, FactPlan]
    names: StatedProperties
    kept: Content
    left: Content
    pruned: Content

    def changes(self, *, prune: bool) -> bool:
        """Whether carrying it out changes the store. InvalidData when a column would hold values of
        two types, in what is stated and in what is left.
        """
        if not prune:
            shared_nodes.check_left(self.dataset.name, columns_of(self.left))
        plans: list[NodePlan | FactPlan] = [*self.nodes.values(), *self.facts.values()]
        return not self._is_kept(prune=prune) or any(
            plan.create or plan.change or (prune and plan.unstated) for plan in plans
        )

    def touched(self, *, prune: bool) -> set[str]:
        """The ids of the organisations that it writes, or that facts which it makes lead to."""
        nodes = self.nodes[ORGANISATION]
        found = {str(each["id"]) for each in chain(*nodes.create.values(), nodes.change)}
        found.update(*nodes.drop.values(), *nodes.give.values())
        if prune:
            found.update(str(node.id) for node, _ in nodes.unstated)
        for plan in self.facts.values():
            for labels, rows in plan.create.items():
                for label, name in zip(labels, ("start", "end"), strict=True):
                    if label == ORGANISATION:
                        found.update(str(each[name]) for each in rows)
        return found

    def carry_out(self, graph: Graph, *, prune: bool, progress: Progress | None = None) -> None:
        """Write the differences; with `prune`, delete what the data set no longer states."""
        done = 0
        for label, nodes in self.nodes.items():
            for count in _write_nodes(graph, label, nodes):
                done += count
                if progress is not None:
                    progress("nodes", done, len(self.dataset.nodes))
        done = 0
        for relation, facts in self.facts.items():
            for count in _write_facts(graph, relation, facts):
                done += count
                if progress is not None:
                    progress("facts", done, len(self.dataset.facts))
        if prune:
            for relation, facts in self.facts.items():
                for ids in batches([str(fact.id) for fact in facts.unstated]):
                    graph.write_facts(statements.delete_facts(relation), ids=ids)
            for label, nodes in self.nodes.items():
                _prune_nodes(graph, label, nodes.unstated, self.names)

    def keep(self, graph: Graph, *, prune: bool) -> None:
        """Keep about the data set what it is to keep; that ends the announcement of the load."""
        keep_dataset(graph, self.pruned if prune else self.left)

    def report(self, *, prune: bool) -> LoadReport:
        """What carrying it out does."""
        # When the data set stated the same before, every difference was made by other means.
        again = self.kept.get("digest") in (self.left["digest"], self.pruned["digest"])
        return LoadReport(
            self.dataset.name,
            _sum(self.nodes.values(), prune=prune, again=again),
            _sum(self.facts.values(), prune=prune, again=again),
            str((self.pruned if prune else self.left)["digest"]),
        )

    def _is_kept(self, *, prune: bool) -> bool:
        if statements.UPDATING in self.kept:  # a load that has not finished, which this one ends
            return False
        content = self.pruned if prune else self.left
        return not self.kept if _is_empty(content) else content.items() <= self.kept.items()


def keep_dataset(graph: Graph, content: Content) -> None:
    """Keep what `dataset_content` makes in the store; nothing about a data set that is gone."""
    if _is_empty(content):
        graph.write(statements.FORGET_DATASET, id=content["id"])
    else:
        graph.write(statements.KEEP_DATASET, id=content["id"], properties=content)


def _is_empty(content: Content) -> bool:
    return content["nodes"] == content["facts"] == 0


def _write_nodes(graph: Graph, label: str, plan: NodePlan) -> Iterator[int]:
    # A change of kind comes first, and the hash that tells it is done, last.
    for other, ids in plan.drop.items():
        for batch in batches(ids):
            graph.write(statements.drop_label(label, other), ids=batch)
    for kind, ids in plan.give.items():
        for batch in batches(ids):
            graph.write(statements.give_kind(kind), ids=batch)
    for created, contents in plan.create.items():
        text = statements.create_nodes(label, created)
        yield from _write_rows(graph.write, text, contents)
    yield from _write_rows(graph.write, statements.change_nodes(label), plan.change)


def _write_facts(graph: Graph, relation: str, plan: FactPlan) -> Iterator[int]:
    for batch in batches(plan.replace):
        graph.write_facts(statements.delete_facts(relation), ids=batch)
    for (start, end), contents in plan.create.items():
        text = statements.create_facts(relation, start, end)
        yield from _write_rows(graph.write_facts, text, contents)
    for rows in batches(plan.change):
        by_id = {str(content["id"]): content for content in rows}
        graph.write_facts(statements.change_facts(relation), ids=list(by_id), contents=by_id)
        yield len(rows)


def _write_rows(write: Callable[..., None], text: str, contents: list[Content]) -> Iterator[int]:
    for batch in batches(contents):
        write(text, rows=batch)
        yield len(batch)


def _prune_nodes(
    graph: Graph,
    label: str,
    unstated: list[tuple[StoredNode, Claims]],
    names: StatedProperties,
) -> None:
    left = NodePlan()
    for node, claims in unstated:
        if claims:
            left.relabel(node, shared_nodes.standing(claims)[0])
            content = shared_nodes.content(label, str(node.id), claims)
            left.change.append(stored.row(content, node.stated(names.of(label, node.datasets))))
    for _ in _write_nodes(graph, label, left):
        pass
    for ids in batches([str(node.id) for node, claims in unstated if not claims]):
        graph.write(statements.delete_nodes(label), ids=ids)
        graph.write(statements.unmark_nodes(label), ids=ids)


def _sum(plans: Iterable[NodePlan | FactPlan], *, prune: bool, again: bool) -> Changes:
    total = Changes()
    for plan in plans:
        created = sum(map(len, plan.create.values()))
        written = created + len(plan.change)
        joined = plan.joined if isinstance(plan, NodePlan) else 0
        restored = written if again else plan.restored
        total = Changes(
            total.added + (0 if again else created + joined),
            total.changed + (0 if again else len(plan.change) - joined - plan.restored),
            total.unchanged + plan.unchanged,
            total.unstated + len(plan.unstated),
            total.removed + (len(plan.unstated) if prune else 0),
            total.restored + restored,
        )
    return total


def batches(items: list[T], size: int | None = None) -> Iterator[list[T]]:
    """The items, by default as many at a time as one transaction takes."""
    size = size or BATCH  # not as the default, which would keep what it was when this was imported
    for first in range(0, len(items), size):
        yield items[first : first + size]
