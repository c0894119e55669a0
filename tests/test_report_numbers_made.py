"""Numbers in sentences that neither the sample nor the network with known answers needs.

Each network is made so that some of these sentences are said; the numbers are worked out by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from graphkit.model import Dataset
from graphkit.network import Network
from graphkit.report import build_report, report_lines
from graphkit.report.parts import sources
from graphkit.sources import read
from tests.networks import dataset
from tests.test_surveys import SURVEY, written
from tests.test_unnamed_members import counted


def numbers(data: Dataset | Network, **how: Any) -> dict[str, Any]:
    network = data if isinstance(data, Network) else Network.of(data)
    said = build_report(network, **{"draws": 0, **how}).values()
    return {each.key: each.value for each in said}


def assert_said(found: Mapping[str, Any], expected: Mapping[str, Any]) -> None:
    assert {key: found.get(key) for key in expected} == dict(expected)


def test_a_hub_that_is_in_every_group_is_counted_over_its_facts() -> None:
    # Tied to six clusters, to a by declarations and to b by collaborations, so to eight.
    led, joined = ["k1", "k2", "k3"], ["m1", "m2", "m3"]
    kinds = dict.fromkeys("hab", "Company") | dict.fromkeys([*led, *joined], "Cluster")
    found = numbers(
        dataset(
            kinds,
            members=[
                *(("h", each, {"role": "coordinator"}) for each in led),
                *(("h", each) for each in joined),
            ],
            signed=[(who, f"d{n}") for n in range(3) for who in "ha"],
            took_part=[
                (who, f"c{n}", {"status": "disputed"} if n == 2 else {})
                for n in range(3)
                for who in "hb"
            ],
        ),
        by="degree",
    )
    assert_said(
        found,
        {
            "connectors/value/h/value": 8,
            "connectors/ties-of/h/n": 8,
            "connectors/coordinates-n/h/n": 3,
            "connectors/belongs-n/h/n": 3,
            "connectors/declaration-all/h/n": 3,
            "connectors/collaboration-all/h/n": 3,
            # Of twelve groups six are written out.
            "connectors/further-groups/h/n": 6,
            "warnings/disputed/n": 2,
        },
    )


def test_the_one_that_falls_without_a_source_falls_to_a_rank_of_its_own() -> None:
    # A tree. c is between 3*2 + 3*1 + 2*1 = 11 pairs of 15, b between 1 + 4 + 4 = 9. Without the
    # tie of c and d, the only one with a source, b is between 1 + 2 + 2 and c between 3.
    ties = [("a", "b"), ("j", "b"), ("b", "c"), ("c", "i"), ("c", "d", {"source": "t"}), ("d", "e")]
    found = numbers(dataset("a b c d e i j", ties=ties))
    assert_said(
        found,
        {
            "connectors/between/c/share": pytest.approx(11 / 15),
            "connectors/first-falls/worst": 2,
            "certainty/first-falls/worst": 2,
        },
    )


def test_two_in_the_middle_share_what_they_connect() -> None:
    # u-v-w-x: v connects u with w, and w connects v with x; both communities are pairs.
    kinds = {"u": "Company", "v": "University", "w": "PublicBody", "x": "Company"}
    found = numbers(dataset(kinds, ties=[("u", "v"), ("v", "w"), ("w", "x")]))
    assert_said(found, {"brokers/tied/n": 1, "groups/most-each/n": 1})


def test_declarations_alone() -> None:
    # 45 of 46 ties are among the ten of y, who come first by degree.
    signed = [*((each, "y") for each in "abcdefghij"), *((each, "z") for each in "kl")]
    data = dataset(" ".join("abcdefghijkl"), signed=signed)
    found = numbers(Network.of(data).select(at="2014"), by="degree")
    assert_said(
        found,
        {
            "warnings/large-group/share": pytest.approx(45 / 46),
            "warnings/large-group/n": 10,
            "warnings/first-places/n": 10,
            "warnings/unknown/n": 12,
            "warnings/unknown/of": 12,
            "declared/no-realisations/n": 2,
        },
    )


def test_members_that_are_only_counted_in_two_groups() -> None:
    # h joins two clusters of which 5 and 4 members are counted and 2 are named.
    small = dataset(
        {"h": "Company", "a": "Company", "b": "Company", "g": "Cluster", "k": "Cluster"},
        members=[("h", "g"), ("a", "g"), ("h", "k"), ("b", "k")],
    )
    found = numbers(counted(small, ("g", "members", 5), ("k", "members", 4)))
    assert_said(
        found,
        {
            "certainty/unnamed/n": 5,
            "certainty/unnamed/reported": 5,
            "certainty/unnamed/named": 2,
            "connectors/counted-firm/n": 5,
            "connectors/counted-firm/low": 1,
            "certainty/unnamed-firm/low": 1,
        },
    )


def test_names_that_nobody_has_decided_about() -> None:
    ids = ["water-research-institute", "water-research-institutes"]
    ties = [("hub", each) for each in (*ids, "x")]
    found = numbers(dataset(" ".join([*ids, "hub", "x"]), ties=ties))
    assert_said(
        found,
        {
            "connectors/undecided/n": 1,
            "certainty/pairs/n": 1,
            "certainty/pairs/certain": 1,
            "certainty/pairs/places": 0,
        },
    )


def test_more_sources_than_can_be_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "_MOST_SOURCES", 60)
    leaves = [f"l{n:02}" for n in range(61)]
    ties = [("hub", each, {"source": f"s-{each}"}) for each in leaves]
    found = numbers(dataset(" ".join(["hub", *leaves]), ties=ties))
    assert_said(found, {"certainty/too-many-sources/n": 61, "sources/more/n": 1})


def test_a_star_that_changes_its_centre() -> None:
    # h is the centre until 2012 and a leaf after; g the reverse. Nobody else is between others.
    leaves = [f"l{n}" for n in range(9)]
    early = [("h", each, {"start": "2011", "end": "2012"}) for each in (*leaves, "g")]
    late = [("g", each, {"start": "2014", "end": "2015"}) for each in (*leaves, "h")]
    joined = [(each, "k", {"start": "2014", "end": "2015"}) for each in leaves[:2]]
    data = dataset(
        dict.fromkeys([*leaves, "g", "h"], "Company") | {"k": "Cluster"},
        members=[("l2", "k", {"start": "2011", "end": "2015"}), *joined],
        ties=[*early, *late],
    )
    found = numbers(data, draws=20, compare=("at=2012", "at=2014"))
    assert_said(
        found,
        {
            "change/moves/n": 2,
            "change/cluster/k/a": 1,
            "change/cluster/k/b": 3,
            "change/cluster/k/joined": 2,
            "change/cluster/k/left": 0,
        },
    )


def test_answers_of_a_survey(tmp_path: Path) -> None:
    # By hand in tests/test_surveys.py: a is tied to b, c and d.
    network = Network.of(read(written(tmp_path / "study", SURVEY)))
    rated = network.select(layer="rating", rating="contact>=2")
    found = numbers(rated, by="degree")
    assert_said(found, {"connectors/rating-n/a/n": 3, "network/groups-rating/n": 3})


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
        ("en", "Of 5 organisations that were asked, 4 answered (80%)."),
        ("pl", "Na ankietę odpowiedziały 4 organizacje z 5 zapytanych (80%)."),
    ):
        assert said in report_lines(build_report(survey, draws=0, language=language))
    later = report_lines(build_report(survey.select(at="2021"), draws=0))
    assert "No organisation answered, so documents cannot be compared with answers." in later
