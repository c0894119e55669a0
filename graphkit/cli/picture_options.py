"""The options that `view` and `figure` share: metric, language, excerpt, links and positions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import click

from graphkit.cli.options import gathered
from graphkit.model import UsageError

if TYPE_CHECKING:
    from graphkit.network import Network
    from graphkit.views import Excerpt, Positions, SmallMultiples, View


Shown = TypeVar("Shown")


@dataclass(frozen=True)
class Picture(Generic[Shown]):
    """What is drawn and, when a position file is named, the positions to save in it."""

    view: Shown
    positions: Positions | None
    path: Path | None

    def keep(self) -> None:
        """Write the position file; called once the picture itself is written."""
        from graphkit.views import write_positions

        if self.positions is not None and self.path is not None:
            write_positions(self.positions, self.path)


@dataclass(frozen=True, slots=True)
class Drawing:
    """The options that all pictures share."""

    by: str
    colour: str
    title: str | None
    subtitle: str | None
    caption: str | None
    source: str | None
    always_name: tuple[str, ...]
    labels: str
    highlight: tuple[str, ...]
    legend: str
    theme: str
    language: str
    ego: str | None
    radius: int | None
    between: tuple[str, str] | None
    group: str | None
    links: str | None
    everything: bool
    positions: Path | None
    on_map: bool

    def of(self, network: Network, output: Path) -> Picture[View]:
        """Build the view; a remark tells which entries of the position file were ignored."""
        from graphkit.views import build_view

        excerpt = self._excerpt(network)
        if self.on_map and self.positions:
            raise UsageError(
                "--positions does not work with --map, where coordinates decide; leave out one"
            )
        kept = self._kept(network, output)
        view = build_view(
            network,
            **self._alike(),
            links=self.links,
            excerpt=excerpt,
            start=kept,
            on_map=self.on_map,
        )
        return self._picture(view, view.positions, kept)

    def side_by_side(
        self, networks: Mapping[str, Network], output: Path
    ) -> Picture[SmallMultiples]:
        """Build small multiples of networks, by heading; else as `of`."""
        from graphkit.views import compare_views

        for name in ("ego", "between", "group"):
            if getattr(self, name):
                raise UsageError(
                    f"--{name} draws one part and --compare several; leave out --{name}, or write "
                    "cluster=ORG in each selection"
                )
        if self.on_map:
            raise UsageError(
                "--map is for a single picture and does not work with --compare; leave out one of "
                "the two"
            )
        kept = self._kept(next(iter(networks.values())), output) if networks else None
        drawn = compare_views(
            networks,
            **self._alike(),
            links=self.links or "spokes",
            start=kept,
        )
        return self._picture(drawn, drawn.positions, kept)

    def _alike(self) -> dict[str, Any]:
        """What a single picture and small multiples are told alike."""
        return {
            "by": self.by,
            "colour": self.colour,
            "title": self.title,
            "subtitle": self.subtitle,
            "caption": self.caption,
            "source": self.source,
            "always_name": self.always_name,
            "labels": self.labels,
            "highlight": self.highlight,
            "legend": self.legend,
            "theme": self.theme,
            "language": self.language,
            "everything": self.everything,
        }

    def _kept(self, network: Network, output: Path) -> Positions | None:
        """What the position file states, if there is one yet."""
        from graphkit.cli.output import say
        from graphkit.views import known_positions, read_positions

        path = self.positions
        if path is not None and path.resolve() == output.resolve():
            raise UsageError(f"--positions {path} is the output file too; name another file")
        if path is None or not path.exists():
            return None
        kept, unknown = known_positions(read_positions(path), network, path)
        if unknown:
            several = "organisations that are" if len(unknown) > 1 else "organisation that is"
            say(f"{path}: ignored {len(unknown)} {several} not in the data")
        return kept

    def _picture(
        self, drawn: Shown, positions: Positions, kept: Positions | None
    ) -> Picture[Shown]:
        return Picture(
            drawn, positions if kept is None else kept.updated(positions), self.positions
        )

    def _excerpt(self, network: Network) -> Excerpt | None:
        from graphkit import views
        from graphkit.cli.output import node_meant

        asked = {"--ego": self.ego, "--between": self.between, "--group": self.group}
        given = [name for name, value in asked.items() if value]
        if len(given) > 1:
            raise UsageError(f"{' and '.join(given)} exclude each other; give only one of them")
        if self.radius is not None and self.ego is None:
            raise UsageError(f"--radius {self.radius} works only with --ego; add --ego ORG")
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
            "--by",
            default="betweenness",
            show_default=True,
            help="Metric for the size of marks; none for marks of one size and no ranking.",
        ),
        click.option(
            "--colour",
            default="kind",
            show_default=True,
            metavar="ATTRIBUTE",
            help="What colours and shapes stand for: kind, sector, place, community, a column of "
            "your own, or member:CLUSTER.",
        ),
        click.option("--title", help="Title of the picture."),
        click.option("--subtitle", help="A line below the title."),
        click.option("--caption", help="Text below the picture."),
        click.option("--source", help="What the line below the picture names as the source."),
        click.option(
            "--always-name",
            multiple=True,
            metavar="ORG",
            help="Name this organisation whatever the room; can be repeated.",
        ),
        click.option(
            "--labels",
            type=click.Choice(["names", "aliases", "ranks"]),
            default="names",
            show_default=True,
            help="What is written beside marks: names, shortened where there is no room; aliases "
            "where there are any; or ranks, with a key.",
        ),
        click.option(
            "--highlight",
            multiple=True,
            metavar="ORG[:NOTE]",
            help="Point out an organisation with a ring, or with A..B a shortest chain between "
            "two; a note stands beside it. Can be repeated.",
        ),
        click.option(
            "--legend",
            type=click.Choice(["auto", "right", "below", "none"]),
            default="auto",
            show_default=True,
            help="Where the legend is. auto: a strip that opens on a page; right of a figure, "
            "or below a narrow one.",
        ),
        click.option(
            "--theme",
            type=click.Choice(["auto", "light", "dark", "greyscale"]),
            default="auto",
            show_default=True,
            help="Colours: auto follows the reader's system on a page and is light in a figure; "
            "greyscale is for black-and-white print.",
        ),
        click.option(
            "--lang",
            "language",
            type=click.Choice(["en", "pl"]),
            default="en",
            show_default=True,
            help="Language of all text that is not data.",
        ),
        click.option("--ego", metavar="ORG", help="Draw an organisation and its neighbours."),
        click.option(
            "--radius",
            type=int,
            metavar="N",
            help="With --ego: include organisations up to N ties away.  [default: 1]",
        ),
        click.option(
            "--between",
            nargs=2,
            metavar="A B",
            help="Draw two organisations and all shortest chains between them.",
        ),
        click.option(
            "--group",
            metavar="GROUP",
            help="Draw the members of a cluster, declaration or collaboration.",
        ),
        click.option(
            "--links",
            type=click.Choice(["spokes", "pairs"]),
            help="Draw lines from organisations to the groups they share (spokes), or between "
            "every two tied organisations (pairs).  [default: spokes; with --map pairs]",
        ),
        click.option(
            "--all",
            "everything",
            is_flag=True,
            help="Draw every organisation. Without it, more than 800 are shown as communities.",
        ),
        click.option(
            "--positions",
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="Position file: saved positions are reused and new ones added. Created if "
            "missing.",
        ),
        click.option(
            "--map",
            "on_map",
            is_flag=True,
            help="Put organisations where they are, over the outlines of countries. Coordinates "
            "are those of the table places, or an organisation's x_latitude and x_longitude.",
        ),
    ),
)
"""The options that all pictures share: the command takes a `Drawing`."""
