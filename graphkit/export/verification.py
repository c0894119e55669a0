"""What verifying a store found, as a table."""

from __future__ import annotations

from collections.abc import Iterator

from graphkit.export.table import Table
from graphkit.model.wording import counted
from graphkit.store import Verification


def verification_table(found: Verification) -> Table:
    """One row per difference, then the digest of each data set and what no data set states."""
    return Table.of(("finding", "dataset", "item", "id", "detail"), _rows(found))


def _rows(found: Verification) -> Iterator[tuple[str, ...]]:
    for each in found.differences:
        yield each.what, each.dataset, each.item, each.id, each.detail
    for name, digest in found.digests.items():
        nodes, facts = found.counts[name]
        yield (
            "digest",
            name,
            "Dataset",
            name,
            f"{digest}, {counted(nodes, 'node')}, {counted(facts, 'fact')}",
        )
    for what, name, count in found.unstated:
        yield "not stated", "", what, name, str(count)
