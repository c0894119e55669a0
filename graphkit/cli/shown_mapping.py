"""A proposed mapping as lines for a terminal: what is in doubt, the columns, and what would come
of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from textwrap import wrap

from graphkit.sources.mapping.cells.columns import sample
from graphkit.sources.mapping.form.doubt import Change, Doubt
from graphkit.sources.mapping.form.mapping_file import LAYER_SAID, SHAPES_SAID
from graphkit.sources.mapping.form.sheet_mapping import Shape, SheetMapping
from graphkit.sources.mapping.proposals.proposal import Proposed
from graphkit.sources.mapping.revision.revising import differences
from graphkit.sources.mapping.revision.shown_proposals import Proposal

_MOST_ALIKE = 5
"""Of more columns in a row that hold the same, the first few are shown."""
_WIDEST = 100
_NARROWEST = 40
_LONGEST_NAME = 28


@dataclass(frozen=True, slots=True)
class Offer:
    """A change that a doubt about a sheet offers, by the number of the sheet; or without one, the
    reading of all sheets with that number.

    leave_out: whether it leaves out what cannot be read, and changes nothing else.
    """

    number: int
    change: Change | None = None
    leave_out: bool = False


def columns_of(proposal: Proposal) -> list[tuple[int, int]]:
    """Every column by its number, from 1: the number of its sheet, and its place there."""
    return [
        (number, at)
        for number, (_, proposed) in enumerate(proposal.made)
        for at in range(len(proposed.mapping.header))
    ]


def doubt_lines(
    proposal: Proposal, width: int, passed: Sequence[Doubt] = ()
) -> tuple[list[str], list[Offer]]:
    """What is in doubt, with numbered changes; passed: doubts that are said already."""
    lines: list[str] = []
    offers: list[Offer] = []
    several = len(proposal.made) > 1
    said = {doubt.text for _, proposed in proposal.made for doubt in proposed.doubts}
    for stop in proposal.stops:
        if stop not in said:
            lines += folded(f"{stop}.", width, "- ")
    for doubt in (doubt for _, each in proposal.made for doubt in each.doubts):
        if proposal.readings and not doubt.changes:
            lines += folded(doubt.alone, width, "- ")
    for way, (text, _) in enumerate(proposal.readings):
        offers.append(Offer(way))
        lines += folded(text, width, f"    {len(offers)}  ")
    for number, (sheet, proposed) in enumerate(proposal.made):
        for doubt in proposed.doubts:
            if doubt in passed or (proposal.readings and not doubt.changes):
                continue
            place = f"{sheet.place}: " if several and sheet.place not in doubt.said else ""
            lines += folded(f"{place}{doubt.said}", width, "- ")
            for change in doubt.changes:
                offers.append(Offer(number, change))
                lines += folded(change.said, width, f"    {len(offers)}  ")
    return lines, offers


def mapping_lines(proposal: Proposal, width: int) -> list[str]:
    """How each sheet would be read: its settings, and a line for each column."""
    lines: list[str] = []
    first = 1
    for sheet, proposed in proposal.made:
        mapping = proposed.mapping
        lines += [*folded(sheet.place, width), *_settings(mapping, width)]
        lines += [*_columns(proposed, first, width)]
        lines.append("")
        first += len(mapping.header)
    return lines[:-1]


def _settings(mapping: SheetMapping, width: int) -> Iterator[str]:
    grouped = mapping.shape in (Shape.PAIRS, Shape.MATRIX, Shape.GROUPS)
    yield from folded(f"{mapping.shape}: {SHAPES_SAID[mapping.shape]}", width, "  shape       ")
    if mapping.shape is Shape.SKIP:
        return
    if grouped:
        layer = f"{mapping.layer}: {LAYER_SAID[mapping.layer]}"
        yield from folded(layer, width, "  layer       ")
    stated = any(role.endswith(" kind") for role in mapping.roles)
    for name, value in (
        ("survey" if mapping.shape is Shape.SURVEY else "group", mapping.group),
        ("otherwise", mapping.otherwise or " or ".join(mapping.name_otherwise)),
        ("told apart", mapping.told_apart_by),
        ("ids of rows", mapping.ids_of_rows),
        ("kind", mapping.kind or ("" if stated or mapping.shape is Shape.GROUPS else "Other")),
        ("group kind", mapping.group_kind if grouped else ""),
        ("tie kind", mapping.tie_kind),
        ("same name", mapping.same_name),
        ("cells", mapping.cells if mapping.shape in (Shape.MATRIX, Shape.SQUARE) else ""),
        ("header row", "" if mapping.header_row == 1 else str(mapping.header_row or "none")),
        ("observed", mapping.observed),
    ):
        if value:
            yield from folded(value, width, f"  {name:<12}")
    for word, layer in mapping.groups.items():
        yield from folded(f"{word}: {layer}", width, "  nodes       ")
    for name, mark in mapping.split.items():
        yield from folded(f"{name} at {mark!r}", width, "  split       ")


def _columns(proposed: Proposed, first: int, width: int) -> Iterator[str]:
    mapping = proposed.mapping
    listed = [
        (first + at, name, role, sample(look))
        for at, (name, role, look) in enumerate(
            zip(mapping.header, mapping.roles, proposed.looks, strict=True)
        )
    ]
    names = min(max(len(name) for _, name, _, _ in listed), _LONGEST_NAME)
    roles = max(len(role) for _, _, role, _ in listed)
    for role, alike in groupby(listed, key=lambda each: each[2]):
        run = [*alike]
        few = run if len(run) <= _MOST_ALIKE + 1 else run[:_MOST_ALIKE]
        for number, name, _, cells in few:
            called = name if len(name) <= names else f"{name[: names - 1]}…"
            line = f"  {number:>3}  {called:<{names}}  {role:<{roles}}  {cells}"
            yield line.rstrip() if len(line) <= width else f"{line[: width - 1]}…"
        if left := run[len(few) :]:
            yield f"  … {left[0][0]} to {left[-1][0]} hold the same: {role}"


def example_lines(proposal: Proposal, width: int) -> list[str]:
    """What the first rows would say, and the first thing that is wrong with them."""
    if proposal.lacks:
        return folded(f"It cannot be loaded so: {proposal.lacks}.", width)
    found = proposal.examples()
    lines = (
        ["The first rows then say:"] if found.sentences else ["The first rows then say nothing."]
    )
    for sentence in found.sentences:
        first, *rest = folded(sentence, width - 2, "  ")
        lines += [first, *(f"  {line}" for line in rest)]
    if found.wrong and proposal.check is None:
        lines += folded(f"But this is wrong: {found.wrong}", width)
    return lines


def changed_lines(before: Proposal, after: Proposal, width: int) -> list[str]:
    """What a change has changed, also what has followed from it."""
    lines: list[str] = []
    if after.without_wrong and not before.without_wrong:
        lines.append("  rows that cannot be read: left out (was nothing is loaded)")
    for (sheet, one), (_, other) in zip(before.made, after.made, strict=True):
        differing = [*differences(one.mapping, other.mapping)]
        if differing and len(before.made) > 1:
            lines += folded(sheet.place, width, " ")
        for what, was, now in differing:
            lines += folded(f"{what}: {now or 'none'} (was {was or 'none'})", width, "  ")
    return lines


def other_header_rows(before: Proposal, after: Proposal) -> str:
    """That other rows name the columns, or the table is laid out otherwise, so that the mapping is
    another; nothing where it is not.

    The columns have other names then, of which a list of changes would say nothing.
    """
    for (sheet, one), (_, other) in zip(before.made, after.made, strict=True):
        was, row = one.mapping.header_row, other.mapping.header_row
        if one.mapping.as_it_stands != other.mapping.as_it_stands:
            return f"{sheet.place}: each row is read as it stands"
        if one.mapping.header != other.mapping.header:
            where = f"{sheet.place}: " if len(before.made) > 1 else ""
            named = f"row {row} names" if row else "no row names"
            return f"{where}{named} the columns (was {f'row {was}' if was else 'none'})"
    return ""


def folded(text: str, width: int, head: str = "") -> list[str]:
    """A text in lines of a width, the first behind a head and the others below its text."""
    room = max(min(width, _WIDEST) - len(head), _NARROWEST)
    rows = wrap(text, room, break_long_words=False, break_on_hyphens=False) or [""]
    return [f"{head if at == 0 else ' ' * len(head)}{row}" for at, row in enumerate(rows)]
