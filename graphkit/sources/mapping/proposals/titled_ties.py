"""Propose what the name of a file says of two columns that say nothing themselves.

Wikidata's answers call both ends `item` and `value`, in a file such as `governed-by`; a file called
`office-to-hub` names an office and its hub in each row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graphkit.sources.header_words import labelled, layer_in, meaning, plain
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.kinds_of_groups import group_kind_in
from graphkit.sources.mapping.form.doubt import ASKED, Change, Doubt
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, Shape, SheetMapping
from graphkit.sources.mapping.proposals.proposed_ties import roles_of_ties
from graphkit.sources.mapping.proposals.two_modes import tied

_ENTITY = re.compile(r"(?:https?://\S+/)?Q\d+")
_OF_IDS = {*"id ids code codes key ref reference number qid uri iri slug".split()}
_OF_NAMES = {*"name names label title".split()}


def titled_ties(
    bare: SheetMapping, columns: Sequence[Look], title: str
) -> tuple[SheetMapping, list[Doubt]] | None:
    """The mapping of two columns of which the name of the file says how they belong together.

    Parameters
    ----------
    bare : SheetMapping
        The mapping so far, of which the shape and the roles are open.
    columns : sequence of Look
        The columns.
    title : str
        What the file is called.

    Returns
    -------
    SheetMapping, list of str, or None
        The mapping, and what is in doubt; None where the name of the file says no such thing.
    """
    return _of_entities(bare, columns, title) or _of_sides(bare, columns, title)


def of_kind(title: str) -> Doubt:
    """The doubt about ties of which the name of the file alone says the kind."""
    said = f"only the name of the file says how organisations are tied: {title!r}"
    other = Change.to("another word says it", tie_kind=ASKED)
    return Doubt(f"{said}; write tie_kind for another word", (other,))


def _of_entities(
    bare: SheetMapping, columns: Sequence[Look], title: str
) -> tuple[SheetMapping, list[Doubt]] | None:
    """Two entities in each row, both by id and label, and both called what says nothing."""
    pairs = {
        of: at
        for of, at in labelled([look.name for look in columns]).items()
        if meaning(columns[of].name) in (("", ""), ("", "weight"))
        and columns[of].texts
        and all(_ENTITY.fullmatch(text) for text in columns[of].texts)
    }
    if len(pairs) != 2 or not title:
        return None
    (first, one), (second, other) = sorted(pairs.items())
    roles = roles_of_ties(columns, one, other)
    roles[first], roles[second] = "a id", "b id"
    return replace(bare, shape=Shape.TIES, roles=tuple(roles), tie_kind=title), [of_kind(title)]


def _of_sides(
    bare: SheetMapping, columns: Sequence[Look], title: str
) -> tuple[SheetMapping, list[Doubt]] | None:
    """Two columns or pairs of columns that a file is called after, as in `office-to-hub`."""
    left, to, right = plain(title).partition(" to ")
    if not to:
        return None
    sides = [_columns_of(side, columns) for side in (left, right)]
    if not all(sides) or not sides[0].keys().isdisjoint(sides[1]):
        return None
    known = layer_in(right)
    several = columns[min(sides[1])]
    grouped = bool(known) or several.distinct * 2 <= len(several.texts)
    words = ("member", "group") if grouped else ("a", "b")
    roles = [ATTRIBUTE] * len(columns)
    for word, side in zip(words, sides, strict=True):
        ids = [at for at, is_id in side.items() if is_id]
        names = [at for at, is_id in side.items() if not is_id]
        if names:
            roles[names[0]] = word
        if ids:
            roles[ids[0]] = f"{word} id"
    for at, look in enumerate(columns):
        what = meaning(look.name)[1]
        if roles[at] == ATTRIBUTE and what in ("start", "end") and look.dates > 0.6:
            roles[at] = what if what not in roles else ATTRIBUTE
    if not grouped:
        made = replace(bare, shape=Shape.TIES, roles=tuple(roles), tie_kind=title)
        return made, [of_kind(title)]
    kind = group_kind_in(known or "membership", right)
    made = replace(
        bare, shape=Shape.PAIRS, roles=tuple(roles), layer=known or "membership", group_kind=kind
    )
    doubt = (
        f"the name of the file says that each row belongs to what {several.name} names, which is "
        "taken for the group; if both are organisations that are tied, write ties, a and b"
    )
    named = [look.name for look, role in zip(columns, roles, strict=True) if role in words]
    return made, [Doubt(doubt, (tied(named[0], named[1]),) if len(named) == 2 else ())]


def _columns_of(side: str, columns: Sequence[Look]) -> dict[int, bool]:
    """The columns that are called after one side of `office to hub`, and whether they hold ids."""
    wanted = _stems(side)
    found: dict[int, bool] = {}
    for at, look in enumerate(columns):
        words = plain(look.name).split()
        is_id = words[-1:] != [] and words[-1] in _OF_IDS
        if words and (is_id or words[-1] in _OF_NAMES) and len(words) > 1:
            words = words[:-1]
        names = look.texts and look.dates < 0.5 and look.marks < 0.9
        if names and _stems(" ".join(words)) == wanted:
            found.setdefault(at, is_id)
    return found


def _stems(text: str) -> list[str]:
    return [word.removesuffix("s") for word in text.split()]
