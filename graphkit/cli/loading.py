"""`graphkit init`, `check` and `load`: tables out, tables checked, tables into a store."""

from __future__ import annotations

from pathlib import Path

import click

from graphkit.cli.options import store_option
from graphkit.sources import readable

_PATH = click.Path(path_type=Path)
_WHAT_IS_READ = f"PATH is {readable()}."


@click.command()
@click.argument("directory", type=_PATH)
@click.option("--xlsx", is_flag=True, help="Write one workbook instead of a CSV file a table.")
@click.option("--sample", is_flag=True, help="Write the sample's facts, as a start to edit.")
def init(directory: Path, xlsx: bool, sample: bool) -> None:
    """Write the tables to fill in, with an explanation of every column.

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
def check(path: Path, people: bool) -> None:
    """Check the tables at PATH, and say everything that is wrong with them.

    Nothing is loaded. The exit code is 3 when there are problems.

    \b
    Example:
      graphkit check my-network
    """
    from graphkit.sources import read

    dataset = read(path, people=people)
    click.echo(f"{path}: {len(dataset.nodes)} nodes and {len(dataset.facts)} facts, no problems")


@click.command(epilog=_WHAT_IS_READ)
@click.argument("path", type=_PATH)
@store_option
@click.option("--dataset", help="The data set's name.  [default: the folder's or file's]")
@click.option("--prune", is_flag=True, help="Remove what this data set no longer states.")
@click.option("--people", is_flag=True, help="Load people in official roles too.")
def load(path: Path, store: str, dataset: str | None, prune: bool, people: bool) -> None:
    """Load the tables at PATH into a store.

    Loading again changes only what has changed. With any problem in the tables nothing is loaded
    (see `graphkit check`).

    \b
    Example:
      graphkit load my-network
      graphkit load my-network.xlsx --dataset my-network --prune
    """
    from graphkit.cli.output import open_target, progress
    from graphkit.sources import read

    facts = read(path, dataset=dataset, people=people)
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
