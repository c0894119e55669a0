"""Propose members of groups for a table that has two columns of ids, and calls nothing a name.

Which names belong to which ids, and which ids repeat, is told by the rows:

code_commune, code_epci, libelle
74042,        200000172, CC Faucigny
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from graphkit.sources.header_words import layer_in, meaning, plain
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.kinds_of_groups import group_kind_in
from graphkit.sources.mapping.cells.worded_columns import is_worded
from graphkit.sources.mapping.form.doubt import Change, Doubt
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, Shape, SheetMapping
from graphkit.sources.mapping.proposals.two_modes import tied

_OF_IDS = {*"id ids code codes kod ref number num nr numero codigo codice".split()}
_ENDS = {
    ("start", "end"), ("from", "to"), ("source", "target"), ("origin", "destination"),
    ("von", "nach"), ("sender", "receiver"), ("left", "right"),
}  # fmt: skip
_REPEATED = 0.6
"""The most that ids of groups differ; those of members differ more."""
_ONCE = 0.95


def keyed(
    bare: SheetMapping, columns: Sequence[Look], title: str
) -> tuple[SheetMapping, list[Doubt]] | None:
    """The mapping of members and groups that two columns of ids tell, and the doubt; or None.

    Parameters
    ----------
    bare : SheetMapping
        The mapping so far, of which the shape and the roles are open.
    columns : sequence of Look
        The columns.
    title : str
        What the sheet is about, for the layer of the groups.
    """
    if any(meaning(look.name)[1] in ("name", "country") for look in columns):
        return None
    rows = max((len(look.texts) for look in columns), default=0)
    ids = [at for at, look in enumerate(columns) if _holds_ids(look) and len(look.texts) == rows]
    if len(ids) != 2:
        return None
    member, group = sorted(ids, key=lambda at: -columns[at].unlike)
    pairs = {*zip(columns[member].texts, columns[group].texts, strict=True)}
    if columns[group].unlike > _REPEATED or len(pairs) < _ONCE * rows:
        return None
    roles = [ATTRIBUTE] * len(columns)
    roles[member], roles[group] = "member id", "group id"
    for at, look in enumerate(columns):
        if roles[at] != ATTRIBUTE or not is_worded(look):
            continue
        full = len(look.texts) == rows
        word = next(
            (
                word
                for word, key in (("group", group), ("member", member))
                if word not in roles
                and (_named_alike(columns[key], look) or (full and _are_one(columns[key], look)))
            ),
            ATTRIBUTE,
        )
        roles[at] = word
    if _are_ends(columns[member].name, columns[group].name):
        return _tied(bare, columns, roles, (member, group))
    layer = layer_in(title) or "membership"
    named = f"{columns[member].name} and {columns[group].name}"
    doubt = (
        f"{named}: the ids of the second repeat, so they are taken for the groups of the first; if "
        "both are organisations that are tied, write ties, a id and b id"
    )
    kind = group_kind_in(layer, f"{title} {columns[group].name}")
    made = replace(bare, shape=Shape.PAIRS, roles=tuple(roles), layer=layer, group_kind=kind)
    ends = tied(columns[member].name, columns[group].name, " id")
    return made, [Doubt(doubt, (ends,))]


def _are_ends(one: str, other: str) -> bool:
    """Whether two names call the ends of a tie: they differ in one word that says which end.

    >>> _are_ends("town_end_id", "town_start_id"), _are_ends("code_commune", "code_epci")
    (True, False)
    """
    words = [*zip_longest(plain(one).split(), plain(other).split())]
    apart = [each for each in words if each[0] != each[1]]
    return len(apart) == 1 < len(words) and bool({apart[0], apart[0][::-1]} & _ENDS)


def _tied(
    bare: SheetMapping, columns: Sequence[Look], roles: Sequence[str], ids: tuple[int, int]
) -> tuple[SheetMapping, list[Doubt]]:
    """The ties between what two columns of ids number, and the doubt whether one holds groups."""
    ends = {"member": "b", "group": "a"} if ids[1] < ids[0] else {"member": "a", "group": "b"}
    words = [role.partition(" ") for role in roles]
    of_ties = tuple(f"{ends.get(of, of)}{space}{what}" for of, space, what in words)
    first, second = (columns[at].name for at in sorted(ids))
    said = f"{first} and {second} are called as the ends of a tie, so both are organisations"
    held = {columns[at].name: f"{word} id" for at, word in zip(ids, ends, strict=True)}
    change = Change.to(f"{columns[ids[1]].name} numbers groups of the other", held, shape="pairs")
    cure = "; if one numbers groups, write pairs, member id and group id"
    return replace(bare, shape=Shape.TIES, roles=of_ties), [Doubt(f"{said}{cure}", (change,))]


def _holds_ids(look: Look) -> bool:
    words = plain(look.name).split()
    return bool(look.texts) and look.dates < 1 and bool(_OF_IDS & {*words[:1], *words[-1:]})


def _named_alike(ids: Look, names: Look) -> bool:
    """Whether columns are called as `provider_id` and `provider_name`."""
    of_ids, of_names = (plain(look.name).split() for look in (ids, names))
    alike = of_ids[:-1] == of_names[:-1] and of_names[-1:] == ["name"]
    return alike and len(of_names) > 1


def _are_one(ids: Look, names: Look) -> bool:
    """Whether each id stands with one name."""
    return len({*zip(ids.texts, names.texts, strict=True)}) == ids.distinct
