"""A document as numbered paragraphs, to which locators such as `p17.4` lead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, a list item or a cell of a table.

    Attributes
    ----------
    locator : str
        `p17` for a paragraph, `p17.4` for the fourth item of a list, `p17.2.3` for the third cell
        of the second row of a table.
    kind : {"heading", "paragraph", "item", "cell"}
        What it is.
    text : str
        Its text, with single spaces.
    """

    locator: str
    kind: str
    text: str

    @property
    def number(self) -> int:
        """The number of its paragraph."""
        return int(self.locator[1:].split(".")[0])


@dataclass(frozen=True, slots=True)
class Document:
    """A document that was read.

    Attributes
    ----------
    id : str
        Its id among the sources.
    title : str
        Its title.
    file : str
        The file it was read from.
    sha256 : str
        The checksum of that file.
    paragraphs : tuple of Paragraph
        Its text.
    language : str
        ISO 639 code, such as `pl`; "" if it is in none that graphkit knows.
    publisher, url, published, retrieved : str
        What the file says of itself; "" where it says nothing.
    """

    id: str
    title: str
    file: str
    sha256: str
    paragraphs: tuple[Paragraph, ...]
    language: str = ""
    publisher: str = ""
    url: str = ""
    published: str = ""
    retrieved: str = ""

    def at(self, locator: str) -> tuple[Paragraph, ...]:
        """The paragraph of a locator, or all items or cells below it."""
        return tuple(
            each
            for each in self.paragraphs
            if each.locator == locator or each.locator.startswith(f"{locator}.")
        )


class Numbering:
    """Gives paragraphs their locators as they are read.

    Examples
    --------
    >>> numbering = Numbering()
    >>> numbering.paragraph("Members:")
    >>> numbering.items(["Acme", "Best"])
    >>> [(each.locator, each.text) for each in numbering.paragraphs]
    [('p1', 'Members:'), ('p2.1', 'Acme'), ('p2.2', 'Best')]
    """

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self._number = 0

    def paragraph(self, text: str, kind: str = "paragraph") -> None:
        """Add a paragraph."""
        if text := plain(text):
            self._number += 1
            self.paragraphs.append(Paragraph(f"p{self._number}", kind, text))

    def items(self, texts: Iterable[str], before: str = "") -> None:
        """Add the items of a list, and the text that stands before them in the same paragraph."""
        found = [text for each in texts if (text := plain(each))]
        before = plain(before)
        if not found:
            self.paragraph(before)
            return
        self._number += 1
        if before:
            self.paragraphs.append(Paragraph(f"p{self._number}", "paragraph", before))
        for at, text in enumerate(found, 1):
            self.paragraphs.append(Paragraph(f"p{self._number}.{at}", "item", text))

    def cells(self, rows: Sequence[Sequence[str]]) -> None:
        """Add the cells of a table."""
        if not any(plain(cell) for row in rows for cell in row):
            return
        self._number += 1
        for at, row in enumerate(rows, 1):
            for column, cell in enumerate(row, 1):
                if text := plain(cell):
                    place = f"p{self._number}.{at}.{column}"
                    self.paragraphs.append(Paragraph(place, "cell", text))


def plain(text: str) -> str:
    """A text with single spaces, and without what cannot be seen."""
    return " ".join("".join(each for each in text if each.isprintable() or each.isspace()).split())
