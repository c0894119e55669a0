"""`Measure`: a number about a network, with the organisations behind it."""

from __future__ import annotations

from dataclasses import dataclass

from graphkit.model import Node


@dataclass(frozen=True, slots=True)
class Measure:
    """A number about a network.

    Attributes
    ----------
    name : str
        Its name in the catalogue.
    of : str
        The category that it is about; "" for the whole network.
    value : float
        The number; NaN where there is none.
    note : str
        What to know when reading it.
    organisations : tuple of Node
        Those behind it, such as the isolates that are counted.
    """

    name: str
    of: str
    value: float
    note: str = ""
    organisations: tuple[Node, ...] = ()
