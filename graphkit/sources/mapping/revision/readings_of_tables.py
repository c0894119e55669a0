"""Both ways to read two tables of which nothing says which one holds the groups of the other."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.sources.mapping.proposals.proposal import Made
from graphkit.sources.mapping.proposals.related_tables import names_rows, related


def readings(made: Sequence[Made], found: Sequence[Made]) -> list[tuple[str, list[Made]]]:
    """How two tables can be read of which it cannot be told which holds groups, in words.

    Parameters
    ----------
    made, found : sequence of (Sheet, Proposed)
        The sheets, as `related` takes and gives them.

    Returns
    -------
    list of (str, list of (Sheet, Proposed))
        Both ways; none where all is clear.
    """
    open_ones = [n for n, (_, proposed) in enumerate(found) if proposed.unclear]
    tables = [n for n in open_ones if names_rows(*made[n])]
    if len(tables) != 2 or len({found[n][1].unclear for n in open_ones}) > 1:
        return []
    return [
        (
            f"{found[member][0].place} lists organisations, and {found[group][0].place} groups",
            related(made, {member: "member", group: "membership"}),
        )
        for member, group in (tables, tables[::-1])
    ]
