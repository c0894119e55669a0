"""Comparing what a command prints with networks drawn at random, as `--chance` does."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from typing import Any, TypeVar

import click

from graphkit.cli.manifest import note_settings
from graphkit.cli.options import Command
from graphkit.model import UsageError

T = TypeVar("T")

chance_option = click.option(
    "--chance",
    "with_chance",
    is_flag=True,
    help="Compare with networks drawn at random that have the same group sizes and as many groups "
    "for each organisation.",
)


def draws_of_both(shuffled: str) -> Callable[[Command], Command]:
    """`--draws` of a command that always compares `shuffled` with shuffles of the categories."""
    return click.option(
        "--draws",
        type=click.IntRange(min=0),
        help=f"Number of permutations for comparing {shuffled} with chance, and with --chance of "
        "networks.  [default: 1000 permutations, 200 networks]",
    )


def need_draws(with_chance: bool, draws: int | None) -> None:
    """Refuse --chance with no draws."""
    if with_chance and draws == 0:
        raise UsageError("--draws 0 leaves nothing to compare with; give --chance at least 1")


def against_chance(
    compare: Callable[..., T], *what: Any, draws: int | None, seed: int | None, **how: Any
) -> T:
    """What `compare` finds, with its progress on a terminal and a warning if it takes long."""
    from graphkit.cli.output import progress, say
    from graphkit.export.chance import about_time
    from graphkit.metrics.chance import DRAWS

    number, first = DRAWS if draws is None else draws, seed or 0
    with progress() as bar:

        def slow(seconds: float) -> None:
            with nullcontext() if bar is None else bar.hidden():
                say(about_time(number, seconds))

        found = compare(*what, draws=number, seed=first, progress=bar, slow=slow, **how)
    note_settings(draws=number, seed=first)
    return found
