"""Change a proposed mapping as a person wants it, and work out again what follows from the change.

What the person has said stays. A column that is given the role of another takes it over, a shape
gets the roles that it needs from the rows, and a layer the kind of its groups.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from graphkit.model import UsageError
from graphkit.sources.formats.sheet import Sheet
from graphkit.sources.mapping.differing_values import given_to_facts
from graphkit.sources.mapping.doubt import Change
from graphkit.sources.mapping.doubts_of_guesses import with_mapping
from graphkit.sources.mapping.guessed_groups import in_groups
from graphkit.sources.mapping.kinds_of_groups import group_kind_in
from graphkit.sources.mapping.likelier_groups import LOOKED_AT
from graphkit.sources.mapping.listed_names import names_stand_again, separator_of
from graphkit.sources.mapping.mapped_kinds import kind_wanted
from graphkit.sources.mapping.proposal import Proposed, propose, title_of
from graphkit.sources.mapping.proposed_splits import separator_in
from graphkit.sources.mapping.reshaping import naming, reshaped
from graphkit.sources.mapping.sheet_mapping import (
    ATTRIBUTE,
    SKIP,
    Shape,
    SheetMapping,
    is_further,
    is_role,
    names_as_role,
)
from graphkit.sources.mapping.table_head import head_at

_NAMING = ("member", "group", "a", "b", "member id", "group id", "a id", "b id")
_SEVERAL = ("group column", "member column", SKIP, ATTRIBUTE)
"""What any number of columns may hold."""
_GROUPED = (Shape.PAIRS, Shape.MATRIX, Shape.GROUPS)
_SHAPES = (
    Shape.PAIRS, Shape.TIES, Shape.MATRIX, Shape.SQUARE, Shape.ORGANISATIONS, Shape.GROUPS,
    Shape.SURVEY,
)  # fmt: skip
_HELD = ("layer", "kind", "tie_kind")
"""Settings that a person has chosen whatever the columns hold."""
_CONVERTED = {"header_row", "own_ids", "directed", "shape"}


def changed(
    sheet: Sheet, proposed: Proposed, change: Change, earlier: Sequence[Change] = ()
) -> Proposed:
    """The proposal with a change, and with what follows from it.

    Parameters
    ----------
    sheet : Sheet
        The sheet.
    proposed : Proposed
        What is proposed so far.
    change : Change
        What a person wants instead.
    earlier : sequence of Change
        What they have wanted before, which stays where the change does not speak of it.

    Returns
    -------
    Proposed
        The proposal; its doubts are those that the new mapping leaves.

    Raises
    ------
    UsageError
        If a column cannot hold that, or there is no such row.
    """
    settings, wanted = dict(change.settings), dict(change.roles)
    if number := settings.get("header_row"):
        return _with_header(sheet, int(number))
    mapping = proposed.mapping
    _check_kinds(mapping, settings)
    rows = proposed.head.body[:LOOKED_AT]
    shape = Shape(settings["shape"]) if "shape" in settings else _shape_of(mapping, wanted)
    if {*wanted} >= {*mapping.header}:
        mapping = replace(mapping, shape=shape, roles=tuple(wanted[n] for n in mapping.header))
    else:
        if mapping.shape is Shape.SKIP and {*mapping.roles} <= {SKIP}:
            mapping = propose(sheet, proposed.head).mapping
        if shape is not mapping.shape:
            title = title_of(sheet, proposed.head)
            told = wanted
            if settings.get("group"):  # then no column names the group
                told = dict.fromkeys(mapping.header, "") | wanted
            about = (proposed.head, proposed.looks, title)
            mapping = reshaped(mapping, shape, told, about)
            if mapping.shape is not shape:
                raise UsageError(f"the rows cannot be read as {shape}")
        mapping = _with_roles(mapping, wanted, proposed)
        if settings.get("group"):
            mapping = _in_one_group(mapping)
    if mapping.shape is Shape.PAIRS and (wanted or "shape" in settings):
        mapping = _keeping(given_to_facts(mapping, rows), wanted)
    mapping, settings = _as_before(mapping, settings, wanted, earlier)
    mapping = _with_settings(mapping, settings)
    mapping = _with_splits(mapping, proposed, settings)
    if mapping == proposed.mapping:
        return proposed
    return with_mapping(proposed, mapping)


def _as_before(
    mapping: SheetMapping,
    settings: Mapping[str, str],
    wanted: Mapping[str, str],
    earlier: Sequence[Change],
) -> tuple[SheetMapping, dict[str, str]]:
    """The mapping and the settings with what was wanted before of other columns and settings."""
    roles = [*mapping.roles]
    for name, role in (pair for each in earlier for pair in each.roles):
        if name in wanted or name not in mapping.header or role in _NAMING:
            continue
        if is_role(role, mapping.shape) and (role.endswith(_SEVERAL) or role not in roles):
            roles[mapping.header.index(name)] = role
    said = {name: value for each in earlier for name, value in each.settings if name in _HELD}
    said = {name: value for name, value in said.items() if value != getattr(mapping, name)}
    if mapping.shape not in _GROUPED:
        said.pop("layer", "")
    return replace(mapping, roles=tuple(roles)), {**said, **settings}


def _check_kinds(mapping: SheetMapping, settings: Mapping[str, str]) -> None:
    free = settings.get("layer", mapping.layer) != "membership"
    for name in ("kind",) if free else ("kind", "group_kind"):
        kind = settings.get(name, "")
        if kind and (cure := kind_wanted(kind, mapping.own_kinds)) is not None:
            raise UsageError(f"{kind!r} is not a kind; {cure}")


def _with_header(sheet: Sheet, number: int) -> Proposed:
    head = head_at(sheet.rows, number)
    if head is None:
        raise UsageError(f"row {number} cannot name the columns; give the number of another")
    return propose(sheet, head)


def _shape_of(mapping: SheetMapping, wanted: Mapping[str, str]) -> Shape:
    """The shape whose columns may have these roles: that of the mapping if it is one."""
    fitting = [
        shape
        for shape in (mapping.shape, *_SHAPES)
        if shape is not Shape.SKIP and all(is_role(role, shape) for role in wanted.values())
    ]
    if not fitting:
        role = next(iter(wanted.values()), "")
        raise UsageError(f"no column holds {role!r}")
    return mapping.shape if not wanted else fitting[0]


def _with_roles(
    mapping: SheetMapping, wanted: Mapping[str, str], proposed: Proposed
) -> SheetMapping:
    """The mapping with the roles that are wanted; a column that had one of them loses it."""
    grouped = [name for name, role in wanted.items() if role == "group"]
    before = mapping.roles
    if grouped and mapping.shape is Shape.PAIRS:
        named = {mapping.header[at] for at in mapping.columns("group")}
        if mapping.group or not named <= {*wanted}:
            mapping = _regrouped(mapping, grouped[0], wanted, proposed)
    roles = [*mapping.roles]
    for name, role in wanted.items():
        if not is_role(role, mapping.shape):
            raise UsageError(f"{name}: a column of {mapping.shape} cannot hold {role!r}")
        at = mapping.header.index(name)
        holders = [
            other
            for other, each in enumerate(roles)
            if each == role and other != at and mapping.header[other] not in wanted
        ]
        if not role.endswith(_SEVERAL):
            for other in holders:
                roles[other] = _left_to(before[at], role, mapping.shape)
        roles[at] = role
    further = [role.rpartition(" ")[2] for role in roles if is_further(role, mapping.shape)]
    if again := next((name for name in further if further.count(name) > 1), ""):
        raise UsageError(f"two columns are called {again}; give one of them another name")
    return replace(mapping, roles=tuple(roles))


def _left_to(before: str, taken: str, shape: Shape) -> str:
    """The role of a column whose role another takes: that of the other, if both name something."""
    if before in _NAMING and taken in _NAMING and is_role(before, shape):
        return before
    subject = taken.partition(" ")[0]
    rest = (f"{subject} {ATTRIBUTE}", ATTRIBUTE, f"member {ATTRIBUTE}", f"group {ATTRIBUTE}")
    return next((role for role in rest if is_role(role, shape)), SKIP)


def _regrouped(
    mapping: SheetMapping, name: str, wanted: Mapping[str, str], proposed: Proposed
) -> SheetMapping:
    """The mapping of members of the groups that another column names."""
    at = mapping.header.index(name)
    if mapping.roles[at] == "member" and "group" in mapping.roles:
        turned = {"member": "group", "group": "member"}
        words = (role.partition(" ") for role in mapping.roles)
        roles = [f"{turned.get(of, of)}{space}{what}" for of, space, what in words]
        roles = [each if is_role(each, Shape.PAIRS) else ATTRIBUTE for each in roles]
        return replace(mapping, roles=tuple(roles))
    # What was said of the groups before is worked out again for the new ones.
    roles = [ATTRIBUTE if role.partition(" ")[0] == "group" else role for role in mapping.roles]
    for column, role in wanted.items():
        roles[mapping.header.index(column)] = role
    if "member" not in roles:
        for other in naming(proposed.looks, {*wanted}):
            roles[other] = "member"
    listed = replace(mapping, roles=tuple(roles))
    return in_groups(listed, at, proposed.looks, proposed.head.body[:LOOKED_AT])


def _in_one_group(mapping: SheetMapping) -> SheetMapping:
    """The mapping of rows that all belong to one group, so that no column names another."""
    roles = [ATTRIBUTE if role.partition(" ")[0] == "group" else role for role in mapping.roles]
    return replace(mapping, roles=tuple(roles), otherwise="")


def _keeping(mapping: SheetMapping, wanted: Mapping[str, str]) -> SheetMapping:
    both = zip(mapping.header, mapping.roles, strict=True)
    return replace(mapping, roles=tuple(wanted.get(name, role) for name, role in both))


def _with_settings(mapping: SheetMapping, settings: Mapping[str, str]) -> SheetMapping:
    plain = {
        name: value
        for name, value in settings.items()
        if name not in _CONVERTED and not name.startswith("split ")
    }
    moved = mapping.layer != plain.get("layer", mapping.layer)
    if mapping.shape in _GROUPED and "group_kind" not in plain:
        layer = plain.get("layer", mapping.layer)
        if moved or not mapping.group_kind:
            named = [mapping.header[at] for at in mapping.columns("group")]
            about = " ".join((*named, plain.get("group", mapping.group), mapping.file))
            plain["group_kind"] = group_kind_in(layer, about)
    mapping = replace(mapping, **plain)  # type: ignore[arg-type]
    if "directed" in settings:
        mapping = replace(mapping, directed=bool(settings["directed"]))
    if "own_ids" in settings:
        mapping = replace(mapping, own_ids=bool(settings["own_ids"]))
    return mapping


def _with_splits(
    mapping: SheetMapping, proposed: Proposed, settings: Mapping[str, str]
) -> SheetMapping:
    """The mapping with what separates names in columns that hold names now."""
    split = dict(mapping.split)
    before = dict(zip(proposed.mapping.header, proposed.mapping.roles, strict=True))
    for look, role in zip(proposed.looks, mapping.roles, strict=True):
        asked = settings.get(f"split {look.name}")
        named = role in ("member", "group", "a", "b") or names_as_role(role)
        if asked is None and role == before.get(look.name):
            continue
        if asked is None:
            asked = separator_in(look, role) if named else ""
            mark = separator_of(look)
            if named and not asked and mark and names_stand_again(look, mark):
                asked = mark  # a person says that these are names
        split.pop(look.name, None)
        if asked:
            split[look.name] = asked
    return replace(mapping, split=split)


def differences(before: SheetMapping, after: SheetMapping) -> Iterable[tuple[str, str, str]]:
    """What differs between two mappings of one sheet: the setting or column, and both values."""
    for name in ("header_row", "shape", "layer", "group", "kind", "group_kind", "tie_kind",
                 "dates", "cells", "otherwise"):  # fmt: skip
        one, other = str(getattr(before, name)), str(getattr(after, name))
        if one != other:
            yield name.replace("_", " "), one, other
    names = dict(zip(before.header, before.roles, strict=True))
    for name, role in zip(after.header, after.roles, strict=True):
        if names.get(name, "") != role:
            yield name, names.get(name, ""), role
    for name in dict.fromkeys((*before.split, *after.split)):
        one, other = before.split.get(name, ""), after.split.get(name, "")
        if one != other:
            yield f"split {name}", one, other
