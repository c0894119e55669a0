"""The options of commands that go through likely pairs of organisations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from graphkit.names import LEAST

Command = TypeVar("Command", bound=Callable[..., Any])


def pair_options(first: str) -> Callable[[Command], Command]:
    """`--sort` and `--least`; `first` is the order unless another is asked for."""

    def decorated(command: Command) -> Command:
        sort = click.option(
            "--sort",
            type=click.Choice(("score", "effect")),
            default=first,
            show_default=True,
            help="Which pairs come first: the likeliest, or those whose merging would change the "
            "first ten places most.",
        )
        least = click.option(
            "--least",
            type=click.FloatRange(0, 1),
            default=LEAST,
            show_default=True,
            help="The lowest score of a pair.",
        )
        return sort(least(command))

    return decorated
