"""`Scale`: the answers that a question of a survey allows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graphkit.model.dataset import Node
from graphkit.model.own_columns import said_yes
from graphkit.model.wording import loose

_NUMBER = r"[+-]?\d+(?:[.,]\d+)?"
_RANGE = re.compile(rf"({_NUMBER})\s*(?:\.\.\.?|…|-|–|to)\s*({_NUMBER})", re.ASCII)
_WORDED = re.compile(rf"({_NUMBER})\s*=\s*(\S.*)", re.ASCII)

_YES_NO = "a yes/no question has the answers 0 for no and 1 for yes"

Number = int | float


@dataclass(frozen=True, slots=True)
class Scale:
    """The answers that a question allows.

    Attributes
    ----------
    least, most : int or float or None
        The lowest and the highest answer; None where any number is one.
    words : mapping of int or float to str
        The word of each answer. With words, only these numbers are answers.

    Examples
    --------
    >>> scale = Scale.of(["0=never", "1=yearly", "2=weekly"])
    >>> scale.number("Weekly"), scale.number(1), str(scale)
    (2, 1, '0=never, 1=yearly, 2=weekly')
    >>> Scale.of(["1..4"]).number(5)
    Traceback (most recent call last):
    ValueError: 5 is outside the scale 1..4
    """

    least: Number | None = None
    most: Number | None = None
    words: Mapping[Number, str] = field(default_factory=dict)

    @classmethod
    def of(cls, parts: Iterable[str], kind: str = "") -> Scale:
        """Read a scale.

        Parameters
        ----------
        parts : iterable of str
            One range such as `0..4`, or each answer with its word: `0=never`.
        kind : str, optional
            The kind of the question. Without parts, that of yes/no has the answers 0 and 1.

        Returns
        -------
        Scale
            The scale; without parts any number is an answer.

        Raises
        ------
        ValueError
            If the parts cannot be read as a scale.
        """
        held = list(parts)
        if not held:
            return cls(0, 1, {0: "no", 1: "yes"}) if kind == "yes/no" else cls()
        if len(held) == 1 and (match := _RANGE.fullmatch(held[0].strip())):
            least, most = map(_number, match.groups())
            if least >= most:
                raise ValueError(f"{held[0]} ends at or below its start")
            if kind == "yes/no" and (least, most) != (0, 1):
                raise ValueError(_YES_NO)
            return cls(least, most)
        words: dict[Number, str] = {}
        numbers: dict[str, Number] = {}
        for part in held:
            match = _WORDED.fullmatch(part.strip())
            if match is None:
                raise ValueError(
                    f"{part!r} is neither a range of numbers nor a number with its word"
                )
            if _number(match[1]) in words:
                raise ValueError(f"{match[1]} has two words")
            number, word = _number(match[1]), match[2]
            if numbers.setdefault(loose(word), number) != number:
                raise ValueError(f"{word} is the word of two answers")
            if re.fullmatch(_NUMBER, word) and _number(word) != number:
                raise ValueError(f"{word} is the word of {number:g}, and a number itself")
            words[number] = word
        if kind == "yes/no" and any(
            number not in (0, 1) or said_yes(word) not in (None, number == 1)
            for number, word in words.items()
        ):
            raise ValueError(_YES_NO)
        return cls(min(words), max(words), dict(sorted(words.items())))

    def number(self, answer: Number | str) -> Number:
        """Find the number that an answer stands for.

        Parameters
        ----------
        answer : int, float or str
            A number of the scale, or one of its words, whatever its case.

        Returns
        -------
        int or float
            The number.

        Raises
        ------
        ValueError
            If the scale does not have it.
        """
        if isinstance(answer, str):
            return self._of_word(answer)
        if self.words:
            inside = answer in self.words
        else:
            inside = self.least is None or self.most is None or self.least <= answer <= self.most
        if not inside:
            raise ValueError(f"{answer:g} is outside the scale {self}")
        return answer

    def _of_word(self, word: str) -> Number:
        for number, each in self.words.items():
            if loose(each) == loose(word):
                return number
        yes = said_yes(word)
        if yes is not None and [*self.words] == [0, 1]:
            return int(yes)
        raise ValueError(f"{word} is not an answer of the scale {self}")

    def said(self, answer: object) -> str:
        """Write an answer with its word.

        Parameters
        ----------
        answer : object
            The number.

        Returns
        -------
        str
            Its word and the number, such as `weekly (3)`; the number alone if it has no word.
        """
        if not isinstance(answer, int | float):
            return str(answer)
        word = self.words.get(answer)
        return f"{answer:g}" if word is None else f"{word} ({answer:g})"

    def __str__(self) -> str:
        """The scale in words."""
        if self.words:
            return ", ".join(f"{number:g}={word}" for number, word in self.words.items())
        return "of numbers" if self.least is None else f"{self.least:g}..{self.most:g}"


def scale_of(question: Node | None) -> Scale:
    """The scale of the node of a question; of no node, or where another program spoilt it, of all
    numbers.
    """
    if question is None:
        return Scale()
    parts = question.properties.get("scale")
    try:
        return Scale.of(
            parts if isinstance(parts, list) else (), str(question.properties.get("kind", ""))
        )
    except ValueError:
        return Scale()


def _number(text: str) -> Number:
    value = float(text.replace(",", "."))
    return int(value) if value.is_integer() else value
