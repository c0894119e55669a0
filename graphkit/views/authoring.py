"""What an author writes on and around a picture, for page and figure alike.

The title is not here: every view has one. Organisations are referred to by id; `resolved` finds the
ids of those that an author names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn

from graphkit.metrics import shortest_chains
from graphkit.model import Node, UsageError
from graphkit.network import Network
from graphkit.views.themes import THEMES

MOST_LETTERS = 240
"""The longest note that stands in a picture."""

_TURNED = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""What makes a text read otherwise than it is written."""

LEGENDS = ("auto", "right", "below", "none")
LABELS = ("names", "aliases", "ranks")


@dataclass(frozen=True, slots=True)
class Highlight:
    """An organisation, or the organisations of a chain, that an author points out.

    Attributes
    ----------
    organisations : tuple of str
        Their ids, along the chain.
    note : str
        What is written in the picture about them, or "".
    steps : tuple of frozenset of str
        Of each step of the chain, the keys of the groups that its two ends share.
    """

    organisations: tuple[str, ...]
    note: str = ""
    steps: tuple[frozenset[str], ...] = ()

    @property
    def said(self) -> str:
        """The highlight as an author writes it, with ids."""
        who = "..".join(dict.fromkeys((self.organisations[0], self.organisations[-1])))
        return f"{who}: {self.note}" if self.note else who


@dataclass(frozen=True, slots=True)
class Authoring:
    """What an author writes on and around a picture.

    Attributes
    ----------
    subtitle : str
        A line below the title, or "".
    caption : str
        Text below the picture, or "".
    source : str
        What the author names as the source, in the line below the caption, or "".
    always_name : tuple of str
        The ids of organisations that are named whatever the room.
    labels : {"names", "aliases", "ranks"}
        What is written beside marks: names, which become shorter where there is no room; the first
        alias where there is one; or the ranks of the first ten and of those always named, with a
        key to them.
    highlights : tuple of Highlight
        What is pointed out, with a ring or along a chain, and with a note.
    legend : {"auto", "right", "below", "none"}
        Where the legend is. "auto" is a strip that opens on a page; of a figure it is on the right
        or, of a narrow one, below.
    theme : {"auto", "light", "dark", "greyscale"}
        The colours. "auto" follows the reader's system on a page and is light in a figure.
    """

    subtitle: str = ""
    caption: str = ""
    source: str = ""
    always_name: tuple[str, ...] = ()
    labels: str = "names"
    highlights: tuple[Highlight, ...] = ()
    legend: str = "auto"
    theme: str = "auto"

    @property
    def foremost(self) -> tuple[str, ...]:
        """The ids of organisations that are named before all others, each once."""
        return tuple(dict.fromkeys((*self.ringed, *self.always_name)))

    @property
    def ringed(self) -> tuple[str, ...]:
        """The ids of organisations that are pointed out, each once."""
        return tuple(dict.fromkeys(each for one in self.highlights for each in one.organisations))

    def settings(self) -> dict[str, object]:
        """What differs from the defaults, for the manifest."""
        given: dict[str, object] = {
            name: list(value) if isinstance(value, tuple) else value
            for name in self.__slots__
            if (value := getattr(self, name)) != getattr(UNAUTHORED, name)
        }
        if self.highlights:
            given["highlights"] = [each.said for each in self.highlights]
        return given


UNAUTHORED = Authoring()
"""What is so where an author says nothing."""


def resolved(
    network: Network,
    *,
    subtitle: str | None,
    caption: str | None,
    source: str | None,
    always_name: Sequence[str],
    labels: str,
    highlight: Sequence[str],
    legend: str,
    theme: str,
) -> Authoring:
    """What an author asks for, with ids for the organisations named.

    Raises UsageError for an unknown word, and for an organisation that is unknown or left out.
    """
    for name, word, words in (
        ("labels", labels, LABELS),
        ("legend", legend, LEGENDS),
        ("theme", theme, ("auto", *THEMES)),
    ):
        if word not in words:
            raise UsageError(
                f"`{name}` {word}: not known; use {', '.join(words[:-1])} or {words[-1]}"
            )
    return Authoring(
        subtitle=one_line(subtitle),
        caption=one_line(caption),
        source=one_line(source),
        always_name=tuple(dict.fromkeys(network.node(each).id for each in one_each(always_name))),
        labels=labels,
        highlights=tuple(highlighted(network, each) for each in one_each(highlight)),
        legend=legend,
        theme=theme,
    )


def one_each(given: Sequence[str]) -> Sequence[str]:
    """What is given one by one; a single text is one."""
    return (given,) if isinstance(given, str) else given


def highlighted(network: Network, text: str) -> Highlight:
    """What ORG, ORG:NOTE, A..B or A..B:NOTE refers to; a name may have colons and dots itself.

    Raises UsageError for an organisation that is unknown or left out, and for a note too long.
    """
    parts = text.split(":")
    whole = [(":".join(parts[:at]), ":".join(parts[at:])) for at in range(len(parts), 0, -1)]
    if not parts[0].strip():
        raise UsageError(f"`highlight` {text}: says nobody; write ORG or ORG:NOTE")
    found = ((ends, who, rest) for who, rest in whole if (ends := _meant(network, who)))
    ends, who, rest = next(found, ((), "", ""))
    if not ends:
        _refuse(network, parts[0])
    note = one_line(rest)
    if len(note) > MOST_LETTERS:
        raise UsageError(
            f"`highlight` {who}: the note has {len(note)} letters and has room for "
            f"{MOST_LETTERS}; put the rest into `caption`"
        )
    if len(ends) == 1:
        return Highlight((ends[0].id,), note)
    chains = shortest_chains(network, ends[0], ends[1])
    if not chains.shown:
        raise UsageError(
            f"`highlight` {who}: no chain of ties leads from {ends[0].name} to {ends[1].name}"
        )
    chain = chains.shown[0]
    return Highlight(
        (chain[0].start.id, *(step.end.id for step in chain)),
        note,
        tuple(frozenset(group.key for group, _, _ in step.groups) for step in chain),
    )


def _meant(network: Network, who: str) -> tuple[Node, ...]:
    """The organisation that is meant, or the two ends of a chain; empty if there are none."""
    if _known(network, who):
        return (network.node(who.strip()),)
    parts = who.split("..")
    for at in range(1, len(parts)):
        ends = ("..".join(parts[:at]), "..".join(parts[at:]))
        if all(_known(network, end) for end in ends):
            return tuple(network.node(end.strip()) for end in ends)
    return ()


def _known(network: Network, who: str) -> bool:
    try:
        network.organisation(who.strip())
    except UsageError:
        return False
    return True


def _refuse(network: Network, who: str) -> NoReturn:
    """Raise the error about the organisation that is not known."""
    for end in who.split(".."):
        network.node(end.strip())
    raise UsageError(f"`highlight` {who}: a chain has two ends; write A..B")


def one_line(text: str | None) -> str:
    """A text as one line, without what turns the writing direction around; "" for none."""
    return " ".join(_TURNED.sub("", text or "").split())
