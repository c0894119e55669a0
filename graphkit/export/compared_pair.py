"""Two organisations side by side, as somebody needs them who decides whether they are one."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len, chop_cells

from graphkit.export.evidence import explanation_lines
from graphkit.export.phrases import names_of, written
from graphkit.export.table import cell
from graphkit.model import SCHEMES
from graphkit.network import Explanation

_LABELS = 13
_NARROWEST = 24
_WIDEST = 60
_GROUPS = 5
_STATED = ("sector", "stage", "website", "email", "address", "description", "note")


def compared_pair_text(
    one: Explanation,
    other: Explanation,
    places: tuple[Sequence[str], Sequence[str]] = ((), ()),
    *,
    width: int = 100,
) -> str:
    """What is known of two organisations in two columns: names, numbers, ties, facts with sources.

    places: the names of the places in which each one is. width: of the terminal, in characters.
    """
    column = min(max((width - _LABELS - 2) // 2, _NARROWEST), _WIDEST)
    left, right = dict(_rows(one, places[0])), dict(_rows(other, places[1]))
    lines = []
    for label in dict.fromkeys((*left, *right)):
        cells = _folded(left.get(label, ()), column), _folded(right.get(label, ()), column)
        for number in range(max(map(len, cells))):
            here, there = (each[number] if number < len(each) else "" for each in cells)
            head = label if number == 0 else ""
            lines.append(f"{head:<{_LABELS}}{_padded(here, column)}  {there}".rstrip())
    return written(lines)


def _rows(explanation: Explanation, places: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Each row: its label, and what stands there, a text a line."""
    node = explanation.asked
    said = node.properties
    yield "name", [node.name]
    yield "also called", _texts(said.get("aliases"))
    yield "id", [node.id]
    yield "kind", [node.kind_shown or ""]
    yield "place", list(places)
    for name in _STATED:
        yield name, _texts(said.get(name))
    yield "identifiers", [f"{name.upper()} {said[name]}" for name in SCHEMES if said.get(name)]
    yield "data sets", [", ".join(_texts(said.get("datasets")))]
    yield "neighbours", [_neighbours(explanation)]
    lines = explanation_lines(explanation)
    more = [f"and {len(lines) - _GROUPS} more"] if len(lines) > _GROUPS else []
    yield "facts", [*lines[:_GROUPS], *more] if explanation.reasons else ["none"]


def _neighbours(explanation: Explanation) -> str:
    others = {other.id: other for reason in explanation.reasons for other in reason.others}
    if not others:
        return "none"
    return f"{len(others)}: {names_of(sorted(others.values(), key=lambda each: each.name), 8)}"


def _texts(value: object) -> list[str]:
    if value is None or value == "":
        return []
    return [str(each) for each in value] if isinstance(value, list) else [str(value)]


def _folded(texts: Iterable[str], width: int) -> list[str]:
    """The texts in lines of at most this many characters of a terminal."""
    lines: list[str] = []
    for text in texts:
        for line in textwrap.wrap(cell(text), width, subsequent_indent="  "):
            lines += chop_cells(line, width)
    return lines


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cell_len(text))
