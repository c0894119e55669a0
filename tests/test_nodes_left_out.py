"""An organisation that is no node of the selected network is refused, with the cure."""

from __future__ import annotations

from typing import Any

import pytest

from graphkit.metrics import ego_network, impact_of, shortest_chains
from graphkit.model import UsageError
from graphkit.network import Network
from graphkit.views import around, between
from tests.networks import dataset

_WHOLE = Network.of(
    dataset(
        {"a": "Company", "b": "Company", "u": "University"},
        signed=[("a", "x"), ("b", "x"), ("u", "x")],
    )
)
_SELECTED = _WHOLE.select(kind="Company")
_OTHER = _WHOLE.node("a")

_CALLS = {
    "ego": ego_network,
    "around": around,
    "impact": lambda network, node: impact_of(network, [network.node("b"), node]),
    "chains from": lambda network, node: shortest_chains(network, node, _OTHER),
    "chains to": lambda network, node: shortest_chains(network, _OTHER, node),
    "between": lambda network, node: between(network, _OTHER, node),
}


@pytest.mark.parametrize("call", _CALLS.values(), ids=_CALLS)
def test_an_organisation_that_the_selection_leaves_out_is_refused(call: Any) -> None:
    with pytest.raises(UsageError, match="leaves out U; check `kind` and `sector`"):
        call(_SELECTED, _WHOLE.node("u"))


def test_a_part_is_refused_with_its_whole_and_a_stranger_with_the_way_to_find_one() -> None:
    parted = Network.of(
        dataset({"a": "Company", "u": "University", "v": "University"}, parts=[("v", "u")])
    )
    part = parted.organisation("v")
    with pytest.raises(UsageError, match="V counts as its whole, U; name that, or select `parts`"):
        ego_network(parted, part)
    separate = parted.select(parts="separate")
    assert [separate.position(node) for node in separate.organisations] == [0, 1, 2]
    with pytest.raises(UsageError, match="V is not in this network"):
        ego_network(_WHOLE, part)
