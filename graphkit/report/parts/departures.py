"""What would break if a key connector left."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.metrics import Impact
from graphkit.report.part import Part
from graphkit.report.study import Study
from graphkit.report.tree import Block, Item, Items, Run
from graphkit.report.writing import Writing

_PIECES = 3


def _write(study: Study, pen: Writing) -> Sequence[Block]:
    if not study.has_ties:
        return [pen.paragraph("no-ties")]
    if not study.departures:
        return [pen.paragraph("nobody")]
    items = [Item(_said(each, pen)) for each in study.departures]
    return [pen.paragraph("meaning"), Items(tuple(items))]


def _said(found: Impact, pen: Writing) -> Run:
    (leaving,) = found.leaving
    at = leaving.id
    if not found.pairs_parted and not _alone(found):
        return pen.say("nothing", at, organisation=leaving)
    said = pen.say("parted", at, organisation=leaving, n=found.pairs_parted)
    before, after = found.before.largest, found.after.largest
    if after < before - 1:
        said += pen.say("shrinks", at, before=before, after=after)
    alone = _alone(found)
    if alone:
        said += pen.say("alone", at, n=len(alone), names=alone)
    for loss in found.losses[:_PIECES]:
        if loss.left and loss.members:
            of = f"{at}/{loss.group.id}"
            said += pen.say("without-coordinator", of, group=loss.group, n=len(loss.members))
    if found.shifts:
        # Where nobody has a value any more, nobody comes first.
        risen = [
            each for each in found.shifts if each.after == 1 < each.before and each.value_after
        ]
        if risen:
            said += pen.say("next", at, names=[each.organisation for each in risen])
    return said


def _alone(found: Impact) -> list[object]:
    return [piece[0] for pieces in found.parted for piece in pieces if len(piece) == 1]


PART = Part(name="departures", write=_write)
