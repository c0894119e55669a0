"""`graphkit path`: the shortest chains between two organisations."""

from __future__ import annotations

import click

from graphkit.cli.options import Output, output_options, selection_options, store_option
from graphkit.network import Selection


@click.command()
@click.argument("start", metavar="FROM")
@click.argument("end", metavar="TO")
@store_option
@click.option(
    "--chains",
    "most",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="How many of the equally short chains to show, in order of id.",
)
@selection_options
@output_options
def path(
    start: str,
    end: str,
    store: str,
    most: int,
    output: Output,
    selection: Selection,
) -> None:
    """Show the shortest chain between two organisations.

    Each step lists the facts behind it. With --weight, the length of a step is the inverse of the
    tie's strength.

    \b
    Example:
      graphkit path ChM "Urząd Miejski w Suwałkach"
      graphkit path ChM bfkk --weight newman --chains 5 --format json
    """
    import graphkit.metrics
    from graphkit.cli.output import emit, emit_text, network_of, node_meant, say
    from graphkit.export.chains import chains_remark, chains_table, chains_text

    with network_of(store, selection) as network:
        found = graphkit.metrics.shortest_chains(
            network, node_meant(network, start), node_meant(network, end), most=most
        )
        if output.is_text:
            emit_text(chains_text(found))
        else:
            emit(chains_table(found), output)
            say(chains_remark(found))
        if len(found.shown) < found.count:
            say("--chains shows more of them")
