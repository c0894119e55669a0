"""Who joined and who left, when organisations are founded and dissolved too: rows by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

import pytest

from graphkit.model import parse_period
from graphkit.network import Network, Standing
from graphkit.store import Store, parse_parameters, stored_query
from tests.networks import dataset
from tests.store_places import EmbeddedPlace

Life = tuple[str | None, str | None]


class Case(NamedTuple):
    """The dates of a membership of m in g, the days, and each change with whether it is certain."""

    fact: dict[str, str]
    period: str
    expected: list[tuple[str, bool, str]]
    m: Life = (None, None)
    g: Life = (None, None)


OPEN = {"start": "2010-03", "end": ".."}
BLANK = {"start": "2010-03"}
CASES = [
    # What the membership itself says.
    Case(OPEN, "2010", [("joined", True, "2010-03")]),
    Case(OPEN, "2010-03-15/2010-12-31", [("joined", False, "2010-03")]),
    Case(OPEN, "2011/2030", []),
    Case({"start": "2010", "end": "2012"}, "2012", [("left", True, "2012")]),
    Case(
        {"start": "2010", "end": "2012"},
        "2010/2012",
        [("joined", True, "2010"), ("left", True, "2012")],
    ),
    # It was seen in spring, so it had begun by then, and cannot have ended before.
    Case({"start": "2010", "observed": "2010-04"}, "2010-01/2010-04", [("joined", True, "2010")]),
    Case({"end": "2012", "observed": "2012-04"}, "2012-01/2012-03", []),
    Case({"end": "2012", "observed": "2012-04"}, "2012-04/2012-12", [("left", True, "2012")]),
    # Dissolved while still a member.
    Case(OPEN, "2015", [("left", True, "2015-06")], m=(None, "2015-06")),
    Case(OPEN, "2015-06-10/2015-12-31", [("left", False, "2015-06")], m=(None, "2015-06")),
    Case(OPEN, "2016", [], m=(None, "2015-06")),
    # The cluster is dissolved, or whichever of the two is first.
    Case(OPEN, "2015", [("left", True, "2015-06")], g=(None, "2015-06")),
    Case(OPEN, "2015", [("left", True, "2015-06")], m=(None, "2016"), g=(None, "2015-06")),
    Case(OPEN, "2016", [], m=(None, "2016"), g=(None, "2015-06")),
    # The end is not stated: it left in 2015 at the latest, but perhaps long before.
    Case(BLANK, "2015", [("left", False, "2015-06")], m=(None, "2015-06")),
    Case(BLANK, "2012", [], m=(None, "2015-06")),
    Case(
        BLANK,
        "2010/2015",
        [("joined", True, "2010-03"), ("left", True, "2015-06")],
        m=(None, "2015-06"),
    ),
    # Seen in 2015, it was a member until the dissolution of that year came near.
    Case(
        BLANK | {"observed": "2015-02-10"},
        "2015-02-10/2015-12-31",
        [("left", True, "2015")],
        m=(None, "2015"),
    ),
    Case(BLANK | {"observed": "2015-02-10"}, "2015-01", [], m=(None, "2015")),
    # Nothing is known of the membership but that it ended with its member.
    Case({}, "2015", [("left", False, "2015-06")], m=(None, "2015-06")),
    # The stated end is later than the dissolution, or earlier.
    Case(
        {"start": "2010", "end": "2020"}, "2015", [("left", True, "2015-06")], m=(None, "2015-06")
    ),
    Case({"start": "2010", "end": "2020"}, "2020", [], m=(None, "2015-06")),
    Case({"start": "2010", "end": "2012"}, "2012", [("left", True, "2012")], m=(None, "2015-06")),
    Case({"start": "2010", "end": "2012"}, "2015", [], m=(None, "2015-06")),
    # Founded after it is said to have joined, or before. Being founded is not joining.
    Case(OPEN, "2012", [("joined", True, "2012-05")], m=("2012-05", None)),
    Case(OPEN, "2012", [("joined", True, "2012-05")], m=("2011", None), g=("2012-05", None)),
    Case(OPEN, "2010", [], m=("2012-05", None)),
    Case(OPEN, "2010", [("joined", True, "2010-03")], m=("2005", None)),
    Case({"observed": "2014"}, "2012", [], m=("2012-05", None)),
    # Its dates lie outside the lifetime of its member, so it never was in force.
    Case({"start": "2016", "end": "2018"}, "2010/2020", [], m=(None, "2015-06")),
]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Network]]:
    """A store with the membership of each case in a group of its own, and the network in Python."""
    members = [(f"m{at}", f"g{at}", case.fact) for at, case in enumerate(CASES)]
    lives = {f"m{at}": case.m for at, case in enumerate(CASES)}
    lives |= {f"g{at}": case.g for at, case in enumerate(CASES)}
    ids = " ".join(name for row in members for name in row[:2])
    with EmbeddedPlace(tmp_path_factory.mktemp("changes") / "store").open() as store:
        store.load(dataset(ids, members=members, lives=lives))
        yield store, Network.of(store)


@pytest.mark.parametrize("at", range(len(CASES)))
def test_members_changed(asked: tuple[Store, Network], at: int) -> None:
    (store, network), case = asked, CASES[at]
    query = stored_query("members-changed")
    period = parse_period(case.period)
    given = (f"cluster=g{at}", f"first={period.first}", f"last={period.last}")
    rows = store.query(query.text, parse_parameters(given, query)).rows
    assert [row[4:7] for row in rows] == case.expected
    # Python says alike: no membership before whoever certainly joined, and none after who left.
    mine = network.facts.group.index(f"g{at}")
    days = {"joined": period.first - timedelta(1), "left": period.last + timedelta(1)}
    for change, certain, _ in case.expected:
        if certain:
            standing = network.facts.lasting.standing(parse_period(str(days[change])))
            assert standing[mine] == Standing.NOT_IN_FORCE
