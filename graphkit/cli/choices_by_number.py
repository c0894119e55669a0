"""Numbered choices on a terminal, of which a person takes one by its number or word."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from graphkit.cli.answers import inner
from graphkit.cli.output import say_lines
from graphkit.cli.shown_mapping import folded


@dataclass(frozen=True, slots=True)
class Choice:
    """One of numbered choices: the word that may be typed instead, and what it means."""

    word: str
    said: str


def chosen(
    question: str,
    choices: Sequence[Choice],
    width: int,
    other: Callable[[str], str] | None = None,
    names: Collection[str] = (),
) -> str:
    """Ask which of these choices a person takes.

    Parameters
    ----------
    question : str
        The question.
    choices : sequence of Choice
        The choices.
    width : int
        How many characters a line has at most.
    other : callable, optional
        Gives the word for a text that is not among them, or "" where none is meant.
    names : collection of str
        What `other` knows.

    Returns
    -------
    str
        The word of the choice.
    """
    say_lines("\n".join(folded(question, width)))
    longest = max(len(each.word) for each in choices)
    for number, each in enumerate(choices, 1):
        head = f"  {number:>2}  {each.word:<{longest}}  " if each.said else f"  {number:>2}  "
        say_lines("\n".join(folded(each.said or each.word, width, head)))
    words = {each.word.casefold(): each.word for each in choices}
    more = "number or word, or ? for all" if other else "number or word"
    while True:
        text = inner(more, (*words, *names))
        if text.isdecimal() and 0 < int(text) <= len(choices):
            return choices[int(text) - 1].word
        if text.casefold() in words:
            return words[text.casefold()]
        if other is None:
            say_lines("\n".join(folded(f"{text!r} is none of them", width)))
        elif found := other(text):
            return found
