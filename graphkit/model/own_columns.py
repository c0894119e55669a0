"""Columns of one's own: further columns of a table, whose names start with `x_`.

The name in the header is also the property of the graph and the column of results. The vocabulary
has no such names, so the two never clash. Texts of queries take a name from here only if it is one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from graphkit.model.dataset import Value
from graphkit.model.dates import parse_date

PREFIX = "x_"
LONGEST_NAME = 60

_YES_OR_NO = {"yes": True, "true": True, "tak": True, "no": False, "false": False, "nie": False}
_APART = re.compile(r"_+")
_NEW_WORD = re.compile(r"(?<=[^\W\d_])(?=[A-Z][a-z])|(?<=[a-z\d])(?=[A-Z])")
_BEGINS = re.compile(r"x[\W_]+", re.IGNORECASE)


class ValueType(StrEnum):
    """What the values of a column of one's own are.

    Attributes
    ----------
    TEXT, TEXTS : str
        A text; a list of texts, where a cell may hold several.
    WHOLE, DECIMAL : str
        A number.
    YES_NO : str
        True or false.
    DATE : str
        The text of a date, as precise as it is stated.
    """

    TEXT = "text"
    TEXTS = "several texts"
    WHOLE = "whole number"
    DECIMAL = "decimal number"
    YES_NO = "yes or no"
    DATE = "date"

    def agrees_with(self, other: ValueType) -> bool:
        """Whether the values of both can stand in one column, as whole and decimal numbers can.

        Parameters
        ----------
        other : ValueType
            The other type.

        Returns
        -------
        bool
            Whether they can.
        """
        return self is other or {self, other} == {ValueType.WHOLE, ValueType.DECIMAL}


_TYPES = frozenset(ValueType)


@dataclass(frozen=True, slots=True, order=True)
class OwnColumn:
    """A property that a data set states beside those of the vocabulary.

    Attributes
    ----------
    of : str
        The label or relationship type.
    name : str
        The name of the property.
    type : str
        What its values are, one of `ValueType`; "" if that is not known.

    Examples
    --------
    >>> column = OwnColumn.parse("Organisation.x_topic: text")
    >>> column.name, column.type, str(column)
    ('x_topic', 'text', 'Organisation.x_topic: text')
    """

    of: str
    name: str
    type: str

    @classmethod
    def parse(cls, text: str) -> OwnColumn:
        """Make a column from the text in which a store keeps it.

        Parameters
        ----------
        text : str
            `Label.property: type`.

        Returns
        -------
        OwnColumn
            The column.
        """
        of, _, rest = text.partition(".")
        name, _, kind = rest.rpartition(": ")
        return cls(of, name, kind) if kind in _TYPES else cls(of, rest, "")

    def __str__(self) -> str:
        """The text in which a store keeps it."""
        return f"{self.of}.{self.name}: {self.type}"


def own_name(header: str) -> str:
    """The name of a column of one's own in its one form: `X_Topic` is `x_topic`.

    Raises ValueError, which says what is wrong with it.

    >>> own_name("X_Żółw2")
    'x_żółw2'
    """
    name = _folded(header)
    if not name.startswith(PREFIX) or not any(map(str.isalnum, name.removeprefix(PREFIX))):
        raise ValueError(f"it has no name after {PREFIX}")
    if len(name) > LONGEST_NAME:
        raise ValueError(f"its name has {len(name)} characters, at most {LONGEST_NAME} can be kept")
    if not name.isidentifier():
        raise ValueError("its name holds other characters than letters, digits and _")
    return name


@lru_cache(maxsize=10_000)
def is_own_name(name: str) -> bool:
    """Whether a property is a column of one's own, and safe in the text of a query."""
    try:
        return own_name(name) == name
    except ValueError:
        return False


def own_of(properties: Mapping[str, Value]) -> dict[str, Value]:
    """Those of the properties of a node or fact that are columns of one's own, in order of name."""
    return {name: properties[name] for name in _own_among(tuple(properties))}


@lru_cache(maxsize=10_000)
def _own_among(names: tuple[str, ...]) -> list[str]:
    return sorted(name for name in names if name.startswith(PREFIX) and is_own_name(name))


def values_by_column(listed: Iterable[Mapping[str, Value]]) -> dict[str, list[Value]]:
    """What the properties of nodes or facts hold in each column of one's own."""
    found: dict[str, list[Value]] = {}
    for properties in listed:
        for name in _own_among(tuple(properties)):
            found.setdefault(name, []).append(properties[name])
    return found


def name_made_of(text: str) -> str:
    """A name for a column from any text, such as the header of another program.

    >>> name_made_of("Topic area (2014)"), name_made_of("frameworkProgramme"), name_made_of("!")
    ('x_topic_area_2014', 'x_framework_programme', 'x_column')
    """
    text = _BEGINS.sub("", text, count=1) if _BEGINS.match(text) else text
    words = _folded(_NEW_WORD.sub("_", unicodedata.normalize("NFKC", text.strip())))
    words = _APART.sub("_", "".join(map(_letter, words)))
    longest = LONGEST_NAME - len(PREFIX)
    first = next((at for at, each in enumerate(words) if each.isalnum()), len(words))
    words = words[first:].rstrip("_")
    if len(words) > longest:
        words = (words[:longest].rpartition("_")[0] or words[:longest]).rstrip("_")
    return PREFIX + (words or "column")


def _letter(character: str) -> str:
    return character if f"x{character}".isidentifier() else "_"


def type_of(values: Iterable[Value]) -> ValueType:
    """What the values of a column are. Texts are dates if all of them are.

    >>> type_of([1, 2.5]), type_of(["2014", "2014-11"]), type_of(["2014", "soon"])
    (<ValueType.DECIMAL: 'decimal number'>, <ValueType.DATE: 'date'>, <ValueType.TEXT: 'text'>)
    """
    types: set[type] = set()
    texts: set[str] = set()
    for value in values:
        types.add(type(value))
        if type(value) is str:
            texts.add(value)
    if types == {int, float}:
        return ValueType.DECIMAL
    found = _TYPE_OF.get(next(iter(types)), ValueType.DATE) if len(types) == 1 else ValueType.TEXT
    if found is ValueType.TEXT and types == {str} and all(map(is_date, texts)):
        return ValueType.DATE
    return found


_TYPE_OF: Mapping[type, ValueType] = {
    str: ValueType.TEXT,
    list: ValueType.TEXTS,
    bool: ValueType.YES_NO,
    int: ValueType.WHOLE,
    float: ValueType.DECIMAL,
}


def in_words(value: Value) -> str:
    """A value for reading: yes for true, 12 for 12.0.

    >>> in_words(True), in_words(2.0), in_words(["a", "b"])
    ('yes', '2', 'a, b')
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(value)
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def own_lines(properties: Mapping[str, Value]) -> list[str]:
    """What is stated in columns of one's own, a line each."""
    return [f"{name}: {in_words(value)}" for name, value in own_of(properties).items()]


def said_yes(text: str) -> bool | None:
    """Whether a text says yes or no; None if it says neither."""
    return _YES_OR_NO.get(text.casefold())


def is_date(text: str) -> bool:
    """Whether a text is a date: a year, a month or a day; 0013 rather numbers something."""
    if text.startswith("0"):
        return False
    try:
        parse_date(text)
    except ValueError:
        return False
    return True


def together(columns: Iterable[OwnColumn]) -> list[OwnColumn]:
    """The columns, each once: whole and decimal numbers make decimal ones. A column of types that
    do not agree is there with each of them.
    """
    found: dict[tuple[str, str], set[str]] = {}
    for column in columns:
        found.setdefault((column.of, column.name), set()).add(column.type)
    for types in found.values():
        if {ValueType.WHOLE, ValueType.DECIMAL} <= types:
            types.discard(ValueType.WHOLE)
        if len(types) > 1:
            types.discard("")
    return sorted(OwnColumn(*key, each) for key, types in found.items() for each in types)


def own_types(of: str, columns: Iterable[Iterable[str]]) -> dict[str, ValueType]:
    """The types of the columns of one's own on a label or relationship type, in order of name.

    columns: for each data set, the texts in which a store keeps its columns. Whatever else may
    stand there is left out.
    """
    listed = (OwnColumn.parse(text) for texts in columns for text in texts)
    known = (each for each in listed if each.of == of and each.type and is_own_name(each.name))
    return {each.name: ValueType(each.type) for each in together(known)}


def _folded(text: str) -> str:
    """Without case, and in the one form that identifiers have."""
    folded = unicodedata.normalize("NFKC", text.strip()).casefold()
    return unicodedata.normalize("NFKC", folded)
