"""Whether organisations broker more than by chance, and in these roles.

Two questions, and two kinds of draws. Who is in which group is shuffled: does an organisation
connect more pairs than its memberships give, in whatever role? And the categories are dealt again
while all ties stay: of the pairs it connects, are there more in a role than any deal of the
categories gives? An organisation with many pairs has many in every role. Only the second comparison
says whether a role is its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graphkit.metrics.arguments import require_of, require_same_categories, require_whole
from graphkit.metrics.brokerage import ROLES, Brokers, Roles, brokerage_roles, triads_of
from graphkit.metrics.chance import DRAWS, Expectation, Progress, Slow, over_draws
from graphkit.metrics.null_model import null_draws
from graphkit.metrics.organisation_categories import Categories, categories
from graphkit.metrics.steps import adjacency
from graphkit.model import Node
from graphkit.model.tabular import Tabular
from graphkit.network import Network, TwoMode

COUNTS = ("brokered", *ROLES)
"""The counts that are compared with chance."""


@dataclass(frozen=True)
class BrokersChance(Tabular):
    """The pairs that organisations broker, and what chance gives for each count.

    Attributes
    ----------
    brokers : Brokers
        The organisations and their counts.
    draws : int
        The number of draws of either kind.
    seed : int
        Their seed.
    dealt : int
        Among how many organisations the categories were dealt: those with ties and a known one.
    memberships : mapping of str to Expectation
        For `brokered` and each role, with who is in which group shuffled: first the sum over all
        organisations of the network, then each organisation of `compared`.
    categories : mapping of str to Expectation
        The same with the categories dealt again. The pairs stay, so `brokered` does not vary.
    """

    TABLE = "graphkit.export.brokerage:brokers_chance_table"

    brokers: Brokers
    draws: int
    seed: int
    dealt: int
    memberships: Mapping[str, Expectation]
    categories: Mapping[str, Expectation]

    @property
    def compared(self) -> tuple[Node, ...]:
        """The organisations that are compared with chance: the first of `brokers`."""
        return self.brokers.organisations[: len(self.memberships["brokered"].values) - 1]


def brokers_chance(
    network: Network,
    found: Brokers,
    by: str | Mapping[str, str] = "sector",
    *,
    first: int | None = None,
    draws: int = DRAWS,
    seed: int = 0,
    progress: Progress | None = None,
    slow: Slow | None = None,
) -> BrokersChance:
    """Compare the pairs that organisations broker with chance, in all and by role.

    Parameters
    ----------
    network : Network
        The network as selected.
    found : Brokers
        The brokers of this network.
    by : str or mapping of str to str, default "sector"
        The categories with which they were found.
    first : int, optional
        How many of the first organisations to compare; by default all.
    draws : int, default 200
        The number of draws of either kind, at least 1.
    seed : int, default 0
        The seed; the same seed gives the same result.
    progress : callable, optional
        Called after each draw with what is being done, how many are done, and of how many.
    slow : callable, optional
        Called once, after the first draws, with the seconds that all will take, if they are more
        than 600.

    Returns
    -------
    BrokersChance
        The expectations of each count.

    Raises
    ------
    UsageError
        If `draws` is below 1, or `seed` or `first` below 0, the brokers are of another network or
        of other categories, or the network is selected with `overlap` or `backbone`.

    See Also
    --------
    graphkit.metrics.null_draws : What stays when memberships are shuffled.

    Notes
    -----
    Categories are dealt among the organisations with ties whose category is known; the others have
    no part in a role. Gould and Fernandez [1]_ compare roles with the second kind of draws.

    References
    ----------
    .. [1] Gould, R. V. and Fernandez, R. M. (1989). Structures of mediation: a formal approach to
       brokerage in transaction networks. Sociological Methodology 19, 89-126.

    Examples
    --------
    >>> from graphkit.metrics import brokers
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> network = Network.of(read_sample())
    >>> found = brokers_chance(network, brokers(network), draws=50)
    >>> found.memberships["brokered"].finding(1), found.categories["gatekeeper"].finding(1)
    ('more than chance', 'within chance')
    """
    forms = null_draws(network, draws, seed=seed)
    form = network.two_mode
    require_of(network, "found", found.selection, (node.id for node in found.organisations))
    of = categories(network, by)
    require_same_categories(found.by, of.by)
    if first is not None:
        require_whole(0, first=first)
    ties = adjacency(form)
    triads = triads_of(ties)
    position = {name: place for place, name in enumerate(form.organisations)}
    order = np.array([position[node.id] for node in found.organisations[:first]], dtype=np.int64)
    among = np.flatnonzero(of.known & form.have_ties())

    def counts(roles: Roles) -> npt.NDArray[np.float64]:
        each = [roles.brokered, *(roles.roles[name] for name in ROLES)]
        return np.concatenate([[row.sum(), *row[order]] for row in each]).astype(float)

    def shuffled(drawn: TwoMode) -> npt.NDArray[np.float64]:
        other = adjacency(drawn)
        return counts(brokerage_roles(other, of, triads_of(other)))

    def dealt(number: int) -> npt.NDArray[np.float64]:
        codes = of.codes.copy()
        codes[among] = np.random.default_rng([seed, number]).permutation(codes[among])
        return counts(brokerage_roles(ties, Categories(of.by, of.names, codes), triads))

    actual = counts(brokerage_roles(ties, of, triads))
    by_memberships = over_draws(shuffled, forms, draws, progress, slow)
    by_categories = over_draws(dealt, range(draws), draws, progress, None)
    return BrokersChance(
        brokers=found,
        draws=draws,
        seed=seed,
        dealt=len(among),
        memberships=_by_count(actual, by_memberships),
        categories=_by_count(actual, by_categories),
    )


def _by_count(
    actual: npt.NDArray[np.float64], drawn: npt.NDArray[np.float64]
) -> Mapping[str, Expectation]:
    parts = zip(
        COUNTS,
        np.split(actual, len(COUNTS)),
        np.split(drawn, len(COUNTS), axis=1),
        strict=True,
    )
    return {name: Expectation.of(values, draws) for name, values, draws in parts}
