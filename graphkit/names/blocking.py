"""Which pairs of names are compared: those that share a rare word or two less rare ones, a word and
a place, a website or an identifier, the initials of a name, all letters without the spaces, or that
stand next to each other in the alphabet.

Comparing all pairs of 35,000 names would take hours; these are about twenty for each name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from graphkit.names.folding import Folded
from graphkit.names.institution_words import COMMON
from graphkit.names.rarity import Rarity

LARGEST = 40
"""Names that share one key are compared with each other up to this number."""

_RAREST = 4
_SHORTEST_MISSPELT = 5
_RARE = 3
_NEIGHBOURS = 3
_BEGINNING = 12


def candidates(
    names: Mapping[int, Sequence[Folded]],
    keys: Mapping[int, Iterable[Hashable]],
    places: Mapping[int, Iterable[str]],
    rarity: Rarity,
) -> set[tuple[int, int]]:
    """Pairs of organisations, by number, that may be one.

    names: of each organisation, name and aliases. keys: what is stated of it that is rarely that of
    another one: identifiers, websites. places: where it is.
    """
    blocks: defaultdict[Hashable, list[int]] = defaultdict(list)
    having: defaultdict[str, list[int]] = defaultdict(list)
    for number, several in names.items():
        for each in keys.get(number, ()):
            blocks["key", each].append(number)
        found: dict[Hashable, None] = {}
        for name in several:
            found.update(dict.fromkeys(_keys(name, places.get(number, ()), rarity)))
            for word in set(name.words):
                if rarity.count[word] <= LARGEST:
                    having[word].append(number)
        for key in found:
            blocks[key].append(number)
    pairs: set[tuple[int, int]] = set()
    for key, block in blocks.items():
        here = sorted(set(block))
        if 1 < len(here) <= LARGEST:
            pairs.update(combinations(here, 2))
        elif key[0] == "all":  # type: ignore[index]  # many of one name: each with the next
            pairs.update(pairwise(here))
    for one, other in _misspelt(rarity):
        for a in having.get(one, ()):
            pairs.update((min(a, b), max(a, b)) for b in having.get(other, ()) if a != b)
    pairs.update(_adjacent(names))
    return pairs


def _keys(name: Folded, places: Iterable[str], rarity: Rarity) -> Iterator[Hashable]:
    if not name.words:
        return
    yield "all", name.key
    yield "together", name.written
    words = sorted({*name.words}, key=lambda word: (rarity.count[word], word))
    for word in words:
        yield "word", word
        if word not in COMMON:
            for place in places:
                yield "placed", word, place
    yield from (("two", *sorted(pair)) for pair in combinations(words[:_RAREST], 2))
    if len(name.words) == 1 and len(name.words[0]) <= 8:
        yield "initials", name.words[0]
    elif len(name.words) > 1:
        for initials in name.initials:
            if len(initials) > 2:
                yield "initials", initials


def _misspelt(rarity: Rarity) -> Iterator[tuple[str, str]]:
    """Pairs of words that are the same without one letter of each, at least one of them rare."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word, count in sorted(rarity.count.items()):
        if len(word) >= _SHORTEST_MISSPELT and count <= LARGEST and not word.isdigit():
            for shorter in {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}:
                found[shorter].append(word)
    for words in found.values():
        if 1 < len(words) <= LARGEST:
            for pair in combinations(words, 2):
                if min(rarity.count[word] for word in pair) <= _RARE:
                    yield pair


def _adjacent(names: Mapping[int, Sequence[Folded]]) -> Iterator[tuple[int, int]]:
    """Pairs of names of which one begins as the other one, such as one that is cut short."""
    written = sorted(
        {(name.whole, number) for number, several in names.items() for name in several}
    )
    for at, (text, number) in enumerate(written):
        for longer, other in written[at + 1 : at + 1 + _NEIGHBOURS]:
            if other != number and len(text) >= _BEGINNING and longer.startswith(text):
                yield min(number, other), max(number, other)
