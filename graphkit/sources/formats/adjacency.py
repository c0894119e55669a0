"""Find an adjacency list in text: in each line a name and, after it, all that it is tied to.

The first name ends at a colon or an arrow (`Acme: Best, Cool Ltd`), or all names are single words
(`Acme Best Cool`). Lists of names look like the latter; in an adjacency list most of the names that
stand later in a line also begin one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphkit.sources.raw import Row

ADJACENCY = "adjacency"
"""The form of a sheet of two columns, a name and a list whose parts are separated by `LISTED`."""
LISTED = ";"

_FEWEST = 2
_MARK = re.compile(r"\s*(?::(?!//)|->|→|=>)\s*")
_SEPARATORS = (";", ",", "\t", "|")


def adjacency_in(text: str) -> list[Row] | None:
    """The rows of an adjacency list, or None where the text is something else.

    Parameters
    ----------
    text : str
        The text of a file.

    Returns
    -------
    list of (int, list of str) or None
        For each line that holds something its number, the name, and the names tied to it.

    Examples
    --------
    >>> adjacency_in("Acme: Best, Cool Ltd\\nBest: Acme\\n")
    [(1, ['Acme', 'Best;Cool Ltd']), (2, ['Best', 'Acme'])]
    >>> adjacency_in("Acme Works\\nBest University of Arts\\n") is None
    True
    """
    lines = [(at, line.strip()) for at, line in enumerate(text.splitlines(), 1) if line.strip()]
    if len(lines) < _FEWEST:
        return None
    found = _marked(lines) or _of_words(lines)
    return None if found is None else [(at, [name, LISTED.join(to)]) for at, name, to in found]


_Found = list[tuple[int, str, list[str]]]


def _marked(lines: Sequence[tuple[int, str]]) -> _Found | None:
    """Lines in which a colon or an arrow ends the first name, with lists or names that recur."""
    cut = [(at, *_MARK.split(line, maxsplit=1)) for at, line in lines if _MARK.search(line)]
    if len(cut) < len(lines) or any(not each[1] for each in cut):
        return None
    ends = [str(each[2]) for each in cut]
    mark = next((mark for mark in _SEPARATORS if any(mark in end for end in ends)), "")
    single = not mark and all(" " not in str(each[1]) for each in cut)
    found: _Found = []
    for at, name, end in cut:
        parts = str(end).split() if single else str(end).split(mark) if mark else [str(end)]
        found.append((int(at), str(name), [part for part in map(str.strip, parts) if part]))
    lists = sum(len(to) > 1 for _, _, to in found)
    several = len({name.casefold() for _, name, _ in found}) == len(found)
    return found if several and (lists * 2 >= len(found) or _share(found) > 0.5) else None


def _of_words(lines: Sequence[tuple[int, str]]) -> _Found | None:
    """Lines of single words, of which most begin a line."""
    found = [(at, words[0], words[1:]) for at, words in ((at, line.split()) for at, line in lines)]
    several = len({name.casefold() for _, name, _ in found}) == len(found)
    return (
        found if several and max(len(to) for *_, to in found) > 1 and _share(found) > 0.5 else None
    )


def _share(found: _Found) -> float:
    """The share of the names of lists that also begin a line."""
    first = {name.casefold() for _, name, _ in found}
    later = {name.casefold() for *_, to in found for name in to}
    return len(first & later) / len(later) if later else 0.0
