"""`graphkit why`: the facts behind an organisation's position, or behind a group."""

from __future__ import annotations

import click

from graphkit.cli.flags import flag, in_flags
from graphkit.cli.options import Output, output_options, selection_options, store_option
from graphkit.network import WORDS, Selection


@click.command()
@click.argument("name")
@store_option
@selection_options
@output_options
def why(name: str, store: str, output: Output, selection: Selection) -> None:
    """List the facts behind an organisation's position.

    Each fact comes with its source.

    NAME is the id, name or alias of an organisation, or the id or title of a declaration or a
    collaboration, whose members are then listed.

    \b
    Example:
      graphkit why KOM
      graphkit why deklaracja-suwalki-2014
      graphkit why "Politechnika Białostocka" --layer declaration --format json
    """
    from graphkit.cli.output import emit, emit_text, network_of, say
    from graphkit.export.evidence import explanation_table, explanation_text
    from graphkit.export.group_evidence import group_explanation_table, group_explanation_text
    from graphkit.network import explain, explain_group, organisation_or_group

    with network_of(store, selection) as network:
        asked = organisation_or_group(network, name)
        if asked.label != "Organisation":
            found = explain_group(network, asked)
            if not found.members and (found.group.layer, asked.id) in network.planned_groups:
                say("--planned include counts the facts of planned groups")
            if output.is_text:
                emit_text(group_explanation_text(found))
            else:
                emit(group_explanation_table(found), output)
            return
        explanation = explain(network, asked)
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
