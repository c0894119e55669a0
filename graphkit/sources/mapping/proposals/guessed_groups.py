"""The likelier mapping of a list whose names stand again and again: members of several groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from graphkit.sources.header_words import layer_in, meaning, plain
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.differing_values import differs
from graphkit.sources.mapping.cells.fitting_cells import fits
from graphkit.sources.mapping.cells.kinds_of_groups import group_kind_in
from graphkit.sources.mapping.cells.lists_of_people import lists_people
from graphkit.sources.mapping.cells.worded_columns import (
    are_addresses,
    name_nobody,
    only_marks,
    says_where,
)
from graphkit.sources.mapping.form.sheet_mapping import (
    ATTRIBUTE,
    LAYERS,
    Shape,
    SheetMapping,
    is_role,
)
from graphkit.sources.raw import Row

_HANDLES = {*"twitter facebook linkedin instagram email phone logo image".split()}
_FEW, _MOST_UNLIKE = 20, 0.9
"""Up to what share of differing names a column of more than a few cells may name groups."""
_DATES = ("start", "end")
_WHEN = {"founded": "start", "dissolved": "end"}
_PLACES = ("member country", "member country code", "member region", "member city")


def may_be_group(look: Look) -> bool:
    """Whether a column may name groups: it repeats, and holds no dates, amounts or marks."""
    whole = all(text.isdecimal() for text in look.texts) and look.name.casefold().endswith("id")
    worded = look.numbers < 0.5 or whole
    if plain(look.name) in _HANDLES or plain(look.name) == "type" or are_addresses(look):
        return False
    if name_nobody(look) or lists_people(look) or says_where(look):
        return False
    most = _MOST_UNLIKE if len(look.texts) > _FEW else 1
    return 0 < look.unlike < most and worded and look.dates < 0.5 and look.marks < 0.9


def groups_of_marks(roles: Mapping[str, str], columns: Sequence[Look]) -> list[str]:
    """The columns that a person takes for groups and that hold yes and no, as `is_ally` does: each
    is a group of its own, of those with yes; nothing where one of the columns holds names.

    Parameters
    ----------
    roles : mapping of str to str
        The roles that are wanted, by the names of columns.
    columns : sequence of Look
        The columns.

    Returns
    -------
    list of str
        The names of the columns.
    """
    grouped = [look for look in columns if roles.get(look.name) == "group"]
    marked = all(only_marks(look) and look.texts for look in grouped)
    named = any(meaning(look.name)[0] in LAYERS for look in grouped)
    return [look.name for look in grouped] if marked and not named else []


def likeliest(columns: Sequence[Look], places: Sequence[int], key: int, body: Sequence[Row]) -> int:
    """Which of several columns names groups: one that is called so, or else the one of which rows
    differ most often where the name in another column, the key, is the same.
    """

    def told_apart(at: int) -> int:
        width = max(at, key)
        return len({(row[key].strip(), row[at].strip()) for _, row in body if width < len(row)})

    named = (at for at in places if layer_in(columns[at].name))
    found = next(named, None)
    return max(places, key=told_apart) if found is None else found


def following(mapping: SheetMapping, at: int, body: Sequence[Row]) -> SheetMapping:
    """The mapping of a list in which the column that named members names groups now, by its place.

    Other names and ids are those of the groups too. What else was said of the members is said of
    the groups where it is the same in all rows of a group, and not in those of a member.
    """
    roles = list(mapping.roles)
    member = mapping.column("member")
    for place, role in enumerate(mapping.roles):
        of, _, what = role.partition(" ")
        if of != "member" or what in ("", ATTRIBUTE) or f"group {what}" in roles:
            continue
        when = _WHEN.get(what, what) if mapping.layer != "membership" else what
        named = what in ("aliases", "id")
        of_member = member in (None, at) or not differs(body, member or 0, place)
        if named or (not of_member and not differs(body, at, place)):
            roles[place] = f"group {when}" if is_role(f"group {when}", Shape.PAIRS) else ATTRIBUTE
    return replace(mapping, roles=tuple(roles))


def in_groups(
    mapping: SheetMapping, at: int, columns: Sequence[Look], body: Sequence[Row]
) -> SheetMapping:
    """The mapping of members of the groups that a column names, by its place.

    What is the same in all rows of a group is said of it, and what differs among the rows of a
    member is said of the fact, so that nothing is lost.
    """
    look = columns[at]
    layer = layer_in(look.name) or mapping.layer
    roles = list(mapping.roles)
    roles[at] = "group id" if look.numbers > 0.9 else "group"
    key = mapping.column("member id")
    key = mapping.column("member") if key is None else key
    for place, role in enumerate(roles):
        if role in _PLACES and key is not None and differs(body, key, place):
            roles[place] = ATTRIBUTE  # where somebody does something, and not where they are
    dated: dict[str, list[int]] = {word: [] for word in _DATES}
    for place, role in enumerate(roles):
        if place == at or not (role.endswith(ATTRIBUTE) or role in _DATES):
            continue
        what = meaning(columns[place].name)[1]
        of_group = not differs(body, at, place)
        of_member = key is not None and not differs(body, key, place)
        if of_group and not of_member and layer != "membership" and what in _DATES:
            roles[place] = f"group {what}" if f"group {what}" not in roles else f"group {ATTRIBUTE}"
        elif of_group and not of_member:
            roles[place] = f"group {ATTRIBUTE}"
        elif what in _DATES and fits(columns[place], what):
            roles[place] = ATTRIBUTE
            dated[what].append(place)
        else:
            roles[place] = f"member {ATTRIBUTE}" if of_member and not of_group else ATTRIBUTE
    for what, places in dated.items():
        if places:
            roles[places[0]] = what
    kind = group_kind_in(layer, f"{look.name} {mapping.group}")
    return replace(
        mapping, shape=Shape.PAIRS, roles=tuple(roles), layer=layer, group="", kind="",
        group_kind=kind,
    )  # fmt: skip
