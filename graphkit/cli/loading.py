"""`graphkit init`, `check` and `load`: write empty tables, check tables, load them into a store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from graphkit.cli.flags import in_flags, options_of
from graphkit.cli.options import store_option
from graphkit.model import InvalidData
from graphkit.sources import readable

_PATH = click.Path(path_type=Path)
_WHAT_IS_READ = f"PATH is {readable()}."

_problems_option = click.option(
    "--problems",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Also write every problem to this CSV file, one row per problem.",
)


_encoding_option = click.option(
    "--encoding", help="Encoding of text files, such as cp1250.  [default: detected]"
)


def _remark(text: str) -> None:
    """Print a remark on how a file was read on standard error."""
    command = click.get_current_context().command
    click.echo(in_flags(text, options_of(command)), err=True)


@contextmanager
def _listed(file: Path | None) -> Iterator[None]:
    """Write the problems that reading finds to a file, where one is named, and pass them on."""
    try:
        yield
    except InvalidData as error:
        if file is not None:
            from graphkit.export import Table, render
            from graphkit.files import write_text

            rows = [(p.file, p.row, p.column, p.what, p.cure) for p in error.problems]
            table = Table.of(("file", "row", "column", "problem", "cure"), rows)
            write_text(str(render(table, "csv")), file)
            click.echo(f"wrote {file}", err=True)
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
    from graphkit.sources import write_empty, write_sample

    for path in (write_sample if sample else write_empty)(directory, xlsx=xlsx):
        click.echo(path)


@click.command(epilog=_WHAT_IS_READ)
@click.argument("path", type=_PATH)
@click.option("--people", is_flag=True, help="Check the people too.")
@_encoding_option
@_problems_option
def check(path: Path, people: bool, encoding: str | None, problems: Path | None) -> None:
    """Check the tables at PATH and list every problem.

    Loads nothing. The exit code is 3 when there are problems.

    \b
    Example:
      graphkit check my-network
    """
    from graphkit.sources import read

    with _listed(problems):
        dataset = read(path, people=people, encoding=encoding, remark=_remark)
    click.echo(f"{path}: {len(dataset.nodes)} nodes and {len(dataset.facts)} facts, no problems")


@click.command(epilog=_WHAT_IS_READ)
@click.argument("path", type=_PATH)
@store_option
@click.option("--dataset", help="Name of the data set.  [default: name of the folder or file]")
@click.option("--prune", is_flag=True, help="Remove facts that this data set no longer states.")
@click.option("--people", is_flag=True, help="Load people in official roles too.")
@_encoding_option
@_problems_option
def load(
    path: Path,
    store: str,
    dataset: str | None,
    prune: bool,
    people: bool,
    encoding: str | None,
    problems: Path | None,
) -> None:
    """Load the tables at PATH into a store.

    Loading the same tables again writes only the differences. If the tables have any problem,
    nothing is loaded (see `graphkit check`).

    \b
    Example:
      graphkit load my-network
      graphkit load my-network.xlsx --dataset my-network --prune
    """
    from graphkit.cli.output import open_target, progress
    from graphkit.sources import read

    with _listed(problems):
        facts = read(path, dataset=dataset, people=people, encoding=encoding, remark=_remark)
    with open_target(store) as opened, progress() as bar:
        report = opened.load(facts, prune=prune, progress=bar)
    for name, done in (("nodes", report.nodes), ("facts", report.facts)):
        line = (
            f"{report.dataset}: {name}: {done.added} added, {done.changed} changed, "
            f"{done.unchanged} unchanged, {done.removed} removed"
        )
        if left := done.unstated - done.removed:
            line += f", {left} no longer stated (--prune removes them)"
        click.echo(line)
    click.echo(f"{report.dataset}: digest {report.digest}")
