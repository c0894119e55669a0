"""`graphkit demo`: from the sample's tables to a ranking, the facts behind it, and a picture."""

from __future__ import annotations

from pathlib import Path

import click

_DRAWS = 50
_WIDTH = 96


@click.command()
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path), required=False)
@click.option("--store", metavar="TARGET", help="The store to load into.  [default: DIR/store]")
def demo(directory: Path | None, store: str | None) -> None:
    """Load the sample, report on it in words and draw a page.

    Writes network.html and connectors.csv into DIRECTORY (default graphkit-demo). The sample holds
    facts from five documents on clusters in Podlasie, Lower Silesia and Lubuskie, mostly about the
    metalworking clusters in 2014.

    \b
    Example:
      graphkit demo
    """
    import graphkit
    from graphkit.cli.options import Output
    from graphkit.cli.output import emit, emit_text, open_target, progress, say_counts, show
    from graphkit.export.ranking import ranking_table
    from graphkit.metrics import METRICS
    from graphkit.report import build_report, report_lines
    from graphkit.sources import read_sample
    from graphkit.views import write_page

    folder = directory or Path("graphkit-demo")
    with open_target(store or str(folder / "store")) as opened:
        with progress() as bar:
            opened.load(read_sample(), prune=True, progress=bar)
        network = graphkit.Network.of(opened)
    ranking = graphkit.rank(network, metrics=METRICS)
    emit_text(report_lines(build_report(network, short=True, draws=_DRAWS), _WIDTH))
    show()
    emit(ranking_table(ranking), Output("csv", folder / "connectors.csv"))
    page = folder / "network.html"
    write_page(
        graphkit.build_view(network, title="Clusters in Podlasie, Lower Silesia and Lubuskie"), page
    )
    show(f"Open {page} in a browser; graphkit rank --store {store or folder / 'store'} ranks all.")
    say_counts(network)
