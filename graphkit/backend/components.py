"""Connected components."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from graphkit.backend.adjacency import Adjacency
from graphkit.backend.incidence import Incidence

if TYPE_CHECKING:
    from scipy.sparse import csr_array


def both_sides(matrix: csr_array) -> csr_array:
    """The adjacency matrix of the two-mode graph with that incidence: its rows, then columns."""
    from scipy.sparse import csr_array

    top, bottom = matrix.shape
    rows, columns = matrix.nonzero()
    starts = np.concatenate((rows, columns + top))
    ends = np.concatenate((columns + top, rows))
    return csr_array((np.ones(len(starts)), (starts, ends)), shape=(top + bottom, top + bottom))


def labels(graph: Adjacency | Incidence) -> npt.NDArray[np.int64]:
    """The component of each node, numbered in the order of their first nodes; shape (n,)."""
    from scipy.sparse.csgraph import connected_components

    if not len(graph):
        return np.zeros(0, dtype=np.int64)
    matrix = both_sides(graph.incidence()) if isinstance(graph, Incidence) else graph.matrix()
    _, found = connected_components(matrix, directed=False)
    _, first, label = np.unique(found[: len(graph)], return_index=True, return_inverse=True)
    rank: npt.NDArray[np.int64] = np.argsort(np.argsort(first))
    return rank[label]
