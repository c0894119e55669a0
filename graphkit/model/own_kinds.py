"""Kinds of organisations that data sets add to the built-in ones, each a row of the table `kinds`.

An own kind becomes a label of nodes, in the text of queries too. So its id is a plain word, and
everything that takes one from a store or a file asks `is_own_kind` first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphkit.model.vocabulary import DATASET, DECISION, KINDS, LABELS, RELATIONS, SHAPES

if TYPE_CHECKING:
    from graphkit.model.dataset import Node

KIND = "Kind"
"""The label of the nodes that state own kinds."""

LONGEST_KIND = 60

PALETTE: dict[str, str] = {
    "vermillion": "#D55E00",
    "orange": "#E69F00",
    "blue": "#0072B2",
    "green": "#009E73",
    "sky": "#56B4E9",
    "purple": "#CC79A7",
    "grey": "#7F7F7F",
}
"""The colours that have names: those of Okabe and Ito (2008), without yellow, which is too faint
as a small mark.
"""

_WORD = re.compile(r"[A-Z][A-Za-z0-9]*", re.ASCII)
_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z]*|[a-z]+|[0-9]+", re.ASCII)
_HEXADECIMAL = re.compile(r"#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})", re.ASCII)
_TAKEN = {word.casefold() for word in (*LABELS, *KINDS, *RELATIONS, DATASET, DECISION)}


@dataclass(frozen=True, slots=True)
class OwnKind:
    """A kind of organisations that a data set adds.

    Attributes
    ----------
    id : str
        The word that rows and Cypher use, a label of nodes.
    name : str
        Its name, where a language has no other.
    names : dict of str to str
        Its names in languages, by code.
    sector : str
        The sector of organisations of this kind that state none; or "".
    colour, shape : str
        The colour and the shape of its mark; "" chooses one.
    """

    id: str
    name: str
    names: dict[str, str]
    sector: str = ""
    colour: str = ""
    shape: str = ""

    @classmethod
    def of(cls, node: Node) -> OwnKind:
        """Make it from the node that states it.

        Parameters
        ----------
        node : Node
            A node with the label `Kind`. What is not a valid colour or shape there is left out.

        Returns
        -------
        OwnKind
            The kind.

        Examples
        --------
        >>> from graphkit.model import Node
        >>> OwnKind.of(Node("Kind", "TradeUnion", {"colour": "red; }"})).name
        'Trade union'
        """

        def text(name: str) -> str:
            value = node.properties.get(name)
            return value if isinstance(value, str) else ""

        shape = text("shape")
        names = {language: text(f"name{language.capitalize()}") for language in NAMED_IN}
        return cls(
            node.id,
            text("name") or in_words(node.id),
            {language: name for language, name in names.items() if name},
            text("sector"),
            colour_of(text("colour")) or "",
            shape if shape in SHAPES else "",
        )

    @property
    def words(self) -> tuple[str, ...]:
        """The words by which it is meant: its id and all its names."""
        return (self.id, self.name, *self.names.values())

    def called(self, language: str) -> str:
        """Return its name in a language.

        Parameters
        ----------
        language : str
            The code of the language, such as `pl`.

        Returns
        -------
        str
            The name in that language, else the one name.

        Examples
        --------
        >>> OwnKind("City", "City", {"pl": "Miasto"}).called("pl")
        'Miasto'
        """
        return self.names.get(language) or self.name


NAMED_IN = ("en", "pl")
"""The languages in which a kind may have a name of its own."""


def is_own_kind(word: str) -> bool:
    """Tell whether a word can be the id of an own kind.

    Parameters
    ----------
    word : str
        The word.

    Returns
    -------
    bool
        Whether it is a capital letter with letters from A to Z and digits, and not a word of the
        vocabulary in any case of its letters.

    Examples
    --------
    >>> is_own_kind("TradeUnion"), is_own_kind("company"), is_own_kind("COMPANY")
    (True, False, False)
    """
    return wrong_kind(word) is None


def wrong_kind(word: str) -> str | None:
    """What keeps a word from being the id of an own kind, or None."""
    if not _WORD.fullmatch(word):
        return "is not a capital letter followed by letters from A to Z and digits"
    if len(word) > LONGEST_KIND:
        return f"has {len(word)} characters, more than {LONGEST_KIND}"
    if word.casefold() in _TAKEN:
        return "is a word of the built-in vocabulary"
    return None


def in_words(word: str) -> str:
    """The id of a kind as a name.

    >>> in_words("TradeUnion"), in_words("NGOPlatform2"), in_words("EUAgency")
    ('Trade union', 'NGO platform 2', 'EU agency')
    """
    first, *rest = _PARTS.findall(word)
    return " ".join(
        [first, *(part if part.isupper() and len(part) > 1 else part.lower() for part in rest)]
    )


def colour_of(text: str) -> str | None:
    """A colour as #RRGGBB, from that, from #RGB or from a name of `PALETTE`; None for another text.

    >>> colour_of("#fa0"), colour_of("Sky"), colour_of("red; }")
    ('#FFAA00', '#56B4E9', None)
    """
    text = text.strip()
    if named := PALETTE.get(text.casefold()):
        return named
    if not _HEXADECIMAL.fullmatch(text):
        return None
    digits = text[1:].upper()
    return "#" + (digits if len(digits) == 6 else "".join(2 * digit for digit in digits))


def own_kinds(nodes: Iterable[Node]) -> dict[str, OwnKind]:
    """Collect the own kinds that nodes state.

    Parameters
    ----------
    nodes : iterable of Node
        Nodes of any label.

    Returns
    -------
    dict of str to OwnKind
        The kinds by id, in order of id.

    Examples
    --------
    >>> from graphkit.model import Node
    >>> list(own_kinds([Node("Kind", "City", {}), Node("Place", "oslo", {})]))
    ['City']
    """
    found = (node for node in nodes if node.label == KIND and is_own_kind(node.id))
    return {node.id: OwnKind.of(node) for node in sorted(found, key=lambda node: node.id)}
