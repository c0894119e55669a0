"""`read_files`: any files to one `Dataset`: our own tables strictly, all else through mappings.

    files -> unpacked -> sheets -> recognised, or by a mapping that was saved, or by a proposal
          -> entities and facts -> our own tables -> the checks that all data pass -> Dataset

What a mapping leaves out or puts right is counted and told. Nothing is loaded by a proposal that
nobody has accepted.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from graphkit.model import Dataset, InvalidData, Node, Problem, UsageError
from graphkit.model.progress import Progress
from graphkit.paused_gc import collector_at_rest
from graphkit.sources.assembly import assemble
from graphkit.sources.encodings import named_encoding
from graphkit.sources.footnote_marks import without_footnote_marks
from graphkit.sources.formats import Sheet, Wanted, format_of
from graphkit.sources.known_organisations import KnownOrganisations
from graphkit.sources.mapping.cells.tally import Tally
from graphkit.sources.mapping.cells.written_lists import with_plain_lists
from graphkit.sources.mapping.checks.ends_without_rows import without_rows
from graphkit.sources.mapping.checks.lost_cells import lost_cells, texts_of
from graphkit.sources.mapping.chosen import Chosen, choose
from graphkit.sources.mapping.layouts.broken_names import with_whole_names
from graphkit.sources.mapping.revision.shown_proposals import Proposal, as_mapped
from graphkit.sources.mapping.rows.applying import apply
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
from graphkit.sources.names_of_data import beside_of, check_name, name_of
from graphkit.sources.own_tables import own_reading
from graphkit.sources.problem_texts import Fault
from graphkit.sources.raw import RawTable, Reading, ReadingOptions, in_order, printable
from graphkit.sources.rejected_rows import write_rejected
from graphkit.sources.source_ids import source_ids
from graphkit.sources.unpacking import Given, is_rejected, not_read, shown_path, unpacked

Confirm = Callable[[Proposal], bool | Proposal]
"""Shows a proposal to a person, and says whether they accept it; or gives the one that they want,
made with `Proposal.changed`.
"""

ON_ERROR = ("stop", "skip")
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
    """

    dataset: Dataset
    remarks: tuple[str, ...] = ()
    written: tuple[Path, ...] = ()
    part: bool = False
    rows: Mapping[str, str] = field(default_factory=dict)


def read_files(
    paths: Sequence[str | Path],
    *,
    dataset: str | None = None,
    people: bool = False,
    proposed: bool = False,
    mapping: str | Path | None = None,
    yes: bool = False,
    confirm: Confirm | None = None,
    save: bool = True,
    strict: bool = False,
    on_error: str = "stop",
    encoding: str | None = None,
    visible: bool = False,
    known: Sequence[Node] = (),
    progress: Progress | None = None,
) -> FilesRead:
    """Read any files of organisations and what ties them.

    Parameters
    ----------
    paths : sequence of str or Path
        Our own tables (a folder or a workbook), or any files of a format in
        `graphkit.sources.formats.FORMATS`; `-` is standard input.
    dataset : str, optional
        The name of the data set; by default that of the first file.
    people : bool, default False
        Whether the data set includes people, who are read from our own tables only.
    proposed : bool, default False
        Whether the data set includes rows of our own tables with the status `proposed`.
    mapping : str or Path, optional
        A mapping; by default one beside the files is used, or proposed.
    yes : bool, default False
        Whether to accept what is proposed.
    confirm : callable, optional
        Shows a `Proposal` to a person. It returns True where they accept it, False where they do
        not, or the proposal that they want instead, which `Proposal.changed` gives.
    save : bool, default True
        Whether to write a proposed mapping, and rejected rows, beside the files.
    strict : bool, default False
        Whether to refuse what would be put right.
    on_error : {"stop", "skip"}
        What to do with rows that are wrong: load nothing, or load the others and write the rows to
        a file.
    encoding : str, optional
        The encoding of text files, such as `cp1250`; by default it is detected.
    visible : bool, default False
        Whether to leave out the sheets and rows that a workbook hides.
    known : sequence of Node, optional
        The organisations of a store, to which the files may refer by id, official identifier or
        name.
    progress : callable, optional
        Takes what is being done, how much of it is done, and the total.

    Returns
    -------
    FilesRead
        The data set and remarks.

    Raises
    ------
    UsageError
        If a setting is wrong, or a mapping was proposed and nobody has accepted it.
    InvalidData
        If anything is wrong with the files. `problems` lists everything.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder) / "forum-members.csv"
    ...     _ = file.write_text("Organisation,Since\\nAcme,2014\\nBest,2015\\n")
    ...     found = read_files([file], yes=True)
    >>> found.dataset.name, [node.name for node in found.dataset.nodes][:3]
    ('forum-members', ['Acme', 'Best', 'Forum members'])
    """
    if not paths:
        raise UsageError("no file is named; give one or more")
    if on_error not in ON_ERROR:
        raise UsageError(f"`on_error` {on_error} is not known; use stop or skip")
    check_name(dataset)
    codec = None if encoding is None else named_encoding(encoding)
    options = ReadingOptions(codec, visible, progress)
    places = [Path(path) for path in paths]
    with collector_at_rest():
        named = dataset or name_of(places[0])

        def of_own(paths: Sequence[Path]) -> FilesRead | None:
            """What our own tables state, or None when these are other files."""
            if mapping is not None or (own := own_reading(paths, options)) is None:
                return None
            remarks = [*own.remarks]
            rows: dict[str, str] = {}
            made = assemble(
                own, named, people=people, proposed=proposed, known=known,
                remark=remarks.append, rows=rows, progress=progress,
            )  # fmt: skip
            return FilesRead(made, tuple(remarks), rows=rows)

        if (found := of_own(places)) is not None:
            return found
        passed_over: list[str] = []
        with unpacked(places, passed_over) as files:
            inside = [each.path for each in files]
            if inside != places and (found := of_own(inside)) is not None:
                return found
            wanted = Wanted(codec, visible, progress)
            saved = None if mapping is None else Path(mapping)
            beside = beside_of(places[0])
            chosen = choose(
                sheets_of(files, wanted, shown_path(places[0])), saved, beside,
                yes=yes, confirm=confirm, save=save,
            )  # fmt: skip
            chosen.remarks[:0] = [*not_read(passed_over), *wanted.remarks]
            given = {each.name: each for each in files}
            return _made(
                chosen, given, named, strict=strict, skip=on_error == "skip", save=save,
                people=people, known=known, progress=progress,
            )  # fmt: skip


def sheets_of(files: Sequence[Given], options: Wanted, origin: str) -> list[Sheet]:
    """The sheets of files in any format; InvalidData lists what cannot be read."""
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    for file in files:
        try:
            if not file.path.stat().st_size:
                raise Fault("is empty", "give a file with a table or a graph")
            form = format_of(file.path)
            if form is None:
                raise Fault(
                    "is of a format that graphkit does not read", f"give {_formats_known()}"
                )
            told = len(options.remarks)
            found = [replace(sheet, file=file.name) for sheet in form.read(file.path, options)]
            of_path = printable(file.path.name)
            options.remarks[told:] = [
                line.replace(of_path, file.name, 1) if line.startswith(of_path) else line
                for line in options.remarks[told:]
            ]
            for at, sheet in enumerate(found):
                for mended in (with_plain_lists, without_footnote_marks, with_whole_names):
                    found[at], said = mended(found[at])
                    if said:
                        options.remarks.append(f"{sheet.place}: {said}")
            if not any(sheet.rows for sheet in found):
                raise Fault("holds no rows", "give a file with a table or a graph")
            sheets += [sheet for sheet in found if sheet.rows]
        except Fault as fault:
            problems.append(Problem(file.name, None, None, fault.what, fault.cure))
        except MemoryError:
            problems.append(Problem(file.name, None, None, "does not fit into memory", "split it"))
        except Exception as error:  # a damaged file raises all kinds of errors
            reason = printable(" ".join(str(error).split())) or type(error).__name__
            what = f"cannot be read: {reason[:200]}"
            problems.append(
                Problem(file.name, None, None, what, "save it again in the program that wrote it")
            )
    if not files and not problems:
        what = "contains no file that graphkit reads"
        problems.append(Problem(origin, None, None, what, f"give {_formats_known()}"))
    if problems:
        raise InvalidData(in_order(problems))
    return sheets


def _formats_known() -> str:
    from graphkit.sources.formats import endings

    return f"a file that ends in {', '.join(endings())}"


def _made(
    chosen: Chosen,
    given: dict[str, Given],
    name: str,
    *,
    strict: bool,
    skip: bool,
    save: bool,
    people: bool,
    known: Sequence[Node],
    progress: Progress | None,
) -> FilesRead:
    sheets, sources = _mapped(chosen, given)
    if not any(sheet.body for sheet in sheets):
        what, cure = "holds the names of columns and no rows", "give a file with rows"
        raise InvalidData([Problem(sheets[0].place, None, None, what, cure)])
    used = [used_columns(sheet) for sheet in sheets]
    without: set[tuple[int, int]] = set()
    rejected: dict[tuple[int, int], str] = {}
    numbered: dict[str, str] = {}
    lost: list[str] = []
    unnamed = without_rows(sheets)
    for _ in range(_MOST_ROUNDS):
        remarks: list[str] = []
        tally = Tally(strict=strict)
        drafts = apply(sheets, tally, without, progress)
        texts = texts_of(sheets, drafts, tally)
        if not skip:  # nobody needs the rows again
            chosen.sheets.clear()
            sheets = [replace(sheet, body=()) for sheet in sheets]
        problems, rows = list(tally.problems), rows_of(tally.problems, sheets)
        facts: Dataset | None = None
        if not problems or skip:
            organisations = KnownOrganisations(known, name)
            give_ids(drafts, name, organisations)
            numbered = {}
            tables = tables_of(drafts, sheets, sources, sheets[0].place)
            lost = lost_cells(sheets, texts, tables)
            facts, more, found = _assembled(
                drafts, sheets, tables, name, people, organisations, remarks, numbered, progress
            )
            problems += more
            rows |= found
        if facts is not None and not problems:
            break
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
    lines = tally.lines({sheet.place: sheet.locator for sheet in sheets})
    if alone := of_ids_alone(drafts):
        lines.append(alone)
    remarks[:0] = [*chosen.remarks, *lines, *kept_columns(sheets, used, facts), *unnamed, *lost]
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
            remarks += [line for file in files if (line := _how_to_load(file, name, chosen.place))]
    part = all(map(is_rejected, given))
    return FilesRead(facts, tuple(remarks), tuple(dict.fromkeys(written)), part, numbered)


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
    name: str,
    people: bool,
    known: KnownOrganisations,
    remarks: list[str],
    numbered: dict[str, str],
    progress: Progress | None,
) -> tuple[Dataset | None, list[Problem], set[tuple[int, int]]]:
    reading = Reading(sheets[0].place, tables, ())
    try:
        made = assemble(
            reading, name, people=people, known=known, remark=remarks.append,
            located=lambda each: as_in_graphs([placed_in_file(each, drafts, sheets)[0]], sheets)[0],
            rows=numbered, progress=progress, were_read=lambda: let_go(drafts, tables),
        )  # fmt: skip
    except InvalidData as error:
        problems, rows = located(error.problems, drafts, sheets)
        return None, problems, rows
    return made, [], set()
