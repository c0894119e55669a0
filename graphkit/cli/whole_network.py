"""`graphkit cohesion`: how the network as a whole holds together."""

from __future__ import annotations

import click

from graphkit.cli.options import Output, by_option, output_options, selection_options, store_option
from graphkit.network import Selection


@click.command()
@store_option
@by_option
@click.option(
    "--draws",
    type=click.IntRange(min=0),
    default=1000,
    show_default=True,
    help="Number of permutations for comparing the E-I index with chance.",
)
@click.option(
    "--seed", type=click.IntRange(min=0), default=0, show_default=True, help="Random seed."
)
@selection_options
@output_options
def cohesion(
    store: str,
    by: str,
    draws: int,
    seed: int,
    output: Output,
    selection: Selection,
) -> None:
    """Measure the network as a whole, and explain each number.

    Density, distances, components, fragmentation, connectedness, centralisation, core and
    periphery, the measures of the two-mode network, and the E-I index of an attribute. `graphkit
    metrics NAME` gives the definition of each.

    \b
    Example:
      graphkit cohesion
      graphkit cohesion --by kind --layer declaration --format json
    """
    import graphkit.metrics
    from graphkit.cli.output import emit, for_reading, network_of, working
    from graphkit.export.whole_network import cohesion_table

    with network_of(store, selection) as network:
        with working(f"measuring {len(network.two_mode.organisations)} organisations"):
            found = graphkit.metrics.cohesion(network, by, draws=draws, seed=seed)
        emit(cohesion_table(found, short=for_reading(output)), output)
