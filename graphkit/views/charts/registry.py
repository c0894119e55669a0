"""Making a chart by its name; `names` lists them, and the module of the name makes it."""

from __future__ import annotations

import importlib
from collections.abc import Callable

from graphkit.metrics.chance import DRAWS
from graphkit.model import UsageError
from graphkit.model.wording import meant
from graphkit.network import Network, organisation_or_group
from graphkit.views.authoring import Authoring, one_line
from graphkit.views.charts.chart import Asked, Chart, ChartKind, finished_chart
from graphkit.views.charts.names import NAMES
from graphkit.views.translation import LANGUAGES


def build_chart(
    network: Network,
    name: str,
    *,
    by: str | None = None,
    ego: str | None = None,
    group: str | None = None,
    top: int | None = None,
    draws: int = DRAWS,
    seed: int = 0,
    title: str | None = None,
    subtitle: str | None = None,
    caption: str | None = None,
    source: str | None = None,
    language: str = "en",
    progress: Callable[[str, int, int], None] | None = None,
) -> Chart:
    """Make a chart of a network; `write_figure` draws it.

    Parameters
    ----------
    network : Network
        The network as selected, read with its evidence.
    name : str
        The kind of chart. `ranks`: the first organisations by a metric, each with the range of its
        rank. `timeline`: the facts of an organisation or a group in time. `overlap`: how many
        organisations each two groups have in common. `mixing`: how many ties there are between each
        two categories, and how many chance gives.
    by : str, optional
        Of `ranks`, the metric, by default betweenness; of `mixing`, the attribute, by default the
        sector.
    ego : str, optional
        Of `timeline`, the organisation by id, name or alias.
    group : str, optional
        Of `timeline`, the cluster, declaration or collaboration of which the members are shown.
    top : int, optional
        How many organisations (by default 10) or groups (by default 20) are shown at most.
    draws : int, default 200
        The number of random draws for ranges; 0 for none.
    seed : int, default 0
        The seed; the same seed gives the same chart.
    title : str, optional
        The title; by default one that says what is shown.
    subtitle, caption, source : str, optional
        A line below the title, text below the chart, and what is named as the source.
    language : str, default "en"
        The language of the words: `en` or `pl`.
    progress : callable, optional
        Called after each draw with what is being done, how many are done, and of how many.

    Returns
    -------
    Chart
        The chart.

    Raises
    ------
    UsageError
        If there is no such chart, metric, attribute, organisation or group, the chart does not use
        one of the arguments, or the network was read without evidence.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> chart = build_chart(Network.of(read_sample()), "timeline", ego="KOM")
    >>> chart.title
    'Klaster Obróbki Metali in time'
    >>> chart.rows[0]
    ('Centrum Promocji Innowacji i Rozwoju (coordinator)', 'membership', 'as of 2014-11-07')
    """
    if name not in NAMES:
        raise UsageError(f"`chart` {name}: unknown chart; {meant(name, NAMES)}")
    if language not in LANGUAGES:
        raise UsageError(f"`language` {language}: unknown language; use {', '.join(LANGUAGES)}")
    kind = chart_kind(name)
    given = {"by": by, "about": ego, "group": group, "top": top}
    for field, value in given.items():
        if value and field not in kind.takes:
            word = "ego" if field == "about" else field
            raise UsageError(f"the chart {name} does not use `{word}`; leave it out")
    if ego and group:
        raise UsageError("`ego` and `group` exclude each other; give only one of them")
    for word, number, least in (("top", top, 1), ("draws", draws, 0), ("seed", seed, 0)):
        if number is not None and number < least:
            raise UsageError(f"`{word}` {number}: give a whole number of at least {least}")
    asked = Asked(
        language=language,
        by=by or "",
        about=network.organisation(ego) if ego else None,
        group=organisation_or_group(network, group) if group else None,
        top=top,
        draws=draws,
        seed=seed,
        progress=progress,
    )
    written = Authoring(one_line(subtitle), one_line(caption), one_line(source))
    return finished_chart(kind, network, asked, title, written)


def chart_kind(name: str) -> ChartKind:
    """The kind of chart that the module of this name makes; only that module is loaded."""
    kind: ChartKind = importlib.import_module(f"graphkit.views.charts.{name}").CHART
    return kind
