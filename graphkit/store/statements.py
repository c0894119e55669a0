"""The Cypher that reads, compares and merges data sets, the same for every store.

Labels and relationship types are inserted only from the vocabulary, own kinds and names of columns
of one's own only when they are plain words; every value is a parameter. Each statement is one
transaction.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from graphkit.model import DATASET, DECISION, KIND, KINDS, LABELS, RELATIONS, is_own_kind
from graphkit.model.fact_columns import BOUNDS, LIFETIME, is_direct, ranking_properties
from graphkit.model.own_columns import is_own_name

DATE_PROPERTIES = (*BOUNDS, *LIFETIME)
"""The properties that hold dates: those of facts, which nodes have too, and those of organisations.
"""

CONSTRAINTS = "SHOW CONSTRAINTS YIELD name"
"""The names of the constraints that there are."""


def uniqueness() -> dict[str, str]:
    """Constraints, by name, that no two nodes of a label, nor two facts of a type, share an id."""
    made = {}
    for label in (*LABELS, DATASET, DECISION):
        made[f"graphkit_{label.lower()}_id"] = (
            f"CREATE CONSTRAINT graphkit_{label.lower()}_id IF NOT EXISTS "
            f"FOR (n:{label}) REQUIRE n.id IS UNIQUE"
        )
    for relation in RELATIONS:
        made[f"graphkit_{relation.lower()}_id"] = (
            f"CREATE CONSTRAINT graphkit_{relation.lower()}_id IF NOT EXISTS "
            f"FOR ()-[r:{relation}]-() REQUIRE r.id IS UNIQUE"
        )
    return made


DATASETS = "MATCH (d:Dataset) RETURN properties(d) AS properties"
"""What the store keeps about each data set."""

UPDATING = "updating"
"""The property that says when a load began that has not finished."""

DECIDING = ""
"""In place of the name of a data set: decisions are applied, which change nodes of all of them."""

_LOCK = "SET d.locked = true REMOVE d.locked"
_LOADING = f"d.{UPDATING}, d.load, d.disturbed"

ANNOUNCE = (
    f"MERGE (d:Dataset {{id: $id}}) {_LOCK} WITH d, d.{UPDATING} IS NULL AS fresh "
    f"SET d.{UPDATING} = $since, d.load = $load RETURN fresh"
)
"""Say that the load `$load` of the data set `$id` has begun, at the time `$since`, and takes over
from one that has not finished; and whether there was none.
"""

WITHDRAW = f"MATCH (d:Dataset {{id: $id}}) REMOVE {_LOADING} WITH d WHERE d.digest IS NULL DELETE d"
"""Take back that a load of the data set `$id` has begun. It has changed nothing."""

KEEP_DATASET = f"MERGE (d:Dataset {{id: $id}}) SET d += $properties REMOVE {_LOADING}"
"""Keep `$properties` about the data set `$id`, whose load has finished."""

LOCK_DATASETS = (
    f"MATCH (d:Dataset) WITH d ORDER BY d.id {_LOCK} "
    "WITH d WHERE d.id = $id RETURN d.load AS load, d.disturbed AS disturbed"
)
"""Wait for the transactions of all other loads, and make them wait for this one. A property must
be set for that. The order keeps two transactions from waiting for each other. Then say which load
of the data set `$id` is going on, and whether another load has changed nodes since it began to
compare.
"""

DISTURB = "MATCH (d:Dataset) WHERE d.id <> $id AND d.load IS NOT NULL SET d.disturbed = true"
"""Tell the loads of all data sets but `$id` that they have to compare again."""

COMPARE = "MATCH (d:Dataset {id: $id}) REMOVE d.disturbed"
"""Say that the load of the data set `$id` begins to compare."""

DECISIONS = f"MATCH (d:{DECISION}) RETURN properties(d) AS properties"
"""What people decided about ids of organisations."""

KEEP_DECISIONS = (
    f"UNWIND $rows AS row MERGE (d:{DECISION} {{id: row.id}}) SET d.left = row.left, "
    "d.right = row.right, d.verdict = row.verdict, d.who = row.who, d.when = row.when, "
    "d.why = row.why, d.leftName = row.leftName, d.rightName = row.rightName"
)
"""Keep the decisions `$rows`, each about a pair, in place of what was decided about it."""

FORGET_DECISIONS = f"MATCH (d:{DECISION}) WHERE d.id IN $ids DELETE d"
"""Forget the decisions `$ids`."""

HANGING = (
    "MATCH (n:Organisation)-[r]-() WHERE n.id IN $ids "
    "RETURN n.id AS id, type(r) AS type, r.id AS fact"
)
"""All relationships of the organisations `$ids`, from both of their ends."""

OWN_KINDS = f"MATCH (n:{KIND}) RETURN n.id AS id"
"""The ids of the own kinds."""

LABELS_THERE = "MATCH (n) RETURN labels(n) AS labels, count(*) AS nodes"
"""Every set of labels that there is, with the number of nodes that have it."""

TYPES_THERE = "MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS facts"
"""Every relationship type that there is, with the number of relationships."""

FORGET_DATASET = "MATCH (d:Dataset {id: $id}) DELETE d"
"""Keep nothing more about the data set `$id`."""


def stored_nodes(*labels: str) -> str:
    """All properties, dates as text, and all labels of the nodes that have one of these labels; and
    whether the store holds texts where dates belong.
    """
    return all_nodes(*labels) + f", {_holds_texts('n')} AS texts"


def stored_facts(*relations: str) -> str:
    """The same of all facts of these types, between whatever nodes, with the labels and ids of
    these.
    """
    return all_facts(*relations) + f", {_holds_texts('r')} AS texts"


def all_nodes(*labels: str) -> str:
    """Properties, dates as text, and labels of all nodes that have one of these labels."""
    return f"MATCH (n:{_labels(labels)}) RETURN labels(n) AS labels, {_as_text('n')} AS properties"


def all_facts(*relations: str) -> str:
    """Types and properties, dates as text, of all facts of these types, with the labels and ids of
    the nodes at their ends.
    """
    return (
        f"MATCH (a)-[r:{_relations(relations)}]->(b) RETURN type(r) AS type, "
        "labels(a) AS startLabels, a.id AS start, labels(b) AS endLabels, b.id AS end, "
        f"{_as_text('r')} AS properties"
    )


def nodes_by_id(label: str) -> str:
    """The nodes of a label that the index finds by the ids `$ids`."""
    return (
        f"UNWIND $ids AS wanted MATCH (n:{_label(label)} {{id: wanted}}) RETURN wanted, n.id AS id"
    )


def facts_by_id(relation: str) -> str:
    """The facts of a type that the index finds by the ids `:ids`: SQL; Cypher reads them all."""
    return f"SELECT id FROM {_relation(relation)} WHERE id IN :ids"  # noqa: S608 - of the vocabulary


def facts_from_starts(relation: str, start: str) -> str:
    """All facts of a type as they are reached from the nodes of a label where they start."""
    return (
        f"MATCH (a:{_label(start)})-[r:{_relation(relation)}]->(b) "
        "RETURN a.id AS start, r.id AS id, b.id AS end"
    )


def facts_from_ends(relation: str, end: str) -> str:
    """All facts of a type as they are reached from the nodes of a label where they end."""
    return (
        f"MATCH (b:{_label(end)})<-[r:{_relation(relation)}]-(a) "
        "RETURN a.id AS start, r.id AS id, b.id AS end"
    )


def places(label: str) -> str:
    """Where all nodes of a label lie for the time being, with their ids and labels."""
    return (
        f"MATCH (n:{_label(label)}) RETURN elementId(n) AS place, n.id AS id, labels(n) AS labels"
    )


def named(label: str, own: Iterable[str] = ()) -> str:
    """Ids, labels and the properties that a ranking needs of all nodes of a label, then columns of
    one's own; any other name is left out.
    """
    properties = ", ".join(
        f"toString(n.{name}) AS {name}" if name in DATE_PROPERTIES else f"n.`{name}` AS `{name}`"
        for name in (*ranking_properties(label), *filter(is_own_name, own))
    )
    return f"MATCH (n:{_label(label)}) RETURN n.id AS id, labels(n) AS labels, {properties}"


def fact_columns(relation: str, start: str, end: str) -> str:
    """What analysis needs of all facts of a type between labels, dates as text."""
    dates = ", ".join(f"toString(r.{date}) AS {date}" for date in BOUNDS)
    return (
        f"MATCH (a:{_label(start)})-[r:{_relation(relation)}]->(b:{_label(end)}) "
        "RETURN a.id AS start, b.id AS end, r.id AS id, r.status AS status, r.weight AS weight, "
        f"r.sourceIds AS sources, r.datesFrom AS datesFrom, r.datasets AS datasets, {dates}"
        f"{_kind_of_tie(relation)}"
    )


def create_nodes(label: str, kind: str | None) -> str:
    """Make a node of each of `$rows`, the maps of all properties."""
    return f"UNWIND $rows AS row CREATE (n:{_label(label)}{_kind(kind)}) SET n = row"


def change_nodes(label: str) -> str:
    """Give the nodes of `$rows`, maps with their ids, these properties; null takes one away."""
    return f"UNWIND $rows AS row MATCH (n:{_label(label)} {{id: row.id}}) SET n += row"


def drop_label(label: str, other: str) -> str:
    """Take another label from the nodes of `$ids`. Giving one is another transaction."""
    return f"MATCH (n:{_label(label)}) WHERE n.id IN $ids REMOVE n{_label_or_kind(other)}"


def give_kind(kind: str) -> str:
    """Give a kind to the organisations of `$ids`."""
    return f"MATCH (n:Organisation) WHERE n.id IN $ids SET n{_kind(kind)}"


def delete_nodes(label: str) -> str:
    """Delete the nodes of `$ids` on which no fact hangs."""
    return f"MATCH (n:{_label(label)}) WHERE n.id IN $ids AND NOT EXISTS {{ (n)--() }} DELETE n"


def unmark_nodes(label: str) -> str:
    """Write that no data set states the nodes of `$ids`, as far as they are still there."""
    return f"MATCH (n:{_label(label)}) WHERE n.id IN $ids SET n.datasets = [], n.hash = ''"


def create_facts(relation: str, start: str, end: str) -> str:
    """Make a fact of each of `$rows`: maps of `start`, `end` and `properties`."""
    return (
        f"UNWIND $rows AS row MATCH (a:{_label(start)} {{id: row.start}}) "
        f"MATCH (b:{_label(end)} {{id: row.end}}) "
        f"CREATE (a)-[r:{_relation(relation)}]->(b) SET r = row.properties"
    )


def move_facts(relation: str, start: str, end: str) -> str:
    """Delete the facts of `$ids` and make one of each of `$rows`, as `create_facts` does."""
    return (
        f"MATCH ()-[old:{_relation(relation)}]->() WHERE old.id IN $ids DELETE old "
        f"WITH count(*) AS gone {create_facts(relation, start, end)}"
    )


def change_facts(relation: str) -> str:
    """Give the facts of `$ids` the properties in `$contents`, a map by id; null takes one away."""
    return (
        f"MATCH ()-[r:{_relation(relation)}]->() WHERE r.id IN $ids "
        "WITH r, $contents[r.id] AS content SET r += content"
    )


def delete_facts(relation: str) -> str:
    """Delete the facts of `$ids`."""
    return f"MATCH ()-[r:{_relation(relation)}]->() WHERE r.id IN $ids DELETE r"


def _as_text(name: str) -> str:
    # The driver of a server takes far longer over a date than over its text.
    dates = ", ".join(f"{date}: toString({name}.{date})" for date in DATE_PROPERTIES)
    return f"{name} {{.*, {dates}}}"


def _holds_texts(name: str) -> str:
    dates = ", ".join(f"{name}.{date}" for date in DATE_PROPERTIES)
    return f"any(x IN [{dates}] WHERE x IS :: STRING NOT NULL)"


def _kind_of_tie(relation: str) -> str:
    return ", r.kind AS kind" if is_direct(relation) else ""


def removal(name: str, column: str) -> str:
    """The statement that removes a property of a label or type, to be read and run by a person."""
    found = f"()-[r:{_relation(name)}]->()" if name in RELATIONS else f"(r:{_label(name)})"
    return f"MATCH {found} REMOVE r.{property_name(column)}"


def property_name(column: str) -> str:
    """Any text as the name of a property, where need be in quotation marks that it cannot end.

    The embedded engine removes nothing by a name in quotation marks that needs none.
    """
    return (
        column
        if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", column)
        else "`" + column.replace("`", "``") + "`"
    )


def _label(name: str) -> str:
    return LABELS[name].name


def _labels(names: Iterable[str]) -> str:
    return "|".join(map(_label, names))


def _relation(name: str) -> str:
    return RELATIONS[name].name


def _relations(names: Iterable[str]) -> str:
    return "|".join(map(_relation, names))


def _label_or_kind(name: str) -> str:
    return f":{_label(name)}" if name in LABELS else _kind(name)


def _kind(name: str | None) -> str:
    if name is None:
        return ""
    return f":{KINDS[name].name}" if name in KINDS else f":`{_own_kind(name)}`"


def _own_kind(name: str) -> str:
    """The own kind, which has no mark that could end the quotation; ValueError for other texts."""
    if not is_own_kind(name):
        raise ValueError(repr(name) + " cannot be a kind")
    return name
