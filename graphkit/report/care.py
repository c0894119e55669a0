"""What to know about a ranking, beside it: what could be otherwise, one sentence for each doubt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphkit.report.positions import alike, fall, finding
from graphkit.report.study import Study
from graphkit.report.tree import Block, Heading, Item, Items, Link, Run
from graphkit.report.writing import Writing

_PART = "certainty"


def care(study: Study, pen: Writing) -> Sequence[Block]:
    """List the doubts about the organisations that a part ranks, and where more is said."""
    if not study.subjects:
        return []
    more = (pen.label("more-below", "common"), Link(_PART, pen.label("heading", _PART)))
    items = [Item(said) for said in _doubts(study, pen) if said]
    return [
        Heading(pen.plain(pen.label("care", "common"))),
        Items((*items, Item((*more, ".")))),
    ]


def _doubts(study: Study, pen: Writing) -> Iterator[Run]:
    place = study.subjects[0]
    nodes = study.ranking.organisations
    first = nodes[place]
    bands = study.bands
    if bands is not None:
        same = [nodes[each] for each in alike(bands, place, study.connecting)]
        yield pen.say("open", first=first, names=same) if same else pen.say("firm", first=first)
    if study.chance is not None and len(study.subjects) > 1:
        more = [nodes[each] for each in study.subjects if finding(study, each) == "more"]
        if more:
            yield pen.say("beyond-chance", n=len(more), names=more)
        elif any(finding(study, each) for each in study.subjects):
            yield pen.say("none-beyond-chance")
    yield fall(study, pen, place)
    if (unnamed := study.unnamed) is not None:
        low, high = unnamed.low[place], unnamed.high[place]
        if low == high:
            yield pen.say("counted-firm", n=unnamed.added, first=first, low=low)
        else:
            yield pen.say("counted-only", n=unnamed.added, first=first, low=low, high=high)
    if found := study.reliance.likely:
        yield pen.say("undecided", n=len(found))
