"""Read the states that agreements list in a column of countries as their parties.

    title, country, signed
    River Convention, France; Germany; Poland, 2009-06-16

A treaty is in no country; those that stand together in its row have signed it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.sources.countries import country_of
from graphkit.sources.header_words import meaning, plain
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.kinds_of_groups import group_kind_in
from graphkit.sources.mapping.cells.listed_names import names_in, names_stand_again
from graphkit.sources.mapping.form.doubt import Change, Doubt
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, Shape, SheetMapping, is_role
from graphkit.sources.mapping.proposals.list_columns import TITLES

_MARKS = (";", "|", ",")
_SIGNED = ("sign", "ratif", "podpis", "unterz", "firma", "adopt", "in force")
_MOSTLY = 0.5


def of_parties(mapping: SheetMapping, columns: Sequence[Look]) -> tuple[SheetMapping, list[Doubt]]:
    """The mapping of agreements with their parties, where a column lists states in most rows.

    Parameters
    ----------
    mapping : SheetMapping
        A proposal.
    columns : sequence of Look
        The columns.

    Returns
    -------
    SheetMapping, list of Doubt
        The mapping, and what is in doubt; the same mapping and nothing where it is something else.
    """
    if not _are_agreements(mapping):
        return mapping, []
    word = "group" if mapping.shape is Shape.GROUPS else "member"
    at, states = mapping.column(word), mapping.column(f"{word} country")
    mark = "" if states is None else _mark_in(columns[states])
    if at is None or states is None or not mark:
        return mapping, []
    roles = [_of_group(role, word) for role in mapping.roles]
    roles[at], roles[states] = "group", "member"
    for place, name in enumerate(mapping.header):  # agreements are of all kinds
        if meaning(name)[1] == "kind" and roles[place].endswith(ATTRIBUTE):
            roles[place] = "group kind" if "group kind" not in roles else roles[place]
    kind = mapping.group_kind if word == "group" else ""
    read = replace(
        mapping, shape=Shape.PAIRS, roles=tuple(roles), layer="declaration", group="", kind="",
        group_kind=kind or group_kind_in("declaration", f"{mapping.header[at]} {mapping.file}"),
        split={**mapping.split, mapping.header[states]: mark},
    )  # fmt: skip
    name, title = mapping.header[states], mapping.header[at]
    said = (
        f"{name} lists several states in a row, which are taken for the parties of what {title} "
        'names; if it says where something is, write "group country"'
    )
    return read, [Doubt(said, (Change.back_to(f"{name} says where something is", mapping),))]


def _are_agreements(mapping: SheetMapping) -> bool:
    """Whether each row is an agreement: by what it is called, or a title with a date of signing."""
    if mapping.shape is Shape.GROUPS:
        return mapping.layer == "declaration"
    at = mapping.column("member")
    listed = mapping.shape is Shape.ORGANISATIONS or bool(mapping.group)
    if at is None or not listed or plain(mapping.header[at]) not in TITLES:
        return False
    return any(word in plain(name) for name in mapping.header for word in _SIGNED)


def _mark_in(look: Look) -> str:
    """What separates the states in most cells of a column, or nothing."""
    for mark in _MARKS:
        listed = [names_in(text, mark) for text in look.texts]
        several = sum(len(parts) > 1 for parts in listed)
        if several < 2 or several < _MOSTLY * len(listed):
            continue
        parts = [part for each in listed for part in each]
        known = sum(country_of(part) is not None for part in parts)
        if known > _MOSTLY * len(parts) or (mark != "," and names_stand_again(look, mark)):
            return mark
    return ""


def _of_group(role: str, word: str) -> str:
    """The role of a column that says something of the agreement."""
    of, _, what = role.partition(" ")
    if role in ("start", "end", "observed"):
        return f"group {role}"
    said = f"group {what}" if of == word and what else role
    return said if is_role(said, Shape.PAIRS) else f"group {ATTRIBUTE}"
