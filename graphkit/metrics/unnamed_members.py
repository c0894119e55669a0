"""Ranks if the members that a source only counts were there: "95 members" where four are
named.

Nobody knows who they are, so they are added under three scenarios, and what matters is how far the
ranks move between them. The scenarios are extremes and a middle, not probabilities.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

import numpy as np
import numpy.typing as npt

from graphkit.metrics.arguments import require_of, require_whole
from graphkit.metrics.chance import drawn_values
from graphkit.metrics.ranking import Ranking, shared_ranks
from graphkit.metrics.ranking_metrics import ORGANISATION_METRICS
from graphkit.model import LAYER_OF, LAYERS, Fact, Node, UsageError
from graphkit.model.tabular import Tabular
from graphkit.network import Network
from graphkit.network.counted_members import MEASURES, ReportedMembers, reported_members
from graphkit.network.hypothetical import extended

SCENARIOS: Mapping[str, str] = {
    "no_overlap": "each is a further organisation that is in no other group",
    "like_known": "each is a further organisation, and in the other groups of a known member that "
    "is drawn at random",
    "full_overlap": "as far as there are any, they are organisations of other groups, drawn at "
    "random",
}
"""What is assumed of the members that are added, by scenario."""

DRAWS = 20
"""The number of draws of each scenario in which something is drawn."""

KNOWN = 5
"""From this number of named members on, a group's own are what its further ones are like."""

MOST = 5_000
"""The largest number of members that are added. So many of one group make 12 million ties."""

_RELATIONS = {layer: relation for relation, layer in LAYER_OF.items()}
_LABELS = {
    "membership": "Organisation",
    "declaration": "Declaration",
    "collaboration": "Collaboration",
}


@dataclass(frozen=True)
class UnnamedMembers(Tabular):
    """The ranks of a ranking's organisations, in its order, if the members not named were there.

    Attributes
    ----------
    ranking : Ranking
        The ranking of what the tables name.
    groups : tuple of ReportedMembers
        The groups whose members are counted by a source, also those of which nobody is missing.
    added : int
        How many members were added over all groups.
    draws : int
        The number of draws of each scenario in which something is drawn.
    seed : int
        The seed of the draws.
    typical : mapping of str to tuple of int
        By scenario, the rank of each organisation: the median of its draws, a rank that it had.
    low, high : tuple of int
        The best and the worst rank of each organisation in any draw of any scenario.
    """

    TABLE = "graphkit.export.unnamed_members:unnamed_table"

    ranking: Ranking
    groups: tuple[ReportedMembers, ...]
    added: int
    draws: int
    seed: int
    typical: Mapping[str, tuple[int, ...]]
    low: tuple[int, ...]
    high: tuple[int, ...]


def rank_unnamed(
    network: Network,
    ranking: Ranking,
    *,
    draws: int = DRAWS,
    seed: int = 0,
    progress: Callable[[str, int, int], None] | None = None,
) -> UnnamedMembers:
    """Rank the organisations again as if the members that a source only counts were there.

    Parameters
    ----------
    network : Network
        The network as selected, read with its evidence.
    ranking : Ranking
        A ranking of this network; its metric is the one that is ranked by again.
    draws : int, default 20
        The number of draws of each scenario in which something is drawn, at least 1.
    seed : int, default 0
        The seed; the same seed gives the same ranks.
    progress : callable, optional
        Called after each draw with what is being done, how many are done, and of how many.

    Returns
    -------
    UnnamedMembers
        The groups that were filled up, and the ranks under each scenario, among all organisations
        and those added.

    Raises
    ------
    UsageError
        If no figure counts members, more than 5,000 are missing, `draws` is below 1, or the network
        was read without evidence.

    See Also
    --------
    graphkit.network.reported_members : Which figures count members.

    Notes
    -----
    The added members have the dates and the status of the figure. Neither their kind nor their
    place is known, so a selection of kinds, sectors, places or conditions leaves them out as nodes,
    and they only count in the sizes of groups. In `like_known` a known member is one of the same
    group, or of any group of its layer where the group has fewer than five. In `full_overlap`
    clusters and other bodies with members do not become members.
    An organisation that the selection drops in a scenario, as outside the largest component, comes
    behind all others.

    Examples
    --------
    >>> from graphkit.metrics import rank
    >>> from graphkit.sources import read_sample
    >>> network = Network.of(read_sample())
    >>> found = rank_unnamed(network, rank(network, "degree"), draws=3)
    >>> found.added, found.ranking.organisations[1].name
    (91, 'Białostocka Fundacja Kształcenia Kadr')
    >>> found.ranking.ranks[1], found.typical["no_overlap"][1]
    (2, 97)
    """
    require_whole(1, draws=draws)
    require_whole(0, seed=seed)
    require_of(network, "ranking", ranking.selection, (node.id for node in ranking.organisations))
    groups = reported_members(network)
    if not groups:
        raise UsageError(
            "no figure counts the members of a selected group; state one in the table figures, "
            f"with the measure {' or '.join(MEASURES)}"
        )
    added = sum(each.missing for each in groups)
    if added > MOST:
        most = max(groups, key=lambda each: each.missing)
        raise UsageError(
            f"{added:,} members are not named, {most.missing:,} of {most.group.name}; no more than "
            f"{MOST:,} can be added"
        )
    scenarios = _Scenarios(network, [each for each in groups if each.missing])
    ids = [node.id for node in ranking.organisations]
    runs = [(name, draw) for name in SCENARIOS for draw in range(scenarios.needed(name, draws))]
    drawn: dict[str, list[list[int]]] = {name: [] for name in SCENARIOS}
    for done, (name, draw) in enumerate(runs, 1):
        more = extended(network, *scenarios.added(name, seed, draw))
        drawn[name].append(_ranks(more, ranking.by, ids))
        if progress is not None:
            progress("scenarios", done, len(runs))
    every = np.array([ranks for some in drawn.values() for ranks in some], dtype=np.int64)
    return UnnamedMembers(
        ranking=ranking,
        groups=groups,
        added=added,
        draws=draws,
        seed=seed,
        typical={name: _median(np.array(some)) for name, some in drawn.items()},
        low=tuple(every.min(axis=0).tolist()),
        high=tuple(every.max(axis=0).tolist()),
    )


def _ranks(network: Network, by: str, ids: Sequence[str]) -> list[int]:
    form = network.tied
    ranks = shared_ranks(drawn_values(form, by, form.scheme), ORGANISATION_METRICS[by])
    found = dict(zip(form.organisations, ranks.tolist(), strict=True))
    return [found.get(each, len(found) + 1) for each in ids]


def _median(drawn: npt.NDArray[np.int64]) -> tuple[int, ...]:
    return tuple(np.quantile(drawn, 0.5, axis=0, method="inverted_cdf").astype(int).tolist())


class _Scenarios:
    """Who is added to a network under each scenario.

    network: as selected. groups: those of which members are missing.
    """

    def __init__(self, network: Network, groups: Sequence[ReportedMembers]) -> None:
        self._groups = groups
        everyone = network.select(
            kind=None, sector=None, place=None, where=None, component=None, isolates=None
        )
        self._taken = {node.id for node in everyone.organisations}
        # Of each organisation the groups that its own facts put it into.
        self._in: dict[str, dict[tuple[str, str], None]] = {}
        facts = everyone.facts
        for row, at in enumerate(everyone.wholes[facts.organisation].tolist()):
            layer = LAYERS[facts.layer[row]]
            if layer in _LABELS:
                who = everyone.organisations[at].id
                self._in.setdefault(who, {})[layer, facts.group[row]] = None
        bodies = {everyone.organisations[at].id for at in everyone.bodies}
        self._existing = sorted(set(self._in) - bodies)

    def needed(self, scenario: str, draws: int) -> int:
        """How many draws a scenario needs: 1 where nothing is drawn."""
        if scenario == "like_known":
            return draws
        if scenario == "full_overlap" and any(
            len(self._outside(each)) > each.missing for each in self._groups
        ):
            return draws
        return 1

    def added(self, scenario: str, seed: int, draw: int) -> tuple[list[Node], list[Fact]]:
        """The further organisations and facts of one draw."""
        chance = np.random.default_rng([seed, draw])
        nodes: list[Node] = []
        facts: list[Fact] = []
        number = count()

        def join(who: str, layer: str, key: str, reported: ReportedMembers) -> None:
            end = (_LABELS[layer], key)
            fact_id = f"unnamed {next(number):06}"
            stated = reported.stated
            facts.append(Fact(_RELATIONS[layer], fact_id, ("Organisation", who), end, stated))

        for reported in self._groups:
            layer, key = reported.group.layer, reported.group.id
            left = reported.missing
            if scenario == "full_overlap":
                outside = self._outside(reported)
                for at in chance.permutation(len(outside))[:left].tolist():
                    join(outside[at], layer, key, reported)
                left -= min(left, len(outside))
            known = self._known(reported) if scenario == "like_known" else []
            for node in self._further(reported, left):
                nodes.append(node)
                join(node.id, layer, key, reported)
                if known:
                    for other in known[int(chance.integers(len(known)))]:
                        join(node.id, *other, reported)
        return nodes, facts

    def _outside(self, reported: ReportedMembers) -> list[str]:
        """The organisations in other groups that could be members of this one."""
        group = (reported.group.layer, reported.group.id)
        return [
            who
            for who in self._existing
            if group not in self._in[who] and (group[0] != "membership" or who != group[1])
        ]

    def _known(self, reported: ReportedMembers) -> list[list[tuple[str, str]]]:
        """The other groups of each known member of this group, or of those of its layer."""
        group = (reported.group.layer, reported.group.id)
        members = [who for who, groups in sorted(self._in.items()) if group in groups]
        if len(members) < KNOWN:
            members = [
                who
                for who, groups in sorted(self._in.items())
                if any(layer == group[0] for layer, _ in groups)
            ]
        return [[each for each in self._in[who] if each != group] for who in members]

    def _further(self, reported: ReportedMembers, number: int) -> Iterator[Node]:
        """So many organisations that the network does not have."""
        for at in range(1, number + 1):
            key = f"{reported.group.id}~{at:05}"
            while key in self._taken:
                key += "~"
            name = f"Unnamed member {at} of {reported.group.name}"
            yield Node("Organisation", key, {"name": name}, "Other")
