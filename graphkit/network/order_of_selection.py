"""The order in which the words of a `Selection` act on a whole network.

1. Facts: `layer`, `status`, and `at` with `unknown`. A fact that is left out here is as good as not
   there.
2. `parts`: which organisation each one counts as.
3. The size k of each group: how many organisations these facts put into it. It is settled before
   organisations are chosen, so that looking at a few of them never changes how strongly they are
   tied.
4. `kind` and `sector`: which organisations stand as nodes. Groups remain, and facts about no node
   are not counted.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from graphkit.model import LAYERS
from graphkit.network.affiliations import sizes_of
from graphkit.network.part_of import wholes_of
from graphkit.network.selection import Selection

if TYPE_CHECKING:
    from graphkit.network.network import Network


def selected_from(whole: Network, selection: Selection) -> Network:
    """The network that a selection takes from a whole one."""
    facts = whole.facts.take(whole.facts.selected(selection))
    wholes = wholes_of(whole.context, whole.bodies, whole.index, selection)
    standing = _of_kind_and_sector(whole, selection)
    # A group's own node belongs to the group through its members, so a membership counts only for
    # its member.
    here = np.append(standing[wholes], False)
    tie = facts.layer == LAYERS.index("tie")
    about = here[facts.organisation] | (tie & here[facts.other])
    return replace(
        whole,
        facts=facts.take(about),
        standing=standing,
        wholes=wholes,
        sizes=None if standing.all() else sizes_of(facts, wholes),
        selection=selection,
        whole=whole,
    )


def _of_kind_and_sector(whole: Network, selection: Selection) -> npt.NDArray[np.bool_]:
    """Which organisations are of the selected kinds and sectors, shape (organisations,)."""
    return np.array(
        [
            (not selection.kind or node.kind in selection.kind)
            and (not selection.sector or node.properties.get("sector") in selection.sector)
            for node in whole.organisations
        ],
        dtype=bool,
    )
