"""Find what references name: an id, or a name or alias that only one row has.

Ids are checked for uniqueness here too. Organisations, declarations, collaborations and places
share one set of ids, so that a reference to any of them is unambiguous; questions, sources and
people each have their own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from graphkit.model import LABELS, Cell, Column
from graphkit.model.wording import loose, nearest_of
from graphkit.sources.checking import MOST_SOURCES, Checked
from graphkit.sources.known_organisations import KnownOrganisations, comparable
from graphkit.sources.problem_texts import Fault, bare, either, shown, with_article

Reference = tuple[str, str]
"""What a reference means: the label and the id of a node."""

ONE_SPACE = ("organisations", "declarations", "collaborations", "places")

_LABEL_OF = {label.table: label.name for label in LABELS.values()}
_NAMES = {
    "organisations": ("name", "aliases"),
    "declarations": ("title",),
    "collaborations": ("title",),
    "places": ("name",),
    "people": ("name",),
    "questions": ("text",),
    "sources": ("title",),
}
_COMPARISONS = 200_000
_MOST_SUGGESTIONS = 50
_MOST_COLONS = 20


def check_ids(tables: Mapping[str, Checked]) -> None:
    """Report ids that two rows share, and people whose rows do not agree on the name."""
    _check_single([tables[name] for name in ONE_SPACE if name in tables])
    for name in ("questions", "sources"):
        _check_single([tables[name]] if name in tables else [])
    if "people" in tables:
        _check_people(tables["people"])


def _check_single(tables: Sequence[Checked]) -> None:
    first: dict[str, tuple[str, int]] = {}
    for checked in tables:
        for index, key in enumerate(checked.values("id")):
            if key is None:
                continue
            here = (checked.place, checked.numbers[index])
            place, row = first.setdefault(key, here)
            if (place, row) != here:
                where = f"row {row}" if place == checked.place else f"{place}, row {row}"
                what = f"the id {shown(key)} is already used in {where}"
                checked.report(index, "id", what, "give each row its own id")


def _check_people(people: Checked) -> None:
    first: dict[str, tuple[str, int]] = {}
    for index, (person, name) in enumerate(
        zip(people.values("person"), people.values("name"), strict=True)
    ):
        if person is None or name is None:
            continue
        named, row = first.setdefault(person, (name, people.numbers[index]))
        if named != name:
            what = f"{shown(person)} is {shown(name)} here and {shown(named)} in row {row}"
            people.report(index, "name", what, "write one name, or give each person an id")


class Index:
    """The rows that references may name, by id and by name, and organisations of a store."""

    def __init__(self, tables: Mapping[str, Checked], known: KnownOrganisations) -> None:
        self._known = known
        self._ids: dict[str, dict[str, Reference]] = {}
        self._names: dict[str, dict[str, tuple[Reference, ...]]] = {}
        self._written: dict[str, list[str]] = {}
        self._loose: dict[tuple[str, ...], dict[str, str]] = {}
        self._unusable = {name: tables[name].unusable for name in _NAMES if name in tables}
        self._incomplete = {name for name, checked in tables.items() if not checked.complete}
        self._suggestions = _MOST_SUGGESTIONS
        self._comparisons = _COMPARISONS
        for table in _NAMES:
            if table in tables:
                self._add(table, tables[table])

    def _add(self, table: str, checked: Checked) -> None:
        label = _LABEL_OF[table]
        ids = self._ids[table] = {}
        names: dict[str, tuple[Reference, ...]] = {}
        written: dict[str, None] = {}
        named_by = [checked.values(column) for column in _NAMES[table]]
        for key, *values in zip(
            checked.values("person" if table == "people" else "id"), *named_by, strict=True
        ):
            if key is None:
                continue
            reference = ids.setdefault(key, (label, key))
            written[key] = None
            for value in values:
                for name in value if isinstance(value, tuple) else (value,) if value else ():
                    called = comparable(name)
                    if reference not in (held := names.get(called, ())):
                        names[called] = (*held, reference)
                    written[name] = None
        self._names[table] = names
        self._written[table] = list(written)

    def find(self, text: str, tables: Sequence[str]) -> Reference | None:
        """What the text names among the rows of these tables.

        None when the row that it names could not be read, which is reported already. Raises Fault
        when it names no row or more than one.
        """
        for table in tables:
            found = self._ids.get(table, {}).get(text)
            if found is not None:
                return found
        candidates: set[Reference] = set()
        for table in tables:
            candidates.update(self._names.get(table, {}).get(comparable(text), ()))
        if len(candidates) == 1:
            return candidates.pop()
        if candidates:
            raise _ambiguous(text, candidates)
        if "organisations" in tables and (node := self._known.find(text)) is not None:
            return node.label, node.id
        for table in tables:
            if table in self._incomplete or text in self._unusable.get(table, ()):
                return None
        raise self._dangling(text, tables)

    def find_source(self, text: str) -> tuple[str, str] | None:
        """The source's id and the locator that a text such as `s2:p5` names, as `find` does.

        The whole text comes first, then the text up to a colon: ids and titles may hold colons.
        """
        ids, names = self._ids.get("sources", {}), self._names.get("sources", {})
        start, _, rest = text.partition(":")
        if text.strip() not in ids and (start := start.strip()) in ids:
            return start, rest.strip()  # as nearly all are
        cuts = [len(text), *(at for at, character in enumerate(text) if character == ":")]
        parts = [(text[:cut].strip(), text[cut + 1 :].strip()) for cut in cuts[:_MOST_COLONS]]
        for name, locator in parts:
            if name in ids:
                return name, locator
        for name, locator in parts:
            if comparable(name) in names:
                found = self.find(name, ("sources",))
                return (found[1], locator) if found else None
        found = self.find(parts[1][0] if len(parts) > 1 else text, ("sources",))
        return (found[1], "") if found else None

    def _dangling(self, text: str, tables: Sequence[str]) -> Fault:
        nouns = either(_LABEL_OF[table].lower() for table in tables)
        for other, ids in self._ids.items():
            if text in ids:
                noun = _LABEL_OF[other].lower()
                return Fault(
                    f"{shown(text)} is {with_article(noun)}, not {with_article(nouns)}",
                    f"name {with_article(nouns)} here",
                )
        near = self._nearest(text, tables)
        add = f"add it to {either(tables)}"
        cure = f"did you mean {shown(near)}? Otherwise {add}" if near else add
        return Fault(f"{shown(text)} is not a known {nouns}", cure)

    def _nearest(self, text: str, tables: Sequence[str]) -> str | None:
        """The most similar id or name, unless looking for it would take too long."""
        size = sum(len(self._written.get(table, ())) for table in tables)
        if not self._suggestions or size > self._comparisons:
            return None
        self._suggestions -= 1
        self._comparisons -= size
        key = tuple(tables)
        if key not in self._loose:
            names = (name for table in tables for name in self._written.get(table, ()))
            self._loose[key] = {loose(name): name for name in names}
        return nearest_of(text, self._loose[key])


def _ambiguous(text: str, candidates: set[Reference]) -> Fault:
    ids = sorted(key for _, key in candidates)
    listed = ", ".join(map(bare, ids[:3])) + (" …" if len(ids) > 3 else "")
    return Fault(f"{shown(text)} is the name of {len(ids)} rows", f"write one id: {listed}")


def resolve(tables: Mapping[str, Checked], known: KnownOrganisations, *, people: bool) -> None:
    """Replace all references by what they mean; report those that name nothing.

    A reference that no table explains may name an organisation of a store. A reference becomes
    (label, id), a source (id, locator), several a tuple of these.
    """
    index = Index(tables, known)
    for checked in tables.values():
        for column in checked.table.columns:
            if column.cell not in (Cell.REFERENCE, Cell.SOURCES):
                continue
            if column.refers == ("people",) and not people:
                checked.columns.pop(column.name, None)
            elif column.name in checked.columns and column.cell is Cell.SOURCES:
                _resolve_sources(checked, column, index)
            elif column.name in checked.columns:
                find = _finder(column, partial(index.find, tables=column.refers))
                checked.fill(column.name, checked.columns[column.name], find)


def _resolve_sources(checked: Checked, column: Column, index: Index) -> None:
    """Report sources that name nothing; the others stay texts, which take half the memory."""
    find = _finder(column, index.find_source)

    def sound(texts: Any, faults: list[Fault]) -> Any:
        return texts if find(texts, faults) and not faults else None

    checked.fill(column.name, checked.columns[column.name], sound, MOST_SOURCES)
    checked.find_sources = lambda texts: find(texts, [])


def _finder(column: Column, meant: Callable[[str], Any]) -> Any:
    """The function that finds what a cell of a column refers to; meant: finds it for one text."""

    def one(text: str, faults: list[Fault]) -> Any:
        try:
            return meant(text)
        except Fault as fault:
            faults.append(fault)
            return None

    def find(value: Any, faults: list[Fault]) -> Any:
        if value is None:
            return None
        if not column.many:
            return one(value, faults)
        if len(value) == 1:  # as nearly all have
            only = one(value[0], faults)
            return None if only is None else (only,)
        found = dict.fromkeys(one(text, faults) for text in value)
        return tuple(each for each in found if each is not None) or None

    return find
