"""The options that several commands share, one decorator each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from graphkit.export import FORMATS
from graphkit.model import KINDS, LAYERS, PARTS, SECTORS, STATUSES, UNKNOWN, WEIGHTS

Command = TypeVar("Command", bound=Callable[..., Any])

DEFAULT_STORE = "graphkit-store"


def store_option(command: Command) -> Command:
    """`--store`, also from the environment."""
    return click.option(
        "--store",
        envvar=["GRAPHKIT_STORE", "NEO4J_URI"],
        default=DEFAULT_STORE,
        show_default=True,
        show_envvar=True,
        metavar="TARGET",
        help="The folder of the store, or the address of a Neo4j server.",
    )(command)


def output_options(command: Command) -> Command:
    """`--format` and `-o`: how a table of results is written, and where."""
    for option in (
        click.option(
            "-o",
            "--output",
            type=click.Path(dir_okay=False, path_type=Path),
            help="Write to a file; its ending chooses the format unless --format is given.",
        ),
        click.option(
            "--format",
            "form",
            type=click.Choice(list(FORMATS)),
            help="How to write the result.  [default: table]",
        ),
    ):
        command = option(command)
    return command


def selection_options(command: Command) -> Command:
    """The words that select a network; see `graphkit.network.Selection`."""
    for option in reversed(
        (
            _words("--layer", LAYERS, "Only facts of this layer."),
            _words("--kind", tuple(KINDS), "Only organisations of this kind as nodes.", show=False),
            _words("--sector", tuple(SECTORS), "Only organisations of this sector as nodes."),
            click.option(
                "--at",
                metavar="DATE",
                help="Only facts in force then: 2014-11-10, 2014-11, 2014, or a period 2010/2014.",
            ),
            click.option(
                "--unknown",
                type=click.Choice(UNKNOWN),
                help="With --at: facts of which it is not known whether they were in force.  "
                "[default: include]",
            ),
            _words("--status", STATUSES, "Only facts of this status."),
            click.option(
                "--weight",
                type=click.Choice(WEIGHTS),
                help="What a shared group adds to a tie's strength: 1 (count), or 1/(size-1) "
                "(newman). A metric of paths reads 1/strength as a distance. With none, ties "
                "are alike and strength counts groups.  [default: none]",
            ),
            click.option(
                "--parts",
                type=click.Choice(PARTS),
                help="Whether a faculty or office counts as its whole.  [default: whole]",
            ),
            click.option(
                "--backbone",
                is_flag=True,
                default=None,
                help="Tie only pairs that share more groups than a random network gives in which "
                "everyone is in as many groups and every group has as many members.",
            ),
            click.option(
                "--fdr",
                type=float,
                metavar="RATE",
                help="With --backbone: the share of false ties among the kept.  [default: 0.05]",
            ),
        )
    ):
        command = option(command)
    return command


def _words(
    name: str, allowed: tuple[str, ...], text: str, *, show: bool = True
) -> Callable[[Command], Command]:
    return click.option(
        name,
        multiple=True,
        type=click.Choice(allowed, case_sensitive=False),
        metavar=f"[{'|'.join(allowed)}]" if show else "KIND",
        help=f"{text} May be repeated." + ("" if show else f" One of {', '.join(allowed)}."),
    )
