"""Collaborations and declarations that a document names, and nouns that stand for one of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from graphkit.documents.finding.organisation import Find, Organisation
from graphkit.sources.mapping.cells.readable_ids import slug


@dataclass(eq=False, slots=True)
class Collaboration:
    """A project, event or programme that a document names."""

    title: str
    kind: str
    finds: list[Find] = field(default_factory=list)
    cells: dict[str, tuple[str, Find]] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Its id."""
        return slug(self.title)

    def tell(self, column: str, value: str, find: Find) -> None:
        """Add what is said of it, unless more was said before."""
        if value and column not in self.cells:
            self.cells[column] = value, find


@dataclass(eq=False, slots=True)
class Declaration:
    """A declaration or agreement that was signed."""

    title: str
    kind: str
    signed: str = ""
    town: str = ""
    finds: list[Find] = field(default_factory=list)
    signatories: list[Signature] = field(default_factory=list)
    hosts: list[Organisation] = field(default_factory=list)
    concerns: Organisation | None = None
    placed: Find | None = None
    """The words that name its town."""

    def place_at(self, town: str, find: Find) -> None:
        """Add the town where it was signed, unless one is known."""
        if town and not self.town:
            self.town, self.placed = town, find


@dataclass(eq=False, slots=True)
class Signature:
    """An organisation that signed."""

    organisation: Organisation
    find: Find
    represented_by: Organisation | None = None
    role: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """An organisation, named or meant by a noun such as "the cluster", that has members."""

    organisation: Organisation


Target = Group | Collaboration | Declaration


@dataclass(frozen=True, slots=True)
class Spot:
    """What a passage names or means from token `first` to before `last`."""

    first: int
    last: int
    what: Organisation | Collaboration | None
    sort: str
    """`organisation`, `group`, `project`, `event` or `declaration`."""
    generic: bool = False
    """Whether a noun stands for it, and no name."""
