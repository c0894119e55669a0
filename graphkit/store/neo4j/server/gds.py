"""The plugin Graph Data Science, for a server whose user asks for it.

It is OpenGDS, under the GPL-3.0 as Neo4j Community is, and comes from Maven Central in the same
way. Its releases fit one version of Neo4j each.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from graphkit.model import UsageError
from graphkit.model.progress import Progress
from graphkit.store.neo4j.server.jars import Product, fetched

GDS = Product(
    "Graph Data Science",
    "gds",
    ("org.neo4j.gds:proc", "org.neo4j.gds:opengds-extension"),
    60,
)
"""The jars are 31 MB, of which Neo4j has 12 itself."""

VERSION, RELEASE = "5.26", "2.13.9"
"""The version of Neo4j, and the release that fits it. None for Neo4j 2026 is on Maven Central."""


def install(plugins: Path, jars: Path, progress: Progress | None = None) -> None:
    """Put the plugin into a server's folder for plugins, where it stays for later starts.

    jars: those of Neo4j. Raises what `fetched` does.
    """
    there = fetched(GDS, RELEASE, progress)
    own = _own_folder(plugins)
    own.mkdir(exist_ok=True)
    for jar in sorted(there.iterdir()):
        # Neo4j reads each class of the jars in the folder itself, which takes seconds; procedures
        # are in these alone.
        place = plugins if jar.name.startswith(("proc-", "alpha-proc-")) else own
        if not (place / jar.name).exists() and not (jars / jar.name).exists():
            part = own / f"{jar.name}.part"
            shutil.copyfile(jar, part)
            part.replace(place / jar.name)


def is_installed(plugins: Path) -> bool:
    """Whether `install` has been here."""
    return _own_folder(plugins).is_dir()


def check(plugins: Path, release: str, *, wanted: bool) -> None:
    """Raise UsageError where Neo4j's release does not fit the plugin that is wanted or there."""
    there = is_installed(plugins)
    if (there or wanted) and not release.startswith(f"{VERSION}."):
        cure = (
            f"remove {_own_folder(plugins)} and the jars beside it"
            if there
            else f"put the jar of a release that fits into {plugins}"
        )
        raise UsageError(
            f"Graph Data Science {RELEASE} runs on Neo4j {VERSION} and not on {release}; use "
            f"`version` {VERSION}, or {cure}"
        )


def _own_folder(plugins: Path) -> Path:
    return plugins / f"gds-{RELEASE}"
