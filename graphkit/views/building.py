"""Making a `View` from a network: rank, mark, lay out, and collect what can be opened."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from graphkit.metrics import METRICS, Ranking, rank
from graphkit.model import UsageError
from graphkit.network import Network, TwoMode, members_by_group, members_by_pair, summarise
from graphkit.views.excerpt import Excerpt
from graphkit.views.layout import lay_out
from graphkit.views.marks import COMMUNITY, MARKS, REACH
from graphkit.views.overview import overview
from graphkit.views.positions import Positions
from graphkit.views.view import LegendEntry, Provenance, View, ViewGroup, ViewMember, ViewNode
from graphkit.views.words import LANGUAGES, Words, words

MOST = 2_000
"""How many organisations a view may draw: what a page can draw and a person can look at."""

OVERVIEW_ABOVE = 800
"""A view of more organisations shows communities, unless all are asked for."""

MOST_PAIRS = 20_000
"""How many lines from pair to pair a view may draw."""

LINKS = ("spokes", "pairs")

_SMALLEST, _LARGEST = 6.0, 20.0


def build_view(
    network: Network,
    *,
    by: str = "betweenness",
    title: str | None = None,
    language: str = "en",
    links: str = "spokes",
    everything: bool = False,
    excerpt: Excerpt | None = None,
    start: Positions | None = None,
) -> View:
    """The network as a picture whose marks are sized by a metric of `METRICS`.

    With a backbone selected each kept pair is a line, and opens to all groups that the two share.
    links: spokes from organisations to what they share, or pairs, a line from each to each.
    everything: draw every organisation however many there are; without, more than `OVERVIEW_ABOVE`
    are shown as communities. excerpt: draw this part only. start: places of an earlier picture,
    which are kept. Raises UsageError for an unknown word, and for more than `MOST` or `MOST_PAIRS`.
    """
    if language not in LANGUAGES:
        raise UsageError(f"--lang {language}: no such language; use {', '.join(LANGUAGES)}")
    if links not in LINKS:
        raise UsageError(f"--links {links}: no such lines; use {' or '.join(LINKS)}")
    form = network.tied if excerpt is None else excerpt.of(network.tied)
    as_communities = len(form.organisations) > OVERVIEW_ABOVE and not everything
    if not as_communities:
        _check_size(form, links)
    ranking = rank(network, by)
    texts = words(language)
    members = _members(network, ranking, set(form.organisations))
    provenance = _provenance(network, excerpt, len(members))
    title = title if title is not None else texts["title"]
    if as_communities:
        drawn = overview(network, form, members, start)
        count = len(drawn.nodes)
        return View(
            title=title,
            language=language,
            by=ranking.by,
            nodes=drawn.nodes,
            groups=drawn.groups,
            names={},
            legend=(LegendEntry("Community", texts["community"], COMMUNITY, count),),
            provenance=replace(
                provenance,
                shown=provenance.shown - len(drawn.rest),
                communities=(count, drawn.communities),
            ),
            isolates=None,
            links=links,
            positions=drawn.positions,
            rest=drawn.rest,
        )
    sizes = _sizes([members[name].values[ranking.by] for name in form.organisations], ranking.by)
    anchors = _anchors(form)
    kinds = [str(members[name].organisation.kind) for name in form.organisations]
    radii = [size * REACH[MARKS[kind].shape] for size, kind in zip(sizes, kinds, strict=True)]
    names = [members[name].organisation.name for name in form.organisations]
    layout = lay_out(form, anchors, radii, names, start)
    places = dict(zip(form.organisations, layout.organisations.tolist(), strict=True))
    sides = {
        name: layout.labels[at][0]
        for at, name in enumerate(form.organisations)
        if at in layout.labels
    }
    size_of = dict(zip(form.organisations, sizes, strict=True))
    nodes = _nodes(ranking, members, size_of, places, sides)
    inside = (members_by_group if network.backbone is None else members_by_pair)(network)
    groups = tuple(
        ViewGroup(
            group=group,
            members=tuple(member for member in inside[group] if member.id in members),
            weight=weight,
            anchor=None if anchor is None else form.organisations[anchor],
            point=point if links == "spokes" else None,
            side=layout.labels.get(at, ("",))[0],
        )
        for at, (group, weight, anchor, point) in enumerate(
            zip(form.groups, form.weights.tolist(), anchors, layout.groups, strict=True),
            len(form.organisations),
        )
    )
    return View(
        title=title,
        language=language,
        by=ranking.by,
        nodes=nodes,
        groups=groups,
        names=_names(network, groups, form),
        legend=_legend(nodes, texts),
        provenance=provenance,
        isolates=layout.isolates,
        links=links,
        positions=layout.positions,
    )


def _check_size(form: TwoMode, links: str) -> None:
    count = len(form.organisations)
    if count > MOST:
        raise UsageError(
            f"the selection has {count:,} organisations and a view shows at most {MOST:,}; select "
            "fewer with --kind, --sector, --layer or --at, or leave --all out for an overview"
        )
    pairs = form.projection().nnz // 2 if links == "pairs" else 0
    if pairs > MOST_PAIRS:
        raise UsageError(
            f"--links pairs would draw {pairs:,} lines, and a view at most {MOST_PAIRS:,}; use "
            "--links spokes, or keep the pairs that share more than by chance with --backbone"
        )


def _anchors(form: TwoMode) -> list[int | None]:
    """For each group the index of the organisation that it is, if it stands among its members."""
    index = {name: position for position, name in enumerate(form.organisations)}
    pairs = {(organisation, group) for organisation, group in form.members.T.tolist()}
    return [
        own
        if group.layer == "membership"
        and (own := index.get(group.id)) is not None
        and (own, position) in pairs
        else None
        for position, group in enumerate(form.groups)
    ]


def _sizes(values: Sequence[float | None], by: str) -> list[float]:
    """Radii whose areas grow with the metric; the best value is largest, no value is smallest."""
    known = [value for value in values if value is not None]
    if not known:
        return [_SMALLEST] * len(values)
    lowest, highest = min(0.0, *known), max(known)
    if METRICS[by].best == "lowest":
        lowest, highest = highest, min(known)
    reach = highest - lowest
    return [
        round(math.sqrt(_SMALLEST**2 + share * (_LARGEST**2 - _SMALLEST**2)), 2)
        for share in (
            (value - lowest) / reach if reach and value is not None else 0.0 for value in values
        )
    ]


def _members(network: Network, ranking: Ranking, shown: set[str]) -> dict[str, ViewMember]:
    """What is known of each organisation that is shown, by id, in the order of the ranking."""
    located = _places(network)
    return {
        node.id: ViewMember(
            organisation=node,
            rank=ranking.ranks[position],
            values={name: _finite(values[position]) for name, values in ranking.values.items()},
            places=tuple(located[node.id]),
        )
        for position, node in enumerate(ranking.organisations)
        if node.id in shown
    }


def _nodes(
    ranking: Ranking,
    members: Mapping[str, ViewMember],
    sizes: Mapping[str, float],
    points: Mapping[str, list[float]],
    sides: Mapping[str, str],
) -> tuple[ViewNode, ...]:
    return tuple(
        ViewNode(
            organisation=node,
            x=points[node.id][0],
            y=points[node.id][1],
            mark=MARKS[str(node.kind)],
            size=sizes[node.id],
            rank=ranking.ranks[position],
            values=members[node.id].values,
            places=members[node.id].places,
            facts=ranking.facts[position],
            inferred=ranking.inferred[position],
            undated=ranking.undated[position],
            side=sides.get(node.id, ""),
        )
        for position, node in enumerate(ranking.organisations)
        if node.id in members
    )


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _places(network: Network) -> dict[str, list[str]]:
    """The names of each organisation's places, each once."""
    result: dict[str, list[str]] = defaultdict(list)
    for fact in network.context:
        if fact.relation == "LOCATED_IN" and fact.start[0] == "Organisation":
            name = network.nodes[fact.end].name
            if name not in result[fact.start[1]]:
                result[fact.start[1]].append(name)
    return result


def _names(network: Network, groups: Sequence[ViewGroup], form: TwoMode) -> dict[str, str]:
    """The names of organisations that the facts mention but that are no nodes here."""
    mentioned = {
        name
        for group in groups
        for member in group.members
        for statement in member.statements
        for name in (statement.organisation, statement.representative)
    }
    return {
        name: network.organisations[network.index[name]].name
        for name in sorted(mentioned.difference(form.organisations))
        if name in network.index
    }


def _legend(nodes: Sequence[ViewNode], texts: Words) -> tuple[LegendEntry, ...]:
    counts = Counter(str(node.organisation.kind) for node in nodes)
    return tuple(
        LegendEntry(kind, texts["kind", kind], mark, counts[kind])
        for kind, mark in MARKS.items()
        if counts[kind]
    )


def _provenance(network: Network, excerpt: Excerpt | None, shown: int) -> Provenance:
    cited: set[str] = set()
    for stated in network.facts.stated:
        ids = stated.get("sourceIds")
        cited.update(ids if isinstance(ids, list) else [])
    return Provenance(
        selection=network.selection,
        counts=network.counts(),
        backbone=network.backbone,
        sources=len(cited),
        datasets=tuple(sorted(summarise(network).datasets)),
        excerpt=excerpt,
        shown=shown,
        of=len(network.tied.organisations),
    )
