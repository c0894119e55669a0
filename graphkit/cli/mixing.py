"""`graphkit mixing`: which categories are tied to which."""

from __future__ import annotations

import click

from graphkit.cli.options import (
    Output,
    by_option,
    draws_option,
    output_options,
    seed_option,
    selection_options,
    store_option,
)
from graphkit.network import Selection


@click.command()
@store_option
@by_option
@draws_option(1000, "permutations for comparing assortativity with chance")
@seed_option
@selection_options
@output_options
def mixing(
    store: str,
    by: str,
    draws: int,
    seed: int,
    output: Output,
    selection: Selection,
) -> None:
    """Count the ties between each two sectors or other categories.

    In brackets are the ties that there would be if only degrees decided who is tied to whom. The
    assortativity coefficient is 1 where all ties are within a category, 0 as degrees alone give,
    and below 0 where ties lead out.

    \b
    Example:
      graphkit mixing
      graphkit mixing --by kind --layer declaration --format csv
    """
    import graphkit.metrics
    from graphkit.cli.output import emit, network_of, say
    from graphkit.export.mixing import mixing_remark, mixing_table

    with network_of(store, selection, evidence=False) as network:
        found = graphkit.metrics.mixing(network, by, draws=draws, seed=seed)
        emit(mixing_table(found, short=output.is_text), output)
        say(mixing_remark(found))
