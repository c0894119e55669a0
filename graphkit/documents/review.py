"""Decide on proposed rows: accept, change or reject them, or say that a name is another one's.

An accepted row is stated, or inferred. What it names is accepted with it. When an organisation is
rejected, so are the rows that name it. What is rejected is kept with the checksum of its document.
"""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.documents.folder import Folder
from graphkit.documents.rows import KEYS, Row
from graphkit.model import STATUSES, TABLES, UsageError

ORDER = (
    "organisations",
    "collaborations",
    "declarations",
    "places",
    "memberships",
    "signatories",
    "participants",
    "figures",
    "relations",
    "people",
)
_IDENTIFIED = ("organisations", "places", "declarations", "collaborations")


class Review:
    """The rows of a folder that nobody has decided on, in order.

    Parameters
    ----------
    folder : Folder
        The folder, which decisions change.
    """

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.accepted = self.rejected = self.joined = 0

    def waiting(self) -> list[Row]:
        """The rows to decide on: what is named before what is said of it."""
        rows = [row for row in self.folder.rows.values() if row.is_proposed]
        return sorted(rows, key=lambda row: (ORDER.index(row.table), row.key))

    def accept(self, row: Row, status: str = "stated") -> None:
        """Accept a row, and what it names. status: `stated` or `inferred`."""
        if status not in STATUSES[:2]:
            raise UsageError(f"a row is accepted as {' or '.join(STATUSES[:2])}, not {status}")
        if row.is_proposed:
            row.cells["status"] = status
            self.accepted += 1
        for key in row.refers():
            named = self.folder.rows.get(key)
            if named is not None and named.is_proposed:
                self.accept(named)

    def reject(self, row: Row) -> None:
        """Reject a row, and the rows that name it."""
        key = row.table, row.key
        if self.folder.rows.pop(key, None) is None:
            return
        self.rejected += 1
        self.folder.rejected |= {(each, *key) for each in self.folder.checksums(row) if each}
        if row.table not in _IDENTIFIED:
            return
        for other in list(self.folder.rows.values()):
            if key not in other.refers():
                continue
            required = [
                column.name
                for column in TABLES[other.table].columns
                if column.required and row.table in column.refers
            ]
            if any(other.cells.get(name) == row.cells["id"] for name in required):
                self.reject(other)
            else:
                self._replace(other, row.table, row.cells["id"], "")

    def change(self, row: Row, column: str, value: str) -> None:
        """Change a cell of a row."""
        known = [each.name for each in TABLES[row.table].columns]
        if column not in known or column in ("id", "status", "source"):
            names = ", ".join(each for each in known if each not in ("id", "status", "source"))
            raise UsageError(f"a row of {row.table} has no cell {column} to change; use {names}")
        required = any(each.name == column and each.required for each in TABLES[row.table].columns)
        if required and not value.strip():
            raise UsageError(f"a row of {row.table} needs its {column}; give one")
        old = row.table, row.key
        if value.strip():
            row.cells[column] = value.strip()
        else:
            row.cells.pop(column, None)
        del self.folder.rows[old]
        self.folder.rows[row.table, row.key] = row

    def same(self, row: Row, other: str) -> None:
        """Say that the organisation of a row is another, named by its id.

        The other one need not be in the folder: it may be one of the store.
        """
        if row.table != "organisations":
            raise UsageError("only an organisation can be the same as another")
        if not other or any(each.isspace() or each == "|" for each in other):
            raise UsageError(
                "an id has one letter or more, and no space or |; give that of another"
            )
        old = row.cells["id"]
        if other == old:
            raise UsageError(f"{other} is this organisation itself; name another id")
        del self.folder.rows[row.table, row.key]
        stays = self.folder.rows.get(("organisations", other))
        if stays is None:
            row.cells["id"] = other
            row.cells["status"] = "stated"
            self.folder.rows["organisations", other] = row
            self.accepted += 1
        else:
            names = [*stays.cells.get("aliases", "").split("|"), row.cells["name"]]
            names += row.cells.get("aliases", "").split("|")
            said = dict.fromkeys(each for each in names if each and each != stays.cells["name"])
            stays.cells["aliases"] = "|".join(said)
            cited = [*stays.cells.get("source", "").split("|"), *row.cells["source"].split("|")]
            stays.cells["source"] = "|".join(dict.fromkeys(filter(None, cited)))
            stays.finds += [each for each in row.finds if each not in stays.finds]
        self.joined += 1
        for each in list(self.folder.rows.values()):
            if ("organisations", old) in each.refers():
                self._replace(each, "organisations", old, other)

    def accept_all(self, least: float) -> None:
        """Accept every row whose rule is at least so sure."""
        for row in self.waiting():
            if row.sure >= least:
                self.accept(row)

    def _replace(self, row: Row, table: str, old: str, new: str) -> None:
        """Name another row in the place of one; the row goes if it then ties one to itself."""
        key = row.table, row.key
        for column in TABLES[row.table].columns:
            if table in column.refers and column.name in row.cells:
                said = [new if each == old else each for each in row.cells[column.name].split("|")]
                row.cells[column.name] = "|".join(dict.fromkeys(filter(None, said)))
                if not row.cells[column.name]:
                    del row.cells[column.name]
        self.folder.rows.pop(key, None)
        ends = [row.cells.get(name, "") for name in KEYS[row.table][:2]]
        if row.table == "memberships" and ends[0] == ends[1]:
            return
        held = self.folder.rows.setdefault((row.table, row.key), row)
        if held is not row:
            held.finds += [each for each in row.finds if each not in held.finds]


def shown(folder: Folder, row: Row) -> Sequence[str]:
    """A row as lines for a person: its cells, and the words on which it rests in context."""
    lines = [f"{row.table}: {row.key}"]
    for name, value in row.cells.items():
        if name not in ("status", "source"):
            lines.append(f"  {name:<14} {value}")
    for source, find in row.finds[:3]:
        text = folder.text_of(source, find.locator)
        lines.append(f"  {source}:{find.locator} ({find.rule}, {find.sure:g})")
        lines.append(f"    {in_context(text, find.quote)}")
    if len(row.finds) > 3:
        lines.append(f"  and {len(row.finds) - 3} more")
    return lines


_AROUND = 90


def in_context(text: str, quote: str) -> str:
    """The words of a quotation, marked, with what stands around them.

    >>> in_context("It was signed by Acme.", "signed by Acme")
    'It was [signed by Acme].'
    """
    at = text.find(quote)
    if at < 0:
        return f"[{quote}]"
    end = at + len(quote)
    before = ("… " if at > _AROUND else "") + text[max(0, at - _AROUND) : at].lstrip()
    after = text[end : end + _AROUND].rstrip() if end + _AROUND < len(text) else text[end:]
    return f"{before}[{quote}]{after}{' …' if end + _AROUND < len(text) else ''}"
