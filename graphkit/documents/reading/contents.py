"""What every reader of documents returns."""

from __future__ import annotations

from dataclasses import dataclass, field

from graphkit.documents.document import Numbering

OPENING = 6
"""The title of a document that states none is among this number of lines."""


@dataclass(slots=True)
class Contents:
    """The paragraphs of a file, and what it says of itself."""

    numbering: Numbering = field(default_factory=Numbering)
    title: str = ""
    opening: tuple[str, ...] = ()
    """The first lines of a text, of which one may be its title."""
    publisher: str = ""
    url: str = ""
    published: str = ""
    retrieved: str = ""
    language: str = ""
