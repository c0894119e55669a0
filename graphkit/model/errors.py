"""The errors that graphkit raises on purpose, all derived from `GraphkitError`.

A message is one line that names the problem, the place and the cure; the command line prints it and
exits with the class's `exit_code`. Any other exception that escapes is a bug.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graphkit.model.visible_text import visible

_VERBS = (
    "are belongs cannot contains could declares does has holds is mixes names relates repeats would"
).split()


class GraphkitError(Exception):
    """A failure that the user can understand and fix. All errors of graphkit derive from it.

    The message names the problem, the place and the cure.

    Attributes
    ----------
    exit_code : int
        The status with which the command line exits.

    Examples
    --------
    >>> import graphkit
    >>> try:
    ...     graphkit.Selection().refined(layer="memberships")
    ... except graphkit.GraphkitError as error:
    ...     print(error)
    there is no layer memberships; did you mean membership?
    """

    exit_code = 1

    def __str__(self) -> str:
        return visible(super().__str__())


class UsageError(GraphkitError):
    """An invalid setting or argument."""

    exit_code = 2


class StoreError(GraphkitError):
    """A store refused or could not do what was asked."""


class StoreUnavailable(GraphkitError):
    """A store could not be reached or opened."""

    exit_code = 4


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem in the input: what is wrong, where, and how to fix it.

    Attributes
    ----------
    file : str
        The file and, in a workbook, the sheet.
    row : int or None
        The row as a spreadsheet counts: the header is row 1.
    column : str or None
        The name of the column.
    what : str
        What is wrong.
    cure : str
        How to fix it.
    of : str
        What `row` counts: rows, or the nodes or edges of a graph.

    Examples
    --------
    >>> print(Problem("places.csv", 3, "id", "the id is missing", "fill it in"))
    places.csv, row 3, column id: the id is missing; fill it in
    """

    file: str
    row: int | None
    column: str | None
    what: str
    cure: str
    of: str = "row"

    def __str__(self) -> str:
        where = self.file
        if self.row is not None:
            where += f", {self.of} {self.row}"
        if self.column is not None:
            where += f", column {self.column}" if self.of == "row" else f", {self.column}"
        said = said_of(where, self.what)
        return visible(f"{said}; {self.cure}" if self.cure else said)


def said_of(where: str, what: str) -> str:
    """What is wrong somewhere, as one sentence: a colon is left out before a verb.

    >>> said_of("places.csv", "is empty")
    'places.csv is empty'
    """
    return f"{where} {what}" if what.partition(" ")[0] in _VERBS else f"{where}: {what}"


class InvalidData(GraphkitError):
    """Input that cannot be loaded.

    Parameters
    ----------
    problems : sequence of Problem
        All problems, not only the first.
    remarks : sequence of str, optional
        What is to be said of how the input was read.
    cure : str, optional
        What helps against all problems.

    Attributes
    ----------
    problems : tuple of Problem
        All problems.
    remarks : tuple of str
        What is to be said of how the input was read, one line each.
    cure : str
        What helps against all problems, or nothing.
    exit_code : int
        The status with which the command line exits.
    """

    exit_code = 3

    def __init__(
        self, problems: Sequence[Problem], remarks: Sequence[str] = (), cure: str = ""
    ) -> None:
        self.problems = tuple(problems)
        self.remarks = tuple(remarks)
        self.cure = cure
        count = len(self.problems)
        super().__init__(
            str(self.problems[0]) if count == 1 else f"{count} problems: {self.problems[0]} …"
        )
