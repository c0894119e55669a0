"""What is in doubt because of what columns hold: codes, stances, places, and names of nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphkit.model.graph_columns import JOINED
from graphkit.sources.header_lexicon import years
from graphkit.sources.header_words import meaning, plain
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.header_nouns import names_people
from graphkit.sources.mapping.cells.known_names import share_of_people
from graphkit.sources.mapping.form.doubt import Change, Doubt
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, Shape, SheetMapping
from graphkit.sources.mapping.proposals.doubts_of_countries import of_no_countries
from graphkit.sources.mapping.proposals.final_check import named, shown
from graphkit.sources.mapping.proposals.groups_beside_marks import doubts_of_further_groups
from graphkit.sources.mapping.proposals.groups_named_as_members import doubts_of_same_names
from graphkit.sources.mapping.proposals.rows_that_say_no import doubts_of_no
from graphkit.sources.mapping.proposals.said_of_ends import doubts_of_ends
from graphkit.sources.problem_texts import bare

_MOST_NAMED = 3
_SHORT = 2
"""So many words at most has the name of nobody in particular."""
_FEWEST = 3
_MOST_CODES = 9
_PEOPLE_BESIDE = 0.2
_NOBODY = {*"undisclosed unknown anonymous unnamed unspecified confidential tbd tba".split()}
_MEASURES = {*"number count no nr level tier phase round year grade rank n".split()}
"""Words in the names of columns whose numbers are not codes."""
_OF_CODES = {*"type form kind category class legal sector branch role typ rodzaj forma".split()}
"""Words in the names of columns whose small numbers are codes."""
_AGAINST = {*"oppose opposes opposed opposing against opponent opposition".split()}
_STANCES = {*"support supports supported supporting favor favour for neutral".split()} | {
    "in favor", "in favour", "supporter", "abstain", "abstained",
}  # fmt: skip
_THINGS = {*"theme topic product technology thesis event document concept keyword risk".split()} | {
    *"person people individual metric industry market evidence policy law place city".split()
}
_PLACES = {*"province provinces region regions district districts county counties".split()} | {
    *"wojewodztwo powiat provincia comarca departement".split()
}


def doubts_of_contents(mapping: SheetMapping, columns: Sequence[Look]) -> list[Doubt]:
    """What is in doubt because of what further columns hold.

    Parameters
    ----------
    mapping : SheetMapping
        The proposal.
    columns : sequence of Look
        The columns.

    Returns
    -------
    list of Doubt
        The doubts.
    """
    said = [
        *_coded(mapping, columns), *of_people_beside(mapping, columns),
        *_of_numbered_ends(mapping, columns), *_of_nobody_in_particular(mapping, columns),
    ]  # fmt: skip
    more = [
        *_of_codes(mapping, columns), *_of_stances(mapping, columns),
        *_of_places(mapping, columns), *_of_other_things(mapping, columns),
    ]  # fmt: skip
    offering = [
        *_of_no_header(mapping), *_of_years(mapping, columns), *of_no_countries(mapping, columns),
        *doubts_of_no(mapping, columns), *doubts_of_ends(mapping, columns),
        *doubts_of_same_names(mapping, columns),
        *_of_points(mapping, columns), *doubts_of_further_groups(mapping, columns),
    ]  # fmt: skip
    return [*map(Doubt, said), *offering, *map(Doubt, more)]


def _of_points(mapping: SheetMapping, columns: Sequence[Look]) -> list[Doubt]:
    """The doubt on lists of two numbers in JSON, of which either may be the latitude."""
    return [
        Doubt(
            f"{look.name}: the first number is read as the latitude; if it is the longitude, write "
            f'"{role.partition(" ")[0]} {ATTRIBUTE}" for it',
            (
                Change.to(
                    "it is the longitude, so keep the column as a text",
                    {look.name: f"{role.partition(' ')[0]} {ATTRIBUTE}"},
                ),
            ),
        )
        for look, role in zip(columns, mapping.roles, strict=True)
        if role.endswith(" coordinates") and all(JOINED in text for text in look.texts)
    ]


def _of_nobody_in_particular(mapping: SheetMapping, columns: Sequence[Look]) -> list[str]:
    """The doubt on names such as `undisclosed`, which would tie all that have it in common."""
    for name, _, names in named(mapping, columns):
        found = [text for text in names if is_nobody(text)]
        if len(found) > len({*found}):
            again = next(text for text in found if found.count(text) > 1)
            return [
                f"{name}: {bare(again)!r} stands in {found.count(again):,} rows and may be nobody "
                "in particular; if it is, leave these cells blank, or they share one organisation"
            ]
    return []


def is_nobody(text: str) -> bool:
    """Whether a name says that somebody is not named.

    >>> is_nobody("aggregate-undisclosed"), is_nobody("Unknown"), is_nobody("Unknown Pleasures Ltd")
    (True, True, False)
    """
    words = plain(text).split()
    return 0 < len(words) <= _SHORT and not _NOBODY.isdisjoint(words)


def _of_numbered_ends(mapping: SheetMapping, columns: Sequence[Look]) -> list[str]:
    """The doubt on ties between numbers."""
    ends = [columns[at] for at in (mapping.column("a"), mapping.column("b")) if at is not None]
    if mapping.shape is not Shape.TIES or len(ends) != 2:
        return []
    if any(look.numbers < 1 for look in ends):
        return []
    both = f"{ends[0].name} and {ends[1].name}"
    return [f"{both} hold numbers only; give also the table that says what they number"]


def of_people_beside(mapping: SheetMapping, columns: Sequence[Look]) -> list[str]:
    """The doubt on a matrix in which rows are people, and several are of one organisation."""
    at = mapping.column("member")
    if mapping.shape is not Shape.MATRIX or at is None or columns[at].unlike == 1:
        return []
    return [
        f"{look.name}: the rows are people, who do not become nodes; their groups are taken for "
        f"those of the {columns[at].name}"
        for look, role in zip(columns, mapping.roles, strict=True)
        if role == f"member {ATTRIBUTE}"
        and (names_people(look.name) or share_of_people(look.texts) >= _PEOPLE_BESIDE)
    ]


def _coded(mapping: SheetMapping, columns: Sequence[Look]) -> list[str]:
    """The doubt on columns that are kept as numbers and may be codes: only 1 and 2."""
    names = [
        look.name
        for look, role in zip(columns, mapping.roles, strict=True)
        if role.endswith(ATTRIBUTE) and {*look.texts} == {"1", "2"} and is_unexplained(look)
    ]
    if not names:
        return []
    both = "they are" if len(names) > 1 else "it is"
    groups = len(names) > 1 and mapping.shape is Shape.ORGANISATIONS
    more = (
        '; if these are groups, write 1 and 0 in the file, shape = "matrix" and "group column"'
        if groups
        else ""
    )
    named = " and ".join(names[:_MOST_NAMED])
    hold = "hold" if len(names) > 1 else "holds"
    return [f"{named} {hold} only 1 and 2, which may mean yes and no; {both} kept as numbers{more}"]


def is_unexplained(look: Look) -> bool:
    """Whether a column of some rows says nowhere what its numbers mean: counts, ids, or `1=yes`."""
    said = "=" in look.name or not _MEASURES.isdisjoint(plain(look.name).split())
    return not said and len(look.texts) >= _FEWEST and meaning(look.name)[1] != "id"


def _of_no_header(mapping: SheetMapping) -> list[Doubt]:
    """The doubt on which columns hold what in a table without column names."""
    member, group = mapping.column("member"), mapping.column("group")
    if mapping.header_row or member is None or group is None:
        return []
    if mapping.roles == ("group", "member"):
        return []  # of such lists another doubt is said
    first, second = mapping.header[member], mapping.header[group]
    said = f"the file has no column names; {first} is taken for who is in what {second} names"
    turned = {first: "group", second: "member"}
    return [Doubt(said, (Change.to(f"{second} is in what {first} names", turned),))]


def _of_codes(mapping: SheetMapping, columns: Sequence[Look]) -> list[str]:
    """The doubt on small numbers in a column such as `legal_form`, which nothing explains."""
    for look, role in zip(columns, mapping.roles, strict=True):
        small = {text for text in look.texts if re.fullmatch(r"\d", text)}
        coded = len(small) >= _FEWEST and {*look.texts} == small and len(small) <= _MOST_CODES
        called = _OF_CODES & {*plain(look.name).split()} and meaning(look.name)[1] != "id"
        if (
            (role.endswith(ATTRIBUTE) or role == "kind")
            and coded
            and called
            and "=" not in look.name
        ):
            return [
                f"{look.name} holds codes ({shown(sorted(small))}), and nothing says what they "
                "mean; they are kept as they are"
            ]
    return []


def _of_stances(mapping: SheetMapping, columns: Sequence[Look]) -> list[str]:
    """The doubt on members that, as a column says, are against what they are taken to be in."""
    if mapping.shape not in (Shape.PAIRS, Shape.ORGANISATIONS):
        return []
    for look, role in zip(columns, mapping.roles, strict=True):
        words = {plain(text) for text in look.texts}
        if (role.endswith(ATTRIBUTE) or role == "role") and (
            words & _AGAINST and words & _STANCES and words <= _AGAINST | _STANCES
        ):
            kept = "is their role" if role == "role" else "is kept as a further column"
            return [
                f"{look.name}: some are against what they are taken to take part in; it {kept}, "
                "and a table for each side tells them apart"
            ]
    return []


def _of_other_things(mapping: SheetMapping, columns: Sequence[Look]) -> list[str]:
    """The doubt on rows or ends of ties that a column calls something else than organisations."""
    if mapping.shape not in (Shape.TIES, Shape.ORGANISATIONS, Shape.PAIRS):
        return []
    for look, role in zip(columns, mapping.roles, strict=True):
        other = [text for text in look.texts if {*plain(text).split()} & _THINGS]
        typed = meaning(look.name)[1] == "kind" and role.endswith(ATTRIBUTE)
        if other and (typed or role in ("a kind", "b kind", "a attribute", "b attribute")):
            first = shown(other)
            return [
                f"{look.name} calls some {first}, which are not organisations but loaded as "
                "such; leave their rows out if they should not be"
            ]
    return []


def _of_years(mapping: SheetMapping, columns: Sequence[Look]) -> list[Doubt]:
    """The doubt on a column `Year` of members in one row each: they joined or were founded."""
    at, member = mapping.column("start"), mapping.column("member")
    if mapping.shape is not Shape.PAIRS or mapping.layer != "membership" or at is None:
        return []
    if plain(columns[at].name) not in years() or member is None or columns[member].unlike < 1:
        return []
    name = columns[at].name
    said = (
        f"{name} is taken for when each became a member; if it says when it was founded, write "
        '"member founded" for it'
    )
    return [Doubt(said, (Change.to("it says when each was founded", {name: "member founded"}),))]


def _of_places(mapping: SheetMapping, columns: Sequence[Look]) -> list[str]:
    """The doubt on provinces or regions that are tied as organisations are."""
    ends = [look.name for look, role in zip(columns, mapping.roles, strict=True) if role in "ab"]
    if mapping.shape is not Shape.TIES or len(ends) != 2:
        return []
    if not all(_PLACES & {*plain(name).split()} for name in ends):
        return []
    return [f"{ends[0]} and {ends[1]} name places, which are taken for organisations"]
