"""Problems as lines to read: one by one while they are few, by kind with counts when they are many.

A file of a hundred thousand rows in one wrong encoding has a hundred thousand problems and one
cause. Problems are of one kind when they differ only in their rows and in the texts they quote.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphkit.model.errors import Problem
from graphkit.model.visible_text import visible

MOST_LINES = 100
_EXAMPLES = 3
_QUOTED = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|\d[\d,.]*")


def problem_lines(problems: Sequence[Problem], most: int = MOST_LINES) -> list[str]:
    """At most `most` lines, and one more that says what they leave out.

    >>> rows = [Problem("o.csv", row, "kind", f"'k{row}' is not a kind", "") for row in range(2, 9)]
    >>> for line in problem_lines(rows, most=4):
    ...     print(line)
    o.csv, column kind: 7 rows, the first 3:
      row 2: 'k2' is not a kind
      row 3: 'k3' is not a kind
      row 4: 'k4' is not a kind
    """
    if len(problems) <= most:
        return [str(problem) for problem in problems]
    kinds: dict[tuple[str, str, str, str], list[Problem]] = {}
    for problem in problems:
        what = _QUOTED.sub("…", problem.what)
        kind = (problem.file, problem.of, problem.column or "", what)
        kinds.setdefault(kind, []).append(problem)
    lines: list[str] = []
    left_kinds = left = 0
    for found in kinds.values():
        told = _told(found)
        if left_kinds or len(lines) + len(told) > most:
            left_kinds += 1
            left += len(found)
        else:
            lines += told
    if left_kinds:
        others = "kind" if left_kinds == 1 else "kinds"
        lines.append(f"and {left:,} problems of {left_kinds:,} other {others}")
    return lines


def _told(found: Sequence[Problem]) -> list[str]:
    """The lines for problems of one kind."""
    if len(found) <= _EXAMPLES:
        return [str(problem) for problem in found]
    first = found[0]
    place = first.file if first.column is None else f"{first.file}, column {first.column}"
    lines = [f"{place}: {len(found):,} {first.of}s, the first {_EXAMPLES}:"]
    for problem in found[:_EXAMPLES]:
        row = "" if problem.row is None else f"{problem.of} {problem.row}: "
        cure = f"; {problem.cure}" if problem.cure else ""
        lines.append(f"  {row}{problem.what}{cure}")
    return [visible(line) for line in lines]
