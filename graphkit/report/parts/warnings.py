"""What to know before anything in the report is quoted."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.metrics.caution import Caution, LargeGroup, OneSource, SharedRank, WithoutFacts
from graphkit.metrics.counted_twice import CountedTwice
from graphkit.report.part import Part
from graphkit.report.study import Study
from graphkit.report.tree import Block, Item, Items, Run
from graphkit.report.writing import Writing


def _write(study: Study, pen: Writing) -> Sequence[Block]:
    items = [Item(_said(each, pen)) for each in study.cautions]
    counts = study.network.counts()
    items += [
        pen.item(name, n=counts[name], of=counts["facts"])
        for name in ("inferred", "disputed", "undated", "unsourced", "unknown")
        if counts[name]
    ]
    if counts["planned"]:
        items.append(pen.item("planned", n=counts["planned"]))
    if not items:
        return [pen.paragraph("none" if counts["facts"] else "no-facts")]
    return [Items(tuple(items))]


def _said(caution: Caution, pen: Writing) -> Run:
    match caution:
        case LargeGroup():
            said = pen.say(
                "large-group",
                share=caution.ties / caution.of,
                group=caution.group,
                n=caution.organisations,
            )
            first = pen.say("first-places", n=caution.places) if caution.places > 1 else ()
            return (*said, *first)
        case SharedRank():
            why = "alike" if 2 * caution.alike > caution.organisations else "same-value"
            return pen.say(
                "shared-rank", n=caution.organisations, rank=caution.rank, why=pen.say(why)
            )
        case WithoutFacts():
            return pen.say(
                "without-facts", n=caution.organisations, share=caution.organisations / caution.of
            )
        case OneSource():
            return pen.say("one-source", share=caution.alone / caution.of, title=caution.title)
        case CountedTwice():
            return pen.say("counted-twice", first=caution.first, other=caution.other)


PART = Part(name="warnings", write=_write, brief=True)
