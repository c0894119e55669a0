"""The walk of `graphkit decide`: pair after pair, decided with a key."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import click

from graphkit.cli.output import ask, say, say_lines
from graphkit.export.compared_pair import compared_pair_text
from graphkit.names import Decision
from graphkit.names.walk import Walk
from graphkit.network import Network, explain
from graphkit.network.places import places_of

if TYPE_CHECKING:
    from graphkit.metrics.duplicates import Duplicate

_VERDICTS = {"s": "same", "d": "different", "u": "unsure"}
_KEEP_RIGHT, _BACK, _QUIT = "r", "b", "q"
_ASK = "[s]ame  same, keep the [r]ight one  [d]ifferent  [u]nsure  [b]ack  [q]uit "


def accepted(
    pairs: Iterable[Duplicate], least: float, held: Iterable[Decision], when: str
) -> tuple[Decision, ...]:
    """The decisions that graphkit makes: pairs with this score and nothing against are the same."""
    sure = [each for each in pairs if each.score >= least and not each.against]
    walk = Walk(sure, held, who="graphkit", when=when)
    while (pair := walk.current) is not None:
        walk.decide("same", f"score {pair.score:.3f}: {', '.join(pair.reasons)}")
    return walk.made


def walk_through(
    walk: Walk[Duplicate],
    network: Network,
    save: Callable[[tuple[Decision, ...]], None],
    why: str = "",
) -> None:
    """Show one pair after another and do what is asked, to the last pair or until `q`.

    save: keeps the decisions that were made. It is called at the end, also when the walk is
    interrupted or the input ends.
    """
    try:
        _ask_for_each(walk, network, why)
    except BaseException as error:  # whatever ends the walk
        save(walk.made)
        if walk.made and isinstance(error, KeyboardInterrupt | click.Abort):
            say("stopped; what was decided is kept, and graphkit decide asks the rest")
        raise
    save(walk.made)


def _ask_for_each(walk: Walk[Duplicate], network: Network, why: str) -> None:
    places = {
        organisation: sorted(network.nodes["Place", each].name for each in found)
        for organisation, found in places_of(network, network.selection).items()
    }
    width = shutil.get_terminal_size().columns
    while (pair := walk.current) is not None:
        left, right = explain(network, pair.left), explain(network, pair.right)
        both = places.get(pair.left.id, ()), places.get(pair.right.id, ())
        say(f"pair {walk.number} of {len(walk)}, score {pair.score:.3f}")
        say_lines(compared_pair_text(left, right, both, width=width))
        say(f"for      {'; '.join(pair.reasons) or 'nothing'}")
        say(f"against  {'; '.join(pair.against) or 'nothing'}")
        key = _key()
        if key == _QUIT:
            break
        if key == _BACK:
            if not walk.back():
                say("nothing has been decided yet")
        else:
            verdict = _VERDICTS.get(key, "same")
            made = walk.decide(verdict, why, keep_right=key == _KEEP_RIGHT)
            say(f"{made.left_name} and {made.right_name}: {made.verdict}")
    else:
        say("no pair is left to decide on")


def _key() -> str:
    """The key that was pressed, or outside a terminal the first letter of the next line."""
    keys = (*_VERDICTS, _KEEP_RIGHT, _BACK, _QUIT)
    while True:
        ask(_ASK)
        pressed = click.getchar() if sys.stdin.isatty() else sys.stdin.readline() or _QUIT
        key = pressed.strip().lower()[:1]
        say(key)
        if key in keys:
            return key
        say(f"press one of the keys {', '.join(keys)}")
