"""Check that nothing is part of itself through others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graphkit.sources.checking import Checked
from graphkit.sources.problem_texts import bare
from graphkit.sources.references import Reference

_Edges = dict[Reference, list[tuple[Reference, Checked, int]]]
_LONGEST_CHAIN_SHOWN = 6


def check_parts(tables: Mapping[str, Checked]) -> None:
    """Report cycles of `part_of`, each once, at the row that closes it.

    Rows of `relations` with dates are left out, because part and whole may swap over time.
    """
    edges: _Edges = {}
    for start, end, checked, index in _parts(tables):
        if start != end:
            edges.setdefault(start, []).append((end, checked, index))
    done: set[Reference] = set()
    for start in edges:
        if start not in done:
            _walk(start, edges, done)


def _parts(tables: Mapping[str, Checked]) -> Iterator[tuple[Reference, Reference, Checked, int]]:
    for name in ("organisations", "collaborations", "places"):
        if name in tables:
            checked = tables[name]
            label = checked.table.label or ""
            for index, (part, whole) in enumerate(
                zip(checked.values("id"), checked.values("part_of"), strict=True)
            ):
                if part is not None and whole is not None:
                    yield (label, part), whole, checked, index
    if "relations" in tables:
        checked = tables["relations"]
        columns = (checked.values(name) for name in ("from", "kind", "to", "start", "end"))
        for index, (part, kind, whole, start, end) in enumerate(zip(*columns, strict=True)):
            if kind == "part_of" and part and whole and not start and not end:
                yield part, whole, checked, index


def _walk(start: Reference, edges: _Edges, done: set[Reference]) -> None:
    """Go from part to whole, depth first; meeting a node on the current path is a cycle."""
    path = [start]
    on_path = {start}
    waiting = [iter(edges[start])]
    while waiting:
        step = next(waiting[-1], None)
        if step is None:
            waiting.pop()
            left = path.pop()
            on_path.discard(left)
            done.add(left)
            continue
        whole, checked, index = step
        if whole in on_path:
            _report(path[path.index(whole) :], checked, index)
        elif whole not in done:
            path.append(whole)
            on_path.add(whole)
            waiting.append(iter(edges.get(whole, ())))


def _report(circle: list[Reference], checked: Checked, index: int) -> None:
    ids = [bare(part) for _, part in circle]
    if len(ids) > _LONGEST_CHAIN_SHOWN:
        ids = [*ids[: _LONGEST_CHAIN_SHOWN - 1], "…", ids[-1]]
    chain = " < ".join([*ids, ids[0]])
    column = "to" if checked.table.name == "relations" else "part_of"
    checked.report(index, column, f"it is part of itself: {chain}", "break the cycle")
