"""How likely two organisations are one: a score between 0 and 1, with the reasons.

The score adds up evidence in log-odds, as Fellegi and Sunter (1969) do: what the names share and
lack, then what else is stated about the two. `WEIGHTS` holds all of it. The numbers were chosen by
hand so that of pairs with a score of s about the share s is right; benchmarks/names.py measures it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graphkit.model.naming import fold
from graphkit.names.alignment import Alignment, aligned, unlike
from graphkit.names.folding import Folded
from graphkit.names.institution_words import PARTS
from graphkit.names.rarity import Rarity

NEAR_CERTAIN = 0.95
"""From this score on a pair is nearly certain, and commands warn of it."""

WEIGHTS: Mapping[str, float] = {
    "the same words": 4.6,
    "the same words in another order": 4.0,
    "cut off": 4.0,
    "no shared word": -9.0,
    "initials": 1.9,
    "initials of two or three letters": -1.0,
    "all words shared": 4.6,
    "another legal form": -3.0,
    "another number or ordinal": -8.0,
    "a number on one side": -5.0,
    "different words": -6.0,
    "further words": -3.0,
    "one names a part": -4.0,
    "the same identifier": 9.0,
    "another identifier": -4.0,
    "the same website": 3.0,
    "the same place": 0.8,
    "another place": -5.5,
    "another kind": -2.0,
    "shared neighbours": 0.5,
    "both in one group": -1.5,
    "both signed the same declaration": -2.5,
    "one is part or successor of the other": -9.0,
}
"""What each piece of evidence adds, in log-odds."""

_SLOPE, _SHIFT = 1.9, 3.1
"""What makes a share of the sum of all evidence."""

_LOST = -7.0
_SHORTEST_CUT = 20
_SHORT, _FEW = 5, 3


@dataclass(frozen=True, slots=True)
class Evidence:
    """What two names, or two organisations, have in common and what not.

    Attributes
    ----------
    score : float
        How likely they are one: about this share of the pairs with this score is.
    reasons : tuple of str
        What speaks for it.
    against : tuple of str
        What speaks against it.
    """

    score: float
    reasons: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


@dataclass(slots=True)
class Account:
    """Log-odds with what made them."""

    odds: float = 0.0
    reasons: list[str] = field(default_factory=list)
    against: list[str] = field(default_factory=list)

    def add(self, what: str, shown: str = "", share: float = 1.0) -> None:
        """Count a piece of evidence of `WEIGHTS`, shown in other words."""
        value = WEIGHTS[what] * share
        self.odds += value
        (self.reasons if value > 0 else self.against).append(shown or what)

    def evidence(self) -> Evidence:
        """The score and its reasons."""
        score = 1 / (1 + math.exp(_SHIFT - _SLOPE * self.odds))
        return Evidence(score, tuple(self.reasons), tuple(self.against))


_SHOWN = {
    "inflection": "the same words in another form",
    "typo": "one or two letters",
    "typo of the first letter": "the first letter",
    "typo or another word": "words like each other",
    "abbreviation": "abbreviation",
    "apart": "spaces or hyphens",
    "initials": "initials",
    "cognate": "words that begin alike",
}


def is_short(name: Folded) -> bool:
    """Whether a name is one short word, such as an acronym, that many organisations may share."""
    return len(name.words) == 1 and len(name.words[0]) <= _SHORT


def compare_names(
    one: Folded,
    other: Folded,
    written: tuple[str, str],
    rarity: Rarity,
    *,
    further: bool = False,
) -> Account:
    """What two names say about whether they are one.

    written: the names as they stand. further: whether neither is the first name of its
    organisation.
    """
    account = Account()
    if further and one.key == other.key and is_short(one):
        what = "initials" if len(one.key) > _FEW else "initials of two or three letters"
        account.add(what, "the same short name")
        return account
    if not one.words or not other.words or (_apart(one, other) and unlike(one, other)):
        account.add("no shared word")
        return account
    if one.key == other.key:
        same_order = one.words == other.words
        what = "the same words" if same_order else "the same words in another order"
        account.add(what, _difference(one, other, written) if same_order else what)
    elif one.written == other.written:
        account.add("the same words", "spaces or hyphens")
    elif _cut_off(one, other, rarity):
        account.add("cut off")
    elif (short := _initials(one, other)) is not None:
        account.add("initials of two or three letters" if short <= _FEW else "initials")
    else:
        _partly(aligned(one, other, rarity), rarity, account)
    if one.legal and other.legal and not one.legal & other.legal:
        account.add("another legal form")
    return account


def _apart(one: Folded, other: Folded) -> bool:
    """Whether two names have other words and, without spaces, other letters."""
    return one.key != other.key and one.written != other.written


def _partly(laid: Alignment, rarity: Rarity, account: Account) -> None:
    left, right = _numbers_apart(laid.left), _numbers_apart(laid.right)
    if left[1] and right[1]:
        account.add("another number or ordinal")
    elif left[1] or right[1]:
        account.add("a number on one side")
    here, there = sum(map(rarity.telling, left[0])), sum(map(rarity.telling, right[0]))
    whole = laid.shared + laid.lost + here + there
    if not laid.shared:
        account.add("no shared word")
        return
    ways = [_SHOWN[way] for way in sorted(laid.ways)] or ["shared words"]
    account.add("all words shared", ways[0], laid.shared / whole)
    account.reasons.extend(ways[1:])
    account.odds += _LOST * laid.lost / whole
    less, more = sorted((here, there))
    if less:  # each name has a word that the other lacks, such as two towns
        account.add("different words", share=0.4 + 2.5 * less / whole)
    if more > less:
        account.add("further words", share=0.5 + 3.0 * (more - less) / whole)
    if (PARTS & {*left[0]}) != (PARTS & {*right[0]}):
        account.add("one names a part")


def _numbers_apart(words: Sequence[str]) -> tuple[list[str], list[str]]:
    return [each for each in words if not each.isdigit()], [
        each for each in words if each.isdigit()
    ]


def _cut_off(one: Folded, other: Folded, rarity: Rarity) -> bool:
    """Whether a name ends in the middle of a word of the other one, which alone goes on so."""
    short, long = sorted((one, other), key=lambda name: len(name.whole))
    length = len(short.whole)
    if length < _SHORTEST_CUT or not long.whole.startswith(short.whole):
        return False
    inside = len(long.whole) > length and long.whole[length] != " "
    return inside and rarity.continued(short.whole) == 1


def _initials(one: Folded, other: Folded) -> int | None:
    """The number of letters of a name that is all of the initials of the other one."""
    for short, long in ((one, other), (other, one)):
        if len(short.words) == 1 < len(long.words) and short.words[0] in long.initials:
            return len(short.words[0])
    return None


def _difference(one: Folded, other: Folded, written: tuple[str, str]) -> str:
    """What two names with the same words differ by."""
    if written[0] == written[1]:
        return "the same name"
    if written[0].casefold() == written[1].casefold():
        return "case"
    if one.legal != other.legal:
        return "legal form"
    if fold(written[0]) == fold(written[1]):
        return "diacritics"
    if one.written == other.written:
        return "spelling"
    return "abbreviation or form of a word"
