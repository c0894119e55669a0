"""What a decoded word costs whatever its language: symbols in it, mixed scripts, mixed case.

A cost is the logarithm of a likelihood, so it is negative. `encodings` adds it to that of the
letters.
"""

from __future__ import annotations

import unicodedata

STRANGE = -10.0
"""What a word in several scripts costs; a word that costs as much is hardly one."""

_IMPOSSIBLE = -25.0
_SYMBOL_IN_WORD = -14.0

# What may stand at the edge of a word, or alone, and what that costs.
_OPENING = frozenset("„“«‘‚‹»")
_CLOSING = frozenset("”“»’‘›«")
_ALONE = frozenset("–—…•·°§©®™№\u00a0€")
_AFTER = frozenset("©®™°")


def scripts_of(text: str) -> int:
    """How many scripts the letters of a word belong to."""
    return len({unicodedata.name(each, "?").split()[0] for each in text if each.isalpha()})


def fixed_cost(text: str) -> float:
    """What a word costs whatever its language: symbols in it, mixed scripts, mixed case."""
    cost = 0.0
    last = len(text) - 1
    for at, each in enumerate(text):
        if each.isascii():
            continue
        before, after = text[at - 1] if at else " ", text[at + 1] if at < last else " "
        if each.isalpha() and each not in "ªº":
            cost += _case(text[:at], each, after)
            if last == 0:
                cost -= 3.0
        else:
            cost += _symbol(before, each, after)
    if scripts_of(text) > 1:
        cost += STRANGE
    return cost


def _case(before: str, each: str, after: str) -> float:
    """What a letter costs that is small among capitals, or a capital among small letters."""
    if each.isupper():
        odd = before[-1:].islower() or (before[-1:].isupper() and after.islower())
        return -6.0 if odd else 0.0
    if before[-2:].isupper() and len(before) > 1:
        return -6.0
    if len(before) == 1 and before.isupper() and after == " ":
        return -2.0
    return -6.0 if after.isupper() and not before[-1:].islower() else 0.0


def _symbol(before: str, each: str, after: str) -> float:
    if each == "\N{REPLACEMENT CHARACTER}" or unicodedata.category(each) == "Cc":
        return _IMPOSSIBLE
    starts, ends = before == " ", after == " "
    if each in "’‘" and not starts:
        return -5.0
    if (each in _OPENING and starts) or (each in _CLOSING and ends):
        return -5.0
    if each in _ALONE and (starts or ends):
        if each in _AFTER and ends and not starts:
            return -9.0
        return -6.0 if (starts and ends) or each == "\u00a0" else -12.0
    if each in "\u00a0•":
        return -9.0
    if each in "ªº":
        return -8.0
    return -11.0 if starts and ends else _SYMBOL_IN_WORD
