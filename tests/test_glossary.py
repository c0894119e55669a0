"""One word for one thing, in both languages, and the right form of it after every number.

A message that fails here is cured in `graphkit/views/messages/`: the other language gets the same
key, a number counts a term (`{count:fact}`), a new term goes into `glossary.json`.
"""

from __future__ import annotations

import json
import re

import pytest

from graphkit.metrics import METRICS
from graphkit.views.glossary import COUNTED, FIELD, Message, counted, form_for, forms_of, glossary
from graphkit.views.translation import LANGUAGES, words
from tests.test_words import PACKAGE

NUMBERS = set("count shown of drawn found rest tied groups organisations radius ties rank".split())
"""The fields of messages that are whole numbers."""

UNINFLECTED = {
    "en": set("of in not without dated unknown that kept more left other".split()),
    "pl": set("z ze w i o na do bez mających".split()),
}
"""What may follow a number as it is: these words are the same after 1, 2 and 5."""

GENITIVE = re.compile(r"\b(z|Nie pokazano) \{\w+\} (organizacji|społeczności)\b")
"""Polish words that are the same after 1, 2 and 5 in this case."""


def messages(language, room="views"):
    """Every text of a language by its key, as the file of a room has it."""
    path = PACKAGE / room / "messages" / f"{language}.json"
    return dict(_leaves(json.loads(path.read_text(encoding="utf-8"))))


def _leaves(texts, key=""):
    for name, each in texts.items():
        place = f"{key}.{name}" if key else name
        yield from _leaves(each, place) if isinstance(each, dict) else [(place, each)]


MESSAGES = {language: messages(language) for language in LANGUAGES}


def test_both_languages_have_the_same_texts_with_the_same_fields():
    english, polish = (MESSAGES[language] for language in LANGUAGES)
    assert list(english) == list(polish)
    fields = [
        {key: {found["name"] for found in FIELD.finditer(text)} for key, text in texts.items()}
        for texts in (english, polish)
    ]
    assert fields[0] == fields[1]


def avoided(texts, language):
    """Words of texts that the glossary has another word for."""
    for term in glossary().values():
        for word in term.avoid.get(language, ()):
            pattern = re.escape(word).replace(r"\*", r"\w*")
            for place, text in texts.items():
                if found := re.search(rf"(?<!\w){pattern}(?!\w)", FIELD.sub("", text), re.I):
                    yield f"{place}: {found[0]!r}; the glossary has {term.words[language]!r}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_uses_another_word_than_the_glossary(language):
    labels = {f"metric {name}": each.label[language] for name, each in METRICS.items()}
    terms = {f"term {term.id}": term.words[language] for term in glossary().values()}
    report = {f"report {key}": text for key, text in messages(language, "report").items()}
    assert list(avoided(MESSAGES[language] | report | labels | terms, language)) == []


def test_another_word_is_found_in_all_its_forms():
    found = avoided({"a": "Kliknij węzły", "b": "Kliknij organizację", "c": "grafika"}, "pl")
    assert [each.partition(":")[0] for each in found] == ["a"]


def uncounted(text, language):
    """What follows a number in a text without being counted."""
    for found in re.finditer(r"\{(\w+)\} (?=[^\W\d])(\w+)", GENITIVE.sub("", text)):
        if found[1] in NUMBERS and found[2] not in UNINFLECTED[language]:
            yield found[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_follows_a_number_has_the_form_for_it(language):
    texts = MESSAGES[language]
    bad = {key: found for key, text in texts.items() if (found := [*uncounted(text, language)])}
    assert bad == {}, "count it with {count:term}; terms are in glossary.json"


def test_an_uncounted_word_is_found():
    assert [*uncounted("{count} facts left", "en")] == ["{count} facts"]
    assert [*uncounted("z {count} organizacji, {count:fact}, {count} z {of}", "pl")] == []
    assert [*uncounted("{count} organizacji", "pl")] == ["{count} organizacji"]


def test_every_term_that_a_text_names_is_in_the_glossary():
    for language, texts in MESSAGES.items():
        for text in texts.values():
            if text.startswith("@"):
                assert glossary()[text[1:]].words[language]
            for found in FIELD.finditer(text):
                if found["form"]:
                    assert len(forms_of(found["form"], language)) == {"en": 2, "pl": 3}[language]


def test_terms_are_complete_and_each_has_its_own_word():
    terms = glossary().values()
    assert len(terms) >= 60
    for language in LANGUAGES:
        spoken = [term.words[language] for term in terms]
        assert len(spoken) == len(set(spoken))
    for term in terms:
        assert re.fullmatch(r"[A-Z][^.].*\.", term.means), term.id
        # English has two forms and Polish three, or the term is never counted.
        sizes = [len(term.forms.get((language, COUNTED), ())) for language in LANGUAGES]
        assert sizes in ([2, 3], [0, 0]), term.id


# CLDR 48, plural rules of Polish: one: 1; few: 2-4, 22-24, 32-34 …; many: the other whole numbers.
POLISH = {0: 2, 1: 0, 2: 1, 4: 1, 5: 2, 11: 2, 12: 2, 14: 2, 21: 2, 22: 1, 25: 2, 101: 2, 112: 2}


def test_polish_numbers_take_the_form_that_cldr_says():
    assert {count: form_for(count, "pl") for count in POLISH} == POLISH
    assert [form_for(count, "en") for count in (0, 1, 2, 21)] == [1, 0, 1, 1]


@pytest.mark.parametrize(
    ("form", "said"),
    [
        # By hand.
        ("organisation", "1 organizacja, 3 organizacje, 5 organizacji, 22 organizacje"),
        ("organisation.accusative", "1 organizację, 3 organizacje, 5 organizacji, 22 organizacje"),
        ("group", "1 wspólna grupa, 3 wspólne grupy, 5 wspólnych grup, 22 wspólne grupy"),
        ("fact", "1 fakt, 3 fakty, 5 faktów, 22 fakty"),
        ("inferred", "1 wywnioskowany, 3 wywnioskowane, 5 wywnioskowanych, 22 wywnioskowane"),
        ("source", "1 źródło, 3 źródła, 5 źródeł, 22 źródła"),
        ("signatory", "1 sygnatariusz, 3 sygnatariusze, 5 sygnatariuszy, 22 sygnatariusze"),
        ("participant", "1 uczestnik, 3 uczestnicy, 5 uczestników, 22 uczestnicy"),
        ("member", "1 członek, 3 członkowie, 5 członków, 22 członkowie"),
        ("step.genitive", "1 kroku, 3 kroków, 5 kroków, 22 kroków"),
        ("tie", "1 powiązanie, 3 powiązania, 5 powiązań, 22 powiązania"),
    ],
)
def test_polish_words_after_numbers(form, said):
    assert ", ".join(counted(count, form, "pl") for count in (1, 3, 5, 22)) == said


def test_what_is_put_into_a_text_is_not_looked_at_again():
    text = Message("{name}: {count:fact}", "en")
    assert text.format(name="{count:tie}", count=1) == "{count:tie}: 1 fact"


def test_layers_and_statuses_are_the_terms_of_the_glossary():
    assert words("pl")["layer", "tie"] == "powiązanie bezpośrednie"
    assert words("en")["page", "notStated"] == "not stated"
