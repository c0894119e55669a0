"""What is known of the words of many names: how rare each one is, and how names go on."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable

from graphkit.names.folding import Folded
from graphkit.names.institution_words import COMMON, FILLERS

_COMMON_WEIGHT = 0.25
_TELLING = 0.8
_FILLING = 0.4
_LEAST_WEIGHT = 0.05
_LEAST_NAMES = 1_000
_MANY = 5
_LAST = "~"


class Rarity:
    """How much each word says, from how many names have it, and how names go on.

    names: the folded names of all organisations.
    """

    def __init__(self, names: Iterable[Folded]) -> None:
        self.count: Counter[str] = Counter()
        whole: set[tuple[str, str]] = set()
        number = 0
        for name in names:
            self.count.update(set(name.words))
            whole.add((name.whole, name.key))
            number += 1
        self._whole = sorted(whole)
        self._top = math.log1p(max(number, _LEAST_NAMES))
        self._of: dict[str, float] = {}

    def __call__(self, word: str) -> float:
        """The weight of a word: at most 1, for the rarest."""
        found = self._of.get(word)
        if found is None:
            found = 1 - math.log1p(max(self.count[word], 1) - 1) / self._top
            if word in COMMON:
                found *= _COMMON_WEIGHT
            found = self._of[word] = max(found, _LEAST_WEIGHT)
        return found

    def telling(self, word: str) -> float:
        """The weight of a word that one name has and the other lacks: common ones tell too."""
        if word in FILLERS:
            return _FILLING
        return _TELLING if word in COMMON else max(self(word), _TELLING)

    def continued(self, text: str) -> int:
        """How many different names begin with a text and go on."""
        at = bisect_right(self._whole, (text, _LAST))
        keys = set()
        while at < len(self._whole) and self._whole[at][0].startswith(text):
            keys.add(self._whole[at][1])
            at += 1
            if len(keys) > _MANY:
                break
        return len(keys)
