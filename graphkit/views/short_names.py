"""Shorter names for the picture: an alias, or the words that tell an organisation from the others.

No two different names become the same short one, and none ends inside a word unless one word alone
is too long.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

_LETTERS = 30
"""A name of up to this many letters needs no shorter one, but an alias may still be one."""

_LEAST = 8
_LINKING_CAPITALS = frozenset(
    "A AL AND DE DEL DER DES DI DU E ET FOR FUR I L LA LE O OF W ZUR".split()
)
_LINKING = 3
"""A linking word of up to this many small letters does not end a short name."""


def short_names(names: Sequence[str], aliases: Sequence[Sequence[str]] = ()) -> list[str]:
    """A shorter form of each name; "" where there is none or the name is short.

    aliases: of each name, the first of which is tried first; none of any by default.

    >>> short_names(["Urząd Marszałkowski Województwa Podlaskiego", "ChM"], [[], []])
    ['Urząd Marszałkowski…', '']
    >>> short_names(["Urząd Marszałkowski Województwa " + each for each in ("A", "B")])
    ['Urząd … Województwa A', 'Urząd … Województwa B']
    """
    cleaned = [" ".join(name.split()) for name in names]
    known = aliases or [()] * len(names)
    owners: dict[str, set[str]] = defaultdict(set)
    for name, others in zip(cleaned, known, strict=True):
        for text in (name, *others):
            owners[text.casefold()].add(name)
    starts = Counter(start for name in set(cleaned) for start in _starts(name))
    choices = []
    for name, others in zip(cleaned, known, strict=True):
        shorter = [
            alias
            for each in others
            if len(alias := " ".join(each.split())) < len(name)
            and 1 < len(alias) <= _LETTERS
            and len(owners[alias.casefold()]) == 1
        ]
        choices.append(shorter or list(dict.fromkeys(_shortened(name, starts))))
    for name, forms in zip(cleaned, choices, strict=True):
        for form in forms:
            owners[form.casefold()].add(name)
    return [
        next((form for form in forms if len(owners[form.casefold()]) == 1), "") for forms in choices
    ]


def sole_aliases(names: Sequence[str], aliases: Sequence[Sequence[str]]) -> list[str]:
    """The first alias of each name that no other here goes by; "" where there is none.

    >>> sole_aliases(["City of A", "City of B"], [["A", "City"], ["City"]])
    ['A', '']
    """
    owners: dict[str, set[int]] = defaultdict(set)
    cleaned = [[" ".join(alias.split()) for alias in others] for others in aliases]
    for at, (name, others) in enumerate(zip(names, cleaned, strict=True)):
        for text in (" ".join(name.split()), *others):
            owners[text.casefold()].add(at)
    return [
        next((alias for alias in others if alias and len(owners[alias.casefold()]) == 1), "")
        for others in cleaned
    ]


def _starts(name: str) -> Iterator[str]:
    """The first words of a name, as far as they may begin a short one."""
    end = 0
    while 0 <= (end := name.find(" ", end + 1)) <= _LETTERS:
        yield name[:end].casefold()


def _shortened(name: str, starts: Mapping[str, int]) -> Iterator[str]:
    """Ways to leave words out, the better ones first.

    starts: how many names begin with the same words.
    """
    if len(name) <= _LETTERS:
        return
    words = name.split(" ")
    for count in range(len(words) - 1, 0, -1):
        start = _trimmed(words[:count])
        if not _LEAST <= len(start) < _LETTERS:
            continue
        if starts.get(" ".join(words[:count]).casefold()) == 1:
            yield f"{start}…"
        break
    for first in range(1, len(words)):
        ends = (
            " ".join(words[at:]) for at in range(first + 1, len(words)) if not _links(words[at])
        )
        start = _trimmed(words[:first])
        yield from (form for end in ends if len(form := f"{start} … {end}") <= _LETTERS)
    half = _LETTERS // 2 - 1
    yield f"{name[: _LETTERS - 1]}…"
    yield f"{name[:half]}…{name[-half:]}"


def _links(word: str) -> bool:
    return len(word) <= _LINKING and (word.islower() or word in _LINKING_CAPITALS)


def _trimmed(words: Sequence[str]) -> str:
    """Words without linking words and marks at their end."""
    kept = list(words)
    while len(kept) > 1 and _links(kept[-1]):
        kept.pop()
    return " ".join(kept).rstrip(" ,;:-–(\"'„")
