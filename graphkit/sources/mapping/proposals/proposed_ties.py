"""Propose ties for a table in which each row names two organisations."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from graphkit.sources.header_words import ends as ends_in
from graphkit.sources.header_words import meaning, plain
from graphkit.sources.mapping.cells.columns import Look, is_signed, says_undirected
from graphkit.sources.mapping.cells.fitting_cells import fits
from graphkit.sources.mapping.cells.worded_columns import FIRMS, holds_roles, is_worded
from graphkit.sources.mapping.form.lenient import identifier
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, Shape, SheetMapping, roles_of
from graphkit.sources.mapping.proposals.kinds_of_ties import may_be_kinds
from graphkit.sources.mapping.proposals.said_of_ends import with_what_is_said_of_ends

_RELATIONS = ("relationship", "relation", "relationship type", "relation type")
_OWNERS = {*"shareholder owner investor stockholder akcjonariusz udzialowiec".split()} | {
    *"aktionar gesellschafter actionnaire accionista azionista acionista".split()
}
_OWNED = {*"symbol ticker issuer stock company emitent spolka emittent emetteur emisor".split()}
_REPEATED = 0.9
_PLAIN_ENDS = {("source", "target"), ("from", "to"), ("ego", "alter"), ("sender", "receiver")}
_ENDING = re.compile(r" (?:name|id|uid|uuid|entity|node)$")
_PARTS = {*"sub under unter onder pod sous sotto".split()}
"""What stands before the name of something for a part of it."""
_SIDES = (("1", "2"), ("first", "second"), ("a", "b"))
"""How two ends of a row are told apart where each has a name and a country."""
_COUNTING = {*"shared joint common number count counts times liczba wspolne".split()}


def ties(bare: SheetMapping, columns: Sequence[Look]) -> SheetMapping | None:
    """The mapping of a table with a tie of two organisations in each row, or None."""
    names = [look.name for look in columns]
    if nested := _nested(names):
        return replace(bare, shape=Shape.TIES, roles=tuple(_roles_of_nested(names, *nested)))
    if owned := _owned(columns):
        first, second, kind = owned
        roles = roles_of_ties(columns, first, second)
        return replace(bare, shape=Shape.TIES, roles=tuple(roles), tie_kind=kind, directed=True)
    found = ends_with_countries(names) or ends_in(names)
    if found is None:
        found = _paired(columns) or _alike(columns)
    if found is None:
        return None
    first, second = found
    if any(map(_names_nobody, (columns[first], columns[second]))):
        return None
    if any(columns[at].dates > 0.8 and columns[at].numbers < 0.5 for at in found):
        return None  # from and to are dates
    if not _are_ends(columns[first], columns[second]) and any(
        meaning(look.name)[0] not in ("", "member")
        and meaning(look.name)[1] == "name"
        and look.marks < 0.9
        for look in columns
    ):
        return None  # a group is named: these are two of its members
    if any(re.fullmatch(r"\d{4}", text) for at in found for text in columns[at].texts[:1]) and (
        columns[first].dates > 0.9 and columns[second].dates > 0.9
    ):
        return None
    roles = roles_of_ties(columns, first, second)
    made = replace(bare, shape=Shape.TIES, roles=tuple(roles))
    return with_what_is_said_of_ends(made, columns)


def ends_with_countries(names: Sequence[str]) -> tuple[int, int] | None:
    """The two columns of names that each have a column of countries: `city1`, `country1`, `city2`
    and `country2`, or `first_name`, `first_country`, `second_name` and `second_country`.

    >>> ends_with_countries(["city1", "country1", "city2", "country2"])
    (0, 2)
    >>> ends_with_countries(["name1", "country1", "city1", "name2", "country2", "city2"])
    (0, 3)
    """
    held: dict[tuple[str, str], list[int]] = {}
    for at, name in enumerate(names):
        side, what = _side_and_what(name)
        if side:
            held.setdefault((side, what), []).append(at)
        elif meaning(name)[1] == "name" and "name" in plain(name).split():
            return None  # the row names something else, of which these are places
    for one, other in _SIDES:
        if all(len(held.get((side, "country"), ())) == 1 for side in (one, other)):
            for what in ("name", "city"):
                first, second = held.get((one, what), ()), held.get((other, what), ())
                if len(first) == len(second) == 1:
                    return first[0], second[0]
            return None
    return None


def _side_and_what(name: str) -> tuple[str, str]:
    """Which end a column is of, and whether it holds the `name`, `city` or `country` of it; that
    is `member` for a column that names an organisation otherwise.
    """
    words = re.sub(r"(?<=[^\W\d])(?=[12]$)", " ", plain(name)).split()
    sides = {side for pair in _SIDES for side in pair}
    side = next((word for word in (*words[:1], *words[-1:]) if word in sides), "")
    words = [word for word in words if word != side]
    if not side or len(words) != 1:
        return "", ""
    subject, what = meaning(words[0])
    if subject == "" and what in ("name", "city", "country"):
        return side, what
    return side, "name" if subject == "member" else words[0]


def _names_nobody(look: Look) -> bool:
    """Whether a column that is called an end of ties holds roles, or web addresses: `member` beside
    who is in what, and the `source` of a row.
    """
    links = sum(text.startswith(("http://", "https://", "www.")) for text in look.texts)
    return holds_roles(look) or links * 2 > len(look.texts)


def _are_ends(first: Look, second: Look) -> bool:
    """Whether columns are called source and target, and hold the same names: a group beside them
    then says in which group two are tied.
    """
    called = (plain(first.name), plain(second.name)) in _PLAIN_ENDS
    mine, theirs = ({text.casefold() for text in look.texts} for look in (first, second))
    return called and bool(mine & theirs)


def _nested(names: Sequence[str]) -> tuple[str, str] | None:
    """The list of related organisations in records of organisations, and what says how."""
    parts = {name.rpartition(".")[0] for name in names} - {""}
    for part in sorted(parts):
        inside = {plain(name.removeprefix(f"{part}.")): name for name in names
                  if name.startswith(f"{part}.")}  # fmt: skip
        *_, last = plain(part).split() or [""]
        says = next((inside[word] for word in _RELATIONS if word in inside), "")
        named = any(meaning(word) == ("", "name") for word in inside)
        own = any(meaning(name) == ("", "name") for name in names if "." not in name)
        if says and named and own and meaning(last) == ("member", "name"):
            return part, says
    return None


def _roles_of_nested(names: Sequence[str], part: str, says: str) -> list[str]:
    known = {*roles_of(Shape.TIES)}
    roles: list[str] = []
    for name in names:
        inner = name.startswith(f"{part}.")
        end = "b" if inner else "a"
        what = meaning(name.removeprefix(f"{part}.") if inner else name)[1].replace("_", " ")
        role = end if what == "name" else f"{end} {what}"
        role = "kind" if name == says else role
        roles.append(role if role in known and role not in roles else f"{end} {ATTRIBUTE}")
    return roles


def _owned(columns: Sequence[Look]) -> tuple[int, int, str] | None:
    """An owner and what it owns in each row, of which one is called so and both stand in several
    rows: the places of both, and the word for the owner.
    """
    words = [plain(look.name).removesuffix(" name") for look in columns]
    owner = next((at for at, word in enumerate(words) if word in _OWNERS), None)
    if owner is None or not is_worded(columns[owner]):
        return None
    said = [meaning(look.name) == ("member", "name") for look in columns]
    owned = [
        at
        for at, word in enumerate(words)
        if at != owner and (said[at] or word in _OWNED) and is_worded(columns[at])
    ]
    if not owned or columns[owned[0]].unlike > _REPEATED:
        return None
    return owner, owned[0], words[owner]


def _paired(columns: Sequence[Look]) -> tuple[int, int] | None:
    """Two columns that name the same things: two companies, or `subject_name` and `related_name`,
    each with a column of ids.
    """
    words = [plain(look.name) for look in columns]
    firms = [at for at, word in enumerate(words) if {*word.split()[1:]} & FIRMS]
    if len(firms) == 2 and all(is_worded(columns[at]) for at in firms):
        one, other = ({text.casefold() for text in columns[at].texts} for at in firms)
        return (firms[0], firms[1]) if one & other else None
    places = [
        (at, words.index(f"{word.removesuffix(' name')} id"))
        for at, word in enumerate(words)
        if word.endswith(" name") and f"{word.removesuffix(' name')} id" in words
    ]
    if len(places) != 2:
        return None
    one, other = ({*columns[key].texts} for _, key in places)
    return (places[0][0], places[1][0]) if one & other else None


def _alike(columns: Sequence[Look]) -> tuple[int, int] | None:
    """Two columns of a narrow table that name the same things."""
    if len(columns) > 4:
        return None
    worded = [at for at, look in enumerate(columns) if look.texts and look.dates < 0.5]
    worded = [at for at in worded if columns[at].numbers < 0.5 or len(columns) <= 3]
    if len(worded) < 2:
        return None
    first, second = worded[:2]
    names = [meaning(columns[at].name) for at in (first, second)]
    if any(what for _, what in names) or _are_levels(columns[first].name, columns[second].name):
        return None
    left, right = ({text.casefold() for text in columns[at].texts} for at in (first, second))
    return (first, second) if left & right and not _are_one(columns, first, second) else None


def _are_levels(first: str, second: str) -> bool:
    """Whether the second column names parts of what the first does: `Topic` and `Subtopic`."""
    whole, part = plain(first).replace(" ", ""), plain(second).replace(" ", "")
    return part.endswith(whole) and part.removesuffix(whole) in _PARTS


def _are_one(columns: Sequence[Look], first: int, second: int) -> bool:
    """Whether two columns call one thing by two names, as `city-of-york` and `City of York` do."""
    pairs = [*zip(columns[first].texts, columns[second].texts, strict=False)]
    same = sum(_letters(one) == _letters(other) for one, other in pairs)
    return same * 5 >= len(pairs)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def roles_of_ties(columns: Sequence[Look], first: int, second: int) -> list[str]:
    """What the columns of a table hold of which two name the ends of a tie."""
    roles = []
    stems = [_ENDING.sub("", plain(columns[at].name)) for at in (first, second)]
    both = zip(columns[first].cells, columns[second].cells, strict=True)
    ends = [{text.casefold() for text in pair if text} for pair in both]
    countries = _countries_of([look.name for look in columns], first, second)
    for at, look in enumerate(columns):
        subject, what = meaning(look.name)
        words = plain(look.name)
        if at in (first, second):
            role = "a" if at == first else "b"
            if look.texts and all(identifier("lei", text) for text in look.texts):
                role = f"{role} lei"
        elif at in countries:
            role = countries[at]
        elif (side := _side(words, stems)) and (end := _end_property(words, stems[side - 1])):
            role = f"{'ab'[side - 1]} {end}"
        elif subject == "member":
            role = "attribute"
        elif says_undirected(look):
            role = "skip"
        elif what in ("start", "end", "observed"):
            role = what if fits(look, what) else "attribute"
        elif at == 0 and look.unlike == 1 and re.fullmatch(r"column \d+", look.name):
            role = "attribute"  # programs name the rows there
        elif look.numbers == 1.0 and (
            re.fullmatch(r"column \d+", look.name) or _COUNTING & {*words.split()}
        ):
            role = "weight"
        elif what == "weight" and is_signed(look):
            role = "attribute"
        elif what == "weight":
            role = "weight" if look.numbers > 0.8 else _kind(look)
        elif what in ("kind", "role") or words in (
            "relation",
            "relationship",
            "tie",
            "relacja",
        ):
            role = _kind(look, ends) if "kind" not in roles else "attribute"
        elif what == "note":
            role = "note"
        else:
            role = "attribute"
        roles.append(role if role in ("attribute", "skip") or role not in roles else "attribute")
    return roles


def _countries_of(names: Sequence[str], first: int, second: int) -> dict[int, str]:
    """The roles of the columns of countries that are of the two ends."""
    if ends_with_countries(names) != (first, second):
        return {}
    ends = {_side_and_what(names[at])[0]: end for at, end in ((first, "a"), (second, "b"))}
    said = [_side_and_what(name) for name in names]
    return {
        at: f"{ends[side]} country"
        for at, (side, what) in enumerate(said)
        if side in ends and what == "country"
    }


def _kind(look: Look, ends: Sequence[Collection[str]] = ()) -> str:
    return "kind" if may_be_kinds(look, ends) else "attribute"


def _side(words: str, stems: Sequence[str]) -> int:
    return next((at for at, stem in enumerate(stems, 1) if words.startswith(f"{stem} ")), 0)


def _end_property(words: str, stem: str) -> str:
    what = meaning(words.removeprefix(stem).strip())[1]
    known = ("id", "kind", "country", "country_code", "city", "website", "aliases", "sector")
    return what.replace("_", " ") if what in known else ""


def are_twins(mapping: SheetMapping) -> bool:
    """Whether a table ties cities to others by what its columns are called: `City`, `Twin city`."""
    both = [mapping.header[at] for at in (*mapping.columns("a"), *mapping.columns("b"))]
    return len(both) > 1 and meaning(both[0])[1] == "city" and ends_in(both) is not None
