"""`graphkit info`: what a store holds, counted."""

from __future__ import annotations

import click

from graphkit.cli.options import Output, output_options, selection_options, store_option
from graphkit.network import Selection


@click.command()
@store_option
@selection_options
@output_options
def info(store: str, output: Output, selection: Selection) -> None:
    """Summarise the store: counts, dates and missing sources.

    Counts organisations by kind and facts by layer, and the facts that lack a date or a source.

    \b
    Example:
      graphkit info
      graphkit info --layer declaration --format json
    """
    from graphkit.cli.output import emit, network_of
    from graphkit.export.summary import summary_table
    from graphkit.network import summarise

    with network_of(store, selection) as network:
        emit(summary_table(summarise(network)), output)
