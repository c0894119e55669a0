"""The dates, sources and status of each row.

Blank dates are filled in here. A participation without dates of its own lasts as long as its
collaboration, a signature as its declaration, and the property `datesFrom` says so. With only some
dates of its own, a participation lies within the bounds of its collaboration, and a signature has
the others from its declaration.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import repeat
from typing import Any

from graphkit.model import FOREVER, OPEN, UNKNOWN_END, Value, date_properties, parse_date
from graphkit.sources.checking import Checked

Properties = dict[str, Value]
Dates = tuple[str | None, str | None, str | None]
"""The start, end and observed date of a row, as written; None is blank."""

Reference = tuple[str, str]

STATED = "stated"

_MOST_KEPT = 2**12

_UNDATED: Dates = (None, None, None)
_LEFT: Dates = (None, UNKNOWN_END, None)


def basis(checked: Checked) -> Iterator[Properties]:
    """The status, sources and locators of each row; empty where the table has none of these."""
    if not any(column.name == "status" for column in checked.table.columns):
        yield from repeat({}, len(checked))
        return
    made: dict[tuple[Any, Any], Properties] = {}
    ids: dict[tuple[str, ...], list[str]] = {}
    for key in zip(checked.values("status"), checked.cited(), strict=True):
        claim = made.get(key)
        if claim is None:
            status, sources = key
            claim = {"status": status or STATED}
            if sources:
                named = tuple(source for source, _ in sources)
                claim["sourceIds"] = ids.setdefault(named, list(named))
                claim["locators"] = [locator for _, locator in sources]
            if len(made) >= _MOST_KEPT:  # where each row has a locator of its own
                made.clear()
            made[key] = claim
        yield claim


def own_dates(checked: Checked) -> list[Dates]:
    """The dates that the rows give; a declaration starts when signed and ends when it says so."""
    starts, ends = checked.values("start"), checked.values("end")
    if checked.table.name == "declarations":
        starts, ends = checked.values("signed"), [end or OPEN for end in ends]
    return list(zip(starts, ends, checked.values("observed"), strict=True))


def dates_by_id(checked: Checked | None) -> dict[str, Dates]:
    """The dates of each row of a table with ids, for those that inherit them."""
    if checked is None:
        return {}
    return dict(zip(checked.values("id"), own_dates(checked), strict=True))


def signatures(
    own: Sequence[Dates], declarations: Sequence[Reference | None], dates_of: Mapping[str, Dates]
) -> list[Dates]:
    """The signatures' dates: each holds from the declaration's date until an end, if given."""
    result: list[Dates] = []
    for (start, end, observed), declaration in zip(own, declarations, strict=True):
        signed, ended, _ = dates_of.get(declaration[1], _UNDATED) if declaration else _UNDATED
        result.append((start or signed, end or ended or OPEN, observed))
    return result


def inherited(
    own: Sequence[Dates],
    properties: Sequence[Properties],
    wholes: Sequence[Reference | None],
    dates_of: Mapping[str, Dates],
    whole: str,
) -> list[Properties]:
    """The date properties of facts that last as long as what they are about, unless they say more.

    Parameters
    ----------
    own : sequence of Dates
        The dates of the facts' rows.
    properties : sequence of dict
        The date properties that they have where a row gives any date.
    wholes : sequence of (label, id) or None
        What each is about.
    dates_of : mapping of str to Dates
        The dates of these, by id.
    whole : {"collaboration", "declaration"}
        What these are: the value of `datesFrom`.

    Returns
    -------
    list of dict
        The date properties.
    """
    result = []
    made: dict[tuple[Dates, Dates], Properties] = {}
    for stated, said, reference in zip(own, properties, wholes, strict=True):
        dates = dates_of.get(reference[1], _UNDATED) if reference else _UNDATED
        found = made.get((stated, dates))
        if found is None:
            found = made[stated, dates] = _inherited(stated, said, dates, whole)
        result.append(found)
    return result


def _inherited(stated: Dates, said: Properties, dates: Dates, whole: str) -> Properties:
    """The date properties of one; said: those that it has where its row gives any date."""
    if stated == _UNDATED and (lasting := _lasting(dates, whole)):
        return lasting
    if stated == _LEFT and (lasting := _lasting((dates[0], None, None), whole)):
        return _bounded(lasting, dates)
    return _bounded(said, dates) if whole == "collaboration" else said


@cache
def _lasting(dates: Dates, whole: str) -> Properties:
    """The properties of a fact that lasts as long as its whole; empty if that has no date."""
    found = _span(dates)
    dated = any(found.get(name, FOREVER) != FOREVER for name in ("startFrom", "endTo"))
    return found | {"datesFrom": whole} if dated or "observedFrom" in found else {}


def _bounded(own: Properties, collaboration: Dates) -> Properties:
    """A participation's date properties, with blank dates bounded by the collaboration's.

    Nobody takes part before it starts or after it ends, but when in between is unknown: a blank
    start or end gets the collaboration's bounds, and no date is made up.
    """
    whole = _span(collaboration)
    bounds: Properties = {}
    if "startDate" not in own and "startFrom" in whole:
        bounds["startFrom"] = whole["startFrom"]
    if "endDate" not in own and "endTo" in whole and whole["endTo"] != FOREVER:
        bounds["endTo"] = whole["endTo"]
    # Dates that contradict the collaboration stand as stated, without bounds.
    days = [value for value in (own | bounds).values() if isinstance(value, date)]
    fits = not bounds or (
        min(days) == bounds.get("startFrom", min(days))
        and max(days) == bounds.get("endTo", max(days))
    )
    return own | bounds if fits else own


@cache
def _span(dates: Dates) -> Properties:
    try:
        return {**date_properties(*dates)}
    except ValueError:  # reported where the collaboration stands
        return {}


def dated(checked: Checked, dates: Sequence[Dates]) -> list[Properties]:
    """The date properties of each row; contradictory dates are reported."""
    made: dict[Dates, Properties] = {}
    wrong: dict[Dates, str] = {}
    for key in dict.fromkeys(dates):
        try:
            made[key] = {**date_properties(*key)}
        except ValueError as error:
            made[key] = {}
            wrong[key] = str(error)
    if wrong:
        _report_reversed(checked, dates, wrong)
    return [made[key] for key in dates]


def _report_reversed(checked: Checked, dates: Sequence[Dates], wrong: Mapping[Dates, str]) -> None:
    given = {name: checked.values(name) for name in ("end", "observed", "start", "signed")}
    for index, key in enumerate(dates):
        if key in wrong:
            column = next((name for name, values in given.items() if values[index]), None)
            inherits = checked.table.name == "signatories"
            cure = "correct one of the two"
            if inherits:
                cure += "; a blank start or end is the declaration's"
            checked.report(index, column, wrong[key], cure)


def check_lifetimes(checked: Checked) -> None:
    """Report organisations that were dissolved before they were founded."""
    pairs = zip(checked.values("founded"), checked.values("dissolved"), strict=True)
    for index, (founded, dissolved) in enumerate(pairs):
        if founded and dissolved and parse_date(dissolved).last < parse_date(founded).first:
            what = f"it was dissolved ({dissolved}) before it was founded ({founded})"
            checked.report(index, "dissolved", what, "correct one of the two")
