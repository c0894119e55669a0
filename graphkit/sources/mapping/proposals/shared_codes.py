"""Read a column of codes as what another table calls by name: the symbols of companies, or the
abbreviations of coalitions.

    companies: symbol, company_name    shareholders: symbol, shareholder
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from graphkit.model.graph_columns import JOINED
from graphkit.sources.header_lexicon import years
from graphkit.sources.header_words import meaning, plain, stem_of
from graphkit.sources.mapping.cells.hyphened_lists import HYPHEN, joined_names
from graphkit.sources.mapping.cells.listed_names import doubt_of, names_in, separator_of
from graphkit.sources.mapping.form.doubt import Change, Doubt
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, SKIP, Shape, roles_of
from graphkit.sources.mapping.proposals.likelier_groups import MEMBERSHIPS
from graphkit.sources.mapping.proposals.proposal import Made, Proposed

_FOUND = 0.9
"""The share of the codes of a column that must stand in the other table."""
_MANY = 10
"""So many codes at least must stand there where it is the share of cells that counts."""
_NAMING = ("a", "b", "member", "group")
_PROVIDING = {*"provider publisher owner maintainer operator author vendor supplier".split()}
_CODES = {*"symbol ticker code abbreviation abbrev abbr acronym short slug key id".split()}


def by_codes(made: Sequence[Made]) -> list[Made]:
    """The proposals for sheets, in which a column of names that are codes refers to their table.

    Parameters
    ----------
    made : sequence of (Sheet, Proposed)
        The sheets, each with what is proposed for it.

    Returns
    -------
    list of (Sheet, Proposed)
        The proposals: the column holds ids then, and the other table has them beside its names.
    """
    found = [*made]
    for number, (_, proposed) in enumerate(made):
        mapping = proposed.mapping
        if mapping.shape not in (Shape.PAIRS, Shape.TIES):
            continue
        for at, role in enumerate(mapping.roles):
            if role not in _NAMING or f"{role} id" in mapping.roles:
                continue
            for other, (_, table) in enumerate(made):
                key = None if other == number else _key(found[number], at, made[other])
                if key is not None and table.mapping.shape is not Shape.SKIP:
                    _refer(found, (number, at), (other, key))
                    break
    return found


def by_listed_codes(made: Sequence[Made]) -> list[Made]:
    """The proposals for sheets, in which hyphens separate members that another table lists by these
    short names, with a doubt stated.

    Parameters
    ----------
    made : sequence of (Sheet, Proposed)
        The sheets, each with what is proposed for it.

    Returns
    -------
    list of (Sheet, Proposed)
        The proposals.
    """
    found = []
    for number, (sheet, proposed) in enumerate(made):
        mapping, doubts = proposed.mapping, [*proposed.doubts]
        for look, role in zip(proposed.looks, mapping.roles, strict=True):
            joined = [text for text in look.texts if HYPHEN in text]
            if role != "member" or mapping.shape is not Shape.PAIRS or not joined:
                continue
            others = (held for at, (_, held) in enumerate(made) if at != number)
            known = {text for held in others for text in _short_names(held)}
            if look.name in mapping.split or len(joined_names(look.texts, known)) < len({*joined}):
                continue
            unsplit = doubt_of(look, "")
            doubts = [each for each in doubts if each != unsplit]
            mapping = replace(mapping, split={**mapping.split, look.name: HYPHEN})
            if (doubt := doubt_of(look, HYPHEN)) is not None:
                doubts.append(doubt)
        found.append((sheet, replace(proposed, mapping=mapping, doubts=tuple(doubts))))
    return found


def _short_names(held: Proposed) -> Iterator[str]:
    """The short names and the ids that a table gives to organisations, in capitals."""
    for look, role in zip(held.looks, held.mapping.roles, strict=True):
        if role in ("member", "member aliases", "member id"):
            yield from (text for text in look.texts if text == text.upper())


def without_ties_of_groups(made: Sequence[Made]) -> list[Made]:
    """The proposals, without ties of which both ends are projects or agreements of another table.

    graphkit ties organisations: decisions that refer to each other would become such.

    Parameters
    ----------
    made : sequence of (Sheet, Proposed)
        The sheets, each with what is proposed for it.

    Returns
    -------
    list of (Sheet, Proposed)
        The proposals; a table of such ties is left out, with a doubt stated.
    """
    found = [*made]
    for number, (sheet, proposed) in enumerate(made):
        ends = [proposed.mapping.column(end) for end in ("a", "b")]
        if proposed.mapping.shape is not Shape.TIES or None in ends:
            continue
        named = Counter(text for at in ends if at is not None for text in _parts(proposed, at))
        for other, held in made:
            key = held.mapping.column("group")
            of_groups = held.mapping.layer != "membership" and key is not None and not any(
                word in held.mapping.roles for word in ("a", "b")
            )  # fmt: skip
            if key is None or not of_groups or not _most_of(named, {*_parts(held, key)}):
                continue
            said = (
                f"{sheet.place} ties what {other.place} takes for projects or agreements, and only "
                "organisations are tied; it is left out"
            )
            skipped = replace(
                proposed.mapping, shape=Shape.SKIP, roles=(SKIP,) * len(proposed.mapping.roles)
            )
            found[number] = (
                sheet, replace(proposed, mapping=skipped, doubts=(Doubt(said),), untied=None)
            )  # fmt: skip
            break
    return found


def by_providers(made: Sequence[Made]) -> list[Made]:
    """The proposals, in which what organisations provide is not taken for one.

    Each row of a table says who provides, owns or maintains it, by the id of another table: it is
    then taken for something that these take part in, with a doubt stated.

    Parameters
    ----------
    made : sequence of (Sheet, Proposed)
        The sheets, each with what is proposed for it.

    Returns
    -------
    list of (Sheet, Proposed)
        The proposals.
    """
    found = [*made]
    for number, (sheet, proposed) in enumerate(made):
        mapping = proposed.mapping
        name = mapping.column("member")
        if mapping.shape is not Shape.ORGANISATIONS or name is None:
            continue
        for at, called in enumerate(proposed.head.names):
            if plain(called) not in _PROVIDING or not mapping.roles[at].endswith(ATTRIBUTE):
                continue
            codes = {*_parts(proposed, at)}
            tables = [
                other
                for other, (_, held) in enumerate(made)
                if other != number
                and (key := held.mapping.column("member id")) is not None
                and held.mapping.shape is Shape.ORGANISATIONS
                and codes
                and len(codes & {*_parts(held, key)}) >= _FOUND * len(codes)
            ]
            if not tables:
                continue
            known = roles_of(Shape.PAIRS)
            turned = [f"group {each.removeprefix('member ')}" for each in mapping.roles]
            roles = [each if each in known else f"group {ATTRIBUTE}" for each in turned]
            roles[name], roles[at] = "group", "member id"
            doubt = Doubt(
                f"{called} holds ids of {made[tables[0]][0].place}, so that the rows are taken for "
                "what these take part in; if they are organisations, write organisations and "
                "member",
                (Change.back_to("the rows are organisations", mapping),),
            )
            told = replace(
                mapping, shape=Shape.PAIRS, roles=tuple(roles), layer="collaboration",
                group_kind="project", kind="",
            )  # fmt: skip
            found[number] = (
                sheet,
                replace(proposed, mapping=told, doubts=(doubt,), untied=None, numbered=None),
            )  # fmt: skip
            break
    return found


def _key(referring: Made, at: int, table: Made) -> int | None:
    """The column of a table that holds the codes of another one's column, beside names."""
    proposed, held = referring[1], table[1]
    named = _name(held)
    codes = _parts(proposed, at)
    if named is None or not codes:
        return None
    words = plain(proposed.head.names[at])
    title = plain(table[0].title or Path(table[0].file).stem)
    about = {stem_of(word) for word in title.split()}
    for key, name in enumerate(held.head.names):
        texts = [row[key].strip() if key < len(row) else "" for _, row in held.head.body]
        if key == named or not all(texts) or len({*texts}) < len(texts):
            continue
        same = plain(name) == words
        coded = bool({*plain(name).split()} & _CODES) and bool(
            about & {stem_of(word) for word in words.split()}
        )
        if (same or coded) and _most_of(codes, {*texts}):
            return key
    return None


def _most_of(codes: Counter[str], known: set[str]) -> bool:
    """Whether most codes stand in the other table, or, among many, most cells hold such a code: a
    few misspelt ones do not count, however they differ.
    """
    found = [code for code in codes if code in known]
    if len(found) >= _FOUND * len(codes):
        return True
    return len(found) >= _MANY and sum(codes[code] for code in found) >= _FOUND * codes.total()


def _name(held: Proposed) -> int | None:
    """The column with the names of the rows of a table: that of members, or of groups."""
    mapping = held.mapping
    for word in ("member", "group"):
        at = mapping.column(word)
        if at is not None and held.looks[at].unlike > _FOUND and meaning(held.head.names[at])[1]:
            return at
    return None


def _parts(proposed: Proposed, at: int) -> Counter[str]:
    mark = proposed.mapping.split.get(proposed.head.names[at], JOINED)
    texts = (row[at] for _, row in proposed.head.body if at < len(row))
    return Counter(part for text in texts for part in names_in(text, mark))


def _in_each_other(held: Proposed, key: int) -> Proposed | None:
    """A table whose rows belong to other rows of it, by the same codes: coalitions that are in
    coalitions. They stay organisations then, to which those of the other table belong.
    """
    mapping = held.mapping
    codes = {*_parts(held, key)}
    for at, look in enumerate(held.looks):
        mark = mapping.split.get(look.name) or separator_of(look, several=True) or JOINED
        named = Counter(part for text in look.texts for part in names_in(text, mark))
        says = plain(look.name) in MEMBERSHIPS or meaning(look.name) == ("membership", "name")
        if at == key or not says or not named or not _most_of(named, codes):
            continue
        roles = [f"member {ATTRIBUTE}" if role == "member id" else role for role in mapping.roles]
        roles = [
            "member founded" if role == "start" and plain(name) in years() else role
            for role, name in zip(roles, mapping.header, strict=True)
        ]
        roles[key], roles[at] = "member id", "group id"
        turned = replace(
            mapping, shape=Shape.PAIRS, roles=tuple(roles), layer="membership", group="", kind="",
            split={**mapping.split, look.name: mark}, own_ids=True,
        )  # fmt: skip
        return replace(held, mapping=turned, doubts=(), untied=None, numbered=None, guess="")
    return None


def _refer(found: list[Made], referring: tuple[int, int], named: tuple[int, int]) -> None:
    """Take a column for ids, and the other table for that of what they name."""
    number, at = referring
    sheet, proposed = found[number]
    role = proposed.mapping.roles[at]
    roles = [f"{role} id" if n == at else each for n, each in enumerate(proposed.mapping.roles)]
    mapping = replace(proposed.mapping, roles=tuple(roles), own_ids=True)
    other, key = named
    if role == "group" and (linked := _in_each_other(found[other][1], key)) is not None:
        mapping = replace(mapping, layer="membership", group_kind=linked.mapping.group_kind)
        found[other] = (found[other][0], linked)
        found[number] = (sheet, replace(proposed, mapping=mapping, numbered=None))
        return
    found[number] = (sheet, replace(proposed, mapping=mapping, numbered=None))
    sheet, held = found[other]
    name = _name(held)
    word = "group" if role == "group" else "member"
    shape = Shape.GROUPS if role == "group" else Shape.ORGANISATIONS
    known = roles_of(shape)
    theirs = []
    for each in held.mapping.roles:
        what = each.removeprefix("member ").removeprefix("group ")
        said = f"{word} {what}"
        theirs.append(said if said in known and said not in theirs else f"{word} {ATTRIBUTE}")
    theirs[key] = f"{word} id"
    if name is not None:
        theirs[name] = word
    mapping = replace(
        held.mapping, shape=shape, roles=tuple(theirs), group="", split={}, own_ids=True, kind="",
        layer=proposed.mapping.layer if word == "group" else held.mapping.layer,
        group_kind=proposed.mapping.group_kind if word == "group" else "",
    )  # fmt: skip
    found[other] = (sheet, replace(held, mapping=mapping, doubts=(), untied=None, numbered=None))
