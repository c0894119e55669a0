"""What every row claims besides its own matter: its dates, its sources and its status.

Dates that a row leaves blank are inherited here: a signature's from its declaration, a
participation's from its collaboration.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from graphkit.model import OPEN, Value, date_properties, parse_date
from graphkit.sources.checking import Checked

Properties = dict[str, Value]
Dates = tuple[str | None, str | None, str | None]
"""The start, end and observed date of a row, as written; None is blank."""

STATED = "stated"


def basis(checked: Checked) -> list[Properties]:
    """The status, sources and locators of each row; empty where the table has none of these."""
    if not any(column.name == "status" for column in checked.table.columns):
        return [{}] * len(checked)
    made: dict[tuple[Any, Any], Properties] = {}
    result = []
    for key in zip(checked.values("status"), checked.values("source"), strict=True):
        if key not in made:
            status, sources = key
            made[key] = {"status": status or STATED}
            if sources:
                made[key]["sourceIds"] = [source for source, _ in sources]
                made[key]["locators"] = [locator for _, locator in sources]
        result.append(made[key])
    return result


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


def signature(own: Dates, declaration: Dates) -> Dates:
    """A signature holds from the declaration's date, until an end is given."""
    start, end, observed = own
    return start or declaration[0], end or declaration[1] or OPEN, observed


def participation(own: Dates, collaboration: Dates) -> Dates:
    """What is blank is the collaboration's, unless that contradicts what is given."""
    start, end, observed = own
    whole_start, whole_end, _ = collaboration
    for candidate in (
        (start or whole_start, end or whole_end, observed),
        (start or whole_start, end, observed),
        (start, end or whole_end, observed),
    ):
        if _contradiction(candidate) is None:
            return candidate
    return own


def _contradiction(dates: Dates) -> str | None:
    try:
        date_properties(*dates)
    except ValueError as error:
        return str(error)
    return None


def inherited(
    checked: Checked,
    wholes: Sequence[tuple[str, str] | None],
    dates_of: Mapping[str, Dates],
    inherit: Callable[[Dates, Dates], Dates],
) -> list[Dates]:
    """The rows' dates, completed by those of the declaration or collaboration that each names."""
    made: dict[tuple[Dates, Dates], Dates] = {}
    result = []
    for own, whole in zip(own_dates(checked), wholes, strict=True):
        key = (own, dates_of.get(whole[1], (None, None, None)) if whole else (None, None, None))
        if key not in made:
            made[key] = inherit(*key)
        result.append(made[key])
    return result


def dated(checked: Checked, dates: Sequence[Dates]) -> list[dict[str, str | date]]:
    """The date properties of each row; reversed dates are reported."""
    made: dict[Dates, dict[str, str | date]] = {}
    wrong: dict[Dates, str] = {}
    for key in dict.fromkeys(dates):
        try:
            made[key] = date_properties(*key)
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
