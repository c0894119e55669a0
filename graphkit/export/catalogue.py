"""The metric catalogue as a table, and one of its entries as text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping

from graphkit.export.table import Table
from graphkit.metrics import Entry, in_catalogue

_WIDTH = 96


def catalogue_table(entries: Mapping[str, Entry], *, short: bool = False) -> Table:
    """One row per metric; `short` has its name, what it is measured on and its meaning."""
    fields = ("name", "on", "meaning") if short else _FIELDS
    return Table.of(
        fields,
        (tuple(getattr(entry, field) for field in fields) for entry in entries.values()),
        title="metrics",
    )


def meanings(names: Iterable[str]) -> tuple[Table, ...]:
    """The catalogue's entries of the metrics that a table shows, to stand beside it."""
    return (catalogue_table({name: in_catalogue(name) for name in names}),)


def entry_text(entry: Entry) -> str:
    """The catalogue entry of one metric as text."""
    lines = []
    for field, text in said_of(entry):
        head = f"{WORDS[field]:<{_HEAD}}"
        lines += textwrap.wrap(text, _WIDTH, initial_indent=head, subsequent_indent=" " * _HEAD)
    return "".join(f"{line}\n" for line in lines)


def said_of(entry: Entry) -> Iterator[tuple[str, str]]:
    """The non-empty fields of an entry, with their texts."""
    for field in WORDS:
        value = getattr(entry, field)
        text = ", ".join(value) if isinstance(value, tuple) else str(value)
        if text and (field != "best" or {"organisation", "group"} & {*entry.on}):
            yield field, text


WORDS = {
    "name": "name",
    "on": "measured on",
    "meaning": "meaning",
    "formula": "formula",
    "normalisation": "normalisation",
    "weights": "weights",
    "apart": "isolates, pieces",
    "best": "first rank",
    "reference": "reference",
    "function": "in Python",
    "command": "command",
}
"""The fields of an entry and their labels."""

_FIELDS = tuple(WORDS)

_HEAD = max(map(len, WORDS.values())) + 2
