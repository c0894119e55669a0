"""Communities: organisations with many ties among them, and who bridges them."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.report.part import Part
from graphkit.report.study import Study
from graphkit.report.tree import Block, Paragraph
from graphkit.report.writing import Writing
from graphkit.views.build import MOST_TIES

_MOST = 10
_BRIDGES = 10
_WEAK = 0.3
"""Below this modularity communities are said to be weakly apart (Newman and Girvan 2004)."""


def _write(study: Study, pen: Writing) -> Sequence[Block]:
    if not study.has_ties:
        return [pen.paragraph("no-ties")]
    if study.network.tied.compressed.number_of_edges() > MOST_TIES:
        return [pen.paragraph("too-many-ties")]
    found = study.partition
    said = pen.say("found", n=len(found.communities))
    if found.alone:
        said += pen.say("alone", n=len(found.alone))
    name = "one" if len(found.communities) == 1 else "weak" if found.modularity < _WEAK else "clear"
    said += pen.say(name, modularity=found.modularity)
    blocks: list[Block] = [Paragraph(said)]
    rows = [
        (
            each.members[0].organisation.id,
            (
                str(each.number),
                len(each.members),
                each.inside,
                [member.organisation for member in each.members],
            ),
        )
        for each in found.communities[:_MOST]
    ]
    columns = {"community": "", "organisations": "", "ties-inside": "", "members": ""}
    blocks.append(pen.grid("communities", rows, columns, total=len(found.communities)))
    bridges = sorted(
        ((each.number, member) for each in found.communities for member in each.bridges),
        key=lambda pair: (-pair[1].outside, pair[1].organisation.name.casefold()),
    )
    if not bridges:
        blocks.append(pen.paragraph("no-bridges"))
        return blocks
    most = bridges[0][1].outside
    first = [member.organisation for _, member in bridges if member.outside == most]
    said = pen.say("bridges", n=len(bridges))
    if len(first) > 1:
        said += pen.say("most-each", names=first, n=most)
    else:
        said += pen.say("most", first=first[0], n=most)
    blocks.append(Paragraph(said))
    blocks.append(
        pen.grid(
            "bridging",
            [
                (
                    member.organisation.id,
                    (
                        member.organisation,
                        str(number),
                        member.outside,
                        ", ".join(map(str, member.to)),
                    ),
                )
                for number, member in bridges[:_BRIDGES]
            ],
            {"organisation": "", "community": "", "ties-outside": "", "communities-reached": ""},
            total=len(bridges),
        )
    )
    return blocks


PART = Part(name="groups", write=_write, about=("network",))
