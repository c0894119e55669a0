"""Reading only stores whose loads have finished: in the middle of one, answers would be wrong.

A server's store is changed in many transactions. So each load announces itself in the node of its
data set before its first change, and ends the announcement with its last; see `statements`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from graphkit.model import StoredDataset, StoreError, StoreUnavailable
from graphkit.store.base import Store


@contextmanager
def finished(store: Store, *, unfinished: bool = False) -> Iterator[None]:
    """Let the block read a store that no load is changing; `unfinished` allows any state.

    Raises StoreUnavailable when a load has not finished, and StoreError when one ended while the
    block was reading.
    """
    if unfinished:
        yield
        return
    before = _checked(store)
    yield
    if _checked(store) != before:
        raise StoreError(f"{store.location}: the store was changed while it was read; try again")


def _checked(store: Store) -> tuple[StoredDataset, ...]:
    found = store.datasets()
    for each in found:
        if each.updating and not each.name:
            raise StoreUnavailable(
                f"{store.location}: a decision about organisations, begun {each.updating}, has not "
                "finished; wait for it, decide again or load any data set, or allow `unfinished` "
                "data"
            )
        if each.updating:
            raise StoreUnavailable(
                f"{store.location}: a load of the data set {each.name}, begun {each.updating}, "
                "has not finished, so the store holds only a part of it; wait for it or load the "
                "data set again, or allow `unfinished` data"
            )
    return found
