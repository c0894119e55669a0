"""Comparisons of two networks as tables and as text."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping

from graphkit.export.catalogue import meanings
from graphkit.export.chance import CHANCE, CHANCE_TYPES, about_draws, chance_cells
from graphkit.export.parts import COMPARED, with_others
from graphkit.export.phrases import listed, names_of, written
from graphkit.export.plain_text import as_text
from graphkit.export.table import Table
from graphkit.metrics import Comparison
from graphkit.metrics.chance import FEWEST, LESS, MORE, WITHIN, Expectation
from graphkit.metrics.compared_measures import MEASURES
from graphkit.metrics.comparison import Position, moves
from graphkit.metrics.turnover import Turnover
from graphkit.model.rounded import rounded
from graphkit.model.wording import counted

_MOST_ROWS = 20
"""How many rows of a table a text shows; it counts the rest."""


def comparison_table(found: Comparison, first: str = "organisations") -> Table:
    """One of the `TABLES` of a comparison, with the others and the meanings beside it."""
    return with_others(TABLES, found, first, meanings((*MEASURES, found.metric)))


def _organisations(found: Comparison) -> Table:
    rows = (
        (
            each.status,
            each.organisation.id,
            each.organisation.name,
            each.organisation.kind_shown,
            each.organisation.properties.get("sector"),
            *_ranks(each.a, found),
            *_ranks(each.b, found),
            each.moved,
            each.apart if found.has_ranges else None,
        )
        for each in found.changes
    )
    whole = [f"{name}_{side}" for side in "ab" for name in ("rank", "rank_5", "rank_95")]
    return Table.of(
        ("status", "id", "name", "kind", "sector", *whole, "moved", "ranges_apart"),
        rows,
        title="organisations",
        types={**dict.fromkeys(whole, int), "moved": float, "ranges_apart": bool},
    )


def _ranks(
    position: Position | None, found: Comparison
) -> tuple[int | None, int | None, int | None]:
    if position is None:
        return None, None, None
    range_ = (position.low, position.high) if found.has_ranges else (None, None)
    return position.rank, *range_


def _ties(found: Comparison) -> Table:
    return Table.of(
        ("status", "one", "one_name", "other", "other_name"),
        (
            (each.status, each.one.id, each.one.name, each.other.id, each.other.name)
            for each in found.tie_changes
        ),
        title="ties",
    )


def _clusters(found: Comparison) -> Table:
    numbers = ("members_a", "members_b", "stayed", "joined", "left")
    return Table.of(
        ("id", "name", *numbers, "jaccard", "who_joined", "who_left"),
        (
            (
                each.cluster.id,
                each.cluster.name,
                each.a,
                each.b,
                each.members.kept,
                each.members.gained,
                each.members.lost,
                each.members.jaccard,
                [node["id"] for node in listed(each.joined)],
                [node["id"] for node in listed(each.left)],
            )
            for each in found.clusters
        ),
        title="clusters",
        types={
            **dict.fromkeys(numbers, int),
            "jaccard": float,
            "who_joined": list,
            "who_left": list,
        },
    )


def _measures(found: Comparison) -> Table:
    return Table.of(
        ("measure", "side", "value", *CHANCE),
        (
            (name, side, told.values[at], *chance_cells(told, at))
            for at, name in enumerate(MEASURES)
            for side, told in _sides(found)
        ),
        title="measures",
        types={"value": float, **CHANCE_TYPES},
    )


def _sides(found: Comparison) -> tuple[tuple[str, Expectation], ...]:
    measures = found.measures
    return ("A", measures.a), ("B", measures.b), ("B-A", measures.difference)


def _counts(found: Comparison) -> Table:
    rows = (
        (name, each.kept + each.lost, each.kept + each.gained, each.kept, each.gained, each.lost,
         each.jaccard)
        for name, each in (
            ("organisations", found.organisations),
            ("ties", found.ties),
            ("ties of organisations in both", found.ties_among_kept),
        )
    )  # fmt: skip
    numbers = ("a", "b", "kept", "gained", "lost")
    return Table.of(
        ("what", *numbers, "jaccard"),
        rows,
        title="counts",
        types={**dict.fromkeys(numbers, int), "jaccard": float},
    )


_MAKERS = (_organisations, _ties, _clusters, _measures, _counts)

TABLES: Mapping[str, Callable[[Comparison], Table]] = dict(zip(COMPARED, _MAKERS, strict=True))
"""The tables of a comparison, by name."""


def comparison_text(found: Comparison) -> str:
    """The comparison in sections, for reading."""
    return "\n".join(_sections(found))


def _sections(found: Comparison) -> Iterator[str]:
    who, ties = found.organisations, found.ties
    yield written(
        [
            f"A  {found.a}: {_size(who.kept + who.lost, ties.kept + ties.lost)}",
            f"B  {found.b}: {_size(who.kept + who.gained, ties.kept + ties.gained)}",
        ]
    )
    yield written(_came_and_went(found))
    if found.clusters:
        shown = ("name", "members_a", "members_b", "stayed", "joined", "left", "jaccard")
        yield _section("Clusters, by their members", _only(_clusters(found), shown))
    yield from _moved(found)
    yield from _against_chance(found)


def _size(organisations: int, ties: int) -> str:
    return f"{counted(organisations, 'organisation')} with ties, {counted(ties, 'tie')}"


def _came_and_went(found: Comparison) -> Iterator[str]:
    yield f"Organisations  {_turnover(found.organisations)}"
    for status, head in (("gained", "only in B"), ("lost", "only in A")):
        nodes = [each.organisation for each in found.changes if each.status == status]
        if nodes:
            yield f"   {head}: {names_of(nodes)}"
    yield f"Ties           {_turnover(found.ties)}"
    yield f"   of organisations in both: {_turnover(found.ties_among_kept)}"


def _turnover(each: Turnover) -> str:
    text = f"{each.kept} in both, {each.gained} only in B, {each.lost} only in A"
    return text if math.isnan(each.jaccard) else f"{text}; Jaccard {rounded(each.jaccard)}"


def _moved(found: Comparison) -> Iterator[str]:
    kept = moves(found.changes)
    if not kept:
        return
    table = Table.of(
        ("organisation", "rank in A", "rank in B", "moved", "ranges"),
        (
            (
                each.organisation.name,
                _ranked(each.a, found),
                _ranked(each.b, found),
                f"{each.moved:+.0%}" if each.moved else "0%",
                "" if not found.has_ranges else "apart" if each.apart else "overlap",
            )
            for each in kept[:_MOST_ROWS]
        ),
    )
    first = next(each for each in kept if each.a and each.b)
    notes = [
        f"moved: up (+) or down by that share of the ranking, of {_ranked_in(first.a)} "
        f"organisations in A and {_ranked_in(first.b)} in B; a shared rank counts as the middle of "
        "the places that it takes"
    ]
    if found.has_ranges:
        notes.append(
            "in brackets the range of 90% of the ranks when facts are dropped at random "
            f"({counted(found.draws, 'draw')}, seed {found.seed}); where ranges overlap, a few "
            "missing facts could account for the move"
        )
    elif found.draws:
        notes.append(f"fewer than {FEWEST} draws give no ranges of ranks")
    if len(kept) > _MOST_ROWS:
        notes.append(f"{len(kept) - _MOST_ROWS} more organisations moved less; see other formats")
    yield _section(f"Ranks by {found.metric}", table, notes)


def _ranked_in(position: Position | None) -> int:
    return 0 if position is None else position.of


def _ranked(position: Position | None, found: Comparison) -> str:
    assert position is not None
    range_ = f" ({position.low}-{position.high})" if found.has_ranges else ""
    return f"{position.rank}{range_}"


def _against_chance(found: Comparison) -> Iterator[str]:
    parts = ("", " by chance", " z") if found.draws else ("",)
    table = Table.of(
        ("measure", *(f"{side}{part}" for side, _ in _sides(found) for part in parts)),
        (
            (name, *(cell for _, told in _sides(found) for cell in _cells(told, at, found.draws)))
            for at, name in enumerate(MEASURES)
        ),
    )
    if not found.draws:
        yield _section("Measures", table)
        return
    notes = [
        about_draws(found.draws, found.seed),
        "z: standard deviations above the mean of these networks; it compares networks of "
        "different sizes",
    ]
    told = found.measures.difference
    open_to_chance = list(range(len(MEASURES)))
    for side, drawn in (("", told), (" in A", found.measures.a), (" in B", found.measures.b)):
        settled = [at for at in open_to_chance if drawn.low[at] == drawn.high[at]]
        if settled:
            told_of = ", ".join(MEASURES[at] for at in settled)
            notes.append(f"group sizes and memberships alone settle {told_of}{side}")
        open_to_chance = [at for at in open_to_chance if at not in settled]
    for findings, said in (((WITHIN,), "no more than"), ((MORE, LESS), "more than")):
        names = [MEASURES[at] for at in open_to_chance if told.finding(at) in findings]
        if names:
            notes.append(f"B and A differ {said} by chance in {', '.join(names)}")
    yield _section("Measures against chance", table, notes)


def _cells(told: Expectation, at: int, draws: int) -> tuple[str, ...]:
    value = rounded(told.values[at])
    if not draws:
        return (value,)
    if math.isnan(told.low[at]):
        return value, "", ""
    z = "" if math.isnan(told.z[at]) else f"{told.z[at]:+.1f}"
    return value, f"{rounded(told.low[at])} to {rounded(told.high[at])}", z


def _only(table: Table, columns: tuple[str, ...]) -> Table:
    at = [table.columns.index(each) for each in columns]
    heads = [each.replace("_a", " in A").replace("_b", " in B") for each in columns]
    return Table.of(heads, ([row[place] for place in at] for row in table.rows[:_MOST_ROWS]))


def _section(head: str, table: Table, notes: list[str] | tuple[str, ...] = ()) -> str:
    return written([head]) + as_text(table) + written(notes)
