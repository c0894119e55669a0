"""Make `SmallMultiples` from several networks: a view of each, coloured and placed alike."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from graphkit.model import UsageError
from graphkit.network import Manifest, Network, Selection
from graphkit.network.selection import WORDS, Given
from graphkit.views.authoring import Authoring, Highlight, highlighted, one_each, resolved
from graphkit.views.build import OVERVIEW_ABOVE, build_view
from graphkit.views.colouring import KIND, MOST, Colouring
from graphkit.views.layout.saved_positions import Positions
from graphkit.views.marks import NOT_STATED, category_marks, marks_of
from graphkit.views.small_multiples import SmallMultiples, small_multiples
from graphkit.views.themes import marks_in
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
    subtitle: str | None = None,
    caption: str | None = None,
    source: str | None = None,
    always_name: Sequence[str] = (),
    labels: str = "names",
    highlight: Sequence[str] = (),
    legend: str = "auto",
    theme: str = "auto",
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
    subtitle, caption, source : str, optional
        A line below the title; text below the picture; and what to name as the source there.
    always_name : sequence of str, optional
        The ids, names or aliases of organisations that are named in each panel that shows them.
    labels : {"names", "aliases", "ranks"}, default "names"
        What is written beside marks, as for `build_view`; ranks are those of each panel.
    highlight : sequence of str, optional
        Organisations to point out with a ring in each panel that shows them: `ORG`, or `ORG:NOTE`
        with a note in the last of these panels.
    legend : {"auto", "below", "none"}, default "auto"
        Whether the legend is below the panels, as by default, or nowhere.
    theme : {"auto", "light", "dark", "greyscale"}, default "auto"
        The colours, as for `build_view`.
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
        unknown, an organisation asked for has no ties in any of them, or there is too much to draw.

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
    if legend == "right":
        raise UsageError(
            "`legend` right: a comparison has no room beside its panels; use below or none"
        )
    first = next(iter(networks.values()))
    said = resolved(
        first,
        subtitle=subtitle,
        caption=caption,
        source=source,
        always_name=(),
        labels=labels,
        highlight=(),
        legend=legend,
        theme=theme,
    )
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
            theme=theme,
            language=language,
            links=links,
            everything=True,
            start=start,
        )
        for heading, network in networks.items()
    }
    if any(view.colouring for view in views.values()):
        views = _coloured_alike(views, colour, theme)
    drawn = _authored(
        small_multiples(views, [*networks.values()], start),
        [*networks.values()],
        said,
        always_name,
        highlight,
    )
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


def _authored(
    drawn: SmallMultiples,
    networks: Sequence[Network],
    said: Authoring,
    always_name: Sequence[str],
    highlight: Sequence[str],
) -> SmallMultiples:
    """The small multiples with what an author says of them, each panel with what it shows.

    said: what is so in all panels.
    """
    here = [{node.id for node in panel.view.nodes} for panel in drawn.panels]
    names: list[list[str]] = [[] for _ in here]
    rings: list[list[Highlight]] = [[] for _ in here]
    every: list[Highlight] = []
    for text in one_each(always_name):
        for at, found in _pointed_out(text, networks, here, noted=False).items():
            names[at] += found.organisations
    for text in one_each(highlight):
        shown = _pointed_out(text, networks, here, noted=True)
        every.append(shown[max(shown)])
        for at, found in shown.items():
            rings[at].append(found if at == max(shown) else replace(found, note=""))

    def view_of(at: int, view: View) -> View:
        authoring = replace(
            said, always_name=tuple(dict.fromkeys(names[at])), highlights=tuple(rings[at])
        )
        return replace(view, authoring=authoring)

    named = tuple(dict.fromkeys(name for each in names for name in each))
    whole = replace(said, always_name=named, highlights=tuple(every))
    panels = tuple(
        replace(panel, view=view_of(at, panel.view)) for at, panel in enumerate(drawn.panels)
    )
    return replace(drawn, panels=panels, frame=replace(drawn.frame, authoring=whole))


def _pointed_out(
    text: str, networks: Sequence[Network], here: Sequence[Collection[str]], *, noted: bool
) -> dict[int, Highlight]:
    """Whom a text means in each panel that shows them, by the position of the panel.

    here: the ids of those that each panel shows. noted: whether a note may follow the name.
    """
    found: dict[int, Highlight] = {}
    refused: UsageError | None = None
    known = False
    for at, (network, ids) in enumerate(zip(networks, here, strict=True)):
        try:
            one = highlighted(network, text) if noted else Highlight((network.node(text).id,))
        except UsageError as error:
            # A selection may leave out whom another has.
            refused = error
            continue
        known = True
        if one.steps:
            raise UsageError(
                f"`highlight` {text}: a comparison draws new lines thicker and cannot point out a "
                "chain too; point out its organisations"
            )
        if one.organisations[0] in ids:
            found[at] = one
    if not known and refused is not None:
        raise refused
    if not found:
        raise UsageError(
            f"{text}: has no ties in any of these selections, so that no panel shows it; leave it "
            "out, or select more"
        )
    return found


def _coloured_alike(views: Mapping[str, View], colour: str, theme: str) -> dict[str, View]:
    """The views with one mark for each category, whichever panels it occurs in."""
    found = [view.colouring for view in views.values() if view.colouring is not None]
    names = list(dict.fromkeys(name for each in found for name in each.marks if name))
    if len(names) > MOST:
        raise UsageError(
            f"`colour` {colour}: the panels have {len(names):,} categories, which cannot be told "
            f"apart; name an attribute with at most {MOST}"
        )
    marks = marks_in(theme, category_marks(names) | {"": NOT_STATED})
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
        marks = marks_in(frame.authoring.theme, marks_of(frame.kinds))
        legend = kinds_shown(organisations, marks, texts)
    else:
        legend = categories_shown(organisations, frame.colouring, texts)
    kept = {each.name: each for network in networks.values() for each in network.datasets}
    settings: dict[str, object] = {
        "by": frame.by,
        "links": frame.links,
        "compare": [f"{heading}: {each.selection}" for heading, each in networks.items()],
    } | frame.authoring.settings()
    manifest = Manifest(tuple(kept.values()), None, settings)
    provenance = replace(
        frame.provenance,
        datasets=tuple(sorted(kept)),
        shown=len(frame.nodes),
        of=len(frame.nodes),
        manifest=manifest,
    )
    return replace(frame, legend=legend, provenance=provenance)
