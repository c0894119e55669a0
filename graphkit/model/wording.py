"""Words for messages: suggestions for misspelt words, and lists as people write them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graphkit.model.errors import UsageError

_LONGEST_COMPARED = 100


def counted(number: int, one: str, many: str = "") -> str:
    """A number and what it counts; `many` is the plural where it is not `one` with an s.

    >>> counted(1, "fact"), counted(0, "fact"), counted(2, "community", "communities")
    ('1 fact', '0 facts', '2 communities')
    """
    return f"{number} {one if number == 1 else many or f'{one}s'}"


def loose(text: str) -> str:
    """The text without case, spaces, underscores and hyphens, for comparing."""
    return "".join(character for character in text.casefold() if character not in " _-\u00a0")


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is one or two letters away from this one, or None.

    >>> nearest("organizations", ["organisations", "places"])
    'organisations'
    >>> nearest("lat", ["vat", "place"]) is None
    True
    """
    return nearest_of(word, {loose(candidate): candidate for candidate in known})


def nearest_of(word: str, known: Mapping[str, str]) -> str | None:
    """As `nearest`, with the known words keyed by their `loose` form.

    Two wrong letters count only after a right first one. Of words as near as each other, the first
    counts.
    """
    given = loose(word[:_LONGEST_COMPARED])
    if given in known:
        return known[given]
    allowed = _letters_allowed(given)
    best = None
    for candidate in known:
        if abs(len(candidate) - len(given)) > allowed:
            continue
        away = letters_apart(given, candidate, allowed)
        if away > 1 and candidate[:1] != given[:1]:
            continue
        if away <= min(allowed, _letters_allowed(candidate)):
            best, allowed = candidate, away - 1
            if not allowed:
                break
    return None if best is None else known[best]


def _letters_allowed(word: str) -> int:
    """How many letters of a word may be wrong: in short words each letter makes another word."""
    return 0 if len(word) < 4 else 1 if len(word) < 6 else 2


def letters_apart(one: str, other: str, most: int) -> int:
    """How many letters to add, drop, change or swap with a neighbour turn one text into the other.

    This is the restricted Damerau-Levenshtein distance. What is more than `most` is most + 1.

    >>> letters_apart("betweeness", "betweenness", 2), letters_apart("ties", "notes", 2)
    (1, 3)
    """
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        line = [row] + [most + 1] * len(other)
        for column in range(max(1, row - most), min(len(other), row + most) + 1):
            change = last[column - 1] + (letter != other[column - 1])
            line[column] = min(change, last[column] + 1, line[column - 1] + 1)
            if (
                row > 1
                and column > 1
                and letter == other[column - 2]
                and one[row - 2] == other[column - 1]
            ):
                line[column] = min(line[column], before[column - 2] + 1)
        if min(line) > most:
            return most + 1
        before, last = last, line
    return min(last[-1], most + 1)


def meant(word: str, known: Iterable[str]) -> str:
    """The cure for an unknown word: the nearest known word, or all of them.

    >>> meant("betweeness", ["degree", "betweenness"])
    'did you mean betweenness?'
    """
    listed = list(known)
    near = nearest(word, listed)
    return f"did you mean {near}?" if near else f"use {', '.join(listed) or 'none'}"


def chosen(what: str, word: str, known: Iterable[str]) -> str:
    """The word of a closed list that matches, ignoring case.

    Raises UsageError that says there is no such `what` and suggests the nearest word.
    """
    listed = list(known)
    found = {each.casefold(): each for each in listed}.get(word.strip().casefold())
    if found is None:
        raise UsageError(f"there is no {what} {word}; {meant(word, listed)}")
    return found
