"""`graphkit brokers`: who connects organisations that are not tied themselves."""

from __future__ import annotations

import click

from graphkit.cli.options import Output, by_option, output_options, selection_options, store_option
from graphkit.network import Selection


@click.command()
@store_option
@by_option
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
    from graphkit.export.brokerage import brokers_table, uncategorised_text

    with network_of(store, selection) as network:
        with working(f"counting pairs of {len(network.two_mode.organisations)} organisations"):
            found = graphkit.metrics.brokers(network, by, sort=sort, spans=spans)
        emit(brokers_table(found, top, short=for_reading(output)), output)
        if found.uncategorised:
            say(uncategorised_text(found))
