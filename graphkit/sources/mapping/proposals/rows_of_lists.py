"""Rows that list several organisations: a column that names each row then names their group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.sources.header_words import layer_in, meaning, plain
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.kinds_of_groups import group_kind_in
from graphkit.sources.mapping.cells.worded_columns import are_sentences, is_worded, mostly_lists
from graphkit.sources.mapping.form.doubt import Change, Doubt
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, Shape, SheetMapping

_HANDLES = {*"slug key code abbreviation acronym short kurz skrot sigle sigla".split()}


def in_named_rows(
    mapping: SheetMapping, columns: Sequence[Look], about: str
) -> tuple[SheetMapping, list[Doubt]]:
    """The mapping of a plain list whose cells of names hold several, as members of what names the
    row; and what is in doubt then.

    Parameters
    ----------
    mapping : SheetMapping
        A mapping.
    columns : sequence of Look
        The columns.
    about : str
        What the sheet is about, for the kind of the groups.

    Returns
    -------
    SheetMapping, list of Doubt
        The mapping of members of groups; the same mapping where no column names the rows.
    """
    member = mapping.column("member")
    if mapping.shape is not Shape.ORGANISATIONS or member is None:
        return mapping, []
    names = columns[member]
    if not mapping.split.get(names.name) or not mostly_lists(names):
        return mapping, []
    free = [
        at
        for at, (look, role) in enumerate(zip(columns, mapping.roles, strict=True))
        if role.endswith(ATTRIBUTE)
        and look.unlike == 1
        and len(look.texts) == len(names.texts)
        and is_worded(look)
        and not are_sentences(look)
    ]
    if not free:
        return mapping, []
    at = min(free, key=lambda at: _is_handle(columns[at]))
    roles = [_of_group(look, role) for look, role in zip(columns, mapping.roles, strict=True)]
    roles[at] = "group"
    layer = layer_in(about) or "membership"
    grouped = replace(
        mapping, shape=Shape.PAIRS, roles=tuple(roles), layer=layer, kind="",
        group_kind=group_kind_in(layer, f"{columns[at].name} {about}"),
    )  # fmt: skip
    said = (
        f"each row lists several names in {names.name}, so {columns[at].name} is taken for what "
        'they belong to; if it says something else of them, write organisations and "member '
        'attribute" for it'
    )
    back = Change.back_to(f"{names.name} are not in what {columns[at].name} names", mapping)
    return grouped, [Doubt(said, (back,))]


def _of_group(look: Look, role: str) -> str:
    """The role of a column that says something of the group of its row."""
    if not role.endswith(ATTRIBUTE):
        return role
    what = meaning(look.name)[1]
    return f"group {what}" if what in ("start", "end") and look.dates > 0.9 else "group attribute"


def _is_handle(look: Look) -> tuple[bool, bool]:
    """Whether a column holds short names beside longer ones: such columns come last."""
    words = {*plain(look.name).split()}
    return bool(words & _HANDLES), not any(" " in text for text in look.texts)
