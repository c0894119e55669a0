"""What a part of a report is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graphkit.report.study import Settings, Study
from graphkit.report.tree import Block
from graphkit.report.writing import Writing

EVERY = ("network", "organisation")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a report.

    Attributes
    ----------
    name : str
        Its name, under which its messages stand; `heading` is the one above it.
    write : callable
        Takes the study and a pen, and returns what stands in the part. What the data cannot carry
        is one sentence that says so.
    about : tuple of {"network", "organisation"}
        Which reports have it: those about the network, those about one organisation.
    brief : bool
        Whether it belongs to the essentials that a terminal shows.
    asked : callable
        Takes the settings, and says whether they ask for it, so that the essentials have it too.
    """

    name: str
    write: Callable[[Study, Writing], Sequence[Block]]
    about: tuple[str, ...] = EVERY
    brief: bool = False
    asked: Callable[[Settings], bool] = lambda _: False
