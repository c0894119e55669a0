"""`graphkit figure`: draw the network as a static figure for documents."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphkit.cli.chart_options import Charting, chart_options
from graphkit.cli.options import selection_options, store_option
from graphkit.cli.picture_options import Drawing, Picture, picture_options
from graphkit.model import UsageError
from graphkit.model.wording import counted
from graphkit.network import Selection

if TYPE_CHECKING:
    from graphkit.views import Chart, SmallMultiples, View


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
@click.option(
    "--alt",
    is_flag=True,
    help="Print the alternative text too: what the picture shows, for those who do not see it.",
)
@click.option(
    "--compare",
    is_flag=True,
    help="Draw two to six selections side by side, with what came and went. Each SELECTION is "
    "written as for `graphkit compare`.",
)
@click.argument("selections", nargs=-1, metavar="[SELECTION]...")
@chart_options
@picture_options
@selection_options
def figure(
    store: str,
    output: Path,
    width_cm: float,
    dpi: int,
    alt: bool,
    compare: bool,
    selections: tuple[str, ...],
    charting: Charting,
    drawing: Drawing,
    selection: Selection,
) -> None:
    """Draw the network as an SVG, PDF or PNG figure.

    It has the positions, marks and legend of the page. Text stays text in SVG and PDF. The same
    data always give the same bytes.

    With --compare, the selections have the same positions, scale and legend. Each panel is compared
    with the one before it. Organisations without ties are not drawn.

    --chart draws numbers instead of the network: ranks, the first organisations with the range of
    each rank when facts or sources are left out; timeline, the facts of --ego ORG or of the members
    of --group GROUP, as precise as their dates; overlap, the organisations that clusters and other
    groups have in common; mixing, the ties between each two sectors (or --by ATTRIBUTE), and how
    many chance gives.

    \b
    Example:
      graphkit figure -o network.svg
      graphkit figure -o declarations.png --layer declaration --lang pl --width-cm 16 --dpi 600
      graphkit figure -o network.png --width-cm 16 --alt > network.txt
      graphkit figure -o kom.pdf --ego KOM --positions network-positions.json
      graphkit figure -o change.svg --width-cm 16 --compare at=2011 at=2014-11
      graphkit figure -o ranks.pdf --chart ranks --width-cm 8.5
      graphkit figure -o kom-in-time.svg --chart timeline --ego KOM
    """
    from graphkit.cli.output import network_of, networks_of, say, show, working
    from graphkit.views import alternative_text, figure_format, missing_letters, write_figure

    charting.check()
    form = figure_format(output)
    if selections and not compare:
        raise UsageError(f"{selections[0]}: a SELECTION works only with --compare; add --compare")
    if compare and charting.name:
        raise UsageError("--compare and --chart exclude each other; give only one of them")
    drawn: Picture[View] | Picture[SmallMultiples] | Picture[Chart]
    with ExitStack() as results:
        if compare:
            sides = _sides(selections, drawing.language, selection)
            networks = results.enter_context(networks_of(store, selection, sides, evidence=True))
            with working(f"drawing {counted(len(sides), 'selection')}"):
                drawn = drawing.side_by_side(dict(zip(sides, networks, strict=True)), output)
                write_figure(drawn.view, output, width_cm=width_cm, dpi=dpi)
        else:
            network = results.enter_context(network_of(store, selection))
            with working(f"drawing {counted(len(network.two_mode.organisations), 'organisation')}"):
                if charting.name:
                    drawn = Picture(charting.of(network, drawing), None, None)
                else:
                    drawn = drawing.of(network, output)
                write_figure(drawn.view, output, width_cm=width_cm, dpi=dpi)
        drawn.keep()
        say(f"wrote {output}")
        if alt:
            show(alternative_text(drawn.view))
        if form != "svg" and (letters := missing_letters(drawn.view)):
            say(
                f"the figure's font lacks these letters and shows boxes: {letters[:40]}; "
                "SVG uses the reader's fonts instead"
            )


def _sides(
    selections: tuple[str, ...], language: str, selection: Selection
) -> dict[str, Selection]:
    """The selections to compare, by the headings of their panels."""
    from graphkit.network import written_words
    from graphkit.views import heading_of

    sides: dict[str, Selection] = {}
    for text in selections:
        given = written_words(text)
        heading = heading_of(given, language)
        if heading in sides:
            raise UsageError(f"{text}: this selection is given twice; leave one of them out")
        sides[heading] = selection.refined(**given)
    return sides
