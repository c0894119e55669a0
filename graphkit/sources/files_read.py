"""`read_files`: any files to one `Dataset`: our own tables strictly, all else through mappings.

    files -> unpacked -> sheets -> recognised, or by a mapping that was saved, or by a proposal
          -> entities and facts -> our own tables -> the checks that all data pass -> Dataset

What a mapping leaves out or puts right is counted and told. Nothing is loaded by a proposal that
nobody has accepted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from graphkit.model import InvalidData, Node, Problem, UsageError
from graphkit.model.progress import Progress
from graphkit.paused_gc import collector_at_rest
from graphkit.sources.assembly import assemble
from graphkit.sources.decoded_twice import without_second_decoding
from graphkit.sources.encodings import named_encoding
from graphkit.sources.footnote_marks import without_footnote_marks
from graphkit.sources.formats import Sheet, Wanted, format_of
from graphkit.sources.look_again import look_again, may_be_looked_at_again
from graphkit.sources.mapped_reading import DataWanted, FilesRead, made_of, wrong_in
from graphkit.sources.mapping.cells.written_lists import with_plain_lists
from graphkit.sources.mapping.chosen import choose
from graphkit.sources.mapping.layouts.broken_names import with_whole_names
from graphkit.sources.mapping.revision.shown_proposals import Proposal
from graphkit.sources.names_of_data import beside_of, check_name, name_of
from graphkit.sources.numbered_names import without_numbering
from graphkit.sources.own_tables import own_reading
from graphkit.sources.problem_texts import Fault
from graphkit.sources.raw import ReadingOptions, in_order, printable
from graphkit.sources.unpacking import Given, not_read, shown_path, unpacked
from graphkit.sources.web_markup import without_markup

Confirm = Callable[[Proposal], bool | Proposal]
"""Shows a proposal to a person, and says whether they accept it; or gives the one that they want,
made with `Proposal.changed`.
"""

ON_ERROR = ("stop", "skip")


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
            of_data = DataWanted(named, strict, people, known)
            check = partial(wrong_in, wanted=of_data)
            shown = None if confirm is None else partial(_confirmed, confirm, wanted.remarks)
            chosen = choose(
                sheets_of(files, wanted, shown_path(places[0])), saved, beside,
                yes=yes, confirm=shown, save=save, check=check,
            )  # fmt: skip
            chosen.remarks[:0] = [*not_read(passed_over), *wanted.remarks]
            given = {each.name: each for each in files}
            asking = None if yes else confirm
            while True:
                skip = on_error == "skip" or chosen.without_wrong
                keep = asking is not None and not skip and may_be_looked_at_again(chosen)
                try:
                    return made_of(
                        chosen, given, of_data, skip=skip, save=save, keep=keep, progress=progress
                    )
                except InvalidData as error:
                    if asking is None or not keep:
                        raise
                    if not look_again(chosen, error.problems, asking, save=save, check=check):
                        raise


def _confirmed(confirm: Confirm, told: Sequence[str], proposal: Proposal) -> bool | Proposal:
    """Ask a person, who sees what was said when the files were opened."""
    return confirm(replace(proposal, told=(*told,)))


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
                for mended in (
                    without_second_decoding, without_markup, with_plain_lists,
                    without_footnote_marks, with_whole_names,
                ):  # fmt: skip
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
    sheets, said_of_numbers = without_numbering(sheets)
    options.remarks.extend(said_of_numbers)
    return sheets


def _formats_known() -> str:
    from graphkit.sources.formats import endings

    return f"a file that ends in {', '.join(endings())}"
