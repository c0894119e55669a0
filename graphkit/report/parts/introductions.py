"""Who could be introduced to whom: no tie, but acquaintances in common."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.report.part import Part
from graphkit.report.study import Study
from graphkit.report.tree import Block
from graphkit.report.writing import Writing


def _write(study: Study, pen: Writing) -> Sequence[Block]:
    if not study.has_ties:
        return [pen.paragraph("no-ties")]
    found = study.introductions
    if not found:
        return [pen.paragraph("none")]
    rows = [
        (
            f"{each.one.id}/{each.other.id}",
            (each.one, each.other, len(each.through), list(each.through)),
        )
        for each in found
    ]
    columns = {"organisation": "", "other": "", "both-tied": "", "through": ""}
    return [
        pen.paragraph("meaning"),
        pen.paragraph(
            "first",
            one=found[0].one,
            other=found[0].other,
            n=len(found[0].through),
            through=list(found[0].through),
        ),
        pen.grid("pairs", rows, columns),
    ]


PART = Part(name="introductions", write=_write)
