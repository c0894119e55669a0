"""What a data set would load, as a table: organisations by kind, groups and facts by layer."""

from __future__ import annotations

from collections import Counter
from heapq import nsmallest
from itertools import groupby
from operator import attrgetter

from graphkit.export.table import Table
from graphkit.model import LAYERS, RELATIONS, Dataset, Fact, own_kinds
from graphkit.model.own_columns import OwnColumn, in_words, is_own_name
from graphkit.model.stated_properties import own_columns

_EXAMPLES = 3
_NODES = ("Declaration", "Collaboration", "Question", "Place", "Figure", "Person", "Kind", "Source")


def loadable(dataset: Dataset) -> Table:
    """Count what a data set states, with examples.

    Parameters
    ----------
    dataset : Dataset
        The data set.

    Returns
    -------
    Table
        One row for each kind of organisations, each other label, and each relation; those that tie
        organisations come first. Then one for each column of one's own.
    """
    names = {(node.label, node.id): node.name for node in dataset.nodes}
    kinds = Counter(node.kind for node in dataset.nodes if node.kind is not None)
    own = own_kinds(dataset.nodes)
    rows: list[tuple[str, int, str]] = []
    for kind, count in sorted(kinds.items(), key=lambda each: (-each[1], each[0])):
        found = [node.name for node in dataset.nodes if node.kind == kind]
        said = own[kind].name if kind in own else kind
        rows.append((f"organisations: {said}", count, _listed(found)))
    for label in _NODES:
        found = [node.name for node in dataset.nodes if node.label == label]
        if found:
            rows.append((f"{label.lower()}s", len(found), _listed(found)))
    layers = {layer: at for at, layer in enumerate(LAYERS)}
    relations = sorted(RELATIONS.values(), key=lambda r: layers.get(r.layer or "", len(layers)))
    by_relation = {of: [*facts] for of, facts in groupby(dataset.facts, attrgetter("relation"))}
    for relation in relations:
        facts = by_relation.get(relation.name, [])
        starts = {*nsmallest(_EXAMPLES + 1, {fact.start for fact in facts})}
        of_starts = [fact for fact in facts if fact.start in starts]
        first = nsmallest(_EXAMPLES + 1, of_starts, key=lambda f: (f.start, f.end, f.id))
        if facts:
            what = f"facts: {relation.layer or relation.name}"
            rows.append((what, len(facts), _listed([_said(fact, names) for fact in first])))
    for column in map(OwnColumn.parse, own_columns(dataset)):
        if is_own_name(column.name):
            found = _values(dataset, column)
            what = f"own column: {column.of}.{column.name}"
            rows.append((what, len(found), f"{column.type}: {_listed(list(dict.fromkeys(found)))}"))
    return Table.of(("what", "number", "examples"), rows)


def _values(dataset: Dataset, column: OwnColumn) -> list[str]:
    stated = (
        *(node.properties for node in dataset.nodes if node.label == column.of),
        *(fact.properties for fact in dataset.facts if fact.relation == column.of),
    )
    return [in_words(each[column.name]) for each in stated if column.name in each]


def _listed(names: list[str]) -> str:
    shown = [name if len(name) <= 50 else f"{name[:49]}…" for name in names[:_EXAMPLES]]
    return "; ".join(shown) + ("; …" if len(names) > _EXAMPLES else "")


def _said(fact: Fact, names: dict[tuple[str, str], str]) -> str:
    role = fact.properties.get("role")
    shown = f" ({role})" if role and fact.layer else ""
    return f"{names[fact.start]} → {names[fact.end]}{shown}"
