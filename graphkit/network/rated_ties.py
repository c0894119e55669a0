"""The ties that answers of a survey make, where a selection asks for the layer rating.

The answers of two organisations about each other become one number: with `mutual` any the higher,
with both the lower, which needs both, with mean the mean of those given. A pair is tied if that
number is above 0 and meets every condition. It is a group of two, as a direct tie is, whose
strength is the number of the first condition.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from graphkit.model import Fact, Node, UsageError
from graphkit.model.fact_columns import FactColumns
from graphkit.model.wording import meant
from graphkit.network.rating_conditions import RatingCondition
from graphkit.network.selection import Selection
from graphkit.network.tying_facts import FactTable

if TYPE_CHECKING:
    from graphkit.network.selectable import Selectable

Pair = tuple[int, int]

_RATES = "RATES"


def rated_ties(whole: Selectable, selection: Selection) -> FactTable:
    """The ratings that tie pairs, one row per rating; every row of a pair is of the same group.

    UsageError for a question that the network does not have, or where none of several is named.
    """
    conditions = _conditions(whole, selection)
    table = selected_ratings(whole, selection)
    answers = _answers(table)
    strengths: dict[Pair, float] = {}
    for pair, of_questions in answers.items():
        found = [_mutual(of_questions.get(each.question, {}), selection) for each in conditions]
        if all(
            number is not None and number > 0 and condition.met(number)
            for number, condition in zip(found, conditions, strict=True)
        ):
            strengths[pair] = found[0] or 0.0
    asked = {each.question for each in conditions}
    kept = [
        pair in strengths and stated["questionId"] in asked
        for pair, stated in zip(_pairs(table), table.stated, strict=True)
    ]
    tying = table.take(np.array(kept, dtype=bool))
    pairs = _pairs(tying)
    first: dict[Pair, str] = {}
    for pair, key in zip(pairs, tying.id, strict=True):
        first[pair] = min(key, first.get(pair, key))
    grouped = replace(
        tying,
        group=tuple(first[pair] for pair in pairs),
        weight=np.array([strengths[pair] for pair in pairs], dtype=np.float64),
    )
    return grouped.in_order()


def questions(nodes: Mapping[tuple[str, str], Node]) -> list[Node]:
    """The questions among nodes, in order of their ids."""
    return [node for (label, _), node in sorted(nodes.items()) if label == "Question"]


def _conditions(whole: Selectable, selection: Selection) -> Sequence[RatingCondition]:
    known = [node.id for node in questions(whole.nodes)]
    conditions = [RatingCondition.parse(text) for text in selection.rating]
    if not known:
        raise UsageError("`layer` rating: the network has no answers of a survey; leave it out")
    if not conditions:
        if len(known) > 1:
            raise UsageError(
                f"`layer` rating: name a question with `rating`, such as {known[0]}>=2; "
                f"there are {', '.join(known)}"
            )
        return (RatingCondition.parse(known[0]),)
    for each in conditions:
        if each.question not in known:
            raise UsageError(
                f"`rating` {each}: the network has no question {each.question}; "
                f"{meant(each.question, known)}"
            )
    return conditions


def selected_ratings(whole: Selectable, selection: Selection) -> FactTable:
    """The ratings of a selected data set and status that are in force at the date."""
    facts = ratings(whole.context)
    table = FactTable.of([FactColumns.of(_RATES, facts)], whole.index, whole.lifetimes)
    return table.take(table.selected(selection))


def ratings(context: Iterable[Fact]) -> list[Fact]:
    """The ratings among facts."""
    return [fact for fact in context if fact.relation == _RATES]


def _pairs(table: FactTable) -> list[Pair]:
    ends = np.sort(np.stack([table.organisation, table.other]), axis=0)
    return [(int(one), int(other)) for one, other in ends.T.tolist()]


def _answers(table: FactTable) -> Mapping[Pair, Mapping[str, Mapping[int, float]]]:
    """By pair and question the answer of each end; of several answers of one end the mean."""
    found: dict[Pair, dict[str, dict[int, list[float]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    rows = zip(_pairs(table), table.organisation.tolist(), table.stated, strict=True)
    for pair, who, stated in rows:
        value = stated.get("value")
        if isinstance(value, int | float):
            found[pair][str(stated["questionId"])][who].append(float(value))
    return {
        pair: {
            question: {who: sum(given) / len(given) for who, given in of_ends.items()}
            for question, of_ends in of_questions.items()
        }
        for pair, of_questions in found.items()
    }


def _mutual(answers: Mapping[int, float], selection: Selection) -> float | None:
    """The number that the answers of both ends make; None without one."""
    given = list(answers.values())
    if not given or (selection.mutual == "both" and len(given) < 2):
        return None
    if selection.mutual == "mean":
        return sum(given) / len(given)
    return max(given) if selection.mutual == "any" else min(given)
