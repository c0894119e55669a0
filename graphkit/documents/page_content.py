"""What the page of the review shows of a folder of proposals, as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from graphkit.documents.document import Paragraph
from graphkit.documents.folder import OF_FINDS, OF_PARAGRAPHS, OF_REJECTIONS, Folder
from graphkit.documents.review import ORDER
from graphkit.documents.rows import KEYS, Row
from graphkit.model import TABLES
from graphkit.sources.choices import CHOICES

_LONGEST = 2_000_000
"""The letters of a document of which the page holds everything."""

_AROUND = 2


def page_content(folder: Folder, name: str) -> dict[str, Any]:
    """The rows of a folder, the text that they rest on, and the tables that they belong to.

    Parameters
    ----------
    folder : Folder
        A folder of proposals.
    name : str
        Its name, which the decided tables get too.

    Returns
    -------
    dict
        Plain data, in the same order for the same folder.
    """
    rows = sorted(folder.rows.values(), key=lambda row: (row.table, row.key))
    return {
        "name": name,
        "tables": [_table(each) for each in (*ORDER, "sources")],
        "documents": [
            _document(folder, source, folder.paragraphs[source], rows)
            for source in sorted(folder.paragraphs)
        ],
        "rows": [_row(each) for each in rows],
        "rejected": sorted(folder.rejected),
        "beside": {"paragraphs": OF_PARAGRAPHS, "finds": OF_FINDS, "rejected": OF_REJECTIONS},
    }


def language_of(folder: Folder) -> str:
    """The language of most of its documents; "" if they say none."""
    spoken = [row.cells.get("language", "") for row in folder.of("sources")]
    return max(sorted(set(spoken)), key=spoken.count, default="")


def _table(name: str) -> dict[str, Any]:
    columns = [
        {
            "name": column.name,
            "required": column.required,
            "refers": column.refers,
            "choices": CHOICES[column.choices] if column.choices else (),
        }
        for column in TABLES[name].columns
    ]
    return {"name": name, "key": KEYS[name], "columns": columns}


def _row(row: Row) -> dict[str, Any]:
    finds = [
        (source, each.locator, each.quote, f"{each.sure:g}", each.rule)
        for source, each in row.finds
    ]
    return {"table": row.table, "cells": row.cells, "finds": finds}


def _document(
    folder: Folder, source: str, paragraphs: Sequence[Paragraph], rows: Iterable[Row]
) -> dict[str, Any]:
    about = folder.source(source)
    cells = about.cells if about is not None else {}
    whole = sum(len(each.text) for each in paragraphs) <= _LONGEST
    if not whole:
        named = {find.locator for row in rows for key, find in row.finds if key == source}
        paragraphs = list(islice(_around(paragraphs, named), 50_000))
    return {
        "id": source,
        "title": cells.get("title", ""),
        "sha256": cells.get("sha256", ""),
        "language": cells.get("language", ""),
        "whole": whole,
        "paragraphs": [(each.locator, each.kind, each.text) for each in paragraphs],
    }


def _around(paragraphs: Sequence[Paragraph], named: set[str]) -> Iterator[Paragraph]:
    """The paragraphs that are named, and those beside them."""
    near = {
        beside
        for at, each in enumerate(paragraphs)
        if each.locator in named
        for beside in range(at - _AROUND, at + _AROUND + 1)
    }
    return (each for at, each in enumerate(paragraphs) if at in near)
