"""Columns of one's own in results: tables, reasons, counts, categories and graphs.

Expected cells are by hand, from what the tables below state.
"""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from graphkit.metrics import brokers
from graphkit.metrics.organisation_categories import MOST_CATEGORIES, categories
from graphkit.model import UsageError
from graphkit.network import Network
from graphkit.sources import read
from tests.commands import Ran, graphkit
from tests.sources_tables import write

TABLES = {
    "organisations": (
        "id,name,kind,x_topic,x_staff,x_certified,x_since,x_tags,x_sector\n"
        "a,A,Company,=1+1,120,yes,2014-11,red|blue,heavy\n"
        "b,B,Company,water,9,no,,blue,\n"
        "kom,Cluster,Cluster,,,,,,light\n"
    ),
    "memberships": "member,group,x_fee,x_paid\na,kom,100,2014-11\nb,kom,,\n",
    "ties": "a,b,x_via\na,b,<b>web</b>\n",
    "declarations": "id,title,stage,x_pages\nplan,Plan,planned,12\nact,Act,,14\n",
    "signatories": "declaration,organisation,x_pages\nplan,a,3\nact,b,\n",
}
OWN = ["x_certified", "x_sector", "x_since", "x_staff", "x_tags", "x_topic"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("commands")
    write(folder / "data", TABLES)
    assert graphkit("load", "data", cwd=folder).returncode == 0
    return folder


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Network:
    return Network.of(read(write(tmp_path_factory.mktemp("tables"), TABLES), dataset="test"))


def rows(ran: Ran) -> list[dict[str, str]]:
    assert ran.returncode == 0, ran.stderr
    return list(csv.DictReader(io.StringIO(ran.stdout)))


@pytest.mark.parametrize(
    "command",
    [
        ("rank",),
        ("brokers",),
        ("keyplayers", "-k", "2"),
        ("communities",),
        ("ego", "kom"),
        ("impact", "a"),
    ],
    ids=lambda command: command[0],
)
def test_every_table_that_lists_organisations_has_them(
    folder: Path, command: tuple[str, ...]
) -> None:
    found = rows(graphkit(*command, "--format", "csv", cwd=folder))
    assert [name for name in found[0] if name.startswith("x_")] == OWN
    (a,) = [row for row in found if row["id"] == "a"][:1]
    # A spreadsheet program does not take the topic for a formula.
    assert [a[name] for name in OWN] == [
        "true", "heavy", "2014-11", "120", "red|blue", "'=1+1",
    ]  # fmt: skip


def test_they_keep_their_types_as_json_and_stay_when_rows_are_cut(folder: Path) -> None:
    ran = graphkit("rank", "--top", "1", "--where", "topic=water", "--format", "json", cwd=folder)
    (found,) = json.loads(ran.stdout)
    assert {name: found[name] for name in found if name.startswith("x_")} == {
        "x_certified": False,
        "x_staff": 9,
        "x_tags": ["blue"],
        "x_topic": "water",
    }


def test_a_terminal_shows_few_columns_of_a_ranking(folder: Path) -> None:
    from graphkit.export.ranking import ranking_table
    from graphkit.metrics import rank

    ranking = rank(Network.of(read(folder / "data")), "degree")
    assert not [name for name in ranking_table(ranking, short=True).columns if "x_" in name]


def test_why_shows_those_of_facts_and_of_the_organisation(folder: Path) -> None:
    text = graphkit("why", "a", cwd=folder).stdout
    assert "  x_certified: yes\n  x_sector: heavy\n  x_since: 2014-11\n  x_staff: 120\n" in text
    assert "  x_tags: red, blue\n  x_topic: =1+1\n" in text
    for line in ("x_fee: 100", "x_paid: 2014-11", "x_via: <b>web</b>", "x_pages: 3"):
        assert f"    {line}\n" in text
    found = rows(graphkit("why", "a", "--format", "csv", cwd=folder))
    names = ("layer", "x_fee", "x_pages", "x_paid", "x_via")
    assert {tuple(row[name] for name in names) for row in found} == {
        ("declaration", "", "3", "", ""),
        ("membership", "100", "", "2014-11", ""),
        ("tie", "", "", "", "<b>web</b>"),
    }
    path = rows(graphkit("path", "a", "kom", "--format", "csv", cwd=folder))
    assert path[0]["x_fee"] == "100"


def test_why_shows_those_of_groups(folder: Path) -> None:
    text = graphkit("why", "a", cwd=folder).stdout
    assert "Membership: Cluster\n  x_sector: light\n  A: member" in text
    assert "Planned, not yet a tie: Plan\n  x_pages: 12\n  A: signatory" in text
    assert "Declaration: Act\n  x_pages: 14\n" in graphkit("why", "b", cwd=folder).stdout
    # Those of a cluster that is asked for stand once, at the head.
    assert graphkit("why", "kom", cwd=folder).stdout.count("x_sector: light") == 1
    found = rows(graphkit("why", "a", "--format", "csv", cwd=folder))
    names = ("layer", "x_pages", "group_x_pages", "group_x_sector")
    assert {tuple(row[name] for name in names) for row in found} == {
        ("declaration", "3", "12", ""),
        ("membership", "", "", "light"),
        ("tie", "", "", ""),
    }
    kept = json.loads(graphkit("why", "b", "--format", "json", cwd=folder).stdout)
    assert {each.get("group_x_pages") for each in kept} == {None, 14}


def test_info_and_check_count_what_is_stated_in_each(folder: Path) -> None:
    stated = {
        "COLLABORATES_WITH.x_via (text)": "1",
        "Declaration.x_pages (whole number)": "2",
        "MEMBER_OF.x_fee (whole number)": "1",
        "MEMBER_OF.x_paid (date)": "1",
        "Organisation.x_certified (yes or no)": "2",
        "Organisation.x_sector (text)": "2",
        "Organisation.x_since (date)": "1",
        "Organisation.x_staff (whole number)": "2",
        "Organisation.x_tags (several texts)": "2",
        "Organisation.x_topic (text)": "2",
        "SIGNED.x_pages (whole number)": "1",
    }
    info = rows(graphkit("info", "--where", "topic=water", "--format", "csv", cwd=folder))
    assert {row["name"]: row["count"] for row in info if row["what"] == "own column"} == stated
    check = graphkit("check", "data", cwd=folder)
    lines = [line.split() for line in check.stdout.splitlines() if line.startswith("own column")]
    assert [(line[2], line[3]) for line in lines] == [
        (name.partition(" ")[0], count) for name, count in stated.items()
    ]


@pytest.mark.parametrize(
    ("by", "names", "codes"),
    [
        ("topic", ("=1+1", "water"), [0, 1, -1]),
        ("X_Topic", ("=1+1", "water"), [0, 1, -1]),
        ("certified", ("no", "yes"), [1, 0, -1]),
        ("staff", ("120", "9"), [0, 1, -1]),
        ("since", ("2014-11",), [0, -1, -1]),
        ("tags", ("blue",), [-1, 0, -1]),  # several values are no category
        ("sector", ("business", "support"), [0, 0, 1]),  # the vocabulary's own
        ("x_sector", ("heavy", "light"), [0, -1, 1]),
    ],
)
def test_organisations_fall_into_categories_by_them(
    network: Network, by: str, names: tuple[str, ...], codes: list[int]
) -> None:
    found = categories(network, by)
    assert (found.names, found.codes.tolist()) == (names, codes)


def test_brokers_and_cohesion_group_by_them(folder: Path) -> None:
    found = rows(graphkit("brokers", "--by", "topic", "--format", "csv", cwd=folder))
    assert {row["id"]: row["category"] for row in found} == {"a": "'=1+1", "b": "water", "kom": ""}
    ran = graphkit("brokers", "--by", "topc", cwd=folder)
    assert (ran.returncode, ran.stderr) == (
        2,
        "graphkit: organisations have no attribute topc; did you mean topic?\n",
    )
    ran = graphkit("cohesion", "--by", "certified", "--draws", "0", "--format", "json", cwd=folder)
    of = {(row["measure"], row["of"]) for row in json.loads(ran.stdout)}
    assert {("ei-index", "yes"), ("ei-index", "no")} <= of


def test_a_column_of_very_many_values_makes_no_categories(tmp_path: Path) -> None:
    lines = [f"o{at},O{at},Other,{at}" for at in range(MOST_CATEGORIES + 1)]
    text = "\n".join(["id,name,kind,x_number", *lines]) + "\n"
    network = Network.of(read(write(tmp_path, {"organisations": text}), dataset="test"))
    with pytest.raises(UsageError, match="number has 501 values here, and at most 500"):
        brokers(network, "number")


def test_a_graph_has_them_as_attributes_that_every_format_takes(network: Network) -> None:
    node = network.graph().nodes["a"]
    assert {name: node[name] for name in OWN} == {
        "x_certified": True,
        "x_sector": "heavy",
        "x_since": "2014-11",
        "x_staff": 120,
        "x_tags": "red|blue",
        "x_topic": "=1+1",
    }
    assert "x_topic" not in network.graph().nodes["kom"]


def test_a_table_of_results_can_be_loaded_again(folder: Path, tmp_path: Path) -> None:
    ran = graphkit("rank", "--format", "csv", cwd=folder)
    listed = [
        {name: row[name] for name in ("id", "name", "kind", *OWN)}
        for row in csv.DictReader(io.StringIO(ran.stdout))
    ]
    text = io.StringIO()
    writer = csv.DictWriter(text, listed[0].keys())
    writer.writeheader()
    writer.writerows(listed)
    again = read(write(tmp_path, {"organisations": text.getvalue()}), dataset="again")
    original = {node.id: node for node in read(folder / "data").nodes}
    for node in again.nodes:
        for name in set(OWN) - {"x_topic"}:
            assert node.properties.get(name) == original[node.id].properties.get(name)
