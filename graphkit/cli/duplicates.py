"""`graphkit duplicates`: which organisations may be one, and what merging them would change."""

from __future__ import annotations

from pathlib import Path

import click

from graphkit.cli.options import Output, output_options, selection_options, store_option
from graphkit.cli.pair_options import pair_options
from graphkit.model import UsageError
from graphkit.names import LEAST
from graphkit.network import Selection


@click.command()
@store_option
@pair_options("score")
@click.option(
    "--by",
    default="betweenness",
    show_default=True,
    help="With --sort effect and --report: metric of the ranking.",
)
@click.option("--top", type=click.IntRange(min=1), help="Show only the first N.", metavar="N")
@click.option(
    "--decided", is_flag=True, help="List also pairs that somebody has called different or unsure."
)
@click.option(
    "--names",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Table of further names, such as translations: the names of an organisation in one row.",
)
@click.option(
    "--report",
    is_flag=True,
    help="Say instead how far the ranking rests on undecided pairs: the first ten now, and if the "
    "nearly certain or all likely pairs were one.",
)
@selection_options
@output_options
def duplicates(
    store: str,
    sort: str,
    by: str,
    least: float,
    top: int | None,
    decided: bool,
    names: Path | None,
    report: bool,
    output: Output,
    selection: Selection,
) -> None:
    """List organisations that may be one under two ids.

    Names are compared without case, accents, legal forms, abbreviations and order of words; place,
    website, identifiers, kind and the groups that both are in count too. Of pairs with a score of
    0.9, about 90% are one organisation; from 0.95 on a pair is nearly certain. The left one is in
    more groups, or more is stated of it. The columns reasons and against say what the score rests
    on.

    With --sort effect, the ranking is made again with each pair merged. The first pairs are those
    that would change the first ten places most, weighed with their score. In a large network only
    some pairs are tried, and the others come last.

    In a file, the column verdict is blank: fill in same, different or unsure, and `graphkit decide
    --from FILE` takes what you decided.

    Only spellings are found. "Panepistimio Patron" and "University of Patras" share no letters:
    give such names as aliases, or in a table with --names.

    \b
    Example:
      graphkit duplicates
      graphkit duplicates --sort effect --top 20
      graphkit duplicates --least 0.8 -o pairs.csv
      graphkit duplicates --report
      graphkit duplicates --names translations.csv
    """
    import graphkit.metrics
    from graphkit.cli.output import emit, for_reading, network_of, progress, say, working
    from graphkit.export.duplicates import (
        duplicates_remarks,
        duplicates_table,
        reliance_remarks,
        reliance_table,
    )
    from graphkit.sources import read_other_names

    if report:
        for option, asked in (
            ("--sort effect", sort == "effect"),
            ("--top", top is not None),
            ("--least", least != LEAST),
            ("--decided", decided),
        ):
            if asked:
                raise UsageError(f"--report does not work with {option}; leave out one of them")
    others = read_other_names(names) if names is not None else None
    with network_of(store, selection) as network:
        if report:
            with working("comparing names"):
                rests_on = graphkit.metrics.reliance(network, by=by, other_names=others)
            emit(reliance_table(rests_on), output)
            for remark in reliance_remarks(rests_on):
                say(remark)
            return
        with progress() as bar:
            found = graphkit.metrics.find_duplicates(
                network,
                by=by,
                sort=sort,
                least=least,
                decided=decided,
                other_names=others,
                progress=bar,
            )
        emit(duplicates_table(found, top, short=for_reading(output)), output)
        for remark in duplicates_remarks(found, top):
            say(remark)
