"""What the report rests on, and how to make and check it again."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.report.part import Part
from graphkit.report.study import Study
from graphkit.report.tree import Block, Items
from graphkit.report.writing import Writing
from graphkit.version import __version__


def _write(study: Study, pen: Writing) -> Sequence[Block]:
    datasets = study.network.datasets
    items = [
        pen.item("dataset", name=each.name, digest=each.digest)
        for each in sorted(datasets, key=lambda each: each.name)
    ]
    said = [
        pen.item("selection", selection=pen.selected(study.selection)),
        pen.item(
            "settings", by=study.metric_label, draws=study.draws, seed=str(study.settings.seed)
        ),
    ]
    return [
        pen.paragraph("lead", version=__version__),
        Items((*items, *said)),
        pen.paragraph("check"),
    ]


PART = Part(name="manifest", write=_write)
