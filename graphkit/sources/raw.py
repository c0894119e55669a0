"""What every reader returns: tables of text, with the place of each row.

A reader knows bytes, delimiters and sheets, but not what a column means. From here on, `assembly`
treats all formats alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from graphkit.model import TABLES, Problem, Table
from graphkit.model.progress import Progress
from graphkit.model.wording import loose, nearest
from graphkit.names.decisions import DECISIONS
from graphkit.sources.problem_texts import shown

EXPLANATION = "columns"
"""The file or sheet that explains the columns; it is written for people and never read."""

PARAGRAPHS, FINDS, REJECTIONS = "paragraphs", "finds", "rejected"
"""Files beside proposed tables: the text of documents, the words on which rows rest, and what was
rejected. Nothing of them is read as facts.
"""
_NO_TABLES = frozenset((EXPLANATION, PARAGRAPHS, FINDS, REJECTIONS))

MOST_CELLS = 50_000_000
"""How many cells a table may have, blank ones included."""

_TABLES = TABLES | {DECISIONS.name: DECISIONS}


def table_of(name: str) -> Table:
    """The table of facts, or of decisions, that is called so."""
    return _TABLES[name]


Row = tuple[int, Sequence[str]]
"""A row's number as a spreadsheet shows it, and its cells."""


@dataclass(frozen=True, slots=True)
class RawTable:
    """One table as it stands in a file, every cell a text.

    Attributes
    ----------
    table : str
        The name of the table, one of `TABLES`.
    file : str
        The file that it is in.
    header : tuple of str
        The column names; empty if they could not be read.
    rows : iterable of (int, sequence of str)
        The number of each row as a spreadsheet shows it, and its cells; they can be gone through
        more than once.
    sheet : str or None
        The sheet of a workbook.
    complete : bool
        Whether every row could be read. If not, a reference to this table that finds nothing is not
        reported as a problem of its own.
    header_row : int
        The number of the row that holds the column names.
    lost : bool
        Whether cells may hold the sign for a character that was lost before, which was counted.

    Examples
    --------
    >>> RawTable("places", "book.xlsx", ("id", "name"), [(2, ("oslo", "Oslo"))], "places").place
    'book.xlsx, sheet places'
    """

    table: str
    file: str
    header: tuple[str, ...]
    rows: Iterable[Row]
    sheet: str | None = None
    complete: bool = True
    header_row: int = 1
    lost: bool = False

    @property
    def place(self) -> str:
        """The file, and in a workbook the sheet, as named in problems."""
        return self.file if self.sheet is None else f"{self.file}, sheet {self.sheet}"


@dataclass(frozen=True, slots=True)
class Reading:
    """All tables that a reader found, and what was wrong on the way.

    Attributes
    ----------
    origin : str
        Where they were read from.
    tables : tuple of RawTable
        The tables.
    problems : tuple of Problem
        What could not be read.
    remarks : tuple of str
        What a person should know of how it was read, such as an encoding that was detected. Each
        names the file.
    """

    origin: str
    tables: tuple[RawTable, ...]
    problems: tuple[Problem, ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """How a person wants files to be read.

    Attributes
    ----------
    encoding : str or None
        The encoding of text files; None detects it.
    visible : bool
        Whether to leave out the sheets and rows that a workbook hides.
    progress : callable or None
        Takes what is being done, how much of it is done, and the total.
    """

    encoding: str | None = None
    visible: bool = False
    progress: Progress | None = None


AS_IT_IS = ReadingOptions()
"""Detect the encoding and read everything."""


@dataclass(frozen=True, slots=True)
class Reader:
    """One format that graphkit reads.

    Attributes
    ----------
    name : str
        The format with its article, as help and messages list it: "an .xlsx workbook".
    read : callable
        Takes a path and the `ReadingOptions`, and returns the `Reading` of the tables that are
        there.
    sniff : callable
        Takes a path and tells from the content whether it is of this format. It is asked about
        folders, and about files whose ending says nothing.
    endings : tuple of str
        The endings of the names of its files, in lower case and with the dot.
    certain : bool
        Whether what `sniff` knows is graphkit's own, whatever the tables look like.

    Notes
    -----
    Neither `sniff` nor `read` raises an error, whatever the bytes are: what is wrong becomes a
    `Problem` of the reading. A path is all that a reader needs to find its tables. What is packed,
    or comes from standard input, is written to a temporary folder under its own name and read from
    there.
    """

    name: str
    read: Callable[[Path, ReadingOptions], Reading]
    sniff: Callable[[Path], bool]
    endings: tuple[str, ...] = ()
    certain: bool = False


def is_passed_over(name: str) -> bool:
    """Whether to skip a file or sheet of that name: hidden, a lock file, or none of facts."""
    return name.startswith((".", "_", "~$")) or name.strip().casefold() in _NO_TABLES


def table_named(name: str) -> str | None:
    """The table that a file's stem or a sheet's title names, or None."""
    name = name.strip().casefold()
    return name if name in TABLES else None


_TABLE_WORDS = {
    "organisations": "companies firms institutions entities nodes organizacje firmy podmioty",
    "memberships": "members membership member membershiplist członkowie członkostwa członkostwo",
    "declarations": "agreements contracts charters umowy deklaracje porozumienia",
    "signatories": "signers signatures signed sygnatariusze podpisy",
    "collaborations": "projects events programmes programs projekty wydarzenia",
    "participants": "participations partners beneficiaries uczestnicy partnerzy",
    "ties": "edges links edgelist powiązania krawędzie",
    "questions": "items pytania",
    "ratings": "answers responses odpowiedzi oceny",
    "relations": "relationships relacje",
    "figures": "statistics indicators wskaźniki",
    "places": "locations towns cities regions miejsca miejscowości",
    "people": "persons contacts osoby",
    "kinds": "kind types rodzaje",
    "sources": "documents źródła dokumenty",
}
"""Other words for the tables, without spaces."""


def table_meant(name: str) -> str | None:
    """The table that a name means: one or two letters away, or another word for it."""
    word = loose(name)
    found = next((table for table, words in _TABLE_WORDS.items() if word in words.split()), None)
    return found or nearest(name, TABLES)


def no_table(place: str, name: str, thing: str) -> Problem:
    """The problem of a file or sheet that is not named after a table."""
    near = table_meant(name)
    return Problem(
        place,
        None,
        None,
        f"{shown(name)} is not a known table",
        f"rename the {thing} to {near}, or move it away"
        if near
        else f"move the {thing} away or start its name with _; the tables are {', '.join(TABLES)}",
    )


def printable(name: str) -> str:
    """A name as text that can be printed and hashed, whatever bytes it has on disk."""
    return "".join(
        character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in name
    )


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Each problem once, sorted by file, row and column."""
    return sorted(
        set(problems),
        key=lambda found: (found.file, found.row or 0, found.column or "", found.what, found.cure),
    )
