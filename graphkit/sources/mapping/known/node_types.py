"""Which types of nodes are groups, and of which layer: events, projects, agreements, clusters."""

from __future__ import annotations

from collections.abc import Iterable

from graphkit.sources.header_words import plain

_LAYERS = {
    "collaboration": "project projects projekt event events wydarzenie programme program "
    "conference meeting grant activity initiative publication paper study",
    "declaration": "declaration agreement charter treaty memorandum mou umowa porozumienie "
    "deklaracja covenant contract pledge document convention statement letter",
    "membership": "cluster klaster network association club forum platform alliance consortium "
    "federation group coalition committee board",
    "skip": "person people individual osoba human politician place location city country topic "
    "theme source tag keyword",
}
PEOPLE = {*"person people individual osoba human politician".split()}
_PLACES = {"city", "country", "state", "municipality"}
"""Which are organisations where no other nodes are, as countries that sign treaties are."""

_WORDS = {word: layer for layer, words in _LAYERS.items() for word in words.split()}


def groups_among(words: Iterable[str]) -> dict[str, str]:
    """The types among these that are groups, each with its layer; people and places: skip.

    Parameters
    ----------
    words : iterable of str
        The types of nodes that a file has.

    Returns
    -------
    dict of str to str
        Such as `{"Event": "collaboration", "Person": "skip"}`.

    Examples
    --------
    >>> groups_among(["Organisation", "Event", "Person"])
    {'Event': 'collaboration', 'Person': 'skip'}
    >>> groups_among(["Country", "Treaty"])
    {'Treaty': 'declaration'}
    """
    listed = list(dict.fromkeys(words))
    found = {word: layer for word in listed if (layer := _WORDS.get(plain(word)))}
    if len(found) == len(listed):  # all are: organisations are among what else would be groups
        others = ("skip", "collaboration", "declaration")
        kept = {
            word: layer
            for word, layer in found.items()
            if layer in others and plain(word) not in _PLACES
        }
        found = kept if len(kept) < len(listed) else {}
    return found
