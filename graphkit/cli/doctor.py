"""`graphkit doctor`: what is installed, and whether the store can be read."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from graphkit.cli.options import target_option

if TYPE_CHECKING:
    from graphkit.diagnosis import Diagnosis, StoreState

_JAVA = {
    "there": "starts faster, from an archive of its classes",
    "none": "has no archive of its classes yet; the first command on an embedded store makes it",
    "failed": "starts without an archive of its classes, which could not be made",
    "off": "starts without an archive of its classes, by a setting or for the folder's name",
}
_WIDTH = 100
_LABEL = 10


@click.command()
@target_option
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
def doctor(store: str, as_json: bool) -> None:
    """Say what is installed and whether the store works.

    Shows versions, optional parts that are missing and how to get them, the store with its data
    sets, threads, caches and settings. Passwords are never shown. The exit code is 0 unless a
    package that graphkit needs is missing, or the store cannot be read; it does not matter if there
    is no store yet and none was named.

    \b
    Example:
      graphkit doctor
      graphkit doctor --store neo4j://localhost:7687 --json
    """
    from graphkit.cli.output import emit_text, show
    from graphkit.diagnosis import diagnose
    from graphkit.model.visible_text import visible_json

    context = click.get_current_context()
    asked = context.get_parameter_source("store") is not ParameterSource.DEFAULT
    found = diagnose(store, asked=asked)
    if as_json:
        text = json.dumps(found.content(), ensure_ascii=False, indent=2)
        emit_text(f"{visible_json(text)}\n")
    else:
        for label, said in _lines(found):
            room = _WIDTH - _LABEL
            first, *rest = textwrap.wrap(said, room, break_on_hyphens=False) or [""]
            show(f"{label:<{_LABEL}}{first}")
            for line in rest:
                show(f"{'':<{_LABEL}}{line}")
    context.exit(found.exit_code)


def _lines(found: Diagnosis) -> Iterator[tuple[str, str]]:
    """The diagnosis as labelled lines."""
    yield "graphkit", f"{found.graphkit}, Python {found.python}, {found.system}"
    there = [f"{name} {version}" for name, version in found.packages.items() if version]
    yield "packages", ", ".join(there)
    if found.missing:
        yield "missing", f"{', '.join(found.missing)}; pip install --force-reinstall graphkit"
    for nth, part in enumerate(found.optional):
        label = "" if nth else "optional"
        versions = ", ".join(f"{name} {version}" for name, version in part.installed.items())
        if part.missing:
            lacks = f"missing {', '.join(part.missing)}; {part.cure}"
            yield label, f"{part.name} ({part.use}): {lacks}"
        else:
            yield label, f"{part.name} ({part.use}): {versions}"
    yield "store", _store(found.store)
    if found.store.advice:
        yield "", found.store.advice
    yield "threads", f"{found.threads} on {found.cores} cores"
    yield "java", _JAVA[found.java_archive]
    for nth, (folder, size) in enumerate(found.caches.items()):
        yield "" if nth else "caches", f"{folder}: {size / 1e6:.1f} MB"
    for nth, (name, value) in enumerate(found.settings.items()):
        yield "" if nth else "settings", f"{name} {value}"


def _store(store: StoreState) -> str:
    if store.state == "none":
        return f"{store.target}: there is none yet; `graphkit load FILE` makes it"
    if store.state == "failed":
        return f"cannot be read: {store.problem}"
    held = f"data sets {', '.join(store.datasets)}" if store.datasets else "no data sets yet"
    return f"{store.target}: {store.version}, {held}"
