"""Rankings of groups as tables and as remarks."""

from __future__ import annotations

from graphkit.export.catalogue import meanings
from graphkit.export.ranking import FACTS
from graphkit.export.table import Table
from graphkit.metrics.group_ranking import GroupRanking

_SIZE = "organisations"


def group_ranking_table(
    ranking: GroupRanking, top: int | None = None, *, short: bool = False
) -> Table:
    """One row per group, in order of rank, cut after the first `top`; `short` leaves out ids."""
    rows = (
        (
            ranking.ranks[place],
            *(() if short else (group.id,)),
            group.name,
            group.layer,
            ranking.sizes[place],
            *(values[place] for values in ranking.values.values()),
            ranking.facts[place],
            ranking.inferred[place],
            ranking.undated[place],
        )
        for place, group in enumerate(ranking.groups[:top])
    )
    who = ("name", "layer") if short else ("id", "name", "layer")
    types: dict[str, type] = dict.fromkeys(("rank", _SIZE, *FACTS), int)
    return Table.of(
        ("rank", *who, _SIZE, *ranking.values, *FACTS),
        rows,
        beside=meanings(ranking.values),
        types=dict.fromkeys(ranking.values, float) | types,
    )


def ties_remark(ranking: GroupRanking) -> str:
    """That direct ties are not ranked; empty without any."""
    if not ranking.ties:
        return ""
    if ranking.ties == 1:
        return "1 direct tie counts in paths, as a group of two, and is not ranked"
    return f"{ranking.ties} direct ties count in paths, as groups of two, and are not ranked"
