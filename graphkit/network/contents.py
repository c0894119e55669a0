"""What a data set or a store holds, read whole for a network."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graphkit.model import LABELS, RELATIONS, Dataset, Fact, Node, StoreError, own_kinds
from graphkit.model.fact_columns import FactColumns
from graphkit.network.joined_organisations import may_repeat, once, other_facts, standing_ids
from graphkit.network.joined_organisations import tying as tying_facts
from graphkit.network.nodes import Nodes
from graphkit.network.tying_facts import LAYER_RELATIONS

if TYPE_CHECKING:
    from graphkit.store import Store

_CONTEXT = tuple(relation for relation in RELATIONS if relation not in LAYER_RELATIONS)


@dataclass(frozen=True)
class Contents(Nodes):
    """All nodes and facts of a data set or a store.

    Attributes
    ----------
    tying : sequence of FactColumns
        The facts that tie organisations, one item per relationship type.
    context : sequence of Fact
        The facts that tie nobody.
    within_one : int
        How many facts were left out because both ends are one organisation.
    repeated : int
        How many facts were left out because another states the same under another id.
    """

    tying: Sequence[FactColumns]
    context: Sequence[Fact]
    within_one: int = 0
    repeated: int = 0


def contents_of(origin: Dataset | Store, *, evidence: bool, unfinished: bool = False) -> Contents:
    """Everything in a data set or a store; without `evidence`, a store's properties are not read.

    StoreError if the store changes while it is read, or does not answer. StoreUnavailable if a load
    into it has not finished, unless `unfinished`.
    """
    if isinstance(origin, Dataset):
        return _of_dataset(origin)
    from graphkit.store.unfinished import finished

    with finished(origin, unfinished=unfinished):
        return _of_store(origin, evidence)


def _of_dataset(dataset: Dataset) -> Contents:
    # A store records which data sets state a node; a single data set states all of its own.
    said = {"datasets": [dataset.name]}
    nodes = _by_key(replace(node, properties={**node.properties, **said}) for node in dataset.nodes)
    facts_of: dict[str, list[Fact]] = {relation: [] for relation in RELATIONS}
    for fact in dataset.facts:
        facts_of[fact.relation].append(replace(fact, properties={**fact.properties, **said}))
    tying = [(name, facts_of[name]) for name in LAYER_RELATIONS]
    context = [fact for name, facts in facts_of.items() if name in _CONTEXT for fact in facts]
    return _contents(nodes, standing_ids(nodes.values()), tying, context)


def _of_store(whole: Store, evidence: bool) -> Contents:
    # What is read in full is read together; layers without evidence are smaller as columns.
    wanted = (*_CONTEXT, *LABELS, *LAYER_RELATIONS) if evidence else _CONTEXT
    store = whole.at_once(wanted)
    tying: list[tuple[str, list[Fact] | FactColumns]] = [
        (name, list(store.facts(name)) if evidence else store.fact_columns(name))
        for name in LAYER_RELATIONS
    ]
    context = [fact for name in _CONTEXT for fact in store.facts(name)]
    # Read after the facts: what is loaded in between has its nodes then, and only what is removed
    # in between is missed.
    read = store.nodes if evidence else store.named
    by_key = _by_key(node for label in LABELS for node in read(label))
    standing = standing_ids(by_key.values())
    # Whether facts are the same, only all that they state can tell.
    tying = [
        (name, list(store.facts(name)))
        if isinstance(found, FactColumns) and may_repeat(found, standing)
        else (name, found)
        for name, found in tying
    ]
    contents = _contents(by_key, standing, tying, context, evidence=evidence)
    _check_ends(contents.tying, contents.context, by_key)
    return contents


def _contents(
    by_key: Mapping[tuple[str, str], Node],
    standing: Mapping[str, str],
    read: Iterable[tuple[str, list[Fact] | FactColumns]],
    about: list[Fact],
    *,
    evidence: bool = True,
) -> Contents:
    context = once(about, standing)
    repeated = len(about) - len(context)
    tying: list[FactColumns] = []
    for name, found in read:
        if not isinstance(found, FactColumns):
            facts = once(found, standing)
            repeated += len(found) - len(facts)
            found = FactColumns.of(name, facts)
        tying.append(found if evidence else replace(found, stated=None))
    tied = [tying_facts(columns, standing) for columns in tying]
    around = other_facts(context)
    within_one = sum(len(columns.id) for columns in tying) + len(context)
    within_one -= sum(len(columns.id) for columns in tied) + len(around)
    own = own_kinds(by_key.values())
    organisations = [
        replace(node, kind_name=own[node.kind].name) if node.kind in own else node
        for node in by_key.values()
        if node.label == "Organisation"
    ]
    return Contents(
        organisations=tuple(sorted(organisations, key=lambda node: node.id)),
        nodes={key: node for key, node in by_key.items() if key[0] != "Organisation"},
        tying=tied,
        context=around,
        within_one=within_one,
        repeated=repeated,
    )


def _by_key(nodes: Iterable[Node]) -> dict[tuple[str, str], Node]:
    return {(node.label, node.id): _of_a_kind(node) for node in nodes}


def _of_a_kind(node: Node) -> Node:
    """The node, with the kind Other when another program wrote an organisation without one."""
    if node.label == "Organisation" and node.kind is None:
        return replace(node, kind="Other")
    return node


def _check_ends(
    tying: Iterable[FactColumns], context: Iterable[Fact], nodes: Mapping[tuple[str, str], Node]
) -> None:
    """Raise StoreError when a fact leads to a node that no longer exists."""
    ends: dict[str, set[str]] = defaultdict(set)
    for columns in tying:
        ((start, end),) = RELATIONS[columns.relation].ends
        ends[start].update(columns.start)
        ends[end].update(columns.end)
    for fact in context:
        for label, key in (fact.start, fact.end):
            ends[label].add(key)
    if any((label, key) not in nodes for label, keys in ends.items() for key in keys):
        raise StoreError("the store changed while it was read; try again")
