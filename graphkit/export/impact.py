"""The impact of organisations leaving, as a table and as text."""

from __future__ import annotations

from graphkit.export.catalogue import meanings
from graphkit.export.own_cells import OwnCells
from graphkit.export.phrases import names_of, written
from graphkit.export.table import Table
from graphkit.metrics.impact import Impact, Loss, Shape, Shift
from graphkit.model import Node
from graphkit.model.wording import counted

_SHIFTS = 10
"""How many changes of rank a text names."""

_ALIKE = 5
"""How many organisations a text names that change rank alike."""


def impact_table(impact: Impact) -> Table:
    """One row per number or organisation; `what` says which.

    leaves, dissolves: the organisations and groups that go. before, after: the counts. piece: an
    organisation and the number of the piece it is in afterwards. member, other without coordinator:
    the organisation and its group. rank: each change of rank, with the metric's values. Columns of
    one's own come last.
    """
    columns = ("what", "id", "name", "group", "before", "after", "value_before", "value_after")
    rows: list[tuple[Node | None, tuple[object, ...]]] = []

    def add(what: str, node: Node, *more: object) -> None:
        rows.append((node, (what, node.id, node.name, *more)))

    for node in impact.leaving:
        add("leaves", node)
    for group in impact.dissolved:
        rows.append((None, ("dissolves", group.id, group.name, group.layer)))
    for words, *numbers in _counts(impact):
        rows.append((None, (words, None, None, None, *numbers)))
    pieces = (piece for parted in impact.parted for piece in parted)
    for number, piece in enumerate(pieces, 1):
        for node in piece:
            add(f"piece {number} of those parted", node)
    for loss in impact.losses:
        for what, nodes in (("member", loss.members), ("other", loss.others)):
            for node in nodes:
                add(f"{what} without coordinator", node, loss.group.id)
    for shift in impact.shifts:
        values = (shift.before, shift.after, shift.value_before, shift.value_after)
        add(f"rank by {impact.by}", shift.organisation, None, *values)
    own = OwnCells.of(node.properties for node, _ in rows if node is not None)
    filled = (
        (*row, *[None] * (len(columns) - len(row)), *own({} if node is None else node.properties))
        for node, row in rows
    )
    types = {"before": int, "after": int, "value_before": float, "value_after": float} | own.types
    beside = meanings([impact.by])
    return Table.of((*columns, *own.names), filled, dates=own.dates, beside=beside, types=types)


def impact_text(impact: Impact) -> str:
    """The impact as text, with names."""
    who = names_of(impact.leaving)
    lines = [f"Without {who}"]
    for group in impact.dissolved:
        lines.append(f"  The memberships in {group.name} go with it.")
    wide = max(len(words) for words, _, _ in _counts(impact))
    lines += ["", f"  {'':<{wide}}  before  after"]
    lines += (
        f"  {words:<{wide}}  {before:>6}  {after:>5}" for words, before, after in _counts(impact)
    )
    lines.append("")
    for pieces in impact.parted:
        together = sum(map(len, pieces))
        lines.append(
            f"  {counted(together, 'organisation')} that were connected are now in separate pieces:"
        )
        lines += (f"    {len(piece)}: {names_of(piece)}" for piece in pieces)
    if not impact.parted:
        lines.append("  No remaining organisation loses a path to another.")
    lines.append("")
    for loss in impact.losses:
        lines += _loss(loss)
    if not impact.losses:
        lines.append("  No member loses its path to a coordinator.")
    lines.append("")
    alike: dict[tuple[int, int], list[Shift]] = {}
    for shift in impact.shifts:
        alike.setdefault((shift.before, shift.after), []).append(shift)
    lines.append(
        f"  Ranks by {impact.by} among those that stay, largest changes first:"
        if alike
        else f"  No rank by {impact.by} changes among those that stay."
    )
    for (before, after), shifts in list(alike.items())[:_SHIFTS]:
        names = names_of([shift.organisation for shift in shifts], _ALIKE)
        lines.append(f"    {before:>5} -> {after:<5} {names}")
    if len(alike) > _SHIFTS:
        rest = sum(len(shifts) for shifts in list(alike.values())[_SHIFTS:])
        lines.append(f"    and smaller ones of {counted(rest, 'organisation')}")
    return written(lines)


def _counts(impact: Impact) -> list[tuple[str, int, int]]:
    def both(words: str, name: str) -> tuple[str, int, int]:
        before, after = (getattr(shape, name) for shape in (impact.before, impact.after))
        return words, before, after

    return [both(words, name) for name, words in _SHAPE.items()]


_SHAPE = {
    "organisations": "organisations",
    "ties": "ties",
    "components": "components",
    "isolates": "of which single organisations",
    "largest": "organisations in the largest",
    "connected": "connected pairs among those that stay",
}

assert set(_SHAPE) == set(Shape.__dataclass_fields__)


def _loss(loss: Loss) -> list[str]:
    coordinated = names_of(loss.coordinators)
    if [node.id for node in loss.coordinators] == [loss.group.id]:
        coordinated = "itself, as no coordinator is stated"
    why = "which leaves" if loss.left else "which stays"
    head = f"  {loss.group.name}, coordinated by {coordinated} ({why}):"
    lines = [head]
    if loss.members:
        lost = "are left without it" if loss.left else "lose their only path to it"
        lines.append(
            f"    {len(loss.members)} of {loss.size} members {lost}: {names_of(loss.members)}"
        )
    if loss.others:
        lines.append(
            f"    {counted(len(loss.others), 'organisation')} outside it lose theirs: "
            f"{names_of(loss.others)}"
        )
    return lines
