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
    help="Column to sort by: brokered, a role, bridging, bridging_all or ei.",
)
@click.option(
    "--spans",
    multiple=True,
    metavar="CATEGORY",
    help="Only organisations that connect this category to the others given. May be repeated.",
)
@click.option(
    "--top", type=click.IntRange(min=1), help="Show only the first N organisations.", metavar="N"
)
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
    """Count the untied pairs each organisation connects, by role.

    Roles compare the broker's category with those of the pair: all three the same (coordinator);
    one of the pair the same as the broker's (gatekeeper; representative means the same here, as
    ties have no direction); both in one other category (consultant); all three different (liaison).
    Organisations without a known category are counted apart. Outputs other than a terminal also
    have the share of pairs that connect two categories (bridging), the categories of the broker and
    its neighbours (spans), the E-I index, and the facts behind the row.

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
