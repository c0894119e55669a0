"""Making the archive of Java's classes: `python -m graphkit.store.embedded.java_training`.

A process that nobody waits for works on a small store as commands do, while Java writes down which
classes it needs; a second Java makes the archive of them. It takes some seconds, once for each
version of the engine, and says nothing; whatever goes wrong, commands do without the archive.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from graphkit.model import RELATIONS, Dataset, Fact, Node, date_properties, fact_id
from graphkit.store.embedded import jvm
from graphkit.store.embedded.java_cache import Archive, archive_for
from graphkit.store.embedded.machine import OPTIONS, Machine, installed
from graphkit.store.embedded.store import EmbeddedStore
from graphkit.store.library import stored_query
from graphkit.store.locks import Held
from graphkit.store.verification import verify

_KEPT = 6
"""Archives that stay: those of several installations may be used in turn."""
_LONG = 300.0
"""Seconds after which making an archive is given up."""


def main() -> None:
    """Make the archive for the installed machine, unless it is there or somebody makes it."""
    machine = installed()
    archive = archive_for(machine)
    if archive is None or not archive.make_folder():
        return
    with suppress(Held), archive.lock():
        if archive.path():
            return
        for left in archive.folder.glob("making-*"):  # by a process that was killed
            if left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
        with tempfile.TemporaryDirectory(prefix="making-", dir=archive.folder) as place:
            try:
                _make(machine, archive, Path(place))
            except Exception:
                archive.failed.touch()
                raise
        _drop_old(archive)


def _make(machine: Machine, archive: Archive, place: Path) -> None:
    classes, made = place / "classes", place / "archive"
    jvm.start(recorded=classes)
    work(place / "store")
    _end_java()
    options = ["-XX:AOTMode=create", f"-XX:AOTConfiguration={classes}", f"-XX:AOTCache={made}"]
    subprocess.run(  # noqa: S603 - the Java of the package
        [machine.program, *OPTIONS, *options, "-cp", machine.class_path],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
        timeout=_LONG,
    )
    made.chmod(0o600)
    with made.open("rb+") as file:  # it is whole on the disk before it gets its name
        os.fsync(file.fileno())
    for damaged in archive.candidates():
        damaged.unlink()
    made.replace(archive.folder / archive.named(made))


def work(store: Path) -> None:
    """Load, change, read, verify and ask a small store, as commands do."""
    for version in ("2014", "2015"):  # into a new store, and into one that has it already
        with EmbeddedStore(store) as opened:
            opened.load(_generated(version), prune=True)
    with EmbeddedStore(store, read_only=True) as opened:
        opened.datasets()
        for relation in RELATIONS.values():
            list(opened.facts(relation.name))
            if relation.layer is not None:
                opened.fact_columns(relation.name)
        verify(opened, _generated("2015"))
        for name in ("co-members", "members-at", "path-between"):
            query = stored_query(name)
            opened.query(query.text, query.example)


def _generated(date: str) -> Dataset:
    """Sixty memberships of twenty organisations in six groups."""
    groups = [Node("Organisation", f"g{n}", {"name": f"Group {n}"}, "Cluster") for n in range(6)]
    members = [
        Node("Organisation", f"o{n}", {"name": f"Company {n}", "sector": "metal"}, "Company")
        for n in range(20)
    ]
    facts = [
        Fact(
            "MEMBER_OF",
            fact_id("training", "memberships", [f"o{n % 20}", f"g{n % 6}"], "", n),
            ("Organisation", f"o{n % 20}"),
            ("Organisation", f"g{n % 6}"),
            date_properties(date, None, None),
        )
        for n in range(60)
    ]
    return Dataset.of("training", [*groups, *members], facts)


def _end_java() -> None:
    import jpype

    jpype.shutdownJVM()


def _drop_old(archive: Archive) -> None:
    """Remove all archives but those that were used last."""
    archive.failed.unlink(missing_ok=True)
    found = sorted(archive.folder.glob("*.aot"), key=lambda each: each.stat().st_mtime)
    for old in found[:-_KEPT]:
        with suppress(OSError):  # Windows keeps what a process uses
            old.unlink()


if __name__ == "__main__":
    if hasattr(os, "nice"):
        os.nice(19)
    main()
    sys.exit()
