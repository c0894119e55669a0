"""`graphkit neo4j start`, `stop`, `status` and `log`: a private Neo4j server in a folder."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphkit.model import UsageError

if TYPE_CHECKING:
    from graphkit.store.neo4j.server import Running


def _default_folder() -> Path:
    from graphkit.store.neo4j.server import DEFAULT_FOLDER

    return Path(DEFAULT_FOLDER)


_FOLDER = click.argument(
    "folder", type=click.Path(path_type=Path), required=False, default=_default_folder
)


@click.group()
def neo4j() -> None:
    """Run a Neo4j server of your own in a folder, without Docker.

    The server is a separate process that only this machine can reach. It keeps everything in
    FOLDER (default graphkit-neo4j). It needs `pip install "graphkit[neo4j-server]"`.

    \b
    Example:
      graphkit neo4j start
      graphkit neo4j status
      graphkit neo4j stop
    """


@neo4j.command()
@_FOLDER
@click.option(
    "--version",
    metavar="[5.26|2026]",
    help="Neo4j version, or an exact release such as 5.26.30.  [default: the folder's, else 2026]",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    help="Bolt port; 0 picks a free one.  [default: the folder's, else 7687]",
)
@click.option("--heap", metavar="SIZE", help="Memory for Java: 512m, 4g.  [default: 1g]")
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="NAME=VALUE",
    help="A setting of neo4j.conf, kept for later starts; NAME= removes it.",
)
@click.option(
    "--wait",
    type=click.FloatRange(min=1),
    default=120.0,
    show_default=True,
    help="Seconds to wait for the server to answer.",
)
def start(
    folder: Path,
    version: str | None,
    port: int | None,
    heap: str | None,
    settings: tuple[str, ...],
    wait: float,
) -> None:
    """Start the server and print how to reach it.

    The first start of a version downloads Neo4j (about 180 MB, from Maven Central) and creates a
    password in a file that only you can read. If the server is already running, nothing changes.

    \b
    Example:
      graphkit neo4j start
      graphkit neo4j start my-server --version 5.26 --port 7688
    """
    from graphkit.cli.output import progress, say, show
    from graphkit.store.neo4j.server import Server

    with progress() as bar:
        now = Server(folder).start(
            version,
            port=port,
            heap=heap,
            settings=_settings(settings),
            wait=wait,
            progress=bar,
        )
    if now.already:
        say("The server is already running.")
    for name, value in (
        ("uri", now.uri),
        ("username", now.username),
        ("password", f"in {now.password_file}"),
        ("data", now.data),
        ("log", now.log),
        ("version", now.version),
    ):
        show(f"{name:<10}{value}")
    show()
    for line in _exports(now):
        show(line)


@neo4j.command()
@_FOLDER
@click.option(
    "--wait",
    type=click.FloatRange(min=0),
    default=60.0,
    show_default=True,
    help="Seconds to wait before the server is killed.",
)
def stop(folder: Path, wait: float) -> None:
    """Stop the server and keep its data.

    \b
    Example:
      graphkit neo4j stop
    """
    from graphkit.cli.output import say
    from graphkit.store.neo4j.server import Server

    ended = Server(folder).stop(wait)
    if ended == "killed":
        say(f"The server did not stop within {wait:g} s and was killed. Its data are kept.")
    else:
        say("The server has stopped." if ended else "The server was not running.")


@neo4j.command()
@_FOLDER
def status(folder: Path) -> None:
    """Show whether the server is running, and where.

    The exit code is 4 when it is not running.

    \b
    Example:
      graphkit neo4j status
    """
    from graphkit.cli.output import say, show
    from graphkit.store.neo4j.server import Server

    now = Server(folder).status()
    if now.running is not None:
        show(
            f"running: Neo4j {now.running.version} at {now.running.uri}, "
            f"process {now.running.pid}, data in {now.running.data}"
        )
        return
    if now.state == "absent":
        show(f"absent: no server was ever started in {folder}")
    elif now.state == "stopped":
        show(f"stopped: Neo4j {now.version}, last on port {now.port}")
    else:
        show(f"crashed: Neo4j {now.version} ended without being stopped")
        say("Its data are kept: start it again. `graphkit neo4j log` shows how it ended.")
    click.get_current_context().exit(4)


@neo4j.command()
@_FOLDER
@click.option(
    "-n",
    "--lines",
    type=click.IntRange(min=1),
    default=50,
    show_default=True,
    help="Number of lines to show.",
)
def log(folder: Path, lines: int) -> None:
    """Show the last lines of the server's log.

    \b
    Example:
      graphkit neo4j log --lines 20
    """
    from graphkit.cli.output import show
    from graphkit.store.neo4j.server import Server

    for line in Server(folder).log(lines):
        show(line)


def _settings(given: tuple[str, ...]) -> dict[str, str | None]:
    settings: dict[str, str | None] = {}
    for each in given:
        name, equals, value = each.partition("=")
        if not (name and equals):
            raise UsageError(f"--set {each}: write it as NAME=VALUE")
        settings[name.strip()] = value.strip() or None
    return settings


def _exports(now: Running) -> list[str]:
    """The lines to paste into a shell so that the other commands use this server."""
    if sys.platform == "win32":  # PowerShell
        return [
            f'$env:NEO4J_URI="{now.uri}"; $env:NEO4J_USERNAME="{now.username}"',
            f'$env:NEO4J_PASSWORD=Get-Content "{now.password_file}"',
        ]
    return [
        f"export NEO4J_URI={now.uri} NEO4J_USERNAME={now.username}",
        f'export NEO4J_PASSWORD="$(cat {shlex.quote(str(now.password_file))})"',
    ]
