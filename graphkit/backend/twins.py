"""The exact compression of an incidence that shortest-path kernels run on.

In a projection every group is a clique, which gives three exact shortcuts:

- A node with one group is simplicial: all its neighbours know each other, so that it is never
  between two of them. All such nodes of one group are alike and only counted, as its `terminals`.
- Nodes with the same groups are twins: at the same distance from everyone, between the same pairs.
  They become one class with a size.
- A group of one class of size one and terminals is a pendant: its terminals are reached through
  that node alone. They are counted as `hanging` on it and the group goes.

Counting shortest paths over groups instead of edges counts two nodes that share k groups as k ways
of one step. Which pairs of classes share k >= 2, and k - 1, are the `repeats` by which the kernels
correct themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from graphkit.backend.components import both_sides
from graphkit.backend.incidence import Incidence

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Ints = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Twins:
    """c classes and g groups, numbered so that what is near in the network is near in memory.

    place: for each of the n nodes its class, c + its group for a terminal, or -1 for an isolate.
    size: nodes of each class, shape (c,). terminals: shape (g,). hanging: shape (c,). host: the
    class on which a pendant group's terminals hang, -1 for other groups, shape (g,); rows of a
    pendant are empty. class_groups, group_classes: the incidence both ways, as offsets and items.
    repeats: offsets, items and k - 1. reach: nodes in the component of each class and group, shape
    (c + g,).
    """

    place: npt.NDArray[np.int64]
    size: Floats
    terminals: Floats
    hanging: Floats
    host: npt.NDArray[np.int64]
    class_groups: tuple[Ints, Ints]
    group_classes: tuple[Ints, Ints]
    repeats: tuple[Ints, Ints, Floats]
    reach: npt.NDArray[np.int64]

    @property
    def classes(self) -> int:
        """c, the number of classes."""
        return len(self.size)

    def counted(self, nodes: npt.NDArray[np.int64] | None) -> Floats:
        """How many of the nodes (None: all) are in each class, and terminals of each group."""
        places = self.place if nodes is None else self.place[nodes]
        return np.bincount(places[places >= 0], minlength=len(self.reach)).astype(float)

    def projection(self, incidence: Incidence) -> csr_array:
        """The projection of the incidence on one node a class and one a group with terminals.

        Groups without terminals have empty rows. Weights are those of the projection to the bit.
        """
        from scipy.sparse import csr_array

        codes, first = np.unique(self.place, return_index=True)
        here = codes >= 0
        codes, first = codes[here], first[here]
        small = incidence.among(first)
        rows, columns = codes[small.nonzero()[0]], codes[small.nonzero()[1]]
        return csr_array((small.data, (rows, columns)), shape=(len(self.reach), len(self.reach)))

    def of_nodes(self, by_class: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Values of the nodes from those of the classes; 0 for terminals and isolates."""
        core = (self.place >= 0) & (self.place < self.classes)
        values = np.zeros(len(self.place))
        values[core] = by_class[self.place[core]]
        return values

    @classmethod
    def of(cls, incidence: Incidence, *, hang: bool) -> Twins:
        """The compression of an incidence; `hang` says whether pendants are cut off."""
        nodes, groups = len(incidence), len(incidence.weights)
        rows, columns = incidence.members
        links = np.bincount(columns, minlength=groups)[columns] > 1  # a group of one ties nobody
        rows, columns = rows[links], columns[links]
        used, columns = np.unique(columns, return_inverse=True)
        degree = np.bincount(rows, minlength=nodes)
        single = degree[rows] == 1
        kinds, size = _alike(rows[~single], columns[~single], nodes)
        pairs = np.unique(np.stack((kinds[rows[~single]], columns[~single])), axis=1)
        terminals = np.bincount(columns[single], minlength=len(used))
        order_of_class, order_of_group = _nearby(pairs, len(size), len(used))
        kinds[kinds >= 0] = order_of_class[kinds[kinds >= 0]]
        size = _moved(size, order_of_class)
        terminals = _moved(terminals, order_of_group)
        pairs = np.stack((order_of_class[pairs[0]], order_of_group[pairs[1]]))
        place = kinds.copy()
        place[rows[single]] = len(size) + order_of_group[columns[single]]
        reach = _reach(pairs, place, len(size), len(used))
        host, hanging = np.full(len(used), -1), np.zeros(len(size))
        cores = np.bincount(pairs[1], minlength=len(used))
        if hang:
            alone = (cores[pairs[1]] == 1) & (size[pairs[0]] == 1)
            host[pairs[1][alone]] = pairs[0][alone]
            np.add.at(hanging, pairs[0][alone], terminals[pairs[1][alone]])
            pairs = pairs[:, ~alone]
        matrix = _matrix(pairs, len(size), len(used))
        return cls(
            place=place,
            size=size.astype(float),
            terminals=np.where(host >= 0, 0, terminals).astype(float),
            hanging=hanging,
            host=host,
            class_groups=_compressed(matrix),
            group_classes=_compressed(matrix.T.tocsr()),
            repeats=_repeats(matrix),
            reach=reach,
        )


def _alike(
    rows: npt.NDArray[np.int32], columns: npt.NDArray[np.int64], nodes: int
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The class of each node of `rows`, -1 of others, and the classes' sizes.

    `rows` are sorted, and `columns` within each: equal groups are equal bytes.
    """
    kinds = np.full(nodes, -1)
    ends = np.flatnonzero(np.diff(rows, append=-1)) + 1
    numbers: dict[bytes, int] = {}
    start = 0
    text = columns.astype(np.int32)
    for end in ends.tolist():
        key = text[start:end].tobytes()
        kinds[rows[start]] = numbers.setdefault(key, len(numbers))
        start = end
    return kinds, np.bincount(kinds[kinds >= 0], minlength=len(numbers))


def _nearby(
    pairs: npt.NDArray[np.int64], classes: int, groups: int
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """A numbering of classes and of groups along a breadth-first walk (Cuthill and McKee 1969)."""
    from scipy.sparse.csgraph import reverse_cuthill_mckee

    if not classes:
        return np.zeros(0, dtype=int), np.arange(groups)
    matrix = both_sides(_matrix(pairs, classes, groups))
    walk = reverse_cuthill_mckee(matrix, symmetric_mode=True)
    place = np.empty(classes + groups, dtype=np.int64)
    place[walk] = np.arange(classes + groups)
    return np.argsort(np.argsort(place[:classes])), np.argsort(np.argsort(place[classes:]))


def _moved(values: npt.NDArray[np.int64], order: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    moved = np.empty_like(values)
    moved[order] = values
    return moved


def _reach(
    pairs: npt.NDArray[np.int64], place: npt.NDArray[np.int64], classes: int, groups: int
) -> npt.NDArray[np.int64]:
    from scipy.sparse.csgraph import connected_components

    if not classes + groups:
        return np.zeros(0, dtype=np.int64)
    matrix = both_sides(_matrix(pairs, classes, groups))
    _, label = connected_components(matrix, directed=False)
    nodes: npt.NDArray[np.int64] = np.bincount(label[place[place >= 0]], minlength=label.max() + 1)
    return nodes[label]


def _matrix(pairs: npt.NDArray[np.int64], classes: int, groups: int) -> csr_array:
    from scipy.sparse import csr_array

    ones = np.ones(pairs.shape[1], dtype=np.int64)
    return csr_array((ones, (pairs[0], pairs[1])), shape=(classes, groups))


def _repeats(matrix: csr_array) -> tuple[Ints, Ints, Floats]:
    shared = (matrix @ matrix.T).tocsr()
    shared.setdiag(0)
    shared.data = np.maximum(shared.data - 1, 0)
    shared.eliminate_zeros()
    shared.sort_indices()
    return (*_compressed(shared), shared.data.astype(float))


def _compressed(matrix: csr_array) -> tuple[Ints, Ints]:
    matrix.sort_indices()
    return matrix.indptr.astype(np.int32), matrix.indices.astype(np.int32)
