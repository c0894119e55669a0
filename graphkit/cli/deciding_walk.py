"""The walk of `graphkit decide`: pair after pair, decided with a key."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from graphkit.cli.output import say, say_lines
from graphkit.export.compared_pair import compared_pair_text
from graphkit.model.wording import counted
from graphkit.names.walk import Walk
from graphkit.network import Network, explain
from graphkit.network.places import places_of

if TYPE_CHECKING:
    from graphkit.metrics.duplicates import Duplicate

_VERDICTS = {"s": "same", "d": "different", "u": "unsure"}
_BACK, _QUIT = "b", "q"
_ASK = "[s]ame  [d]ifferent  [u]nsure  [b]ack  [q]uit "


def walk_through(
    walk: Walk[Duplicate], network: Network, save: Callable[[], None], why: str = ""
) -> None:
    """Show one pair after another and do what is asked, to the last pair or until `q`.

    save: keeps the decisions of the walk. It is called at the end, also when the walk is
    interrupted or the input ends.
    """
    places = {
        organisation: sorted(network.nodes["Place", each].name for each in found)
        for organisation, found in places_of(network, network.selection).items()
    }
    width = shutil.get_terminal_size().columns
    try:
        while (pair := walk.current) is not None:
            left, right = explain(network, pair.left), explain(network, pair.right)
            both = places.get(pair.left.id, ()), places.get(pair.right.id, ())
            say(f"Pair {walk.number} of {len(walk)}, score {pair.score:.2f}")
            say_lines(compared_pair_text(left, right, both, width=width))
            say(f"for: {'; '.join(pair.reasons) or 'nothing'}")
            say(f"against: {'; '.join(pair.against) or 'nothing'}")
            key = _key()
            if key == _QUIT:
                break
            if key == _BACK:
                if not walk.back():
                    say("this is the first pair that you decide on")
            else:
                made = walk.decide(_VERDICTS[key], why)
                say(f"{made.left_name} and {made.right_name}: {made.verdict}")
        else:
            say("no pair is left to decide on")
    finally:
        save()


def _key() -> str:
    """The key that was pressed, or outside a terminal the first letter of the next line."""
    keys = (*_VERDICTS, _BACK, _QUIT)
    while True:
        click.echo(_ASK, nl=False, err=True)
        pressed = click.getchar() if sys.stdin.isatty() else sys.stdin.readline() or _QUIT
        key = pressed.strip().lower()[:1]
        click.echo(key if key.isprintable() else "", err=True)
        if key in keys:
            return key
        say(f"press one of the keys {', '.join(keys)}")


def said(walk: Walk[Duplicate]) -> str:
    """How far the walk has come."""
    left = len(walk) - walk.number + 1
    return f"{counted(walk.made, 'decision')} made, {counted(left, 'pair')} left"
