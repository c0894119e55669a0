"""`graphkit view`: draw the network as an interactive page."""

from __future__ import annotations

from pathlib import Path

import click

from graphkit.cli.chart_options import chart_of
from graphkit.cli.options import selection_options, store_option
from graphkit.cli.picture_options import Drawing, picture_options
from graphkit.model import UsageError
from graphkit.model.wording import counted
from graphkit.network import Selection
from graphkit.views.charts.names import NAMES


@click.command()
@store_option
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The page to write, FILE.html.",
)
@click.option(
    "--embed",
    is_flag=True,
    help="Write the page without its header, and print the HTML to embed it in another page.",
)
@click.option(
    "--chart",
    "charts",
    type=click.Choice(NAMES),
    multiple=True,
    help="Show this chart below the picture, as `graphkit figure --chart` draws it, and as a "
    "table. May be repeated.",
)
@picture_options
@selection_options
def view(
    store: str,
    output: Path,
    embed: bool,
    charts: tuple[str, ...],
    drawing: Drawing,
    selection: Selection,
) -> None:
    """Draw the network as one HTML file that works offline.

    More than 800 organisations are drawn as communities that open to show their members; --all
    draws every organisation. Ranks always refer to the whole selection.

    \b
    Example:
      graphkit view -o network.html
      graphkit view -o declarations.html --layer declaration --at 2014-11 --by degree
      graphkit view -o inset.html --embed > snippet.html
      graphkit view -o kom.html --ego KOM --radius 2
      graphkit view -o network.html --positions network-positions.json
      graphkit view -o network.html --chart ranks --chart mixing
    """
    from graphkit.cli.output import emit_text, network_of, say, working
    from graphkit.views import frame_snippet, write_page

    if output.suffix.lower() not in (".html", ".htm"):
        raise UsageError(f"-o {output}: a view is a web page; name a file that ends in .html")
    with network_of(store, selection) as network:
        with working(f"drawing {counted(len(network.two_mode.organisations), 'organisation')}"):
            drawn = drawing.of(network, output)
            shown = [chart_of(network, name, drawing) for name in dict.fromkeys(charts)]
            write_page(drawn.view, output, embedded=embed, charts=shown)
            drawn.keep()
        say(f"wrote {output}")
        if embed:
            emit_text(f"{frame_snippet(drawn.view, output)}\n")
