"""`Network`: organisations, the facts that tie them and their sources, ready for analysis.

A network is made from a data set or a store, is never changed, and gives smaller ones by `select`.
It keeps the two-mode form (organisations by groups) as its own; graphs are derived from that.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

import numpy as np
import numpy.typing as npt

from graphkit.model import Dataset, StoredDataset, dataset_digest
from graphkit.model.stated_properties import own_columns
from graphkit.model.tabular import exported
from graphkit.network.contents import contents_of
from graphkit.network.in_force import Bounds, Standing
from graphkit.network.known_words import settled
from graphkit.network.order_of_selection import selected_from
from graphkit.network.part_of import wholes_of
from graphkit.network.selectable import Selectable
from graphkit.network.selected_nodes import Choice
from graphkit.network.selection import Given, Selection, takes_words
from graphkit.network.tying_facts import FactTable
from graphkit.paused_gc import collector_at_rest

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

    from graphkit.store import Store

_NOT_CHOSEN = {
    "unchosen": Choice.OTHER_KIND,
    "unmet": Choice.UNMET,
    "unstated": Choice.UNSTATED,
    "elsewhere": Choice.ELSEWHERE,
    "unplaced": Choice.UNPLACED,
    "unclustered": Choice.OTHER_CLUSTER,
}
"""The counts of organisations that the words about organisations leave out."""


@dataclass(frozen=True)
class Network(Selectable):
    """Organisations, the facts that tie them, and what else is known about them.

    Make one with `Network.of` and take smaller ones from it with `select`. A network never changes.

    Attributes
    ----------
    organisations : tuple of Node
        Every organisation, sorted by id, whether or not the selection keeps it as a node.
    nodes : mapping of (str, str) to Node
        Every other node, by label and id.
    existing : ndarray of bool, shape (organisations,)
        Which organisations may have existed at the selected date; all without a date.
    standing : ndarray of bool, shape (organisations,)
        Which organisations the selection keeps as nodes.
    wholes : ndarray of int32, shape (organisations,)
        The index of the organisation that each one counts as: its own, or that of its whole.
    choice : ndarray of int8, shape (organisations,), or None
        The `Choice` of each organisation by the words about them; None in a whole network.
    before : Network or None
        The network from which `component` or `isolates` took this one; None without these words.
    facts : FactTable
        The selected facts that tie organisations, one row per fact.
    selection : Selection
        What was selected.
    sizes : ndarray of int64 or None
        The size of each group before organisations were chosen, at the number that `facts.code` has
        for it; None where every organisation was chosen.
    context : tuple of Fact
        The facts that tie nobody, such as those about parts, places and figures.
    lifetimes : Bounds
        The lifetime of each organisation, and last that of whatever is none, which is unbounded.
    bodies : frozenset of int
        The indices of the organisations that have members in the whole network.
    planned : FactTable or None
        The facts that would be selected if their groups were not only planned; None in a whole
        network.
    whole : Network or None
        The network from which this one was selected; None for a whole network.
    origin : Dataset or tuple of StoredDataset
        The data set that it was made from, or what the store keeps about each of its data sets.
    decisions : tuple of Decision
        What people decided about ids of organisations, as the store keeps it.
    within_one : int
        How many facts were left out because both ends are one organisation; 0 unless it is whole.
    repeated : int
        How many facts were left out because another of the data set states the same under another
        id; 0 unless it is whole.

    Examples
    --------
    >>> import graphkit
    >>> from graphkit.sources import read_sample
    >>> network = graphkit.Network.of(read_sample())
    >>> len(network.organisations), len(network.facts)
    (53, 39)
    >>> len(network.select(layer="membership").facts)
    5
    """

    @classmethod
    @collector_at_rest()
    def of(
        cls, origin: Dataset | Store, *, evidence: bool = True, unfinished: bool = False
    ) -> Network:
        """Make the whole network of a data set or a store.

        Parameters
        ----------
        origin : Dataset or Store
            Where the organisations and facts come from.
        evidence : bool, default True
            Whether to read the properties of every node and fact. Without them a store is read
            several times as fast. The network can still be counted, selected, ranked and drawn by,
            and its nodes keep their names, but it cannot be opened to its facts.
        unfinished : bool, default False
            Whether to read a store in which a load has not finished.

        Returns
        -------
        Network
            Everything that `origin` holds but what is only planned, which `planned` includes.

        Raises
        ------
        StoreError
            If the store changes while it is read, or does not answer.
        StoreUnavailable
            If a load has not finished and `unfinished` is not set.

        Notes
        -----
        Opening a network without evidence to its facts, as `explain` does, raises UsageError.

        Examples
        --------
        >>> from graphkit.sources import read_sample
        >>> network = Network.of(read_sample())
        >>> str(network.selection)
        'everything'
        """
        read = contents_of(origin, evidence=evidence, unfinished=unfinished)
        lifetimes = Bounds.of_lifetimes(read.organisations)
        table = FactTable.of(read.tying, read.index, lifetimes)
        bodies = frozenset(
            read.index[group] for (layer, group), _ in table.groups() if layer == "membership"
        )
        whole = cls(
            organisations=read.organisations,
            nodes=read.nodes,
            facts=table,
            context=tuple(sorted(read.context, key=lambda fact: (fact.relation, fact.id))),
            lifetimes=lifetimes,
            existing=np.ones(len(read.organisations), dtype=bool),
            standing=np.ones(len(read.organisations), dtype=bool),
            wholes=wholes_of(read.context, bodies, read.index, lifetimes, Selection()),
            bodies=bodies,
            selection=Selection(),
            origin=origin if isinstance(origin, Dataset) else origin.datasets(),
            within_one=read.within_one,
            repeated=read.repeated,
            decisions=() if isinstance(origin, Dataset) else origin.decisions(),
        )
        left_out = whole.planned_groups or whole.surveys
        return whole.where(whole.selection) if left_out else whole

    @takes_words
    def select(self, **words: Given) -> Network:
        """Return the network of the facts and organisations that the words select.

        A word that is not given keeps the value it had. None or an empty list resets it to its
        default.

        Parameters
        ----------
        {words}

        Returns
        -------
        Network
            The smaller network. It is selected from the whole one, so a word can also be widened
            again.

        Raises
        ------
        UsageError
            If a word or its value is unknown. The message names the nearest right one.

        See Also
        --------
        Selection : What each word keeps.

        Examples
        --------
        >>> from graphkit.sources import read_sample
        >>> network = Network.of(read_sample())
        >>> declared = network.select(layer="declaration", at="2014-11")
        >>> str(declared.selection)
        'layer declaration, at 2014-11, unknown dates included'
        >>> len(declared.facts)
        18
        """
        return self.where(self.selection.refined(**words))

    def where(self, selection: Selection) -> Network:
        """Return the network that a `Selection` selects from the whole of which this one is a part.

        Parameters
        ----------
        selection : Selection
            What to keep. It replaces the selection of this network.

        Returns
        -------
        Network
            The selected network.

        Raises
        ------
        UsageError
            If the network has no such kind, sector, place or kind of ties. The message lists what
            there is.

        Examples
        --------
        >>> from graphkit.sources import read_sample
        >>> network = Network.of(read_sample())
        >>> len(network.where(Selection(layer=("membership",))).facts)
        5
        """
        if self.whole is not None:
            return self.whole.where(selection)
        return selected_from(self, settled(self, selection))

    @cached_property
    def datasets(self) -> tuple[StoredDataset, ...]:
        """The data sets that the network was made from, each with its digest.

        The digests of a store are those that it kept when they were loaded.
        """
        if not isinstance(self.origin, Dataset):
            return self.origin
        if self.whole is not None:
            return self.whole.datasets
        origin = self.origin
        return (
            StoredDataset(
                origin.name,
                dataset_digest(origin),
                len(origin.nodes),
                len(origin.facts),
                own_columns(origin),
                recomputed=True,
            ),
        )

    @cached_property
    def answers(self) -> npt.NDArray[np.int8] | None:
        """The `Standing` of each fact at the selected date, shape (facts,); None without a date."""
        at = self.selection.at
        return None if at is None else self.facts.lasting.standing(at)

    def facts_frame(
        self, library: Literal["pandas", "polars"] = "pandas"
    ) -> pd.DataFrame | pl.DataFrame:
        """Return the selected facts that tie organisations as a data frame.

        Parameters
        ----------
        library : {"pandas", "polars"}, default "pandas"
            The library of the data frame, which must be installed.

        Returns
        -------
        pandas.DataFrame or polars.DataFrame
            One row per fact: its id, layer, group, organisation, role, dates as stated, status,
            weight, sources and note; `name` is that of the group, `other` the other end of a direct
            tie, and `standing` whether it was in force at the selected date.

        Raises
        ------
        UsageError
            If the network was read without evidence, or the library is unknown or not installed.

        See Also
        --------
        graphkit.model.tabular.Tabular.to_pandas : The types of the columns.

        Examples
        --------
        >>> from graphkit.sources import read_sample
        >>> facts = Network.of(read_sample()).select(layer="membership").facts_frame()
        >>> facts[["organisation", "group"]].values.tolist()[:2]
        [['arleg', 'dolnoslaski-klaster-metalowy'], ['salag', 'kom']]
        """
        frame: pd.DataFrame | pl.DataFrame = exported("facts:facts_frame")(self, library)
        return frame

    def counts(self) -> dict[str, int]:
        """Count the selected facts, those to treat with care, and what is left out.

        Returns
        -------
        dict of str to int
            `facts`: all of them. `inferred`, `disputed`: those with this status. `undated`: those
            without any date. `dates_from`: those that have the dates of their collaboration or
            declaration. `unsourced`: those without a source. `unknown`: with a date selected, those
            of unknown standing at it. `planned`: facts that are left out because their groups are
            only planned. `absent`: organisations that did not exist at the date. `folded`: those
            that are not nodes because they count as parts of others. `unchosen`: those that are not
            of the selected kinds and sectors. `unmet`, `unstated`: those that do not meet `where`,
            and those of which that is not known. `elsewhere`, `unplaced`: those that are not in
            `place`, and those of which that is not known. `unclustered`: those that are not in
            `cluster`. `outside`: those outside the largest component, if that was selected.
            `untied`: else those without ties, if `isolates` excludes them. `apart`: pairs of
            members of a group that were certainly never in it at the same time, added up over the
            groups. `within_one`: facts of the whole network that are left out because both ends are
            one organisation. `repeated`: facts of the whole network that are left out because
            another of the data set states the same under another id.

        Examples
        --------
        >>> from graphkit.sources import read_sample
        >>> counts = Network.of(read_sample()).counts()
        >>> counts["facts"], counts["inferred"], counts["undated"], counts["planned"]
        (39, 8, 1, 5)
        """
        answers = self.answers
        apart = self.wholes == np.arange(len(self.organisations))
        chosen = self.standing if self.before is None else self.before.standing
        dropped = int(np.count_nonzero(apart & chosen & ~self.standing))
        largest = self.selection.component == "largest"
        return self.facts.counts() | {
            "unknown": 0 if answers is None else int((answers == Standing.UNKNOWN).sum()),
            "planned": 0 if self.planned is None else len(self.planned),
            "absent": int(np.count_nonzero(~self.existing)),
            "folded": int(np.count_nonzero(~apart)),
            **{
                name: 0
                if self.choice is None
                else int(np.count_nonzero(apart & self.existing & (self.choice == choice)))
                for name, choice in _NOT_CHOSEN.items()
            },
            "outside": dropped if largest else 0,
            "untied": 0 if largest else dropped,
            "apart": 0 if self.slices is None else self.slices.apart,
            "within_one": (self.whole or self).within_one,
            "repeated": (self.whole or self).repeated,
        }
