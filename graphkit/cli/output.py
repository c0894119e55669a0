"""Printing: results on standard output, everything said about them on standard error."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from graphkit.cli.options import Output
from graphkit.export import Table, formats_by_ending, render
from graphkit.export.plain_text import as_text
from graphkit.export.ranking import backbone_remark
from graphkit.files import write_bytes
from graphkit.model import Node, UsageError
from graphkit.network import Network, Selection
from graphkit.store import Progress, Store


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


def for_reading(output: Output) -> bool:
    """Whether a result goes to a terminal as it is, and may leave out what is secondary."""
    return output.is_text and sys.stdout.isatty()


def emit(table: Table, output: Output) -> None:
    """Write a table of results in the format asked for, or the one that the file's ending names."""
    form, file = output.form, output.file
    if file is not None:
        endings = formats_by_ending()
        form = form or endings.get(file.suffix.lower())
        if form is None:
            listed = ", ".join(endings)
            raise UsageError(f"-o {file}: give --format, or one of the endings {listed}")
        written = render(table, form)
        write_bytes(written.encode() if isinstance(written, str) else written, file)
        say(f"wrote {file}")
    elif for_reading(output):
        click.echo(as_text(table, shutil.get_terminal_size().columns), nl=False)
    else:
        click.echo(render(table, form or "table"), nl=False)


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
def network_of(target: str, selection: Selection, *, evidence: bool = True) -> Iterator[Network]:
    """The selected network of a store, said on standard error what it rests on."""
    with open_target(target, create=False, read_only=True) as store:
        network = Network.of(store, evidence=evidence)
    selected = network.where(selection)
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
