"""A ranking with the ranks under each scenario of unnamed members, and what was added, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graphkit.export.phrases import group_named
from graphkit.export.ranking import ranking_table
from graphkit.export.table import Table
from graphkit.metrics import UnnamedMembers
from graphkit.metrics.unnamed_members import SCENARIOS
from graphkit.model.wording import counted
from graphkit.network import ReportedMembers, Selection, Standing

RANGE = ("rank_best", "rank_worst")
"""The columns of the best and the worst rank in any scenario."""


def unnamed_table(found: UnnamedMembers, top: int | None = None, *, short: bool = False) -> Table:
    """The table of a ranking, with the range of each rank and its ranks by scenario after it.

    `short` leaves out the ranks by scenario.
    """
    table = ranking_table(found.ranking, top, short=short)
    typical = {} if short else found.typical
    ranks = list(zip(found.low, found.high, *typical.values(), strict=True))
    names = (*RANGE, *typical)
    return replace(
        table,
        columns=(*table.columns[:1], *names, *table.columns[1:]),
        rows=tuple(
            (*row[:1], *more, *row[1:]) for row, more in zip(table.rows, ranks, strict=False)
        ),
        types={**table.types, **dict.fromkeys(names, int)},
    )


def unnamed_remarks(found: UnnamedMembers) -> Iterator[str]:
    """What each group was filled up from, and what the scenarios assume."""
    for each in found.groups:
        yield f"unnamed: {_filled(each)}"
    if not found.added:
        return
    ways = "; ".join(f"{name}: {assumed}" for name, assumed in SCENARIOS.items())
    yield (
        f"unnamed: ranks among all and the {found.added} added; {ways} "
        f"({counted(found.draws, 'draw')}, seed {found.seed})"
    )
    chosen = found.ranking.selection
    if any(getattr(chosen, word) != getattr(Selection(), word) for word in _ABOUT_NODES):
        yield (
            "unnamed: the kind, sector and place of the members added are not known, so they are "
            "not nodes here and count only in the sizes of groups"
        )


_ABOUT_NODES = ("kind", "sector", "place", "where")
"""The words of a selection by which an organisation of which nothing is known is not a node."""


def _filled(each: ReportedMembers) -> str:
    source = "; ".join(map(str, each.citations)) or "no source is stated"
    dated = f", as of {each.dated}" if each.dated else ""
    text = f"{group_named(each.group)} has {each.reported} members ({source}{dated}), "
    text += f"{each.named} of them named and {each.missing} added"
    if each.missing == 0:
        text += ": the tables name as many or more"
    if each.standing == Standing.UNKNOWN:
        text += "; whether the figure held at the date is not known"
    if each.others:
        text += f"; {each.others} other figures passed over"
    return text
