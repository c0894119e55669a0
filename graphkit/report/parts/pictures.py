"""The network as a picture: a figure for paper, and a page to search and filter."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from graphkit.model import UsageError
from graphkit.report.part import Part
from graphkit.report.study import Study
from graphkit.report.tree import Block, Interactive, Picture
from graphkit.report.writing import Writing

_WIDTH_CM = 17.0
_DPI = 200


def _write(study: Study, pen: Writing) -> Sequence[Block]:
    if not study.nodes:
        return [pen.paragraph("nobody")]
    try:
        view = study.view
    except UsageError as reason:
        return [pen.paragraph("too-large", reason=str(reason))]

    @cache
    def draw(form: str) -> bytes:
        from graphkit.views import render_figure

        return render_figure(view, form, width_cm=_WIDTH_CM, dpi=_DPI)

    @cache
    def page() -> str:
        from graphkit.views import render_page

        return render_page(view, embedded=True)

    ties = study.network.tied.compressed.number_of_edges()
    n = len(view.organisations)
    said = pen.say("alternative", n=n, ties=ties)
    alternative = "".join(each if isinstance(each, str) else each.text for each in said)
    first = study.ranking.organisations[study.key_connectors[0]] if study.key_connectors else None
    if first is not None:
        more = pen.say("largest", first=first)
        alternative += "".join(each if isinstance(each, str) else each.text for each in more)
    return [
        Picture("network", pen.label("caption"), alternative, draw),
        Interactive("network-page", pen.label("interactive-title"), pen.label("interactive"), page),
    ]


PART = Part(name="pictures", write=_write)
