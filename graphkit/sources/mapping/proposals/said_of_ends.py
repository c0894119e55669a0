"""Columns of a table of ties that say something of one end, as the total of a party beside each of
its ties does, and columns in which the two rows of a tie differ.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.form.doubt import Change, Doubt
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, Shape, SheetMapping

_ENDS = ("a", "b")
_FEWEST = 2
"""So many ends must be in several rows, where not every tie is stated twice."""


def with_what_is_said_of_ends(mapping: SheetMapping, columns: Sequence[Look]) -> SheetMapping:
    """The mapping, with columns that say the same in all rows of one end as attributes of that end.

    Parameters
    ----------
    mapping : SheetMapping
        A mapping of ties.
    columns : sequence of Look
        The columns.

    Returns
    -------
    SheetMapping
        The same where no column does so, or none differs between the two rows of a tie.
    """
    ends = _ends(mapping, columns)
    if ends is None:
        return mapping
    roles = tuple(
        f"{of[0]} {ATTRIBUTE}" if role == ATTRIBUTE and (of := _said_of(look, ends)) else role
        for look, role in zip(columns, mapping.roles, strict=True)
    )
    return replace(mapping, roles=roles)


def doubts_of_ends(mapping: SheetMapping, columns: Sequence[Look]) -> list[Doubt]:
    """The doubts on what is said of an end, and on what the two rows of a tie differ in.

    Parameters
    ----------
    mapping : SheetMapping
        The proposal.
    columns : sequence of Look
        The columns.

    Returns
    -------
    list of Doubt
        One for each column, with what to write instead.
    """
    ends = _ends(mapping, columns)
    if ends is None:
        return []
    doubts = []
    places = {end: mapping.columns(end) or mapping.columns(f"{end} id") for end in _ENDS}
    called = {end: mapping.header[at[0]] for end, at in places.items()}
    once = not mapping.directed and _all_twice(ends)
    for look, role in zip(columns, mapping.roles, strict=True):
        end, _, what = role.partition(" ")
        if what == ATTRIBUTE and end in _ENDS and (of := _said_of(look, ends)):
            doubts.append(_of_end(look.name, end, called, of))
        elif role == ATTRIBUTE and once and (number := _differing(look, ends)):
            ties = "1 tie differs" if number == 1 else f"{number:,} ties differ"
            its = "its" if number == 1 else "their"
            said = (
                f"{ties} in {look.name} between {its} two rows, and the first row counts; "
                "if both are to be kept, write directed = true"
            )
            doubts.append(Doubt(said, (Change.to("both rows are kept", directed="yes"),)))
    return doubts


def _of_end(name: str, end: str, called: Mapping[str, str], of: Sequence[str]) -> Doubt:
    said = f"{name} says the same in all rows of one {called[end]} and is taken for something of it"
    changes = [
        Change.to(f"it is said of {called[other]}", {name: f"{other} {ATTRIBUTE}"})
        for other in of
        if other != end
    ]
    changes.append(
        Change.to("it is said of each tie, and both rows are kept", {name: ATTRIBUTE},
                  directed="yes")
    )  # fmt: skip
    return Doubt(f'{said}; if it is said of the tie, write "{ATTRIBUTE}"', tuple(changes))


_Ends = Sequence[tuple[str, str]]


def _ends(mapping: SheetMapping, columns: Sequence[Look]) -> _Ends | None:
    """The two ends in each row, by their names or else their ids."""
    if mapping.shape is not Shape.TIES:
        return None
    found = []
    for end in _ENDS:
        places = mapping.columns(end) or mapping.columns(f"{end} id")
        if not places or mapping.split.get(mapping.header[places[0]]):
            return None
        found.append([cell.casefold() for cell in columns[places[0]].cells])
    return [*zip(*found, strict=True)]


def _said_of(look: Look, ends: _Ends) -> list[str]:
    """The ends of which a column says the same in all rows, likeliest first; none where it says the
    same in all rows of a tie.
    """
    if not _differing(look, ends):
        return []
    fewest = 1 if _all_twice(ends) else _FEWEST
    found = []
    for side, end in enumerate(_ENDS):
        said: dict[str, list[str]] = {}
        for pair, cell in zip(ends, look.cells, strict=True):
            if cell and all(pair):
                said.setdefault(pair[side], []).append(cell)
        several = sum(len(cells) > 1 for cells in said.values())
        if several >= fewest and all(len({*cells}) == 1 for cells in said.values()):
            found.append(end)
    return found


def _differing(look: Look, ends: _Ends) -> int:
    """How many ties that two rows state in both directions differ in this column."""
    said = {pair: cell for pair, cell in zip(ends, look.cells, strict=True) if cell}
    return sum(
        one < other and (other, one) in said and said[other, one] != cell
        for (one, other), cell in said.items()
    )


def _all_twice(ends: _Ends) -> bool:
    """Whether every tie is stated in both directions."""
    there = {*ends}
    return all((other, one) in there for one, other in there)
