"""What a person has asked of a mapping so far, whatever the order in which they said it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graphkit.sources.mapping.form.doubt import Change
from graphkit.sources.mapping.form.sheet_mapping import (
    ATTRIBUTE,
    SKIP,
    Shape,
    is_further,
    is_role,
)

SEVERAL = ("group column", "member column", SKIP, ATTRIBUTE)
"""What any number of columns may hold."""
SHAPES = (
    Shape.PAIRS, Shape.TIES, Shape.MATRIX, Shape.SQUARE, Shape.ORGANISATIONS, Shape.GROUPS,
    Shape.SURVEY,
)  # fmt: skip
"""The shapes that say something, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The roles of columns and the settings that a person wants.

    Attributes
    ----------
    roles : mapping of str to str
        The roles, by the names of columns.
    settings : mapping of str to str
        The settings, by name, as in `Change`.
    """

    roles: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, str] = field(default_factory=dict)

    def and_then(self, change: Change) -> Asked:
        """All of it, without what the change says otherwise.

        Parameters
        ----------
        change : Change
            What the person wants now.

        Returns
        -------
        Asked
            What was asked before stays where it can be so beside the change.

        Examples
        --------
        >>> asked = Asked({"A": "group"}).and_then(Change.to("", {"B": "group", "C": "skip"}))
        >>> asked.roles
        {'B': 'group', 'C': 'skip'}
        """
        new, wanted = dict(change.settings), dict(change.roles)
        alone = {role for role in wanted.values() if not role.endswith(SEVERAL)}
        roles = {
            name: role
            for name, role in self.roles.items()
            if name not in wanted and role not in alone
        }
        settings = dict(self.settings)
        if "layer" in new:  # with it the groups are of another kind
            settings.pop("group_kind", None)
        if new.get("group"):  # then no column names them
            roles = {name: role for name, role in roles.items() if not _of_group(role)}
        elif any(role in ("group", "group id") for role in wanted.values()):
            settings.pop("group", None)
        shape = Shape(settings.get("shape", Shape.SKIP))
        if "shape" in new:
            only = Shape(new["shape"])
            roles = {name: r for name, r in roles.items() if is_free(r) or is_role(r, only)}
        elif wanted and (shape is Shape.SKIP or not _fit(wanted.values(), shape)):
            settings.pop("shape", None)
        for name in [*roles]:  # the oldest first
            both = (*roles.values(), *wanted.values())
            if any(_fit(both, each) for each in SHAPES):
                break
            del roles[name]
        return Asked({**roles, **wanted}, {**settings, **new})


def is_free(role: str) -> bool:
    """Whether sheets of every shape have this role, or one like it: a further column.

    >>> is_free("member attribute"), is_free("x_topic"), is_free("start")
    (True, True, False)
    """
    return role == SKIP or role.endswith(ATTRIBUTE) or is_further(role.split()[-1], Shape.PAIRS)


def _of_group(role: str) -> bool:
    return role.partition(" ")[0] == "group" and role != "group column"


def _fit(roles: Iterable[str], shape: Shape) -> bool:
    return all(is_free(role) or is_role(role, shape) for role in roles)
