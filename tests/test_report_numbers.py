"""Every number of the sample's report, computed again from the library by another way."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from graphkit import metrics
from graphkit.network import Network, explain
from graphkit.report import build_report, report_lines
from graphkit.report.tree import Report, Value
from graphkit.sources import read, read_sample
from tests.test_surveys import SURVEY, written

DRAWS = 20


@pytest.fixture(scope="module")
def network() -> Network:
    return Network.of(read_sample())


@pytest.fixture(scope="module")
def report(network: Network) -> Report:
    return build_report(network, draws=DRAWS, compare=("at=2011", "at=2014-11"))


@pytest.fixture(scope="module")
def numbers(report: Report) -> list[Value]:
    return [each for each in report.values() if not isinstance(each.value, str)]


def test_every_number_is_that_of_the_library(network: Network, numbers: list[Value]) -> None:
    known = _known(network)
    unexplained = []
    for each in numbers:
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


def _known(network: Network) -> dict[str, Callable[..., Any]]:
    """For each place of a number, how it is computed; the groups of the pattern are ids."""
    node = {each.id: each for each in network.organisations}
    counts = network.counts()
    ranking = metrics.rank(network)
    place = {each.id: at for at, each in enumerate(ranking.organisations)}
    degree = dict(network.graph().degree())  # networkx's own
    bands = metrics.rank_bands(network, ranking, draws=DRAWS, top=1)
    sources = metrics.source_bands(network, ranking)
    unnamed = metrics.rank_unnamed(network, ranking)
    reliance = metrics.reliance(network)
    brokers = metrics.brokers(network)
    at = {each.id: place for place, each in enumerate(brokers.organisations)}
    partition = metrics.find_communities(network)
    communities = {each.members[0].organisation.id: each for each in partition.communities}
    bridges = {m.organisation.id: m for each in partition.communities for m in each.bridges}
    declared = metrics.declared_and_realised(network)
    sides = [network.select(at=each) for each in ("2011", "2014-11")]
    change = metrics.compare(*sides, draws=0)
    moved = {each.organisation.id: each for each in change.changes}
    pairs = {(a.id, b.id): x for x in metrics.introductions(network) for a, b in [(x.one, x.other)]}
    first = [value for value in ranking.values["betweenness"] if value]
    large, *_ = metrics.cautions(network, ranking)
    (one_source,) = (
        each for each in metrics.cautions(network) if isinstance(each, metrics.OneSource)
    )
    (without,) = (
        each for each in metrics.cautions(network) if isinstance(each, metrics.WithoutFacts)
    )

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
    return {
        r"page/lead-network/organisations": lambda: 48,
        r"page/lead-network/facts": lambda: 39,
        r"network/counts/organisations": lambda: len(network.graph()),
        r"network/counts/tied": lambda: sum(map(bool, degree.values())),
        r"network/counts/ties": lambda: network.graph().number_of_edges(),
        r"network/facts/facts": lambda: len(network.facts),
        r"network/groups-(\w+)/n": of_layer,
        r"network/single/n": lambda: sum(size < 2 for size in network.two_mode.sizes()),
        r"network/category/(\w+)/(\d+)/n": lambda by, row: _category(network, by, int(row)),
        r"warnings/large-group/share": lambda: large.ties / large.of,
        r"warnings/large-group/n": lambda: 12,
        r"warnings/without-facts/n": lambda: without.organisations,
        r"warnings/without-facts/share": lambda: without.organisations / 48,
        r"warnings/one-source/share": lambda: one_source.alone / one_source.of,
        r"warnings/(inferred|undated|planned)/n": counts.__getitem__,
        rf"connectors/ranked/{who}/rank": lambda x: ranking.ranks[place[x]],
        rf"connectors/between/{who}/share": lambda x: ranking.values["betweenness"][place[x]],
        rf"connectors/between/{who}/n": degree.__getitem__,
        rf"connectors/band/{who}/(low|high)": lambda x, end: getattr(bands, end)[place[x]],
        rf"connectors/band-firm/{who}/rank": lambda x: bands.low[place[x]],
        rf"connectors/has-members/{who}/n": lambda x: reason(x, "membership", x),
        rf"connectors/(declaration|collaboration)-some/{who}/n": lambda y, x: in_layer(x, y),
        rf"connectors/(declaration|collaboration)-some/{who}/of": lambda y, _: of_layer(y),
        rf"connectors/tie-n/{who}/n": lambda x: in_layer(x, "tie"),
        rf"connectors/with-others/{who}/(\w+) {who}/n": reason,
        r"connectors/first-falls/worst": lambda: sources.worst[0],
        r"connectors/counted-only/n": lambda: unnamed.added,
        r"connectors/counted-only/(low|high)": lambda end: getattr(unnamed, end)[0],
        rf"connectors/ranking/{who}/rank": lambda x: ranking.ranks[place[x]],
        rf"connectors/ranking/{who}/(low|high)": lambda x, end: getattr(bands, end)[place[x]],
        rf"connectors/ranking/{who}/value": lambda x: ranking.values["betweenness"][place[x]],
        rf"connectors/ranking/{who}/ties": degree.__getitem__,
        rf"connectors/ranking/{who}/(facts|inferred)": lambda x, y: getattr(ranking, y)[place[x]],
        r"certainty/(?:bands|chance)/n": lambda: DRAWS,
        r"certainty/first-in/share": lambda: bands.in_top[0],
        r"certainty/sources/n": lambda: len(sources.sources),
        r"certainty/first-falls/worst": lambda: sources.worst[0],
        r"certainty/falling/n": lambda: sum(
            each is not None for each in sources.carrier[: len(first)]
        ),
        r"certainty/falling/of": lambda: len(first),
        r"certainty/unnamed-one/n": lambda: unnamed.added,
        r"certainty/unnamed-rank/(low|high)": lambda end: getattr(unnamed, end)[0],
        r"certainty/unnamed-one/reported": lambda: 95,
        r"certainty/unnamed-one/named": lambda: 4,
        r"certainty/pairs/n": lambda: len(reliance.likely),
        r"brokers/first/n": lambda: max(map(bridged, at)),
        r"brokers/next/n": lambda: sorted(map(bridged, at))[-2],
        r"(\w+)/part/(\w+)/(n|of)": shown,
        r"brokers/uncategorised/n": lambda: brokers.uncategorised,
        rf"brokers/brokers/{who}/bridged": bridged,
        rf"brokers/brokers/{who}/brokered": lambda x: brokers.columns["brokered"][at[x]],
        r"groups/found/n": lambda: len(partition.communities),
        r"groups/alone/n": lambda: len(partition.alone),
        r"groups/most/n": lambda: max(each.outside for each in bridges.values()),
        r"groups/clear/modularity": lambda: partition.modularity,
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
        r"change/(?:no-moves/n|moves/of)": lambda: len(both),
        r"change/moves/n": lambda: sum(bool(each.apart) for each in moved.values()),
        r"introductions/first/n": lambda: len(metrics.introductions(network)[0].through),
        rf"introductions/pairs/{who}/{who}/both-tied": lambda x, y: len(pairs[x, y].through),
        r"quality/facts/n": lambda: len(network.facts),
        r"quality/status/(\w+)/number": counts.__getitem__,
        r"quality/status/(\w+)/share": lambda name: counts[name] / len(network.facts),
        r"quality/left-out/(\w+)/number": counts.__getitem__,
        r"facts/lead/n": lambda: 13,
        r"sources/lead/n": lambda: sum(label == "Source" for label, _ in network.nodes),
        rf"sources/states/{who}/n": lambda x: stated.get(x, 0),
        r"manifest/settings/draws": lambda: DRAWS,
        r"manifest/settings/seed": lambda: 0,
    }


def _category(network: Network, by: str, row: int) -> int:
    """The number in a row of the categories: the largest ten, then the rest."""
    found = metrics.categories(network, by)
    sizes = sorted(int((found.codes == code).sum()) for code in range(len(found.names)))[::-1]
    unknown = int((found.codes < 0).sum())
    rows = [*sizes, *([unknown] if unknown else [])]
    shown = [*rows[:10], *([sum(rows[10:])] if rows[10:] else [])]
    return shown[row]


def test_the_numbers_of_a_survey_are_those_counted_by_hand(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    # Of five that were asked a, b, c and d answered. A pact ties a, b, c and e; answers above 0
    # about contact tie a with b, c and d. Among the four that answered, each ties three of six
    # pairs and both tie two, so the correlation is (2/6 - 1/4) / (1/4).
    survey = Network.of(read(written(tmp_path_factory.mktemp("survey") / "study", SURVEY)))
    report = build_report(survey, draws=0)
    found = {each.key: each.value for each in report.values() if each.key.startswith("answers/")}
    numbers = {key: value for key, value in found.items() if not isinstance(value, str)}
    assert numbers == {
        "answers/response/answered": 4,
        "answers/response/asked": 5,
        "answers/response/share": 0.8,
        "answers/declared/declared": 6,
        "answers/declared/both": 2,
        "answers/declared/share": pytest.approx(1 / 3),
        "answers/declared/n": 4,
        "answers/lived/n": 1,
        "answers/correlation-only/r": pytest.approx(1 / 3),
    }
    pairs = {(key.split("/")[1], *key.split("/")[2:4]) for key in found if key.count("/") == 4}
    assert pairs == {
        *(("declared-only", *pair) for pair in ("ae", "bc", "be", "ce")),
        ("lived-only", "a", "d"),
    }
    for language, said in (
        ("en", "4 organisations of the 5 that were asked answered (80%)."),
        ("pl", "Na ankietę odpowiedziały 4 organizacje z 5 zapytanych (80%)."),
    ):
        assert said in report_lines(build_report(survey, draws=0, language=language))
