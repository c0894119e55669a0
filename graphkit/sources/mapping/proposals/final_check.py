"""The last look at a proposal before it is accepted: does what would load look like what it is said
to be?

Whatever found the columns, members should look like organisations, and groups should have several
members. What is suspicious stops a load until a person has looked; doubts stop none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from graphkit.sources.countries import country_of
from graphkit.sources.header_words import meaning, plain
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.forms_of_address import seem_people
from graphkit.sources.mapping.cells.header_nouns import names_people
from graphkit.sources.mapping.cells.kind_words import kind_of, sector_of
from graphkit.sources.mapping.cells.known_names import is_city, share_of_people
from graphkit.sources.mapping.cells.list_words import says_list
from graphkit.sources.mapping.cells.listed_names import names_in
from graphkit.sources.mapping.cells.worded_columns import FIRMS, is_worded
from graphkit.sources.mapping.form.sheet_mapping import (
    ATTRIBUTE,
    Shape,
    SheetMapping,
    names_as_role,
)
from graphkit.sources.mapping.proposals.proposed_ties import are_twins
from graphkit.sources.problem_texts import bare

_MOST_NAMED = 3
_SHORT = 2
"""So many words of a title at most say what the rows are."""
_FEWEST = 3
_CODE = re.compile(r"[A-Z0-9]{1,8}(?:[-_/.][A-Z0-9]{1,8}){1,4}")
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_MOST = 0.6
"""The share of names from which a column is one of cities, countries or sectors."""
_PEOPLE_ANNOUNCED = 0.1
"""The same for people in a column of contacts or the like."""
_GIVEN = {"given name", "first name", "firstname", "forename", "vorname", "imie", "prenom"}
_TOPICS = {
    *"energy health healthcare transport transportation agriculture education environment".split(),
    *"finance tourism ict telecommunications construction manufacturing mining retail".split(),
    *"biotechnology chemicals automotive aerospace defence logistics food forestry".split(),
    *"fisheries housing insurance banking media culture security technology".split(),
    *"energia energetyka zdrowie edukacja rolnictwo srodowisko finanse turystyka przemysl".split(),
    *"energie gesundheit verkehr landwirtschaft bildung umwelt finanzen".split(),
}  # fmt: skip
"""What sectors and topics are called."""
_NO_ORGANISATIONS = {
    *"capital capitals city cities town towns river rivers lake lakes mountain mountains".split(),
    *"book books film films movie movies song songs album albums game games recipe recipes".split(),
    *"product products item items species animal animals plant plants car cars colors".split(),
    *"language languages currency currencies skill skills tag tags keyword keywords".split(),
    *"airport airports station stations street streets word words question questions".split(),
    *"miasta miasto stolice ksiazki filmy produkty stadte hauptstadte villes capitales".split(),
    *"employees staff students authors players people persons users speakers".split(),
}  # fmt: skip
"""What lists are called whose rows are not organisations."""
_ACTORS = {"actors", "actor", "akteure", "acteurs", "aktorzy"}
"""What lists of organisations are called, and lists of people in films."""


def suspicion(
    mapping: SheetMapping, columns: Sequence[Look], *, alone: bool
) -> tuple[str, SheetMapping]:
    """What looks wrong in all that would load, and the mapping to look over.

    Parameters
    ----------
    mapping : SheetMapping
        The proposal.
    columns : sequence of Look
        The columns.
    alone : bool
        Whether there is no other sheet, of which a number may be an id.

    Returns
    -------
    str, SheetMapping
        What looks wrong, and which line of the mapping to change; nothing where all looks right.
    """
    if mapping.shape in (Shape.SKIP, Shape.SURVEY):
        return "", mapping
    if said := _of_sectors_in_rows(mapping, columns):
        return said, _turned(mapping)
    if said := _of_unnamed_countries(mapping, columns):
        return said, _located(mapping)
    checks: tuple[Callable[[SheetMapping, Sequence[Look]], str], ...] = (
        of_people, _of_cities, _of_codes_of_countries, _of_places_as_groups,
        _of_lists_of_other_things, _of_own_groups,
    )  # fmt: skip
    said = next(filter(None, (check(mapping, columns) for check in checks)), "")
    if not said and alone:
        checks = (_of_numbers, _of_numbered_groups, _of_codes)
        said = next(filter(None, (check(mapping, columns) for check in checks)), "")
    return said, mapping


def named(mapping: SheetMapping, columns: Sequence[Look]) -> list[tuple[str, str, list[str]]]:
    """Each place that names organisations: what it is called, its role, and the names."""
    found = []
    for look, role in zip(columns, mapping.roles, strict=True):
        if role in ("member", "a", "b") or names_as_role(role):
            mark = mapping.split.get(look.name, "")
            names = [name for text in look.texts for name in names_in(text, mark)]
            found.append((look.name, role, names))
    if headed := [mapping.header[at] for at in mapping.columns("member column")]:
        found.append(("columns", "member column", headed))
    return found


def of_people(mapping: SheetMapping, columns: Sequence[Look]) -> str:
    """Names of people where organisations should be."""
    for name, role, names in named(mapping, columns):
        headed = mapping.shape is Shape.MATRIX and names_people(name)
        headed = headed or (role == "member" and _beside_given(name, columns))
        headed = headed or (role == "member" and _have_mail(name, columns))
        if headed or seem_people(name, names):
            where = "the names of columns seem" if role == "member column" else f"{name} seems"
            return (
                f"{where} to hold people ({shown(names)}), who are not organisations; if another "
                'column names these, write "member" for that one; if people stand for them here, '
                "leave the mapping as it is"
            )
    return ""


def _have_mail(name: str, columns: Sequence[Look]) -> bool:
    """Whether the addresses of e-mail in another column begin with the first words of the names."""
    called = next(look for look in columns if look.name == name)
    for look in columns:
        pairs = [
            (plain(text).split()[:1], mail.lstrip("<").casefold())
            for text, mail in zip(called.cells, look.cells, strict=True)
            if text and "@" in mail
        ]
        own = sum(bool(first) and mail.startswith(first[0]) for first, mail in pairs)
        if own > 1 and 2 * own > len(called.texts):
            at = sum(first[0] in mail.partition("@")[2] for first, mail in pairs if first)
            return 2 * at < own  # acme@acme.org is that of a firm
    return False


def _beside_given(name: str, columns: Sequence[Look]) -> bool:
    """Whether a column called `name` or the like stands beside one of first names."""
    of_firm = {*plain(name).split()} & (FIRMS | {"member", "partner", "affiliation"})
    return not of_firm and any(plain(look.name) in _GIVEN for look in columns)


def _of_cities(mapping: SheetMapping, columns: Sequence[Look]) -> str:
    """Names of cities where organisations should be."""
    for name, role, names in () if are_twins(mapping) else named(mapping, columns):
        if meaning(name)[0] == "member" or says_list(f"{name} {mapping.group}"):
            continue  # cities sign charters and are members of networks
        known = _share(names, is_city)
        if len({*names}) > 1 and (known >= _MOST or meaning(name)[1] == "city"):
            where = "the columns are called after" if role == "member column" else f"{name} holds"
            return (
                f"{where} cities ({shown(names)}), which are taken for organisations; if "
                f"another column names these, write {role!r} for that one"
            )
    return ""


def _of_unnamed_countries(mapping: SheetMapping, columns: Sequence[Look]) -> str:
    """Countries as groups in a table without column names, where they say who is where."""
    group = mapping.column("group")
    if mapping.shape is not Shape.PAIRS or group is None or mapping.header_row:
        return ""
    if "member" not in mapping.roles or _share(columns[group].texts, _is_country) < _MOST:
        return ""
    return (
        f"{columns[group].name} holds countries ({shown(columns[group].texts)}), which are taken "
        'for where somebody is; if they are groups, write shape = "pairs" and "group" for it'
    )


def _located(mapping: SheetMapping) -> SheetMapping:
    """The list of organisations with their countries, in place of groups that are countries."""
    turned = {"member": "member", "group": "member country"}
    roles = tuple(turned.get(role, f"member {ATTRIBUTE}") for role in mapping.roles)
    return replace(
        mapping, shape=Shape.ORGANISATIONS, roles=roles, layer="membership", group_kind=""
    )


def _of_codes_of_countries(mapping: SheetMapping, columns: Sequence[Look]) -> str:
    """Codes of countries where organisations should be, in a column without a name."""
    for name, role, names in named(mapping, columns):
        coded = [text for text in names if len(text) == 2 and text.isupper() and country_of(text)]
        unnamed = re.fullmatch(r"column \d+", name) is not None
        if unnamed and len({*coded}) >= _FEWEST and len(coded) > 0.9 * len(names):
            return (
                f"{name} holds codes of countries ({shown(names)}), which are taken for "
                'organisations; if they say where something is, write shape = "organisations" and '
                f'"member" for the other column; if states are meant, leave {role!r} as it is'
            )
    return ""


def _of_places_as_groups(mapping: SheetMapping, columns: Sequence[Look]) -> str:
    """A matrix with a column for each country or city, which may say where organisations are."""
    names = [mapping.header[at] for at in mapping.columns("group column")]
    for word, known in (("countries", _is_country), ("cities", is_city)):
        if len(names) > 1 and _share(names, known) >= _MOST:
            return (
                f"the columns are called after {word} ({shown(names)}), which are taken for "
                'groups; if the cells say where somebody works, write "member attribute" for them'
            )
    return ""


def _of_sectors_in_rows(mapping: SheetMapping, columns: Sequence[Look]) -> str:
    """A matrix of which the rows are sectors or topics, so that the columns hold organisations."""
    at = mapping.column("member")
    if mapping.shape is not Shape.MATRIX or at is None or not columns[at].texts:
        return ""
    if meaning(columns[at].name)[0] == "member" or _share(columns[at].texts, _is_sector) < _MOST:
        return ""
    return (
        f"the rows are called after sectors or topics ({shown(columns[at].texts)}), so the "
        'columns are taken for organisations; if the rows are organisations, write "member" for '
        f'{columns[at].name}, and "group column" for the others'
    )


def _turned(mapping: SheetMapping) -> SheetMapping:
    """The matrix with groups in its rows and organisations in its columns."""
    turned = {"member": "group", "group column": "member column"}
    roles = [
        turned.get(role, f"group {ATTRIBUTE}" if role.startswith("member ") else role)
        for role in mapping.roles
    ]
    return replace(mapping, roles=tuple(roles))


def _of_lists_of_other_things(mapping: SheetMapping, columns: Sequence[Look]) -> str:
    """A list that is called after something else than organisations, such as capitals."""
    at = mapping.column("member")
    if at is None or {*plain(columns[at].name).split()} & (FIRMS | {"member", "members"}):
        return ""
    if mapping.shape not in (Shape.ORGANISATIONS, Shape.PAIRS) or (
        mapping.shape is Shape.PAIRS and not mapping.group
    ):
        return ""
    title = plain(mapping.sheet or mapping.file.rpartition("/")[2].partition(".")[0])
    words = title.split()
    acting = words[-1:] and words[-1] in _ACTORS
    if acting and share_of_people(columns[at].texts) < _PEOPLE_ANNOUNCED:
        return ""  # political or institutional ones
    if len(words) > _SHORT or not ({*words[-1:], title} & _NO_ORGANISATIONS or acting):
        return ""
    return (
        f"the list is called {title!r}, and {columns[at].name} is taken for the names of "
        "organisations; if it names something else, give a file that names organisations"
    )


def _of_own_groups(mapping: SheetMapping, columns: Sequence[Look]) -> str:
    """A group for each row while members stand again and again: roles that may be swapped."""
    member, group = mapping.column("member"), mapping.column("group")
    if mapping.shape is not Shape.PAIRS or member is None or group is None:
        return ""
    if mapping.layer != "membership" or {*mapping.split} & {columns[member].name}:
        return ""
    one, other = columns[member], columns[group]
    if other.unlike < 1 or one.distinct * 2 > other.distinct or other.distinct <= _FEWEST:
        return ""
    if mapping.split.get(other.name) or "group id" in mapping.roles:
        return ""
    return (
        f"each {other.name} has one member only, while {one.name} repeats its names; if "
        f'{one.name} names the groups, write "group" for it and "member" for {other.name}'
    )


def _of_numbers(mapping: SheetMapping, columns: Sequence[Look]) -> str:
    """Numbers or dates for names of organisations, in a table that has members of groups."""
    if mapping.shape not in (Shape.PAIRS, Shape.MATRIX):
        return ""
    for look, role in zip(columns, mapping.roles, strict=True):
        if role != "member" or len(look.texts) < 2 or not mapping.header_row:
            continue
        if look.numbers > 0.9 or (look.dates > 0.9 and not is_worded(look)):
            what = "numbers" if look.numbers > 0.9 else "dates"
            return (
                f"{look.name} holds {what} ({shown(look.texts)}), which are taken for the names "
                "of organisations; if it numbers them, give also the table that says what of"
            )
    return ""


def _of_numbered_groups(mapping: SheetMapping, columns: Sequence[Look]) -> str:
    """Lists of numbers for the names of groups, which another table must name."""
    at = mapping.column("group")
    mark = "" if at is None else mapping.split.get(columns[at].name, "")
    if mapping.shape is not Shape.PAIRS or at is None or not mark or not columns[at].texts:
        return ""
    if mapping.ids_of_rows == columns[at].name:
        return ""
    if not all(name.isdecimal() for text in columns[at].texts for name in names_in(text, mark)):
        return ""
    return (
        f"{columns[at].name} lists numbers ({shown(columns[at].texts)}), which are taken for the "
        'names of groups; give also the table that says what they number, or write "member '
        f'{ATTRIBUTE}" for it'
    )


def _of_codes(mapping: SheetMapping, columns: Sequence[Look]) -> str:
    """Long codes where names of organisations should be, such as the numbers of decisions."""
    found = [(name, names, is_code) for name, _, names in named(mapping, columns)]
    at = mapping.column("member id") if mapping.column("member") is None else None
    if at is not None:
        found.append((columns[at].name, [*columns[at].texts], _is_uuid))
    for name, names, is_one in found:
        if len({*names}) >= _FEWEST and _share(names, is_one) > _MOST and mapping.header_row:
            return (
                f"{name} holds codes ({shown(names)}), which are taken for the names of "
                "organisations; if they number decisions or the like, another column names who "
                "takes part; else give also the table that names them, or leave the mapping alone"
            )
    return ""


def unrelated(made: Sequence[tuple[SheetMapping, Sequence[Look]]]) -> list[str]:
    """What to say of sheets that hold names which nothing ties, beside others that tie theirs.

    Parameters
    ----------
    made : sequence of (SheetMapping, sequence of Look)
        The proposal for each sheet, and its columns.

    Returns
    -------
    list of str
        For each sheet, why it may hold no organisations, or nothing.
    """
    tying = [each for each in made if each[0].shape in (Shape.PAIRS, Shape.TIES, Shape.MATRIX)]
    used = {
        text.casefold()
        for mapping, columns in tying
        for look, role in zip(columns, mapping.roles, strict=True)
        if not role.endswith(ATTRIBUTE)
        for text in names_in(look.name, "") + [
            part for cell in look.texts for part in names_in(cell, mapping.split.get(look.name, ""))
        ]
    }  # fmt: skip
    found = []
    for mapping, columns in made:
        at, key = mapping.column("member"), mapping.column("member id")
        alone = mapping.shape is Shape.ORGANISATIONS and tying and at is not None
        if not alone or at is None or meaning(columns[at].name)[0] == "member":
            found.append("")
            continue
        names = [*columns[at].texts, *(columns[key].texts if key is not None else ())]
        title = mapping.sheet or mapping.file
        tied = not used.isdisjoint(text.casefold() for text in names)
        told = meaning(title)[0] == "member" or says_list(title) or "member kind" in mapping.roles
        found.append(
            ""
            if tied or told
            else f"{columns[at].name} is taken for the names of organisations, and no other table "
            'names any of them; if they are something else, write shape = "skip" for this table'
        )
    return found


def _share(names: Sequence[str], known: Callable[[str], bool]) -> float:
    different = {*names}
    return sum(map(known, different)) / len(different) if different else 0.0


def _is_country(text: str) -> bool:
    return len(text) > 3 and country_of(text) is not None


def _is_sector(text: str) -> bool:
    words = {*plain(text).split()}
    return bool(words & _TOPICS) or kind_of(text) is not None or sector_of(text) is not None


def _is_uuid(text: str) -> bool:
    """Whether a text identifies something everywhere, and names nothing."""
    return _UUID.fullmatch(text) is not None


def is_code(text: str) -> bool:
    """Whether a text is a long code with figures, such as 23-DCC-240."""
    return _CODE.fullmatch(text) is not None and sum(map(str.isdigit, text)) > 1


def shown(names: Sequence[str]) -> str:
    """The first few of some names."""
    return ", ".join(bare(name) for name in [*dict.fromkeys(names)][:_MOST_NAMED])
