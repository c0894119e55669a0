"""A filter added by one module and a column shown by one word, and all that follows from them."""

from __future__ import annotations

import csv
import importlib
import io
import re
import sys
from dataclasses import replace

import pytest

from graphkit.export.formats import render
from graphkit.export.ranking import ranking_table
from graphkit.metrics import rank
from graphkit.model import TABLES, Shown
from graphkit.network import Network
from graphkit.store import open_store
from graphkit.views import build_view, render_page
from graphkit.views.page.content import page_content
from graphkit.views.page.facets import FACETS
from graphkit.views.page.organisation_columns import column_label
from graphkit.views.translation import LANGUAGES, words
from tests.browser import RENDERERS, opened, write_as
from tests.networks import dataset

MODULE = """
from graphkit.model import STAGES
from graphkit.views.page.facet import Facet

STAGE = Facet.of_column("stage", STAGES)
"""

STAGED = {"a": "active", "b": "ended", "c": "active", "d": None}
"""By hand: two are active, one has ended, and of one nothing is stated."""


def staged() -> Network:
    facts = dataset(dict.fromkeys(STAGED, "Company"), ties=["ab", "ac", "cd"])
    nodes = [
        replace(node, properties={**node.properties, "stage": stage})
        if (stage := STAGED.get(node.id))
        else node
        for node in facts.nodes
    ]
    return Network.of(replace(facts, nodes=tuple(nodes)))


@pytest.fixture
def stage_facet(tmp_path, monkeypatch):
    """The facet of a module that graphkit does not know, named in the list of facets."""
    (tmp_path / "stage_facet.py").write_text(MODULE, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    importlib.invalidate_caches()
    facet = importlib.import_module("stage_facet").STAGE
    monkeypatch.setitem(FACETS, facet.name, facet)
    yield facet
    del sys.modules["stage_facet"]


@pytest.fixture
def stage_column(monkeypatch):
    """The column `stage`, marked by one word."""
    organisations = TABLES["organisations"]
    columns = tuple(
        replace(each, shown=Shown.TABLE) if each.name == "stage" else each
        for each in organisations.columns
    )
    monkeypatch.setitem(TABLES, "organisations", replace(organisations, columns=columns))


def test_a_facet_from_another_module_is_in_the_content(stage_facet):
    content = page_content(build_view(staged(), language="pl"))
    assert [facet["name"] for facet in content["facets"]] == ["kind", "sector", "layer", "stage"]
    stage = content["facets"][-1]
    assert stage["label"] == "Etap"
    # In the order of the vocabulary, what is not stated last.
    assert [(each["value"], each["label"]) for each in stage["values"]] == [
        ("active", "działa"),
        ("ended", "działalność zakończona"),
        ("", "nie podano"),
    ]
    given = {
        node["id"]: stage["values"][at]["value"]
        for node, at in zip(content["nodes"], stage["each"], strict=True)
    }
    assert given == {"a": "active", "b": "ended", "c": "active", "d": ""}


def test_a_facet_may_have_several_values_or_none(monkeypatch):
    several = replace(FACETS["sector"], name="letters", values=lambda node: list(node.id))
    monkeypatch.setitem(FACETS, "letters", several)
    network = Network.of(dataset("ab a", ties=[("ab", "a")]))
    content = page_content(build_view(network, by="degree"))
    facet = content["facets"][-1]
    assert [value["value"] for value in facet["values"]] == ["a", "b"]
    each = dict(zip([node["id"] for node in content["nodes"]], facet["each"], strict=True))
    assert each == {"ab": [0, 1], "a": 0}


@pytest.mark.browser
@pytest.mark.parametrize("renderer", RENDERERS)
def test_a_facet_is_legend_address_visible_set_table_and_api(
    browser, renderer, stage_facet, tmp_path
):
    view = build_view(staged(), by="degree")
    page = write_as(renderer, view, tmp_path / "page.html")
    with opened(browser, page) as tab:
        switches = tab.locator("#facet-stage label")
        assert switches.all_inner_texts() == ["Active\n2", "Ended\n1", "Not stated\n1"]
        tab.locator("#facet-stage").get_by_role("checkbox", name="Active").uncheck()
        assert set(tab.evaluate("graphkitView.visible")) == {"b", "d"}
        assert tab.evaluate("graphkitView.state.hidden.stage") == ["active"]
        [stage] = tab.evaluate("graphkitView.facets.filter(each => each.name === 'stage')")
        assert [(each["value"], each["count"], each["on"]) for each in stage["values"]] == [
            ("active", 2, False),
            ("ended", 1, True),
            ("", 1, True),
        ]
        assert tab.evaluate("location.hash") == "#hide=stage:active"
        assert "2 of 4 organisations shown." in tab.locator("#counts").inner_text()
        tab.locator("#table summary").click()
        rows = tab.locator("#table tbody tr")
        rows.first.wait_for()
        heads = tab.locator("#table thead th").all_inner_texts()
        assert heads[:6] == ["Rank", "Organisation", "Kind", "Sector", "Stage", "Place"]
        table = {
            row.locator("button").inner_text(): (
                row.locator("td").nth(3).inner_text(),
                row.locator(".hidden-mark").count(),
            )
            for row in rows.all()
        }
        names = {node.id: node.label for node in view.nodes}
        assert {at: table[name] for at, name in names.items()} == {
            "a": ("active", 1),
            "b": ("ended", 0),
            "c": ("active", 1),
            "d": ("", 0),
        }
        # Who is asked for by name is shown again, and the panel says its stage.
        rows.get_by_role("button", name=names["a"], exact=True).click()
        assert tab.evaluate("graphkitView.state.hidden.stage") == []
        assert tab.locator("#details .kind").inner_text() == "Company · business · active"
        tab.evaluate("location.hash = '#hide=stage:ended,stage:,stage:unheard'")
        tab.wait_for_function("() => graphkitView.visible.length === 2")
        assert set(tab.evaluate("graphkitView.visible")) == {"a", "c"}
        assert "stage:unheard" in tab.locator("#notice").inner_text()
        with tab.expect_download() as saved:
            tab.locator("#csv").click()
        rows_of_csv = list(csv.DictReader(io.StringIO(saved.value.path().read_text("utf-8-sig"))))
        assert {row["ID"]: row["Stage"] for row in rows_of_csv} == {"a": "active", "c": "active"}


@pytest.mark.browser
def test_a_column_is_in_panel_table_and_csv_by_one_word(browser, stage_column, tmp_path):
    view = build_view(staged(), by="degree")
    page = write_as("standard", view, tmp_path / "page.html")
    with opened(browser, page) as tab:
        tab.locator("#table summary").click()
        tab.locator("#table tbody tr").first.wait_for()
        heads = tab.locator("#table thead th").all_inner_texts()
        assert heads[:6] == ["Rank", "Organisation", "Kind", "Sector", "Stage", "Place"]
        tab.get_by_role("columnheader", name="Stage").get_by_role("button").click()
        cells = [
            row.locator("td").nth(3).inner_text() for row in tab.locator("#table tbody tr").all()
        ]
        assert cells == ["active", "active", "ended", ""]
        tab.evaluate("location.hash = '#org=b'")
        tab.wait_for_function("() => graphkitView.selected === 'b'")
        assert tab.locator("#details dt").all_inner_texts() == ["Stage"]
        assert tab.locator("#details dd").all_inner_texts() == ["ended"]
        tab.evaluate("location.hash = ''")
        tab.wait_for_function("() => graphkitView.selected === null")
        with tab.expect_download() as saved:
            tab.locator("#csv").click()
        rows = list(csv.DictReader(io.StringIO(saved.value.path().read_text("utf-8-sig"))))
        assert {row["ID"]: row["Stage"] for row in rows} == {
            at: stage or "" for at, stage in STAGED.items()
        }


def test_where_scripts_do_not_run_the_table_has_the_column_too(stage_column):
    page = render_page(build_view(staged(), by="degree"))
    unscripted = page[page.index("<noscript>\n<table>") :]
    head = unscripted[: unscripted.index("</thead>")]
    heads = re.findall(r"<th [^>]*>([^<]*)", head)
    assert heads[:6] == ["Rank", "Organisation", "Kind", "Sector", "Stage", "Place"]
    assert unscripted.count("<td>active</td>") == 2


def test_a_ranking_has_the_column_also_when_it_is_read_from_a_store(stage_column, tmp_path):
    facts = dataset(dict.fromkeys(STAGED, "Company"), ties=["ab", "ac", "cd"])
    named = {"stage": "active"}
    nodes = tuple(
        replace(node, properties={**node.properties, **named}) if node.id == "a" else node
        for node in facts.nodes
    )
    with open_store(tmp_path / "store") as store:
        store.load(replace(facts, nodes=nodes))
        network = Network.of(store, evidence=False)
    table = ranking_table(rank(network, "degree"))
    assert table.columns[:6] == ("rank", "id", "name", "kind", "sector", "stage")
    assert {row["id"]: row["stage"] for row in table.records()} == {
        "a": "active",
        "b": None,
        "c": None,
        "d": None,
    }
    assert render(table, "csv").splitlines()[0].startswith("rank,id,name,kind,sector,stage,")
    assert "stage" not in ranking_table(rank(network, "degree"), short=True).columns


def test_a_ranking_has_the_columns_that_it_had():
    table = ranking_table(rank(staged(), "degree"))
    columns = TABLES["organisations"].columns
    marked = [c.name for c in columns if c.shown is Shown.TABLE and not c.relation]
    about = [name for name in marked if name not in ("id", "name", "kind", "sector")]
    assert table.columns[: 6 + len(about)] == (
        *("rank", "id", "name", "kind", "sector"),
        *about,
        "degree",
    )


def test_what_an_organisation_is_part_of_can_be_shown(monkeypatch):
    organisations = TABLES["organisations"]
    columns = tuple(
        replace(each, shown=Shown.TABLE) if each.name == "part_of" else each
        for each in organisations.columns
    )
    monkeypatch.setitem(TABLES, "organisations", replace(organisations, columns=columns))
    network = Network.of(dataset("a b", ties=["ab"], parts=["ab"]))
    content = page_content(build_view(network.select(parts="separate"), by="degree"))
    [a] = [node for node in content["nodes"] if node["id"] == "a"]
    assert a["stated"] == {"part_of": [network.organisation("b").name]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_of_organisations_has_a_label_in_each_language(language):
    texts = words(language)
    names = {column.name for column in TABLES["organisations"].columns}
    assert texts.section("column").keys() == names
    unknown = replace(TABLES["organisations"].column("stage"), name="head_office")
    assert column_label(unknown, texts) == "Head office"
