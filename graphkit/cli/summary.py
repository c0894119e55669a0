"""`graphkit info`: what a store holds, counted."""

from __future__ import annotations

import click

from graphkit.cli.engines import (
    Computing,
    advise,
    begin_with_pairs,
    engine_options,
    note_computed,
    pairs_option,
)
from graphkit.cli.options import Output, output_options, selection_options, store_option
from graphkit.network import Selection


@click.command()
@store_option
@pairs_option
@engine_options
@selection_options
@output_options
def info(
    store: str, pairs: str | None, computing: Computing, output: Output, selection: Selection
) -> None:
    """Summarise the store: counts, dates and missing sources.

    Counts organisations by kind and facts by layer, and the facts that lack a date or a source.

    With --pairs, what a folder of exported pairs holds: organisations, groups by layer, their
    memberships, the ties they make, and the sizes of the largest components.

    \b
    Example:
      graphkit info
      graphkit info --layer declaration --format json
      graphkit info --pairs exported --engine duckdb
    """
    import graphkit.engines
    from graphkit.cli.output import emit, network_of
    from graphkit.export.summary import pairs_summary_table, summary_table

    if pairs is not None:
        begin_with_pairs(pairs, computing, selection)
        held = graphkit.engines.summarise_pairs(pairs, **computing.given)
        note_computed(pairs, computing, output)
        emit(pairs_summary_table(held), output)
        return
    with network_of(store, selection) as network:
        advise(network, computing)
        emit(summary_table(graphkit.engines.summarise(network, **computing.given)), output)
