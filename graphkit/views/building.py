"""Making a `View` from a network: rank, mark, lay out, and collect what can be opened."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

from graphkit.metrics import METRICS, Ranking, rank
from graphkit.model import UsageError
from graphkit.network import Network, TwoMode, members_by_group, members_by_pair, summarise
from graphkit.views.layout import lay_out
from graphkit.views.marks import MARKS, REACH
from graphkit.views.view import LegendEntry, Provenance, View, ViewGroup, ViewNode
from graphkit.views.words import LANGUAGES, Words, words

MOST = 2_000
"""How many organisations a view may have: what a page can draw and a person can look at."""

_SMALLEST, _LARGEST = 6.0, 20.0


def build_view(
    network: Network, *, by: str = "betweenness", title: str | None = None, language: str = "en"
) -> View:
    """The network as a picture whose marks are sized by a metric of `METRICS`.

    With a backbone selected each kept pair is a line, and opens to all groups that the two share.
    Raises UsageError for an unknown metric or language, and for more organisations than `MOST`.
    """
    if language not in LANGUAGES:
        raise UsageError(f"--lang {language}: no such language; use {', '.join(LANGUAGES)}")
    form = network.tied
    if len(form.organisations) > MOST:
        raise UsageError(
            f"the selection has {len(form.organisations):,} organisations and a view shows at most "
            f"{MOST:,}; select fewer with --kind, --sector, --layer or --at"
        )
    ranking = rank(network, by)
    texts = words(language)
    sizes = dict(zip((node.id for node in ranking.organisations), _sizes(ranking), strict=True))
    anchors = _anchors(form)
    reach = {node.id: REACH[MARKS[str(node.kind)].shape] for node in ranking.organisations}
    radii = [sizes[name] * reach[name] for name in form.organisations]
    layout = lay_out(form, anchors, radii)
    places = dict(zip(form.organisations, layout.organisations.tolist(), strict=True))
    nodes = _nodes(network, ranking, sizes, places)
    members = (members_by_group if network.backbone is None else members_by_pair)(network)
    groups = tuple(
        ViewGroup(
            group=group,
            members=members[group],
            weight=weight,
            anchor=None if anchor is None else form.organisations[anchor],
            point=point,
        )
        for group, weight, anchor, point in zip(
            form.groups, form.weights.tolist(), anchors, layout.groups, strict=True
        )
    )
    return View(
        title=title if title is not None else texts["title"],
        language=language,
        by=ranking.by,
        nodes=nodes,
        groups=groups,
        names=_names(network, groups),
        legend=_legend(nodes, texts),
        provenance=_provenance(network),
        isolates=layout.isolates,
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


def _sizes(ranking: Ranking) -> list[float]:
    """Radii whose areas grow with the metric; the best value is largest, no value is smallest."""
    values = ranking.values[ranking.by]
    known = [value for value in values if math.isfinite(value)]
    if not known:
        return [_SMALLEST] * len(values)
    lowest, highest = min(0.0, *known), max(known)
    if METRICS[ranking.by].best == "lowest":
        lowest, highest = highest, min(known)
    reach = highest - lowest
    return [
        round(math.sqrt(_SMALLEST**2 + share * (_LARGEST**2 - _SMALLEST**2)), 2)
        for share in (
            (value - lowest) / reach if reach and math.isfinite(value) else 0.0 for value in values
        )
    ]


def _nodes(
    network: Network,
    ranking: Ranking,
    sizes: dict[str, float],
    points: dict[str, list[float]],
) -> tuple[ViewNode, ...]:
    located = _places(network)
    return tuple(
        ViewNode(
            organisation=node,
            x=points[node.id][0],
            y=points[node.id][1],
            mark=MARKS[str(node.kind)],
            size=sizes[node.id],
            rank=ranking.ranks[position],
            values={name: _finite(values[position]) for name, values in ranking.values.items()},
            places=tuple(located[node.id]),
            facts=ranking.facts[position],
            inferred=ranking.inferred[position],
            undated=ranking.undated[position],
        )
        for position, node in enumerate(ranking.organisations)
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


def _names(network: Network, groups: Sequence[ViewGroup]) -> dict[str, str]:
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
        for name in sorted(mentioned.difference(network.two_mode.organisations))
        if name in network.index
    }


def _legend(nodes: Sequence[ViewNode], texts: Words) -> tuple[LegendEntry, ...]:
    counts = Counter(str(node.organisation.kind) for node in nodes)
    return tuple(
        LegendEntry(kind, texts["kind", kind], mark, counts[kind])
        for kind, mark in MARKS.items()
        if counts[kind]
    )


def _provenance(network: Network) -> Provenance:
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
    )
