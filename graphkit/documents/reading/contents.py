"""What every reader of documents returns."""

from __future__ import annotations

from dataclasses import dataclass, field

from graphkit.documents.document import Numbering


@dataclass(slots=True)
class Contents:
    """The paragraphs of a file, and what it says of itself."""

    numbering: Numbering = field(default_factory=Numbering)
    title: str = ""
    publisher: str = ""
    url: str = ""
    published: str = ""
    retrieved: str = ""
    language: str = ""
