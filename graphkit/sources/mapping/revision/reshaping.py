"""Read a sheet in another shape than was proposed: as members of groups instead of a plain list."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from graphkit.sources.header_words import meaning
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.fitting_cells import fits
from graphkit.sources.mapping.cells.table_head import Head
from graphkit.sources.mapping.cells.worded_columns import are_sentences, is_worded
from graphkit.sources.mapping.form.asked_of_mappings import is_free
from graphkit.sources.mapping.form.sheet_mapping import (
    ATTRIBUTE,
    SKIP,
    Shape,
    SheetMapping,
    is_role,
)
from graphkit.sources.mapping.proposals.guessed_groups import (
    following,
    in_groups,
    likeliest,
    may_be_group,
)
from graphkit.sources.mapping.proposals.likelier_groups import LOOKED_AT
from graphkit.sources.mapping.proposals.names_under_wholes import with_names_told_apart
from graphkit.sources.mapping.proposals.proposed_matrices import cells_in, matrix, square_matrix
from graphkit.sources.mapping.proposals.proposed_surveys import survey
from graphkit.sources.mapping.proposals.proposed_ties import ends_with_countries, roles_of_ties

_OF_MEMBER = f"member {ATTRIBUTE}"
_MARKED = 0.9
_WORDS = {"a": "member", "b": "", "group": "", "member": "member", "about": ""}
_NAMES = ("member", "a", "b", "member aliases", "role", "note")
"""The roles of columns that may as well name organisations."""
_OF_GROUPS = {"group": "member"}


def reshaped(
    mapping: SheetMapping,
    shape: Shape,
    wanted: Mapping[str, str],
    sheet: tuple[Head, Sequence[Look], str],
) -> SheetMapping:
    """The mapping in another shape, with the roles that this one needs worked out from the rows.

    Parameters
    ----------
    mapping : SheetMapping
        The mapping so far.
    shape : Shape
        The shape.
    wanted : mapping of str to str
        The roles that a person wants for columns, by the names of these.
    sheet : (Head, sequence of Look, str)
        The header with the rows, the columns, and what the sheet is about.

    Returns
    -------
    SheetMapping
        The mapping. It may still lack what the shape needs where no column can be it.
    """
    head, columns, title = sheet
    bare = replace(mapping, roles=(SKIP,) * len(mapping.roles), shape=Shape.SKIP, split={})
    if shape is Shape.SKIP:
        return replace(mapping, shape=shape)
    if shape is Shape.SURVEY:
        asked = survey(bare, columns, title)
        return asked[0] if asked else mapping
    if mapping.shape is Shape.GROUPS and shape is Shape.PAIRS:
        named = [name for name, role in wanted.items() if role == "member"]
        at = mapping.column("group")
        if named and at is not None and mapping.header[at] not in wanted:
            return replace(mapping, shape=shape)  # all else is said of the groups as before
    listed = _as_list(mapping, columns, wanted, shape)
    if shape is Shape.PAIRS:
        return _in_groups(mapping, listed, wanted, head, columns, title)
    if shape is Shape.TIES:
        tied = replace(_tied(mapping, listed, wanted, columns), told_apart_by="")
        return with_names_told_apart(tied, head.body)[0]
    if shape in (Shape.MATRIX, Shape.SQUARE):
        if shape is Shape.MATRIX:
            found = matrix(bare, columns, title)
        else:
            found = square_matrix(bare, head, columns)
        return found or _with_columns(listed, shape, wanted, columns)
    if shape is Shape.GROUPS:
        roles = [role.replace("member", "group", 1) for role in listed.roles]
        roles = [role if is_role(role, shape) else f"group {ATTRIBUTE}" for role in roles]
        return replace(listed, shape=shape, roles=tuple(roles), layer=mapping.layer)
    return listed


def _as_list(
    mapping: SheetMapping, columns: Sequence[Look], wanted: Mapping[str, str], shape: Shape
) -> SheetMapping:
    """The mapping of a plain list of organisations, of which the other shapes are made."""
    words = _WORDS
    if "member" not in mapping.roles and "a" not in mapping.roles:
        words = _WORDS | _OF_GROUPS
    roles = []
    for role in mapping.roles:
        subject, _, what = role.partition(" ")
        turned = f"{words.get(subject, '')} {what}".strip() if words.get(subject) else ""
        fits_in = bool(turned) and turned not in roles and is_role(turned, Shape.ORGANISATIONS)
        left_out = role == SKIP and mapping.shape is not Shape.SKIP
        roles.append(turned if fits_in else SKIP if left_out else _OF_MEMBER)
    ends = [at for at, name in enumerate(mapping.header) if wanted.get(name) in ("member", "a")]
    taken = any(
        role == "member" and (wanted.get(name) or "member") not in ("member", "a")
        for name, role in zip(mapping.header, roles, strict=True)
    )
    by_ids = "member id" in mapping.roles and "member id" in roles  # which then name them alone
    if ends or taken or ("member" not in roles and not by_ids):
        certain = _certain(mapping, shape, wanted)
        named = ends[:1] or naming(
            columns, {name for name, role in wanted.items() if role}, certain
        )
        left = [
            "member id" if like_ids(look) and "member id" not in roles else _OF_MEMBER
            for look in columns
        ]
        roles = [left[at] if role == "member" else role for at, role in enumerate(roles)]
        for at in named:
            roles[at] = "member"
    return replace(
        mapping, shape=Shape.ORGANISATIONS, roles=tuple(roles), group="", otherwise="",
        group_kind="", tie_kind="", directed=False,
    )  # fmt: skip


def _certain(mapping: SheetMapping, shape: Shape, wanted: Mapping[str, str]) -> set[str]:
    """The columns that name no organisations, since they say something else, such as a country."""
    named = {*_NAMES} if shape is Shape.PAIRS else {*_NAMES, "group"}
    at = mapping.column("member")
    if at is not None and wanted.get(mapping.header[at]) == "group":
        named -= {"member aliases"}  # which are other names of that group
    return {
        name
        for name, role in zip(mapping.header, mapping.roles, strict=True)
        if not is_free(role) and role not in named
    }


def naming(
    columns: Sequence[Look], besides: Collection[str], certain: Collection[str] = ()
) -> list[int]:
    """The column that may best name what each row is about.

    besides: names of columns of which it should be none; certain: such of which it is none.
    """
    worded = [
        at
        for at, look in enumerate(columns)
        if look.name not in certain and is_worded(look) and not are_sentences(look)
    ]
    free = [at for at in worded if columns[at].name not in besides] or worded
    return sorted(free, key=lambda at: (like_ids(columns[at]), -columns[at].unlike))[:1]


def like_ids(look: Look) -> bool:
    """Whether the cells of a column are ids and no names: in each row another, with figures."""
    figures = sum(" " not in text and any(map(str.isdecimal, text)) for text in look.texts)
    return look.unlike == 1 and figures * 10 >= len(look.texts) * 9


def _in_groups(
    mapping: SheetMapping,
    listed: SheetMapping,
    wanted: Mapping[str, str],
    head: Head,
    columns: Sequence[Look],
    title: str,
) -> SheetMapping:
    rows = head.body[:LOOKED_AT]
    listed = replace(listed, layer=mapping.layer)
    member = listed.column("member")
    named = [at for at, name in enumerate(listed.header) if wanted.get(name) == "group"]
    ids = [at for at, name in enumerate(listed.header) if wanted.get(name) == "group id"]
    member = listed.column("member id") if member is None else member
    ends = [
        at
        for at in (mapping.column("group"), mapping.column("b"))
        if at not in (None, member) and listed.header[at or 0] not in wanted
    ]
    free = [
        at
        for at, role in enumerate(listed.roles)
        if role == _OF_MEMBER
        and may_be_group(columns[at])
        and columns[at].distinct > 1
        and not are_sentences(columns[at])
        and listed.header[at] not in wanted
    ]
    if not (named or ids) and free and mapping.shape is not Shape.GROUPS and member is not None:
        ends.append(likeliest(columns, free, member, rows))
    chosen = named or ids or [at for at in ends if at is not None]
    if chosen and chosen[0] == mapping.column("member"):
        listed = following(listed, chosen[0], rows)
    if chosen:
        return in_groups(listed, chosen[0], columns, rows)
    roles = [*listed.roles]
    for at, look in enumerate(columns):
        what = meaning(look.name)[1]
        if what in ("start", "end", "role", "note") and what not in roles and fits(look, what):
            roles[at] = what if roles[at] == _OF_MEMBER else roles[at]
    return replace(listed, shape=Shape.PAIRS, roles=tuple(roles), group=title)


def _tied(
    mapping: SheetMapping,
    listed: SheetMapping,
    wanted: Mapping[str, str],
    columns: Sequence[Look],
) -> SheetMapping:
    first = listed.column("member")
    second = next((at for at, name in enumerate(listed.header) if wanted.get(name) == "b"), None)
    named = {name for name, role in wanted.items() if role in ("member", "a", "b")}
    both = None if named else ends_with_countries([look.name for look in columns])
    if both is not None:
        first, second = both
    second = mapping.column("group") if second is None else second
    if second is None or second == first:
        worded = [at for at, look in enumerate(columns) if is_worded(look) and at != first]
        second = next(iter(worded), None)
    if first is None or second is None:
        return replace(listed, shape=Shape.TIES, roles=(ATTRIBUTE,) * len(columns))
    roles = roles_of_ties(columns, first, second)
    return replace(listed, shape=Shape.TIES, roles=tuple(roles), split=mapping.split)


def _with_columns(
    listed: SheetMapping, shape: Shape, wanted: Mapping[str, str], columns: Sequence[Look]
) -> SheetMapping:
    """A matrix of the columns that a person wants in it, or else of those that hold marks."""
    word = "group column" if shape is Shape.MATRIX else "member column"
    chosen = [at for at, name in enumerate(listed.header) if wanted.get(name) == word]
    if not chosen:
        chosen = [
            at
            for at, (look, role) in enumerate(zip(columns, listed.roles, strict=True))
            if role == _OF_MEMBER and look.texts and look.marks >= _MARKED
        ]
    roles = [word if at in chosen else role for at, role in enumerate(listed.roles)]
    filled = [at for at in chosen if columns[at].texts]
    cells = cells_in(columns, filled)[0] if filled else listed.cells
    return replace(listed, shape=shape, roles=tuple(roles), cells=cells)
