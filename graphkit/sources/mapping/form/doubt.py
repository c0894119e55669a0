"""A doubt about a proposed mapping, and the changes of the mapping that it offers.

The text of a doubt stands in the mapping file and in remarks, where a person changes the mapping by
hand. On a terminal the same changes are offered by number.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graphkit.sources.mapping.form.sheet_mapping import SheetMapping

ASKED = "…"
"""The value of a setting that only a person knows, such as the name of a group."""
BLANK_IF_WRONG = "blank_if_wrong "
"""How a setting begins that says whether what cannot be read in a column counts as blank."""
NO_FACT = "no_fact "
"""How a setting begins that says by which cells of a column rows state no fact."""
GROUP_OF_ROW = "group_of_row"
"""The setting that lists words for groups, of which each row has its own."""
NAMES = "names"
"""The setting that lists what names organisations, though it seems to be blank or a person."""
_CURES = ("; if ", "; write ", ". If ")
_KEPT = (
    "shape", "layer", "group", "otherwise", "told_apart_by", "kind", "group_kind", "tie_kind",
    "cells", "directed", "ids_of_rows", "same_name",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """What to write in a mapping instead of what stands there.

    Attributes
    ----------
    said : str
        What is so where the change is right: "Network names the groups".
    settings : tuple of (str, str)
        Settings of the mapping, by name. `header_row` is a number, `own_ids` and `directed` are
        `yes` or nothing, `split NAME` is what separates the values of a column, and
        `blank_if_wrong NAME` is `yes` where its cells count as blank if they cannot be read.
        `no_fact NAME` lists the cells by which rows state no fact, with tabs between them, and
        `group_of_row` the words that name a group of each row's own; `names` likewise lists what
        names organisations, though it seems to be blank or a person.
    roles : tuple of (str, str)
        The roles of columns, by the names of these.

    Examples
    --------
    >>> Change.to("Network names the groups", {"Network": "group"}, shape="pairs").roles
    (('Network', 'group'),)
    """

    said: str = ""
    settings: tuple[tuple[str, str], ...] = ()
    roles: tuple[tuple[str, str], ...] = ()

    @classmethod
    def to(cls, said: str, roles: Mapping[str, str] | None = None, /, **settings: str) -> Change:
        """The change to these roles and settings.

        Parameters
        ----------
        said : str
            What is so where the change is right.
        roles : mapping of str to str, optional
            The roles of columns, by the names of these.
        **settings : str
            Settings of the mapping.

        Returns
        -------
        Change
            The change.
        """
        return cls(said, tuple(settings.items()), tuple((roles or {}).items()))

    @classmethod
    def back_to(cls, said: str, mapping: SheetMapping) -> Change:
        """The change to all that another mapping of the same columns says.

        Parameters
        ----------
        said : str
            What is so where the change is right.
        mapping : SheetMapping
            The other mapping.

        Returns
        -------
        Change
            The change.
        """
        settings = {name: getattr(mapping, name) for name in _KEPT}
        settings[GROUP_OF_ROW] = "\t".join(mapping.group_of_row)
        settings[NAMES] = "\t".join(mapping.names)
        settings["directed"] = "yes" if mapping.directed else ""
        settings |= {f"split {name}": mapping.split.get(name, "") for name in mapping.header}
        roles = zip(mapping.header, mapping.roles, strict=True)
        return cls(said, tuple((name, str(value)) for name, value in settings.items()), (*roles,))

    @property
    def asks(self) -> str:
        """The setting whose value a person has to give; nothing where none has."""
        return next((name for name, value in self.settings if value == ASKED), "")

    def answered(self, text: str) -> Change:
        """The change with what a person gave in the place of what it asks.

        Parameters
        ----------
        text : str
            What they gave.

        Returns
        -------
        Change
            The change, which asks for nothing.
        """
        settings = ((name, text if value == ASKED else value) for name, value in self.settings)
        return Change(self.said, (*settings,), self.roles)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that a file leaves open.

    Attributes
    ----------
    text : str
        What is in doubt, and what to write instead.
    changes : tuple of Change
        What can be written instead, where that is certain.
    """

    text: str
    changes: tuple[Change, ...] = ()

    def offers(self, change: Change) -> bool:
        """Whether it offers this change, whatever a person has answered in it."""
        return any(each.said == change.said and each.said for each in self.changes)

    @property
    def said(self) -> str:
        """What is in doubt, without what to write: the changes that are offered say that.

        >>> Doubt("all rows are members; if not, write others", (Change("no members"),)).said
        'all rows are members'
        """
        return self.alone if self.changes else self.text

    @property
    def alone(self) -> str:
        """What is in doubt, without what to write."""
        ends = [at for cure in _CURES if (at := self.text.find(cure)) > 0]
        return self.text[: min(ends)] if ends else self.text
