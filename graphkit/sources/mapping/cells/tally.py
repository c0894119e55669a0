"""Count what was put right or left out while a file was read, and say it once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graphkit.model import Problem
from graphkit.sources.problem_texts import bare

_EXAMPLES = 3
_MOST_ROWS = 10_000
_PLURAL = {"was": "were", "is": "are"}


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of one cell or row, and of several.

    one, many: such as "repeats an earlier one" and "repeat an earlier one". done: what was done
    about it, such as "was dropped". column: of cells, the column in which they stand, or "".
    """

    one: str
    many: str
    done: str = ""
    column: str = ""

    def of(self, number: int, noun: str) -> str:
        """The sentence about this number of them.

        >>> Said("counts as blank", "count as blank", column="Since").of(2, "row")
        '2 cells of Since count as blank'
        """
        noun = f"{'cell' if self.column else noun}{'' if number == 1 else 's'}"
        within = f" of {self.column}" if self.column else ""
        done = self.done
        if done and number > 1:
            verb, _, rest = done.partition(" ")
            done = f"{_PLURAL.get(verb, verb)} {rest}"
        what = self.one if number == 1 else self.many
        return f"{number:,} {noun}{within} {what}{f' and {done}' if done else ''}"


@dataclass(slots=True)
class _Counted:
    count: int = 0
    examples: dict[str, None] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)


Remark = tuple[str, str, Said]
"""The place, the text and what is said of it."""


class Tally:
    """What was put right, by place and by what it was; in strict reading each is a problem.

    Attributes
    ----------
    strict : bool
        Whether to refuse what would be put right.
    problems : list of Problem
        What cannot be read.
    recent : list of (str, str, Said) or None
        Takes what is counted, where somebody has set it, to count it again for rows that say the
        same.
    last : Said or None
        What was said last of a whole row, since somebody has cleared it.
    """

    def __init__(self, *, strict: bool) -> None:
        self.strict = strict
        self.problems: list[Problem] = []
        self.recent: list[Remark] | None = None
        self.last: Said | None = None
        self._counted: dict[tuple[str, Said], _Counted] = {}
        self._notes: dict[str, None] = {}
        self._rows: dict[str, set[int]] = {}

    def lenient(
        self, place: str, row: int, column: str | None, text: str, what: Said, cure: str
    ) -> None:
        """Count something that was put right; in strict reading it is refused.

        cure: what to write instead.
        """
        if not self.strict:
            self.remark(place, row, text, what)
            return
        said = f"{bare(text)!r} {what.one}" if what.column else f"{what.one}: {bare(text)}"
        self.problems.append(Problem(place, row, column, said, cure))

    def remark(self, place: str, row: int, text: str, what: Said) -> None:
        """Count something that a person should know of, although it is not wrong."""
        if self.recent is not None:
            self.recent.append((place, text, what))
        self._count(place, row, text, what)

    def again(self, remarks: Iterable[Remark], row: int) -> None:
        """Count the same for another row."""
        for place, text, what in remarks:
            self._count(place, row, text, what)

    def _count(self, place: str, row: int, text: str, what: Said) -> None:
        counted = self._counted.setdefault((place, what), _Counted())
        counted.count += 1
        if not what.column:
            self.last = what
        if not what.column and len(rows := self._rows.setdefault(place, set())) < _MOST_ROWS:
            rows.add(row)
        if len(counted.rows) < _EXAMPLES:
            counted.examples.setdefault(bare(text))
            counted.rows.append(row)

    def rows_told(self, place: str) -> set[int]:
        """The rows of which something is said, beside what is said of single cells; the first
        ten thousand.
        """
        return self._rows.get(place, set())

    def columns_changed(self, place: str) -> set[str]:
        """The columns of which it is said that cells were changed or left out."""
        return {what.column for where, what in self._counted if where == place and what.done}

    def note(self, place: str, text: str) -> None:
        """Say something of a whole file or sheet."""
        self._notes.setdefault(f"{place}: {text}")

    def lines(self, nouns: Mapping[str, str]) -> list[str]:
        """One line for each thing that was counted, with the first examples.

        nouns: what rows are called, by place: row, node or edge.
        """
        found = list(self._notes)
        for (place, what), counted in self._counted.items():
            noun = nouns.get(place, "row")
            shown = ", ".join(each for each in counted.examples if each)
            rows = ", ".join(f"{row:,}" for row in dict.fromkeys(counted.rows))
            more = ", …" if counted.count > len(counted.rows) else ""
            where = f"{noun}{'' if counted.count == 1 else 's'} {rows}{more}"
            tail = f": {shown} ({where})" if shown else f": {where}"
            found.append(f"{place}: {what.of(counted.count, noun)}{tail}")
        return sorted(found)
