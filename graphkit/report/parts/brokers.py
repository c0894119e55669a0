"""Who connects different sectors: untied pairs of two other sectors than their own."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.report.part import Part
from graphkit.report.study import Study
from graphkit.report.tree import Block, Paragraph
from graphkit.report.writing import Writing

_MOST = 10


def _write(study: Study, pen: Writing) -> Sequence[Block]:
    if not study.has_ties:
        return [pen.paragraph("no-ties")]
    found = study.brokers
    known = {each for each in found.categories if each}
    if len(known) < 2:
        return [pen.paragraph("one-sector")]
    bridging = [
        round(found.columns["liaison"][at] + found.columns["gatekeeper"][at])
        for at in range(len(found))
    ]
    order = sorted(
        (at for at, number in enumerate(bridging) if number),
        key=lambda at: (-bridging[at], found.organisations[at].name.casefold()),
    )
    if not order:
        return [pen.paragraph("nobody")]
    sectors = pen.words.views.section("sector")

    def called(name: str | None) -> str | None:
        return None if name is None else sectors.get(name, name)

    most = bridging[order[0]]
    first = [found.organisations[at] for at in order if bridging[at] == most]
    if len(first) > 1:
        said = pen.say("tied", names=first, n=most)
    else:
        met = pen.listed([(called(each) or "",) for each in found.spans[order[0]]])
        said = pen.say("first", organisation=first[0], n=most, sectors=met)
    if len(order) > len(first):
        less = bridging[order[len(first)]]
        following = [found.organisations[at] for at in order if bridging[at] == less]
        said += (
            pen.say("next", organisation=following[0], n=less)
            if len(following) == 1
            else pen.say("next-each", names=following, n=less)
        )
    blocks: list[Block] = [pen.paragraph("meaning"), Paragraph(said)]
    if found.uncategorised:
        blocks.append(pen.paragraph("uncategorised", n=found.uncategorised))
    rows = [
        (
            found.organisations[at].id,
            (
                found.organisations[at],
                called(found.categories[at]),
                bridging[at],
                round(found.columns["brokered"][at]),
                ", ".join(called(each) or "" for each in found.spans[at]),
            ),
        )
        for at in order[:_MOST]
    ]
    columns = {"organisation": "", "sector": "", "bridged": "", "brokered": "", "sectors-met": ""}
    blocks.append(pen.grid("brokers", rows, columns, total=len(order)))
    return blocks


PART = Part(name="brokers", write=_write, about=("network",))
