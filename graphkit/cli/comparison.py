"""`graphkit compare`: what differs between two selections."""

from __future__ import annotations

import click

from graphkit.cli.chance import against_chance
from graphkit.cli.engines import Computing, sampling_options
from graphkit.cli.options import (
    Output,
    by_option,
    output_options,
    part_option,
    seed_option,
    selection_options,
    store_option,
)
from graphkit.export.parts import COMPARED
from graphkit.network import Selection


@click.command()
@click.argument("a")
@click.argument("b")
@store_option
@click.option(
    "--metric",
    default="betweenness",
    show_default=True,
    metavar="NAME",
    help="Metric of the ranks.",
)
@by_option
@click.option(
    "--draws",
    type=click.IntRange(min=0),
    help="Number of random draws behind each range; 0 for none.  [default: 200; 0 with another "
    "engine than local]",
)
@seed_option
@part_option(COMPARED)
@sampling_options
@selection_options
@output_options
def compare(
    a: str,
    b: str,
    store: str,
    metric: str,
    by: str,
    draws: int | None,
    seed: int,
    part: str | None,
    computing: Computing,
    output: Output,
    selection: Selection,
) -> None:
    """Compare two dates, places, sectors or other selections.

    A and B are each written word=value[,word=value], with the options below as words: at=2011, or
    place=wojewodztwo-podlaskie,sector=business. The options themselves hold for both sides; a word
    in A or B replaces them there. `everything` is a side without words.

    Only organisations with a tie are compared. The result says which organisations and ties are in
    both and in one alone, how the members of each cluster changed, how ranks moved, and how
    density, centralisation and the E-I index of the two networks differ. Ranks have the range of
    90% of their draws, in which facts are dropped at random. Measures have the range of 90% of
    networks with the same group sizes and memberships, drawn at random, and their distance from
    chance, by which networks of different sizes compare.

    With --engine duckdb, that engine ranks. Nothing is drawn then, and ties and measures are
    compared in memory all the same.

    \b
    Example:
      graphkit compare at=2011 at=2014-11
      graphkit compare sector=research sector=business --layer declaration
      graphkit compare at=2011 at=2014-11 --table ties --format csv
      graphkit compare at=2011 at=2014-11 --metric pagerank --engine duckdb
    """
    import graphkit.engines
    from graphkit.cli.output import emit, emit_text, networks_of, say_cautions
    from graphkit.export.comparison import comparison_table, comparison_text
    from graphkit.network import written_words

    if not computing.is_local:
        computing.require_local(draws=draws)
        draws = 0
    sides = {name: selection.refined(**written_words(text)) for name, text in (("A", a), ("B", b))}
    with networks_of(store, selection, sides) as networks:
        found = against_chance(
            graphkit.engines.compare,
            *networks,
            metric=metric,
            by=by,
            draws=draws,
            seed=seed,
            **computing.given,
        )
        if output.is_text and part is None:
            emit_text(comparison_text(found))
        else:
            emit(comparison_table(found, part or COMPARED[0]), output)
        for name, network in zip(sides, networks, strict=True):
            say_cautions(network.select(isolates="exclude"), name=name)
