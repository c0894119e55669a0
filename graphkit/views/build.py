"""Make a `View` from a network: rank, size marks, lay out, and collect the facts behind it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial

from graphkit.metrics import METRICS, rank
from graphkit.model import Node, UsageError
from graphkit.network import (
    Group,
    Manifest,
    Member,
    Network,
    TwoMode,
    members_by_tie,
)
from graphkit.views.answered import answered
from graphkit.views.authoring import Authoring, one_line, resolved
from graphkit.views.colouring import KIND, colouring
from graphkit.views.excerpt import Excerpt, part_of
from graphkit.views.layout.saved_positions import Positions
from graphkit.views.map.coordinates import coordinates
from graphkit.views.map.mapped import mapped
from graphkit.views.marks import COMMUNITY, marks_of
from graphkit.views.overview import overview
from graphkit.views.provenance import provenance_of
from graphkit.views.themes import marks_in
from graphkit.views.translation import LANGUAGES, categories_shown, kinds_shown, words_with
from graphkit.views.view import UNRANKED, LegendEntry, View
from graphkit.views.view_nodes import draw, known, unranked

MOST = 50_000
"""The largest number of organisations in a view: what a page can draw."""

OVERVIEW_ABOVE = 800
"""A view of more organisations shows communities, unless all are requested."""

MOST_PAIRS = 20_000
"""The largest number of lines between pairs that a view may draw."""

MOST_TIES = 10_000_000
"""The largest number of ties for finding communities: about 3 GB of memory."""

LINKS = ("spokes", "pairs")


def build_view(
    network: Network,
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
    links: str | None = None,
    everything: bool = False,
    excerpt: Excerpt | None = None,
    start: Positions | None = None,
    on_map: bool = False,
) -> View:
    """Make a picture of a network, with marks sized by a metric.

    Parameters
    ----------
    network : Network
        The network as selected, read with its evidence. With a backbone selected, each kept pair is
        a line, which opens to all groups that the two share.
    by : str, default "betweenness"
        The metric of `METRICS` that ranks and sizes organisations; "none" for marks of one size
        and no ranking anywhere.
    colour : str, default "kind"
        What colour and shape of marks stand for: `kind`, `sector`, `place`, `community`,
        `member:CLUSTER`, or a column of one's own. Communities are those of `find_communities`,
        named by their best connectors.
    title : str, optional
        The title; by default that of the language, which says whether it is an excerpt.
    subtitle, caption, source : str, optional
        A line below the title; text below the picture; and what to name as the source there.
    always_name : sequence of str, optional
        The ids, names or aliases of organisations that are named whatever the room.
    labels : {"names", "aliases", "ranks"}, default "names"
        What is written beside marks: names; the first alias where there is one; or ranks, of the
        first ten and those always named, with a key to them.
    highlight : sequence of str, optional
        What to point out with a ring: `ORG`, or `A..B` for a shortest chain between two. A note
        after a colon stands beside it: `ORG:NOTE`.
    legend : {"auto", "right", "below", "none"}, default "auto"
        Where the legend is: on the right, below, or nowhere. "auto" suits the width.
    theme : {"auto", "light", "dark", "greyscale"}, default "auto"
        The colours. "auto" follows the reader's system on a page and is light in a figure;
        "greyscale" tells kinds and layers apart without colour.
    language : str, default "en"
        The language of the labels: `en` or `pl`.
    links : {"spokes", "pairs"}, optional
        Whether lines join organisations to what they share, or each pair that shares something. By
        default spokes; on a map pairs, unless there are too many.
    everything : bool, default False
        Whether to draw every organisation however many there are. By default more than 800 are
        shown as communities, which open into pictures with spokes.
    excerpt : Excerpt, optional
        The part to draw; by default the whole selection.
    start : Positions, optional
        Positions from an earlier picture, which are kept.
    on_map : bool, default False
        Whether organisations stand where they are, over the outlines of countries. Those without
        coordinates, of their own or of their place, are left out and listed.

    Returns
    -------
    View
        The picture. A notebook shows it as an interactive page. `write_page` and `write_figure`
        write it to files.

    Raises
    ------
    UsageError
        If a word or organisation is unknown, `colour` has more than 40 categories, the network was
        read without evidence, or there is too much to draw:
        over 50,000 organisations, 20,000 lines between pairs, or 10,000,000 ties to find
        communities by.

    See Also
    --------
    graphkit.views.around, graphkit.views.between, graphkit.views.members_of : Make an excerpt.

    Examples
    --------
    >>> import graphkit
    >>> from graphkit.sources import read_sample
    >>> view = graphkit.build_view(graphkit.Network.of(read_sample()), by="degree")
    >>> len(view.nodes), view.nodes[0].label
    (48, 'Klaster Obróbki Metali')
    """
    if language not in LANGUAGES:
        raise UsageError(f"`language` {language}: unknown language; use {', '.join(LANGUAGES)}")
    if links is not None and links not in LINKS:
        raise UsageError(f"`links` {links}: unknown style; use {' or '.join(LINKS)}")
    authoring = resolved(
        network,
        subtitle=subtitle,
        caption=caption,
        source=source,
        always_name=always_name,
        labels=labels,
        highlight=highlight,
        legend=legend,
        theme=theme,
    )
    form = network.tied if excerpt is None else excerpt.of(network.tied)
    found = coordinates(network, form.organisations) if on_map else None
    if found is not None:
        for each in authoring.foremost:
            if each in found.missing:
                name = network.organisations[network.index[each]].name
                raise UsageError(
                    f"{name} is not on the map, because neither it nor its place has coordinates; "
                    "give them in the table places, or leave it out"
                )
        form = part_of(form, found.of)
    as_communities = len(form.organisations) > OVERVIEW_ABOVE and not everything
    if as_communities and on_map:
        raise UsageError(
            "a map shows organisations, not communities; draw every one with `everything`, a part "
            "with `excerpt`, or select fewer with `kind`, `sector`, `layer` or `at`"
        )
    if as_communities:
        links = "spokes"
    elif links is None:
        links = "pairs" if on_map and _pairs_of(form) <= MOST_PAIRS else "spokes"
    _check_size(form, links, as_communities)
    ranked = by != UNRANKED
    if not ranked and labels == "ranks":
        raise UsageError("`labels` ranks: nothing is ranked with `by` none; use names or aliases")
    ranking = rank(network, by if ranked else "degree", METRICS if ranked else ())
    sized = ranking.by if ranked else UNRANKED
    kinds = tuple(network.own_kinds.values())
    coloured = colouring(network, colour, [each.id for each in ranking.organisations], ranked)
    if coloured is not None:
        coloured = replace(coloured, marks=marks_in(theme, coloured.marks))
    of_kinds = marks_in(theme, marks_of(kinds))
    texts = words_with(language, kinds)
    everyone = known(network, ranking) if ranked else unranked(known(network, ranking))
    here = set(form.organisations)
    _check_named(network, authoring, here)
    about = {name: each for name, each in everyone.items() if name in here}
    inside = members_by_tie(network)
    marks = {
        name: of_kinds[str(each.organisation.kind)]
        if coloured is None
        else coloured.marks[coloured.of.get(name, "")]
        for name, each in about.items()
    }
    make = partial(
        View,
        language=language,
        by=sized,
        names=_names(network, inside, form),
        links=links,
        kinds=kinds,
        colouring=coloured,
        authoring=authoring,
        answers=answered(network),
        framed=_framed,
    )
    provenance = provenance_of(network, excerpt, len(about))
    settings: dict[str, object] = {"by": sized, "links": links} | authoring.settings()
    if coloured is not None:
        settings["colour"] = colour
    if on_map:
        settings["map"] = True
    if excerpt is not None:
        settings["excerpt"] = f"{excerpt.what} {'|'.join(excerpt.names)} {excerpt.radius}"
    provenance = replace(provenance, manifest=Manifest.of(network, **settings))
    title = one_line(title) or (
        texts["title"]
        if excerpt is None
        else texts["excerptTitle", excerpt.what].format(names=" – ".join(excerpt.names))
    )

    def shown(organisations: Sequence[Node]) -> tuple[LegendEntry, ...]:
        """What the legend says of some organisations."""
        if coloured is None:
            return kinds_shown(organisations, of_kinds, texts)
        return categories_shown(organisations, coloured, texts)

    def drawn(form: TwoMode, title: str, start: Positions | None) -> View:
        """The picture of a form."""
        drawing = draw(form, about, inside, marked=marks, by=sized, links=links, start=start)
        return make(
            title=title,
            nodes=drawing.nodes,
            groups=drawing.groups,
            legend=shown([node.organisation for node in drawing.nodes]),
            provenance=replace(provenance, shown=len(drawing.nodes)),
            isolates=drawing.isolates,
            positions=drawing.positions,
        )

    if not as_communities:
        view = drawn(form, title, start)
        if found is None:
            return view
        missing = [
            (each.organisation.name, found.missing[name])
            for name, each in everyone.items()
            if name in found.missing
        ]
        return mapped(view, found, tuple(missing))
    called = "" if ranked else texts["community"]
    seen = overview(network, form, start, about, marks, called, authoring.always_name)
    _check_named(network, authoring, {name for part in seen.members for name in part}, seen.found)
    parts = [*zip((node.label for node in seen.nodes), seen.members, strict=True)]
    if seen.rest:
        parts.append((texts["page", "rest"].format(count=len(seen.rest)), seen.rest))
    return make(
        title=title,
        nodes=seen.nodes,
        groups=seen.groups,
        legend=(
            LegendEntry("Community", texts["community"], COMMUNITY, len(seen.nodes)),
            *shown([about[name].organisation for inside in seen.members for name in inside]),
        ),
        provenance=replace(
            provenance,
            shown=provenance.shown - len(seen.rest),
            communities=(len(seen.nodes), seen.found),
        ),
        isolates=None,
        positions=seen.positions,
        inside=tuple(drawn(part_of(form, members), name, None) for name, members in parts),
    )


def _framed(view: View) -> str:
    """The page in a frame; drawing for other uses must not load what makes pages."""
    from graphkit.views.page import frame

    return frame(view)


def _check_named(
    network: Network, authoring: Authoring, here: Collection[str], communities: int = 0
) -> None:
    """Refuse to name or point out what is not in the picture; communities: those of an overview."""
    for each in authoring.foremost:
        if each not in here:
            name = network.organisations[network.index[each]].name
            where = "any community that is drawn" if communities else "this part of the network"
            cure = "draw all with `everything`" if communities else "draw another `excerpt`"
            raise UsageError(f"{name} is not in {where}; leave it out, or {cure}")
    if communities and any(one.steps for one in authoring.highlights):
        raise UsageError(
            "`highlight` A..B: a chain is not seen among communities; draw all with `everything`, "
            "or a part with `excerpt`"
        )


def _check_size(form: TwoMode, links: str, as_communities: bool) -> None:
    count = len(form.organisations)
    if count > MOST:
        raise UsageError(
            f"the selection has {count:,} organisations and a view holds at most {MOST:,}; select "
            "fewer with `kind`, `sector`, `layer` or `at`, or draw a part with `excerpt`"
        )
    # Pairs that share several groups are counted once for each, so this is an upper bound.
    most = _pairs_of(form)
    if links == "pairs" and most > MOST_PAIRS:
        pairs = form.projection().nnz // 2
        if pairs > MOST_PAIRS:
            raise UsageError(
                f"`links` pairs would draw {pairs:,} lines, but a view has at most {MOST_PAIRS:,}; "
                "use `links` spokes, or `backbone` to keep pairs that share more than by chance"
            )
    if as_communities and most > MOST_TIES:
        largest = form.groups[int(form.sizes().argmax())]
        raise UsageError(
            f"{most:,} ties are too many to find communities (at most {MOST_TIES:,}); the "
            f"largest group, {largest.name or largest.key}, has {form.sizes().max():,} members: "
            "leave it out with `layer` or `at`, draw a part with `excerpt`, or draw all with "
            "`everything`"
        )


def _pairs_of(form: TwoMode) -> int:
    """How many pairs the groups of a form tie, those that share several counted for each."""
    sizes = form.sizes()
    return int((sizes * (sizes - 1) // 2).sum())


def _names(
    network: Network, inside: Mapping[Group, tuple[Member, ...]], form: TwoMode
) -> dict[str, str]:
    """The names of organisations that the facts mention but that are not nodes here."""
    here = set(form.organisations)
    mentioned = {
        name
        for members in inside.values()
        for member in members
        if member.id in here
        for statement in member.statements
        for name in (statement.organisation, statement.representative)
    }
    return {
        name: network.organisations[network.index[name]].name
        for name in sorted(mentioned - here)
        if name in network.index
    }
