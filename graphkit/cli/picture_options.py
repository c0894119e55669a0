"""What commands that draw share: the metric, the words, which part, which lines, which places."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphkit.cli.options import gathered
from graphkit.model import UsageError

if TYPE_CHECKING:
    from graphkit.network import Network
    from graphkit.views import Excerpt, Positions, View


@dataclass(frozen=True)
class Picture:
    """A view and, when a file of positions is named, what is to be kept in it."""

    view: View
    positions: Positions | None
    path: Path | None

    def keep(self) -> None:
        """Write the file of positions: once the picture itself is written."""
        from graphkit.views import write_positions

        if self.positions is not None and self.path is not None:
            write_positions(self.positions, self.path)


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn and where: the options that all pictures share."""

    by: str
    title: str | None
    language: str
    ego: str | None
    radius: int | None
    between: tuple[str, str] | None
    group: str | None
    links: str
    everything: bool
    positions: Path | None

    def of(self, network: Network, output: Path) -> Picture:
        """The view that the options ask for; what of the file it left out is said."""
        from graphkit.cli.output import say
        from graphkit.views import build_view, known_positions, read_positions

        path = self.positions
        if path is not None and path.resolve() == output.resolve():
            raise UsageError(f"--positions {path} is what -o writes; name another file")
        excerpt = self._excerpt(network)
        kept = None
        if path is not None and path.exists():
            kept, unknown = known_positions(read_positions(path), network, path)
            if unknown:
                several = "organisations are" if len(unknown) > 1 else "organisation is"
                say(f"{path}: {len(unknown)} {several} not in the data and left out")
        view = build_view(
            network,
            by=self.by,
            title=self.title,
            language=self.language,
            links=self.links,
            everything=self.everything,
            excerpt=excerpt,
            start=kept,
        )
        return Picture(view, view.positions if kept is None else kept.updated(view.positions), path)

    def _excerpt(self, network: Network) -> Excerpt | None:
        from graphkit import views
        from graphkit.cli.output import node_meant

        asked = {"--ego": self.ego, "--between": self.between, "--group": self.group}
        given = [name for name, value in asked.items() if value]
        if len(given) > 1:
            raise UsageError(f"{' and '.join(given)} exclude each other; give one of them")
        if self.radius is not None and self.ego is None:
            raise UsageError(f"--radius {self.radius} belongs to --ego; add --ego ORG")
        if self.ego is not None:
            radius = 1 if self.radius is None else self.radius
            return views.around(network, node_meant(network, self.ego), radius)
        if self.between:
            first, last = self.between
            return views.between(network, node_meant(network, first), node_meant(network, last))
        return None if self.group is None else views.members_of(network, self.group)


picture_options = gathered(
    "drawing",
    Drawing,
    [each.name for each in fields(Drawing)],
    (
        click.option(
            "--by", default="betweenness", show_default=True, help="The metric that sizes."
        ),
        click.option("--title", help="The title of the picture."),
        click.option(
            "--lang",
            "language",
            type=click.Choice(["en", "pl"]),
            default="en",
            show_default=True,
            help="The language of all words that are not data.",
        ),
        click.option("--ego", metavar="ORG", help="Draw an organisation and its neighbours."),
        click.option(
            "--radius",
            type=int,
            metavar="N",
            help="With --ego: those that N ties or fewer lead to.  [default: 1]",
        ),
        click.option(
            "--between",
            nargs=2,
            metavar="A B",
            help="Draw two organisations and those on the shortest chains from A to B.",
        ),
        click.option(
            "--group",
            metavar="GROUP",
            help="Draw the members of a cluster, declaration or collaboration.",
        ),
        click.option(
            "--links",
            type=click.Choice(["spokes", "pairs"]),
            default="spokes",
            show_default=True,
            help="Lines from organisations to what they share, or from each to each.",
        ),
        click.option(
            "--all",
            "everything",
            is_flag=True,
            help="Draw every organisation. Without, more than 800 are shown as communities.",
        ),
        click.option(
            "--positions",
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="Where everything stands: what the file places stays there, and the file is "
            "written again with the rest. A new FILE is made.",
        ),
    ),
)
"""What is drawn and where: the command takes a `Drawing`."""
