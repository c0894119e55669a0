"""What documents declare against what organisations answer, pair by pair and cluster by cluster.

A pair is compared where a survey asked or named both organisations and at least one of them
answered: of two that did not, nobody knows. The
correlation of both networks is taken over the organisations that answered, with the quadratic
assignment procedure of `graphkit.metrics.shared_layers`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graphkit.metrics.shared_layers import (
    DRAWS,
    LayerPair,
    compared_layers,
    pairs_by_layer,
)
from graphkit.model import ASKED_FOR, LAYERS, Node, UsageError
from graphkit.model.tabular import Tabular
from graphkit.network import Network, Selection
from graphkit.network.answers import answers_of
from graphkit.network.rating_conditions import RatingCondition

Pair = tuple[int, int]

BOTH, DECLARED, LIVED = "both", "declared only", "lived only"


@dataclass(frozen=True, slots=True)
class ComparedPair:
    """What documents and answers say of two organisations.

    Attributes
    ----------
    one, other : Node
        The organisations, in order of id.
    what : {"both", "declared only", "lived only"}
        What ties them.
    layers : tuple of str
        The layers in which documents tie them.
    says, other_says : float or None
        The answer of each about the other to the first question; None without one.
    """

    one: Node
    other: Node
    what: str
    layers: tuple[str, ...]
    says: float | None
    other_says: float | None


@dataclass(frozen=True, slots=True)
class ComparedCluster:
    """How much of a cluster is lived.

    Attributes
    ----------
    group : Node
        The cluster.
    members : int
        How many organisations are in it.
    pairs, lived, unknown : int
        The pairs of its members of which at least one answered, those of them that answers tie, and
        the pairs of which neither answered.
    """

    group: Node
    members: int
    pairs: int
    lived: int
    unknown: int


@dataclass(frozen=True)
class DocumentsAndAnswers(Tabular):
    """Documents against answers.

    Attributes
    ----------
    selection : Selection
        What was selected, with the layer rating.
    layers : tuple of str
        The layers of the documents.
    answered : int
        How many organisations answered.
    pairs : tuple of ComparedPair
        Every pair that documents or answers tie and of which at least one answered: those that are
        only declared first, then those only lived.
    unknown : int
        How many pairs documents tie of which neither answered.
    clusters : tuple of ComparedCluster
        The clusters, those with the smallest share of lived pairs first.
    correlation : LayerPair or None
        How the two go together among the organisations that answered; None where one of the two
        ties nobody there.
    draws, seed : int
        The number of permutations, and the seed.
    """

    TABLE = "graphkit.export.lived:lived_table"

    selection: Selection
    layers: tuple[str, ...]
    answered: int
    pairs: tuple[ComparedPair, ...]
    unknown: int
    clusters: tuple[ComparedCluster, ...]
    correlation: LayerPair | None
    draws: int
    seed: int

    def count(self, what: str) -> int:
        """Count the pairs that are tied in a way.

        Parameters
        ----------
        what : {"both", "declared only", "lived only"}
            The way.

        Returns
        -------
        int
            How many pairs there are.
        """
        return sum(each.what == what for each in self.pairs)


def documents_and_answers(
    network: Network, *, draws: int = DRAWS, seed: int = 0
) -> DocumentsAndAnswers:
    """Compare what documents declare with what organisations answer.

    Parameters
    ----------
    network : Network
        The network as selected, with the layer rating. Its other layers are the documents; without
        another, all four of them are.
    draws : int, default 1000
        The number of permutations of the test; 0 for none.
    seed : int, default 0
        The seed of the permutations.

    Returns
    -------
    DocumentsAndAnswers
        Pairs, clusters and the correlation.

    Raises
    ------
    UsageError
        If the layer rating is not selected, or the words of a selection leave out organisations by
        their ties.
    """
    selection = network.selection
    if "rating" not in selection.layer:
        raise UsageError("documents are compared with answers; select `layer` rating and `rating`")
    if selection.backbone or selection.component != "all" or selection.isolates != "include":
        raise UsageError(
            "documents and answers must have the same organisations; leave out `backbone`, "
            "`component` and `isolates`"
        )
    documents = [each for each in selection.layer if each not in ASKED_FOR]
    documents = documents or [each for each in LAYERS if each not in ASKED_FOR]
    declared = network.select(layer=documents, rating=None, mutual=None)
    lived = network.select(layer="rating")
    question = RatingCondition.parse(_first_condition(network)).question
    (answers,) = answers_of(lived, question)
    form = declared.two_mode
    place = {network.index[name]: at for at, name in enumerate(form.organisations)}
    heard = {place[at] for at in answers.answered if at in place}
    said = {(place[one], place[other]): each for (one, other), each in answers.values.items()}
    layers: dict[Pair, list[str]] = {}
    for layer, pair in _tied(declared):
        layers.setdefault(pair, []).append(layer)
    tied = {pair for _, pair in _tied(lived)}
    named = {at for pair in answers.values for at in pair}
    surveyed = {place[at] for at in answers.asked | named if at in place}
    layers = {pair: each for pair, each in layers.items() if surveyed.issuperset(pair)}
    nodes = [network.organisations[network.index[name]] for name in form.organisations]
    found = []
    for pair in sorted({*layers, *tied}):
        if heard.isdisjoint(pair):
            continue
        one, other = pair
        what = LIVED if pair not in layers else BOTH if pair in tied else DECLARED
        found.append(
            ComparedPair(
                nodes[one],
                nodes[other],
                what,
                tuple(layers.get(pair, ())),
                said.get((one, other)),
                said.get((other, one)),
            )
        )
    order = (DECLARED, LIVED, BOTH)
    return DocumentsAndAnswers(
        selection,
        tuple(documents),
        len(heard),
        tuple(sorted(found, key=lambda each: order.index(each.what))),
        sum(heard.isdisjoint(pair) for pair in layers),
        _clusters(network, heard, tied),
        _correlation(heard, layers, tied, draws, seed),
        draws,
        seed,
    )


def _first_condition(network: Network) -> str:
    if network.selection.rating:
        return network.selection.rating[0]
    return answers_of(network)[0].question.id  # the only one, or the selection had named it


def _tied(network: Network) -> Iterator[tuple[str, Pair]]:
    """Each layer with each pair that it ties, as positions in the two-mode form."""
    for layer, pairs in pairs_by_layer(network, np.arange(len(network.stands.nonzero()[0]))):
        for one, other in pairs.T.tolist():
            yield layer, (one, other)


def _correlation(
    heard: set[int], declared: Iterable[Pair], lived: Iterable[Pair], draws: int, seed: int
) -> LayerPair | None:
    pairs = {"documents": _among(heard, declared), "answers": _among(heard, lived)}
    if not all(each.shape[1] for each in pairs.values()):
        return None
    return compared_layers("documents", "answers", pairs, len(heard), draws, (seed, 0))


def _among(heard: set[int], pairs: Iterable[Pair]) -> npt.NDArray[np.int64]:
    """The pairs whose both ends answered, as positions among those that did."""
    at = {each: number for number, each in enumerate(sorted(heard))}
    kept = sorted((at[one], at[other]) for one, other in pairs if {one, other} <= heard)
    return np.array(kept, dtype=np.int64).reshape(-1, 2).T


def _clusters(network: Network, heard: set[int], tied: set[Pair]) -> tuple[ComparedCluster, ...]:
    """The clusters of the network, each with the pairs of its members."""
    chosen = network.select(layer="membership", rating=None, mutual=None, group_nodes="exclude")
    form = chosen.two_mode
    inside: dict[int, list[int]] = {}
    for row, column in form.members.T.tolist():
        inside.setdefault(column, []).append(row)
    found = []
    for column, rows in sorted(inside.items()):
        node = chosen.group_node("membership", form.groups[column].id)
        if node is None or len(rows) < 2:
            continue
        pairs = [(one, other) for at, one in enumerate(rows) for other in rows[at + 1 :]]
        known = [pair for pair in pairs if not heard.isdisjoint(pair)]
        lived = sum(pair in tied for pair in known)
        found.append(ComparedCluster(node, len(rows), len(known), lived, len(pairs) - len(known)))
    return tuple(
        sorted(
            found,
            key=lambda each: (
                each.lived / each.pairs if each.pairs else 2.0,
                each.group.name.casefold(),
                each.group.id,
            ),
        )
    )
