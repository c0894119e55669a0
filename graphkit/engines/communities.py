"""Communities by an engine; one that finds none is refused."""

from __future__ import annotations

from graphkit.engines.engine import Limits, engine_named, require_able
from graphkit.engines.handing_over import handed_over
from graphkit.metrics import communities as in_memory
from graphkit.metrics.communities import Partition, partition_of
from graphkit.model import UsageError
from graphkit.network import Network


def find_communities(
    network: Network,
    *,
    resolution: float = 1.0,
    seed: int = 0,
    restarts: int = 1,
    engine: str | None = None,
) -> Partition:
    """Find communities by the Louvain method.

    Parameters
    ----------
    network : Network
        The network as selected. The strengths of ties count when the selection weighs ties.
    resolution : float, default 1.0
        Above 1 for more and smaller communities, below 1 for fewer and larger ones.
    seed : int, default 0
        The seed; the same seed gives the same communities.
    restarts : int, default 1
        How many runs to choose from, as for `graphkit.metrics.find_communities`.
    engine : str, optional
        What finds them. By default what GRAPHKIT_ENGINE names, or `local`.

    Returns
    -------
    Partition
        The communities, their members and who bridges them.

    Raises
    ------
    UsageError
        As `graphkit.metrics.find_communities`; and if the engine is unknown or finds none.

    Notes
    -----
    An engine other than `local` gives each organisation its community, and takes no resolution,
    seed or restarts; ties within and between communities are counted in this process. With Graph
    Data Science the same network gives the same communities, which may be others than here.

    The method moves one organisation after the other and needs each time how strongly it is tied to
    every community. From tables that are read as a whole, that takes a pass for every move.

    Examples
    --------
    >>> from graphkit.sources import read_sample
    >>> len(find_communities(Network.of(read_sample())).communities)
    5
    """
    by_engine = engine_named(engine)
    require_able(by_engine, "communities")
    if by_engine.name == "local":
        return in_memory.find_communities(
            network, resolution=resolution, seed=seed, restarts=restarts
        )
    for name, given, usual in (
        ("resolution", resolution, 1.0),
        ("seed", seed, 0),
        ("restarts", restarts, 1),
    ):
        if given != usual:
            raise UsageError(
                f"`{name}` works only with the engine local; leave it out, or choose `engine` local"
            )
    limits = Limits()
    with handed_over(network, limits) as pairs:
        found = by_engine.communities(pairs, limits)
    sets: dict[int, set[int]] = {}
    for place, number in enumerate(found.community.tolist()):
        sets.setdefault(number, set()).add(place)
    return partition_of(network, [list(sets.values())])
