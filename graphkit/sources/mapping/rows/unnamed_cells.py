"""Keep what rows say of a member or a group that they do not name, with the other that they name.

A row of a project that nobody has joined may hold the country of a partner all the same. Nothing
that a file states is lost, so it becomes a further column of the project.
"""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.model.own_columns import PREFIX
from graphkit.sources.mapping.cells.tally import Said, Tally
from graphkit.sources.mapping.rows.drafts import Mapped
from graphkit.sources.mapping.rows.entities import Entity
from graphkit.sources.mapping.rows.fact_cells import FactCells
from graphkit.sources.mapping.rows.further_columns import Further, names_of_all
from graphkit.sources.mapping.rows.subjects import Subject

_CALLED = {"a": "first organisation", "b": "second organisation"}


class UnnamedCells:
    """Keeps such cells of one sheet, and counts them by column."""

    def __init__(self, sheet: Mapped, further: Further, facts: FactCells, tally: Tally) -> None:
        self._sheet = sheet
        self._further = further
        self._facts = facts
        self._tally = tally
        self._names = names_of_all(sheet.mapping)

    def keep(
        self,
        unnamed: Subject,
        named: Sequence[Entity],
        subject: Subject,
        cells: Sequence[str],
        row: int,
    ) -> None:
        """Keep the cells of a subject that the row does not name.

        Parameters
        ----------
        unnamed : Subject
            The subject that the row does not name.
        named : sequence of Entity
            Those that it names, with which the cells are kept.
        subject : Subject
            The subject that these are.
        cells : sequence of str
            The cells.
        row : int
            The number of the row.
        """
        if unnamed.skipped or unnamed.told or not named:
            return
        held = unnamed.without_name(cells)
        if not held:
            return
        plain = self._further.of(unnamed.word, cells, row)
        kept = {self._names[at]: plain.get(self._names[at], text) for at, text in held.items()}
        for each in named:
            subject.said.keep(each, kept, row)
        without = f"without a {_CALLED.get(unnamed.word, unnamed.word)}"
        beside = _CALLED.get(subject.word, subject.word)
        for at, text in held.items():
            where = f"in {{}} {without}"
            said = Said(
                f"stands {where.format('a row')}",
                f"stand {where.format('rows')}",
                f"was kept with the {beside}",
                self._sheet.header[at],
            )
            self._tally.remark(self._sheet.place, row, text, said)

    def keep_facts(
        self, named: Sequence[Entity], subject: Subject, cells: Sequence[str], row: int
    ) -> None:
        """Keep what a row says of a fact that it does not state, since it names one side only.

        Parameters
        ----------
        named : sequence of Entity
            Those that it names.
        subject : Subject
            The subject that these are.
        cells : sequence of str
            The cells.
        row : int
            The number of the row.
        """
        own = self._facts.of(cells, row) or {}
        further = self._further.of("", cells, row)
        for each in named:
            for word, value in own.items():
                if word in ("start", "end") and each.layer in ("declaration", "collaboration"):
                    subject.said.set(each, word, value, row)
                else:
                    further.setdefault(PREFIX + word, value)
            subject.said.keep(each, further, row)

    def keep_all(
        self,
        unnamed: Subject,
        named: Sequence[Entity],
        subject: Subject,
        cells: Sequence[str],
        row: int,
    ) -> None:
        """Keep all that a row says with the side that it names, and count the row.

        Parameters
        ----------
        unnamed : Subject
            The subject that the row does not name, as the mapping allows.
        named : sequence of Entity
            Those that it names.
        subject : Subject
            The subject that these are.
        cells : sequence of str
            The cells.
        row : int
            The number of the row.
        """
        noun = _CALLED.get(unnamed.word, unnamed.word)
        rest = f"no {noun}, and states no fact"
        said = Said(f"names {rest}", f"name {rest.replace('states', 'state')}")
        self._tally.remark(self._sheet.place, row, "", said)
        self.keep_facts(named, subject, cells, row)
        self.keep(unnamed, named, subject, cells, row)
