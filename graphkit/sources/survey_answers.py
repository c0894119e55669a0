"""Check the answers of surveys: each must be on the scale of its question, about another
organisation, and given once.

A rating that names no survey belongs to that of its question, and has its dates where it states
none itself.
"""

from __future__ import annotations

from collections.abc import Mapping

from graphkit.model.scales import Scale
from graphkit.sources.checking import Checked
from graphkit.sources.problem_texts import bare, shown

_MARKS = "=<>!|,"
"""What would make the id of a question unreadable in a condition such as contact>=2."""


def check_answers(tables: Mapping[str, Checked]) -> None:
    """Turn the answers of the table `ratings` into numbers, and report those that are wrong."""
    questions, ratings = tables.get("questions"), tables.get("ratings")
    scales = {} if questions is None else _scales(questions)
    if ratings is None:
        return
    _fill_surveys(ratings, questions)
    _fill_values(ratings, scales)
    _check_others(ratings)
    _check_once(ratings)


def _scales(questions: Checked) -> dict[str, Scale | None]:
    """The scale of each question by its id; None where it is wrong, which is reported."""
    found: dict[str, Scale | None] = {}
    rows = zip(
        questions.values("id"), questions.values("kind"), questions.values("scale"), strict=True
    )
    for index, (key, kind, parts) in enumerate(rows):
        if key is None:
            continue
        if any(mark in key for mark in _MARKS):
            what = f"{shown(key)} holds one of {' '.join(_MARKS)}"
            questions.report(index, "id", what, "write an id of letters, digits and hyphens")
        try:
            found[key] = Scale.of(parts or (), kind or "")
        except ValueError as error:
            found[key] = None
            cure = "write a range such as 0..4, or each answer with its word: 0=never|1=yearly"
            questions.report(index, "scale", str(error), cure)
    return found


def _fill_surveys(ratings: Checked, questions: Checked | None) -> None:
    """Give each rating without a survey that of its question."""
    if questions is None:
        return
    surveys = dict(zip(questions.values("id"), questions.values("survey"), strict=True))
    ratings.columns["survey"] = [
        survey or (surveys.get(question[1]) if question else None)
        for survey, question in zip(
            ratings.values("survey"), ratings.values("question"), strict=True
        )
    ]


def _fill_values(ratings: Checked, scales: Mapping[str, Scale | None]) -> None:
    numbers: list[int | float | None] = []
    rows = zip(ratings.values("question"), ratings.values("value"), strict=True)
    for index, (question, answer) in enumerate(rows):
        scale = scales.get(question[1]) if question else None
        number = None
        if scale is not None and answer is not None:
            try:
                number = scale.number(answer)
            except ValueError as error:
                cure = "correct it, or add it to the scale of the question"
                ratings.report(index, "value", f"{bare(str(error))}", cure)
        numbers.append(number)
    ratings.columns["value"] = numbers


def _check_others(ratings: Checked) -> None:
    abouts = list(ratings.values("about"))
    for index, (who, about) in enumerate(zip(ratings.values("respondent"), abouts, strict=True)):
        if who is not None and who == about:
            abouts[index] = None
            what = f"{shown(who[1])} rates itself"
            ratings.report(index, "about", what, "name another organisation, or remove the row")
    ratings.columns["about"] = abouts


def _check_once(ratings: Checked) -> None:
    first: dict[object, int] = {}
    keys = zip(
        *(ratings.values(name) for name in ("respondent", "about", "question", "survey")),
        strict=True,
    )
    for index, key in enumerate(keys):
        who, about, question, _ = key
        if who is None or about is None or question is None:
            continue
        earlier = first.setdefault(key, index)
        if earlier != index:
            what = (
                f"{shown(who[1])} has answered {shown(question[1])} about {shown(about[1])} "
                f"in row {ratings.numbers[earlier]} already"
            )
            cure = "keep one of the two answers, or name another survey"
            ratings.report(index, "question", what, cure)
