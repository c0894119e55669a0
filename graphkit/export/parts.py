"""Results of several tables: their names, and one of the tables with the others beside it.

Commands offer the names without importing what makes the tables. The first is the default.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from graphkit.export.table import Table

T = TypeVar("T")

COMPARED = ("organisations", "ties", "clusters", "measures", "counts")
"""The tables of a comparison."""

LAYERED = ("layers", "shared", "pairs")
"""The tables of multiplexity."""

RATED = ("organisations", "questions", "non-response")
"""The tables of the answers of surveys."""

LIVED = ("pairs", "clusters", "correlation")
"""The tables of documents against answers."""

MIXED = ("ties", "assortativity")
"""The tables of mixing."""


def with_others(
    tables: Mapping[str, Callable[[T], Table]], found: T, first: str, further: Iterable[Table]
) -> Table:
    """One of the tables of a result, with its others and then further ones beside it."""
    others = tuple(make(found) for name, make in tables.items() if name != first)
    return replace(tables[first](found), beside=(*others, *further))
