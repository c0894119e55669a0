"""Ego networks as a table and as a remark."""

from __future__ import annotations

import math

from graphkit.export.catalogue import meanings
from graphkit.export.own_cells import NO_OWN, OwnCells
from graphkit.export.phrases import group_named
from graphkit.export.table import Table, cell
from graphkit.metrics.ego import Ego
from graphkit.model import Node
from graphkit.model.rounded import rounded
from graphkit.model.wording import counted


def ego_table(ego: Ego, *, short: bool = False) -> Table:
    """One row per neighbour: the shared groups, the strength, and its ties to the other neighbours.

    `short` leaves out the id, the kind and columns of one's own.
    """
    neighbours = (each.organisation.properties for each in ego.neighbours)
    own = NO_OWN if short else OwnCells.of(neighbours)
    columns = (
        *(("name",) if short else ("id", "name", "kind")),
        "sector",
        *own.names,
        "strength",
        "groups",
        "tied_by",
        "ties_to_others",
    )
    rows = (
        (
            *_who(each.organisation, short),
            each.organisation.properties.get("sector"),
            *own(each.organisation.properties),
            each.strength,
            len(each.groups),
            [group_named(group) for group in each.groups],
            each.shared,
        )
        for each in ego.neighbours
    )
    types = {"strength": float, "groups": int, "tied_by": list, "ties_to_others": int} | own.types
    beside = meanings(["tie-weight"])
    return Table.of(columns, rows, dates=own.dates, beside=beside, types=types)


def ego_remark(ego: Ego) -> str:
    """The ego network in numbers."""
    node = ego.organisation
    tied = counted(len(ego.neighbours), "organisation")
    text = f"{node.name} ({node.id}, {node.kind_shown}): tied to {tied}"
    if not ego.neighbours:
        return cell(text)
    sectors = ", ".join(f"{count} {name or 'of no sector'}" for name, count in ego.sectors.items())
    text = f"{cell(f'{text} ({sectors})')}\n"
    if not math.isnan(ego.density):
        text += f"density among them {rounded(ego.density)} ({counted(ego.ties, 'tie')}), "
    return (
        text + f"constraint {rounded(ego.constraint)}, effective size {rounded(ego.effective_size)}"
    )


def _who(node: Node, short: bool) -> tuple[object, ...]:
    return (node.name,) if short else (node.id, node.name, node.kind_shown)
