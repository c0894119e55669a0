"""`graphkit impact`, `communities`, `path` and `ego`: what hangs on whom, and by what."""

from __future__ import annotations

import click

from graphkit.cli.options import Output, output_options, selection_options, store_option
from graphkit.network import Selection


@click.command()
@click.argument("organisations", nargs=-1, required=True, metavar="ORGANISATION...")
@store_option
@click.option(
    "--by", default="betweenness", show_default=True, help="The metric whose ranks are compared."
)
@selection_options
@output_options
def impact(
    organisations: tuple[str, ...],
    store: str,
    by: str,
    output: Output,
    selection: Selection,
) -> None:
    """What happens when these organisations leave.

    Tells which pieces the network falls into, which members lose their only path to those who
    coordinate their cluster (by role or, where no coordinator is stated, the cluster itself), and
    whose rank changes among those who stay. All facts of an organisation that leaves go with it;
    when it is a cluster, so do the memberships in it. Those who signed or took part in the same
    things remain tied.

    \b
    Example:
      graphkit impact KOM
      graphkit impact KOM "Politechnika Białostocka" --by degree --format csv -o impact.csv
    """
    import graphkit.metrics
    from graphkit.cli.output import emit, emit_text, network_of, node_meant
    from graphkit.export.neighbourhood import impact_table, impact_text

    with network_of(store, selection) as network:
        leaving = [node_meant(network, each) for each in organisations]
        found = graphkit.metrics.impact_of(network, leaving, by)
        if output.is_text:
            emit_text(impact_text(found))
        else:
            emit(impact_table(found), output)


@click.command()
@store_option
@click.option(
    "--resolution",
    type=float,
    default=1.0,
    show_default=True,
    help="Above 1 for more and smaller communities.",
)
@click.option("--seed", type=click.IntRange(min=0), default=0, show_default=True)
@selection_options
@output_options
def communities(
    store: str,
    resolution: float,
    seed: int,
    output: Output,
    selection: Selection,
) -> None:
    """Communities with many ties within and few between, and the members that bridge them.

    Each is named by its best-connected member. Found by Louvain's method, which depends on the
    seed; modularity says how good the partition is.

    \b
    Example:
      graphkit communities
      graphkit communities --weight newman --format csv -o communities.csv
    """
    import graphkit.metrics
    from graphkit.cli.output import emit, emit_text, network_of, say
    from graphkit.export.neighbourhood import (
        communities_remark,
        communities_table,
        communities_text,
    )

    with network_of(store, selection) as network:
        found = graphkit.metrics.find_communities(network, resolution=resolution, seed=seed)
        if output.is_text:
            emit_text(communities_text(found))
        else:
            emit(communities_table(found), output)
            say(communities_remark(found))


@click.command()
@click.argument("start", metavar="FROM")
@click.argument("end", metavar="TO")
@store_option
@click.option(
    "--chains",
    "most",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="How many of the equally short chains to show, in order of ids.",
)
@selection_options
@output_options
def path(
    start: str,
    end: str,
    store: str,
    most: int,
    output: Output,
    selection: Selection,
) -> None:
    """The shortest chain between two organisations, with the facts that make each step.

    With --weight a step is as long as the inverse of the tie's strength.

    \b
    Example:
      graphkit path ChM "Urząd Miejski w Suwałkach"
      graphkit path ChM bfkk --weight newman --chains 5 --format json
    """
    import graphkit.metrics
    from graphkit.cli.output import emit, emit_text, network_of, node_meant, say
    from graphkit.export.neighbourhood import chains_remark, chains_table, chains_text

    with network_of(store, selection) as network:
        found = graphkit.metrics.shortest_chains(
            network, node_meant(network, start), node_meant(network, end), most=most
        )
        if output.is_text:
            emit_text(chains_text(found))
        else:
            emit(chains_table(found), output)
            say(chains_remark(found))
        if len(found.shown) < found.count:
            say("--chains shows more of them")


@click.command()
@click.argument("organisation")
@store_option
@selection_options
@output_options
def ego(organisation: str, store: str, output: Output, selection: Selection) -> None:
    """The neighbours of an organisation: by which groups it is tied to them, and they to another.

    Density is of the ties among the neighbours alone. Constraint and effective size are Burt's.

    \b
    Example:
      graphkit ego KOM
      graphkit ego "Politechnika Białostocka" --layer declaration --format csv
    """
    import graphkit.metrics
    from graphkit.cli.output import emit, emit_text, for_reading, network_of, node_meant, say
    from graphkit.export.neighbourhood import ego_remark, ego_table

    with network_of(store, selection) as network:
        found = graphkit.metrics.ego_network(network, node_meant(network, organisation))
        if output.is_text:
            emit_text(f"{ego_remark(found)}\n")
            if found.neighbours:
                emit_text("\n")
                emit(ego_table(found, short=for_reading(output)), output)
        else:
            emit(ego_table(found), output)
            say(ego_remark(found))
