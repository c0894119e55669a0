"""Parameters of queries as people write them: `name=value`, with a type where one is needed.

A stored query declares the types of its parameters; in free Cypher a value is a text unless it
begins with a type: `int:5`, `float:0.5`, `bool:true`, `date:2014-11-07`, `json:["a", "b"]`. Such a
beginning is read for stored queries as well; `string:` says that what follows is a text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from graphkit.model import StoreError, UsageError
from graphkit.model.bounded_json import LEVELS, NestedTooDeeply, parse_json
from graphkit.model.wording import meant

_QUOTED = re.compile(
    r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|//[^\n]*|/\*.*?\*/""", re.DOTALL
)
_TERMINATING = re.compile(r"\bTERMINATE\s+TRANSACTIONS?\b", re.IGNORECASE)
_QUOTE = 80
_LONGEST = 1e9
"""The most seconds that a time limit can have: waiting takes no more."""

REFUSED_WRITE = (
    "this statement writes or calls something unknown, and a query may only read; `write` lets a "
    "statement change the store"
)
"""What every store says of a statement that may not write, and would."""

Value = object
"""What a query takes: a text, a number, a truth value, a date, or lists and dicts of these."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a stored query asks for.

    Attributes
    ----------
    name : str
        Its name in the statement.
    type : str
        One of string, int, float, bool, date, list and json.
    required : bool
        Whether it must be given.
    default : object
        The value when it is not given and not required.
    meaning : str
        What it stands for.
    """

    name: str
    type: str
    required: bool
    default: Value
    meaning: str


def read_value(text: str, type: str) -> Value:
    """The value that a text means as a type of `TYPES`; ValueError tells the form that is wanted.

    >>> read_value("2014-11-07", "date")
    datetime.date(2014, 11, 7)
    """
    read, form = TYPES[type]
    try:
        return read(text)
    except NestedTooDeeply:
        raise ValueError(f"{_excerpt(text)} is nested too deeply; use fewer levels") from None
    except (ValueError, KeyError):
        raise ValueError(f"{_excerpt(text)} is not {form}") from None


def read_pairs(
    pairs: Iterable[str], declared: Mapping[str, Parameter] | None = None
) -> dict[str, Value]:
    """The values of `name=value` texts; with `declared`, of these types and complete.

    Raises UsageError for a pair of another form, a value that is not of its type, and with
    `declared` for a name that is not among them (naming the nearest) and one that is missing.
    """
    given: dict[str, Value] = {}
    for pair in pairs:
        name, equals, text = pair.partition("=")
        name = name.strip()
        if not equals or not name:
            raise UsageError(f"{pair!r} is not a parameter; write it as name=value")
        if name in given:
            raise UsageError(f"parameter {name} is given twice; give it once")
        if declared is not None and name not in declared:
            raise UsageError(_unknown(name, declared))
        try:
            given[name] = _read(text, "string" if declared is None else declared[name].type)
        except ValueError as error:
            raise UsageError(f"parameter {name}: {error}") from None
    for parameter in (declared or {}).values():
        if parameter.name not in given:
            if parameter.required:
                raise UsageError(
                    f"parameter {parameter.name} is missing ({parameter.meaning}); "
                    f"give {parameter.name}=VALUE"
                )
            given[parameter.name] = parameter.default
    return given


def check_values(parameters: Mapping[str, object]) -> dict[str, object]:
    """The parameters of a query; UsageError names one that no store can hold."""
    for name, value in parameters.items():
        if isinstance(value, str) and not _is_text(value):
            raise UsageError(f"parameter {name}: this is not UTF-8 text")
        if not _is_plain(value):
            raise UsageError(
                f"parameter {name}: a {type(value).__name__} is not a value for a query; "
                "use texts, whole numbers of 64 bits, numbers, dates, or lists and dicts of these, "
                f"no more than {LEVELS} in each other"
            )
    return dict(parameters)


def check_limits(limit: int | None, timeout: float | None) -> None:
    """UsageError for a limit of rows or of seconds that means nothing."""
    if limit is not None and limit < 0:
        raise UsageError(f"a limit of {limit} rows is not possible; give 0 or more")
    if timeout is not None and not 0 < timeout <= _LONGEST:
        raise UsageError(
            f"a time limit of {timeout:g} s is not possible; give more than 0, at most {_LONGEST:g}"
        )


def check_statement(text: str, *, write: bool) -> None:
    """Raise UsageError for a statement that is not text, and StoreError for one that ends other
    transactions, unless `write`.

    The servers themselves count the ending of transactions as reading.
    """
    if not _is_text(text):
        raise UsageError("the query is not UTF-8 text")
    if not write and _TERMINATING.search(_QUOTED.sub(" ", text)):
        raise StoreError(
            "this statement ends transactions; a query only reads unless writing is allowed"
        )


def _excerpt(text: str) -> str:
    """The text as an error quotes it, or its beginning."""
    return repr(text if len(text) <= _QUOTE else f"{text[:_QUOTE]}…")


def _is_plain(value: object, levels: int = LEVELS) -> bool:
    if isinstance(value, int):
        return -(2**63) <= value < 2**63
    if isinstance(value, list | tuple):
        return levels > 0 and all(_is_plain(item, levels - 1) for item in value)
    if isinstance(value, dict):
        return levels > 0 and all(
            type(key) is str and _is_plain(item, levels - 1) for key, item in value.items()
        )
    if isinstance(value, str):
        return _is_text(value)
    # A date with a time is a date to Python, and not to every store.
    return value is None or (isinstance(value, float | date) and not isinstance(value, datetime))


def _is_text(value: str) -> bool:
    if value.isascii():
        return True
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _read(text: str, type: str) -> Value:
    prefix, colon, rest = text.partition(":")
    if colon and prefix in TYPES:
        return read_value(rest, prefix)
    return read_value(text, type)


def _unknown(name: str, declared: Mapping[str, Parameter]) -> str:
    return f"there is no parameter {name}; {meant(name, declared)}"


def _bool(text: str) -> bool:
    return {"true": True, "false": False}[text.strip().lower()]


def _list(text: str) -> list[object]:
    """A JSON list, or texts separated by `|` as in the tables."""
    if text.lstrip().startswith("["):
        value: list[object] = parse_json(text)
        return value
    return [item.strip() for item in text.split("|") if item.strip()]


TYPES: dict[str, tuple[Callable[[str], Value], str]] = {
    "string": (str, "a text"),
    "int": (int, "a whole number"),
    "float": (float, "a number"),
    "bool": (_bool, "true or false"),
    "date": (lambda text: date.fromisoformat(text.strip()), "a day of the form 2014-11-07"),
    "list": (_list, "a list of the form a|b or a JSON list"),
    "json": (parse_json, "JSON"),
}
"""The types of parameters: how a text is read, and the form in words."""
