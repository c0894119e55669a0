"""Write the rows that were rejected, with the reasons, so that they can be corrected and loaded."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from graphkit.files import write_text
from graphkit.sources.formula_guards import guarded
from graphkit.sources.mapping.cells.readable_ids import slug
from graphkit.sources.mapping.cells.table_head import REASON
from graphkit.sources.mapping.rows.drafts import Drafts, Mapped
from graphkit.sources.mapping.rows.entities import SPACES
from graphkit.sources.unpacking import REJECTED, stem_of


def write_rejected(
    sheets: Sequence[Mapped],
    rejected: Mapping[tuple[int, int], str],
    folders: Mapping[str, Path],
    drafts: Drafts,
) -> list[Path]:
    """Write one CSV file for each sheet that has rejected rows.

    Parameters
    ----------
    sheets : sequence of Mapped
        The sheets.
    rejected : mapping of (int, int) to str
        The reason for each row, by the number of the sheet and that of the row.
    folders : mapping of str to Path
        The folder to write to, by the name of the file.
    drafts : Drafts
        What the other rows state. Edges name their nodes by name, because the ids of nodes hold
        within their file alone.

    Returns
    -------
    list of Path
        The files. Their columns are those of the sheet, and the reason at the end; loaded again, a
        file is read by the mapping of the sheet. A file of other rows, which a person may have
        corrected, is not overwritten: the new one gets a number.
    """
    written: list[Path] = []
    numbers = sorted({number for number, _ in rejected})
    for number in numbers:
        sheet = sheets[number]
        file = sheet.mapping.file
        several = len({s.place for s in sheets if s.mapping.file == file}) > 1
        part = f".{slug(sheet.mapping.sheet)}" if several and sheet.mapping.sheet else ""
        folder = folders.get(file, Path.cwd())
        width = len(sheet.header)
        text = io.StringIO(newline="")
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow([*sheet.header, REASON])
        for row, cells in sheet.body:
            if (number, row) in rejected:
                padded = [*cells, *[""] * (width - len(cells))][:width]
                for at in _ends(sheet):
                    padded[at] = _name(padded[at], sheet, drafts)
                writer.writerow(map(guarded, [*padded, rejected[number, row]]))
        path = _free(folder, f"{stem_of(Path(file).name)}{part}", text.getvalue())
        write_text(text.getvalue(), path)
        written.append(path)
    return written


def _ends(sheet: Mapped) -> list[int]:
    """The columns in which an edge has the ids of its nodes."""
    if sheet.locator != "edge" or sheet.mapping.own_ids:
        return []
    return [at for at, role in enumerate(sheet.mapping.roles) if role.endswith(" id")]


def _name(text: str, sheet: Mapped, drafts: Drafts) -> str:
    scope = sheet.mapping.file or ""
    known = (drafts.entities.known(space, text, scope) for space in SPACES)
    node = next(filter(None, known), None)
    return text if node is None else node.name


def _free(folder: Path, stem: str, text: str) -> Path:
    """The first path that is free, or that holds this text already."""
    count, path = 1, folder / f"{stem}{REJECTED}"
    while path.exists() and path.read_bytes() != text.encode():
        count += 1
        path = folder / f"{stem}-{count}{REJECTED}"
    return path
