"""The mappings that are saved in a folder, and which of them has the columns of a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from graphkit.model import UsageError
from graphkit.sources.formats.sheet import Holds, Sheet
from graphkit.sources.mapping.cells.columns import looks
from graphkit.sources.mapping.cells.table_head import (
    REASON,
    Head,
    find_head,
    head_matching,
    unique_names,
)
from graphkit.sources.mapping.form.mapping_file import ENDING, read_mapping
from graphkit.sources.mapping.form.sheet_mapping import SheetMapping
from graphkit.sources.mapping.proposals.doubts import doubts_of_reuse

_MOST_TOLD = 8
_OF_GRAPHS = (str(Holds.NODES), str(Holds.EDGES))


def read_mappings(paths: Sequence[Path]) -> list[tuple[SheetMapping, Path]]:
    """The mappings in files, each with its file."""
    return [(mapping, path) for path in paths for mapping in read_mapping(path)]


def saved_mappings(
    folder: Path, stem: str, sheets: Sequence[Sheet]
) -> tuple[list[tuple[SheetMapping, Path]], list[str]]:
    """The mappings in a folder, that of the file itself first; those of others that are wrong."""
    try:
        paths = sorted(
            folder.glob(f"*{ENDING}"), key=lambda path: (not path.name.startswith(stem), path.name)
        )
    except OSError:
        return [], []
    stems = tuple({stem, *(Path(sheet.file).name.partition(".")[0] for sheet in sheets)})
    found: list[tuple[SheetMapping, Path]] = []
    wrong = []
    for path in paths:
        try:
            found += read_mappings([path])
        except UsageError as error:
            if path.name.startswith(stems):
                raise
            wrong.append(f"a mapping of other files is not used: {error}")
    return found, wrong


def fitting(
    sheet: Sheet, saved: Sequence[SheetMapping], *, named: bool
) -> tuple[Head, SheetMapping] | None:
    """The first mapping whose columns are those of the sheet; best one made for this very sheet.

    named: whether a person named it for this file. Otherwise that of a graph serves its own file
    alone, for the columns of all graphs are called alike.
    """
    rejected = sheet.rows[0][1][-1:] == [REASON]
    if not (named or rejected):
        saved = [m for m in saved if m.sheet not in _OF_GRAPHS or m.file == sheet.file]
    own = sorted(saved, key=lambda m: (m.file != sheet.file, m.sheet != sheet.title))
    for mapping in own:
        if mapping.header_row == 0:
            width = max(len(cells) for _, cells in sheet.rows[:200])
            if mapping.file == sheet.file and unique_names((), width) == mapping.header:
                return Head(mapping.header, 0, (), sheet.rows), mapping
            continue
        head = head_matching(sheet.rows, mapping.header)
        if head is not None:
            return head, mapping
    return None


def fitting_layout(
    sheet: Sheet, laid: Sheet, saved: Sequence[SheetMapping], *, named: bool
) -> tuple[Sheet, tuple[Head, SheetMapping] | None]:
    """The sheet in the layout for which a mapping was made, and that mapping; the sheet as it
    stands where there is none. laid: the sheet, put straight.
    """
    if laid is not sheet:
        own = [m for m in saved if m.as_it_stands and m.file == sheet.file]
        if own and (found := fitting(sheet, own, named=named)) is not None:
            return sheet, found
        straight = [m for m in saved if not m.as_it_stands]
        if straight and (found := fitting(laid, straight, named=named)) is not None:
            return laid, found
    return sheet, fitting(sheet, saved, named=named)


def difference(sheet: Sheet, saved: Sequence[SheetMapping]) -> str:
    """Which columns the file and the part nearest to it do not have in common."""
    names = dict.fromkeys(find_head(sheet.rows).names)
    part = max(saved, key=lambda mapping: len({*mapping.header} & names.keys()), default=None)
    if part is None or not {*part.header} & names.keys():
        return ""
    said = []
    for has, theirs, others in (
        ("the file has", names, {*part.header}),
        ("the mapping has", part.header, names.keys()),
    ):
        if more := [name for name in theirs if name not in others]:
            left = f" and {len(more) - _MOST_TOLD:,} more" if len(more) > _MOST_TOLD else ""
            said.append(f"only {has} {', '.join(more[:_MOST_TOLD])}{left}")
    return f": {'; '.join(said)}" if said else ", which stand in another order"


def said_of_reuse(sheet: Sheet, head: Head, mapping: SheetMapping, source: str) -> list[str]:
    """That a mapping was made for another file, and what this one leaves open."""
    group = f": all rows belong to {mapping.group!r}" if mapping.group else ""
    doubts = doubts_of_reuse(mapping, looks(head.names, head.body))
    return [
        f"{sheet.place}: read by {source}, made for {mapping.file or 'any file'}{group}",
        *(f"in doubt: {doubt.text}; see {source}" for doubt in doubts),
    ]
