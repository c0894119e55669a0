"""Properties that thousands of facts share, but for the places in their sources."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, KeysView, Mapping
from typing import Any

from graphkit.model.dataset import Value

LOCATORS = "locators"


class SharedProperties(Mapping[str, Value]):
    """The properties of one fact: those that it shares with others, and its locators.

    shared: all its properties; the locators in it stand for those of any. locators: its own, of
    which most facts have one.

    A dictionary for each fact would take four times as much memory.

    Examples
    --------
    >>> shared = {"role": "member", "sourceIds": ["list"], "locators": []}
    >>> one = SharedProperties(shared, ("row 2",))
    >>> one["locators"], one.get("role"), one == {**shared, "locators": ["row 2"]}
    (['row 2'], 'member', True)
    """

    __slots__ = ("_locators", "_shared")

    def __init__(self, shared: Mapping[str, Value], locators: tuple[str, ...]) -> None:
        self._shared = shared
        self._locators = locators[0] if len(locators) == 1 else locators

    def __getitem__(self, name: str) -> Value:
        if name == LOCATORS:
            held = self._locators
            return [held] if isinstance(held, str) else list(held)
        return self._shared[name]

    def get(self, name: str, default: Any = None) -> Any:
        """The value of a property, or else the default."""
        return self[name] if name in self._shared else default

    def __contains__(self, name: object) -> bool:
        return name in self._shared

    def __iter__(self) -> Iterator[str]:
        return iter(self._shared)

    def __len__(self) -> int:
        return len(self._shared)

    def keys(self) -> KeysView[str]:
        """The names of the properties."""
        return self._shared.keys()

    def items(self) -> ItemsView[str, Value]:
        """The properties with their values."""
        return {**self._shared, LOCATORS: self[LOCATORS]}.items()

    def __repr__(self) -> str:
        return repr(dict(self.items()))
