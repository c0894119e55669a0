"""The query library: stored Cypher queries, one per file, with their parameters and columns.

This module reads the header of comment lines; `queries/README.md` describes its format. A store
runs the statements.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graphkit.model import UsageError
from graphkit.model.naming import find
from graphkit.model.wording import meant
from graphkit.store.base import Store
from graphkit.store.parameters import TYPES, Parameter, Value, read_pairs, read_value

_NAMES_ONE = "an id, name or alias"
_PARAMETER = re.compile(
    r"parameter (?P<name>\w+): (?P<type>\w+), "
    r"(?:required|default (?P<default>\"[^\"]*\"|[^\s;]+)); (?P<meaning>.+)"
)
_COLUMN = re.compile(r"column (?P<name>\w+): (?P<meaning>.+)")
_EXAMPLE = re.compile(r"example:(?P<pairs>.*)")
_PAIR = re.compile(r'(\w+)=(?:"([^"]*)"|(\S+))')


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer to a stored query.

    Attributes
    ----------
    name : str
        The name of the column.
    meaning : str
        What it holds.
    """

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class StoredQuery:
    """A question of the query library.

    Attributes
    ----------
    name : str
        The name by which `stored_query` finds it.
    title : str
        The question in words.
    description : str
        What it answers, in a few sentences.
    parameters : tuple of Parameter
        What it asks for.
    columns : tuple of Column
        The name and meaning of each column of its answer.
    example : mapping of str to object
        Values for all parameters with which the sample gives an answer.
    text : str
        The Cypher statement.
    source : str
        The whole file, header included.
    """

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    example: Mapping[str, Value]
    text: str
    source: str


@cache
def stored_queries() -> tuple[StoredQuery, ...]:
    """List the questions of the query library.

    Returns
    -------
    tuple of StoredQuery
        All of them, in order of name.

    Examples
    --------
    >>> import graphkit
    >>> graphkit.stored_queries()[0].title
    'Who stands between two sectors?'
    """
    files = sorted(_folder().glob("*.cypher"))
    return tuple(read_query(file.stem, file.read_text(encoding="utf-8")) for file in files)


def stored_query(name: str) -> StoredQuery:
    """Find a question of the query library by name.

    Parameters
    ----------
    name : str
        The name, such as `co-members`.

    Returns
    -------
    StoredQuery
        The question.

    Raises
    ------
    UsageError
        If there is none of that name. The message names the nearest.

    Examples
    --------
    >>> [parameter.name for parameter in stored_query("brokers-between-sectors").parameters]
    ['one', 'other']
    """
    queries = {query.name: query for query in stored_queries()}
    if name not in queries:
        raise UsageError(f"there is no stored query {name}; {meant(name, queries)}")
    return queries[name]


def parse_parameters(pairs: Iterable[str], query: StoredQuery | None = None) -> dict[str, Value]:
    """Read the parameters of a query from texts of the form `name=value`.

    Parameters
    ----------
    pairs : iterable of str
        The texts. A value can begin with its type: `int:5`, `float:0.5`, `bool:true`,
        `date:2014-11-07`, `json:["a", "b"]`; without one it is of the type that the query declares,
        or a text.
    query : StoredQuery, optional
        The question that the values are for; by default they are for free Cypher.

    Returns
    -------
    dict of str to object
        The values by name, with the query's defaults for those that are not given.

    Raises
    ------
    UsageError
        If a text has another form, a value is not of its type, the query does not have the
        parameter, or one that it needs is not given.

    Examples
    --------
    >>> parse_parameters(["group=kom", "least=int:3"])
    {'group': 'kom', 'least': 3}
    """
    if query is None:
        return read_pairs(pairs)
    return read_pairs(pairs, {parameter.name: parameter for parameter in query.parameters})


def resolve_organisations(
    query: StoredQuery, values: Mapping[str, Value], store: Store
) -> dict[str, Value]:
    """Replace names and aliases of organisations by their ids.

    Parameters
    ----------
    query : StoredQuery
        The question. Its parameters whose meaning begins with "an id, name or alias" name
        organisations.
    values : mapping of str to object
        The values of its parameters.
    store : Store
        Where the organisations are.

    Returns
    -------
    dict of str to object
        The values, with ids.

    Raises
    ------
    UsageError
        If no organisation, or more than one, has a name. The message lists the candidates.
    """
    wanted = [
        parameter.name
        for parameter in query.parameters
        if parameter.meaning.startswith(_NAMES_ONE) and values.get(parameter.name)
    ]
    organisations = list(store.nodes("Organisation")) if wanted else []
    return dict(values) | {name: find(organisations, str(values[name])).id for name in wanted}


def read_query(name: str, source: str) -> StoredQuery:
    """Read a file of the library. Raises ValueError when its header is wrong or incomplete."""
    lines = source.splitlines()
    first = next((at for at, line in enumerate(lines) if not line.startswith("//")), len(lines))
    header = [line.removeprefix("//").strip() for line in lines[:first]]
    prose, parameters, columns = [], [], []
    example: str | None = None
    for line in header:
        if match := _PARAMETER.fullmatch(line):
            parameters.append(_parameter(match))
        elif match := _COLUMN.fullmatch(line):
            columns.append(Column(match["name"], match["meaning"]))
        elif match := _EXAMPLE.fullmatch(line):
            example = match["pairs"]
        elif line.split(" ")[0] in ("parameter", "column"):
            raise ValueError(f"{name}: {line!r} does not have the format of a header line")
        elif line:
            prose.append(line)
    if len(prose) < 2 or not columns or example is None:
        raise ValueError(f"{name}: a header needs a title, a description, columns, an example")
    pairs = [f"{match[1]}={match[2] or match[3] or ''}" for match in _PAIR.finditer(example)]
    return StoredQuery(
        name,
        prose[0],
        " ".join(prose[1:]),
        tuple(parameters),
        tuple(columns),
        read_pairs(pairs, {parameter.name: parameter for parameter in parameters}),
        "\n".join(lines[first:]).strip(),
        source,
    )


def _parameter(match: re.Match[str]) -> Parameter:
    name, kind, default = match["name"], match["type"], match["default"]
    if kind not in TYPES:
        raise ValueError(f"{name}: {kind} is not a type; use one of: {', '.join(TYPES)}")
    value = None if default is None else read_value(default.strip('"'), kind)
    return Parameter(name, kind, default is None, value, match["meaning"])


def _folder() -> Path:
    """Where the library is: beside this package in a wheel, beside the package in a checkout."""
    package = Path(__file__).parent.parent
    installed = package / "queries"
    return installed if installed.is_dir() else package.parent / "queries"
