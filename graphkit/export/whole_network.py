"""The measures of the whole network as a table."""

from __future__ import annotations

from graphkit.export.catalogue import meanings
from graphkit.export.chance import (
    CHANCE,
    CHANCE_TYPES,
    about_draws,
    about_sources,
    chance_cells,
    chance_words,
    lines,
)
from graphkit.export.phrases import listed, spread
from graphkit.export.table import Table
from graphkit.metrics import Cohesion, CohesionChance, Measure, in_catalogue
from graphkit.metrics.chance import LESS, MORE, WITHIN

_NAMED = 3
"""How many organisations behind a number a text names; other formats name all."""


def cohesion_table(
    found: Cohesion, *, short: bool = False, chance: CohesionChance | None = None
) -> Table:
    """One row per measure: its value, its meaning, and the organisations behind it.

    In formats without lists one row per organisation behind a measure.

    `short` has the measure, the value, and one text with everything else. `chance` adds what
    chance gives for some of the measures.
    """
    places = {} if chance is None else {key: at for at, key in enumerate(chance.compared)}
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
                        _reading(each, _by_chance(chance, places.get((each.name, each.of)))),
                    )
                    for each in found.measures
                ),
            ),
        )
    named = dict.fromkeys(each.name for each in found.measures)
    blank = () if chance is None else chance_cells(None, 0)
    compared = CHANCE if blank else ()
    return Table.of(
        ("measure", "of", "value", *compared, "meaning", "note", "organisations"),
        (
            *((name, "", value, *blank, meaning, "", []) for name, value, meaning in counts),
            *(
                (
                    each.name,
                    each.of,
                    each.value,
                    *(
                        blank
                        if chance is None or (each.name, each.of) not in places
                        else chance_cells(chance.expectation, places[each.name, each.of])
                    ),
                    in_catalogue(each.name).meaning,
                    each.note,
                    listed(each.organisations),
                )
                for each in found.measures
            ),
        ),
        beside=meanings(named),
        spread=spread("organisations", "organisation"),
        types={"value": float, "organisations": list} | (CHANCE_TYPES if blank else {}),
    )


def cohesion_chance_table(found: CohesionChance, *, short: bool = False) -> Table:
    """The measures with what chance gives; see `cohesion_table`."""
    return cohesion_table(found.cohesion, short=short, chance=found)


def cohesion_chance_remark(found: CohesionChance) -> str:
    """What was drawn, and which measures are findings."""
    by_finding: dict[str, list[str]] = {MORE: [], LESS: [], WITHIN: [], "": []}
    for place, (name, of) in enumerate(found.compared):
        by_finding[found.expectation.finding(place)].append(f"{name} of {of}" if of else name)
    findings = [
        f"{what}: {', '.join(by_finding[what])}" for what in (MORE, LESS) if by_finding[what]
    ]
    if not findings and by_finding[WITHIN]:
        findings = ["no measure is outside the range that chance gives"]
    compared = {name for name, _ in found.compared}
    others = [each.name for each in found.cohesion.measures if each.name not in compared]
    return lines(
        about_draws(found.draws, found.seed),
        "; ".join(findings),
        f"not compared: {', '.join(dict.fromkeys(others))}" if others else "",
        about_sources(found.sources, found.cohesion.organisations),
    )


def _by_chance(chance: CohesionChance | None, place: int | None) -> str:
    return "" if chance is None or place is None else chance_words(chance.expectation, place)


def _reading(measure: Measure, by_chance: str) -> str:
    parts = [by_chance] if by_chance else []
    parts += [in_catalogue(measure.name).meaning] if not measure.of else []
    parts += [measure.note] if measure.note else []
    named = [node.name for node in measure.organisations[:_NAMED]]
    if named:
        more = len(measure.organisations) - len(named)
        parts.append(", ".join(named) + (f" and {more} more" if more else ""))
    return "; ".join(parts)
