"""Impact, communities, chains and ego networks, as tables and as text for reading.

A table names everybody; a text names the first of a long list and counts the rest.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from graphkit.export.formats import Table, cell
from graphkit.export.ranking import counted, paragraph
from graphkit.metrics.chains import Chains, Step
from graphkit.metrics.communities import Belonging, Community, Partition
from graphkit.metrics.ego import Ego
from graphkit.metrics.impact import Impact, Loss, Shape, Shift
from graphkit.model import Node
from graphkit.network import Group

_NAMED, _SHIFTS, _BRIDGES = 20, 10, 5
"""How many organisations, changes of rank and bridging members a text names in one place."""


def impact_table(impact: Impact) -> Table:
    """A row a number or an organisation; `what` says which.

    leaves, dissolves: who and which groups go. before and after of the counts. piece: an
    organisation and the number of the piece that it is in afterwards. member and other without
    coordinator: whom, and of which group. rank: each that changes, with the metric's values.
    """
    rows: list[tuple[object, ...]] = [("leaves", node.id, node.name) for node in impact.leaving]
    rows += (("dissolves", group.id, group.name, group.layer) for group in impact.dissolved)
    rows += ((words, None, None, None, *numbers) for words, *numbers in _counts(impact))
    pieces = (piece for parted in impact.parted for piece in parted)
    rows += (
        (f"piece {number} of those parted", node.id, node.name)
        for number, piece in enumerate(pieces, 1)
        for node in piece
    )
    for loss in impact.losses:
        for what, nodes in (("member", loss.members), ("other", loss.others)):
            rows += (
                (f"{what} without coordinator", node.id, node.name, loss.group.id) for node in nodes
            )
    rows += (
        (
            f"rank by {impact.by}",
            shift.organisation.id,
            shift.organisation.name,
            None,
            shift.before,
            shift.after,
            shift.value_before,
            shift.value_after,
        )
        for shift in impact.shifts
    )
    columns = ("what", "id", "name", "group", "before", "after", "value_before", "value_after")
    return Table.of(columns, (row + (None,) * (len(columns) - len(row)) for row in rows))


def impact_text(impact: Impact) -> str:
    """The whole impact for reading, opened to names."""
    who = _names(impact.leaving)
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
        lines.append(f"  {counted(together)} that had a path to each other are now in pieces:")
        lines += (f"    {len(piece)}: {_names(piece)}" for piece in pieces)
    if not impact.parted:
        lines.append("  Nobody who stays loses a path to another.")
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
        f"  Ranks by {impact.by} among those who stay, the largest changes first:"
        if alike
        else f"  No rank by {impact.by} changes among those who stay."
    )
    for (before, after), shifts in list(alike.items())[:_SHIFTS]:
        names = _names([shift.organisation for shift in shifts], _BRIDGES)
        lines.append(f"    {before:>5} -> {after:<5} {names}")
    if len(alike) > _SHIFTS:
        rest = sum(len(shifts) for shifts in list(alike.values())[_SHIFTS:])
        lines.append(f"    and smaller ones of {counted(rest)}")
    return _written(lines)


def communities_table(partition: Partition) -> Table:
    """A row an organisation that has ties: its community, and its ties within and to others."""
    columns = (
        "community",
        "community_name",
        "size",
        "id",
        "name",
        "kind",
        "sector",
        "ties_inside",
        "ties_outside",
        "bridges_to",
    )
    rows = (
        (
            community.number,
            community.name,
            len(community.members),
            each.organisation.id,
            each.organisation.name,
            each.organisation.kind,
            each.organisation.properties.get("sector"),
            each.inside,
            each.outside,
            each.to,
        )
        for community in partition.communities
        for each in community.members
    )
    return Table.of(columns, rows)


def communities_text(partition: Partition) -> str:
    """The communities for reading, with their members and who bridges them."""
    blocks = [_written([communities_remark(partition)])]
    for community in partition.communities:
        lines = [f"{community.number}  {community.name}: {counted(len(community.members))}"]
        lines.append(f"   {_names([each.organisation for each in community.members])}")
        shown = community.bridges[:_BRIDGES]
        rest = len(community.bridges) - len(shown)
        bridges = "; ".join(_bridge(each, partition.communities) for each in shown)
        if shown:
            lines.append(
                f"   bridged by {bridges}" + (f"; and {counted(rest)} more" if rest else "")
            )
        blocks.append(_written(lines))
    return "\n".join(blocks)


def communities_remark(partition: Partition) -> str:
    """How the partition was made and how good it is."""
    found = len(partition.communities)
    text = f"{found} {'community' if found == 1 else 'communities'} by Louvain's method"
    settings = [f"seed {partition.seed}", f"resolution {partition.resolution:g}"]
    if partition.weighed:
        settings.append("ties weighed")
    text += f" ({', '.join(settings)})"
    if not math.isnan(partition.modularity):
        text += f", modularity {partition.modularity:.3f}"
    if partition.alone:
        text += f"; {counted(len(partition.alone))} without ties left out"
    return text


def chains_table(chains: Chains) -> Table:
    """A row a fact: the chain, the step, the group that makes it, and who is in it by that fact."""
    columns = (
        "chain",
        "step",
        "from",
        "to",
        "layer",
        "group",
        "name",
        "organisation",
        "role",
        "other",
        "start",
        "end",
        "observed",
        "status",
        "sources",
        "note",
    )
    rows = (
        (
            number,
            place,
            step.start.id,
            step.end.id,
            group.layer,
            group.id,
            group.name,
            each.organisation,
            each.role,
            each.other,
            each.start,
            each.end,
            each.observed,
            each.status,
            [str(citation) for citation in each.citations],
            each.note,
        )
        for number, chain in enumerate(chains.shown, 1)
        for place, step in enumerate(chain, 1)
        for group, *members in step.groups
        for each in {said.id: said for member in members for said in member.statements}.values()
    )
    return Table.of(columns, rows)


def chains_text(chains: Chains) -> str:
    """The chains for reading: each step with its groups, their facts and sources."""
    blocks = [_written([chains_remark(chains)])]
    for number, chain in enumerate(chains.shown, 1):
        if chains.count > 1:
            names = [chain[0].start.name, *(step.end.name for step in chain)]
            blocks.append(_written([f"Chain {number}: {' – '.join(names)}"]))
        blocks += (_step(place, step, chains.weighed) for place, step in enumerate(chain, 1))
    return "\n".join(blocks)


def chains_remark(chains: Chains) -> str:
    """How long the way is and how many there are."""
    text = f"{chains.start.name} to {chains.end.name}: "
    if not chains.count:
        first, second = chains.reach
        return f"{text}no chain joins them; the first reaches {counted(first)}, the second {second}"
    steps = len(chains.shown[0]) if chains.shown else 0
    text += "1 step" if steps == 1 else f"{steps} steps"
    if chains.weighed:
        text += f" of length {chains.length:.4g} together (a step is 1/strength long)"
    if chains.count == 1:
        return f"{text}, the only shortest chain"
    text += f", {chains.count} chains equally short"
    if len(chains.shown) < chains.count:
        text += f", {len(chains.shown)} shown"
    return text


def ego_table(ego: Ego, *, short: bool = False) -> Table:
    """A row a neighbour: by which groups it is tied, how strongly, to how many of the others.

    `short` leaves out the id and the kind.
    """
    columns = (
        *(("name",) if short else ("id", "name", "kind")),
        "sector",
        "strength",
        "groups",
        "tied_by",
        "ties_to_others",
    )
    rows = (
        (
            *_who(each.organisation, short),
            each.organisation.properties.get("sector"),
            each.strength,
            len(each.groups),
            [_group(group) for group in each.groups],
            each.shared,
        )
        for each in ego.neighbours
    )
    return Table.of(columns, rows)


def ego_remark(ego: Ego) -> str:
    """The ego network in numbers."""
    node = ego.organisation
    text = f"{node.name} ({node.id}, {node.kind}): tied to {counted(len(ego.neighbours))}"
    if not ego.neighbours:
        return text
    sectors = ", ".join(f"{count} {name or 'of no sector'}" for name, count in ego.sectors.items())
    text += f" ({sectors})\n"
    if not math.isnan(ego.density):
        text += f"density among them {ego.density:.3f} ({ego.ties} ties), "
    return text + f"constraint {ego.constraint:.3f}, effective size {ego.effective_size:.2f}"


def _counts(impact: Impact) -> list[tuple[str, int, int]]:
    def both(words: str, name: str) -> tuple[str, int, int]:
        before, after = (getattr(shape, name) for shape in (impact.before, impact.after))
        return words, before, after

    return [both(words, name) for name, words in _SHAPE.items()]


_SHAPE = {
    "organisations": "organisations",
    "ties": "ties",
    "components": "components",
    "isolates": "of these, single organisations",
    "largest": "organisations in the largest",
    "connected": "connected pairs of those who stay",
}
assert set(_SHAPE) == set(Shape.__dataclass_fields__)


def _loss(loss: Loss) -> list[str]:
    coordinated = _names(loss.coordinators)
    if [node.id for node in loss.coordinators] == [loss.group.id]:
        coordinated = "itself, as no coordinator is stated"
    why = "which leaves" if loss.left else "which stays"
    head = f"  {loss.group.name}, coordinated by {coordinated} ({why}):"
    lines = [head]
    if loss.members:
        lost = "are left without it" if loss.left else "lose their only path to it"
        lines.append(
            f"    {len(loss.members)} of {loss.size} members {lost}: {_names(loss.members)}"
        )
    if loss.others:
        lines.append(
            f"    {counted(len(loss.others))} outside it lose theirs: {_names(loss.others)}"
        )
    return lines


def _bridge(each: Belonging, communities: Sequence[Community]) -> str:
    ties = "1 tie" if each.outside == 1 else f"{each.outside} ties"
    to = ", ".join(str(number) for number in each.to)
    return f"{each.organisation.name} ({ties} to {to})"


def _step(place: int, step: Step, weighed: bool) -> str:
    strength = f" (strength {step.strength:.4g})" if weighed else ""
    lines = [f"{place}. {step.start.name} – {step.end.name}{strength}"]
    for group, *members in step.groups:
        lines.append(f"   {_group(group)}")
        said = {each.id: each for member in members for each in member.statements}
        for each in said.values():
            lines += (f"   {line}" for line in paragraph(each, each.name))
    return _written(lines)


def _group(group: Group) -> str:
    return f"{group.layer}: {group.name}" if group.name else "direct tie"


def _who(node: Node, short: bool) -> tuple[object, ...]:
    return (node.name,) if short else (node.id, node.name, node.kind)


def _names(nodes: Sequence[Node], most: int = _NAMED) -> str:
    shown = ", ".join(node.name for node in nodes[:most])
    rest = len(nodes) - most
    return f"{shown} and {rest} more" if rest > 0 else shown


def _written(lines: Iterable[str]) -> str:
    return "".join(f"{cell(line)}\n" for line in lines)
