"""What organisations answered about each other in a survey, also where the answer ties nobody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphkit.network.answers import answers_of
from graphkit.network.rating_conditions import RatingCondition

if TYPE_CHECKING:
    from graphkit.network import Network


@dataclass(frozen=True, slots=True)
class Answered:
    """What was answered to the questions by which a selection ties.

    Attributes
    ----------
    said : tuple of (str, str, str)
        The ids of who answered and of the other organisation, and the answers in words.
    silent : frozenset of str
        The ids of the organisations that answered nothing.
    """

    said: tuple[tuple[str, str, str], ...]
    silent: frozenset[str]


def answered(network: Network) -> Answered | None:
    """What was answered; None where answers tie nobody because the selection does not ask for them.

    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> answered(Network.of(read_sample())) is None
    True
    """
    selection = network.selection
    if "rating" not in selection.layer:
        return None
    asked = dict.fromkeys(RatingCondition.parse(text).question for text in selection.rating)
    every = [each for each in answers_of(network) if not asked or each.question.id in asked]
    nodes = network.organisations
    said: dict[tuple[int, int], list[str]] = {}
    for answers in every:
        for pair, value in answers.values.items():
            text = f"{answers.question.id}: {answers.scale.said(value)}"
            said.setdefault(pair, []).append(text)
    heard = {at for answers in every for at in answers.answered}
    return Answered(
        tuple((nodes[a].id, nodes[b].id, "; ".join(text)) for (a, b), text in sorted(said.items())),
        frozenset(each.id for at, each in enumerate(nodes) if at not in heard),
    )
