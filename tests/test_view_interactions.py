"""What a reader can do on either page, done in a real Chromium, with what then is seen."""

from __future__ import annotations

import random
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from graphkit.metrics import METRICS
from graphkit.model import Dataset, parse_period
from graphkit.network import Network
from graphkit.network.in_force import Bounds
from graphkit.sources import read_sample
from graphkit.views import build_view
from graphkit.views.page.content import page_content
from tests.browser import RENDERERS, choose, dated, opened, write_as
from tests.networks import dataset

pytestmark = pytest.mark.browser

DATED = Network.of(dated())
VIEW = build_view(DATED, by="degree", title="=Przykład")


@pytest.fixture(scope="module", params=RENDERERS)
def page(request, tmp_path_factory) -> Path:
    return write_as(request.param, VIEW, tmp_path_factory.mktemp("view") / "page.html")


def lines(tab) -> set[tuple[str, str, bool]]:
    """The lines as drawn: their ends in order of the alphabet, and whether they are unknown."""
    return {
        (*sorted((line["from"], line["to"])), line["unknown"])
        for line in tab.evaluate("graphkitView.lines")
    }


def at(tab, text: str) -> None:
    tab.locator("#date").fill(text)
    tab.keyboard.press("Enter")


def test_neighbours_stand_out_from_the_others(browser, page):
    with opened(browser, page) as tab:
        choose(tab, "town")
        scene = tab.evaluate("graphkitView.scene")
        assert set(scene["lit"]) == {"town", "uni"}
        assert set(scene["dimmed"]) == {"first", "second", "cluster", "alone"}


def test_the_panel_has_every_metric_with_its_rank(browser, page):
    with opened(browser, page) as tab:
        choose(tab, "uni")
        rows = tab.locator("#details .metrics tr").all_inner_texts()
    assert len(rows) == len(METRICS)
    # By hand: tied to the cluster, to both other members and to the town; nobody to more.
    [degree] = [row for row in rows if row.startswith("Degree")]
    assert degree.split() == ["Degree", "4", "rank", "1", "of", "6"]


# By hand: who is tied at a date, and who may be.
AT_A_DATE = [
    ("2013", {("town", "uni")}, {("cluster", "second"), ("cluster", "uni")}),
    (
        "2011",
        {("town", "uni"), ("cluster", "first"), ("cluster", "second")},
        {("cluster", "uni")},
    ),
    ("2009", set(), {("cluster", "uni")}),
    (
        "2010/2014",
        {("town", "uni"), ("cluster", "first"), ("cluster", "second")},
        {("cluster", "uni")},
    ),
]


def test_a_date_leaves_what_was_in_force_and_marks_the_unknown(browser, page):
    with opened(browser, page) as tab:
        for text, known, unknown in AT_A_DATE:
            at(tab, text)
            tab.locator("#unknown").check()
            drawn = lines(tab)
            assert {line[:2] for line in drawn if not line[2]} == known, text
            assert {line[:2] for line in drawn if line[2]} == unknown, text
            assert len(tab.evaluate("graphkitView.visible")) == 6
            tab.locator("#unknown").uncheck()
            assert {line[:2] for line in lines(tab)} == known, text
            assert " unknown, " in tab.locator("#counts").inner_text()
            tab.locator("#all-dates").click()
            assert len(lines(tab)) == 4
            assert tab.locator("#date").input_value() == ""


def changing() -> Dataset:
    """Two clusters whose members come, go and come back, and are founded and dissolved."""
    chance = random.Random(13)

    def span(known: str) -> dict[str, str]:
        years = zip(("start", "end"), sorted(chance.sample(range(2000, 2012), 2)), strict=True)
        return {
            name: f"{year}{chance.choice(['', '-05', '-05-17'])}"
            for name, year in years
            if name[0] in known
        }

    ids = [*"abcdefghij", "k", "l"]
    members = [
        (each, group, span(known))
        for each in ids[:10]
        for group in "kl"
        for known in chance.choice([[], ["se"], ["se", "se"], ["se", "se", "se"], ["s"]])
    ]
    lived = {each: span(chance.choice(["se", "s", "e"])) for each in "aeik"}
    lives = {each: (life.get("start"), life.get("end")) for each, life in lived.items()}
    kinds = dict.fromkeys(ids, "Company") | {"k": "Cluster", "l": "Cluster"}
    return dataset(kinds, members=members, lives=lives)


@pytest.mark.parametrize("overlap", [False, True])
def test_a_date_leaves_on_the_page_what_it_leaves_in_python(browser, tmp_path, overlap):
    network = Network.of(changing()).select(overlap=overlap)
    path = write_as("standard", build_view(network, links="pairs"), tmp_path / "page.html")
    periods = ("2002", "2004-05-17", "2003/2005", "2006-05", "2006/2008", "2001/2011", "2013")
    seen = set()
    with opened(browser, path) as tab:
        for text, unknown in product(periods, ("include", "exclude")):
            tab.locator("#unknown").set_checked(unknown == "include")
            at(tab, text)
            graph = network.select(at=text, unknown=unknown).graph()
            assert set(tab.evaluate("graphkitView.visible")) == set(graph)
            assert {line[:2] for line in lines(tab)} == {tuple(sorted(tie)) for tie in graph.edges}
            seen.add(graph.number_of_edges())
    assert len(seen) > 6


def test_the_slider_stops_where_something_changes(browser, page):
    with opened(browser, page) as tab:
        slider = tab.locator("#year")
        slider.focus()
        tab.keyboard.press("Home")
        stops = []
        for _ in range(4):
            stops.append(tab.evaluate("graphkitView.state.date"))
            assert tab.locator("#date").input_value() == stops[-1]
            tab.keyboard.press("ArrowRight")
        # By hand: facts begin in 2010, 2011 and on a day of 2014; one has ended by 2013.
        assert stops == ["2010", "2011", "2013", "2014-11-07"]
        # One step beyond the last stop stand all dates, where the thumb is at first.
        assert tab.evaluate("graphkitView.state.date") == ""
        assert slider.get_attribute("aria-valuetext") == "All dates"
        at(tab, "2012-06")
        assert slider.get_attribute("aria-valuetext") == "2012-06"
        assert slider.input_value() == "1"
        slider.focus()
        tab.keyboard.press("End")
        tab.keyboard.press("ArrowLeft")
        assert tab.evaluate("graphkitView.state.date") == "2014-11-07"
        tab.keyboard.press("ArrowRight")
        assert tab.evaluate("graphkitView.state.date") == ""


def test_facts_of_one_year_have_no_slider(browser, tmp_path):
    network = Network.of(dataset("a b", ties=[("a", "b", {"start": "2014", "end": "2014"})]))
    path = write_as("standard", build_view(network), tmp_path / "page.html")
    with opened(browser, path) as tab:
        assert tab.locator("#year").is_hidden()
        assert tab.locator("label[for=year]").is_hidden()
        assert tab.locator("#date").is_visible()


def test_what_is_no_date_is_said_and_changes_nothing(browser, page):
    with opened(browser, page) as tab:
        at(tab, "2014-13")
        assert "Not a valid date" in tab.locator("#notice").inner_text()
        assert tab.locator("#date").get_attribute("aria-invalid") == "true"
        assert tab.evaluate("graphkitView.state.date") == ""
        tab.locator("#all-dates").click()
        assert tab.locator("#notice").inner_text() == ""
        assert tab.locator("#date").input_value() == ""
        assert tab.locator("#date").get_attribute("aria-invalid") == "false"


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> tuple[dict[str, Any], Path]:
    """What the page of the sample holds, and that page."""
    view = build_view(Network.of(read_sample()))
    path = tmp_path_factory.mktemp("view") / "sample.html"
    return page_content(view), write_as("standard", view, path)


def test_the_page_answers_as_python_does(browser, sample):
    content, path = sample
    names = ("startFrom", "startTo", "endFrom", "endTo", "observedFrom", "observedTo")
    rows = [
        content["bounds"][fact["bounds"]] if "bounds" in fact else [""] * 6
        for fact in content["facts"]
    ]
    days = {
        name: np.array(
            [date.fromisoformat(row[nth]).toordinal() if row[nth] else 0 for row in rows],
            dtype=np.int32,
        )
        for nth, name in enumerate(names)
    }
    with opened(browser, path) as tab:
        for text in ("2006", "2010-06", "2014-11-07", "2013/2015", "2020"):
            expected = Bounds.of(days).standing(parse_period(text)).tolist()
            assert len(set(expected)) > 1
            at(tab, text)
            assert tab.evaluate("graphkitView.facts.standings") == expected, text


def test_an_organisation_is_drawn_while_it_existed(browser, tmp_path):
    facts = dataset(
        "a b c",
        signed=[(each, "x", {"start": "2010", "end": ".."}) for each in "abc"],
        lives={"b": ("2009", "2012"), "c": ("2013", None)},
    )
    path = write_as("standard", build_view(Network.of(facts)), tmp_path / "page.html")
    with opened(browser, path) as tab:
        # By hand: in 2011 c is not founded yet, in 2015 b is dissolved.
        for text, drawn in (("2011", "ab"), ("2013", "ac"), ("2015", "ac"), ("2008", "a")):
            at(tab, text)
            assert sorted(tab.evaluate("graphkitView.visible")) == list(drawn)
        assert "2 organisations did not exist then." in tab.locator("#counts").inner_text()
        tab.locator("#search").fill("C")  # whom one asks for is shown, though not at that date
        tab.keyboard.press("Enter")
        assert tab.evaluate("graphkitView.state.date") == ""
        assert sorted(tab.evaluate("graphkitView.visible")) == ["a", "b", "c"]


def test_layers_and_sectors_can_be_switched_off(browser, page):
    with opened(browser, page) as tab:
        assert len(lines(tab)) == 4
        tab.locator("#facet-layer").get_by_role("checkbox", name="Membership").uncheck()
        assert {line[:2] for line in lines(tab)} == {("town", "uni")}
        tab.locator("#facet-layer").get_by_role("checkbox", name="Membership").check()
        tab.locator("#facet-sector").get_by_role(
            "checkbox", name="Business", exact=False
        ).first.uncheck()
        assert set(tab.evaluate("graphkitView.visible")) == {"uni", "town", "cluster", "alone"}


def test_parallel_facts_are_two_lines_of_their_own_colour_and_dash(browser, page):
    with opened(browser, page) as tab:
        both = [
            line
            for line in tab.evaluate("graphkitView.lines")
            if {line["from"], line["to"]} == {"uni", "town"}
        ]
        assert {line["layer"] for line in both} == {"declaration", "tie"}
        assert both[0]["color"] != both[1]["color"]
        assert both[0]["dash"] != both[1]["dash"]


def test_a_line_is_thicker_for_more(browser, tmp_path):
    # By hand: three ties of weight one between a and b, one between b and c.
    network = Network.of(dataset("a b c", ties=["ab", "ab", "ab", "bc"]))
    path = write_as("standard", build_view(network), tmp_path / "page.html")
    with opened(browser, path) as tab:
        width = {
            "".join(sorted((line["from"], line["to"]))): line["width"]
            for line in tab.evaluate("graphkitView.lines")
        }
    assert width["ab"] > 1.5 * width["bc"]


def test_marks_are_sized_by_any_metric_as_python_sizes_them(browser, page):
    with opened(browser, page) as tab:
        for metric in ("degree", "closeness", "constraint"):
            tab.locator("#size").select_option(metric)
            sizes = tab.evaluate("graphkitView.sizes")
            expected = {node.id: node.size for node in build_view(DATED, by=metric).nodes}
            assert sizes == pytest.approx(expected, abs=0.011)
        assert "constraint, larger means lower" in tab.locator("#key").inner_text()


def test_a_deep_link_opens_the_page_as_it_was(browser, page):
    with opened(browser, page) as tab:
        choose(tab, "uni")
        at(tab, "2014-11")
        tab.locator("#size").select_option("closeness")
        tab.locator("#facet-kind").get_by_role("checkbox", name="Foundation").uncheck()
        link = tab.evaluate("location.href")
        assert link.startswith(f"{page.as_uri()}#org=uni&date=2014-11")
    with opened(browser, page, state=link.partition("#")[2]) as tab:
        state = tab.evaluate("graphkitView.state")
        assert tab.evaluate("graphkitView.selected") == "uni"
        assert state["date"] == "2014-11"
        assert state["size"] == "closeness"
        assert state["hidden"]["kind"] == ["Foundation"]


def test_the_back_button_goes_back(browser, page):
    with opened(browser, page) as tab:
        choose(tab, "uni")
        choose(tab, "cluster")
        tab.evaluate("history.back()")
        tab.wait_for_function("() => graphkitView.selected === 'uni'")
        tab.evaluate("history.back()")
        tab.wait_for_function("() => graphkitView.selected === null")
        tab.evaluate("history.forward()")
        tab.wait_for_function("() => graphkitView.selected === 'uni'")


def test_an_address_that_names_nobody_is_said(browser, page):
    with opened(browser, page) as tab:
        tab.evaluate("location.hash = 'org=<b>nobody</b>'")
        tab.wait_for_function("() => document.querySelector('#notice').textContent !== ''")
        assert tab.locator("#notice").inner_text() == "Not on this page: <b>nobody</b>"
        assert tab.evaluate("graphkitView.selected") is None
        # What the address names rightly holds.
        tab.evaluate("location.hash = 'org=uni&date=2014-13&size=closeness'")
        tab.wait_for_function("() => graphkitView.selected === 'uni'")
        assert tab.locator("#notice").inner_text() == "Not on this page: 2014-13"
        assert tab.evaluate("graphkitView.state.size") == "closeness"
        tab.evaluate("location.hash = 'org=town'")
        tab.wait_for_function("() => graphkitView.selected === 'town'")
        assert tab.locator("#notice").inner_text() == ""


def test_who_is_hidden_does_not_come_back_in_the_panel(browser, page):
    with opened(browser, page) as tab:
        choose(tab, "uni")
        # By hand: the cluster, its two other members, and the town.
        assert "Neighbours (4)" in tab.locator("#details").inner_text()
        tab.locator("#facet-kind").get_by_role("checkbox", name="Company").uncheck()
        said = tab.locator("#details").inner_text()
        assert "Neighbours (2)" in said
        assert "First" not in said
        assert set(tab.evaluate("graphkitView.scene.lit")) == {"uni", "cluster", "town"}
        # When a filter hides what is selected, the page says so, and the panel follows: by hand,
        # the town and the cluster's foundation are left, and nothing ties them.
        for kind in ("Cluster", "University"):
            tab.locator("#facet-kind").get_by_role("checkbox", name=kind).uncheck()
        assert "Uni is hidden by the filters" in tab.locator("#notice").inner_text()
        assert tab.locator("#empty").inner_text() == "The filters leave no ties."
        assert "2 organisations, 0 have ties." in tab.locator("#details").inner_text()
        assert "2 have no ties" in tab.locator("#details summary").inner_text()
        # What the box says stands above the names of those without ties, not over them.
        marks = tab.evaluate("graphkitView.nodes.map(id => graphkitView.position(id).y)")
        box = tab.locator("#empty").bounding_box()
        assert box["y"] + box["height"] < min(marks)
        assert tab.locator("#facet-kind .count").all_inner_texts().count("0/1") == 2
        tab.evaluate("location.hash = 'org=first&hide=kind:Company'")
        tab.wait_for_function("() => document.getElementById('notice').textContent")
        assert "First is hidden by the filters" in tab.locator("#notice").inner_text()
        tab.locator("#reset").click()
        tab.locator("#date").fill("1850")
        tab.keyboard.press("Enter")
        # By hand: only the university's membership has no date.
        said = "No facts are certain to be in force as of 1850; 1 unknown."
        assert tab.locator("#empty").inner_text() == said
        tab.locator("#unknown").uncheck()
        assert tab.locator("#empty").inner_text() == "No facts are in force as of 1850."
