"""`Network`: organisations, the facts that tie them and their sources, ready for analysis.

A network is made from a data set or a store, is never changed, and gives smaller ones by `select`.
It keeps the two-mode form (organisations by groups) as its own; graphs are derived from that.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from graphkit.model import (
    LABELS,
    LAYERS,
    RELATIONS,
    STATUSES,
    Dataset,
    Fact,
    Node,
    StoreError,
    UsageError,
)
from graphkit.model.fact_columns import FactColumns
from graphkit.model.naming import find
from graphkit.network.backbone import Backbone, backbone_of, tied_by
from graphkit.network.in_force import Standing
from graphkit.network.part_of import wholes_of
from graphkit.network.selection import Given, Selection, takes_words
from graphkit.network.two_mode import Group, TwoMode, group_weights
from graphkit.network.tying_facts import LAYER_RELATIONS, FactTable
from graphkit.paused_gc import collector_at_rest

if TYPE_CHECKING:
    from graphkit.network.two_mode import Graph
    from graphkit.store import Store

_GROUP_LABEL = {
    "membership": "Organisation",
    "declaration": "Declaration",
    "collaboration": "Collaboration",
}

_CONTEXT = tuple(relation for relation in RELATIONS if relation not in LAYER_RELATIONS)


@dataclass(frozen=True)
class Network:
    """Organisations (sorted by id), the facts that tie them, and what else is known about them.

    nodes: every node but organisations, by label and id. context: the facts that tie nobody, such
    as parts, places and figures. standing: which organisations stand as nodes. wholes: the index
    of the organisation that each counts as. bodies: those with members in the whole network.
    selection: what was selected. whole: the network from which it was, or None for a whole one.
    """

    organisations: tuple[Node, ...]
    nodes: Mapping[tuple[str, str], Node]
    facts: FactTable
    context: tuple[Fact, ...]
    standing: npt.NDArray[np.bool_]
    wholes: npt.NDArray[np.int32]
    bodies: frozenset[int]
    selection: Selection
    whole: Network | None = None

    @classmethod
    @collector_at_rest()
    def of(cls, origin: Dataset | Store, *, evidence: bool = True) -> Network:
        """The whole network of a data set or of a store.

        A store is read several times as fast without `evidence`: what the network counts, selects,
        ranks and draws by, and what its nodes are called, but not the other properties of nodes
        and facts. Opening such a network to its facts raises UsageError.
        """
        nodes: Iterable[Node]
        if isinstance(origin, Dataset):
            # A store says which data sets state a thing; a data set alone is the one that does.
            said = {"datasets": [origin.name]}
            nodes = (replace(node, properties={**node.properties, **said}) for node in origin.nodes)
            facts_of: dict[str, list[Fact]] = {relation: [] for relation in RELATIONS}
            for fact in origin.facts:
                properties = {**fact.properties, **said}
                facts_of[fact.relation].append(replace(fact, properties=properties))
            tying = [FactColumns.of(name, facts_of[name]) for name in LAYER_RELATIONS]
            context = [
                fact for name, facts in facts_of.items() if name in _CONTEXT for fact in facts
            ]
        else:
            read = origin.nodes if evidence else origin.named
            # Read below, after the facts: what is loaded in between has its nodes then, and only
            # what is removed in between is missed.
            nodes = (node for label in LABELS for node in read(label))
            tying = [
                FactColumns.of(name, list(origin.facts(name)))
                if evidence
                else origin.fact_columns(name)
                for name in LAYER_RELATIONS
            ]
            context = [fact for name in _CONTEXT for fact in origin.facts(name)]
        by_key = {(node.label, node.id): _of_a_kind(node) for node in nodes}
        if not isinstance(origin, Dataset):
            _check_ends(tying, context, by_key)
        organisations = tuple(
            sorted(
                (node for node in by_key.values() if node.label == "Organisation"),
                key=lambda node: node.id,
            )
        )
        index = {node.id: position for position, node in enumerate(organisations)}
        table = FactTable.of(tying, index)
        bodies = frozenset(
            index[group] for (layer, group), _ in table.groups() if layer == "membership"
        )
        return cls(
            organisations=organisations,
            nodes={key: node for key, node in by_key.items() if key[0] != "Organisation"},
            facts=table,
            context=tuple(sorted(context, key=lambda fact: (fact.relation, fact.id))),
            standing=np.ones(len(organisations), dtype=bool),
            wholes=wholes_of(context, bodies, index, Selection()),
            bodies=bodies,
            selection=Selection(),
        )

    @takes_words
    def select(self, **words: Given) -> Network:
        """The network of the facts and organisations that the words select; see `Selection`.

        A word that is not given stays as it was selected before, one that is given replaces it;
        None or an empty list returns it to its default. Raises UsageError for a word that is not
        on its list.
        """
        return self.where(self.selection.refined(**words))

    def where(self, selection: Selection) -> Network:
        """The network that a `Selection` selects from the whole of which this one is a part."""
        if self.whole is not None:
            return self.whole.where(selection)
        facts = self.facts
        keep = np.ones(len(facts), dtype=bool)
        if selection.layer:
            keep &= np.isin(facts.layer, [LAYERS.index(name) for name in selection.layer])
        if selection.status:
            keep &= np.isin(facts.status, [STATUSES.index(name) for name in selection.status])
        if selection.at is not None:
            least = Standing.UNKNOWN if selection.unknown == "include" else Standing.IN_FORCE
            keep &= facts.bounds.standing(selection.at) >= least
        wholes = (
            np.arange(len(self.organisations), dtype=np.int32)
            if selection.parts == "separate"
            else wholes_of(self.context, self.bodies, self.index, selection)
        )
        standing = np.array(
            [
                (not selection.kind or node.kind in selection.kind)
                and (not selection.sector or node.properties.get("sector") in selection.sector)
                for node in self.organisations
            ],
            dtype=bool,
        )
        # A fact about nobody who stands says nothing here and is not counted either. The node of
        # a group is in it through its members: a membership counts for the member's sake alone.
        here = np.append(standing[wholes], False)
        tie = facts.layer == LAYERS.index("tie")
        keep &= here[facts.organisation] | (tie & here[facts.other])
        return replace(
            self,
            facts=facts.take(keep),
            standing=standing,
            wholes=wholes,
            selection=selection,
            whole=self,
        )

    @cached_property
    def index(self) -> dict[str, int]:
        """Each organisation's position, by id."""
        return {node.id: position for position, node in enumerate(self.organisations)}

    @cached_property
    def answers(self) -> npt.NDArray[np.int8] | None:
        """Each fact's `Standing` at the selected date; None when no date is selected."""
        at = self.selection.at
        return None if at is None else self.facts.bounds.standing(at)

    @cached_property
    def two_mode(self) -> TwoMode:
        """Who is in which group, by the rules that the selection states.

        Every organisation that stands as a node is in it, isolates included; one that counts as a
        part is not, its facts are its whole's. An organisation with members is in its own group.
        """
        stands = self._stands
        _, ends, codes = self._places
        used, columns = np.unique(codes, return_inverse=True)
        keys = np.unique(ends.astype(np.int64) * max(len(used), 1) + columns)
        members = np.stack(np.divmod(keys, max(len(used), 1))).astype(np.int32)
        firsts = np.searchsorted(self.facts.code, used).tolist()
        layers = [LAYERS[self.facts.layer[row]] for row in firsts]
        own = np.where(np.array(layers) == "tie", self.facts.weight[firsts], 1.0)
        sizes = np.bincount(members[1], minlength=len(used))
        return TwoMode(
            organisations=tuple(
                node.id for node, here in zip(self.organisations, stands, strict=True) if here
            ),
            groups=tuple(
                Group(layer, group_id, self.group_name(layer, group_id))
                for layer, group_id in zip(
                    layers, (self.facts.group[row] for row in firsts), strict=True
                )
            ),
            members=members,
            weights=group_weights(self.selection.weight, sizes, own),
            scheme=self.selection.weight,
            own=own,
        )

    @cached_property
    def backbone(self) -> Backbone | None:
        """Which pairs share more groups than by chance; None when all that share one are tied."""
        selection = self.selection
        return backbone_of(self.two_mode, selection.fdr) if selection.backbone else None

    @cached_property
    def tied(self) -> TwoMode:
        """The two-mode form whose projection says who is tied to whom: the network's own or, with
        a backbone selected, the kept pairs.
        """
        form = self.two_mode
        return form if self.backbone is None else tied_by(form, self.backbone)

    @cached_property
    def supports(self) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """Which facts put whom into a group: rows of the facts, and for each the pair of the
        two-mode form that it states, as an index into its members.

        A membership and a tie state two pairs where both ends stand as nodes.
        """
        form = self.two_mode
        rows, ends, codes = self._places
        used, columns = np.unique(codes, return_inverse=True)
        keys = form.members[0].astype(np.int64) * len(used) + form.members[1]
        return rows, np.searchsorted(keys, ends.astype(np.int64) * len(used) + columns)

    @cached_property
    def _stands(self) -> npt.NDArray[np.bool_]:
        """Which organisations are nodes: those that stand and count as themselves."""
        stands: npt.NDArray[np.bool_] = self.standing & (
            self.wholes == np.arange(len(self.organisations))
        )
        return stands

    @cached_property
    def _places(
        self,
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int32], npt.NDArray[np.int64]]:
        """Each place in a group that a fact states: the fact's row, the position of the
        organisation among the nodes, and the group's code.
        """
        facts = self.facts
        far = np.flatnonzero(facts.other >= 0)
        rows = np.concatenate([np.arange(len(facts)), far])
        ends = self.wholes[np.concatenate([facts.organisation, facts.other[far]])]
        here = self._stands[ends]
        position = np.cumsum(self._stands, dtype=np.int32) - 1
        return rows[here], position[ends[here]], facts.code[rows[here]]

    def graph(self, *, two_mode: bool = False) -> Graph:
        """A networkx graph: organisations tied by shared groups, or the two-mode graph.

        Nodes are ids in sorted order with `name`, `kind` and `sector`; edges carry `weight`, a
        strength (the number of shared groups unless the selection weighs otherwise), and
        `distance`, its inverse. A backbone leaves fewer ties, and the two-mode graph as it is.
        """
        attributes: dict[str, dict[str, Any]] = {
            node.id: {
                "name": node.name,
                "kind": node.kind,
                "sector": node.properties.get("sector", ""),
            }
            for node in self.organisations
        }
        if two_mode:
            return self.two_mode.bipartite_graph(attributes)
        return self.tied.graph(attributes)

    def _folded(self) -> int:
        selection = self.selection
        if not (selection.kind or selection.sector):
            return 0
        itself = np.arange(len(self.organisations))
        return int(np.count_nonzero(self.standing & (self.wholes != itself)))

    def organisation(self, reference: str) -> Node:
        """The organisation with that id, or the only one with that name or alias.

        Raises UsageError that lists near or ambiguous names.
        """
        return find(self.organisations, reference)

    def node(self, reference: str) -> Node:
        """The organisation that stands as a node for a reference: it, or the whole it counts as.

        Raises UsageError as `organisation` does, and when the selection leaves it out.
        """
        asked = self.organisation(reference)
        whole = int(self.wholes[self.index[asked.id]])
        if not self.standing[whole]:
            raise UsageError(
                f"{reference}: the selection leaves {self.organisations[whole].name} out; "
                "see `kind` and `sector`"
            )
        return self.organisations[whole]

    def group_name(self, layer: str, group_id: str) -> str:
        """The name of the cluster, declaration or collaboration; of a tie, its kind or nothing."""
        if layer == "membership":
            return self.organisations[self.index[group_id]].name
        if layer == "tie":
            return ""
        return self.nodes[_GROUP_LABEL[layer], group_id].name

    def counts(self) -> dict[str, int]:
        """How many facts there are, are inferred, disputed, undated, without a source, and (with
        a date selected) of unknown standing at it. `folded` counts organisations of the selected
        kinds and sectors that are no nodes, since they count as their wholes.
        """
        statuses = Counter(self.facts.status.tolist())
        answers = self.answers
        return {
            "facts": len(self.facts),
            "inferred": statuses[STATUSES.index("inferred")],
            "disputed": statuses[STATUSES.index("disputed")],
            "undated": int(np.count_nonzero(~self.facts.bounds.dated())),
            "unsourced": int(np.count_nonzero(~self.facts.sourced)),
            "folded": self._folded(),
            "unknown": 0 if answers is None else int((answers == Standing.UNKNOWN).sum()),
        }


def _of_a_kind(node: Node) -> Node:
    """The node, of the kind Other when somebody has written an organisation without one."""
    if node.label == "Organisation" and node.kind is None:
        return replace(node, kind="Other")
    return node


def _check_ends(
    tying: Iterable[FactColumns], context: Iterable[Fact], nodes: Mapping[tuple[str, str], Node]
) -> None:
    """StoreError when a fact leads to a node that is not there any more."""
    ends: dict[str, set[str]] = defaultdict(set)
    for columns in tying:
        ((start, end),) = RELATIONS[columns.relation].ends
        ends[start].update(columns.start)
        ends[end].update(columns.end)
    for fact in context:
        for label, key in (fact.start, fact.end):
            ends[label].add(key)
    if any((label, key) not in nodes for label, keys in ends.items() for key in keys):
        raise StoreError("the store changed while it was read; try again")
