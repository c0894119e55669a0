"""New organisations whose names are close to others: what checking and loading warn of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from graphkit.model import Fact, Node
from graphkit.model.naming import names as names_of
from graphkit.model.naming import stated_ids
from graphkit.names.folding import folded
from graphkit.names.identities import Identities
from graphkit.names.pairs import Comparison
from graphkit.names.scoring import NEAR_CERTAIN, is_short
from graphkit.names.setting import Setting

MOST_COMPARED = 10_000
"""Among more organisations only names are found that are equal after folding."""

MOST_FOLDED = 200_000
"""Among more organisations names are not compared at all: that is for `graphkit duplicates`."""

_LARGEST = 10
"""Of organisations that share one name, this many are paired."""


@dataclass(frozen=True, slots=True)
class NearName:
    """An organisation whose name is close to that of another one.

    Attributes
    ----------
    node, other : Node
        The two; `node` is the one that is new, or comes later.
    known : bool
        Whether the other one is in the store.
    against : tuple of str
        What speaks against their being one.
    """

    node: Node
    other: Node
    known: bool
    against: tuple[str, ...] = ()


def near_names(
    organisations: Iterable[Node],
    facts: Iterable[Fact] = (),
    known: Iterable[Node] = (),
    decided: Collection[tuple[str, str]] = (),
) -> tuple[NearName, ...]:
    """Find organisations with names that are equal after folding, or nearly certain pairs.

    Parameters
    ----------
    organisations : iterable of Node
        Those of a data set.
    facts : iterable of Fact, optional
        Its facts.
    known : iterable of Node, optional
        The organisations of a store. An organisation that has an id of the store is not new, and is
        compared only within the data set.
    decided : collection of (str, str), optional
        Pairs of ids, each in order, about which somebody has decided.

    Returns
    -------
    tuple of NearName
        In order of id. Those of one name but for case and spaces are left out, which reading
        reports itself.

    Examples
    --------
    >>> names = {"pb": "Politechnika Białostocka", "x1": "Politechnika Bialostocka"}
    >>> nodes = [Node("Organisation", id, {"name": name}) for id, name in names.items()]
    >>> [(near.node.id, near.other.id) for near in near_names(nodes)]
    [('x1', 'pb')]
    """
    own = {node.id: node for node in organisations if node.label == "Organisation"}
    store = {node.id: node for node in known if node.label == "Organisation"}
    taken = {*store}.union(*(stated_ids(node) for node in store.values()))
    nodes = [*own.values(), *(node for key, node in store.items() if key not in own)]
    if len(nodes) > MOST_FOLDED:
        return ()
    equal = set(_equal(nodes))
    if not equal and len(nodes) > MOST_COMPARED:
        return ()
    setting = Setting.of(facts)
    comparison = Comparison(nodes, setting) if len(nodes) <= MOST_COMPARED else None
    identities = Identities.of(nodes, _both(setting.kin))  # equal identifiers are joined
    pairs = equal | comparison.candidates() if comparison else equal
    found: list[NearName] = []
    for at, other in sorted(pairs):
        one, two = nodes[at], nodes[other]
        if (min(one.id, two.id), max(one.id, two.id)) in decided or _alike(one, two):
            continue
        if (one.id not in own and two.id not in own) or {one.id, two.id} in setting.kin:
            continue
        if identities.of_id(one.id) == identities.of_id(two.id):
            continue
        here = one.id in own and two.id in own
        node, beside = (two, one) if here or one.id not in own else (one, two)
        if not here and node.id in taken:
            continue
        comparison = comparison or Comparison(nodes, setting)  # folds all names once more
        pair = comparison.pair(at, other)
        if pair.score >= NEAR_CERTAIN or (at, other) in equal:
            found.append(NearName(node, beside, not here, pair.against))
    return tuple(sorted(found, key=lambda near: (near.node.id, near.other.id)))


def _equal(nodes: Sequence[Node]) -> Iterator[tuple[int, int]]:
    """Pairs of which a name of each has the same words.

    A short word, such as an acronym, must be the first name of one of the two: many organisations
    have the same acronym.
    """
    by_key: defaultdict[str, dict[int, bool]] = defaultdict(dict)
    # Of many, most are asked for once, and all of them would stay in memory.
    read = folded if len(nodes) <= MOST_COMPARED else folded.__wrapped__
    for at, node in enumerate(nodes):
        for place, name in enumerate(names_of(node)):
            found = read(name)
            if found.key:
                by_key[found.key].setdefault(at, place == 0 or not is_short(found))
    for some in by_key.values():
        for one, other in combinations(list(some)[:_LARGEST], 2):
            if some[one] or some[other]:
                yield one, other


def _both(kin: Iterable[frozenset[str]]) -> Iterator[tuple[str, str]]:
    for pair in kin:
        if len(pair) == 2:
            one, other = sorted(pair)
            yield one, other


def _alike(one: Node, other: Node) -> bool:
    """Whether two names differ by case and spaces only."""
    return " ".join(one.name.casefold().split()) == " ".join(other.name.casefold().split())
