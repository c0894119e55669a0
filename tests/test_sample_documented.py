"""The sample against its documentation and against the five texts it was taken from.

The texts are not part of the project: tests that need them are skipped where they are not at hand.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from tests.sample_tables import DOC, KEYS, TABLES, citations, row_key
from tests.shared_data import SHARED


def documented() -> dict[str, list[tuple[int, str, str]]]:
    """The table of each source in the documentation: paragraph, what it says, rows."""
    sections: dict[str, list[tuple[int, str, str]]] = {}
    source = ""
    for line in DOC.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            heading = re.fullmatch(r"## .* \(`([a-z-]+)`\)", line)
            source = heading.group(1) if heading else ""
            if source:
                assert source not in sections
                sections[source] = []
        elif source and line.startswith("| p"):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            assert len(cells) == 3, line
            assert re.fullmatch(r"p[1-9]\d*", cells[0]), line
            sections[source].append((int(cells[0][1:]), cells[1], cells[2]))
    return sections


def keys_in(cell: str) -> list[str]:
    """The row keys in the third column of the documentation."""
    return [key for key in re.findall(r"`([^`]+)`", cell) if key.split("/")[0] in KEYS]


def keys_of_item(cell: str, paragraph: int, item: int) -> list[str]:
    """The row keys that follow the locator of one list item in the third column."""
    match = re.search(rf"(?:^|; )p{paragraph}\.{item}: ((?:`[^`]+`(?:, )?)+)", cell)
    return keys_in(match.group(1)) if match else []


def seeds() -> list[Path]:
    """The five texts, or skip the test."""
    paths = sorted((SHARED / "seeds").glob("*.txt"))
    if not paths:
        pytest.skip("the five texts are not at hand (set GRAPHKIT_SHARED to their parent folder)")
    return paths


def texts() -> dict[str, list[str]]:
    """The paragraphs of each text by source, found by its checksum."""
    by_hash = {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in seeds()}
    found: dict[str, list[str]] = {}
    for source in TABLES["sources"]:
        text = by_hash[source["sha256"]].read_text(encoding="utf-8")
        found[source["id"]] = [block for block in re.split(r"\n\s*\n", text) if block.strip()]
    return found


def item_count(paragraph: str) -> int:
    """How many lines of a paragraph begin with a bullet or with a number and a full stop."""
    return len(re.findall(r"^\s*(?:•|\d+\.)\s", paragraph, flags=re.MULTILINE))


def test_every_row_key_in_the_documentation_exists() -> None:
    existing = {row_key(table, row) for table, rows in TABLES.items() for row in rows}
    text = DOC.read_text(encoding="utf-8")
    named = [key for key in re.findall(r"`([^`\s]+/[^`\s]+)`", text) if key.split("/")[0] in KEYS]
    assert named
    assert sorted(set(named) - existing) == []


def test_every_row_stands_in_the_documentation_where_its_source_says() -> None:
    cells = {
        (source, paragraph): cell
        for source, rows in documented().items()
        for paragraph, _, cell in rows
    }
    for table, rows in TABLES.items():
        if table == "sources":
            continue
        for row in rows:
            key = row_key(table, row)
            for source, paragraph, item in citations(row):
                assert (source, paragraph) in cells, f"{key}: {source}:p{paragraph}"
                cell = cells[source, paragraph]
                named = keys_in(cell) if item is None else keys_of_item(cell, paragraph, item)
                assert key in named, f"{key} is missing at {source}:p{paragraph}, item {item}"


def test_every_row_named_under_a_paragraph_cites_it() -> None:
    cited = {
        (row_key(table, row), source, paragraph)
        for table, rows in TABLES.items()
        for row in rows
        for source, paragraph, _ in citations(row)
    }
    for source, rows in documented().items():
        for paragraph, _, cell in rows:
            for key in keys_in(cell):
                if key != f"sources/{source}":
                    assert (key, source, paragraph) in cited, f"{key} at {source}:p{paragraph}"


def test_every_source_is_named_under_its_own_heading() -> None:
    sections = documented()
    assert list(sections) == [row["id"] for row in TABLES["sources"]]
    for source, rows in sections.items():
        assert f"sources/{source}" in keys_in(rows[0][2])


def test_every_paragraph_is_documented_once_with_rows_or_a_reason() -> None:
    for source, rows in documented().items():
        assert [paragraph for paragraph, _, _ in rows] == list(range(1, len(rows) + 1)), source
        assert all(says and cell for _, says, cell in rows), source


def test_the_checksums_are_those_of_the_texts() -> None:
    hashes = {hashlib.sha256(path.read_bytes()).hexdigest() for path in seeds()}
    assert {row["sha256"] for row in TABLES["sources"]} == hashes


def test_every_cited_paragraph_and_list_item_exists_in_its_text() -> None:
    paragraphs = texts()
    for table, rows in TABLES.items():
        for row in rows:
            for source, paragraph, item in citations(row):
                text = paragraphs[source]
                assert paragraph <= len(text), row_key(table, row)
                if item is not None:
                    assert item <= item_count(text[paragraph - 1]), row_key(table, row)


def test_the_documentation_has_as_many_paragraphs_as_the_texts() -> None:
    counts = {source: len(rows) for source, rows in documented().items()}
    assert counts == {source: len(blocks) for source, blocks in texts().items()}
