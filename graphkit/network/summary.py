"""Counts of a network: facts by layer, organisations by kind, and what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from graphkit.model import LAYER_OF, LAYERS, STATUSES, Properties
from graphkit.model.own_columns import OwnColumn, is_own_name, own_of, together
from graphkit.model.tabular import Tabular
from graphkit.network.network import Network

_TEXTS = ("startDate", "endDate", "observedDate")


@dataclass(frozen=True, slots=True)
class Summary(Tabular):
    """The counts of a selected network.

    Attributes
    ----------
    organisations : int
        The number of organisations that stand as nodes.
    tied : int
        The number of these that have a tie.
    kinds : mapping of str to int
        These organisations by kind.
    groups : mapping of str to int
        Groups by layer.
    layers : mapping of str to int
        Facts by layer.
    statuses : mapping of str to int
        Facts by status.
    nodes : mapping of str to int
        Other nodes by label.
    first, last : str
        The earliest and the latest date stated; or "".
    counts : mapping of str to int
        What `Network.counts` returns.
    sources : tuple of (str, str, int)
        The id and title of each source, and how many facts cite it, those about places and figures
        included.
    own : mapping of OwnColumn to int
        The columns of one's own that the data sets have, and on how many nodes or facts something
        is stated in each, whatever is selected.
    datasets : mapping of str to int
        How many nodes and facts each data set states, whatever is selected.
    digests : mapping of str to str
        The digest of each data set as `Network.datasets` gives it.
    """

    TABLE = "graphkit.export.summary:summary_table"

    organisations: int
    tied: int
    kinds: Mapping[str, int]
    groups: Mapping[str, int]
    layers: Mapping[str, int]
    statuses: Mapping[str, int]
    nodes: Mapping[str, int]
    first: str
    last: str
    counts: Mapping[str, int]
    sources: tuple[tuple[str, str, int], ...]
    own: Mapping[OwnColumn, int]
    datasets: Mapping[str, int]
    digests: Mapping[str, str]


def summarise(network: Network) -> Summary:
    """Count what a network holds, after its selection.

    Parameters
    ----------
    network : Network
        The network as selected, read with its evidence.

    Returns
    -------
    Summary
        The counts.

    Raises
    ------
    UsageError
        If the network was read without evidence.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> summary = summarise(Network.of(read_sample()))
    >>> summary.organisations, summary.kinds["Cluster"]
    (48, 18)
    >>> summary.first, summary.last
    ('2011', '2014-11-12')
    """
    facts = network.facts
    form = network.two_mode
    standing = [network.organisations[network.index[name]] for name in form.organisations]
    cited: Counter[str] = Counter()
    for stated in (*facts.stated, *(fact.properties for fact in network.context)):
        ids = stated.get("sourceIds", [])
        cited.update(dict.fromkeys(ids if isinstance(ids, list) else [], 1))
    dates = sorted(_dates(facts.stated))
    return Summary(
        organisations=len(form.organisations),
        tied=network.tied_organisations,
        kinds=_sorted(Counter(str(node.kind_shown) for node in standing)),
        groups=_in_order(Counter(group.layer for group in form.groups), LAYERS),
        layers=_in_order(Counter(LAYERS[layer] for layer in facts.layer), LAYERS),
        statuses=_in_order(Counter(STATUSES[status] for status in facts.status), STATUSES),
        nodes=_sorted(Counter(label for label, _ in network.nodes)),
        first=dates[0] if dates else "",
        last=dates[-1] if dates else "",
        counts=network.counts(),
        sources=tuple(
            (node.id, node.name, cited[node.id])
            for key, node in sorted(network.nodes.items())
            if key[0] == "Source"
        ),
        own=_own(network.whole or network),
        datasets=_sorted(
            Counter(
                str(name)
                for stated in _everything(network.whole or network)
                for name in _listed(stated, "datasets")
            )
        ),
        digests={each.name: each.digest for each in network.datasets},
    )


def _own(whole: Network) -> dict[OwnColumn, int]:
    every = (OwnColumn.parse(text) for each in whole.datasets for text in each.columns)
    columns = [each for each in together(every) if is_own_name(each.name)]
    if not columns:
        return {}
    stated: Counter[tuple[str, str]] = Counter()
    relation_of = {layer: relation for relation, layer in LAYER_OF.items()}
    named: Iterable[tuple[str, Properties]] = chain(
        (("Organisation", node.properties) for node in whole.organisations),
        ((label, node.properties) for (label, _), node in whole.nodes.items()),
        (
            (relation_of[LAYERS[layer]], said)
            for layer, said in zip(whole.facts.layer.tolist(), whole.facts.stated, strict=True)
        ),
        ((fact.relation, fact.properties) for fact in whole.context),
    )
    for of, properties in named:
        stated.update((of, name) for name in own_of(properties))
    return {each: stated[each.of, each.name] for each in columns}


def _everything(network: Network) -> Iterable[Properties]:
    yield from (node.properties for node in network.organisations)
    yield from (node.properties for node in network.nodes.values())
    yield from network.facts.stated
    yield from (fact.properties for fact in network.context)


def _dates(facts: Iterable[Properties]) -> Iterable[str]:
    for stated in facts:
        for name in _TEXTS:
            if (text := str(stated.get(name, ""))) not in ("", ".."):
                yield text


def _listed(stated: Properties, name: str) -> list[str]:
    values = stated.get(name, [])
    return values if isinstance(values, list) else []


def _sorted(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _in_order(counts: Counter[str], order: Iterable[str]) -> dict[str, int]:
    return {name: counts[name] for name in order}
