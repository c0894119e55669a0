"""`graphkit brokers`, `cohesion`, `keyplayers` and `metrics`: measures beyond a ranking."""

from __future__ import annotations

import click

from graphkit.cli.options import Output, output_options, selection_options, store_option
from graphkit.network import Selection

_BY = click.option(
    "--by",
    default="sector",
    show_default=True,
    metavar="ATTRIBUTE",
    help="The attribute: sector, kind, place, or member:CLUSTER (in that cluster or outside it).",
)


@click.command()
@store_option
@_BY
@click.option(
    "--sort",
    default="brokered",
    show_default=True,
    metavar="COLUMN",
    help="The column to sort by: brokered, a role, bridging, bridging_all or ei.",
)
@click.option(
    "--spans",
    multiple=True,
    metavar="CATEGORY",
    help="Only organisations in which this category and others asked for meet. May be repeated.",
)
@click.option("--top", type=click.IntRange(min=1), help="Only the first so many organisations.")
@selection_options
@output_options
def brokers(
    store: str,
    by: str,
    sort: str,
    spans: tuple[str, ...],
    top: int | None,
    output: Output,
    selection: Selection,
) -> None:
    """Who connects organisations that are not tied themselves, and in which role.

    A broker's pairs are counted by its own category and those of the two: all of one (coordinator),
    one of the pair of its own (gatekeeper, or representative: ties have no direction), both of
    another (consultant), all three different (liaison). Who has no known category is kept apart.
    Outputs other than a terminal's also have the share of pairs that connect two categories
    (bridging), its own and its neighbours' categories (spans), the E-I index, and the facts behind
    it.

    \b
    Example:
      graphkit brokers --top 10
      graphkit brokers --spans business --spans research --spans public
      graphkit brokers --by member:KOM --sort gatekeeper --format csv -o brokers.csv
    """
    import graphkit.metrics
    from graphkit.cli.output import emit, for_reading, network_of, say, working
    from graphkit.export.structure import brokers_table, uncategorised_text

    with network_of(store, selection) as network:
        with working(f"counting pairs of {len(network.two_mode.organisations)} organisations"):
            found = graphkit.metrics.brokers(network, by, sort=sort, spans=spans)
        emit(brokers_table(found, top, short=for_reading(output)), output)
        if found.uncategorised:
            say(uncategorised_text(found))


@click.command()
@store_option
@_BY
@click.option(
    "--draws",
    type=click.IntRange(min=0),
    default=1000,
    show_default=True,
    help="Permutations by which the E-I index is compared with chance.",
)
@click.option(
    "--seed", type=click.IntRange(min=0), default=0, show_default=True, help="For the permutations."
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
    """How the network holds together: one number each for the whole of it, with its meaning.

    Density, distances, components, fragmentation and connectedness, centralisation, core and
    periphery, the measures of the two-mode network, and the E-I index by an attribute. `graphkit
    metrics NAME` says how each is defined.

    \b
    Example:
      graphkit cohesion
      graphkit cohesion --by kind --layer declaration --format json
    """
    import graphkit.metrics
    from graphkit.cli.output import emit, for_reading, network_of, working
    from graphkit.export.structure import cohesion_table

    with network_of(store, selection) as network:
        with working(f"measuring {len(network.two_mode.organisations)} organisations"):
            found = graphkit.metrics.cohesion(network, by, draws=draws, seed=seed)
        emit(cohesion_table(found, short=for_reading(output)), output)


@click.command()
@store_option
@click.option("-k", "k", type=int, default=3, show_default=True, help="How many organisations.")
@click.option(
    "--aim",
    type=click.Choice(["fragment", "reach"]),
    default="fragment",
    show_default=True,
    help="Whose loss would leave the others the most apart, or who are nearest to all.",
)
@click.option(
    "--distance",
    "by_distance",
    is_flag=True,
    help="Measure by distance in steps, instead of by who is connected or within reach.",
)
@click.option(
    "--steps", type=int, default=1, show_default=True, help="How far reach goes, in steps."
)
@click.option(
    "--restarts",
    type=click.IntRange(min=0),
    default=10,
    show_default=True,
    help="Random sets to improve as well, where there are too many to try all.",
)
@click.option(
    "--seed", type=click.IntRange(min=0), default=0, show_default=True, help="For the random sets."
)
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
    """The few organisations that together matter most, which are not the most central each alone.

    `added` is what the set loses without the organisation, `alone` what it is worth by itself.

    \b
    Example:
      graphkit keyplayers -k 3
      graphkit keyplayers -k 5 --aim reach --steps 2 --format json
    """
    import graphkit.metrics
    from graphkit.cli.output import emit, for_reading, network_of, say, working
    from graphkit.export.structure import key_players_table, key_players_text

    with network_of(store, selection) as network:
        with working(f"trying sets of {k} organisations"):
            found = graphkit.metrics.key_players(
                network, k, aim, by_distance=by_distance, steps=steps, restarts=restarts, seed=seed
            )
        emit(key_players_table(found, short=for_reading(output)), output)
        say(key_players_text(found))


@click.command()
@click.argument("name", required=False)
@output_options
def metrics(name: str | None, output: Output) -> None:
    """What can be measured: the catalogue of metrics, or all that there is to know of one.

    \b
    Example:
      graphkit metrics
      graphkit metrics constraint
    """
    from graphkit.cli.output import emit, emit_text, for_reading
    from graphkit.export.structure import catalogue_table, entry_text
    from graphkit.metrics import CATALOGUE, in_catalogue

    if name is None:
        emit(catalogue_table(CATALOGUE, short=for_reading(output)), output)
        return
    entry = in_catalogue(name)
    if output.is_text:
        emit_text(entry_text(entry))
    else:
        emit(catalogue_table({entry.name: entry}), output)
