"""What was declared and is not realised as far as the data say, and the reverse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from graphkit.model import Node
from graphkit.report.part import Part
from graphkit.report.study import Study
from graphkit.report.tree import Block
from graphkit.report.writing import Writing

_MOST = 10


def _write(study: Study, pen: Writing) -> Sequence[Block]:
    found = study.declared
    if not found.declarations:
        return [pen.paragraph("no-declarations")]
    if not found.realisations:
        return [pen.paragraph("no-realisations", n=found.declarations)]
    declared = found.both + len(found.declared_only)
    blocks: list[Block] = []
    if declared:
        blocks.append(
            pen.paragraph(
                "declared",
                declared=declared,
                both=found.both,
                share=found.both / declared,
                n=len(found.declared_only),
            )
        )
        blocks.append(pen.paragraph("unknown"))
    else:
        blocks.append(pen.paragraph("nobody-together"))
    name = "realised" if found.realised_only else "none-undeclared"
    blocks.append(pen.paragraph(name, n=len(found.realised_only)))
    if found.declared_only:
        counts = Counter(each.id for pair in found.declared_only for each in pair)
        nodes = {each.id: each for pair in found.declared_only for each in pair}
        rows = sorted(counts, key=lambda each: (-counts[each], nodes[each].name.casefold()))
        blocks.append(
            pen.grid(
                "waiting",
                [(each, (nodes[each], counts[each])) for each in rows[:_MOST]],
                {"organisation": "", "partners": ""},
                total=len(rows),
            )
        )
    for name, pairs in (("pairs", found.declared_only), ("undeclared", found.realised_only)):
        if pairs:
            columns = {"organisation": "", "other": ""}
            blocks.append(pen.grid(name, _rows(pairs), columns, total=len(pairs)))
    return blocks


def _rows(pairs: Sequence[tuple[Node, Node]]) -> list[tuple[str, tuple[Node, Node]]]:
    return [(f"{one.id}/{other.id}", (one, other)) for one, other in pairs[:_MOST]]


PART = Part(name="declared", write=_write, about=("network",))
