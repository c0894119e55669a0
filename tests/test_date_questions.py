"""Was a fact in force then? The library and the query library answer each case of one table alike;
the page's script answers the same table in `dates.test.ts`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.model import parse_period
from graphkit.model.fact_columns import BOUNDS
from graphkit.network import Network, Standing
from graphkit.network.in_force import Bounds
from graphkit.store import Store, parse_parameters, stored_query
from tests.amounts import examples
from tests.date_questions import Question, questions
from tests.networks import dataset
from tests.store_places import EmbeddedPlace

QUESTIONS = questions()


def words(standing: int) -> str:
    return Standing(standing).name.lower().replace("_", " ")


def network_of(question: Question) -> Network:
    return Network.of(dataset("m g", members=[("m", "g", question.fact)], lives=question.lives))


@pytest.mark.parametrize("question", QUESTIONS, ids=str)
def test_the_library_answers(question: Question) -> None:
    network = network_of(question)
    answers = network.facts.lasting.standing(parse_period(question.period))
    assert words(int(answers[0])) == question.answer
    assert not question.cut or network.facts.lasting.texts(0) == tuple(question.cut)
    assert len(network.select(at=question.period).facts) == (question.answer != "not in force")


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with the fact of each question as a membership of a group of its own."""
    rows = [(f"m{at}", f"g{at}", each.fact) for at, each in enumerate(QUESTIONS)]
    lives = {
        f"{name}{at}": life
        for at, each in enumerate(QUESTIONS)
        for name, life in each.lives.items()
    }
    ids = " ".join(name for row in rows for name in row[:2])
    with EmbeddedPlace(tmp_path_factory.mktemp("dates") / "store").open() as store:
        store.load(dataset(ids, members=rows, lives=lives))
        yield store


def answered(store: Store, name: str, column: str, **given: object) -> list[object]:
    query = stored_query(name)
    pairs = [f"{key}={value}" for key, value in given.items()]
    found = store.query(query.text, parse_parameters(pairs, query))
    return [row[found.columns.index(column)] for row in found.rows]


@pytest.mark.parametrize("question", QUESTIONS, ids=str)
def test_the_query_library_answers(asked: Store, question: Question) -> None:
    period, group = parse_period(question.period), f"g{QUESTIONS.index(question)}"
    expected = [question.answer] * (question.answer != "not in force")
    days = {"first": period.first, "last": period.last}
    assert answered(asked, "facts-at", "standing", organisation=group, **days) == expected
    if period.first == period.last:
        day = period.first
        assert answered(asked, "members-at", "standing", cluster=group, day=day) == expected


def test_every_query_about_a_date_has_the_same_rule() -> None:
    """Cypher has no functions, so the rule is repeated, word for word."""

    def rules(names: tuple[str, ...], until: str) -> set[str]:
        texts = [stored_query(name).text for name in names]
        return {text[text.index("WITH o, r, c, firstDay") : text.index(until)] for text in texts}

    assert len(rules(("facts-at", "members-at"), "RETURN ")) == 1
    assert len(rules(("facts-at", "members-at", "members-changed"), "WHERE earliest <=")) == 1


SMALL = st.integers(0, 4)
SPAN = st.tuples(SMALL, SMALL).map(sorted)
DAY_ONE = date(2014, 1, 1)


@settings(max_examples=examples(150))
@given(*[st.none() | SPAN] * 5, SPAN)
def test_yes_and_no_hold_however_the_days_are_chosen(begun, ended, seen, born, gone, period):
    """Oracle: every choice of days within the bounds, one by one."""
    wide = range(-1, 6)  # a day that nothing is known of may lie outside

    def days(span):
        return wide if span is None else range(span[0], span[1] + 1)

    worlds = [
        (start, end)
        for start, end in product(days(begun), days(ended))
        if start <= end
        if seen is None or any(start <= day <= end for day in days(seen))
        if born is None or any(day <= start for day in days(born))
        if gone is None or any(day >= end for day in days(gone))
    ]
    then = {start <= period[1] and end >= period[0] for start, end in worlds}
    answer = answer_of({"start": begun, "end": ended, "observed": seen}, born, gone, period)
    if then == {True, False}:
        assert answer == "unknown"
    elif then:
        assert answer == ("in force" if then == {True} else "not in force")
    elif (born and period[1] < born[0]) or (gone and period[0] > gone[1]):
        # Whatever dates contradict each other, nothing is in force outside a lifetime.
        assert answer == "not in force"


def answer_of(spans, born, gone, period) -> str:
    """What the library says of a fact and an organisation with these bounds, as numbers of days."""

    def bounds(given):
        found = {
            f"{name}{side}": np.array([(DAY_ONE + timedelta(span[nth])).toordinal()], np.int32)
            for name, span in given.items()
            if span is not None
            for nth, side in enumerate(("From", "To"))
        }
        return Bounds.of({name: found.get(name, np.zeros(1, np.int32)) for name in BOUNDS})

    first, last = (DAY_ONE + timedelta(day) for day in period)
    within = bounds(spans).within(bounds({"start": born, "end": gone}))
    return words(int(within.standing(parse_period(f"{first}/{last}"))[0]))
