"""`graphkit serve`: the embedded store for other programs, over Bolt, until it is stopped."""

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
    help="The folder of the store.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=7687,
    show_default=True,
    help="The port of Bolt; 0 takes a free one.",
)
@click.option("--write", is_flag=True, help="Let the other programs change the store.")
def serve(store: str, port: int, write: bool) -> None:
    """Open a store in a folder to other programs, until Ctrl-C or SIGTERM.

    They reach it over Bolt, as they reach Neo4j, from this machine only, with the password that is
    printed now and never again. They may read; with --write they may change the store. Files and
    addresses cannot be read from Cypher. Until it ends, graphkit too reaches the store by its
    address.

    \b
    Example:
      graphkit serve
      graphkit serve --store my-store --port 7688 --write
    """
    from graphkit.cli.output import say
    from graphkit.store.embedded.bolt import serve as served
    from graphkit.store.stopping import LISTEN

    stop = threading.Event()
    with served(store, port=port, write=write) as now:
        # From here on a signal asks, and a second one does not break into the closing.
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stop.set())
        click.echo(f"uri       {now.uri}")
        click.echo(f"username  {now.username}")
        click.echo()
        click.echo(_exports(now))
        say(f"{store} is open for {'writing' if write else 'reading'}; Ctrl-C ends it.")
        while not stop.wait(LISTEN):
            pass
    say("It is closed.")


def _exports(now: Served) -> str:
    """What a user pastes so that graphkit and Neo4j's own tools connect here."""
    settings = {
        "NEO4J_URI": now.uri,
        "NEO4J_USERNAME": now.username,
        "NEO4J_PASSWORD": now.password,
    }
    if sys.platform == "win32":  # PowerShell
        return "; ".join(f'$env:{name}="{value}"' for name, value in settings.items())
    return "export " + " ".join(f"{name}={value}" for name, value in settings.items())
