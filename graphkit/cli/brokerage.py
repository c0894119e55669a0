"""`graphkit brokers`: who connects organisations that are not tied themselves."""

from __future__ import annotations

import click

from graphkit.cli.chance import against_chance, chance_option
from graphkit.cli.options import Output, by_option, output_options, selection_options, store_option
from graphkit.model import UsageError
from graphkit.model.wording import counted
from graphkit.network import Selection


@click.command()
@store_option
@by_option
@click.option(
    "--sort",
    default="brokered",
    show_default=True,
    metavar="COLUMN",
    help="Column to sort by: brokered, a role, bridging, bridging_all or ei.",
)
@click.option(
    "--spans",
    multiple=True,
    metavar="CATEGORY",
    help="Only organisations that connect this category to the others given. May be repeated.",
)
@click.option(
    "--top", type=click.IntRange(min=1), help="Show only the first N organisations.", metavar="N"
)
@chance_option
@click.option(
    "--draws", type=click.IntRange(min=1), help="With --chance: number of draws.  [default: 200]"
)
@click.option(
    "--seed", type=click.IntRange(min=0), help="With --chance: random seed.  [default: 0]"
)
@selection_options
@output_options
def brokers(
    store: str,
    by: str,
    sort: str,
    spans: tuple[str, ...],
    top: int | None,
    with_chance: bool,
    draws: int | None,
    seed: int | None,
    output: Output,
    selection: Selection,
) -> None:
    """Count the untied pairs each organisation connects, by role.

    Roles compare the broker's category with those of the pair: all three the same (coordinator);
    one of the pair the same as the broker's (gatekeeper; representative means the same here, as
    ties have no direction); both in one other category (consultant); all three different (liaison).
    Organisations without a known category are counted apart. Outputs other than a terminal also
    have the share of pairs that connect two categories (bridging), the categories of the broker and
    its neighbours (spans), the E-I index, and the facts behind the row.

    With --chance, there is a row for each organisation and role, the first of them for the whole
    network, and each count is compared with chance twice. First, who is in which group is shuffled:
    does the organisation connect more pairs than its memberships explain? Then the categories are
    shuffled while the ties stay (columns shuffled_): does it have more pairs in a role than the
    number of its pairs explains? 90% of the draws lie between chance_5 and chance_95; a
    count in that range is not a finding. z is the distance from the expectation in standard
    deviations, share the share of draws at least as large, the network itself counted among them.

    \b
    Example:
      graphkit brokers --top 10
      graphkit brokers --top 3 --chance
      graphkit brokers --spans business --spans research --spans public
      graphkit brokers --by member:KOM --sort gatekeeper --format csv -o brokers.csv
    """
    import graphkit.metrics
    from graphkit.cli.output import (
        emit,
        for_reading,
        network_of,
        say,
        say_cautions,
        say_lines,
        working,
    )
    from graphkit.export.brokerage import (
        brokers_chance_remark,
        brokers_chance_table,
        brokers_table,
        uncategorised_text,
    )

    for option, given in (("--draws", draws), ("--seed", seed)):
        if given is not None and not with_chance:
            raise UsageError(f"{option} works only with --chance; add --chance")
    with network_of(store, selection) as network:
        with working(
            f"counting pairs of {counted(len(network.two_mode.organisations), 'organisation')}"
        ):
            found = graphkit.metrics.brokers(network, by, sort=sort, spans=spans)
        if with_chance:
            by_chance = against_chance(
                graphkit.metrics.brokers_chance,
                network,
                found,
                by,
                draws=draws,
                seed=seed,
                first=top,
            )
            emit(brokers_chance_table(by_chance, short=for_reading(output)), output)
            say_lines(brokers_chance_remark(by_chance))
        else:
            emit(brokers_table(found, top, short=for_reading(output)), output)
        if found.uncategorised:
            say(uncategorised_text(found))
        say_cautions(network)
