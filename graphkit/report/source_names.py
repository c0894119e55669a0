"""Under which name links of a report find a source."""

from __future__ import annotations

from graphkit.network import Network


def source_order(network: Network) -> tuple[str, ...]:
    """The ids of the sources that the network holds or its facts cite, in order.

    Parameters
    ----------
    network : Network
        The network as selected.

    Returns
    -------
    tuple of str
        The ids.

    Examples
    --------
    >>> from graphkit.sources import read_sample
    >>> source_order(Network.of(read_sample()))[0]
    'dkm-opis'
    """
    held = {key for label, key in network.nodes if label == "Source"}
    cited = {each for sources in network.facts.sources for each in sources}
    return tuple(sorted(held | cited))


def source_anchor(network: Network, source: str) -> str:
    """The name of a source in the report; its id may hold anything, so it is a number.

    Parameters
    ----------
    network : Network
        The network as selected.
    source : str
        The id of the source.

    Returns
    -------
    str
        The name.
    """
    return f"source-{source_order(network).index(source) + 1}"
