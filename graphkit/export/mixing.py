"""The mixing matrix as a table and as text."""

from __future__ import annotations

import math

from graphkit.export.catalogue import meanings
from graphkit.export.chance import chance_words
from graphkit.export.table import Table
from graphkit.metrics import Mixing
from graphkit.model.rounded import rounded
from graphkit.model.wording import counted


def mixing_table(found: Mixing, *, short: bool = False) -> Table:
    """One row for each two categories: their ties, and what degrees alone would give.

    `short` has one row for each category and one column for each.
    """
    if short:
        return mixing_matrix(found)
    rows = (
        (
            name,
            other,
            found.ties[row][column],
            found.expected[row][column],
            _over(found.ties[row][column], found.expected[row][column]),
        )
        for row, name in enumerate(found.names)
        for column, other in enumerate(found.names)
        if row <= column
    )
    return Table.of(
        ("category", "with", "ties", "expected", "ratio"),
        rows,
        title="mixing",
        beside=meanings(["assortativity"]),
        types={"ties": int, "expected": float, "ratio": float},
    )


def mixing_matrix(found: Mixing) -> Table:
    """The matrix for reading: ties, and in brackets what degrees alone would give."""
    return Table.of(
        (found.by, "with ties", *found.names),
        (
            (
                name,
                found.organisations[row],
                *(
                    f"{ties} ({rounded(expected)})"
                    for ties, expected in zip(found.ties[row], found.expected[row], strict=True)
                ),
            )
            for row, name in enumerate(found.names)
        ),
    )


def mixing_remark(found: Mixing) -> str:
    """The assortativity coefficient against chance, and what was left out."""
    told, (value,) = found.assortativity, found.assortativity.values
    if math.isnan(value):
        text = "assortativity has no value: no ties, or all in one category"
    else:
        text = f"assortativity {rounded(value)}"
    if by_chance := chance_words(told, 0):
        text += (
            f"; {by_chance} ({found.draws} shuffles of the categories among the organisations "
            f"with ties, seed {found.seed})"
        )
    text += "; in brackets the ties that degrees alone would give"
    if found.apart:
        ties = counted(found.apart, "tie")
        text += f"; {ties} to an unknown {found.by} left out"
    return text


def _over(ties: int, expected: float) -> float:
    return ties / expected if expected else float("nan")
