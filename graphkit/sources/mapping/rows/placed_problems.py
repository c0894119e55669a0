"""Say where problems of mapped files stand: in which file and row, or node or edge of a graph."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graphkit.model import Problem
from graphkit.sources.mapping.rows.drafts import Drafts, Mapped
from graphkit.sources.mapping.rows.fact_rows import FIRST_ROW


def located(problems: Iterable[Problem], drafts: Drafts, sheets: Sequence[Mapped]) -> list[Problem]:
    """Problems of our own tables as problems of the files.

    Parameters
    ----------
    problems : iterable of Problem
        What the checks of our tables found.
    drafts : Drafts
        What the rows state.
    sheets : sequence of Mapped
        The sheets.

    Returns
    -------
    list of Problem
        The problems, each once, with its file, row and column.
    """
    placed = (placed_in_file(problem, drafts, sheets) for problem in problems)
    return list(dict.fromkeys(placed))


def placed_in_file(problem: Problem, drafts: Drafts, sheets: Sequence[Mapped]) -> Problem:
    """A problem of our own tables as one of the file."""
    at = (problem.row or 0) - FIRST_ROW
    if not 0 <= at < len(drafts.origins):
        return replace(problem, row=problem.row or None)
    number, row = drafts.origins[at]
    names = drafts.columns[number]
    column = problem.column or ""
    known = next((names[key] for key in _keys(column) if key in names), problem.column)
    return Problem(sheets[number].place, row, known, problem.what, problem.cure)


def _keys(column: str) -> Iterable[tuple[str, str]]:
    yield "fact", column
    yield "entity", {"title": "name", "signed": "start"}.get(column, column)
    if column in ("founded", "dissolved"):
        yield "entity", {"founded": "start", "dissolved": "end"}[column]
    if column in ("member", "group", "a", "b", "organisation", "declaration", "collaboration"):
        yield "entity", "name"


def rows_of(problems: Sequence[Problem], sheets: Sequence[Mapped]) -> set[tuple[int, int]]:
    """The rows in which problems stand: the number of the sheet, and that of the row."""
    places = {sheet.place: number for number, sheet in enumerate(sheets)}
    return {
        (places[problem.file], problem.row)
        for problem in problems
        if problem.row is not None and problem.file in places
    }


def as_in_graphs(problems: Sequence[Problem], sheets: Sequence[Mapped]) -> list[Problem]:
    """The problems, those of a graph with the number of the node or edge and not of a row."""
    graphs = {sheet.place: sheet for sheet in sheets if sheet.locator != "row"}
    return [
        replace(
            problem, file=graphs[problem.file].mapping.file or "", of=graphs[problem.file].locator
        )
        if problem.file in graphs
        else problem
        for problem in problems
    ]
