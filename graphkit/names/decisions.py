"""Decisions: what people say about two ids, that they mean one organisation, or two.

A decision is about a pair, in whatever order; a later one about the same pair takes its place.
Decisions must not contradict each other: if a and b are the same, and b and c, then a and c are.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from graphkit.model import Cell, Column, InvalidData, Problem, Table
from graphkit.model.visible_text import visible

VERDICTS = ("same", "different", "unsure")
"""What a decision can say. One that is unsure changes nothing, and nobody has to look again."""

DECISIONS = Table(
    "decisions",
    "What people decided about two ids of organisations, one pair a row.",
    (
        Column("left", Cell.REFERENCE, "the id that the organisation keeps", "left", True),
        Column("right", Cell.REFERENCE, "the other id", "right", True),
        Column(
            "verdict",
            Cell.CHOICE,
            "same, different or unsure",
            "verdict",
            True,
            choices="verdicts",
        ),
        Column("who", Cell.TEXT, "who decided it", "who"),
        Column("when", Cell.DATE, "on which day", "when"),
        Column("why", Cell.TEXT, "for what reason", "why"),
        Column("left_name", Cell.TEXT, "the name of the left one as it was seen", "leftName"),
        Column("right_name", Cell.TEXT, "the name of the right one as it was seen", "rightName"),
    ),
)
"""The table in which people write decisions, and in which those of a store are listed."""

BESIDE_PAIRS = (
    *("score", "places", "moved", "left_kind", "right_kind", "left_rank", "right_rank"),
    *("reasons", "against"),
)
"""The columns of a list of likely pairs that a table of decisions does not have."""


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """What somebody decided about two ids of organisations.

    Attributes
    ----------
    left, right : str
        The two ids. If they are the same organisation, it keeps the left one.
    verdict : {"same", "different", "unsure"}
        What was decided.
    who, when, why : str
        Who decided it, on which day, and for what reason; "" where that is not known.
    left_name, right_name : str
        The names that the two had when it was decided.

    Examples
    --------
    >>> Decision("pb", "pb2", "same", why="a letter without its stroke").pair
    ('pb', 'pb2')
    """

    left: str
    right: str
    verdict: str
    who: str = ""
    when: str = ""
    why: str = ""
    left_name: str = ""
    right_name: str = ""

    @property
    def pair(self) -> tuple[str, str]:
        """The two ids in order, whichever is on the left."""
        return (self.left, self.right) if self.left < self.right else (self.right, self.left)


def revised(
    held: Iterable[Decision],
    add: Iterable[Decision] = (),
    withdraw: Iterable[tuple[str, str]] = (),
) -> tuple[Decision, ...]:
    """Add and withdraw decisions, and check that those that result do not contradict each other.

    Parameters
    ----------
    held : iterable of Decision
        Those that there are.
    add : iterable of Decision
        New ones. Each takes the place of what was decided about its pair before.
    withdraw : iterable of (str, str)
        Pairs about which nothing is decided any more, in whatever order.

    Returns
    -------
    tuple of Decision
        All decisions in order of their ids, one for each pair.

    Raises
    ------
    InvalidData
        If decisions contradict each other, or one is about an id and itself. The message names the
        chain.

    Examples
    --------
    >>> held = [Decision("a", "b", "same"), Decision("b", "c", "same")]
    >>> [each.pair for each in revised(held, withdraw=[("c", "b")])]
    [('a', 'b')]
    >>> revised(held, [Decision("a", "c", "different")])
    Traceback (most recent call last):
        ...
    graphkit.model.errors.InvalidData: decisions: a = b, b = c, but a ≠ c; withdraw one of them
    """
    by_pair = {each.pair: each for each in held}
    for left, right in withdraw:
        by_pair.pop((min(left, right), max(left, right)), None)
    by_pair |= {each.pair: each for each in add}
    found = tuple(by_pair[pair] for pair in sorted(by_pair))
    problems = [
        Problem("decisions", None, None, f"{each.left} is compared with itself", "name two ids")
        for each in found
        if each.left == each.right
    ]
    problems += [
        Problem("decisions", None, None, str(each), "withdraw one of them")
        for each in contradictions(found)
    ]
    if problems:
        raise InvalidData(problems)
    return found


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A decision that two ids are different, and the pairs by which they are the same."""

    different: Decision
    chain: tuple[tuple[str, str], ...]

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The pairs of all decisions that it rests on, each in order, in the order of the text."""
        return (*((min(pair), max(pair)) for pair in self.chain), self.different.pair)

    def __str__(self) -> str:
        said = ", ".join(f"{visible(a)} = {visible(b)}" for a, b in self.chain)
        return f"{said}, but {self.different.left} ≠ {self.different.right}"


def contradictions(decisions: Iterable[Decision]) -> list[Contradiction]:
    """Ids that are different and, by a chain, the same."""
    decisions = list(decisions)
    same: dict[str, list[str]] = {}
    for each in decisions:
        if each.verdict == "same":
            same.setdefault(each.left, []).append(each.right)
            same.setdefault(each.right, []).append(each.left)
    found = []
    for each in decisions:
        if each.verdict == "different" and (chain := _chain(same, each.left, each.right)):
            found.append(Contradiction(each, tuple(chain)))
    return found


def _chain(same: dict[str, list[str]], first: str, last: str) -> list[tuple[str, str]]:
    """The shortest chain of pairs from one id to another; empty where there is none."""
    before = {first: first}
    ahead = deque([first])
    while ahead and last not in before:
        here = ahead.popleft()
        for each in sorted(same.get(here, ())):
            if each not in before:
                before[each] = here
                ahead.append(each)
    chain: list[tuple[str, str]] = []
    while last in before and last != first:
        chain.append((before[last], last))
        last = before[last]
    return chain[::-1]
