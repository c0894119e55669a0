"""Ranking by an engine: a network, or pairs that were handed over as Parquet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from graphkit.engines.engine import Limits, engine_named, require_offered
from graphkit.engines.handing_over import handed_over
from graphkit.engines.pairs import names_in, pairs_in
from graphkit.metrics import ranking as in_memory
from graphkit.metrics.ranking import Ranking, asked_for, ranking_of, shared_ranks
from graphkit.metrics.ranking_metrics import ORGANISATION_METRICS
from graphkit.model.tabular import Tabular
from graphkit.model.wording import chosen
from graphkit.network import Network


@dataclass(frozen=True)
class RankedPairs(Tabular):
    """Organisations of a file of pairs in order of one metric; columns of equal length n.

    Attributes
    ----------
    by : str
        The metric that orders them.
    organisations : tuple of str
        The ids, best first; those of equal rank in order of id.
    names, kinds : mapping of str to str
        By id, what `nodes.parquet` beside the pairs says.
    ranks : tuple of int
        1 for the first. Equal values share a rank, and the next rank counts them.
    values : mapping of str to tuple of float
        The values of each metric asked for; NaN where it has none.
    of : int
        How many organisations were ranked; these are the first n of them.
    remarks, errors : mapping of str to str
        By metric, why nobody has a value; and from what values were estimated, and how far they may
        be off.
    """

    TABLE = "graphkit.export.ranked_pairs:ranked_pairs_table"

    by: str
    organisations: tuple[str, ...]
    names: Mapping[str, str]
    kinds: Mapping[str, str]
    ranks: tuple[int, ...]
    values: Mapping[str, tuple[float, ...]]
    of: int
    remarks: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)

    def __len__(self) -> int:
        """The number of organisations that are listed."""
        return len(self.organisations)


def rank(
    network: Network,
    by: str = "betweenness",
    metrics: Iterable[str] = (),
    *,
    engine: str | None = None,
    limits: Limits | None = None,
) -> Ranking:
    """Rank every organisation of a network by a metric.

    Parameters
    ----------
    network : Network
        The organisations and what ties them, as selected.
    by : str, default "betweenness"
        The metric that orders them: one of `METRICS`, or of the two modes, such as
        "two-mode-betweenness".
    metrics : iterable of str, optional
        Further metrics to compute, the other columns of the ranking; `METRICS` gives all but those
        of the two modes. Only `by` and these are computed.
    engine : str, optional
        What computes them: one of `ENGINES`. By default what GRAPHKIT_ENGINE names, or `local`.
    limits : Limits, optional
        What an engine other than `local` may use.

    Returns
    -------
    Ranking
        The organisations in order, with their ranks, the values of each metric, and how many facts
        each rank rests on. Organisations of equal rank are in order of name.

    Raises
    ------
    UsageError
        If a metric or engine is unknown; the message names the nearest. If a metric of the two
        modes is asked for with a backbone, which keeps pairs and no groups. If the engine does not
        compute a metric, or not on this selection.

    See Also
    --------
    graphkit.engines.rank_pairs : The same from Parquet files, without a store.
    graphkit.metrics.rank_groups : The clusters, declarations and collaborations that connect.
    graphkit.metrics.rank_bands : How stable ranks are when facts are dropped at random.
    graphkit.metrics.in_catalogue : The meaning, formula and source of each metric.

    Notes
    -----
    When the selection weighs ties, weights are read as strengths or, inverted, as distances, as the
    entry of each metric says. With weight none only `strength` uses them. The values of engines
    agree to a relative 1e-9 unless they are estimated.

    Examples
    --------
    >>> import graphkit
    >>> from graphkit.sources import read_sample
    >>> network = graphkit.Network.of(read_sample())
    >>> ranking = graphkit.rank(network, by="degree", metrics=["closeness"])
    >>> [(rank, node.name) for rank, node in zip(ranking.ranks, ranking.organisations)][:2]
    [(1, 'Klaster Obróbki Metali'), (2, 'Białostocka Fundacja Kształcenia Kadr')]
    >>> sorted(ranking.values)
    ['closeness', 'degree']
    >>> ranking.facts[0], ranking.inferred[0]
    (6, 2)
    """
    by_engine = engine_named(engine)
    if by_engine.name == "local":
        return in_memory.rank(network, by, metrics)
    asked = asked_for(network, by, metrics)
    require_offered(by_engine, asked, network.tied.scheme)
    with handed_over(network, limits or Limits()) as pairs:
        found = by_engine.measure(pairs, asked, limits or Limits())
    computed = {name: values.tolist() for name, values in found.values.items()}
    return replace(ranking_of(network, asked, computed, found.remarks), errors=found.errors)


def rank_pairs(
    folder: str | Path,
    by: str,
    metrics: Iterable[str] = (),
    *,
    engine: str | None = None,
    limits: Limits | None = None,
    top: int | None = None,
) -> RankedPairs:
    """Rank the organisations of exported pairs, without a store.

    Parameters
    ----------
    folder : str or Path
        A folder that was exported in the format parquet, or one with a `pairs.parquet` like
        it; see `pairs_in`.
    by : str
        The metric that orders them, as for `rank`.
    metrics : iterable of str, optional
        Further metrics to compute.
    engine : str, optional
        What computes them, as for `rank`.
    limits : Limits, optional
        What an engine other than `local` may use.
    top : int, optional
        How many of the first are listed; by default all.

    Returns
    -------
    RankedPairs
        The organisations in order, with ranks, values and, where `nodes.parquet` has them, names
        and kinds. Organisations of equal rank are in order of id.

    Raises
    ------
    UsageError
        If there are no such pairs, a metric or engine is unknown, or the engine does not compute a
        metric.
    InvalidData
        If a row names no organisation, a weight is not a positive number, or a group has several.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from graphkit.export.networks import export_network
    >>> from graphkit.sources import read_sample
    >>> with TemporaryDirectory() as folder:
    ...     export_network(Network.of(read_sample()), Path(folder) / "sample", "parquet")
    ...     found = rank_pairs(Path(folder) / "sample", "degree", engine="duckdb", top=2)
    >>> found.organisations, found.values["degree"], found.of
    (('kom', 'bfkk'), (20.0, 12.0), 48)
    """
    by_engine = engine_named(engine)
    first = chosen("metric", by, ORGANISATION_METRICS)
    others = {chosen("metric", name, ORGANISATION_METRICS) for name in metrics}
    asked = tuple(name for name in ORGANISATION_METRICS if name == first or name in others)
    pairs = pairs_in(folder)
    require_offered(by_engine, asked, pairs.scheme)
    found = by_engine.measure(pairs, asked, limits or Limits())
    ranks = shared_ranks(found.values[first], ORGANISATION_METRICS[first])
    order = np.argsort(ranks, kind="stable")[:top]
    ids = tuple(found.organisations[place] for place in order.tolist())
    names, kinds = names_in(folder, ids)
    return RankedPairs(
        by=first,
        organisations=ids,
        names=names,
        kinds=kinds,
        ranks=tuple(ranks[order].tolist()),
        values={name: tuple(found.values[name][order].tolist()) for name in asked},
        of=len(ranks),
        remarks=found.remarks,
        errors=found.errors,
    )
