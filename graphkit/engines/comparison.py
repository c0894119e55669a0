"""Comparing two networks whose organisations an engine ranks."""

from __future__ import annotations

from graphkit.engines.engine import Limits, engine_named
from graphkit.engines.ranking import rank
from graphkit.metrics import comparison as in_memory
from graphkit.metrics.chance import DRAWS, Progress, Slow
from graphkit.metrics.comparison import Comparison
from graphkit.metrics.ranking import Ranking
from graphkit.model import UsageError
from graphkit.network import Network


def compare(
    a: Network,
    b: Network,
    *,
    metric: str = "betweenness",
    by: str = "sector",
    draws: int | None = None,
    seed: int = 0,
    progress: Progress | None = None,
    slow: Slow | None = None,
    engine: str | None = None,
    limits: Limits | None = None,
) -> Comparison:
    """Compare two networks: what stayed, what came and went, and whether it is more than chance.

    Parameters
    ----------
    a, b : Network
        The networks as selected; of one store, or of two that use the same ids.
    metric : str, default "betweenness"
        The metric of `METRICS` that ranks the organisations of each.
    by : str, default "sector"
        The attribute of the E-I index, as `categories` takes it.
    draws : int, optional
        The number of draws behind each range, as for `graphkit.metrics.compare`. By default 200,
        and 0 with another engine than `local`, for which nothing is drawn.
    seed : int, default 0
        The seed; the same seed gives the same comparison.
    progress, slow : callable, optional
        As for `graphkit.metrics.compare`.
    engine : str, optional
        What ranks: one of `ENGINES`. By default what GRAPHKIT_ENGINE names, or `local`. The rest is
        compared in this process, which holds the ties.
    limits : Limits, optional
        What an engine other than `local` may use.

    Returns
    -------
    Comparison
        The organisations, ties and clusters that stayed, came and went, the changes of rank, and
        the measures of both side by side.

    Raises
    ------
    UsageError
        As `graphkit.metrics.compare`; and if the engine is unknown, does not compute the metric, or
        is not `local` while draws are asked for.

    Examples
    --------
    >>> from graphkit.sources import read_sample
    >>> network = Network.of(read_sample())
    >>> sides = network.select(at="2011"), network.select(at="2014-11")
    >>> compare(*sides, metric="pagerank", engine="duckdb").changes[0].organisation.name
    'Klaster Obróbki Metali'
    """
    by_engine = engine_named(engine)
    local = by_engine.name == "local"
    if draws and not local:
        raise UsageError(
            f"`draws` {draws}: networks are drawn by the engine local alone; leave it out, or "
            "choose `engine` local"
        )

    def ranked(network: Network, by: str) -> Ranking:
        return rank(network, by, engine=by_engine.name, limits=limits)

    return in_memory.compare(
        a,
        b,
        metric=metric,
        by=by,
        draws=(DRAWS if local else 0) if draws is None else draws,
        seed=seed,
        progress=progress,
        slow=slow,
        ranked=ranked,
    )
