"""Brokerage: the untied pairs that an organisation connects, and the categories it connects.

An organisation brokers a pair of its neighbours that are not tied to each other. By the categories
of the three (sectors, say) it then plays one of the roles of Gould and Fernandez; and by the
categories of the pair alone it does or does not bridge two categories.

Ties have no direction here, so a pair is counted once. Of a pair one of which is of the broker's
category a directed tie would tell the gatekeeper (towards its own) from the representative (away
from it); without direction it is one role, counted once, under the name of gatekeeper. A program
that reads each undirected tie as two directed ones reports our count as gatekeeper, our count again
as representative, and twice our counts of the other three.

Gould, R. V. and Fernandez, R. M. (1989). Structures of mediation: a formal approach to brokerage
in transaction networks. Sociological Methodology 19, 89-126.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from graphkit.backend.triads import Triads
from graphkit.metrics.entry import ALIKE, Entry
from graphkit.metrics.homophily import ei_of_each
from graphkit.metrics.organisation_categories import UNKNOWN_APART, Categories, categories
from graphkit.metrics.ranking import fact_counts, in_order
from graphkit.metrics.steps import adjacency, product_at
from graphkit.model import Node
from graphkit.model.tabular import Tabular
from graphkit.model.wording import chosen
from graphkit.network import Network, Selection

if TYPE_CHECKING:
    from scipy.sparse import csr_array

ROLES = ("coordinator", "gatekeeper", "consultant", "liaison")
"""The roles, by the categories of the broker B and of the pair it connects: coordinator B B B;
gatekeeper (and representative) B B x; consultant x B x; liaison x B y."""

_ROLES_ENTRY = Entry(
    name="brokerage-roles",
    on=("organisation",),
    meaning="the number of untied pairs of neighbours that it connects: within its "
    "own category (coordinator), from it to another (gatekeeper), within another (consultant), "
    "between two others (liaison)",
    formula="pairs {a, b} tied to i and not to each other, by the categories of a, i, b: "
    "coordinator A A A, gatekeeper A A B, consultant B A B, liaison B A C",
    normalisation="none: counts. Ties have no direction, so a pair counts once, and gatekeeper "
    "and representative are one role",
    weights=ALIKE,
    apart=f"an isolate has 0; {UNKNOWN_APART}: pairs with such an i, a or b are `unknown`",
    reference="Gould, R. V. and Fernandez, R. M. (1989). Structures of mediation: a formal "
    "approach to brokerage in transaction networks. Sociological Methodology 19, 89-126.",
    function="graphkit.metrics.brokers",
    command="graphkit brokers --by sector",
)

ENTRIES = (
    _ROLES_ENTRY,
    Entry(
        name="bridging",
        on=("organisation",),
        meaning="the share of the pairs it brokers that connect two categories, such as a firm "
        "with a university",
        formula="pairs {a, b} tied to i and not to each other whose categories differ / such "
        "pairs with both categories known; `bridging_all`: the same for all pairs of neighbours, "
        "tied or not",
        normalisation="0 to 1; the category of i itself does not matter",
        weights=ALIKE,
        apart=f"no value without such pairs; {UNKNOWN_APART}",
        reference="After Gould and Fernandez (1989): consultant and coordinator pairs against "
        "gatekeeper and liaison pairs.",
        function="graphkit.metrics.brokers",
        command="graphkit brokers --sort bridging",
    ),
)

Counts = npt.NDArray[np.int64]

_COMPILED_FROM = 400
"""From this number of organisations on, the compiled engine is faster, including its start."""


@dataclass(frozen=True, slots=True)
class Roles:
    """For each of n organisations how many pairs it brokers, whole and by role; shape (n,) each.

    brokered: pairs of its neighbours that are not tied. roles: of these, by name of `ROLES`.
    unknown: those of which one of the three has no known category, so that
    brokered = unknown + the sum of the roles. bridging, bridgeable: pairs of which both have a
    known category, and those of them that differ in it; over all pairs of neighbours, tied or
    not, `all_bridging` and `all_bridgeable`.
    """

    brokered: Counts
    roles: Mapping[str, Counts]
    unknown: Counts
    bridging: Counts
    bridgeable: Counts
    all_bridging: Counts
    all_bridgeable: Counts


def brokerage_roles(ties: csr_array, of: Categories, triads: Triads | None = None) -> Roles:
    """Count the roles of every organisation from the n-by-n matrix of ones where two are tied.

    The number of all pairs of neighbours by category follows from how many neighbours each has in
    each category; from it the tied pairs are taken, which are the triangles. No pair is looked at
    alone. `triads`, where they have been made before, are those of the ties.

    >>> from scipy.sparse import csr_array
    >>> firm_office_university = csr_array([[0, 1, 0], [1, 0, 1], [0, 1, 0]])
    >>> of = Categories.of("sector", ["business", "public", "research"])
    >>> brokerage_roles(firm_office_university, of).roles["liaison"].tolist()
    [0, 1, 0]
    """
    near = (ties @ of.indicator()).toarray().astype(np.int64)  # neighbours by category, n by c
    degree = np.diff(ties.indptr).astype(np.int64)
    known = near.sum(axis=1)
    own = np.where(of.known, near[np.arange(len(degree)), of.codes], 0) if len(of.names) else known
    others = known - own
    same_pairs = (near * (near - 1) // 2).sum(axis=1)
    own_pairs = own * (own - 1) // 2
    if triads is None and len(degree) < _COMPILED_FROM:
        closed = _closed_by_products(ties, of)
    else:
        closed = (triads or triads_of(ties)).closed_pairs(of.codes).T
    pairs = {
        "coordinator": own_pairs,
        "gatekeeper": own * others,
        "consultant": same_pairs - own_pairs,
        "liaison": others * (others - 1) // 2 - (same_pairs - own_pairs),
    }
    roles = {
        name: np.where(of.known, pairs[name] - tied, 0)
        for name, tied in zip(ROLES, closed[:4], strict=True)
    }
    brokered = degree * (degree - 1) // 2 - closed.sum(axis=0)
    bridgeable = known * (known - 1) // 2
    alike, different = closed[[0, 2, 4]].sum(axis=0), closed[[1, 3, 5]].sum(axis=0)
    return Roles(
        brokered=brokered,
        roles=roles,
        unknown=brokered - sum(roles.values(), np.zeros_like(brokered)),
        bridging=bridgeable - same_pairs - different,
        bridgeable=bridgeable - alike - different,
        all_bridging=bridgeable - same_pairs,
        all_bridgeable=bridgeable,
    )


def triads_of(ties: csr_array) -> Triads:
    """The triangles of a matrix of ties, to be counted."""
    rows = np.repeat(np.arange(ties.shape[0]), np.diff(ties.indptr))
    return Triads.of(rows, ties.indices.astype(np.int32), ties.shape[0])


def _closed_by_products(ties: csr_array, of: Categories) -> Counts:
    """The rows of `Triads.closed_pairs`, by sparse products in blocks: no kernel is loaded."""
    from scipy.sparse import csr_array

    rows, columns = ties.nonzero()
    here, there = of.codes[rows], of.codes[columns]
    both = (here >= 0) & (there >= 0)

    def part(keep: npt.NDArray[np.bool_]) -> csr_array:
        ones = np.ones(int(np.count_nonzero(keep)))
        return csr_array((ones, (rows[keep], columns[keep])), shape=ties.shape)

    within, across = part(both & (here == there)), part(both & (here != there))
    alike, different = _triangles(ties, within, ties) // 2, _triangles(ties, across, ties) // 2
    closed = np.array(
        [
            _triangles(within, within, within) // 2,
            _triangles(within, across, across),
            _triangles(across, within, across) // 2,
            _triangles(across, across, across) // 2,
            np.where(of.known, 0, alike),
            np.where(of.known, 0, different),
            _triangles(ties, ties, ties) // 2 - alike - different,
        ]
    )
    return closed


def _triangles(first: csr_array, second: csr_array, third: csr_array) -> Counts:
    """For each row v the number of (a, b) with v-a in the first, a-b in the second and v-b in the
    third matrix.
    """
    return np.rint(product_at(first, second, third)).astype(np.int64)


@dataclass(frozen=True)
class Brokers(Tabular):
    """Organisations in order of how much they broker; columns of equal length n.

    Attributes
    ----------
    by : str
        The attribute that sorts organisations into categories.
    sort : str
        The column that orders them.
    selection : Selection
        What was selected.
    organisations : tuple of Node
        The organisations.
    ranks : tuple of int
        Their ranks by the column, as in a `Ranking`.
    categories : tuple of (str or None)
        The category of each; None where it is not known.
    columns : mapping of str to tuple of float
        `brokered`: pairs brokered. `coordinator`, `gatekeeper`, `consultant`, `liaison`: these by
        role. `unknown`: those where one of the three has no known category. `bridging`: the share
        of the pairs brokered, both of known category, that connect two categories; NaN without such
        pairs. `bridging_all`: the same share of all pairs of neighbours. `ei`: the E-I index.
    spans : tuple of tuple of str
        The known categories that meet in it: those of its neighbours and its own; none without
        neighbours.
    uncategorised : int
        How many organisations have no known category.
    facts, inferred, undated : tuple of int
        The facts behind each, as in a `Ranking`.
    """

    TABLE = "graphkit.export.brokerage:brokers_table"

    by: str
    sort: str
    selection: Selection
    organisations: tuple[Node, ...]
    ranks: tuple[int, ...]
    categories: tuple[str | None, ...]
    columns: Mapping[str, tuple[float, ...]]
    spans: tuple[tuple[str, ...], ...]
    uncategorised: int
    facts: tuple[int, ...]
    inferred: tuple[int, ...]
    undated: tuple[int, ...]

    def __len__(self) -> int:
        """The number of organisations."""
        return len(self.organisations)


SORTS = ("brokered", *ROLES, "bridging", "bridging_all", "ei")
"""The columns by which `brokers` can order."""


def brokers(
    network: Network,
    by: str | Mapping[str, str] = "sector",
    *,
    sort: str = "brokered",
    spans: Collection[str] = (),
) -> Brokers:
    """Count the pairs of others that each organisation brokers, by role.

    Parameters
    ----------
    network : Network
        The network as selected. Ties count alike whatever their weight.
    by : str or mapping of str to str, default "sector"
        The categories, as `categories` takes them.
    sort : str, default "brokered"
        The column that orders them: brokered, coordinator, gatekeeper, consultant, liaison,
        bridging, bridging_all or ei; the highest value comes first.
    spans : collection of str, optional
        Return only organisations in which all these categories meet, with their ranks among all.
        ("business", "research", "public") finds those who span the three.

    Returns
    -------
    Brokers
        The organisations in order, with their counts.

    Raises
    ------
    UsageError
        If an attribute, column or category is unknown.

    Notes
    -----
    An organisation brokers a pair of its neighbours that are not tied to each other; the categories
    of the three give it one of the roles of Gould and Fernandez [1]_. Ties have no direction, so a
    pair is counted once, and gatekeeper and representative are one role. A program that reads each
    undirected tie as two directed ones reports this count as gatekeeper, the same count as
    representative, and twice the counts of the other roles.

    References
    ----------
    .. [1] Gould, R. V. and Fernandez, R. M. (1989). Structures of mediation: a formal approach to
       brokerage in transaction networks. Sociological Methodology 19, 89-126.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> found = brokers(Network.of(read_sample()), "sector", spans=["business", "research"])
    >>> found.organisations[0].name, found.categories[0]
    ('Klaster Obróbki Metali', 'support')
    """
    sort = chosen("column", sort, SORTS)
    form = network.tied
    ties = adjacency(form)
    of = categories(network, by)
    counted = brokerage_roles(ties, of)
    columns: dict[str, list[Any]] = {
        "brokered": counted.brokered.tolist(),
        **{name: counted.roles[name].tolist() for name in ROLES},
        "unknown": counted.unknown.tolist(),
        "bridging": _shares(counted.bridging, counted.bridgeable),
        "bridging_all": _shares(counted.all_bridging, counted.all_bridgeable),
        "ei": ei_of_each(ties, of).tolist(),
    }
    nodes = [network.organisations[network.index[each]] for each in form.organisations]
    place = {node.id: position for position, node in enumerate(nodes)}
    values = {node.id: float(columns[sort][position]) for position, node in enumerate(nodes)}
    order, ranks = in_order(nodes, values, _ROLES_ENTRY)
    met = _met(ties, of)
    wanted = {chosen(of.by, each, of.names) for each in spans}
    kept = [number for number, node in enumerate(order) if wanted <= set(met[place[node.id]])]
    order, ranks = [order[each] for each in kept], [ranks[each] for each in kept]
    at = [place[node.id] for node in order]
    counts = fact_counts(network)
    return Brokers(
        by=of.by,
        sort=sort,
        selection=network.selection,
        organisations=tuple(order),
        ranks=tuple(ranks),
        categories=tuple(of.name(each) for each in at),
        columns={name: tuple(column[each] for each in at) for name, column in columns.items()},
        spans=tuple(met[each] for each in at),
        uncategorised=int(np.count_nonzero(~of.known)),
        facts=tuple(counts[node.id][0] for node in order),
        inferred=tuple(counts[node.id][1] for node in order),
        undated=tuple(counts[node.id][2] for node in order),
    )


def _met(ties: csr_array, of: Categories) -> list[tuple[str, ...]]:
    """For each organisation the categories of its neighbours and, if it has any, its own."""
    near = (ties @ of.indicator()).toarray() > 0
    own = of.indicator().toarray() > 0
    met = near | (own & (np.diff(ties.indptr) > 0)[:, None])
    return [tuple(of.names[code] for code in np.flatnonzero(row)) for row in met]


def _shares(parts: Counts, wholes: Counts) -> list[float]:
    return [
        part / whole if whole else float("nan")
        for part, whole in zip(parts.tolist(), wholes.tolist(), strict=True)
    ]
