"""Printing: results on standard output, everything said about them on standard error."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from rich.cells import cell_len

from graphkit.export import FORMATS, Table, cell, render
from graphkit.export.ranking import backbone_remark
from graphkit.files import write_text
from graphkit.model import Node, UsageError
from graphkit.network import Network, Selection
from graphkit.store import Progress, Store

_NARROWEST = 20
"""The fewest characters to which a column of text is folded."""


def say(text: str) -> None:
    """A remark about a result, on standard error."""
    click.echo(text, err=True)


def node_meant(network: Network, reference: str) -> Node:
    """The node that a person means, said when it is the whole of what they named."""
    node = network.node(reference)
    asked = network.organisation(reference)
    if asked.id != node.id:
        say(f"{asked.name} counts as {node.name}; --parts separate keeps them apart")
    return node


def emit_text(text: str) -> None:
    """A result that is no table, on standard output."""
    click.echo(text, nl=False)


def for_reading(form: str | None, output: Path | None) -> bool:
    """Whether a result goes to a terminal as it is, and may leave out what is secondary."""
    return form in (None, "table") and output is None and sys.stdout.isatty()


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
    if network.backbone is not None:
        say(backbone_remark(network.backbone))


def open_target(target: str, **how: Any) -> Store:
    """Open the store that `--store` names, asking for a server's password at a terminal."""
    from graphkit.store import open_store

    def ask() -> str:
        return str(click.prompt(f"Password for {target}", hide_input=True, err=True))

    return open_store(target, ask=ask if sys.stdin.isatty() else None, **how)


@contextmanager
def network_of(target: str, *, evidence: bool = True, **words: Any) -> Iterator[Network]:
    """The selected network of a store, said on standard error what it rests on."""
    with open_target(target, create=False, read_only=True) as store:
        network = Network.of(store, evidence=evidence)
    selected = network.select(**words)
    yield selected
    say_counts(selected)


@contextmanager
def working(what: str) -> Iterator[None]:
    """A sign of life on a terminal while something takes its time."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(what):
        yield


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
    """The table in aligned columns; where a terminal is too narrow for them, a block a row.

    Away from a terminal lines are as long as they need: they are for scrolling or other programs.
    """
    if not table.columns:
        return ""
    cells = [[_short(value) for value in row] for row in table.rows]
    widths = [
        max(cell_len(text) for text in (name, *(row[place] for row in cells)))
        for place, name in enumerate(table.columns)
    ]
    excess = 0
    if sys.stdout.isatty():
        excess = sum(widths) + 2 * (len(widths) - 1) - shutil.get_terminal_size().columns
    widest = widths.index(max(widths))
    if excess > 0 and widths[widest] - excess < _NARROWEST:
        return _blocks(table.columns, cells)
    widths[widest] -= max(excess, 0)
    right = [
        bool(table.rows) and all(isinstance(row[place], int | float | None) for row in table.rows)
        for place in range(len(table.columns))
    ]
    lines = []
    for row in (list(table.columns), *cells):
        first, *rest = textwrap.wrap(row[widest], widths[widest]) or [""]
        lines.append(_line([*row[:widest], first, *row[widest + 1 :]], widths, right))
        lines += (f"{' ' * (sum(widths[:widest]) + 2 * widest)}{more}" for more in rest)
    return "".join(f"{line}\n" for line in lines)


def _line(row: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    padded = []
    for text, width, to_the_right in zip(row, widths, right, strict=True):
        blank = " " * (width - cell_len(text))
        padded.append(blank + text if to_the_right else text + blank)
    return "  ".join(padded).rstrip()


def _blocks(columns: Sequence[str], cells: list[list[str]]) -> str:
    widest = max(map(cell_len, columns))
    return "\n".join(
        "".join(
            f"{name}{' ' * (widest - cell_len(name))}  {text}\n"
            for name, text in zip(columns, row, strict=True)
            if text
        )
        for row in cells
    )


def _short(value: object) -> str:
    if isinstance(value, float):
        return "–" if value != value else f"{value:.4g}" if abs(value) < 1e5 else f"{value:.0f}"
    return cell(value)
