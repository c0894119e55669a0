"""A report as data: sections of paragraphs, lists, tables and figures, before any format.

Text is a run of pieces: plain text, values that can be checked, and links. Each value has a key by
which it is found again, so that a report can be recomputed and compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Value:
    """Something computed: a number, or the name of what was found.

    Attributes
    ----------
    key : str
        Where it stands: the part, the sentence or table, and the place in it. No two are alike.
    value : str, int or float
        What was computed, exactly; of an organisation or a group its id.
    text : str
        What a reader sees.
    """

    key: str
    value: str | int | float
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads to a place in the report, or to a web address.

    Attributes
    ----------
    to : str
        A name in the report, or an address that begins with http:// or https://.
    text : str
        What a reader sees.
    """

    to: str
    text: str

    @property
    def is_address(self) -> bool:
        """Whether it leaves the report."""
        return self.to.startswith(("http://", "https://"))


Piece = str | Value | Link
Run = tuple[Piece, ...]
"""Pieces that are read one after the other."""


def text_of(run: Run) -> str:
    """The text of a run.

    Parameters
    ----------
    run : tuple of (str, Value or Link)
        The pieces.

    Returns
    -------
    str
        What a reader sees.

    Examples
    --------
    >>> text_of(("The network has ", Value("network/ties", 99, "99"), " ties."))
    'The network has 99 ties.'
    """
    return "".join(each if isinstance(each, str) else each.text for each in run)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph.

    Attributes
    ----------
    run : tuple of (str, Value or Link)
        What it says.
    """

    run: Run


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a section.

    Attributes
    ----------
    run : tuple of (str, Value or Link)
        What it says.
    """

    run: Run


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list.

    Attributes
    ----------
    run : tuple of (str, Value or Link)
        What it says.
    anchor : str
        The name by which links find it; "" for none.
    """

    run: Run
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list.

    Attributes
    ----------
    items : tuple of Item
        What is listed.
    """

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table.

    Attributes
    ----------
    name : str
        What its file is called.
    caption : tuple of (str, Value or Link)
        What it shows.
    columns : tuple of str
        The headings of its columns.
    rows : tuple of tuple of runs
        The cells; the first of each row says what the row is about.
    numeric : tuple of bool
        Which columns hold numbers.
    """

    name: str
    caption: Run
    columns: tuple[str, ...]
    rows: tuple[tuple[Run, ...], ...]
    numeric: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure.

    Attributes
    ----------
    name : str
        What its file is called.
    caption : str
        What it shows.
    alternative : str
        The same for a reader who does not see it, with what it says.
    draw : callable
        Takes the format, "svg" or "png", and returns the file.
    shows : Grid or None
        The numbers that it shows, where they are in no table.
    """

    name: str
    caption: str
    alternative: str
    draw: Callable[[str], bytes]
    shows: Grid | None = None


@dataclass(frozen=True, slots=True)
class Interactive:
    """A page that a browser shows inside the report.

    Attributes
    ----------
    name : str
        What its file is called.
    title : str
        What it shows.
    said : str
        What one can do with it, which stands only where the page does.
    page : callable
        Returns the page.
    """

    name: str
    title: str
    said: str
    page: Callable[[], str]


Block = Paragraph | Heading | Items | Grid | Picture | Interactive


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report under a heading.

    Attributes
    ----------
    name : str
        The name by which links find it.
    title : str
        The heading.
    blocks : tuple of Paragraph, Heading, Items, Grid, Picture or Interactive
        What stands in it; never empty.
    """

    name: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Report:
    """A report, ready for any format.

    Attributes
    ----------
    title, author : str
        What it is called, and who signs it; an author of "" is not named.
    language : {"en", "pl"}
        The language.
    lead : tuple of (str, Value or Link)
        What it is about, and its answer in short.
    sections : tuple of Section
        Its parts.
    manifest : mapping of str to object
        What it rests on, by which it can be made again.
    labels : mapping of str to str
        The words of the page itself, such as the heading of the table of contents.
    """

    title: str
    author: str
    language: str
    lead: Run
    sections: tuple[Section, ...]
    manifest: Mapping[str, Any]
    labels: Mapping[str, str] = field(default_factory=dict)

    def values(self) -> Iterator[Value]:
        """Yield every computed value in the order of reading.

        Yields
        ------
        Value
            The value.
        """
        for run in (self.lead, *(run for each in self.sections for run in _runs(each.blocks))):
            for piece in run:
                if isinstance(piece, Value):
                    yield piece


def _runs(blocks: tuple[Block, ...]) -> Iterator[Run]:
    for block in blocks:
        match block:
            case Paragraph(run) | Heading(run):
                yield run
            case Items(items):
                yield from (each.run for each in items)
            case Grid():
                yield block.caption
                yield from (cell for row in block.rows for cell in row)
            case _:
                pass
