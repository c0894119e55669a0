"""The properties of facts that rows state; rows that state the same share one mapping."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import repeat
from typing import Any

from graphkit.model.shared_properties import LOCATORS, SharedProperties
from graphkit.sources.checking import Checked
from graphkit.sources.fact_metadata import STATED, Properties
from graphkit.sources.make_nodes import property_columns

MOST_KEPT = 2**12
"""How many mappings are remembered: where each row states a sum of its own, none is shared."""


def row_properties(
    checked: Checked,
    dates: Sequence[Properties],
    completed: Callable[[Properties], str],
) -> Iterator[tuple[SharedProperties | Properties, str]]:
    """The properties of each row of a table of facts.

    Parameters
    ----------
    checked : Checked
        The table, whose sources are let go of as they are read.
    dates : sequence of dict
        The date properties of its rows.
    completed : callable
        Takes the properties that the columns of a row state, completes them, and gives the text
        that tells facts between the same ends apart.

    Yields
    ------
    (mapping, str)
        The properties, and that text.
    """
    columns = property_columns(checked)
    held = [_hashable(values) for _, values, _ in columns]
    cells: Iterator[tuple[Any, ...]] = zip(*held, strict=True)
    if not columns:
        cells = repeat((), len(checked))
    claims = any(column.name == "status" for column in checked.table.columns)
    made: dict[tuple[object, ...], tuple[Properties, str]] = {}
    rows = zip(cells, checked.values("status"), checked.cited(last=True), dates, strict=True)
    for values, status, cited, dated in rows:
        sources = cited or ()
        ids = tuple([source for source, _ in sources])
        key = (values, tuple(map(type, values)), status, ids, id(dated))
        if (found := made.get(key)) is None:
            own: Properties = {}
            for (name, _, column), value in zip(columns, values, strict=True):
                if value is not None:
                    value = value[1] if column.refers else value
                    own[name] = list(value) if isinstance(value, tuple) else value
            said = completed(own)
            if claims:
                own["status"] = status or STATED
                if ids:
                    own["sourceIds"] = list(ids)
                    own[LOCATORS] = []
            own.update(dated)
            if len(made) >= MOST_KEPT:
                made.clear()
            found = made[key] = own, said
        shared, said = found
        if claims and ids:
            yield SharedProperties(shared, tuple([locator for _, locator in sources])), said
        else:
            yield shared, said


def _hashable(values: list[Any]) -> list[Any]:
    """The values of a column, with tuples for the lists that a column of one's own may hold."""
    if not any(isinstance(value, list) for value in values):
        return values
    return [tuple(value) if isinstance(value, list) else value for value in values]
