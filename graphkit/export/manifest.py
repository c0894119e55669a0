"""What a result rests on, as a table."""

from __future__ import annotations

from collections.abc import Iterator

from graphkit.export.table import Table
from graphkit.network.manifest import Manifest


def manifest_table(manifest: Manifest) -> Table:
    """One row per statement: the version, each data set, the settings and the selection."""
    return Table.of(("part", "name", "value"), _rows(manifest), title="manifest")


def _rows(manifest: Manifest) -> Iterator[tuple[str, str, object]]:
    said = manifest.content()
    yield "graphkit", "version", said["graphkit"]
    for dataset in said["datasets"]:
        for name, value in dataset.items():
            yield f"data set {dataset['name']}", name, value
    for part in ("settings", "selection"):
        for name, value in said.get(part, {}).items():
            yield part, name, value
