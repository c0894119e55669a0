"""Groups and members that a file suggests elsewhere than a proposal has looked for them.

A file is called after the column of its groups; a register says how far organisations are
committed; memberships name organisations of other rows; two columns call one thing by two names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.model.naming import fold
from graphkit.sources.header_lexicon import years
from graphkit.sources.header_words import layer_in, meaning, plain
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.differing_values import differs
from graphkit.sources.mapping.cells.kinds_of_groups import group_kind_in
from graphkit.sources.mapping.cells.list_words import says_list
from graphkit.sources.mapping.cells.listed_names import names_in, separator_of
from graphkit.sources.mapping.cells.worded_columns import BODIES, are_sentences, is_worded
from graphkit.sources.mapping.cells.words_of_marks import NO
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, Shape, SheetMapping, roles_of
from graphkit.sources.mapping.proposals.guessed_groups import in_groups, may_be_group
from graphkit.sources.mapping.proposals.proposal import title_of_file
from graphkit.sources.raw import Row

LOOKED_AT = 3000
"""How many rows are compared."""

_AFFILIATIONS = {
    *"affiliation affiliations organisation organization company institution employer".split(),
}
_COMMITTED = {*"committed commitment commitments pledged pledges".split()}
MEMBERSHIPS = {"membership", "memberships"}
_ALLIED = {*"ally allied signed".split()}
_MOSTLY = 0.9
_FEWEST = 2
_FEWEST_KINDS = 20
_FEW = 3
"""How many words of a cell say how far somebody is committed: `Committed since 2020`."""


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


def signs_one(mapping: SheetMapping, columns: Sequence[Look], likely: Sequence[int]) -> bool:
    """Whether all rows signed one text, so that nothing else that they hold groups them."""
    one = mapping.layer == "declaration" and says_list(mapping.group)
    return one and not any(layer_in(columns[at].name) for at in likely)


def said_by_each(
    mapping: SheetMapping, columns: Sequence[Look], further: Sequence[int]
) -> tuple[str, SheetMapping]:
    """What to say of signatories in several rows, and the mapping that keeps what each row says."""
    first = columns[further[0]].name
    roles = [ATTRIBUTE if at in further else role for at, role in enumerate(mapping.roles)]
    said = (
        f"signatories stand in several rows, which differ in {first}; what each row says is kept "
        f'with the signature; if {first} names a group, write "group" for it'
    )
    return said, replace(mapping, roles=tuple(roles))


def in_one_group(mapping: SheetMapping, further: Sequence[int]) -> SheetMapping:
    """The mapping of rows that tell different things of one organisation, such as its grants: all
    belong to what the file is called after, and each keeps what it tells in further columns.
    """
    title = title_of_file(mapping.file)
    layer = layer_in(title) or "membership"
    roles = [ATTRIBUTE if at in further else role for at, role in enumerate(mapping.roles)]
    return replace(
        mapping, shape=Shape.PAIRS, roles=tuple(roles), layer=layer, group=title, kind="",
        group_kind=group_kind_in(layer, title),
    )  # fmt: skip


def further_members(mapping: SheetMapping, columns: Sequence[Look]) -> int | None:
    """A column that names signatories or members beside those of a list: `GB signatory`."""
    if mapping.shape is not Shape.PAIRS or not says_list(mapping.group):
        return None
    for at, (look, role) in enumerate(zip(columns, mapping.roles, strict=True)):
        free = role.endswith(ATTRIBUTE) and meaning(look.name)[1] == "" and is_worded(look)
        last = plain(look.name).split()[-1:]
        if free and last and says_list(last[0]) and look.distinct > 1 and look.unlike < 0.9:
            return at
    return None


def by_further_members(
    mapping: SheetMapping, columns: Sequence[Look], at: int, body: Sequence[Row]
) -> tuple[str, SheetMapping]:
    """What to say of such a column, and the mapping of rows that belong to what it names."""
    said = (
        f"{columns[at].name} names members of {mapping.group!r} too, and the rows may belong to "
        "these; if the rows are members themselves, write "
        f'group = "{mapping.group}", and "member attribute" for it'
    )
    made = in_groups(mapping, at, columns, body)
    return said, replace(made, layer="membership", group_kind="Other")


def shared_names(mapping: SheetMapping, columns: Sequence[Look]) -> int | None:
    """A column of short names that several organisations of a list share: that of their groups."""
    if mapping.shape is not Shape.ORGANISATIONS:
        return None
    for at, (look, role) in enumerate(zip(columns, mapping.roles, strict=True)):
        if role.endswith(ATTRIBUTE) and meaning(look.name)[1] == "aliases" and may_be_group(look):
            return at
    return None


def parts_of(mapping: SheetMapping, columns: Sequence[Look], further: Sequence[int]) -> int | None:
    """A column called `Center` or `Department`, of which each row names another, beside the
    organisation of which it is a part.
    """
    if not has_no_groups(mapping):
        return None
    return next(
        (
            at
            for at in further
            if {*plain(columns[at].name).split()} & BODIES
            and is_worded(columns[at])
            and columns[at].unlike > _MOSTLY
        ),
        None,
    )


def by_parts(mapping: SheetMapping, columns: Sequence[Look], at: int) -> tuple[str, SheetMapping]:
    """What to say of such parts, and the mapping of them as members of their organisations."""
    whole = mapping.column("member") or 0
    swap = {"member": ATTRIBUTE}
    roles = [
        swap.get(role, f"member {ATTRIBUTE}" if role.endswith(ATTRIBUTE) else role)
        for role in mapping.roles
    ]
    roles[at], roles[whole] = "member", "group"
    said = (
        f"{columns[whole].name} repeats its names beside others in {columns[at].name}, which "
        f'are taken for parts of it; if they are not, write "member" for {columns[whole].name}'
    )
    made = replace(
        mapping, shape=Shape.PAIRS, layer="membership", roles=tuple(roles), group="", kind="",
        group_kind="Other",
    )  # fmt: skip
    return said, made


def by_affiliation(
    said: str, mapping: SheetMapping, columns: Sequence[Look], body: Sequence[Row]
) -> tuple[str, SheetMapping]:
    """What to say of people, and the mapping of what they belong to, where a column names that."""
    at = next((n for n, look in enumerate(columns) if plain(look.name) in _AFFILIATIONS), None)
    person = mapping.column("member")
    if at is None or person is None or at == person or mapping.shape is Shape.MATRIX:
        return said, mapping
    roles = [
        ATTRIBUTE if role.startswith(("group", "member")) or role == "member" else role
        for role in mapping.roles
    ]
    roles[at] = "member"
    listed = replace(
        mapping, shape=Shape.PAIRS, roles=tuple(roles), group=title_of_file(mapping.file),
        group_kind="Other",
    )  # fmt: skip
    free = [n for n, role in enumerate(roles) if role == ATTRIBUTE and n != person]
    free = [n for n in free if may_be_group(columns[n]) and columns[n].distinct > 1]
    made = in_groups(listed, free[0], columns, body) if free else listed
    first, _, _ = said.partition("; ")
    return f"{first}; {columns[at].name} is taken for organisations in their place", made


def marked_groups(mapping: SheetMapping, columns: Sequence[Look]) -> list[int]:
    """Columns of a list that say yes of some rows and no of others, and are called after members of
    something: `NATO member`, `is_ally`.
    """
    if not has_no_groups(mapping) or says_list(mapping.group):
        return []
    if columns[mapping.column("member") or 0].unlike < 1:
        return []
    said = {plain(text) for look in columns if look.distinct < _FEWEST_KINDS for text in look.texts}
    return [
        at
        for at, (look, role) in enumerate(zip(columns, mapping.roles, strict=True))
        if role.endswith(ATTRIBUTE)
        and look.marks == 1
        and len({text.casefold() in NO for text in look.cells}) > 1
        and not any(f" {plain(look.name)} " in f" {text} " for text in said)  # it is said in words
        and (says_list(look.name) or _ALLIED & {*plain(look.name).split()})
    ]


def by_marks(
    mapping: SheetMapping, columns: Sequence[Look], marked: Sequence[int]
) -> tuple[str, SheetMapping]:
    """What to say of such columns, and the matrix in which each is a group."""
    first = columns[marked[0]].name
    roles = ["group column" if at in marked else role for at, role in enumerate(mapping.roles)]
    said = (
        f"{first} holds yes and no, and rows with yes are taken for members of {first!r}; "
        f'if they are members of nothing, write "member attribute" for it'
    )
    known = {*roles_of(Shape.MATRIX)}
    called = " ".join(plain(columns[at].name) for at in marked)
    layer = "membership" if "member" in called else mapping.layer
    made = replace(
        mapping, shape=Shape.MATRIX, cells="marks", group="", kind="", group_kind="Other",
        layer=layer,
        roles=tuple(role if role in known else f"member {ATTRIBUTE}" for role in roles),
    )  # fmt: skip
    return said, made


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
            or any(_COMMITTED & {*plain(text).split()[:_FEW]} for text in {*look.texts})
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
        if plain(look.name) in MEMBERSHIPS and role.endswith(ATTRIBUTE) and look.texts:
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
    made = in_groups(mapping, at, columns, body[:LOOKED_AT])
    member = mapping.column("member")
    roles = [*made.roles]
    if member is not None and columns[member].unlike > _MOSTLY:  # each row is an organisation
        for place, role in enumerate(made.roles):
            if role == ATTRIBUTE:
                roles[place] = f"member {ATTRIBUTE}"
            elif role == "start" and plain(columns[place].name) in years():
                roles[place] = "member founded"
    return replace(made, roles=tuple(roles), split=split)


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
    alone = alone and len(columns[group].texts) == len(named)  # else blanks have moved the names
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
