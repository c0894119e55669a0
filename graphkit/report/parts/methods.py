"""How the numbers are made, from the metric catalogue."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.metrics import METRICS, Entry, Metric, in_catalogue
from graphkit.report.part import Part
from graphkit.report.study import Study
from graphkit.report.tree import Block, Items
from graphkit.report.writing import Writing


def _write(study: Study, pen: Writing) -> Sequence[Block]:
    metric = METRICS[study.ranking.by]
    of_all = study.focus is None
    names = dict.fromkeys((metric.name, "degree", *(["brokerage-roles"] if of_all else [])))
    used = {
        "bands": study.bands is not None,
        "chance": study.chance is not None,
        "communities": of_all,
        "introductions": True,
    }
    entries = [in_catalogue(name) for name in names]
    items = [
        pen.item(
            "entry",
            each.name,
            name=_label(each, pen),
            meaning=pen.label(own)
            if pen.words.has(pen.part, own := f"of-{each.name}")
            else each.meaning,
            formula=each.formula,
            reference=each.reference,
        )
        for each in entries
    ]
    return [
        pen.paragraph("network"),
        *([pen.paragraph("ratings")] if study.selection.rating else []),
        pen.paragraph("weights" if study.selection.weight != "none" else "no-weights"),
        Items(tuple(items)),
        *(pen.paragraph(name) for name, is_used in used.items() if is_used),
    ]


def _label(entry: Entry, pen: Writing) -> str:
    if isinstance(entry, Metric):
        return entry.label[pen.words.language]
    own = f"name-{entry.name}"
    return pen.label(own) if pen.words.has(pen.part, own) else entry.name.replace("-", " ")


PART = Part(name="methods", write=_write)
