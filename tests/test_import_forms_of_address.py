"""People who are told by a form of address; which names are those of people was judged by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.sources import read_files
from graphkit.sources.mapping.cells.forms_of_address import is_addressed

_LIST = "Member,Association\nAcme,Forum\nBest,Forum\nCool,Forum\nDr Anna Best,Forum\n"


@pytest.mark.parametrize(
    "name",
    [
        "MR. Somkid Jaidee", "Mrs Anna Nowak", "Pani Ewa Nowak", "M. Jean Dupont", "Ms Suda Jaidee",
        "นางสาวสุดา ใจดี", "น.ส. สุดา ใจดี", "นาย อนันต์ ใจดี", "Sr. Juan Pérez García",
        "Dhr. J. de Vries", "Prof. dr hab. Ewa Nowak", "Frau Dr. Eva Muster", "Mme Marie Dupont",
        "Dr.Somchai Jaidee", "MISS SUDA JAIDEE", "Hr. Lars Hansen",
    ],
)  # fmt: skip
def test_a_form_of_address_tells_a_person(name: str) -> None:
    assert is_addressed(name)


@pytest.mark.parametrize(
    "name",
    [
        "Mr Price Group Ltd", "Dr. Oetker", "Miss Selfridge plc", "Pan American Airways",
        "SR Technics Group", "Dr. Oetker Polska", "Lady Gaga Tours", "Herr Muster",
        "Dr. Bronner's Soaps", "Mr. Green Technologies", "Sir Works Anna", "Acme Works",
        "บริษัท นายดี จำกัด", "Dr 5 Energy", "MS AMLIN UNDERWRITING",
    ],
)  # fmt: skip
def test_the_name_of_a_firm_is_no_person(name: str) -> None:
    assert not is_addressed(name)


def test_people_are_counted_and_a_mapping_can_keep_one(tmp_path: Path) -> None:
    file = tmp_path / "m.csv"
    file.write_text(_LIST)
    found = read_files([file], yes=True)
    assert "m.csv: 1 row names a person and was left out: Dr Anna Best (row 5)" in found.remarks
    mapping = tmp_path / "m.mapping.toml"
    text = mapping.read_text()
    mapping.write_text(text.replace("header_row", 'names = ["Dr Anna Best"]\nheader_row', 1))
    kept = read_files([file]).dataset
    assert "Dr Anna Best" in {each.name for each in kept.nodes}
