"""The table `kinds`: the own kinds that it states, and those of a store that a data set uses.

It is read first, because its words may stand in the tables of organisations.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from graphkit.model import KIND, KINDS, SECTORS, Node, OwnKind, own_kinds
from graphkit.model.wording import loose
from graphkit.sources.checking import Checked
from graphkit.sources.choices import Choices
from graphkit.sources.make_nodes import entities
from graphkit.sources.mapping.cells.kind_words import sector_of
from graphkit.sources.problem_texts import shown

_KEPT = {"datasets"}
_LISTED = 5


def choices_of(checked: Checked | None, known: Iterable[Node], dataset: str) -> Choices:
    """The words that cells may hold; what is wrong with the table is reported.

    Parameters
    ----------
    checked : Checked or None
        The table `kinds`.
    known : iterable of Node
        The nodes of a store, of which the own kinds may be used.
    dataset : str
        The name of the data set; a kind that it alone has described must be in its own table.

    Returns
    -------
    Choices
        The words.
    """
    stated: list[OwnKind] = []
    if checked is not None:
        _check_names(checked)
        stated = list(own_kinds(entities(checked)).values())
    here = {kind.id.casefold() for kind in stated}
    elsewhere = (node for node in known if _stated_elsewhere(node, dataset))
    others = [kind for kind in own_kinds(elsewhere).values() if kind.id.casefold() not in here]
    return Choices([*stated, *others], set() if checked is None else checked.unusable)


def _stated_elsewhere(node: Node, dataset: str) -> bool:
    """Whether another data set states a kind, or this one has only referred to it."""
    return node.properties.get("datasets") != [dataset] or node.properties.keys() <= _KEPT


def _check_names(checked: Checked) -> None:
    """Report ids and names by which two kinds could be taken for one another."""
    first: dict[str, str] = {}
    for kind in KINDS:
        first[loose(kind)] = f"the built-in kind {kind}"
    columns = ("id", "name", "name_en", "name_pl")
    words = zip(*(checked.values(column) for column in columns), strict=True)
    for index, row in enumerate(words):
        own: set[str] = set()
        for column, word in zip(columns, row, strict=True):
            if word is None or (key := loose(word)) in own:
                continue
            own.add(key)
            other = first.setdefault(key, f"the kind in row {checked.numbers[index]}")
            if other != f"the kind in row {checked.numbers[index]}":
                what = f"{shown(word)} is also {other}"
                checked.report(index, column, what, "give each kind words of its own")


def used_kinds(nodes: Sequence[Node]) -> Iterator[Node]:
    """A node for each kind of the store that organisations have and the data set does not state.

    It says nothing of the kind, but keeps it from being pruned with the data set that describes it.
    """
    stated = {node.id for node in nodes if node.label == KIND}
    used = {node.kind for node in nodes if node.kind is not None} - KINDS.keys() - stated
    return (Node(KIND, kind, {}) for kind in sorted(used))


def sector_remarks(nodes: Sequence[Node]) -> Iterator[str]:
    """A remark on the sectors that neither the vocabulary nor the table `kinds` has."""
    known = {*SECTORS, *(node.properties.get("sector") for node in nodes if node.label == KIND)}
    found = Counter(
        str(sector)
        for node in nodes
        if node.label == "Organisation"
        and (sector := node.properties.get("sector")) not in known
        and sector is not None
    )
    if found:
        told = [_told(sector, count) for sector, count in sorted(found.items())]
        more = f", and {len(told) - _LISTED:,} more" if len(told) > _LISTED else ""
        one = len(found) == 1
        yield (
            f"{len(found):,} {'sector is' if one else 'sectors are'} not of the built-in list: "
            f"{', '.join(told[:_LISTED])}{more}"
        )


def _told(sector: str, count: int) -> str:
    meant = sector_of(sector)
    hint = f"; {meant} is built in" if meant else ""
    return f"{shown(sector)} ({count:,} {'organisation' if count == 1 else 'organisations'}{hint})"
