"""The key connectors in words: who stands between the others, by how much, and why."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.report.care import care
from graphkit.report.part import Part
from graphkit.report.positions import position, ranking_grid
from graphkit.report.reasons import because, reasons
from graphkit.report.study import Study
from graphkit.report.tree import Block, Heading, Paragraph
from graphkit.report.writing import Writing

_IN_WORDS = 5
_IN_SHORT = 3
_REASONS_IN_SHORT = 3


def _write(study: Study, pen: Writing) -> Sequence[Block]:
    if not study.nodes:
        return [pen.paragraph("nobody")]
    if not study.has_ties:
        return [pen.paragraph("no-ties")]
    ranking, places = study.ranking, study.key_connectors
    if not places:
        return [pen.paragraph("no-value", metric=study.metric_label)]
    shown = places[: _IN_SHORT if pen.short else _IN_WORDS]
    blocks: list[Block] = [
        pen.paragraph("meaning-betweenness")
        if ranking.by == "betweenness"
        else pen.paragraph("meaning", metric=study.metric_label)
    ]
    for place in shown:
        node = ranking.organisations[place]
        blocks.append(
            Heading(pen.say("ranked", node.id, rank=ranking.ranks[place], organisation=node))
        )
        blocks.append(Paragraph((*position(study, pen, place), *because(study, pen, node))))
        listed = reasons(study, pen, node, *([_REASONS_IN_SHORT] if pen.short else []))
        if listed is not None:
            blocks.append(listed)
    if not pen.short:
        blocks += [ranking_grid(study, pen, places), *care(study, pen)]
    return blocks


PART = Part(name="connectors", write=_write, about=("network",), brief=True)
