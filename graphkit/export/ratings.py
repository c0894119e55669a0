"""Answers of surveys as tables and as text."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping

from graphkit.export.catalogue import meanings
from graphkit.export.parts import RATED, with_others
from graphkit.export.phrases import written
from graphkit.export.plain_text import as_text
from graphkit.export.table import Table
from graphkit.metrics.nonresponse import RULES, RankingByAnswers
from graphkit.metrics.ratings import QuestionMeasures, Ratings
from graphkit.model.rounded import rounded
from graphkit.model.wording import counted

_FIRST = 10
"""How many organisations a text names of each question."""

_MEASURES = ("named-by", "received-score", "network-trust", "reciprocity", "agreement")


def ratings_table(found: Ratings, first: str = RATED[0]) -> Table:
    """One of the tables of the result, with the others and the meanings beside it."""
    return with_others(_TABLES, found, first, meanings(_MEASURES))


def _organisations(found: Ratings) -> Table:
    counts = ("names", "named_by", "raters")
    return Table.of(
        (
            *("question", "id", "name", "kind", "sector", "asked", "answered"),
            *counts,
            *("received", "given"),
        ),
        (
            (
                each.question,
                each.organisation.id,
                each.organisation.name,
                each.organisation.kind,
                each.organisation.properties.get("sector"),
                each.asked,
                each.answered,
                each.names,
                each.named_by,
                each.raters,
                _number(each.received),
                _number(each.given),
            )
            for each in found.received
        ),
        title="organisations",
        types=dict.fromkeys(("asked", "answered"), bool)
        | dict.fromkeys(counts, int)
        | dict.fromkeys(("received", "given"), float),
    )


def _questions(found: Ratings) -> Table:
    counts = ("asked", "answered", "answers", "named", "pairs")
    values = (
        *("response_rate", "mean", "of_most", "reciprocity"),
        *("expected", "chance_5", "chance_95", "alike", "agreement"),
    )
    return Table.of(
        (
            *("question", "text", "asks", "asked", "answered", "response_rate", "answers", "named"),
            *("mean", "of_most", "reciprocity", "expected", "chance_5", "chance_95", "finding"),
            *("pairs", "alike", "agreement"),
        ),
        (
            (
                each.question.id,
                each.question.name,
                each.question.properties.get("kind"),
                each.asked,
                each.answered,
                _number(each.response_rate),
                each.answers,
                each.named,
                _number(each.mean),
                _number(each.of_most),
                _number(each.reciprocity),
                *_by_chance(each),
                each.pairs,
                _number(each.alike),
                _number(each.agreement),
            )
            for each in found.questions
        ),
        title="questions",
        types=dict.fromkeys(counts, int) | dict.fromkeys(values, float),
    )


def _by_chance(each: QuestionMeasures) -> tuple[float | None, float | None, float | None, str]:
    if each.chance is None or not each.chance.varies(0):
        return None, None, None, ""
    found = each.chance
    return found.expected[0], found.low[0], found.high[0], found.finding(0)


def _silent(found: Ratings) -> Table:
    return Table.of(
        ("question", "id", "name", "named_by"),
        ((question, node.id, node.name, number) for question, node, number in found.silent),
        title="non-response",
        types={"named_by": int},
    )


_TABLES: Mapping[str, Callable[[Ratings], Table]] = dict(
    zip(RATED, (_organisations, _questions, _silent), strict=True)
)


def ratings_text(found: Ratings) -> str:
    """The answers to each question in a few lines, and who is named most, for reading."""
    return "\n".join(_sections(found))


def _sections(found: Ratings) -> Iterator[str]:
    for each in found.questions:
        lines = [f"{each.question.id}: {each.question.name}"]
        rate = "" if math.isnan(each.response_rate) else f" ({each.response_rate:.0%})"
        lines.append(
            f"   {each.answered} of {counted(each.asked, 'organisation')} answered{rate}, with "
            f"{counted(each.answers, 'answer')}, {each.named} above 0"
        )
        if not math.isnan(each.mean):
            most = "" if math.isnan(each.of_most) else f", {each.of_most:.0%} of the highest"
            lines.append(f"   mean answer {rounded(each.mean)}{most}")
        if not math.isnan(each.reciprocity):
            lines.append(f"   {each.reciprocity:.0%} of namings are returned{_compared(each)}")
        if each.pairs:
            agreed = "" if math.isnan(each.agreement) else f", agreement {rounded(each.agreement)}"
            lines.append(
                f"   of {counted(each.pairs, 'pair')} with two answers {each.alike:.0%} gave the "
                f"same{agreed}"
            )
        silent = [node for question, node, number in found.silent if question == each.question.id]
        named = sum(
            number > 0 for question, _, number in found.silent if question == each.question.id
        )
        if silent:
            lines.append(f"   {len(silent)} did not answer; others name {named} of them")
        yield written(lines) + as_text(_most_named(found, each.question.id))
    if found.withheld:
        yield (
            f"{counted(found.withheld, 'mean')} withheld: fewer than {found.min_raters} answered "
            "about the organisation\n"
        )


def _compared(each: QuestionMeasures) -> str:
    expected, low, high, finding = _by_chance(each)
    if expected is None or low is None or high is None:
        return ""
    return (
        f"; by chance {expected:.0%} ({low:.0%} to {high:.0%}){f', {finding}' if finding else ''}"
    )


def _most_named(found: Ratings, question: str) -> Table:
    rows = [each for each in found.received if each.question == question][:_FIRST]
    return Table.of(
        ("id", "name", "answered", "names", "named by", "raters", "received"),
        (
            (
                each.organisation.id,
                each.organisation.name,
                "yes" if each.answered else "no",
                each.names,
                each.named_by,
                each.raters,
                each.received,
            )
            for each in rows
        ),
    )


def ranks_table(found: RankingByAnswers) -> Table:
    """One row per organisation: its rank under each rule, and the best and the worst of them."""
    names = [f"rank_{rule.replace('-', '_')}" for rule in RULES]
    return Table.of(
        ("id", "name", "answered", *names, "best", "worst"),
        (
            (
                node.id,
                node.name,
                found.responded[place],
                *(found.ranks[rule][place] for rule in RULES),
                *found.band(place),
            )
            for place, node in enumerate(found.organisations)
        ),
        title="ranks",
        types={"answered": bool} | dict.fromkeys((*names, "best", "worst"), int),
    )


def ranks_remarks(found: RankingByAnswers) -> list[str]:
    """What the rules assume, in lines."""
    said = [
        f"{found.by} by {found.condition}; {found.answered} of "
        f"{counted(found.asked, 'organisation')} answered"
    ]
    return said + [f"{rule}: {assumed}" for rule, assumed in RULES.items()]


def _number(value: float) -> float | None:
    return None if math.isnan(value) else value
