"""Propose a mapping for a sheet that no recogniser knows, from its header and its cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from graphkit.sources.formats.adjacency import ADJACENCY
from graphkit.sources.formats.sheet import Sheet
from graphkit.sources.header_words import layer_in, meaning, plain
from graphkit.sources.mapping.cells.columns import Look, looks
from graphkit.sources.mapping.cells.differing_values import (
    given_to_facts,
    given_to_groups,
    referred_to,
    without_row_numbers,
    without_shared_ids,
)
from graphkit.sources.mapping.cells.header_nouns import names_people
from graphkit.sources.mapping.cells.kinds_of_groups import group_kind_in
from graphkit.sources.mapping.cells.known_names import share_of_people
from graphkit.sources.mapping.cells.list_words import says_list
from graphkit.sources.mapping.cells.listed_names import separator_of
from graphkit.sources.mapping.cells.names_in_languages import with_names_in_languages
from graphkit.sources.mapping.cells.role_codes import with_role_codes
from graphkit.sources.mapping.cells.table_head import Head, find_head
from graphkit.sources.mapping.cells.treaty_letters import with_treaty_letters
from graphkit.sources.mapping.form.asked_of_mappings import Asked
from graphkit.sources.mapping.form.doubt import Change, Doubt
from graphkit.sources.mapping.form.lenient import DAY_FIRST, MONTH_FIRST, order_of
from graphkit.sources.mapping.form.sheet_mapping import (
    ATTRIBUTE,
    Shape,
    SheetMapping,
    as_role,
    is_role,
    names_as_role,
    roles_of,
)
from graphkit.sources.mapping.layouts.levels_in_columns import guess_of_levels
from graphkit.sources.mapping.layouts.square_without_names import guess_of_rows
from graphkit.sources.mapping.proposals.codes_of_groups import with_codes_of_groups
from graphkit.sources.mapping.proposals.columns_of_groups import with_names_otherwise
from graphkit.sources.mapping.proposals.dates_of_meetings import with_dates_of_meetings
from graphkit.sources.mapping.proposals.doubts import doubts_of, is_named, untied
from graphkit.sources.mapping.proposals.ids_of_what import with_ids_of_what, with_titles_of_ids
from graphkit.sources.mapping.proposals.keyed_columns import keyed
from graphkit.sources.mapping.proposals.lists_in_other_orders import without_other_orders
from graphkit.sources.mapping.proposals.lists_of_members import (
    is_list_of_members,
    says_joined,
    says_signed,
)
from graphkit.sources.mapping.proposals.names_under_wholes import with_names_told_apart
from graphkit.sources.mapping.proposals.numbered_namesakes import (
    doubt_of_namesakes,
    kept_as_ids,
    with_ids_of_namesakes,
)
from graphkit.sources.mapping.proposals.parties_of_agreements import of_parties
from graphkit.sources.mapping.proposals.proposed_matrices import matrix, square_matrix
from graphkit.sources.mapping.proposals.proposed_roles import Roles, propose_roles
from graphkit.sources.mapping.proposals.proposed_splits import splits, without_hyphens
from graphkit.sources.mapping.proposals.proposed_surveys import survey
from graphkit.sources.mapping.proposals.proposed_ties import roles_of_ties, ties
from graphkit.sources.mapping.proposals.rows_of_lists import in_named_rows
from graphkit.sources.mapping.proposals.rows_that_say_no import with_rows_that_say_no
from graphkit.sources.mapping.proposals.states_in_groups import of_states
from graphkit.sources.mapping.proposals.survey_ties import survey_ties
from graphkit.sources.mapping.proposals.titled_ties import of_kind, titled_ties
from graphkit.sources.mapping.proposals.two_modes import (
    doubts_of_kinds,
    members_by_groups,
    of_lists,
    of_partners,
)

_UNNAMED = re.compile(r"(?:sheet|arkusz|tabelle|feuil|hoja|foglio|blad)\s*\d*", re.IGNORECASE)
_TOLD_APART = 0.9
_LINES = ("column 1", "column 2")
_TITLES = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Proposed:
    """A mapping that was proposed: with its header, how the columns look, and what is in doubt.

    untied: what to look at if no other sheet ties the organisations either. numbered: the mapping
    with columns that number the rows, to which other sheets may refer. unclear: what cannot be told
    at all, so that nothing is loaded without a person. found: how the columns of a list were
    understood. first, asked: what was proposed before a person changed it, and what they want.
    guess: what to look at before anything is loaded, although all of it can be told. as_found: the
    sheet as it stands in the file, where its layout was put straight.
    """

    mapping: SheetMapping
    head: Head
    looks: list[Look]
    doubts: tuple[Doubt, ...] = ()
    untied: Doubt | None = None
    numbered: SheetMapping | None = None
    unclear: str = ""
    found: Roles | None = None
    first: Proposed | None = None
    asked: Asked = field(default_factory=Asked)
    guess: str = ""
    as_found: Sheet | None = None


Made = tuple[Sheet, Proposed]
"""A sheet with what is proposed for it."""


def propose(sheet: Sheet, head: Head | None = None) -> Proposed:
    """The likeliest mapping of a sheet that holds something.

    Parameters
    ----------
    sheet : Sheet
        The sheet.
    head : Head, optional
        Where the names of its columns stand; by default it is found.

    Returns
    -------
    Proposed
        The mapping; its shape is `skip` when the sheet is not about organisations.
    """
    if head is None:
        lines = sheet.form == ADJACENCY
        head = Head(_LINES, 0, (), sheet.rows) if lines else find_head(sheet.rows)
    columns = looks(head.names, head.body)
    dates, doubts = _dates(columns)
    bare = SheetMapping(
        sheet.file, sheet.title, Shape.SKIP, head.names, ("skip",) * len(head.names), head.row,
        dates=dates,
    )  # fmt: skip
    title = title_of(sheet, head)
    if (asked := survey(bare, columns, title)) is not None:
        return Proposed(asked[0], head, columns, (*doubts, *map(Doubt, asked[1])))
    titled = titled_ties(bare, columns, title_of_file(bare.file))
    doubts += titled[1] if titled else []
    made = (
        (of_lists(bare, columns) if sheet.form == ADJACENCY else None)
        or (titled[0] if titled else None)
        or square_matrix(bare, head, columns)
        or matrix(bare, columns, title)
        or survey_ties(bare, columns)
        or ties(bare, columns)
    )
    found = None
    if made is None:
        made, found = _list(bare, columns, title)
        if made.shape in (Shape.SKIP, Shape.ORGANISATIONS) and (
            told := keyed(bare, columns, title)
        ):
            (made, more), found = told, None
            doubts += more
        if made.tie_kind:
            doubts.append(of_kind(made.tie_kind))
    made, partners = of_partners(made, columns)
    made, of_members = of_states(made, columns)
    made, of_signatories = of_parties(made, columns)
    of_members += of_signatories
    found = None if of_members else found
    called = f"{title} {Path(bare.file).stem}"
    made, of_rows = in_named_rows(made, columns, called)
    doubts += [*partners, *of_members, *of_rows]
    made, of_modes = members_by_groups(_with_roles_of_shape(made), columns, called)
    about = " ".join((title, *head.titles, Path(bare.file).stem))
    made, of_letters = with_treaty_letters(made, columns, about)
    made = with_role_codes(made, columns)
    doubts += map(Doubt, of_letters)
    made, of_ids = with_ids_of_what(made, head.body)
    made, of_codes = with_codes_of_groups(made, head.body)
    made, of_titles = with_titles_of_ids(made, columns)
    doubts += [*of_ids, *of_codes, *of_titles]
    ids = _own_ids(made, columns)
    made = without_shared_ids(without_shared_ids(made, head.body), head.body, "group")
    made = with_names_in_languages(made, head.body)
    made, namesakes = with_ids_of_namesakes(made, head.body)
    made, of_orders = without_other_orders(made, columns)
    made, of_groups = given_to_groups(made, head.body, found.others if found else ())
    made = with_names_otherwise(made, columns, head.body)
    made = with_dates_of_meetings(made)
    if made.otherwise:
        blank = made.header[made.column("group") or 0]
        said = f"where {blank} is blank, {made.otherwise} names what the row is about"
        doubts.append(Doubt(said))
    if made.name_otherwise:
        words = ("member", "group")
        whose = next(word for word in words if f"{word} aliases" in made.roles)
        blank = made.header[made.column(whose) or 0]
        named = " or ".join(made.name_otherwise)
        doubts.append(Doubt(f"where {blank} is blank, {named} names the organisation"))
    made = with_rows_that_say_no(given_to_facts(made, head.body), columns)
    numbered = replace(made, own_ids=ids)
    made = kept_as_ids(without_row_numbers(numbered, head.body), namesakes)
    of_namesakes, why = doubt_of_namesakes(made, namesakes)
    made, of_wholes, why_apart = with_names_told_apart(made, head.body)
    doubts += [*of_modes, *of_orders, *map(Doubt, of_groups), *of_namesakes, *of_wholes]
    doubts += [*doubts_of(made, columns, found), *doubts_of_kinds(made)]
    open_ties = untied(made, columns, found, title)
    guess = guess_of_rows(made) or guess_of_levels(made) or why or why_apart
    doubted = (tuple(doubts), open_ties)
    return Proposed(made, head, columns, *doubted, numbered, found=found, guess=guess)


def _with_roles_of_shape(mapping: SheetMapping) -> SheetMapping:
    """The mapping with what its shape has no place for, such as notes beside a matrix, as further
    columns of what a row is.
    """
    of_fact = mapping.shape in (Shape.PAIRS, Shape.TIES)
    subject = "" if of_fact else "group " if mapping.shape is Shape.GROUPS else "member "
    roles = [
        role if is_role(role, mapping.shape) else f"{subject}{ATTRIBUTE}" for role in mapping.roles
    ]
    if any(map(names_as_role, roles)) and not {"member", "member id"} & {*roles}:
        # Who in the row it is said of cannot be told, so it is said of all.
        roles = [
            ATTRIBUTE if role.startswith("member ") and not as_role(role) else role
            for role in roles
        ]
    return replace(mapping, roles=tuple(roles))


def with_numbers_that_are_used(made: Sequence[Proposed]) -> list[Proposed]:
    """The proposals for sheets; row numbers to which another of the sheets refers are ids."""
    return [
        replace(each, mapping=each.numbered)
        if each.numbered is not None
        and any(
            ours != theirs
            and referred_to(
                look, (one for other in made if other is not each for one in other.looks)
            )
            for look, ours, theirs in zip(
                each.looks, each.mapping.roles, each.numbered.roles, strict=True
            )
        )
        else each
        for each in made
    ]


def title_of(sheet: Sheet, head: Head) -> str:
    """What the whole sheet is about: the title above it, its name, or that of the file."""
    stem = Path(sheet.file).stem
    above = [text for text in head.titles if len(text) > 3 and _TITLES.search(text)]
    if above:
        return above[0]
    if sheet.title and not _UNNAMED.fullmatch(sheet.title.strip().removeprefix(stem)):
        return sheet.title
    return title_of_file(sheet.file)


def title_of_file(file: str) -> str:
    """What a file is about by its name.

    >>> title_of_file("wind_forum-members.csv")
    'Wind forum members'
    """
    stem = Path(file).stem.removesuffix(".rejected")
    text = " ".join(re.split(r"[\s_]+|(?<=\w)-(?=\w)", stem)).strip()
    return text[:1].upper() + text[1:]


def _dates(columns: Sequence[Look]) -> tuple[str, list[Doubt]]:
    found: dict[str, str] = {}
    doubts: list[Doubt] = []
    for look in columns:
        if look.dates < 0.5:
            continue
        order = order_of(list(look.texts))
        if order is None:
            shown = next(text for text in look.texts if "/" in text or "-" in text)
            said = f"{look.name}: {shown} may begin with the day or the month"
            doubts.append(Doubt(said, (Change.to("the month comes first", dates=MONTH_FIRST),)))
        elif any("/" in text or "-" in text[:3] for text in look.texts):
            found.setdefault(order, look.name)
    if len(found) == 1:
        return next(iter(found)), []
    return DAY_FIRST, doubts


def _list(bare: SheetMapping, columns: Sequence[Look], title: str) -> tuple[SheetMapping, Roles]:
    """The mapping of a list: what each row is, and what its columns hold."""
    found = propose_roles(columns, title)
    if not found.has_member and not found.has_group:
        return bare, found
    stated = any(
        meaning(look.name)[0] == "member" and meaning(look.name)[1] != "id" for look in columns
    )
    about = bare.sheet or Path(bare.file).stem
    if names_people(about) and not stated and not _names_firms(columns, found):
        return bare, found
    about = f"{title} {Path(bare.file).stem}"
    bare = replace(bare, roles=found.roles, layer=found.layer, split=splits(columns, found))
    if found.has_group and (found.has_member or _has_id_of_member(columns, found)):
        kind = group_kind_in(found.layer, f"{' '.join(found.group_words)} {about}")
        return replace(bare, shape=Shape.PAIRS, group_kind=kind), found
    if found.has_group and found.layer == "membership":
        roles = tuple(role.replace("group", "member", 1) for role in found.roles)
        kind = group_kind_in("membership", about)
        return replace(bare, shape=Shape.ORGANISATIONS, roles=roles, kind=kind, split={}), found
    if found.has_group:
        kind = group_kind_in(found.layer, f"{' '.join(found.group_words)} {about}")
        return replace(bare, shape=Shape.GROUPS, group_kind=kind), found
    if layer := _layer_of_rows(columns, title, found):
        known = {*roles_of(Shape.GROUPS)}
        as_groups = (
            f"group {role.removeprefix('member')}".strip().replace("  ", " ")
            for role in found.roles
        )
        roles = tuple(role if role in known else "group attribute" for role in as_groups)
        kind = group_kind_in(layer, about)
        return replace(bare, shape=Shape.GROUPS, roles=roles, layer=layer, group_kind=kind), found
    if not says_list(about) and (tied := _two_sides(columns, found)):
        of_ties = tuple(roles_of_ties(columns, *tied))
        return replace(bare, shape=Shape.TIES, roles=of_ties, tie_kind=title, split={}), found
    if {*map(as_role, found.roles)} >= {"member as funder", "member as recipient"}:
        return replace(bare, shape=Shape.PAIRS, layer="collaboration", group_kind="project"), found
    if is_list_of_members(columns, about, found):
        layer = layer_in(about) or layer_in(" ".join(look.name for look in columns)) or "membership"
        dated = [
            look.name
            for look, role in zip(columns, found.roles, strict=True)
            if role == "start" or look.dates > 0.6
        ]
        if any(map(says_signed, dated)):
            layer = "declaration"
        elif layer == "collaboration" and any(map(says_joined, dated)):
            layer = "membership"  # nobody joins a project
        roles = tuple(  # a ratification beside a signature is said of the treaty as well
            ATTRIBUTE
            if role == f"member {ATTRIBUTE}" and look.dates > 0.6 and says_signed(look.name)
            else role
            for look, role in zip(columns, found.roles, strict=True)
        )
        bare = replace(bare, group_kind=group_kind_in(layer, about), roles=roles)
        return replace(bare, shape=Shape.PAIRS, layer=layer, group=title), found
    roles = tuple(
        role if role.startswith(("member", "skip")) else "member attribute" for role in found.roles
    )
    if "member" not in roles:
        roles = tuple("member" if names_as_role(role) else role for role in roles)
    roles = tuple("member attribute" if as_role(role) else role for role in roles)
    bare = replace(bare, roles=roles, layer="membership", split=without_hyphens(bare.split))
    return replace(bare, shape=Shape.ORGANISATIONS), found


def _names_firms(columns: Sequence[Look], found: Roles) -> bool:
    """Whether the rows of a list that is called after people have other names than people have."""
    named = [look for look, role in zip(columns, found.roles, strict=True) if role == "member"]
    if any(names_people(plain(look.name).removesuffix(" id")) for look in columns):
        return False
    return bool(named) and named[0].distinct > 4 and share_of_people(named[0].texts) < 0.05


def _two_sides(columns: Sequence[Look], found: Roles) -> tuple[int, int] | None:
    """The places of an organisation and of another in a role, which both stand in several rows."""
    named = [at for at, role in enumerate(found.roles) if is_named(role)]
    said = [found.roles[at] for at in named]
    if found.people or len(named) != 2 or "member" not in said or not any(map(names_as_role, said)):
        return None
    listed = any(separator_of(columns[at]) for at in named)
    if listed or columns[found.roles.index("member")].unlike > _TOLD_APART:
        return None
    return named[0], named[1]


def _has_id_of_member(columns: Sequence[Look], found: Roles) -> bool:
    """Whether members are named by their ids alone."""
    pairs = zip(columns, found.roles, strict=True)
    return any(role == "member id" and meaning(look.name)[0] == "member" for look, role in pairs)


def _layer_of_rows(columns: Sequence[Look], title: str, found: Roles) -> str:
    """The layer of the rows where these are groups themselves: a list of names called `Events`."""
    subject, what = meaning(title)
    several = plain(title).endswith(("s", "y", "a"))
    if subject not in ("collaboration", "declaration") or what != "name" or not several:
        return ""
    pairs = zip(columns, found.roles, strict=True)
    named = [meaning(look.name) for look, role in pairs if is_named(role)]
    return subject if named in ([("", "")], [("", "name")]) else ""


def _own_ids(mapping: SheetMapping, columns: Sequence[Look]) -> bool:
    """Whether ids look as if they held beyond the file: long, or of letters and digits."""
    ids = [look for look, role in zip(columns, mapping.roles, strict=True) if role.endswith(" id")]
    texts = [text for look in ids for text in look.texts[:200]]
    if not texts:
        return False
    local = re.compile(r"[A-Za-z]{0,3}[-_]?\d{1,5}")
    return sum(not local.fullmatch(text) for text in texts) * 2 > len(texts)
