"""Signs that a proposal does not fit a sheet, so that nothing is loaded before a person has looked.

A doubt leaves the rest of a file right; here the whole reading may be wrong. The names of members
stand again and again with other data beside them; titles stand where organisations should; other
columns are called names; numbers beside organisations may say how large they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from graphkit.model.graph_columns import JOINED
from graphkit.sources.header_compounds import holds_group
from graphkit.sources.header_words import layer_in, meaning, plain
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.differing_values import differs
from graphkit.sources.mapping.cells.header_nouns import names_people
from graphkit.sources.mapping.cells.kind_words import kind_of
from graphkit.sources.mapping.cells.list_words import says_list, says_nothing_else
from graphkit.sources.mapping.cells.roles_of_columns import role_of_column
from graphkit.sources.mapping.checks.codes_of_yes import of_codes
from graphkit.sources.mapping.checks.groups_without_names import of_nouns
from graphkit.sources.mapping.checks.names_that_are_sentences import of_common_words, of_sentences
from graphkit.sources.mapping.checks.unknown_headings import of_headings
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, LAYERS, Shape, SheetMapping
from graphkit.sources.mapping.proposals.doubts_of_contents import of_people_beside
from graphkit.sources.mapping.proposals.final_check import of_people, suspicion
from graphkit.sources.mapping.proposals.guessed_groups import in_groups, likeliest, may_be_group
from graphkit.sources.mapping.proposals.likelier_groups import (
    LOOKED_AT,
    by_affiliation,
    by_commitments,
    by_further_members,
    by_marks,
    by_memberships,
    by_parts,
    commitments,
    further_members,
    has_no_groups,
    in_one_group,
    marked_groups,
    of_one_under_two_names,
    of_rows_in_rows,
    parts_of,
    said_by_each,
    shared_names,
    signs_one,
    titled_group,
)
from graphkit.sources.mapping.proposals.list_columns import TITLES
from graphkit.sources.mapping.proposals.proposed_matrices import is_group
from graphkit.sources.mapping.proposals.proposed_surveys import why_unsure
from graphkit.sources.mapping.proposals.rows_that_say_no import unsaid
from graphkit.sources.raw import Row

_FEWEST = 2
_MOST_NAMED = 3
_AGAIN = 0.1
"""The share of rows with a name of an earlier row from which rows are more than a list of names."""
_MANY = 5
"""How many rows with a name of an earlier one are more than slips."""
_OF_ORGANISATIONS = {*"organisations organizations institutions companies firms".split()}
"""What files are called in which titles are those of organisations."""
_CODES = {"-9", "-1", "0", "1", "2", "3", "0.0", "1.0"}
_GROUPS = {"collaboration", "cooperation"}
_OF_PEOPLE = {
    *"ceo chair president director manager contact first last family given middle user".split(),
    *"file street brand product short full local other former trading display logo".split(),
}
"""Words before `name` that call no other organisation."""


def guess_in(
    mapping: SheetMapping, columns: Sequence[Look], body: Sequence[Row], *, alone: bool = True
) -> tuple[str, SheetMapping]:
    """Why a proposal may be wrong as a whole, and a likelier one.

    Parameters
    ----------
    mapping : SheetMapping
        The proposal.
    columns : sequence of Look
        The columns.
    body : sequence of (int, sequence of str)
        The rows.
    alone : bool, default True
        Whether there is no other sheet, to which this one may refer.

    Returns
    -------
    str, SheetMapping
        What does not fit, and what to write instead; nothing where all fits. The mapping to look
        over.
    """
    if mapping.shape is Shape.SURVEY:
        return why_unsure(mapping, columns), mapping
    if said := of_sentences(mapping, columns) or of_common_words(mapping, columns):
        return said, mapping
    if said := of_people(mapping, columns):
        return by_affiliation(said, mapping, columns, body[:LOOKED_AT])
    if (found := of_headings(mapping, columns, body[:LOOKED_AT])) is not None:
        return found
    said = _of_titles(mapping) or _of_unknown_names(mapping) or _of_groups(mapping, body)
    further = _further_of_repeated_names(mapping, columns, body[:LOOKED_AT])
    if further and not said and (part := parts_of(mapping, columns, further)) is not None:
        return by_parts(mapping, columns, part)
    if further and not said and not of_people_beside(mapping, columns):
        likely = [at for at in further if may_be_group(columns[at])]
        if likely and has_no_groups(mapping) and signs_one(mapping, columns, likely):
            return said_by_each(mapping, columns, further)
        if likely and has_no_groups(mapping):
            at = likeliest(columns, likely, _key(mapping) or 0, body[:LOOKED_AT])
            likely = [at, *(other for other in likely if other != at)]
            mapping = in_groups(mapping, at, columns, body[:LOOKED_AT])
        elif has_no_groups(mapping) and mapping.shape is Shape.ORGANISATIONS:
            mapping = in_one_group(mapping, further)
        said = _of_repeated_names(mapping, columns, likely or further)
    if not said and (named := _unnamed_group(mapping, columns)) is not None:
        said = (
            f"nothing but the name of the file says of what all rows are members; "
            f"{columns[named].name} may name it"
        )
        mapping = in_groups(mapping, named, columns, body[:LOOKED_AT])
    if not said and (of := further_members(mapping, columns)) is not None:
        return by_further_members(mapping, columns, of, body[:LOOKED_AT])
    said = said or _of_other_names(mapping, columns)
    if not said and (coded := of_codes(mapping, columns)) is not None:
        return coded
    said = said or _of_numbers(mapping) or _of_pairs_and_years(mapping, columns)
    if not said and (unnamed := of_nouns(mapping, columns, body)) is not None:
        return unnamed
    if not said and (of := titled_group(mapping, columns)) is not None:
        said = (
            f"the file seems to say which {columns[of].name} each row belongs to; if it does, that "
            "is the group"
        )
        mapping = in_groups(mapping, of, columns, body[:LOOKED_AT])
    if not said and (of := shared_names(mapping, columns)) is not None:
        said = (
            f"several organisations share the same {columns[of].name}, so that this may be short "
            f'for what they belong to; if it is not, write "member attribute" for it'
        )
        mapping = in_groups(mapping, of, columns, body[:LOOKED_AT])
    if not said and (marked := marked_groups(mapping, columns)):
        return by_marks(mapping, columns, marked)
    if not said and alone and (committed := commitments(mapping, columns)):
        said = (
            f"{columns[committed[0]].name} says how far organisations are committed to something, "
            "and no column says to what; the group of all rows is called after the file"
        )
        mapping = by_commitments(mapping, columns, committed)
    said = said or of_one_under_two_names(mapping, columns, body[:LOOKED_AT])
    if not said and (said := of_rows_in_rows(mapping, columns) or _of_several_groups(mapping)):
        mapping = by_memberships(mapping, columns, body)
    if said := said or _of_numbers_for_names(mapping, columns, alone=alone):
        return said, mapping
    said, likelier = suspicion(mapping, columns, alone=alone)
    return said or unsaid(mapping, columns), likelier


def _of_titles(mapping: SheetMapping) -> str:
    at = mapping.column("member")
    if at is None or not has_no_groups(mapping) or plain(mapping.header[at]) not in TITLES:
        return ""
    if says_list(mapping.group) and "member website" in mapping.roles:
        return ""
    if plain(Path(mapping.file).stem) in _OF_ORGANISATIONS:
        return ""
    return (
        f"{mapping.header[at]} is taken for the names of organisations; if it holds the titles of "
        'projects or agreements, write "group" for it, and "member" for who is in them'
    )


def _of_numbers_for_names(mapping: SheetMapping, columns: Sequence[Look], *, alone: bool) -> str:
    """Rows that only a number names, in a table that ties them to nothing, or lists of such."""
    at = mapping.column("group" if mapping.shape is Shape.GROUPS else "member")
    if at is None or not mapping.header_row:
        return ""
    listed = alone and mapping.shape is Shape.PAIRS and plain(columns[at].name).endswith(" ids")
    numbered = all(part.isdecimal() for text in columns[at].texts for part in text.split(JOINED))
    if not (listed and numbered) and (
        mapping.shape not in (Shape.GROUPS, Shape.ORGANISATIONS) or columns[at].numbers < 1
    ):
        return ""
    return (
        f"{columns[at].name} holds numbers, and no column holds names; give also the table that "
        "says what they number, or accept them as names"
    )


def _of_several_groups(mapping: SheetMapping) -> str:
    """A file that is called after several groups, such as `alliances`, and names none of them."""
    *_, last = plain(mapping.group).split() or [""]
    one = f"{last[:-3]}y" if last.endswith("ies") else last.removesuffix("s")
    several = meaning(one)[0] in LAYERS or one in _GROUPS
    if mapping.shape is not Shape.PAIRS or one == last or not several or says_list(mapping.group):
        return ""
    return (
        f"{mapping.group!r} are several groups, and no column says to which of them a row belongs; "
        'write "group" for the column that does, or group = "…" if all belong to one'
    )


def _of_unknown_names(mapping: SheetMapping) -> str:
    """No column is called an organisation, and one whose name says nothing is taken for it."""
    at, group = mapping.column("member"), mapping.column("group")
    if at is None or not mapping.header_row:
        return ""
    name = mapping.header[at]
    if _says_of_what(name):
        return ""
    if group is not None and mapping.shape is Shape.PAIRS and not _says_of_what(
        mapping.header[group]
    ):  # fmt: skip
        return (
            f"no column is called an organisation or a group; {name} is taken for the former, and "
            f'{mapping.header[group]} for the latter; if that is wrong, write "member" and "group" '
            "for others"
        )
    if not has_no_groups(mapping):
        if mapping.shape is not Shape.PAIRS or not holds_group(plain(name)):
            return ""
        return (
            f"{name} holds a word for a group, and is taken for the organisations; if it names "
            'groups, write "group" for it'
        )
    return (
        f"no column is called an organisation, and {name} is taken for it; if another names "
        'organisations, write "member" for that one'
    )


def _says_of_what(name: str) -> bool:
    """Whether the name of a column says of organisations, groups or names at all."""
    said = [meaning(word) for word in (name, *plain(name).split())]
    if any(of or what == "name" for of, what in said) or meaning(name)[1]:
        return True
    return bool(says_list(name) or layer_in(name) or kind_of(name) or role_of_column(name))


def _of_groups(mapping: SheetMapping, body: Sequence[Row]) -> str:
    """Rows of one group that differ in what is said of the group, of which one would be kept."""
    key = mapping.column("group id")
    key = mapping.column("group") if key is None else key
    if mapping.shape is not Shape.PAIRS or key is None:
        return ""
    differing = [
        mapping.header[at]
        for at, role in enumerate(mapping.roles)
        if role in ("group start", "group end", f"group {ATTRIBUTE}")
        and differs(body[:LOOKED_AT], key, at)
    ]
    if not differing:
        return ""
    named = " and ".join(differing[:_MOST_NAMED])
    return (
        f"rows with the same {mapping.header[key]} differ in {named}; if each row is one of its "
        'own, write "group id" for a column that tells them apart'
    )


def _key(mapping: SheetMapping) -> int | None:
    word = "group" if mapping.shape is Shape.GROUPS else "member"
    key = mapping.column(f"{word} id")
    return mapping.column(word) if key is None else key


def _further_of_repeated_names(
    mapping: SheetMapping, columns: Sequence[Look], body: Sequence[Row]
) -> list[int]:
    """The columns in which rows of one name differ, so that only one row of each would be kept."""
    key = _key(mapping)
    alone = mapping.shape in (Shape.GROUPS, Shape.MATRIX) or has_no_groups(mapping)
    if key is None or not alone:
        return []
    names = [row[key].strip() for _, row in body if key < len(row) and row[key].strip()]
    again = len(names) - len({*names})
    if not again or again < min(_AGAIN * len(names), _MANY):
        return []
    further = [
        at
        for at, role in enumerate(mapping.roles)
        if role.endswith(ATTRIBUTE) and differs(body, key, at)
    ]
    if again < _FEWEST:  # a slip, unless another column may name groups
        further = [at for at in further if may_be_group(columns[at])]
    if mapping.shape is Shape.PAIRS:  # somebody may have joined twice
        return [at for at in further if meaning(mapping.header[at])[1] not in ("start", "end")]
    return further


_NO_GROUPS = {
    *"style source sources reference references ref refs citation evidence page".split(),
    *"zrodlo quelle quellen fonte fonti fuente bron kalla kilde lahde zdroj".split(),
}
"""Words for columns that say how a row is shown, or on what it rests."""


def _unnamed_group(mapping: SheetMapping, columns: Sequence[Look]) -> int | None:
    """A column that may name the groups of members in a file that is called `partners`.

    It is called by an acronym, or its cells begin alike: EIT Alpha and EIT Beta.
    """
    if mapping.shape is not Shape.PAIRS or not says_nothing_else(mapping.group):
        return None
    for at, (look, role) in enumerate(zip(columns, mapping.roles, strict=True)):
        free = role.endswith(ATTRIBUTE) and meaning(look.name) == ("", "") and look.distinct > 1
        if not free or not may_be_group(look) or _NO_GROUPS & {*plain(look.name).split()}:
            continue
        alike = len({text.split()[0] for text in look.texts}) == 1
        if alike or (look.name.isupper() and 1 < len(look.name) < 7):
            return at
    return None


def _of_repeated_names(
    mapping: SheetMapping, columns: Sequence[Look], further: Sequence[int]
) -> str:
    """What to say of names that stand in several rows."""
    names = columns[_key(mapping) or 0].texts
    first = next(name for name in names if names.count(name) > 1)
    again = len(names) - len({*names}) - 1
    named = " and ".join(mapping.header[at] for at in further[:_MOST_NAMED])
    rows = f"{first!r} and {again:,} more rows repeat" if again else f"a row repeats {first!r},"
    said = f"{rows} a name and differ in {named}" if again else f"{rows} and differs in {named}"
    if mapping.shape is Shape.PAIRS and mapping.group and not says_list(mapping.group):
        return (
            f"{said}; so that all of it is kept, the rows are taken for members of "
            f'{mapping.group!r}; if one of them names a group, write "group" for it'
        )
    if mapping.shape is Shape.PAIRS and not mapping.group:
        return f"{said}; {mapping.header[further[0]]} may be the group"
    return f'{said}; if one of them names a group, write shape = "pairs" and "group" for it'


def _of_other_names(mapping: SheetMapping, columns: Sequence[Look]) -> str:
    """Columns that are called names beside the one that is taken for the organisation."""
    if not has_no_groups(mapping):
        return ""
    others = [
        look.name
        for look, role in zip(columns, mapping.roles, strict=True)
        if role.endswith(ATTRIBUTE) and _is_called_name(look)
    ]
    if len(others) < _FEWEST:
        return ""
    named = " and ".join(others[:_MOST_NAMED])
    return (
        f'{named} hold names too; if they name organisations, write such as "member as buyer" for '
        'them, and "group" for what they have in common'
    )


def _is_called_name(look: Look) -> bool:
    words = plain(look.name).split()
    if len(words) < 2 or words[-1] not in ("name", "names"):
        return False
    said = " ".join(words[:-1])
    known = meaning(said)[1] or names_people(said) or _OF_PEOPLE & {*words}
    return not known and bool(look.texts) and look.numbers < 0.5 and look.distinct > 1


def _of_numbers(mapping: SheetMapping) -> str:
    """A matrix of numbers whose columns may as well say how large an organisation is."""
    groups = mapping.columns("group column")
    if mapping.shape is not Shape.MATRIX or mapping.cells != "weights":
        return ""
    if not groups or all(is_group(mapping.header[at]) for at in groups):
        return ""
    named = " and ".join(mapping.header[at] for at in groups[:_MOST_NAMED])
    return (
        f"{named} hold numbers and are taken for groups; if they say something of the "
        'organisations, write "member attribute" for them'
    )


def _of_pairs_and_years(mapping: SheetMapping, columns: Sequence[Look]) -> str:
    """Pairs that stand in several rows, with columns of codes that may say what both are in."""
    first, second = mapping.column("a"), mapping.column("b")
    if mapping.shape is not Shape.TIES or first is None or second is None:
        return ""
    pairs = [*zip(columns[first].texts, columns[second].texts, strict=False)]
    codes = [
        look.name
        for look, role in zip(columns, mapping.roles, strict=True)
        if role.endswith(ATTRIBUTE) and "0" in look.texts and {*look.texts} <= _CODES
    ]
    if len({*pairs}) * 2 > len(pairs) or len(codes) < _MOST_NAMED:
        return ""
    named = " and ".join(codes[:_MOST_NAMED])
    return (
        f"two names stand together in several rows, where {named} hold codes; if a code says that "
        "both are in a group, give a table of who is in which group, and if it says that they are "
        "tied, leave out the rows of which it says no"
    )
