"""Ask again where rows are wrong after all: the answers so far stay, and the mapping is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from graphkit.files import write_text
from graphkit.model import Problem, UsageError
from graphkit.sources.mapping.cells.columns import looks
from graphkit.sources.mapping.chosen import Chosen
from graphkit.sources.mapping.proposals.proposal import Proposed
from graphkit.sources.mapping.revision.shown_proposals import Check, Proposal, write_proposed

_MOST_KEPT = 200_000
"""Of more rows than these none are kept in memory for another look."""


def may_be_looked_at_again(chosen: Chosen) -> bool:
    """Whether the sheets are small enough to be kept until all of them are checked."""
    return sum(len(head.body) for head, _, _ in chosen.sheets) <= _MOST_KEPT


def look_again(
    chosen: Chosen,
    problems: Sequence[Problem],
    confirm: Callable[[Proposal], bool | Proposal],
    *,
    save: bool,
    check: Check,
) -> bool:
    """Show what is wrong with the sheets, and take into them what a person wants instead.

    Parameters
    ----------
    chosen : Chosen
        The sheets, each with the mapping by which it was read.
    problems : sequence of Problem
        What is wrong.
    confirm : callable
        Asks the person.
    save : bool
        Whether to write a changed mapping.
    check : callable
        Finds what is wrong with mapped sheets.

    Returns
    -------
    bool
        Whether they want anything else than before.

    Raises
    ------
    UsageError
        If the person stops.
    """
    assert chosen.place is not None
    before = chosen.accepted or Proposal(
        chosen.place,
        tuple(
            (sheet, Proposed(mapping, head, looks(head.names, head.body)))
            for head, sheet, mapping in chosen.sheets
        ),
    )
    proposal = replace(before, path=chosen.place, stopped_by=tuple(problems), check=check)
    answer = confirm(proposal)
    refused = not answer if isinstance(answer, bool) else answer.refused
    after = proposal if isinstance(answer, bool) else answer
    if save and after.text != before.text:
        if chosen.accepted is not None and chosen.place in chosen.written:
            write_text(after.text, chosen.place)
        else:
            chosen.place = write_proposed(chosen.place, after.made, save)
            chosen.written.append(chosen.place)
    if refused:
        where = f"; how the file is read stays in {chosen.place}" if chosen.place.exists() else ""
        raise UsageError(
            f"nothing was loaded{where}; load it again to go on, or with `on_error` skip to leave "
            "out the rows that are wrong"
        )
    if after == proposal:
        return False
    chosen.accepted = after
    chosen.without_wrong = after.without_wrong
    chosen.sheets = [*after.read, *((p.head, sheet, p.mapping) for sheet, p in after.made)]
    return True
