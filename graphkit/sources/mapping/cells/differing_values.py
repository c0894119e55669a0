"""What the rows show of columns that their names do not: whose values, and which are row numbers.

A column `Grant` beside `Project` may state the whole grant in all rows of the project, or in each
row what one partner gets. Kept once for the project, all but one of the latter would be lost. A
column `No.` may hold ids, or count the rows: as ids, row numbers would make one organisation many.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from graphkit.sources.header_words import meaning, plain
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.listed_names import names_in
from graphkit.sources.mapping.form.lenient import is_blank
from graphkit.sources.mapping.form.sheet_mapping import (
    ATTRIBUTE,
    SKIP,
    Shape,
    SheetMapping,
    is_role,
)
from graphkit.sources.raw import Row

_LOOKED_AT = 3000
_POINTS = ("latitude", "longitude", "coordinates", "description")
_OF_PLACES = ("country", "country code", "region", "city", "website")
NUMBERING = {
    "#", "n", "no", "nr", "lp", "l p", "num", "numer", "poz", "item no", "s no", "sno", "sr no",
    "sl no", "serial no", "row", "row no", "row number", "lfd nr", "liczba porzadkowa", "ordinal",
}  # fmt: skip
"""What columns are called that number the rows; a few rows may be missing from such a column."""
_AGAIN = 0.25
"""The share of rows that name somebody again from which the ids are those of rows."""
_MOST_MISSING = 2
_FEWEST_SHARED = 2
_LISTING = (";", "|", ",")
_SLIPS = 0.1
"""The share of differing cells up to which a column still describes the organisation or group."""


def given_to_facts(mapping: SheetMapping, body: Sequence[Row]) -> SheetMapping:
    """The mapping, with further columns given to the fact where those of one name differ, and to
    the member where they are the same in all of its rows and not in those of a group.

    Parameters
    ----------
    mapping : SheetMapping
        A proposal.
    body : sequence of (int, sequence of str)
        The rows of the sheet.

    Returns
    -------
    SheetMapping
        The proposal, with other roles for such columns.
    """
    if mapping.shape not in (Shape.PAIRS, Shape.TIES):
        return mapping
    rows = body[:_LOOKED_AT]
    roles = list(mapping.roles)
    for subject in ("member", "group"):
        key = mapping.column(f"{subject} id")
        key = mapping.column(subject) if key is None else key
        for at in mapping.columns(f"{subject} {ATTRIBUTE}") if key is not None else ():
            if differs(rows, key or 0, at) or _tells_apart(rows, mapping, at):
                roles[at] = ATTRIBUTE
    for end in ("a", "b"):
        for at in mapping.columns(f"{end} website"):  # or where each tie is stated
            if differs(rows, mapping.columns(end)[0], at):
                roles[at] = ATTRIBUTE
    member, group = mapping.column("member"), mapping.column("group")
    if member is not None and group is not None:
        for at in mapping.columns(ATTRIBUTE):
            if _is_said_of(rows, member, at) and not _is_said_of(rows, group, at):
                roles[at] = f"member {ATTRIBUTE}"
        for at, role in enumerate(roles):
            if role == f"member {ATTRIBUTE}" and _stands_alone(rows, mapping, at):
                roles[at] = ATTRIBUTE if differs(rows, group, at) else f"group {ATTRIBUTE}"
    return replace(mapping, roles=tuple(roles))


def _stands_alone(rows: Sequence[Row], mapping: SheetMapping, at: int) -> bool:
    """Whether a column whose name says nothing of members is filled in rows that name a group and
    no member, so that it does not describe these.
    """
    if meaning(mapping.header[at])[0] == "member":
        return False
    group = mapping.column("group")
    members = [*mapping.columns("member"), *mapping.columns("member id")]

    def filled(row: Sequence[str], place: int | None) -> bool:
        return place is not None and place < len(row) and not is_blank(row[place])

    return any(
        filled(row, at) and filled(row, group) and not any(filled(row, each) for each in members)
        for _, row in rows
    )


def given_to_groups(
    mapping: SheetMapping, body: Sequence[Row], others: Collection[str]
) -> tuple[SheetMapping, list[str]]:
    """The mapping, with places and web addresses given to the group where rows show that.

    A column `Country` whose values differ among the rows of one organisation, and are the same in
    all rows of one group, is where the group is. A web address that several members of one group
    share is that of the group.

    Parameters
    ----------
    mapping : SheetMapping
        A proposal.
    body : sequence of (int, sequence of str)
        The rows of the sheet.
    others : collection of str
        Columns that may name groups too: what is the same in all rows of one of these is kept as a
        column of the fact.

    Returns
    -------
    SheetMapping, list of str
        The proposal, and what is in doubt.
    """
    member, group = mapping.column("member"), mapping.column("group")
    if mapping.shape is not Shape.PAIRS or member is None or group is None:
        return mapping, []
    rows = body[:_LOOKED_AT]
    roles, doubts = list(mapping.roles), []
    keys = [group, *(at for at, name in enumerate(mapping.header) if name in others)]
    for at, (name, role) in enumerate(zip(mapping.header, mapping.roles, strict=True)):
        what = role.removeprefix("member ")
        if what == "aliases" and role != what and _is_shared_in(rows, group, at, member):
            roles[at] = "group aliases" if "group aliases" not in roles else f"group {ATTRIBUTE}"
            continue
        mark = mapping.split.get(mapping.header[member], "")
        of_each = f"member {role.removeprefix('group ')}"
        if role.removeprefix("group ") in _OF_PLACES and role not in _OF_PLACES and mark:
            free = of_each not in roles and not meaning(name)[0]
            if free and _lists_as_many(rows, member, at, mark):
                roles[at] = of_each  # one for each member, in their order
                continue
        if what not in (*_OF_PLACES, *_POINTS) or meaning(name)[0]:
            continue
        if what == "website" and role != what and _is_shared_in(rows, group, at, member):
            taken = "group website" in roles
            roles[at] = f"group {ATTRIBUTE}" if taken else "group website"
            doubts.append(
                f"{name}: the same beside all of one {mapping.header[group]}, so it is taken for "
                "the website of that"
            )
            continue
        if not differs(_one_by_one(rows, member, at, mark) if mark else rows, member, at):
            continue
        key = next((key for key in keys if _is_said_of(rows, key, at)), None)
        key = group if key is None and not _repeats(rows, group) else key
        if key is None:
            roles[at] = ATTRIBUTE if mark else role  # where they do something together
            continue
        taken = f"group {what}" in roles
        roles[at] = f"group {what}" if key == group and not taken else ATTRIBUTE
        doubts.append(
            f"{name}: the same in all rows of one {mapping.header[key]} and not in those of one "
            f"{mapping.header[member]}, so it is not taken for the {what} of the latter"
        )
    return replace(mapping, roles=tuple(roles)), doubts


def _lists_as_many(rows: Sequence[Row], member: int, at: int, mark: str) -> bool:
    """Whether a column lists as many texts as there are members in every row, and says the same of
    one member in all of its rows.
    """
    counts = [
        (len(names_in(row[member].strip(), mark)), len(names_in(row[at].strip(), mark)))
        for _, row in rows
        if max(member, at) < len(row) and row[at].strip()
    ]
    several = sum(one > 1 for one, _ in counts)
    if several < _FEWEST_SHARED or any(one != other for one, other in counts):
        return False
    return not differs(_one_by_one(rows, member, at, mark), member, at)


def _one_by_one(rows: Sequence[Row], member: int, at: int, mark: str) -> list[Row]:
    """The rows with a list of names in a column, as a row for each name; where another column lists
    as many texts, each has its own.
    """
    found: list[Row] = []
    for number, row in rows:
        if max(member, at) >= len(row):
            continue
        names = names_in(row[member].strip(), mark)
        lists = (names_in(row[at].strip(), each) for each in dict.fromkeys((mark, *_LISTING)))
        own = next((each for each in lists if len(each) == len(names)), [row[at]] * len(names))
        for name, text in zip(names, own, strict=True):
            cells = [*row]
            cells[member], cells[at] = name, text
            found.append((number, cells))
    return found


def _tells_apart(rows: Sequence[Row], mapping: SheetMapping, at: int) -> bool:
    """Whether a column differs where rows name the same member and group: it says of each row what
    the next of them does not.
    """
    ends = [mapping.column(word) for word in ("member", "group")]
    keys = [key for key in ends if key is not None]
    if len(keys) < len(ends):
        return False
    widest = max(*keys, at)
    seen: dict[tuple[str, ...], str] = {}
    differing = 0
    for _, row in rows:
        if widest < len(row) and not is_blank(row[at]):
            both = tuple(row[key].strip() for key in keys)
            differing += seen.setdefault(both, row[at].strip()) != row[at].strip()
    return differing >= _FEWEST_SHARED


def _is_shared_in(rows: Sequence[Row], group: int, at: int, member: int) -> bool:
    """Whether a column is the same in all rows of a group, which several members share."""
    if not _is_said_of(rows, group, at):
        return False
    return differs(rows, at, member)


def _is_said_of(rows: Sequence[Row], key: int, at: int) -> bool:
    """Whether names of a column stand in several rows, and another column is the same in these."""
    return _repeats(rows, key) and not differs(rows, key, at)


def _repeats(rows: Sequence[Row], key: int) -> bool:
    names = [row[key].strip() for _, row in rows if key < len(row) and row[key].strip()]
    return len({*names}) < len(names)


def without_shared_ids(
    mapping: SheetMapping, body: Sequence[Row], subject: str = "member"
) -> SheetMapping:
    """The mapping without ids under which other names stand again and again.

    They number what a row comes from, such as a declaration that names several companies, or hold
    within a part only, as numbers of treaties do within their chapters.
    """
    key, name = mapping.column(f"{subject} id"), mapping.column(subject)
    if key is None or name is None or meaning(mapping.header[key])[0] == "member":
        return mapping
    names: dict[str, set[str]] = {}
    for _, row in body[:_LOOKED_AT]:
        if max(key, name) < len(row) and row[key].strip() and row[name].strip():
            names.setdefault(row[key].strip(), set()).add(row[name].strip().casefold())
    shared = sum(len(each) > 1 for each in names.values())
    of_all = len(names) == 1 and len(next(iter(names.values()))) > _FEWEST_SHARED
    if not of_all and (shared < _FEWEST_SHARED or shared * 4 < len(names)):
        return mapping
    roles = [*mapping.roles]
    roles[key] = ATTRIBUTE if is_role(ATTRIBUTE, mapping.shape) else f"{subject} {ATTRIBUTE}"
    return replace(mapping, roles=tuple(roles))


def without_row_numbers(mapping: SheetMapping, body: Sequence[Row]) -> SheetMapping:
    """The mapping, with columns left out that do no more than count the rows.

    Parameters
    ----------
    mapping : SheetMapping
        A proposal.
    body : sequence of (int, sequence of str)
        The rows of the sheet.

    Returns
    -------
    SheetMapping
        The proposal. Columns that are not called numbers stay where no name stands twice, because
        other sheets may refer to such ids.
    """
    rows = [row for _, row in body[:_LOOKED_AT]]
    roles = list(mapping.roles)
    for at, (name, role) in enumerate(zip(mapping.header, roles, strict=True)):
        subject = role.removesuffix(" id")
        is_id = role != subject
        key = mapping.column(subject) if is_id else None
        names = [row[key].strip() for row in rows if key < len(row)] if key is not None else []
        unnamed = at == 0 and name == "column 1" and role.endswith(ATTRIBUTE)
        if (unnamed or len({*names}) < len(names)) and _counts(rows, at):
            roles[at] = SKIP
        elif meaning(name) == ("", "id") and _number_rows(rows, at, names):
            # Of the rows of a database, of which several name one organisation.
            of_fact = is_role(ATTRIBUTE, mapping.shape)
            roles[at] = ATTRIBUTE if of_fact else f"{subject} {ATTRIBUTE}"
        elif plain(name) in NUMBERING and (names if is_id else role.endswith(ATTRIBUTE)):
            roles[at] = SKIP if _counts_up(rows, at) else role
    return replace(mapping, roles=tuple(roles))


def referred_to(numbers: Look, others: Iterable[Look]) -> bool:
    """Whether a column of another sheet refers to the rows that a column numbers."""
    held = {text.rstrip(".") for text in numbers.texts}
    return any(
        look.texts and plain(look.name) not in NUMBERING and held.issuperset(look.texts)
        for look in others
    )


def _counts_up(rows: Sequence[Sequence[str]], at: int) -> bool:
    """Whether a column holds whole numbers that grow by little more than 1 from row to row."""
    texts = [row[at].strip().rstrip(".") for row in rows if at < len(row) and row[at].strip()]
    if not texts or not all(text.isdecimal() and len(text) < 8 for text in texts):
        return False
    numbers = [int(text) for text in texts]
    grows = all(before < after for before, after in pairwise(numbers))
    return grows and numbers[-1] <= _MOST_MISSING * len(rows) + 1


def _number_rows(rows: Sequence[Sequence[str]], at: int, names: Sequence[str]) -> bool:
    """Whether numbers grow by little more than 1 from row to row, and names stand again and again
    beside others of them.
    """
    if len(names) - len({*names}) < max(_FEWEST_SHARED, _AGAIN * len(names)):
        return False
    texts = [row[at].strip() if at < len(row) else "" for row in rows]
    if not all(text.isdecimal() and len(text) < 10 for text in texts):
        return False
    numbers = [int(text) for text in texts]
    grows = all(before < after for before, after in pairwise(numbers))
    return grows and numbers[-1] - numbers[0] <= _MOST_MISSING * len(rows)


def _counts(rows: Sequence[Sequence[str]], at: int) -> bool:
    """Whether a column holds 1, 2, 3 … or 0, 1, 2 …"""
    texts = [row[at].strip().rstrip(".") if at < len(row) else "" for row in rows]
    return any(texts == [str(first + n) for n in range(len(texts))] for first in (0, 1))


def differs(body: Sequence[Row], key: int, at: int) -> bool:
    """Whether a column differs among rows that have the same text in another, beyond slips."""
    first: dict[str, str] = {}
    again = differing = 0
    for _, row in body:
        if max(key, at) >= len(row) or is_blank(row[key]) or is_blank(row[at]):
            continue
        name, value = row[key].strip(), row[at].strip()
        if name in first:
            again += 1
            differing += first[name] != value
        else:
            first[name] = value
    return differing > _SLIPS * again
