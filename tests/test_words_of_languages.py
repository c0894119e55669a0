"""What the names of columns mean in the languages of Europe; expected by hand, by a dictionary."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest
from babel import Locale

from graphkit.sources import read_files
from graphkit.sources.countries import country_of
from graphkit.sources.header_compounds import cut
from graphkit.sources.header_lexicon import spelt_plainly
from graphkit.sources.header_vocabulary import PROPERTIES, SUBJECTS
from graphkit.sources.header_words import ends, layer_in, meaning
from graphkit.sources.languages import LANGUAGES
from graphkit.sources.mapping.cells.header_nouns import names_people
from graphkit.sources.mapping.form.lenient import iso_date

MEMBER, GROUP, PROJECT = ("member", "name"), ("membership", "name"), ("collaboration", "name")
SIGNED = ("declaration", "name")
START, END, COUNTRY, CITY = ("", "start"), ("", "end"), ("", "country"), ("", "city")
MEANT = {
    "German": {
        "Mitgliedsorganisation": MEMBER, "Mitgliedsverein": MEMBER, "Projektname": PROJECT,
        "Projektkürzel": ("collaboration", "aliases"), "Projektstart": ("collaboration", "start"),
        "Vereinsname": GROUP, "Name der Organisation": MEMBER, "Organisationsnr": ("member", "id"),
        "Beitrittsjahr": START, "Gründungsjahr": ("", "founded"), "Meldedatum": ("", ""),
        "Ländername": COUNTRY, "Foerderung": ("", ""), "Verbände": GROUP, "Verbaende": GROUP,
    },
    "Dutch": {
        "Naam van de organisatie": MEMBER, "Ledenlijst": ("", ""), "Projectnaam": PROJECT,
        "Samenwerkingsverband": GROUP, "Startdatum": START, "Einddatum": END, "Gemeente": CITY,
        "Werkgroep": GROUP, "Convenant": SIGNED, "Oprichtingsjaar": ("", "founded"),
        "Gemeenschappelijke regeling": GROUP, "Provincie": ("", "region"),
    },
    "Swedish": {
        "Organisationsnamn": MEMBER, "Medlemsförbund": MEMBER, "Projektnamn": PROJECT,
        "Nätverk": GROUP, "Råd": GROUP, "Inträdesår": START, "Kommun": CITY,
        "Organisationsnummer": ("member", "id"),
        "Överenskommelse": SIGNED, "Projektstart": ("collaboration", "start"), "År": START,
    },
    "Norwegian": {
        "Prosjektkortnavn": ("collaboration", "aliases"), "Prosjekttittel": PROJECT,
        "Organisasjonsnavn": MEMBER, "Navn på organisasjon": MEMBER, "Klyngenavn": GROUP,
        "Medlemsorganisasjon": MEMBER, "Ungdomsorganisasjon": MEMBER, "Startdato": START,
        "Prosjektslutt": ("collaboration", "end"), "Stiftelsesår": ("", "founded"),
        "Fødselsår": ("", ""),
        "Innmeldingsdato": START, "Avtale": SIGNED, "Prosjektnr": ("collaboration", "id"),
    },
    "Danish": {
        "Virksomhedsnavn": MEMBER, "Foreningens navn": ("", ""), "Projektets navn": ("", ""),
        "Netværk": GROUP, "Indmeldelsesdato": START, "Hjemmeside": ("", "website"),
        "Projektnavn": PROJECT, "Aftale": SIGNED, "Medlemskab": GROUP,
    },
    "Catalan": {
        "Entitat": MEMBER, "ENTITATS": MEMBER, "Xarxa": GROUP, "Consorci": GROUP,
        "Conveni": SIGNED, "Projecte": PROJECT, "Municipi": CITY, "País": COUNTRY,
        "ANY_CONSTITUCIO": ("", "founded"), "Data de signatura": START, "Data fi": END,
    },
    "Finnish": {
        "Organisaation nimi": MEMBER, "Jäsenyhdistys": MEMBER, "Hankkeen nimi": PROJECT,
        "Verkosto": GROUP, "Liittymisvuosi": START, "Päättymispäivä": END, "Maa": COUNTRY,
        "Hankkeen lyhenne": ("collaboration", "aliases"), "Sopimus": SIGNED, "Puolue": MEMBER,
    },
    "French": {
        "Nom de l'organisation": MEMBER, "Nom du projet": PROJECT, "Date d'adhésion": START,
        "Année de création": ("", "founded"), "Date de fin": END, "Groupement": GROUP,
        "Date de naissance": ("", ""), "Date de consultation": ("", ""), "Ville": CITY,
    },
    "Spanish": {
        "Nombre de la entidad": MEMBER, "Partidos": MEMBER, "Coalición": GROUP,
        "Nombre del proyecto": PROJECT, "Fecha de ingreso": START, "País": COUNTRY,
        "Fecha de nacimiento": ("", ""), "Convenio": SIGNED, "Código del proyecto":
        ("collaboration", "id"),
    },
    "Italian": {
        "Nome dell'organizzazione": MEMBER, "Consorzio": GROUP, "Titolo del progetto": PROJECT,
        "Data di firma": START, "Data di adesione": START, "Partito": MEMBER, "Comune": CITY,
        "Data di scadenza": END,
    },
    "Portuguese": {
        "Nome da organização": MEMBER, "Coligação": GROUP, "Nome do projeto": PROJECT,
        "Data de adesão": START, "Data de término": END, "País": COUNTRY, "Convênio": SIGNED,
    },
    "Romanian": {
        "Denumirea organizației": MEMBER, "Alianța": GROUP, "Titlul proiectului": PROJECT,
        "Data aderării": START, "Țara": COUNTRY, "Partidul": MEMBER, "Orașul": CITY,
    },
    "Polish": {
        "Nazwa organizacji": MEMBER, "Nazwa koalicji": ("", ""), "Koalicja": GROUP,
        "Rok przystąpienia": START, "Data zakończenia": END, "Tytuł projektu": PROJECT,
        "Traktat": SIGNED, "Województwo": ("", "region"),
    },
    "Czech": {
        "Název organizace": MEMBER, "Název projektu": PROJECT, "Koalice": GROUP,
        "Datum vstupu": START, "Datum ukončení": END, "Rok založení": ("", "founded"),
        "Země": COUNTRY, "Politická strana": MEMBER, "Datum narození": ("", ""),
    },
    "Slovak": {
        "Názov organizácie": MEMBER, "Združenie": GROUP, "Dátum vstupu": START,
        "Krajina": COUNTRY, "Zmluva": SIGNED,
    },
    "Hungarian": {
        "Szervezet neve": MEMBER, "Szervezetnév": MEMBER, "Tagszervezet": MEMBER,
        "Projekt címe": PROJECT, "Munkacsoport": GROUP, "Csatlakozás éve": START,
        "Ország": COUNTRY, "Párt": MEMBER, "Megállapodás": SIGNED, "Év": START,
        "Alapítás éve": ("", "founded"),
    },
    "Lithuanian": {
        "Organizacijos pavadinimas": MEMBER, "Asociacija": GROUP, "Projekto pavadinimas": PROJECT,
        "Įstojimo data": START, "Šalis": COUNTRY, "Sutartis": SIGNED,
    },
    "Latvian": {
        "Organizācijas nosaukums": MEMBER, "Apvienība": GROUP, "Projekta nosaukums": PROJECT,
        "Iestāšanās datums": START, "Valsts": COUNTRY, "Līgums": SIGNED,
    },
    "Estonian": {
        "Organisatsiooni nimi": MEMBER, "Võrgustik": GROUP, "Liitumise kuupäev": START,
        "Riik": COUNTRY, "Leping": SIGNED, "Registrikood": ("", "id"),
    },
    "Ukrainian": {
        "Назва організації": MEMBER, "Об'єднання": GROUP, "Назва проєкту": PROJECT,
        "Дата вступу": START, "Країна": COUNTRY, "Договір": SIGNED, "Дата народження": ("", ""),
    },
    "Russian": {
        "Название организации": MEMBER, "Объединение": GROUP, "Наименование проекта": PROJECT,
        "Дата вступления": START, "Страна": COUNTRY, "Договор": SIGNED,
    },
    "Greek": {
        "Όνομα οργανισμού": MEMBER, "Δίκτυο": GROUP, "Τίτλος έργου": PROJECT,
        "Ημερομηνία ένταξης": START, "Χώρα": COUNTRY, "Συμφωνία": SIGNED,
    },
    "Turkish": {
        "Kuruluş adı": MEMBER, "İttifak": GROUP, "Proje adı": PROJECT, "Katılım tarihi": START,
        "Ülke": COUNTRY, "Sözleşme": SIGNED, "Üye kuruluş": MEMBER,
    },
    "English in small letters": {
        "projectname": PROJECT, "companyid": ("member", "id"), "countryname": COUNTRY,
        "landscape": ("", ""), "statement": SIGNED, "filename": ("", ""),
        "Part": ("", ""), "parttime": ("", ""), "Red": ("", ""), "Rad": ("", ""), "Sit": ("", ""),
        "Date of birth": ("", ""), "Year joined": START, "AR": ("", ""),
    },
}  # fmt: skip


@pytest.mark.parametrize("language", MEANT)
def test_names_of_columns_mean_what_a_dictionary_says(language: str) -> None:
    assert {name: meaning(name) for name in MEANT[language]} == MEANT[language]


def test_no_word_has_two_meanings() -> None:
    meant: dict[str, set[str]] = defaultdict(set)
    base = {"": {what: " ".join(words) for what, words in SUBJECTS.items()} | PROPERTIES}
    for table in (base | LANGUAGES).values():
        for what in (*SUBJECTS, *PROPERTIES):
            for word in table.get(what, "").split():
                meant[spelt_plainly(word)].add(what)
    twice = {word: each for word, each in meant.items() if len(each) > 1}
    assert {*twice} <= {"parents", "parent group"}  # in English, before other languages


def test_all_languages_have_words_for_the_same_things() -> None:
    needed = {*SUBJECTS, "name", "country", "city", "start", "end", "role", "date", "people"}
    missing = {name: needed - {*table} for name, table in LANGUAGES.items()}
    assert {name: each for name, each in missing.items() if each} in ({}, {"Polish": {"date"}})


@pytest.mark.parametrize(
    "text",
    [
        "2014.11.07.", "2014. 11. 07.", "7. 11. 2014", "2014. november 7.", "7 листопада 2014 р.",
        "7 ноября 2014 г.", "2014 m. lapkričio 7 d.", "2014. gada 7. novembris", "7 Kasım 2014",
        "7. marraskuuta 2014", "den 7 november 2014", "7 Νοεμβρίου 2014", "7 de novembro de 2014",
    ],
)  # fmt: skip
def test_dates_are_read_in_the_forms_of_each_language(text: str) -> None:
    assert iso_date(text) == "2014-11-07"


def test_countries_have_the_names_that_babel_gives_them() -> None:
    for language in ("fi", "cs", "el"):
        named = Locale.parse(language).territories
        for code in ("DE", "GR", "HU", "PL", "SE", "US"):
            known = country_of(named[code])
            assert known is not None
            assert known[0] == code


def test_a_text_that_names_no_country_is_in_doubt(tmp_path: Path) -> None:
    (tmp_path / "members.csv").write_text("Organisation,Country\nAcme,NATO\nBest,PL\n")
    found = read_files([tmp_path / "members.csv"], yes=True, save=False)
    assert any("NATO: no country of this name is known" in said for said in found.remarks)


def test_titles_and_people_and_ends_are_known() -> None:
    assert layer_in("Signatáři memoranda") == layer_in("underskrivere") == "declaration"
    assert layer_in("medlemmer i klyngen") == layer_in("Список: члены") == "membership"
    assert all(map(names_people, ("Yhteyshenkilö", "Фамилия", "Förnamn")))
    assert ends(["Kilde", "Mål", "Vekt"]) == (0, 1)
    assert cut("prosjektpartner") == ("prosjekt", "partner")
