"""`graphkit neo4j`: start, stop and fill a private Neo4j server in a folder."""

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
_VERSION = click.option(
    "--version",
    metavar="[5.26|2026]",
    help="Neo4j version, or an exact release such as 5.26.30.  [default: the folder's, else 2026]",
)
_PORT = click.option(
    "--port",
    type=click.IntRange(0, 65535),
    help="Bolt port; 0 picks a free one.  [default: the folder's, else 7687]",
)
_HEAP = click.option("--heap", metavar="SIZE", help="Memory for Java: 512m, 4g.  [default: 1g]")
_WAIT = click.option(
    "--wait",
    type=click.FloatRange(min=1),
    default=120.0,
    show_default=True,
    help="Seconds to wait for the server to answer.",
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
@_VERSION
@_PORT
@_HEAP
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="NAME=VALUE",
    help="A setting of neo4j.conf, kept for later starts; NAME= removes it.",
)
@click.option(
    "--gds",
    is_flag=True,
    help="Install the plugin Graph Data Science, for --engine gds. It runs on version 5.26.",
)
@_WAIT
def start(
    folder: Path,
    version: str | None,
    port: int | None,
    heap: str | None,
    settings: tuple[str, ...],
    gds: bool,
    wait: float,
) -> None:
    """Start the server and print how to reach it.

    The first start of a version downloads Neo4j (about 180 MB, from Maven Central) and creates a
    password in a file that only you can read. If the server is already running, nothing changes.

    With --gds the plugin Graph Data Science (OpenGDS, GPL-3.0, 31 MB) is downloaded too. It stays
    in the server's folder `plugins`.

    \b
    Example:
      graphkit neo4j start
      graphkit neo4j start my-server --version 5.26 --port 7688
      graphkit neo4j start --gds --heap 4g
    """
    from graphkit.cli.output import progress, say
    from graphkit.store.neo4j.server import Server

    with progress() as bar:
        now = Server(folder).start(
            version,
            port=port,
            heap=heap,
            settings=_settings(settings),
            gds=gds,
            wait=wait,
            progress=bar,
        )
    if now.already:
        say("The server is already running.")
    _show_reached(now)


@neo4j.command("import")
@click.argument("tables", type=click.Path(path_type=Path))
@_FOLDER
@_VERSION
@_PORT
@_HEAP
@click.option(
    "--replace", is_flag=True, help="Replace the database that is there, with all that it holds."
)
@click.option(
    "--print", "printing", is_flag=True, help="Only print the commands for another server."
)
@_WAIT
def import_tables(
    tables: Path,
    folder: Path,
    version: str | None,
    port: int | None,
    heap: str | None,
    replace: bool,
    printing: bool,
    wait: float,
) -> None:
    """Build the database from exported tables, fast.

    TABLES is a folder that was exported in the format neo4j-import. Neo4j's own import tool builds
    the database from it in one go, while the server is stopped. Then the server starts, the
    constraints are made, and everything is read and compared with the digests of the export, as
    `graphkit verify` does. If the import fails, the database that was there comes back.

    \b
    Example:
      graphkit export -o tables --format neo4j-import
      graphkit neo4j import tables
      graphkit neo4j import tables --print
    """
    from graphkit.cli.output import progress, say, show, working
    from graphkit.model.wording import counted
    from graphkit.store import open_store
    from graphkit.store.neo4j.import_folder import checked, commands
    from graphkit.store.neo4j.server import Server
    from graphkit.store.neo4j.verified_import import finish

    if printing:
        checked(tables)
        for line in commands(tables, replace=replace):
            show(line)
        return
    server = Server(folder)
    with progress() as bar:
        server.build(tables, version, replace=replace, heap=heap, progress=bar)
    with progress() as bar:
        now = server.start(port=port, wait=wait, progress=bar)
    with open_store(now.uri, login=now.login) as store, working("verifying"):
        for each in finish(store):
            nodes, facts = counted(each.nodes, "node"), counted(each.facts, "fact")
            say(f"{each.name}: {nodes} and {facts}, digest {each.digest[:16]}; no differences")
    _show_reached(now)


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


def _show_reached(now: Running) -> None:
    """Print where a server is, and the lines that make the other commands use it."""
    from graphkit.cli.output import show

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
