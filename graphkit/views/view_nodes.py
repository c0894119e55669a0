"""Drawing a two-mode form: marks with their sizes, places for all, and what can be opened."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graphkit.metrics import METRICS, Ranking
from graphkit.model import Node
from graphkit.network import Group, Member, Network, TwoMode
from graphkit.views.layout.saved_positions import Positions
from graphkit.views.layout.two_mode_layout import anchors_of, lay_out
from graphkit.views.marks import REACH, Mark
from graphkit.views.short_names import short_names, sole_aliases
from graphkit.views.view import UNRANKED, ViewGroup, ViewNode

_SMALLEST, _LARGEST, _ALIKE = 6.0, 20.0, 9.0


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an organisation wherever it is drawn; as in `ViewNode`."""

    organisation: Node
    rank: int
    values: Mapping[str, float | None]
    ranks: Mapping[str, int | None]
    related: Mapping[str, tuple[str, ...]]
    short: str
    alias: str


@dataclass(frozen=True)
class Drawing:
    """Organisations in the order of the ranking, groups, the top of the rows of isolates, and what
    stands where, by name.
    """

    nodes: tuple[ViewNode, ...]
    groups: tuple[ViewGroup, ...]
    isolates: float | None
    positions: Positions


def known(network: Network, ranking: Ranking) -> dict[str, Known]:
    """What is known of each organisation, by id, in the order of the ranking."""
    related = _related(network)
    names = [node.name for node in ranking.organisations]
    aliases = [_aliases(node) for node in ranking.organisations]
    shorter = short_names(names, aliases)
    sole = sole_aliases(names, aliases)
    columns = {
        name: ([_finite(value) for value in values], ranking.ranks_by(name))
        for name, values in ranking.values.items()
    }
    return {
        node.id: Known(
            organisation=node,
            rank=ranking.ranks[position],
            values={name: values[position] for name, (values, _) in columns.items()},
            ranks={name: ranks[position] for name, (_, ranks) in columns.items()},
            related=related.get(node.id, {}),
            short=shorter[position],
            alias=sole[position],
        )
        for position, node in enumerate(ranking.organisations)
    }


def unranked(everyone: Mapping[str, Known]) -> dict[str, Known]:
    """What is known of each organisation but for values and ranks, in order of name."""
    order = sorted(
        everyone.values(),
        key=lambda each: (each.organisation.name.casefold(), each.organisation.id),
    )
    return {each.organisation.id: replace(each, rank=0, values={}, ranks={}) for each in order}


def draw(
    form: TwoMode,
    about: Mapping[str, Known],
    inside: Mapping[Group, tuple[Member, ...]],
    *,
    marked: Mapping[str, Mark],
    by: str,
    links: str,
    start: Positions | None,
) -> Drawing:
    """Draw a form with marks sized by a metric.

    about: what is known of each of its organisations and maybe others, in the order of the ranking.
    inside: the members of each of its groups. marked: the mark of each organisation, by id. Else
    as for `build_view`.
    """
    shown = [about[name] for name in form.organisations]
    if by == UNRANKED:
        sizes = [_ALIKE] * len(shown)
    else:
        ends = extremes([each.values[by] for each in about.values()], by)
        sizes = radii([each.values[by] for each in shown], ends)
    marks = [marked[each.organisation.id] for each in shown]
    anchors = anchors_of(form)
    layout = lay_out(
        form,
        anchors,
        [size * REACH[mark.shape] for size, mark in zip(sizes, marks, strict=True)],
        [each.organisation.name for each in shown],
        start,
    )
    sides = {at: side for at, (side, _) in layout.labels.items()}
    nodes = {
        each.organisation.id: ViewNode(
            organisation=each.organisation,
            x=x,
            y=y,
            mark=mark,
            size=size,
            rank=each.rank,
            values=each.values,
            ranks=each.ranks,
            related=each.related,
            side=sides.get(at, ""),
            short=each.short,
            alias=each.alias,
        )
        for at, (each, (x, y), mark, size) in enumerate(
            zip(shown, layout.organisations.tolist(), marks, sizes, strict=True)
        )
    }
    groups = tuple(
        ViewGroup(
            group=group,
            members=tuple(member for member in inside[group] if member.id in nodes),
            weight=weight,
            anchor=None if anchor is None else form.organisations[anchor],
            point=point if links == "spokes" else None,
            side=sides.get(at, ""),
            short=short,
        )
        for at, (group, weight, anchor, point, short) in enumerate(
            zip(
                form.groups,
                form.weights.tolist(),
                anchors,
                layout.groups,
                short_names([group.name for group in form.groups]),
                strict=True,
            ),
            len(form.organisations),
        )
    )
    return Drawing(
        nodes=tuple(nodes[name] for name in about if name in nodes),
        groups=groups,
        isolates=layout.isolates,
        positions=layout.positions,
    )


def extremes(values: Iterable[float | None], by: str) -> tuple[float, float] | None:
    """The values of a metric whose marks are smallest and largest, or None when there are none."""
    stated = [value for value in values if value is not None]
    if not stated:
        return None
    if METRICS[by].best == "lowest":
        return max(stated), min(stated)
    return min(0.0, *stated), max(stated)


def radii(values: Sequence[float | None], ends: tuple[float, float] | None) -> list[float]:
    """Radii whose areas grow with the metric; the best value is largest, no value is smallest.

    ends: the values whose marks are smallest and largest, as `extremes` finds them.
    """
    if ends is None:
        return [_SMALLEST] * len(values)
    lowest, highest = ends
    reach = highest - lowest
    return [
        round(math.sqrt(_SMALLEST**2 + share * (_LARGEST**2 - _SMALLEST**2)), 2)
        for share in (
            (value - lowest) / reach if reach and value is not None else 0.0 for value in values
        )
    ]


def _aliases(node: Node) -> list[str]:
    stated = node.properties.get("aliases", [])
    return [str(each) for each in stated] if isinstance(stated, list) else [str(stated)]


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _related(network: Network) -> dict[str, dict[str, tuple[str, ...]]]:
    """By organisation and relationship type, the names of what it is related to, each once."""
    names: dict[str, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    for fact in network.context:
        label, key = fact.start
        if label != "Organisation":
            continue
        end, other = fact.end
        if end == "Organisation":
            name = network.organisations[network.index[other]].name
        else:
            name = network.nodes[fact.end].name
        names[key][fact.relation][name] = None
    return {
        key: {relation: tuple(found) for relation, found in relations.items()}
        for key, relations in names.items()
    }
