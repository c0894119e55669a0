"""Own kinds of organisations in exports: they keep their colours, their labels and their table."""

from __future__ import annotations

import io

import networkx as nx
import pytest

from graphkit.export.networks import NETWORK_FORMATS, rendered
from graphkit.export.networks.cypher import statements
from graphkit.export.networks.statements import statements_of
from graphkit.network import Network
from graphkit.sources.stated_rows import own_tables
from tests.random_tables import read_rows

ROWS = {
    "kinds": [{"id": "TradeUnion", "name": "Union", "colour": "#FF0000"}],
    "organisations": [
        {"id": "a", "name": "A", "kind": "TradeUnion"},
        {"id": "b", "name": "B", "kind": "Cluster"},
    ],
    "memberships": [{"member": "a", "group": "b"}],
}


@pytest.fixture
def network() -> Network:
    return Network.of(read_rows(ROWS))


@pytest.mark.parametrize("form", NETWORK_FORMATS)
def test_every_format_writes_them(network: Network, form: str) -> None:
    waves = ["2013", "2014"] if form == "rsiena" else []
    assert rendered(network, form, waves=waves)


def test_they_keep_their_colour(network: Network) -> None:
    found = nx.read_gexf(io.StringIO(str(rendered(network, "gexf"))))
    assert found.nodes["a"]["viz"]["color"] == {"r": 255, "g": 0, "b": 0, "a": 1.0}


def test_a_selection_keeps_the_kinds_that_it_uses(network: Network) -> None:
    some = statements_of(network.select(layer="membership"))
    assert own_tables(some)["kinds"] == [
        ["id", "name", "colour"],
        ["TradeUnion", "Union", "#FF0000"],
    ]
    assert any("(n:Organisation:TradeUnion)" in text for text in statements(some))
