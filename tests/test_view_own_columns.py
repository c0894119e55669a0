"""Columns of one's own in pictures: on the page, as filters, and as what colours and shapes mean.

Expected values are by hand, from what the tables below state.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from graphkit.model import UsageError
from graphkit.network import Network
from graphkit.sources import read
from graphkit.views import build_view, render_page
from graphkit.views.colouring import MOST
from graphkit.views.figure.sheet import compose
from graphkit.views.marks import MARKS, NOT_STATED, category_marks
from graphkit.views.page.content import page_content
from graphkit.views.page.own_columns import MOST_FILTERS, MOST_VALUES
from tests.browser import opened, write_as
from tests.commands import graphkit
from tests.sources_tables import write

LONG = "long " * 30
TABLES = {
    "organisations": (
        "id,name,kind,x_topic,x_staff,x_certified,x_tags,x_sector,x_żółw,x_story\n"
        f"a,A,Company,energy,120,yes,red|blue,heavy,<img src=x onerror=alert(1)>,{LONG}\n"
        "b,B,University,water,50,no,blue,light,=1+1,\n"
        "c,C,Company,energy,9,,,,,\n"
        "kom,K,Cluster,,,,,,,\n"
    ),
    "memberships": "member,group,x_fee,x_said\na,kom,100,<b>x</b>\nb,kom,,\nc,kom,30,\n",
}
OWN = ["x_certified", "x_sector", "x_staff", "x_story", "x_tags", "x_topic", "x_żółw"]


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Network:
    return Network.of(read(write(tmp_path_factory.mktemp("tables"), TABLES), dataset="test"))


def facets(content: dict) -> dict[str, dict]:
    return {facet["name"]: facet for facet in content["facets"]}


def values(facet: dict) -> list[str]:
    return [value["value"] for value in facet["values"]]


def test_they_are_columns_of_panel_table_and_downloads(network: Network) -> None:
    content = page_content(build_view(network))
    columns = [each for each in content["columns"] if each["name"].startswith("x_")]
    assert [each["name"] for each in columns] == OWN
    # A name that the vocabulary has stays as it is; long texts would make the table too wide.
    assert [each["label"] for each in columns] == [
        "Certified", "x_sector", "Staff", "Story", "Tags", "Topic", "Żółw",
    ]  # fmt: skip
    assert [each["name"] for each in columns if not each["table"]] == ["x_story"]
    (a,) = [node["stated"] for node in content["nodes"] if node["id"] == "a"]
    assert {name: a[name] for name in OWN if name != "x_story"} == {
        "x_certified": ["yes"],
        "x_sector": ["heavy"],
        "x_staff": ["120"],
        "x_tags": ["red", "blue"],
        "x_topic": ["energy"],
        "x_żółw": ["<img src=x onerror=alert(1)>"],
    }
    (pl,) = [
        node["stated"]
        for node in page_content(build_view(network, language="pl"))["nodes"]
        if node["id"] == "b"
    ]
    assert pl["x_certified"] == ["nie"]


def test_facts_have_theirs(network: Network) -> None:
    facts = page_content(build_view(network))["facts"]
    assert sorted(fact["own"] for fact in facts if "own" in fact) == [
        ["x_fee: 100", "x_said: <b>x</b>"],
        ["x_fee: 30"],
    ]


def test_columns_of_few_values_are_filters(network: Network) -> None:
    found = facets(page_content(build_view(network)))
    assert [name for name in found if name.startswith("x_")] == [
        name for name in OWN if name != "x_story"
    ]
    assert values(found["x_staff"]) == ["9", "50", "120", ""]
    assert values(found["x_tags"]) == ["blue", "red", ""]
    assert [value["label"] for value in found["x_certified"]["values"]] == [
        "no", "yes", "not stated",
    ]  # fmt: skip
    own = [facet for name, facet in found.items() if name in OWN]
    assert not [value for facet in own for value in facet["values"] if "mark" in value]


def test_a_column_of_many_values_is_none_and_neither_are_very_many_columns(tmp_path: Path) -> None:
    names = ",".join(f"x_c{at:02}" for at in range(MOST_FILTERS + 2))
    rows = [
        f"o{at},O{at},Other,{at},{','.join('ab'[at % 2] for _ in range(MOST_FILTERS + 2))}"
        for at in range(MOST_VALUES + 1)
    ]
    text = "\n".join([f"id,name,kind,x_a,{names}", *rows]) + "\n"
    many = Network.of(read(write(tmp_path, {"organisations": text}), dataset="test"))
    content = page_content(build_view(many))
    own = [name for name in facets(content) if name.startswith("x_")]
    assert own == [f"x_c{at:02}" for at in range(MOST_FILTERS)]
    assert (
        len([each for each in content["columns"] if each["name"].startswith("x_")])
        == len(names.split(",")) + 1
    )


@pytest.mark.parametrize(
    ("colour", "title", "legend"),
    [
        ("topic", "Topic", [("energy", 2), ("water", 1), ("not stated", 1)]),
        ("X_Topic", "Topic", [("energy", 2), ("water", 1), ("not stated", 1)]),
        ("certified", "Certified", [("no", 1), ("yes", 1), ("not stated", 2)]),
        ("tags", "Tags", [("blue", 1), ("red, blue", 1), ("not stated", 2)]),
        ("x_sector", "Sector", [("heavy", 1), ("light", 1), ("not stated", 2)]),
        ("sector", "Sector", [("business", 2), ("research", 1), ("business support", 1)]),
        ("member:kom", "K", [("in K", 4)]),
    ],
)
def test_colours_and_shapes_stand_for_them(
    network: Network, colour: str, title: str, legend: list[tuple[str, int]]
) -> None:
    view = build_view(network, colour=colour)
    assert [(entry.label, entry.count) for entry in view.legend] == legend
    of_kind = {entry.label: entry.mark for entry in view.legend}
    marks = {node.id: node.mark for node in view.nodes}
    if colour == "topic":
        assert marks["a"] == marks["c"] == of_kind["energy"]
        assert marks["kom"] == NOT_STATED
    content = page_content(view)
    found = facets(content)
    assert found[content["marked"]]["label"] == title
    with_marks = [
        name for name, facet in found.items() if any("mark" in value for value in facet["values"])
    ]
    assert with_marks == [content["marked"]]
    for node, at in zip(content["nodes"], found[content["marked"]]["each"], strict=True):
        mark = found[content["marked"]]["values"][at]["mark"]
        assert (mark["shape"], mark["color"]) == (marks[node["id"]].shape, marks[node["id"]].colour)
    # The figure says so too.
    assert title in compose(view, 18.0).description


def test_the_kind_decides_unless_another_is_named(network: Network) -> None:
    for view in (build_view(network), build_view(network, colour="Kind")):
        assert view.colouring is None
        assert {node.id: node.mark for node in view.nodes}["kom"] == MARKS["Cluster"]
        assert page_content(view)["marked"] == "kind"
        assert "colour" not in view.provenance.manifest.settings
    assert build_view(network, colour="topic").provenance.manifest.settings["colour"] == "topic"


def test_no_two_categories_look_alike() -> None:
    marks = category_marks([str(at) for at in range(MOST)])
    assert len(marks) == MOST
    looks = {(mark.shape, mark.colour) for mark in (*marks.values(), NOT_STATED)}
    assert len(looks) == MOST + 1


def test_too_many_categories_and_unknown_attributes_are_told(tmp_path: Path) -> None:
    rows = [f"o{at},O{at},Other,{at}" for at in range(MOST + 1)]
    text = "\n".join(["id,name,kind,x_a", *rows]) + "\n"
    many = Network.of(read(write(tmp_path, {"organisations": text}), dataset="test"))
    with pytest.raises(UsageError, match="`colour` a: 41 categories cannot be told apart"):
        build_view(many, colour="a")
    with pytest.raises(UsageError, match="no attribute topc"):
        build_view(many, colour="topc")


def test_commands_take_a_colour_and_say_when_it_is_wrong(tmp_path: Path) -> None:
    write(tmp_path / "data", TABLES)
    assert graphkit("load", "data", cwd=tmp_path).returncode == 0
    for words in (("view", "-o", "v.html"), ("figure", "-o", "f.svg")):
        ran = graphkit(*words, "--colour", "topic", cwd=tmp_path)
        assert ran.returncode == 0, ran.stderr
        wrong = graphkit(*words, "--colour", "topc", cwd=tmp_path)
        assert wrong.returncode == 2
        assert "organisations have no attribute topc; did you mean topic?" in wrong.stderr
    assert "energy (2)" in (tmp_path / "f.svg").read_text(encoding="utf-8")


def test_hostile_values_are_text_on_the_page_without_scripts(network: Network) -> None:
    page = render_page(build_view(network, colour="żółw"))
    assert "<img src=x" not in page
    assert "<b>x</b>" not in page


@pytest.mark.browser
def test_the_page_shows_filters_and_downloads_them(
    network: Network, browser, tmp_path: Path
) -> None:
    page = write_as("standard", build_view(network, colour="topic"), tmp_path / "page.html")
    with opened(browser, page) as tab:
        tab.evaluate("location.hash = '#org=a'")
        tab.wait_for_function("() => graphkitView.selected === 'a'")
        terms = tab.locator("#details dt").all_inner_texts()
        assert terms == ["Certified", "x_sector", "Staff", "Story", "Tags", "Topic", "Żółw"]
        assert "<img src=x onerror=alert(1)>" in tab.locator("#details dd").all_inner_texts()
        assert "x_fee: 100" in tab.locator("#details .fact").first.inner_text()
        # A filter whose name is not ASCII comes back from the address.
        tab.evaluate("location.hash = ''")
        tab.wait_for_function("() => graphkitView.selected === null")
        tab.locator("#facet-x_żółw label", has_text="=1+1").locator("input").uncheck()
        tab.wait_for_function("() => location.hash.includes('hide=')")
        address = tab.evaluate("location.hash.slice(1)")
    with opened(browser, page, state=address) as tab:
        assert not tab.locator("#facet-x_żółw label", has_text="=1+1").locator("input").is_checked()
        with tab.expect_download() as saved:
            tab.locator("#csv").click()
        rows = list(csv.DictReader(io.StringIO(saved.value.path().read_text("utf-8-sig"))))
        topics = {row["ID"]: row["Topic"] for row in rows}
        assert topics == {"a": "energy", "c": "energy", "kom": ""}
