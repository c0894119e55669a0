"""Hints in messages: near in spelling or in meaning, or none at all.

Expected hints are by hand, from names that people have given to such columns, files and sheets.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.model import TABLES
from graphkit.model.wording import letters_apart, nearest
from graphkit.sources.column_hints import cure_of
from tests.sources_tables import found, places


def hint(name: str, table: str) -> str | None:
    return cure_of(name, table, [column.name for column in TABLES[table].columns])[0]


@pytest.mark.parametrize(
    ("name", "table", "column"),
    [
        ("Organization", "organisations", "name"),
        ("Company", "organisations", "name"),
        ("nazwa", "organisations", "name"),
        ("Type", "organisations", "kind"),
        ("legalEntityType", "organisations", "kind"),
        ("Country", "organisations", "place"),
        ("miasto", "organisations", "place"),
        ("Short name", "organisations", "aliases"),
        ("url", "organisations", "website"),
        ("Established", "organisations", "founded"),
        ("Organization", "participants", "organisation"),
        ("project", "participants", "collaboration"),
        ("Member name", "memberships", "member"),
        ("Cluster", "memberships", "group"),
        ("joined", "memberships", "start"),
        ("Function", "memberships", "role"),
        ("agreement", "signatories", "declaration"),
        ("Date", "declarations", "signed"),
        ("Strength", "ties", "weight"),
        ("name", "sources", "title"),
        ("memebr", "memberships", "member"),
        ("descripton", "organisations", "description"),
        ("colour", "organisations", None),
        ("lat", "organisations", None),
        ("Target", "ties", None),
        ("budget", "organisations", None),
    ],
)
def test_a_column_is_suggested_by_spelling_or_meaning(
    name: str, table: str, column: str | None
) -> None:
    assert hint(name, table) == column


def test_a_position_belongs_to_the_table_of_places(tmp_path: Path) -> None:
    text = "id,name,kind,lat,lon\na,A,Company,52.5,13.4\n"
    cures = [each.cure for each in found(tmp_path, organisations=text)]
    assert cures == [
        f"give it in the column {name} of the table places, and name the place in place"
        for name in ("latitude", "longitude")
    ]


def test_a_column_that_is_suggested_is_not_missing_too(tmp_path: Path) -> None:
    text = "id,name,Type,lat,lon,city\na,Alpha NGO,NGO,52.5,13.4,Berlin\n"
    problems = found(tmp_path, organisations=text, memberships="member,group\na,a\n")
    assert [(each.column, each.cure) for each in problems if "did you mean" in each.cure] == [
        ("Type", "did you mean kind?"),
        ("city", "did you mean place?"),
    ]
    assert not [each.column for each in problems if each.what == "the column is missing"]


@pytest.mark.parametrize(
    "header", ["Source,Target,Weight", "from,to,weight", "Partner 1,Partner 2,weight"]
)
def test_the_ends_of_an_edge_list_are_not_its_sources(tmp_path: Path, header: str) -> None:
    text = f"{header}\nAcme,Klaster Obróbki Metali,2\n"
    one, two = found(tmp_path, ties=text)
    first, second, _ = header.split(",")
    assert places((one, two)) == [("ties.csv", 1, first), ("ties.csv", 1, second)]
    assert [one.cure, two.cure] == ["rename it to a: one of the two", "rename it to b: the other"]


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("organizations", "organisations"),
        ("companies", "organisations"),
        ("edges", "ties"),
        ("projects", "collaborations"),
        ("czlonkowie", None),
        ("członkowie", "memberships"),
        ("notes", None),
        ("data", None),
    ],
)
def test_a_file_that_is_not_a_table_is_told_with_the_table_that_it_means(
    tmp_path: Path, name: str, table: str | None
) -> None:
    (problem,) = found(tmp_path, **{name: "x\n"})
    if table is None:
        assert problem.cure.startswith("move the file away")
    else:
        assert problem.cure == f"rename the file to {table}, or move it away"


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("", "", 0),
        ("abc", "abc", 0),
        ("abc", "acb", 1),
        ("abc", "ab", 1),
        ("kitten", "sitting", 3),
        ("ca", "abc", 3),  # the restricted distance: a swapped pair is not changed again
        ("abcdefgh", "hgfedcba", 3),
    ],
)
def test_letters_apart(one: str, other: str, apart: int) -> None:
    # Expected values from the definition of the restricted Damerau-Levenshtein distance, by hand.
    assert letters_apart(one, other, 2) == apart == letters_apart(other, one, 2)


@pytest.mark.parametrize(
    ("word", "known", "near"),
    [
        ("lat", ["vat"], None),
        ("target", ["start"], None),
        ("notes", ["ties"], None),
        ("resources", ["sources"], None),
        ("kidn", ["kind"], "kind"),
        ("membershps", ["memberships"], "memberships"),
        ("betweeness", ["degree", "betweenness"], "betweenness"),
        ("Klaster Obrobki Metali", ["Klaster Obróbki Metali"], "Klaster Obróbki Metali"),
    ],
)
def test_only_near_words_are_suggested(word: str, known: list[str], near: str | None) -> None:
    assert nearest(word, known) == near
