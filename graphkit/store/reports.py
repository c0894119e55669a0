"""What loads and decisions report."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from graphkit.names import Conflict, Identities


@dataclass(frozen=True, slots=True)
class Changes:
    """What a load did to the nodes, or to the facts, of its data set.

    Attributes
    ----------
    added, changed, unchanged : int
        How many were new, differed from what the store held, and were the same.
    unstated : int
        How many the store holds of this data set that the data set no longer states.
    removed : int
        How many of those were removed, which only a load with pruning does.
    restored : int
        How many had been changed or removed in the store by other means than a load. They are as
        the data set states them again, and count neither as added nor as changed.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    unstated: int = 0
    removed: int = 0
    restored: int = 0


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did.

    Attributes
    ----------
    dataset : str
        The name of the data set.
    nodes, facts : Changes
        What happened to its nodes and to its facts.
    digest : str
        The digest of all that the store now holds of it; see `StoredDataset`.
    joined : int
        How many of its organisations have several ids, by decisions and equal identifiers; 0 when
        the load changed nothing.
    conflicts : tuple of Conflict
        Organisations of it that have an equal identifier and are not joined; none when the load
        changed nothing.
    """

    dataset: str
    nodes: Changes
    facts: Changes
    digest: str = ""
    joined: int = 0
    conflicts: tuple[Conflict, ...] = ()

    def identified(self, identities: Identities, ids: AbstractSet[str]) -> LoadReport:
        """Add which organisations are one.

        Parameters
        ----------
        identities : Identities
            Those of the store.
        ids : set of str
            The ids of the organisations of the data set.

        Returns
        -------
        LoadReport
            The report with `joined` and `conflicts`.
        """
        return replace(
            self,
            joined=len({identities.standing[each] for each in ids & identities.standing.keys()}),
            conflicts=tuple(
                each for each in identities.conflicts if each.left in ids or each.right in ids
            ),
        )


@dataclass(frozen=True, slots=True)
class Decided:
    """What `Store.decide` did.

    Attributes
    ----------
    added, changed, unchanged, withdrawn : int
        How many decisions were new, took the place of another about the same pair, were there
        already, and were withdrawn.
    joined : int
        How many organisations of the store now have several ids.
    conflicts : tuple of Conflict
        Organisations with an equal identifier that are not joined.
    unknown : tuple of str
        Ids in the new decisions that no data set of the store states. They count as soon as one
        does.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    withdrawn: int = 0
    joined: int = 0
    conflicts: tuple[Conflict, ...] = ()
    unknown: tuple[str, ...] = ()
