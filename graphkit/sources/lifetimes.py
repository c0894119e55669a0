"""Compare facts with the lifetimes of their organisations, and remark on what lies outside.

These are remarks, not problems: an association often works for years before it is registered, and
tables have the date of the register. Such a fact counts only as long as its organisations existed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from graphkit.model import OPEN, UNKNOWN_END, PartialDate, Problem, parse_date
from graphkit.sources.checking import Checked
from graphkit.sources.fact_metadata import dates_by_id
from graphkit.sources.make_facts import ENDS
from graphkit.sources.references import Reference

_SHOWN = 5
_WHOLES = {"participants": "collaborations", "signatories": "declarations"}
_SAID = {"start": "it starts", "end": "it ends", "observed": "it was observed"}
_CURE = "correct the wrong date; if both are right, it counts while the organisation existed"

Life = tuple[str, PartialDate | None, PartialDate | None]
"""The name of an organisation, and when it was founded and dissolved."""


def lifetime_remarks(
    tables: Mapping[str, Checked], located: Callable[[Problem], Problem] | None = None
) -> list[str]:
    """The first facts that certainly lie outside the lifetime of an organisation, and how many.

    located: gives the place in a file that a row was made from.
    """
    remarks = _outside(tables)
    found = [str(located(each) if located else each) for each in remarks]
    if len(found) > _SHOWN:
        more = f"{len(found) - _SHOWN} more rows have dates outside the lifetime of an organisation"
        return [*found[:_SHOWN], more]
    return found


def _outside(tables: Mapping[str, Checked]) -> Iterator[Problem]:
    """One remark for each row with a date that is certainly outside a lifetime."""
    lives = _lives(tables.get("organisations"))
    if not lives:
        return
    organisations = tables["organisations"]
    seen = zip(organisations.values("id"), organisations.values("observed"), strict=True)
    for index, (key, observed) in enumerate(seen):
        if what := _apart("observed", observed, lives.get(key)):
            yield _remark(organisations, index, "observed", what)
    for name, ends in ENDS.items():
        if (checked := tables.get(name)) is not None and name != "people":
            yield from _rows_outside(checked, ends, lives, tables.get(_WHOLES.get(name, "")))


def _lives(organisations: Checked | None) -> dict[str, Life]:
    """The lifetimes that are known, by id."""
    if organisations is None:
        return {}
    columns = (organisations.values(name) for name in ("id", "name", "founded", "dissolved"))
    return {
        key: (name or key, *(None if text is None else _day(text) for text in life))
        for key, name, *life in zip(*columns, strict=True)
        if key is not None and any(life)
    }


def _rows_outside(
    checked: Checked, ends: tuple[str, str], lives: Mapping[str, Life], wholes: Checked | None
) -> Iterator[Problem]:
    held = dates_by_id(wholes)
    columns = {name: checked.values(name) for name in _SAID}
    for index, pair in enumerate(zip(*(checked.values(each) for each in ends), strict=True)):
        of_both = [lives[key] for key in _organisations(pair) if key in lives]
        if not of_both:
            continue
        own = {name: values[index] for name, values in columns.items()}
        if not any(own.values()):
            whole = pair[1]
            dates = held.get(whole[1], ()) if whole else ()
            own = dict(zip(("end", "start"), (dates[1], dates[0]), strict=True)) if dates else {}
        for column, text in own.items():
            what = next(filter(None, (_apart(column, text, life) for life in of_both)), "")
            if what and (columns[column][index] or _misses(column, text, of_both)):
                yield _remark(checked, index, column, what)
                break


def _organisations(pair: tuple[Reference | None, ...]) -> Iterator[str]:
    for reference in pair:
        if reference is not None and reference[0] == "Organisation":
            yield reference[1]


def _apart(column: str, text: str | None, life: Life | None) -> str:
    """Why a date is certainly outside a lifetime; "" where it is not."""
    if text in (None, OPEN, UNKNOWN_END) or life is None:
        return ""
    day, (name, founded, dissolved) = _day(str(text)), life
    if founded is not None and day.last < founded.first:
        return f"{_SAID[column]} ({text}) before {name} was founded ({founded.text})"
    if dissolved is not None and day.first > dissolved.last:
        return f"{_SAID[column]} ({text}) after {name} was dissolved ({dissolved.text})"
    return ""


def _misses(column: str, text: str | None, lives: list[Life]) -> bool:
    """Whether inherited dates miss a lifetime as a whole: they end before it, or start after it."""
    day = _day(str(text))
    return any(
        (column == "end" and founded is not None and day.last < founded.first)
        or (column == "start" and dissolved is not None and day.first > dissolved.last)
        for _, founded, dissolved in lives
    )


def _remark(checked: Checked, index: int, column: str, what: str) -> Problem:
    return Problem(checked.place, checked.numbers[index], column, what, _CURE)


@cache
def _day(text: str) -> PartialDate:
    return parse_date(text)
