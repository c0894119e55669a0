"""Triangles of a graph without directions, prepared so that they can be counted several times."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graphkit.backend.threads import sliced

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Triads:
    """A graph's rows, each sorted by degree, as the kernels that find triangles take them.

    offsets, neighbours: compressed rows. rank: the place of each node by degree.
    """

    offsets: Ints
    neighbours: npt.NDArray[np.int32]
    rank: npt.NDArray[np.int32]

    @classmethod
    def of(
        cls,
        rows: npt.NDArray[np.signedinteger],
        neighbours: npt.NDArray[np.int32],
        nodes: int,
    ) -> Triads:
        """From the ends of each edge in both directions, sorted by the first, without loops."""
        degree = np.bincount(rows, minlength=nodes)
        rank = np.empty(nodes, dtype=np.int32)
        rank[np.argsort(degree, kind="stable")] = np.arange(nodes, dtype=np.int32)
        order = np.lexsort((rank[neighbours], rows))
        return cls(np.concatenate(([0], np.cumsum(degree))), neighbours[order], rank)

    @property
    def degree(self) -> Ints:
        """How many neighbours each node has, itself not counted, shape (n,)."""
        return np.diff(self.offsets)

    def triangles(self) -> Ints:
        """The triangles that each node is in, shape (n,)."""
        return self._counted(np.empty(0, dtype=np.int64), 1)[:, 0]

    def closed_pairs(self, colour: Ints) -> Ints:
        """The same by the colours of the corners, shape (n, 7).

        colour: shape (n,), negative for none. For the columns see `kernels.triads`.
        """
        return self._counted(colour, 7)

    def _counted(self, colour: Ints, columns: int) -> Ints:
        from graphkit.backend.kernels.triads import triangles

        arrays = (self.offsets, self.neighbours, self.rank, colour)
        found = np.zeros((len(self.rank), columns), dtype=np.int64)
        for part in sliced(lambda part, parts: triangles(*arrays, part, parts), len(found)):
            found += part
        return found
