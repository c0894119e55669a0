"""Merging a data set into a store that holds something already, the same way for every store.

All that the store holds is compared with what the data set states, value by value, and only the
differences are written, in transactions of a few thousand: after a load that was cut short the next
one compares again and does the rest. What was changed in the store by other means is restored, and
what no data set states is left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from operator import attrgetter

from graphkit.model import KIND, LABELS, RELATIONS, Dataset, Fact, Node, digests
from graphkit.model.digests import MADE, Leaves
from graphkit.model.own_columns import OwnColumn, together
from graphkit.model.progress import Progress
from graphkit.model.stated_properties import StatedProperties, own_columns
from graphkit.names import Identities
from graphkit.store import shared_nodes, statements, stored
from graphkit.store.folding import Folded, fold, without
from graphkit.store.plan import (
    FactPlan,
    Graph,
    NodePlan,
    Plan,
    columns_of,
    dataset_content,
    fact_content,
    organisations_of,
)
from graphkit.store.reports import Changes, LoadReport
from graphkit.store.shared_nodes import Claims, Content
from graphkit.store.stored import StoredFact, StoredNode

_label_of = attrgetter("label")
_relation_of = attrgetter("relation")


def as_loaded(graph: Graph, dataset: Dataset, leaves: Leaves) -> LoadReport | None:
    """The report of a load that changes nothing, from what the store keeps about the data set; None
    when that says anything else than what the data set states.
    """
    content = dataset_content(dataset.name, leaves, own_columns(dataset))
    for row in graph.read(statements.DATASETS):
        if row["properties"] == content:
            nodes, facts = (
                Changes(unchanged=len(leaves.nodes)),
                Changes(unchanged=len(leaves.facts)),
            )
            return LoadReport(dataset.name, nodes, facts, str(content["digest"]))
    return None


def may_be_there(graph: Graph, dataset: Dataset, leaves: Leaves, *, prune: bool) -> bool:
    """Whether it is worth comparing before a load is announced: by what the store keeps about the
    data set, it may hold what the data set states already, with what earlier tables left.
    """
    stated = len(leaves.nodes) + len(leaves.facts)
    for row in graph.read(statements.DATASETS):
        kept = row["properties"]
        if kept.get("id") == dataset.name:
            if statements.UPDATING in kept:
                return False
            counts = [kept.get(name) for name in ("nodes", "facts")]
            more = sum(count for count in counts if type(count) is int) > stated
            return kept.get("digest") == leaves.digest() or (more and not prune)
    return stated == 0


def compare(
    graph: Graph,
    dataset: Dataset,
    progress: Progress | None = None,
    *,
    leaves: Leaves,
) -> Merge:
    """What a data set states, compared with what the store holds; `leaves` are those it has.

    A node that only other data sets stated so far counts as added. InvalidData when a node is
    another one than they state under its id.
    """
    if progress is not None:
        progress("comparing", 0, 1)
    folded = Folded(graph)
    compared = _Compared(folded, dataset, leaves)
    nodes_of = {label: list(group) for label, group in groupby(dataset.nodes, _label_of)}
    facts_of = {name: list(group) for name, group in groupby(dataset.facts, _relation_of)}
    nodes = {label: compared.nodes(label, nodes_of.get(label, ())) for label in LABELS}
    facts = {name: compared.facts(name, facts_of.get(name, ())) for name in RELATIONS}
    left = compared.left(nodes, facts)
    if progress is not None:
        progress("comparing", 1, 1)
    plan = Plan(
        dataset=dataset,
        nodes=nodes,
        facts=facts,
        names=compared.names,
        kept=compared.kept.get(dataset.name, {}),
        left=left,
        pruned=dataset_content(dataset.name, compared.leaves, compared.columns),
    )
    return Merge(plan, folded, abandoned=statements.DECIDING in compared.kept)


class Merge:
    """What a load does: its plan, and the fold of the organisations that are one.

    Those that the plan touches are unfolded before it is carried out, and folded again afterwards,
    as everything then says. That also completes decisions that were cut short (`abandoned`).
    """

    def __init__(self, plan: Plan, folded: Folded, *, abandoned: bool) -> None:
        self._abandoned = abandoned
        self._plan = plan
        self._folded = folded
        self._after: Identities | None = None

    def changes(self, *, prune: bool) -> bool:
        """Whether carrying it out changes the store; raises what `Plan.changes` does."""
        changes = self._plan.changes(prune=prune)
        return changes or self._abandoned or bool(self._folded.differences())

    def carry_out(self, graph: Graph, *, prune: bool, progress: Progress | None = None) -> None:
        """Write the differences; with `prune`, delete what the data set no longer states."""
        if not self.changes(prune=prune):
            return
        touched = self._plan.touched(prune=prune)
        self._folded.bring(graph, without(self._folded.identities, touched))
        self._plan.carry_out(graph, prune=prune, progress=progress)
        self._after = fold(graph)
        if self._abandoned:
            graph.write(statements.FORGET_DATASET, id=statements.DECIDING)
        self._plan.keep(graph, prune=prune)

    def report(self, *, prune: bool) -> LoadReport:
        """What carrying it out does, or has done."""
        report = self._plan.report(prune=prune)
        if self._after is None:
            return report
        return report.identified(self._after, organisations_of(self._plan.dataset))


class _Compared:
    """A data set and a store that are compared.

    kept: what the store keeps about each data set. columns: the own columns of this one, as it now
    states them. names: which properties belong to which data sets, as they were and as they are.
    """

    def __init__(self, graph: Folded, dataset: Dataset, leaves: Leaves) -> None:
        self.dataset = dataset.name
        self.leaves = leaves
        self.columns = own_columns(dataset)
        self.kept: dict[str, Content] = {
            row["properties"]["id"]: dict(row["properties"])
            for row in graph.read(statements.DATASETS)
        }
        columns = {name: columns_of(kept) for name, kept in self.kept.items()}
        shared_nodes.check_types(dataset.name, self.columns, columns)
        columns[dataset.name] = (*columns.get(dataset.name, ()), *self.columns)
        self.names = StatedProperties(columns)
        self._graph = graph
        self._stated = {(node.label, node.id) for node in dataset.nodes}

    def nodes(self, label: str, nodes: Iterable[Node]) -> NodePlan:
        """What is to be done with the nodes of a label."""
        found = (node for node in self._graph.nodes(label) if type(node.id) is str)
        held = {str(node.id): node for node in found}
        plan = NodePlan()
        nodes = list(nodes)
        if label == KIND:
            elsewhere = (key for key, lying in held.items() if {*lying.datasets} - {self.dataset})
            shared_nodes.check_spelling(self.dataset, nodes, elsewhere)
        stated = [(node, self._others(held.get(node.id))) for node in nodes]
        shared_nodes.check_same(self.dataset, ((node, said) for node, said in stated if said))
        for node, others in stated:
            self._plan_node(plan, node, others, held.get(node.id))
        for key, lying in held.items():
            if self.dataset in lying.datasets and not any(
                (name, key) in self._stated for name in lying.labels
            ):
                claims = lying.claims(self._names_of(lying))
                kind, said = claims.pop(self.dataset, (None, {}))
                plan.left[label, key] = digests.node_leaf(label, key, kind, said)
                plan.left_names.update(said)
                plan.unstated.append((lying, claims))
        return plan

    def _others(self, node: StoredNode | None) -> Claims:
        """What other data sets state of a node."""
        if node is None or not {*node.datasets} - {self.dataset}:
            return {}
        claims = node.claims(self._names_of(node))
        return {name: said for name, said in claims.items() if name != self.dataset}

    def _plan_node(
        self, plan: NodePlan, node: Node, others: Claims, held: StoredNode | None
    ) -> None:
        claims = others | {self.dataset: (node.kind, node.properties)}
        known = {self.dataset: self.leaves.nodes[node.label, node.id]}
        content = shared_nodes.content(node.label, node.id, claims, known)
        if held is None:
            plan.create.setdefault(node.kind, []).append(content)
            return
        relabelled = plan.relabel(held, shared_nodes.standing(claims)[0])
        lying = held.stated(self._names_of(held))
        if not relabelled and stored.is_same(lying, content):
            plan.unchanged += 1
            return
        plan.change.append(stored.row(content, lying))
        if lying.get("hash") == content["hash"]:
            plan.restored += 1
        elif lying.get("datasets") != content["datasets"]:
            plan.joined += 1

    def _names_of(self, item: StoredNode | StoredFact) -> frozenset[str]:
        name = item.label if isinstance(item, StoredNode) else item.relation
        return self.names.of(name, (*item.datasets, self.dataset))

    def facts(self, relation: str, facts: Iterable[Fact]) -> FactPlan:
        """What is to be done with the facts of a relationship type."""
        found = (fact for fact in self._graph.facts(relation) if type(fact.id) is str)
        held = {str(fact.id): fact for fact in found}
        plan = FactPlan()
        for fact in facts:
            content = fact_content(fact, self.dataset, self.leaves.facts[relation, fact.id])
            self._plan_fact(plan, fact, content, held.pop(fact.id, None))
        plan.unstated = [fact for fact in held.values() if self.dataset in fact.datasets]
        return plan

    def _plan_fact(
        self, plan: FactPlan, fact: Fact, content: Content, held: StoredFact | None
    ) -> None:
        if held is None or (held.start, held.end) != (fact.start, fact.end):
            row: Content = {"start": fact.start[1], "end": fact.end[1], "properties": content}
            plan.create.setdefault((fact.start[0], fact.end[0]), []).append(row)
            if held is not None:
                plan.replace.append(fact.id)
            return
        lying = held.stated(self._names_of(held))
        if stored.is_same(lying, content):
            plan.unchanged += 1
            return
        plan.change.append(stored.row(content, lying))
        plan.restored += lying.get("hash") == content["hash"]

    def left(self, nodes: Mapping[str, NodePlan], facts: Mapping[str, FactPlan]) -> Content:
        """What the store is to keep about the data set while what it states no longer is left."""
        left = {key: leaf for plan in nodes.values() for key, leaf in plan.left.items()}
        leaves = Leaves(self.leaves.nodes | left, dict(self.leaves.facts))
        made = {key: leaf for key, leaf in leaves.nodes.items() if key[0] in MADE}
        names = {label: plan.left_names for label, plan in nodes.items()}
        for relation, plan in facts.items():
            for fact in plan.unstated:
                said = stored.without_kept(fact.stated(self._names_of(fact)))
                names.setdefault(relation, set()).update(said)
                ends = fact.start or ("", ""), fact.end or ("", "")
                leaf = digests.fact_leaf(relation, *ends, said, made)
                leaves.facts[relation, str(fact.id)] = leaf
        columns = [OwnColumn.parse(each) for each in self.columns]
        before = map(OwnColumn.parse, columns_of(self.kept.get(self.dataset, {})))
        columns += (each for each in before if each.name in names.get(each.of, ()))
        return dataset_content(self.dataset, leaves, map(str, together(columns)))
