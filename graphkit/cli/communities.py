"""`graphkit communities`: who belongs together, and who bridges communities."""

from __future__ import annotations

import click

from graphkit.cli.engines import (
    Computing,
    engine_option,
    require_free,
    write_back_option,
    written_back,
)
from graphkit.cli.options import (
    Output,
    output_options,
    seed_option,
    selection_options,
    store_option,
)
from graphkit.network import Selection


@click.command()
@store_option
@click.option(
    "--resolution",
    type=float,
    default=1.0,
    show_default=True,
    help="Above 1 gives more and smaller communities.",
)
@seed_option
@click.option(
    "--restarts",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    metavar="N",
    help="Number of runs, of which the best is shown; the seeds count up from --seed.",
)
@engine_option
@write_back_option
@selection_options
@output_options
def communities(
    store: str,
    resolution: float,
    seed: int,
    restarts: int,
    engine: str | None,
    write_back: str | None,
    output: Output,
    selection: Selection,
) -> None:
    """Find communities and the organisations that bridge them.

    A community has many ties within it and few to the others. Each is named after its
    best-connected member. The Louvain method finds them; its result depends on the seed.
    Modularity measures how good the partition is.

    With --restarts, the method runs several times and the partition with the highest modularity is
    shown. Another line says how far the partitions agree, by the adjusted Rand index: 1 for the
    same, 0 on average by chance. Where they agree little, do not rest a finding on one of them.

    With --engine gds, a Neo4j server with Graph Data Science finds them. It takes no seed,
    resolution or restarts, and the same network gives the same communities.

    \b
    Example:
      graphkit communities
      graphkit communities --restarts 20
      graphkit communities --weight newman --format csv -o communities.csv
      graphkit communities --engine gds --write-back community
    """
    import graphkit.engines
    from graphkit.cli.output import emit, emit_text, network_of, say_lines
    from graphkit.export.communities import communities_remark, communities_table, communities_text

    computing = Computing.of(engine)
    computing.require_able("communities")
    require_free(write_back, computing)
    with network_of(store, selection) as network:
        found = graphkit.engines.find_communities(
            network,
            resolution=resolution,
            seed=seed,
            restarts=restarts,
            engine=engine,
        )
        numbers = {
            each.organisation.id: community.number
            for community in found.communities
            for each in community.members
        }
        written_back(write_back, "community", numbers)
        if output.is_text:
            emit_text(communities_text(found))
        else:
            emit(communities_table(found), output)
            say_lines(communities_remark(found))
