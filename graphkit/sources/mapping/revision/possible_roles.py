"""What a column may hold, the likeliest first, each role in plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from graphkit.sources.countries import country_of
from graphkit.sources.header_words import meaning
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.kind_words import kind_of, sector_of
from graphkit.sources.mapping.cells.known_names import is_city
from graphkit.sources.mapping.cells.worded_columns import is_worded
from graphkit.sources.mapping.form.sheet_mapping import (
    AS_ROLE,
    ATTRIBUTE,
    FURTHER_GROUP,
    SKIP,
    SUBJECTS,
    Shape,
    SheetMapping,
    is_role,
    roles_of,
)
from graphkit.sources.role_words import ROLE_WORDS

MOST = 9
_SHARE = 0.5
_MARKS = 0.9
_MOST_KNOWN = 0.9
_PLACES = ("country", "country code")
_LISTED = ("member aliases", "group aliases", "member id", "group id")
"""What one organisation may have several of, or what tells several apart."""
_IN_GROUPS = {
    "membership": ("the group that it is a member of", "membership", "group"),
    "declaration": ("the agreement that it signed", "signature", "agreement"),
    "collaboration": ("the project or event that it takes part in", "participation", "project"),
}
_OF_FACT = {
    "role": "its role in the {group}",
    "start": "since when",
    "end": "until when",
    "ended early": "yes where it left before the end",
    "observed": "when it was seen to be so",
    "weight": "how strong the tie is, as a number",
    "kind": "the kind of tie",
    "contribution": "the money for it",
    "currency": "the currency of the money",
    "status": "stated, inferred, disputed or proposed",
    "note": "a note",
    ATTRIBUTE: "something else about the {fact}",
    SKIP: "nothing: the column is left out",
    "group column": "a {group}; the cells say which organisations are in it",
    "member column": "an organisation; the cells say what it is tied to or in",
    FURTHER_GROUP: "groups that the organisation is in too",
    "about": "the organisation that the answers are about",
}
_OF_ENTITY = {
    "id": "the id of the {}",
    "kind": "the kind of {}",
    "sector": "the sector of the {}",
    "aliases": "another or short name of the {}",
    "founded": "when the {} was founded",
    "dissolved": "when the {} was dissolved",
    "start": "when the {} began",
    "end": "when the {} ended",
    "observed": "when the {} was seen to exist",
    "part of": "what the {} is a part of",
    "country code": "the code of the country of the {}",
    ATTRIBUTE: "something else about the {}",
    "mode": "whether the {} is an organisation or a group",
}


def in_words(role: str, mapping: SheetMapping) -> str:
    """A role in plain words, for a sheet with this mapping.

    >>> mapping = SheetMapping("f.csv", None, Shape.PAIRS, ("A",), ("member",))
    >>> in_words("member founded", mapping), in_words("group", mapping)
    ('when the organisation was founded', 'the group that it is a member of')
    """
    belongs, fact, group = _IN_GROUPS[mapping.layer]
    fact = "tie" if mapping.shape in (Shape.TIES, Shape.SQUARE) else fact
    named = {"member": "organisation", "group": group, "a": "first one", "b": "second one"}
    if role in ("a", "b"):
        return "the first of two that are tied" if role == "a" else "the second of two"
    if role == "member":
        return "the name of the organisation"
    if role == "group":
        return f"the name of the {group}" if mapping.shape is Shape.GROUPS else belongs
    if role.startswith(AS_ROLE):
        return f"an organisation that is {role.removeprefix(AS_ROLE)} of the {group}"
    subject, _, what = role.partition(" ")
    if subject in named and what and role not in _OF_FACT:
        return _OF_ENTITY.get(what, f"the {what} of the {{}}").format(named[subject])
    return _OF_FACT.get(role, role).format(group=group, fact=fact)


def possible_roles(mapping: SheetMapping, columns: Sequence[Look], at: int, now: str) -> list[str]:
    """What a column may hold instead of what is proposed, the likeliest first.

    Parameters
    ----------
    mapping : SheetMapping
        The mapping of its sheet.
    columns : sequence of Look
        The columns.
    at : int
        The place of the column.
    now : str
        What is proposed; it is left out.

    Returns
    -------
    list of str
        Nine roles at most; one that would lose texts, such as a country of each organisation where
        the rows of one differ or name no country, comes after those that keep all. Of a plain list,
        that of a group is among them: with it the sheet becomes one of members of groups.
        `roles_of` lists all that the shape has.
    """
    shape = Shape.PAIRS if mapping.shape is Shape.SKIP else mapping.shape
    one = shape is Shape.PAIRS and bool(mapping.group)  # of which no column says more
    found = dict.fromkeys(
        role
        for role in _likely(mapping, columns[at])
        if _can_be(role, shape) and not (one and role.startswith("group "))
    )
    subjects = [subject for subject in SUBJECTS[shape] if not (one and subject == "group")]
    further = [*(f"{subject} {ATTRIBUTE}" for subject in subjects), ATTRIBUTE]
    losing = {role for role in found if loses(role, mapping, columns, at)}
    further.sort(key=lambda role: loses(role, mapping, columns, at))  # last what loses some
    rest = [role for role in further if is_role(role, shape) and role != now]
    left = [SKIP] if now != SKIP else []
    first = [role for role in found if role != now and role not in (*rest, *left)]
    kept = [role for role in first if role not in losing][: MOST - len(rest) - len(left)]
    room = MOST - len(kept) - len(rest) - len(left)
    called = meaning(columns[at].name)[1].replace("_", " ")
    if any(role.partition(" ")[2] == called for role in losing):  # its name misleads
        kept, rest = rest, kept
    return [*kept, *rest, *[role for role in first if role in losing][:room], *left]


def loses(role: str, mapping: SheetMapping, columns: Sequence[Look], at: int) -> bool:
    """Whether a role keeps only some texts of a column, as it holds one of each organisation."""
    subject, _, what = role.partition(" ")
    look, key = columns[at], mapping.column(subject)
    if what in _PLACES and _share(look, country_of) < _MOST_KNOWN:
        return True
    if subject not in ("member", "group") or not what or role in _LISTED or key in (None, at):
        return False
    pairs = zip(columns[key or 0].cells, look.cells, strict=True)
    said = {(name, text) for name, text in pairs if name and text}
    return len(said) > len({name for name, _ in said})


def _can_be(role: str, shape: Shape) -> bool:
    turned = role in ("group", "group column") and shape in (Shape.ORGANISATIONS, Shape.PAIRS)
    return turned or is_role(role, shape)


def _likely(mapping: SheetMapping, look: Look) -> Iterator[str]:
    """The roles that a column may have by its name and its cells, the likeliest first."""
    named = {"a": "a", "b": "b"} if mapping.shape is Shape.TIES else {}
    subjects = (*named, "member", "group")
    what = meaning(look.name)[1].replace("_", " ")
    if look.dates > _SHARE:
        yield from ("start", "member founded", "observed", "end", "group start", "group end")
        yield from ("member dissolved", "a founded", "b founded")
    for subject in subjects if what not in ("", "name") else ():
        yield what
        yield f"{subject} {what}"
    if look.texts and look.marks > _MARKS:
        yield "group column"
        yield "member column"
    if look.numbers > _SHARE:
        yield from ("weight", "member id", "group id", "a id", "b id", "contribution")
        return
    for known, word in _KNOWN:
        if _share(look, known) > _SHARE:
            yield from (word, *(f"{subject} {word}" for subject in subjects))
    if is_worded(look):
        yield from ("member", FURTHER_GROUP, "group", "a", "b", "role")
        yield from ("kind",) if named else ()
        yield from ("member aliases", "group aliases", "member part of", "note")


def _share(look: Look, known: Callable[[str], object]) -> float:
    texts = {*look.texts[:200]}
    return sum(bool(known(text)) for text in texts) / len(texts) if texts else 0.0


_KNOWN: Sequence[tuple[Callable[[str], object], str]] = (
    (lambda text: len(text) == 2 and country_of(text), "country code"),
    (lambda text: len(text) > 2 and country_of(text), "country"),
    (lambda text: text.casefold() in ROLE_WORDS, "role"),
    (kind_of, "kind"),
    (sector_of, "sector"),
    (is_city, "city"),
    (lambda text: "." in text and " " not in text, "website"),
)


def role_meant(text: str, mapping: SheetMapping) -> str:
    """The role that a person has typed, which may be one of another shape; nothing for no role.

    >>> mapping = SheetMapping("f.csv", None, Shape.ORGANISATIONS, ("A",), ("member",))
    >>> role_meant(" Member  Founded ", mapping), role_meant("group", mapping)
    ('member founded', 'group')
    """
    role = " ".join(text.split()).casefold()
    if role.startswith(AS_ROLE):
        return role
    shapes = (mapping.shape, *(each for each in Shape if each is not Shape.SKIP))
    known = any(role in roles_of(shape) or is_role(role, shape) for shape in shapes)
    return role if role and known else ""
