"""`graphkit rank --unnamed`: ranks with the members that a source only counts."""

from __future__ import annotations

from graphkit.cli.manifest import note_settings
from graphkit.cli.options import Output
from graphkit.metrics import METRICS
from graphkit.network import Selection


def rank_unnamed(
    store: str,
    by: str | None,
    metrics: tuple[str, ...],
    top: int | None,
    output: Output,
    draws: int | None,
    seed: int | None,
    selection: Selection,
) -> None:
    """Print the ranking with the ranks that each would have under each scenario."""
    import graphkit.metrics
    from graphkit.cli.output import emit, for_reading, network_of, progress, say, say_cautions
    from graphkit.export.unnamed_members import unnamed_remarks, unnamed_table
    from graphkit.metrics.unnamed_members import DRAWS

    short = for_reading(output)
    with network_of(store, selection) as network:
        ranking = graphkit.metrics.rank(
            network, by or "betweenness", metrics or (("degree",) if short else METRICS)
        )
        with progress() as bar:
            found = graphkit.metrics.rank_unnamed(
                network, ranking, draws=draws or DRAWS, seed=seed or 0, progress=bar
            )
        note_settings(metrics=sorted(ranking.values), draws=found.draws, seed=found.seed)
        emit(unnamed_table(found, top, short=short), output)
        for name, reason in ranking.remarks.items():
            say(f"{name} has no value: {reason}")
        for remark in unnamed_remarks(found):
            say(remark)
        say_cautions(network, ranking)
