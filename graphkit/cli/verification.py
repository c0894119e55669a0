"""`graphkit verify`: whether a store holds what was loaded, and what the given files state."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from graphkit.cli.loading import files_as_proposed, optional_reading
from graphkit.cli.manifest import note_store
from graphkit.cli.options import Output, output_options, store_option

_DIFFERENCES = 5
"""The exit code when there are differences."""


@click.command()
@optional_reading
@store_option
@click.option("--dataset", help="Name of the data set.  [default: name of the first file]")
@output_options
def verify(
    paths: tuple[Path, ...], store: str, output: Output, problems: Path | None, **how: Any
) -> None:
    """Verify that a store holds what was loaded into it.

    Reads everything, makes the hash of each node and fact and the digest of each data set again,
    and checks labels, ends, ids and dates, and that queries find all of it. Given the files of a
    data set as for `graphkit load`, also verifies that the store holds exactly what they state.
    Lists every difference, and then the exit code is 5. What no data set states is listed too, but
    is not a difference.

    \b
    Example:
      graphkit verify
      graphkit verify my-network
      graphkit verify my-network --format csv -o differences.csv
    """
    from graphkit.cli.output import emit, open_target, say, working
    from graphkit.export.verification import verification_table
    from graphkit.store import verify as verified

    given = []
    if paths:
        given.append(files_as_proposed(paths, problems, store, how).dataset)
    with open_target(store, create=False, read_only=True) as opened, working("verifying"):
        result = verified(opened, *given)
        note_store(opened, wanted=output.is_workbook)
    emit(verification_table(result), output)
    if not result.differences:
        say("no differences")
        return
    say(
        f"{len(result.differences)} differences; `graphkit load` restores what the tables state, "
        "and --prune removes what they do not"
    )
    click.get_current_context().exit(_DIFFERENCES)
