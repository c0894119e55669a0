"""How many members a source reports of a group, and how many of them the tables name.

A figure of the table `figures` counts the members of the organisation, or the participants of the
collaboration, that it is about when its measure is one of `MEASURES`. A target counts nobody, and
nor does a figure in another unit than organisations.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from graphkit.model import FOREVER, LAYERS, STATUSES, Fact, Properties
from graphkit.network.cited_facts import Citation, citations
from graphkit.network.in_force import Standing, standings_of
from graphkit.network.network import Network
from graphkit.network.two_mode import Group

MEASURES: Mapping[str, str] = {
    "members": "membership",
    "member_organisations": "membership",
    "participants": "collaboration",
    "participating_organisations": "collaboration",
}
"""The measures that count organisations in a group, and the layer of the group."""

UNITS = ("", "organisations", "organizations", "members", "participants", "institutions")
"""The units in which they count organisations; persons are none."""

_SUBJECTS = {"membership": "Organisation", "collaboration": "Collaboration"}


@dataclass(frozen=True, slots=True)
class ReportedMembers:
    """A group whose members are counted by a source.

    Attributes
    ----------
    group : Group
        The group.
    reported : int
        How many members the figure says that it has; of a range its lower end.
    named : int
        How many of them are named by the selected facts, besides the group's own organisation.
    standing : Standing or None
        Whether the figure held at the selected date; None without one.
    dated : str
        The date of the figure as stated; "" where it has none.
    citations : tuple of Citation
        The sources of the figure.
    others : int
        How many other figures count the same members and were passed over.
    stated : mapping of str to Value
        The properties of the fact: its status, dates and sources.
    """

    group: Group
    reported: int
    named: int
    standing: Standing | None
    dated: str
    citations: tuple[Citation, ...]
    others: int
    stated: Properties

    @property
    def missing(self) -> int:
        """How many members no table names; 0 where more are named than the figure says."""
        return max(self.reported - self.named, 0)


def reported_members(network: Network) -> tuple[ReportedMembers, ...]:
    """Find the groups of a network whose members are counted by a source.

    Parameters
    ----------
    network : Network
        The network as selected, read with its evidence.

    Returns
    -------
    tuple of ReportedMembers
        One for each group of the selected layers, in order of layer and id.

    Raises
    ------
    UsageError
        If the network was read without evidence.

    Notes
    -----
    Of several figures about one group the one counts that held at the selected date, before one of
    which that is not known; then the latest; then the highest. One that did not hold then, or of a
    status that is not selected, is not looked at, and neither is one that may not have held where
    `unknown` is excluded.

    Examples
    --------
    >>> from graphkit.sources import read_sample
    >>> (reported,) = reported_members(Network.of(read_sample()))
    >>> reported.group.id, reported.reported, reported.named, reported.missing
    ('kom', 95, 4, 91)
    """
    assert network.facts.stated is not None
    named = _named(network)
    found: dict[tuple[str, str], list[tuple[int, int, int, str, Fact]]] = defaultdict(list)
    for fact, layer, number, standing in _figures(network):
        last = max(
            (
                day.toordinal()
                for name in ("startTo", "endTo", "observedTo")
                if isinstance(day := fact.properties.get(name), date) and day != FOREVER
            ),
            default=0,
        )
        found[layer, fact.end[1]].append((standing, last, number, fact.id, fact))
    result = []
    for layer, key in sorted(found, key=lambda each: (LAYERS.index(each[0]), each[1])):
        standing, _, number, _, fact = max(found[layer, key], key=lambda each: each[:4])
        stated = fact.properties
        result.append(
            ReportedMembers(
                group=Group(layer, key, network.group_name(layer, key)),
                reported=number,
                named=len(named.get((layer, key), ())),
                standing=None if network.selection.at is None else Standing(standing),
                dated=str(stated.get("observedDate") or stated.get("startDate") or ""),
                citations=citations(network, stated.get("sourceIds"), stated.get("locators")),
                others=len(found[layer, key]) - 1,
                stated=stated,
            )
        )
    return tuple(result)


def _figures(network: Network) -> Iterator[tuple[Fact, str, int, int]]:
    """The figures that count members: the fact, the layer, the number, and whether it held."""
    selection = network.selection
    facts = [each for each in network.context if each.relation == "DESCRIBES"]
    held = np.full(len(facts), Standing.IN_FORCE, dtype=np.int8)
    if selection.at is not None:
        held = standings_of(facts, selection.at, network.lifetimes, network.index)
    least = Standing.UNKNOWN if selection.unknown == "include" else Standing.IN_FORCE
    planned = network.planned_groups if selection.planned == "exclude" else frozenset()
    for fact, standing in zip(facts, held.tolist(), strict=True):
        figure = network.nodes[fact.start].properties
        layer = MEASURES.get(str(figure.get("measure")).strip().casefold().replace(" ", "_"))
        value = figure.get("value")
        if (
            layer is not None
            and fact.end[0] == _SUBJECTS[layer]
            and (layer, fact.end[1]) not in planned
            and (not selection.layer or layer in selection.layer)
            and str(fact.properties.get("status", STATUSES[0])) in (selection.status or STATUSES)
            and (not selection.dataset or not {*selection.dataset}.isdisjoint(_datasets(fact)))
            and figure.get("nature", "reported") == "reported"
            and str(figure.get("unit", "")).strip().casefold() in UNITS
            and isinstance(value, int | float)
            and value == int(value)
            and standing >= least
        ):
            yield fact, layer, int(value), standing


def _datasets(fact: Fact) -> list[str]:
    named = fact.properties.get("datasets")
    return named if isinstance(named, list) else []


def _named(network: Network) -> dict[tuple[str, str], set[int]]:
    """The members of each group that the selected facts name, whichever organisations are nodes."""
    everyone = network.select(
        kind=None, sector=None, place=None, where=None, component=None, isolates=None
    )
    named: dict[tuple[str, str], set[int]] = {}
    for (layer, key), rows in everyone.facts.groups():
        members = set(everyone.wholes[everyone.facts.organisation[list(rows)]].tolist())
        if layer == "membership":
            members.discard(everyone.index[key])
        named[layer, key] = members
    return named
