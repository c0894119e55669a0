"""Hypothetical changes: the network as it would be if two organisations were one, if a source or a
fact were not there, or if there were more organisations and facts.

The changes are made to the columns of the whole network, from which the same selection is taken
again. Nothing is read or loaded, and the result is what loading the changed tables would give.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from graphkit.model import Fact, Node, UsageError
from graphkit.model.fact_columns import FactColumns
from graphkit.network.in_force import Bounds
from graphkit.network.network import Network
from graphkit.network.order_of_selection import selected_from
from graphkit.network.part_of import wholes_of
from graphkit.network.selection import Selection
from graphkit.network.tying_facts import FactTable


@dataclass(frozen=True, slots=True)
class Merge:
    """Two organisations are one.

    Attributes
    ----------
    kept : str
        The id of the organisation that stays, with what is stated about it: its kind, its sector
        and the dates between which it existed.
    merged : str
        The id of the organisation whose facts become the other's. What else is stated about it is
        lost.
    """

    kept: str
    merged: str


@dataclass(frozen=True, slots=True)
class DropSource:
    """A source is not there, and with it the facts that no other source states.

    Attributes
    ----------
    id : str
        The id of the source. Organisations stay, also where only this source names them.
    """

    id: str


@dataclass(frozen=True, slots=True)
class DropFact:
    """A fact is not there.

    Attributes
    ----------
    id : str
        The id of the fact.
    """

    id: str


Change = Merge | DropSource | DropFact


def changed(network: Network, changes: Change | Iterable[Change]) -> Network:
    """Return the network that the same selection takes from the changed whole.

    Parameters
    ----------
    network : Network
        The network as selected.
    changes : Merge, DropSource or DropFact, or iterable of these
        The changes. Of several merges each applies to what the earlier ones have made: an
        organisation that is merged already stands for the one that it became.

    Returns
    -------
    Network
        The changed network, without evidence: it can be counted, selected and ranked, and not be
        opened to its facts.

    Raises
    ------
    UsageError
        If something else is given, or the network has no such organisation, source or fact.

    Notes
    -----
    A fact from an organisation to itself, which a merge can leave, is dropped, as tables may not
    state it. The network names the data sets that it was made from, whatever is changed.

    Examples
    --------
    >>> from graphkit.sources import read_sample
    >>> network = Network.of(read_sample())
    >>> len(network.facts), len(changed(network, [DropSource("kom-partnerzy")]).facts)
    (39, 9)
    """
    given = [changes] if isinstance(changes, Change) else list(changes)
    for each in given:
        if not isinstance(each, Change):
            raise UsageError(
                f"`changes` has {each!r}; give Merge(kept, merged), DropSource(id) or DropFact(id)"
            )
    whole = network.whole or network
    left = _without(
        whole,
        {each.id for each in given if isinstance(each, DropSource)},
        {each.id for each in given if isinstance(each, DropFact)},
    )
    left = _merged(left, [each for each in given if isinstance(each, Merge)])
    return selected_from(left, network.selection)


def extended(network: Network, organisations: Iterable[Node], facts: Iterable[Fact]) -> Network:
    """Return the network that the same selection takes from a whole with more in it.

    Parameters
    ----------
    network : Network
        The network as selected.
    organisations : iterable of Node
        The further organisations, with ids that the network does not have.
    facts : iterable of Fact
        Further memberships, signatures and participations.

    Returns
    -------
    Network
        The extended network, without evidence, as of `changed`.
    """
    whole = network.whole or network
    every = sorted([*whole.organisations, *organisations], key=lambda node: node.id)
    index = {node.id: position for position, node in enumerate(every)}
    position = np.array([index[node.id] for node in whole.organisations], dtype=np.int32)
    lifetimes = Bounds.of_lifetimes(every)
    table = whole.facts.between(position, [node.id for node in every], lifetimes)
    by_relation: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_relation[fact.relation].append(fact)
    if by_relation:
        columns = [FactColumns.of(name, some) for name, some in by_relation.items()]
        table = table.joined(FactTable.of(columns, index, lifetimes))
    left = replace(whole, organisations=tuple(every), facts=table, lifetimes=lifetimes)
    return selected_from(_whole(left), network.selection)


def _without(whole: Network, sources: set[str], facts: set[str]) -> Network:
    """The whole network without these sources and facts."""
    table = whole.facts
    cited = {each for some in set(table.sources) for each in some}
    for each in sources:
        if ("Source", each) not in whole.nodes and each not in cited:
            raise UsageError(f"{each}: the network has no source of this id")
    for each in facts - {*table.id, *(fact.id for fact in whole.context)}:
        raise UsageError(f"{each}: the network has no fact of this id")

    @cache
    def left(stated: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(each for each in stated if each not in sources)

    def stays(key: str, stated: tuple[str, ...]) -> bool:
        return key not in facts and (not stated or bool(left(stated)))

    gone = {("Source", each) for each in sources}
    pairs = zip(table.id, table.sources, strict=True)
    table = table.take(np.array([stays(*pair) for pair in pairs], dtype=bool))
    context = [fact for fact in whole.context if stays(fact.id, _sources(fact))]
    return _whole(
        replace(
            whole,
            facts=replace(table, sources=tuple(map(left, table.sources)), properties=None),
            context=tuple(context),
            nodes={key: node for key, node in whole.nodes.items() if key not in gone},
        )
    )


def _sources(fact: Fact) -> tuple[str, ...]:
    stated = fact.properties.get("sourceIds")
    return tuple(map(str, stated)) if isinstance(stated, list) else ()


def _merged(whole: Network, merges: Sequence[Merge]) -> Network:
    """The whole network with organisations merged."""
    into = _into(whole, merges)
    if not into:
        return whole
    stays = np.array([node.id not in into for node in whole.organisations], dtype=bool)
    left = [node for node in whole.organisations if node.id not in into]
    index = {node.id: position for position, node in enumerate(left)}
    position = np.array(
        [index[into.get(node.id, node.id)] for node in whole.organisations], dtype=np.int32
    )
    lifetimes = whole.lifetimes.take(np.append(stays, True))
    table = whole.facts.between(position, [node.id for node in left], lifetimes)

    def end(of: tuple[str, str]) -> tuple[str, str]:
        return (of[0], into.get(of[1], of[1])) if of[0] == "Organisation" else of

    moved = (replace(each, start=end(each.start), end=end(each.end)) for each in whole.context)
    return _whole(
        replace(
            whole,
            organisations=tuple(left),
            facts=table,
            context=tuple(each for each in moved if each.start != each.end),
            lifetimes=lifetimes,
        )
    )


def _into(whole: Network, merges: Sequence[Merge]) -> Mapping[str, str]:
    """For each organisation that goes, the one that it becomes."""
    into: dict[str, str] = {}

    def now(key: str) -> str:
        while key in into:
            key = into[key]
        return key

    for each in merges:
        for key in (each.kept, each.merged):
            if key not in whole.index:
                raise UsageError(f"{key}: the network has no organisation of this id")
        if each.kept == each.merged:
            raise UsageError(f"{each.kept}: an organisation cannot be merged with itself")
        if now(each.kept) != now(each.merged):
            into[now(each.merged)] = now(each.kept)
    return {key: now(key) for key in into}


def _whole(changed: Network) -> Network:
    """A whole network whose facts and organisations were changed, with what follows from them."""
    index = {node.id: position for position, node in enumerate(changed.organisations)}
    everyone = np.ones(len(index), dtype=bool)
    bodies = frozenset(
        index[group] for (layer, group), _ in changed.facts.groups() if layer == "membership"
    )
    return replace(
        changed,
        existing=everyone,
        standing=everyone,
        bodies=bodies,
        wholes=wholes_of(changed.context, bodies, index, changed.lifetimes, Selection()),
    )
