"""The mixing matrix as tables and as text."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from functools import partial

from graphkit.export.catalogue import meanings
from graphkit.export.chance import CHANCE, CHANCE_TYPES, about_draws, chance_cells, chance_words
from graphkit.export.parts import MIXED, with_others
from graphkit.export.phrases import written
from graphkit.export.plain_text import as_text
from graphkit.export.table import Table
from graphkit.metrics import Mixing, MixingChance
from graphkit.metrics.chance import LESS, MORE
from graphkit.model.rounded import rounded
from graphkit.model.wording import counted


def mixing_table(
    found: Mixing, first: str = "ties", *, chance: MixingChance | None = None
) -> Table:
    """One of the tables of the result, with the other and the meanings beside it.

    The first has a row for each two categories: their ties, and what degrees alone would give. The
    other has the assortativity coefficient. `chance` adds what chance gives.
    """
    makers: tuple[Callable[[Mixing], Table], ...] = (
        partial(_ties, chance=chance),
        partial(_assortativity, chance=chance),
    )
    tables = dict(zip(MIXED, makers, strict=True))
    return with_others(tables, found, first, meanings(["assortativity"]))


def mixing_chance_table(found: MixingChance, first: str = "ties") -> Table:
    """The ties with what chance gives; see `mixing_table`."""
    return mixing_table(found.mixing, first, chance=found)


def _ties(found: Mixing, *, chance: MixingChance | None) -> Table:
    size = len(found.names)
    pairs = [(one, other) for one in range(size) for other in range(one, size)]
    compared = () if chance is None else CHANCE
    return Table.of(
        ("category", "with", "ties", "by_degree", "ratio", *compared),
        (
            (
                found.names[one],
                found.names[other],
                found.ties[one][other],
                found.by_degree[one][other],
                _over(found.ties[one][other], found.by_degree[one][other]),
                *(() if chance is None else chance_cells(chance.ties, at)),
            )
            for at, (one, other) in enumerate(pairs)
        ),
        title="ties",
        types={"ties": int, "by_degree": float, "ratio": float}
        | ({} if chance is None else CHANCE_TYPES),
    )


def _assortativity(found: Mixing, *, chance: MixingChance | None) -> Table:
    shuffled = tuple(f"shuffled_{name}" for name in CHANCE)
    compared = () if chance is None else CHANCE
    types = {"assortativity": float, "ties": int, "ties_to_unknown": int}
    return Table.of(
        ("by", *types, *compared, *shuffled),
        [
            (
                found.by,
                found.assortativity.values[0],
                _all_ties(found),
                found.apart,
                *(() if chance is None else chance_cells(chance.assortativity, 0)),
                *chance_cells(found.assortativity, 0),
            )
        ],
        title="assortativity",
        types=types
        | {name: float for name in compared if name in CHANCE_TYPES}
        | {f"shuffled_{name}": each for name, each in CHANCE_TYPES.items()},
    )


def mixing_text(found: Mixing, chance: MixingChance | None = None) -> str:
    """The matrix and the coefficient, for reading."""
    matrix = as_text(_matrix(found, chance)) if found.names else ""
    return matrix + written(_notes(found, chance))


def _matrix(found: Mixing, chance: MixingChance | None) -> Table:
    """The ties, and in brackets what degrees alone would give, or the range that chance gives."""
    if chance is None:
        beside = {
            (row, column): rounded(each)
            for row, cells in enumerate(found.by_degree)
            for column, each in enumerate(cells)
        }
    else:
        ranges = zip(chance.ties.low, chance.ties.high, strict=True)
        beside = {
            pair: f"{round(low)} to {round(high)}"
            for pair, (low, high) in zip(chance.pairs, ranges, strict=True)
        }
        beside |= {(other, one): text for (one, other), text in beside.items()}
    return Table.of(
        (found.by, "with ties", *found.names),
        (
            (
                name,
                found.organisations[row],
                *(f"{ties} ({beside[row, column]})" for column, ties in enumerate(found.ties[row])),
            )
            for row, name in enumerate(found.names)
        ),
    )


def _notes(found: Mixing, chance: MixingChance | None) -> Iterator[str]:
    if found.names:
        yield (
            "in brackets the ties that degrees alone would give"
            if chance is None
            else "in brackets the range of 90% of the draws"
        )
    told, (value,) = found.assortativity, found.assortativity.values
    if math.isnan(value):
        yield "assortativity has no value: no ties, or all in one category"
    else:
        yield f"assortativity {rounded(value)}"
    if by_chance := chance_words(told, 0):
        yield (
            f"   with {found.by} shuffled among the organisations with ties, {by_chance} "
            f"({found.draws} shuffles, seed {found.seed})"
        )
    if chance is None:
        return
    if by_chance := chance_words(chance.assortativity, 0):
        yield f"   with memberships shuffled, {by_chance}"
    yield about_draws(chance.draws, chance.seed)
    if findings := "; ".join(_findings(chance)):
        yield findings
        yield (
            f"of these {len(chance.pairs)} numbers of ties one in twenty would be above its range "
            "by chance alone, and one in twenty below"
        )
    elif any(map(chance.ties.finding, range(len(chance.pairs)))):
        yield "no number of ties is outside the range that chance gives"


def _findings(chance: MixingChance) -> Iterator[str]:
    names = chance.mixing.names
    for what in (MORE, LESS):
        pairs = [
            f"within {names[one]}" if one == other else f"{names[one]} with {names[other]}"
            for at, (one, other) in enumerate(chance.pairs)
            if chance.ties.finding(at) == what
        ]
        if pairs:
            yield f"{what}: {', '.join(pairs)}"


def unknown_text(found: Mixing) -> str:
    """How many ties were left out; "" where none were."""
    if not found.apart:
        return ""
    return f"{counted(found.apart, 'tie')} to an unknown {found.by} left out"


def _all_ties(found: Mixing) -> int:
    return sum(sum(row[at:]) for at, row in enumerate(found.ties))


def _over(ties: int, by_degree: float) -> float:
    return ties / by_degree if by_degree else float("nan")
