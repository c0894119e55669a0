"""`graphkit ratings`: what organisations answered about each other in a survey."""

from __future__ import annotations

import click

from graphkit.cli.flags import given_options
from graphkit.cli.options import (
    Output,
    draws_option,
    output_options,
    part_option,
    seed_option,
    selection_options,
    store_option,
)
from graphkit.export.parts import RATED
from graphkit.model import UsageError
from graphkit.network import Selection

_OF_MEASURES = ("min_raters", "draws", "seed", "part")
"""The options that mean nothing with --under-rules."""


@click.command()
@store_option
@click.option(
    "--question",
    metavar="ID",
    help="Only the answers to this question; with --under-rules also what an answer must be, such "
    "as contact>=2.",
)
@click.option(
    "--min-raters",
    type=click.IntRange(min=1),
    default=3,
    show_default=True,
    help="Withhold the mean of an organisation about which fewer answered.",
)
@click.option(
    "--under-rules",
    is_flag=True,
    help="Rank by the answers, with the best and the worst rank under each rule about those that "
    "did not answer.",
)
@click.option("--by", default="degree", show_default=True, help="With --under-rules: the metric.")
@draws_option(200, "random networks for comparing reciprocity with chance")
@seed_option
@part_option(RATED)
@selection_options
@output_options
def ratings(
    store: str,
    question: str | None,
    min_raters: int,
    under_rules: bool,
    by: str,
    draws: int,
    seed: int,
    part: str | None,
    output: Output,
    selection: Selection,
) -> None:
    """Measure what organisations answered about each other.

    For each question: the response rate, who did not answer but is named, how many organisations
    each one names and is named by, the mean of the answers about it with the number of raters, how
    many namings are returned (reciprocity, compared with chance), and how far both ends of a pair
    agree.

    \b
    Nobody knows what those that did not answer would have said, so
    --under-rules ranks three times: without them (dropped), with one answer enough
    (one-sided), and taking what others said of them (as-named).

    \b
    Example:
      graphkit ratings
      graphkit ratings --question trust --table organisations --format csv
      graphkit ratings --under-rules --layer rating --rating 'contact>=2'
    """
    _refuse_unused(under_rules)
    import graphkit.metrics
    from graphkit.cli.output import emit, emit_text, network_of, say, working
    from graphkit.export.ratings import ranks_remarks, ranks_table, ratings_table, ratings_text

    with network_of(store, selection, evidence=False) as network, working("comparing answers"):
        if under_rules:
            ranks = graphkit.metrics.rank_by_answers(network, question, by=by)
            emit(ranks_table(ranks), output)
            for remark in ranks_remarks(ranks):
                say(remark)
            return
        found = graphkit.metrics.ratings_of(
            network, question, min_raters=min_raters, draws=draws, seed=seed
        )
        if output.is_text and part is None:
            emit_text(ratings_text(found))
        else:
            emit(ratings_table(found, part or RATED[0]), output)


def _refuse_unused(under_rules: bool) -> None:
    """Refuse an option that would have no effect."""
    given = given_options()
    for name in _OF_MEASURES:
        if under_rules and name in given:
            raise UsageError(f"{given[name]} has no effect with --under-rules; leave out one")
    if not under_rules and "by" in given:
        raise UsageError("--by works only with --under-rules; add --under-rules")
