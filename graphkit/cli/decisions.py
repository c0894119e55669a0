"""`graphkit decide`: say that two ids are one organisation, or two."""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphkit.cli.manifest import note_store
from graphkit.cli.options import Output, output_options, store_option
from graphkit.cli.pair_options import pair_options
from graphkit.model import Node, UsageError
from graphkit.model.wording import counted
from graphkit.names import VERDICTS, Decision

if TYPE_CHECKING:
    from graphkit.store.reports import Decided

_NAMED = 3
"""At most this many ids that the store does not have are named."""


@click.command()
@click.argument("left", required=False)
@click.argument("right", required=False)
@click.argument("verdict", required=False, type=click.Choice(VERDICTS))
@store_option
@click.option("--why", default="", help="The reason.")
@click.option("--who", help="Who decides.  [default: your login name]")
@click.option(
    "--from",
    "taken",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Take decisions from a CSV file with the columns left, right (ids or names) and verdict, "
    "and perhaps who, when, why, left_name and right_name.",
)
@click.option(
    "--withdraw",
    nargs=2,
    metavar="LEFT RIGHT",
    help="Withdraw what was decided about these two; the former nodes and facts are there again.",
)
@click.option("--list", "listed", is_flag=True, help="List all decisions that the store keeps.")
@click.option(
    "--accept",
    type=click.FloatRange(0, 1),
    metavar="SCORE",
    help="Decide without asking that pairs with this score or more are the same, if nothing is "
    "against it; `who` is then graphkit.",
)
@pair_options("effect")
@output_options
def decide(
    left: str | None,
    right: str | None,
    verdict: str | None,
    store: str,
    why: str,
    who: str | None,
    taken: Path | None,
    withdraw: tuple[str, str] | None,
    listed: bool,
    accept: float | None,
    sort: str,
    least: float,
    output: Output,
) -> None:
    """Say which organisations are the same, and which are not.

    Without arguments it shows the likely pairs one by one, side by side with their ties and
    sources, and you decide with a key: s (same, the left one stays), r (same, the right one stays),
    d (different), u (unsure), b (back), q (quit). What follows from your decisions is not asked.
    They are kept when you quit; the next time only the remaining pairs are shown.

    LEFT and RIGHT are ids or names, and VERDICT is same, different or unsure. The organisation
    keeps the left id; its other names become aliases, and all facts lead to it. The store keeps the
    decision for all its data sets, also for those that you load later. Nothing that your tables say
    is changed, and what you withdraw leaves no trace.

    Decisions that contradict each other (a = b, b = c, but a ≠ c) are refused: exit code 3.

    \b
    Example:
      graphkit decide
      graphkit decide --accept 0.98
      graphkit decide politechnika-bialostocka pb2 same --why "a letter without its stroke"
      graphkit decide --list --format csv -o decisions.csv
      graphkit decide --from decisions.csv
      graphkit decide --withdraw politechnika-bialostocka pb2
    """
    from graphkit.cli.output import emit, open_target
    from graphkit.export.decisions import decisions_table
    from graphkit.sources import read_decisions
    from graphkit.store import stated_organisations

    pair = left is not None
    ways = pair + sum(each is not None for each in (taken, withdraw, accept)) + listed
    if ways > 1:
        raise UsageError(
            "give either two organisations and a verdict, such as `graphkit decide a b same`, or "
            "one of --from, --withdraw, --list and --accept"
        )
    today = f"{datetime.now(UTC):%Y-%m-%d}"
    if accept is not None or not ways:
        who = _login() if who is None else who
        _decide_on_pairs(store, sort, least, accept, who=who, when=today, why=why)
        return
    if listed:
        with open_target(store, create=False, read_only=True) as opened:
            kept = opened.decisions()
            note_store(opened, wanted=output.is_workbook)
        emit(decisions_table(kept), output)
        return
    if pair and verdict is None:
        raise UsageError(f"name two organisations and one of {', '.join(VERDICTS)}")
    given: list[Decision] = []
    with open_target(store, create=False) as opened:
        if taken is not None:
            given = list(read_decisions(taken, known=stated_organisations(opened)))
        if verdict is not None:
            assert left is not None
            assert right is not None
            known = stated_organisations(opened)
            who = _login() if who is None else who
            given = [Decision(_id(known, left), _id(known, right), verdict, who, today, why)]
            if given[0].left == given[0].right:
                raise UsageError(f"{left!r} and {right!r} are the same id; name two organisations")
        elif who is not None:
            given = [replace(each, who=each.who or who) for each in given]
        pairs = []
        if withdraw is not None:
            pairs.append(_decided(opened.decisions(), stated_organisations(opened), *withdraw))
        report = opened.decide(given, pairs)
        note_store(opened)
    _tell(report)


def _decide_on_pairs(
    store: str, sort: str, least: float, accept: float | None, *, who: str, when: str, why: str
) -> None:
    """Decide on the likely pairs of a store: by score where `accept` is given, else by asking."""
    from graphkit.cli.deciding_walk import accepted, walk_through
    from graphkit.cli.output import open_target, progress, say, selected_network
    from graphkit.metrics import find_duplicates
    from graphkit.names.walk import Walk
    from graphkit.network import Selection

    def save(made: tuple[Decision, ...]) -> None:
        if not made:
            say("nothing was decided")
            return
        with open_target(store, create=False) as opened:
            report = opened.decide(made)
            note_store(opened)
        _tell(report)

    network = selected_network(store, Selection())
    with progress() as bar:
        found = find_duplicates(network, sort=sort, least=least, progress=bar)
    if accept is not None:
        save(accepted(found.pairs, accept, network.decisions, when))
    else:
        walk_through(Walk(found.pairs, network.decisions, who=who, when=when), network, save, why)


def _tell(report: Decided) -> None:
    """Print what decisions did."""
    from graphkit.cli.output import say, show

    show(
        f"decisions: {report.added} added, {report.changed} changed, {report.unchanged} unchanged, "
        f"{report.withdrawn} withdrawn"
    )
    have = "organisation has", "organisations have"
    show(f"{counted(report.joined, *have)} several ids")
    if unknown := report.unknown:
        some = ", ".join(unknown[:_NAMED]) + (" …" if len(unknown) > _NAMED else "")
        say(f"no data set of the store states {some}; the decision counts as soon as one does")


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a user without a name, as in some containers
        return ""


def _id(known: Sequence[Node], reference: str) -> str:
    """The id of the organisation that a reference means."""
    from graphkit.model.naming import find

    return find(known, reference, otherwise="graphkit rank lists them all").id


def _decided(
    decisions: Sequence[Decision], known: Sequence[Node], left: str, right: str
) -> tuple[str, str]:
    """The pair of ids about which a decision is withdrawn; UsageError where there is none."""
    pairs = {each.pair for each in decisions}
    ids = {key for pair in pairs for key in pair}
    one, other = (each if each in ids else _id(known, each) for each in (left, right))
    pair = (min(one, other), max(one, other))
    if pair not in pairs:
        raise UsageError(
            f"nothing was decided about {one} and {other}; graphkit decide --list lists what was"
        )
    return pair
