"""Folding: names without case, accents, alphabets, legal forms, abbreviations and inflection.

Which names are one is stated by hand, here and in benchmarks/labelled_names.txt.
"""

from __future__ import annotations

import importlib.util

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.names import folded
from graphkit.names.institution_words import COMMON
from graphkit.names.legal_forms import LEGAL_FORMS
from tests.shared_data import ROOT


def labelled():
    path = ROOT / "benchmarks" / "labelled_names.py"
    spec = importlib.util.spec_from_file_location("labelled_names", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.labelled_names()


LABELLED = labelled()

_LETTERS = st.characters(codec="utf-8")
_TOKENS = st.sampled_from(
    [
        *sorted(" ".join(form) for form in LEGAL_FORMS),
        *sorted(COMMON),
        *"Politechniki Białostockiej im. A. B. Nowaka I II w of S.A. d'Hérault 2nd i Köln".split(),
    ]
)


@given(st.text(_LETTERS, max_size=40) | st.lists(_TOKENS, max_size=7).map(" ".join))
def test_folding_again_changes_nothing(name):
    assert folded(folded(name).text).words == folded(name).words


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("POLITECHNIKA  BIAŁOSTOCKA", "Politechnika Bialostocka"),
        ("Politechniki Białostockiej", "Politechnika Białostocka"),
        ("Universitaet zu Köln", "UNIVERSITÄT ZU KOELN"),
        ("Malow Sp. z o.o.", "MALOW spółka z ograniczoną odpowiedzialnością"),
        ("Malow Sp. z o. o. Sp. k.", "MALOW"),
        ("Robert Bosch GmbH", "Robert Bosch Gesellschaft mit beschränkter Haftung"),
        ("Stow. Euroregion Niemen", "Stowarzyszenia Euroregion Niemen"),
        ("Univ. Montpellier II", "Université Montpellier 2"),
        ("Uniwersytet im. Adama Mickiewicza", "UNIWERSYTET ADAMA MICKIEWICZA"),
        ("A.G.H.", "AGH"),
        ("Institut prikladnoi matematiki", "Институт прикладной математики"),
        ("Panepistimio Patron", "Πανεπιστήμιο Πατρών"),
        ("Università degli Studi dell'Aquila", "UNIVERSITA DELL AQUILA"),
        ("D.H.I. A/S", "DHI"),
    ],
)
def test_spellings_of_one_name_are_equal(name, other):
    assert folded(name).words == folded(other).words


def test_the_order_of_words_is_left_to_the_key():
    assert folded("Białostocka Politechnika").key == folded("Politechnika Białostocka").key
    assert folded("Białostocka Politechnika").words != folded("Politechnika Białostocka").words


def test_two_different_organisations_are_never_equal():
    # Of those with one name in two places, and of firms of two countries, other columns tell.
    apart = [
        pair
        for pair in LABELLED
        if not pair.same and not pair.left_place and "Novartis" not in pair.left
    ]
    assert len(apart) >= 250
    equal = [pair for pair in apart if folded(pair.left).key == folded(pair.right).key]
    assert equal == []


def test_a_name_of_nothing_but_a_legal_form_keeps_its_words():
    assert folded("S.A.").words == ("sa",)
    assert folded("").words == folded("!!!").words == ()


def test_each_legal_form_is_taken_from_the_end():
    kept = {form for form in LEGAL_FORMS if folded(f"Zetom {' '.join(form)}").words != ("zetom",)}
    assert kept == set()


def test_words_that_stand_for_others_stand_for_themselves():
    assert [word for word in sorted(COMMON) if folded(word).words != (word,)] == []


@pytest.mark.parametrize("word", ["ltd ", "x ", "of ", "spolka z ograniczona ", "żółw", "lab "])
def test_a_text_that_is_too_long_to_be_a_name_is_folded_as_quickly_and_as_stably(word):
    name = word * 50_000
    assert len(folded(name).words) <= 60
    assert folded(folded(name).text).words == folded(name).words
