"""Chains between two organisations as a table and as text."""

from __future__ import annotations

from graphkit.export.evidence import paragraph
from graphkit.export.own_cells import OwnCells
from graphkit.export.phrases import group_named, written
from graphkit.export.statement_columns import (
    STATEMENT_DATES,
    STATEMENT_TYPES,
    statement_cells,
    statement_columns,
)
from graphkit.export.table import Table
from graphkit.metrics.chains import Chains, Step
from graphkit.model.rounded import rounded
from graphkit.model.wording import counted


def chains_table(chains: Chains) -> Table:
    """One row per fact: the chain, the step, the group behind it, and the member it states."""
    facts = [
        (number, place, step, group, each)
        for number, chain in enumerate(chains.shown, 1)
        for place, step in enumerate(chain, 1)
        for group, *members in step.groups
        for each in {said.id: said for member in members for said in member.statements}.values()
    ]
    own = OwnCells.of(each.own for *_, each in facts)
    rows = (
        (number, place, step.start.id, step.end.id, *statement_cells(group, each, own=own))
        for number, place, step, group, each in facts
    )
    columns = ("chain", "step", "from", "to", *statement_columns(own=own))
    types = STATEMENT_TYPES | {"chain": int, "step": int} | own.types
    return Table.of(columns, rows, dates={*STATEMENT_DATES, *own.dates}, types=types)


def chains_text(chains: Chains) -> str:
    """The chains for reading: each step with its groups, their facts and sources."""
    blocks = [written([chains_remark(chains)])]
    for number, chain in enumerate(chains.shown, 1):
        if chains.count > 1:
            names = [chain[0].start.name, *(step.end.name for step in chain)]
            blocks.append(written([f"Chain {number}: {' – '.join(names)}"]))
        blocks += (_step(place, step, chains.weighed) for place, step in enumerate(chain, 1))
    return "\n".join(blocks)


def chains_remark(chains: Chains) -> str:
    """The length of the shortest chains and how many there are."""
    text = f"{chains.start.name} to {chains.end.name}: "
    if not chains.count:
        first, second = chains.reach
        reached = f"{counted(first, 'organisation')}, the second {second}"
        return f"{text}no chain joins them; the first reaches {reached}"
    steps = len(chains.shown[0]) if chains.shown else 0
    text += counted(steps, "step")
    if chains.weighed:
        text += (
            f" with a total length of {rounded(chains.length)} (the length of a step is 1/strength)"
        )
    if chains.count == 1:
        return f"{text}, the only shortest chain"
    text += f", {chains.count} chains equally short"
    if len(chains.shown) < chains.count:
        text += f", {len(chains.shown)} shown"
    return text


def _step(place: int, step: Step, weighed: bool) -> str:
    strength = f" (strength {rounded(step.strength)})" if weighed else ""
    lines = [f"{place}. {step.start.name} – {step.end.name}{strength}"]
    for group, *members in step.groups:
        lines.append(f"   {group_named(group)}")
        said = {each.id: each for member in members for each in member.statements}
        for each in said.values():
            lines += (f"   {line}" for line in paragraph(each, each.name))
    return written(lines)
