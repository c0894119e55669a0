"""A folder of proposals: tables to review and load, the paragraphs, and what was rejected.

Beside graphkit's own tables it holds `paragraphs.csv`, the text of the documents; `finds.csv`, the
words on which each row rests; and `rejected.csv`, what a person has rejected, with the checksum of
the document. Loading passes these three over.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graphkit.documents.document import Document, Paragraph
from graphkit.documents.finding.organisation import Find
from graphkit.documents.rows import KEYS, Row
from graphkit.files import write_text
from graphkit.model import TABLES, UsageError
from graphkit.sources.formula_guards import guarded, unguarded
from graphkit.sources.raw import FINDS, PARAGRAPHS, REJECTIONS

OF_PARAGRAPHS = ("source", "locator", "kind", "text")
OF_FINDS = ("table", "row", "source", "locator", "quote", "confidence", "rule")
OF_REJECTIONS = ("sha256", "table", "row")
_MOST_CELL = 2**24


@dataclass(slots=True)
class Folder:
    """What a folder of proposals holds.

    Attributes
    ----------
    rows : dict of (str, str) to Row
        Its rows by table and key, sources among them.
    paragraphs : dict of str to list of Paragraph
        The text of each source.
    rejected : set of (str, str, str)
        Checksum of the document, table and key of what was rejected.
    """

    rows: dict[tuple[str, str], Row] = field(default_factory=dict)
    paragraphs: dict[str, list[Paragraph]] = field(default_factory=dict)
    rejected: set[tuple[str, str, str]] = field(default_factory=set)

    def source(self, key: str) -> Row | None:
        """The row of a source."""
        return self.rows.get(("sources", key))

    def of(self, table: str) -> list[Row]:
        """The rows of a table."""
        return [row for (name, _), row in self.rows.items() if name == table]

    def checksums(self, row: Row) -> set[str]:
        """The checksums of the documents that a row rests on."""
        sources = (self.source(source) for source, _ in row.finds)
        return {each.cells.get("sha256", "") for each in sources if each is not None}

    def text_of(self, source: str, locator: str) -> str:
        """The text at a locator."""
        return " ".join(each.text for each in at_locator(self.paragraphs.get(source, ()), locator))


def at_locator(paragraphs: Iterable[Paragraph], locator: str) -> list[Paragraph]:
    """The paragraph of a locator, or all items or cells below it."""
    return [
        each
        for each in paragraphs
        if each.locator == locator or each.locator.startswith(f"{locator}.")
    ]


def is_folder_of_proposals(path: Path) -> bool:
    """Whether a folder was written by `propose`."""
    return (path / f"{PARAGRAPHS}.csv").is_file()


def read_folder(path: str | Path) -> Folder:
    """Read a folder of proposals. Raises UsageError if it is none, or was damaged."""
    place = Path(path)
    if not is_folder_of_proposals(place):
        raise UsageError(f"{path} does not hold proposals; graphkit propose writes one")
    found = Folder()
    for name in KEYS:
        for cells in _read(place / f"{name}.csv"):
            row = Row(name, {column: text for column, text in cells.items() if text})
            found.rows[name, row.key] = row
    for cells in _read(place / f"{PARAGRAPHS}.csv", OF_PARAGRAPHS):
        each = Paragraph(cells["locator"], cells["kind"], cells["text"])
        found.paragraphs.setdefault(cells["source"], []).append(each)
    for cells in _read(place / f"{FINDS}.csv", OF_FINDS):
        held = found.rows.get((cells["table"], cells["row"]))
        if held is not None:
            find = Find(cells["locator"], cells["quote"], _number(cells), cells["rule"])
            held.finds.append((cells["source"], find))
    for cells in _read(place / f"{REJECTIONS}.csv", OF_REJECTIONS):
        found.rejected.add((cells["sha256"], cells["table"], cells["row"]))
    return found


def _number(cells: Mapping[str, str]) -> float:
    try:
        return float(cells["confidence"])
    except ValueError:
        return 0.0


def _read(path: Path, needed: Sequence[str] = ()) -> list[dict[str, str]]:
    if not path.is_file():
        return []
    csv.field_size_limit(_MOST_CELL)
    try:
        text = path.read_text("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"{path} cannot be read: {error}; write it again with propose") from None
    found = [
        {name: unguarded(value) for name, value in row.items() if name and isinstance(value, str)}
        for row in rows
    ]
    if found and not set(needed) <= found[0].keys():
        raise UsageError(f"{path} lacks a column of {', '.join(needed)}; write it again")
    return found


def write_folder(folder: Folder, path: str | Path) -> list[Path]:
    """Write a folder of proposals; files of tables that have no rows any more are removed."""
    place = Path(path)
    place.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for name in KEYS:
        rows = sorted(folder.of(name), key=lambda row: row.key)
        file = place / f"{name}.csv"
        if not rows and name not in ("organisations", "sources"):
            file.unlink(missing_ok=True)
            continue
        columns = [column.name for column in TABLES[name].columns]
        used = {column for row in rows for column in row.cells}
        needed = {column.name for column in TABLES[name].columns if column.required}
        header = [column for column in columns if column in used | needed]
        header += sorted(used - {*columns})
        written.append(
            _write(file, header, [[row.cells.get(c, "") for c in header] for row in rows])
        )
    paragraphs = [
        (source, each.locator, each.kind, each.text)
        for source in sorted(folder.paragraphs)
        for each in folder.paragraphs[source]
    ]
    written.append(_write(place / f"{PARAGRAPHS}.csv", OF_PARAGRAPHS, paragraphs))
    finds = [
        (row.table, row.key, source, find.locator, find.quote, f"{find.sure:g}", find.rule)
        for row in sorted(folder.rows.values(), key=lambda row: (row.table, row.key))
        for source, find in row.finds
    ]
    written.append(_write(place / f"{FINDS}.csv", OF_FINDS, finds))
    rejected = place / f"{REJECTIONS}.csv"
    if folder.rejected or rejected.exists():
        written.append(_write(rejected, OF_REJECTIONS, sorted(folder.rejected)))
    return written


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> Path:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([guarded(cell) for cell in row])
    write_text(text.getvalue(), path)
    return path


def add_document(folder: Folder, document: Document) -> None:
    """Add the paragraphs of a document."""
    folder.paragraphs[document.id] = list(document.paragraphs)
