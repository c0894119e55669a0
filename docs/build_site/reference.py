"""The pages of the reference that only the site has, made from the code: exit codes, formats, the
query library with example results, and the Python API.
"""

from __future__ import annotations

import importlib
import inspect
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import ModuleType

import graphkit
from docs.markdown import markdown_table
from graphkit.export.formats import FORMATS, formats_by_ending
from graphkit.export.networks.formats import NETWORK_FORMATS
from graphkit.model import GraphkitError
from graphkit.sources import endings, read_sample
from graphkit.store import StoredQuery, open_store, stored_queries
from graphkit.views.figure.render import FORMATS as FIGURES
from tests.commands import graphkit as run

ROOMS = {
    "network": "The network: what is selected, at which date, and the facts behind it.",
    "metrics": "Rankings, brokers, key players, communities, comparisons and chance.",
    "engines": "The same rankings by engines that need less memory.",
    "views": "Pages and figures.",
    "report": "The report in words.",
    "store": "Stores, and the query library.",
    "sources": "Reading files.",
    "documents": "Facts proposed from pages, PDF and Word.",
    "names": "Who is the same organisation.",
    "model": "Tables, the vocabulary, data sets, dates and errors.",
    "export": "Results as text.",
    "backend": "The networkx backend.",
}
"""The rooms of the package that have public names, in the order of their use."""

_FIRST_ROWS = 5


def generated() -> dict[str, Callable[[], str]]:
    """The pages by their place in the site, with what writes each."""
    pages: dict[str, Callable[[], str]] = {
        "reference/exit-codes.md": exit_codes,
        "reference/formats.md": formats,
        "reference/queries.md": queries,
        "reference/api.md": api,
    }
    return pages | {f"reference/api-{room}.rst": lambda room=room: api_of(room) for room in ROOMS}


def exit_codes() -> str:
    """What the codes mean with which commands end."""
    # The others end with 1, as `GraphkitError` itself.
    errors = [each for each in GraphkitError.__subclasses__() if each.exit_code > 1]
    rows = [
        ("0", "The command has done what it should."),
        ("1", "Something else than below went wrong; the message says what. `GraphkitError`."),
    ]
    rows += [
        (str(each.exit_code), f"{_first_line(each)} `{each.__name__}`.")
        for each in sorted(errors, key=lambda each: (each.exit_code, each.__name__))
    ]
    rows += [
        ("5", "`graphkit verify` or `graphkit report --verify` found differences."),
        ("130, 143", "The command was stopped, by Ctrl-C or from outside."),
        ("141", "The program that read the output, such as `head`, has closed it."),
    ]
    text = (
        "# Exit codes\n\nData go to standard output, everything else to standard error. A script "
    )
    text += "can tell from the exit code what happened.\n\n"
    return text + _table(("code", "meaning"), rows)


def formats() -> str:
    """What is read and written, by the endings of files."""
    text = "# Formats\n\n## Read\n\n`graphkit load` and `graphkit check` read files that end in "
    text += ", ".join(f"`{ending}`" for ending in sorted(endings()))
    text += ". [How, with an example of each](../import.md).\n\n## Results as tables\n\n"
    by_ending = formats_by_ending()
    text += _table(
        ("format", "endings"),
        (
            (f"`{form}`", ", ".join(f"`{end}`" for end, of in by_ending.items() if of == form))
            for form in FORMATS
        ),
    )
    text += "\n[How each is written](../tables.md).\n\n## Networks for other programs\n\n"
    text += _table(
        ("format", "ending", "modes", "what it is for"),
        (
            (
                f"`{name}`",
                f"`{form.ending}`" if form.ending else "a folder",
                ", ".join(form.modes),
                form.about,
            )
            for name, form in NETWORK_FORMATS.items()
        ),
    )
    text += "\n[An example of each](../export.md).\n\n## Pictures\n\n`graphkit view` writes HTML, "
    text += f"`graphkit figure` {', '.join(f'`.{form}`' for form in FIGURES)}. "
    return text + "[Pictures](../views.md).\n"


def queries() -> str:
    """The query library, each question with what it gives for the sample."""
    text = "# Queries, with example results\n\nThe questions of the library, each with its example "
    text += "on [the sample](../sample.md). `graphkit query NAME` runs one, on either kind of "
    text += "store. [How to write one](../writing-queries.md).\n"
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        with open_store(Path(folder) / "graphkit-store") as store:
            store.load(read_sample())
        for query in stored_queries():
            text += "\n" + "\n".join(_query(query, Path(folder))) + "\n"
    return text


def _query(query: StoredQuery, folder: Path) -> Iterator[str]:
    yield f"## {query.name}\n\n**{query.title}** {query.description}\n"
    if query.parameters:
        yield _table(
            ("parameter", "type", "meaning"),
            (
                (
                    f"`{each.name}`",
                    each.type + (", required" if each.required else ""),
                    each.meaning,
                )
                for each in query.parameters
            ),
        )
    yield _table(
        ("column", "meaning"), ((f"`{each.name}`", each.meaning) for each in query.columns)
    )
    values = " ".join(f"--param {name}={value}" for name, value in query.example.items())
    ran = run("query", query.name, "--example", "--format", "md", cwd=folder)
    assert ran.returncode == 0, ran.stderr
    lines = ran.stdout.splitlines()
    yield f"`graphkit query {query.name} {values}`".replace(" `", "`") + "\n"
    yield "\n".join(lines[: _FIRST_ROWS + 2]) + "\n"
    if len(lines) > _FIRST_ROWS + 2:
        yield f"… and {len(lines) - _FIRST_ROWS - 2} more.\n"
    yield f"```text\n{query.text.strip()}\n```"


def api() -> str:
    """The names to begin with, and the rooms with all others."""
    text = "# Python\n\n" + (inspect.getdoc(graphkit) or "").replace("`read`", "`graphkit.read`", 1)
    text += "\n\n## To begin with\n\n"
    begin = [name for name in graphkit.__all__ if not name.startswith("__")]
    text += _table(
        ("name", "what it does"),
        (
            (f"[`graphkit.{name}`](api-{_room_of(name)}.rst)", _first_line(getattr(graphkit, name)))
            for name in begin
        ),
    )
    text += "\n## All rooms\n\n"
    rooms = (f"- [`graphkit.{room}`](api-{room}.rst): {what}" for room, what in ROOMS.items())
    menu = "\n".join(f"api-{room}" for room in ROOMS)
    return text + "\n".join(rooms) + f"\n\n```{{toctree}}\n:hidden:\n\n{menu}\n```\n"


def api_of(room: str) -> str:
    """The public names of a room with their docstrings, in the form in which docstrings are
    written: only there does Sphinx number what they cite.
    """
    module = importlib.import_module(f"graphkit.{room}")
    title = f"graphkit.{room}"
    documented = [_directive(module, name) for name in public(module)]
    return "\n".join([title, "=" * len(title), "", ROOMS[room], "", *documented])


def public(module: ModuleType) -> list[str]:
    """The public functions and classes of a module; its other names are plain values."""
    names = sorted(module.__all__, key=str.lower)
    return [name for name in names if callable(getattr(module, name)) and _is_ours(module, name)]


def _is_ours(module: ModuleType, name: str) -> bool:
    return str(getattr(getattr(module, name), "__module__", "")).startswith("graphkit.")


def _directive(module: ModuleType, name: str) -> str:
    value = getattr(module, name)
    if not inspect.isclass(value):
        return f".. autofunction:: {module.__name__}.{name}\n"
    kind = "exception" if issubclass(value, Exception) else "class"
    return f".. auto{kind}:: {module.__name__}.{name}\n   :members:\n"


def _room_of(name: str) -> str:
    home = getattr(graphkit, name).__module__.split(".")[1]
    assert home in ROOMS, name
    return home


def _first_line(value: object) -> str:
    return (inspect.getdoc(value) or "").split("\n\n")[0].replace("\n", " ")


def _table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A table of plain text."""
    return markdown_table(header, ([cell.replace("|", "\\|") for cell in row] for row in rows))
