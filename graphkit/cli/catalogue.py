"""`graphkit metrics`: the catalogue of what can be measured."""

from __future__ import annotations

import click

from graphkit.cli.options import Output, output_options


@click.command()
@click.argument("name", required=False)
@output_options
def metrics(name: str | None, output: Output) -> None:
    """List all metrics, or show the full entry of one.

    \b
    Example:
      graphkit metrics
      graphkit metrics constraint
    """
    from graphkit.cli.output import emit, emit_text, for_reading
    from graphkit.export.catalogue import catalogue_table, entry_text
    from graphkit.metrics import CATALOGUE, in_catalogue

    if name is None:
        emit(catalogue_table(CATALOGUE, short=for_reading(output)), output)
        return
    entry = in_catalogue(name)
    if output.is_text:
        emit_text(entry_text(entry))
    else:
        emit(catalogue_table({entry.name: entry}), output)
