"""`graphkit multiplexity`: how often organisations share several layers."""

from __future__ import annotations

import click

from graphkit.cli.options import Output, output_options, selection_options, store_option
from graphkit.network import Selection

_TABLES = ("layers", "shared", "pairs")


@click.command()
@store_option
@click.option(
    "--draws",
    type=click.IntRange(min=0),
    default=1000,
    show_default=True,
    help="Number of permutations for comparing each two layers with chance; 0 for none.",
)
@click.option(
    "--seed", type=click.IntRange(min=0), default=0, show_default=True, help="Random seed."
)
@click.option(
    "--table",
    "part",
    type=click.Choice(_TABLES),
    help="Which table to give, of those that a workbook holds together.  [default: layers]",
)
@selection_options
@output_options
def multiplexity(
    store: str,
    draws: int,
    seed: int,
    part: str | None,
    output: Output,
    selection: Selection,
) -> None:
    """Show how often organisations share several layers.

    The layers are membership, declaration, collaboration and tie. For each two, the result counts
    the pairs of organisations that are tied in both, and tests their correlation by the quadratic
    assignment procedure: it shuffles the organisations of one layer.
    Declarations against collaborations says whether declared partnerships are realised.

    \b
    Example:
      graphkit multiplexity
      graphkit multiplexity --layer declaration --layer collaboration --table pairs --format csv
    """
    import graphkit.metrics
    from graphkit.cli.output import emit, emit_text, network_of, progress
    from graphkit.export.multiplexity import multiplexity_table, multiplexity_text

    with network_of(store, selection, evidence=False) as network:
        with progress() as bar:
            found = graphkit.metrics.multiplexity(network, draws=draws, seed=seed, progress=bar)
        if output.is_text and part is None:
            emit_text(multiplexity_text(found))
        else:
            emit(multiplexity_table(found, part or "layers"), output)
