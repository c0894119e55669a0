"""What a way to put a table straight gives: the sheet, what to say of it, and what is in doubt."""

from __future__ import annotations

from dataclasses import dataclass

from graphkit.sources.formats.sheet import Sheet
from graphkit.sources.mapping.form.doubt import Doubt


@dataclass(frozen=True, slots=True)
class Laid:
    """A sheet with a row for each fact.

    Attributes
    ----------
    sheet : Sheet
        The sheet; the same object where nothing was to do.
    said : tuple of str
        What was done.
    doubts : tuple of Doubt
        What the file leaves open.
    guess : str
        What to look at before anything is loaded, or nothing.
    """

    sheet: Sheet
    said: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    guess: str = ""

    def then(self, after: Laid) -> Laid:
        """What both ways to put the sheet straight give, the second after the first."""
        return Laid(
            after.sheet,
            (*self.said, *after.said),
            (*self.doubts, *after.doubts),
            self.guess or after.guess,
        )
