"""`graphkit ego`: an organisation's neighbours, and the ties among them."""

from __future__ import annotations

import click

from graphkit.cli.options import Output, output_options, selection_options, store_option
from graphkit.network import Selection


@click.command()
@click.argument("organisation")
@store_option
@selection_options
@output_options
def ego(organisation: str, store: str, output: Output, selection: Selection) -> None:
    """List an organisation's neighbours and the ties among them.

    For each neighbour it names the groups they share. Density covers only the ties among the
    neighbours. Constraint and effective size are Burt's measures.

    \b
    Example:
      graphkit ego KOM
      graphkit ego "Politechnika Białostocka" --layer declaration --format csv
    """
    import graphkit.metrics
    from graphkit.cli.output import emit, emit_text, for_reading, network_of, node_meant, say_lines
    from graphkit.export.ego import ego_remark, ego_table

    with network_of(store, selection) as network:
        found = graphkit.metrics.ego_network(network, node_meant(network, organisation))
        if output.is_text:
            emit_text(f"{ego_remark(found)}\n")
            if found.neighbours:
                emit_text("\n")
                emit(ego_table(found, short=for_reading(output)), output)
        else:
            emit(ego_table(found), output)
            say_lines(ego_remark(found))
