"""Own kinds that a mapping declares: a part `[[kind]]` for each, as a row of the table `kinds`.

    [[kind]]
    id = "TradeUnion"
    name = "Trade union"
    sector = "labour"

A word of the file that is the id or a name of such a kind means it, before all synonyms do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from graphkit.model import KINDS, SHAPES, TABLES, Node, OwnKind
from graphkit.model.own_kinds import KIND, colour_of, wrong_kind
from graphkit.model.wording import loose, meant, nearest

_COLUMNS = {column.name: column.property or "" for column in TABLES["kinds"].columns}


class WrongKind(ValueError):
    """A part that does not declare a kind: the setting, what is wrong with it, and the cure."""

    def __init__(self, setting: str, what: str, cure: str) -> None:
        super().__init__(setting, what, cure)
        self.setting = setting
        self.what = what
        self.cure = cure


def kinds_in(parts: Sequence[Mapping[str, Any]]) -> tuple[OwnKind, ...]:
    """The kinds that the parts of a mapping declare. Raises WrongKind.

    >>> [kind.name for kind in kinds_in([{"id": "TradeUnion", "colour": "blue"}])]
    ['Trade union']
    """
    found: list[OwnKind] = []
    taken = {loose(kind): kind for kind in KINDS}
    for part in parts:
        kind = _kind_in(part)
        for word in {*map(loose, kind.words)}:
            if word in taken:
                what = f"{kind.id} has the id or a name of {taken[word]}"
                raise WrongKind("kind", what, "give each kind words of its own")
            taken[word] = kind.id
        found.append(kind)
    return tuple(found)


def _kind_in(part: Mapping[str, Any]) -> OwnKind:
    for name, value in part.items():
        if name not in _COLUMNS:
            raise WrongKind(f"kind {name}", "there is no such setting", meant(name, _COLUMNS))
        if not isinstance(value, str):
            raise WrongKind(f"kind {name}", "is not a text", "put it in quotation marks")
    word = part.get("id", "")
    if wrong := wrong_kind(word):
        raise WrongKind("kind id", f"{word!r} {wrong}", "write a word such as TradeUnion")
    stated = {_COLUMNS[name]: value.strip() for name, value in part.items() if value.strip()}
    if "colour" in stated and colour_of(stated["colour"]) is None:
        raise WrongKind("kind colour", f"{stated['colour']!r} is not one", "write it as #1F77B4")
    if "shape" in stated and stated["shape"] not in SHAPES:
        what = f"{stated['shape']!r} is not one"
        raise WrongKind("kind shape", what, meant(stated["shape"], SHAPES))
    return OwnKind.of(Node(KIND, word, stated))


def cells_of(kind: OwnKind) -> dict[str, str]:
    """A kind as a row of the table `kinds`."""
    named = {f"name_{language}": name for language, name in kind.names.items()}
    return {
        "id": kind.id,
        "name": kind.name,
        **named,
        "sector": kind.sector,
        "colour": kind.colour,
        "shape": kind.shape,
    }


def parts_of(kinds: Iterable[OwnKind]) -> Iterator[tuple[str, str]]:
    """What a mapping says of kinds: settings with their texts, each kind from its id on."""
    for kind in kinds:
        yield from ((name, text) for name, text in cells_of(kind).items() if text)


def kind_meant(text: str, kinds: Iterable[OwnKind]) -> str | None:
    """The own kind that a word of a file means by its id or a name, or None."""
    word = loose(text)
    for kind in kinds:
        if word in map(loose, kind.words):
            return kind.id
    return None


def kind_wanted(word: str, kinds: Sequence[OwnKind]) -> str | None:
    """The cure for a word that is the id of no kind; None for one that is."""
    known = (*KINDS, *(kind.id for kind in kinds))
    if word in known:
        return None
    near = nearest(word, known)
    return f"did you mean {near}?" if near else f"use one of {', '.join(known)}"
