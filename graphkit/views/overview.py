"""A large network as its communities: one node each, with the strongest ties between them.

Thousands of marks and lines are unreadable. Communities come from `find_communities` and are named
after their best-connected member; small ones are omitted and counted. The drawn ties between
communities are a spanning tree of the strongest, plus the strongest few of each, where strength is
relative to the number of ties of the two.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graphkit.metrics import find_communities
from graphkit.model import Node
from graphkit.network import Group, Member, Network, TwoMode
from graphkit.views.layout.saved_positions import Positions
from graphkit.views.layout.two_mode_layout import lay_out
from graphkit.views.marks import COMMUNITY
from graphkit.views.view import ViewGroup, ViewNode

LEAST_MEMBERS = 3
LEAST_SHARE = 0.001
MOST_DRAWN = 40
"""Communities of fewer members or a smaller share of them all, or beyond this number, are not
drawn.
"""

_STRONGEST = 3
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


def overview(network: Network, form: TwoMode, start: Positions | None) -> Overview:
    """The communities of a network as far as their members are in a two-mode form."""
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
    names = [f"{leader.name} ({len(part)})" for leader, part in zip(leaders, drawn, strict=True)]
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
            },
            ranks={},
            related={},
            side=layout.labels.get(at[leader.id], ("",))[0],
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
