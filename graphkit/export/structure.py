"""Brokers, cohesion, key players and the metric catalogue as tables and as text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping

from graphkit.export.formats import Table
from graphkit.metrics import ROLES, Brokers, Cohesion, Entry, KeyPlayers, Measure, in_catalogue
from graphkit.model import Node

_NAMED = 3
"""How many organisations behind a number are named for reading; other formats name all."""

_WIDTH = 96


def brokers_table(found: Brokers, top: int | None = None, *, short: bool = False) -> Table:
    """A row an organisation, in order of rank, cut after the first `top`.

    `short` has the name, the pairs brokered, and the roles or else the column that orders.
    """
    shown = tuple(found.columns)
    if short:
        by_role = found.sort in ("brokered", *ROLES)
        shown = ("brokered", *(ROLES if by_role else (found.sort,)))
        return Table.of(
            ("name", *shown),
            (
                (node.name, *(found.columns[name][place] for name in shown))
                for place, node in enumerate(found.organisations[:top])
            ),
        )
    columns = ("rank", "id", "name", "kind", "category", *shown, "spans")
    rows = (
        (
            found.ranks[place],
            node.id,
            node.name,
            node.kind,
            found.categories[place],
            *(found.columns[name][place] for name in shown),
            found.spans[place],
            found.facts[place],
            found.inferred[place],
            found.undated[place],
        )
        for place, node in enumerate(found.organisations[:top])
    )
    return Table.of((*columns, "facts", "inferred", "undated"), rows)


def uncategorised_text(found: Brokers) -> str:
    """What becomes of the organisations without a known category, in a sentence."""
    some = found.uncategorised
    who = "1 organisation" if some == 1 else f"{some} organisations"
    return f"{who} of unknown {found.by}: pairs with {'it' if some == 1 else 'them'} have no role"


def cohesion_table(found: Cohesion, *, short: bool = False) -> Table:
    """A row a measure: its value, what it means, and the organisations behind it.

    `short` has the measure, the value, and all that there is to say of it in one text.
    """
    counts = (
        ("organisations", found.organisations, "how many organisations stand in the network"),
        ("ties", found.ties, "how many pairs of organisations share a group"),
        ("groups", found.groups, "clusters, declarations, collaborations and direct ties"),
    )
    if short:
        return Table.of(
            ("measure", "value", "meaning"),
            (
                *counts,
                *(
                    (
                        f"{each.name}, {each.of}" if each.of else each.name,
                        each.value,
                        _reading(each),
                    )
                    for each in found.measures
                ),
            ),
        )
    return Table.of(
        ("measure", "of", "value", "meaning", "note", "organisations"),
        (
            *((name, "", value, meaning, "", []) for name, value, meaning in counts),
            *(
                (
                    each.name,
                    each.of,
                    each.value,
                    in_catalogue(each.name).meaning,
                    each.note,
                    [node.name for node in each.organisations],
                )
                for each in found.measures
            ),
        ),
    )


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


def catalogue_table(entries: Mapping[str, Entry], *, short: bool = False) -> Table:
    """A row a metric; `short` has its name, what it is measured on and its meaning."""
    fields = ("name", "on", "meaning") if short else _FIELDS
    return Table.of(
        fields, (tuple(getattr(entry, field) for field in fields) for entry in entries.values())
    )


def entry_text(entry: Entry) -> str:
    """All that the catalogue says of one metric, for reading."""
    lines = []
    for field, text in said_of(entry):
        head = f"{WORDS[field]:<{_HEAD}}"
        lines += textwrap.wrap(text, _WIDTH, initial_indent=head, subsequent_indent=" " * _HEAD)
    return "".join(f"{line}\n" for line in lines)


def said_of(entry: Entry) -> Iterator[tuple[str, str]]:
    """The fields of an entry that say something, with what they say."""
    for field in WORDS:
        value = getattr(entry, field)
        text = ", ".join(value) if isinstance(value, tuple) else str(value)
        if text and (field != "best" or "organisation" in entry.on):
            yield field, text


WORDS = {
    "name": "name",
    "on": "measured on",
    "meaning": "meaning",
    "formula": "formula",
    "normalisation": "normalisation",
    "weights": "weights",
    "apart": "isolates, pieces",
    "best": "first rank",
    "reference": "reference",
    "function": "in Python",
    "command": "command",
}
"""The fields of an entry, and what they are called."""

_FIELDS = tuple(WORDS)
_HEAD = max(map(len, WORDS.values())) + 2


def _reading(measure: Measure) -> str:
    parts = [in_catalogue(measure.name).meaning] if not measure.of else []
    parts += [measure.note] if measure.note else []
    named = [node.name for node in measure.organisations[:_NAMED]]
    if named:
        more = len(measure.organisations) - len(named)
        parts.append(", ".join(named) + (f" and {more} more" if more else ""))
    return "; ".join(parts)


def _sector(node: Node) -> object:
    return node.properties.get("sector")
