"""How the two ends of answers compare: whether a naming is returned, and whether both say the same.

Only organisations that answered are compared, since of the others nobody knows what they would have
said.

Carstens, C., Berger, A. and Strona, G. (2016). Curveball: a new generation of sampling algorithms
for graphs with fixed degree sequence, for the draws.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from graphkit.network.answers import Answers


def namings(answers: Answers) -> dict[int, set[int]]:
    """Whom each organisation that answered names, of those that answered."""
    here = answers.answered
    found: dict[int, set[int]] = {at: set() for at in sorted(here)}
    for (who, other), value in answers.values.items():
        if value > 0 and who in here and other in here:
            found[who].add(other)
    return found


def share_returned(names: Mapping[int, set[int]]) -> float:
    """The share of namings that are returned; NaN without any."""
    total = sum(map(len, names.values()))
    returned = sum(who in names[other] for who, named in names.items() for other in named)
    return returned / total if total else math.nan


def drawn_namings(
    names: Mapping[int, set[int]], draws: int, random: np.random.Generator
) -> Iterable[dict[int, set[int]]]:
    """Networks with the same out- and in-degrees: organisations trade the ones that they name."""
    now = {who: set(named) for who, named in names.items()}
    who = [*now]
    if len(who) < 3:
        return
    for _ in range(draws):
        for one, other in _pairs(who, random):
            mine = now[one] - now[other] - {other}
            theirs = now[other] - now[one] - {one}
            if not mine or not theirs:
                continue
            pool = random.permutation(sorted(mine | theirs)).tolist()
            now[one] = (now[one] - mine) | {*pool[: len(mine)]}
            now[other] = (now[other] - theirs) | {*pool[len(mine) :]}
        yield now


def _pairs(who: list[int], random: np.random.Generator) -> Iterable[tuple[int, int]]:
    """Pairs to trade: five times as many as there are organisations."""
    size = len(who)
    first = random.integers(size, size=5 * size)
    second = (first + random.integers(1, size, size=5 * size)) % size
    return (
        (who[one], who[other]) for one, other in zip(first.tolist(), second.tolist(), strict=True)
    )


def both_answers(answers: Answers) -> list[tuple[float, float]]:
    """The two answers of each pair that answered about each other."""
    values = answers.values
    return [
        (value, values[other, who])
        for (who, other), value in values.items()
        if who < other and (other, who) in values
    ]


def agreement_of(both: Sequence[tuple[float, float]]) -> float:
    """The intraclass correlation of pairs whose order means nothing.

    >>> round(agreement_of([(1, 1), (3, 3), (1, 3)]), 3)
    0.333
    """
    if not both:
        return math.nan
    one = np.array([*both, *((other, first) for first, other in both)], dtype=float)
    off = one - one.mean()
    spread = float((off[:, 0] ** 2).sum())
    return float((off[:, 0] * off[:, 1]).sum()) / spread if spread else math.nan
