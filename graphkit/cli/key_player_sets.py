"""`graphkit keyplayers`: the sets of organisations that matter most together."""

from __future__ import annotations

import click

from graphkit.cli.options import (
    Output,
    output_options,
    seed_option,
    selection_options,
    store_option,
)
from graphkit.model.wording import counted
from graphkit.network import Selection


@click.command()
@store_option
@click.option("-k", "k", type=int, default=3, show_default=True, help="Size of the set.")
@click.option(
    "--aim",
    type=click.Choice(["fragment", "reach"]),
    default="fragment",
    show_default=True,
    help="fragment: the set whose removal breaks up the network most; reach: the set closest to "
    "everyone.",
)
@click.option(
    "--distance",
    "by_distance",
    is_flag=True,
    help="Measure distance in steps instead of whether organisations are connected or within "
    "reach.",
)
@click.option(
    "--steps",
    type=int,
    default=1,
    show_default=True,
    help="With --aim reach: how many steps count as reached.",
)
@click.option(
    "--restarts",
    type=click.IntRange(min=0),
    default=10,
    show_default=True,
    help="Number of random starting sets, when there are too many sets to try them all.",
)
@seed_option
@selection_options
@output_options
def keyplayers(
    store: str,
    k: int,
    aim: str,
    by_distance: bool,
    steps: int,
    restarts: int,
    seed: int,
    output: Output,
    selection: Selection,
) -> None:
    """Find the set of k organisations that matters most as a group.

    These are usually not the k most central organisations. `added` is what the set loses without
    the organisation; `alone` is the value of the organisation by itself.

    \b
    Example:
      graphkit keyplayers -k 3
      graphkit keyplayers -k 5 --aim reach --steps 2 --format json
    """
    import graphkit.metrics
    from graphkit.cli.output import emit, for_reading, network_of, say, working
    from graphkit.export.key_player_sets import key_players_table, key_players_text

    with network_of(store, selection) as network:
        with working(f"trying sets of {counted(k, 'organisation')}"):
            found = graphkit.metrics.key_players(
                network, k, aim, by_distance=by_distance, steps=steps, restarts=restarts, seed=seed
            )
        emit(key_players_table(found, short=for_reading(output)), output)
        say(key_players_text(found))
