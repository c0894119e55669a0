"""`graphkit why`: the facts behind an organisation's position."""

from __future__ import annotations

import click

from graphkit.cli.flags import flag, in_flags
from graphkit.cli.options import Output, output_options, selection_options, store_option
from graphkit.network import WORDS, Selection


@click.command()
@click.argument("organisation")
@store_option
@selection_options
@output_options
def why(organisation: str, store: str, output: Output, selection: Selection) -> None:
    """List the facts behind an organisation's position.

    Each fact comes with its source.

    ORGANISATION is an id, a name or an alias.

    \b
    Example:
      graphkit why KOM
      graphkit why "Politechnika Białostocka" --layer declaration --format json
    """
    from graphkit.cli.output import emit, emit_text, network_of, say
    from graphkit.export.evidence import explanation_table, explanation_text
    from graphkit.network import explain

    with network_of(store, selection) as network:
        explanation = explain(network, network.organisation(organisation))
        if not explanation.existed:
            say(f"{explanation.organisation.name} did not exist then; choose another date --at")
        elif not explanation.stands:
            words = in_flags(
                network.words_that_leave_out(explanation.asked),
                {name: flag(name) for name in WORDS},
            )
            say(f"check {words}: the selection leaves it out")
        elif explanation.asked.id != explanation.organisation.id:
            say("--parts separate keeps parts and wholes apart")
        if explanation.planned:
            say("--planned include counts the facts of planned groups")
        if output.is_text:
            emit_text(explanation_text(explanation))
        else:
            emit(explanation_table(explanation), output)
