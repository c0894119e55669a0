"""Brokers as a table."""

from __future__ import annotations

from graphkit.export.catalogue import meanings
from graphkit.export.own_cells import OwnCells
from graphkit.export.ranking import FACTS
from graphkit.export.table import Table
from graphkit.metrics import ROLES, Brokers


def brokers_table(found: Brokers, top: int | None = None, *, short: bool = False) -> Table:
    """One row per organisation in rank order, limited to the first `top`.

    `short` has the name, the brokered pairs, and the roles or else the sort column.
    """
    shown = tuple(found.columns)
    shares = ("bridging", "bridging_all", "ei")
    counts = ("rank", *shown, *FACTS)
    types: dict[str, type] = {name: float if name in shares else int for name in counts}
    types["spans"] = list
    if short:
        by_role = found.sort in ("brokered", *ROLES)
        shown = ("brokered", *(ROLES if by_role else (found.sort,)))
        return Table.of(
            ("name", *shown),
            (
                (node.name, *(found.columns[name][place] for name in shown))
                for place, node in enumerate(found.organisations[:top])
            ),
            types=types,
        )
    own = OwnCells.of(each.properties for each in found.organisations)
    columns = ("rank", "id", "name", "kind", "category", *own.names, *shown, "spans")
    rows = (
        (
            found.ranks[place],
            node.id,
            node.name,
            node.kind_shown,
            found.categories[place],
            *own(node.properties),
            *(found.columns[name][place] for name in shown),
            found.spans[place],
            found.facts[place],
            found.inferred[place],
            found.undated[place],
        )
        for place, node in enumerate(found.organisations[:top])
    )
    columns = (*columns, *FACTS)
    beside = meanings(("brokerage-roles", "bridging", "ei-index"))
    return Table.of(columns, rows, dates=own.dates, beside=beside, types=types | own.types)


def uncategorised_text(found: Brokers) -> str:
    """One sentence on the organisations without a known category."""
    some = found.uncategorised
    who = "1 organisation" if some == 1 else f"{some} organisations"
    return f"{who} of unknown {found.by}: pairs with {'it' if some == 1 else 'them'} have no role"
