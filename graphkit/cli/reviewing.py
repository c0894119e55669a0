"""`graphkit review`: decide on proposed rows in the terminal."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphkit.cli.proposing import page_language_option, write_review_page
from graphkit.model import UsageError
from graphkit.model.wording import counted

if TYPE_CHECKING:
    from graphkit.documents.review import Review
    from graphkit.documents.rows import Row

_ASK = "[a]ccept  as [i]nferred  [r]eject  [c]hange  [s]ame as  [l]ater  [q]uit "
_KEYS = "aircslq"


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--accept",
    type=click.FloatRange(0, 1),
    metavar="CONFIDENCE",
    help="Accept without asking every row whose rule has this confidence or more.",
)
@page_language_option
def review(folder: Path, accept: float | None, page_language: str | None) -> None:
    """Decide on the rows that graphkit propose wrote to FOLDER.

    Each row is shown with the words that it rests on. Decide with a key: a (accept: the document
    says so), i (accept: it follows from what the document says), r (reject), c (change a cell),
    s (the same organisation as another, by id), l (later), q (quit). What an accepted row names is
    accepted with it; what names a rejected organisation is rejected with it. Everything is kept
    when you quit, and rejected rows are not proposed again. The page review.html of FOLDER, where
    you can decide too, is written again.

    \b
    Example:
      graphkit review proposals
      graphkit review proposals --accept 0.9
    """
    from graphkit.cli.output import show
    from graphkit.documents.folder import read_folder, write_folder
    from graphkit.documents.review import Review

    held = read_folder(folder)
    walk = Review(held)
    try:
        if accept is not None:
            walk.accept_all(accept)
        else:
            _ask_for_each(walk)
    finally:
        write_folder(held, folder)
        write_review_page(held, folder, page_language)
        show(
            f"{walk.accepted:,} accepted, {walk.rejected:,} rejected, {walk.joined:,} joined; "
            f"{counted(len(walk.waiting()), 'row')} to decide on"
        )


def _ask_for_each(walk: Review) -> None:
    from graphkit.cli.output import say, say_lines
    from graphkit.documents.review import shown

    later: set[tuple[str, str]] = set()
    while True:
        rows = [row for row in walk.waiting() if (row.table, row.key) not in later]
        if not rows:
            say("no row is left to decide on")
            return
        row = rows[0]
        say(f"{len(rows):,} to decide on")
        say_lines("\n".join(shown(walk.folder, row)))
        key = _key()
        if key == "q":
            return
        if key == "l":
            later.add((row.table, row.key))
            continue
        try:
            _decide(walk, row, key)
        except UsageError as error:
            say(str(error))


def _decide(walk: Review, row: Row, key: str) -> None:
    from graphkit.cli.output import say

    if key == "a":
        walk.accept(row)
    elif key == "i":
        walk.accept(row, "inferred")
    elif key == "r":
        walk.reject(row)
    elif key == "s":
        other = _line("id of the other: ")
        known = ("organisations", other) in walk.folder.rows
        walk.same(row, other)
        if not known:
            say(f"{other} is not in this folder; it is taken as the id of one in the store")
    else:
        column, _, value = _line("cell=value: ").partition("=")
        walk.change(row, column.strip(), value)


def _key() -> str:
    from graphkit.cli.output import ask, say

    while True:
        ask(_ASK)
        pressed = click.getchar() if sys.stdin.isatty() else sys.stdin.readline() or "q"
        key = pressed.strip().lower()[:1]
        say(key)
        if key and key in _KEYS:
            return key
        say(f"press one of the keys {', '.join(_KEYS)}")


def _line(what: str) -> str:
    from graphkit.cli.output import ask

    ask(what)
    return sys.stdin.readline().strip()
