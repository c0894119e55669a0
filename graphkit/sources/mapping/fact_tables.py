"""Which of our tables a fact belongs to, and what it has no column for there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphkit.sources.mapping.entities import Entity
from graphkit.sources.mapping.sheet_mapping import Shape, SheetMapping
from graphkit.sources.mapping.words_of_roles import MEMBER_OF

_TABLES = {
    "membership": ("memberships", ("weight", "kind", "contribution", "currency")),
    "declaration": ("signatories", ("weight", "kind", "contribution", "currency")),
    "collaboration": ("participants", ("weight", "kind")),
}


def table_of_fact(
    first: Entity, second: Entity, own: Mapping[str, str], mapping: SheetMapping
) -> tuple[str | None, Sequence[str]]:
    """The table for a fact between two entities, and the cells that it has no column for."""
    if second.layer in ("declaration", "collaboration"):
        return (
            (None, ()) if first.layer in ("declaration", "collaboration") else _TABLES[second.layer]
        )
    if mapping.shape in (Shape.PAIRS, Shape.MATRIX):
        return _TABLES["membership"]
    if second.layer == "membership" and first.layer != "membership":
        return _TABLES["membership"]
    if own.get("kind", "").casefold().replace("_", " ") in MEMBER_OF:
        return _TABLES["membership"]
    return "ties", ("role", "contribution", "currency")


def kind_as_role(own: Mapping[str, str]) -> Mapping[str, str]:
    """The kind of a tie that turns out to be a membership or participation is a role in it."""
    rest = {name: value for name, value in own.items() if name != "kind"}
    if own["kind"].casefold().replace("_", " ") in MEMBER_OF:
        return rest
    return rest | {"role": own["kind"]}


def in_our_tables(role: str) -> tuple[str, str]:
    """The column of our tables that a role fills, so that problems name the file's own column."""
    subject, _, word = role.partition(" ")
    if subject in ("member", "group", "a", "b"):
        return ("entity", word.replace(" ", "_") or "name")
    return ("fact", role)
