"""`graphkit query` and `queries`: run Cypher on the store, and list the query library."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from graphkit.cli.manifest import note_store
from graphkit.cli.options import (
    Output,
    output_options,
    store_option,
    unfinished_allowed,
    unfinished_option,
)
from graphkit.model import UsageError
from graphkit.model.wording import counted


@click.command()
@click.argument("name", required=False)
@click.option("--file", "path", type=click.Path(path_type=Path), help="Run the Cypher in a file.")
@click.option(
    "--param",
    "params",
    multiple=True,
    metavar="KEY=VALUE",
    help="A parameter, with a type if needed: year=int:2014, on=date:2014-11-07, ids=json:[1,2].",
)
@click.option("--example", is_flag=True, help="Use the example parameters of the library query.")
@click.option("--write", is_flag=True, help="Allow the statement to change the store.")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=10_000,
    show_default=True,
    help="Maximum number of rows.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=60.0,
    show_default=True,
    help="Seconds before the query is cancelled.",
)
@store_option
@unfinished_option
@output_options
def query(
    name: str | None,
    path: Path | None,
    params: tuple[str, ...],
    example: bool,
    write: bool,
    limit: int,
    timeout: float,
    store: str,
    output: Output,
) -> None:
    """Run a query from the library, or your own Cypher.

    NAME is a query of the library (see `graphkit queries`), or - to read Cypher from standard
    input. Only --write lets a statement change the store. Cypher cannot read files or web
    addresses.

    \b
    Example:
      graphkit query co-members --param organisation=MALOW
      echo "MATCH (o:Organisation) RETURN count(o) AS n" | graphkit query -
    """
    from graphkit.cli.output import emit, open_target, say
    from graphkit.export.results import table_of
    from graphkit.store import parse_parameters, resolve_organisations, stored_query
    from graphkit.store.unfinished import finished

    if (name is None) == (path is None):
        raise UsageError("give the name of a library query, - for standard input, or --file FILE")
    question = None
    if path is not None:
        text = _read(path)
    elif name == "-":
        text = _decoded(sys.stdin.buffer.read(), "standard input")
    else:
        question = stored_query(str(name))
        text = question.text
    if example and (question is None or params):
        raise UsageError("--example works only with a library query and without --param")
    if question is not None and example:
        values = dict(question.example)
    else:
        values = parse_parameters(params, question)
    with open_target(store, create=False, read_only=not write) as opened:
        if question is not None:
            values = resolve_organisations(question, values, opened)
        with finished(opened, unfinished=write or unfinished_allowed()):
            result = opened.query(text, values, write=write, limit=limit, timeout=timeout)
        note_store(opened, wanted=output.is_workbook)
    emit(table_of(result), output)
    say(
        counted(len(result.rows), "row")
        + (", there are more: raise --limit" if result.truncated else "")
    )


@click.command()
@click.argument("name", required=False)
@output_options
def queries(name: str | None, output: Output) -> None:
    """List the query library, or show one query with its Cypher.

    \b
    Example:
      graphkit queries
      graphkit queries co-members
    """
    from graphkit.cli.output import emit, emit_text
    from graphkit.export import Table
    from graphkit.store import stored_queries, stored_query

    if name is not None:
        emit_text(stored_query(name).source)
        return
    rows = (
        (question.name, question.title, ", ".join(each.name for each in question.parameters))
        for question in stored_queries()
    )
    emit(Table.of(("name", "question", "parameters"), rows), output)


def _read(path: Path) -> str:
    try:
        return _decoded(path.read_bytes(), f"--file {path}")
    except OSError as error:
        raise UsageError(f"--file {path}: {error.strerror}") from None


def _decoded(content: bytes, origin: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(f"{origin} is not UTF-8 text; save it as UTF-8") from None
