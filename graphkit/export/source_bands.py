"""Rankings without each source, as a table and in words."""

from __future__ import annotations

from dataclasses import replace

from graphkit.export.phrases import names_of
from graphkit.export.ranking import ranking_table
from graphkit.export.table import Table
from graphkit.metrics import RankingChance, SourceBands
from graphkit.metrics.bands import TOP
from graphkit.model.wording import counted

_COLUMNS = ("rank_best", "rank_worst", "carried_by")


def source_bands_table(
    found: SourceBands,
    top: int | None = None,
    *,
    short: bool = False,
    chance: RankingChance | None = None,
) -> Table:
    """The ranking with, after each rank, its best and worst and the source that carries it.

    The source is named by its id. For the rest see `ranking_table`.
    """
    table = ranking_table(found.ranking, top, short=short, chance=chance)
    rows = (
        (
            row[0],
            found.best[place],
            found.worst[place],
            source and source.id,
            *row[1:],
        )
        for place, (row, source) in enumerate(zip(table.rows, found.carrier, strict=False))
    )
    return replace(
        table,
        columns=(table.columns[0], *_COLUMNS, *table.columns[1:]),
        rows=tuple(rows),
        types={**table.types, "rank_best": int, "rank_worst": int},
    )


def source_bands_remark(found: SourceBands, top: int = TOP) -> str:
    """How many sources were left out, and which carries most of the first places."""
    number = len(found.sources)
    if not number:
        return "bands: no source alone states a fact, so leaving one out changes nothing"
    those = "the one source" if number == 1 else f"each of the {number} sources"
    text = (
        f"bands: ranks by {found.ranking.by} without {those} that alone "
        f"state{'s' if number == 1 else ''} facts; carried_by is the source without which the "
        "organisation falls furthest"
    )
    carried = list(found.carrier[:top])
    often = {
        source.id: sum(1 for each in carried if each is not None and each.id == source.id)
        for source in found.sources
    }
    most = max(found.sources, key=lambda source: often[source.id])
    if often[most.id]:
        alone = dict(zip((each.id for each in found.sources), found.alone, strict=True))[most.id]
        facts = counted(alone, "fact")
        text += (
            f"\n{names_of([most])}, which alone states {facts}, carries {often[most.id]} of the "
            f"first {len(carried)}"
        )
    else:
        text += f"\nnone of the first {len(carried)} falls without any source"
    return text
