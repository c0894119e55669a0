"""What can be done about cells that cannot be read, where that loses nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graphkit.model import Problem
from graphkit.sources.formats.sheet import Sheet
from graphkit.sources.mapping.form.doubt import BLANK_IF_WRONG, Change
from graphkit.sources.mapping.form.sheet_mapping import (
    ATTRIBUTE,
    Shape,
    SheetMapping,
    is_role,
)
from graphkit.sources.mapping.revision.shown_proposals import Proposal
from graphkit.sources.mapping.rows.cells_to_look_at import is_beside
from graphkit.sources.mapping.rows.unnamed_rows import says_nobody

_MOST_COLUMNS = 3
_TYPED = {
    *"start end observed founded dissolved latitude longitude coordinates weight".split(),
    "contribution", "ended early",
}  # fmt: skip
"""What a column says that is more than a text, and can be kept as one."""


def wrong_rows(problems: Iterable[Problem]) -> int:
    """The number of rows in which problems stand.

    >>> wrong_rows([Problem("f", 3, "a", "", ""), Problem("f", 3, "b", "", "")])
    1
    """
    return len({(each.file, each.of, each.row) for each in problems if each.row is not None})


def offers_of_wrong(
    proposal: Proposal, problems: Sequence[Problem]
) -> list[tuple[int | None, Change]]:
    """What a person may want instead of correcting the file.

    Parameters
    ----------
    proposal : Proposal
        How the files would be read.
    problems : sequence of Problem
        What cannot be read so.

    Returns
    -------
    list of (int or None, Change)
        The number of a sheet with the change of its mapping. None stands for leaving out the rows.
    """
    found: list[tuple[int | None, Change]] = []
    rows = wrong_rows(problems)
    every = sum(len(p.head.body) for _, p in proposal.made)
    every += sum(len(head.body) for head, _, _ in proposal.read)
    if rows and rows < every and all(each.row is not None for each in problems):
        these = "this row is" if rows == 1 else f"these {rows:,} rows are"
        found.append((None, Change(f"{these} left out")))
    columns: dict[tuple[int, str], int] = {}
    named: set[tuple[int, str]] = set()
    for number, (sheet, _) in enumerate(proposal.made):
        for problem in problems:
            if problem.column is not None and problem.row is not None and _is_of(sheet, problem):
                key = (number, problem.column)
                columns[key] = columns.get(key, 0) + 1
                if not says_nobody(problem):
                    named.add(key)
    most = sorted(columns, key=lambda key: -columns[key])[:_MOST_COLUMNS]
    for number, name in most:
        mapping = proposal.made[number][1].mapping
        offers = _of_column(mapping, name)
        if (number, name) not in named:
            offers += _of_nobody(mapping, name)
        found += ((number, each) for each in offers)
    return found


def _is_of(sheet: Sheet, problem: Problem) -> bool:
    if problem.of == "row":
        return sheet.place == problem.file
    return sheet.file == problem.file and str(sheet.holds) == f"{problem.of}s"


def _of_column(mapping: SheetMapping, name: str) -> list[Change]:
    if name not in mapping.header:
        return []
    role = mapping.roles[mapping.header.index(name)]
    found = []
    if is_beside(role):
        blank = f"what cannot be read in {name} counts as blank"
        found.append(Change(blank, ((f"{BLANK_IF_WRONG}{name}", "yes"),)))
    subject, _, word = role.rpartition(" ")
    text = f"{subject} {ATTRIBUTE}".strip()
    if word in _TYPED and is_role(text, mapping.shape):
        found.append(Change.to(f"{name} is kept as texts, as it stands", {name: text}))
    return found


def _of_nobody(mapping: SheetMapping, name: str) -> list[Change]:
    """That rows without a name say something of the other that they name."""
    role = mapping.roles[mapping.header.index(name)] if name in mapping.header else ""
    other = {"a": "b", "b": "a", "member": "group"}.get(role)
    if mapping.shape not in (Shape.PAIRS, Shape.TIES) or other not in mapping.roles:
        return []
    beside = mapping.header[mapping.roles.index(other)]
    said = f"{name} may be blank, and what else these rows say is kept with {beside}"
    return [Change(said, ((f"{BLANK_IF_WRONG}{name}", "yes"),))]
