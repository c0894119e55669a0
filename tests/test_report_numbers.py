"""Every number of reports, computed again from the library by another way.

The reports are those of the sample and of the network with known answers, as a whole and about one
organisation. `test_report_numbers_made.py` has the sentences that these do not need.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from graphkit import metrics
from graphkit.network import Network, explain, members_by_group
from graphkit.network.written_selection import written_words
from graphkit.report import build_report, report_markdown
from graphkit.sources import read_sample
from tests.test_report_known import known_network

DRAWS = 20


NETWORKS = {
    "sample": (lambda: Network.of(read_sample()), ("at=2011", "at=2014-11")),
    "known": (known_network, ("layer=declaration", "layer=tie")),
}


@pytest.mark.parametrize(
    ("name", "focus"), [("sample", ""), ("sample", "kom"), ("known", ""), ("known", "north")]
)
def test_every_number_is_that_of_the_library(name: str, focus: str) -> None:
    make, sides = NETWORKS[name]
    network = make()
    report = build_report(network, draws=DRAWS, compare=sides, focus=focus)
    known = _known(network, sides, focus, report_markdown(report))
    unexplained = []
    for each in report.values():
        if isinstance(each.value, str):
            continue
        computed = [
            (pattern, match, compute)
            for pattern, compute in known.items()
            if (match := re.fullmatch(pattern, each.key))
        ]
        if not computed:
            unexplained.append(each.key)
            continue
        ((_, match, compute),) = computed
        expected = compute(*match.groups())
        assert math.isclose(each.value, expected, rel_tol=1e-9), (each, expected)
    assert unexplained == []


def _known(
    network: Network, compared: tuple[str, str], focus: str, text: str
) -> dict[str, Callable[..., Any]]:
    """For each place of a number, how it is computed; the groups of the pattern are ids."""
    node = {each.id: each for each in network.organisations}
    counts = network.counts()
    ranking = metrics.rank(network)
    place = {each.id: at for at, each in enumerate(ranking.organisations)}
    degree = dict(network.graph().degree())  # networkx's own
    bands = metrics.rank_bands(network, ranking, draws=DRAWS, top=1)
    sources = metrics.source_bands(network, ranking)
    reliance = metrics.reliance(network)
    brokers = metrics.brokers(network)
    at = {each.id: place for place, each in enumerate(brokers.organisations)}
    partition = metrics.find_communities(network)
    communities = {each.members[0].organisation.id: each for each in partition.communities}
    bridges = {m.organisation.id: m for each in partition.communities for m in each.bridges}
    declared = metrics.declared_and_realised(network)
    sides = [network.select(**written_words(each)) for each in compared]
    change = metrics.compare(*sides, draws=0)
    moved = {each.organisation.id: each for each in change.changes}
    introductions = metrics.introductions(network, node[focus] if focus else None)
    pairs = {(a.id, b.id): x for x in introductions for a, b in [(x.one, x.other)]}
    first = [value for value in ranking.values["betweenness"] if value]
    # The organisation that the report is about, by its place in the ranking.
    top = place[focus] if focus else 0

    @cache
    def unnamed() -> metrics.UnnamedMembers:
        return metrics.rank_unnamed(network, ranking)

    def caution(kind: type[Any]) -> Any:
        (found,) = (each for each in metrics.cautions(network, ranking) if isinstance(each, kind))
        return found

    def reason(who: str, layer: str, group: str) -> int:
        (found,) = (
            each
            for each in explain(network, node[who]).reasons
            if (each.group.layer, each.group.id) == (layer, group)
        )
        return len(found.others)

    def in_layer(who: str, layer: str) -> int:
        found = explain(network, node[who]).reasons
        return sum(each.group.layer == layer and bool(each.others) for each in found)

    def of_layer(layer: str) -> int:
        groups = network.two_mode.groups
        sizes = network.two_mode.sizes().tolist()
        pairs = zip(groups, sizes, strict=True)
        return sum(group.layer == layer and size > 1 for group, size in pairs)

    def bridged(who: str) -> float:
        columns = brokers.columns
        return columns["liaison"][at[who]] + columns["gatekeeper"][at[who]]

    def impact(who: str) -> metrics.Impact:
        return metrics.impact_of(network, [node[who]])

    def cluster(who: str) -> Any:
        return next(each for each in change.clusters if each.cluster.id == who)

    def waiting(who: str) -> int:
        return sum(who in (a.id, b.id) for a, b in declared.declared_only)

    def shown(part: str, table: str, which: str) -> int:
        """How many rows a table shows, at most ten, and how many there are."""
        several = Counter(each.id for pair in declared.declared_only for each in pair)
        rows = {
            ("groups", "bridging"): len(bridges),
            ("declared", "waiting"): len(several),
            ("declared", "pairs"): len(declared.declared_only),
        }
        return rows[part, table] if which == "of" else 10

    both = [each for each in change.changes if each.a and each.b]
    stated = {
        each: sum(each in cited for cited in network.facts.sources)
        for cited in network.facts.sources
        for each in cited
    }
    turnovers = {"organisations": change.organisations, "ties": change.ties}
    who = r"([^/#]+)"
    about = "(?:connectors|organisation)"
    return {
        r"page/lead-\w+/organisations": lambda: len(network.graph()),
        r"page/lead-\w+/facts": lambda: len(network.facts),
        r"page/answer-open/n": lambda: _overlapping(bands, len(first)),
        r"network/counts/organisations": lambda: len(network.graph()),
        r"network/counts/tied": lambda: sum(map(bool, degree.values())),
        r"network/counts/ties": lambda: network.graph().number_of_edges(),
        r"network/facts/facts": lambda: len(network.facts),
        r"network/groups-(\w+)/n": of_layer,
        r"network/single/n": lambda: sum(size < 2 for size in network.two_mode.sizes()),
        r"network/category/(\w+)/(\d+)/n": lambda by, row: _category(network, by, int(row)),
        r"warnings/large-group/share": lambda: (
            caution(metrics.LargeGroup).ties / caution(metrics.LargeGroup).of
        ),
        r"warnings/large-group/n": lambda: 12,
        r"warnings/shared-rank/n": lambda: caution(metrics.SharedRank).organisations,
        r"warnings/shared-rank/rank": lambda: caution(metrics.SharedRank).rank,
        r"warnings/without-facts/n": lambda: caution(metrics.WithoutFacts).organisations,
        r"warnings/without-facts/share": lambda: (
            caution(metrics.WithoutFacts).organisations / len(degree)
        ),
        r"warnings/one-source/share": lambda: (
            caution(metrics.OneSource).alone / caution(metrics.OneSource).of
        ),
        r"warnings/(inferred|undated|unsourced|planned)/n": counts.__getitem__,
        rf"{about}/ranked/{who}/rank": lambda x: ranking.ranks[place[x]],
        rf"{about}/between/{who}/share": lambda x: ranking.values["betweenness"][place[x]],
        rf"{about}/ties-of/{who}/n": degree.__getitem__,
        rf"{about}/band/{who}/(low|high)": lambda x, end: getattr(bands, end)[place[x]],
        rf"{about}/band-firm/{who}/rank": lambda x: bands.low[place[x]],
        rf"{about}/has-members/{who}/n": lambda x: reason(x, "membership", x),
        rf"{about}/(declaration|collaboration)-some/{who}/n": lambda y, x: in_layer(x, y),
        rf"{about}/(declaration|collaboration)-some/{who}/of": lambda y, _: of_layer(y),
        rf"{about}/tie-n/{who}/n": lambda x: in_layer(x, "tie"),
        rf"{about}/with-others/{who}/(\w+) {who}/n": reason,
        r"(?:connectors|organisation|certainty)/first-falls-shared/worst": lambda: sources.worst[
            top
        ],
        r"(?:connectors|organisation|certainty)/first-falls-shared/n": lambda: sources.sharing[top],
        rf"{about}/counted-only/n": lambda: unnamed().added,
        rf"{about}/counted-only/(low|high)": lambda end: getattr(unnamed(), end)[top],
        rf"{about}/ranking/{who}/rank": lambda x: ranking.ranks[place[x]],
        rf"{about}/ranking/{who}/(low|high)": lambda x, end: getattr(bands, end)[place[x]],
        rf"{about}/ranking/{who}/value": lambda x: ranking.values["betweenness"][place[x]],
        rf"{about}/ranking/{who}/ties": degree.__getitem__,
        rf"{about}/ranking/{who}/(facts|inferred)": lambda x, y: getattr(ranking, y)[place[x]],
        r"certainty/(?:bands|chance)/n": lambda: DRAWS,
        r"certainty/first-in/share": lambda: bands.in_top[top],
        r"certainty/sources/n": lambda: len(sources.sources),
        r"certainty/falling/n": lambda: sum(
            each is not None for each in sources.carrier[: len(first)]
        ),
        r"certainty/falling/of": lambda: len(first),
        r"certainty/unnamed-one/n": lambda: unnamed().added,
        r"certainty/unnamed-rank/(low|high)": lambda end: getattr(unnamed(), end)[top],
        r"certainty/unnamed-one/reported": lambda: 95,
        r"certainty/unnamed-one/named": lambda: 4,
        r"certainty/pairs/n": lambda: len(reliance.likely),
        r"brokers/first/n": lambda: max(map(bridged, at)),
        r"brokers/next(?:-each)?/n": lambda: sorted(map(bridged, at))[-2],
        r"(\w+)/part/(\w+)/(n|of)": shown,
        r"brokers/uncategorised/n": lambda: brokers.uncategorised,
        rf"brokers/brokers/{who}/bridged": bridged,
        rf"brokers/brokers/{who}/brokered": lambda x: brokers.columns["brokered"][at[x]],
        r"groups/found/n": lambda: len(partition.communities),
        r"groups/alone/n": lambda: len(partition.alone),
        r"groups/most/n": lambda: max(each.outside for each in bridges.values()),
        r"groups/(?:clear|weak)/modularity": lambda: partition.modularity,
        rf"groups/communities/{who}/organisations": lambda x: len(communities[x].members),
        rf"groups/communities/{who}/ties-inside": lambda x: communities[x].inside,
        r"groups/bridges/n": lambda: len(bridges),
        rf"groups/bridging/{who}/ties-outside": lambda x: bridges[x].outside,
        r"declared/declared/declared": lambda: declared.both + len(declared.declared_only),
        r"declared/declared/both": lambda: declared.both,
        r"declared/declared/share": lambda: (
            declared.both / (declared.both + len(declared.declared_only))
        ),
        r"declared/declared/n": lambda: len(declared.declared_only),
        r"declared/realised/n": lambda: len(declared.realised_only),
        rf"declared/waiting/{who}/partners": waiting,
        rf"departures/parted/{who}/n": lambda x: impact(x).pairs_parted,
        rf"departures/shrinks/{who}/(before|after)": lambda x, y: getattr(impact(x), y).largest,
        r"change/(organisations|ties)/(kept|gained|lost)": lambda y, x: getattr(turnovers[y], x),
        r"change/gained/names/n": lambda: change.organisations.gained - 12,
        rf"change/cluster/{who}/(a|b)": lambda x, y: getattr(cluster(x), y),
        rf"change/cluster/{who}/(joined|left)": lambda x, y: len(getattr(cluster(x), y)),
        rf"departures/without-coordinator/{who}/{who}/n": lambda x, of: len(
            next(each for each in impact(x).losses if each.group.id == of).members
        ),
        r"organisation/ranked-among/rank": lambda: ranking.ranks[top],
        r"organisation/ranked-among/of": lambda: len(ranking),
        rf"organisation/neighbours/{who}/groups": lambda x: sum(
            {focus, x} <= {each.id for each in members}
            for members in members_by_group(network).values()
        ),
        r"change/of-both/(of_)?(a|b)": lambda of, x: getattr(
            getattr(moved[focus], x), "of" if of else "rank"
        ),
        r"change/of-shared/(A|B)/n": lambda x: getattr(moved[focus], x.lower()).tied,
        r"change/(?:no-moves/n|moves/of)": lambda: len(both),
        r"change/moves/n": lambda: sum(bool(each.apart) for each in moved.values()),
        r"introductions/first/n": lambda: len(introductions[0].through),
        rf"introductions/pairs/{who}/{who}/both-tied": lambda x, y: len(pairs[x, y].through),
        r"quality/facts/n": lambda: len(network.facts),
        r"quality/status/(\w+)/number": counts.__getitem__,
        r"quality/status/(\w+)/share": lambda name: counts[name] / len(network.facts),
        r"quality/left-out/(\w+)/number": counts.__getitem__,
        r"facts/lead/n": lambda: len(set(re.findall(r"<#fact-(\d+)>", text))),
        r"sources/lead/n": lambda: sum(label == "Source" for label, _ in network.nodes),
        rf"sources/states/{who}/n": lambda x: stated.get(x, 0),
        r"manifest/settings/draws": lambda: DRAWS,
    }


def _overlapping(bands: metrics.Bands, connecting: int) -> int:
    """How many others that connect have a range of ranks that begins before the first's ends."""
    return sum(low <= bands.high[0] for low in bands.low[1:connecting])


def _category(network: Network, by: str, row: int) -> int:
    """The number in a row of the categories: the largest ten, then the rest."""
    found = metrics.categories(network, by)
    sizes = sorted(int((found.codes == code).sum()) for code in range(len(found.names)))[::-1]
    unknown = int((found.codes < 0).sum())
    rows = [*sizes, *([unknown] if unknown else [])]
    shown = [*rows[:10], *([sum(rows[10:])] if rows[10:] else [])]
    return shown[row]
