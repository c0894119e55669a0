"""The dicts in which a networkx graph keeps its edges, read as quickly as Python allows.

networkx's `Graph` has one dict for an edge, which stands in the rows of both its ends. So equal
addresses tell which two rows an edge joins, and no node has to be looked up. Each edge is then read
once, in the order of addresses, which is about twice as quick as any other order.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Mapping, Sequence
from itertools import chain
from operator import is_, itemgetter, methodcaller
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from graphkit.backend.adjacency import Adjacency, Floats

Rows = Sequence[Mapping[Any, Mapping[str, Any]]]

# Sums, inverses and squares of weights between these stay finite and above 0; what happens
# elsewhere differs between Python's numbers and numpy's.
_SMALLEST, _LARGEST = 1e-100, 1e100

_ATTRIBUTES = 4
"""Of how many attributes the values are kept."""


class _Read(NamedTuple):
    values: list[Any]
    numbers: Floats


class EdgeDicts:
    """The dicts of the edges of an undirected graph, each once, and where they stand in its rows.

    Parameters
    ----------
    rows : sequence of mapping
        Each node's neighbours with their edges.
    sizes : ndarray of int64, shape (n,)
        How many there are.
    dicts : list of mapping
        The edges.
    edge : ndarray of int32, shape (entries,)
        Which of them is at each entry of the rows.
    neighbours : ndarray of int32, shape (entries,)
        The position of the other end.
    """

    def __init__(
        self,
        rows: Rows,
        sizes: npt.NDArray[np.int64],
        dicts: list[Mapping[str, Any]],
        edge: npt.NDArray[np.int32],
        neighbours: npt.NDArray[np.int32],
    ) -> None:
        self.rows = rows
        self.sizes = sizes
        self.dicts = dicts
        self.edge = edge
        self.neighbours = neighbours
        self._read: dict[str, _Read] = {}
        self._weighed: Adjacency | None = None

    @classmethod
    def of(cls, rows: Rows) -> EdgeDicts | None:
        """The dicts in the rows; None where not each stands in two rows, as with self-loops."""
        sizes = lengths(rows)
        entries = int(sizes.sum())
        if entries % 2:
            return None
        listed = chain.from_iterable(map(methodcaller("values"), rows))
        objects = np.fromiter(listed, np.dtype(object), entries)
        addresses = _addresses(objects)
        order = ascending(addresses)
        one, other = order[::2], order[1::2]
        found = addresses[order]
        row = np.repeat(np.arange(len(rows), dtype=np.int32), sizes)
        start, end = row[one], row[other]
        twice = (found[::2] == found[1::2]).all() and (found[1:-1:2] != found[2::2]).all()
        if not twice or (start == end).any():
            return None
        edge = np.empty(entries, dtype=np.int32)
        edge[one] = edge[other] = np.arange(entries // 2, dtype=np.int32)
        neighbours = np.empty(entries, dtype=np.int32)
        neighbours[one], neighbours[other] = end, start
        return cls(rows, sizes, objects[one].tolist(), edge, neighbours)

    def fit(self, rows: Rows) -> bool:
        """Whether they are those of the rows: the same rows, each with as many entries.

        No method of networkx puts another dict in an edge's place without emptying the graph's
        cache, where this is kept.
        """
        return (
            len(rows) == len(self.rows)
            and all(map(is_, rows, self.rows))
            and np.array_equal(lengths(rows), self.sizes)
        )

    def numbers(self, name: str, default: Any) -> Floats:
        """An edge attribute, one number an entry; the same array as before when nothing changed.

        Every edge is read in every call. That all values are the very same objects as before is
        exact: numbers do not change.
        """
        try:
            values = list(map(itemgetter(name), self.dicts))
        except KeyError:
            values = [edge.get(name, default) for edge in self.dicts]
        before = self._read.get(name)
        if before is not None and all(map(is_, values, before.values)):
            return before.numbers
        numbers = as_numbers(values, name, len(self.rows))[self.edge]
        if len(self._read) >= _ATTRIBUTES:
            self._read.clear()
        self._read[name] = _Read(values, numbers)
        return numbers

    def weighed(self, form: Adjacency, numbers: Mapping[str, Floats]) -> Adjacency:
        """The form with these weights, the same as before when they are the same arrays."""
        before = self._weighed
        if (
            before is None
            or before.offsets is not form.offsets
            or before.weights.keys() != numbers.keys()
            or any(before.weights[name] is not values for name, values in numbers.items())
        ):
            before = self._weighed = form.weighed(numbers)
        return before


def lengths(rows: Rows) -> npt.NDArray[np.int64]:
    """The number of entries of each row."""
    return np.fromiter(map(len, rows), np.int64, len(rows))


def as_numbers(values: list[Any], name: str, nodes: int) -> Floats:
    """The values of an edge attribute as an array.

    Raises NotImplementedError where they are not plain numbers, or where networkx's sums of them
    would differ from those of floating point.
    """
    kinds = set(map(type, values))
    if not kinds <= {int, float, bool}:
        raise NotImplementedError(f"the edge attribute {name!r} is not a plain number everywhere")
    try:
        numbers = np.array(values, dtype=np.float64)
    except OverflowError:
        raise NotImplementedError(f"the edge attribute {name!r} is too large a number") from None
    size = np.abs(numbers)
    if not np.isfinite(numbers).all():
        raise NotImplementedError(f"the edge attribute {name!r} is not finite everywhere")
    if size.max(initial=0.0) > _LARGEST or size.min(initial=1.0, where=size > 0) < _SMALLEST:
        raise NotImplementedError(
            f"the edge attribute {name!r} is beyond {_LARGEST:g} or below {_SMALLEST:g} somewhere"
        )
    # networkx adds whole numbers without end, floating point only up to here.
    if int in kinds and size.max(initial=0.0) * nodes > 2**53:
        raise NotImplementedError(f"the edge attribute {name!r} is too large to be added up")
    return numbers


def _addresses(objects: npt.NDArray[np.object_]) -> npt.NDArray[np.intp]:
    """What `id` says of each object, without an int for each: an object array holds addresses."""
    if not len(objects):
        return np.empty(0, dtype=np.intp)
    here = (ctypes.c_ssize_t * len(objects)).from_address(objects.ctypes.data)
    return np.array(here, dtype=np.intp)


def ascending(addresses: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
    """The positions of addresses, from the lowest to the highest; equal ones stay in order.

    numpy sorts numbers of 16 bits by counting. Twice that takes half the time of one sort of whole
    addresses, which is left for objects that lie far apart.
    """
    if not len(addresses):
        return np.empty(0, dtype=np.intp)
    apart = (addresses - addresses.min()) // ctypes.sizeof(ctypes.c_void_p)
    if apart.max() >= 2**32:
        return np.argsort(addresses, kind="stable")
    halves = apart.astype(np.uint32).view(np.uint16).reshape(-1, 2).T
    low, high = halves if sys.byteorder == "little" else halves[::-1]
    order = np.argsort(low, kind="stable")
    ascending: npt.NDArray[np.intp] = order[np.argsort(high[order], kind="stable")]
    return ascending
