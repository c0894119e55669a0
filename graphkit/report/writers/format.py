"""What a format of a report is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from graphkit.report.tree import Report


@dataclass(frozen=True, slots=True)
class Format:
    """A format.

    Attributes
    ----------
    endings : tuple of str
        The endings of its files, with their dot.
    write : callable
        Takes the report and, for a house style, the file of a template or None; returns the file.
    takes_template : bool
        Whether it can use a template.
    """

    endings: tuple[str, ...]
    write: Callable[[Report, Path | None], bytes]
    takes_template: bool = False
