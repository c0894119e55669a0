"""`graphkit view`: the network as an interactive page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from graphkit.cli.options import picture_options, selection_options, store_option
from graphkit.model import UsageError


@click.command()
@store_option
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The page to write, FILE.html.",
)
@picture_options
@selection_options
def view(store: str, output: Path, by: str, title: str | None, lang: str, **words: Any) -> None:
    """Draw the network as one HTML file that opens anywhere, without a network connection.

    \b
    Example:
      graphkit view -o network.html
      graphkit view -o declarations.html --layer declaration --at 2014-11 --by degree
    """
    from graphkit.cli.output import network_of, say, working
    from graphkit.views import build_view, write_page

    if output.suffix.lower() not in (".html", ".htm"):
        raise UsageError(f"-o {output}: the view is a page; name a file that ends in .html")
    with network_of(store, **words) as network:
        with working(f"drawing {len(network.two_mode.organisations)} organisations"):
            write_page(build_view(network, by=by, title=title, language=lang), output)
        say(f"wrote {output}")
