"""From facts to the two-mode form: which organisation each fact puts into which group."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graphkit.model import LAYERS, PAIRED
from graphkit.network.two_mode import Group, TwoMode, group_weights
from graphkit.network.tying_facts import FactTable


@dataclass(frozen=True)
class Affiliations:
    """The places of organisations in groups, with the facts that state them.

    A membership and a tie state two places when both ends are nodes. Several facts may state the
    same one.

    Attributes
    ----------
    facts : FactTable
        The facts.
    rows : ndarray of int64, shape (statements,)
        The row in `facts` of each statement of a place.
    stated : ndarray of int64, shape (statements,)
        The place that it states, as an index into `members`.
    members : ndarray of int32, shape (2, places)
        The places, each once: the positions of the organisation among the nodes and of its group,
        in order.
    firsts : ndarray of int64, shape (groups,)
        The first row in `facts` of each group.
    """

    facts: FactTable
    rows: npt.NDArray[np.int64]
    stated: npt.NDArray[np.int64]
    members: npt.NDArray[np.int32]
    firsts: npt.NDArray[np.int64]

    @classmethod
    def of(
        cls, facts: FactTable, wholes: npt.NDArray[np.int32], nodes: npt.NDArray[np.bool_]
    ) -> Affiliations:
        """From the organisation that each organisation counts as, and which of them are nodes."""
        far = np.flatnonzero(facts.other >= 0)
        rows = np.concatenate([np.arange(len(facts)), far])
        ends = wholes[np.concatenate([facts.organisation, facts.other[far]])]
        here = nodes[ends]
        rows, ends = rows[here], ends[here]
        position = np.cumsum(nodes, dtype=np.int64) - 1
        groups, columns = np.unique(facts.code[rows], return_inverse=True)
        width = max(len(groups), 1)
        places, stated = np.unique(position[ends] * width + columns, return_inverse=True)
        return cls(
            facts=facts,
            rows=rows,
            stated=stated,
            members=np.stack(np.divmod(places, width)).astype(np.int32),
            firsts=np.searchsorted(facts.code, groups),
        )

    def two_mode(
        self,
        organisations: tuple[str, ...],
        group_name: Callable[[str, str], str],
        scheme: str,
        sizes: npt.NDArray[np.int64] | None,
    ) -> TwoMode:
        """The two-mode form of the nodes with these ids, its groups named by layer and id.

        sizes: as `sizes_of`; None where every member of a group is a node.
        """
        firsts = self.firsts.tolist()
        layers = [LAYERS[self.facts.layer[row]] for row in firsts]
        keys = zip(layers, (self.facts.group[row] for row in firsts), strict=True)
        own = np.where(np.isin(layers, PAIRED), self.facts.weight[firsts], 1.0)
        here = np.bincount(self.members[1], minlength=len(firsts))
        size = here if sizes is None else sizes[self.facts.code[firsts]]
        return TwoMode(
            organisations=organisations,
            groups=tuple(Group(layer, key, group_name(layer, key)) for layer, key in keys),
            members=self.members,
            weights=group_weights(scheme, size, own),
            scheme=scheme,
            own=own,
            outside=None if sizes is None else size - here,
        )


def sizes_of(facts: FactTable, wholes: npt.NDArray[np.int32]) -> npt.NDArray[np.int64]:
    """How many organisations the facts put into each group, at the group's number in `code`.

    wholes: the organisation that each one counts as. A group's own organisation is one of its
    members.
    """
    far = np.flatnonzero(facts.other >= 0)
    ends = wholes[np.concatenate([facts.organisation, facts.other[far]])]
    codes = np.concatenate([facts.code, facts.code[far]])
    places = np.unique(codes * max(len(wholes), 1) + ends)
    return np.bincount(places // max(len(wholes), 1), minlength=int(codes.max(initial=-1)) + 1)
