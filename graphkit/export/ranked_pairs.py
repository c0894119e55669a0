"""Rankings of exported pairs as tables."""

from __future__ import annotations

from graphkit.engines.ranking import RankedPairs
from graphkit.export.catalogue import meanings
from graphkit.export.table import Table


def ranked_pairs_table(ranking: RankedPairs) -> Table:
    """One row per organisation, in order of rank.

    The columns name and kind are there where a file of nodes stands beside the pairs.
    """
    about = [
        (column, found)
        for column, found in (("name", ranking.names), ("kind", ranking.kinds))
        if found
    ]
    types = {name: int if name == "degree" else float for name in ranking.values}
    return Table.of(
        ("rank", "id", *(column for column, _ in about), *ranking.values),
        (
            (
                rank,
                each,
                *(found.get(each) for _, found in about),
                *(values[place] for values in ranking.values.values()),
            )
            for place, (rank, each) in enumerate(
                zip(ranking.ranks, ranking.organisations, strict=True)
            )
        ),
        beside=meanings(ranking.values),
        types={"rank": int, **types},
    )
