"""Likely pairs of organisations and what rests on them, as tables and in words."""

from __future__ import annotations

from collections.abc import Iterator

from graphkit.export.table import Table
from graphkit.metrics import Duplicate, Duplicates, Ranking, Reliance
from graphkit.metrics.duplicates import FIRST
from graphkit.model.wording import counted
from graphkit.names import LEAST, NEAR_CERTAIN

_NUMBERS = {"score": float, "left_rank": int, "right_rank": int, "places": int, "moved": float}


def duplicates_table(found: Duplicates, top: int | None = None, *, short: bool = False) -> Table:
    """One row per pair, cut after the first `top`; `short` leaves out ids, kinds and ranks.

    `verdict` is blank where nobody has decided; with it filled in, the table is one of decisions.
    """
    effect = found.sort == "effect"
    who = ("left_name", "right_name")
    about = (
        who if short else ("left", "left_name", "left_kind", "right", "right_name", "right_kind")
    )
    columns = (
        "score",
        *(("places", "moved") if effect else ()),
        *about,
        *(() if short else ("left_rank", "right_rank")),
        "reasons",
        "against",
        *(() if short else ("verdict",)),
    )
    rows = []
    for pair in found.pairs[:top]:
        cells = {
            "score": round(pair.score, 3),
            "places": pair.places,
            "moved": None if pair.moved is None else round(pair.moved, 3),
            "left": pair.left.id,
            "left_name": pair.left.name,
            "left_kind": pair.left.kind_shown,
            "left_rank": pair.left_rank,
            "right": pair.right.id,
            "right_name": pair.right.name,
            "right_kind": pair.right.kind_shown,
            "right_rank": pair.right_rank,
            "reasons": list(pair.reasons),
            "against": list(pair.against),
            "verdict": pair.decided,
        }
        rows.append([cells[name] for name in columns])
    types = {**_NUMBERS, "reasons": list, "against": list}
    kept = {name: type_ for name, type_ in types.items() if name in columns}
    return Table.of(columns, rows, title="duplicates", types=kept)


def duplicates_remarks(found: Duplicates, top: int | None = None) -> Iterator[str]:
    """How many pairs there are, what a score and an effect mean, and what to do."""
    number = len(found.pairs)
    if not number:
        yield "no likely pairs"
        return
    certain = sum(pair.score >= NEAR_CERTAIN for pair in found.pairs)
    if number == 1:
        share = "" if certain else "not "
    else:
        share = "all " if certain == number else f"{certain or 'none'} of them "
    text = f"{counted(number, 'likely pair')}, {share}nearly certain"
    if top is not None and top < number:
        text += f"; the first {top} are listed"
    yield f"{text}; of pairs with a score of 0.9, about 90% are one organisation"
    if found.sort == "effect":
        text = (
            f"places: how many of the first {FIRST} places by {found.ranking.by} would be "
            f"another's if the two were one; moved: the share of {found.ranking.by} that would lie "
            "elsewhere"
        )
        if found.tried < number:
            text += f"; {found.tried} of the pairs were tried"
        yield text


def reliance_table(found: Reliance) -> Table:
    """The first ten of each of the three rankings, with their rank in each."""
    rankings = (found.ranking, found.if_near_certain, found.if_likely)
    ranks = [_ranks(each) for each in rankings]
    named = {node.id: node.name for node in found.ranking.organisations}
    first = {node.id for each in rankings for node in each.organisations[:FIRST]}
    touched = [_touched(pairs) for pairs in (found.near_certain, found.likely)]
    rows = [
        (
            *(each.get(key) for each in ranks),
            key,
            named[key],
            *(pairs.get(key, 0) for pairs in touched),
        )
        for key in sorted(first, key=lambda key: (ranks[0][key], named[key].casefold(), key))
    ]
    columns = ("rank", "if_near_certain", "if_likely", "id", "name", "near_certain", "likely")
    whole = {name: int for name in columns if name not in ("id", "name")}
    return Table.of(columns, rows, title="duplicates", types=whole)


def reliance_remarks(found: Reliance) -> Iterator[str]:
    """How many of the first places would change."""
    for pairs, ranking, places, what in (
        (
            found.near_certain,
            found.if_near_certain,
            found.places_if_near_certain,
            f"nearly certain ({NEAR_CERTAIN} or more)",
        ),
        (found.likely, found.if_likely, found.places_if_likely, f"likely ({LEAST} or more)"),
    ):
        if not pairs:
            yield f"no undecided pair is {what}"
            continue
        text = (
            f"{counted(len(pairs), 'undecided pair is', 'undecided pairs are')} {what}; if each "
            f"were one organisation, {places} of the first {FIRST} places by {found.ranking.by} "
            "would be another's"
        )
        if ranking.organisations[0].id != found.ranking.organisations[0].id:
            text += f", and the first would be {ranking.organisations[0].name}"
        yield text
    if found.likely:
        yield "without a rank: it would be part of another one; decide with `graphkit decide`"


def _ranks(ranking: Ranking) -> dict[str, int]:
    return {
        node.id: place for node, place in zip(ranking.organisations, ranking.ranks, strict=True)
    }


def _touched(pairs: tuple[Duplicate, ...]) -> dict[str, int]:
    """How many pairs each organisation is in."""
    found: dict[str, int] = {}
    for pair in pairs:
        for node in (pair.left, pair.right):
            found[node.id] = found.get(node.id, 0) + 1
    return found
