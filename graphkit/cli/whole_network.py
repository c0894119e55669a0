"""`graphkit cohesion`: how the network as a whole holds together."""

from __future__ import annotations

from typing import Any

import click

from graphkit.cli.chance import against_chance, chance_option, draws_of_both, need_draws
from graphkit.cli.engines import (
    Computing,
    advise,
    begin_with_pairs,
    engine_options,
    note_computed,
    pairs_option,
    say_cautions_by,
)
from graphkit.cli.options import (
    Output,
    by_option,
    output_options,
    seed_option,
    selection_options,
    store_option,
)
from graphkit.model import UsageError
from graphkit.model.wording import counted
from graphkit.network import Selection


@click.command()
@store_option
@by_option
@chance_option
@draws_of_both("the E-I index")
@seed_option
@pairs_option
@engine_options
@selection_options
@output_options
def cohesion(
    store: str,
    by: str,
    with_chance: bool,
    draws: int | None,
    seed: int,
    pairs: str | None,
    computing: Computing,
    output: Output,
    selection: Selection,
) -> None:
    """Measure the network as a whole, and explain each number.

    Density, distances, components, fragmentation, connectedness, centralisation, core and
    periphery, the measures of the two-mode network, and the E-I index of an attribute. `graphkit
    metrics NAME` gives the definition of each.

    With --chance, density, fragmentation, connectedness, the centralisations of degree and
    betweenness, reinforcement, two-mode clustering and the E-I index are compared with networks
    drawn at random, in which every group has as many organisations and every organisation as many
    groups as here. 90% of the draws lie between chance_5 and chance_95; a value in that range is
    not a finding. z is the distance from the expectation in standard deviations, share the share of
    draws at least as large, the network itself counted among them. The p-value of the E-I index
    asks something else: the ties stay, and the categories are shuffled.

    The other measures are not compared. Two-mode density is the same in every draw. Distances,
    closeness centralisation and core and periphery would take too long for each draw. The numbers
    of components and isolates say what fragmentation says.

    With --engine duckdb, what degrees, components and counts decide is measured of networks whose
    ties are more than memory holds; the other measures are left blank. --pairs measures a folder
    that `graphkit export --format parquet` wrote.

    \b
    Example:
      graphkit cohesion
      graphkit cohesion --by kind --layer declaration --format json
      graphkit cohesion --chance
      graphkit cohesion --pairs exported --engine duckdb
    """
    import graphkit.engines
    import graphkit.metrics
    from graphkit.cli.output import emit, network_of, say_lines, working
    from graphkit.export.whole_network import cohesion_chance_remark, cohesion_table

    need_draws(with_chance, draws)
    computing.require_local(chance=with_chance)
    dealt: dict[str, Any] = {} if draws is None else {"draws": draws}
    if pairs is not None:
        for option, asked in (("chance", with_chance), ("draws", draws)):
            if asked:
                raise UsageError(f"--pairs does not work with --{option}; leave out one of them")
        begin_with_pairs(pairs, computing, selection)
        counted_pairs = graphkit.engines.cohesion_of_pairs(pairs, **computing.given)
        note_computed(pairs, computing, output)
        emit(cohesion_table(counted_pairs, short=output.is_text), output)
        return
    with network_of(store, selection) as network:
        advise(network, computing)
        with working(f"measuring {counted(len(network.two_mode.organisations), 'organisation')}"):
            found = graphkit.engines.cohesion(network, by, seed=seed, **dealt, **computing.given)
        by_chance = None
        if with_chance:
            by_chance = against_chance(
                graphkit.metrics.cohesion_chance, network, found, by, draws=draws, seed=seed
            )
        emit(cohesion_table(found, short=output.is_text, chance=by_chance), output)
        if by_chance is not None:
            say_lines(cohesion_chance_remark(by_chance))
        say_cautions_by(computing, network)
