"""Tell organisations of one name apart by what they are part of.

    Name, Parent
    Finance Office, Dept A
    Finance Office, Dept B

A joint venture has two parents as well, so that a person has to look at it; unless the rows say the
same of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from graphkit.model import SCHEMES
from graphkit.model.graph_columns import JOINED
from graphkit.model.wording import counted
from graphkit.sources.known_organisations import comparable
from graphkit.sources.mapping.form.doubt import Change, Doubt
from graphkit.sources.mapping.form.lenient import is_blank
from graphkit.sources.mapping.form.sheet_mapping import SKIP, Shape, SheetMapping
from graphkit.sources.mapping.form.told_apart import as_told
from graphkit.sources.raw import Row

_LOOKED_AT = 100_000
_MOST_OFFERED = 2
_SELDOM = 5
"""One row of this many repeats a name at most where each row is an organisation of its own."""
_ROW_EACH = (Shape.ORGANISATIONS, Shape.MATRIX, Shape.PAIRS)
_UNDER = "is taken for several organisations"
"""What guesses say where the other answer is that a name is that of one."""


def with_names_told_apart(
    mapping: SheetMapping, body: Sequence[Row]
) -> tuple[SheetMapping, list[Doubt], str]:
    """The mapping in which one name below several others is that of several organisations.

    Parameters
    ----------
    mapping : SheetMapping
        A proposal.
    body : sequence of (int, sequence of str)
        The rows.

    Returns
    -------
    SheetMapping, list of Doubt, str
        The proposal, what is in doubt, and why nothing is loaded before a look.
    """
    if mapping.shape is Shape.TIES:
        return _with_ends_told_apart(mapping, body)
    member, whole = mapping.column("member"), mapping.column("member part of")
    ids = {"member id", *(f"member {scheme}" for scheme in SCHEMES)} & {*mapping.roles}
    if member is None or ids or mapping.header[member] in mapping.split:
        return mapping, [], ""
    if whole is None:
        return mapping, _of_countries(mapping, member, body), ""
    rows = [cells for _, cells in body[:_LOOKED_AT] if max(member, whole) < len(cells)]
    rows = [cells for cells in rows if not is_blank(cells[member]) and JOINED not in cells[whole]]
    shared = names_in_several([(cells[member], cells[whole]) for cells in rows])
    if not shared:
        return mapping, [], ""
    name, wholes = next(iter(shared.items()))
    under = f"{mapping.header[whole]}: {name!r} stands below {' and '.join(wholes[:2])}"
    apart = replace(mapping, told_apart_by=mapping.header[whole])
    if _say_the_same(mapping, rows, (member, whole), shared):
        said = f"{under}, and is taken for one organisation with several wholes"
        return mapping, [Doubt(said, (_told_apart_by(mapping.header[whole]),))], ""
    said = (
        f"{under}, and {_UNDER}, which told_apart_by says; if each name is that of one "
        "organisation, leave this setting out"
    )
    return apart, [], said


def _of_countries(mapping: SheetMapping, member: int, body: Sequence[Row]) -> list[Doubt]:
    """The doubt on a name that stands in several countries, in a table with a row for each name."""
    where = mapping.column("member country")
    where = mapping.column("member country code") if where is None else where
    grouped = "group" in mapping.roles or "group id" in mapping.roles
    if where is None or grouped or mapping.shape not in _ROW_EACH or mapping.told_apart_by:
        return []
    header = mapping.header[where]
    rows = [cells for _, cells in body[:_LOOKED_AT] if max(member, where) < len(cells)]
    pairs = [(cells[member], cells[where]) for cells in rows if not is_blank(cells[member])]
    again = len(pairs) - len({comparable(name) for name, _ in pairs})
    shared = names_in_several(pairs) if again * _SELDOM <= len(pairs) else {}
    if not shared or header in mapping.split:
        return []
    name, lands = next(iter(shared.items()))
    several = len(shared) > 1
    more = f" and {counted(len(shared) - 1, 'more name')} stand" if several else " stands"
    taken = "each is" if several else "is"
    said = (
        f"{name!r}{more} in rows of several countries ({' and '.join(lands[:2])}), and {taken} "
        "taken for one organisation; if it is the name of several, write "
        f'told_apart_by = "{header}"'
    )
    return [Doubt(said, (_told_apart_by(header),))]


def _with_ends_told_apart(
    mapping: SheetMapping, body: Sequence[Row]
) -> tuple[SheetMapping, list[Doubt], str]:
    """The same for ties whose two ends each have a country: Arona in Italy, Arona in Spain."""
    ends = [(mapping.column(end), mapping.column(f"{end} country")) for end in ("a", "b")]
    places = [(name, of) for name, of in ends if name is not None and of is not None]
    if len(places) < len(ends) or any(mapping.header[name] in mapping.split for name, _ in places):
        return mapping, [], ""
    if any(f"{end} {key}" in mapping.roles for end in ("a", "b") for key in ("id", *SCHEMES)):
        return mapping, [], ""
    rows = [cells for _, cells in body[:_LOOKED_AT]]
    pairs = [
        [(cells[name], as_told(mapping, of, cells[of])) for name, of in places]
        for cells in rows
        if max(map(max, places)) < len(cells)
    ]
    named = [end for pair in pairs for end in pair if not is_blank(end[0])]
    shared = names_in_several(named)
    if not shared:
        return mapping, [], ""
    name, countries = next(iter(shared.items()))
    by = [mapping.header[of] for _, of in places]
    others = f" (and {counted(len(shared) - 1, 'more name')} so)" if len(shared) > 1 else ""
    said = f"{by[0]}, {by[1]}: {name!r} stands with {' and '.join(countries[:2])}{others}"
    selves = [
        one
        for one, other in pairs
        if comparable(one[0]) == comparable(other[0]) and comparable(one[1]) != comparable(other[1])
        and not is_blank(one[1]) and not is_blank(other[1])
    ]  # fmt: skip
    if not selves:
        said = f"{said}, and is taken for one organisation"
        return mapping, [Doubt(said, (_told_apart_by(by[0]),))], ""
    said = (
        f"{said}, and {_UNDER}, which told_apart_by says: {selves[0][0]!r} is tied to its own name "
        "in another country; if each name is that of one organisation, leave this setting out"
    )
    return replace(mapping, told_apart_by=by[0]), [], said


def names_in_several(pairs: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    """The names that stand beside several texts, each with these; blanks do not count."""
    found: dict[str, dict[str, str]] = {}
    called: dict[str, str] = {}
    for name, text in pairs:
        if not is_blank(text):
            key = comparable(name)
            called.setdefault(key, " ".join(name.split()))
            found.setdefault(key, {}).setdefault(comparable(text), " ".join(text.split()))
    return {called[key]: [*held.values()] for key, held in found.items() if len(held) > 1}


def offers_of_wholes(mapping: SheetMapping, guess: str) -> list[Change]:
    """The other answer where a name may be that of several organisations."""
    if not mapping.told_apart_by or _UNDER not in guess:
        return []
    return [Change.to("each name is that of one organisation", told_apart_by="")]


def offers_to_tell_apart(first: SheetMapping, differing: Sequence[int], guess: str) -> list[Change]:
    """The offers to tell rows of one name apart by a column in which they differ.

    first: what was proposed first. differing: the columns.
    """
    return [
        Change.back_to(
            f"rows of one name are several organisations, told apart by {first.header[at]}",
            replace(first, told_apart_by=first.header[at]),
        )
        for at in differing[:_MOST_OFFERED]
        if first.header[at] in guess
    ]


def _told_apart_by(name: str) -> Change:
    return Change.to(f"they are several organisations, told apart by {name}", told_apart_by=name)


def _say_the_same(
    mapping: SheetMapping,
    rows: Sequence[Sequence[str]],
    keys: tuple[int, int],
    shared: Mapping[str, Sequence[str]],
) -> bool:
    """Whether rows of one name say something else of it too, and all of them the same."""
    others = [
        at
        for at, role in enumerate(mapping.roles)
        if at not in keys and role.startswith("member ") and role != SKIP
    ]
    held: dict[tuple[str, int], set[str]] = {}
    names = {comparable(name) for name in shared}
    for cells in rows:
        if (name := comparable(cells[keys[0]])) in names:
            for at in others:
                if at < len(cells) and not is_blank(cells[at]):
                    held.setdefault((name, at), set()).add(comparable(cells[at]))
    return bool(held) and all(len(texts) == 1 for texts in held.values())
