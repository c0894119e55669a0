"""Parameters of the library as options of the command line: `fdr` is --fdr.

The library names a parameter in backticks, as Python's own users know it. Here, and nowhere else,
its messages are turned into the words of the command that was called.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import click
from click.core import ParameterSource

_MARKED = re.compile(r"`([a-z_]+)`")

_PARTS_OF_A_PICTURE = {"excerpt": "--ego, --between or --group"}
"""Parameters of the library for which the command line has several options."""


def flag(name: str) -> str:
    """The option for the parameter of that name.

    >>> flag("tie_kind")
    '--tie-kind'
    """
    return f"--{name.replace('_', '-')}"


def in_flags(text: str, options: Mapping[str, str]) -> str:
    """The text with each parameter replaced by its option, where the command has one.

    >>> in_flags("`fdr` 2: give a rate between 0 and 1", {"fdr": "--fdr"})
    '--fdr 2: give a rate between 0 and 1'
    """
    return _MARKED.sub(lambda found: options.get(found[1], found[0]), text)


def options_of(command: click.Command) -> dict[str, str]:
    """The option for each parameter of a command and its subcommands."""
    found: dict[str, str] = {}
    if isinstance(command, click.Group):
        for below in command.commands.values():
            found |= options_of(below)
    for each in command.params:
        if isinstance(each, click.Option) and each.name is not None:
            found[each.name] = max(each.opts, key=len)
    return found | (_PARTS_OF_A_PICTURE if "ego" in found else {})


def given_options() -> dict[str, str]:
    """The option for each parameter of the running command that the command line names."""
    context = click.get_current_context()
    return {
        name: option
        for name, option in options_of(context.command).items()
        if context.get_parameter_source(name) is ParameterSource.COMMANDLINE
    }
