"""What a table of partnership facts is: its columns, what their cells hold, what they fill.

A column's `property` is its name in the graph (camelCase); a column without one becomes a
relationship or is used up while reading.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Cell(StrEnum):
    """What the cells of a column may hold.

    Attributes
    ----------
    TEXT, ID, NUMBER, URL : str
        A text, an id without spaces or `|`, a number, a web address.
    REFERENCE : str
        An id or a unique name of a row of another table.
    SOURCES : str
        An id of a source, or id:locator.
    DATE, END : str
        A date; as an end also `..` for not ended.
    CHOICE : str
        A word of a list: a closed one, or one that the table `kinds` extends.
    IDENTIFIER : str
        An official number, such as KRS or LEI.
    KIND : str
        The id of an own kind: a word that begins with a capital letter.
    COLOUR : str
        A colour, by its name or in hexadecimal digits.
    ANSWER : str
        An answer to a question of a survey: a number, or a word of the question's scale.
    """

    TEXT = "text"
    ID = "id"
    REFERENCE = "reference"
    SOURCES = "sources"
    DATE = "date"
    END = "end"
    NUMBER = "number"
    URL = "url"
    CHOICE = "choice"
    IDENTIFIER = "identifier"
    KIND = "kind"
    COLOUR = "colour"
    ANSWER = "answer"


NUMERIC = (Cell.NUMBER, Cell.ANSWER)
"""The cells that hold numbers once they are read."""


class Shown(StrEnum):
    """Where the values of a column of the `organisations` table are shown.

    Attributes
    ----------
    NOWHERE : str
        Nowhere.
    PANEL : str
        In the page's panel.
    TABLE : str
        In the panel, in the page's table and its CSV download, and in the table of every ranking.
    """

    NOWHERE = "nowhere"
    PANEL = "panel"
    """In the page's panel: several or long values, which would make a table too wide."""
    TABLE = "table"
    """In the panel, in the page's table and its CSV download, and in every ranking's table."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: what its cells hold, and the graph property that it fills.

    Attributes
    ----------
    name : str
        The name in the header.
    cell : Cell
        What a cell may hold.
    meaning : str
        What it means.
    property : str or None
        Its camelCase name in the graph. A column without one becomes a relationship, or is used up
        while reading.
    required : bool
        Whether every row must have a value.
    many : bool
        Whether a cell may hold several values separated by `|`.
    refers : tuple of str
        The tables whose rows a reference may name.
    choices : str or None
        The name of a list of the vocabulary.
    relation : str or None
        The relationship type of the fact that a reference states.
    shown : Shown
        Where the values of an organisation are shown.

    Notes
    -----
    The label is in section `column` of `graphkit/views/messages/`; without one there, the name of
    the column is the label.
    """

    name: str
    cell: Cell
    meaning: str
    property: str | None = None
    required: bool = False
    many: bool = False
    refers: tuple[str, ...] = ()
    choices: str | None = None
    relation: str | None = None
    shown: Shown = Shown.NOWHERE


@dataclass(frozen=True, slots=True)
class Table:
    """One table in which people write facts.

    Attributes
    ----------
    name : str
        The name of the file or sheet.
    meaning : str
        What a row states.
    columns : tuple of Column
        The columns in order.
    label : str or None
        The label of the node that a row states.
    relation : str or None
        The relationship type of the fact that a row states.
    """

    name: str
    meaning: str
    columns: tuple[Column, ...]
    label: str | None = None
    relation: str | None = None

    def column(self, name: str) -> Column:
        """Return the column of a name.

        Parameters
        ----------
        name : str
            The name in the header.

        Returns
        -------
        Column
            The column.

        Raises
        ------
        KeyError
            If the table has no such column.
        """
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)

    def shown(self, where: Shown) -> tuple[Column, ...]:
        """Return the columns whose values are shown in a place.

        Parameters
        ----------
        where : Shown
            The place. The panel also shows the columns of the table.

        Returns
        -------
        tuple of Column
            The columns in order.
        """
        places = {where, Shown.TABLE}
        return tuple(column for column in self.columns if column.shown in places)
