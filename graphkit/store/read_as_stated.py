"""A store that is read as its data sets state it, whatever lies folded in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graphkit.model import Node
from graphkit.store.base import Readable, Store
from graphkit.store.folding import Folded
from graphkit.store.stored import StoredFact, StoredNode


def stated_organisations(store: Store) -> tuple[Node, ...]:
    """Read all organisations of a store as its data sets state them, each under its own id.

    Parameters
    ----------
    store : Store
        The store.

    Returns
    -------
    tuple of Node
        In order of id. Besides what was stated, the property `datasets` lists the data sets that
        state it, and `standing` is the id that stands for it, where that is another.

    Examples
    --------
    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> import graphkit
    >>> from graphkit.names import Decision
    >>> from graphkit.sources import read_sample
    >>> with TemporaryDirectory() as folder, graphkit.open_store(Path(folder) / "store") as store:
    ...     report = store.load(read_sample())
    ...     decided = store.decide([Decision("arleg", "kom", "same")])
    ...     stated = {node.id: node for node in stated_organisations(store)}
    >>> stated["kom"].name, stated["kom"].properties["standing"]
    ('Klaster Obróbki Metali', 'arleg')
    """
    return Folded(StoreGraph(store)).stated()


class StoreGraph:
    """A store that is read as merging reads a graph."""

    def __init__(self, store: Readable) -> None:
        self._store = store

    def nodes(self, label: str) -> Iterable[StoredNode]:
        """All nodes of a label."""
        return self._store.stored_nodes(label)

    def facts(self, relation: str) -> Iterable[StoredFact]:
        """All relationships of a type."""
        return self._store.stored_facts(relation)

    def read(self, text: str, **parameters: object) -> Iterator[Mapping[str, Any]]:
        """The rows of a query, each by column."""
        found = self._store.query(text, parameters)
        return (dict(zip(found.columns, each, strict=True)) for each in found.rows)

    def write(self, text: str, **parameters: object) -> None:
        """Nothing is written through it."""
        raise AssertionError(text)

    write_facts = write
