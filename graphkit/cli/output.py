"""Printing: results go to standard output, remarks about them to standard error."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from graphkit.cli.flags import in_flags, options_of
from graphkit.cli.manifest import manifest, note_network, recomputed
from graphkit.cli.options import Output, unfinished_allowed
from graphkit.export import Table, render
from graphkit.export.cautions import caution_text
from graphkit.export.manifest import manifest_table
from graphkit.export.plain_text import as_text
from graphkit.export.ranking import backbone_remark
from graphkit.files import write_bytes
from graphkit.metrics import Ranking, cautions
from graphkit.model import Node, UsageError
from graphkit.model.visible_text import visible, visible_lines
from graphkit.model.wording import counted
from graphkit.network import Network, Selection
from graphkit.store import Store

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID


def say(text: str) -> None:
    """Print a line about a result on standard error."""
    click.echo(visible(text), err=True)


def ask(text: str) -> None:
    """Print a question on standard error; the answer stands in the same line."""
    click.echo(visible(text), err=True, nl=False)


def say_cautions(network: Network, ranking: Ranking | None = None, name: str = "") -> None:
    """Print what to know before a ranking, or another result, is quoted.

    name: what the network is called where there are several.
    """
    options = options_of(click.get_current_context().command)
    head = f"caution: {name}: " if name else "caution: "
    for each in cautions(network, ranking):
        say(f"{head}{in_flags(caution_text(each), options)}")


def say_lines(text: str) -> None:
    """Print a text of several lines about a result on standard error."""
    click.echo(visible_lines(text), err=True)


def show(line: str = "") -> None:
    """Print a line of a result on standard output."""
    click.echo(visible(line))


def node_meant(network: Network, reference: str) -> Node:
    """The node that a reference means; a remark says so when it is the whole of a named part."""
    node = network.node(reference)
    asked = network.organisation(reference)
    if asked.id != node.id:
        say(f"{asked.name} counts as {node.name}; --parts separate keeps them apart")
    return node


def emit_text(text: str) -> None:
    """Print a result that is not a table, in lines, on standard output."""
    click.echo(visible_lines(text), nl=False)


def emit_file(content: str | bytes) -> None:
    """Print a file for other programs as it is; a terminal gets no characters that it obeys."""
    if sys.stdout.isatty():
        if isinstance(content, bytes):
            raise UsageError("-o -: a terminal cannot show this format; name a file")
        content = visible_lines(content)
    click.echo(content, nl=False)


def for_reading(output: Output) -> bool:
    """Whether a result goes to a terminal, where secondary columns are left out."""
    return output.is_text and sys.stdout.isatty()


def emit(table: Table, output: Output) -> None:
    """Write a table in the format that was asked for; a workbook also holds the manifest."""
    if output.is_workbook:
        rests_on = manifest_table(manifest())
        name = click.get_current_context().info_name or table.title
        table = replace(table, title=name, beside=(*table.beside, rests_on))
    if for_reading(output):
        click.echo(as_text(table.flat(), shutil.get_terminal_size().columns), nl=False)
        return
    written = render(table, output.form, bom=output.bom, decimal_comma=output.decimal_comma)
    if output.file is None:
        click.echo(written, nl=False)
    else:
        write_bytes(written.encode() if isinstance(written, str) else written, output.file)
        say(f"wrote {output.file}")


def say_counts(network: Network, name: str = "") -> None:
    """Print how many facts of which quality the results of this network rest on.

    name: what the network is called where there are several.
    """
    counts = network.counts()
    selection = network.selection
    facts = counted(counts["facts"], "fact")
    text = f"{name}: " if name else ""
    text += f"{_organisations(network, counts)}, {facts} counted"
    said = [
        f"{counts[name]} {words}"
        for name, words in (
            ("inferred", "inferred"),
            ("disputed", "disputed"),
            ("undated", "of unknown date"),
            ("dates_from", "with dates from the project, event or declaration"),
            ("unsourced", "without a source"),
        )
        if counts[name]
    ]
    text += f" ({', '.join(said)})" if said else ""
    if selection != Selection():
        text += f"; {selection}"
    if selection.at is not None and selection.unknown == "include":
        text += f" ({counts['unknown']} counted facts may not have been in force)"
    if counts["planned"]:
        facts = counted(counts["planned"], "fact")
        text += f"; {facts} of planned groups left out, --planned include"
    if counts["apart"]:
        said_of = counted(
            counts["apart"],
            "pair of members was never in its group",
            "pairs of members were never in their groups",
        )
        done = "not tied by that" if selection.overlap else "tied all the same, --overlap"
        text += f"; {said_of} at the same time: {done}"
    text += said_of_joined(counts)
    if counts["folded"] and (
        selection.kind
        or selection.sector
        or selection.place
        or selection.cluster
        or selection.where
    ):
        text += "; --parts separate keeps parts apart"
    say(text)
    if network.backbone is not None:
        say(backbone_remark(network.backbone))


def said_of_joined(counts: Mapping[str, int]) -> str:
    """How many facts do not count because organisations have several ids; "" where none are."""
    text = ""
    if number := counts["within_one"]:
        text += f"; {counted(number, 'fact')} between ids of one organisation left out"
    if number := counts["repeated"]:
        text += f"; {counted(number, 'fact')} left out that another states under another id"
    return text


def _organisations(network: Network, counts: Mapping[str, int]) -> str:
    """How many organisations are nodes, of how many, and how many of them have ties."""
    nodes = len(network.two_mode.organisations)
    text = counted(nodes, "organisation")
    if nodes < len(network.organisations):
        causes = (
            ("absent", "did not exist then", "did not exist then"),
            ("folded", "counts as part of another", "count as parts of others"),
            ("unchosen", "is of another kind or sector", "are of another kind or sector"),
            ("unmet", "is not as --where asks", "are not as --where asks"),
            ("unstated", "is unknown for --where", "are unknown for --where"),
            ("elsewhere", "is not in --place", "are not in --place"),
            ("unplaced", "is unknown for --place", "are unknown for --place"),
            ("unclustered", "is not in --cluster", "are not in --cluster"),
            ("outside", "is outside the largest component", "are outside the largest component"),
            ("untied", "has no ties", "have no ties"),
        )
        said = ", ".join(
            counted(counts[name], one, many) for name, one, many in causes if counts[name]
        )
        text = f"{nodes} of {len(network.organisations)} organisations ({said})"
    return f"{text}, {network.tied_organisations} with ties"


def open_target(target: str, **how: Any) -> Store:
    """Open the store that `--store` names, asking for a server's password at a terminal."""
    from graphkit.store import open_store

    def ask() -> str:
        return str(click.prompt(f"Password for {target}", hide_input=True, err=True))

    return open_store(target, ask=ask if sys.stdin.isatty() else None, **how)


def selected_network(target: str, selection: Selection, *, evidence: bool = True) -> Network:
    """The selected network of a store."""
    selected = _whole(target, evidence).where(selection)
    note_network(selected)
    return selected


@contextmanager
def network_of(target: str, selection: Selection, *, evidence: bool = True) -> Iterator[Network]:
    """The selected network of a store; on leaving, print what its results rest on."""
    selected = selected_network(target, selection, evidence=evidence)
    yield selected
    say_counts(selected)


@contextmanager
def networks_of(
    target: str,
    shared: Selection,
    sides: Mapping[str, Selection],
    *,
    evidence: bool = False,
) -> Iterator[list[Network]]:
    """Several selected networks of a store; on leaving, print what their results rest on.

    shared: what their selections have in common. sides: the selections, by name.
    """
    whole = _whole(target, evidence)
    note_network(whole.where(shared))
    selected = [whole.where(each) for each in sides.values()]
    yield selected
    for name, network in zip(sides, selected, strict=True):
        say_counts(network, name)


def _whole(target: str, evidence: bool) -> Network:
    with open_target(target, create=False, read_only=True) as store:
        return recomputed(
            store, Network.of(store, evidence=evidence, unfinished=unfinished_allowed())
        )


@contextmanager
def working(what: str) -> Iterator[None]:
    """Show a spinner on a terminal during a long step."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(what):
        yield


class ProgressBar:
    """A bar for each step of a long work."""

    def __init__(self, bar: Bar) -> None:
        self._bar = bar
        self._tasks: dict[str, TaskID] = {}

    def __call__(self, what: str, done: int, total: int) -> None:
        """Show how much of a step is done."""
        if what not in self._tasks:
            self._tasks[what] = self._bar.add_task(visible(what), total=total)
        self._bar.update(self._tasks[what], completed=done, total=total)

    @contextmanager
    def hidden(self) -> Iterator[None]:
        """Take the bar from the terminal while something else is written there."""
        self._bar.stop()
        yield
        self._bar.start()


@contextmanager
def progress() -> Iterator[ProgressBar | None]:
    """A progress bar on a terminal; None elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn
    from rich.progress import Progress as Bar

    said = TextColumn("{task.description}", markup=False)
    console = Console(stderr=True)
    with Bar(said, BarColumn(), TaskProgressColumn(), console=console, transient=True) as bar:
        yield ProgressBar(bar)
