"""What is said of rows and cells that state no fact, or only a part of one."""

from __future__ import annotations

from graphkit.sources.mapping.cells.tally import Said

_ALONE = "; the organisation alone is loaded"
NO_GROUP = Said(f"names no group{_ALONE}", f"name no group{_ALONE}")
ITSELF = Said(
    f"names the member itself as its group{_ALONE}",
    "name the member itself as its group; the organisations alone are loaded",
)
NO_MEMBER = Said(
    "names no member; the group alone is loaded", "name no member; the groups alone are loaded"
)
TIED_TO_NOBODY = Said(
    f"names nobody that it is tied to{_ALONE}", f"name nobody that they are tied to{_ALONE}"
)
WEIGHTLESS = Said("states a tie of weight 0", "state ties of weight 0", "was dropped")
TO_ITSELF = Said(
    "relates an organisation to itself", "relate an organisation to itself", "was dropped"
)
OF_GROUPS = Said(
    "ties two groups, which graphkit does not hold",
    "tie two groups, which graphkit does not hold",
    "was left out",
)
NO_ANSWER = Said(
    "says that nobody answered, and counts as blank",
    "say that nobody answered, and count as blank",
    column="answers",
)
ANSWERED_NOTHING = Said(
    "answers nothing about others; the organisation counts as asked",
    "answer nothing about others; the organisations count as asked",
)
NO_MARK = Said("is neither yes nor no", "are neither yes nor no", "was left out")
TIED_IN_NO_WAY = Said("states that there is no tie", "state that there is none", "was dropped")
REPEATED = Said("repeats an earlier one", "repeat an earlier one", "was dropped")
SAYS_NO = Said("says no and states no fact", "say no and state no fact")


def with_another(column: str) -> Said:
    """What is said of the second row of a tie that says something else in a column."""
    what = f"its tie again with another {column}"
    return Said(f"states {what}", f"state {what.replace('its tie', 'their ties')}", "was dropped")
