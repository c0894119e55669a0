"""`verify`: whether a store holds what was loaded into it, and what given data sets state.

Everything is read. The hash of each node and fact and the digest of each data set are made again
from the content and compared with those that the last load kept; labels, ends, ids and date bounds
are checked, and whether queries find all of it. Who writes to a store can write hashes too, so only
a comparison with the tables themselves shows that nobody has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from graphkit.model import (
    DATASET,
    DECISION,
    KIND,
    KINDS,
    LABELS,
    RELATIONS,
    Dataset,
    digests,
    is_own_kind,
)
from graphkit.model.digests import MADE, Leaves
from graphkit.model.stated_properties import StatedProperties, own_columns
from graphkit.model.tabular import Tabular
from graphkit.model.wording import counted
from graphkit.paused_gc import collector_at_rest
from graphkit.store import shared_nodes, statements, stored
from graphkit.store.base import Store
from graphkit.store.date_bounds import short, wrong_bounds
from graphkit.store.folding import Folded
from graphkit.store.plan import ORGANISATION
from graphkit.store.read_as_stated import StoreGraph
from graphkit.store.stored import StoredFact, StoredNode

What = Literal["added", "changed", "missing"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One way in which a store differs from what was loaded or is stated.

    Attributes
    ----------
    what : {"added", "changed", "missing"}
        Whether the store holds too much, something else, or too little.
    dataset : str
        The data sets that state it, or "" if none does.
    item : str
        The label or relationship type; "Dataset" for a data set as a whole.
    id : str
        The id of the node or fact, or the name of the data set.
    detail : str
        What differs.
    """

    what: What
    dataset: str
    item: str
    id: str
    detail: str


@dataclass(frozen=True, slots=True)
class Verification(Tabular):
    """What `verify` found.

    Attributes
    ----------
    digests : mapping of str to str
        The digest of each data set, made from what the store holds now.
    counts : mapping of str to (int, int)
        How many nodes and facts of each data set the store holds.
    differences : tuple of Difference
        Every difference; empty if the store holds what it should.
    unstated : tuple of (str, str, int)
        What no data set states and no load touches: "property", "label" or "relationship type", its
        name, and on how many nodes or facts, or how many, there are.
    """

    TABLE = "graphkit.export.verification:verification_table"

    digests: Mapping[str, str]
    counts: Mapping[str, tuple[int, int]]
    differences: tuple[Difference, ...]
    unstated: tuple[tuple[str, str, int], ...]


@collector_at_rest()
def verify(store: Store, *datasets: Dataset) -> Verification:
    """Verify that a store holds what was loaded into it.

    Parameters
    ----------
    store : Store
        The store. Nothing is written to it.
    *datasets : Dataset
        What the store is to hold of these data sets, no more and no less. Of all others it is to
        hold what their last load left.

    Returns
    -------
    Verification
        The digests, and every difference.

    Raises
    ------
    StoreError
        If this kind of store keeps nothing by which its content can be verified.

    Examples
    --------
    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> import graphkit
    >>> from graphkit.sources import read_sample
    >>> forged = "MATCH (o:Organisation {id: 'arleg'}) SET o.name = 'Forged'"
    >>> with TemporaryDirectory() as folder, graphkit.open_store(Path(folder) / "store") as store:
    ...     report = store.load(read_sample())
    ...     before = verify(store)
    ...     answer = store.query(forged, write=True)
    ...     after = verify(store)
    >>> before.differences
    ()
    >>> before.digests["sample"] == report.digest
    True
    >>> after.differences[0].what, after.differences[0].id
    ('changed', 'arleg')
    """
    return _Verifying(store, datasets).result()


class _Verifying:
    """A store that is verified, with what has been found so far."""

    def __init__(self, store: Store, datasets: Iterable[Dataset]) -> None:
        self._store = store
        self._given = {dataset.name: dataset for dataset in datasets}
        self._stated = {name: Leaves.of(dataset) for name, dataset in self._given.items()}
        self._kept = {kept.name: kept for kept in store.datasets()}
        columns: dict[str, tuple[str, ...]] = {
            name: kept.columns for name, kept in self._kept.items()
        }
        for name, dataset in self._given.items():
            columns[name] = (*columns.get(name, ()), *own_columns(dataset))
        self._folded = Folded(StoreGraph(store.at_once((*LABELS, *RELATIONS))))
        self._names = StatedProperties(columns)
        self._held = {name: Leaves({}, {}) for name in (*self._kept, *self._given)}
        self._differences: list[Difference] = []
        self._unstated: Counter[tuple[str, str]] = Counter()
        self._unknown: Counter[str] = Counter()
        self._kinds = set(KINDS)

    def result(self) -> Verification:
        """Read and compare everything."""
        properties = {
            (item.label, item.id): item.properties
            for dataset in self._given.values()
            for item in dataset.nodes
        }
        for label in LABELS:
            self._nodes(label, properties)
        made = {
            key: leaf
            for held in self._held.values()
            for key, leaf in held.nodes.items()
            if key[0] in MADE
        }
        of_facts = {
            (item.relation, item.id): item.properties
            for dataset in self._given.values()
            for item in dataset.facts
        }
        for relation in RELATIONS:
            self._facts(relation, made, of_facts)
        for item, datasets, key, detail in self._folded.differences().told():
            found = Difference("changed", ", ".join(datasets), item, key, detail)
            self._differences.append(found)
        self._datasets()
        self._missing()
        self._labels_and_types()
        return Verification(
            {name: held.digest() for name, held in self._held.items() if name in self._kept},
            {
                name: (len(held.nodes), len(held.facts))
                for name, held in self._held.items()
                if name in self._kept
            },
            tuple(sorted(self._differences, key=_order)),
            tuple((what, name, count) for (what, name), count in sorted(self._unstated.items())),
        )

    def _nodes(self, label: str, stated: Mapping[tuple[str, str], Mapping[str, object]]) -> None:
        lying = list(self._folded.lying_nodes(label))
        nodes = list(self._folded.nodes(label)) if label == ORGANISATION else lying
        ids = Counter(node.id for node in nodes if type(node.id) is str)
        if label == KIND:
            self._kinds.update(filter(is_own_kind, ids))
        lost = self._store.mislaid(label, lying)
        for node in nodes:
            names = self._names.of(label, node.datasets)
            claims = node.claims(names)
            kind = shared_nodes.standing(claims)[0] if claims else next(iter(node.kinds), None)
            leaves = {
                name: digests.node_leaf(label, str(node.id), *said) for name, said in claims.items()
            }
            found = [*self._of_every(node, names, leaves, ids, lost)]
            if others := stored.other_labels(node, kind):
                found.append(f"it has the label {others[0]} too")
            if label == ORGANISATION and not node.kinds:
                found.append("it has no kind")
            if set(claims) != set(node.datasets):
                found.append("what its data sets state of it is garbled")
            elif len(claims) > 1:
                own = stored.without_kept(node.stated(names))
                found += _compared(own, shared_nodes.standing(claims)[1], "its data sets state")
            for name, leaf in leaves.items():
                if name in self._held:
                    self._held[name].nodes[label, str(node.id)] = leaf
                if name in self._given and leaf != self._stated[name].nodes.get(
                    (label, str(node.id))
                ):
                    found += self._against_tables(
                        claims[name][1], stated.get((label, str(node.id))), name
                    )
            self._note(label, node, found)

    def _facts(
        self,
        relation: str,
        made: Mapping[tuple[str, str], bytes],
        stated: Mapping[tuple[str, str], Mapping[str, object]],
    ) -> None:
        lying = list(self._folded.lying_facts(relation))
        facts = list(map(self._folded.fact, lying))
        ids = Counter(fact.id for fact in facts if type(fact.id) is str)
        lost = self._store.mislaid(relation, lying)
        for fact in facts:
            names = self._names.of(relation, fact.datasets)
            said = stored.without_kept(fact.stated(names))
            found = []
            leaves = {}
            if fact.start is None or fact.end is None:
                found.append(f"an end is missing, or is a node that no {relation} can have there")
            else:
                leaf = digests.fact_leaf(relation, fact.start, fact.end, said, made)
                leaves = dict.fromkeys(fact.datasets, leaf)
                found += self._of_every(fact, names, leaves, ids, lost)
            if len(fact.datasets) > 1:
                found.append("a fact is of one data set alone")
            for name, leaf in leaves.items():
                if name in self._held:
                    self._held[name].facts[relation, str(fact.id)] = leaf
                known = self._stated[name].facts if name in self._given else {}
                if name in self._given and leaf != known.get((relation, str(fact.id))):
                    found += self._against_tables(said, stated.get((relation, str(fact.id))), name)
            self._note(relation, fact, found)

    def _of_every(
        self,
        item: StoredNode | StoredFact,
        names: frozenset[str],
        leaves: Mapping[str, bytes],
        ids: Mapping[str, int],
        lost: Mapping[str, str],
    ) -> Iterator[str]:
        """What is wrong with a node or fact by itself; and count what nobody states of it."""
        what = item.label if isinstance(item, StoredNode) else item.relation
        for name in item.properties.keys() - names:
            self._unstated["property", f"{what}.{name}"] += 1
        if type(item.id) is not str:
            yield "its id is not a text"
        elif ids[item.id] > 1:
            yield "another has the same id"
        elif item.id in lost:
            yield lost[item.id]
        if not item.datasets:
            return
        if item.properties.get("hash") != digests.record_hash(str(item.id), leaves):
            yield "it is not as it was loaded"
        yield from wrong_bounds(item.stated(names))

    def _against_tables(
        self, held: Mapping[str, object], stated: Mapping[str, object] | None, name: str
    ) -> Iterator[str]:
        if stated is None:
            yield f"the tables of {name} do not state it"
        else:
            compared = list(_compared(held, stated, "the tables state"))
            yield from compared or ["its kind or its ends differ from the tables"]

    def _note(self, what: str, item: StoredNode | StoredFact, found: list[str]) -> None:
        how: What = "changed"
        if not item.datasets:
            how, found = "added", ["no data set states it", *found]
        elif any(name in self._given for name in item.datasets) and any(
            each.endswith("do not state it") for each in found
        ):
            how = "added"
        self._unknown.update(set(item.datasets) - self._kept.keys())
        if found:
            key = str(item.id) if item.id is not None else ""
            said = "; ".join(dict.fromkeys(found))
            self._differences.append(Difference(how, ", ".join(item.datasets), what, key, said))

    def _datasets(self) -> None:
        """Compare each data set as a whole with what the store keeps about it."""
        for name, kept in self._kept.items():
            held = self._held[name]
            now = len(held.nodes), len(held.facts)
            if kept.updating:
                what = "a load" if name else "a decision"
                detail = f"{what} begun {kept.updating} has not finished; load it again"
                self._differences.append(Difference("changed", name, "Dataset", name, detail))
            if held.digest() != kept.digest or now != (kept.nodes, kept.facts):
                left = f"{counted(kept.nodes, 'node')} and {counted(kept.facts, 'fact')}"
                detail = f"its last load left {left} with the digest {kept.digest or '(none)'}; "
                detail += f"the store holds {now[0]} and {now[1]}"
                self._differences.append(Difference("changed", name, "Dataset", name, detail))
        for name, count in self._unknown.items():
            detail = f"the store keeps nothing about it; nodes and facts that name it: {count}"
            self._differences.append(Difference("missing", name, "Dataset", name, detail))
        for name in self._given.keys() - self._kept.keys() - self._unknown.keys():
            known = ", ".join(sorted(self._kept)) or "none"
            detail = f"the store has no such data set; it has: {known}"
            self._differences.append(Difference("missing", name, "Dataset", name, detail))

    def _missing(self) -> None:
        """What the given data sets state and the store does not hold."""
        for name in self._given.keys() & self._kept.keys():
            held, stated = self._held[name], self._stated[name]
            for item, key in (
                *sorted(stated.nodes.keys() - held.nodes.keys()),
                *sorted(stated.facts.keys() - held.facts.keys()),
            ):
                detail = f"the tables of {name} state it"
                self._differences.append(Difference("missing", name, item, key, detail))

    def _labels_and_types(self) -> None:
        """Count what lies outside the vocabulary."""
        for labels, count in self._store.query(statements.LABELS_THERE).rows:
            assert isinstance(labels, list)
            assert isinstance(count, int)
            known = {*LABELS, *self._kinds, DATASET, DECISION}
            for label in labels:
                if label not in known:
                    self._unstated["label", label] += count
                elif label in self._kinds and "Organisation" not in labels:
                    detail = f"nodes with it that lack the label Organisation: {count}"
                    self._differences.append(Difference("added", "", label, "", detail))
        for relation, count in self._store.query(statements.TYPES_THERE).rows:
            assert isinstance(count, int)
            if relation not in RELATIONS:
                self._unstated["relationship type", str(relation)] += count


def _compared(held: Mapping[str, object], stated: Mapping[str, object], who: str) -> Iterator[str]:
    """How the properties of a node or fact differ from what is stated."""
    for name in sorted(held.keys() | stated.keys()):
        if digests.encoded(held.get(name)) != digests.encoded(stated.get(name)):
            yield f"{name} is {short(held.get(name))}, {who} {short(stated.get(name))}"


def _order(each: Difference) -> tuple[bool, str, str, str, str]:
    """Data sets last, as they only sum up."""
    return each.item == "Dataset", each.dataset, each.item, each.id, each.what
