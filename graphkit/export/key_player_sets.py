"""Key-player sets as a table and as a remark."""

from __future__ import annotations

from graphkit.export.formats import Table
from graphkit.metrics import KeyPlayers
from graphkit.model import Node


def key_players_table(found: KeyPlayers, *, short: bool = False) -> Table:
    """A row an organisation of the set, in order of what it adds; `short` leaves out what is not
    needed to read it.
    """
    rows = (
        (
            *((node.name,) if short else (node.id, node.name, node.kind, _sector(node))),
            found.added[place],
            found.alone[place],
            *(() if short else (found.value, found.before)),
            found.facts[place],
            found.inferred[place],
            found.undated[place],
        )
        for place, node in enumerate(found.organisations)
    )
    who = ("name",) if short else ("id", "name", "kind", "sector")
    whole = () if short else ("set", "before")
    return Table.of((*who, "added", "alone", *whole, "facts", "inferred", "undated"), rows)


def key_players_text(found: KeyPlayers) -> str:
    """What the set as a whole does, and how it was found, in a sentence."""
    k = len(found.organisations)
    if found.aim == "fragment":
        what = "distance-weighted fragmentation" if found.by_distance else "fragmentation"
        said = f"without these {k} the others have {what} {found.value:.3f}, now {found.before:.3f}"
    elif found.by_distance:
        said = f"these {k} have distance-weighted reach {found.value:.3f}"
    else:
        far = "1 step" if found.steps == 1 else f"{found.steps} steps"
        said = f"{found.value:.1%} of all organisations are within {far} of these {k}"
    if found.equals is None:
        among = f" among {found.tried} organisations" if found.tried else ""
        return f"{said}; the best found{among}, not every set was tried"
    if found.equals == 1:
        return f"{said}; every set was tried, none other does as well"
    return f"{said}; every set was tried, {found.equals} do as well: this is the first by id"


def _sector(node: Node) -> object:
    return node.properties.get("sector")
