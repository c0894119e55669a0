"""An organisation's place in the ranking, in words and beside the others in a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from graphkit.metrics import Bands
from graphkit.metrics.chance import LESS, MORE, WITHIN
from graphkit.report.study import Study
from graphkit.report.tree import Grid, Run
from graphkit.report.writing import Writing

_FINDINGS = {MORE: "more", WITHIN: "within", LESS: "less"}


def position(study: Study, pen: Writing, place: int) -> Run:
    """Say the value at a place of the ranking, how far its rank holds, and what chance gives."""
    ranking = study.ranking
    node, value = ranking.organisations[place], ranking.values[ranking.by][place]
    degree = int(ranking.values["degree"][place])
    if ranking.by == "betweenness":
        said = pen.say("between", node.id, share=value)
    else:
        said = pen.say("value", node.id, metric=study.metric_label, value=value)
    if found := finding(study, place):
        said += pen.say(f"chance-{found}", node.id)
    bands = study.bands
    if bands is not None:
        low, high = bands.low[place], bands.high[place]
        if low == high == ranking.ranks[place]:
            said += pen.say("band-firm", node.id, rank=low)
        else:
            said += pen.say("band", node.id, low=low, high=high)
    return (*said, *pen.say("ties-of", node.id, n=degree))


def fall(study: Study, pen: Writing, place: int) -> Run:
    """Say how far an organisation would fall without the source that carries it; nothing for one
    that would not fall.
    """
    found = study.without_sources
    if found is None or (carrier := found.carrier[place]) is None:
        return ()
    first, worst = study.ranking.organisations[place], found.worst[place]
    if (sharing := found.sharing[place]) > 1:
        return pen.say("first-falls-shared", first=first, worst=worst, source=carrier, n=sharing)
    return pen.say("first-falls", first=first, worst=worst, source=carrier)


def alike(bands: Bands, place: int, among: Sequence[int]) -> list[int]:
    """The other places, among some, whose ranges of ranks overlap with that of a place."""
    low, high = bands.low, bands.high
    return [
        each
        for each in among
        if each != place and low[each] <= high[place] and low[place] <= high[each]
    ]


def finding(study: Study, place: int) -> str:
    """Whether a value is more, within or less than chance gives; "" where that cannot be said."""
    if study.chance is None:
        return ""
    return _FINDINGS.get(study.chance.expectation.finding(place), "")


def ranking_grid(study: Study, pen: Writing, places: Sequence[int]) -> Grid:
    """The places of the ranking with their values, facts and, if drawn, ranges and findings."""
    ranking, bands = study.ranking, study.bands
    nodes = ranking.organisations
    columns: dict[str, Callable[[int], object]] = {
        "organisation": lambda place: nodes[place],
        "rank": lambda place: ranking.ranks[place],
    }
    if bands is not None:
        columns["low"] = lambda place: bands.low[place]
        columns["high"] = lambda place: bands.high[place]
    columns["value"] = lambda place: ranking.values[ranking.by][place]
    if study.chance is not None:
        columns["chance"] = lambda place: pen.label(
            f"finding-{finding(study, place) or 'none'}", "common"
        )
    columns["ties"] = lambda place: int(ranking.values["degree"][place])
    columns["facts"] = lambda place: ranking.facts[place]
    columns["inferred"] = lambda place: ranking.inferred[place]
    rows = [(nodes[place].id, [cell(place) for cell in columns.values()]) for place in places]
    return pen.grid("ranking", rows, dict.fromkeys(columns, ""), metric=study.metric_label)
