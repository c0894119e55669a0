"""Ways to lay out a table that are put straight before its columns are read, each in a module."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.sources.formats.sheet import Sheet
from graphkit.sources.mapping.cells.dates_in_parts import with_whole_dates
from graphkit.sources.mapping.layouts.continued_rows import with_whole_records
from graphkit.sources.mapping.layouts.dates_beside_marks import with_dates_beside
from graphkit.sources.mapping.layouts.headed_lists import as_members
from graphkit.sources.mapping.layouts.headings import under_headings
from graphkit.sources.mapping.layouts.laid_out import Laid
from graphkit.sources.mapping.layouts.levels_in_columns import with_wholes
from graphkit.sources.mapping.layouts.long_panels import as_long_periods
from graphkit.sources.mapping.layouts.panels import as_periods
from graphkit.sources.mapping.layouts.sheets_alike import with_names_of_sheets
from graphkit.sources.mapping.layouts.square_without_names import with_names_of_rows
from graphkit.sources.mapping.layouts.stacked_blocks import stacked
from graphkit.sources.mapping.layouts.years_in_columns import with_periods

_LAYOUTS = (
    under_headings,
    with_whole_records,
    with_whole_dates,
    as_long_periods,
    as_periods,
    with_periods,
    with_dates_beside,
    stacked,
    as_members,
    with_names_of_rows,
    with_wholes,
)


def as_tables(sheet: Sheet) -> Laid:
    """The sheet with a row for each fact, what was done, and what is in doubt; itself where nothing
    is to do.
    """
    laid = Laid(sheet)
    for straight in _LAYOUTS:
        found = straight(laid.sheet)
        if isinstance(found, Laid):
            laid = laid.then(found)
        elif found[1]:
            laid = laid.then(Laid(found[0], (found[1],)))
    return laid


def put_straight(sheets: Sequence[Sheet]) -> list[Laid]:
    """Sheets that are read together, each with a row for each fact; itself where nothing is to do.

    Parameters
    ----------
    sheets : sequence of Sheet
        The sheets.

    Returns
    -------
    list of Laid
        The sheets, in the same order.
    """
    return [laid.then(as_tables(laid.sheet)) for laid in with_names_of_sheets(sheets)]
