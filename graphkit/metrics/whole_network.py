"""How a network holds together: one number each for the whole of it.

Names and definitions are those of the catalogue. Each number comes with the organisations behind
it, such as the isolates that are counted or the one on which a centralisation rests.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graphkit.metrics.centralisation import degree_centralisation, distance_centralisations
from graphkit.metrics.core_and_periphery import core_periphery
from graphkit.metrics.entry import ALIKE, BORGATTI_2006, STEPS, Entry
from graphkit.metrics.homophily import EIIndex, ei_index
from graphkit.metrics.network_measure import Measure
from graphkit.metrics.steps import adjacency, components, reach
from graphkit.metrics.two_mode_structure import two_mode_measures
from graphkit.model import Node
from graphkit.model.rounded import rounded
from graphkit.model.tabular import Tabular
from graphkit.model.wording import counted
from graphkit.network import Network, Selection

ENTRIES = (
    Entry(
        name="density",
        on=("network",),
        meaning="the share of all pairs of organisations that are tied",
        formula="2m / (n(n-1)), m ties",
        normalisation="0 to 1; large groups raise it, because they tie all their members",
        weights=ALIKE,
        apart="isolates count among the n",
        reference="Wasserman, S. and Faust, K. (1994). Social Network Analysis, p. 101.",
        function="graphkit.metrics.cohesion",
        command="graphkit cohesion",
    ),
    Entry(
        name="average-path-length",
        on=("network",),
        meaning="the average number of steps between two organisations that a path connects",
        formula="the mean of d_ij over pairs with a path",
        normalisation="from 1 (all organisations tied)",
        weights=STEPS,
        apart="pairs without a path are left out, see fragmentation; no value without ties",
        reference="Wasserman and Faust (1994), p. 107; Watts, D. J. and Strogatz, S. H. (1998). "
        "Nature 393, 440-442.",
        function="graphkit.metrics.cohesion",
        command="graphkit cohesion",
    ),
    Entry(
        name="diameter",
        on=("network",),
        meaning="the largest number of steps between two organisations that a path connects",
        formula="the largest d_ij over pairs with a path",
        normalisation="none",
        weights=STEPS,
        apart="pairs without a path are left out; no value without ties",
        reference="Wasserman and Faust (1994), p. 111.",
        function="graphkit.metrics.cohesion",
        command="graphkit cohesion",
    ),
    Entry(
        name="components",
        on=("network",),
        meaning="the number of connected pieces of the network, including isolates",
        formula="the number of maximal sets in which a path connects any two",
        normalisation="1 to n",
        weights=ALIKE,
        apart="an isolate is a component of one",
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
        weights=ALIKE,
        apart="isolates count among the n",
        reference="Wasserman and Faust (1994), p. 109.",
        function="graphkit.metrics.cohesion",
        command="graphkit cohesion",
    ),
    Entry(
        name="isolates",
        on=("network",),
        meaning="the number of organisations without ties",
        formula="the number of i with d_i = 0",
        normalisation="0 to n",
        weights=ALIKE,
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
        normalisation="0 (one piece) to 1 (only isolates)",
        weights=ALIKE,
        apart="this is what it measures",
        reference=BORGATTI_2006,
        function="graphkit.metrics.cohesion",
        command="graphkit cohesion",
    ),
    Entry(
        name="distance-fragmentation",
        on=("network",),
        meaning="how far apart organisations are, from all tied (0) to no paths (1)",
        formula="1 - the mean over pairs of 1/d_ij",
        normalisation="0 to 1",
        weights=STEPS,
        apart="pairs without a path count as infinitely far apart",
        reference=BORGATTI_2006,
        function="graphkit.metrics.cohesion",
        command="graphkit cohesion",
    ),
    Entry(
        name="connectedness",
        on=("network",),
        meaning="the share of pairs of organisations that a path connects",
        formula="1 - V / (n(n-1)/2), V pairs without a path: 1 - fragmentation",
        normalisation="0 to 1 (one piece)",
        weights=ALIKE,
        apart="this is what it measures",
        reference="Krackhardt, D. (1994). Graph theoretical dimensions of informal organizations. "
        "In Carley and Prietula (eds), Computational Organization Theory, 89-111.",
        function="graphkit.metrics.cohesion",
        command="graphkit cohesion",
    ),
)


@dataclass(frozen=True, slots=True)
class Cohesion(Tabular):
    """The measures of a network as a whole.

    Attributes
    ----------
    selection : Selection
        What was selected.
    organisations, tied, ties, groups : int
        The number of organisations, of those that have ties, of ties, and of groups.
    by : str
        The attribute of the E-I index.
    measures : tuple of Measure
        The measures.
    """

    TABLE = "graphkit.export.whole_network:cohesion_table"

    selection: Selection
    organisations: int
    tied: int
    ties: int
    groups: int
    by: str
    measures: tuple[Measure, ...]

    def value(self, name: str, of: str = "") -> float:
        """Return the value of a measure.

        Parameters
        ----------
        name : str
            Its name in the catalogue.
        of : str, default ""
            The category that it is about; "" for the whole network.

        Returns
        -------
        float
            The value; NaN where there is none.

        Raises
        ------
        KeyError
            If there is no such measure.
        """
        return {(each.name, each.of): each.value for each in self.measures}[name, of]


def cohesion(
    network: Network,
    by: str | Mapping[str, str] = "sector",
    *,
    draws: int = 1000,
    seed: int = 0,
) -> Cohesion:
    """Measure a network as a whole.

    Parameters
    ----------
    network : Network
        The network as selected. Distances are in steps: weights do not count.
    by : str or mapping of str to str, default "sector"
        The categories of the E-I index, as `categories` takes them.
    draws : int, default 1000
        The number of permutations of its test.
    seed : int, default 0
        The seed of its test.

    Returns
    -------
    Cohesion
        The measures; `in_catalogue` says what each one means and where it comes from.

    Raises
    ------
    UsageError
        If the attribute is unknown.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> found = cohesion(Network.of(read_sample()), draws=100)
    >>> found.organisations, found.ties, round(found.value("density"), 3)
    (48, 99, 0.088)
    """
    form = network.tied
    ties = adjacency(form)
    index = ei_index(network, by, draws=draws, seed=seed)
    nodes = [network.organisations[network.index[each]] for each in form.organisations]
    return Cohesion(
        selection=network.selection,
        organisations=len(nodes),
        tied=network.tied_organisations,
        ties=ties.nnz // 2,
        groups=len((network.two_mode if network.backbone is None else form).groups),
        by=index.by,
        measures=(
            *_paths(network, nodes, np.diff(ties.indptr)),
            *_patterns(network),
            *_outward(index),
        ),
    )


def _paths(network: Network, nodes: list[Node], degree: npt.NDArray[np.int32]) -> Iterator[Measure]:
    members, n = network.tied.members, len(nodes)
    found = reach(members, n)
    steps = np.arange(1, len(found.counts) + 1)
    connected = int(found.totals.sum())
    piece = components(members, n)
    counts = {each.name: each for each in counted_measures(nodes, degree, piece)}
    nan = float("nan")
    yield counts["density"]
    yield Measure(
        "average-path-length",
        "",
        float(steps @ found.totals) / connected if connected else nan,
        "" if connected == n * (n - 1) else f"over the {connected // 2} pairs with a path",
    )
    yield Measure("diameter", "", len(steps) if connected else nan)
    for name in ("components", "largest-component", "isolates", "fragmentation"):
        yield counts[name]
    pairs = n * (n - 1)
    yield Measure("distance-fragmentation", "", 1 - found.inverse / pairs if pairs else nan)
    yield counts["connectedness"]
    yield counts["degree-centralisation"]
    yield from distance_centralisations(network, nodes, found, in_largest(piece))


def counted_measures(
    nodes: Sequence[Node],
    degree: npt.NDArray[np.integer],
    piece: npt.NDArray[np.int64],
    *,
    named: int | None = None,
) -> Iterator[Measure]:
    """The measures that degrees and components decide, of organisations in order.

    named: where more organisations than this are behind a measure, none is named.
    """

    def behind(places: npt.NDArray[np.int64]) -> tuple[Node, ...]:
        several = named is not None and len(places) > named
        return () if several else tuple(nodes[each] for each in places.tolist())

    n = len(nodes)
    nan = float("nan")
    pairs = n * (n - 1)
    sizes = np.bincount(piece)
    largest = in_largest(piece)
    alone = np.flatnonzero(degree == 0)
    reached = sizes.astype(np.float64)
    apart = 1.0 - float((reached * (reached - 1)).sum()) / pairs if pairs else nan
    yield Measure("density", "", float(degree.sum()) / pairs if pairs else nan)
    yield Measure("components", "", len(sizes), _sizes(sizes))
    yield Measure(
        "largest-component",
        "",
        len(largest) / n if n else nan,
        counted(len(largest), "organisation"),
        behind(largest),
    )
    yield Measure("isolates", "", len(alone), "", behind(alone))
    yield Measure("fragmentation", "", apart)
    yield Measure("connectedness", "", 1.0 - apart)
    yield degree_centralisation(nodes, degree)


def in_largest(piece: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Who is in the largest component; of equal ones that of the first organisation."""
    if not len(piece):
        return np.arange(0)
    return np.flatnonzero(piece == int(np.argmax(np.bincount(piece))))


def _patterns(network: Network) -> Iterator[Measure]:
    core = core_periphery(network)
    fit = core.coreness_fit
    yield Measure(
        "core-periphery-fit",
        "",
        core.fit,
        f"a core of {len(core.core)}"
        + ("" if core.exact else ", the best that was found")
        + ("" if fit != fit else f"; by coreness {rounded(fit)}")
        + (f"; {core.remark}" if core.remark else ""),
        core.core,
    )
    found = two_mode_measures(network.two_mode)
    yield Measure("two-mode-density", "", found.density)
    yield Measure("reinforcement", "", found.reinforcement)
    yield Measure("two-mode-clustering", "", found.clustering)


def _outward(index: EIIndex) -> Iterator[Measure]:
    apart = (
        f"; {counted(index.apart, 'tie')} to an unknown {index.by} left out" if index.apart else ""
    )
    chance = ""
    if not math.isnan(index.p_value):
        chance = (
            f"; {rounded(index.expected)} by chance, two-sided p = {rounded(index.p_value)} "
            f"({index.draws} draws among the {index.dealt} organisations with ties)"
        )
    said = f"{counted(index.external, 'tie')} between, {index.internal} within"
    yield Measure("ei-index", "", index.value, f"{said}{chance}{apart}")
    for group in index.groups:
        yield Measure(
            "ei-index",
            group.name,
            group.value,
            f"{counted(group.organisations, 'organisation')}, "
            f"{counted(group.external, 'tie')} out, {group.internal} within",
        )


def _sizes(sizes: npt.NDArray[np.int64]) -> str:
    """The sizes of the components, largest first, in a few words."""
    found, often = np.unique(sizes, return_counts=True)
    said = [
        f"{size}" if count == 1 else f"{count} of {size}"
        for size, count in zip(found[::-1].tolist(), often[::-1].tolist(), strict=True)
    ]
    if len(said) < 2 and (not said or sizes[0] == sizes.sum()):
        return ""
    return "sizes " + ", ".join(said[:6]) + (" …" if len(said) > 6 else "")
