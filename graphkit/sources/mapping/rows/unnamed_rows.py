"""Rows that name no organisation or no group: what is wrong with them, or why they are left out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from graphkit.model import Problem
from graphkit.sources.mapping.cells.header_nouns import names_people
from graphkit.sources.mapping.cells.tally import Said, Tally
from graphkit.sources.mapping.form.lenient import is_blank
from graphkit.sources.mapping.form.sheet_mapping import Shape
from graphkit.sources.mapping.rows.drafts import Mapped
from graphkit.sources.mapping.rows.subjects import Subject
from graphkit.sources.problem_texts import shown

_EMPTY = "is empty"
_BLANK = "counts as blank"
_LOOKED_AT = 3000
_FEW = 10
_NOUNS = {"a": "first organisation", "b": "second organisation"}
_SKIPPED = Said(
    "is a person, a place or the like", "are people, places or the like", "was left out"
)
_OF_NOBODY = Said(
    "is about somebody of no organisation", "are about people of no organisation", "was left out"
)
_TO_SKIPPED = Said(
    "leads to a person, a place or the like", "lead to people, places or the like", "was left out"
)


def of_nobody(
    row: int, cells: Sequence[str], subject: Subject, sheet: Mapped, tally: Tally
) -> None:
    """Report a row that names nobody, or count it where that is meant; a blank row is neither.

    Parameters
    ----------
    row : int
        Its number.
    cells : sequence of str
        Its cells.
    subject : Subject
        What should be named.
    sheet : Mapped
        The sheet.
    tally : Tally
        Takes the problem or the remark.
    """
    text = subject.text(cells)
    if subject.told:
        return
    if subject.skipped:
        said, named = (_TO_SKIPPED, "") if sheet.mapping.shape is Shape.TIES else (_SKIPPED, text)
        tally.remark(sheet.place, row, named, said)
    elif sheet.mapping.shape is Shape.MATRIX and any(map(names_people, sheet.header)):
        tally.remark(sheet.place, row, "", _OF_NOBODY)
    elif any(not is_blank(cell) for cell in cells):
        cure = f"name the {_NOUNS.get(subject.word, subject.word)} of this row"
        what = _EMPTY
        if is_blank(text) and text:
            what = f"{shown(text)} {_BLANK}"
            word = json.dumps(text, ensure_ascii=False)
            cure += f", or write names = [{word}] in the mapping"
        tally.problems.append(Problem(sheet.place, row, subject.column, what, cure))


def says_nobody(problem: Problem) -> bool:
    """Whether a problem is that a row names nobody.

    >>> says_nobody(Problem("f.csv", 2, "Partner", "is empty", "name the member of this row"))
    True
    """
    return problem.what == _EMPTY or problem.what.endswith(f" {_BLANK}")


def nobody(cells: Sequence[str], subjects: Sequence[Subject]) -> bool:
    """Whether a row says nothing of any of these subjects."""
    return not any(subject.is_there(cells) for subject in subjects)


def seldom_named(sheet: Mapped, subjects: Sequence[Subject], group: Subject) -> bool:
    """Whether rows may name a group and nobody in it, such as a project that nobody has joined.

    Few rows do, or each of them is all that is said of an agreement or a project.
    """
    if group.column is None:
        return False
    rows = [row for _, row in sheet.body[:_LOOKED_AT]]
    at = sheet.header.index(group.column)
    groups = Counter(row[at].strip() for row in rows)
    empty = [row for row in rows if nobody(row, subjects)]
    alone = all(groups[row[at].strip()] == 1 for row in empty)
    return (alone and sheet.mapping.layer != "membership") or len(empty) * _FEW <= len(rows)


def ids_left_out(sheets: Sequence[Mapped]) -> set[tuple[str, str]]:
    """The ids in sheets that are left out, where their mappings say which columns hold them.

    Such a sheet may be one of people that others refer to, or a log of changes to the organisations
    of another sheet. These stay: a sheet that names organisations with ids which stand nowhere else
    is where all of its organisations are stated.
    """
    left_out: set[str] = set()
    stated: list[set[str]] = []
    for sheet in sheets:
        at = sheet.mapping.column("member id")
        if at is None:
            continue
        ids = {row[at].strip() for _, row in sheet.body} - {""}
        if sheet.mapping.shape is Shape.SKIP:
            left_out |= ids
        elif sheet.mapping.column("member") is not None:
            stated.append(ids)
    kept: set[str] = set()
    for place, ids in enumerate(stated):
        others = set().union(*stated[:place], *stated[place + 1 :])
        if ids - left_out - others:
            kept |= ids
    return {("", each) for each in left_out - kept}
