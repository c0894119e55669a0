"""Keeping what people decide about ids of organisations, and folding a store as it then says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from graphkit.names import Decision, revised
from graphkit.store import statements
from graphkit.store.folding import Folded
from graphkit.store.kept_decisions import decision_id, decision_row, decisions_of
from graphkit.store.plan import Graph, batches
from graphkit.store.reports import Decided


class Deciding:
    """Decisions that are added to a graph and withdrawn from it.

    Raises what `revised` does, and StoreError when something would be lost that no data set states;
    then nothing has been written.
    """

    def __init__(
        self, graph: Graph, add: Iterable[Decision], withdraw: Iterable[tuple[str, str]]
    ) -> None:
        self._before = {each.pair: each for each in decisions_of(graph)}
        pairs = [(min(pair), max(pair)) for pair in withdraw]
        add = tuple(add)
        self._folded = Folded(graph, revised(self._before.values(), add, pairs))
        names = self._folded.names
        after = {each.pair: _named(each, names) for each in self._folded.decisions}
        self._forget = [pair for pair in self._before if pair not in after]
        self._keep = [each for pair, each in after.items() if self._before.get(pair) != each]
        given = {key for each in add for key in (each.left, each.right)}
        added = [each for each in self._keep if each.pair not in self._before]
        self._report = Decided(
            added=len(added),
            changed=len(self._keep) - len(added),
            unchanged=len({each.pair for each in add} - {each.pair for each in self._keep}),
            withdrawn=len(self._forget),
            joined=len(self._folded.identities.classes),
            conflicts=self._folded.identities.conflicts,
            unknown=tuple(sorted(given - names.keys())),
        )
        self._folded.read_facts()
        self._folded.check(graph, self._folded.differences())

    def changes(self) -> bool:
        """Whether carrying it out changes the store."""
        return bool(self._keep or self._forget or self._folded.differences())

    def carry_out(self, graph: Graph) -> None:
        """Keep the decisions, and fold the organisations as they say."""
        for some in batches(self._keep):
            graph.write(statements.KEEP_DECISIONS, rows=[decision_row(each) for each in some])
        for pairs in batches(self._forget):
            graph.write(statements.FORGET_DECISIONS, ids=[decision_id(pair) for pair in pairs])
        self._folded.bring(graph)

    def report(self) -> Decided:
        """What carrying it out does, or has done."""
        return self._report


def _named(decision: Decision, names: dict[str, str]) -> Decision:
    """The decision with the names of the two, where it has none."""
    return replace(
        decision,
        left_name=decision.left_name or names.get(decision.left, ""),
        right_name=decision.right_name or names.get(decision.right, ""),
    )
