"""One organisation: its place, why it stands there, and who it is tied to."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.report.care import care
from graphkit.report.part import Part
from graphkit.report.positions import position
from graphkit.report.reasons import because, reasons
from graphkit.report.study import Study
from graphkit.report.tree import Block, Paragraph
from graphkit.report.writing import Writing

_REASONS = 20


def _write(study: Study, pen: Writing) -> Sequence[Block]:
    node = study.focus
    assert node is not None
    ranking = study.ranking
    place = next(at for at, each in enumerate(ranking.organisations) if each.id == node.id)
    listed = reasons(study, pen, node, 3 if pen.short else _REASONS)
    if listed is None:
        return [pen.paragraph("no-ties", organisation=node)]
    said = pen.say("ranked-among", organisation=node, rank=ranking.ranks[place], of=len(ranking))
    blocks: list[Block] = [
        Paragraph((*said, *position(study, pen, place), *because(study, pen, node))),
        listed,
    ]
    if pen.short:
        return blocks
    others = {
        other.id: other for reason in study.explained(node).reasons for other in reason.others
    }
    shared = {
        other: [each.group for each in study.explained(node).reasons if other in _ids(each)]
        for other in others
    }
    rows = sorted(shared, key=lambda each: (-len(shared[each]), others[each].name.casefold(), each))
    blocks.append(
        pen.grid(
            "neighbours",
            [(each, (others[each], len(shared[each]), shared[each])) for each in rows],
            {"organisation": "", "groups": "", "shared": ""},
            organisation=node,
        )
    )
    blocks += care(study, pen)
    return blocks


def _ids(reason: object) -> set[str]:
    return {each.id for each in reason.others}  # type: ignore[attr-defined]


PART = Part(name="organisation", write=_write, about=("organisation",), brief=True)
