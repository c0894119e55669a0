"""How good the data are: facts by status, by source and date, and what is left out."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.report.part import Part
from graphkit.report.study import Study
from graphkit.report.tree import Block
from graphkit.report.writing import Writing

_OF_FACTS = ("inferred", "disputed", "undated", "dates_from", "unsourced", "unknown")
_LEFT_OUT = (
    "planned",
    "absent",
    "folded",
    "unchosen",
    "unmet",
    "unstated",
    "elsewhere",
    "unplaced",
    "unclustered",
    "outside",
    "untied",
    "within_one",
    "repeated",
)


def _write(study: Study, pen: Writing) -> Sequence[Block]:
    counts = study.summary.counts
    facts = counts["facts"]
    if not facts:
        return [pen.paragraph("no-facts")]
    good = pen.words.section("quality-rows")
    rows = [
        (name, (good[name], counts[name], counts[name] / facts))
        for name in _OF_FACTS
        if counts[name] or name in ("inferred", "undated", "unsourced")
    ]
    blocks: list[Block] = [
        pen.paragraph("facts", n=facts),
        pen.grid("status", rows, {"facts": "", "number": "", "share": "%"}),
    ]
    left = [(name, (good[name], counts[name])) for name in _LEFT_OUT if counts[name]]
    if left:
        blocks.append(pen.grid("left-out", left, {"what": "", "number": ""}))
    else:
        blocks.append(pen.paragraph("nothing-left-out"))
    return blocks


PART = Part(name="quality", write=_write)
