"""Networks on which an engine is compared with this process, and how."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np

import graphkit
from graphkit import Network
from graphkit.engines import engine_named
from tests.networks import dataset


def shared(engine: str, network: Network) -> list[str]:
    """The metrics that an engine computes on this network."""
    weighed = network.tied.scheme != "none"
    offers = engine_named(engine).offers
    return [name for name, offer in offers.items() if offer.weighed or not weighed]


def assert_same(network: Network, engine: str, metrics: Sequence[str] = ()) -> None:
    """Both give the same values, ranks and remarks, for these metrics or all that they share."""
    names = metrics or shared(engine, network)
    one = graphkit.rank(network, names[0], names, engine="local")
    other = graphkit.rank(network, names[0], names, engine=engine)
    assert other.errors == {}
    assert other.remarks == one.remarks
    assert (other.organisations, other.ranks) == (one.organisations, one.ranks)
    for name in names:
        np.testing.assert_allclose(
            other.values[name], one.values[name], rtol=1e-9, atol=1e-15, err_msg=name
        )


def random_network(chance: random.Random) -> Network:
    """Groups of any size in two parts that never meet, with ties of any weight and isolates."""
    ids = [f"o{number:03}" for number in range(70)]
    parts = ids[:40], ids[40:60]
    took_part = [
        (member, f"g{place}-{number}")
        for place, part in enumerate(parts)
        for number in range(12)
        for member in chance.sample(part, chance.choice([1, 2, 3, 3, 9]))
    ]
    ties = [
        (*chance.sample(part, 2), {"weight": chance.choice([0.25, 1.0, 7.5])})
        for part in parts
        for _ in range(6)
    ]
    return Network.of(dataset(" ".join(ids), took_part=took_part, ties=ties))
