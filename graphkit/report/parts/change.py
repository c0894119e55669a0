"""What changed between two selections, such as two dates."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.metrics import Comparison
from graphkit.metrics.turnover import Turnover
from graphkit.model import Node
from graphkit.report.part import Part
from graphkit.report.study import Study
from graphkit.report.tree import Block, Items, Paragraph, Run
from graphkit.report.writing import Writing

_MOST = 10


def _write(study: Study, pen: Writing) -> Sequence[Block]:
    found = study.comparison
    if found is None:
        return [pen.paragraph("not-asked")]
    a, b = (pen.selected(each) for each in (found.a, found.b))
    blocks: list[Block] = [pen.paragraph("sides", a=a, b=b)]
    if study.focus is not None:
        return [*blocks, Paragraph(_of_focus(found, study.focus, pen))]
    said = _turnover(found.organisations, "organisations", pen)
    said += _turnover(found.ties, "ties", pen)
    blocks.append(Paragraph(said))
    for name in ("gained", "lost"):
        nodes = [each.organisation for each in found.changes if each.status == name]
        if nodes:
            blocks.append(pen.paragraph(name, n=len(nodes), names=nodes))
    clusters = [
        pen.item(
            "cluster",
            each.cluster.id,
            cluster=each.cluster,
            a=each.a,
            b=each.b,
            joined=len(each.joined),
            left=len(each.left),
        )
        for each in found.clusters
        if each.joined or each.left
    ]
    if clusters:
        blocks += [pen.paragraph("clusters"), Items(tuple(clusters))]
    if pen.short:
        return blocks
    blocks += _moves(found, pen)
    return blocks


def _of_focus(found: Comparison, node: Node, pen: Writing) -> Run:
    own = next((each for each in found.changes if each.organisation.id == node.id), None)
    if own is None:
        return pen.say("of-neither", organisation=node)
    if own.a is None or own.b is None:
        return pen.say("of-lost" if own.b is None else "of-gained", organisation=node)
    said = pen.say(
        "of-both",
        organisation=node,
        a=own.a.rank,
        of_a=own.a.of,
        b=own.b.rank,
        of_b=own.b.of,
    )
    for side, position in (("A", own.a), ("B", own.b)):
        if position.tied > 1:
            said += pen.say("of-shared", side, side=side, n=position.tied)
    if own.a.rank == own.b.rank and not own.apart:
        return said
    if not found.has_ranges:
        return (*said, *pen.say("no-ranges"))
    return (*said, *pen.say("of-moved" if own.apart else "of-alike"))


def _turnover(found: Turnover, what: str, pen: Writing) -> Run:
    return pen.say(what, kept=found.kept, gained=found.gained, lost=found.lost)


def _moves(found: Comparison, pen: Writing) -> Sequence[Block]:
    """Only moves whose ranges are apart are called moves."""
    sure = [each for each in found.changes if each.apart]
    both = [each for each in found.changes if each.a is not None and each.b is not None]
    if not both:
        return [pen.paragraph("nobody-in-both")]
    if not found.has_ranges:
        return [pen.paragraph("no-ranges")]
    if not sure:
        return [pen.paragraph("no-moves", n=len(both))]
    rows = sorted(sure, key=lambda each: -abs(each.moved or 0.0))
    cells = [
        (each.organisation.id, (each.organisation, each.a.rank, each.a.of, each.b.rank, each.b.of))
        for each in rows[:_MOST]
        if each.a is not None and each.b is not None
    ]
    columns = {"organisation": "", "rank-a": "", "of-a": "", "rank-b": "", "of-b": ""}
    return [
        pen.paragraph("moves", n=len(sure), of=len(both)),
        pen.grid("moved", cells, columns, total=len(sure)),
    ]


PART = Part(name="change", write=_write, asked=lambda each: bool(each.compare))
