"""What two networks have in common and what only one of them has: ties, and members of clusters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from graphkit.metrics.steps import adjacency
from graphkit.model import Node
from graphkit.network import Network

Status = Literal["kept", "gained", "lost"]


STATUSES: tuple[Status, ...] = ("kept", "gained", "lost")
"""What a thing can be, in the order of results: in both, only in B, only in A."""


def status_of(in_a: bool, in_b: bool) -> Status:
    """Whether something is in both networks, only in B, or only in A."""
    return "kept" if in_a and in_b else "gained" if in_b else "lost"


@dataclass(frozen=True, slots=True)
class Turnover:
    """How many things two networks have in common, and how many only one of them has.

    Their Jaccard index [1]_ is the share that is in both of what is in either.

    Attributes
    ----------
    kept, gained, lost : int
        How many are in both, only in B, and only in A.

    References
    ----------
    .. [1] Jaccard, P. (1912). The distribution of the flora in the alpine zone. New Phytologist
       11, 37-50.

    Examples
    --------
    >>> Turnover(3, 1, 2).jaccard
    0.5
    """

    kept: int
    gained: int
    lost: int

    @classmethod
    def of(cls, a: Iterable[object], b: Iterable[object]) -> Turnover:
        """Make it from what A has and what B has.

        Parameters
        ----------
        a, b : iterable of hashable
            Each thing, once or more often.

        Returns
        -------
        Turnover
            The counts.
        """
        before, after = set(a), set(b)
        return cls(len(before & after), len(after - before), len(before - after))

    @property
    def jaccard(self) -> float:
        """The share that is in both of what is in either; NaN where there is nothing."""
        every = self.kept + self.gained + self.lost
        return self.kept / every if every else float("nan")


@dataclass(frozen=True, slots=True)
class ComparedTie:
    """A pair of organisations that are tied in A or B.

    Attributes
    ----------
    one, other : Node
        The organisations, in order of id.
    status : {"kept", "gained", "lost"}
        Whether they are tied in both, only in B, or only in A.
    """

    one: Node
    other: Node
    status: Status


@dataclass(frozen=True, slots=True)
class ComparedCluster:
    """The members of a cluster in A and in B.

    Attributes
    ----------
    cluster : Node
        The cluster.
    a, b : int
        How many members it has in each, without itself.
    members : Turnover
        How many stayed, joined and left.
    joined, left : tuple of Node
        Who they are, in order of name.
    """

    cluster: Node
    a: int
    b: int
    members: Turnover
    joined: tuple[Node, ...]
    left: tuple[Node, ...]


def tied_pairs(network: Network) -> set[tuple[str, str]]:
    """The ids of each two that are tied, in order."""
    names = network.tied.organisations
    rows, columns = adjacency(network.tied).nonzero()
    once: npt.NDArray[np.bool_] = rows < columns
    return {
        (names[one], names[other])
        for one, other in zip(rows[once].tolist(), columns[once].tolist(), strict=True)
    }


def tie_changes(
    nodes: Mapping[str, Node], a: set[tuple[str, str]], b: set[tuple[str, str]]
) -> tuple[ComparedTie, ...]:
    """Each pair that is tied in either: those in both first, then by name."""
    found = [
        ComparedTie(nodes[one], nodes[other], status_of((one, other) in a, (one, other) in b))
        for one, other in a | b
    ]
    return tuple(
        sorted(
            found,
            key=lambda each: (STATUSES.index(each.status), *named(each.one), *named(each.other)),
        )
    )


def cluster_changes(nodes: Mapping[str, Node], a: Network, b: Network) -> Iterator[ComparedCluster]:
    """Each cluster that has members in either, in order of name."""
    sides = [_members(network) for network in (a, b)]
    for cluster in sorted(sides[0].keys() | sides[1].keys(), key=lambda each: named(nodes[each])):
        before, after = (each.get(cluster, set()) for each in sides)
        yield ComparedCluster(
            cluster=nodes[cluster],
            a=len(before),
            b=len(after),
            members=Turnover.of(before, after),
            joined=_sorted(nodes[each] for each in after - before),
            left=_sorted(nodes[each] for each in before - after),
        )


def _members(network: Network) -> dict[str, set[str]]:
    """The members of each cluster that has any, by id; the cluster itself is not one."""
    form = network.two_mode
    found: dict[str, set[str]] = {}
    for row, column in form.members.T.tolist():
        group = form.groups[column]
        if group.layer == "membership" and form.organisations[row] != group.id:
            found.setdefault(group.id, set()).add(form.organisations[row])
    return found


def _sorted(nodes: Iterable[Node]) -> tuple[Node, ...]:
    return tuple(sorted(nodes, key=named))


def named(node: Node) -> tuple[str, str]:
    """The key by which organisations are in order of name."""
    return node.name.casefold(), node.id
