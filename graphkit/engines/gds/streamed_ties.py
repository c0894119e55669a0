"""All ties of a network, read from the memory of the server a few at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from scipy.sparse import csr_array

from graphkit.engines.engine import Ties
from graphkit.engines.gds.projection import TIED, Projection, projected
from graphkit.engines.pairs import Pairs
from graphkit.engines.reading import read_pairs

BLOCK = 1 << 20
"""About how many ties are read at a time; the server goes through all of them for each block."""

_READ = (
    "CALL gds.graph.relationshipProperty.stream($name, 'weight', [$ties]) "
    "YIELD sourceNodeId, targetNodeId, propertyValue "
    "WITH sourceNodeId AS a, targetNodeId AS b, propertyValue AS weight "
    "WHERE a >= $first AND a < $last RETURN a, b, weight"
)


@contextmanager
def streamed(pairs: Pairs) -> Iterator[Ties]:
    """The ties; see `Engine.ties`."""
    form = read_pairs(pairs)
    with projected(form) as ties:
        yield Ties(form.organisations, _blocks(ties))


def _blocks(ties: Projection) -> Iterator[csr_array]:
    count = len(ties.form.organisations)
    if not ties.pairs:
        yield csr_array((count, count))
        return
    before = np.concatenate([[0], np.cumsum(ties.stream("gds.degree", {}))])
    first = 0
    while first < count:
        last = max(first + 1, int(np.searchsorted(before, before[first] + BLOCK, "right")) - 1)
        asked = {"name": ties.name, "ties": TIED, "first": first, "last": last}
        rows = np.array(ties.store.query(_READ, asked).rows, dtype=np.float64).reshape(-1, 3)
        places = rows[:, :2].astype(np.int64)
        block = csr_array(
            (rows[:, 2], (places[:, 0] - first, places[:, 1])), shape=(last - first, count)
        )
        block.sort_indices()
        yield block
        first = last
