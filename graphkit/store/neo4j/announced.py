"""A load into a server's store, which is announced before its first change and guarded at each.

A server takes several loads at once, each in many transactions. A load announces itself in the node
of its data set, with a token made by chance. A transaction makes or changes up to some thousand
nodes and facts, so that a small first load is there in full or not at all. Each first locks the
nodes of all data sets, so that the transactions of loads run one after another, and then looks into
its own:

- If the token is another, a later load of the same data set has taken over, and this one stops. So
  loading again also completes a load that was killed.
- If a load of another data set has changed nodes since this one compared, it compares again, for
  both may state the same nodes, and each writes down the claims of all.

The last transaction ends the announcement. A load compares after its announcement, so that it
misses no change of another. It compares before as well when what the store keeps about the data set
says that perhaps nothing has changed, and then writes nothing if that is so.

Decisions about ids change nodes of all data sets. They are announced and guarded in the same way,
in a node of their own with the id `DECIDING`, which no data set can have. If what they change
was cut short, the next load completes it.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

import neo4j

from graphkit.model import LABELS, RELATIONS, Dataset, GraphkitError, StoreError
from graphkit.model.digests import Leaves
from graphkit.model.progress import Progress
from graphkit.names import Decision
from graphkit.store import merging, plan, statements
from graphkit.store.base import Store
from graphkit.store.deciding import Deciding
from graphkit.store.neo4j.driver_errors import Clash, Gone
from graphkit.store.neo4j.transactions import Rows
from graphkit.store.read_as_stated import StoreGraph
from graphkit.store.reports import Decided, LoadReport
from graphkit.store.stored import StoredFact, StoredNode

T = TypeVar("T")

_ATTEMPTS = 5
_PAUSE = 0.2


class Announced:
    """A load of the data set called `dataset` into a store, and the store as `merging` sees it.

    run: runs a statement with parameters in a transaction, as `Neo4jStore` does.
    """

    def __init__(self, store: Store, run: Callable[..., Rows], dataset: str) -> None:
        self._store = store
        self._run = run
        self._dataset = dataset
        self._token = uuid.uuid4().hex
        self._withdrawable = False
        self._waiting: list[_Change] = []

    def load(
        self, dataset: Dataset, *, prune: bool, progress: Progress | None = None
    ) -> LoadReport:
        """Bring the store to what the data set states; the report counts the differences.

        Raises StoreError when another load of the data set takes over, and what `merging.compare`
        raises.
        """
        leaves = Leaves.of(dataset)
        if merging.may_be_there(self, dataset, leaves, prune=prune):
            there = merging.compare(self._whole(), dataset, progress, leaves=leaves)
            if not there.changes(prune=prune):
                return there.report(prune=prune)

        def merge() -> LoadReport:
            merged = merging.compare(self._whole(), dataset, progress, leaves=leaves)
            merged.carry_out(self, prune=prune, progress=progress)
            return merged.report(prune=prune)

        return self._announced(merge)

    def decide(self, add: Iterable[Decision], withdraw: Iterable[tuple[str, str]]) -> Decided:
        """Keep and withdraw decisions, and fold the organisations that are then one.

        Raises what `Deciding` does, and StoreError when somebody else decides, or a load ends it.
        """
        add, withdraw = tuple(add), tuple(withdraw)
        first = Deciding(self, add, withdraw)
        if not first.changes():
            return first.report()

        def decide() -> None:
            Deciding(self, add, withdraw).carry_out(self)
            self.write_facts(statements.FORGET_DATASET, id=self._dataset)

        self._announced(decide)
        return first.report()

    def nodes(self, label: str) -> Iterable[StoredNode]:
        """All nodes of a label."""
        self._send()
        return self._store.stored_nodes(label)

    def facts(self, relation: str) -> Iterable[StoredFact]:
        """All relationships of a type."""
        self._send()
        return self._store.stored_facts(relation)

    def read(self, text: str, **parameters: object) -> Iterator[Mapping[str, Any]]:
        """The rows of a query, each by column."""
        self._send()
        columns, rows = self._run(text, parameters)
        return (dict(zip(columns, row, strict=True)) for row in rows)

    def write(self, text: str, **parameters: object) -> None:
        """Run a statement of this load, and have the loads of other data sets compare again. It may
        wait for others of its transaction, but not until something is read.
        """
        self._add(_Change(text, parameters, disturbs=True))

    def write_facts(self, text: str, **parameters: object) -> None:
        """Run a statement of this load that does not concern other data sets, in the same way."""
        self._add(_Change(text, parameters, disturbs=False))

    def _whole(self) -> StoreGraph:
        """The store as it is now, for somebody who reads all of it."""
        return StoreGraph(self._store.at_once((*LABELS, *RELATIONS)))

    def _announced(self, work: Callable[[], T]) -> T:
        """Announce work that compares and then writes, and do it until nobody disturbs it."""
        self._announce()
        try:
            return self._undisturbed(work)
        except _Overtaken:
            raise
        except BaseException:
            if self._withdrawable:
                with suppress(GraphkitError):
                    self._between(statements.WITHDRAW)
            raise

    def _undisturbed(self, work: Callable[[], T]) -> T:
        last, times = "", 0
        while True:
            self._waiting.clear()
            try:
                self._between(statements.COMPARE)
                done = work()
                self._send()
                return done
            except _Disturbed:  # the other load got on, so this comes to an end
                continue
            except Clash as clash:
                # Each clash with another load is about another id, for both get on.
                last, times = str(clash), times + 1 if str(clash) == last else 1
                if times == _ATTEMPTS:
                    raise
                time.sleep(_PAUSE * times)

    def _announce(self) -> None:
        said = {
            "id": self._dataset,
            "since": f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC",
            "load": self._token,
        }
        # Another may delete the node, whose load leaves nothing of the data set, and then this one
        # makes it again.
        ((fresh,),) = self._repeated(lambda: self._run(statements.ANNOUNCE, said, write=True))[1]
        self._withdrawable = bool(fresh)

    def _add(self, change: _Change) -> None:
        """Keep a change that makes or changes rows until it is sent; any other is made alone.

        The embedded engine, which may be the server, gives no label in the transaction that has
        taken another.
        """
        waiting = sum(each.rows for each in self._waiting)
        if not change.rows or waiting + change.rows > plan.BATCH:
            self._send()
        self._waiting.append(change)
        if not change.rows:
            self._send()

    def _send(self) -> None:
        """Make the changes that wait, in one transaction."""
        if not self._waiting:
            return
        self._withdrawable = False  # whether or not they get through
        changes, self._waiting = self._waiting, []
        self._guarded(changes)

    def _between(self, text: str) -> None:
        """Run a statement about this load while it changes nothing else."""
        self._guarded([_Change(text, {"id": self._dataset}, disturbs=False)], comparing=True)

    def _guarded(self, changes: Sequence[_Change], *, comparing: bool = False) -> None:
        """Run statements while no other load changes anything; unless `comparing`, only if none
        has changed nodes since this one compared.
        """
        *first, last = changes

        def guard(transaction: neo4j.ManagedTransaction) -> None:
            found = transaction.run(statements.LOCK_DATASETS, id=self._dataset).single()
            if found is None or found["load"] != self._token:
                raise _Overtaken(f"{self._store.location}: {self._overtaken}")
            if found["disturbed"] and not comparing:
                raise _Disturbed
            if any(change.disturbs for change in changes):
                transaction.run(statements.DISTURB, id=self._dataset).consume()
            for change in first:
                transaction.run(change.text, dict(change.parameters)).consume()

        self._repeated(lambda: self._run(last.text, last.parameters, write=True, before=guard))

    @property
    def _overtaken(self) -> str:
        if self._dataset == statements.DECIDING:
            return "somebody else decides or loads, and this has stopped; decide again afterwards"
        return (
            f"another load of the data set {self._dataset} has started, and this one has stopped; "
            "load again when it has finished"
        )

    def _repeated(self, work: Callable[[], Rows]) -> Rows:
        """Do it, and again while the node of a data set is deleted when it is to be locked."""
        for _ in range(_ATTEMPTS):
            try:
                return work()
            except Gone:
                continue
        return work()


@dataclass(frozen=True, slots=True)
class _Change:
    """A statement that changes the store, and whether loads of other data sets compare again."""

    text: str
    parameters: Mapping[str, object]
    disturbs: bool

    @property
    def rows(self) -> int:
        """How many nodes or facts it makes or changes; none if it does not say them row by row."""
        rows = self.parameters.get("rows")
        return len(rows) if isinstance(rows, list) else 0


class _Overtaken(StoreError):
    """Another load of the same data set has taken over."""


class _Disturbed(Exception):
    """A load of another data set has changed nodes since this one compared."""
