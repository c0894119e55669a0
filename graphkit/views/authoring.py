"""What an author writes on and around a picture, for page and figure alike.

The title is not here: every view has one. Organisations are referred to by id; `resolved` finds the
ids of those that an author names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graphkit.model import UsageError
from graphkit.network import Network
from graphkit.views.themes import THEMES

LABELS = ("names", "aliases", "ranks")


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
    theme : {"auto", "light", "dark", "greyscale"}
        The colours. "auto" follows the reader's system on a page and is light in a figure.
    """

    subtitle: str = ""
    caption: str = ""
    source: str = ""
    always_name: tuple[str, ...] = ()
    labels: str = "names"
    theme: str = "auto"

    @property
    def foremost(self) -> tuple[str, ...]:
        """The ids of organisations that are named before all others, each once."""
        return self.always_name

    def settings(self) -> dict[str, object]:
        """What differs from the defaults, for the manifest."""
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name in self.__slots__
            if (value := getattr(self, name)) != getattr(UNAUTHORED, name)
        }


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
    theme: str,
) -> Authoring:
    """What an author asks for, with ids for the organisations named.

    Raises UsageError for an unknown word, and for an organisation that is unknown or left out.
    """
    for name, word, words in (("labels", labels, LABELS), ("theme", theme, ("auto", *THEMES))):
        if word not in words:
            raise UsageError(
                f"`{name}` {word}: not known; use {', '.join(words[:-1])} or {words[-1]}"
            )
    named = (always_name,) if isinstance(always_name, str) else always_name
    return Authoring(
        subtitle=one_line(subtitle),
        caption=one_line(caption),
        source=one_line(source),
        always_name=tuple(dict.fromkeys(network.node(each).id for each in named)),
        labels=labels,
        theme=theme,
    )


def one_line(text: str | None) -> str:
    """A text as one line; "" for none."""
    return " ".join((text or "").split())
