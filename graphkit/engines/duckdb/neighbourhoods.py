"""Core numbers and local clustering, which need to know who is tied to whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

from graphkit.engines.sql.large_groups import refuse_larger
from graphkit.engines.sql.links import Floats, Links, mapped, starts


def core_numbers(links: Links, degree: Floats, folder: Path) -> Floats:
    """The core number of each organisation, from who is in which group.

    Whoever has the lowest degree is taken away first. Its neighbours are found from its groups when
    it goes, so no tie is stored.
    """
    from graphkit.backend.kernels.topology import cores_of_groups

    found: Floats = cores_of_groups(
        links.groups_of.offsets,
        links.groups_of.columns,
        links.members_of.offsets,
        links.members_of.columns,
        np.rint(degree).astype(np.int64),
    ).astype(np.float64)
    return found


def local_clusterings(links: Links, degree: Floats, folder: Path) -> Floats:
    """The share of pairs of neighbours that are tied, of each organisation.

    Each tie is written to a file once, at its end of lower degree. Triangles are found from there.
    """
    from graphkit.backend.triads import Triads

    refuse_larger("local-clustering", int(links.members_of.lengths.max(initial=0)))
    n = len(degree)
    rank = np.empty(n, dtype=np.int32)
    rank[np.argsort(degree, kind="stable")] = np.arange(n, dtype=np.int32)
    lengths = np.zeros(n, dtype=np.int64)

    def parts() -> Iterator[npt.NDArray[np.int32]]:
        for start, block in links.shared(1):
            row = np.repeat(np.arange(start, start + block.shape[0]), np.diff(block.indptr))
            above = rank[block.indices] > rank[row]
            others, row = block.indices[above], row[above]
            lengths[start : start + block.shape[0]] = np.bincount(
                row - start, minlength=block.shape[0]
            )
            yield others[np.lexsort((rank[others], row))]

    neighbours = mapped(folder / "ties", parts(), np.int32)
    found = Triads(starts(lengths), neighbours, rank).triangles().astype(np.float64)
    pairs = degree * (degree - 1) / 2
    return np.divide(found, pairs, out=np.zeros(n), where=pairs > 0)


OWN: dict[str, Callable[[Links, Floats, Path], Floats]] = {
    "core-number": core_numbers,
    "local-clustering": local_clusterings,
}
"""By metric what computes it: from links, degrees and a folder for files."""
