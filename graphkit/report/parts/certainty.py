"""How certain the order is: lost facts, chance, sources, unnamed members, undecided names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphkit.names import NEAR_CERTAIN
from graphkit.report.part import Part
from graphkit.report.positions import alike, fall, finding
from graphkit.report.study import Study
from graphkit.report.tree import Block, Heading, Items, Paragraph, Run
from graphkit.report.writing import Writing

_PAIRS = 5


def _write(study: Study, pen: Writing) -> Sequence[Block]:
    if not study.has_ties:
        return [pen.paragraph("no-ties")]
    if not study.subjects:
        untied = study.focus is not None
        return [
            pen.paragraph("untied", organisation=study.focus)
            if untied
            else pen.paragraph("nothing")
        ]
    blocks: list[Block] = []
    for name, say in (
        ("lost-facts", _bands),
        ("by-chance", _chance),
        ("one-source", _sources),
        ("unnamed-members", _unnamed),
    ):
        blocks += [Heading(pen.plain(pen.label(name))), Paragraph(say(study, pen))]
    return [*blocks, Heading(pen.plain(pen.label("undecided-names"))), *_names(study, pen)]


def _bands(study: Study, pen: Writing) -> Run:
    bands = study.bands
    if bands is None:
        return pen.say("few-draws" if study.draws else "no-draws")
    said = pen.say("bands", n=bands.draws)
    nodes = bands.ranking.organisations
    first, *rest = study.subjects
    if share := bands.in_top[first]:
        said += pen.say("first-in", first=nodes[first], share=share)
    same = alike(bands, first, study.connecting)
    if same:
        said += pen.say("alike", first=nodes[first], names=[nodes[each] for each in same])
    else:
        said += pen.say("apart", first=nodes[first])
    left = [each for each in rest if each not in same]
    while left:
        leader, *left = left
        if others := alike(bands, leader, left):
            names = [nodes[each] for each in others]
            said += pen.say("alike-later", nodes[leader].id, first=nodes[leader], names=names)
            left = [each for each in left if each not in others]
    return said


def _chance(study: Study, pen: Writing) -> Run:
    if study.chance is None:
        return pen.say("no-chance" if study.draws else "no-draws-for-chance")
    said = pen.say("chance", n=study.chance.draws)
    found: dict[str, list[int]] = {"more": [], "within": [], "less": []}
    for place in study.subjects:
        if what := finding(study, place):
            found[what].append(place)
    nodes = study.ranking.organisations
    for what, places in found.items():
        if places:
            said += pen.say(f"chance-{what}", names=[nodes[each] for each in places])
    return said if any(found.values()) else (*said, *pen.say("chance-none"))


def _sources(study: Study, pen: Writing) -> Run:
    found = study.without_sources
    if found is None:
        alone = len(study.network.facts.stated_alone())
        return pen.say("too-many-sources", n=alone) if alone else pen.say("no-sources")
    places = study.subjects
    first = study.ranking.organisations[places[0]]
    said = pen.say("sources", n=len(found.sources))
    falls = fall(study, pen, places[0])
    said += (*falls, " ") if falls else pen.say("first-stays", first=first)
    falling = [each for each in places if found.carrier[each] is not None]
    if len(places) > 1:
        said += (
            pen.say("falling", n=len(falling), of=len(places)) if falling else pen.say("none-falls")
        )
    return said


def _unnamed(study: Study, pen: Writing) -> Run:
    found = study.unnamed
    if found is None:
        number = study.only_counted
        return pen.say("too-many-unnamed", n=number) if number else pen.say("no-unnamed")
    missing = [each for each in found.groups if each.missing]
    most = max(missing, key=lambda each: each.missing)
    said = pen.say(
        "unnamed" if len(missing) > 1 else "unnamed-one",
        n=found.added,
        group=most.group,
        reported=most.reported,
        named=most.named,
    )
    place = study.subjects[0]
    first, low, high = study.ranking.organisations[place], found.low[place], found.high[place]
    if low == high:
        return (*said, *pen.say("unnamed-firm", first=first, low=low))
    return (*said, *pen.say("unnamed-rank", first=first, low=low, high=high))


def _names(study: Study, pen: Writing) -> Iterator[Block]:
    found = study.reliance
    if not found.likely:
        yield pen.paragraph("no-pairs")
        return
    yield pen.paragraph(
        "pairs", n=len(found.likely), certain=len(found.near_certain), places=found.places_if_likely
    )
    if pen.short:
        return
    pairs = sorted(found.likely, key=lambda each: -each.score)[:_PAIRS]
    yield Items(
        tuple(
            pen.item(
                "near-certain" if each.score >= NEAR_CERTAIN else "likely",
                f"{each.left.id}/{each.right.id}",
                left=each.left,
                right=each.right,
            )
            for each in pairs
        )
    )


PART = Part(name="certainty", write=_write, brief=True)
