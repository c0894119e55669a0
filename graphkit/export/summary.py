"""The summary of a network as a table."""

from __future__ import annotations

from graphkit.engines.summary import PairsSummary
from graphkit.export.table import Table
from graphkit.network import (
    Summary,
)


def summary_table(summary: Summary) -> Table:
    """One row per count."""
    rows: list[tuple[str, str, object]] = [
        ("organisations", "", summary.organisations),
        ("organisations", "with ties", summary.tied),
    ]
    for what, counts in (
        ("kind", summary.kinds),
        ("groups", summary.groups),
        ("facts", summary.layers),
        ("status", summary.statuses),
    ):
        rows += ((what, name, count) for name, count in counts.items())
    rows += (
        ("facts without", "date", summary.counts["undated"]),
        ("facts without", "source", summary.counts["unsourced"]),
        ("facts with dates from", "project or declaration", summary.counts["dates_from"]),
        ("unknown at the date", "", summary.counts["unknown"]),
        ("facts left out", "planned", summary.counts["planned"]),
        ("pairs of members", "never in a group at the same time", summary.counts["apart"]),
        ("organisations left out", "parts of others", summary.counts["folded"]),
        ("organisations left out", "other kind or sector", summary.counts["unchosen"]),
        ("organisations left out", "conditions not met", summary.counts["unmet"]),
        ("organisations left out", "unknown for the conditions", summary.counts["unstated"]),
        ("organisations left out", "not in the place", summary.counts["elsewhere"]),
        ("organisations left out", "unknown whether in the place", summary.counts["unplaced"]),
        ("organisations left out", "not in the cluster", summary.counts["unclustered"]),
        ("organisations left out", "outside the largest component", summary.counts["outside"]),
        ("organisations left out", "without ties", summary.counts["untied"]),
        ("first date", summary.first, None),
        ("last date", summary.last, None),
    )
    rows += (("also holds", name, count) for name, count in summary.nodes.items())
    rows += (
        ("own column", f"{column.of}.{column.name} ({column.type})", count)
        for column, count in summary.own.items()
    )
    rows += (("data set", name, count) for name, count in summary.datasets.items())
    rows += (("digest", f"{name}: {digest}", None) for name, digest in summary.digests.items())
    rows += (("cites", f"{name}: {title}", count) for name, title, count in summary.sources)
    return Table.of(("what", "name", "count"), rows, types={"count": int})


_SIZES = 10
"""How many of the largest components the table lists."""


def pairs_summary_table(summary: PairsSummary) -> Table:
    """One row per count of a folder of pairs."""
    rows: list[tuple[str, str, object]] = [
        ("organisations", "", summary.organisations),
        ("organisations", "with ties", summary.tied),
        *(("groups", layer, count) for layer, count in summary.groups.items()),
        ("memberships", "", summary.memberships),
        ("members of the largest group", "", summary.largest),
        ("ties", "", summary.ties),
        ("components", "", len(summary.components)),
        *(("size of a component", "", size) for size in summary.components[:_SIZES]),
        *(("digest", f"{name}: {digest}", None) for name, digest in summary.datasets.items()),
    ]
    return Table.of(("what", "name", "count"), rows, types={"count": int})
