"""`--chart`: numbers of a network drawn as a chart, instead of the network itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from graphkit.cli.flags import given_options
from graphkit.cli.manifest import note_settings
from graphkit.cli.options import gathered
from graphkit.model import UsageError
from graphkit.views.charts.names import NAMES

if TYPE_CHECKING:
    from graphkit.cli.picture_options import Drawing
    from graphkit.network import Network
    from graphkit.views import Chart

_OF_PICTURES = (
    "always_name",
    "labels",
    "theme",
    "colour",
    "radius",
    "between",
    "links",
    "everything",
    "positions",
    "on_map",
)
"""The options of pictures of a network that no chart uses."""


@dataclass(frozen=True, slots=True)
class Charting:
    """The options of charts; name: of the chart, or None for a picture of the network."""

    name: str | None
    top: int | None
    draws: int | None
    seed: int | None

    def check(self) -> None:
        """Refuse options that do not go together, before the work begins."""
        given = {"--top": self.top, "--draws": self.draws, "--seed": self.seed}
        if self.name is None:
            for option, value in given.items():
                if value is not None:
                    raise UsageError(f"{option} works only with --chart; add it")
            return
        stated = given_options()
        for name in _OF_PICTURES:
            if name in stated:
                raise UsageError(f"{stated[name]} does not work with --chart; leave it out")

    def of(self, network: Network, drawing: Drawing) -> Chart:
        """Make the chart."""
        from graphkit.cli.output import progress
        from graphkit.metrics.chance import DRAWS
        from graphkit.views import build_chart

        assert self.name is not None
        draws, seed = DRAWS if self.draws is None else self.draws, self.seed or 0
        with progress() as bar:
            chart = build_chart(
                network,
                self.name,
                by=drawing.by if "by" in given_options() else None,
                ego=drawing.ego,
                group=drawing.group,
                top=self.top,
                draws=draws,
                seed=seed,
                title=drawing.title,
                subtitle=drawing.subtitle,
                caption=drawing.caption,
                source=drawing.source,
                language=drawing.language,
                progress=bar,
            )
        note_settings(chart=self.name, draws=draws, seed=seed)
        return chart


def chart_of(network: Network, name: str, drawing: Drawing) -> Chart:
    """The chart that a page shows below its picture: each takes what concerns it from the options.

    The metric that sizes marks also ranks, and what colours them also mixes.
    """
    from graphkit.cli.output import progress
    from graphkit.views import build_chart

    option = {"ranks": "by", "mixing": "colour"}.get(name, "")
    said = option in given_options()
    about = name == "timeline"
    with progress() as bar:
        return build_chart(
            network,
            name,
            by=getattr(drawing, option) if said else None,
            ego=drawing.ego if about else None,
            group=drawing.group if about else None,
            language=drawing.language,
            progress=bar,
        )


chart_options = gathered(
    "charting",
    lambda **values: Charting(values["chart"], values["top"], values["draws"], values["seed"]),
    ("chart", "top", "draws", "seed"),
    (
        click.option(
            "--chart",
            type=click.Choice(NAMES),
            help="Draw a chart instead of the network.",
        ),
        click.option(
            "--top",
            type=click.IntRange(min=1),
            metavar="N",
            help="With --chart: at most N organisations or groups.  [default: 10 and 20]",
        ),
        click.option(
            "--draws",
            type=click.IntRange(min=0),
            help="With --chart: number of random draws for ranges; 0 for none.  [default: 200]",
        ),
        click.option(
            "--seed",
            type=click.IntRange(min=0),
            help="With --chart: random seed.  [default: 0]",
        ),
    ),
)
"""The options of charts: the command takes a `Charting`."""
