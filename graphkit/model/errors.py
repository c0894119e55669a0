"""The errors that graphkit raises on purpose, all derived from `GraphkitError`.

A message is one line that names the problem, the place and the cure; the command line prints it and
exits with the class's `exit_code`. Any other exception that escapes is a bug.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class GraphkitError(Exception):
    """A failure that the user can understand and fix."""

    exit_code = 1


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

    `row` counts as a spreadsheet does: the header is row 1.
    """

    file: str
    row: int | None
    column: str | None
    what: str
    cure: str

    def __str__(self) -> str:
        where = self.file
        if self.row is not None:
            where += f", row {self.row}"
        if self.column is not None:
            where += f", column {self.column}"
        return f"{where}: {self.what}; {self.cure}" if self.cure else f"{where}: {self.what}"


class InvalidData(GraphkitError):
    """Input that cannot be loaded; `problems` lists all problems, not only the first."""

    exit_code = 3

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        count = len(self.problems)
        super().__init__(
            str(self.problems[0]) if count == 1 else f"{count} problems: {self.problems[0]} …"
        )
