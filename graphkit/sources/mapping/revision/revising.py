"""Change a proposed mapping as a person wants it, and work out again what follows from the change.

What the person has said stays. A column that is given the role of another takes it over, a shape
gets the roles that it needs from the rows, and a layer the kind of its groups.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from graphkit.model import UsageError
from graphkit.sources.formats.sheet import Sheet
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.differing_values import given_to_facts
from graphkit.sources.mapping.cells.kinds_of_groups import group_kind_in
from graphkit.sources.mapping.cells.listed_names import names_stand_again, separator_of
from graphkit.sources.mapping.cells.references_to_ids import with_ids_of_others
from graphkit.sources.mapping.cells.table_head import head_at
from graphkit.sources.mapping.checks.doubts_of_guesses import with_mapping
from graphkit.sources.mapping.form.asked_of_mappings import SEVERAL, SHAPES, Asked, is_free
from graphkit.sources.mapping.form.doubt import Change
from graphkit.sources.mapping.form.mapped_kinds import kind_wanted
from graphkit.sources.mapping.form.sheet_mapping import (
    ATTRIBUTE,
    FURTHER_GROUP,
    SKIP,
    SUBJECTS,
    Shape,
    SheetMapping,
    is_further,
    is_role,
    lacking,
    names_as_role,
)
from graphkit.sources.mapping.form.told_apart import with_what_tells_apart
from graphkit.sources.mapping.proposals.guessed_groups import following, groups_of_marks, in_groups
from graphkit.sources.mapping.proposals.likelier_groups import LOOKED_AT
from graphkit.sources.mapping.proposals.proposal import Proposed, propose, title_of
from graphkit.sources.mapping.proposals.proposed_splits import separator_in
from graphkit.sources.mapping.proposals.rows_that_say_no import with_rows_that_say_no
from graphkit.sources.mapping.revision.listing_settings import LISTING, with_lists
from graphkit.sources.mapping.revision.reshaping import like_ids, naming, reshaped

_NAMING = ("member", "group", "a", "b", "member id", "group id", "a id", "b id")
_GROUPED = (Shape.PAIRS, Shape.MATRIX, Shape.GROUPS)
_CONVERTED = {"header_row", "own_ids", "directed", "shape"}


def changed(
    sheet: Sheet, proposed: Proposed, change: Change, ids: Sequence[frozenset[str]] = ()
) -> Proposed:
    """The proposal with a change, and with what follows from it, whatever the order of changes.

    Parameters
    ----------
    sheet : Sheet
        The sheet.
    proposed : Proposed
        What is proposed so far.
    change : Change
        What a person wants instead.
    ids : sequence of frozenset of str
        The ids of organisations in each other sheet, to which a column of this one may refer.

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
        found = _with_header(sheet, int(number))
        standing = proposed.mapping.as_it_stands
        return replace(found, mapping=replace(found.mapping, as_it_stands=standing))
    _check(proposed.mapping, settings, wanted)
    if "otherwise" in settings:  # a whole mapping, which is changed from then on
        roles = tuple(wanted[name] for name in proposed.mapping.header)
        mapping = replace(proposed.mapping, shape=Shape(settings["shape"]), roles=roles)
        mapping = _with_splits(_with_settings(mapping, settings), proposed, settings)
        return replace(with_mapping(proposed, mapping), first=None, asked=Asked())
    first, asked = proposed.first or proposed, proposed.asked.and_then(change)
    mapping = _as_asked(sheet, first, asked, ids)
    if mapping != proposed.mapping:
        proposed = with_mapping(proposed, mapping)
    return replace(proposed, first=replace(first, first=None), asked=asked)


def as_it_stands(sheet: Sheet, proposed: Proposed) -> tuple[Sheet, Proposed]:
    """The sheet as it stands in the file, and what is proposed for it then.

    Raises
    ------
    UsageError
        If it is read so already.
    """
    if proposed.as_found is None:
        raise UsageError(f"each row of {sheet.place} is read as it stands already")
    found = propose(proposed.as_found)
    return proposed.as_found, replace(found, mapping=replace(found.mapping, as_it_stands=True))


def _as_asked(
    sheet: Sheet, first: Proposed, asked: Asked, ids: Sequence[frozenset[str]]
) -> SheetMapping:
    """What was proposed first, with all that a person wants."""
    mapping, settings = first.mapping, dict(asked.settings)
    roles = {name: asked.roles[name] for name in mapping.header if name in asked.roles}
    if marked := groups_of_marks(roles, first.looks):
        roles |= dict.fromkeys(marked, "group column")
        settings.pop("shape", "")
    if settings.get("group") and mapping.shape not in _GROUPED:
        settings.setdefault("shape", Shape.PAIRS)
    named = {name: role for name, role in roles.items() if not is_free(role)}
    shape = Shape(settings["shape"]) if "shape" in settings else _shape_of(mapping, named)
    if mapping.shape is Shape.SKIP and {*mapping.roles} <= {SKIP}:
        mapping = with_ids_of_others(propose(sheet, first.head).mapping, first.looks, ids)
        shape = shape if "shape" in settings or roles else mapping.shape
    title = title_of(sheet, first.head)

    def shaped(into: Shape, *, again: bool = False) -> SheetMapping:
        return _shaped(first, mapping, into, (roles, settings), title, again=again)

    made = shaped(shape)
    lacks = _lacks(made) if shape is not Shape.SKIP else ""
    # Who only takes the members away names others next, of which a guess would be too bold.
    if lacks == "group" or (lacks and {*_NAMING} & {*named.values()}):
        other = (Shape.PAIRS, Shape.ORGANISATIONS, Shape.MATRIX, Shape.TIES)
        tried = [shape] if "shape" in settings else [shape, *other]
        made = next(_complete(shaped, tried, named), made)
    if made.shape not in _GROUPED:
        settings.pop("layer", "")
    if made.shape is not mapping.shape:
        made = with_rows_that_say_no(made, first.looks)
    made = with_what_tells_apart(_with_settings(made, settings), settings)
    return _with_splits(made, first, settings)


def _lacks(mapping: SheetMapping) -> str:
    return lacking(mapping.shape, mapping.roles, bool(mapping.group))


def _complete(
    shaped: Callable[..., SheetMapping], shapes: Iterable[Shape], named: Mapping[str, str]
) -> Iterator[SheetMapping]:
    """The mappings in these shapes that lack nothing and keep what a person has said, those in
    which a column names the groups before such in which nothing but the file does.
    """
    last: list[SheetMapping] = []
    for shape in dict.fromkeys(shapes):
        if shape is Shape.TIES and not {"a", "b"} & {*named.values()}:
            continue
        if not all(is_role(role, shape) for role in named.values()):
            continue
        try:
            made = shaped(shape, again=True)
        except UsageError:
            continue
        kept = all(made.roles[made.header.index(name)] == role for name, role in named.items())
        if kept and made.shape is Shape.PAIRS and made.group:
            last.append(made)
        elif kept and not _lacks(made):
            yield made
    yield from (made for made in last if not _lacks(made))


def _shaped(
    first: Proposed,
    mapping: SheetMapping,
    shape: Shape,
    asked: tuple[Mapping[str, str], Mapping[str, str]],
    title: str,
    *,
    again: bool,
) -> SheetMapping:
    """The mapping in a shape, with the roles that are wanted; again: although it has that shape."""
    roles, settings = asked
    if shape is not mapping.shape or again:
        told = roles
        if settings.get("group"):  # then no column names the group
            told = {**dict.fromkeys(mapping.header, ""), **roles}
        mapping = reshaped(mapping, shape, told, (first.head, first.looks, title))
        if mapping.shape is not shape:
            raise UsageError(f"the rows cannot be read as {shape}")
    if shape is not Shape.SKIP:
        roles = {name: _in_shape(role, shape) for name, role in roles.items()}
    mapping = _with_roles(mapping, roles, first)
    if settings.get("group"):
        mapping = _in_one_group(mapping)
    if mapping.shape is Shape.PAIRS and (roles or "shape" in settings):
        rows = first.head.body[:LOOKED_AT]
        mapping = _keeping(given_to_facts(mapping, rows), roles)
    return mapping


def _in_shape(role: str, shape: Shape) -> str:
    """The role of a further column as this shape has it, as "a attribute" of ties."""
    if is_role(role, shape) or not is_free(role):
        return role
    what = role.split()[-1]
    subjects = ("", *(f"{subject} " for subject in SUBJECTS[shape]))
    return next((each for of in subjects if is_role(each := f"{of}{what}", shape)), SKIP)


def _check(mapping: SheetMapping, settings: Mapping[str, str], wanted: Mapping[str, str]) -> None:
    for name in wanted:
        if name not in mapping.header:
            raise UsageError(f"{name!r} is not a column; use one of {', '.join(mapping.header)}")
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
        for shape in (mapping.shape, *SHAPES)
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
        if mapping.group or not {*grouped} & named:
            mapping = _regrouped(mapping, grouped[0], wanted, proposed)
    roles = [*mapping.roles]
    for name, role in wanted.items():
        if not is_role(role, mapping.shape):
            raise UsageError(f"{name}: a column of {mapping.shape} cannot hold {role!r}")
        at = mapping.header.index(name)
        if not role.endswith(SEVERAL) and before[at] != role:
            for other, each in enumerate(roles):
                if each == role and other != at and mapping.header[other] not in wanted:
                    free = {*roles, *wanted.values()}
                    left = "" if before[at] in wanted.values() else before[at]
                    look = proposed.looks[other]
                    roles[other] = _left_to(look, left, role, mapping.shape, free)
        roles[at] = role
    further = [role.rpartition(" ")[2] for role in roles if is_further(role, mapping.shape)]
    if again := next((name for name in further if further.count(name) > 1), ""):
        raise UsageError(f"two columns are called {again}; give one of them another name")
    return replace(mapping, roles=tuple(roles))


def _left_to(look: Look, before: str, taken: str, shape: Shape, held: Collection[str]) -> str:
    """The role of a column whose role another takes: that of ids if it holds some, or else that
    of the other, if both name something.
    """
    subject = taken.partition(" ")[0]
    if taken == subject and taken in _NAMING and f"{taken} id" not in held and like_ids(look):
        return f"{taken} id"
    if before in _NAMING and taken in _NAMING and is_role(before, shape):
        return before
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
    listed, rows = replace(mapping, roles=tuple(roles)), proposed.head.body[:LOOKED_AT]
    if mapping.roles[at] == "member":
        listed = following(listed, at, rows)
    return in_groups(listed, at, proposed.looks, rows)


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
        if name not in _CONVERTED and not name.startswith(("split ", *LISTING))
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
    return with_lists(mapping, settings)


def _with_splits(
    mapping: SheetMapping, proposed: Proposed, settings: Mapping[str, str]
) -> SheetMapping:
    """The mapping with what separates names in columns that hold names now."""
    split = dict(mapping.split)
    before = dict(zip(proposed.mapping.header, proposed.mapping.roles, strict=True))
    for look, role in zip(proposed.looks, mapping.roles, strict=True):
        asked = settings.get(f"split {look.name}")
        role = "group" if role == FURTHER_GROUP else role
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
                 "dates", "cells", "otherwise", "told_apart_by", "ids_of_rows",
                 "same_name"):  # fmt: skip
        one, other = str(getattr(before, name)), str(getattr(after, name))
        if one != other:
            yield name.replace("_", " "), one, other
    for word in dict.fromkeys((*before.groups, *after.groups)):
        one, other = before.groups.get(word, ""), after.groups.get(word, "")
        if one != other:
            yield f"nodes {word}", one, other
    names = dict(zip(before.header, before.roles, strict=True))
    for name, role in zip(after.header, after.roles, strict=True):
        if names.get(name, "") != role:
            yield name, names.get(name, ""), role
    for name in dict.fromkeys((*before.split, *after.split)):
        one, other = before.split.get(name, ""), after.split.get(name, "")
        if one != other:
            yield f"split {name}", one, other
    one, other = (" or ".join(each.group_of_row) for each in (before, after))
    if one != other:
        yield "group of each row", one, other
    for name in after.blank_if_wrong:
        if name not in before.blank_if_wrong:
            yield f"what cannot be read in {name}", "wrong", "blank"
    for name in dict.fromkeys((*before.no_fact, *after.no_fact)):
        one, other = (" or ".join(word or "blank" for word in each.no_fact.get(name, ()))
                      for each in (before, after))  # fmt: skip
        if one != other:
            yield f"no fact by {name}", one, other
