"""`Selection`: which facts tie organisations together, and which organisations stand as nodes.

Each attribute of a `Selection` is one word of it. The keywords of `Network.select` and the options
of the command line are made from these entries, so a new word is one entry here, and a rank, its
reasons and its picture cannot be taken from different networks.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, fields, replace
from inspect import Parameter, signature
from typing import Any, TypeVar

from graphkit.model import (
    KINDS,
    LAYERS,
    PARTS,
    SECTORS,
    STATUSES,
    UNKNOWN,
    WEIGHTS,
    Period,
    UsageError,
    parse_period,
)
from graphkit.model.wording import chosen, meant

Given = str | Collection[str] | Period | float | bool | None
"""What may be given for a word; None is its default."""

Method = TypeVar("Method", bound=Callable[..., Any])

FDR = 0.05
"""The share of false ties that a backbone allows among those it keeps, unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Word:
    """What may be given for a word of a selection, and what it does.

    name: the keyword. default: what is kept when it is not given. help: a sentence or two, with
    other words in backticks. read: the value that is kept for what is given, or UsageError.
    allowed: the closed list of its values, or (). several: whether it takes more than one.
    example: how a value that is on no list is written; "" for a switch.
    """

    name: str
    default: Any
    help: str
    read: Callable[[str, Any], Any]
    allowed: tuple[str, ...] = ()
    several: bool = False
    example: str = ""


def _word(default: Any, help: str, read: Callable[[str, Any], Any], **more: Any) -> Any:
    return field(default=default, metadata={"help": help, "read": read, **more})


def _any_of(allowed: Collection[str], help: str) -> Any:
    """Several words of a closed list; none of them selects everything."""
    listed = tuple(allowed)

    def read(name: str, given: str | Collection[str]) -> tuple[str, ...]:
        words = [given] if isinstance(given, str) else given
        asked = {chosen(name, each, listed) for each in words}
        return tuple(each for each in listed if each in asked)

    return _word((), help, read, allowed=listed, several=True)


def _one_of(allowed: tuple[str, ...], default: str, help: str) -> Any:
    """One word of a closed list."""

    def read(name: str, given: str) -> str:
        return chosen(f"choice for `{name}`", given, allowed)

    return _word(default, help, read, allowed=allowed)


def _period(name: str, given: str | int | Period) -> Period:
    if isinstance(given, Period):
        return given
    try:
        return parse_period(str(given))
    except ValueError as error:
        raise UsageError(f"`{name}` {error}; write a date or a period such as 2010/2014") from None


def _switch(name: str, given: object) -> bool:
    if not isinstance(given, bool):
        raise UsageError(f"`{name}` is on or off; give True or False, not {given!r}")
    return given


def _rate(name: str, given: Any) -> float:
    try:
        rate = float(given)
    except (TypeError, ValueError):
        rate = -1.0
    if not 0 < rate < 1:
        raise UsageError(f"`{name}` {given}: give a rate between 0 and 1, such as {FDR}")
    return rate


@dataclass(frozen=True, slots=True)
class Selection:
    """What of a network is looked at; without any word, everything. Its words:"""

    layer: tuple[str, ...] = _any_of(LAYERS, "Only facts of this layer.")
    kind: tuple[str, ...] = _any_of(KINDS, "Only organisations of this kind as nodes.")
    sector: tuple[str, ...] = _any_of(SECTORS, "Only organisations of this sector as nodes.")
    status: tuple[str, ...] = _any_of(STATUSES, "Only facts of this status.")
    at: Period | None = _word(  # noqa: RUF009 - it makes a field, as the others do
        None,
        "Only facts in force then: 2014-11-10, 2014-11, 2014, or a period 2010/2014.",
        _period,
        example="DATE",
    )
    unknown: str = _one_of(
        UNKNOWN,
        "include",
        "With `at`: facts of which it is not known whether they were in force.",
    )
    weight: str = _one_of(
        WEIGHTS,
        "none",
        "What a shared group adds to a tie's strength: 1 (count), or 1/(size-1) (newman). A metric "
        "of paths reads 1/strength as a distance. With none, ties are alike and strength counts "
        "groups.",
    )
    parts: str = _one_of(PARTS, "whole", "Whether a faculty or office counts as its whole.")
    backbone: bool = _word(
        False,
        "Tie only pairs that share more groups than a random network gives in which everyone is "
        "in as many groups and every group has as many members.",
        _switch,
    )
    fdr: float = _word(
        FDR, "With `backbone`: the share of false ties among the kept.", _rate, example="RATE"
    )

    def refined(self, **words: Given) -> Selection:
        """This selection with the words that are given, checked, in place of what they were.

        A word that is not given stays; given as None or as an empty list it returns to its
        default, and so does `fdr` when `backbone` is off. Raises UsageError that names the wrong
        word and the nearest right one.
        """
        kept: dict[str, Any] = {}
        for name, given in words.items():
            if name not in WORDS:
                raise UsageError(f"a selection has no word {name}; {meant(name, WORDS)}")
            word = WORDS[name]
            kept[name] = word.default if given is None else word.read(name, given)
        result = replace(self, **kept)
        if result.backbone:
            return result
        if words.get("fdr") is not None:
            raise UsageError(f"`fdr` {result.fdr:g} belongs to `backbone`; add `backbone`")
        return replace(result, fdr=FDR)

    def __str__(self) -> str:
        """The selection as a person would read it; "everything" when nothing is left out."""
        said = []
        for name, word in WORDS.items():
            value = getattr(self, name)
            if name == "unknown":
                said += [f"unknown dates {value}d"] if self.at is not None else []
            elif value is True:
                said.append(name)
            elif value != word.default:
                said.append(f"{name} {_written(value)}")
        return ", ".join(said) or "everything"


def _written(value: Any) -> str:
    if isinstance(value, tuple):
        return "|".join(value)
    return value.text if isinstance(value, Period) else str(value)


WORDS: dict[str, Word] = {
    each.name: Word(each.name, each.default, **each.metadata) for each in fields(Selection)
}
"""The words of a selection, by name, in the order in which people meet them."""

Selection.__doc__ = f"{Selection.__doc__}\n\n" + "\n".join(
    f"    {name}: {word.help}" for name, word in WORDS.items()
)


def takes_words(method: Method) -> Method:
    """Let help() and notebooks show the words that a method takes in place of `**words`."""
    found = signature(method)
    words = [
        Parameter(name, Parameter.KEYWORD_ONLY, default=..., annotation="Given")
        for name, word in WORDS.items()
    ]
    first = [each for each in found.parameters.values() if each.kind is not Parameter.VAR_KEYWORD]
    method.__signature__ = found.replace(parameters=[*first, *words])  # type: ignore[attr-defined]
    return method


Selection.refined = takes_words(Selection.refined)  # type: ignore[method-assign]
