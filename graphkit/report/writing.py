"""What a part of the report writes with: sentences from messages, values with keys, facts cited."""

from __future__ import annotations

import string
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graphkit.export.evidence import sources_of
from graphkit.model import Node
from graphkit.model.visible_text import visible
from graphkit.network import Group, Member, Selection, Statement
from graphkit.report.tree import Grid, Item, Link, Paragraph, Piece, Run, Value
from graphkit.report.wording import Wording
from graphkit.views.translation import selection_words

Named = Node | Member | Group

NAMED = 12
"""How many names a sentence lists; it counts the rest."""


@dataclass
class Register:
    """What the parts of one report share: the keys in use, and the facts cited so far.

    Attributes
    ----------
    keys : dict of str to int
        How often each key was asked for.
    facts : dict of str to (Statement, Group)
        The facts cited, by id, in order.
    """

    keys: dict[str, int] = field(default_factory=dict)
    facts: dict[str, tuple[Statement, Group]] = field(default_factory=dict)

    def key(self, wanted: str) -> str:
        """Return a key that nothing else has: a repeated one gets a number."""
        key = wanted
        while key in self.keys:
            self.keys[wanted] += 1
            key = f"{wanted}#{self.keys[wanted]}"
        self.keys[key] = 1
        return key

    def number(self, statement: Statement, group: Group) -> int:
        """Return the number of a fact in the list of the facts cited."""
        self.facts.setdefault(statement.id, (statement, group))
        return list(self.facts).index(statement.id) + 1


CITED = 8
"""How many facts are cited in one place; the rest is counted."""


class Writing:
    """The pen of one part.

    Parameters
    ----------
    part : str
        The name of the part, under which its messages stand.
    words : Wording
        The language.
    register : Register
        What the parts share.
    short : bool, default False
        Whether only the essentials are wanted.
    """

    def __init__(self, part: str, words: Wording, register: Register, *, short: bool = False):
        self.part = part
        self.words = words
        self.short = short
        self._register = register

    def label(self, message: str, part: str | None = None) -> str:
        """Return a message without values, such as a heading."""
        return self.words.message(part or self.part, message)

    def say(self, message: str, of: str = "", /, **values: object) -> Run:
        """Say a message with values.

        Parameters
        ----------
        message : str
            Its name among the messages of the part, or of `common`.
        of : str, default ""
            What it is about, where it is said of several: part of the keys of its values.
        **values : object
            What stands in its fields: numbers, texts, organisations or groups, lists of these, or
            runs. A field's format is `%` for a share, `date` or `date.genitive` for an ISO date, a
            term of the glossary that a number counts, or words such as `is|are` of which a number
            takes one and is not said itself.

        Returns
        -------
        tuple of (str, Value or Link)
            The sentence.
        """
        part = self.part if self.words.has(self.part, message) else "common"
        at = "/".join(each for each in (self.part, message, of) if each)
        return self._filled(self.words.message(part, message), at, values)

    def paragraph(self, message: str, of: str = "", /, **values: object) -> Paragraph:
        """Say a message as a paragraph of its own; see `say`."""
        return Paragraph(self.say(message, of, **values))

    def item(self, message: str, of: str = "", /, **values: object) -> Item:
        """Say a message as an item of a list; see `say`."""
        return Item(self.say(message, of, **values))

    def grid(
        self,
        name: str,
        rows: Iterable[tuple[str, Sequence[object]]],
        columns: Mapping[str, str],
        *,
        total: int = 0,
        **caption: object,
    ) -> Grid:
        """Make a table.

        Parameters
        ----------
        name : str
            Its name; the message of this name is its caption.
        rows : iterable of (str, sequence of object)
            For each row what it is about, for the keys of its values, and the cells.
        columns : mapping of str to str
            For each column the name of its heading in the messages of `columns`, and the format of
            its cells as in a field of a message.
        total : int, default 0
            How many rows there would be in all; the caption says so if these are fewer.
        **caption : object
            What stands in the fields of the caption.

        Returns
        -------
        Grid
            The table.
        """
        made = []
        numeric = dict.fromkeys(columns, True)
        for of, cells in rows:
            row = []
            for (column, how), cell in zip(columns.items(), cells, strict=True):
                at = self.key(name, of, column)
                row.append(() if cell is None else self._shown(cell, how, at))
                numeric[column] &= cell is None or isinstance(cell, int | float)
            made.append(tuple(row))
        said = self.say(name, **caption)
        if total > len(made):
            said += (" (", *self.say("part", name, n=len(made), of=total), ")")
        return Grid(
            f"{self.part}-{name}",
            said,
            tuple(self.words.message("columns", each) for each in columns),
            tuple(made),
            tuple(bool(made) and numeric[each] for each in columns),
        )

    def key(self, *names: str) -> str:
        """Return where something stands, for its value."""
        return "/".join(each for each in (self.part, *names) if each)

    def cited(self) -> list[tuple[Statement, Group]]:
        """Return the facts that the report has cited so far, in the order of their numbers."""
        return list(self._register.facts.values())

    def selected(self, selection: Selection) -> str:
        """Return in words what was selected."""
        return selection_words(selection, self.words.views, self.words.date_in)

    def plain(self, text: str) -> Run:
        """Return text from the data as a run, with nothing in it that a reader cannot see."""
        return (visible(text),)

    def cite(self, facts: Iterable[tuple[Statement, Group]]) -> Run:
        """Return what states facts, in brackets, with a mark where they are inferred.

        These are links to the list of facts or, in a short report, which has no such list, the
        ids of the sources and the places in them.
        """
        given = {statement.id: (statement, group) for statement, group in facts}
        if not given:
            return ()
        statements = [statement for statement, _ in given.values()]
        pieces: list[Piece] = [" ["]
        if self.short:
            cited = visible(sources_of(statements))
            pieces.append(cited or self.label("no-source", "common"))
        else:
            shown = list(given.values())[:CITED]
            numbers = sorted({self._register.number(*each) for each in shown})
            for place, number in enumerate(numbers):
                pieces += [", "] * (place > 0)
                pieces.append(Link(f"fact-{number}", f"F{number}"))
            if rest := len(given) - len(numbers):
                further = self.label("further", "common")
                pieces.append(further.format(n=self.words.number(rest)))
        statuses = {statement.status for statement in statements}
        if "inferred" in statuses:
            mark = "inferred" if len(statuses) == 1 else "partly-inferred"
            pieces.append(f"; {self.label(mark, 'common')}")
        if "disputed" in statuses:
            pieces.append(f"; {self.label('disputed', 'common')}")
        return (*pieces, "]")

    def names(self, of: Sequence[Named], at: str, most: int = NAMED) -> Run:
        """Return names in a list, and how many more there are."""
        shown: list[Run] = [
            self._shown(each, "", f"{at}/{place}") for place, each in enumerate(of[:most], 1)
        ]
        rest = len(of) - most
        if rest > 0:
            shown.append(self._filled(self.label("more", "common"), at, {"n": rest}))
        return self.listed(shown)

    def listed(self, runs: Sequence[Run]) -> Run:
        """Return runs as a list in a sentence."""
        between = self.words.joined(len(runs))
        pieces: list[Piece] = []
        for place, run in enumerate(runs):
            pieces += [between[place - 1]] if place else []
            pieces += run
        return tuple(pieces)

    def _filled(self, template: str, at: str, values: Mapping[str, object]) -> Run:
        pieces: list[Piece] = []
        for literal, name, how, _ in string.Formatter().parse(template):
            if literal:
                pieces.append(literal)
            if name is not None:
                pieces += self._shown(values[name], how or "", f"{at}/{name}")
        return tuple(pieces)

    def _shown(self, value: object, how: str, at: str) -> Run:
        if isinstance(value, tuple) and not hasattr(value, "_fields"):
            if not value or isinstance(value[0], str | Value | Link):
                return value
            return self.names(value, at)
        if isinstance(value, list):
            return self.names(value, at)
        if isinstance(value, str) and not how.startswith("date"):
            return (visible(value),)
        if how and how != "%" and isinstance(value, int):
            noun = self.words.noun(how, value)
            return (noun,) if "|" in how else (self._value(value, "", at), f" {noun}")
        return (self._value(value, how, at),)

    def _value(self, value: object, how: str, at: str) -> Value:
        forms: dict[str, Callable[[float], str]] = {
            "": self.words.number,
            "%": self.words.percent,
        }
        key = self._register.key(at)
        match value:
            case Node() | Member():
                return Value(key, value.id, visible(value.name))
            case Group():
                return Value(
                    key, value.key, visible(value.name) or self.label(value.layer, "common")
                )
            case int() | float():
                exact = value if value == value else "none"
                return Value(key, exact, forms[how](value))
            case str():
                genitive = how.endswith(".genitive")
                return Value(key, value, self.words.date(value, genitive=genitive))
        raise TypeError(f"{at}: {value!r} cannot be said")
