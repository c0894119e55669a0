"""The words of a selection that depend on the network: kinds, sectors, places, clusters and others.

The built-in kinds and sectors can always be selected. The others are those that the network holds,
so they are checked when it is selected from. Places and clusters are found by id or name, as
organisations are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from graphkit.model import KINDS, SECTORS, Dataset, Node, UsageError
from graphkit.model.wording import loose, nearest
from graphkit.network.clusters import clusters
from graphkit.network.named_nodes import spelt
from graphkit.network.places import places
from graphkit.network.selection import WORDS, Selection

if TYPE_CHECKING:
    from graphkit.network.network import Network

_MOST_LISTED = 60


def settled(whole: Network, selection: Selection) -> Selection:
    """The selection with these words as the network spells them.

    UsageError for a word that it does not know, with those that there are and the nearest.
    """
    words: dict[str, Any] = {
        name: _spelt(name, getattr(selection, name), known(whole))
        for name, known in _KNOWN.items()
        if getattr(selection, name)
    }
    for name, nodes in _NAMED.items():
        if asked := getattr(selection, name):
            words[name] = spelt(name, nodes(whole), asked)
    return replace(selection, **words) if words else selection


def _spelt(name: str, given: tuple[str, ...], known: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The words of the network that are meant, each once.

    known: each word that may be written, and the word that it means.
    """
    meant: dict[str, dict[str, None]] = {}
    for written, word in known:
        meant.setdefault(loose(written), {}).setdefault(word)
    found: dict[str, None] = {}
    for each in given:
        if loose(each) not in meant:
            raise _unknown(name, each, meant)
        found.update(meant[loose(each)])
    return WORDS[name].read(name, list(found))  # type: ignore[no-any-return]


def _unknown(name: str, word: str, known: Mapping[str, Mapping[str, None]]) -> UsageError:
    words = list(dict.fromkeys(each for some in known.values() for each in some))
    near = nearest(word, words)
    what = f"`{name}`: the network has no {name.replace('_', ' ')} {word}; "
    if not words:
        return UsageError(f"{what}leave it out")
    cure = f"did you mean {near}? It has " if near else "use one of "
    more = f" and {len(words) - _MOST_LISTED:,} more" if len(words) > _MOST_LISTED else ""
    return UsageError(f"{what}{cure}{', '.join(words[:_MOST_LISTED])}{more}")


def _kinds(whole: Network) -> Iterator[tuple[str, str]]:
    yield from ((kind, kind) for kind in KINDS)
    for kind in whole.own_kinds.values():
        yield from ((word, kind.id) for word in kind.words)


def _sectors(whole: Network) -> Iterator[tuple[str, str]]:
    stated = {str(node.properties.get("sector") or "") for node in whole.organisations}
    stated |= {kind.sector for kind in whole.own_kinds.values()}
    yield from ((sector, sector) for sector in (*SECTORS, *sorted(stated - {""} - SECTORS.keys())))


def _tie_kinds(whole: Network) -> Iterator[tuple[str, str]]:
    yield from ((kind, kind) for kind in whole.facts.tie_kinds if kind)


def _datasets(whole: Network) -> Iterator[tuple[str, str]]:
    origin = whole.origin
    names = [origin.name] if isinstance(origin, Dataset) else [each.name for each in origin]
    yield from ((name, name) for name in names)


_NAMED: Mapping[str, Callable[[Network], list[Node]]] = {"place": places, "cluster": clusters}
"""For each of these words, the nodes of which it names some."""

_KNOWN: Mapping[str, Callable[[Network], Iterator[tuple[str, str]]]] = {
    "kind": _kinds,
    "sector": _sectors,
    "tie_kind": _tie_kinds,
    "dataset": _datasets,
}
"""For each of these words, what may be written for it, and the network's word for that."""
