"""`graphkit export`: hand the network on to other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphkit.cli.engines import Computing, begin_with_pairs, engine_options, pairs_option
from graphkit.cli.options import selection_options, store_option
from graphkit.export.networks import NETWORK_FORMATS
from graphkit.export.networks.graph import MODES
from graphkit.model import UsageError
from graphkit.model.wording import counted
from graphkit.network import Selection

if TYPE_CHECKING:
    from graphkit.model import Dataset
    from graphkit.network import Network

_LISTED = "\n".join(
    ["\b", *(f"{name:<12}  {about.about}" for name, about in NETWORK_FORMATS.items())]
)


@click.command(epilog=_LISTED)
@store_option
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The file to write, or the folder; its ending sets the format where it is clear. "
    "- is standard output.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(NETWORK_FORMATS)),
    metavar="FORMAT",
    help="One of the formats below.",
)
@click.option(
    "--mode",
    type=click.Choice(MODES),
    help="In graph formats: organisations tied directly (one), groups as nodes too (two), or "
    "answers of a survey as arcs from who answers (directed, with --layer rating).  [default: one]",
)
@click.option(
    "--wave",
    multiple=True,
    metavar="DATE",
    help="For rsiena: a date or period for which a matrix is written. Give two or more.",
)
@pairs_option
@engine_options
@selection_options
def export(
    store: str,
    output: Path,
    form: str | None,
    mode: str | None,
    wave: tuple[str, ...],
    pairs: str | None,
    computing: Computing,
    selection: Selection,
) -> None:
    """Write the network for other programs, such as Gephi.

    The same network always gives the same bytes. Dates that are not known stay unknown. The
    formats are listed below; docs/export.md shows an example of each.

    The format ties has nothing but the ties. With --engine duckdb it is written without holding
    them in memory, and with --pairs from a folder that was exported in the format parquet.

    \b
    Example:
      graphkit export -o network.gexf
      graphkit export -o clusters.graphml --layer membership --mode two
      graphkit export -o network.json --format node-link --weight newman
      graphkit export -o trust.gexf --layer rating --rating trust --mode directed
      graphkit export -o waves --format rsiena --wave 2013 --wave 2014
      graphkit export -o ties.parquet --pairs exported --engine duckdb
    """
    import graphkit.engines
    from graphkit.cli.manifest import note_pairs, note_settings
    from graphkit.cli.output import emit_file, say, say_counts, selected_network, working
    from graphkit.export.networks import export_of, format_meant, write_export

    form = format_meant(output, form)
    to_pipe = output == Path("-")
    if to_pipe and not NETWORK_FORMATS[form].ending:
        raise UsageError(f"-o -: {form} is a folder; name one")
    note_settings(format=form)
    if form != "ties" and computing.is_by_default:
        computing = Computing.of("local")
    by_engine = pairs is not None or not computing.is_local
    if by_engine and form != "ties":
        raise UsageError(
            f"{'--pairs' if pairs is not None else '--engine'} works only with the format ties, "
            f"not with {form}; choose --format ties"
            + (", or --engine local" if pairs is None else ", or leave it out")
        )
    if by_engine and mode not in (None, MODES[0]):
        raise UsageError(f"--mode {mode} means nothing in {form}; leave it out")
    if by_engine and to_pipe:
        raise UsageError("-o -: ties are written to a file by engines; name one")
    if pairs is not None:
        begin_with_pairs(pairs, computing, selection)
        graphkit.engines.write_ties_of_pairs(pairs, output, **computing.given)
        note_pairs(pairs)
        say(f"wrote {output}")
        return
    network = selected_network(store, selection)
    if by_engine:
        graphkit.engines.write_ties(network, output, **computing.given)
        say(f"wrote {output}")
        say_counts(network)
        return
    export = export_of(network, form, mode=mode, waves=wave)
    with working(f"writing {counted(len(network.two_mode.organisations), 'organisation')}"):
        content = export.content
        if not to_pipe:
            write_export(export, output)
    if not to_pipe:
        say(f"wrote {output}")
    elif isinstance(content, str | bytes):
        emit_file(content)
    if NETWORK_FORMATS[form].modes:
        say_counts(network)
    else:
        _say_statements(export.statements, network)


def _say_statements(stated: Dataset, network: Network) -> None:
    """Print how much a file holds of what is stated: more than an analysis counts."""
    from graphkit.cli.output import said_of_joined, say
    from graphkit.export.networks.statements import repeats_of

    nodes, facts = counted(len(stated.nodes), "node"), counted(len(stated.facts), "fact")
    text = f"stated of this selection: {nodes} and {facts}{said_of_joined(network.counts())}"
    if repeats := repeats_of(network, stated):
        text += f"; {counted(repeats, 'fact')} left out that repeat{'s' * (repeats == 1)} another"
    say(text)
