"""The glossary: what pages and figures call things, in each language, and how these are counted.

`messages/glossary.json` holds the terms. A message counts one with `{count:fact}`, which becomes
"5 facts" or "5 faktów", and `{count:organisation.accusative}` takes another case. A whole message
`@fact` is the term itself. `docs/glossary.md` is made from the same file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

FIELD = re.compile(r"\{(?P<name>\w+)(?::(?P<form>[\w.]+))?\}")
"""What is filled in: `{name}`, `{count:term}` or `{count:term.case}`."""

COUNTED = "counted"
_CASES = (COUNTED, "accusative", "genitive", "instrumental")


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the glossary.

    Attributes
    ----------
    id : str
        Its id.
    words : mapping of str to str
        The term by language.
    means : str
        What it means, in English.
    forms : mapping of (str, str) to tuple of str
        By language and case, what follows a number: for 1 and for more in English, for 1, for 2 to
        4 and for 5 and more in Polish.
    avoid : mapping of str to tuple of str
        By language, words that texts do not use for it. A star stands for any ending.
    """

    id: str
    words: Mapping[str, str]
    means: str
    forms: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    avoid: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@cache
def glossary() -> Mapping[str, Term]:
    """The terms by id, in the order of the file."""
    path = files("graphkit.views") / "messages" / "glossary.json"
    return {
        name: Term(
            name,
            {key: each for key, each in said.items() if isinstance(each, str) and key != "means"},
            said["means"],
            {
                (language, case): tuple(forms)
                for case in _CASES
                for language, forms in said.get(case, {}).items()
            },
            {language: tuple(words) for language, words in said.get("avoid", {}).items()},
        )
        for name, said in json.loads(path.read_text(encoding="utf-8")).items()
    }


def forms_of(form: str, language: str) -> tuple[str, ...]:
    """What follows a number in a language, for a `term` or a `term.case`.

    A language without a form for the case has its usual one.

    >>> forms_of("organisation.accusative", "pl")
    ('organizację', 'organizacje', 'organizacji')
    """
    name, _, case = form.partition(".")
    forms = glossary()[name].forms
    return forms.get((language, case or COUNTED)) or forms[language, COUNTED]


def form_for(count: int, language: str) -> int:
    """Which of the forms of a language a number takes, by the rules of CLDR for whole numbers.

    >>> [form_for(count, "pl") for count in (1, 2, 5, 12, 22, 0)]
    [0, 1, 2, 2, 1, 2]
    """
    if count == 1:
        return 0
    if language != "pl":
        return 1
    return 1 if 2 <= count % 10 <= 4 and not 12 <= count % 100 <= 14 else 2


def counted(count: int, form: str, language: str) -> str:
    """A number and what it counts.

    >>> counted(3, "fact", "en"), counted(3, "fact", "pl")
    ('3 facts', '3 fakty')
    """
    return f"{count} {forms_of(form, language)[form_for(count, language)]}"


class Message(str):
    """A text in a language whose `format` also counts terms of the glossary."""

    language: str

    def __new__(cls, text: str, language: str) -> Message:
        """The text in a language."""
        made = super().__new__(cls, text)
        made.language = language
        return made

    def format(self, *args: object, **values: object) -> str:
        """The text with values put in; what is put in is not looked at again."""

        def said(found: re.Match[str]) -> str:
            value = values[found["name"]]
            if found["form"] is None:
                return str(value)
            assert isinstance(value, int)
            return counted(value, found["form"], self.language)

        return FIELD.sub(said, self)


def used(texts: Mapping[str, str], language: str) -> dict[str, tuple[str, ...]]:
    """The forms that texts count with, by what stands in them."""
    return {
        found["form"]: forms_of(found["form"], language)
        for text in texts.values()
        for found in FIELD.finditer(text)
        if found["form"]
    }
