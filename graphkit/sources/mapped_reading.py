"""From sheets with their mappings to a `Dataset`, in rounds.

Rows that are wrong stop the reading. Where a person wants them left out, the others are read again
without them, for what they state may name what only these did.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from graphkit.model import Dataset, InvalidData, Node, Problem
from graphkit.model.progress import Progress
from graphkit.sources.assembly import assemble
from graphkit.sources.known_organisations import KnownOrganisations
from graphkit.sources.mapping.cells.tally import Tally
from graphkit.sources.mapping.checks.ends_without_rows import without_rows
from graphkit.sources.mapping.checks.lost_cells import lost_cells, texts_of
from graphkit.sources.mapping.chosen import Chosen
from graphkit.sources.mapping.revision.shown_proposals import as_mapped
from graphkit.sources.mapping.rows.applying import apply
from graphkit.sources.mapping.rows.blanked_cells import BlankedCells
from graphkit.sources.mapping.rows.drafted_tables import let_go, tables_of
from graphkit.sources.mapping.rows.drafts import Drafts, Mapped
from graphkit.sources.mapping.rows.identities import give_ids, of_ids_alone
from graphkit.sources.mapping.rows.kept_columns import kept_columns, used_columns
from graphkit.sources.mapping.rows.placed_problems import (
    as_in_graphs,
    located,
    placed_in_file,
    rows_of,
)
from graphkit.sources.mapping.rows.rows_read import RowsRead, rows_read, said_of_rows
from graphkit.sources.names_of_data import name_of
from graphkit.sources.raw import RawTable, Reading, in_order
from graphkit.sources.rejected_rows import write_rejected
from graphkit.sources.source_ids import source_ids
from graphkit.sources.unpacking import Given, is_rejected

_MOST_ROUNDS = 20
_SKIP = "`on_error` skip loads the other rows, and writes these to a file to correct"


@dataclass(frozen=True, slots=True)
class FilesRead:
    """What files state, and what a person should know of how they were read.

    Attributes
    ----------
    dataset : Dataset
        What they state.
    remarks : tuple of str
        What was put right, left out or counted, one line each.
    written : tuple of Path
        The files that were written: mappings and rejected rows.
    part : bool
        Whether the files hold rejected rows alone: a part of a data set whose other rows have been
        loaded before.
    rows : mapping of str to str
        The file and row of each organisation with an official number, by its id.
    read : tuple of RowsRead
        What became of the rows of each sheet.
    """

    dataset: Dataset
    remarks: tuple[str, ...] = ()
    written: tuple[Path, ...] = ()
    part: bool = False
    rows: Mapping[str, str] = field(default_factory=dict)
    read: tuple[RowsRead, ...] = ()


@dataclass(frozen=True, slots=True)
class DataWanted:
    """What is wanted of the data set: its name, the rest as for `read_files`."""

    name: str
    strict: bool = False
    people: bool = False
    known: Sequence[Node] = ()


def made_of(
    chosen: Chosen,
    given: dict[str, Given],
    wanted: DataWanted,
    *,
    skip: bool,
    save: bool,
    keep: bool,
    progress: Progress | None,
) -> FilesRead:
    """What mapped sheets state.

    Parameters
    ----------
    chosen : Chosen
        The sheets.
    given : dict of str to Given
        The files that they are from, by name.
    wanted : DataWanted
        What is wanted of the data set.
    skip : bool
        Whether to leave out rows that are wrong.
    save : bool
        Whether to write those rows to a file.
    keep : bool
        Whether the rows are still needed where some are wrong; otherwise they are let go.
    progress : callable or None
        Takes what is being done, how much of it is done, and the total.

    Returns
    -------
    FilesRead
        The data set, and remarks.

    Raises
    ------
    InvalidData
        If rows are wrong, and not left out.
    """
    sheets, sources = _mapped(chosen, given)
    if not any(sheet.body for sheet in sheets):
        what, cure = "holds the names of columns and no rows", "give a file with rows"
        raise InvalidData([Problem(sheets[0].place, None, None, what, cure)])
    used = [used_columns(sheet) for sheet in sheets]
    without: set[tuple[int, int]] = set()
    rejected: dict[tuple[int, int], str] = {}
    lost: list[str] = []
    alone = ""
    unnamed = without_rows(sheets)
    blanked = BlankedCells(sheets)
    for _ in range(_MOST_ROUNDS):
        remarks: list[str] = []
        numbered: dict[str, str] = {}
        tally = Tally(strict=wanted.strict)
        drafts = apply(sheets, tally, without, progress)
        texts = texts_of(sheets, drafts, tally)
        read = rows_read(sheets, drafts)
        if not (skip or keep or blanked.wanted):  # nobody needs the rows again
            chosen.sheets.clear()
            sheets = [replace(sheet, body=()) for sheet in sheets]
        problems = list(tally.problems)
        facts: Dataset | None = None
        if not problems or skip:
            organisations = KnownOrganisations(wanted.known, wanted.name)
            give_ids(drafts, wanted.name, organisations)
            tables = tables_of(drafts, sheets, sources, sheets[0].place)
            lost = lost_cells(sheets, texts, tables)
            alone = of_ids_alone(drafts)
            facts, more = _assembled(
                drafts, sheets, tables, wanted, organisations, remarks, numbered, progress, skip
            )
            problems += more
        if facts is not None and not problems:
            break
        sheets, problems = blanked.without(sheets, problems)
        if not problems:
            continue
        rows = rows_of(problems, sheets)
        if not skip or not rows - without:
            cure = "" if skip or any(each.row is None for each in problems) else _SKIP
            raise _invalid(problems, sheets, chosen, cure)
        for problem in problems:
            for key in rows_of([problem], sheets):
                rejected.setdefault(key, f"{problem.what}; {problem.cure}")
        without |= rows
    else:
        raise _invalid(problems, sheets, chosen)
    assert facts is not None
    blanked.tell(tally)
    lines = tally.lines({sheet.place: sheet.locator for sheet in sheets})
    lines += filter(None, [alone])
    remarks[:0] = [
        *chosen.remarks,
        *lines,
        *kept_columns(sheets, used, facts),
        *unnamed,
        *lost,
        *filter(None, map(said_of_rows, read)),
    ]
    if all(node.label == "Source" for node in facts.nodes):
        what, cure = "names no organisation", "say in a mapping which column does"
        raise InvalidData([Problem(sheets[0].place, None, None, what, cure)])
    written = list(chosen.written)
    if rejected:
        remarks.append(_counted(len(rejected), save))
        if save:
            folders = {name: each.beside for name, each in given.items()}
            files = write_rejected(sheets, rejected, folders, drafts)
            written += [*files, *chosen.keep()]
            name = wanted.name
            remarks += [line for file in files if (line := _how_to_load(file, name, chosen.place))]
    part = all(map(is_rejected, given))
    return FilesRead(
        facts, tuple(remarks), tuple(dict.fromkeys(written)), part, numbered, tuple(read)
    )


def wrong_in(sheets: Sequence[Mapped], wanted: DataWanted) -> list[Problem]:
    """What would be wrong with mapped sheets, whatever rows were left out for it.

    Parameters
    ----------
    sheets : sequence of Mapped
        The sheets.
    wanted : DataWanted
        What is wanted of the data set.

    Returns
    -------
    list of Problem
        The problems, in the order of files and rows, each once.
    """
    found: dict[Problem, None] = {}
    without: set[tuple[int, int]] = set()
    blanked = BlankedCells(sheets)
    for _ in range(_MOST_ROUNDS):
        tally = Tally(strict=wanted.strict)
        drafts = apply(sheets, tally, without)
        organisations = KnownOrganisations(wanted.known, wanted.name)
        give_ids(drafts, wanted.name, organisations)
        tables = tables_of(drafts, sheets, {}, sheets[0].place)
        _, more = _assembled(drafts, sheets, tables, wanted, organisations, [], {}, None)
        sheets, problems = blanked.without(sheets, [*tally.problems, *more])
        found |= dict.fromkeys(problems)
        rows = rows_of(problems, sheets) - without
        without |= rows
        if not rows and not blanked.changed:
            break
    return in_order(as_in_graphs([*found], sheets))


def _invalid(
    problems: Sequence[Problem], sheets: Sequence[Mapped], chosen: Chosen, cure: str = ""
) -> InvalidData:
    """The error of rows that are wrong, with how the file was read."""
    remarks = [*chosen.remarks, *(f"wrote {path}" for path in chosen.written)]
    return InvalidData(in_order(as_in_graphs(problems, sheets)), remarks, cure)


def _counted(count: int, saved: bool) -> str:
    rows = f"{count:,} {'row was' if count == 1 else 'rows were'}"
    return f"{rows} rejected, with the reasons" if saved else f"{rows} wrong and left out"


def _how_to_load(rejected: Path, dataset: str, mapping: Path | None) -> str:
    """The settings that rejected rows need once they are corrected, where any do."""
    needed = [f"`dataset` {dataset}"] if name_of(rejected) != dataset else []
    if mapping is not None and mapping.parent != rejected.parent:
        needed.append(f"`mapping` {mapping}")
    return f"{rejected.name}: correct it, and load it with {' and '.join(needed)}" if needed else ""


def _mapped(chosen: Chosen, given: dict[str, Given]) -> tuple[list[Mapped], dict[str, str]]:
    sheets: list[Mapped] = []
    ids = source_ids(list(dict.fromkeys(sheet.file for _, sheet, _ in chosen.sheets)))
    sources: dict[str, str] = {}
    for head, sheet, mapping in chosen.sheets:
        source = ids[sheet.file]
        if sheet.file in given and source not in sources:
            sources[source] = _checksum(given[sheet.file].path)
        sheets.append(as_mapped(head, sheet, mapping, source))
    return sheets, sources


def _checksum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _assembled(
    drafts: Drafts,
    sheets: Sequence[Mapped],
    tables: tuple[RawTable, ...],
    wanted: DataWanted,
    organisations: KnownOrganisations,
    remarks: list[str],
    numbered: dict[str, str],
    progress: Progress | None,
    keep: bool = False,
) -> tuple[Dataset | None, list[Problem]]:
    reading = Reading(sheets[0].place, tables, ())
    try:
        made = assemble(
            reading, wanted.name, people=wanted.people, known=organisations, remark=remarks.append,
            located=lambda each: as_in_graphs([placed_in_file(each, drafts, sheets)], sheets)[0],
            rows=numbered, progress=progress,
            were_read=lambda: let_go(drafts, tables, all_of_them=not keep),
        )  # fmt: skip
    except InvalidData as error:
        return None, located(error.problems, drafts, sheets)
    return made, []
