"""The changes that are offered where a proposal may be wrong as a whole."""

from __future__ import annotations

from graphkit.sources.countries import country_of
from graphkit.sources.mapping.cells.kind_words import kind_of, sector_of
from graphkit.sources.mapping.cells.known_names import is_city
from graphkit.sources.mapping.cells.worded_columns import are_sentences, is_worded
from graphkit.sources.mapping.checks.codes_of_yes import offers_of_codes
from graphkit.sources.mapping.checks.groups_without_names import NO_NAME, offers_of_nouns
from graphkit.sources.mapping.form.asked_of_mappings import is_free
from graphkit.sources.mapping.form.doubt import Change
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, SKIP, Shape, SheetMapping
from graphkit.sources.mapping.proposals.groups_of_single_rows import offers_of_rows
from graphkit.sources.mapping.proposals.guessed_groups import may_be_group
from graphkit.sources.mapping.proposals.ids_of_own_rows import offers_of_own_rows
from graphkit.sources.mapping.proposals.names_under_wholes import (
    names_in_several,
    offers_of_wholes,
    offers_to_tell_apart,
)
from graphkit.sources.mapping.proposals.numbered_namesakes import offers_of_namesakes
from graphkit.sources.mapping.proposals.proposal import Proposed
from graphkit.sources.mapping.proposals.rows_that_say_no import offers_of_blanks
from graphkit.sources.role_words import ROLE_WORDS

_MOST = 3
_SHORTEST = 2
"""A text of more letters than these may name an organisation."""
_ANOTHER = '"member" for that one'
"""What guesses say where another column may name the organisations."""
_ROWS = {
    Shape.PAIRS: "each row is an organisation in a group",
    Shape.TIES: "each row is a tie of two organisations",
    Shape.MATRIX: "rows are organisations, and columns are groups",
    Shape.SQUARE: "rows and columns are organisations",
    Shape.SURVEY: "each row is an organisation that answers questions",
    Shape.ORGANISATIONS: "each row is an organisation, and no column names groups",
    Shape.GROUPS: "each row is a group",
    Shape.SKIP: "the table is left out",
}


def offers_of(proposed: Proposed, mapping: SheetMapping, guess: str) -> tuple[Change, ...]:
    """What else a table may be that is read by a guess.

    Parameters
    ----------
    proposed : Proposed
        What was proposed first.
    mapping : SheetMapping
        The guess in its place, or the same mapping.
    guess : str
        Why the first may be wrong.

    Returns
    -------
    tuple of Change
        Other columns that may name the organisations or the groups, the other way round, and what
        was proposed first.
    """
    first = proposed.mapping
    offers = _other_members(proposed, mapping) if _ANOTHER in guess else []
    nouns = offers_of_nouns(mapping, proposed.looks) if NO_NAME in guess else ()
    if mapping.group_of_row:
        return (*offers, *nouns)
    offers += [
        *nouns,
        *offers_of_codes(mapping),
        *offers_of_blanks(mapping),
        *offers_of_namesakes(mapping, guess),
        *offers_of_wholes(mapping, guess),
        *offers_of_own_rows(mapping, guess),
        *(offers_of_rows(mapping, proposed.looks, mapping.group) if mapping.group else ()),
        *_tied_to_one(proposed, mapping),
        *_other_groups(proposed, mapping),
    ]
    if mapping != first:
        offers += offers_to_tell_apart(first, _differing(proposed), guess)
        return (*offers, Change.back_to(_described(first), first))
    member, group = mapping.column("member"), mapping.column("group")
    if mapping.shape is Shape.PAIRS and member is not None and group is not None:
        one, other = mapping.header[member], mapping.header[group]
        said = f"{one} names the groups, and {other} who is in them"
        offers.append(Change.to(said, {one: "group", other: "member"}))
    if mapping.shape is Shape.MATRIX and member is not None and mapping.cells == "weights":
        said = "the numbers say something of the organisations"
        further = [mapping.header[at] for at in mapping.columns("group column")]
        roles = dict.fromkeys(further, f"member {ATTRIBUTE}")
        offers.append(Change.to(said, roles, shape="organisations"))
    return tuple(offers)


def offers_of_lacking(proposed: Proposed, role: str) -> tuple[Change, ...]:
    """The columns that may have a role which the shape of a table needs and none has.

    Parameters
    ----------
    proposed : Proposed
        What is proposed so far.
    role : str
        The role.

    Returns
    -------
    tuple of Change
        The changes; columns in which the same text stands in no two rows come first.
    """
    named = {"member": "the organisations", "group": "the groups", "a": "one end", "b": "one end"}
    if role not in named:
        return ()
    looks = [
        look
        for look, each in zip(proposed.looks, proposed.mapping.roles, strict=True)
        if is_free(each) and each != SKIP and is_worded(look) and not are_sentences(look)
    ]
    looks.sort(key=lambda look: -look.unlike)
    return tuple(
        Change.to(f"{look.name} names {named[role]}", {look.name: role}) for look in looks[:_MOST]
    )


def _other_members(proposed: Proposed, mapping: SheetMapping) -> list[Change]:
    """The columns that may name the organisations instead of what is taken for them."""
    names = [
        look.name
        for look, role in zip(proposed.looks, mapping.roles, strict=True)
        if role != "member" and not role.startswith("group") and look.distinct > 1
        and is_worded(look) and not are_sentences(look)
    ]  # fmt: skip
    return [
        Change.to(f"{name} names the organisations", {name: "member"}) for name in names[:_MOST]
    ]


def _differing(proposed: Proposed) -> list[int]:
    """The columns in which rows of one name differ, where only names tell organisations apart."""
    first, member = proposed.mapping, proposed.mapping.column("member")
    ids = {"member id"} & {*first.roles}
    if member is None or ids or "group" in first.roles or first.header[member] in first.split:
        return []
    looks = [*enumerate(proposed.looks)]
    return [
        at
        for at, look in looks
        if at != member
        and is_worded(look)
        and names_in_several([*zip(proposed.looks[member].cells, look.cells, strict=True)])
    ]


def _tied_to_one(proposed: Proposed, mapping: SheetMapping) -> list[Change]:
    """The ties of the organisations with the one that a column names in all rows, as in the
    contracts of one buyer.
    """
    member = mapping.column("member")
    if mapping.shape not in (Shape.PAIRS, Shape.ORGANISATIONS) or member is None:
        return []
    if "group" in mapping.roles or "group id" in mapping.roles:
        return []
    name = mapping.header[member]
    return [
        Change.to(
            f"each row ties {look.texts[0]} with one of {name}",
            {look.name: "a", name: "b"}, shape="ties",
        )
        for at, look in enumerate(proposed.looks)
        if look.distinct == 1 and len(look.texts) == len(proposed.looks[member].texts) > 1
        and at != member and is_worded(look) and len(look.texts[0]) > _SHORTEST
        and not _is_word(look.texts[0])
    ][:1]  # fmt: skip


def _is_word(text: str) -> bool:
    """Whether a text is the name of a country, a kind, a sector or a role, and of nobody."""
    told = country_of(text) or kind_of(text) or sector_of(text)
    return bool(told) or text.casefold() in ROLE_WORDS or is_city(text)


def _other_groups(proposed: Proposed, mapping: SheetMapping) -> list[Change]:
    """The columns that may name the groups of a list instead of what is taken for them."""
    if mapping.shape not in (Shape.PAIRS, Shape.ORGANISATIONS):
        return []
    names = [
        look.name
        for look, role in zip(proposed.looks, mapping.roles, strict=True)
        if role.endswith(ATTRIBUTE)
        and look.distinct > 1
        and is_worded(look)
        and not are_sentences(look)
        and may_be_group(look)
    ]
    return [
        Change.to(f"{name} names the groups", {name: "group"}, shape="pairs")
        for name in names[:_MOST]
    ]


def _described(mapping: SheetMapping) -> str:
    """What a table is by a mapping, in a few words."""
    if mapping.shape is Shape.PAIRS and mapping.group:
        return f"each row is an organisation in {mapping.group!r}"
    member, group = mapping.column("member"), mapping.column("group")
    if mapping.shape is Shape.MATRIX and group is not None:
        return "columns are organisations, and rows are groups"
    if mapping.shape is Shape.PAIRS and member is not None and group is not None:
        return f"{mapping.header[member]} is in what {mapping.header[group]} names"
    return _ROWS[mapping.shape]
