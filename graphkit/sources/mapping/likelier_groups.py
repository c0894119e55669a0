"""Groups and members that a file suggests elsewhere than a proposal has looked for them.

A file is called after the column of its groups; a register says how far organisations are
committed; memberships name organisations of other rows; two columns call one thing by two names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.model.naming import fold
from graphkit.sources.header_words import meaning, plain
from graphkit.sources.mapping.columns import Look
from graphkit.sources.mapping.differing_values import differs
from graphkit.sources.mapping.guessed_groups import in_groups, may_be_group
from graphkit.sources.mapping.kinds_of_groups import group_kind_in
from graphkit.sources.mapping.listed_names import names_in, separator_of
from graphkit.sources.mapping.proposal import title_of_file
from graphkit.sources.mapping.sheet_mapping import ATTRIBUTE, Shape, SheetMapping
from graphkit.sources.mapping.worded_columns import are_sentences, is_worded
from graphkit.sources.raw import Row

LOOKED_AT = 3000
"""How many rows are compared."""

_COMMITTED = {*"committed commitment commitments pledged pledges".split()}
_MEMBERSHIPS = {"membership", "memberships"}
_FEWEST = 2


def titled_group(mapping: SheetMapping, columns: Sequence[Look]) -> int | None:
    """The column that a file is called after which says to what its rows belong: `firm-to-hub`."""
    _, to, last = title_of_file(mapping.file).casefold().rpartition(" to ")
    if not to or not has_no_groups(mapping):
        return None
    return next(
        (
            at
            for at, (look, role) in enumerate(zip(columns, mapping.roles, strict=True))
            if role.endswith(ATTRIBUTE) and plain(look.name) == last and may_be_group(look)
        ),
        None,
    )


def commitments(mapping: SheetMapping, columns: Sequence[Look]) -> list[int]:
    """The columns of a list that say how far organisations are committed to something."""
    if mapping.shape is not Shape.ORGANISATIONS:
        return []
    return [
        at
        for at, (look, role) in enumerate(zip(columns, mapping.roles, strict=True))
        if role.endswith(ATTRIBUTE)
        and (
            _COMMITTED & {*plain(look.name).split()}
            or any(word in _COMMITTED for text in {*look.texts} for word in plain(text).split())
        )
        and not are_sentences(look)
    ]


def by_commitments(
    mapping: SheetMapping, columns: Sequence[Look], committed: Sequence[int]
) -> SheetMapping:
    """The list as signatories of what the file is called after, with what is said of each."""
    roles = [*mapping.roles]
    for at in committed:
        roles[at] = ATTRIBUTE
    for at, look in sorted(enumerate(columns), key=lambda each: len(plain(each[1].name).split())):
        what = meaning(look.name)[1]
        if what in ("start", "end") and look.dates > 0.6 and what not in roles:
            roles[at] = what
    return replace(
        mapping, shape=Shape.PAIRS, roles=tuple(roles), layer="declaration",
        group=title_of_file(mapping.file), group_kind=group_kind_in("declaration", ""),
    )  # fmt: skip


def _memberships(mapping: SheetMapping, columns: Sequence[Look]) -> int | None:
    """A column called `Membership` that is kept as a further column."""
    for at, (look, role) in enumerate(zip(columns, mapping.roles, strict=True)):
        if plain(look.name) in _MEMBERSHIPS and role.endswith(ATTRIBUTE) and look.texts:
            return at
    return None


def of_rows_in_rows(mapping: SheetMapping, columns: Sequence[Look]) -> str:
    """A column of memberships that names organisations of other rows, not one group of all."""
    at, member = _memberships(mapping, columns), mapping.column("member")
    if mapping.shape is not Shape.PAIRS or not mapping.group or at is None or member is None:
        return ""
    short = mapping.column("member aliases")
    called = {fold(text) for each in (member, short) if each is not None
              for text in columns[each].texts}  # fmt: skip
    mark = separator_of(columns[at], several=True)
    groups = {fold(name) for text in columns[at].texts for name in names_in(text, mark)}
    if 2 * len(groups & called) <= len(groups):
        return ""
    return f"{columns[at].name} names organisations of other rows, which then are the groups"


def by_memberships(
    mapping: SheetMapping, columns: Sequence[Look], body: Sequence[Row]
) -> SheetMapping:
    """The mapping, with a column called `Membership` as the groups, where there is one."""
    at = _memberships(mapping, columns)
    if at is None:
        return mapping
    mark = separator_of(columns[at], several=True)
    split = {**mapping.split, columns[at].name: mark} if mark else mapping.split
    return replace(in_groups(mapping, at, columns, body[:LOOKED_AT]), split=split)


def of_one_under_two_names(
    mapping: SheetMapping, columns: Sequence[Look], body: Sequence[Row]
) -> str:
    """Each member in a group of its own again and again, while another column names others."""
    member, group = mapping.column("member"), mapping.column("group")
    if mapping.shape is not Shape.PAIRS or member is None or group is None:
        return ""
    named = columns[member].texts
    pairs = {*zip(named, columns[group].texts, strict=False)}
    alone = len(pairs) == columns[member].distinct == columns[group].distinct
    if not alone or len(pairs) < _FEWEST or len(pairs) == len(named):
        return ""
    others = [
        look.name
        for at, (look, role) in enumerate(zip(columns, mapping.roles, strict=True))
        if role.endswith(ATTRIBUTE) and is_worded(look) and differs(body, member, at)
    ]
    if not others:
        return ""
    return (
        f"{mapping.header[member]} and {mapping.header[group]} seem to be two names of one; if "
        f'{others[0]} names the members, write "member" for it, and "group" for one of the others'
    )


def has_no_groups(mapping: SheetMapping) -> bool:
    """Whether no column of a list names groups."""
    return mapping.shape is Shape.ORGANISATIONS or (
        mapping.shape is Shape.PAIRS and bool(mapping.group)
    )
