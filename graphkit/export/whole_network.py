"""The measures of the whole network as a table."""

from __future__ import annotations

from graphkit.export.catalogue import meanings
from graphkit.export.phrases import listed, spread
from graphkit.export.table import Table
from graphkit.metrics import Cohesion, Measure, in_catalogue

_NAMED = 3
"""How many organisations behind a number a terminal names; other formats name all."""


def cohesion_table(found: Cohesion, *, short: bool = False) -> Table:
    """One row per measure: its value, its meaning, and the organisations behind it.

    In formats without lists one row per organisation behind a measure.

    `short` has the measure, the value, and one text with everything else.
    """
    counts = (
        ("organisations", found.organisations, "number of organisations in the network"),
        ("with ties", found.tied, "number of organisations that are tied to another"),
        ("ties", found.ties, "number of pairs of organisations that share a group"),
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
    named = dict.fromkeys(each.name for each in found.measures)
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
                    listed(each.organisations),
                )
                for each in found.measures
            ),
        ),
        beside=meanings(named),
        spread=spread("organisations", "organisation"),
        types={"value": float, "organisations": list},
    )


def _reading(measure: Measure) -> str:
    parts = [in_catalogue(measure.name).meaning] if not measure.of else []
    parts += [measure.note] if measure.note else []
    named = [node.name for node in measure.organisations[:_NAMED]]
    if named:
        more = len(measure.organisations) - len(named)
        parts.append(", ".join(named) + (f" and {more} more" if more else ""))
    return "; ".join(parts)
