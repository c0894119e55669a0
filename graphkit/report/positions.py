"""An organisation's place in the ranking, in words and beside the others in a table."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.metrics import METRICS
from graphkit.metrics.chance import LESS, MORE, WITHIN
from graphkit.report.study import Study
from graphkit.report.tree import Grid, Run
from graphkit.report.writing import Writing

_FINDINGS = {MORE: "more", WITHIN: "within", LESS: "less"}
_ENOUGH_DRAWS = 19


def position(study: Study, pen: Writing, place: int) -> Run:
    """Say the value at a place of the ranking, how far its rank holds, and what chance gives."""
    ranking = study.ranking
    node, value = ranking.organisations[place], ranking.values[ranking.by][place]
    degree = int(ranking.values["degree"][place])
    if ranking.by == "betweenness":
        said = pen.say("between", node.id, share=value, n=degree)
    else:
        label = METRICS[ranking.by].label[pen.words.language]
        said = pen.say("value", node.id, metric=label, value=value, n=degree)
    if found := finding(study, place):
        said += pen.say(f"chance-{found}", node.id)
    bands = study.bands
    if bands is not None and bands.draws >= _ENOUGH_DRAWS:
        low, high = bands.low[place], bands.high[place]
        if low == high:
            said += pen.say("band-firm", node.id, rank=low)
        else:
            said += pen.say("band", node.id, low=low, high=high)
    return said


def finding(study: Study, place: int) -> str:
    """Whether a value is more, within or less than chance gives; "" where that cannot be said."""
    if study.chance is None:
        return ""
    return _FINDINGS.get(study.chance.expectation.finding(place), "")


def ranking_grid(study: Study, pen: Writing, places: Sequence[int]) -> Grid:
    """The places of the ranking with their values, ranges, findings and facts."""
    ranking, bands = study.ranking, study.bands
    chance = {name: pen.label(f"finding-{name}", "common") for name in _FINDINGS.values()}
    rows = []
    for place in places:
        node = ranking.organisations[place]
        found = finding(study, place)
        rows.append(
            (
                node.id,
                (
                    node,
                    ranking.ranks[place],
                    None if bands is None else bands.low[place],
                    None if bands is None else bands.high[place],
                    ranking.values[ranking.by][place],
                    chance.get(found, pen.label("finding-none", "common")),
                    int(ranking.values["degree"][place]),
                    ranking.facts[place],
                    ranking.inferred[place],
                ),
            )
        )
    columns = {
        "organisation": "",
        "rank": "",
        "low": "",
        "high": "",
        "value": "",
        "chance": "",
        "ties": "",
        "facts": "",
        "inferred": "",
    }
    label = METRICS[ranking.by].label[pen.words.language]
    return pen.grid("ranking", rows, columns, metric=label)
