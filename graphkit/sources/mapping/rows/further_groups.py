"""The groups that columns beside a matrix name for each of its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from graphkit.sources.mapping.cells.kinds_of_groups import group_kind_in
from graphkit.sources.mapping.cells.listed_names import names_in
from graphkit.sources.mapping.form.lenient import is_blank
from graphkit.sources.mapping.form.sheet_mapping import FURTHER_GROUP
from graphkit.sources.mapping.rows.drafts import Mapped
from graphkit.sources.mapping.rows.entities import Entity
from graphkit.sources.mapping.rows.subjects import Subject


class FurtherGroups:
    """Reads the columns of a sheet that name further groups, which have members.

    subject: makes the reader of groups of a sheet.
    """

    def __init__(self, sheet: Mapped, subject: Callable[[Mapped], Subject]) -> None:
        self._read: list[tuple[int, str, Subject]] = []
        for at in sheet.mapping.columns(FURTHER_GROUP):
            name = sheet.header[at]
            mapping = replace(
                sheet.mapping, layer="membership", group_kind=group_kind_in("membership", name)
            )
            reader = subject(replace(sheet, mapping=mapping))
            self._read.append((at, sheet.mapping.split.get(name, ""), reader))

    def of(self, cells: Sequence[str], at: int) -> Iterator[Entity]:
        """The groups that a row names."""
        for column, mark, reader in self._read:
            for part in names_in(cells[column].strip(), mark):
                if not is_blank(part):
                    yield reader.made(part, at)
