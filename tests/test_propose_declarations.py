"""Declarations and meetings in texts: what makes one, when, where and who signed; by hand."""

from __future__ import annotations

import pytest

from graphkit.documents import read_documents
from graphkit.documents.finding.find import find
from graphkit.documents.rows import rows_of


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        # Each by hand: two declarations, the first signed behind its date and town.
        (
            "en",
            """\
The Declaration on Safe Ports was signed on 17 January 2020 in Tynemouth by the City of Blyth,
Gull Nets Ltd and Stour Foundation.

Signatories of the Letter of Intent on Battery Recycling:

- Harbour Council
- Blyth Trust, on behalf of the Kelp Foundation
""",
            {
                ("Declaration on Safe Ports", "2020-01-17", "Tynemouth"): {
                    "City of Blyth",
                    "Gull Nets Ltd",
                    "Stour Foundation",
                },
                ("Letter of Intent on Battery Recycling", "", ""): {
                    "Harbour Council",
                    "Kelp Foundation",
                },
            },
        ),
        (
            "pl",
            """\
Deklarację podpisali 17 stycznia 2020 r. w Łomży Gmina Jasień i Fundacja Przejrzysta.

Sygnatariusze listu intencyjnego w sprawie szkła:

- Powiat Jasieński
- Instytut Krzemu, w imieniu Izby Hutniczej
""",
            {
                ("Deklaracja", "2020-01-17", "Łomża"): {"Gmina Jasień", "Fundacja Przejrzysta"},
                ("List intencyjny w sprawie szkła", "", ""): {
                    "Powiat Jasieński",
                    "Izba Hutnicza",
                },
            },
        ),
    ],
)
def test_two_declarations_stay_apart(code, text, expected, tmp_path):
    (tmp_path / "two.txt").write_text(text, "utf-8")
    found = find(read_documents([tmp_path / "two.txt"])[0], spoken=code).declarations
    assert {
        (each.title, each.signed, each.town): {one.organisation.name for one in each.signatories}
        for each in found
    } == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        # Each by hand: who signed, and which organisation acted for it; a person does not count.
        (
            "en",
            "The Blyth Trust, on behalf of the Kelp Foundation, and the City of Blyth signed the "
            "Safe Ports Charter on 4 May 2020. Gull Nets Ltd signed the charter on behalf of the "
            "Sea Alliance.",
            {
                ("Kelp Foundation", "Blyth Trust"),
                ("City of Blyth", ""),
                ("Sea Alliance", "Gull Nets Ltd"),
            },
        ),
        (
            "en",
            "On 4 May 2020 Ann Smith, on behalf of the Kelp Foundation, and the Sea Alliance, "
            "represented by Gull Nets Ltd, signed the Safe Ports Charter.",
            {("Kelp Foundation", ""), ("Sea Alliance", "Gull Nets Ltd")},
        ),
        (
            "pl",
            "W imieniu Powiatu Jasieńskiego porozumienie podpisała dnia 4 maja 2020 r. spółka Huta "
            "Mętna S.A. oraz Gmina Jasień, w imieniu Izby Hutniczej.",
            {
                ("Powiat Jasieński", "Huta Mętna S.A."),
                ("Izba Hutnicza", "Gmina Jasień"),
            },
        ),
    ],
)
def test_who_signs_on_behalf_of_another_is_no_signatory(code, text, expected, tmp_path):
    (tmp_path / "signed.txt").write_text(text, "utf-8")
    (made,) = find(read_documents([tmp_path / "signed.txt"])[0], spoken=code).declarations
    assert {
        (each.organisation.name, each.represented_by.name if each.represented_by else "")
        for each in made.signatories
    } == expected


def test_a_declaration_that_will_be_signed_is_none(tmp_path):
    text = "Umowa z Hutą Mętną S.A. zostanie zawarta do 15 grudnia 2023 r."
    (tmp_path / "planned.txt").write_text(text, "utf-8")
    assert find(read_documents([tmp_path / "planned.txt"])[0], spoken="pl").declarations == ()


def test_the_place_of_a_declaration_cites_the_words_that_name_it(tmp_path):
    text = (
        "River Charter\n\nThe River Charter was signed on 12 May 2023 in Northport by the City of "
        "Blyth and Gull Nets Ltd.\n"
    )
    (tmp_path / "river.txt").write_text(text, "utf-8")
    found = find(read_documents([tmp_path / "river.txt"])[0], spoken="en")
    (place,) = (row for row in rows_of(found) if row.table == "places")
    ((_, cited),) = place.finds
    assert (place.cells["id"], cited.locator) == ("northport", "p2")
    assert "Northport" in cited.quote


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "en",
            "On 4 June 2024 the Sea Alliance discussed the agreement signed with Gull Nets Ltd.",
        ),
        ("pl", "12 maja 2021 r. Izba Szkła omówiła umowę podpisaną z Gminą Jasień."),
    ],
)
def test_the_date_of_another_verb_is_not_that_of_a_signing(code, text, tmp_path):
    (tmp_path / "note.txt").write_text(text, "utf-8")
    assert not find(read_documents([tmp_path / "note.txt"])[0], spoken=code).declarations


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "Minutes of the 3rd meeting of the board, 4 June 2019\n\nIt met.",
            {"3rd meeting of the board"},
        ),
        ("Minutes\n\nThe members are: Acme Ltd and Beta Foundation.", set()),
        ("Minutes\n\nThe board met on 4 June 2019.", set()),
    ],
)
def test_the_minutes_of_a_meeting_name_it_in_their_title(text, titles, tmp_path):
    (tmp_path / "minutes.txt").write_text(text, "utf-8")
    found = find(read_documents([tmp_path / "minutes.txt"])[0], spoken="en").collaborations
    assert {each.title for each in found} == titles
