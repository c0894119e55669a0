"""Read a survey: each row is an organisation that answers questions about others.

Those that answer, and those that columns name, were asked. An answer that is not on the scale, and
a second one that differs, are problems; what an organisation says of itself is dropped and counted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphkit.model import Problem
from graphkit.model.scales import Number
from graphkit.sources.mapping.cells.tally import Tally
from graphkit.sources.mapping.form.mapped_questions import answer_in, asked_in, is_no_answer
from graphkit.sources.mapping.rows.drafts import Asked, Drafts, Mapped
from graphkit.sources.mapping.rows.entities import Entity
from graphkit.sources.mapping.rows.said_of_rows import (
    ANSWERED_NOTHING,
    NO_ANSWER,
    REPEATED,
    TO_ITSELF,
)
from graphkit.sources.mapping.rows.stated_facts import Once
from graphkit.sources.mapping.rows.subjects import Subject
from graphkit.sources.problem_texts import bare, shown


class SurveyRows:
    """Takes the rows of one survey.

    about: who a row is about, where a column names it. survey: the survey as a collaboration.
    """

    def __init__(
        self,
        sheet: Mapped,
        drafts: Drafts,
        once: Once,
        tally: Tally,
        about: Subject,
        survey: Subject,
    ) -> None:
        self._sheet = sheet
        self._drafts = drafts
        self._once = once
        self._tally = tally
        self._about = about
        self._survey = survey
        self._all = sheet.mapping.asked != "respondents"
        questions = {each.id: each for each in sheet.mapping.questions}
        self._scales = {key: each.answers for key, each in questions.items()}
        self._columns = [
            (at, *asked)
            for at, role in enumerate(sheet.mapping.roles)
            if (asked := asked_in(role))[0]
        ]
        self._questions = [questions[key] for key in dict.fromkeys(q for _, q, _ in self._columns)]
        self._said: dict[tuple[int, int, str], tuple[int, Number]] = {}

    def take(
        self, who: Entity, cells: Sequence[str], own: Mapping[str, str], at: int, row: int
    ) -> None:
        """Take what an organisation answers in a row; own: the dates and notes of its answers."""
        survey = self._survey.made(self._sheet.mapping.group, at)
        for question in self._questions:
            known = self._drafts.asked.setdefault(question.id, Asked(question, survey, self._sheet))
            if known.survey is not survey:
                what = f"{question.id} is a question of {bare(known.survey.name)} too"
                cure = "give it another id in one of the two"
                self._problem(row, None, what, cure)
                return
        self._once.add("participants", (who, survey), at, {}, {})
        partners = self._about.of(cells, at, row) if self._about.named else []
        answered = False
        for column, key, name in self._columns:
            for other in [self._about.made(name, at)] if name else partners:
                if self._all and other is not who:
                    self._once.add("participants", (other, survey), at, {}, {})
                value = self._answer(cells[column].strip(), key, row, column)
                if value is not None:
                    answered = True
                    self._add(who, other, key, value, own, at, row, column)
        if not answered:
            self._tally.remark(self._sheet.place, row, who.name, ANSWERED_NOTHING)

    def _answer(self, text: str, question: str, row: int, column: int) -> Number | None:
        if is_no_answer(text):
            if text:
                self._tally.remark(self._sheet.place, row, text, NO_ANSWER)
            return None
        try:
            return answer_in(text, self._scales[question])
        except ValueError as error:
            cure = f"correct it, or add it to the scale of the question {question}"
            self._problem(row, column, bare(str(error)), cure)
            return None

    def _add(
        self,
        who: Entity,
        other: Entity,
        question: str,
        value: Number,
        own: Mapping[str, str],
        at: int,
        row: int,
        column: int,
    ) -> None:
        place, cure = self._sheet.place, "leave it blank"
        if who is other:
            self._tally.lenient(place, row, self._sheet.header[column], who.name, TO_ITSELF, cure)
            return
        first, before = self._said.setdefault((who.number, other.number, question), (row, value))
        if before != value:
            what = (
                f"{shown(who.name)} has answered {shown(question)} about {shown(other.name)} in "
                f"row {first} already, with {before:g}"
            )
            self._problem(row, column, what, "keep one of the two answers")
            return
        cells = {"question": question, "value": f"{value:g}", **own}
        if not self._once.add("ratings", (who, other), at, cells, {}) or first != row:
            names = f"{who.name} – {other.name}"
            self._tally.lenient(place, row, None, names, REPEATED, "remove one of the two")

    def _problem(self, row: int, column: int | None, what: str, cure: str) -> None:
        name = None if column is None else self._sheet.header[column]
        self._tally.problems.append(Problem(self._sheet.place, row, name, what, cure))
