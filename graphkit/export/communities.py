"""Communities as a table and as text."""

from __future__ import annotations

import math
from collections.abc import Sequence

from graphkit.export.own_cells import OwnCells
from graphkit.export.phrases import names_of, written
from graphkit.export.table import Table
from graphkit.metrics.communities import Belonging, Community, Partition
from graphkit.metrics.partition_agreement import Agreement
from graphkit.model.rounded import rounded
from graphkit.model.wording import counted

_BRIDGES = 5
"""How many bridging members a text names for each community."""


def communities_table(partition: Partition) -> Table:
    """One row per organisation with ties: its community, and its ties within it and to others."""
    own = OwnCells.of(
        each.organisation.properties
        for community in partition.communities
        for each in community.members
    )
    columns = (
        "community",
        "community_name",
        "size",
        "id",
        "name",
        "kind",
        "sector",
        *own.names,
        "ties_inside",
        "ties_outside",
        "bridges_to",
    )
    rows = (
        (
            community.number,
            community.name,
            len(community.members),
            each.organisation.id,
            each.organisation.name,
            each.organisation.kind_shown,
            each.organisation.properties.get("sector"),
            *own(each.organisation.properties),
            each.inside,
            each.outside,
            each.to,
        )
        for community in partition.communities
        for each in community.members
    )
    numbers = ("community", "size", "ties_inside", "ties_outside")
    types: dict[str, type] = dict.fromkeys(numbers, int) | {"bridges_to": list} | own.types
    return Table.of(columns, rows, dates=own.dates, types=types)


def communities_text(partition: Partition) -> str:
    """The communities for reading, with their members and who bridges them."""
    blocks = [written(communities_remark(partition).split("\n"))]
    for community in partition.communities:
        size = counted(len(community.members), "organisation")
        lines = [
            f"{community.number}  {community.name}: {size}",
            f"   {names_of([each.organisation for each in community.members])}",
        ]
        shown = community.bridges[:_BRIDGES]
        rest = len(community.bridges) - len(shown)
        bridges = "; ".join(_bridge(each, partition.communities) for each in shown)
        if shown:
            lines.append(
                f"   bridged by {bridges}"
                + (f"; and {counted(rest, 'organisation')} more" if rest else "")
            )
        blocks.append(written(lines))
    return "\n".join(blocks)


def communities_remark(partition: Partition) -> str:
    """How the partition was made and how good it is."""
    found = len(partition.communities)
    text = f"{counted(found, 'community', 'communities')} by the Louvain method"
    runs = partition.agreement
    best = f", the best of {runs.runs} runs" if runs else ""
    settings = [f"resolution {partition.resolution:g}"]
    if partition.seed is not None:
        settings.insert(0, f"seed {partition.seed}{best}")
    if partition.weighed:
        settings.append("weighted ties")
    text += f" ({', '.join(settings)})"
    if not math.isnan(partition.modularity):
        text += f", modularity {rounded(partition.modularity)}"
    if partition.alone:
        text += f"; {counted(len(partition.alone), 'organisation')} without ties not shown"
    return f"{text}\n{_agreement(runs)}" if runs and found else text


def _agreement(runs: Agreement) -> str:
    """How far the partitions of several runs agree."""
    last = runs.seed + runs.runs - 1
    text = f"the {runs.runs} runs (seeds {runs.seed} to {last}) found "
    if runs.different == 1:
        return text + "the same communities"
    return text + (
        f"{runs.different} different partitions; agreement of two runs (adjusted Rand index, "
        f"1 for the same): mean {runs.mean:.2f}, lowest {runs.lowest:.2f}"
    )


def _bridge(each: Belonging, communities: Sequence[Community]) -> str:
    ties = counted(each.outside, "tie")
    to = ", ".join(str(number) for number in each.to)
    return f"{each.organisation.name} ({ties} to {to})"
