"""Values on their way between Python and the engine: parameters in, rows out, errors in words.

Rows come in batches as one JSON text each, in which the engine's bridge marks the values that JSON
has no form for. What arrives is plain Python: a node or a relationship is the dict of its
properties in order of name, a path the list of both in turn, a duration or a time of day its ISO
text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from graphkit.model import StoreError
from graphkit.model.bounded_json import LEVELS, NestedTooDeeply, parse_json
from graphkit.store.embedded import jvm
from graphkit.store.parameters import REFUSED_WRITE, check_values

_BATCH = 1000
_TAG = "\u0001"
_LOAD_CSV = "arcadedb.opencypher.loadCsv"
_POSITION = re.compile(r"line (\d+)(?::|, column )(\d+)")
_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|([\[{])|[\]}]')
_MARKED: dict[str, Callable[[Any], object]] = {
    "D": lru_cache(20_000)(date.fromisoformat),
    "T": datetime.fromisoformat,
    "Z": datetime.fromisoformat,
    "i": int,
    "n": float,
    "s": list,
}


def to_java(parameters: Mapping[str, object]) -> Any:
    """The Java map of a query's parameters, as `parameters.check_values` lets them through."""
    from arcadedb_embedded.type_conversion import convert_python_to_java

    return convert_python_to_java(check_values(parameters))


def rows(result: Any, limit: int | None = None) -> Iterator[dict[str, Any]]:
    """The rows of a Java result, each by column, and no more read than `limit` asks for."""
    for batch in batches(result, limit):
        yield from batch


def batches(
    result: Any, limit: int | None = None, too_deep: Callable[[str], StoreError] | None = None
) -> Iterator[list[dict[str, Any]]]:
    """The rows of a Java result as they come over.

    `too_deep` makes the error about a column with a value that is nested more deeply than
    graphkit reads.
    """
    read = jvm.java("com.arcadedb.python.TypedRows").nextRows
    left = limit
    while left is None or left > 0:
        text, side, drained = read(result, _BATCH if left is None else min(_BATCH, left))
        try:
            batch = parse_json(str(text), object_hook=_unmark(side))
        except NestedTooDeeply:
            raise (too_deep or _too_deep)(_deepest(str(text))) from None
        yield batch
        if drained:
            return
        left = None if left is None else left - len(batch)


def _too_deep(column: str) -> StoreError:
    return StoreError(
        f"{column}: this value is nested more than {LEVELS} levels deep; let the query return less "
        "of it"
    )


def _deepest(text: str) -> str:
    """The first column of rows in JSON with a value that is nested too deeply."""
    level, last = 0, ""
    for token in _TOKEN.finditer(text):
        if token[2]:
            level += 1
            if level > LEVELS:
                break
        elif token[1] is None:
            level -= 1
        elif level == 2:  # within a row; a list follows the name of its column
            last = token[1]
    return last


def _unmark(side: Any) -> Callable[[dict[str, Any]], object]:
    def unmark(item: dict[str, Any]) -> object:
        mark = item.get(_TAG)
        if mark is None:
            return item
        kind, content = mark
        if kind == "x":
            return to_python(side[content])
        if kind == "r":  # a row with a column that is called like the mark
            names, values = side[content]
            return {str(name): to_python(value) for name, value in zip(names, values, strict=True)}
        return _MARKED[kind](content)

    return unmark


def to_python(value: Any) -> object:
    """The Python value for any object of the engine."""
    from arcadedb_embedded.type_conversion import convert_java_to_python

    if isinstance(value, jvm.java("com.arcadedb.database.Document")):
        stated = {str(key): to_python(item) for key, item in value.propertiesAsMap().items()}
        return dict(sorted(stated.items()))
    if isinstance(value, jvm.java("com.arcadedb.query.opencypher.traversal.TraversalPath")):
        return _path(value)
    if isinstance(value, jvm.java("com.arcadedb.query.sql.executor.Result")):
        return {str(key): to_python(item) for key, item in value.toMap().items()}
    try:
        plain = convert_java_to_python(value)
    except (ValueError, OverflowError):  # a year that Python's dates do not have
        plain = value
    if isinstance(plain, dict):
        return {str(key): to_python(item) for key, item in plain.items()}
    if isinstance(plain, list | tuple | set):
        return [to_python(item) for item in plain]
    if plain is None or isinstance(plain, str | int | float | date):
        return plain
    return _temporal(str(plain))


def _path(path: Any) -> list[object]:
    nodes = [to_python(node) for node in path.getVertices()]
    ties = [to_python(tie) for tie in path.getEdges()]
    steps = [item for pair in zip(nodes, ties, strict=False) for item in pair]
    return [*steps, nodes[-1]]


def _temporal(text: str) -> object:
    """A date or a date with time when Python can hold it, else the text itself."""
    for read in (date.fromisoformat, datetime.fromisoformat):
        try:
            return read(text)
        except ValueError:
            continue
    return text


def is_from_java(error: Exception) -> bool:
    """Whether an exception is one of the engine's."""
    return next(_causes(error), None) is not None


def said(error: BaseException) -> str:
    """What the innermost of the engine's exceptions says, in one line."""
    if any(str(cause.getClass().getSimpleName()) == "OutOfMemoryError" for cause in _causes(error)):
        return f"Java's memory is used up; set {jvm.HEAP_SETTING} to more, such as 2g"
    messages = [cause.getMessage() for cause in _causes(error)]
    told = [str(message) for message in messages if message is not None]
    return " ".join((told[-1] if told else str(error)).split("\n")[0].split())


def everything_said(error: BaseException) -> list[str]:
    """What each of the engine's exceptions behind an error says, after the name of its class."""
    return [str(cause.toString()) for cause in _causes(error)]


def ran_out(error: BaseException) -> bool:
    """Whether the engine ran out of memory: there is nothing wrong with what it read."""
    names = {str(cause.getClass().getSimpleName()) for cause in _causes(error)}
    return not names.isdisjoint({"OutOfMemoryError", "StackOverflowError"})


def explained(error: Exception) -> StoreError:
    """The StoreError, in one line, for an exception that the engine raised over a statement."""
    if _LOAD_CSV in said(error):
        return StoreError("Cypher cannot read files or web addresses here: no LOAD CSV")
    names = {str(cause.getClass().getSimpleName()) for cause in _causes(error)}
    message = _POSITION.sub(_counted_from_one, said(error))
    if "QueryNotIdempotentException" in names:
        return StoreError(REFUSED_WRITE)
    if "CommandParsingException" in names or "CommandSemanticException" in names:
        return StoreError(f"the query cannot be understood: {message}")
    if "CommandParameterMissingException" in names:
        missing = message.rpartition(":")[2].strip()
        return StoreError(f"the query needs the parameter {missing}, which has no value")
    if "StackOverflowError" in names:
        return StoreError("the query failed: something in it is nested too deeply; use less of it")
    return StoreError(f"the query failed: {message}")


def _counted_from_one(match: re.Match[str]) -> str:
    return f"line {match[1]}, column {int(match[2]) + 1}"


def _causes(error: BaseException) -> Iterator[Any]:
    """The Java exceptions behind a Python one, the outermost first."""
    cause: Any = error
    while cause is not None and not hasattr(cause, "getCause"):
        cause = cause.__cause__
    for _ in range(20):
        if cause is None:
            return
        yield cause
        cause = cause.getCause()
