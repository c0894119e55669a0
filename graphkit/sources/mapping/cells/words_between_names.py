"""Words that may separate the names in a cell: `Acme et Best`, where other cells hold `Acme`."""

from __future__ import annotations

from collections.abc import Iterable

_WORDS = tuple(f" {word} " for word in "and et und y e i oraz en og och ja és a si și".split())
_FEWEST = 2
_SHARE = 0.25
"""The share of the cells with such a word of which a part must stand alone elsewhere."""


def word_between(texts: Iterable[str]) -> tuple[str, str]:
    """The word that seems to separate names, with spaces, and a cell with it; or two blanks.

    Parameters
    ----------
    texts : iterable of str
        The cells of a column of names.

    Returns
    -------
    str, str
        The word and the cell.

    Examples
    --------
    >>> word_between(["Acme et Best", "Acme", "Cool et Best", "Best", "Arts et Lettres"])
    (' et ', 'Acme et Best')
    >>> word_between(["Trade and Industry", "Trade and Labour", "Health"])
    ('', '')
    """
    cells = {*texts}
    for word in _WORDS:
        joined = [text for text in sorted(cells) if word in text]
        told = [text for text in joined if not cells.isdisjoint(text.split(word))]
        if len(told) >= max(_FEWEST, _SHARE * len(joined)):
            return word, told[0]
    return "", ""
