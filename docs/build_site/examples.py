"""Run what a page shows, in order and in a folder of its own, and compare what it prints.

A fence with a file name is that file. In a `console` block, a line after `$` is a command and the
lines below it are what it prints: warnings first, then the result, and a line of three dots for
lines left out. A `python` block continues those before it, and a block of text right after it is
what it prints. A key after `[q]uit` at the end of a line was typed. `pip install` is not run, but
must name an extra that exists. A `bash` block must be in the README too, where another test runs it
against a server.

Commands run in this process, without a shell: of its signs only quotes and `> FILE` are understood.
"""

from __future__ import annotations

import contextlib
import filecmp
import io
import os
import re
import shlex
import shutil
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import networkx as nx

from docs.build_site.gather import ROOT
from tests.commands import graphkit

SHOWING = (
    "index.md",
    "tutorials",
    "howto",
    "explanation",
    "documents.md",
    "report.md",
    "scale.md",
    "surveys.md",
    "views.md",
)
"""What in `docs/` is run."""

_BLOCK = re.compile(
    r"^```(?P<language>[\w-]*)(?: (?P<file>[\w./-]+))?\n(?P<text>.*?)^```$(?P<gap>\n*)",
    re.MULTILINE | re.DOTALL,
)
_COMMAND = re.compile(r"^\$ (?P<command>.*?)(?:\s+# exits with (?P<code>\d))?$")
_TYPED = re.compile(r"\[q\]uit (\w)$", re.MULTILINE)
_INSTALLS = re.compile(r'pip install "?(?:graphkit|\.)(?:\[(?P<extras>[\w,-]+)\])?"?$')


class Differs(AssertionError):
    """What a page shows is not what happens."""


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, its file, its text, and whether the one before it is close."""

    language: str
    file: str | None
    text: str
    follows: bool


def showing() -> list[Path]:
    """The pages whose blocks are run."""
    places = [ROOT / "docs" / name for name in SHOWING]
    pages = (each.rglob("*.md") if each.is_dir() else [each] for each in places)
    return sorted(path for found in pages for path in found)


def blocks(text: str) -> Iterator[Block]:
    """The fenced blocks of a page."""
    end = -1
    for found in _BLOCK.finditer(text):
        yield Block(found["language"], found["file"], found["text"], found.start() == end)
        end = found.end()


def run_page(text: str, folder: Path) -> int:
    """Run the blocks of a page in a folder; how many commands and pieces of Python it ran.

    Raises
    ------
    Differs
        Where something fails or prints what the page does not show.
    """
    names: dict[str, object] = {"__name__": "__main__"}
    with _networkx_as_it_was():
        return _run_blocks(text, folder, names)


@contextlib.contextmanager
def _networkx_as_it_was() -> Iterator[None]:
    """Put back what `graphkit.use_in_networkx` sets for the session."""
    kept = list(nx.config.backend_priority.algos), set(nx.config.warnings_to_ignore)
    try:
        yield
    finally:
        nx.config.backend_priority.algos, nx.config.warnings_to_ignore = kept


def _run_blocks(text: str, folder: Path, names: dict[str, object]) -> int:
    ran = 0
    printed: str | None = None
    for block in blocks(text):
        if block.file:
            path = folder / block.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8", newline="")
            printed = None
        elif block.language == "console":
            ran += _run_console(block.text, folder)
            printed = None
        elif block.language == "python":
            printed = _run_python(block.text, folder, names)
            ran += 1
        elif block.language in ("", "text") and block.follows and printed is not None:
            compare("the Python above", block.text, printed)
            printed = None
        elif block.language == "bash":
            if block.text not in (ROOT / "README.md").read_text(encoding="utf-8"):
                raise Differs(f"the README does not have this block:\n{block.text}")
        elif block.language not in ("text", "cypher"):
            raise Differs(
                f"nothing runs a block of {block.language or 'no language'}:\n{block.text}"
            )
    return ran


def _run_console(text: str, folder: Path) -> int:
    shown: list[str] = []
    commands: list[tuple[str, int, list[str]]] = []
    for line in text.splitlines():
        if found := _COMMAND.match(line):
            shown = []
            commands.append((found["command"], int(found["code"] or 0), shown))
        else:
            shown.append(line)
    for command, code, lines in commands:
        ended, printed = _run(command, folder, "\n".join(_TYPED.findall("\n".join(lines))))
        if ended != code:
            raise Differs(f"{command} exits with {ended}:\n{printed}")
        if any(line.strip() for line in lines):
            compare(command, "\n".join(lines), printed)
    return len(commands)


def _run(command: str, folder: Path, typed: str) -> tuple[int, str]:
    """The exit code of a command, and what it prints: standard error, then standard output."""
    if command.startswith("pip install"):
        return _installs(command), ""
    if command == "graphkit load tables" and (printed := _load_as_before(folder)) is not None:
        return 0, printed
    name, *words = shlex.split(command)
    if name != "graphkit":
        raise Differs(f"nothing runs {command}")
    to_file = words[-1] if words[-2:-1] == [">"] else None
    ran = graphkit(*words[: -2 if to_file else None], cwd=folder, stdin=typed)
    if to_file is None:
        return ran.returncode, ran.stderr + ran.stdout
    (folder / to_file).write_text(ran.stdout, encoding="utf-8", newline="")
    return ran.returncode, ran.stderr


@cache
def _loaded_sample() -> tuple[tempfile.TemporaryDirectory[str], str]:
    """The sample's tables, loaded, and what loading prints: many pages begin with this."""
    folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
    graphkit("init", "tables", "--sample", cwd=Path(folder.name))
    ran = graphkit("load", "tables", cwd=Path(folder.name))
    return folder, ran.stderr + ran.stdout


def _load_as_before(folder: Path) -> str | None:
    """What loading the tables into a new store prints, where these are the sample's: the store is
    then a copy.
    """
    sample, printed = _loaded_sample()
    tables = Path(sample.name) / "tables"
    names = sorted(path.name for path in tables.iterdir())
    if (folder / "graphkit-store").exists() or names != sorted(os.listdir(folder / "tables")):
        return None
    if filecmp.cmpfiles(tables, folder / "tables", names, shallow=False)[0] != names:
        return None
    shutil.copytree(Path(sample.name) / "graphkit-store", folder / "graphkit-store")
    return printed


def _installs(command: str) -> int:
    found = _INSTALLS.match(command)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = set((found["extras"] or "").split(",")) - {""} if found else {command}
    return 0 if extras <= set(project["optional-dependencies"]) else 1


def _run_python(text: str, folder: Path, names: dict[str, object]) -> str:
    printed = io.StringIO()
    with contextlib.chdir(folder), contextlib.redirect_stdout(printed):
        exec(compile(text, "page", "exec"), names)
    return printed.getvalue()


def compare(what: str, shown: str, printed: str) -> None:
    """Compare line by line; a line of three dots stands for any number of lines."""
    lines = iter(printed.rstrip().splitlines())
    gap = False
    for line in shown.rstrip().splitlines():
        if line.strip() == "…":
            gap = True
        elif gap:
            if line.rstrip() not in (each.rstrip() for each in lines):
                raise Differs(f"{what} does not print:\n{line}\nbut\n{printed}")
            gap = False
        elif (found := next(lines, "the end").rstrip()) != line.rstrip():
            raise Differs(f"{what} prints\n{found}\nfor\n{line}\nIn full:\n{printed}")
    if not gap and (rest := next(lines, None)) is not None:
        raise Differs(f"{what} prints more than the page shows:\n{rest}\nIn full:\n{printed}")
