"""Brokers as a table."""

from __future__ import annotations

from graphkit.export.catalogue import meanings
from graphkit.export.chance import CHANCE, CHANCE_TYPES, about_draws, chance_cells, chance_words
from graphkit.export.own_cells import OwnCells
from graphkit.export.ranking import FACTS
from graphkit.export.table import Table
from graphkit.metrics import ROLES, Brokers, BrokersChance
from graphkit.metrics.chance_of_brokerage import COUNTS
from graphkit.model.wording import counted


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
    who = counted(some, "organisation")
    return f"{who} of unknown {found.by}: pairs with {'it' if some == 1 else 'them'} have no role"


def brokers_chance_table(found: BrokersChance, *, short: bool = False) -> Table:
    """One row per count: those of the whole network, then those of each organisation.

    Each is compared with chance twice: with memberships shuffled, and with categories
    shuffled, in the columns that begin with `shuffled_`. `short` has one text for each comparison.
    """
    nodes = (None, *found.compared)
    places = [(row, node, name) for row, node in enumerate(nodes) for name in COUNTS]
    by = found.brokers.by
    if short:
        return Table.of(
            ("name", "role", "pairs", "memberships shuffled", f"{by} shuffled"),
            (
                (
                    "whole network" if node is None else node.name,
                    name,
                    int(found.memberships[name].values[row]),
                    chance_words(found.memberships[name], row),
                    "" if name == "brokered" else chance_words(found.categories[name], row),
                )
                for row, node, name in places
            ),
        )
    shuffled = tuple(f"shuffled_{name}" for name in CHANCE)
    return Table.of(
        ("id", "name", "role", "pairs", *CHANCE, *shuffled),
        (
            (
                None if node is None else node.id,
                None if node is None else node.name,
                name,
                int(found.memberships[name].values[row]),
                *chance_cells(found.memberships[name], row),
                *chance_cells(None if name == "brokered" else found.categories[name], row),
            )
            for row, node, name in places
        ),
        beside=meanings(("brokerage-roles",)),
        types=CHANCE_TYPES | {f"shuffled_{name}": each for name, each in CHANCE_TYPES.items()},
    )


def brokers_chance_remark(found: BrokersChance) -> str:
    """What was drawn, and what the two comparisons say of the first organisation."""
    by = found.brokers.by
    said = [
        about_draws(found.draws, found.seed),
        f"{by} shuffled: the ties stay, and the {found.dealt} organisations with ties swap their "
        f"{by} at random, {found.draws} times (seed {found.seed}); only this shows whether an "
        "organisation has more pairs in a role than the number of its pairs explains",
    ]
    if found.compared:
        name = found.compared[0].name
        brokered = found.memberships["brokered"]
        if by_chance := chance_words(brokered, 1):
            said.append(f"{name}: {_pairs(brokered.values[1])}, {by_chance}")
        said += [
            f"{name}: {_pairs(counts.values[1], role)}; with {by} shuffled, {by_chance}"
            for role, counts in found.categories.items()
            if role != "brokered" and counts.values[1] and (by_chance := chance_words(counts, 1))
        ]
    return "\n".join(said)


def _pairs(number: float, role: str = "untied") -> str:
    return counted(round(number), f"{role} pair")
