"""`graphkit blockmodel`: who is in a like position, and which positions are tied."""

from __future__ import annotations

import click

from graphkit.cli.options import Output, output_options, selection_options, store_option
from graphkit.model.wording import counted
from graphkit.network import Selection


@click.command()
@store_option
@click.option(
    "--positions",
    type=click.IntRange(min=1),
    default=4,
    show_default=True,
    metavar="N",
    help="How many positions to find. There are fewer where organisations are equally alike.",
)
@click.option(
    "--alpha",
    type=click.FloatRange(min=0),
    metavar="DENSITY",
    help="Density from which on positions count as tied.  [default: that of the network]",
)
@click.option(
    "--blocks",
    is_flag=True,
    help="Instead of organisations, list the density between each two positions.",
)
@selection_options
@output_options
def blockmodel(
    store: str,
    positions: int,
    alpha: float | None,
    blocks: bool,
    output: Output,
    selection: Selection,
) -> None:
    """Find like positions and which of them are tied.

    Organisations are in one position if they have like ties to the same others: the correlation of
    their ties (structural equivalence), put together by hierarchical clustering (complete linkage).
    Unlike in a community, they need not be tied to each other. The density of ties within and
    between positions is the blockmodel. In its image, positions are tied where the density is at
    least --alpha.

    \b
    Example:
      graphkit blockmodel
      graphkit blockmodel --positions 6 --layer declaration -o positions.xlsx
      graphkit blockmodel --blocks --format csv
    """
    import graphkit.metrics
    from graphkit.cli.output import emit, emit_text, network_of, say, working
    from graphkit.export.blockmodels import (
        blockmodel_remark,
        blockmodel_text,
        blocks_of,
        positions_table,
    )

    with network_of(store, selection) as network:
        with working(f"comparing {counted(network.tied_organisations, 'organisation')}"):
            found = graphkit.metrics.blockmodel(network, positions, alpha=alpha)
        if output.is_text and not blocks:
            emit_text(blockmodel_text(found))
        else:
            emit(blocks_of(found) if blocks else positions_table(found), output)
            say(blockmodel_remark(found))
