"""The few things that are asked of the embedded engine: open a folder, run a statement, parse one.

It knows Java objects and folders, nothing of data sets; `embedded` makes a `Store` of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from graphkit.model import StoreError
from graphkit.store.embedded import jvm, values
from graphkit.store.embedded.task import Task

Rows = list[dict[str, object]]
T = TypeVar("T")

_CYPHER = "opencypher"
_NOT_STATEMENTS = ("CypherTransactionStatement", "CypherSessionStatement")


def open_database(path: Path, *, read_only: bool, durable: bool = True, guard: Any = None) -> Any:
    """The engine's database in a folder. Whatever exception Java has about it comes through.

    Where it is `durable`, a transaction is on the disk when its commit returns. A `guard` is asked
    what each client may do.
    """
    factory = jvm.java("com.arcadedb.database.DatabaseFactory")(str(path))
    if guard is not None:
        factory.setSecurity(guard)
    modes = jvm.java("com.arcadedb.engine.ComponentFile$MODE")
    database = factory.open(modes.READ_ONLY if read_only else modes.READ_WRITE)
    if not read_only and durable:
        flush = jvm.java("com.arcadedb.engine.WALFile$FlushType")
        database.setWALFlush(flush.YES_NOMETADATA)
    return database


def run(work: Callable[[Task[T]], T], timeout: float | None = None) -> T:
    """Do work of the engine so that it can be stopped; StoreError says what went wrong."""
    try:
        return Task[T](work).run(timeout)
    except Exception as error:
        if values.is_from_java(error):
            raise values.explained(error) from error
        raise


def read(
    database: Any,
    text: str,
    parameters: Mapping[str, object],
    *,
    limit: int | None = None,
    timeout: float | None = None,
) -> Rows:
    """The rows of a statement that must not write, no more than `limit`."""
    return run(lambda _: rows_of(database, text, parameters, limit=limit), timeout)


def rows_of(
    database: Any,
    text: str,
    parameters: Mapping[str, object],
    *,
    language: str = _CYPHER,
    limit: int | None = None,
) -> Rows:
    """The rows of a statement that must not write, within work that can be stopped."""
    result = database.query(language, text, values.to_java(parameters))
    try:
        return list(values.rows(result, limit))
    finally:
        result.close()


def write(
    database: Any, text: str, parameters: Mapping[str, object], *, timeout: float | None = None
) -> Rows:
    """All rows of a statement that may write, in a transaction of its own."""
    if _kind(database, text) in _NOT_STATEMENTS:
        raise StoreError("each statement is a transaction of its own; leave out BEGIN and COMMIT")
    return _written(database, text, parameters, timeout)


def _written(
    database: Any, text: str, parameters: Mapping[str, object], timeout: float | None = None
) -> Rows:
    given = values.to_java(parameters)

    def work(task: Task[Rows]) -> Rows:
        database.begin()
        try:
            result = database.command(_CYPHER, text, given)
            rows = list(values.rows(result))
            task.check()
            database.commit()
        except BaseException:
            if database.isTransactionActive():
                database.rollback()
            raise
        return rows

    return run(work, timeout)


class Statements:
    """A database to which statements are put that read, and statements that write."""

    def __init__(self, database: Any) -> None:
        self.database = database

    def read(self, text: str, **parameters: object) -> Iterator[Mapping[str, Any]]:
        """The rows of a query, each by column."""
        return iter(read(self.database, text, parameters))

    def write(self, text: str, **parameters: object) -> None:
        """Run a statement of graphkit's own in a transaction of its own."""
        _written(self.database, text, parameters)


def columns(database: Any, text: str) -> tuple[str, ...]:
    """The columns that a statement returns, as far as its text alone tells; else none."""
    statement = _parsed(database, text)
    if statement is None:
        return ()
    if str(statement.getClass().getSimpleName()) == "UnionStatement":
        statement = statement.getFirstQuery()
    returned = statement.getReturnClause()
    if returned is None or any(item.isStar() for item in returned.getReturnItems()):
        return ()
    return tuple(str(item.getOutputName()) for item in returned.getReturnItems())


def _kind(database: Any, text: str) -> str:
    statement = _parsed(database, text)
    return "" if statement is None else str(statement.getClass().getSimpleName())


def _parsed(database: Any, text: str) -> Any:
    parser = jvm.java("com.arcadedb.query.opencypher.parser.Cypher25AntlrParser")(database)
    try:
        return parser.parse(text)
    except Exception:  # the engine says what is wrong, and knows EXPLAIN, which this does not
        return None
