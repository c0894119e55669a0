"""What a network makes of organisations that have several ids; see `graphkit.names`.

Their facts lead to the id that stands for them. A fact between two ids of one organisation ties
nobody and says nothing about the network, so it is left out and counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import compress

import numpy as np

from graphkit.model import RELATIONS, Fact, Node, Properties
from graphkit.model.fact_columns import FactColumns
from graphkit.names.joining import STATED_AS, STATED_IDS, STATED_START

_REPRESENTATIVE = "representedById"


def standing_ids(nodes: Iterable[Node]) -> dict[str, str]:
    """The id that stands for each id of an organisation that has several."""
    found = {}
    for node in nodes:
        for key in _listed(node.properties, STATED_IDS):
            found[key] = node.id
    return found


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


def known_as(organisation: Node, stated: Properties) -> str:
    """The name under which a source knows an organisation, from what a fact states that starts
    from it; "" if that is its own.
    """
    names = _listed(organisation.properties, STATED_AS)
    ids = _listed(organisation.properties, STATED_IDS)
    found = dict(zip(ids, names, strict=False)).get(str(stated.get(STATED_START)), "")
    return "" if found == organisation.name else found


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
