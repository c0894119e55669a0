"""The nodes of a network as selected: which organisations they are, and why others are not."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property
from typing import Self

import numpy as np
import numpy.typing as npt

from graphkit.model import Node, UsageError
from graphkit.network.in_force import lifetime_words
from graphkit.network.nodes import Nodes


class Choice(IntEnum):
    """Whether the words about organisations choose one as a node.

    Attributes
    ----------
    CHOSEN : int
        They do.
    OTHER_KIND : int
        It is not of a kind or sector that is selected.
    UNMET, UNSTATED : int
        It does not meet a condition of `where`, or what is stated of it does not settle that.
    ELSEWHERE, UNPLACED : int
        It is in no place of `place`, or it is not known whether it is.
    OTHER_CLUSTER : int
        It is in no cluster of `cluster`.
    """

    CHOSEN = 0
    OTHER_KIND = 1
    UNMET = 2
    UNSTATED = 3
    ELSEWHERE = 4
    UNPLACED = 5
    OTHER_CLUSTER = 6


@dataclass(frozen=True)
class SelectedNodes(Nodes):
    """Organisations, and which of them stand as nodes.

    Attributes
    ----------
    existing : ndarray of bool, shape (organisations,)
        Which organisations may have existed at the selected date; all without a date. Where a
        founding or an end is not known, it may have.
    standing : ndarray of bool, shape (organisations,)
        Which organisations the selection keeps as nodes.
    wholes : ndarray of int32, shape (organisations,)
        The index of the organisation that each one counts as: its own, or that of its whole.
    choice : ndarray of int8, shape (organisations,), or None
        The `Choice` of each organisation; None where no word is about them.
    before : SelectedNodes or None
        The network from which `component` or `isolates` took this one; None without these words.
    """

    existing: npt.NDArray[np.bool_]
    standing: npt.NDArray[np.bool_]
    wholes: npt.NDArray[np.int32]
    choice: npt.NDArray[np.int8] | None = field(default=None, kw_only=True)
    before: Self | None = field(default=None, kw_only=True)

    @cached_property
    def stands(self) -> npt.NDArray[np.bool_]:
        """Which organisations are nodes: those that stand and count as themselves."""
        stands: npt.NDArray[np.bool_] = self.standing & (
            self.wholes == np.arange(len(self.organisations))
        )
        return stands

    def node(self, reference: str) -> Node:
        """Return the organisation that stands as a node for a reference: itself, or its whole.

        Parameters
        ----------
        reference : str
            An id, or a name or alias that only one organisation has.

        Returns
        -------
        Node
            The organisation, or the whole that it counts as.

        Raises
        ------
        UsageError
            If `organisation` would raise it, or if the selection leaves the organisation out.
        """
        asked = self.organisation(reference)
        whole = int(self.wholes[self.index[asked.id]])
        if not self.standing[whole]:
            raise UsageError(f"{reference}: {self._left_out(self.organisations[whole])}")
        return self.organisations[whole]

    def position(self, organisation: Node) -> int:
        """Return the place of an organisation among those of `two_mode` and `tied`.

        Parameters
        ----------
        organisation : Node
            The organisation, as `node` returns it.

        Returns
        -------
        int
            Its index in their `organisations`.

        Raises
        ------
        UsageError
            If it is not a node of the network: the selection leaves it out, it counts as its whole,
            or it is from another network.

        Examples
        --------
        >>> from graphkit.network import Network
        >>> from graphkit.sources import read_sample
        >>> network = Network.of(read_sample())
        >>> network.two_mode.organisations[network.position(network.node("kom"))]
        'kom'
        """
        number = self.index.get(organisation.id)
        if number is None:
            raise UsageError(f"{organisation.name} is not in this network; `node` finds what is")
        if self.words_that_leave_out(organisation):
            raise UsageError(self._left_out(organisation))
        if not self.stands[number]:
            whole = self.organisations[self.wholes[number]]
            raise UsageError(
                f"{organisation.name} counts as its whole, {whole.name}; name that, or select "
                "`parts` as separate"
            )
        return int(np.count_nonzero(self.stands[:number]))

    def _left_out(self, organisation: Node) -> str:
        if not self.existing[self.index[organisation.id]]:
            life = lifetime_words(organisation)
            return f"{organisation.name} did not exist then ({life}); choose another date `at`"
        words = self.words_that_leave_out(organisation)
        return f"the selection leaves out {organisation.name}; check {words}"

    def words_that_leave_out(self, organisation: Node) -> str:
        """Name the words of the selection by which an organisation is not a node.

        Parameters
        ----------
        organisation : Node
            An organisation of the network; a part counts as its whole.

        Returns
        -------
        str
            The words in backticks; "" when it, or its whole, is a node.
        """
        whole = self.wholes[self.index[organisation.id]]
        if self.standing[whole]:
            return ""
        if not self.existing[whole]:
            return "`at`"
        if self.before is not None and self.before.standing[whole]:
            return "`component` and `isolates`"
        choice = Choice.OTHER_KIND if self.choice is None else self.choice[whole]
        if choice == Choice.OTHER_KIND:
            return "`kind` and `sector`"
        if choice == Choice.OTHER_CLUSTER:
            return "`cluster`"
        return "`place`" if choice in (Choice.ELSEWHERE, Choice.UNPLACED) else "`where`"
