"""`graphkit init`, `check` and `load`: write empty tables, check files, load them into a store."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from graphkit.cli.flags import in_flags, options_of
from graphkit.cli.manifest import note_store
from graphkit.cli.options import form_of, store_option, with_known_ending
from graphkit.model import KIND, Dataset, InvalidData, Node, StoreUnavailable, UsageError
from graphkit.model.wording import counted
from graphkit.sources import endings, readable

if TYPE_CHECKING:
    from graphkit.cli.output import ProgressBar
    from graphkit.names import Conflict, Decision
    from graphkit.sources import FilesRead, Proposal

_PATH = click.Path(path_type=Path)
_WHAT_IS_READ = (
    "PATH is a file of one of these formats, packed or not "
    f"({' '.join(endings())}; .gz, .zip), a folder of such files, or - for standard input. "
    f"graphkit's own tables are {readable()}."
)

_F = TypeVar("_F", bound=Callable[..., Any])

_problems_option = click.option(
    "--problems",
    type=click.Path(dir_okay=False, path_type=Path),
    callback=with_known_ending,
    help="Also write every problem to this file, one row each; its ending sets the format.",
)
_dataset_option = click.option(
    "--dataset", help="Name of the data set.  [default: name of the first file]"
)
_proposed_option = click.option(
    "--proposed", is_flag=True, help="Load rows with the status proposed too, for a trial store."
)
_people_option = click.option("--people", is_flag=True, help="Include people in official roles.")


def _reading_options(command: _F, *, required: bool = True) -> _F:
    """The arguments and options of every command that reads files."""
    for option in reversed(
        [
            click.argument("paths", type=_PATH, nargs=-1, required=required, metavar="PATH..."),
            _people_option,
            _proposed_option,
            click.option(
                "--mapping",
                type=click.Path(dir_okay=False, path_type=Path),
                help="How columns are read, as TOML.  [default: the one beside the file]",
            ),
            click.option(
                "--strict",
                is_flag=True,
                help="Refuse what would be put right: NA for blank, repeated rows, unknown kinds.",
            ),
            click.option(
                "--encoding", help="Encoding of text files, such as cp1250.  [default: detected]"
            ),
            click.option(
                "--visible",
                is_flag=True,
                help="Leave out the sheets and rows that a workbook hides.",
            ),
            click.option(
                "--on-error",
                type=click.Choice(["stop", "skip"]),
                default="stop",
                show_default=True,
                help="If rows are wrong: load nothing, or write them to FILE.rejected.csv.",
            ),
            _problems_option,
        ]
    ):
        command = option(command)
    return command


def optional_reading(command: _F) -> _F:
    """The same for a command that needs no files."""
    return _reading_options(command, required=False)


@contextmanager
def listed_problems(file: Path | None) -> Iterator[None]:
    """Write the problems that reading finds to a file, where one is named, and pass them on."""
    try:
        yield
    except InvalidData as error:
        if file is not None:
            from graphkit.cli.output import say
            from graphkit.export import Table, render
            from graphkit.files import write_bytes

            rows = [
                (p.file if p.of == "row" else f"{p.file}, {p.of}s", p.row, p.column, p.what, p.cure)
                for p in error.problems
            ]
            columns = ("file", "row", "column", "problem", "cure")
            form = form_of(file)
            assert form is not None
            written = render(Table.of(columns, rows, title="problems"), form)
            write_bytes(written.encode() if isinstance(written, str) else written, file)
            say(f"wrote {file}")
        raise


@click.command()
@click.argument("directory", type=_PATH)
@click.option("--xlsx", is_flag=True, help="Write one workbook instead of one CSV file per table.")
@click.option("--sample", is_flag=True, help="Fill the tables with the sample's facts.")
def init(directory: Path, xlsx: bool, sample: bool) -> None:
    """Write empty tables to fill in, and explain every column.

    \b
    Example:
      graphkit init my-network
      graphkit init my-network --xlsx --sample
    """
    from graphkit.cli.output import show
    from graphkit.sources import write_empty, write_sample

    for path in (write_sample if sample else write_empty)(directory, xlsx=xlsx):
        show(str(path))


@click.command(epilog=_WHAT_IS_READ)
@_reading_options
@click.option(
    "--store",
    metavar="TARGET",
    help="Store whose organisations the tables may refer to.",
)
@_dataset_option
def check(paths: tuple[Path, ...], problems: Path | None, store: str | None, **how: Any) -> None:
    """Check files, list every problem, and show what would load.

    Stores and writes nothing. Files that are not graphkit's own tables are read as graphkit would
    propose. The exit code is 3 when there are problems.

    \b
    Example:
      graphkit check my-network
      graphkit check members.xlsx
    """
    from graphkit.cli.output import emit_text, show
    from graphkit.export import render
    from graphkit.export.loadable import loadable
    from graphkit.names import identities_of

    found = files_as_proposed(paths, problems, store, how)
    dataset = found.dataset
    known = known_to(store) if store else KnownToStore()
    _warn_of_near_names(dataset, known)
    _tell_conflicts(identities_of(dataset, known.decisions).conflicts, found.rows)
    show(
        f"{', '.join(map(str, paths))}: {counted(len(dataset.nodes), 'node')} and "
        f"{counted(len(dataset.facts), 'fact')}, no problems"
    )
    emit_text(str(render(loadable(dataset), "table")))


@click.command(epilog=_WHAT_IS_READ)
@_reading_options
@click.option("--yes", is_flag=True, help="Accept how graphkit proposes to read the files.")
@store_option
@_dataset_option
@click.option("--prune", is_flag=True, help="Remove facts that this data set no longer states.")
def load(
    paths: tuple[Path, ...], store: str, prune: bool, problems: Path | None, **how: Any
) -> None:
    """Load files into a store.

    graphkit's own tables (see `graphkit init`) and files of known kinds, such as CORDIS, load as
    they are. For others graphkit proposes a mapping, a short file beside them, and asks; where
    nobody can be asked, it writes the mapping and stops, unless --yes accepts it. Loading the same
    files again writes only the differences. If anything is wrong, nothing is loaded.

    \b
    Example:
      graphkit load my-network
      graphkit load signatories.xlsx --dataset charter
      graphkit load project.csv organization.csv
    """
    from graphkit.cli.output import open_target, progress, say, show
    from graphkit.engines.advice import advice_on_facts
    from graphkit.sources import read_files

    known = known_to(store)
    with listed_problems(problems), progress() as bar:
        ask = partial(_looked_over, bar) if sys.stdin.isatty() and bar is not None else None
        found = read_files(paths, confirm=ask, known=known.nodes, progress=bar, **how)
    tell_remarks(found)
    _warn_of_near_names(found.dataset, known)
    if prune and found.part:
        raise UsageError(
            f"{paths[0]} holds rejected rows alone, and --prune would remove all other facts of "
            f"{found.dataset.name}; load it without --prune"
        )
    with open_target(store) as opened, progress() as bar:
        opened.only_loads = True
        report = opened.load(found.dataset, prune=prune, progress=bar)
        held = sum(each.facts for each in opened.datasets())
        note_store(opened)
    for name, done in (("nodes", report.nodes), ("facts", report.facts)):
        line = (
            f"{report.dataset}: {name}: {done.added} added, {done.changed} changed, "
            f"{done.unchanged} unchanged, {done.removed} removed"
        )
        if (left := done.unstated - done.removed) and not found.part:
            line += f", {left} no longer stated (--prune removes them)"
        show(line)
    if joined := report.joined:
        have = "organisation has", "organisations have"
        show(f"{report.dataset}: {counted(joined, *have)} several ids")
    _tell_conflicts(report.conflicts, found.rows)
    if restored := report.nodes.restored + report.facts.restored:
        show(f"{report.dataset}: {restored} had been changed in the store by other means; restored")
    show(f"{report.dataset}: digest {report.digest}")
    if advice := advice_on_facts(held):
        say(advice)


def files_as_proposed(
    paths: tuple[Path, ...], problems: Path | None, store: str | None, how: dict[str, Any]
) -> FilesRead:
    """What files state, read as graphkit proposes; writes nothing, and prints the remarks.

    store: whose organisations the files may refer to.
    """
    from graphkit.cli.output import progress
    from graphkit.sources import read_files

    known = known_to(store).nodes if store else ()
    with listed_problems(problems), progress() as bar:
        found = read_files(paths, yes=True, save=False, known=known, progress=bar, **how)
    tell_remarks(found)
    return found


@dataclass(frozen=True, slots=True)
class KnownToStore:
    """The organisations and own kinds of a store, to which tables may refer, and the decisions."""

    nodes: tuple[Node, ...] = ()
    decisions: tuple[Decision, ...] = ()


def known_to(target: str) -> KnownToStore:
    """What a store knows; nothing where there is no store yet."""
    from graphkit.cli.output import open_target
    from graphkit.store import stated_organisations

    try:
        with open_target(target, create=False, read_only=True) as opened:
            return KnownToStore(
                (*stated_organisations(opened), *opened.nodes(KIND)),
                opened.decisions(),
            )
    except StoreUnavailable:  # loading says why, if it is more than that there is none
        return KnownToStore()


_WARNED = 3
"""At most this many pairs of names are listed."""


def _warn_of_near_names(dataset: Dataset, known: KnownToStore) -> None:
    """Print the organisations that are nearly certainly others, first those of the store."""
    from graphkit.cli.output import say
    from graphkit.names.new_names import MOST_COMPARED, MOST_FOLDED, near_names

    decided = {each.pair for each in known.decisions}
    found = near_names(dataset.nodes, dataset.facts, known.nodes, decided)
    for near in sorted(found, key=lambda near: not near.known)[:_WARNED]:
        where = "is new and" if near.known else f"(id {near.node.id}) is"
        against = f" ({', '.join(near.against)})" if near.against else ""
        say(
            f"{near.node.name!r} {where} close to {near.other.name!r} (id {near.other.id})"
            f"{against}; if they are one organisation, " + (_CURE if near.known else "keep one row")
        )
    if len(found) > _WARNED:
        say(f"and {len(found) - _WARNED:,} other pairs of names are close to each other")
    every = {node.id for node in (*dataset.nodes, *known.nodes) if node.label == "Organisation"}
    if len(every) > MOST_COMPARED:
        how = "no names" if len(every) > MOST_FOLDED else "only names equal after folding"
        say(
            f"{how} of {len(every):,} organisations were compared; graphkit duplicates compares all"
        )


def _tell_conflicts(conflicts: Sequence[Conflict], rows: Mapping[str, str]) -> None:
    """Print which organisations have an equal identifier and are not joined, with their rows."""
    from graphkit.cli.output import say

    for conflict in conflicts[:_WARNED]:
        places = [rows[key] for key in (conflict.left, conflict.right) if key in rows]
        where = f"{' and '.join(places)}: " if places else ""
        say(f"{where}{conflict}; correct one of them, or decide with `graphkit decide`")
    if (more := len(conflicts) - _WARNED) > 0:
        say(f"and {counted(more, 'other identifier')} that not only one organisation has")


_CURE = "use that id, or say so with `graphkit decide`"


def tell_remarks(found: FilesRead) -> None:
    """Print what is to be said about how files were read."""
    from graphkit.cli.output import say

    options = options_of(click.get_current_context().command)
    for line in found.remarks:
        say(in_flags(line, options))
    for path in found.written:
        say(f"wrote {path}")


def _looked_over(bar: ProgressBar, proposal: Proposal) -> Proposal:
    """Show a proposed mapping, and ask whether it is right or what to change."""
    from graphkit.cli.mapping_dialogue import look_over

    with bar.hidden():
        return look_over(proposal)
