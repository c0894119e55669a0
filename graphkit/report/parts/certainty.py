"""How certain the order is: lost facts, chance, sources, unnamed members, undecided names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphkit.names import NEAR_CERTAIN
from graphkit.report.part import Part
from graphkit.report.positions import finding
from graphkit.report.study import Study
from graphkit.report.tree import Block, Heading, Items, Paragraph, Run
from graphkit.report.writing import Writing

_PAIRS = 5


def _write(study: Study, pen: Writing) -> Sequence[Block]:
    if not study.has_ties or not study.key_connectors:
        return [pen.paragraph("nothing")]
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
        return pen.say("no-draws")
    said = pen.say("bands", n=bands.draws)
    places = study.key_connectors
    nodes = bands.ranking.organisations
    alike = list(indistinct(bands.low, bands.high, places))
    if len(alike) > 1:
        said += pen.say("alike", names=[nodes[each] for each in alike])
    elif len(places) > 1:
        said += pen.say("apart", first=nodes[places[0]])
    said += pen.say("first-in", first=nodes[places[0]], share=bands.in_top[places[0]])
    for group in _later(bands.low, bands.high, places[len(alike) :]):
        said += pen.say("alike-later", nodes[group[0]].id, names=[nodes[each] for each in group])
    return said


def indistinct(low: Sequence[int], high: Sequence[int], places: Sequence[int]) -> Iterator[int]:
    """The first place, and those after it in a row whose range overlaps that of the first."""
    reach = high[places[0]]
    for place in places:
        if low[place] > reach:
            return
        yield place


def _later(low: Sequence[int], high: Sequence[int], places: Sequence[int]) -> Iterator[list[int]]:
    """The rest in runs that cannot be told apart, each of two or more."""
    left = list(places)
    while left:
        group = list(indistinct(low, high, left))
        if len(group) > 1:
            yield group
        left = left[len(group) :]


def _chance(study: Study, pen: Writing) -> Run:
    if study.chance is None:
        return pen.say("no-chance")
    said = pen.say("chance", n=study.chance.draws)
    found: dict[str, list[int]] = {"more": [], "within": [], "less": []}
    for place in study.key_connectors:
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
    places = study.key_connectors
    said = pen.say("sources", n=len(found.sources))
    falling = [each for each in places if found.carrier[each] is not None]
    if not falling:
        return (*said, *pen.say("none-falls"))
    first = places[0]
    carrier = found.carrier[first]
    if carrier is not None:
        said += pen.say(
            "first-falls",
            first=study.ranking.organisations[first],
            worst=found.worst[first],
            source=carrier,
        )
    else:
        said += pen.say("first-stays", first=study.ranking.organisations[first])
    return (*said, *pen.say("falling", n=len(falling), of=len(places)))


def _unnamed(study: Study, pen: Writing) -> Run:
    found = study.unnamed
    if found is None:
        return pen.say("no-unnamed")
    first = study.key_connectors[0]
    missing = [each for each in found.groups if each.missing]
    most = max(missing, key=lambda each: each.missing)
    return pen.say(
        "unnamed",
        n=found.added,
        group=most.group,
        reported=most.reported,
        named=most.named,
        first=study.ranking.organisations[first],
        low=found.low[first],
        high=found.high[first],
    )


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
