"""Printing: results on standard output, everything said about them on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from graphkit.export import FORMATS, Table, cell, render
from graphkit.files import write_text
from graphkit.model import UsageError
from graphkit.network import Network, Selection
from graphkit.store import Progress, Store


def say(text: str) -> None:
    """A remark about a result, on standard error."""
    click.echo(text, err=True)


def emit_text(text: str) -> None:
    """A result that is no table, on standard output."""
    click.echo(text, nl=False)


def emit(table: Table, form: str | None, output: Path | None) -> None:
    """Write a table of results in the format asked for, or the one that the file's ending names."""
    if output is not None and str(output) == "-":
        output = None
    if form is None and output is not None and output.suffix != ".txt":
        form = output.suffix[1:].lower()
        if form not in FORMATS:
            endings = ", ".join(f".{each}" for each in FORMATS)
            raise UsageError(f"-o {output}: give --format, or one of the endings {endings}")
    text = _pretty(table) if form in (None, "table") else render(table, str(form))
    if output is None:
        click.echo(text, nl=False)
    else:
        write_text(text, output)
        say(f"wrote {output}")


def say_counts(network: Network) -> None:
    """What a reader of any number from this network should know about the facts behind it."""
    counts = network.counts()
    organisations = len(network.two_mode.organisations)
    text = f"{organisations} organisations, {counts['facts']} facts that tie them"
    said = [
        f"{counts[name]} {words}"
        for name, words in (
            ("inferred", "inferred"),
            ("disputed", "disputed"),
            ("undated", "of unknown date"),
            ("unsourced", "without a source"),
        )
        if counts[name]
    ]
    text += f" ({', '.join(said)})" if said else ""
    selection = network.selection
    if selection != Selection():
        text += f"; {selection}"
    if selection.at is not None and selection.unknown == "include":
        text += f": {counts['unknown']} facts counted of which it is not known"
    if counts["folded"]:
        text += (
            f"; {counts['folded']} more count as their wholes, --parts separate keeps them apart"
        )
    say(text)


def open_target(target: str, **how: Any) -> Store:
    """Open the store that `--store` names, asking for a server's password at a terminal."""
    from graphkit.store import open_store

    def ask() -> str:
        return str(click.prompt(f"Password for {target}", hide_input=True, err=True))

    return open_store(target, ask=ask if sys.stdin.isatty() else None, **how)


@contextmanager
def network_of(target: str, **words: Any) -> Iterator[Network]:
    """The selected network of a store, said on standard error what it rests on."""
    with open_target(target, create=False, read_only=True) as store:
        network = Network.of(store)
    selected = network.select(**words)
    yield selected
    say_counts(selected)


@contextmanager
def progress() -> Iterator[Progress | None]:
    """A progress line on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        tasks = {}

        def report(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bar.add_task(what, total=total)
            bar.update(tasks[what], completed=done, total=total)

        yield report


def _pretty(table: Table) -> str:
    from rich.console import Console
    from rich.table import Table as Grid
    from rich.text import Text

    grid = Grid(box=None, pad_edge=False, header_style="bold")
    numeric = [
        all(isinstance(row[place], int | float | None) for row in table.rows)
        for place in range(len(table.columns))
    ]
    for name, number in zip(table.columns, numeric, strict=True):
        grid.add_column(Text(name), justify="right" if number else "left", overflow="fold")
    for row in table.rows:
        grid.add_row(*(Text(_short(value)) for value in row))
    # Away from a terminal nothing is folded: the lines are for other programs, or for scrolling.
    width = None if sys.stdout.isatty() else 10_000
    console = Console(file=sys.stdout, width=width, soft_wrap=False)
    with console.capture() as captured:
        console.print(grid)
    return "".join(f"{line.rstrip()}\n" for line in captured.get().splitlines())


def _short(value: object) -> str:
    if isinstance(value, float):
        return "–" if value != value else f"{value:.4g}" if abs(value) < 1e5 else f"{value:.0f}"
    return cell(value)
