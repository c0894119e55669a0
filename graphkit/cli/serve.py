"""`graphkit serve`: open the embedded store to other programs over Bolt, until stopped."""

from __future__ import annotations

import signal
import sys
import threading
from typing import TYPE_CHECKING

import click

from graphkit.cli.options import DEFAULT_STORE

if TYPE_CHECKING:
    from graphkit.store.embedded.bolt import Served


@click.command()
@click.option(
    "--store",
    envvar="GRAPHKIT_STORE",
    default=DEFAULT_STORE,
    show_default=True,
    show_envvar=True,
    metavar="FOLDER",
    help="Folder of the store.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=7687,
    show_default=True,
    help="Bolt port; 0 picks a free one.",
)
@click.option("--write", is_flag=True, help="Allow other programs to change the store.")
def serve(store: str, port: int, write: bool) -> None:
    """Open a store to other programs over Bolt, until Ctrl-C.

    Programs on this machine connect as they would to Neo4j, with a password that is printed once.
    They can read; with --write they can also change the store. Cypher cannot read files or web
    addresses. While the server runs with --write, graphkit's own commands must use its address too.
    SIGTERM also stops the server.

    \b
    Example:
      graphkit serve
      graphkit serve --store my-store --port 7688 --write
    """
    from graphkit.cli.output import say, show
    from graphkit.store.embedded.bolt import serve as served
    from graphkit.store.stopping import LISTEN

    stop = threading.Event()
    with served(store, port=port, write=write) as now:
        # From here on a signal is a request, and a second one does not interrupt the closing.
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stop.set())
        show(f"uri       {now.uri}")
        show(f"username  {now.username}")
        show()
        show(_exports(now))
        say(f"{store} is open for {'writing' if write else 'reading'}; press Ctrl-C to stop.")
        while not stop.wait(LISTEN):
            pass
    say("The store is closed.")


def _exports(now: Served) -> str:
    """The line to paste into a shell so that graphkit and Neo4j's own tools connect here."""
    settings = {
        "NEO4J_URI": now.uri,
        "NEO4J_USERNAME": now.username,
        "NEO4J_PASSWORD": now.password,
    }
    if sys.platform == "win32":  # PowerShell
        return "; ".join(f'$env:{name}="{value}"' for name, value in settings.items())
    return "export " + " ".join(f"{name}={value}" for name, value in settings.items())
