"""`graphkit lived`: what documents declare against what organisations answer."""

from __future__ import annotations

import click

from graphkit.cli.options import (
    Output,
    draws_option,
    output_options,
    part_option,
    seed_option,
    selection_options,
    store_option,
)
from graphkit.export.parts import LIVED
from graphkit.network import Selection


@click.command()
@store_option
@draws_option(1000, "permutations for comparing documents and answers with chance")
@seed_option
@part_option(LIVED)
@selection_options
@output_options
def lived(
    store: str,
    draws: int,
    seed: int,
    part: str | None,
    output: Output,
    selection: Selection,
) -> None:
    """Compare what documents declare with what organisations answer.

    Select the layer rating and the answer that counts as a tie; the other layers that you select
    are the documents, all four of them by default. Pairs that documents tie and answers do not are
    declared and not lived; the other way round they are lived and not declared. A pair of which
    neither answered is left out, and counted. The pairs of members of each cluster are counted in
    the same way, and the correlation of both networks is tested by shuffling organisations (QAP).

    \b
    Example:
      graphkit lived --layer rating --rating 'contact>=2'
      graphkit lived --layer declaration --layer rating --rating 'contact>=2'
    """
    import graphkit.metrics
    from graphkit.cli.output import emit, emit_text, network_of, working
    from graphkit.export.lived import lived_table, lived_text

    with network_of(store, selection, evidence=False) as network:
        with working("comparing documents with answers"):
            found = graphkit.metrics.documents_and_answers(network, draws=draws, seed=seed)
        if output.is_text and part is None:
            emit_text(lived_text(found))
        else:
            emit(lived_table(found, part or LIVED[0]), output)
