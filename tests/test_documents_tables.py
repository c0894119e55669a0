"""The examples of docs/tables.md print and write what it shows."""

from __future__ import annotations

import doctest
import shlex
from pathlib import Path

import pytest

from graphkit.export import FORMATS, formats_by_ending
from graphkit.export.html import MOST_ROWS
from graphkit.sources import read_sample
from graphkit.store import open_store
from graphkit.workbooks import LONGEST_TEXT
from graphkit.workbooks import MOST_ROWS as MOST_SHEET_ROWS
from tests.commands import graphkit
from tests.import_examples import blocks

TEXT = (Path(__file__).parent.parent / "docs" / "tables.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("tables")
    with open_store(place / "graphkit-store") as store:
        store.load(read_sample())
    return place


def assert_shows(shown: str, whole: str) -> None:
    """The lines are those of the whole text, in order; a line of three dots is for any left out."""
    lines = iter(whole.splitlines())
    gap = False
    for line in shown.splitlines():
        if line == "…":
            gap = True
        elif gap:
            assert line in lines, line
            gap = False
        else:
            assert next(lines) == line
    assert gap or next(lines, None) is None


def test_commands_print_and_write_what_the_page_shows(folder: Path) -> None:
    run = 0
    for block in blocks(TEXT):
        if block.file:
            assert_shows(block.text, (folder / block.file).read_text(encoding="utf-8"))
        elif block.command:
            ran = graphkit(*shlex.split(block.command)[1:], cwd=folder)
            assert ran.returncode == 0, ran.stderr
            assert_shows(block.text.partition("\n")[2], ran.stdout)
            run += 1
    assert run == 4  # by hand
    assert (folder / "ranking.xlsx").is_file()


def test_the_python_of_the_page_gives_what_it_shows(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    code = "\n".join(block.text for block in blocks(TEXT) if block.language == "python")
    examples = doctest.DocTestParser().get_doctest(code, {}, "tables.md", "tables.md", 0)
    assert len(examples.examples) > 8
    said: list[str] = []
    doctest.DocTestRunner().run(examples, out=said.append)
    assert said == []


def test_the_page_names_every_format_and_limit() -> None:
    for form in FORMATS:
        assert f"`{form}`" in TEXT
    for ending in formats_by_ending():
        assert f"`{ending}`" in TEXT
    for limit in (LONGEST_TEXT, MOST_SHEET_ROWS, MOST_ROWS):
        assert f"{limit:,}" in TEXT
