"""Rankings and their bands as tables and as remarks."""

from __future__ import annotations

from graphkit.export.catalogue import meanings
from graphkit.export.chance import (
    CHANCE,
    CHANCE_TYPES,
    about_draws,
    about_sources,
    chance_cells,
    chance_words,
    lines,
)
from graphkit.export.own_cells import NO_OWN, OwnCells
from graphkit.export.phrases import names_of
from graphkit.export.table import Table
from graphkit.metrics import Bands, Ranking, RankingChance
from graphkit.metrics.bands import KEEP_UNKNOWN, TOP
from graphkit.metrics.chance import LESS, MORE, WITHIN
from graphkit.metrics.ranking_metrics import ORGANISATION_METRICS
from graphkit.model import TABLES, Node, Shown
from graphkit.model.rounded import rounded
from graphkit.model.wording import counted
from graphkit.network import (
    Backbone,
)
from graphkit.network.backbone import MODEL

FACTS = ("facts", "inferred", "undated")
"""The columns that count the facts behind a row."""

_ABOUT = ("id", "name", "kind", "sector")


def ranking_table(
    ranking: Ranking,
    top: int | None = None,
    *,
    short: bool = False,
    bands: Bands | None = None,
    chance: RankingChance | None = None,
) -> Table:
    """One row per organisation, in order of rank, cut after the first `top`.

    After id, name, kind and sector come the columns of the table `organisations` that are marked as
    shown in tables and hold a property (a place is not a property but a fact), then columns of
    one's own.
    `short` names the organisations and leaves out all these columns.
    `bands` adds, after the rank, its 5 % and 95 % quantiles and the share of draws in which it is
    among the first. `chance` adds what chance gives for the metric that orders the ranking.
    """
    against, compared = _compared(chance, short)
    behind = (ranking.facts, ranking.inferred, ranking.undated)
    facts = () if short and chance else FACTS
    own = NO_OWN if short else OwnCells.of(each.properties for each in ranking.organisations)
    spread = [] if bands is None else list(zip(bands.low, bands.high, bands.in_top, strict=True))
    stated = {
        column.name: column.property
        for column in TABLES["organisations"].shown(Shown.TABLE)
        if column.property and column.name not in _ABOUT
    }
    rows = (
        (
            ranking.ranks[place],
            *(spread[place] if spread else ()),
            *(
                (node.name,)
                if short
                else (
                    node.id,
                    node.name,
                    node.kind_shown,
                    node.properties.get("sector"),
                    *(node.properties.get(each) for each in stated.values()),
                    *own(node.properties),
                )
            ),
            *(values[place] for values in ranking.values.values()),
            *(compared[place] if compared else ()),
            *(counts[place] for counts in behind[: len(facts)]),
        )
        for place, node in enumerate(ranking.organisations[:top])
    )
    who = ("name",) if short else (*_ABOUT, *stated, *own.names)
    within = () if bands is None else ("rank_5", "rank_95", f"in_top_{bands.top}")
    columns = ("rank", *within, *who, *ranking.values, *against)
    whole = ("rank", "degree", *within[:2], *FACTS)
    types = {name: int if name in whole else float for name in (*within, *ranking.values, *whole)}
    return Table.of(
        (*columns, *facts),
        rows,
        dates=own.dates,
        beside=meanings(ranking.values),
        types=types | own.types | (CHANCE_TYPES if chance else {}),
    )


def _compared(
    chance: RankingChance | None, short: bool
) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    """The columns that compare with chance, and their cells for each organisation."""
    if chance is None:
        return (), []
    found = chance.expectation
    places = range(len(chance.ranking))
    if short:
        return ("by chance",), [(chance_words(found, place),) for place in places]
    return CHANCE, [chance_cells(found, place) for place in places]


def bands_table(bands: Bands, *, short: bool = False) -> Table:
    """The ranking with its bands; see `ranking_table`."""
    return ranking_table(bands.ranking, short=short, bands=bands)


def ranking_chance_table(found: RankingChance, *, short: bool = False) -> Table:
    """The ranking with what chance gives; see `ranking_table`."""
    return ranking_table(found.ranking, short=short, chance=found)


def ranking_chance_remark(found: RankingChance, top: int = TOP) -> str:
    """What was drawn, and for which of the first the value is a finding."""
    ranking, expectation = found.ranking, found.expectation
    first = ranking.organisations[:top]
    by_finding: dict[str, list[Node]] = {MORE: [], LESS: [], WITHIN: []}
    for place, node in enumerate(first):
        if finding := expectation.finding(place):
            by_finding[finding].append(node)
    said = [f"{what}: {names_of(by_finding[what])}" for what in (MORE, LESS) if by_finding[what]]
    rest = len(by_finding[WITHIN])
    alike = len(first) - sum(map(len, by_finding.values()))
    compared = bool(said) or rest > 0
    lowest = ORGANISATION_METRICS[ranking.by].best == "lowest"
    by = f"{ranking.by} (lowest first)" if lowest else ranking.by
    return lines(
        about_draws(found.draws, found.seed),
        _of_the_first(len(first), by, said, rest, alike) if compared else "",
        "each is compared with itself in the draws; by chance alone one in twenty would be above "
        "its range, and one in twenty below"
        if compared
        else "",
        about_sources(found.sources, len(ranking)),
    )


def _of_the_first(number: int, by: str, said: list[str], rest: int, alike: int) -> str:
    """The findings among the first, how many more are none, and how many no draw makes differ."""
    if number == 1:
        return f"the first by {by} is {said[0] if said else 'not a finding'}"
    if not said:
        return f"none of the first {number} by {by} is a finding"
    others = []
    if rest:
        others.append(f"{rest} {'is' if rest == 1 else 'are'} within chance")
    if alike:
        others.append(f"{alike} {'has' if alike == 1 else 'have'} the same value in every draw")
    more = [f"of the others, {' and '.join(others)}"] if others else []
    return f"of the first {number} by {by}, {'; '.join([*said, *more])}"


def backbone_remark(kept: Backbone) -> str:
    """How many pairs a backbone keeps, under which model and at which rate."""
    direct = f"the {kept.stated} with a direct tie and those " if kept.stated else ""
    text = (
        f"backbone: {len(kept.shared)} of {kept.candidates} pairs that share a group are kept, "
        f"{direct}which share more groups than by chance ({MODEL}, {kept.tested} pairs tested, "
        f"false discovery rate {kept.fdr:g})"
    )
    if kept.candidates > kept.stated == len(kept.shared):
        text += (
            f"; the smallest p-value is {rounded(kept.least)}, not significant in that many tests"
        )
    return text


def bands_remark(bands: Bands) -> str:
    """What the bands are based on, their limits, and how often the shown order holds."""
    metric = bands.ranking.by
    kept = f"each fact kept with probability {bands.keep:g}"
    if bands.unknown:
        kept += (
            f", {bands.unknown} that may not have been in force with probability {KEEP_UNKNOWN:g}"
        )
    text = (
        f"bands: ranks by {metric} over {counted(bands.draws, 'draw')} (seed {bands.seed}), "
        f"{kept}; they show how stable ranks are when facts are dropped at random, not how "
        "probable it is that they are right (Borgatti, Carley and Krackhardt 2006)\n"
    )
    if not len(bands.ranking):
        return text.removesuffix("\n")
    if bands.first == 0:
        return (
            text + f"more than {bands.top} organisations share the first rank, so there is no order"
        )
    if bands.first == 1:
        text += f"the first is first in {bands.same_first:.0%} of the draws"
    else:
        text += (
            f"the order of the first {bands.first} survives in {bands.same_order:.0%} of the draws"
        )
        if bands.first < len(bands.ranking):
            text += f"; the same {bands.first} come first in {bands.same_first:.0%}"
    if bands.first < min(bands.top, len(bands.ranking)):
        text += f" (rank {bands.first + 1} is shared beyond the first {bands.top} places)"
    return text
