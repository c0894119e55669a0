"""What a store or a folder of pairs holds, counted by an engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from graphkit.engines.engine import Limits, engine_named, require_able
from graphkit.engines.handing_over import handed_over
from graphkit.engines.pairs import datasets_of, pairs_in
from graphkit.model.tabular import Tabular
from graphkit.network import Network, Summary
from graphkit.network.summary import summarise as in_memory


@dataclass(frozen=True)
class PairsSummary(Tabular):
    """The counts of a folder of pairs.

    Attributes
    ----------
    organisations, tied : int
        The number of organisations, and of those that have a tie.
    groups : mapping of str to int
        Groups by layer; "" where the pairs name none.
    memberships : int
        The number of pairs of an organisation and a group.
    largest : int
        How many members the largest group has.
    ties : int
        The number of pairs of organisations that share a group.
    components : tuple of int
        The sizes of the components, largest first.
    datasets : mapping of str to str
        The digest of each data set that they come from.
    """

    TABLE = "graphkit.export.summary:pairs_summary_table"

    organisations: int
    tied: int
    groups: Mapping[str, int]
    memberships: int
    largest: int
    ties: int
    components: tuple[int, ...]
    datasets: Mapping[str, str]


def summarise(
    network: Network, *, engine: str | None = None, limits: Limits | None = None
) -> Summary:
    """Count what a network holds, after its selection.

    Parameters
    ----------
    network : Network
        The network as selected, read with its evidence.
    engine : str, optional
        What counts organisations, ties and groups: one of `ENGINES`. By default what
        GRAPHKIT_ENGINE names, or `local`. Facts are always counted here.
    limits : Limits, optional
        What an engine other than `local` may use.

    Returns
    -------
    Summary
        The counts, which are the same from every engine.

    Raises
    ------
    UsageError
        If the network was read without evidence, or the engine is unknown or does not count.

    Examples
    --------
    >>> from graphkit.sources import read_sample
    >>> network = Network.of(read_sample())
    >>> summarise(network, engine="duckdb") == summarise(network, engine="local")
    True
    """
    by_engine = engine_named(engine)
    found = in_memory(network)
    if by_engine.name == "local":
        return found
    require_able(by_engine, "count")
    with handed_over(network, limits or Limits()) as pairs:
        counts = by_engine.count(pairs, limits or Limits())
    groups = {layer: counts.layers.get(layer, 0) for layer in found.groups}
    return replace(
        found,
        organisations=len(counts.organisations),
        tied=int((counts.degrees > 0).sum()),
        groups=groups if network.backbone is None else found.groups,
    )


def summarise_pairs(
    folder: str | Path, *, engine: str | None = None, limits: Limits | None = None
) -> PairsSummary:
    """Count what a folder of pairs holds, without a store.

    Parameters
    ----------
    folder : str or Path
        A folder of pairs, as for `rank_pairs`.
    engine : str, optional
        What counts, as for `summarise`.
    limits : Limits, optional
        What an engine other than `local` may use.

    Returns
    -------
    PairsSummary
        The counts.

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
    ...     found = summarise_pairs(Path(folder) / "sample")
    >>> found.organisations, found.tied, found.largest
    (48, 27, 12)
    """
    by_engine = engine_named(engine)
    require_able(by_engine, "count")
    pairs = pairs_in(folder)
    counts = by_engine.count(pairs, limits or Limits())
    return PairsSummary(
        organisations=len(counts.organisations),
        tied=int((counts.degrees > 0).sum()),
        groups=counts.layers,
        memberships=counts.memberships,
        largest=counts.largest,
        ties=counts.ties,
        components=tuple(np.sort(np.bincount(counts.component))[::-1].tolist()),
        datasets={each.name: each.digest for each in datasets_of(pairs)},
    )
