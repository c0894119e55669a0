"""What a network makes of organisations that have several ids; see `graphkit.names`.

Their facts lead to the id that stands for them. A fact between two ids of one organisation ties
nobody and says nothing about the network, so it is left out and counted. Facts of one data set that
differ only in the ids and sources that they state are one fact, with the sources of all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import compress

import numpy as np

from graphkit.model import RELATIONS, Fact, Node, Properties, Value
from graphkit.model.fact_columns import FactColumns
from graphkit.model.naming import stated_ids
from graphkit.names.joining import STATED_AS, STATED_END, STATED_START, united_sources

_REPRESENTATIVE = "representedById"
_APART = {STATED_START, STATED_END, "sourceIds", "locators"}
"""What may differ between facts that are the same."""


def standing_ids(nodes: Iterable[Node]) -> dict[str, str]:
    """The id that stands for each id of an organisation that has several."""
    return {key: node.id for node in nodes for key in stated_ids(node)}


def once(facts: Sequence[Fact], standing: Mapping[str, str]) -> list[Fact]:
    """The facts, those of one data set as one that are the same but for ids of one organisation.

    The one has the first id of them, all their sources, and lists of the ids that they state.
    """
    if not standing:
        return list(facts)
    joined = set(standing.values())
    alike: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        represented = _REPRESENTATIVE in fact.properties
        if fact.start != fact.end and (represented or not joined.isdisjoint(_ends(fact))):
            alike[_sameness(fact, standing)].append(fact)
    united: dict[str, Fact | None] = {}
    for them in alike.values():
        if len({_stated_ends(fact) for fact in them}) > 1:
            united |= dict.fromkeys(fact.id for fact in them)
            one = _united(sorted(them, key=lambda fact: fact.id))
            united[one.id] = one
    found = (united.get(fact.id, fact) for fact in facts)
    return [fact for fact in found if fact is not None]


def may_repeat(columns: FactColumns, standing: Mapping[str, str]) -> bool:
    """Whether some of the facts may be the same but for ids of one organisation."""
    if not standing:
        return False
    joined = set(standing.values())
    concerned = [
        each
        for each in zip(columns.start, columns.end, columns.status, columns.datasets, strict=True)
        if each[0] in joined or each[1] in joined or columns.relation == "SIGNED"
    ]
    return len(set(concerned)) < len(concerned)


def tying(columns: FactColumns, standing: Mapping[str, str]) -> FactColumns:
    """The facts that lead from an organisation to another node, with the ids that stand for their
    representatives.
    """
    if columns.stated is not None and standing:
        columns = replace(columns, stated=[_represented(each, standing) for each in columns.stated])
    if RELATIONS[columns.relation].ends != (("Organisation", "Organisation"),):
        return columns
    kept = [one != other for one, other in zip(columns.start, columns.end, strict=True)]
    return columns if all(kept) else _of(columns, kept)


def other_facts(facts: Iterable[Fact]) -> list[Fact]:
    """The facts that do not lead from an organisation to itself."""
    return [fact for fact in facts if fact.start != fact.end]


def known_as(organisation: Node, stated: Properties, end: str = STATED_START) -> str:
    """The names under which its sources know an organisation, from what a fact states of which it
    is the start or the end; "" if that is its own.
    """
    names = _listed(organisation.properties, STATED_AS)
    called = dict(zip(stated_ids(organisation), names, strict=False))
    value = stated.get(end)
    keys = value if isinstance(value, list) else [value]
    found = dict.fromkeys(called.get(str(key), "") for key in keys)
    return ", ".join(name for name in found if name not in ("", organisation.name))


def _ends(fact: Fact) -> tuple[str, str]:
    return fact.start[1], fact.end[1]


def _stated_ends(fact: Fact) -> tuple[str, ...]:
    """The ids that a fact states of its ends, and of who represents."""
    stated = fact.properties
    ends = zip((STATED_START, STATED_END), _ends(fact), strict=True)
    return (
        *(str(stated.get(name, key)) for name, key in ends),
        str(stated.get(_REPRESENTATIVE, "")),
    )


def _sameness(fact: Fact, standing: Mapping[str, str]) -> tuple[object, ...]:
    """What is equal of facts that are the same."""
    stated = _represented(fact.properties, standing)
    said = sorted((key, repr(value)) for key, value in stated.items() if key not in _APART)
    return (fact.relation, fact.start, fact.end, *said)


def _united(facts: Sequence[Fact]) -> Fact:
    first = facts[0]
    properties: dict[str, Value] = {**first.properties, **united_sources(facts)}
    starts, ends, _ = zip(*map(_stated_ends, facts), strict=True)
    properties[STATED_START] = list(dict.fromkeys(starts))
    properties[STATED_END] = list(dict.fromkeys(ends))
    return replace(first, properties=properties)


def _represented(stated: Properties, standing: Mapping[str, str]) -> Properties:
    key = str(stated.get(_REPRESENTATIVE, ""))
    return {**stated, _REPRESENTATIVE: standing[key]} if key in standing else stated


def _of(columns: FactColumns, kept: list[bool]) -> FactColumns:
    """Some of the facts."""
    mask = np.array(kept, dtype=bool)

    def some(values: Iterable[object]) -> list[object]:
        return list(compress(values, kept))

    listed = ("id", "start", "end", "status", "sources", "kind", "datasets", "stated")
    chosen: dict[str, object] = {
        name: some(values) for name in listed if (values := getattr(columns, name)) is not None
    }
    return replace(
        columns,
        weight=columns.weight[mask],
        inherited=columns.inherited[mask],
        days={name: days[mask] for name, days in columns.days.items()},
        **chosen,  # type: ignore[arg-type]
    )


def _listed(properties: Properties, name: str) -> list[str]:
    found = properties.get(name)
    return [str(each) for each in found] if isinstance(found, list) else []
