"""The catalogue's entries of what networkx does not measure, and the whole catalogue."""

from __future__ import annotations

from graphkit.metrics.catalogue import METRICS, Entry
from graphkit.model.wording import chosen

_ALIKE = "ignored: ties are alike"
_UNKNOWN = "who has no known category is kept apart, is no category, and is counted"
_STEPS = "ignored: distances are in steps"
_FREEMAN = (
    "Freeman, L. C. (1979). Centrality in social networks: conceptual clarification. Social "
    "Networks 1, 215-239."
)
_BORGATTI = (
    "Borgatti, S. P. (2006). Identifying sets of key players in a social network. Computational "
    "and Mathematical Organization Theory 12, 21-34."
)
_CORE = (
    "Borgatti, S. P. and Everett, M. G. (2000). Models of core/periphery structures. Social "
    "Networks 21, 375-395."
)

_POSITIONS = (
    Entry(
        name="brokerage-roles",
        on=("organisation",),
        meaning="how many pairs of neighbours that are not tied themselves it connects: within its "
        "own category (coordinator), from it to another (gatekeeper), within another (consultant), "
        "between two others (liaison)",
        formula="pairs {a, b} tied to i and not to each other, by the categories of a, i, b: "
        "coordinator A A A, gatekeeper A A B, consultant B A B, liaison B A C",
        normalisation="none: counts. Ties have no direction, so a pair counts once, and gatekeeper "
        "and representative are one role",
        weights=_ALIKE,
        apart=f"an isolate has 0; {_UNKNOWN}: pairs in which i, a or b is such are `unknown`",
        reference="Gould, R. V. and Fernandez, R. M. (1989). Structures of mediation: a formal "
        "approach to brokerage in transaction networks. Sociological Methodology 19, 89-126.",
        function="graphkit.metrics.brokers",
        command="graphkit brokers --by sector",
    ),
    Entry(
        name="bridging",
        on=("organisation",),
        meaning="the share of the pairs it brokers that connect two categories, such as a firm "
        "with a university",
        formula="pairs {a, b} tied to i and not to each other whose categories differ / such "
        "pairs of which both categories are known; `bridging_all`: the same of all pairs of "
        "neighbours, tied or not",
        normalisation="0 to 1; the category of i itself plays no part",
        weights=_ALIKE,
        apart=f"no value without such pairs; {_UNKNOWN}",
        reference="After Gould and Fernandez (1989): consultant and coordinator pairs against "
        "gatekeeper and liaison pairs.",
        function="graphkit.metrics.brokers",
        command="graphkit brokers --sort bridging",
    ),
    Entry(
        name="ei-index",
        on=("organisation", "group", "network"),
        meaning="whether ties lead out of the category (1) or stay within it (-1)",
        formula="(E - I) / (E + I), E ties between categories, I ties within one; of a category, "
        "its ties, each counted once",
        normalisation="-1 to 1. Sizes alone move it: the network's is compared with that after "
        "dealing the categories anew (seeded), the ties unchanged",
        weights=_ALIKE,
        apart=f"an isolate has none; {_UNKNOWN}: ties to such are left out",
        reference="Krackhardt, D. and Stern, R. N. (1988). Informal networks and organizational "
        "crises. Social Psychology Quarterly 51, 123-140.",
        function="graphkit.metrics.ei_index",
        command="graphkit cohesion --by sector",
    ),
    Entry(
        name="coreness",
        on=("organisation",),
        meaning="how much it is of the core, when ties are expected among those of the core",
        formula="the c >= 0 that minimise the sum over i != j of (w_ij - c_i c_j)^2",
        normalisation="the squares of all values sum to 1",
        weights="a strength; with weight none ties are alike",
        apart="an isolate has 0; other components than the densest have about 0",
        reference=_CORE,
        function="graphkit.metrics.core_periphery",
        command="",
    ),
)

_PAIRS = (
    Entry(
        name="tie-weight",
        on=("pair",),
        meaning="how much two organisations share",
        formula="the sum over shared groups of 1 (count) or 1/(size - 1) (newman), times a direct "
        "tie's own weight",
        normalisation="none; above 0 where two are tied",
        weights="this is the weight; its inverse is the distance",
        apart="0 between organisations that share no group",
        reference="Newman, M. E. J. (2001). Scientific collaboration networks II. Physical Review "
        "E 64, 016132.",
        function="graphkit.Network.graph",
        command="",
    ),
)

_GROUPS = (
    Entry(
        name="key-players-fragment",
        on=("group",),
        meaning="which k organisations, were they to leave together, would leave the others the "
        "most apart (KPP-Neg)",
        formula="of the m = n - k that remain: 1 - the sum of s(s-1) / (m(m-1)) over components of "
        "size s; by distance: 1 - the sum over i != j of (1/d_ij) / (m(m-1))",
        normalisation="0 to 1: nobody connected with anybody",
        weights=_STEPS,
        apart="pairs without a path are apart, with or without the set; isolates count among the n",
        reference=_BORGATTI,
        function="graphkit.metrics.key_players",
        command="graphkit keyplayers -k 3 --aim fragment",
    ),
    Entry(
        name="key-players-reach",
        on=("group",),
        meaning="which k organisations together are nearest to all (KPP-Pos)",
        formula="the share of the n within m steps of one of the set; by distance: the mean over "
        "the n of 1/(the distance to the nearest of the set), 1 for the set itself",
        normalisation="k/n to 1: everybody is in the set or tied to it",
        weights=_STEPS,
        apart="who cannot be reached adds 0",
        reference=_BORGATTI,
        function="graphkit.metrics.key_players",
        command="graphkit keyplayers -k 3 --aim reach",
    ),
)

_NETWORK = (
    Entry(
        name="density",
        on=("network",),
        meaning="the share of all pairs of organisations that are tied",
        formula="2m / (n(n-1)), m ties",
        normalisation="0 to 1; large groups raise it, for they tie all their members",
        weights=_ALIKE,
        apart="isolates count among the n",
        reference="Wasserman, S. and Faust, K. (1994). Social Network Analysis, p. 101.",
        function="graphkit.metrics.cohesion",
        command="graphkit cohesion",
    ),
    Entry(
        name="average-path-length",
        on=("network",),
        meaning="how many steps two organisations are apart on average, if a path connects them",
        formula="the mean of d_ij over pairs with a path",
        normalisation="from 1: everybody tied",
        weights=_STEPS,
        apart="pairs without a path are left out, see fragmentation; no value without ties",
        reference="Wasserman and Faust (1994), p. 107; Watts, D. J. and Strogatz, S. H. (1998). "
        "Nature 393, 440-442.",
        function="graphkit.metrics.cohesion",
        command="graphkit cohesion",
    ),
    Entry(
        name="diameter",
        on=("network",),
        meaning="the most steps by which two organisations that a path connects are apart",
        formula="the largest d_ij over pairs with a path",
        normalisation="none",
        weights=_STEPS,
        apart="pairs without a path are left out; no value without ties",
        reference="Wasserman and Faust (1994), p. 111.",
        function="graphkit.metrics.cohesion",
        command="graphkit cohesion",
    ),
    Entry(
        name="components",
        on=("network",),
        meaning="into how many pieces the network falls, an isolate being one",
        formula="the number of maximal sets in which a path connects any two",
        normalisation="1 to n",
        weights=_ALIKE,
        apart="isolates are components of one",
        reference="Wasserman and Faust (1994), p. 109.",
        function="graphkit.metrics.cohesion",
        command="graphkit cohesion",
    ),
    Entry(
        name="largest-component",
        on=("network",),
        meaning="the share of the organisations in the largest piece",
        formula="its size / n",
        normalisation="1/n to 1",
        weights=_ALIKE,
        apart="isolates count among the n",
        reference="Wasserman and Faust (1994), p. 109.",
        function="graphkit.metrics.cohesion",
        command="graphkit cohesion",
    ),
    Entry(
        name="isolates",
        on=("network",),
        meaning="how many organisations are tied to nobody",
        formula="the number of i with d_i = 0",
        normalisation="0 to n",
        weights=_ALIKE,
        apart="counts them",
        reference="Wasserman and Faust (1994), p. 128.",
        function="graphkit.metrics.cohesion",
        command="graphkit cohesion",
    ),
    Entry(
        name="fragmentation",
        on=("network",),
        meaning="the share of pairs of organisations that no path connects",
        formula="1 - the sum of s(s-1) / (n(n-1)) over components of size s",
        normalisation="0: one piece, to 1: isolates only",
        weights=_ALIKE,
        apart="this is what it measures",
        reference=_BORGATTI,
        function="graphkit.metrics.cohesion",
        command="graphkit cohesion",
    ),
    Entry(
        name="distance-fragmentation",
        on=("network",),
        meaning="how far apart organisations are, from all tied (0) to no paths at all (1)",
        formula="1 - the mean over pairs of 1/d_ij",
        normalisation="0 to 1",
        weights=_STEPS,
        apart="pairs without a path count as infinitely far",
        reference=_BORGATTI,
        function="graphkit.metrics.cohesion",
        command="graphkit cohesion",
    ),
    Entry(
        name="connectedness",
        on=("network",),
        meaning="the share of pairs of organisations that a path connects",
        formula="1 - V / (n(n-1)/2), V pairs without a path: 1 - fragmentation",
        normalisation="0 to 1: one piece",
        weights=_ALIKE,
        apart="this is what it measures",
        reference="Krackhardt, D. (1994). Graph theoretical dimensions of informal organizations. "
        "In Carley and Prietula (eds), Computational Organization Theory, 89-111.",
        function="graphkit.metrics.cohesion",
        command="graphkit cohesion",
    ),
    Entry(
        name="degree-centralisation",
        on=("network",),
        meaning="how far ties gather at one organisation, as in a star (1) or evenly (0)",
        formula="the sum over i of (max d - d_i) / ((n-1)(n-2))",
        normalisation="0 to 1: a star",
        weights=_ALIKE,
        apart="isolates count; no value for fewer than three organisations",
        reference=_FREEMAN,
        function="graphkit.metrics.cohesion",
        command="graphkit cohesion",
    ),
    Entry(
        name="betweenness-centralisation",
        on=("network",),
        meaning="how far shortest paths all run through one organisation",
        formula="the sum over i of (max b - b_i) / (n-1), b betweenness as `rank` gives it",
        normalisation="0 to 1: a star",
        weights=_STEPS,
        apart="isolates count; pairs without a path add nothing; no value for fewer than three",
        reference=_FREEMAN,
        function="graphkit.metrics.cohesion",
        command="graphkit cohesion",
    ),
    Entry(
        name="closeness-centralisation",
        on=("network",),
        meaning="how far one organisation is nearer to all than the others are",
        formula="the sum over i of (max c - c_i) / ((s-1)(s-2)/(2s-3)), c_i = (s-1) / (the sum of "
        "the distances from i), in the largest component, of size s",
        normalisation="0 to 1: a star",
        weights=_STEPS,
        apart="defined for one component, so measured on the largest (the first by id of equals); "
        "no value where it has fewer than three organisations",
        reference=_FREEMAN,
        function="graphkit.metrics.cohesion",
        command="graphkit cohesion",
    ),
    Entry(
        name="core-periphery-fit",
        on=("network",),
        meaning="how well a core tied to everybody and a periphery tied to the core alone describe "
        "the network",
        formula="the correlation over pairs of being tied with either being in the core, for the "
        "core for which it is highest",
        normalisation="to 1: exactly so, as in a star",
        weights=_ALIKE,
        apart="isolates are of the periphery; there is one core, whatever the components",
        reference=_CORE,
        function="graphkit.metrics.core_periphery",
        command="graphkit cohesion",
    ),
    Entry(
        name="two-mode-density",
        on=("network",),
        meaning="the share of all pairs of an organisation and a group that are memberships",
        formula="memberships / (organisations * groups)",
        normalisation="0 to 1; a direct tie is a group of two",
        weights="ignored: memberships are alike",
        apart="isolates count among the organisations",
        reference="Borgatti, S. P. and Everett, M. G. (1997). Network analysis of 2-mode data. "
        "Social Networks 19, 243-269.",
        function="graphkit.metrics.two_mode_measures",
        command="graphkit cohesion",
    ),
    Entry(
        name="reinforcement",
        on=("network",),
        meaning="whether those who share a group go on to share another",
        formula="4 * cycles of four memberships / paths of three",
        normalisation="0 to 1: whoever shares one group shares all of them",
        weights="ignored: memberships are alike",
        apart="isolates do not matter; no value without a path of three memberships",
        reference="Robins, G. and Alexander, M. (2004). Small worlds among interlocking directors. "
        "Computational and Mathematical Organization Theory 10, 69-94.",
        function="graphkit.metrics.two_mode_measures",
        command="graphkit cohesion",
    ),
    Entry(
        name="two-mode-clustering",
        on=("network",),
        meaning="whether two that each share a group with a third share one of their own",
        formula="paths i-p-j-q-k of memberships whose i and k share a group other than p and q / "
        "all such paths",
        normalisation="0 to 1; not raised by large groups, as the projection's is",
        weights="ignored: memberships are alike",
        apart="isolates do not matter; no value without a path of four memberships",
        reference="Opsahl, T. (2013). Triadic closure in two-mode networks: redefining the global "
        "and local clustering coefficients. Social Networks 35, 159-167.",
        function="graphkit.metrics.two_mode_measures",
        command="graphkit cohesion",
    ),
)

CATALOGUE: dict[str, Entry] = {
    entry.name: entry for entry in (*METRICS.values(), *_POSITIONS, *_PAIRS, *_GROUPS, *_NETWORK)
}
"""Every metric: of an organisation's position, then of pairs, groups and the network."""


def in_catalogue(name: str) -> Entry:
    """The entry of a metric. Raises UsageError that names the nearest."""
    return CATALOGUE[chosen("metric", name, CATALOGUE)]
