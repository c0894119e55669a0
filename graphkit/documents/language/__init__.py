"""The words of languages by which facts are found: a folder of data for each, and no code.

A language is a folder beside this file with `language.toml`; docs/documents.md says what it holds.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 200_000
"""This number of letters tells the language of a text."""


@dataclass(frozen=True, slots=True)
class Language:
    """The words of a language.

    Attributes
    ----------
    code : str
        ISO 639 code, the name of its folder.
    data : mapping
        What its `language.toml` holds.
    """

    code: str
    data: Mapping[str, Any]

    def words(self, name: str) -> frozenset[str]:
        """The words of a list, which is written as one text."""
        return _words(self.code, name)

    def table(self, name: str) -> Mapping[str, str]:
        """What each word of a table means, such as the kind that a head noun tells."""
        return _meanings(self.code, name)

    def phrases(self, name: str) -> tuple[tuple[str, ...], ...]:
        """The phrases of a list, one per line, each as its words."""
        return _phrases(self.code, name)


@cache
def language(code: str) -> Language:
    """The language of that code. Raises KeyError if there is no folder for it."""
    folder = files(__name__) / code
    file = folder / "language.toml"
    if not code.isalpha() or not file.is_file():
        raise KeyError(code)
    return Language(code, tomllib.loads(file.read_text("utf-8")))


@cache
def codes() -> tuple[str, ...]:
    """The codes of all languages that have a folder."""
    return tuple(
        sorted(
            each.name
            for each in files(__name__).iterdir()
            if each.is_dir() and (each / "language.toml").is_file()
        )
    )


def detected(texts: Iterable[str]) -> str:
    """The language whose frequent words a text holds most of; "" if it holds few of any.

    >>> detected(["The cluster has been a member of the network since 2011."])
    'en'
    """
    counts: Counter[str] = Counter()
    letters = 0
    for text in texts:
        counts.update(word.casefold() for word in _WORD.findall(text))
        letters += len(text)
        if letters > _ENOUGH:
            break
    scores = {
        code: sum(counts[word] for word in language(code).words("frequent")) for code in codes()
    }
    best = max(scores, key=lambda code: (scores[code], code))
    return best if 20 * scores[best] >= sum(counts.values()) and scores[best] else ""


def _found(code: str, name: str) -> Any:
    value: Any = language(code).data
    for part in name.split("."):
        value = value.get(part, "") if isinstance(value, Mapping) else ""
    return value


@cache
def _words(code: str, name: str) -> frozenset[str]:
    return frozenset(str(_found(code, name)).split())


@cache
def _meanings(code: str, name: str) -> Mapping[str, str]:
    """A table of TOML whose keys are meanings and whose values are the words with that meaning."""
    found = _found(code, name)
    if not isinstance(found, Mapping):
        return {}
    return {word: meaning for meaning, words in found.items() for word in str(words).split()}


@cache
def _phrases(code: str, name: str) -> tuple[tuple[str, ...], ...]:
    lines = str(_found(code, name)).splitlines()
    return tuple(tuple(line.split()) for line in lines if line.strip())
