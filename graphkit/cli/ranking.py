"""`graphkit rank`: who connects the others."""

from __future__ import annotations

from typing import Any

import click

from graphkit.cli.chance import against_chance, chance_option
from graphkit.cli.engines import (
    Computing,
    default_metrics,
    pairs_option,
    rank_in_pairs,
    ranked,
    require_free,
    sampling_options,
    say_cautions_by,
    say_estimated,
    write_back_option,
    written_back,
)
from graphkit.cli.manifest import note_settings
from graphkit.cli.options import Output, output_options, selection_options, store_option
from graphkit.cli.unnamed_members import rank_unnamed
from graphkit.metrics import METRICS, TWO_MODE_METRICS
from graphkit.metrics.ranking_metrics import (
    GROUP_METRICS,
    NEIGHBOURHOOD_METRICS,
    ORGANISATION_METRICS,
)
from graphkit.model import UsageError
from graphkit.model.wording import counted
from graphkit.network import Selection


def _metrics_help() -> str:
    lines = (
        f"  {metric.name:<12} {metric.meaning} (weight: {metric.weight}"
        + (", lowest first)" if metric.best == "lowest" else ")")
        for metric in METRICS.values()
    )
    named = (f"  {metric.name:<17}{metric.meaning}" for metric in NEIGHBOURHOOD_METRICS.values())
    of_groups = (
        f"  {metric.name:<21}{' and '.join(f'{subject}s' for subject in metric.on)}"
        for metric in TWO_MODE_METRICS.values()
    )
    return (
        "\b\nMetrics, and how each uses the weight of a tie:\n"
        + "\n".join(lines)
        + "\n\n\b\nMetrics that are shown when they are named (weight: ignored):\n"
        + "\n".join(named)
        + "\n\n\b\nMetrics of who is in which group, and what each ranks (see graphkit metrics):\n"
        + "\n".join(of_groups)
    )


@click.command(epilog=_metrics_help())
@store_option
@click.option(
    "--of",
    "subjects",
    type=click.Choice(("organisations", "groups")),
    default="organisations",
    show_default=True,
    help="What to rank: organisations, or the clusters, declarations and collaborations that "
    "connect them.",
)
@click.option(
    "--by",
    help="Metric to sort by.  [default: betweenness; of groups two-mode-betweenness; of --pairs "
    "with another engine pagerank]",
)
@click.option(
    "--metric",
    "metrics",
    multiple=True,
    metavar="NAME",
    help="Show this metric besides the sort metric, instead of the default ones. May be repeated.",
)
@click.option("--top", type=click.IntRange(min=1), help="Show only the first N.", metavar="N")
@click.option(
    "--s",
    "s",
    type=click.IntRange(min=1),
    metavar="N",
    help="For s-betweenness: how many organisations groups must share to be next to each other.  "
    "[default: 2]",
)
@click.option(
    "--bands",
    "bands",
    type=click.Choice(("facts", "sources")),
    is_flag=False,
    flag_value="facts",
    help="Add how stable each rank is: its range when facts are dropped at random, or without each "
    "source in turn. --bands alone means facts.",
)
@chance_option
@click.option(
    "--unnamed",
    "with_unnamed",
    is_flag=True,
    help="Add the rank that each would have with the members that a source only counts: a figure "
    "with the measure members or participants.",
)
@click.option(
    "--draws",
    type=click.IntRange(min=1),
    help="With --bands, --chance or --unnamed: number of draws.  [default: 200, 200 and 20]",
)
@click.option(
    "--keep",
    type=float,
    help="With --bands: probability of keeping a fact. A fact that may or may not be in force at "
    "--at has 0.5.  [default: 0.9]",
)
@click.option(
    "--seed",
    type=click.IntRange(min=0),
    help="With --bands, --chance, --unnamed or another engine: random seed.  [default: 0]",
)
@pairs_option
@sampling_options
@write_back_option
@selection_options
@output_options
def rank(
    store: str,
    subjects: str,
    by: str | None,
    metrics: tuple[str, ...],
    top: int | None,
    s: int | None,
    bands: str | None,
    with_unnamed: bool,
    with_chance: bool,
    output: Output,
    draws: int | None,
    keep: float | None,
    seed: int | None,
    pairs: str | None,
    write_back: str | None,
    computing: Computing,
    selection: Selection,
) -> None:
    """Rank organisations or groups by how they connect others.

    Two organisations are tied when they share a cluster, a declaration, a collaboration or a direct
    tie. Equal values share a rank. A terminal shows the sort metric and the degree; every other
    output has all metrics of ties; --metric names others instead. The last columns count the facts
    behind a position, and how many of them are inferred or undated; `graphkit why` lists them.

    Cautions on standard error say what a position may rest on: a group that makes more than half of
    the ties, a rank that many share, organisations without any fact, or a single source.

    With --bands, the organisations are ranked again in many draws, each of which drops some facts
    at random. 90% of an organisation's ranks lie between rank_5 and rank_95. in_top_10 is the share
    of draws in which it is among the first ten, or the first --top; organisations with equal values
    at the edge share the remaining places. This shows how much a rank depends on single facts, not
    how probable it is that the rank is right.

    With --bands sources, the organisations are ranked again without each source and the facts that
    it alone states. rank_best and rank_worst are the extremes, and carried_by is the source without
    which the organisation falls furthest.

    With --chance, each value of the sort metric is compared with its values in networks drawn at
    random, in which every group has as many organisations and every organisation as many groups as
    here. 90% of the draws lie between chance_5 and chance_95; a value in that range is not a
    finding. z is the distance from the expectation in standard deviations, share the share of draws
    at least as large, the network itself counted among them. A cluster stays in its own group, and
    weights stay with their groups; dates and roles are not kept. Where 200 draws with exact
    betweenness would take more than ten minutes, it is estimated from some of the organisations.

    With --unnamed, groups of which a source reports more members than the tables name are filled up
    in three ways, and each organisation is ranked again among all: no_overlap adds organisations
    that are in nothing else, like_known adds organisations that are in the other groups of a known
    member drawn at random, and full_overlap takes organisations of other groups as far as there are
    any. rank_best and rank_worst are the extremes; a terminal shows only these. The column of a way
    with several draws is the median of 20, or --draws.

    With --of groups, the clusters, declarations and collaborations are ranked, by paths from member
    to group to member. Direct ties count in these paths but are not ranked. A cluster with members
    is one of its own members unless --group-nodes exclude.

    With --engine duckdb, networks are ranked whose ties are more than memory holds: by degree,
    strength, PageRank and eigenvector exactly, and by closeness from a sample. --pairs ranks a
    folder that `graphkit export --format parquet` wrote, without a store. With --engine gds, a
    Neo4j server with Graph Data Science computes.

    \b
    Example:
      graphkit rank --top 10
      graphkit rank --by pagerank --metric constraint --metric strength
      graphkit rank --by constraint --at 2014-11-10 --weight newman --format csv -o rank.csv
      graphkit rank --bands --top 5
      graphkit rank --bands sources
      graphkit rank --unnamed --by degree
      graphkit rank --chance --draws 1000
      graphkit rank --of groups
      graphkit rank --by pagerank --engine duckdb --memory 2GB
      graphkit rank --pairs exported --by pagerank --engine duckdb --top 20
    """
    import graphkit.metrics
    from graphkit.cli.output import (
        emit,
        for_reading,
        network_of,
        progress,
        say_lines,
        working,
    )
    from graphkit.export.ranking import bands_remark, ranking_chance_remark, ranking_table
    from graphkit.export.source_bands import source_bands_remark, source_bands_table
    from graphkit.metrics.bands import TOP

    computing = computing.seeded(seed)
    only_local = {
        "bands": bands is not None,
        "chance": with_chance,
        "unnamed": with_unnamed,
        "of groups": subjects == "groups",
    }
    computing.require_local(**only_local)
    if pairs is not None:
        others = {"keep": keep, "draws": draws, "write-back": write_back}
        for option, asked in (only_local | others).items():
            if asked:
                raise UsageError(f"--pairs does not work with --{option}; leave out one of them")
        rank_in_pairs(pairs, by, metrics, top, computing, selection, output)
        return
    require_free(write_back, computing)
    if s is not None and subjects != "groups":
        raise UsageError("--s works only with --of groups; add --of groups")
    if with_unnamed:
        for option, asked in (
            ("--bands", bands is not None),
            ("--chance", with_chance),
            ("--keep", keep is not None),
            ("--of groups", subjects == "groups"),
        ):
            if asked:
                raise UsageError(f"--unnamed does not work with {option}; leave out one of them")
        rank_unnamed(store, by, metrics, top, output, draws, seed, selection)
        return
    chosen = {"draws": draws, "keep": keep, "seed": seed}
    given: dict[str, Any] = {name: value for name, value in chosen.items() if value is not None}
    if keep is not None and bands != "facts":
        raise UsageError("--keep works only with --bands facts; add it")
    if not computing.is_local:
        given.pop("seed", None)
    if given and bands != "facts" and not with_chance:
        raise UsageError(
            f"--{next(iter(given))} works only with --bands facts, --chance or --unnamed; add one "
            "of them"
        )
    if subjects == "groups":
        for option, asked in (("--bands", bands is not None), ("--chance", with_chance)):
            if asked:
                raise UsageError(f"{option} works only with --of organisations; leave out one")
        _rank_groups(store, by, metrics, top, s, output, selection)
        return
    for name in (by, *metrics):
        if name in GROUP_METRICS and name not in ORGANISATION_METRICS:
            raise UsageError(f"{name} ranks groups; add --of groups")
    short = for_reading(output)
    beside = () if with_chance else ("degree",)
    with network_of(store, selection, evidence=False) as network:
        with working(f"ranking {counted(len(network.two_mode.organisations), 'organisation')}"):
            ranking = ranked(
                network, by, metrics or (beside if short else default_metrics(computing)), computing
            )
        scores = ranking.values[ranking.by]
        ids = (each.id for each in ranking.organisations)
        written_back(write_back, ranking.by, dict(zip(ids, scores, strict=True)))
        by_chance = None
        if with_chance:
            by_chance = against_chance(
                graphkit.metrics.ranking_chance, network, ranking, draws=draws, seed=seed
            )
        spread, sources = None, None
        if bands == "facts":
            given |= {"top": top} if top else {}
            with progress() as bar:
                spread = graphkit.metrics.rank_bands(network, ranking, progress=bar, **given)
            note_settings(draws=spread.draws, keep=spread.keep, seed=spread.seed)
        elif bands == "sources":
            with progress() as bar:
                sources = graphkit.metrics.source_bands(network, ranking, progress=bar)
        note_settings(metrics=sorted(ranking.values))
        if sources is not None:
            emit(source_bands_table(sources, top, short=short, chance=by_chance), output)
        else:
            emit(ranking_table(ranking, top, short=short, bands=spread, chance=by_chance), output)
        say_estimated(ranking.errors, ranking.remarks)
        if spread is not None:
            say_lines(bands_remark(spread))
        if sources is not None:
            say_lines(source_bands_remark(sources, top or TOP))
        if by_chance is not None:
            say_lines(ranking_chance_remark(by_chance, top or TOP))
        say_cautions_by(computing, network, ranking)


def _rank_groups(
    store: str,
    by: str | None,
    metrics: tuple[str, ...],
    top: int | None,
    s: int | None,
    output: Output,
    selection: Selection,
) -> None:
    from graphkit.cli.output import emit, for_reading, network_of, say, working
    from graphkit.export.group_ranking import group_ranking_table, ties_remark
    from graphkit.metrics.group_ranking import OVERLAP, rank_groups

    short = for_reading(output)
    with network_of(store, selection, evidence=False) as network:
        with working(f"ranking {counted(len(network.two_mode.groups), 'group')}"):
            ranking = rank_groups(
                network,
                by or "two-mode-betweenness",
                metrics or (("two-mode-degree",) if short else GROUP_METRICS),
                s=OVERLAP if s is None else s,
            )
        note_settings(metrics=sorted(ranking.values), s=ranking.s)
        emit(group_ranking_table(ranking, top, short=short), output)
        if remark := ties_remark(ranking):
            say(remark)
