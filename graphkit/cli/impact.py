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
    """What happens when these organisations leave.

    Tells which pieces the network falls into, which members lose their only path to those who
    coordinate their cluster (by role or, where no coordinator is stated, the cluster itself), and
    whose rank changes among those who stay. All facts of an organisation that leaves go with it;
    when it is a cluster, so do the memberships in it. Those who signed or took part in the same
    things remain tied.

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
