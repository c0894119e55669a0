"""Keep a text that many cells repeat once in memory.

A table of facts repeats few names, dates and roles in many rows; kept once, they take a third of
the memory.
"""

from __future__ import annotations

from collections.abc import Iterable

_MOST = 2**18


class Once:
    """Gives for each text one that is equal to it and has been seen before, if there is one."""

    def __init__(self) -> None:
        self._seen: dict[str, str] = {}

    def __call__(self, cells: Iterable[str]) -> list[str]:
        """The cells of a row."""
        if len(self._seen) > _MOST:
            self._seen.clear()
        seen = self._seen.setdefault
        return [seen(text, text) for text in cells]
