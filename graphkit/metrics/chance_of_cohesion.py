"""Whether the network as a whole is as it is by more than the sizes of its groups."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from graphkit.metrics.arguments import require_of, require_same_categories
from graphkit.metrics.centralisation import centralisation_of
from graphkit.metrics.chance import (
    DRAWS,
    Expectation,
    Progress,
    Slow,
    drawn_betweenness,
    over_draws,
    sources_for,
)
from graphkit.metrics.key_player_sets import fragmentation
from graphkit.metrics.null_model import null_draws
from graphkit.metrics.organisation_categories import Categories, categories
from graphkit.metrics.steps import adjacency
from graphkit.metrics.two_mode_structure import clustering, reinforcement
from graphkit.metrics.whole_network import Cohesion
from graphkit.model.tabular import Tabular
from graphkit.network import Network, TwoMode

if TYPE_CHECKING:
    from scipy.sparse import csr_array

COMPARED = (
    "density",
    "fragmentation",
    "connectedness",
    "degree-centralisation",
    "betweenness-centralisation",
    "reinforcement",
    "two-mode-clustering",
)
"""The measures of the whole network that are compared with chance, besides the E-I index.

Two-mode density is the same in every draw. Distances, closeness centralisation and the core would
take too long for each, and fragmentation says what the numbers of components and isolates say.
"""


@dataclass(frozen=True)
class CohesionChance(Tabular):
    """The measures of a network as a whole, and what chance gives for some of them.

    Attributes
    ----------
    cohesion : Cohesion
        The measures.
    draws : int
        The number of draws.
    seed : int
        Their seed.
    sources : int or None
        From how many organisations paths were followed in each draw; None when from all.
    compared : tuple of (str, str)
        The measures that are compared with chance: their names, and the category or "".
    expectation : Expectation
        What chance gives for each of them.
    """

    TABLE = "graphkit.export.whole_network:cohesion_chance_table"

    cohesion: Cohesion
    draws: int
    seed: int
    sources: int | None
    compared: tuple[tuple[str, str], ...]
    expectation: Expectation


def cohesion_chance(
    network: Network,
    found: Cohesion,
    by: str | Mapping[str, str] = "sector",
    *,
    draws: int = DRAWS,
    seed: int = 0,
    progress: Progress | None = None,
    slow: Slow | None = None,
) -> CohesionChance:
    """Compare the measures of a whole network with those of networks drawn at random.

    Parameters
    ----------
    network : Network
        The network as selected.
    found : Cohesion
        The measures of this network.
    by : str or mapping of str to str, default "sector"
        The categories of its E-I index.
    draws : int, default 200
        The number of draws, at least 1.
    seed : int, default 0
        The seed; the same seed gives the same result.
    progress : callable, optional
        Called after each draw with what is being done, how many are done, and of how many.
    slow : callable, optional
        Called once, after the first draws, with the seconds that all will take, if they are more
        than 600.

    Returns
    -------
    CohesionChance
        The expectations of density, fragmentation, connectedness, the centralisations of degree and
        betweenness, reinforcement, clustering in the two-mode network, and the E-I index, of the
        network and of each category. Other measures are not compared.

    Raises
    ------
    UsageError
        If `draws` is below 1 or `seed` below 0, the measures are of another network or of other
        categories, or the network is selected with `overlap` or `backbone`.

    See Also
    --------
    graphkit.metrics.null_draws : What stays in the draws and what does not.
    graphkit.metrics.ei_index : The same index with the ties kept and the categories dealt again.

    Notes
    -----
    Where betweenness is estimated from part of the organisations, as in `ranking_chance`, the error
    of the estimate raises the centralisation of the draws a little.

    Examples
    --------
    >>> from graphkit.metrics import cohesion
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> network = Network.of(read_sample())
    >>> found = cohesion_chance(network, cohesion(network, draws=10), draws=50)
    >>> found.compared[4], found.expectation.finding(4)
    (('betweenness-centralisation', ''), 'within chance')
    """
    forms = null_draws(network, draws, seed=seed)
    form = network.two_mode
    require_of(network, "found", found.selection)
    of = categories(network, by)
    require_same_categories(found.by, of.by)
    sources = sources_for(form, "none")

    def measures(item: tuple[int, TwoMode]) -> npt.NDArray[np.float64]:
        number, drawn = item
        ties = adjacency(drawn)
        n = len(drawn.organisations)
        degree = np.diff(ties.indptr).astype(float)
        between = drawn_betweenness(drawn, "none", sources, (seed, number))
        apart = fragmentation(drawn.members, n)
        return np.array(
            [
                degree.sum() / (n * (n - 1)) if n > 1 else np.nan,
                apart,
                1.0 - apart,
                centralisation_of("degree", degree),
                centralisation_of("betweenness", between),
                reinforcement(drawn),
                clustering(drawn),
                *ei_indices(ties, of),
            ]
        )

    drawn = over_draws(measures, enumerate(forms), draws, progress, slow)
    compared = (
        *((name, "") for name in COMPARED),
        *(("ei-index", each) for each in ("", *of.names)),
    )
    return CohesionChance(
        cohesion=found,
        draws=draws,
        seed=seed,
        sources=sources,
        compared=compared,
        expectation=Expectation.of([found.value(*each) for each in compared], drawn),
    )


def ei_indices(ties: csr_array, of: Categories) -> npt.NDArray[np.float64]:
    """The E-I index of the network and then of each category; NaN without ties that count."""
    ends = of.ends(ties)
    within = np.diagonal(ends) / 2
    outward = ends.sum(axis=1) - np.diagonal(ends)
    external = np.concatenate([[outward.sum() / 2], outward])
    internal = np.concatenate([[within.sum()], within])
    with np.errstate(invalid="ignore"):
        return np.asarray((external - internal) / (external + internal))
