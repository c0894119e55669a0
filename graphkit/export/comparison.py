"""Comparisons of two networks as tables and as text."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping

from graphkit.export.catalogue import meanings
from graphkit.export.evidence import counted
from graphkit.export.phrases import listed, names_of, written
from graphkit.export.plain_text import as_text
from graphkit.export.table import Table
from graphkit.metrics import Comparison
from graphkit.metrics.compared_measures import AgainstChance, ComparedMeasure
from graphkit.metrics.comparison import Position, moves
from graphkit.metrics.turnover import Turnover
from graphkit.model.rounded import rounded

_MOST_ROWS = 20
"""How many rows of a table a text shows; it counts the rest."""


def comparison_table(found: Comparison, first: str = "organisations") -> Table:
    """One of the `TABLES` of a comparison, with the others and the meanings beside it."""
    names = [first, *(name for name in TABLES if name != first)]
    main, *others = (TABLES[name](found) for name in names)
    explained = (*(each.name for each in found.measures), found.metric)
    return Table.of(
        main.columns,
        main.rows,
        title=main.title,
        beside=(*others, *meanings(explained)),
        spread=main.spread,
        types=main.types,
    )


def _organisations(found: Comparison) -> Table:
    rows = (
        (
            each.status,
            each.organisation.id,
            each.organisation.name,
            each.organisation.kind_shown,
            each.organisation.properties.get("sector"),
            *_ranks(each.a),
            *_ranks(each.b),
            each.moved,
            each.apart,
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


def _ranks(position: Position | None) -> tuple[int | None, int | None, int | None]:
    return (None,) * 3 if position is None else (position.rank, position.low, position.high)


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
    fields = ("", "_expected", "_low", "_high", "_z", "_at_least")
    names = [f"{side}{field}" for side in ("a", "b", "difference") for field in fields]
    return Table.of(
        ("measure", *names),
        (
            (
                each.name,
                *(
                    value
                    for side in (each.a, each.b, each.difference)
                    for value in (
                        side.value,
                        side.expected,
                        side.low,
                        side.high,
                        side.z,
                        side.at_least,
                    )
                ),
            )
            for each in found.measures
        ),
        title="measures",
        types=dict.fromkeys(names, float),
    )


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


TABLES: Mapping[str, Callable[[Comparison], Table]] = {
    "organisations": _organisations,
    "ties": _ties,
    "clusters": _clusters,
    "measures": _measures,
    "counts": _counts,
}
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
    return f"{counted(organisations)} with ties, {ties} {'tie' if ties == 1 else 'ties'}"


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
                _ranked(each.a, found.draws),
                _ranked(each.b, found.draws),
                f"{each.moved:+.0%}" if each.moved else "0%",
                "" if not found.draws else "apart" if each.apart else "overlap",
            )
            for each in kept[:_MOST_ROWS]
        ),
    )
    first = next(each for each in kept if each.a and each.b)
    notes = [
        f"moved: up (+) or down by that share of the ranking, of {_ranked_in(first.a)} "
        f"organisations in A and {_ranked_in(first.b)} in B"
    ]
    if found.draws:
        notes.append(
            "in brackets the range of 90% of the ranks when facts are dropped at random "
            f"({found.draws} draws, seed {found.seed}); where ranges overlap, a few missing facts "
            "could account for the move"
        )
    if len(kept) > _MOST_ROWS:
        notes.append(f"{len(kept) - _MOST_ROWS} more organisations moved less; see other formats")
    yield _section(f"Ranks by {found.metric}", table, notes)


def _ranked_in(position: Position | None) -> int:
    return 0 if position is None else position.of


def _ranked(position: Position | None, draws: int) -> str:
    assert position is not None
    return f"{position.rank} ({position.low}-{position.high})" if draws else f"{position.rank}"


def _against_chance(found: Comparison) -> Iterator[str]:
    table = Table.of(
        ("measure", *(f"{name}{part}" for name in ("A", "B", "B-A") for part in _parts(found))),
        (
            (each.name, *(cell for side in _sides(each) for cell in _cells(side, found)))
            for each in found.measures
        ),
    )
    if not found.draws:
        yield _section("Measures", table)
        return
    notes = [
        f"by chance: 95% of {found.draws} networks drawn at random (seed {found.seed}) with the "
        "same group sizes and as many groups per organisation",
        "z: standard deviations above the mean of these networks; it compares networks of "
        "different sizes",
    ]
    settled = [each.name for each in found.measures if each.difference.low == each.difference.high]
    if settled:
        notes.append(f"group sizes and memberships alone settle {', '.join(settled)}")
    inside = [each.name for each in found.measures if each.difference.inside]
    if inside:
        notes.append(f"B and A differ no more than by chance in {', '.join(inside)}")
    beyond = [each.name for each in found.measures if each.difference.inside is False]
    if beyond:
        notes.append(f"B and A differ more than by chance in {', '.join(beyond)}")
    yield _section("Measures against chance", table, notes)


def _sides(each: ComparedMeasure) -> tuple[AgainstChance, ...]:
    return each.a, each.b, each.difference


def _parts(found: Comparison) -> tuple[str, ...]:
    return ("", " by chance", " z") if found.draws else ("",)


def _cells(side: AgainstChance, found: Comparison) -> tuple[str, ...]:
    value = rounded(side.value)
    if not found.draws:
        return (value,)
    if math.isnan(side.low):
        return value, "", ""
    z = "" if math.isnan(side.z) else f"{side.z:+.1f}"
    return value, f"{rounded(side.low)} to {rounded(side.high)}", z


def _only(table: Table, columns: tuple[str, ...]) -> Table:
    at = [table.columns.index(each) for each in columns]
    heads = [each.replace("_a", " in A").replace("_b", " in B") for each in columns]
    return Table.of(heads, ([row[place] for place in at] for row in table.rows[:_MOST_ROWS]))


def _section(head: str, table: Table, notes: list[str] | tuple[str, ...] = ()) -> str:
    return written([head]) + as_text(table) + written(notes)
