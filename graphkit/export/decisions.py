"""The decisions that a store keeps, as the table in which people write them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple

from graphkit.export.table import Table
from graphkit.names import Decision
from graphkit.names.decisions import DECISIONS


def decisions_table(decisions: Iterable[Decision]) -> Table:
    """One row per decision."""
    names = [column.name for column in DECISIONS.columns]
    return Table.of(names, map(astuple, decisions), title=DECISIONS.name)
