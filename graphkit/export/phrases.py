"""Phrases that texts about several results share: names in a list, counts, lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graphkit.export.table import cell
from graphkit.model import Node
from graphkit.network import Group, Member, Standing

NAMED = 20
"""How many organisations a text names in one place; it counts the rest."""


def group_named(group: Group) -> str:
    """A group by its layer and name."""
    return f"{group.layer}: {group.name}" if group.name else "direct tie"


def names_of(nodes: Sequence[Node | Member], most: int = NAMED) -> str:
    """The names of the first organisations, and how many more there are."""
    shown = ", ".join(node.name for node in nodes[:most])
    rest = len(nodes) - most
    return f"{shown} and {rest} more" if rest > 0 else shown


def listed(organisations: Iterable[Node | Member]) -> list[dict[str, str]]:
    """The id and name of each organisation, as a cell of a column that `spread` names."""
    return [{"id": each.id, "name": each.name} for each in organisations]


def spread(column: str, one: str) -> dict[str, dict[str, str]]:
    """How a column of `listed` organisations is spread: the names of their ids and names."""
    return {column: {"id": one, "name": f"{one}_name"}}


def standing_words(standing: Standing | None) -> str | None:
    """Whether a fact was in force, in words; None where no date was selected."""
    return None if standing is None else standing.name.lower().replace("_", " ")


def written(lines: Iterable[str]) -> str:
    """Lines as one text, with nothing in it that a terminal would obey."""
    return "".join(f"{cell(line)}\n" for line in lines)
