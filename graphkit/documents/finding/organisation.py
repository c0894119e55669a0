"""An organisation that a document names, with what was found about it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Find:
    """The words on which a proposal rests.

    Attributes
    ----------
    locator : str
        The paragraph in which they stand.
    quote : str
        The words.
    sure : float
        How sure the rule is, from 0 to 1.
    rule : str
        The rule that found them.
    """

    locator: str
    quote: str
    sure: float
    rule: str


@dataclass(eq=False, slots=True)
class Organisation:
    """An organisation that a document names.

    Attributes
    ----------
    id, name, kind : str
        As a table states them.
    known : bool
        Whether it was known before.
    aliases : dict of str to Find
        Other names that the document introduces.
    finds : list of Find
        Where it is named.
    cells : dict of str to (str, Find)
        What else is said of it: place, website, founded, part_of.
    """

    id: str
    name: str
    kind: str
    known: bool = False
    doubtful: bool = False
    """Whether a name that is here taken as its own is that of another known one as well."""
    head: str = ""
    keys: tuple[str, ...] = ()
    """Names under which it is looked for, beside name and aliases."""
    aliases: dict[str, Find] = field(default_factory=dict)
    finds: list[Find] = field(default_factory=list)
    cells: dict[str, tuple[str, Find]] = field(default_factory=dict)

    @property
    def is_group(self) -> bool:
        """Whether it is of a kind that others are members of."""
        return self.kind in GROUPS

    def tell(self, column: str, value: str, find: Find) -> None:
        """Add what is said of it, unless more was said before."""
        if value and column not in self.cells:
            self.cells[column] = value, find


GROUPS = ("Cluster", "ClusterInitiative", "WorkingGroup", "Association")
"""Kinds of organisations that have members."""


@dataclass(frozen=True, slots=True)
class Mention:
    """An organisation named in a passage, from token `first` to before `last`."""

    first: int
    last: int
    organisation: Organisation
    is_doubtful: bool = False
    """Whether others have the same name."""

    @property
    def sure(self) -> float:
        """How sure it is that this organisation is meant."""
        return DOUBTFUL if self.is_doubtful else 0.9


DOUBTFUL = 0.5
"""How sure at most is what rests on a name that several have."""
