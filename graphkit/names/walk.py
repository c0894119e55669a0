"""A walk through pairs of organisations on which somebody decides, one after another.

What follows from the decisions made so far is not asked: if a and b are the same, and b and c, then
so are a and c; and if a and b are the same and a and c are not, neither are b and c.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

from graphkit.model import Node
from graphkit.model.naming import stated_ids
from graphkit.names.decisions import Decision, revised
from graphkit.names.identities import Classes


class PairOfNodes(Protocol):
    """Two organisations that may be one."""

    @property
    def left(self) -> Node:
        """The one that stays if they are the same."""

    @property
    def right(self) -> Node:
        """The other."""


P = TypeVar("P", bound=PairOfNodes)


class Walk(Generic[P]):
    """Pairs to decide on, in order, and the decisions so far.

    Parameters
    ----------
    pairs : iterable of pairs
        Pairs with the attributes `left` and `right`, the most important first.
    held : iterable of Decision
        What was decided before. These pairs, and those that follow from them, are not asked.
    who, when : str, default ""
        Who decides, and on which day.

    Attributes
    ----------
    decisions : tuple of Decision
        All decisions that stand, those held before included.

    Examples
    --------
    >>> from typing import NamedTuple
    >>> class Pair(NamedTuple):
    ...     left: Node
    ...     right: Node
    >>> a, b, c = (Node("Organisation", each, {"name": each.upper()}, "Company") for each in "abc")
    >>> walk = Walk([Pair(a, b), Pair(b, c), Pair(a, c)])
    >>> walk.decide("same").pair, walk.decide("different").pair
    (('a', 'b'), ('b', 'c'))
    >>> walk.current is None
    True
    """

    def __init__(
        self, pairs: Iterable[P], held: Iterable[Decision] = (), *, who: str = "", when: str = ""
    ) -> None:
        self.decisions = revised(held)
        self._pairs = tuple(pairs)
        self._who, self._when = who, when
        self._made: list[tuple[int, tuple[Decision, ...]]] = []
        self._number = 0
        self._skip()

    def __len__(self) -> int:
        return len(self._pairs)

    @property
    def current(self) -> P | None:
        """The pair to decide on; None when nothing is left."""
        return self._pairs[self._number] if self._number < len(self._pairs) else None

    @property
    def number(self) -> int:
        """The place of the current pair among all, from 1."""
        return self._number + 1

    @property
    def made(self) -> tuple[Decision, ...]:
        """The decisions that this walk has made and not taken back, in order of their ids."""
        before = {*(self._made[0][1] if self._made else self.decisions)}
        return tuple(each for each in self.decisions if each not in before)

    def decide(self, verdict: str, why: str = "", *, keep_right: bool = False) -> Decision:
        """Decide on the current pair and go to the next.

        Parameters
        ----------
        verdict : {"same", "different", "unsure"}
            The decision.
        why : str, default ""
            The reason.
        keep_right : bool, default False
            Whether the right one stays if they are the same.

        Returns
        -------
        Decision
            What was decided.

        Raises
        ------
        IndexError
            If no pair is left.
        """
        pair = self.current
        if pair is None:
            raise IndexError("no pair is left to decide on")
        left, right = (pair.right, pair.left) if keep_right else (pair.left, pair.right)
        decision = Decision(
            left=left.id,
            right=right.id,
            verdict=verdict,
            who=self._who,
            when=self._when,
            why=why,
            left_name=left.name,
            right_name=right.name,
        )
        revision = revised(self.decisions, [decision])
        self._made.append((self._number, self.decisions))
        self.decisions = revision
        self._number += 1
        self._skip()
        return decision

    def back(self) -> bool:
        """Take the last decision back and return to its pair; False if there is none."""
        if not self._made:
            return False
        self._number, self.decisions = self._made.pop()
        return True

    def _skip(self) -> None:
        """Go on to the next pair on which the decisions say nothing."""
        one, apart, unsure = self._known()
        while (pair := self.current) is not None:
            ends = frozenset((one.of(pair.left.id), one.of(pair.right.id)))
            if len(ends) == 2 and ends not in apart and ends not in unsure:
                return
            self._number += 1

    def _known(self) -> tuple[Classes, set[frozenset[str]], set[frozenset[str]]]:
        """Which ids are one, and between which of these somebody decided otherwise."""
        one = Classes()
        for pair in self._pairs:
            for node in (pair.left, pair.right):
                for each in stated_ids(node):
                    one.join(node.id, each)
        for decision in self.decisions:
            if decision.verdict == "same":
                one.join(decision.left, decision.right)
        between: dict[str, set[frozenset[str]]] = {"different": set(), "unsure": set()}
        for decision in self.decisions:
            if decision.verdict in between:
                ends = one.of(decision.left), one.of(decision.right)
                between[decision.verdict].add(frozenset(ends))
        return one, between["different"], between["unsure"]
