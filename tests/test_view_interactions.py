"""What one can do on the page, in a real Chromium: filters, sizes, keys, files, links, table."""

from __future__ import annotations

import csv
import io
import random
import struct
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

from graphkit.model import parse_period
from graphkit.model.naming import fold
from graphkit.network import Network
from graphkit.network.standing import Bounds
from graphkit.views import build_view, write_page
from tests.browser import launched, opened, partners
from tests.building import dataset

pytestmark = pytest.mark.browser

NETWORK = Network.of(partners())
VIEW = build_view(NETWORK, title="Sieć: żółć")


@pytest.fixture(scope="module")
def browser():
    with launched() as started:
        yield started


@pytest.fixture(scope="module")
def page(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("view") / "page.html"
    write_page(VIEW, path)
    return path


@pytest.fixture(scope="module")
def overview(tmp_path_factory) -> Path:
    """Ten teams of 85, tied in a row by one tie each, and a pair too small to be drawn."""
    teams = [f"t{team}m{member:02}" for team in range(10) for member in range(85)]
    row = [(f"t{at}m00", f"t{at + 1}m00") for at in range(9)]
    made = dataset(
        " ".join([*teams, "p", "q"]),
        took_part=[(name, name[:2]) for name in teams],
        ties=[*row, ("p", "q")],
    )
    path = tmp_path_factory.mktemp("view") / "overview.html"
    write_page(build_view(Network.of(made), by="degree"), path)
    return path


def say(tab, what: str):
    return tab.evaluate(f"graphkitView.{what}")


def set_date(tab, text: str) -> None:
    tab.locator("#date").fill(text)
    tab.keyboard.press("Enter")


def test_a_date_takes_ties_away_and_says_what_is_not_known(browser, page):
    with opened(browser, page) as tab:
        assert say(tab, "scene.lines") == 5
        set_date(tab, "2013")
        # By hand: the signatures of a and b are of 2014, those of the park and the cluster undated;
        # c was seen in the cluster in 2013 and may have been its founder since 2010.
        assert (
            tab.locator("#counts")
            .inner_text()
            .startswith("Facts at 2013: in force 1, not known 3, not in force 2.")
        )
        assert (say(tab, "scene.lines"), say(tab, "scene.unknownLines")) == (3, 2)
        assert len(say(tab, "visible")) == 7
        assert "not known to be in force" in tab.locator("#key").inner_text()
        tab.get_by_role("checkbox", name="show what is not known").uncheck()
        assert (say(tab, "scene.lines"), say(tab, "scene.unknownLines")) == (1, 0)
        assert len(say(tab, "visible")) == 7
        tab.get_by_role("button", name="All dates").click()
        assert say(tab, "scene.lines") == 5
        assert tab.locator("#counts").inner_text() == ""


def test_the_slider_runs_over_the_years_of_the_facts(browser, page):
    with opened(browser, page) as tab:
        slider = tab.get_by_role("slider", name="Date")
        assert (slider.get_attribute("min"), slider.get_attribute("max")) == ("2010", "2014")
        assert slider.get_attribute("aria-valuetext") == "All dates"
        slider.focus()
        tab.keyboard.press("Home")
        assert say(tab, "state.date") == "2010"
        tab.keyboard.press("ArrowRight")
        assert tab.locator("#date").input_value() == "2011"
        assert slider.get_attribute("aria-valuetext") == "2011"


@pytest.mark.parametrize("text", ["2014-13", "yesterday", "2014/2010"])
def test_what_is_no_date_changes_nothing_and_says_so(browser, page, text):
    with opened(browser, page) as tab:
        set_date(tab, text)
        assert say(tab, "state.date") == ""
        assert "2014-11-07" in tab.get_by_role("alert").inner_text()
        assert tab.locator("#date").get_attribute("aria-invalid") == "true"
        set_date(tab, "2010/2014")
        assert say(tab, "state.date") == "2010/2014"
        assert tab.get_by_role("alert").inner_text() == ""


def test_the_panel_says_how_each_fact_stood_at_the_date(browser, page):
    with opened(browser, page) as tab:
        tab.locator("#search").fill("żółw")
        tab.keyboard.press("Enter")
        set_date(tab, "2013")
        facts = tab.locator("#details .fact").all_inner_texts()
        assert ["in force at 2013" in fact.splitlines() for fact in facts].count(True) == 1
        assert ["not known to be in force at 2013" in fact for fact in facts].count(True) == 1


def test_facts_stand_as_in_python(browser, page):
    generator = random.Random(7)

    def day() -> str:
        return date(generator.randint(2009, 2015), generator.randint(1, 12), 15).isoformat()

    cases = []
    for _ in range(400):
        start, end, seen = (sorted([day(), day()]) for _ in range(3))
        shown = [
            *(start if generator.random() < 0.7 else ["", ""]),
            *generator.choice([end, ["", ""], ["9999-12-31", "9999-12-31"]]),
            *(seen if generator.random() < 0.4 else ["", ""]),
        ]
        begin = generator.randint(2009, 2015)
        at = generator.choice([f"{begin}", f"{begin}-06", f"{begin}-06-15", f"{begin}/2015"])
        cases.append((shown, at))
    names = ("startFrom", "startTo", "endFrom", "endTo", "observedFrom", "observedTo")
    expected = []
    for shown, at in cases:
        days = {
            name: np.array([date.fromisoformat(text).toordinal() if text else 0], dtype=np.int32)
            for name, text in zip(names, shown, strict=True)
        }
        expected.append(int(Bounds.of(days).standing(parse_period(at))[0]))
    assert set(expected) == {0, 1, 2}
    with opened(browser, page) as tab:
        stood = tab.evaluate("cases => cases.map(each => graphkitView.standing(...each))", cases)
    assert stood == expected


def test_layers_and_sectors_are_switched_off(browser, page):
    with opened(browser, page) as tab:
        tab.locator("#layers").get_by_role("checkbox", name="Declaration").uncheck()
        assert {line["layer"] for line in say(tab, "lines")} == {"membership"}
        assert say(tab, "scene.hubs") == 0
        tab.locator("#layers").get_by_role("checkbox", name="Membership").uncheck()
        assert say(tab, "scene.lines") == 0
        assert "Ties hidden" in tab.locator("#counts").inner_text()
        tab.locator("#sectors").get_by_role("checkbox", name="Research").uncheck()
        assert set(NETWORK.graph()) - set(say(tab, "visible")) == {"a"}
        tab.get_by_role("button", name="Reset").click()
        assert say(tab, "scene.lines") == 5
        assert len(say(tab, "visible")) == 7


def test_sizes_are_pythons_and_change_with_the_menu(browser, page):
    with opened(browser, page) as tab:
        assert say(tab, "sizes") == {node.id: node.size for node in VIEW.nodes}
        for metric in ("degree", "constraint"):
            tab.get_by_label("Size by").select_option(metric)
            other = build_view(NETWORK, by=metric)
            assert say(tab, "sizes") == {node.id: node.size for node in other.nodes}
            assert f"Size: {metric}" in tab.locator("#key").inner_text()
        assert "lower" in tab.locator("#key").inner_text()


def test_arrows_walk_along_ties_only(browser, page):
    with opened(browser, page) as tab:
        tab.locator("#picture").focus()
        tab.keyboard.press("ArrowUp")
        neighbours = {
            node: set(NETWORK.graph().neighbors(node)) for node in ("cluster", "c", "a", "b")
        }
        here = say(tab, "selected")
        assert here == "cluster"
        for key in ("ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown") * 3:
            before = tab.evaluate("id => graphkitView.position(id)", here)
            tab.keyboard.press(key)
            there = say(tab, "selected")
            if there == here:
                assert tab.locator("#announcement").inner_text() == "No tie leads that way."
                continue
            assert here not in neighbours or there in neighbours[here]
            after = tab.evaluate("id => graphkitView.position(id)", there)
            axis, sign = {
                "ArrowLeft": ("x", -1), "ArrowRight": ("x", 1),
                "ArrowUp": ("y", -1), "ArrowDown": ("y", 1),
            }[key]  # fmt: skip
            assert sign * (after[axis] - before[axis]) > 0
            here = there
        tab.keyboard.press("Enter")
        assert tab.evaluate("document.activeElement.tagName") == "H2"
        tab.keyboard.press("Escape")
        assert say(tab, "selected") is None


def test_an_organisation_without_ties_stays_where_it_is(browser, page):
    with opened(browser, page) as tab:
        tab.locator("#search").fill("samotny")
        tab.keyboard.press("Enter")
        tab.locator("#picture").focus()
        tab.keyboard.press("ArrowUp")
        assert say(tab, "selected") == "alone"
        assert tab.locator("#announcement").inner_text() == "No tie leads that way."


def test_buttons_and_keys_move_the_camera(browser, page):
    with opened(browser, page) as tab:
        start = say(tab, "camera")
        tab.get_by_role("button", name="Zoom in").click()
        assert say(tab, "camera.scale") == pytest.approx(1.4 * start["scale"])
        tab.get_by_role("button", name="Zoom out").click()
        assert say(tab, "camera.scale") == pytest.approx(start["scale"])
        tab.locator("#picture").focus()
        tab.keyboard.press("Shift+ArrowRight")
        assert say(tab, "camera.x") > start["x"]
        tab.keyboard.press("+")
        tab.keyboard.press("0")
        assert say(tab, "camera") == pytest.approx(start)
        tab.keyboard.press("-")
        tab.get_by_role("button", name="Fit").click()
        assert say(tab, "camera") == pytest.approx(start)


def test_a_link_opens_what_it_names_and_back_goes_back(browser, page):
    with opened(browser, page) as tab:
        tab.evaluate(
            "location.hash = 'org=a&date=2014-11&size=degree&hide=kind:Park,layer:membership'"
        )
        tab.wait_for_function("graphkitView.selected === 'a'")
        state = say(tab, "state")
        assert (state["date"], state["size"]) == ("2014-11", "degree")
        assert state["hiddenKinds"] == ["Park"]
        assert state["hiddenLayers"] == ["membership"]
        assert tab.locator("#date").input_value() == "2014-11"
        assert not tab.get_by_role("checkbox", name="Park").is_checked()
        tab.locator("#search").fill("klaster l")
        tab.keyboard.press("Enter")
        assert tab.evaluate("location.hash").startswith("#org=cluster&date=2014-11")
        tab.go_back()
        tab.wait_for_function("graphkitView.selected === 'a'")
        assert say(tab, "state.date") == "2014-11"
        tab.go_forward()
        tab.wait_for_function("graphkitView.selected === 'cluster'")
        tab.evaluate("location.hash = 'org=nobody'")
        tab.wait_for_function("document.getElementById('notice').textContent.includes('nobody')")
        assert say(tab, "selected") == "cluster"


def test_a_link_is_followed_when_the_page_opens(browser, page):
    context = browser.new_context(offline=True)
    tab = context.new_page()
    tab.goto(f"{page.as_uri()}#group=declaration%20d&unknown=no&date=2015")
    tab.wait_for_function("window.graphkitView?.selectedGroup === 'declaration d'")
    assert say(tab, "state.unknown") is False
    context.close()


def test_the_table_sorts_by_every_column(browser, page):
    with opened(browser, page) as tab:
        tab.locator("#table summary").click()
        heads = tab.locator("#rows thead th")
        # Rank, name, kind, sector, place and the metrics.
        assert heads.count() == 5 + len(VIEW.nodes[0].values)
        names = tab.locator("#rows tbody th")
        tab.get_by_role("button", name="Organisation", exact=True).click()
        assert heads.nth(1).get_attribute("aria-sort") == "ascending"
        assert names.all_inner_texts() == sorted(names.all_inner_texts(), key=fold)
        heads.nth(1).locator("button").focus()
        tab.keyboard.press("Enter")
        assert heads.nth(1).get_attribute("aria-sort") == "descending"
        tab.get_by_role("button", name="Constraint").click()
        assert heads.nth(1).get_attribute("aria-sort") is None
        # Without ties there is no constraint: those come last either way.
        last = {"Klaster Samotny", "Fundacja Ósma"}
        assert set(names.all_inner_texts()[-2:]) == last
        tab.get_by_role("button", name="Constraint").click()
        assert set(names.all_inner_texts()[-2:]) == last
        tab.get_by_role("checkbox", name="Park").uncheck()
        assert "(hidden)" in tab.locator("#rows tr", has_text="Park Białystok").inner_text()
        tab.locator("#rows").get_by_role("button", name="Park Białystok").click()
        assert say(tab, "selected") == "bialystok-park"
        assert tab.get_by_role("checkbox", name="Park").is_checked()


def _saved(tab, name: str) -> tuple[str, bytes]:
    with tab.expect_download() as waiting:
        tab.get_by_role("button", name=f"Download {name}").click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def test_the_window_is_saved_as_png(browser, page):
    with opened(browser, page) as tab:
        name, data = _saved(tab, "PNG")
        frame = tab.locator("#picture").bounding_box()
    assert name == "siec-zolc.png"
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", data[16:24]) == (
        2 * round(frame["width"]),
        2 * round(frame["height"]),
    )


def test_the_whole_picture_is_saved_as_svg(browser, page):
    with opened(browser, page) as tab:
        tab.get_by_role("button", name="Zoom in").click()
        name, data = _saved(tab, "SVG")
    assert name == "siec-zolc.svg"
    root = ElementTree.fromstring(data.decode("utf-8"))
    texts = " ".join(" ".join(root.itertext()).split())
    for said in ("Sieć: żółć", "Politechnika", "Deklaracja", "Data: test", "Size: betweenness"):
        assert said in texts
    space = "{http://www.w3.org/2000/svg}"
    assert len(root.findall(f".//{space}path")) >= 7 + 5
    assert {element.tag.removeprefix(space) for element in root.iter()} <= {
        "svg", "title", "g", "path", "circle", "rect", "text",
    }  # fmt: skip


def test_the_selection_is_saved_as_csv(browser, page):
    with opened(browser, page) as tab:
        _, everything = _saved(tab, "CSV")
        tab.locator("#search").fill("żółw")
        tab.keyboard.press("Enter")
        _, chosen = _saved(tab, "CSV")
    assert everything.startswith(b"\xef\xbb\xbf")
    assert everything.count(b"\r\n") == everything.count(b"\n") == 8
    rows = list(csv.DictReader(io.StringIO(chosen.decode("utf-8-sig"))))
    # Two facts put c into the cluster, which is the group itself and so has none.
    assert sorted((row["Id"], row["Role"], row["When"]) for row in rows) == [
        ("c", "founder", "from 2010"),
        ("c", "member", "seen 2013"),
        ("cluster", "", ""),
    ]


def test_downloads_work_in_a_frame_without_an_origin(browser, tmp_path):
    host = tmp_path / "host.html"
    host.write_text(VIEW._repr_html_(), encoding="utf-8")
    context = browser.new_context(offline=True, viewport={"width": 1300, "height": 900})
    tab = context.new_page()
    tab.goto(host.as_uri())
    frame = tab.frames[1]
    frame.wait_for_function("window.graphkitView !== undefined")
    with tab.expect_download() as waiting:
        frame.get_by_role("button", name="Download CSV").click()
    assert waiting.value.suggested_filename == "siec-zolc.csv"
    context.close()


def test_communities_open_and_close_by_mouse_and_keyboard(browser, overview):
    with opened(browser, overview) as tab:
        tab.locator("#picture").focus()
        tab.keyboard.press("ArrowRight")
        first = say(tab, "selected")
        assert first.endswith("m00")
        # By hand: communities are tied in a row, so that an arrow leads to the next.
        for key in ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"):
            tab.keyboard.press(key)
        team = int(say(tab, "selected")[1])
        tab.keyboard.press("Enter")
        assert len(say(tab, "nodes")) == 85
        assert tab.evaluate("location.hash").startswith("#community=")
        assert all(name.startswith(f"t{team}") for name in say(tab, "nodes"))
        tab.keyboard.press("Escape")
        assert len(say(tab, "nodes")) == 10
        place = tab.evaluate("graphkitView.position('t3m00')")
        tab.mouse.dblclick(place["x"], place["y"])
        tab.wait_for_function("graphkitView.nodes.length === 85")
        tab.go_back()
        tab.wait_for_function("graphkitView.selected === 't3m00'")
        tab.get_by_role("button", name="Open", exact=True).click()
        assert len(say(tab, "nodes")) == 85
        tab.get_by_role("button", name="Back to all communities").click()
        tab.get_by_role("button", name="Open the rest").click()
        assert set(say(tab, "nodes")) == {"p", "q"}


def test_filters_reach_the_ties_between_communities(browser, overview):
    with opened(browser, overview) as tab:
        assert say(tab, "scene.lines") == 9
        tab.locator("#layers").get_by_role("checkbox", name="Direct tie").uncheck()
        assert say(tab, "scene.lines") == 0
        assert say(tab, "scene.marks") == 10


def test_paper_gets_title_picture_panel_and_legend_on_white(browser, page):
    with opened(browser, page, color_scheme="dark") as tab:
        tab.evaluate("dispatchEvent(new Event('beforeprint'))")
        tab.emulate_media(media="print")
        for shown in ("h1", "#print", "#provenance", "#legend"):
            assert tab.locator(shown).first.is_visible()
        for gone in ("#search", "#fit", "#picture", "#table"):
            assert not tab.locator(gone).is_visible()
        white = "document.getElementById('print').getContext('2d').getImageData(0, 0, 1, 1).data[0]"
        assert tab.evaluate(white) == 255
        back = "getComputedStyle(document.body).backgroundColor"
        assert tab.evaluate(back) == "rgb(255, 255, 255)"
