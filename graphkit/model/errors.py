"""The errors that graphkit raises on purpose, all derived from `GraphkitError`.

A message is one line that names the thing, the place and the cure; the command line prints it and
leaves with the class's `exit_code`. Anything else that escapes is a defect of ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class GraphkitError(Exception):
    """A failure that the user can understand and mend."""

    exit_code = 1


class UsageError(GraphkitError):
    """A setting or argument that means nothing here."""

    exit_code = 2


class StoreError(GraphkitError):
    """A store that refuses or cannot do what was asked."""


class StoreUnavailable(GraphkitError):
    """A store that cannot be reached or opened."""

    exit_code = 4


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with the input, where it stands, and what would mend it.

    `row` counts as a spreadsheet shows it: the header is row 1.
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
    """Input that cannot be loaded; `problems` lists everything found, not the first only."""

    exit_code = 3

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        count = len(self.problems)
        super().__init__(
            str(self.problems[0]) if count == 1 else f"{count} problems: {self.problems[0]} …"
        )
