"""Make `SmallMultiples` from several networks: a view of each, coloured and placed alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from graphkit.model import UsageError
from graphkit.network import Manifest, Network, Selection
from graphkit.network.selection import WORDS, Given
from graphkit.views.build import OVERVIEW_ABOVE, build_view
from graphkit.views.colouring import KIND, MOST, Colouring
from graphkit.views.layout.saved_positions import Positions
from graphkit.views.marks import NOT_STATED, category_marks, marks_of
from graphkit.views.small_multiples import SmallMultiples, small_multiples
from graphkit.views.translation import (
    categories_shown,
    kinds_shown,
    selection_words,
    words,
    words_with,
)
from graphkit.views.view import UNRANKED, View

FEWEST, MOST_PANELS = 2, 6
"""How many selections are drawn side by side."""


def compare_views(
    networks: Mapping[str, Network],
    *,
    by: str = "betweenness",
    colour: str = KIND,
    title: str | None = None,
    language: str = "en",
    links: str = "spokes",
    everything: bool = False,
    start: Positions | None = None,
) -> SmallMultiples:
    """Draw several selections side by side, with what came and went.

    Parameters
    ----------
    networks : mapping of str to Network
        Two to six networks by the heading of their panel, in order, each read with its evidence.
        They are of one store, or of several that use the same ids.
    by : str, default "betweenness"
        The metric of `METRICS` that sizes marks, on one scale in all panels. Its values are those
        of each network.
    colour : str, default "kind"
        What colour and shape of marks stand for, as for `build_view`.
    title : str, optional
        The title; by default that of the language.
    language : str, default "en"
        The language of the labels: `en` or `pl`.
    links : {"spokes", "pairs"}, default "spokes"
        Whether lines join organisations to what they share, or each pair that shares something.
    everything : bool, default False
        Whether to draw more than 800 organisations.
    start : Positions, optional
        Positions from an earlier picture, which are kept.

    Returns
    -------
    SmallMultiples
        The pictures, which `write_figure` draws. Only organisations with ties are drawn.

    Raises
    ------
    UsageError
        If there are fewer than two networks or more than six, one of them has no ties, a word is
        unknown, or there is too much to draw.

    See Also
    --------
    graphkit.metrics.compare : The same comparison of two networks in numbers.

    Examples
    --------
    >>> import graphkit
    >>> from graphkit.sources import read_sample
    >>> network = graphkit.Network.of(read_sample())
    >>> drawn = compare_views({date: network.select(at=date) for date in ("2011", "2014-11")})
    >>> drawn.panels[1].organisations
    Turnover(kept=9, gained=16, lost=2)
    """
    if not FEWEST <= len(networks) <= MOST_PANELS:
        raise UsageError(
            f"`compare`: give {FEWEST} to {MOST_PANELS} selections, not {len(networks)}"
        )
    if by == UNRANKED:
        raise UsageError("`by` none: a comparison sizes marks by a metric; name one")
    tied: set[str] = set()
    for heading, network in networks.items():
        form = network.tied
        here = {name for name, has in zip(form.organisations, form.have_ties(), strict=True) if has}
        if not here:
            raise UsageError(f"{heading}: nobody has ties in this selection; select more")
        tied |= here
    if len(tied) > OVERVIEW_ABOVE and not everything:
        raise UsageError(
            f"the selections have {len(tied):,} organisations with ties and a comparison shows at "
            f"most {OVERVIEW_ABOVE}; select fewer with `kind`, `sector`, `layer` or `place`, or "
            "draw them all with `everything`"
        )
    views = {
        heading: build_view(
            network,
            by=by,
            colour=colour,
            title=title,
            language=language,
            links=links,
            everything=True,
            start=start,
        )
        for heading, network in networks.items()
    }
    if any(view.colouring for view in views.values()):
        views = _coloured_alike(views, colour)
    drawn = small_multiples(views, [*networks.values()], start)
    return replace(drawn, frame=_framed(drawn.frame, networks))


def heading_of(given: Mapping[str, Given], language: str = "en") -> str:
    """Say in a few words what a selection is, for the heading of its panel.

    Parameters
    ----------
    given : mapping of str to object
        The words of the selection, as `written_words` reads them.
    language : str, default "en"
        The language: `en` or `pl`.

    Returns
    -------
    str
        The values of the words, with their names where they say nothing alone.

    Examples
    --------
    >>> heading_of({"at": "2014-11", "sector": ["business"]})
    '2014-11, business'
    """
    texts = words(language)
    checked = Selection().refined(**given)
    said = []
    for name in given:
        value = getattr(checked, name)
        if name == "at" and value is not None:
            said.append(value.text)
        elif WORDS[name].several and name != "where" and value:
            section = texts.section(name) if name in ("layer", "kind", "sector", "status") else {}
            said.append(", ".join(section.get(each, each) for each in value))
        else:
            said.append(selection_words(Selection().refined(**{name: given[name]}), texts))
    return ", ".join(said) or texts["selection", "everything"]


def _coloured_alike(views: Mapping[str, View], colour: str) -> dict[str, View]:
    """The views with one mark for each category, whichever panels it occurs in."""
    found = [view.colouring for view in views.values() if view.colouring is not None]
    names = list(dict.fromkeys(name for each in found for name in each.marks if name))
    if len(names) > MOST:
        raise UsageError(
            f"`colour` {colour}: the panels have {len(names):,} categories, which cannot be told "
            f"apart; name an attribute with at most {MOST}"
        )
    marks = category_marks(names) | {"": NOT_STATED}
    of = {name: category for each in reversed(found) for name, category in each.of.items()}
    alike = Colouring(found[0].name, found[0].title, of, marks, found[0].section)
    return {
        heading: replace(
            view,
            colouring=alike,
            nodes=tuple(
                replace(node, mark=marks[view.colouring.of.get(node.id, "")])
                for node in view.nodes
                if view.colouring is not None
            ),
        )
        for heading, view in views.items()
    }


def _framed(frame: View, networks: Mapping[str, Network]) -> View:
    """The frame with the legend of all panels, and what they rest on."""
    texts = words_with(frame.language, frame.kinds)
    organisations = [node.organisation for node in frame.nodes]
    if frame.colouring is None:
        legend = kinds_shown(organisations, marks_of(frame.kinds), texts)
    else:
        legend = categories_shown(organisations, frame.colouring, texts)
    kept = {each.name: each for network in networks.values() for each in network.datasets}
    settings = {
        "by": frame.by,
        "links": frame.links,
        "compare": [f"{heading}: {each.selection}" for heading, each in networks.items()],
    }
    manifest = Manifest(tuple(kept.values()), None, settings)
    provenance = replace(
        frame.provenance,
        datasets=tuple(sorted(kept)),
        shown=len(frame.nodes),
        of=len(frame.nodes),
        manifest=manifest,
    )
    return replace(frame, legend=legend, provenance=provenance)
