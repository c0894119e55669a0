"""A statement as a managed transaction that can be stopped, in a thread of its own.

The driver waits for its server without hearing Ctrl-C until the server answers. The transaction
carries a mark, and stopping it is asking the server, over another connection, to terminate the
transaction with that mark.
"""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable, Mapping
from contextlib import suppress
from itertools import islice
from typing import Any

import neo4j

from graphkit.store.neo4j.values import to_python
from graphkit.store.stopping import Stoppable

Rows = tuple[tuple[str, ...], list[list[Any]]]
"""Columns and rows."""

_MARK = "graphkit"
_LATER = 0.5
"""Seconds that the server has to keep the time limit itself before it is told to."""


class Greeting(Stoppable[None]):
    """A first word with the server, in a session that `session` opens; tried once."""

    def __init__(self, session: Callable[[], neo4j.Session]) -> None:
        super().__init__()
        self._session = session

    def do(self) -> None:
        """Ask for nothing much."""
        with self._session() as session:
            session.run("RETURN 1").consume()

    def end(self) -> None:
        """Leave it behind: it ends with the driver's own time limit."""


class Work(Stoppable[Rows]):
    """A statement, run in a session that `session` opens; of its rows no more than `limit`.

    before: what to do in the same transaction before it.
    """

    def __init__(
        self,
        session: Callable[[], neo4j.Session],
        text: str,
        parameters: Mapping[str, object],
        *,
        write: bool,
        limit: int | None = None,
        timeout: float | None = None,
        before: Callable[[neo4j.ManagedTransaction], None] | None = None,
    ) -> None:
        super().__init__()
        self._session = session
        self._text = text
        self._parameters = dict(parameters)
        self._write = write
        self._limit = limit
        self._timeout = timeout
        self._before = before
        self._mark = uuid.uuid4().hex

    def rows(self) -> Rows:
        """Run it; StoreError when it takes longer than its time, on the server or on the way."""
        return self.run(None if self._timeout is None else self._timeout + _LATER, self._timeout)

    def do(self) -> Rows:
        """Run it in a managed transaction, which the driver repeats after a passing failure."""
        transaction = neo4j.unit_of_work(timeout=self._timeout, metadata={_MARK: self._mark})
        with self._session() as session:
            execute = session.execute_write if self._write else session.execute_read
            return execute(transaction(self._in))

    def end(self) -> None:
        """Have the server terminate the transaction. It is asked in a thread of its own too, for
        a server that is gone does not answer.
        """
        threading.Thread(target=self._terminate, name="graphkit-end", daemon=True).start()

    def _in(self, transaction: neo4j.ManagedTransaction) -> Rows:
        self.check()
        if self._before is not None:
            self._before(transaction)
        result = transaction.run(self._text, self._parameters)
        rows = [[to_python(value) for value in row] for row in islice(result, self._limit)]
        self.check()
        return tuple(result.keys()), rows

    def _terminate(self) -> None:
        # Whatever goes wrong, there is nobody to tell. If the command closes the driver meanwhile,
        # the error may be any, not only one of the driver's own.
        with suppress(Exception), self._session() as session:
            found = session.run(
                "SHOW TRANSACTIONS YIELD transactionId, metaData "
                f"WHERE metaData.{_MARK} = $mark RETURN collect(transactionId) AS ids",
                mark=self._mark,
            ).single(strict=True)
            session.run("TERMINATE TRANSACTIONS $ids", ids=found["ids"]).consume()
