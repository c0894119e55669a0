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
        pen.item("dataset", name=each.name, digest=each.digest, nodes=each.nodes, facts=each.facts)
        for each in sorted(datasets, key=lambda each: each.name)
    ]
    said = [
        pen.item("selection", selection=str(study.selection)),
        pen.item("settings", by=study.ranking.by, draws=study.draws, seed=study.settings.seed),
    ]
    return [
        pen.paragraph("lead", version=__version__),
        Items((*items, *said)),
        pen.paragraph("check"),
    ]


PART = Part(name="manifest", write=_write)
