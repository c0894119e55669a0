"""Whether categories are tied more, or less, than the sizes of groups and the numbers of
memberships explain.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graphkit.metrics.arguments import require_of, require_same_categories
from graphkit.metrics.chance import DRAWS, Expectation, Progress, Slow, over_draws
from graphkit.metrics.mixing_matrix import Mixing, assortativity
from graphkit.metrics.null_model import null_draws
from graphkit.metrics.organisation_categories import MOST_CATEGORIES, categories
from graphkit.metrics.steps import adjacency
from graphkit.model import UsageError
from graphkit.model.tabular import Tabular
from graphkit.network import Network, TwoMode


@dataclass(frozen=True)
class MixingChance(Tabular):
    """The ties between each two categories, and what chance gives for them.

    Attributes
    ----------
    mixing : Mixing
        The ties.
    draws : int
        The number of draws.
    seed : int
        Their seed.
    pairs : tuple of (int, int)
        The places in `mixing.names` of each two categories, the same one twice for ties within.
    ties : Expectation
        What chance gives for the ties between these.
    assortativity : Expectation
        What chance gives for the coefficient, a single number.
    """

    TABLE = "graphkit.export.mixing:mixing_chance_table"

    mixing: Mixing
    draws: int
    seed: int
    pairs: tuple[tuple[int, int], ...]
    ties: Expectation
    assortativity: Expectation


def mixing_chance(
    network: Network,
    found: Mixing,
    by: str | Mapping[str, str] = "sector",
    *,
    draws: int = DRAWS,
    seed: int = 0,
    progress: Progress | None = None,
    slow: Slow | None = None,
) -> MixingChance:
    """Compare the ties between categories with those in networks drawn at random.

    Parameters
    ----------
    network : Network
        The network as selected.
    found : Mixing
        The ties of this network.
    by : str or mapping of str to str, default "sector"
        The same categories.
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
    MixingChance
        The expectation of the ties between each two categories, and of assortativity.

    Raises
    ------
    UsageError
        If `draws` is below 1 or `seed` below 0, `found` is of another network or of other
        categories, there are more than 500 of them, or the network is selected with `overlap` or
        `backbone`.

    See Also
    --------
    graphkit.metrics.null_draws : What stays in the draws and what does not.

    Examples
    --------
    >>> from graphkit.metrics import mixing
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> network = Network.of(read_sample())
    >>> chance = mixing_chance(network, mixing(network, draws=0), draws=50)
    >>> chance.assortativity.finding(0)
    'within chance'
    """
    forms = null_draws(network, draws, seed=seed)
    require_of(network, "found", found.selection)
    of = categories(network, by)
    require_same_categories(found.by, of.by)
    if len(found.names) > MOST_CATEGORIES:
        raise UsageError(
            f"{of.by} has {len(found.names):,} values here, and at most {MOST_CATEGORIES} can be "
            "compared with chance; name another attribute"
        )
    place = {name: at for at, name in enumerate(of.names)}
    rows, columns = np.triu_indices(len(found.names))
    here = np.array([place[name] for name in found.names], dtype=np.int64)

    def values(drawn: TwoMode) -> npt.NDArray[np.float64]:
        ends = of.ends(adjacency(drawn))
        ties = ends[here[rows], here[columns]]
        return np.append(np.where(rows == columns, ties / 2, ties), assortativity(ends))

    drawn = over_draws(values, forms, draws, progress, slow)
    pairs = tuple(zip(rows.tolist(), columns.tolist(), strict=True))
    return MixingChance(
        mixing=found,
        draws=draws,
        seed=seed,
        pairs=pairs,
        ties=Expectation.of([found.ties[one][other] for one, other in pairs], drawn[:, :-1]),
        assortativity=Expectation.of(found.assortativity.values, drawn[:, -1:]),
    )
