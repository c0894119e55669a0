"""Organisations that a store holds already, to which the tables of another data set may refer.

A reference is an id, an official identifier or a name that only one of them has. What is referred
to becomes part of the data set that refers to it, with its names, identifiers, kind and sector: so
it stays when the data set that described it is pruned.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from graphkit.model import KIND, SCHEMES, Node, normal_identifier
from graphkit.model.naming import names
from graphkit.sources.problem_texts import Fault, bare, shown

_KEPT = ("name", "aliases", "kind", "sector", *SCHEMES)
_LISTED = 3


def comparable(text: str) -> str:
    """A name for comparing, without case and extra spaces."""
    return unicodedata.normalize("NFC", " ".join(text.casefold().split()))


class KnownOrganisations:
    """Finds organisations of a store, and keeps account of what was found.

    nodes: the organisations of the store as data sets state them, with `datasets` and, if another
    id stands for one, `standing`; and its own kinds. dataset: the name of
    the data set that is read; what it alone has stated is known from its own tables, and counts
    only where files give no ids. kinds: the nodes of own kinds.
    """

    def __init__(self, nodes: Iterable[Node], dataset: str) -> None:
        self._ids: dict[str, Node] = {}
        self._names: dict[str, dict[str, Node]] = {}
        self._identifiers: dict[tuple[str, str], dict[str, Node]] = {}
        self._used: dict[str, Node] = {}
        self._by_name: dict[str, str] = {}
        self._by_number: dict[str, str] = {}
        self.kinds: list[Node] = []
        self._before: dict[tuple[str, str], dict[str, Node]] = {}
        for node in nodes:
            if node.label == KIND:
                self.kinds.append(node)
                continue
            if not _stated_elsewhere(node, dataset):
                called = (("name", comparable(name)) for name in names(node))
                for key in (*called, *_numbers(node)):
                    self._before.setdefault(key, {})[node.id] = node
                continue
            self._ids[node.id] = node
            for name in names(node):
                self._names.setdefault(comparable(name), {})[node.id] = node
            for number in _numbers(node):
                self._identifiers.setdefault(number, {})[node.id] = node

    def __bool__(self) -> bool:
        return bool(self._ids)

    @property
    def any_of_names(self) -> bool:
        """Whether the store holds any organisation, of this data set or another."""
        return bool(self._ids or self._before)

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the organisations that other data sets state."""
        return frozenset(self._ids)

    def find(self, text: str) -> Node | None:
        """The organisation that a reference names, or None. Raises Fault when several share it."""
        found = self._ids.get(text) or self._identified(text)
        if found is None:
            named = self._names.get(comparable(text), {})
            found = _only(named)
            if named and found is None:
                listed = ", ".join(map(bare, sorted(named)[:_LISTED]))
                more = " …" if len(named) > _LISTED else ""
                raise Fault(
                    f"{shown(text)} is the name of {len(named)} organisations in the store",
                    f"write one id: {listed}{more}",
                )
            if found is not None:
                self._by_name[text] = found.id
        if found is not None:
            self._used[found.id] = found
        return found

    def refers(self, text: str, node: Node) -> bool:
        """Whether a text is an organisation's id or official number, and no name of it."""
        return self._ids.get(text) is node or self._identified(text) is node

    def match(self, name: str, numbers: Mapping[str, str], own_id: str | None) -> Node | None:
        """The organisation that somebody else's file means, or None when that is not clear.

        numbers: the official ones that the file states, by scheme. own_id: the id that the file
        states, when ids of the file hold elsewhere too; then its name alone does not count.
        """
        by_id = found = self._ids.get(own_id or name)
        for number in numbers.items():
            found = found or _only(self._identifiers.get(number, {}))
        if found is not None and by_id is None and self._is_new(name, found):
            self._by_number[name] = found.id
        if found is None and own_id is None:
            found = self._identified(name)
        if found is None and own_id is None:
            found = _only(self._names.get(comparable(name), {}))
            if found is not None and _contradicts(found, numbers):
                found = None
            if found is not None:
                self._by_name[name] = found.id
        return found

    def _is_new(self, name: str, node: Node) -> bool:
        """Whether an organisation goes by a name that the store does not have."""
        known = not name or comparable(name) in map(comparable, names(node))
        return not known and not self.refers(name, node)

    def stated_before(self, name: str | None, numbers: Mapping[str, str]) -> Node | None:
        """The only organisation with one of these that this data set alone states, since earlier.

        Its id may come from a data set that is gone, or from rows in another order.
        """
        for key in (*numbers.items(), ("name", comparable(name or ""))):
            if found := _only(self._before.get(key, {})):
                return found
        return None

    def _identified(self, text: str) -> Node | None:
        """The only organisation with an official identifier, as `krs:0000123456` or bare."""
        if not self._identifiers:
            return None
        scheme, colon, value = text.partition(":")
        named = scheme.strip().casefold()
        for each in (named,) if colon and named in SCHEMES else SCHEMES:
            try:
                normal = normal_identifier(each, value if colon and each == named else text)
            except ValueError:
                continue
            if found := _only(self._identifiers.get((each, normal), {})):
                return found
        return None

    def nodes(self, stated: Iterable[Node]) -> Iterator[Node]:
        """The organisations that were referred to and that the data set does not state itself."""
        own = {node.id for node in stated if node.label == "Organisation"}
        for key in sorted(self._used.keys() - own):
            node = self._used[key]
            kept = {name: node.properties[name] for name in _KEPT if name in node.properties}
            yield Node(node.label, node.id, kept, node.kind)

    def remarks(self, stated: Sequence[Node]) -> Iterator[str]:
        """What a person should know: matches by name, and the same organisation under two ids."""
        for found, one, several in (
            (self._by_name, "name refers to an organisation", "names refer to organisations"),
            (
                self._by_number,
                f"new name with {_NUMBER} of an organisation",
                f"new names with {_NUMBER} of organisations",
            ),
        ):
            if found:
                some = ", ".join(
                    f"{shown(text)} is {bare(found[text])}" for text in sorted(found)[:_LISTED]
                )
                more = " …" if len(found) > _LISTED else ""
                verb = one if len(found) == 1 else several
                yield f"{len(found):,} {verb} of the store: {some}{more}"
        if not self._ids:
            return
        same = [line for node in stated if (line := self._same(node)) is not None]
        yield from same[:_LISTED]
        if len(same) > _LISTED:
            yield f"and {len(same) - _LISTED:,} other organisations have another id in the store"

    def _same(self, node: Node) -> str | None:
        """The remark on an organisation that the store has under another id."""
        if node.label != "Organisation" or node.id in self._ids:
            return None
        for scheme in SCHEMES:
            value = str(node.properties.get(scheme, ""))
            if other := next(iter(self._identifiers.get((scheme, value), {})), None):
                what = f"{scheme.upper()} {value}"
                return f"{bare(node.id)} has the {what} of {bare(other)} in the store; {_CURE}"
        if other := next(iter(sorted(self._names.get(comparable(node.name), {}))), None):
            ids = f"{bare(node.id)} here and {bare(other)} in the store"
            return f"{shown(node.name)} is {ids}; {_CURE}"
        return None


_NUMBER = "the official number"
_CURE = "if they are the same organisation, use that id"


def _numbers(node: Node) -> Iterator[tuple[str, str]]:
    """The official numbers of an organisation, each with its scheme."""
    for scheme in SCHEMES:
        if value := node.properties.get(scheme):
            yield scheme, str(value)


def _only(held: Mapping[str, Node]) -> Node | None:
    """The only one of these, by their ids; of several ids of one organisation, the one that stands
    for it, else the first.
    """
    standing = {str(node.properties.get("standing", key)) for key, node in held.items()}
    if len(standing) != 1:
        return None
    return held.get(min(standing)) or held[min(held)]


def _contradicts(node: Node, numbers: Mapping[str, str]) -> bool:
    """Whether an organisation has another official number than these."""
    return any(node.properties.get(scheme, number) != number for scheme, number in numbers.items())


def _stated_elsewhere(node: Node, dataset: str) -> bool:
    """Whether another data set states the organisation, or this one has only referred to it."""
    by = node.properties.get("datasets") or []
    others = isinstance(by, list) and any(name != dataset for name in by)
    return others or "status" not in node.properties
