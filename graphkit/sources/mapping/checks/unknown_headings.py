"""Ask what headings above rows are whose words do not say it, where nothing else ties the rows."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, Shape, SheetMapping
from graphkit.sources.mapping.layouts.headings import HEADING
from graphkit.sources.mapping.proposals.guessed_groups import in_groups
from graphkit.sources.raw import Row


def of_headings(
    mapping: SheetMapping, columns: Sequence[Look], body: Sequence[Row]
) -> tuple[str, SheetMapping] | None:
    """What to look at, and the mapping in which headings are groups; None where there are none, or
    the rows belong to something else.
    """
    if mapping.shape is not Shape.ORGANISATIONS or HEADING not in mapping.header:
        return None
    at = mapping.header.index(HEADING)
    if not mapping.roles[at].endswith(ATTRIBUTE):
        return None
    shown = ", ".join(dict.fromkeys(columns[at].texts[:200]))
    said = (
        f"the headings of rows, or the names of sheets ({shown[:60]}), may be groups, and nothing "
        'says whether they are; if not, write "member attribute" or another role for Heading'
    )
    return said, in_groups(mapping, at, columns, body)
