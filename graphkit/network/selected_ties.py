"""The ties of a network as selected: the two-mode form, and what is derived from it.

The two-mode form (organisations by groups) is what the facts state. Slices of time, the backbone
and the graphs are derived from it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import compress
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from graphkit.model.own_columns import own_of
from graphkit.network.affiliations import Affiliations
from graphkit.network.backbone import Backbone, backbone_of, tied_by
from graphkit.network.overlap import Slices, Times, slices_of
from graphkit.network.selected_nodes import SelectedNodes
from graphkit.network.selection import Selection
from graphkit.network.two_mode import TwoMode
from graphkit.network.tying_facts import FactTable

if TYPE_CHECKING:
    from graphkit.network.two_mode import Graph


@dataclass(frozen=True)
class SelectedTies(SelectedNodes):
    """Organisations, and the facts that tie those that stand as nodes.

    Attributes
    ----------
    facts : FactTable
        The selected facts that tie organisations, one row per fact.
    selection : Selection
        What was selected.
    sizes : ndarray of int64 or None
        The size of each group before organisations were chosen, at the number that `facts.code` has
        for it; None where every organisation was chosen.
    """

    facts: FactTable
    selection: Selection
    sizes: npt.NDArray[np.int64] | None = field(default=None, kw_only=True)

    @cached_property
    def two_mode(self) -> TwoMode:
        """Which organisation is in which group, as the selection states.

        Every organisation that stands as a node is in it, isolates included. An organisation that
        counts as a part is not: its facts are its whole's. An organisation with members is in its
        own group, unless `group_nodes` excludes it.
        """
        return self._affiliations.two_mode(
            tuple(node.id for node in compress(self.organisations, self.stands)),
            self.group_name,
            self.selection.weight,
            self.sizes,
        )

    @cached_property
    def backbone(self) -> Backbone | None:
        """The pairs that share more groups than by chance; None unless a backbone is selected.

        Chance is taken before `component` and `isolates`, which drop what has no tie in it.
        """
        if not self.selection.backbone:
            return None
        if self.before is None:
            return backbone_of(self.two_mode, self.selection.fdr, self.together)
        whole = self.before.backbone
        return whole and whole.among(self.stands[self.before.stands])

    @cached_property
    def tied(self) -> TwoMode:
        """The two-mode form whose projection says which organisations are tied.

        It is `two_mode` itself or, with a backbone selected, the form of the kept pairs. With
        `overlap`, a group is cut into slices of those who can have been in it together.
        """
        form = self.together
        return form if self.backbone is None else tied_by(form, self.backbone)

    @cached_property
    def together(self) -> TwoMode:
        """The form `two_mode`, with `overlap` its groups cut into slices where need be."""
        cut = self.slices if self.selection.overlap else None
        return self.two_mode if cut is None else cut.form

    @cached_property
    def slices(self) -> Slices | None:
        """The groups cut into those who can have been in them together; None with nothing to cut.

        They do not depend on whether `overlap` is selected.
        """
        return slices_of(self.two_mode, self.times)

    @cached_property
    def times(self) -> Times:
        """When organisations can have been in their groups, in the order of `supports`."""
        return Times.of(self.facts.lasting, *self.supports)

    def shared(self, one: int, other: int) -> npt.NDArray[np.int64]:
        """Find the groups that tie two organisations.

        Parameters
        ----------
        one, other : int
            Their positions in `two_mode`.

        Returns
        -------
        ndarray of int64
            The positions of the groups in `two_mode`, in order. With `overlap`, only those in which
            both can have been at the same time.
        """
        form = self.together
        found = np.intersect1d(form.groups_of(one), form.groups_of(other)).astype(np.int64)
        cut = self.slices if self.selection.overlap else None
        return found if cut is None else np.unique(cut.of[found])

    @cached_property
    def supports(self) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """The facts that put organisations into groups, and the places that they state.

        Two arrays of equal length: rows of `facts`, and for each the pair of `two_mode` that it
        states, as an index into `two_mode.members`. A membership and a tie state two pairs when
        both ends stand as nodes.
        """
        return self._affiliations.rows, self._affiliations.stated

    @cached_property
    def _affiliations(self) -> Affiliations:
        return Affiliations.of(self.facts, self.wholes, self.stands)

    def graph(self, *, two_mode: bool = False) -> Graph:
        """Return a networkx graph of the organisations, or of organisations and groups.

        Parameters
        ----------
        two_mode : bool, default False
            Whether to return the two-mode graph, with groups as nodes of their own. By default
            organisations are joined directly when they share a group.

        Returns
        -------
        networkx.Graph
            Nodes are ids in sorted order, with the attributes `name`, `kind` and `sector`, and
            columns of one's own, of which several texts are one with bars. Edges carry `weight`,
            the strength of the tie (the number of shared groups unless the selection weighs
            otherwise), and `distance`, its inverse. In the two-mode graph groups are nodes with
            `name`, `layer` and `weight`; nodes also carry `bipartite` (0 for organisations, 1 for
            groups), and edges carry nothing.

        Notes
        -----
        A backbone removes ties from the graph of organisations. It leaves the two-mode graph as it
        is.

        Examples
        --------
        >>> from graphkit.network import Network
        >>> from graphkit.sources import read_sample
        >>> network = Network.of(read_sample())
        >>> print(network.graph())
        Graph with 48 nodes and 99 edges
        >>> print(network.graph(two_mode=True))
        Graph with 62 nodes and 42 edges
        """
        attributes: dict[str, dict[str, Any]] = {
            node.id: {
                "name": node.name,
                "kind": node.kind,
                "sector": node.properties.get("sector", ""),
                **{
                    name: "|".join(value) if isinstance(value, list) else value
                    for name, value in own_of(node.properties).items()
                },
            }
            for node in self.organisations
        }
        if two_mode:
            return self.two_mode.bipartite_graph(attributes)
        return self.tied.graph(attributes)

    @cached_property
    def tied_organisations(self) -> int:
        """The number of organisations that have a tie."""
        return int(self.tied.have_ties().sum())
