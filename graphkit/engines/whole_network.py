"""The whole network by an engine: what counts say of it, and the rest blank with the reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import overload

from graphkit.engines.engine import Counted, Engine, Limits, engine_named, require_able
from graphkit.engines.handing_over import handed_over
from graphkit.engines.pairs import names_in, pairs_in
from graphkit.metrics import whole_network as in_memory
from graphkit.metrics.network_measure import Measure
from graphkit.metrics.whole_network import Cohesion, counted_measures
from graphkit.model import Node
from graphkit.network import Network, Selection

ORDER = (
    "density",
    "average-path-length",
    "diameter",
    "components",
    "largest-component",
    "isolates",
    "fragmentation",
    "distance-fragmentation",
    "connectedness",
    "degree-centralisation",
    "betweenness-centralisation",
    "closeness-centralisation",
    "core-periphery-fit",
    "two-mode-density",
    "reinforcement",
    "two-mode-clustering",
    "ei-index",
)
"""The measures of `cohesion`, in its order."""

NAMED = 1_000
"""Where more organisations than this are behind a measure of pairs, none is named."""


def cohesion(
    network: Network,
    by: str | Mapping[str, str] = "sector",
    *,
    draws: int = 1000,
    seed: int = 0,
    engine: str | None = None,
    limits: Limits | None = None,
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
    engine : str, optional
        What counts: one of `ENGINES`. By default what GRAPHKIT_ENGINE names, or `local`.
    limits : Limits, optional
        What an engine other than `local` may use.

    Returns
    -------
    Cohesion
        The measures. An engine other than `local` gives those that follow from degrees, components
        and counts; the others have no value, and a note that says which engine computes them.

    Raises
    ------
    UsageError
        If the attribute or the engine is unknown, or the engine does not count.

    Examples
    --------
    >>> from graphkit.sources import read_sample
    >>> found = cohesion(Network.of(read_sample()), engine="duckdb")
    >>> found.ties, round(found.value("density"), 3), found.value("diameter")
    (99, 0.088, nan)
    """
    by_engine = engine_named(engine)
    if by_engine.name == "local":
        return in_memory.cohesion(network, by, draws=draws, seed=seed)
    require_able(by_engine, "count")
    with handed_over(network, limits or Limits()) as pairs:
        counts = by_engine.count(pairs, limits or Limits())
    nodes = [network.organisations[network.index[each]] for each in counts.organisations]
    found = {each.name: each for each in counted_measures(nodes, counts.degrees, counts.component)}
    if network.backbone is None:
        found |= _of_two_modes(counts)
    return Cohesion(
        selection=network.selection,
        organisations=len(nodes),
        tied=network.tied_organisations,
        ties=counts.ties,
        groups=counts.groups,
        by=by if isinstance(by, str) else "",
        measures=_in_order(found, by_engine),
    )


def cohesion_of_pairs(
    folder: str | Path, *, engine: str | None = None, limits: Limits | None = None
) -> Cohesion:
    """Measure exported pairs as a whole, without a store.

    Parameters
    ----------
    folder : str or Path
        A folder of pairs, as for `rank_pairs`.
    engine : str, optional
        What counts, as for `cohesion`.
    limits : Limits, optional
        What an engine other than `local` may use.

    Returns
    -------
    Cohesion
        The measures that follow from degrees, components and counts, with the organisations behind
        a measure where these are at most 1,000. The others have no value.

    Raises
    ------
    UsageError
        If there are no such pairs, or the engine is unknown or does not count.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from graphkit.export.networks import export_network
    >>> from graphkit.sources import read_sample
    >>> with TemporaryDirectory() as folder:
    ...     export_network(Network.of(read_sample()), Path(folder) / "sample", "parquet")
    ...     found = cohesion_of_pairs(Path(folder) / "sample")
    >>> found.organisations, found.ties, found.groups
    (48, 99, 14)
    """
    by_engine = engine_named(engine)
    require_able(by_engine, "count")
    counts = by_engine.count(pairs_in(folder), limits or Limits())
    nodes = _Nodes(counts.organisations)
    found = {
        each.name: each
        for each in counted_measures(nodes, counts.degrees, counts.component, named=NAMED)
    }
    shown = tuple({node.id: None for each in found.values() for node in each.organisations})
    names, kinds = names_in(folder, shown)

    def known(node: Node) -> Node:
        said = {"name": names[node.id]} if node.id in names else {}
        return replace(node, properties=said, kind=kinds.get(node.id))

    found = {
        name: replace(each, organisations=tuple(map(known, each.organisations)))
        for name, each in found.items()
    }
    return Cohesion(
        selection=Selection(),
        organisations=len(nodes),
        tied=int((counts.degrees > 0).sum()),
        ties=counts.ties,
        groups=counts.groups,
        by="",
        measures=_in_order(found | _of_two_modes(counts), None),
    )


def _of_two_modes(counts: Counted) -> dict[str, Measure]:
    cells = len(counts.organisations) * counts.groups
    density = counts.memberships / cells if cells else float("nan")
    return {"two-mode-density": Measure("two-mode-density", "", density)}


def _in_order(found: Mapping[str, Measure], engine: Engine | None) -> tuple[Measure, ...]:
    """All measures in order; those that were not found are blank."""
    note = (
        "not computed from pairs alone; the engine local computes it from a store"
        if engine is None
        else f"the engine {engine.name} does not compute it; choose local"
    )
    blank = {name: Measure(name, "", float("nan"), note) for name in ORDER}
    return tuple((blank | dict(found))[name] for name in ORDER)


class _Nodes(Sequence[Node]):
    """Organisations that are made when they are asked for, because there may be millions."""

    def __init__(self, ids: Sequence[str]) -> None:
        self._ids = ids

    def __len__(self) -> int:
        return len(self._ids)

    @overload
    def __getitem__(self, place: int) -> Node: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Node]: ...
    def __getitem__(self, place: int | slice) -> Node | Sequence[Node]:
        if isinstance(place, slice):
            return _Nodes(self._ids[place])
        return Node("Organisation", self._ids[place], {})
