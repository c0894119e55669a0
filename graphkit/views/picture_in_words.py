"""The alternative text of a picture: what it shows, in sentences, for those who do not see it.

Every number and name in it comes from the picture. It goes into the files of figures, into pages
and their frames, and can be pasted into a document.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import chain, groupby
from typing import Protocol

from graphkit.metrics import METRICS
from graphkit.model import OPEN, PAIRED
from graphkit.network import Statement
from graphkit.views.small_multiples import Panel, SmallMultiples
from graphkit.views.translation import Words, capital, excerpt_words, selection_words, words_with
from graphkit.views.view import View, ViewNode

_NAMED = 3
"""How many organisations are named, of those that come first and of those that follow."""

_MOST_TIES = 10_000_000
"""Above this many tied pairs, counted once per group, the text gives no number of ties."""


class Described(Protocol):
    """A picture that comes with its description, such as a chart."""

    @property
    def description(self) -> str:
        """What it shows."""


def alternative_text(picture: View | SmallMultiples | Described) -> str:
    """Say in a few sentences what a picture shows.

    Parameters
    ----------
    picture : View, SmallMultiples or Chart
        The picture, in whose language the text is.

    Returns
    -------
    str
        How many organisations, ties and shared groups there are, who is the most connected, what
        was selected, and from which years the facts are. A tie is a pair that shares a group.

    Examples
    --------
    >>> import graphkit
    >>> from graphkit.sources import read_sample
    >>> from graphkit.views import alternative_text
    >>> view = graphkit.build_view(graphkit.Network.of(read_sample()).select(layer="membership"))
    >>> print(alternative_text(view).partition(". ")[0])
    Partnership network: 48 organisations, 7 of them with ties; 11 ties and 2 shared groups
    """
    if isinstance(picture, View | SmallMultiples):
        return " ".join(sentences(picture))
    return picture.description


def sentences(picture: View | SmallMultiples) -> list[str]:
    """The sentences of `alternative_text`, each on one line."""
    if isinstance(picture, SmallMultiples):
        texts = words_with(picture.frame.language, picture.frame.kinds)
        said = chain([f"{picture.title}."], *(_of_panel(each, texts) for each in picture.panels))
    else:
        texts = words_with(picture.language, picture.kinds)
        said = chain([_counts(picture, texts)], _first(picture, texts), _rests_on(picture, texts))
    return [" ".join(each.split()) for each in said]


def _counts(view: View, texts: Words) -> str:
    """How many organisations, ties and groups there are."""
    count = len(view.organisations)
    if not count:
        return texts["alternative", "empty"].format(title=view.title)
    if view.provenance.communities is not None:
        drawn, found = view.provenance.communities
        shown = view.provenance.shown
        return texts["alternative", "overview"].format(
            title=view.title, of=count, drawn=drawn, found=found, shown=shown
        )
    tied = _tied(view)
    if not tied:
        few = count <= _NAMED
        names = _listed([node.label for node in view.nodes], texts) if few else ""
        form = "untiedNamed" if few else "untied"
        return texts["alternative", form].format(title=view.title, organisations=count, names=names)
    groups = sum(len(each.members) > 1 and each.group.layer not in PAIRED for each in view.groups)
    ties = _ties(view)
    form = "networkOfGroups" if ties is None else "network" if groups else "networkOfTies"
    return texts["alternative", form].format(
        title=view.title, organisations=count, tied=len(tied), ties=ties, groups=groups
    )


def _tied(view: View) -> set[str]:
    """The ids of organisations that share a group with another one in the picture."""
    return {
        member.id
        for scene in view.scenes
        for group in scene.groups
        if len(group.members) > 1
        for member in group.members
    }


def _ties(view: View) -> int | None:
    """The number of tied pairs; None where they are too many to count."""
    import numpy as np
    from scipy.sparse import csr_array

    place = {node.id: at for at, node in enumerate(view.nodes)}
    groups = [[place[member.id] for member in group.members] for group in view.groups]
    if sum(len(each) * (len(each) - 1) // 2 for each in groups) > _MOST_TIES:
        return None
    columns = np.fromiter(chain.from_iterable(groups), dtype=np.int64)
    ends = np.cumsum([0, *map(len, groups)])
    ones = np.ones(len(columns), dtype=np.int64)
    inside = csr_array((ones, columns, ends), shape=(len(groups), len(place)))
    shared = (inside.T @ inside).tocsr()
    return int(shared.nnz - np.count_nonzero(shared.diagonal())) // 2


def _first(view: View, texts: Words) -> Iterator[str]:
    """Who comes first by the metric, and who follows."""
    tied = _tied(view)
    ranked = [
        node
        for node in view.organisations
        if node.id in tied and node.ranks.get(view.by) is not None
    ]
    metric = METRICS.get(view.by)
    if not ranked or metric is None:
        return
    label = metric.label[view.language]
    leaders = [node for node in ranked if node.rank == ranked[0].rank]
    if len(leaders) == len(ranked):
        yield texts["alternative", "same"].format(metric=label)
        return
    form = ("first" if metric.best == "highest" else "lowest") + "Shared" * (len(leaders) > 1)
    said = texts["alternative", form].format(first=_names(leaders, texts), metric=label)
    following = ranked[len(leaders) :]
    if metric.best == "highest":
        # Those with a value of 0 connect no others.
        following = [node for node in following if node.values[view.by]]
    follow = _following(following, texts)
    yield said + (texts["alternative", "following"].format(names=follow) if follow else ".")


def _following(ranked: Sequence[ViewNode], texts: Words) -> str:
    """The names of those that come next; of those that share a rank either all or none."""
    ranks = [[*nodes] for _, nodes in groupby(ranked, lambda node: node.rank)]
    if not ranks:
        return ""
    following = ranks[0]
    for nodes in ranks[1:]:
        if len(following) + len(nodes) > _NAMED:
            break
        following = following + nodes
    return _names(following, texts)


def _names(nodes: Sequence[ViewNode], texts: Words) -> str:
    """The names of the first of some organisations, and how many more there are."""
    names = [node.label for node in nodes]
    if len(names) <= _NAMED:
        return _listed(names, texts)
    said = ", ".join(names[:_NAMED])
    return texts["alternative", "more"].format(names=said, more=len(names) - _NAMED)


def _listed(names: Sequence[str], texts: Words) -> str:
    """Names as a sentence lists them."""
    if len(names) < 2:
        return "".join(names)
    return texts["alternative", "and"].format(names=", ".join(names[:-1]), last=names[-1])


def _rests_on(view: View, texts: Words) -> Iterator[str]:
    """What was selected, and when the facts held."""
    provenance = view.provenance
    if provenance.excerpt is not None:
        yield f"{excerpt_words(provenance.excerpt, provenance.of, texts)}."
    if view.ground is not None:
        placed = texts["map", "placed"].format(count=view.ground.placed)
        yield f"{capital(placed)}."
    chosen = selection_words(provenance.selection, texts)
    yield f"{texts['provenance', 'selection'].format(words=chosen)}."
    facts = {
        statement.id: statement
        for scene in view.scenes
        for group in scene.groups
        for member in group.members
        for statement in member.statements
    }
    if provenance.selection.at is None and facts:
        yield _years(facts.values(), texts)


def _years(facts: Collection[Statement], texts: Words) -> str:
    """The first and last year of facts, and how many have no date."""
    dated = [years for each in facts if (years := _years_of(each))]
    undated = len(facts) - len(dated)
    if not dated:
        return texts["alternative", "noDates"]
    first, last = min(map(min, dated)), max(map(max, dated))
    form = "years" if first < last else "year"
    said = texts["alternative", form].format(first=first, last=last)
    if undated:
        said += f", {texts['provenance', 'undated'].format(count=undated)}"
    return f"{said}."


def _years_of(fact: Statement) -> list[int]:
    dates = (fact.start, fact.end, fact.observed, *fact.within.split("/"))
    return [int(text[:4]) for text in dates if text not in ("", OPEN)]


def _of_panel(panel: Panel, texts: Words) -> Iterator[str]:
    """A panel of a comparison: what it holds, what came and went, and who comes first."""
    organisations, ties = panel.organisations, panel.ties
    yield texts["alternative", "panel"].format(
        heading=panel.heading,
        organisations=organisations.kept + organisations.gained,
        ties=ties.kept + ties.gained,
    )
    if organisations.gained or organisations.lost:
        yield texts["alternative", "change"].format(
            new=organisations.gained, gone=organisations.lost
        )
    yield from _first(panel.view, texts)
