"""The network as a picture: a figure for paper, and a page to search and filter."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from graphkit.model import UsageError
from graphkit.report.part import Part
from graphkit.report.study import Study
from graphkit.report.tree import Block, Interactive, Picture, text_of
from graphkit.report.writing import Writing

_WIDTH_CM = 17.0
_DPI = 200


def _write(study: Study, pen: Writing) -> Sequence[Block]:
    if not study.nodes:
        return [pen.paragraph("nobody")]
    from graphkit.views import alternative_text

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

    caption = text_of(pen.say("caption", metric=study.metric_label))
    return [
        Picture("network", caption, alternative_text(view), draw),
        Interactive("network-page", pen.label("interactive-title"), pen.label("interactive"), page),
    ]


PART = Part(name="pictures", write=_write)
