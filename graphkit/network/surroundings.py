"""What a network knows of its organisations beside their names, as far as it tells who is who."""

from __future__ import annotations

from collections import defaultdict

from graphkit.model import LAYERS
from graphkit.names import Setting
from graphkit.network.network import Network


def setting_of(network: Network) -> Setting:
    """The places, groups and kin of all organisations, by the selected facts."""
    groups: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    facts, nodes = network.facts, network.organisations
    rows = zip(
        facts.layer.tolist(),
        facts.group,
        facts.organisation.tolist(),
        facts.other.tolist(),
        strict=True,
    )
    for layer, group, one, other in rows:
        for at in (one, other):
            if at >= 0:
                groups[nodes[at].id].add((LAYERS[layer], group))
    return Setting.of(network.context, groups)
