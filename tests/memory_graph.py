"""A graph in memory that loads and decisions write to as to a store, and that can break off.

It knows the statements of `graphkit.store.statements` by their texts and does what these say. So
hundreds of loads and crashes take no time; other tests hold the stores to the same results.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from typing import Any

from graphkit.model import DATASET, KINDS, LABELS, RELATIONS, Dataset
from graphkit.model.digests import Leaves
from graphkit.names import Decision
from graphkit.store import merging, statements
from graphkit.store.deciding import Deciding
from graphkit.store.reports import Decided, LoadReport
from graphkit.store.stored import StoredFact, StoredNode

Key = tuple[str, str]


class Crash(Exception):
    """The process is gone."""


class MemoryGraph:
    """Nodes by label and id, relationships by type and id; after `left` writes it breaks off."""

    def __init__(self) -> None:
        self.held: dict[Key, StoredNode] = {}
        self.tied: dict[Key, StoredFact] = {}
        self.left: int | None = None
        self.writes = 0

    def load(self, dataset: Dataset, *, prune: bool = False) -> LoadReport:
        """Load a data set as a store does."""
        planned = merging.compare(self, dataset, leaves=Leaves.of(dataset))
        planned.carry_out(self, prune=prune)
        return planned.report(prune=prune)

    def decide(
        self, add: Iterable[Decision] = (), withdraw: Iterable[tuple[str, str]] = ()
    ) -> Decided:
        """Keep and withdraw decisions as a store does."""
        deciding = Deciding(self, add, withdraw)
        deciding.carry_out(self)
        return deciding.report()

    def dump(self) -> tuple[dict[Key, Any], dict[Key, Any]]:
        """Everything that there is."""
        return (
            {
                key: (sorted(each.labels), deepcopy(each.properties))
                for key, each in self.held.items()
            },
            {
                key: (each.start, each.end, deepcopy(each.properties))
                for key, each in self.tied.items()
            },
        )

    def nodes(self, label: str) -> list[StoredNode]:
        """All nodes of a label."""
        return [deepcopy(each) for (of, _), each in self.held.items() if of == label]

    def facts(self, relation: str) -> list[StoredFact]:
        """All relationships of a type."""
        return [deepcopy(each) for (of, _), each in self.tied.items() if of == relation]

    def read(self, text: str, **parameters: Any) -> Iterator[Mapping[str, Any]]:
        """The rows of a query."""
        if text == statements.HANGING:
            for (relation, key), fact in self.tied.items():
                for end in (fact.start, fact.end):
                    if end and end[0] == "Organisation" and end[1] in parameters["ids"]:
                        yield {"id": end[1], "type": relation, "fact": key}
            return
        label = {statements.DATASETS: DATASET, statements.DECISIONS: "Decision"}[text]
        yield from ({"properties": each.properties} for each in self.nodes(label))

    def write(self, text: str, **parameters: Any) -> None:
        """Run a statement, unless the process is gone."""
        if self.left == 0:
            raise Crash
        if self.left is not None:
            self.left -= 1
        self.writes += 1
        _DOING[text](self, deepcopy(parameters))

    write_facts = write

    def _put(self, label: str, kind: str | None, rows: list[dict[str, Any]]) -> None:
        for row in rows:
            assert (label, row["id"]) not in self.held
            labels = [label, *([kind] if kind else [])]
            self.held[label, row["id"]] = StoredNode(label, labels, row)

    def _change(self, items: Mapping[Key, Any], name: str, rows: Mapping[str, Any]) -> None:
        for key, row in rows.items():
            if (name, key) in items:
                properties = items[name, key].properties
                properties.update(row)
                for gone in [each for each, value in properties.items() if value is None]:
                    del properties[gone]

    def _relabel(self, label: str, ids: list[str], other: str, *, give: bool) -> None:
        for key in ids:
            labels = self.held[label, key].labels
            labels.append(other) if give else labels.remove(other)

    def _delete_nodes(self, label: str, ids: list[str]) -> None:
        used = {end for fact in self.tied.values() for end in (fact.start, fact.end)}
        for key in ids:
            if (label, key) not in used:
                self.held.pop((label, key), None)

    def _tie(self, relation: str, start: str, end: str, rows: list[dict[str, Any]]) -> None:
        for row in rows:
            one, other = (start, row["start"]), (end, row["end"])
            if one in self.held and other in self.held:
                key = relation, row["properties"]["id"]
                assert key not in self.tied
                self.tied[key] = StoredFact(relation, one, other, row["properties"])

    def _untie(self, relation: str, ids: list[str]) -> None:
        for key in ids:
            self.tied.pop((relation, key), None)

    def _retie(
        self, relation: str, start: str, end: str, ids: list[str], rows: list[dict[str, Any]]
    ) -> None:
        self._untie(relation, ids)
        self._tie(relation, start, end, rows)

    def _keep_all(self, label: str, rows: list[dict[str, Any]]) -> None:
        for row in rows:
            self._keep(label, row["id"], row)

    def _keep(self, label: str, key: str, properties: dict[str, Any]) -> None:
        held = self.held.setdefault((label, key), StoredNode(label, [label], {"id": key}))
        held.properties.update(properties)


Doing = Callable[[MemoryGraph, dict[str, Any]], None]


def _doing() -> Iterator[tuple[str, Doing]]:
    for label in LABELS:
        yield from _of_label(label)
    for relation, of in RELATIONS.items():
        yield from _of_relation(relation, of.ends)
    yield statements.KEEP_DATASET, lambda g, p: g._keep(DATASET, p["id"], p["properties"])
    yield statements.FORGET_DATASET, lambda g, p: g._delete_nodes(DATASET, [p["id"]])
    yield statements.KEEP_DECISIONS, lambda g, p: g._keep_all("Decision", p["rows"])
    yield statements.FORGET_DECISIONS, lambda g, p: g._delete_nodes("Decision", p["ids"])


def _of_label(label: str) -> Iterator[tuple[str, Doing]]:
    kinds: list[str | None] = [*KINDS] if label == "Organisation" else [None]
    for kind in kinds:
        text = statements.create_nodes(label, kind)
        yield text, lambda g, p, kind=kind: g._put(label, kind, p["rows"])
    for kind in filter(None, kinds):
        yield (
            statements.drop_label(label, kind),
            lambda g, p, kind=kind: g._relabel(label, p["ids"], kind, give=False),
        )
        yield (
            statements.give_kind(kind),
            lambda g, p, kind=kind: g._relabel(label, p["ids"], kind, give=True),
        )
    yield (
        statements.change_nodes(label),
        lambda g, p: g._change(g.held, label, {row["id"]: row for row in p["rows"]}),
    )
    yield statements.delete_nodes(label), lambda g, p: g._delete_nodes(label, p["ids"])
    bare = {"datasets": [], "hash": ""}
    yield (
        statements.unmark_nodes(label),
        lambda g, p: g._change(g.held, label, dict.fromkeys(p["ids"], bare)),
    )


def _of_relation(relation: str, ends: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, Doing]]:
    for start, end in ends:
        yield (
            statements.create_facts(relation, start, end),
            lambda g, p, start=start, end=end: g._tie(relation, start, end, p["rows"]),
        )
        yield (
            statements.move_facts(relation, start, end),
            lambda g, p, start=start, end=end: g._retie(relation, start, end, **p),
        )
    yield (
        statements.change_facts(relation),
        lambda g, p: g._change(g.tied, relation, p["contents"]),
    )
    yield statements.delete_facts(relation), lambda g, p: g._untie(relation, p["ids"])


_DOING: dict[str, Doing] = dict(_doing())
