"""Files as other people make them, in all shapes and formats, each with all that it states.

What is expected was worked out by hand from the text of each file.
"""

from __future__ import annotations

import os
from inspect import cleandoc
from pathlib import Path

import pytest

from graphkit.model import InvalidData, UsageError
from graphkit.sources import read_files
from graphkit.sources.mapping.rows.rows_read import UNEXPLAINED
from tests.import_broken_files import BROKEN as BROKEN_FILES
from tests.import_broken_guesses import BROKEN as BROKEN_GUESSES
from tests.import_broken_tables import BROKEN as BROKEN_TABLES
from tests.import_corpus_agreements import CORPUS as AGREEMENTS
from tests.import_corpus_cells import CORPUS as CELLS
from tests.import_corpus_contents import CORPUS as CONTENTS
from tests.import_corpus_continued import CORPUS as CONTINUED
from tests.import_corpus_dates_and_ids import BROKEN as BROKEN_DATES_AND_IDS
from tests.import_corpus_dates_and_ids import CORPUS as DATES_AND_IDS
from tests.import_corpus_edges import CORPUS as EDGES
from tests.import_corpus_first_contact import CORPUS as FIRST_CONTACT
from tests.import_corpus_grants import CORPUS as GRANTS
from tests.import_corpus_graphs import CORPUS as GRAPHS
from tests.import_corpus_headers import CORPUS as HEADERS
from tests.import_corpus_headings import BROKEN as BROKEN_HEADINGS
from tests.import_corpus_headings import CORPUS as HEADINGS
from tests.import_corpus_joined import CORPUS as JOINED
from tests.import_corpus_json import CORPUS as JSON
from tests.import_corpus_json_graphs import CORPUS as JSON_GRAPHS
from tests.import_corpus_json_lists import CORPUS as JSON_LISTS
from tests.import_corpus_languages import CORPUS as LANGUAGES
from tests.import_corpus_layouts import CORPUS as LAYOUTS
from tests.import_corpus_matrices import CORPUS as MATRICES
from tests.import_corpus_members import CORPUS as MEMBERS
from tests.import_corpus_networks import CORPUS as NETWORKS
from tests.import_corpus_panels import BROKEN as BROKEN_PANELS
from tests.import_corpus_panels import CORPUS as PANELS
from tests.import_corpus_parallel_lists import CORPUS as PARALLEL_LISTS
from tests.import_corpus_procurement import CORPUS as PROCUREMENT
from tests.import_corpus_projects import CORPUS as PROJECTS
from tests.import_corpus_published import CORPUS as PUBLISHED
from tests.import_corpus_records import CORPUS as RECORDS
from tests.import_corpus_references import CORPUS as REFERENCES
from tests.import_corpus_registers import CORPUS as REGISTERS
from tests.import_corpus_related import CORPUS as RELATED
from tests.import_corpus_said_of_names import CORPUS as SAID_OF_NAMES
from tests.import_corpus_states import CORPUS as STATES
from tests.import_corpus_together import BROKEN as BROKEN_TOGETHER
from tests.import_corpus_together import CORPUS as TOGETHER
from tests.import_corpus_told_apart import BROKEN as BROKEN_TOLD_APART
from tests.import_corpus_told_apart import CORPUS as TOLD_APART
from tests.import_corpus_two_headers import BROKEN as BROKEN_TWO_HEADERS
from tests.import_corpus_two_headers import CORPUS as TWO_HEADERS
from tests.import_corpus_unseen import CORPUS as UNSEEN
from tests.import_corpus_whose_it_is import CORPUS as WHOSE_IT_IS
from tests.import_statements import statements

CORPUS = (
    MEMBERS
    | LAYOUTS
    | CELLS
    | AGREEMENTS
    | PROJECTS
    | EDGES
    | MATRICES
    | GRAPHS
    | RECORDS
    | JSON
    | JSON_GRAPHS
    | NETWORKS
    | RELATED
    | REFERENCES
    | JOINED
    | TOGETHER
    | GRANTS
    | PUBLISHED
    | PROCUREMENT
    | REGISTERS
    | STATES
    | PANELS
    | TWO_HEADERS
    | CONTINUED
    | HEADINGS
    | UNSEEN
    | CONTENTS
    | FIRST_CONTACT
    | HEADERS
    | LANGUAGES
    | JSON_LISTS
    | PARALLEL_LISTS
    | SAID_OF_NAMES
    | DATES_AND_IDS
    | TOLD_APART
    | WHOSE_IT_IS
)
BROKEN = (
    BROKEN_FILES
    | BROKEN_TABLES
    | BROKEN_GUESSES
    | BROKEN_TOGETHER
    | BROKEN_PANELS
    | BROKEN_HEADINGS
    | BROKEN_TWO_HEADERS
    | BROKEN_DATES_AND_IDS
    | BROKEN_TOLD_APART
)


@pytest.mark.parametrize("name", CORPUS)
def test_a_file_states_what_a_person_reads_in_it_and_its_mapping_reads_it_alike(
    tmp_path: Path, name: str
) -> None:
    files, expected = CORPUS[name]
    for file, text in files.items():
        (tmp_path / file).write_text(text, encoding="utf-8", newline="")
    paths = [tmp_path / file for file in files]
    first = read_files(paths, yes=True)
    assert statements(first.dataset) == cleandoc(expected).splitlines()
    for read in first.read:  # every row is accounted for
        assert read.rows == read.stating + sum(read.others.values())
        assert not {UNEXPLAINED.one, UNEXPLAINED.many} & {*read.others}
    again = read_files(paths)  # by what the first reading has written, where it proposed anything
    assert again.dataset == first.dataset, "the mapping that was written reads the file otherwise"
    assert not again.written


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_gets_its_message(tmp_path: Path, name: str) -> None:
    files, mapping, expected = BROKEN[name]
    for file, content in files.items():
        (tmp_path / file).write_bytes(content)
    named = tmp_path / "m.toml" if mapping else None
    if named is not None:
        named.write_text(mapping)
    with pytest.raises((InvalidData, UsageError)) as refused:
        read_files([tmp_path / file for file in files], yes=True, save=False, mapping=named)
    error = refused.value
    said = str(error.problems[0]) if isinstance(error, InvalidData) else str(error)
    assert said.replace(f"{tmp_path}{os.sep}", "").startswith(expected)
    assert error.exit_code == (3 if isinstance(error, InvalidData) else 2)


def test_the_corpus_is_as_large_as_it_should_be() -> None:
    assert len(CORPUS) >= 100
    assert len(BROKEN) >= 80
