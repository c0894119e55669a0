"""What was said of each row while a sheet was read, for the account of all its rows."""

from __future__ import annotations

from collections import Counter

from graphkit.sources.mapping.cells.tally import Said

REJECTED = Said("is wrong", "are wrong")


class ReadRows:
    """Collects what became of rows that may state no fact."""

    def __init__(self) -> None:
        self.passed: Counter[Said] = Counter()
        """How many rows were passed over, by what was said of them."""
        self.reasons: dict[int, Said] = {}
        """What was said of a row, by the number of its place."""

    def add(self, said: Said) -> None:
        """Take a row that was passed over."""
        self.passed[said] += 1

    def of(self, at: int, said: Said | None) -> None:
        """Take what was said last of a row that was read; None where nothing was."""
        if said is not None:
            self.reasons[at] = said
