"""What commands that draw share: the metric, the words, which part, which lines, which places."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from graphkit.model import UsageError

if TYPE_CHECKING:
    from graphkit.network import Network
    from graphkit.views import Excerpt, Positions, View

Command = TypeVar("Command", bound=Callable[..., Any])

_NAMES = (
    *("by", "title", "language"),
    *("ego", "radius", "between", "group"),
    *("links", "everything", "positions"),
)


def picture_options(command: Command) -> Command:
    """The options that say what is drawn and where; `picture` takes them."""
    for option in reversed(
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
        )
    ):
        command = option(command)
    return command


def picture_words(words: dict[str, Any]) -> dict[str, Any]:
    """Take the words of `picture_options` out of those that a command got."""
    return {name: words.pop(name) for name in _NAMES}


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


def picture(
    network: Network,
    output: Path,
    *,
    ego: str | None,
    radius: int | None,
    between: tuple[str, str] | None,
    group: str | None,
    positions: Path | None,
    **how: Any,
) -> Picture:
    """The view that the options ask for; what of the file it left out is said."""
    from graphkit.cli.output import say
    from graphkit.views import build_view, known_positions, read_positions

    if positions is not None and positions.resolve() == output.resolve():
        raise UsageError(f"--positions {positions} is what -o writes; name another file")
    how["excerpt"] = _excerpt(network, ego, radius, between, group)
    if positions is None:
        return Picture(build_view(network, **how), None, None)
    kept = None
    if positions.exists():
        kept, unknown = known_positions(read_positions(positions), network, positions)
        if unknown:
            several = "organisations are" if len(unknown) > 1 else "organisation is"
            say(f"{positions}: {len(unknown)} {several} not in the data and left out")
    view = build_view(network, start=kept, **how)
    return Picture(
        view, view.positions if kept is None else kept.updated(view.positions), positions
    )


def _excerpt(
    network: Network,
    ego: str | None,
    radius: int | None,
    between: tuple[str, str] | None,
    group: str | None,
) -> Excerpt | None:
    from graphkit import views
    from graphkit.cli.output import node_meant

    asked = {"--ego": ego, "--between": between, "--group": group}
    given = [name for name, value in asked.items() if value]
    if len(given) > 1:
        raise UsageError(f"{' and '.join(given)} exclude each other; give one of them")
    if radius is not None and ego is None:
        raise UsageError(f"--radius {radius} belongs to --ego; add --ego ORG")
    if ego is not None:
        return views.around(network, node_meant(network, ego), 1 if radius is None else radius)
    if between:
        first, last = between
        return views.between(network, node_meant(network, first), node_meant(network, last))
    return None if group is None else views.members_of(network, group)
