"""What a person should look at in a proposed mapping, because the file does not decide it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphkit.sources.header_words import layer_in, meaning, plain
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.header_nouns import names_contacts, names_people
from graphkit.sources.mapping.cells.kind_words import kind_of, sector_of
from graphkit.sources.mapping.cells.list_words import says_list, says_nothing_else
from graphkit.sources.mapping.cells.listed_names import doubt_of, separator_of
from graphkit.sources.mapping.cells.worded_columns import are_sentences, is_worded, name_nobody
from graphkit.sources.mapping.cells.words_of_marks import NO
from graphkit.sources.mapping.form.doubt import ASKED, Change, Doubt
from graphkit.sources.mapping.form.lenient import order_of
from graphkit.sources.mapping.form.sheet_mapping import (
    ATTRIBUTE,
    FURTHER_GROUP,
    Shape,
    SheetMapping,
    as_role,
    names_as_role,
)
from graphkit.sources.mapping.proposals.doubts_of_contents import doubts_of_contents
from graphkit.sources.mapping.proposals.groups_of_single_rows import offers_of_rows
from graphkit.sources.mapping.proposals.guessed_groups import may_be_group
from graphkit.sources.mapping.proposals.listed_members import holds_lists
from graphkit.sources.mapping.proposals.proposed_roles import Roles

_SAYING_NOTHING = {
    *"list lists lista liste data dane daten table export sheet codes names results".split(),
    *"organisations organizations companies firms institutions entities register".split(),
}
"""Words in the names of files that name no group."""
_SAYING_WHAT = ("role", "note", "description")
"""What columns say of a member in what is not named, and not what it is."""
_DATED = ("start", "end", "observed", "founded", "dissolved")
NO_ORGANISATION = "no column names an organisation"
_MOST_NAMED = 3
_SEVERAL = 4
"""From this many rows on, a column that never repeats groups nothing."""
_COMMAS = re.compile(r"\s*[,;|]\s*")
_MARKS = 0.9
"""The share of cells that say yes or no in a column that may be a group."""

_IN_ONE = {
    "membership": ("are members, but not of what", "they are members of …"),
    "declaration": ("have signed, but not what", "they have signed …"),
    "collaboration": ("take part, but not in what", "they take part in …"),
}
"""What a list says of its rows without the name of what they are in, and the change, by layer."""


def is_named(role: str) -> bool:
    """Whether a column with this role names organisations or groups."""
    return role in ("member", "group") or names_as_role(role)


def doubts_of(mapping: SheetMapping, columns: Sequence[Look], found: Roles | None) -> list[Doubt]:
    """What is in doubt.

    Parameters
    ----------
    mapping : SheetMapping
        What is proposed.
    columns : sequence of Look
        The columns.
    found : Roles or None
        How the columns of a list were understood; None for a matrix or ties.

    Returns
    -------
    list of Doubt
        The doubts, with what to write instead.
    """
    doubts: list[Doubt] = []
    for look, role in zip(columns, mapping.roles, strict=True):
        if is_named(role) and (doubt := doubt_of(look, mapping.split.get(look.name, ""))):
            doubts.append(doubt)
    if mapping.shape is not Shape.SKIP:
        doubts += doubts_of_contents(mapping, columns)
    if mapping.shape is Shape.MATRIX and mapping.cells == "marks":
        doubts += _of_blank_groups(mapping, columns)
    if found is None or mapping.shape is Shape.SKIP:
        return doubts
    roles = dict(zip(mapping.header, mapping.roles, strict=True))
    people = [name for name in found.people if roles.get(name) not in ("a", "b")]
    if people and not found.has_group:
        doubts.append(_of_people(mapping, people))
    elif mapping.group and says_nothing_else(mapping.group):
        what, wanted = _IN_ONE[mapping.layer]
        said = f"the file says that all rows {what}; write its name for {mapping.group!r}"
        doubts.append(Doubt(said, (Change.to(wanted, group=ASKED),)))
    elif (
        mapping.group
        and mapping.group not in mapping.group_of_row
        and not says_list(f"{mapping.group} {mapping.file}")
    ):
        said = (
            f"no column names a group: all rows are taken for members of {mapping.group!r}; if "
            f'they are not, write shape = "organisations"'
        )
        none = Change.to("they are not", shape="organisations")
        own = offers_of_rows(mapping, columns, mapping.group)
        doubts.append(Doubt(said, (*own, *_groups_named_by(mapping, columns), none)))
    doubts += [
        Doubt(
            f'{name}: the numbers are read as counts; if they number groups, write "group" for it',
            (_named_by(name),),
        )
        for name in found.counts[:_MOST_NAMED]
        if meaning(name)[0] != "member"
    ]
    if found.unsure:
        said = (
            f"{found.unsure}: nothing says whether these are projects, agreements or groups; they "
            'are read as projects; write layer = "declaration" or "membership" if they are not'
        )
        others = (
            Change.to("they are agreements with signatories", layer="declaration"),
            Change.to("they are groups with members", layer="membership"),
        )
        doubts.append(Doubt(said, others))
    if found.listed and found.has_group:
        said = (
            f"{found.listed} is taken for the members of what each row names; if it is something "
            'else, write shape = "organisations"'
        )
        kept = {found.listed: f"member {ATTRIBUTE}", found.group_words[0]: "member"}
        doubts.append(Doubt(said, (Change.to("it is not", kept, shape="organisations"),)))
    given = {"member as funder", "member as recipient"} <= {*map(as_role, mapping.roles)}
    if given and "group" in mapping.roles and "group id" not in mapping.roles:
        titles = columns[mapping.roles.index("group")]
        if titles.unlike < 1:
            said = (
                f"{titles.name}: rows with the same text are read as one project with all of its "
                "recipients; if each row is a grant of its own, add a column of ids"
            )
            doubts.append(Doubt(said))
    marked = [
        look.name
        for look, role in zip(columns, mapping.roles, strict=True)
        if role.endswith(ATTRIBUTE)
        and look.marks > _MARKS
        and (not found.has_group or _may_be_too(mapping, look))
        and not {text.casefold() for text in look.texts} <= NO
    ]
    if len(marked) > 1:
        listed = " and ".join(marked[:_MOST_NAMED])
        said = (
            f"{listed}: yes and no are kept as further columns; if these are groups, write shape = "
            '"matrix" and "group column" for them'
        )
        groups = dict.fromkeys(marked, "group column")
        groups |= {mapping.header[at]: FURTHER_GROUP for at in mapping.columns("group")}
        doubts.append(Doubt(said, (Change.to("they are groups", groups, shape="matrix"),)))
    for name in found.others[:_MOST_NAMED]:
        if name in found.counts:
            continue
        if found.has_group and name not in found.group_words:
            said = f"{name} may name the group instead of {found.group_words[0]}"
            doubts.append(Doubt(said, (_named_by(name),)))
    return doubts


def _may_be_too(mapping: SheetMapping, look: Look) -> bool:
    """Whether a column of yes and no may be a group beside those that another column names."""
    alike = mapping.shape is Shape.PAIRS and mapping.layer == "membership" and not mapping.group
    said = kind_of(look.name) or sector_of(look.name)
    return alike and meaning(look.name) == ("", "") and not said and "group id" not in mapping.roles


def doubts_of_reuse(mapping: SheetMapping, columns: Sequence[Look]) -> list[Doubt]:
    """What is in doubt where a mapping that was made for another file reads this one.

    Parameters
    ----------
    mapping : SheetMapping
        The mapping.
    columns : sequence of Look
        The columns of this file.

    Returns
    -------
    list of Doubt
        The doubts: names that something else separates, dates of another order.
    """
    doubts: list[Doubt] = []
    for look, role in zip(columns, mapping.roles, strict=True):
        if is_named(role) and (doubt := doubt_of(look, mapping.split.get(look.name, ""))):
            doubts.append(doubt)
        if role.endswith(_DATED) and look.dates >= 0.5:
            order = order_of(list(look.texts))
            open_dates = [text for text in look.texts if order_of([text]) is None]
            if open_dates and order not in (None, mapping.dates):
                said = f"{look.name}: other dates are written {order}, and {open_dates[0]} is read "
                doubts.append(Doubt(f"{said}{mapping.dates}"))
    return doubts


def _of_blank_groups(mapping: SheetMapping, columns: Sequence[Look]) -> list[Doubt]:
    """The doubt on columns beside groups in which nothing stands, so that their names are lost."""
    word = "group column" if "group column" in mapping.roles else "member column"
    names = [
        look.name
        for look, role in zip(columns, mapping.roles, strict=True)
        if role.endswith(ATTRIBUTE) and not look.texts and meaning(look.name) == ("", "")
    ]
    if not names:
        return []
    noun = "groups without members" if word == "group column" else "organisations in no group"
    said = f"{' and '.join(names[:_MOST_NAMED])}: nothing stands below; if they are {noun}, write "
    change = Change.to(f"they are {noun}", dict.fromkeys(names, word))
    return [Doubt(f'{said}"{word}" for them', (change,))]


def _groups_named_by(mapping: SheetMapping, columns: Sequence[Look]) -> list[Change]:
    """The changes to groups that a further column of a list may name."""
    names = [
        look.name
        for look, role in zip(columns, mapping.roles, strict=True)
        if role.endswith(ATTRIBUTE)
        and is_worded(look)
        and look.distinct > 1
        and (layer_in(look.name) == "membership" or may_be_group(look) or _repeats_in_lists(look))
        and not are_sentences(look)
        and not names_people(look.name)
    ]
    return [*map(_named_by, names[:_MOST_NAMED])]


def _repeats_in_lists(look: Look) -> bool:
    """Whether the lists in the cells of a column name some of the same."""
    parts = [part for text in look.texts for part in _COMMAS.split(text)]
    return len({*parts}) < len(parts)


def _named_by(name: str) -> Change:
    return Change.to(f"{name} names the groups", {name: "group"}, shape="pairs")


def _all_named_by(names: Sequence[str]) -> list[Change]:
    """The change to all of several columns that are numbered alike, as `Coalition 1` and others."""
    stems: dict[str, list[str]] = {}
    for name in names:
        stems.setdefault(plain(name).rstrip("0123456789 "), []).append(name)
    return [
        Change.to(f"{_listed(alike)} all name groups", dict.fromkeys(alike, "group"), shape="pairs")
        for stem, alike in stems.items()
        if stem and len(alike) > 1
    ]


def _listed(names: Sequence[str]) -> str:
    if len(names) > _MOST_NAMED:
        return f"{names[0]} to {names[-1]}"
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _in_one(group: str) -> Change:
    of = "one group" if group == ASKED else repr(group)
    return Change.to(f"all rows belong to {of}", shape="pairs", group=group)


def _of_people(mapping: SheetMapping, people: Sequence[str]) -> Doubt:
    named = " and ".join(people[:_MOST_NAMED])
    said = f"{named}: the rows are people, who do not become nodes"
    if mapping.group:
        return Doubt(f"{said}; their organisations are taken for members of {mapping.group!r}")
    return Doubt(
        f"{said}; their organisations are tied to nothing. If they form one group, write shape = "
        f'"pairs" and group = "…"; if people tie them, write group for {people[0]}',
        (_in_one(ASKED), Change.to("the people tie them", {people[0]: "group"}, shape="pairs")),
    )


def untied(
    mapping: SheetMapping, columns: Sequence[Look], found: Roles | None, title: str
) -> Doubt | None:
    """What to look at when a sheet gives organisations and nothing that ties them; or nothing.

    title: what the sheet is about, which may be the group of all.
    """
    if mapping.shape is Shape.GROUPS:
        return _of_groups_alone(mapping, columns)
    if mapping.shape is not Shape.ORGANISATIONS or "member part of" in mapping.roles:
        return None
    if found is not None and found.people:
        return None  # said of them already
    names = [
        look.name
        for look, role in zip(columns, mapping.roles, strict=True)
        if role.endswith(ATTRIBUTE)
        and look.texts
        and look.numbers < 0.5
        and look.dates < 0.5
        and not name_nobody(look)
        and meaning(look.name)[1] not in _SAYING_WHAT
        and not _shared_by_none(look)
    ]
    in_one = _in_one(title)
    if meaning(title)[0] == "member" or _SAYING_NOTHING & {*plain(title).split()}:
        in_one = _in_one(ASKED)
    if not names:
        said = "no column names a group, so the organisations are tied to nothing"
        offers = (*offers_of_rows(mapping, columns, title), in_one)
        if in_one.asks:
            return Doubt(said, offers)
        cure = f'if all belong to {title!r}, write shape = "pairs" and group = "{title}"'
        return Doubt(f"{said}; {cure}", offers)
    listed = " or ".join(names[:_MOST_NAMED])
    return Doubt(
        "no column is taken for a group, so the organisations are tied to nothing; if "
        f'{listed} names one, write shape = "pairs" and "group" for it',
        (
            *offers_of_rows(mapping, columns, title),
            *_listing(mapping, columns),
            *_all_named_by(names),
            *map(_named_by, names[:_MOST_NAMED]),
            in_one,
        ),
    )


def _of_groups_alone(mapping: SheetMapping, columns: Sequence[Look]) -> Doubt:
    """What to look at when a sheet gives projects, agreements or groups, and nobody in them."""
    free = [
        look
        for look, role in zip(columns, mapping.roles, strict=True)
        if role.endswith(ATTRIBUTE)
        and is_worded(look)
        and look.distinct > 1
        and look.numbers < 0.5
        and not are_sentences(look)
        and not name_nobody(look)
    ]
    free.sort(key=lambda look: not separator_of(look, several=True))  # lists come first
    said = "no column says who is in what the rows name, so that nothing ties organisations"
    if not free:
        return Doubt(said)
    names = [look.name for look in free[:_MOST_NAMED]]
    roles = [{name: "member"} for name in names]
    return Doubt(
        f'{said}; if {" or ".join(names)} does, write shape = "pairs" and "member" for it',
        tuple(
            Change.to(f"{name} names who is in them", role, shape="pairs")
            for name, role in zip(names, roles, strict=True)
        ),
    )


def _shared_by_none(look: Look) -> bool:
    """Whether a column names another thing in each of several rows, or the people to write to."""
    apart = look.unlike == 1.0 and len(look.texts) >= _SEVERAL and not holds_lists(look)
    return (apart and not _repeats_in_lists(look)) or names_contacts(look.name)


def _listing(mapping: SheetMapping, columns: Sequence[Look]) -> list[Change]:
    """The change to members that the lists of a column name, and groups that the rows are."""
    pairs = zip(columns, mapping.roles, strict=True)
    lists = [look.name for look, role in pairs if role.endswith(ATTRIBUTE) and holds_lists(look)]
    rows = mapping.column("member")
    if rows is None or len(lists) != 1:
        return []
    said = f"{lists[0]} lists the members of what each row names"
    roles = {lists[0]: "member", mapping.header[rows]: "group"}
    return [Change.to(said, roles, shape="pairs")]


def why_left_out(title: str, names: Sequence[str]) -> str:
    """Why a sheet is left out, and what can be loaded instead.

    title: the name of the sheet or file. names: of its columns.
    """
    people = [name for name in names if names_people(_without_id(name))]
    if not people and not names_people(title):
        return NO_ORGANISATION
    listed = f" ({', '.join(people[:_MOST_NAMED])})" if people else ""
    said = f"the rows are about people{listed}, who do not become nodes"
    numbered = [name for name in names if meaning(name)[0] == "member" and meaning(name)[1] == "id"]
    if not numbered:
        return said
    return f"{said}; {numbered[0]} only numbers their organisations, which another table must name"


def _without_id(name: str) -> str:
    return plain(name).removesuffix(" id")
