"""Likely pairs: scores and the reasons for and against, by hand."""

from __future__ import annotations

import pytest

from graphkit.model import Fact, Node
from graphkit.names import Setting, likely_pairs
from graphkit.names.pairs import Comparison, likely_partners
from graphkit.names.scoring import NEAR_CERTAIN
from tests.test_names_folding import LABELLED


def org(id, name, kind="Other", **properties):
    return Node("Organisation", id, {"name": name, **properties}, kind)


def only(*nodes, setting=None, least=0.0):
    (pair,) = likely_pairs(nodes, setting, least=least)
    return pair


def located(**places):
    return [
        Fact("LOCATED_IN", each, ("Organisation", each), ("Place", place), {})
        for each, place in places.items()
    ]


@pytest.mark.parametrize(
    ("name", "other", "reason"),
    [
        ("Politechnika Białostocka", "Politechnika Bialostocka", "diacritics"),
        ("Politechnika Białostocka", "POLITECHNIKA BIAŁOSTOCKA", "case"),
        ("Białostocka Politechnika", "Politechnika Białostocka", "the same words in another order"),
        ("Malow Sp. z o.o.", "Malow", "legal form"),
        ("Park Polska-Wschód", "Park Polska–Wschód", "spelling"),
        ("Technopark Suwałki", "Techno Park Suwałki", "spaces or hyphens"),
        ("Inst. Lotnictwa", "Instytut Lotnictwa", "abbreviation or form of a word"),
        ("Netor Maszyny Rolnicze", "Netor Masz. Rolnicze", "abbreviation"),
        ("Politechnika Białostocka", "Politechnika Białostcka", "one or two letters"),
        ("Teatr w Warszawie", "Teatr, Warszawa", "the same words in another form"),
        ("Regionalne Centrum Transferu Wiedzy w Suwałkach", "Regionalne Centrum Transferu Wie",
         "cut off"),
        ("Ogólnopolskie Porozumienie Związków Zawodowych", "OPZZ", "initials"),
        ("INSA Lyon", "Institut National des Sciences Appliquées de Lyon", "initials"),
    ],
)  # fmt: skip
def test_the_reason_says_what_two_names_differ_by(name, other, reason):
    pair = only(org("a", name), org("b", other))
    assert reason in pair.reasons
    assert pair.score > 0.6


@pytest.mark.parametrize(
    ("name", "other"),
    [("東京大学", "東京 大学"), ("Politechnika Łódzka", "PolitechnikaŁódzka"), ("AB Cd", "Abcd")],
)
def test_names_that_differ_only_by_a_space_are_nearly_certain(name, other):
    nodes = [org("a", name), org("b", other), org("c", "Bank Morski")]
    for (pair,) in (likely_pairs(nodes), likely_partners(nodes[:1], nodes)):
        assert (pair.left.id, pair.right.id, pair.reasons) == ("a", "b", ("spaces or hyphens",))
        assert pair.score >= NEAR_CERTAIN


@pytest.mark.parametrize(
    ("name", "other", "against"),
    [
        ("Université Montpellier 1", "Université Montpellier II", "another number or ordinal"),
        ("Université de Bordeaux", "Université Bordeaux 3", "a number on one side"),
        ("Urząd Miejski w Suwałkach", "Urząd Miejski w Sejnach", "different words"),
        ("Politechnika Białostocka", "Wydział Mechaniczny Politechniki Białostockiej",
         "one names a part"),
        ("Thales SAS", "Thales GmbH", "another legal form"),
    ],
)  # fmt: skip
def test_what_speaks_against_a_pair_keeps_it_from_being_nearly_certain(name, other, against):
    comparison = Comparison([org("a", name), org("b", other)])
    pair = comparison.pair(0, 1)
    assert against in pair.against
    assert pair.score < NEAR_CERTAIN


def test_one_name_in_two_towns_is_two_offices_unless_one_town_lies_in_the_other():
    offices = org("a", "Izba Skarbowa"), org("b", "Izba Skarbowa")
    apart = only(*offices, setting=Setting.of(located(a="suwalki", b="bialystok")))
    assert "another place" in apart.against
    assert apart.score < 0.5
    part = Fact("PART_OF", "p", ("Place", "suwalki"), ("Place", "podlaskie"), {})
    inside = Setting.of([*located(a="suwalki", b="podlaskie"), part])
    assert only(*offices, setting=inside).against == ()
    together = only(*offices, setting=Setting.of(located(a="suwalki", b="suwalki")))
    assert together.score > only(*offices).score
    assert "the same place" in together.reasons


def test_what_is_stated_beside_names_counts():
    plain = only(org("a", "Novatex Bis"), org("b", "Nowatex Bis"))
    web = only(
        org("a", "Novatex Bis", website=["http://www.novatex.pl/kontakt"]),
        org("b", "Nowatex Bis", website=["https://novatex.pl"]),
    )
    assert "the same website" in web.reasons
    assert web.score > plain.score
    nip = only(org("a", "Novatex", nip="5420208721"), org("b", "Zupełnie Inna", nip="5420208721"))
    assert "the same NIP" in nip.reasons
    other = only(org("a", "Novatex", nip="5420208721"), org("b", "Novatex", nip="6911903155"))
    assert "another NIP" in other.against
    assert only(org("a", "Arka", "University"), org("b", "Arka", "Company")).against == (
        "another kind",
    )


def test_who_signed_under_both_names_is_rather_two_and_a_part_is_certainly():
    nodes = org("a", "Novatex"), org("b", "NOVATEX")
    signed = [
        Fact("SIGNED", each, ("Organisation", each), ("Declaration", "d"), {}) for each in "ab"
    ]
    assert only(*nodes, setting=Setting.of(signed)).against == ("both signed the same declaration",)
    part = Fact("PART_OF", "p", ("Organisation", "a"), ("Organisation", "b"), {})
    assert only(*nodes, setting=Setting.of([part])).score < 0.05


def test_members_of_different_groups_with_a_common_member_share_neighbours():
    nodes = org("a", "Novatex Bis"), org("b", "Nowatex Bis"), org("c", "Gmina Sejny")
    member = [
        Fact("MEMBER_OF", f"{one}{group}", ("Organisation", one), ("Organisation", group), {})
        for one, group in (("a", "g"), ("c", "g"), ("b", "h"), ("c", "h"))
    ]
    assert "shared neighbours" in only(*nodes, setting=Setting.of(member), least=0.5).reasons


def test_another_name_that_the_user_gives_joins_a_translation():
    nodes = org("a", "PANEPISTIMIO PATRON"), org("b", "University of Patras")
    assert likely_pairs(nodes) == ()
    (pair,) = likely_pairs(nodes, other_names={"university patron": ["University of Patras"]})
    assert pair.score > NEAR_CERTAIN


def test_of_the_pairs_labelled_by_hand_the_nearly_certain_are_right():
    numbers, nodes, places = {}, [], {}
    for pair in LABELLED:
        for key in ((pair.left, pair.left_place), (pair.right, pair.right_place)):
            if key not in numbers:
                numbers[key] = len(nodes)
                nodes.append(org(f"o{len(nodes):04}", key[0]))
                places[nodes[-1].id] = [key[1]] if key[1] else []
    comparison = Comparison(nodes, Setting(places=places))
    found, same = [], 0
    for pair in LABELLED:
        at = numbers[pair.left, pair.left_place], numbers[pair.right, pair.right_place]
        same += pair.same
        if comparison.pair(*at).score >= NEAR_CERTAIN:
            found.append(pair)
    assert [pair for pair in found if not pair.same] == []
    assert len(found) > 0.9 * same


def test_the_order_of_organisations_does_not_matter():
    nodes = [org(f"o{at}", pair.left) for at, pair in enumerate(LABELLED[:40])]
    assert likely_pairs(nodes) == likely_pairs(reversed(nodes))


def test_of_many_organisations_with_one_name_each_is_in_a_pair_but_not_with_every_other():
    nodes = [org(f"o{at:03}", "Bank Spółdzielczy") for at in range(60)]
    pairs = likely_pairs(nodes)
    assert {node.id for pair in pairs for node in (pair.left, pair.right)} == {
        node.id for node in nodes
    }
    assert len(pairs) < 3 * 60  # of 1,770
