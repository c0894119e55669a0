"""Take a column of codes for the ids of groups, where two groups may have one name.

    Group, Code, Member
    Four Rivers, 247400666, Acme
    Four Rivers, 247000623, Best

By their names alone the two would silently become one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.sources.header_words import meaning, plain
from graphkit.sources.mapping.form.doubt import Change, Doubt
from graphkit.sources.mapping.form.lenient import is_blank
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, Shape, SheetMapping
from graphkit.sources.raw import Row

_LOOKED_AT = 100_000
_FEWEST = 3
_TWICE = 0.1
"""The share of groups that may have the name of another."""
_OF_MEMBER = "member id"
_CODES = {*"code codes kod kennung codigo codice cod".split()}


def with_codes_of_groups(
    mapping: SheetMapping, body: Sequence[Row]
) -> tuple[SheetMapping, list[Doubt]]:
    """The mapping with codes as ids of the groups, where a name has two and nearly all have one.

    Parameters
    ----------
    mapping : SheetMapping
        A proposal.
    body : sequence of (int, sequence of str)
        The rows.

    Returns
    -------
    SheetMapping, list of Doubt
        The proposal, and what is in doubt.
    """
    group = mapping.column("group")
    if mapping.shape is not Shape.PAIRS or group is None or "group id" in mapping.roles:
        return mapping, []
    if len(mapping.columns("group")) > 1 or mapping.header[group] in mapping.split:
        return mapping, []
    for at, (name, role) in enumerate(zip(mapping.header, mapping.roles, strict=True)):
        if role not in (ATTRIBUTE, f"group {ATTRIBUTE}", _OF_MEMBER) or not _is_code(name):
            continue
        rows = [cells for _, cells in body[:_LOOKED_AT]]
        names, codes = _pairs(rows, group, at)
        if role == _OF_MEMBER and len({*_column(rows, mapping.column("member"))}) <= len(codes):
            continue
        twice = [called for called, of in names.items() if len(of) > 1]
        if not twice or len(twice) > max(_TWICE * len(names), 1) or len(names) < _FEWEST:
            continue
        if any(len(called) > 1 for called in codes.values()):
            continue
        roles = [*mapping.roles]
        roles[at] = "group id"
        before = ATTRIBUTE if role == _OF_MEMBER else role
        two = " and ".join(sorted(names[twice[0]])[:2])
        said = (
            f"{name}: {two} have the same name, {twice[0]!r}, and are taken for different groups; "
            f"if they are one, write {before!r} for {name}"
        )
        back = Change.to("groups of one name are one", {name: before})
        return replace(mapping, roles=tuple(roles)), [Doubt(said, (back,))]
    return mapping, []


def _column(rows: Sequence[Sequence[str]], at: int | None) -> list[str]:
    return [] if at is None else [cells[at].strip() for cells in rows if at < len(cells)]


def _is_code(name: str) -> bool:
    subject, what = meaning(name)
    return (what == "id" and subject != "member") or not _CODES.isdisjoint(plain(name).split())


def _pairs(
    rows: Sequence[Sequence[str]], group: int, at: int
) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """The codes of each name, and the names of each code; none where a row lacks one."""
    names: dict[str, set[str]] = {}
    codes: dict[str, set[str]] = {}
    for cells in rows:
        if max(group, at) >= len(cells) or is_blank(cells[group]):
            continue
        if is_blank(cells[at]):
            return {}, {}
        names.setdefault(cells[group].strip(), set()).add(cells[at].strip())
        codes.setdefault(cells[at].strip(), set()).add(cells[group].strip())
    if len(codes) * 2 > sum(1 for cells in rows if group < len(cells)):
        return {}, {}  # these may be codes of rows or members
    return names, codes
