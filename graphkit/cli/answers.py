"""What a person types at a terminal, a line for each question, and the two ways out of it."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection

from graphkit.cli.output import ask, say
from graphkit.model.visible_text import visible

_BACK = ("b", "back")
_NO_TEXT = ("Cc", "Cs")
"""What keys such as arrows send, and bytes that the terminal's encoding does not have."""
_STOP = ("s", "stop", "q", "quit")
_WAYS_OUT = "  [b]ack  [s]top: "


class Back(Exception):
    """The person goes back to the question before."""


class Stopped(Exception):
    """The person wants to load nothing."""


class Ended(Exception):
    """The input has ended, or the person has interrupted it."""


def answered(question: str) -> str:
    """What a person answers in a line.

    Parameters
    ----------
    question : str
        The question, which stands before the answer in its line.

    Returns
    -------
    str
        The answer, which may be blank.

    Raises
    ------
    Back, Stopped
        If they answer so.
    Ended
        If the input ends or is interrupted.
    """
    text = _typed(question)
    _way_out(text.casefold())
    return text


def inner(question: str, names: Collection[str] = ()) -> str:
    """What a person answers to a question within another; a blank line asks again.

    Parameters
    ----------
    question : str
        The question, to which the ways out are added.
    names : collection of str, optional
        What answers may name. Where one of them is called `b`, only `back` goes back.

    Returns
    -------
    str
        The answer.
    """
    named = {name.casefold() for name in names}
    ways = _WAYS_OUT
    for word in ("back", "stop"):
        if word[0] in named:
            ways = ways.replace(f"[{word[0]}]{word[1:]}", f"[{word}]")
    while not (text := _typed(f"{question}{ways}")):
        pass
    if text.casefold() not in named:
        _way_out(text.casefold())
    return text


def text_typed(question: str) -> str:
    """The same for a text such as a name: B and S in capitals are names.

    Parameters
    ----------
    question : str
        The question, to which the ways out are added.

    Returns
    -------
    str
        The text.
    """
    while not (text := _typed(f"{question}{_WAYS_OUT}")):
        pass
    _way_out(text)
    return text


def _way_out(text: str) -> None:
    if text in _STOP:
        raise Stopped
    if text in _BACK:
        raise Back


def _typed(question: str) -> str:
    while True:
        ask(question)
        try:
            text = input().strip()
        except (EOFError, KeyboardInterrupt):
            say("")
            raise Ended from None
        except UnicodeDecodeError:
            say("that cannot be read as text; type it again")
            continue
        if not any(unicodedata.category(letter) in _NO_TEXT for letter in text):
            return text
        say(f"{visible(text)!r} cannot be read as text; type it again")
