"""What a person sees of proposed mappings: the text of the file, the first rows, and lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from graphkit.files import write_text
from graphkit.model import Problem
from graphkit.sources.formats.sheet import Sheet
from graphkit.sources.mapping.cells.columns import sample
from graphkit.sources.mapping.cells.references_to_ids import ids_of_members
from graphkit.sources.mapping.cells.table_head import Head
from graphkit.sources.mapping.checks.offers_of_guesses import offers_of_lacking
from graphkit.sources.mapping.form.doubt import Change, Doubt
from graphkit.sources.mapping.form.mapping_file import ENDING, as_toml
from graphkit.sources.mapping.form.sheet_mapping import AS_IT_STANDS, Shape, SheetMapping, lacking
from graphkit.sources.mapping.proposals.proposal import Proposed
from graphkit.sources.mapping.revision.example_facts import Examples, examples
from graphkit.sources.mapping.revision.revising import as_it_stands, changed
from graphkit.sources.mapping.rows.drafts import Mapped

_SHOWN = 5
_MOST_TOLD = 8
UNTIED = (Shape.ORGANISATIONS, Shape.GROUPS, Shape.SKIP)
"""The shapes of sheets that tie nothing."""


Check = Callable[[Sequence[Mapped]], Sequence[Problem]]
"""Finds what is wrong with mapped sheets."""
_MOST_CHECKED = 10_000
"""Sheets of more rows together are not checked before they are loaded."""

Row = tuple[str, ...]
Read = tuple[Head, Sheet, SheetMapping]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What graphkit proposes for files that it does not know, as a person is asked about it.

    Attributes
    ----------
    path : Path
        Where the mapping is written.
    made : tuple of (Sheet, Proposed)
        The sheets, each with its mapping, how its columns look, and what is in doubt.
    stops : tuple of str
        Why the whole reading may be wrong, so that nobody accepts it unseen; nothing where it need
        not be.
    read : tuple of (Head, Sheet, SheetMapping)
        Other sheets of the same files, of which the mapping is known.
    readings : tuple of (str, tuple of (Sheet, Proposed))
        How else the sheets can be read together, in words, where they do not say it.
    refused : bool
        Whether the person does not want to load it. What they have changed is written all the same.
    without_wrong : bool
        Whether the rows that cannot be read are left out, and written to a file.
    stopped_by : tuple of Problem
        What stopped a load by this very proposal.
    check : callable or None
        Finds what is wrong with sheets of which the mapping is known.
    told : tuple of str
        What was said when the files were opened, such as what of them is not kept.
    """

    path: Path
    made: tuple[tuple[Sheet, Proposed], ...]
    stops: tuple[str, ...] = ()
    read: tuple[Read, ...] = ()
    readings: tuple[tuple[str, tuple[tuple[Sheet, Proposed], ...]], ...] = ()
    refused: bool = False
    without_wrong: bool = False
    stopped_by: tuple[Problem, ...] = ()
    check: Check | None = field(default=None, compare=False)
    told: tuple[str, ...] = field(default=(), compare=False)

    @property
    def text(self) -> str:
        """The mapping, as TOML with remarks."""
        return text_of(self.made)

    @property
    def rows(self) -> tuple[tuple[str, Row, tuple[Row, ...]], ...]:
        """For each sheet its place, the names of its columns and five rows of it."""
        return tuple(rows_of(sheet, proposed) for sheet, proposed in self.made)

    @property
    def lacks(self) -> str:
        """What is missing before it can be loaded: a column of the group; nothing where it can."""
        mappings = [proposed.mapping for _, proposed in self.made]
        for (sheet, _), mapping in zip(self.made, mappings, strict=True):
            if word := lacking(mapping.shape, mapping.roles, bool(mapping.group)):
                return f"{sheet.place}: no column is the {word}"
        if not self.read and all(mapping.shape is Shape.SKIP for mapping in mappings):
            return "every table is left out"
        return ""

    def changed(self, number: int, change: Change) -> Proposal:
        """The proposal with a change of one sheet, and with what follows from the change.

        Parameters
        ----------
        number : int
            Which of the sheets of `made`, from 0.
        change : Change
            What to write in its mapping.

        Returns
        -------
        Proposal
            The proposal, without the doubts that the change answers.

        Raises
        ------
        UsageError
            If a column cannot hold that, or there is no such row.
        """
        sheet, before = self.made[number]
        if dict(change.settings).get("layout") == AS_IT_STANDS:
            sheet, after = as_it_stands(sheet, before)
        else:
            after = changed(sheet, before, change, self._ids_beside(number))
        one, other = before.mapping, after.mapping
        lack, lacked = (lacking(m.shape, m.roles, bool(m.group)) for m in (other, one))
        reread = (one.shape, one.roles, one.group) != (other.shape, other.roles, other.group)
        left = tuple(
            doubt
            for doubt in after.doubts
            if not doubt.offers(change)
            and not (reread and doubt.text in self.stops)
            and not (lacked and doubt.text == f"no column is the {lacked}")
        )
        if lack and (offers := offers_of_lacking(after, lack)):
            left = (Doubt(f"no column is the {lack}", offers), *left)
        made = [*self.made]
        made[number] = (sheet, replace(after, doubts=left))
        if other.shape not in UNTIED:
            made = [(each, _without_doubt_of_ties(proposed)) for each, proposed in made]
        said = {doubt.text for _, proposed in made for doubt in proposed.doubts}
        stops = tuple(stop for stop in self.stops if stop in said)
        return replace(self, made=tuple(made), stops=stops, readings=(), stopped_by=())

    def _ids_beside(self, number: int) -> list[frozenset[str]]:
        """The ids of the organisations of each sheet but one."""
        made = [(each.head, each.mapping) for at, (_, each) in enumerate(self.made) if at != number]
        read = [(head, mapping) for head, _, mapping in self.read]
        return [ids_of_members(*each) for each in (*made, *read)]

    def read_as(self, number: int) -> Proposal:
        """The proposal in another of its readings.

        Parameters
        ----------
        number : int
            Which of `readings`, from 0.

        Returns
        -------
        Proposal
            The proposal, which nothing stops any more.
        """
        made = self.readings[number][1]
        return replace(self, made=made, stops=(), readings=(), stopped_by=())

    def examples(self) -> Examples:
        """What the first rows would say, in sentences.

        Returns
        -------
        Examples
            Up to three sentences, and the first thing that is wrong with these rows.
        """
        return Examples(()) if self.lacks else examples(self._mapped())

    def wrong(self) -> tuple[Problem, ...]:
        """What cannot be read by the mappings.

        Returns
        -------
        tuple of Problem
            The problems. Of sheets with more than 10,000 rows, only those that stopped a load.
        """
        if self.lacks:
            return ()
        sheets = self._mapped()
        if self.check is None or sum(len(sheet.body) for sheet in sheets) > _MOST_CHECKED:
            return self.stopped_by
        return tuple(self.check(sheets))

    def _mapped(self) -> list[Mapped]:
        mine = [(proposed.head, sheet, proposed.mapping) for sheet, proposed in self.made]
        return [as_mapped(*each) for each in (*self.read, *mine)]


def _without_doubt_of_ties(proposed: Proposed) -> Proposed:
    """The proposal where something ties its organisations after all."""
    return replace(
        proposed, doubts=tuple(doubt for doubt in proposed.doubts if doubt != proposed.untied)
    )


def as_mapped(head: Head, sheet: Sheet, mapping: SheetMapping, source: str = "") -> Mapped:
    """A sheet with the mapping by which it is read; source: the id of its file."""
    return Mapped(
        sheet.place,
        replace(mapping, file=sheet.file, sheet=sheet.title),
        head.names,
        head.body,
        source,
        {"nodes": "node", "edges": "edge"}.get(str(sheet.holds), "row"),
        sheet.closed,
        sheet.distinct,
        sheet.workbook,
    )


def as_proposed(sheet: Sheet, proposed: Proposed) -> list[str]:
    """How a file would be read, for those who only check it."""
    mapping = proposed.mapping
    if mapping.shape is Shape.SKIP:
        return []
    plain = ("skip", "attribute", "member attribute", "group attribute")
    told = [
        f"{name} = {role}"
        for name, role in zip(mapping.header, mapping.roles, strict=True)
        if role not in plain
    ]
    shown = ", ".join(told[:_MOST_TOLD]) + (", …" if len(told) > _MOST_TOLD else "")
    lines = [f"{sheet.place}: proposed: {mapping.shape}: {shown}"]
    return lines + [f"in doubt: {doubt.text}" for doubt in proposed.doubts]


def text_of(made: Sequence[tuple[Sheet, Proposed]]) -> str:
    """The text of a mapping file, with samples of each column and what is in doubt."""
    return as_toml(
        [proposed.mapping for _, proposed in made],
        [[sample(look) for look in proposed.looks] for _, proposed in made],
        [doubt.text for _, proposed in made for doubt in proposed.doubts],
    )


def rows_of(sheet: Sheet, proposed: Proposed) -> tuple[str, Row, tuple[Row, ...]]:
    """The place of a sheet, its columns, and the first rows."""
    rows = tuple(tuple(cells) for _, cells in proposed.head.body[:_SHOWN])
    return sheet.place, proposed.head.names, rows


def write_proposed(path: Path, made: Sequence[tuple[Sheet, Proposed]], save: bool) -> Path:
    """Write the proposal; a mapping that a person may have changed is not overwritten."""
    count = 1
    stem = path.name.removesuffix(ENDING)
    while save and path.exists():
        count += 1
        path = path.with_name(f"{stem}-{count}{ENDING}")
    if save:
        write_text(text_of(made), path)
    return path
