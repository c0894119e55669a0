"""Multiplexity: how often two organisations are tied in several layers, and whether layers go
together.

Two layers go together when pairs tied in one are tied in the other: declared partnership, say, and
common projects. Ties depend on each other through their organisations, so an ordinary test of the
correlation would be wrong. The quadratic assignment procedure (QAP) deals out one layer's places
again among the organisations and leaves its form as it is.

Krackhardt, D. (1988). Predicting with networks: nonparametric multiple regression analysis of
dyadic data. Social Networks 10, 359-381.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
import numpy.typing as npt

from graphkit.metrics.arguments import require_whole
from graphkit.metrics.entry import ALIKE, Entry
from graphkit.metrics.steps import adjacency
from graphkit.model import LAYERS, Node, UsageError
from graphkit.model.tabular import Tabular
from graphkit.network import Network, Selection

DRAWS = 1000

Pairs = npt.NDArray[np.int64]
"""Pairs of organisations, shape (2, pairs), the lower position first."""

ENTRIES = (
    Entry(
        name="layer-correlation",
        on=("network",),
        meaning="whether pairs tied in one layer are tied in another: 1 the same pairs, 0 as by "
        "chance, below 0 rather others",
        formula="Pearson's r over all pairs of organisations: 1 where they are tied, else 0",
        normalisation="-1 to 1; compared with its values after the organisations of one layer are "
        "shuffled (QAP, seeded)",
        weights=ALIKE,
        apart="over the organisations that are tied in any layer; no value where a layer ties all "
        "of them",
        reference="Krackhardt, D. (1988). Predicting with networks. Social Networks 10, 359-381.",
        function="graphkit.metrics.multiplexity",
        command="graphkit multiplexity",
    ),
)


@dataclass(frozen=True, slots=True)
class LayerPair:
    """What two layers have in common.

    Attributes
    ----------
    one, other : str
        The layers.
    ties_one, ties_other, both : int
        The pairs of organisations tied in each, and in both.
    jaccard : float
        `both` over the pairs tied in either.
    correlation : float
        Pearson's r over all pairs of organisations; NaN where a layer ties all of them.
    expected : float
        The mean number of pairs in both over all ways to deal out one layer's places.
    at_least, at_most : float
        The share of permutations with at least, and with at most, as many pairs in both, the actual
        network counted among them; NaN without permutations.
    """

    one: str
    other: str
    ties_one: int
    ties_other: int
    both: int
    jaccard: float
    correlation: float
    expected: float
    at_least: float
    at_most: float


@dataclass(frozen=True, slots=True)
class MultiplexTie:
    """Two organisations that are tied in several layers.

    Attributes
    ----------
    one, other : Node
        The organisations, in order of id.
    layers : tuple of str
        The layers.
    """

    one: Node
    other: Node
    layers: tuple[str, ...]


@dataclass(frozen=True)
class Multiplexity(Tabular):
    """How the layers of a network go together.

    Attributes
    ----------
    selection : Selection
        What was selected.
    organisations : int
        The number of organisations that are tied in any layer.
    ties : mapping of str to int
        The number of pairs that each layer ties; layers without ties are left out.
    shared : tuple of int
        How many pairs are tied in exactly one layer, in two, and so on.
    layers : tuple of LayerPair
        Each two layers.
    multiplex : tuple of MultiplexTie
        The pairs tied in several layers: those in most first, then in order of name.
    draws, seed : int
        The number of permutations, and the seed.
    """

    TABLE = "graphkit.export.multiplexity:multiplexity_table"

    selection: Selection
    organisations: int
    ties: dict[str, int]
    shared: tuple[int, ...]
    layers: tuple[LayerPair, ...]
    multiplex: tuple[MultiplexTie, ...]
    draws: int
    seed: int


def multiplexity(
    network: Network,
    *,
    draws: int = DRAWS,
    seed: int = 0,
    progress: Callable[[str, int, int], None] | None = None,
) -> Multiplexity:
    """Measure how often organisations share several layers, and test whether layers go together.

    Parameters
    ----------
    network : Network
        The network as selected. Ties count alike whatever their weight.
    draws : int, default 1000
        The number of permutations for each two layers; 0 for no test.
    seed : int, default 0
        The seed; the same seed gives the same test.
    progress : callable, optional
        Called after each two layers with what is being done, how many are done, and of how many.

    Returns
    -------
    Multiplexity
        The layers, what each two have in common, and the pairs in several.

    Raises
    ------
    UsageError
        If `draws` or `seed` is below 0, or the network is selected with `backbone`, whose ties are
        of no layer.

    Notes
    -----
    The correlation is Pearson's over all pairs of organisations. It is tested by the quadratic
    assignment procedure [1]_: the organisations of one layer change places at random, so that both
    layers keep their form. Organisations without a tie in any layer say nothing of whether
    layers go together, and would raise the correlation: they take no part.

    References
    ----------
    .. [1] Krackhardt, D. (1988). Predicting with networks: nonparametric multiple regression
       analysis of dyadic data. Social Networks 10, 359-381.

    Examples
    --------
    >>> from graphkit.sources import read_sample
    >>> found = multiplexity(Network.of(read_sample()), draws=99)
    >>> found.ties
    {'membership': 11, 'declaration': 81, 'collaboration': 12, 'tie': 1}
    >>> found.shared
    (93, 6)
    """
    require_whole(0, draws=draws, seed=seed)
    if network.backbone is not None:
        raise UsageError("`backbone` ties pairs whatever their layers; leave it out")
    active = np.flatnonzero(network.tied.have_ties())
    pairs = dict(pairs_by_layer(network, active))
    n = len(active)
    keys = {layer: here[0] * n + here[1] for layer, here in pairs.items()}
    listed = [np.zeros(0, dtype=np.int64), *keys.values()]
    every, often = np.unique(np.concatenate(listed), return_counts=True)
    layers = []
    couples = list(combinations(pairs, 2))
    for number, (one, other) in enumerate(couples):
        layers.append(compared_layers(one, other, pairs, n, draws, (seed, number)))
        if progress is not None:
            progress("pairs of layers", number + 1, len(couples))
    nodes = [network.organisations[network.index[name]] for name in network.tied.organisations]
    several = every[often > 1]
    there = {layer: np.isin(several, here) for layer, here in keys.items()}
    multiplex = [
        MultiplexTie(
            nodes[active[key // n]],
            nodes[active[key % n]],
            tuple(layer for layer, tied in there.items() if tied[at]),
        )
        for at, key in enumerate(several.tolist())
    ]
    return Multiplexity(
        selection=network.selection,
        organisations=n,
        ties={layer: here.shape[1] for layer, here in pairs.items()},
        shared=tuple(np.bincount(often)[1:].tolist()) if len(often) else (),
        layers=tuple(layers),
        multiplex=tuple(sorted(multiplex, key=_order)),
        draws=draws,
        seed=seed,
    )


def pairs_by_layer(network: Network, active: npt.NDArray[np.int64]) -> Iterator[tuple[str, Pairs]]:
    """The pairs that each layer ties, as positions among the active organisations."""
    # Which slices count a group more than once does not matter for whether a pair is tied.
    form = replace(network.tied, surplus=None)
    layer_of = np.array([LAYERS.index(group.layer) for group in form.groups], dtype=np.int64)
    place = np.full(len(form.organisations), -1, dtype=np.int64)
    place[active] = np.arange(len(active))
    for number, layer in enumerate(LAYERS):
        rows, columns = adjacency(form.take(layer_of[form.members[1]] == number)).nonzero()
        once = rows < columns
        if once.any():
            yield layer, np.stack([place[rows[once]], place[columns[once]]])


def compared_layers(
    one: str, other: str, pairs: dict[str, Pairs], n: int, draws: int, seed: tuple[int, int]
) -> LayerPair:
    """What two layers have in common, among n organisations of which each ties some pairs."""
    first, second = pairs[one], pairs[other]
    everyone = n * (n - 1) // 2
    fewer, more = sorted((first, second), key=lambda each: each.shape[1])
    there = np.sort(more[0] * n + more[1])
    both = _in_both(fewer, there, n)
    ties_one, ties_other = first.shape[1], second.shape[1]
    drawn = np.empty(draws, dtype=np.int64)
    random = np.random.default_rng(seed)
    for draw in range(draws):
        drawn[draw] = _in_both(random.permutation(n)[fewer], there, n)
    nan = float("nan")
    return LayerPair(
        one=one,
        other=other,
        ties_one=ties_one,
        ties_other=ties_other,
        both=both,
        jaccard=both / (ties_one + ties_other - both),
        correlation=_correlation(everyone, ties_one, ties_other, both),
        expected=ties_one * ties_other / everyone,
        at_least=(1 + int((drawn >= both).sum())) / (1 + draws) if draws else nan,
        at_most=(1 + int((drawn <= both).sum())) / (1 + draws) if draws else nan,
    )


def _in_both(pairs: Pairs, there: npt.NDArray[np.int64], n: int) -> int:
    """How many pairs are among those whose keys are sorted in `there`."""
    keys = np.minimum(pairs[0], pairs[1]) * n + np.maximum(pairs[0], pairs[1])
    at = np.minimum(np.searchsorted(there, keys), len(there) - 1)
    return int(np.count_nonzero(there[at] == keys))


def _correlation(pairs: int, one: int, other: int, both: int) -> float:
    """Pearson's r of two variables that are 1 for `one` and `other` of the pairs, else 0.

    >>> _correlation(6, 3, 3, 3), _correlation(6, 3, 3, 0)
    (1.0, -1.0)
    """
    spread = math.sqrt(one * (pairs - one)) * math.sqrt(other * (pairs - other))
    return (pairs * both - one * other) / spread if spread else float("nan")


def _order(tie: MultiplexTie) -> tuple[int, str, str, str, str]:
    one, other = tie.one, tie.other
    return -len(tie.layers), one.name.casefold(), one.id, other.name.casefold(), other.id
