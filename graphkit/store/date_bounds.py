"""Whether the DATE bounds that a store holds are those of the dates as stated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from graphkit.model import date_properties, lifetime_properties
from graphkit.model.fact_columns import BOUNDS, LIFETIME

_TEXTS = {"start": "startDate", "end": "endDate", "observed": "observedDate"}
_LIFE = ("founded", "dissolved")
_LONGEST = 60


def wrong_bounds(stated: Mapping[str, object]) -> Iterator[str]:
    """Whether the bounds are those of the dates as stated."""
    texts = [stated.get(name) for name in _TEXTS.values()]
    try:
        expected = date_properties(*(None if x is None else str(x) for x in texts))
    except ValueError as error:
        yield str(error)
        return
    for name in BOUNDS:
        text = _TEXTS[name.removesuffix("From").removesuffix("To")]
        value = stated.get(name)
        if value is not None and type(value) is not date:
            yield f"{name} is not a date"
        elif text in stated and value != expected.get(name):
            yield f"{name} is {short(value)}, which is not what {text} {stated[text]} means"
    life = [None if stated.get(name) is None else str(stated[name]) for name in _LIFE]
    try:
        lived = lifetime_properties(*life)
    except ValueError as error:
        yield str(error)
        return
    for name in LIFETIME:
        text = name.removesuffix("From").removesuffix("To")
        if text in stated and stated.get(name) != lived.get(name):
            value = short(stated.get(name))
            yield f"{name} is {value}, which is not what {text} {stated[text]} means"


def short(value: object) -> str:
    """A value in few words."""
    if value is None:
        return "blank"
    text = value.isoformat() if isinstance(value, date) else str(value)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
