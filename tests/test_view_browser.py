"""The page in a real Chromium with the network cut off: what a reader sees, clicks and types."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from graphkit.model.naming import fold
from graphkit.network import Network
from graphkit.views import build_view, write_page
from tests.browser import HOSTILE, WITHOUT_WEBGL, hostile, opened, partners, write_as

pytestmark = pytest.mark.browser

NETWORK = Network.of(partners())
VIEW = build_view(NETWORK, title="Sieć: żółć i łódź")


@pytest.fixture(scope="module")
def page(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("view") / "sieć.html"
    write_page(VIEW, path)
    return path


@pytest.fixture(scope="module")
def hostile_page(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("view") / "hostile.html"
    write_page(build_view(Network.of(hostile()), title=HOSTILE[1]), path)
    return path


def click(tab, name: str) -> None:
    place = tab.evaluate("name => graphkitView.position(name)", name)
    tab.mouse.click(place["x"], place["y"])
    tab.wait_for_function("name => graphkitView.selected === name", arg=name)


def test_the_view_shows_as_many_nodes_as_the_graph_has(browser, page):
    # By hand: four signatories, a member of one of them, and two that are tied to nobody.
    expected = {"a", "b", "bialystok-park", "c", "cluster", "alone", "apart"}
    assert set(NETWORK.graph()) == expected
    with opened(browser, page) as tab:
        assert set(tab.evaluate("graphkitView.nodes")) == expected
        assert set(tab.evaluate("graphkitView.visible")) == expected


def test_polish_text_is_right(browser, page):
    with opened(browser, page) as tab:
        assert tab.title() == "Sieć: żółć i łódź"
        assert tab.locator("h1").inner_text() == "Sieć: żółć i łódź"
        assert "Żółw i Gęś sp. z o.o." in {
            label["text"] for label in tab.evaluate("graphkitView.labels")
        }


def test_search_ignores_case_and_accents(browser, page):
    # What else is found, and in which order, finding.test.ts has.
    with opened(browser, page) as tab:
        tab.locator("#search").fill("DEKLARACJA wspolpracy")
        tab.keyboard.press("Enter")
        assert tab.locator("#details h2").inner_text() == "Deklaracja współpracy"


def test_search_suggests_while_typing(browser, page):
    with opened(browser, page) as tab:
        tab.locator("#picture").focus()
        tab.keyboard.press("/")
        tab.keyboard.type("klaster")
        assert tab.locator("#results [role=option] > span").all_inner_texts() == [
            "Klaster Łączności",
            "Klaster Samotny",
        ]
        tab.keyboard.press("ArrowDown")
        tab.keyboard.press("ArrowDown")
        tab.keyboard.press("Enter")
        assert tab.evaluate("graphkitView.selected") == "alone"
        assert tab.locator("#results").is_hidden()


def test_a_suggestion_is_taken_when_the_pointer_is_let_go_on_it(browser, page):
    with opened(browser, page) as tab:
        tab.locator("#search").fill("klaster")
        place = tab.locator("#results li").nth(1).bounding_box()
        tab.mouse.move(place["x"] + 20, place["y"] + 8)
        tab.mouse.down()
        assert tab.evaluate("graphkitView.selected") is None
        assert tab.locator("#results").is_visible()
        tab.mouse.move(20, 20)
        tab.mouse.up()
        assert tab.evaluate("graphkitView.selected") is None
        tab.locator("#results li").nth(1).click()
        assert tab.evaluate("graphkitView.selected") == "alone"
        assert tab.locator("#results").is_hidden()


def test_search_says_when_nothing_is_found(browser, page):
    with opened(browser, page) as tab:
        tab.locator("#search").fill("xyzzy")
        assert tab.locator("#results").inner_text() == "Nothing found."
        tab.keyboard.press("Enter")
        assert tab.evaluate("graphkitView.selected") is None


def test_search_folds_as_the_command_line_does(browser, page):
    names = ["Łódź  Ősz", "STRAẞE Straße", "ﬁrma", "Đurđevac", "Zażółć GĘŚLĄ jaźń", "İzmir", "Å²"]
    with opened(browser, page) as tab:
        folded = tab.evaluate("names => names.map(graphkitView.fold)", names)
    assert folded == [fold(name) for name in names]


def test_a_click_shows_neighbours_and_facts_with_their_sources(browser, page):
    with opened(browser, page) as tab:
        click(tab, "a")
        panel = tab.locator("#details")
        assert panel.locator("h2").inner_text() == "Politechnika Białostocka"
        text = panel.inner_text()
        assert "Neighbours (3)" in text
        for neighbour in ("Urząd Miejski w Suwałkach", "Park Białystok", "Klaster Łączności"):
            assert neighbour in text
        fact = panel.locator(".fact").inner_text()
        assert "partner · since 2014-11-07" in fact
        assert "Protokół (p4, 2014-11)" in fact
        assert "Lista" in fact
        link = panel.locator(".source a")
        assert link.get_attribute("href") == "https://example.org/1"
        assert link.get_attribute("rel") == "noopener noreferrer"


def test_parallel_and_inferred_facts_are_told_apart(browser, page):
    with opened(browser, page) as tab:
        click(tab, "c")
        facts = tab.locator("#details .fact").all_inner_texts()
        assert sorted(each.splitlines()[0] for each in facts) == [
            "founder · from 2010",
            "member · as of 2013",
        ]
        click(tab, "bialystok-park")
        assert "inferred" in tab.locator("#details .fact").inner_text()
        websites = tab.locator("#details dd a").all_inner_texts()
        assert websites == ["https://example.org/park"]
        assert "ftp://example.org/" in tab.locator("#details").inner_text()


def test_a_cluster_lists_the_facts_of_its_members(browser, page):
    with opened(browser, page) as tab:
        click(tab, "cluster")
        text = tab.locator("#details").inner_text()
        assert "Represented by: Fundacja Ósma" in text
        assert "founder · from 2010" in text
        click(tab, "apart")
        text = tab.locator("#details").inner_text()
        assert "Signed on behalf of others" in text
        assert "Klaster Łączności" in text


def test_neighbours_and_groups_are_buttons(browser, page):
    with opened(browser, page) as tab:
        click(tab, "a")
        tab.locator("#details").get_by_role("button", name="Klaster Łączności").first.click()
        assert tab.evaluate("graphkitView.selected") == "cluster"
        tab.locator("#details").get_by_role("button", name="Deklaracja współpracy").click()
        assert tab.evaluate("graphkitView.selectedGroup") == "declaration d"
        assert "Signatories (4)" in tab.locator("#details").inner_text()
        # By hand: c alone belongs to the cluster, which is not a member of itself.
        tab.evaluate("location.hash = 'group=membership%20cluster'")
        tab.wait_for_function("() => graphkitView.selectedGroup === 'membership cluster'")
        assert "Members (1)" in tab.locator("#details").inner_text()


def test_the_legend_hides_and_shows_a_kind(browser, page):
    with opened(browser, page) as tab:
        box = tab.get_by_role("checkbox", name="Cluster")
        box.uncheck()
        assert set(tab.evaluate("graphkitView.visible")) == {
            "a",
            "b",
            "bialystok-park",
            "c",
            "apart",
        }
        texts = {label["text"] for label in tab.evaluate("graphkitView.labels")}
        assert "Klaster Łączności" not in texts
        place = tab.evaluate("graphkitView.position('alone')")
        tab.mouse.click(place["x"], place["y"])
        assert tab.evaluate("graphkitView.selected") is None
        box.focus()
        tab.keyboard.press("Space")
        assert len(tab.evaluate("graphkitView.visible")) == 7


def test_the_legend_counts_organisations_and_groups(browser, page):
    # By hand; a group counts when two are in it.
    with opened(browser, page) as tab:
        said = {
            place: dict(
                label.rsplit("\n", 1) for label in tab.locator(f"#{place} label").all_inner_texts()
            )
            for place in ("facet-kind", "facet-layer")
        }
    assert sorted(said["facet-kind"].values()) == ["1"] * 5 + ["2"]
    assert said["facet-kind"]["Cluster"] == "2"
    assert said["facet-layer"] == {"Membership": "1", "Declaration": "1"}


def test_the_legend_tells_the_lines_of_layers_apart(browser, page):
    with opened(browser, page) as tab:
        lines = tab.locator("#facet-layer label")
        assert lines.locator("span:not(.count)").all_inner_texts() == ["Membership", "Declaration"]
        dashes = lines.locator("path").evaluate_all(
            "each => each.map(path => path.getAttribute('stroke-dasharray'))"
        )
        assert len(set(dashes)) == 2


def test_the_table_selects_too(browser, page):
    with opened(browser, page) as tab:
        assert tab.locator("#table").get_attribute("open") is None
        tab.locator("#table summary").click()
        tab.locator("#table tbody tr").first.wait_for()
        assert tab.locator("#table tbody tr").count() == 7
        tab.locator("#table").get_by_role("button", name="Klaster Samotny").click()
        assert tab.evaluate("graphkitView.selected") == "alone"
        current = tab.locator("#table tr[aria-current=true] th")
        assert current.all_inner_texts() == ["Klaster Samotny"]
        assert tab.locator("#table .hidden-mark").count() == 0
        tab.get_by_role("checkbox", name="Cluster").uncheck()
        hidden = tab.locator("#table tr", has=tab.locator(".hidden-mark")).get_by_role("button")
        assert hidden.all_inner_texts() == ["Klaster Łączności", "Klaster Samotny"]
        assert current.count() == 0


def test_the_table_sorts_by_a_column(browser, page):
    # How each column sorts, table.test.ts has. By hand: the cluster is tied to the three others who
    # sign and to its member.
    by_name = [
        "Fundacja Ósma",
        "Klaster Łączności",
        "Klaster Samotny",
        "Park Białystok",
        "Politechnika Białostocka",
        "Urząd Miejski w Suwałkach",
        "Żółw i Gęś sp. z o.o.",
    ]
    with opened(browser, page) as tab:
        tab.locator("#table summary").click()
        names = tab.locator("#table tbody th")
        head = tab.get_by_role("columnheader", name="Organisation").get_by_role("button")
        head.click()
        assert names.all_inner_texts() == by_name
        head.press("Enter")
        assert names.all_inner_texts() == by_name[::-1]
        degree = tab.get_by_role("columnheader", name="Degree")
        degree.get_by_role("button").click()
        assert degree.get_attribute("aria-sort") == "descending"
        assert names.first.inner_text() == "Klaster Łączności"


def test_without_javascript_the_table_is_there(browser, page):
    with opened(browser, page, java_script_enabled=False) as tab:
        assert tab.locator("#unscripted").inner_text() != ""
        assert tab.locator("#table tbody tr").count() == 7
        assert tab.locator("#table tbody th").first.is_visible()


def test_hostile_names_of_groups_stay_text(browser, hostile_page):
    with opened(browser, hostile_page) as tab:
        click(tab, "o2")
        buttons = tab.locator("#details .group-title button")
        names = set(buttons.all_inner_texts())
        assert set(HOSTILE) <= names
        for nth in range(0, buttons.count(), 5):
            click(tab, "o2")
            name = buttons.nth(nth).inner_text()
            buttons.nth(nth).click()
            assert tab.locator("#details h2").inner_text() == name
        click(tab, "__proto__")
        assert tab.locator("#details h2").inner_text() == "__proto__"


def test_the_panel_says_how_each_fact_stood_at_the_date(browser, page):
    with opened(browser, page) as tab:
        tab.locator("#search").fill("żółw")
        tab.keyboard.press("Enter")
        tab.locator("#date").fill("2013")
        tab.keyboard.press("Enter")
        facts = tab.locator("#details .fact").all_inner_texts()
        assert ["in force as of 2013" in fact.splitlines() for fact in facts].count(True) == 1
        assert ["unknown whether in force as of 2013" in fact for fact in facts].count(True) == 1


def test_a_browser_without_webgl_has_all_but_the_picture(browser, tmp_path):
    page = write_as("webgl", VIEW, tmp_path / "page.html")
    with opened(browser, page, script=WITHOUT_WEBGL) as tab:
        assert tab.locator("#picture").inner_text().startswith("This browser cannot draw")
        tab.locator("#table summary").click()
        tab.locator("#table").get_by_role("button", name="Klaster Samotny").click()
        assert tab.locator("#details h2").inner_text() == "Klaster Samotny"
        with tab.expect_download() as waiting:
            tab.locator("#png").click()
        waiting.value.save_as(tmp_path / "saved.png")
        height = round(tab.locator("#picture").bounding_box()["height"])
    image = np.asarray(Image.open(tmp_path / "saved.png").convert("L"))
    # The picture is in the file though it is not on the screen.
    assert (image[88 : 88 + 2 * height] < 128).sum() > 1000


def test_what_is_asked_for_by_name_is_shown_though_its_kind_was_hidden(browser, page):
    with opened(browser, page) as tab:
        box = tab.get_by_role("checkbox", name="Cluster")
        box.uncheck()
        assert "alone" not in tab.evaluate("graphkitView.visible")
        tab.locator("#search").fill("samotny")
        tab.keyboard.press("Enter")
        assert tab.evaluate("graphkitView.selected") == "alone"
        assert "alone" in tab.evaluate("graphkitView.visible")
        assert box.is_checked()
