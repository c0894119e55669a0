"""What mapped sheets state, before it is written as our own tables: entities, facts and places."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graphkit.model import OwnKind
from graphkit.sources.kept_rows import filled
from graphkit.sources.mapping.form.mapped_questions import MappedQuestion
from graphkit.sources.mapping.form.sheet_mapping import SheetMapping
from graphkit.sources.mapping.rows.entities import Entities, Entity, Places
from graphkit.sources.mapping.rows.read_rows import ReadRows
from graphkit.sources.mapping.rows.stated_facts import StatedFacts
from graphkit.sources.raw import Row


@dataclass(frozen=True, slots=True)
class Mapped:
    """A sheet with the mapping by which it is read: its place, header and the rows below it.

    closed: whether its rows may name nobody but those whom other sheets state. distinct: whether
    every row is a node that no other row may share its id with. workbook: whether the rows are
    those of a workbook.
    """

    place: str
    mapping: SheetMapping
    header: tuple[str, ...]
    body: Sequence[Row]
    source: str
    locator: str = "row"
    closed: bool = False
    distinct: bool = False
    workbook: bool = False

    def __post_init__(self) -> None:
        """Give every row of the body a cell for each column."""
        object.__setattr__(self, "body", filled(self.body, len(self.header)))


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the survey that asked it, and the sheet that says so."""

    question: MappedQuestion
    survey: Entity
    sheet: Mapped


class Origins:
    """For each number that `at` may have, the number of the sheet and that of the row."""

    def __init__(self) -> None:
        self._sheets = array("i")
        self._rows = array("q")

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, at: int) -> tuple[int, int]:
        return self._sheets[at], self._rows[at]

    def add(self, sheet: int, row: int) -> int:
        """The number of one more place."""
        self._sheets.append(sheet)
        self._rows.append(row)
        return len(self._rows) - 1


@dataclass(slots=True)
class Drafts:
    """All that the rows state.

    columns: for each column of our tables, what the file calls it, by sheet. skipped: the names and
    ids of what the mappings leave out, each with the file in which alone it holds, or "".
    scopes: the table in which alone ids hold, by the number of the sheet and the subject.
    own_kinds: those that the mappings declare, by id. store_kinds: the ids of those of the store.
    asked: the questions of surveys, by id. read: what became of the rows, by the number of the
    sheet. also: the second place of a fact that two rows state, by its ends and the first.
    short_names: the names of those that have a short one, as the function of that name says.
    shared_names: the names of several organisations, as they are compared.
    """

    entities: Entities = field(default_factory=Entities)
    places: Places = field(default_factory=Places)
    facts: StatedFacts = field(init=False)
    origins: Origins = field(default_factory=Origins)
    columns: list[dict[tuple[str, str], str]] = field(default_factory=list)
    skipped: set[tuple[str, str]] = field(default_factory=set)
    scopes: Mapping[tuple[int, str], str] = field(default_factory=dict)
    own_kinds: dict[str, OwnKind] = field(default_factory=dict)
    store_kinds: frozenset[str] = frozenset()
    asked: dict[str, Asked] = field(default_factory=dict)
    also: dict[tuple[int, int, int], int] = field(default_factory=dict)
    short_names: Mapping[tuple[str, str], str] = field(default_factory=dict)
    read: dict[int, ReadRows] = field(default_factory=dict)
    shared_names: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self.facts = StatedFacts(self.entities)
