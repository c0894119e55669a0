"""`graphkit impact`: what breaks when organisations leave."""

from __future__ import annotations

import click

from graphkit.cli.options import Output, output_options, selection_options, store_option
from graphkit.network import Selection


@click.command()
@click.argument("organisations", nargs=-1, required=True, metavar="ORGANISATION...")
@store_option
@click.option(
    "--by", default="betweenness", show_default=True, help="The metric whose ranks are compared."
)
@selection_options
@output_options
def impact(
    organisations: tuple[str, ...],
    store: str,
    by: str,
    output: Output,
    selection: Selection,
) -> None:
    """Show what would break if these organisations left.

    Lists the pieces the network falls into, the members that lose their only path to the
    coordinators of their cluster (by role or, where no coordinator is stated, the cluster itself),
    and the changes of rank among those that stay. An organisation that leaves takes all its facts
    with it; a cluster also takes its memberships. Organisations that signed or took part in the
    same things stay tied.

    \b
    Example:
      graphkit impact KOM
      graphkit impact KOM "Politechnika Białostocka" --by degree --format csv -o impact.csv
    """
    import graphkit.metrics
    from graphkit.cli.output import emit, emit_text, network_of, node_meant
    from graphkit.export.impact import impact_table, impact_text

    with network_of(store, selection) as network:
        leaving = [node_meant(network, each) for each in organisations]
        found = graphkit.metrics.impact_of(network, leaving, by)
        if output.is_text:
            emit_text(impact_text(found))
        else:
            emit(impact_table(found), output)
