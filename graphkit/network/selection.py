"""`Selection`: which facts tie organisations together, and which organisations are nodes.

Each attribute of a `Selection` is one word of it. The keywords of `Network.select` and the options
of the command line are generated from these entries. So a new word is one entry here, and a rank,
its reasons and its picture always come from the same network.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, fields, replace
from inspect import Parameter, cleandoc, signature
from textwrap import wrap
from typing import Any, TypeVar

from graphkit.model import (
    COMPONENTS,
    IN_OR_OUT,
    KINDS,
    LAYERS,
    MUTUAL,
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
from graphkit.network.conditions import Condition, in_words
from graphkit.network.rating_conditions import RatingCondition

Given = str | Collection[str] | Period | float | bool | None
"""What a word accepts; None stands for its default."""

Method = TypeVar("Method", bound=Callable[..., Any])

_HELD = {
    "at": ("Period or None", "str or Period"),
    "backbone": ("bool", "bool"),
    "own_dates": ("bool", "bool"),
    "fdr": ("float", "float"),
    "overlap": ("bool", "bool"),
}
"""The types in docstrings of the words that are not texts: as they are kept, and as given."""

FDR = 0.05
"""The default false discovery rate of a backbone."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a selection: what it accepts, and what it does.

    Attributes
    ----------
    name : str
        The keyword.
    default : object
        Its value when it is not given.
    help : str
        A sentence or two, with other words in backticks.
    read : callable
        Turns the name and what was given into the value, or raises UsageError.
    allowed : tuple of str
        The closed list of its values, or empty.
    several : bool
        Whether it takes more than one value.
    example : str
        A placeholder for a free value; "" for a switch.
    built_in : tuple of str
        The values that every network knows, when it may know others.
    """

    name: str
    default: Any
    help: str
    read: Callable[[str, Any], Any]
    allowed: tuple[str, ...] = ()
    several: bool = False
    example: str = ""
    built_in: tuple[str, ...] = ()


def _word(default: Any, help: str, read: Callable[[str, Any], Any], **more: Any) -> Any:
    return field(default=default, metadata={"help": help, "read": read, **more})


def _any_of(allowed: Collection[str], help: str) -> Any:
    """Any number of words from a closed list; none selects everything."""
    listed = tuple(allowed)

    def read(name: str, given: str | Collection[str]) -> tuple[str, ...]:
        words = [given] if isinstance(given, str) else given
        asked = {chosen(name, each, listed) for each in words}
        return tuple(each for each in listed if each in asked)

    return _word((), help, read, allowed=listed, several=True)


def _free(example: str, help: str, built_in: Collection[str] = ()) -> Any:
    """Any number of words that a network knows, built-in ones first; none selects everything."""
    listed = tuple(built_in)
    spelt = {word.casefold(): word for word in listed}

    def read(name: str, given: str | Collection[str]) -> tuple[str, ...]:
        words = {str(each).strip() for each in ([given] if isinstance(given, str) else given)}
        if "" in words:
            raise UsageError(f"`{name}` is empty; name one, or leave it out")
        asked = {spelt.get(word.casefold(), word) for word in words}
        return (*(each for each in listed if each in asked), *sorted(asked - {*listed}))

    return _word((), help, read, built_in=listed, several=True, example=example)


def _one_of(allowed: tuple[str, ...], default: str, help: str) -> Any:
    """One word from a closed list."""

    def read(name: str, given: str) -> str:
        return chosen(f"choice for `{name}`", given, allowed)

    return _word(default, help, read, allowed=allowed)


def _conditions(name: str, given: str | Collection[str]) -> tuple[str, ...]:
    texts = [given] if isinstance(given, str) else given
    return tuple(dict.fromkeys(str(Condition.parse(str(text))) for text in texts))


def _ratings(name: str, given: str | Collection[str]) -> tuple[str, ...]:
    texts = [given] if isinstance(given, str) else given
    return tuple(dict.fromkeys(str(RatingCondition.parse(str(text))) for text in texts))


def _period(name: str, given: str | int | Period) -> Period:
    if isinstance(given, Period):
        return given
    try:
        return parse_period(str(given))
    except ValueError as error:
        raise UsageError(f"`{name}` {error}; write a date or a period such as 2010/2014") from None


def _switch(name: str, given: object) -> bool:
    if not isinstance(given, bool):
        raise UsageError(f"`{name}` is a switch; give True or False, not {given!r}")
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
    """Which part of a network is analysed; without any word, all of it but what is planned.

    Make one with `refined`, which checks the words, or give the words to `Network.select`.

    Attributes
    ----------
    {words}

    Examples
    --------
    >>> import graphkit
    >>> selection = graphkit.Selection().refined(layer="membership", at="2014")
    >>> str(selection)
    'layer membership, at 2014, unknown dates included'
    >>> str(graphkit.Selection())
    'everything'
    """

    layer: tuple[str, ...] = _any_of(
        LAYERS, "Only facts of this layer. Answers of surveys (rating) tie only where it is named."
    )
    tie_kind: tuple[str, ...] = _free(
        "KIND",
        "Of the direct ties only those of this kind; `layer` tie leaves out all other facts.",
    )
    rating: tuple[str, ...] = _word(
        (),
        "With `layer` rating: tie the pairs whose answer to a question meets this, such as "
        "contact>=2, or contact for any answer above 0. Several must all hold.",
        _ratings,
        several=True,
        example="CONDITION",
    )
    mutual: str = _one_of(
        MUTUAL,
        "any",
        "With `layer` rating: what counts of two organisations' answers about each other: the "
        "higher one (any), the lower one, so that both must have answered (both), or the mean of "
        "those given.",
    )
    dataset: tuple[str, ...] = _free("NAME", "Only facts that this data set states.")
    kind: tuple[str, ...] = _free("KIND", "Only organisations of this kind as nodes.", KINDS)
    sector: tuple[str, ...] = _free(
        "SECTOR", "Only organisations of this sector as nodes.", SECTORS
    )
    place: tuple[str, ...] = _free(
        "NAME",
        "Only organisations in this place as nodes, or in a place that is part of it: an id or "
        "name. A part is where its whole is unless `parts` is separate.",
    )
    cluster: tuple[str, ...] = _free(
        "NAME",
        "Only organisations in this cluster as nodes, whatever ties them: an id or name.",
    )
    where: tuple[str, ...] = _word(
        (),
        "Only organisations as nodes that meet this condition on a column of your own: "
        "topic=energy, topic=energy|water, topic!=energy, employees>=50, since<2010, or topic= "
        "for a blank cell, which meets no other condition.",
        _conditions,
        several=True,
        example="CONDITION",
    )
    status: tuple[str, ...] = _any_of(STATUSES, "Only facts of this status.")
    at: Period | None = _word(  # noqa: RUF009 - it makes a field, as the others do
        None,
        "Only facts in force then, and organisations that may have existed: 2014-11-10, 2014-11, "
        "2014, or a period 2010/2014.",
        _period,
        example="DATE",
    )
    unknown: str = _one_of(
        UNKNOWN,
        "include",
        "With `at`: facts that may or may not have been in force.",
    )
    own_dates: bool = _word(
        False,
        "Only the dates of participations themselves. By default those without any have the dates "
        "of their project or event; with this, they lie somewhere within them.",
        _switch,
    )
    planned: str = _one_of(
        IN_OR_OUT,
        "exclude",
        "Facts of what is only planned: a cluster, declaration or collaboration at that stage.",
    )
    group_nodes: str = _one_of(
        IN_OR_OUT,
        "include",
        "Whether a cluster belongs to its own group, and so is tied to its members.",
    )
    overlap: bool = _word(
        False,
        "Do not tie two members of a group whose times in it certainly do not overlap.",
        _switch,
    )
    weight: str = _one_of(
        WEIGHTS,
        "none",
        "What a shared group adds to the strength of a tie: 1 (count), or 1/(size-1) (newman), "
        "the size taken before `kind` and `sector`, and with a cluster's own organisation in it. "
        "Path metrics use 1/strength as the distance. With none, all ties have length 1 and "
        "strength counts the groups.",
    )
    parts: str = _one_of(
        PARTS, "whole", "Whether a faculty or office counts as part of its parent organisation."
    )
    backbone: bool = _word(
        False,
        "Keep only direct ties, and ties between pairs that share significantly more groups than "
        "in a random network with the same group sizes and memberships.",
        _switch,
    )
    fdr: float = _word(
        FDR, "With `backbone`: the false discovery rate among the kept ties.", _rate, example="RATE"
    )
    component: str = _one_of(
        COMPONENTS, "all", "Which organisations to keep: all, or those in the largest component."
    )
    isolates: str = _one_of(
        IN_OR_OUT, "include", "Organisations without any tie, in what is left by the other options."
    )

    def refined(self, **words: Given) -> Selection:
        """Return a copy of this selection with the given words replaced, after checking them.

        A word that is not given keeps its value. None or an empty list resets it to its default,
        and so do `fdr` when `backbone` is off, and `rating` and `mutual` without `layer` rating.

        Parameters
        ----------
        {words}

        Returns
        -------
        Selection
            The new selection.

        Raises
        ------
        UsageError
            If a word or its value is unknown; the message names the nearest right one. Also if
            `fdr` is given without `backbone`, or `rating` or `mutual` without `layer` rating.

        Examples
        --------
        >>> Selection().refined(kind=["Cluster", "University"]).kind
        ('University', 'Cluster')
        >>> str(Selection().refined(group_nodes="exclude"))
        'group nodes excluded'
        """
        kept: dict[str, Any] = {}
        for name, given in words.items():
            if name not in WORDS:
                raise UsageError(f"a selection has no setting {name}; {meant(name, WORDS)}")
            word = WORDS[name]
            kept[name] = word.default if given is None else word.read(name, given)
        result = replace(self, **kept)
        if "rating" not in result.layer:
            for name in ("rating", "mutual"):
                if getattr(result, name) != WORDS[name].default and words.get(name):
                    raise UsageError(f"`{name}` works only with `layer` rating; add `layer` rating")
            result = replace(result, rating=(), mutual=MUTUAL[0])
        if result.backbone:
            return result
        if words.get("fdr") is not None:
            raise UsageError(f"`fdr` {result.fdr:g} works only with `backbone`; add `backbone`")
        return replace(result, fdr=FDR)

    def __str__(self) -> str:
        """The selection in words; "everything" for the default."""
        said = []
        for name, word in WORDS.items():
            value = getattr(self, name)
            if name == "mutual":
                said += [f"mutual {value}"] if "rating" in self.layer else []
            elif name == "rating":
                said += [f"rating {' and '.join(value)}"] if value else []
            elif name == "unknown":
                said += [f"unknown dates {value}d"] if self.at is not None else []
            elif value is True:
                said.append(name.replace("_", " "))
            elif value != word.default:
                ending = "d" if word.allowed == IN_OR_OUT else ""
                written = in_words(value) if name == "where" else _written(value)
                said.append(f"{name.replace('_', ' ')} {written}{ending}")
        return ", ".join(said) or "everything"


def _written(value: Any) -> str:
    if isinstance(value, tuple):
        return "|".join(value)
    return value.text if isinstance(value, Period) else str(value)


WORDS: dict[str, Word] = {
    each.name: Word(each.name, each.default, **each.metadata) for each in fields(Selection)
}
"""The words of a selection by name, in the order in which help lists them."""


def _documented(words: Iterable[Word], *, given: bool) -> str:
    """The words as entries of a docstring: as they are given, or as they are kept."""
    lines = []
    for word in words:
        kept, taken = _HELD.get(word.name, ("str", "str"))
        if word.several:
            kept, taken = "tuple of str", "str or collection of str"
        lines.append(f"{word.name} : {f'{taken}, optional' if given else kept}")
        listed = f" One of: {', '.join(word.allowed)}." if word.allowed else ""
        if word.built_in:
            listed = f" One of the network's own, or of: {', '.join(word.built_in)}."
        lines += wrap(word.help + listed, 92, initial_indent="    ", subsequent_indent="    ")
    return "\n".join(lines)


def _fill(documented: Any, *, given: bool) -> None:
    """Put the words in the place that the docstring has for them."""
    text = documented.__doc__
    if text is not None:  # `python -OO` leaves docstrings out
        words = _documented(WORDS.values(), given=given)
        documented.__doc__ = cleandoc(text).replace("{words}", words)


_fill(Selection, given=False)


def takes_words(method: Method) -> Method:
    """Make help() and notebooks show the words of a selection in place of `**words`."""
    found = signature(method)
    words = [
        Parameter(name, Parameter.KEYWORD_ONLY, default=..., annotation="Given")
        for name, word in WORDS.items()
    ]
    first = [each for each in found.parameters.values() if each.kind is not Parameter.VAR_KEYWORD]
    _fill(method, given=True)
    method.__signature__ = found.replace(parameters=[*first, *words])  # type: ignore[attr-defined]
    return method


Selection.refined = takes_words(Selection.refined)  # type: ignore[method-assign]
