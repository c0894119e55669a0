"""What the tables of the sample hold.

Only the standard library reads them here, so that the checks also hold where our own readers are
at fault. The expected lists are written by hand from the texts that the sample was taken from.
"""

import re
from collections import Counter

from tests.sample_tables import DEMO, DOC, KEYS, TABLES, Row, citations, row_key, split

NODES = ("organisations", "declarations", "collaborations", "places")
FACT_COLUMNS = ("start", "end", "observed", "status", "source", "note")
COLUMNS: dict[str, str] = {
    "organisations": "id name kind aliases sector stage place website part_of succeeds founded"
    " dissolved krs nip regon ror lei pic vat description",
    "memberships": "member group role",
    "declarations": "id title kind signed place concerns occasion",
    "signatories": "declaration organisation role represented_by signed_by",
    "collaborations": "id title kind stage part_of place website",
    "participants": "collaboration organisation role contribution currency",
    "ties": "a b kind weight",
    "relations": "from kind to",
    "figures": "subject measure value value_to unit nature",
    "places": "id name kind part_of country nuts teryt latitude longitude",
    "people": "person name organisation role",
    "sources": "id title publisher url published retrieved language sha256",
}
KINDS = set(
    "Company University Faculty ResearchInstitute School PublicBody LocalGovernment LabourOffice"
    " Cluster ClusterInitiative WorkingGroup BusinessSupport Park EconomicZone Chamber"
    " TrainingProvider DevelopmentAgency Association Foundation Other".split()
)
# table, column, and the tables in which the identifiers of that column are found
REFERENCES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("organisations", "place", ("places",)),
    ("organisations", "part_of", ("organisations",)),
    ("organisations", "succeeds", ("organisations",)),
    ("memberships", "member", ("organisations",)),
    ("memberships", "group", ("organisations",)),
    ("declarations", "place", ("places",)),
    ("declarations", "concerns", ("organisations",)),
    ("declarations", "occasion", ("collaborations",)),
    ("signatories", "declaration", ("declarations",)),
    ("signatories", "organisation", ("organisations",)),
    ("signatories", "represented_by", ("organisations",)),
    ("signatories", "signed_by", ("people",)),
    ("collaborations", "part_of", ("collaborations",)),
    ("collaborations", "place", ("places",)),
    ("participants", "collaboration", ("collaborations",)),
    ("participants", "organisation", ("organisations",)),
    ("ties", "a", ("organisations",)),
    ("ties", "b", ("organisations",)),
    ("relations", "from", NODES),
    ("relations", "to", NODES),
    ("figures", "subject", ("organisations", "places", "collaborations")),
    ("places", "part_of", ("places",)),
    ("people", "organisation", ("organisations",)),
)

BIALYSTOK_SIGNATORIES = [
    "Białostocka Fundacja Kształcenia Kadr",
    "Białostocki Park Naukowo-Technologiczny",
    "Izba Przemysłowo-Handlowa w Białymstoku",
    "Politechnika Białostocka",
    "Uniwersytet Medyczny w Białymstoku",
    "Uniwersytet w Białymstoku",
    "Urząd Marszałkowski Województwa Podlaskiego",
    "Urząd Miejski Białystok",
    "Urząd Miejski Czarna Białostocka",
    "Wojewódzki Urząd Pracy",
    "Zakład Doskonalenia Zawodowego w Białymstoku",
    "Klaster Obróbki Metali",
]
SUWALKI_SIGNATORIES = [
    "Park Naukowo-Technologiczny Polska-Wschód w Suwałkach",
    "Stowarzyszenie Euroregion Niemen",
    "Państwowa Wyższa Szkoła Zawodowa im. prof. Edwarda F. Szczepanika w Suwałkach",
    "Suwalska Specjalna Strefa Ekonomiczna",
    "Urząd Miejski w Suwałkach",
]
# name, town or region, websites
LUBUSKIE_CLUSTERS = [
    ("Lubuski Klaster Metalowy", "Gorzów Wielkopolski", "http://www.lubuskiklaster.pl"),
    (
        "Klaster Archiwizacji Cyfrowej",
        "Nowa Sól",
        "http://www.nca.org.pl/pl/|http://www.sinersio.com",
    ),
    ("Lubuski Klaster Energetyki Odnawialnej i Efektywności Energetycznej", "Sulechów", ""),
    (
        "Klaster Edukacji Lubuskie Brandenburgia",
        "Gorzów Wielkopolski",
        "http://klasteredukacji.eu/index.php/pl/aktualnosci/"
        "9-spotkanie-klastra-edukacji-lubuskie-brandenburgia",
    ),
    ("Klaster Transportu, Spedycji i Logistyki", "Świebodzin", "http://klaster-tsl.eu/"),
    ("Klaster Energii Odnawialnej", "Województwo lubuskie", ""),
    ("Zachodni Klaster Turystyczno-Medyczny", "Gorzów Wielkopolski", ""),
    (
        "Lubuski Klaster Elektrotechniki, Informatyki i Telekomunikacji",
        "Zielona Góra",
        "http://www.lkeiit.pl/kontakt",
    ),
    ("Klaster turystyczny", "Kargowa", ""),
    ("Lubuski Klaster Edukacyjny „Discare”", "Zielona Góra", ""),
    (
        "Lubuski Klaster Szkoleniowo-Doradczy na rzecz Produktu Regionalnego",
        "Województwo lubuskie",
        "",
    ),
    ("Centrum Lubuskich Innowacji Agrotechnicznych", "Żary", "http://www.gszary.pl"),
    ("Klaster Wsparcia Biznesu", "Gorzów Wielkopolski", "http://www.lfzcg.gorzow.pl/"),
    (
        "Zachodni Klaster Informatyki i Bezpieczeństwa IT e-COOP",
        "Zielona Góra",
        "http://www.ecoop.pl/|http://www.frig.org.pl",
    ),
    ("Lubuski Klaster III Sektora", "Zielona Góra", "http://www.inqbes.pl"),
    ("Regionalny Klaster Motoryzacyjny", "Nowa Sól", ""),
]


def organisation_names() -> dict[str, str]:
    """Name by identifier."""
    return {row["id"]: row["name"] for row in TABLES["organisations"]}


def signatories_of(declaration: str) -> list[Row]:
    """The signatories of one declaration."""
    return [row for row in TABLES["signatories"] if row["declaration"] == declaration]


def test_the_tables_have_only_the_columns_of_the_design() -> None:
    assert set(TABLES) == set(KEYS)
    for table, rows in TABLES.items():
        allowed = COLUMNS[table].split()
        if table in ("organisations", "places"):
            allowed += FACT_COLUMNS[2:]
        elif table != "sources":
            allowed += FACT_COLUMNS
        assert rows, table
        header = list(rows[0])
        assert header == [column for column in allowed if column in header], table
        for column in header:
            assert any(row[column] for row in rows), f"{table}.{column} is never used"


def test_the_files_are_utf_8_without_mark_and_with_line_feeds() -> None:
    for path in DEMO.glob("*.csv"):
        content = path.read_bytes()
        assert not content.startswith(b"\xef\xbb\xbf")
        assert b"\r" not in content
        assert content.endswith(b"\n")


def test_no_cell_has_spaces_around_it_or_empty_list_values() -> None:
    for rows in TABLES.values():
        for row in rows:
            for column, value in row.items():
                assert value == value.strip(), row
                if "|" in value:
                    assert column in ("aliases", "website", "place", "source"), row
                    assert all(part and part == part.strip() for part in value.split("|")), row


def test_identifiers_are_short_slugs_and_unique() -> None:
    ids = [row["id"] for table in NODES for row in TABLES[table]]
    assert [name for name, times in Counter(ids).items() if times > 1] == []
    sources = [row["id"] for row in TABLES["sources"]]
    assert len(sources) == len(set(sources))
    people = [row["person"] for row in TABLES["people"]]
    for identifier in ids + sources + people:
        assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", identifier), identifier
        assert len(identifier) <= 45, identifier


def test_a_name_or_alias_belongs_to_one_organisation() -> None:
    names = [
        name
        for row in TABLES["organisations"]
        for name in {row["name"], *split(row.get("aliases"))}
    ]
    assert [name for name, times in Counter(names).items() if times > 1] == []


def test_no_fact_is_given_twice() -> None:
    keys = [row_key(table, row) for table, rows in TABLES.items() for row in rows]
    assert [key for key, times in Counter(keys).items() if times > 1] == []


def test_every_reference_leads_to_a_row() -> None:
    ids = {table: {row["id"] for row in TABLES[table]} for table in NODES}
    ids["people"] = {row["person"] for row in TABLES["people"]}
    for table, column, targets in REFERENCES:
        known = set().union(*(ids[target] for target in targets))
        for row in TABLES[table]:
            for value in split(row.get(column)):
                assert value in known, f"{table}.{column}: {value}"


def test_kinds_stages_statuses_natures_and_relations_are_from_the_closed_lists() -> None:
    assert {row["kind"] for row in TABLES["organisations"]} <= KINDS
    stages = {
        row["stage"] for table in ("organisations", "collaborations") for row in TABLES[table]
    }
    assert stages <= {"", "planned", "forming", "active", "ended"}
    statuses = {row.get("status", "") for rows in TABLES.values() for row in rows}
    assert statuses <= {"", "stated", "inferred", "disputed"}
    assert {row["nature"] for row in TABLES["figures"]} <= {"reported", "target"}
    kinds = {row["kind"] for row in TABLES["relations"]}
    assert kinds <= {"part_of", "succeeds", "located_in", "concerns"}


def test_dates_are_iso_prefixes() -> None:
    for rows in TABLES.values():
        for row in rows:
            for column in ("start", "end", "observed", "signed", "founded", "published"):
                value = row.get(column) or "2014"
                assert re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?|\.\.", value), row


def test_an_inferred_row_says_what_was_read_into_the_text() -> None:
    for rows in TABLES.values():
        for row in rows:
            if row.get("status") == "inferred":
                assert row["note"], row


def test_every_fact_has_a_source() -> None:
    sources = {row["id"] for row in TABLES["sources"]}
    for table, rows in TABLES.items():
        if table == "sources":
            continue
        for row in rows:
            assert citations(row), row_key(table, row)
            assert {source for source, _, _ in citations(row)} <= sources, row_key(table, row)


def test_there_are_no_e_mail_addresses_or_telephone_numbers() -> None:
    telephone = re.compile(
        r"\+\d|\(\d{2,3}\)|\btel\b|(?<!\d)\d{7,}(?!\d)"
        r"|(?<![\d-])\d{2,3}([ -])\d{2,3}\1\d{2,3}(?!\d)",
        re.IGNORECASE,
    )
    assert telephone.search("12 34 56")
    assert telephone.search("Tel. 1")
    cells = [
        value
        for table, rows in TABLES.items()
        for row in rows
        for column, value in row.items()
        if column != "sha256" and (table, column[:5]) != ("figures", "value")
    ]
    for text in [*cells, *DOC.read_text(encoding="utf-8").splitlines()]:
        assert "@" not in text, text
        assert not telephone.search(text), text


def test_the_bialystok_declaration_has_its_twelve_signatories() -> None:
    names = organisation_names()
    rows = signatories_of("deklaracja-bialystok-2014")
    assert [names[row["organisation"]] for row in rows] == BIALYSTOK_SIGNATORIES
    assert {row["status"] for row in rows} == {""}
    cluster = rows[-1]
    assert names[cluster["represented_by"]] == "Centrum Promocji Innowacji i Rozwoju"
    declaration = TABLES["declarations"][0]
    assert (declaration["id"], declaration["signed"], declaration["concerns"]) == (
        "deklaracja-bialystok-2014",
        "2014-11-07",
        "kom",
    )


def test_the_suwalki_declaration_has_five_signatories_and_the_cluster_by_inference() -> None:
    names = organisation_names()
    rows = signatories_of("deklaracja-suwalki-2014")
    stated = [names[row["organisation"]] for row in rows if not row["status"]]
    assert stated == SUWALKI_SIGNATORIES
    inferred = [(row["organisation"], row["status"]) for row in rows if row["status"]]
    assert inferred == [("kom", "inferred")]
    declaration = TABLES["declarations"][1]
    assert (declaration["id"], declaration["signed"], declaration["concerns"]) == (
        "deklaracja-suwalki-2014",
        "2014-11-12",
        "kom",
    )


def test_the_sixteen_lubuskie_clusters_have_their_towns_and_websites() -> None:
    places = {row["id"]: row["name"] for row in TABLES["places"]}
    listed = [
        (row["name"], places[row["place"]], row["website"])
        for row in TABLES["organisations"]
        if row["kind"] == "Cluster" and "lubuskie-klastry:" in row["source"]
    ]
    assert listed == LUBUSKIE_CLUSTERS
    assert len(listed) == 16


def test_the_tourism_cluster_and_the_association_are_two_organisations() -> None:
    rows = {row["id"]: row for row in TABLES["organisations"]}
    association = rows["stowarzyszenie-od-obry-do-odry"]
    assert association["kind"] == "Association"
    assert association["succeeds"] == "klaster-turystyczny"
    assert rows["klaster-turystyczny"]["stage"] == "ended"


def test_the_members_that_are_only_counted_are_a_figure_and_not_nodes() -> None:
    members = [row for row in TABLES["figures"] if row["measure"] == "members"]
    assert [(row["subject"], row["value"]) for row in members] == [("kom", "95")]
    named = {row["member"] for row in TABLES["memberships"] if row["group"] == "kom"}
    assert named == {"cpiir", "malow", "salag", "chm"}
