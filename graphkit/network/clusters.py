"""Who is in the selected clusters."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from graphkit.model import LAYERS, Node
from graphkit.network.named_nodes import named_node
from graphkit.network.selectable import Selectable
from graphkit.network.selection import Selection
from graphkit.network.tying_facts import FactTable


def clusters(network: Selectable) -> list[Node]:
    """Every organisation that has members, in order of id."""
    return [network.organisations[place] for place in sorted(network.bodies)]


def memberships(every: FactTable, selection: Selection) -> FactTable:
    """The memberships that count, whichever layer and data set the ties are taken from."""
    loose = replace(selection, layer=("membership",), dataset=())
    return every.take(every.selected(loose))


def in_clusters(
    whole: Selectable, facts: FactTable, wholes: npt.NDArray[np.int32], selection: Selection
) -> npt.NDArray[np.bool_]:
    """Which organisations are in a selected cluster by these memberships, shape (organisations,).

    wholes: the organisation that each one counts as. A cluster is in its own group where the facts
    say so.
    """
    every = clusters(whole)
    asked = {named_node("cluster", every, each).id for each in selection.cluster}
    assert (facts.layer == LAYERS.index("membership")).all()
    here = np.array([group in asked for group in facts.group], dtype=bool)
    ends = np.concatenate([facts.organisation[here], facts.other[here]])
    inside = np.zeros(len(wholes), dtype=bool)
    inside[wholes[ends[ends >= 0]]] = True
    return inside
