"""What documents declare against what organisations answer in a survey, and who did not answer."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from graphkit.metrics import DocumentsAndAnswers, Ratings
from graphkit.report.part import Part
from graphkit.report.study import Study
from graphkit.report.tree import Block
from graphkit.report.writing import Writing

_MOST = 10


def _write(study: Study, pen: Writing) -> Sequence[Block]:
    if study.answers is None:
        return [pen.paragraph("no-survey")]
    found, ratings = study.answers
    if not found.answered:
        return [*_response(ratings, pen), pen.paragraph("no-answers")]
    return [*_response(ratings, pen), *_compared(found, ratings, pen), *_tables(found, pen)]


def _response(ratings: Ratings, pen: Writing) -> Iterator[Block]:
    (question,) = ratings.questions
    if question.asked:
        share = question.response_rate
        answered, asked = question.answered, question.asked
        yield pen.paragraph("response", answered=answered, asked=asked, share=share)
    named = [node for _, node, number in ratings.silent if number]
    if named:
        yield pen.paragraph("silent", n=len(named), names=named)
    elif ratings.silent:
        yield pen.paragraph("silent-none")


def _compared(found: DocumentsAndAnswers, ratings: Ratings, pen: Writing) -> Iterator[Block]:
    both, only = found.count("both"), found.count("declared only")
    lived = found.count("lived only")
    condition = ", ".join(found.selection.rating)
    asked = pen.plain(ratings.questions[0].question.name)
    yield pen.paragraph("condition", condition=condition, question=asked)
    if declared := both + only:
        share = both / declared
        yield pen.paragraph("declared", declared=declared, both=both, share=share, n=only)
    else:
        yield pen.paragraph("none-declared")
    if both or lived:
        yield pen.paragraph("lived" if lived else "none-lived", n=lived)
    else:
        yield pen.paragraph("nobody-tied")
    if found.unknown:
        yield pen.paragraph("unknown", n=found.unknown)
    together = found.correlation
    if together is None or math.isnan(together.correlation):
        yield pen.paragraph("no-correlation")
    elif math.isnan(together.at_least):
        yield pen.paragraph("correlation-only", r=together.correlation)
    else:
        share = together.at_least
        yield pen.paragraph("correlation", r=together.correlation, share=share)


def _tables(found: DocumentsAndAnswers, pen: Writing) -> Iterator[Block]:
    columns = {"organisation": "", "other": ""}
    for what in ("declared only", "lived only"):
        pairs = [each for each in found.pairs if each.what == what]
        rows = [(f"{p.one.id}/{p.other.id}", (p.one, p.other)) for p in pairs[:_MOST]]
        if rows:
            yield pen.grid(what.replace(" ", "-"), rows, columns, total=len(pairs))
    clusters = [
        (each.group.id, (each.group, each.members, each.pairs, each.lived, each.unknown))
        for each in found.clusters
    ]
    if clusters:
        heads = dict.fromkeys(("organisation", "members", "pairs", "lived", "neither-answered"), "")
        yield pen.grid("clusters", clusters[:_MOST], heads, total=len(clusters))


PART = Part(name="answers", write=_write, about=("network",))
