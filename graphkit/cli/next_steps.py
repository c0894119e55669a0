"""`graphkit` without arguments: what one can do next, with the names of the files found here."""

from __future__ import annotations

import os
import shlex
from collections.abc import Sequence
from pathlib import Path

Steps = tuple[str, dict[str, str]]
"""A heading, and commands with what they do."""

_NAMED = 3
_MOST_LOOKED_AT = 1_000
"""A folder of more entries is not searched: it is a home or a download folder, not a project."""

_NOT_DATA = {".json", ".txt"}
"""Endings that often hold something else; such files are mentioned to nobody."""

_HELP = "graphkit --help lists all commands."


def next_steps(folder: Path, default_store: str) -> list[str]:
    """Say in three to six lines what one can do next.

    A store comes first, then proposals, tables, and files that can be read; otherwise the first
    steps.
    """
    entries = _entries(folder)
    steps = (
        _with_store(folder, entries, default_store)
        or _with_proposals(entries)
        or _with_tables(folder, entries)
        or _with_files(entries)
        or _first_steps()
    )
    heading, commands = steps
    width = max(map(len, commands))
    said = [f"  {command:<{width}}  {what}" for command, what in commands.items()]
    return [heading, *said, _HELP]


def _entries(folder: Path) -> list[Path]:
    """What is in the folder, by name, but for what is hidden."""
    try:
        found = [folder / each.name for each in os.scandir(folder) if each.name[0] != "."]
    except OSError:
        return []
    return sorted(found) if len(found) <= _MOST_LOOKED_AT else []


def _with_store(folder: Path, entries: Sequence[Path], default: str) -> Steps | None:
    from graphkit.store.base import shown
    from graphkit.store.embedded.marker import NAME

    option = ""
    for setting in ("GRAPHKIT_STORE", "NEO4J_URI"):
        if value := os.environ.get(setting):
            heading = f"The store is {shown(value)} ({setting})."
            break
    else:
        places = [folder / default, *entries, *(each / "store" for each in entries)]
        found = next((each for each in places if (each / NAME).is_file()), None)
        if found is None:
            return None
        name = found.relative_to(folder).as_posix()
        heading = f"There is a store here: {name}."
        option = "" if name == default else f" --store {_word(name)}"
    return (
        heading,
        {
            f"graphkit info{option}": "shows what it holds",
            f"graphkit rank{option}": "shows who connects the others",
            f"graphkit view -o network.html{option}": "draws the network as a page",
            f"graphkit report -o report.html{option}": "writes all of it in words",
        },
    )


def _with_proposals(entries: Sequence[Path]) -> Steps | None:
    from graphkit.sources.raw import FINDS

    found = next((each.name for each in entries if (each / f"{FINDS}.csv").is_file()), None)
    if found is None:
        return None
    return (
        f"There are proposed facts here: {found}.",
        {
            f"graphkit review {_word(found)}": "asks for a decision on each",
            f"graphkit load {_word(found)}": "loads those that you accepted into a store",
        },
    )


def _with_tables(folder: Path, entries: Sequence[Path]) -> Steps | None:
    places = [folder, *(each for each in entries if each.is_dir())]
    found = [each for each in places if (each / "organisations.csv").is_file()]
    if not found:
        return None
    names = [each.relative_to(folder).as_posix() for each in found]
    word = _word(names[0])
    heading = "in this folder" if names[0] == "." else f"here: {_listed(names)}"
    return (
        f"There are tables {heading}.",
        {
            f"graphkit check {word}": "shows what would load, and every problem",
            f"graphkit load {word}": "loads them into a store",
        },
    )


def _with_files(entries: Sequence[Path]) -> Steps | None:
    if not any(each.suffix for each in entries):
        return None
    from graphkit.sources import endings

    known = set(endings()) - _NOT_DATA
    names = [each.name for each in entries if each.suffix.lower() in known and each.is_file()]
    if not names:
        return None
    return (
        f"There {'is a file' if len(names) == 1 else 'are files'} to load: {_listed(names)}.",
        {
            f"graphkit check {_word(names[0])}": "shows how it would be read",
            f"graphkit load {_word(names[0])}": "loads it into a store",
        },
    )


def _first_steps() -> Steps:
    return (
        "First steps:",
        {
            "graphkit demo": "shows a sample: key connectors and a page",
            "graphkit init my-network": "writes empty tables for your own facts",
            "graphkit load FILE": "loads a spreadsheet, an edge list or a network file",
            "graphkit propose FILE -o proposals": "finds facts in a web page, PDF or Word file",
        },
    )


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")


def _word(name: str) -> str:
    """A name as a shell takes it for one word and no option."""
    return shlex.quote(f"./{name}" if name.startswith("-") else name)
