"""`graphkit figure`: draw the network as a static figure for documents."""

from __future__ import annotations

from pathlib import Path

import click

from graphkit.cli.options import selection_options, store_option
from graphkit.cli.picture_options import Drawing, picture_options
from graphkit.model.wording import counted
from graphkit.network import Selection


@click.command()
@store_option
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The figure to write: FILE.svg, FILE.png or FILE.pdf.",
)
@click.option(
    "--width-cm",
    type=float,
    default=24.0,
    show_default=True,
    help="Width of the figure, 8 to 200. Text keeps a readable size, so a wider figure has room "
    "for more names.",
)
@click.option(
    "--dpi", type=int, default=300, show_default=True, help="Resolution of a PNG, 50 to 1200."
)
@picture_options
@selection_options
def figure(
    store: str,
    output: Path,
    width_cm: float,
    dpi: int,
    drawing: Drawing,
    selection: Selection,
) -> None:
    """Draw the network as an SVG, PDF or PNG figure.

    It has the positions, marks and legend of the page. Text stays text in SVG and PDF. The same
    data always give the same bytes.

    \b
    Example:
      graphkit figure -o network.svg
      graphkit figure -o declarations.png --layer declaration --lang pl --width-cm 16 --dpi 600
      graphkit figure -o kom.pdf --ego KOM --positions network-positions.json
    """
    from graphkit.cli.output import network_of, say, working
    from graphkit.views import figure_format, missing_letters, write_figure

    form = figure_format(output)
    with network_of(store, selection) as network:
        with working(f"drawing {counted(len(network.two_mode.organisations), 'organisation')}"):
            drawn = drawing.of(network, output)
            write_figure(drawn.view, output, width_cm=width_cm, dpi=dpi)
            drawn.keep()
        say(f"wrote {output}")
        if form != "svg" and (letters := missing_letters(drawn.view)):
            say(
                f"the figure's font lacks these letters and shows boxes: {letters[:40]}; "
                "SVG uses the reader's fonts instead"
            )
