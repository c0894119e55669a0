"""What a network knows of its organisations beside their names, as far as it tells who is who."""

from __future__ import annotations

from collections import defaultdict

from graphkit.model import LAYERS, Node
from graphkit.names import Identities, Setting
from graphkit.network.joined_organisations import standing_ids
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


def verdicts_of(network: Network) -> dict[tuple[str, str], str]:
    """What was decided about pairs of organisations, by the ids in order that stand for them.

    Of several decisions about ids of the same two, that they are different counts.
    """
    decisions = network.decisions
    keys = sorted({key for each in decisions for key in each.pair})
    nodes = [Node("Organisation", key, {}) for key in keys]
    standing = dict(Identities.of(nodes, decisions=decisions).standing)
    if decisions:
        standing |= standing_ids(network.organisations)
    found: dict[tuple[str, str], str] = {}
    for each in decisions:
        one, other = sorted(standing.get(key, key) for key in each.pair)
        if one != other and found.get((one, other)) != "different":
            found[one, other] = each.verdict
    return found
