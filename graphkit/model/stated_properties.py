"""Which properties of a node or fact are stated by tables, and which are nobody's.

The vocabulary's own properties belong to the tables on every node and fact, whether or not a row
fills them in. A data set may state others, its own columns, on a label or relationship type. All
that remains was written by other means and is left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from graphkit.model.dataset import Dataset, Value
from graphkit.model.fact_columns import BOUNDS, LIFETIME
from graphkit.model.own_columns import OwnColumn, type_of
from graphkit.model.tables import TABLES
from graphkit.model.vocabulary import LABELS, RELATIONS

KEPT_BY_STORES = ("id", "hash", "datasets", "claims")
"""The properties that a store keeps beside what is stated."""

_OF_EVERY_ROW = (
    *("startDate", "endDate", "observedDate", "status", "sourceIds", "locators", "note"),
    *BOUNDS,
)
_DERIVED = {
    "Organisation": LIFETIME,
    "SIGNED": ("datesFrom",),
    "PARTICIPATES_IN": ("datesFrom",),
    "RATES": ("datesFrom",),
}
"""Properties that the readers of tables make, by label or relationship type."""

_OF_RELATIONS = "relations"


@cache
def vocabulary_properties(name: str) -> frozenset[str]:
    """The properties that the vocabulary has for a label or relationship type."""
    tables = [
        table
        for table in TABLES.values()
        if name in (table.label, table.relation)
        or (name in RELATIONS and table.name == _OF_RELATIONS)
    ]
    columns = (column.property for table in tables for column in table.columns)
    derived = _DERIVED.get(name, ())
    return frozenset({*filter(None, columns), *_OF_EVERY_ROW, *derived, *KEPT_BY_STORES})


def own_columns(dataset: Dataset) -> tuple[str, ...]:
    """What a data set states beside the vocabulary's properties: `Label.property: type`, sorted."""
    found: dict[str, set[str]] = {name: set() for name in (*LABELS, *RELATIONS)}
    for node in dataset.nodes:
        found[node.label].update(node.properties)
    for fact in dataset.facts:
        found[fact.relation].update(fact.properties)
    own = {name: stated - vocabulary_properties(name) for name, stated in found.items()}
    values: dict[tuple[str, str], list[Value]] = {
        (name, each): [] for name, names in own.items() for each in names
    }
    if values:
        stated = [
            *((node.label, node.properties) for node in dataset.nodes),
            *((fact.relation, fact.properties) for fact in dataset.facts),
        ]
        for name, properties in stated:
            for each in own[name] & properties.keys():
                values[name, each].append(properties[each])
    return tuple(
        str(OwnColumn(name, each, type_of(held))) for (name, each), held in sorted(values.items())
    )


class StatedProperties:
    """The properties that belong to data sets, from the own columns of each by its name."""

    def __init__(self, columns: Mapping[str, Iterable[str]]) -> None:
        self._own: dict[tuple[str, str], set[str]] = {}
        for dataset, listed in columns.items():
            for column in map(OwnColumn.parse, listed):
                self._own.setdefault((dataset, column.of), set()).add(column.name)
        self._known: dict[tuple[str, tuple[str, ...]], frozenset[str]] = {}

    def of(self, name: str, datasets: Iterable[str]) -> frozenset[str]:
        """Those of a label or relationship type that these data sets state."""
        key = name, tuple(datasets)
        if key not in self._known:
            own = (self._own.get((each, name), ()) for each in key[1])
            self._known[key] = vocabulary_properties(name).union(*own)
        return self._known[key]
