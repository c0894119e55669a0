"""A large network as its communities: one node each, with the strongest ties between them.

Thousands of marks and lines are unreadable. Communities come from `find_communities` and are named
by their best connectors with their ranks, so that none looks like an organisation; slices of its
mark are the shares of the kinds inside. Small communities are omitted and counted. The drawn ties
between communities are a spanning tree of the strongest, plus the strongest few of each, where
strength is relative to the number of ties of the two.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graphkit.metrics import find_communities
from graphkit.model import Node
from graphkit.network import Group, Member, Network, TwoMode
from graphkit.views.layout.saved_positions import Positions
from graphkit.views.layout.two_mode_layout import lay_out
from graphkit.views.marks import COMMUNITY, Mark
from graphkit.views.view import ViewGroup, ViewNode
from graphkit.views.view_nodes import Known

LEAST_MEMBERS = 3
LEAST_SHARE = 0.001
MOST_DRAWN = 40
"""Communities of fewer members or a smaller share of them all, or beyond this number, are not
drawn.
"""

_FIRST, _NAMED = 10, 3
"""The first organisations of the network are named in their communities, at most three in one."""

_STRONGEST = 2
_LINES = 3
"""A community's name ends in how many it has, which must not be cut off."""

_SMALLEST, _LARGEST = 7.0, 44.0

Integers = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Overview:
    """The communities drawn, largest first, and the ties drawn between them.

    members: of each, the ids. rest: of those in none. found: how many there are, drawn or not.
    """

    nodes: tuple[ViewNode, ...]
    groups: tuple[ViewGroup, ...]
    members: tuple[tuple[str, ...], ...]
    rest: tuple[str, ...]
    found: int
    positions: Positions


def overview(
    network: Network,
    form: TwoMode,
    start: Positions | None,
    about: Mapping[str, Known],
    marks: Mapping[str, Mark],
    called: str = "",
    asked: Sequence[str] = (),
) -> Overview:
    """The communities of a network as far as their members are in a two-mode form.

    about: what is known of the organisations, in the order of the ranking. marks: the mark of each.
    called: what communities are called where nothing is ranked; they are numbered then.
    asked: the ids of organisations that an author wants named.
    """
    shown = set(form.organisations)
    found = [
        part
        for community in find_communities(network).communities
        if (part := [each for each in community.members if each.organisation.id in shown])
    ]
    found.sort(key=lambda part: (-len(part), part[0].organisation.id))
    least = max(LEAST_MEMBERS, LEAST_SHARE * len(shown))
    drawn = [part for part in found if len(part) >= least][:MOST_DRAWN]
    leaders = [part[0].organisation for part in drawn]
    members = tuple(tuple(each.organisation.id for each in part) for part in drawn)
    community_of = {name: place for place, names in enumerate(members) for name in names}
    ties = _strongest(_between(form, community_of, len(drawn)))
    most = max(map(len, drawn), default=1)
    sizes = [round(max(_SMALLEST, _LARGEST * math.sqrt(len(part) / most)), 2) for part in drawn]
    names = [
        f"{called} {at} ({len(part)})" if called else name
        for at, (part, name) in enumerate(
            zip(members, _names(members, about, asked), strict=True), 1
        )
    ]
    graph = _as_two_mode([leader.id for leader in leaders], ties)
    by_position = sorted(range(len(drawn)), key=lambda place: leaders[place].id)
    layout = lay_out(
        graph,
        [None] * len(graph.groups),
        [sizes[place] for place in by_position],
        [names[place] for place in by_position],
        None if start is None else _places_of(start, graph),
        lines=_LINES,
    )
    at = {name: position for position, name in enumerate(graph.organisations)}
    places = layout.organisations.tolist()
    nodes = tuple(
        ViewNode(
            organisation=Node("Community", leader.id, {"name": name}, "Community"),
            x=places[at[leader.id]][0],
            y=places[at[leader.id]][1],
            mark=COMMUNITY,
            size=size,
            rank=place,
            values={
                "members": len(part),
                "inside": sum(each.inside for each in part) // 2,
                "outside": sum(each.outside for each in part),
                "best": min(about[each.organisation.id].rank for each in part),
            },
            ranks={},
            related={},
            side=layout.labels.get(at[leader.id], ("",))[0],
            shares=_shares(members[place - 1], marks),
        )
        for place, (leader, name, size, part) in enumerate(
            zip(leaders, names, sizes, drawn, strict=True), 1
        )
    )
    return Overview(
        nodes=nodes,
        groups=tuple(
            ViewGroup(
                group=group,
                members=tuple(
                    Member(nodes[end].id, nodes[end].label, ()) for end in sorted(tie[:2])
                ),
                weight=float(tie[2]),
                anchor=None,
                point=None,
            )
            for group, tie in zip(graph.groups, ties, strict=True)
        ),
        members=members,
        rest=tuple(name for name in form.organisations if name not in community_of),
        found=len(found),
        positions=Positions(
            communities={**layout.positions.organisations, **layout.positions.isolates}
        ),
    )


def _names(
    members: Sequence[Sequence[str]], about: Mapping[str, Known], asked: Sequence[str]
) -> list[str]:
    """What each community is called: its best connectors with their ranks, and how many it has."""
    order = {name: at for at, name in enumerate(about)}
    found = []
    for inside in members:
        best = sorted(inside, key=order.__getitem__)[:_NAMED]
        named = [name for name in best if order[name] < _FIRST] or best[:1]
        named += [name for name in asked if name in inside and name not in named]
        said = (
            f"{each.rank}. {each.short or each.organisation.name}"
            for each in map(about.get, named)
            if each is not None
        )
        found.append(f"{', '.join(said)} ({len(inside)})")
    return found


def _shares(inside: Sequence[str], marks: Mapping[str, Mark]) -> tuple[tuple[str, float], ...]:
    """The colours of the members with their shares, the largest first."""
    counts = Counter(marks[name].colour for name in inside)
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return tuple((colour, count / len(inside)) for colour, count in ordered)


def _places_of(start: Positions, graph: TwoMode) -> Positions:
    """The communities' earlier places, as those of organisations with and without ties."""
    tied = {graph.organisations[at] for at in graph.members[0].tolist()}
    return Positions(
        organisations={k: v for k, v in start.communities.items() if k in tied},
        isolates={k: v for k, v in start.communities.items() if k not in tied},
    )


def _between(form: TwoMode, community_of: Mapping[str, int], count: int) -> Integers:
    """How many ties there are from each community to each, shape (count, count), 0 within."""
    of = np.array([community_of.get(name, count) for name in form.organisations], dtype=np.int64)
    ties = form.projection().tocoo()
    cells = of[ties.row] * (count + 1) + of[ties.col]
    table = np.bincount(cells, minlength=(count + 1) ** 2).reshape(count + 1, count + 1)
    between = table[:count, :count].astype(np.int64)
    np.fill_diagonal(between, 0)
    return between


def _strongest(between: Integers) -> list[tuple[int, int, int]]:
    """The ties to draw: (a, b, ties), a before b."""
    totals = between.sum(axis=1)
    pairs = [
        (between[a, b] / math.sqrt(totals[a] * totals[b]), a, b)
        for a, b in np.argwhere(np.triu(between)).tolist()
    ]
    pairs.sort(key=lambda pair: (-pair[0], pair[1], pair[2]))
    tree = list(range(len(between)))

    def root(community: int) -> int:
        while tree[community] != community:
            community = tree[community]
        return community

    drawn = [0] * len(between)
    chosen = []
    for _, a, b in pairs:
        joins = root(a) != root(b)
        if joins or drawn[a] < _STRONGEST or drawn[b] < _STRONGEST:
            tree[root(a)] = root(b)
            drawn[a] += 1
            drawn[b] += 1
            chosen.append((a, b, int(between[a, b])))
    return chosen


def _as_two_mode(names: Sequence[str], ties: Sequence[tuple[int, int, int]]) -> TwoMode:
    """Communities, by name, that are tied in twos, in the order of the ties."""
    ordered = sorted(names)
    place = {name: at for at, name in enumerate(ordered)}
    pairs = sorted((place[names[end]], at) for at, tie in enumerate(ties) for end in tie[:2])
    return TwoMode(
        organisations=tuple(ordered),
        groups=tuple(Group("tie", f"{at:04}", "") for at in range(len(ties))),
        members=np.array(pairs, dtype=np.int32).reshape(-1, 2).T,
        weights=np.array([count for _, _, count in ties], dtype=np.float64),
        scheme="none",
    )
