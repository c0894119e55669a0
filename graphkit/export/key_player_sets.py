"""Key-player sets as a table and as a remark."""

from __future__ import annotations

from graphkit.export.catalogue import meanings
from graphkit.export.own_cells import NO_OWN, OwnCells
from graphkit.export.ranking import FACTS
from graphkit.export.table import Table
from graphkit.metrics import KeyPlayers
from graphkit.model import Node
from graphkit.model.rounded import rounded
from graphkit.model.wording import counted


def key_players_table(found: KeyPlayers, *, short: bool = False) -> Table:
    """One row per organisation of the set, in order of what it adds; `short` has fewer columns."""
    own = NO_OWN if short else OwnCells.of(each.properties for each in found.organisations)
    rows = (
        (
            *((node.name,) if short else (node.id, node.name, node.kind_shown, _sector(node))),
            *own(node.properties),
            found.added[place],
            found.alone[place],
            *(() if short else (found.value, found.before)),
            found.facts[place],
            found.inferred[place],
            found.undated[place],
        )
        for place, node in enumerate(found.organisations)
    )
    who = ("name",) if short else ("id", "name", "kind", "sector", *own.names)
    whole = () if short else ("set", "before")
    columns = (*who, "added", "alone", *whole, *FACTS)
    types = dict.fromkeys(("added", "alone", *whole), float) | dict.fromkeys(FACTS, int) | own.types
    beside = meanings([f"key-players-{found.aim}"])
    return Table.of(columns, rows, dates=own.dates, beside=beside, types=types)


def key_players_text(found: KeyPlayers) -> str:
    """One sentence on what the set does as a whole and how it was found."""
    k = len(found.organisations)
    if found.aim == "fragment":
        what = "distance-weighted fragmentation" if found.by_distance else "fragmentation"
        now, after = rounded(found.before), rounded(found.value)
        said = f"without these {k} the others have {what} {after}, now {now}"
    elif found.by_distance:
        said = f"these {k} have distance-weighted reach {rounded(found.value)}"
    else:
        far = counted(found.steps, "step")
        said = f"{found.value:.1%} of all organisations are within {far} of these {k}"
    if found.equals is None:
        among = f" among {found.tried} organisations" if found.tried else ""
        return f"{said}; the best set found{among}, without trying every set"
    if found.equals == 1:
        return f"{said}; all sets were tried, and this one is the best"
    equal = f"{found.equals} are equally good, and this is the first by id"
    return f"{said}; all sets were tried, {equal}"


def _sector(node: Node) -> object:
    return node.properties.get("sector")
