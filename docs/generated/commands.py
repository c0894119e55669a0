"""The page of the commands: the help of each."""

from __future__ import annotations

import click

from graphkit.cli.main import HEADINGS, cli


def commands() -> str:
    """The help of every command and subcommand."""
    context = click.Context(cli, info_name="graphkit", terminal_width=100, **cli.context_settings)
    text = f"```\n{cli.get_help(context)}\n```\n"
    for heading, names in HEADINGS.items():
        text += f"\n## {heading}\n"
        for name in names:
            command = cli.get_command(context, name)
            assert command is not None
            inner = click.Context(command, parent=context, info_name=name, terminal_width=100)
            text += f"\n### graphkit {name}\n\n```\n{command.get_help(inner)}\n```\n"
            for below in command.list_commands(inner) if isinstance(command, click.Group) else ():
                each = command.get_command(inner, below)
                assert each is not None
                context_below = click.Context(
                    each, parent=inner, info_name=below, terminal_width=100
                )
                text += f"\n#### graphkit {name} {below}\n\n"
                text += f"```\n{each.get_help(context_below)}\n```\n"
    return text
