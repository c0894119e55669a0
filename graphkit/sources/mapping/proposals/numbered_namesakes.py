"""Take the numbers of rows for ids where two organisations have one name.

    Index, Name, City, Founded
    671, Fabric, Warsaw, 1990
    912, Fabric, Madrid, 1999

By their names alone the two would silently become one. That a column numbers the rows is not
enough, since an organisation in two groups stands in two rows: what the rows say of it has to
differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graphkit.model import SCHEMES
from graphkit.sources.header_words import meaning, plain
from graphkit.sources.mapping.cells.differing_values import NUMBERING, without_row_numbers
from graphkit.sources.mapping.form.doubt import Change, Doubt
from graphkit.sources.mapping.form.lenient import is_blank
from graphkit.sources.mapping.form.sheet_mapping import (
    ATTRIBUTE,
    SKIP,
    Shape,
    SheetMapping,
    names_as_role,
)
from graphkit.sources.raw import Row

_LOOKED_AT = 100_000
_FEWEST_ROWS = 3
_AGAIN = 0.1
"""The share of rows that may repeat a name where names are nearly unique, beside the first two."""
_SHAPES = (Shape.PAIRS, Shape.ORGANISATIONS, Shape.MATRIX)
_NUMBERS = NUMBERING | {"index", "idx", "id", "number", "nummer", "numero", "key", "uid"}
_PLACES = {*"country,country code,region,city,latitude,longitude,coordinates".split(",")}
_SAID = {"website", "founded", "dissolved", "kind", "sector"}
_APART = "are taken for different organisations"
"""What guesses say where the other answer is that they are one."""


@dataclass(frozen=True, slots=True)
class Namesakes:
    """Rows of one name that a column numbers.

    name: the first of the names. column: what numbers the rows. numbers: those of the first name.
    differing: the columns in which its rows differ. certain: whether they differ so much that they
    are different organisations.
    """

    name: str
    column: int
    numbers: tuple[str, ...]
    differing: tuple[int, ...]
    certain: bool


def with_ids_of_namesakes(
    mapping: SheetMapping, body: Sequence[Row]
) -> tuple[SheetMapping, Namesakes | None]:
    """The mapping with the numbers of rows as ids, where rows of one name are of several.

    Parameters
    ----------
    mapping : SheetMapping
        A proposal.
    body : sequence of (int, sequence of str)
        The rows.

    Returns
    -------
    SheetMapping, Namesakes or None
        The proposal, and the rows; None where names tell all apart that the rows do.
    """
    member = mapping.column("member")
    if mapping.shape not in _SHAPES or member is None or len(mapping.columns("member")) > 1:
        return mapping, None
    if mapping.header[member] in mapping.split or any(map(names_as_role, mapping.roles)):
        return mapping, None
    if {f"member {scheme}" for scheme in SCHEMES} & {*mapping.roles}:
        return mapping, None
    if "member id" in without_row_numbers(mapping, body).roles:
        return mapping, None  # it holds more than numbers of rows
    rows = [cells for _, cells in body[:_LOOKED_AT]]
    repeated = _repeated(rows, member)
    for at in _numbering(mapping, rows, member) if repeated else ():
        found = _of(mapping, repeated, at)
        if found is not None:
            roles = [*mapping.roles]
            roles[at] = "member id"
            return replace(mapping, roles=tuple(roles)), found
    return mapping, None


def kept_as_ids(mapping: SheetMapping, found: Namesakes | None) -> SheetMapping:
    """The mapping in which the column that numbers namesakes holds ids, whatever else it may be."""
    if found is None:
        return mapping
    roles = [*mapping.roles]
    roles[found.column] = "member id"
    return replace(mapping, roles=tuple(roles))


def doubt_of_namesakes(mapping: SheetMapping, found: Namesakes | None) -> tuple[list[Doubt], str]:
    """What is in doubt of rows of one name: a doubt, or why nothing is loaded before a look.

    Parameters
    ----------
    mapping : SheetMapping
        The proposal.
    found : Namesakes or None
        The rows.

    Returns
    -------
    list of Doubt, str
        The doubt where they are certain to be of several, and else the reason.
    """
    if found is None:
        return [], ""
    name = mapping.header[found.column]
    differing = [mapping.header[at] for at in found.differing]
    said = (
        f"{name}: {' and '.join(found.numbers[:2])} have the same name, {found.name!r}, and differ "
        f"in {' and '.join(differing[:3])}, so that they {_APART}; if such rows are of one, write "
        f'"{SKIP}" for {name}'
    )
    if not found.certain:
        return [], said
    return [Doubt(said, (_as_one(name),))], ""


def offers_of_namesakes(mapping: SheetMapping, guess: str) -> list[Change]:
    """The other answer where rows of one name may be of several organisations."""
    at = mapping.column("member id")
    return [_as_one(mapping.header[at])] if at is not None and _APART in guess else []


def _as_one(name: str) -> Change:
    return Change.to("rows of one name are of one organisation", {name: SKIP})


def _repeated(rows: Sequence[Sequence[str]], member: int) -> dict[str, list[Sequence[str]]]:
    """The rows of each name that stands in several; none where names stand again and again."""
    first: dict[str, Sequence[str]] = {}
    found: dict[str, list[Sequence[str]]] = {}
    again = total = 0
    for cells in rows:
        if member >= len(cells) or is_blank(cells[member]):
            continue
        total += 1
        name = cells[member].strip()
        if name in first:
            again += 1
            found.setdefault(name, [first[name]]).append(cells)
        else:
            first[name] = cells
    few = total >= _FEWEST_ROWS and again <= max(_AGAIN * total, 2) and 2 * again < total
    return found if few else {}


def _numbering(mapping: SheetMapping, rows: Sequence[Sequence[str]], member: int) -> Iterator[int]:
    """The columns that number all rows, unless another holds ids of the organisations."""
    ids = mapping.column("member id")
    for at, (name, role) in enumerate(zip(mapping.header, mapping.roles, strict=True)):
        if ids not in (None, at) or not (role in (SKIP, "member id") or role.endswith(ATTRIBUTE)):
            continue
        subject, what = meaning(name)
        called = plain(name) in _NUMBERS or (what == "id" and subject in ("", "member"))
        if not called:
            continue
        numbered = [row[at].strip() if at < len(row) else "" for row in rows
                    if member < len(row) and row[member].strip()]  # fmt: skip
        if all(numbered) and len({*numbered}) == len(numbered):
            yield at


def _of(
    mapping: SheetMapping, repeated: dict[str, list[Sequence[str]]], at: int
) -> Namesakes | None:
    grouped = "group" in mapping.roles or "group id" in mapping.roles
    facets = _facets(mapping, grouped=grouped)
    differing = {
        name: {
            column: facet
            for column, facet in facets.items()
            if column != at and _all_differ(held, column)
        }
        for name, held in repeated.items()
    }
    told = {name: columns for name, columns in differing.items() if {*columns.values()} - {""}}
    certain = [name for name, columns in told.items() if len({*columns.values()}) > 1]
    # Of a list of members some may be stated twice; in groups, a row is one of their members.
    if not told or (len(told) < len(repeated) if grouped else 2 * len(told) < len(repeated)):
        return None
    if grouped and len(certain) < len(told):
        return None  # offices of one organisation may take part in different groups
    first = next(iter(certain or told))
    numbers = tuple(row[at].strip() for row in repeated[first])
    return Namesakes(first, at, numbers, (*told[first],), len(certain) == len(told))


def _facets(mapping: SheetMapping, *, grouped: bool) -> dict[int, str]:
    """The columns that say something of the organisation, each with what that is about.

    Further columns are about something, "", that does not tell organisations apart for itself. In a
    table of groups they may speak of the membership.
    """
    found: dict[int, str] = {}
    for at, role in enumerate(mapping.roles):
        what = role.removeprefix("member ")
        if what != role and what in _PLACES:
            found[at] = "place"
        elif what != role and what in _SAID:
            found[at] = what
        elif role.endswith(ATTRIBUTE) and not grouped:
            found[at] = ""
    return found


def _all_differ(rows: Sequence[Sequence[str]], at: int) -> bool:
    said = [row[at].strip().casefold() if at < len(row) else "" for row in rows]
    return not any(map(is_blank, said)) and len({*said}) == len(said)
