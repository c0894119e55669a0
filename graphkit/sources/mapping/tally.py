"""Count what was put right or left out while a file was read, and say it once."""

from __future__ import annotations

from dataclasses import dataclass, field

from graphkit.model import Problem
from graphkit.sources.problem_texts import bare

_EXAMPLES = 3


@dataclass(slots=True)
class _Counted:
    count: int = 0
    examples: dict[str, None] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)


class Tally:
    """What was put right, by place and by what it was; in strict reading each is a problem.

    Attributes
    ----------
    strict : bool
        Whether to refuse what would be put right.
    problems : list of Problem
        What cannot be read.
    """

    def __init__(self, *, strict: bool) -> None:
        self.strict = strict
        self.problems: list[Problem] = []
        self._counted: dict[tuple[str, str], _Counted] = {}

    def lenient(
        self, place: str, row: int, column: str | None, text: str, what: str, cure: str
    ) -> None:
        """Count something that was put right; in strict reading it is refused.

        what: such as "counts as blank", said of the text. cure: what to write instead.
        """
        if self.strict:
            self.problems.append(Problem(place, row, column, f"{bare(text)!r} {what}", cure))
        else:
            self.remark(place, row, text, what)

    def remark(self, place: str, row: int, text: str, what: str) -> None:
        """Count something that a person should know of, although it is not wrong."""
        counted = self._counted.setdefault((place, what), _Counted())
        counted.count += 1
        if len(counted.rows) < _EXAMPLES:
            counted.examples.setdefault(bare(text))
            counted.rows.append(row)

    def lines(self) -> list[str]:
        """One line for each thing that was counted, with the first examples."""
        found = []
        for (place, what), counted in sorted(self._counted.items()):
            shown = ", ".join(each for each in counted.examples if each)
            rows = ", ".join(f"{row:,}" for row in dict.fromkeys(counted.rows) if row)
            more = ", …" if counted.count > len(counted.rows) else ""
            where = f" in {'row' if counted.count == 1 else 'rows'} {rows}{more}" if rows else ""
            said = f": {shown}" if shown else ""
            found.append(f"{place}: {counted.count:,} × {what}{said}{where}")
        return found
