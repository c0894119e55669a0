"""Was a fact in force then? The library and the query library answer each case of one table alike;
the page's script answers the same table in `dates.test.ts`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.model import parse_period
from graphkit.model.fact_columns import BOUNDS
from graphkit.network import Network, Standing
from graphkit.network.in_force import Bounds
from graphkit.store import Store, parse_parameters, stored_query
from tests.date_questions import Question, questions
from tests.networks import dataset
from tests.store_places import EmbeddedPlace

QUESTIONS = questions()


def words(standing: int) -> str:
    return Standing(standing).name.lower().replace("_", " ")


@pytest.mark.parametrize("question", QUESTIONS, ids=str)
def test_the_library_answers(question: Question) -> None:
    network = Network.of(dataset("m g", members=[("m", "g", question.fact)]))
    answers = network.facts.bounds.standing(parse_period(question.period))
    assert words(int(answers[0])) == question.answer


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with the fact of each question as a membership of a group of its own."""
    rows = [(f"m{at}", f"g{at}", each.fact) for at, each in enumerate(QUESTIONS)]
    ids = " ".join(name for row in rows for name in row[:2])
    with EmbeddedPlace(tmp_path_factory.mktemp("dates") / "store").open() as store:
        store.load(dataset(ids, members=rows))
        yield store


@pytest.mark.parametrize("question", QUESTIONS, ids=str)
def test_members_at_answers(asked: Store, question: Question) -> None:
    period = parse_period(question.period)
    if period.first != period.last:
        pytest.skip("members-at asks about a day")
    query = stored_query("members-at")
    given = [f"cluster=g{QUESTIONS.index(question)}", f"day={period.first}"]
    rows = asked.query(query.text, parse_parameters(given, query)).rows
    assert [row[3] for row in rows] == [question.answer] * (question.answer != "not in force")


SMALL = st.integers(0, 4)
SPAN = st.tuples(SMALL, SMALL).map(sorted)
DAY_ONE = date(2014, 1, 1)


@given(st.none() | SPAN, st.none() | SPAN, st.none() | SPAN, SPAN)
def test_yes_and_no_hold_however_the_days_are_chosen(begun, ended, seen, period):
    """Oracle: every choice of days within the bounds, one by one."""
    wide = range(-1, 6)  # a day that nothing is known of may lie outside

    def days(span):
        return wide if span is None else range(span[0], span[1] + 1)

    worlds = [
        (start, end)
        for start, end in product(days(begun), days(ended))
        if start <= end
        if seen is None or any(start <= day <= end for day in days(seen))
    ]
    then = {start <= period[1] and end >= period[0] for start, end in worlds}
    if not then:
        return  # the bounds contradict each other
    expected = "unknown" if len(then) == 2 else "in force" if then == {True} else "not in force"
    spans = zip(("start", "end", "observed"), (begun, ended, seen), strict=True)
    texts = {
        f"{name}{side}": np.array([(DAY_ONE + timedelta(span[nth])).toordinal()], np.int32)
        for name, span in spans
        if span is not None
        for nth, side in enumerate(("From", "To"))
    }
    bounds = Bounds.of({name: texts.get(name, np.zeros(1, np.int32)) for name in BOUNDS})
    first, last = (DAY_ONE + timedelta(day) for day in period)
    answer = bounds.standing(parse_period(f"{first}/{last}"))
    assert words(int(answer[0])) == expected
