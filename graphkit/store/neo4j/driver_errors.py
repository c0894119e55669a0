"""Turn the errors of the Neo4j driver and server into one line with the cure."""

from __future__ import annotations

import ssl
from collections.abc import Iterator

from neo4j.exceptions import (
    AuthError,
    ConstraintError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from graphkit.model import GraphkitError, StoreError, StoreUnavailable
from graphkit.store.parameters import REFUSED_WRITE

_READ_ONLY = (
    "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase",
    "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase",
    "Neo.ClientError.Database.IllegalAliasChain",
)


class Clash(StoreError):
    """What was to be made is there already."""


class Gone(StoreError):
    """Somebody deleted what was to be changed, between its being found and its being changed."""


def unavailable(
    address: str, user: str, database: str | None, error: Neo4jError | DriverError
) -> StoreUnavailable:
    """Why no session could be had at an address."""
    if isinstance(error, AuthError):
        return StoreUnavailable(
            f"{address}: the server refused the user {user}; check NEO4J_USERNAME and "
            "NEO4J_PASSWORD"
        )
    if _has_stopped(error):
        return _stopped(address)
    if isinstance(error, Neo4jError) and "DatabaseNotFound" in str(error.code):
        return StoreUnavailable(
            f"{address}: the server has no database called {database}; check NEO4J_DATABASE"
        )
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in _causes(error)):
        return StoreUnavailable(
            f"{address}: the server's certificate is not trusted; install the certificate "
            "of its authority, or use +ssc in the address for a self-signed one"
        )
    if any(isinstance(cause, ssl.SSLError) for cause in _causes(error)):
        return StoreUnavailable(
            f"{address}: the server does not speak TLS; leave out +s or +ssc in the address, or "
            "turn TLS on in the server's settings"
        )
    return StoreUnavailable(
        f"{address}: no Neo4j server answers there ({_reason(error)}); check the address, and that "
        "the server runs"
    )


def explained(
    error: Neo4jError | DriverError, address: str, timeout: float | None = None
) -> GraphkitError:
    """The StoreError for what went wrong with a statement, or that the server at an address is
    gone.
    """
    if _has_stopped(error):
        return _stopped(address)
    if isinstance(error, Neo4jError):
        code = str(error.code)
        if "TransactionTimedOut" in code:
            limit = f"after {timeout:g} s" if timeout is not None else "by the server's own limit"
            return StoreError(f"stopped {limit}; raise the time limit or ask for less")
        if code == "Neo.ClientError.Statement.AccessMode":
            return StoreError(REFUSED_WRITE)
        if code in _READ_ONLY:
            return StoreError(
                "the server's configuration makes this database read-only; nothing was written"
            )
        if code == "Neo.ClientError.Statement.SyntaxError":
            return StoreError(f"the query cannot be understood: {_line(error)}")
        if code == "Neo.ClientError.Statement.ParameterMissing":
            missing = _line(error).rpartition(":")[2].strip()
            return StoreError(f"the query needs the parameter {missing}, which has no value")
        if isinstance(error, ConstraintError):
            return Clash(f"the query failed: {_line(error)}")
        if code == "Neo.ClientError.Statement.EntityNotFound":
            return Gone(f"the query failed: {_line(error)}; try again")
        if isinstance(error, TransientError):
            return StoreError(f"the server is busy: {_line(error)}; try again")
        return StoreError(f"the query failed: {_line(error)}")
    if isinstance(error, ServiceUnavailable | SessionExpired):
        return StoreUnavailable(
            f"{address}: the connection to the server was lost ({_reason(error)}); try again"
        )
    behind = "" if error.__cause__ is None else f" ({_line(error.__cause__)})"
    return StoreError(f"the query failed: {_line(error)}{behind}")


def _has_stopped(error: Neo4jError | DriverError) -> bool:
    """Whether the server has given up its database: it could not write to its disk, and does
    nothing more until it is started again. It tells nobody why.
    """
    return isinstance(error, Neo4jError) and (
        "TransactionLogError" in str(error.code) or "needs to be restarted" in str(error.message)
    )


def _stopped(address: str) -> StoreUnavailable:
    return StoreUnavailable(
        f"{address}: the server cannot write to its disk and has given up its database; most often "
        "that disk is full: make room there, stop and start the server, and try again"
    )


def _reason(error: BaseException) -> str:
    """What the system says of a connection, else what the driver says."""
    said = [cause.strerror for cause in _causes(error) if isinstance(cause, OSError)]
    return next((words for words in said if words), _line(error).partition(" (resolved")[0])


def _line(error: BaseException) -> str:
    text = (isinstance(error, Neo4jError) and error.message) or str(error)
    return " ".join(str(text).split("\n")[0].split())


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """The exception and those behind it; of a router's failure, those of all its attempts."""
    seen = 0
    while error is not None and seen < 20:
        yield error
        for each in getattr(error, "exceptions", ()):
            yield from _causes(each)
        error = error.__cause__ or error.__context__
        seen += 1
