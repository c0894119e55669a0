"""What the rules find in a text. The texts are invented; a person wrote down what they state."""

from __future__ import annotations

import pytest

from graphkit.documents import read_documents
from graphkit.documents.finding.dates import Dates
from graphkit.documents.finding.find import find
from graphkit.documents.finding.passages import passages
from graphkit.documents.language import language
from graphkit.documents.rows import rows_of


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        # Each by hand: who is tied to what, and how.
        (
            "en",
            "The Northsea Kelp Cluster met. Those who joined were Gull Nets Ltd, the Coast Housing "
            "Association and Brine & Sons Ltd.",
            {
                ("Gull Nets Ltd", "Northsea Kelp Cluster", ""),
                ("Coast Housing Association", "Northsea Kelp Cluster", ""),
                ("Brine & Sons Ltd", "Northsea Kelp Cluster", ""),
            },
        ),
        (
            "en",
            "The Northsea Kelp Cluster met. The cluster is a member of the Sea Alliance.",
            {("Northsea Kelp Cluster", "Sea Alliance", "")},
        ),
        (
            "en",
            "The Sea Alliance comprises Gull Nets Ltd and Brine & Sons Ltd.",
            {("Gull Nets Ltd", "Sea Alliance", ""), ("Brine & Sons Ltd", "Sea Alliance", "")},
        ),
        (
            "en",
            "The Kelp Forum took place in Tynemouth. It was organised by the Sea Alliance.",
            {("Sea Alliance", "Kelp Forum", "organiser")},
        ),
        (
            "pl",
            "Klaster Szkła „Tafla” działa od 2011 r. Klaster należy ponadto do Związku Hut. W maju "
            "2018 r. do klastra wstąpiły: Huta Mętna S.A. oraz Szlifiernia Brzask Sp. z o.o.",
            {
                ("Klaster Szkła „Tafla”", "Związek Hut", ""),
                ("Huta Mętna S.A.", "Klaster Szkła „Tafla”", ""),
                ("Szlifiernia Brzask Sp. z o.o.", "Klaster Szkła „Tafla”", ""),
            },
        ),
        (
            "en",
            "The project Green Tides is led by the Sea Alliance. SeaGlass is a two-year research "
            "project coordinated by Brine & Sons Ltd.",
            {
                ("Sea Alliance", "Green Tides", "leader"),
                ("Brine & Sons Ltd", "SeaGlass", "coordinator"),
            },
        ),
        (
            "en",
            "The Northsea Kelp Cluster met. It was joined by Gull Nets Ltd. The Sea Wind Company "
            "belongs to the Tynemouth Chamber of Trade. See Brine & Sons Ltd at www.brine.example. "
            "Kelp Works Ltd is a member of the Tynemouth Chamber of Trade.",
            {
                ("Gull Nets Ltd", "Northsea Kelp Cluster", ""),
                ("Kelp Works Ltd", "Tynemouth Chamber of Trade", ""),
            },
        ),
        (
            "pl",
            "Klaster Szkła „Tafla” (KST) ma nowych członków. W maju 2018 r. do KST dołączyła "
            "spółka Szlifiernia Brzask Sp. z o.o. Członkiem klastra jest też Huta Mętna S.A. Huta "
            "Mętna S.A. należy do Izby Hutniczej.",
            {
                ("Szlifiernia Brzask Sp. z o.o.", "Klaster Szkła „Tafla”", ""),
                ("Huta Mętna S.A.", "Klaster Szkła „Tafla”", ""),
                ("Huta Mętna S.A.", "Izba Hutnicza", ""),
            },
        ),
        (
            "pl",
            "W projekcie „Jasno” uczestniczy, jako partner przemysłowy, Huta Mętna S.A.",
            {("Huta Mętna S.A.", "Jasno", "partner")},
        ),
        # A noun such as "members" ties nobody without a verb that says so.
        (
            "en",
            "The Northsea Kelp Cluster met. Members of the cluster thanked Gull Nets Ltd. Brine & "
            "Sons Ltd invited the members of the cluster. Stour Mills Ltd was praised by members "
            "of the cluster. Partners in the project Green Tides visited Orwell Motors Ltd.",
            set(),
        ),
        (
            "pl",
            "Klaster Szkła „Tafla” działa od 2011 r. Członkowie klastra podziękowali Hucie Mętnej "
            "S.A. za pomoc. Gmina Jasień zaprosiła członków klastra.",
            set(),
        ),
        (
            "en",
            "The Northsea Kelp Cluster was set up by the City of Blyth. Gull Nets Ltd has become a "
            "founding member of the cluster. Stour Mills Ltd sells flour. It is a member of the "
            "cluster too. Kelp Works Ltd runs the project Green Tides "
            "together with Orwell Motors Ltd.",
            {
                ("City of Blyth", "Northsea Kelp Cluster", "founder"),
                ("Gull Nets Ltd", "Northsea Kelp Cluster", "founder"),
                ("Stour Mills Ltd", "Northsea Kelp Cluster", ""),
                ("Kelp Works Ltd", "Green Tides", ""),
                ("Orwell Motors Ltd", "Green Tides", "partner"),
            },
        ),
        (
            "pl",
            "Do Klastra Szkła „Tafla” przyjęto jednogłośnie firmę Szlifiernia Brzask Sp. z o.o. "
            "oraz Instytut Krzemu. Projekt „Jasno” realizuje Huta Mętna S.A. wspólnie z Gminą "
            "Jasień.",
            {
                ("Szlifiernia Brzask Sp. z o.o.", "Klaster Szkła „Tafla”", ""),
                ("Instytut Krzemu", "Klaster Szkła „Tafla”", ""),
                ("Huta Mętna S.A.", "Jasno", ""),
                ("Gmina Jasień", "Jasno", "partner"),
            },
        ),
        (
            "pl",
            "Protokół nr 3 z posiedzenia Rady Klastra Szkła „Tafla”\n\nObecni: Huta Mętna S.A., "
            "Gmina Jasień\n",
            {
                ("Huta Mętna S.A.", "Posiedzenie Rady Klastra Szkła „Tafla”", ""),
                ("Gmina Jasień", "Posiedzenie Rady Klastra Szkła „Tafla”", ""),
            },
        ),
        (
            "en",
            "# Partners\n\n## Gull Nets Ltd\n\nMember of the Sea Alliance since 2011.\n",
            {("Gull Nets Ltd", "Sea Alliance", "")},
        ),
    ],
)
def test_ties_in_prose(code, text, expected, tmp_path):
    (tmp_path / "prose.md").write_text(text, "utf-8")
    findings = find(read_documents([tmp_path / "prose.md"])[0], spoken=code).findings
    members = [(e.cells["member"], e.cells["group"], e) for e in findings.of("memberships")]
    takers = [
        (e.cells["organisation"], e.cells["collaboration"], e) for e in findings.of("participants")
    ]
    assert {
        (one.name, getattr(other, "name", "") or other.title, each.cells.get("role", ""))
        for one, other, each in members + takers
    } == expected


def test_figures_are_of_the_group_that_the_text_is_about(tmp_path):
    text = (
        "Klaster Szkła „Tafla” powstał w Jasieniu. Wspiera go Stowarzyszenie Nad Narwią. Klaster "
        "zatrudnia 1200 osób. Według prognozy obroty wyniosą 30 mln zł. Wkład to EUR 2,5 mln."
    )
    (tmp_path / "figures.txt").write_text(text, "utf-8")
    found = find(read_documents([tmp_path / "figures.txt"])[0], spoken="pl").findings
    assert [
        (cells["subject"].name, cells["measure"], cells["value"], cells["unit"], cells["nature"])
        for cells in (each.cells for each in found.of("figures"))
    ] == [
        ("Klaster Szkła „Tafla”", "employment", "1200", "persons", "reported"),
        ("Klaster Szkła „Tafla”", "turnover", "30000000", "PLN", "forecast"),
        ("Klaster Szkła „Tafla”", "contribution", "2500000", "EUR", "reported"),
    ]


def test_words_without_a_stop_are_cut_into_sentences(tmp_path):
    (tmp_path / "endless.txt").write_text("member of the cluster " * 300, "utf-8")
    (document,) = read_documents([tmp_path / "endless.txt"])
    (passage,) = passages(document.paragraphs, language("en"))
    assert passage.sentences == ((0, 500), (500, 1000), (1000, 1200))


@pytest.mark.parametrize(
    ("text", "starts"),
    [  # by hand: a date that opens a sentence does not end it, one behind a verb may
        ("W 2020 r. Gmina Jasień przystąpiła do Klastra Tafla.", {"2020"}),
        ("Dnia 4 maja 2021 r. Gmina Jasień przystąpiła do Klastra Tafla.", {"2021-05-04"}),
        (
            "Jasień, 1 maja 2021 r.\n\nW maju br. Gmina Jasień przystąpiła do Klastra Tafla.",
            {"2021-05"},
        ),
        ("Klaster Tafla działa od 2011 r. Gmina Jasień przystąpiła do Klastra Tafla.", {""}),
    ],
)
def test_a_date_that_opens_a_sentence_does_not_end_it(text, starts, tmp_path):
    (tmp_path / "date.txt").write_text(text, "utf-8")
    found = find(read_documents([tmp_path / "date.txt"])[0], spoken="pl")
    ties = [each for each in rows_of(found) if each.table == "memberships"]
    assert {each.cells.get("start", "") for each in ties} == starts


def test_a_date_before_a_name_is_no_part_of_it(tmp_path):
    text = (
        "On 17 October 2023 Gull Nets Ltd met the Sea Alliance. On 4 June Orwell University and in "
        "June 2024 Brine Institute joined. May & Sons Ltd did not."
    )
    (tmp_path / "dates.txt").write_text(text, "utf-8")
    found = find(read_documents([tmp_path / "dates.txt"])[0], spoken="en").organisations
    assert {each.name for each in found} == {
        "Gull Nets Ltd",
        "Sea Alliance",
        "Orwell University",
        "Brine Institute",
        "May & Sons Ltd",
    }


def test_a_title_of_a_project_is_not_an_organisation(tmp_path):
    text = "Partnerem projektu „Cicha Przystań” jest Huta Mętna S.A."
    (tmp_path / "titled.txt").write_text(text, "utf-8")
    found = find(read_documents([tmp_path / "titled.txt"])[0], spoken="pl")
    assert [each.name for each in found.organisations] == ["Huta Mętna S.A."]
    assert [each.title for each in found.collaborations] == ["Cicha Przystań"]


def test_towns_of_two_words_and_addresses_like_a_name_are_found(tmp_path):
    text = (
        "Izba Szkła w Brodnicy Leśnej (IS) oraz Fundacja Przejrzysta zapraszają. Więcej: "
        "www.fundacja-przejrzysta.example, www.szklo.example, www.inna-fundacja.example"
    )
    (tmp_path / "towns.txt").write_text(text, "utf-8")
    found = find(read_documents([tmp_path / "towns.txt"])[0], spoken="pl").organisations
    cells = {each.name: {key: value for key, (value, _) in each.cells.items()} for each in found}
    assert cells == {
        "Izba Szkła w Brodnicy Leśnej": {"place": "Brodnica Leśna"},
        "Fundacja Przejrzysta": {"website": "www.fundacja-przejrzysta.example"},
    }


def test_a_heading_gives_a_project_its_whole_title(tmp_path):
    text = "# Jasno – szkło dla szkół\n\nProjekt „Jasno” prowadzi Huta Mętna S.A.\n"
    (tmp_path / "title.md").write_text(text, "utf-8")
    (made,) = find(read_documents([tmp_path / "title.md"])[0], spoken="pl").collaborations
    assert (made.title, made.id) == ("Jasno – szkło dla szkół", "jasno-szklo-dla-szkol")


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("pl", "7 listopada 2014 roku", ["2014-11-07"]),
        ("pl", "w październiku br.", ["2014-10"]),
        ("pl", "od 2006 r.", ["2006"]),
        ("pl", "Zielona Góra, 15.05. 2014r.", ["2014-05-15"]),
        ("pl", "w latach 2010 – 2013 powstało", ["2010/2013"]),
        ("pl", "w dniach 4–7 października 2018 r.", ["2018-10-04/2018-10-07"]),
        ("pl", "31 lutego 2014 r.", ["2014"]),
        ("en", "since 2011 and until May 2013", ["2011", "2013-05"]),
        ("en", "on 23 and 24 May", ["2014-05-23/2014-05-24"]),
        ("en", "June 4, 2019; 2011-04-18", ["2019-06-04", "2011-04-18"]),
    ],
)
def test_dates_keep_the_precision_of_the_text(code, text, expected):
    found = Dates(language(code), "2014-11-20").find(text)
    assert ["/".join(filter(None, (each.value, each.until))) for each in found] == expected


NAMED = {
    "pl": """
Prezes Zarządu Fundacji Przejrzystej Jan Kowalski otworzył spotkanie. Instytut Krzemu w Jasieniu,
reprezentowany przez dyrektora Annę Nowak-Zielińską, podpisał umowę. Marek Sowa, burmistrz Gminy
Jasień, był obecny. Spotkanie w Zielonej Górze odbyło się w hotelu Polonia.
""",
    "en": """
The Harbour Research Institute, represented by its director Ann Smith, signed. John van Dyke was
absent. Mary Jones, managing director of Brine & Sons Ltd, spoke about Northsea Kelp Farming. The
cluster met in Great Yarmouth.
""",
}


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (
            "pl",
            {
                ("Jan Kowalski", "Fundacja Przejrzysta", "prezes zarządu"),
                ("Anna Nowak-Zielińska", "Instytut Krzemu w Jasieniu", "dyrektor"),
                ("Marek Sowa", "Gmina Jasień", "burmistrz"),
            },
        ),
        (
            "en",
            {
                ("Ann Smith", "Harbour Research Institute", "director"),
                ("Mary Jones", "Brine & Sons Ltd", "managing director"),
            },
        ),
    ],
)
def test_people_are_found_with_their_roles_if_asked(code, expected, tmp_path):
    (tmp_path / "named.txt").write_text(NAMED[code], "utf-8")
    (document,) = read_documents([tmp_path / "named.txt"])
    assert find(document, spoken=code).findings.of("people") == []
    found = find(document, spoken=code, people=True).findings.of("people")
    assert {
        (each.cells["name"], each.cells["organisation"].name, each.cells["role"]) for each in found
    } == expected
