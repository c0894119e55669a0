"""`graphkit mixing`: which categories are tied to which."""

from __future__ import annotations

import click

from graphkit.cli.chance import against_chance, chance_option, draws_of_both, need_draws
from graphkit.cli.options import (
    Output,
    by_option,
    output_options,
    part_option,
    seed_option,
    selection_options,
    store_option,
)
from graphkit.export.parts import MIXED
from graphkit.network import Selection


@click.command()
@store_option
@by_option
@chance_option
@draws_of_both("assortativity")
@seed_option
@part_option(MIXED)
@selection_options
@output_options
def mixing(
    store: str,
    by: str,
    with_chance: bool,
    draws: int | None,
    seed: int,
    part: str | None,
    output: Output,
    selection: Selection,
) -> None:
    """Count the ties between each two sectors or other categories.

    In brackets are the ties that there would be if only degrees decided who is tied to whom. The
    assortativity coefficient is 1 where all ties are within a category, 0 as degrees alone give,
    and below 0 where ties lead out. It is compared with its values after the categories are
    shuffled among the organisations with ties.

    With --chance, the ties and the coefficient are also compared with networks drawn at random, in
    which every group has as many organisations and every organisation as many groups as here. 90%
    of the draws lie between chance_5 and chance_95, in brackets in the text; a number in that range
    is not a finding.

    \b
    Example:
      graphkit mixing
      graphkit mixing --chance
      graphkit mixing --by kind --layer declaration --format csv
      graphkit mixing --table assortativity --format json
    """
    import graphkit.metrics
    from graphkit.cli.output import emit, emit_text, network_of, say
    from graphkit.export.mixing import mixing_table, mixing_text, unknown_text

    need_draws(with_chance, draws)
    shuffles: dict[str, int] = {} if draws is None else {"draws": draws}
    with network_of(store, selection, evidence=False) as network:
        found = graphkit.metrics.mixing(network, by, seed=seed, **shuffles)
        by_chance = None
        if with_chance:
            by_chance = against_chance(
                graphkit.metrics.mixing_chance, network, found, by, draws=draws, seed=seed
            )
        if output.is_text and part is None:
            emit_text(mixing_text(found, by_chance))
        else:
            emit(mixing_table(found, part or MIXED[0], chance=by_chance), output)
        if remark := unknown_text(found):
            say(remark)
