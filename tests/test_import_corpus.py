"""Files as other people make them, in all shapes and formats, each with all that it states.

What is expected was worked out by hand from the text of each file.
"""

from __future__ import annotations

from inspect import cleandoc
from pathlib import Path

import pytest

from graphkit.sources import read_files
from tests.import_corpus_formats import CORPUS as FORMATS
from tests.import_corpus_tables import CORPUS as TABLES
from tests.import_statements import statements

CORPUS = TABLES | FORMATS


@pytest.mark.parametrize("name", CORPUS)
def test_a_file_states_what_a_person_reads_in_it(tmp_path: Path, name: str) -> None:
    files, expected = CORPUS[name]
    for file, text in files.items():
        (tmp_path / file).write_text(text, encoding="utf-8", newline="")
    found = read_files([tmp_path / file for file in files], yes=True, save=False)
    assert statements(found.dataset) == cleandoc(expected).splitlines()


@pytest.mark.parametrize("name", CORPUS)
def test_a_mapping_that_was_written_reads_the_file_alike(tmp_path: Path, name: str) -> None:
    files, _ = CORPUS[name]
    for file, text in files.items():
        (tmp_path / file).write_text(text, encoding="utf-8", newline="")
    paths = [tmp_path / file for file in files]
    first = read_files(paths, yes=True)
    again = read_files(paths)  # by what the first reading has written, where it proposed anything
    assert again.dataset == first.dataset
    assert not again.written
