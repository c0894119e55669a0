"""What follows an import: the constraints, and whether the store is what was exported."""

from __future__ import annotations

from graphkit.model import StoredDataset, StoreError
from graphkit.model.wording import counted
from graphkit.store import statements
from graphkit.store.base import Store
from graphkit.store.verification import verify


def finish(store: Store) -> tuple[StoredDataset, ...]:
    """Make the constraints of an imported store, and verify all that it holds.

    Returns what it keeps about its data sets. Raises StoreError where it is not what was exported.
    """
    for text in statements.uniqueness().values():
        store.query(text, write=True)
    store.query("CALL db.awaitIndexes(600)")
    found = verify(store)
    if found.differences:
        first = found.differences[0]
        raise StoreError(
            f"{store.location}: the import is not what was exported "
            f"({counted(len(found.differences), 'difference')}, such as {first.item} {first.id}: "
            f"{first.detail}); list them with `graphkit verify`, and export and import again"
        )
    return store.datasets()
