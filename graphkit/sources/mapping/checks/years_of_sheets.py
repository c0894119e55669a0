"""Sheets that are named by years, `2019`, `2020` …: each says who was there in its year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from graphkit.sources.formats.sheet import Sheet
from graphkit.sources.mapping.form.sheet_mapping import Shape, SheetMapping
from graphkit.sources.mapping.proposals.proposal import Proposed, title_of_file

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_DATED = {"start", "end", "observed", "group start", "group end"}


def dated_by_sheets(made: Sequence[tuple[Sheet, Proposed]]) -> list[tuple[Sheet, Proposed]]:
    """The proposals, with the year as the date of all rows of a sheet that is named by it.

    Parameters
    ----------
    made : sequence of (Sheet, Proposed)
        The sheets, each with what is proposed for it alone.

    Returns
    -------
    list of (Sheet, Proposed)
        Two sheets or more of a file must differ in name by the year alone, and state no dates. The
        one group of all their rows is then the same.
    """
    names: dict[tuple[str, str], set[str]] = {}
    for sheet, _ in made:
        if year := _year(sheet):
            names.setdefault((sheet.file, _rest(sheet)), set()).add(year)
    return [
        (sheet, _dated(sheet, proposed))
        if _year(sheet) and len(names[sheet.file, _rest(sheet)]) > 1
        else (sheet, proposed)
        for sheet, proposed in made
    ]


def for_this_sheet(mapping: SheetMapping, sheet: Sheet) -> SheetMapping:
    """A mapping that was made for another sheet, with the year of this one."""
    if not mapping.observed or mapping.sheet == sheet.title:
        return mapping
    return replace(mapping, observed=_year(sheet))


def _dated(sheet: Sheet, proposed: Proposed) -> Proposed:
    mapping = proposed.mapping
    if mapping.shape is Shape.ORGANISATIONS and proposed.untied and not _DATED & {*mapping.roles}:
        return _in_one_group(sheet, proposed)
    stated = mapping.shape is Shape.MATRIX and mapping.cells == "dates"
    if mapping.shape in (Shape.ORGANISATIONS, Shape.GROUPS, Shape.SKIP) or stated:
        return proposed
    if _DATED & {*mapping.roles}:
        return proposed
    group = mapping.group
    if group and _YEAR.sub("", group).strip(" -_–,") == _rest(sheet):
        group = _rest(sheet) or title_of_file(sheet.file)
    doubts = tuple(
        replace(doubt, text=doubt.text.replace(repr(mapping.group), repr(group)))
        if mapping.group
        else doubt
        for doubt in proposed.doubts
    )
    dated = replace(mapping, observed=_year(sheet), group=group)
    return replace(proposed, mapping=dated, doubts=doubts)


def _in_one_group(sheet: Sheet, proposed: Proposed) -> Proposed:
    """A list for each year that names no group: of those who were in one in that year."""
    group = _rest(sheet) or title_of_file(sheet.file)
    guess = (
        "sheets are named by years, and nothing says what their rows were in; they are taken for "
        f"members of {group!r} in these years; if they were in nothing, write organisations"
    )
    mapping = replace(
        proposed.mapping, shape=Shape.PAIRS, group=group, observed=_year(sheet), kind=""
    )
    return replace(proposed, mapping=mapping, guess=guess, untied=None)


def _year(sheet: Sheet) -> str:
    found = _YEAR.findall(sheet.title or "")
    return found[0] if len(found) == 1 else ""


def _rest(sheet: Sheet) -> str:
    """The name of a sheet without its year."""
    return _YEAR.sub("", sheet.title or Path(sheet.file).stem).strip(" -_–,")
