"""Telling how far a long step is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, TypeVar

Progress: TypeAlias = Callable[[str, int, int], None]
"""Called with the name of the step, how much of it is done, and the total."""

_EVERY = 2**13

T = TypeVar("T")


def told(
    items: Iterable[T],
    progress: Progress | None,
    step: str,
    total: int,
    done: Callable[[], int] | None = None,
) -> Iterator[T]:
    """The same items; now and then tell how far the step is.

    Parameters
    ----------
    items : iterable
        What the step goes through.
    progress : callable or None
        Takes the step, how much is done and the total.
    step : str
        The name of the step.
    total : int
        The total.
    done : callable, optional
        Gives how much is done; by default how many items.

    Yields
    ------
    object
        The items.

    Examples
    --------
    >>> [*told("ab", lambda *step: print(step), "reading", 9, lambda: 5)]
    ('reading', 5, 9)
    ('reading', 9, 9)
    ['a', 'b']
    """
    if progress is None:
        yield from items
        return
    for at, item in enumerate(items):
        if at % _EVERY == 0:
            progress(step, at if done is None else done(), total)
        yield item
    progress(step, total, total)
