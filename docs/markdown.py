"""Markdown that several generated pages have."""

from __future__ import annotations

from collections.abc import Iterable


def markdown_table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table; its cells are Markdown already."""
    names = tuple(header)
    lines = [names, tuple("---" for _ in names), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def sentence(text: str) -> str:
    """A meaning as the catalogue has it, with a capital letter and a full stop."""
    return f"{text[:1].upper()}{text[1:]}."
