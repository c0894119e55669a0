"""The facts of a network as a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graphkit.export.frames import frame_of
from graphkit.export.phrases import standing_words
from graphkit.export.statement_columns import (
    STATEMENT_DATES,
    STATEMENT_TYPES,
    statement_cells,
    statement_columns,
)
from graphkit.export.table import Table
from graphkit.network import Group, Network
from graphkit.network.cited_facts import statement_of


def facts_table(network: Network) -> Table:
    """One row per selected fact that ties organisations, by layer, group and id."""
    columns = ("id", *statement_columns("standing", "represented_by", "weight"))
    types = STATEMENT_TYPES | {"weight": float}
    return Table.of(columns, _rows(network), dates=STATEMENT_DATES, types=types)


def facts_frame(network: Network, library: str) -> Any:
    """The same as a data frame of pandas or polars."""
    return frame_of(facts_table(network), library)


def _rows(network: Network) -> Iterator[tuple[Any, ...]]:
    for (layer, name), places in network.facts.groups():
        group = Group(layer, name, network.group_name(layer, name))
        for row in places:
            said = statement_of(network, row)
            more = (
                standing_words(said.standing),
                said.representative or None,
                float(network.facts.weight[row]),
            )
            yield said.id, *statement_cells(group, said, *more)
