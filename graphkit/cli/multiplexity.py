"""`graphkit multiplexity`: how often organisations share several layers."""

from __future__ import annotations

import click

from graphkit.cli.options import (
    Output,
    draws_option,
    output_options,
    part_option,
    seed_option,
    selection_options,
    store_option,
)
from graphkit.export.parts import LAYERED
from graphkit.network import Selection


@click.command()
@store_option
@draws_option(1000, "permutations for comparing each two layers with chance")
@seed_option
@part_option(LAYERED)
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
            emit(multiplexity_table(found, part or LAYERED[0]), output)
