"""`graphkit demo`: from the sample's tables to a ranking, the facts behind it, and a picture."""

from __future__ import annotations

import textwrap
from itertools import islice
from pathlib import Path

import click

_SHOWN = 5


@click.command()
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path), required=False)
@click.option("--store", metavar="TARGET", help="The store to load into.  [default: DIR/store]")
def demo(directory: Path | None, store: str | None) -> None:
    """Load the sample, explain its key connectors and draw a page.

    Writes network.html and connectors.csv into DIRECTORY (default graphkit-demo). The sample holds
    facts from five documents on clusters in Podlasie, Lower Silesia and Lubuskie, mostly about the
    metalworking clusters in 2014.

    \b
    Example:
      graphkit demo
    """
    import graphkit
    from graphkit.cli.options import Output
    from graphkit.cli.output import emit, open_target, progress, say_counts, show
    from graphkit.export.evidence import explanation_lines
    from graphkit.export.ranking import ranking_table
    from graphkit.metrics import METRICS
    from graphkit.model.rounded import rounded
    from graphkit.sources import read_sample
    from graphkit.views import write_page

    folder = directory or Path("graphkit-demo")
    with open_target(store or str(folder / "store")) as opened:
        with progress() as bar:
            opened.load(read_sample(), prune=True, progress=bar)
        network = graphkit.Network.of(opened)
    ranking = graphkit.rank(network, metrics=METRICS)
    show("Key connectors: the organisations on the shortest paths between the others")
    show()
    rows = zip(ranking.ranks, ranking.organisations, ranking.values[ranking.by], strict=True)
    for place, node, value in islice(rows, _SHOWN):
        show(f"{place:>3}  {node.name}  ({ranking.by} {rounded(value)})")
        for line in explanation_lines(graphkit.explain(network, node)):
            for part in textwrap.wrap(
                line,
                96,
                initial_indent="     - ",
                subsequent_indent=" " * 7,
                break_on_hyphens=False,
            ):
                show(part)
    show()
    emit(ranking_table(ranking), Output("csv", folder / "connectors.csv"))
    page = folder / "network.html"
    write_page(
        graphkit.build_view(network, title="Clusters in Podlasie, Lower Silesia and Lubuskie"), page
    )
    show(f"Open {page} in a browser; graphkit rank --store {store or folder / 'store'} ranks all.")
    say_counts(network)
