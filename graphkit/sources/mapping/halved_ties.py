"""Ties that a file states in both directions, each of which is one tie."""

from __future__ import annotations

from graphkit.sources.mapping.drafts import Stated


def halved(facts: list[Stated], before: int) -> bool:
    """Drop one of each two ties when all stand in both directions; whether they do.

    Parameters
    ----------
    facts : list of Stated
        The facts, from which ties are removed.
    before : int
        How many facts there were before those of the sheet.
    """
    made = [each for each in facts[before:] if each.table == "ties"]
    if len(made) < 2:
        return False
    held = {(id(each.first), id(each.second), *sorted(each.cells.items())): each for each in made}
    kept: list[Stated] = []
    for each in made:
        there = (id(each.second), id(each.first), *sorted(each.cells.items()))
        if there not in held:
            return False
        if held[there] not in kept[-1:] and held[there].at > each.at:
            kept.append(each)
    others = [each for each in facts[before:] if each.table != "ties"]
    facts[before:] = [*others, *kept]
    return True
