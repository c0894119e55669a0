"""`graphkit rank`: who connects the others."""

from __future__ import annotations

from typing import Any

import click

from graphkit.cli.manifest import note_settings
from graphkit.cli.options import Output, output_options, selection_options, store_option
from graphkit.metrics import METRICS
from graphkit.model import UsageError
from graphkit.network import Selection


def _metrics_help() -> str:
    lines = (
        f"  {metric.name:<12} {metric.meaning} (weight: {metric.weight}"
        + (", lowest first)" if metric.best == "lowest" else ")")
        for metric in METRICS.values()
    )
    return "\b\nMetrics, and how each uses the weight of a tie:\n" + "\n".join(lines)


@click.command(epilog=_metrics_help())
@store_option
@click.option("--by", default="betweenness", show_default=True, help="Metric to sort by.")
@click.option(
    "--metric",
    "metrics",
    multiple=True,
    metavar="NAME",
    help="Show this metric besides the sort metric, instead of the default ones. May be repeated.",
)
@click.option(
    "--top", type=click.IntRange(min=1), help="Show only the first N organisations.", metavar="N"
)
@click.option(
    "--bands",
    "with_bands",
    is_flag=True,
    help="Add how stable each rank is: its range when facts are dropped at random.",
)
@click.option(
    "--draws", type=click.IntRange(min=1), help="With --bands: number of draws.  [default: 200]"
)
@click.option(
    "--keep",
    type=float,
    help="With --bands: probability of keeping a fact. A fact that may or may not be in force at "
    "--at has 0.5.  [default: 0.9]",
)
@click.option("--seed", type=click.IntRange(min=0), help="With --bands: random seed.  [default: 0]")
@selection_options
@output_options
def rank(
    store: str,
    by: str,
    metrics: tuple[str, ...],
    top: int | None,
    with_bands: bool,
    output: Output,
    draws: int | None,
    keep: float | None,
    seed: int | None,
    selection: Selection,
) -> None:
    """Rank the organisations by how they connect the others.

    Two organisations are tied when they share a cluster, a declaration, a collaboration or a direct
    tie. Equal values share a rank. A terminal shows the sort metric and the degree; every other
    output has all metrics; --metric names others instead. The last columns count the facts behind
    a position, and how many of them are inferred or undated; `graphkit why` lists them.

    With --bands, the organisations are ranked again in many draws, each of which drops some facts
    at random. 90% of an organisation's ranks lie between rank_5 and rank_95. in_top_10 is the share
    of draws in which it is among the first ten, or the first --top; organisations with equal values
    at the edge share the remaining places. This shows how much a rank depends on single facts, not
    how probable it is that the rank is right.

    \b
    Example:
      graphkit rank --top 10
      graphkit rank --by pagerank --metric constraint --metric strength
      graphkit rank --by constraint --at 2014-11-10 --weight newman --format csv -o rank.csv
      graphkit rank --bands --top 5
    """
    import graphkit.metrics
    from graphkit.cli.output import emit, for_reading, network_of, progress, say, say_lines, working
    from graphkit.export.ranking import bands_remark, ranking_table

    chosen = {"draws": draws, "keep": keep, "seed": seed}
    given: dict[str, Any] = {name: value for name, value in chosen.items() if value is not None}
    if given and not with_bands:
        raise UsageError(f"--{next(iter(given))} works only with --bands; add --bands")
    short = for_reading(output)
    with network_of(store, selection, evidence=False) as network:
        with working(f"ranking {len(network.two_mode.organisations)} organisations"):
            ranking = graphkit.metrics.rank(
                network, by, metrics or (("degree",) if short else METRICS)
            )
        spread = None
        if with_bands:
            given |= {"top": top} if top else {}
            with progress() as bar:
                spread = graphkit.metrics.rank_bands(network, ranking, progress=bar, **given)
            note_settings(draws=spread.draws, keep=spread.keep, seed=spread.seed)
        note_settings(metrics=sorted(ranking.values))
        emit(ranking_table(ranking, top, short=short, bands=spread), output)
        for name, reason in ranking.remarks.items():
            say(f"{name} has no value: {reason}")
        if spread is not None:
            say_lines(bands_remark(spread))
