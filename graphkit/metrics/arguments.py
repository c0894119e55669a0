"""What arguments that several functions take must be, and what is said where they are not."""

from __future__ import annotations

from collections.abc import Iterable
from numbers import Integral

from graphkit.model import UsageError
from graphkit.network import Network, Selection

_MOST = 2**63 - 1
"""The largest whole number that compiled code takes."""


def require_whole(least: int, **given: object) -> None:
    """Refuse what is not a whole number of at least `least`, or is larger than any can be.

    >>> require_whole(1, draws=2.5)
    Traceback (most recent call last):
        ...
    graphkit.model.errors.UsageError: `draws` 2.5: give a whole number of at least 1
    """
    for name, value in given.items():
        whole = isinstance(value, Integral) and not isinstance(value, bool)
        if not whole or int(value) < least:  # type: ignore[call-overload]
            raise UsageError(f"`{name}` {value!r}: give a whole number of at least {least}")
        if int(value) > _MOST:  # type: ignore[call-overload]
            raise UsageError(f"`{name}` {value!r}: give a whole number of at most {_MOST}")


def require_of(
    network: Network, name: str, selection: Selection, organisations: Iterable[str] = ()
) -> None:
    """Refuse an earlier result of another network; `organisations` are some or all of its ids."""
    here = set(network.two_mode.organisations)
    if selection != network.selection or not here.issuperset(organisations):
        raise UsageError(f"`{name}` is of another network; make it from the one that is given")


def require_same_categories(found: str, by: str) -> None:
    """Refuse an earlier result by other categories than those given."""
    if found != by:
        raise UsageError(f"`found` is by {found}, and `by` is {by}; give both the same")
