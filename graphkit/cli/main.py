"""The command `graphkit`: finds its commands, and turns errors into one line and an exit code.

Commands are imported on demand, and the rooms that they need inside the commands, so that help
loads neither the store nor networkx nor a drawing library.
"""

from __future__ import annotations

import gc
import importlib
import os
import signal
import sys
import traceback
from dataclasses import replace
from io import StringIO
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

import click
from click.exceptions import Exit

import graphkit
from graphkit.cli.flags import in_flags, options_of
from graphkit.cli.manifest import write_manifest
from graphkit.model import GraphkitError, InvalidData
from graphkit.model.problem_report import MOST_LINES, problem_lines
from graphkit.model.visible_text import visible, visible_lines

HEADINGS = {
    "Data": {
        "demo": "demo",
        "init": "loading",
        "check": "loading",
        "load": "loading",
        "verify": "verification",
        "info": "summary",
    },
    "Documents": {
        "propose": "proposing",
        "review": "reviewing",
        "source": "proposing",
    },
    "Identities": {
        "duplicates": "duplicates",
        "decide": "decisions",
    },
    "Ranking": {
        "rank": "ranking",
        "why": "evidence",
        "metrics": "catalogue",
    },
    "Structure": {
        "brokers": "brokerage",
        "keyplayers": "key_player_sets",
        "cohesion": "whole_network",
        "communities": "communities",
        "blockmodel": "blockmodels",
        "compare": "comparison",
        "multiplexity": "multiplexity",
        "mixing": "mixing",
        "ratings": "ratings",
        "lived": "lived",
        "ego": "ego",
        "path": "chains",
        "impact": "impact",
    },
    "Pictures": {
        "view": "view",
        "figure": "figure",
        "places": "places",
    },
    "Report": {
        "report": "report",
    },
    "Other programs": {
        "export": "export",
    },
    "Stores": {
        "query": "query",
        "queries": "query",
        "serve": "serve",
        "neo4j": "neo4j",
        "doctor": "doctor",
    },
}
"""The help's headings, their commands, and the module of `graphkit.cli` that holds each."""

_MODULES = {name: module for under in HEADINGS.values() for name, module in under.items()}

_BUG = "this is a bug in graphkit; run again with --debug for the traceback"
_INTERRUPTED = 128 + signal.SIGINT
_TERMINATED = 128 + signal.SIGTERM


def _tell_manifest(context: click.Context) -> None:
    if file := write_manifest(context):
        from graphkit.cli.output import say

        say(f"wrote {file}")


class _Commands(click.Group):
    """The commands in the order in which a newcomer meets them, imported on demand."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _MODULES:
            return None
        module = importlib.import_module(f"graphkit.cli.{_MODULES[cmd_name]}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            result = super().invoke(ctx)
        except Exit:  # a command that has done its work ends with a code of its own
            _tell_manifest(ctx)
            raise
        _tell_manifest(ctx)
        return result

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        width = max(map(len, _MODULES))
        room = formatter.width - 6 - width
        for heading, names in HEADINGS.items():
            rows = []
            for name in names:
                command = self.get_command(ctx, name)
                assert command is not None
                rows.append((f"{name:<{width}}", command.get_short_help_str(room)))
            with formatter.section(heading):
                formatter.write_dl(rows)


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    subcommand_metavar="COMMAND [ARGS]...",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(graphkit.__version__, prog_name="graphkit")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.pass_context
def cli(context: click.Context, debug: bool) -> None:
    """Find the organisations that hold a partnership network together, with the documents behind
    every link.

    Start with `graphkit demo`. `graphkit init` writes empty tables for your own facts.
    """
    if context.invoked_subcommand is None:
        from graphkit.cli.next_steps import next_steps
        from graphkit.cli.options import DEFAULT_STORE
        from graphkit.cli.output import show

        for line in next_steps(Path.cwd(), DEFAULT_STORE):
            show(line)


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command line and exit with a code.

    0, 1 failure, 2 usage, 3 invalid data, 4 no store, 5 differences found by `verify`.
    """
    if arguments is None:  # a process of its own
        # By default Python looks for cycles after 700 new objects, and each time JPype answers with
        # a collection in Java: a fifth of the time that ranking takes.
        gc.set_threshold(20_000, 5, 10)
    given = sys.argv[1:] if arguments is None else arguments
    signal.signal(signal.SIGTERM, _terminated)
    for stream in (sys.stdout, sys.stderr):
        # A letter that the terminal cannot encode must not cut a result short.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = cli.main(given, prog_name="graphkit", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        shown = StringIO()
        error.show(shown)
        click.echo(visible_lines(shown.getvalue()), err=True, nl=False)
        code = error.exit_code
    except click.Abort:
        code = _INTERRUPTED
    except SystemExit as end:
        code = end.code
    except BaseException as error:
        code = _stopped_by(error) or _failed(error, given)
    if code in (_INTERRUPTED, _TERMINATED):
        _say("stopped")
    sys.exit(code if isinstance(code, int) else 0)


def _failed(error: BaseException, given: list[str]) -> int:
    """Say what went wrong and give the exit code for it."""
    if isinstance(error, BrokenPipeError):
        # The reader, such as `head`, has closed the pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    if "--debug" in given:
        traced = "".join(traceback.format_exception(error))
        click.echo(visible_lines(traced), err=True, nl=False)
        return error.exit_code if isinstance(error, GraphkitError) else 1
    if isinstance(error, InvalidData):
        options = _options(given)
        for line in error.remarks:
            click.echo(visible_lines(in_flags(line, options)), err=True)
        for line in problem_lines(
            [replace(each, cure=in_flags(each.cure, options)) for each in error.problems]
        ):
            _say(line)
        if len(error.problems) > MOST_LINES and "--problems" not in given:
            _say(f"{len(error.problems):,} problems in all; --problems FILE lists every one")
        if error.cure:
            _say(in_flags(error.cure, options))
        return error.exit_code
    if isinstance(error, GraphkitError):
        _say(in_flags(str(error), _options(given)))
        return error.exit_code
    if isinstance(error, MemoryError):
        said = f" ({error})" if str(error) else ""
        _say(f"memory ran out{said}; see docs/scale.md for networks that do not fit")
        return 1
    _say(f"{type(error).__name__}: {error}; {_BUG}")
    return 1


def _options(given: list[str]) -> dict[str, str]:
    """The options of the command that was called, by parameter name."""
    name = next((each for each in given if not each.startswith("-")), "")
    command = cli.get_command(click.Context(cli), name)
    return {} if command is None else options_of(command)


def _stopped_by(error: BaseException | None) -> int:
    """The exit code of the signal that ended the command, 0 for none.

    A signal that arrives inside a library may surface as another error, raised while that library
    cleaned up; the signal is then in its context.
    """
    while error is not None:
        if isinstance(error, KeyboardInterrupt):
            return _INTERRUPTED
        if isinstance(error, SystemExit) and error.code == _TERMINATED:
            return _TERMINATED
        error = error.__context__
    return 0


def _terminated(number: int, frame: FrameType | None) -> NoReturn:
    sys.exit(_TERMINATED)


def _say(text: str) -> None:
    click.echo(f"graphkit: {visible(text)}", err=True)
