"""A line opens why two are tied: by click, by key and by address, on both pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.network import Network
from graphkit.sources import read
from graphkit.views import build_view, write_page
from tests.browser import RENDERERS, choose, opened, partners, teams, write_as
from tests.test_surveys import SURVEY, written

pytestmark = pytest.mark.browser

VIEW = build_view(Network.of(partners()), by="degree", title="Example")


@pytest.fixture(scope="module", params=RENDERERS)
def page(request, tmp_path_factory) -> Path:
    return write_as(request.param, VIEW, tmp_path_factory.mktemp("ties") / "page.html")


def click_line(tab, start: str, end: str | None) -> None:
    """Click on the middle of a line; end: None for a spoke."""
    [middle] = [
        line["middle"]
        for line in tab.evaluate("graphkitView.lines")
        if line["from"] == start and line["to"] == end
    ]
    tab.mouse.click(*middle)


def lit(tab) -> list[tuple[str, str | None]]:
    lines = tab.evaluate("graphkitView.lines")
    return [(line["from"], line["to"]) for line in lines if line["light"] == "lit"]


def test_a_click_on_a_line_shows_every_fact_that_ties_the_two(browser, page):
    with opened(browser, page) as tab:
        click_line(tab, "c", "cluster")
        tie = tab.evaluate("graphkitView.selectedTie")
        said = tab.locator("#details").inner_text()
        address = tab.evaluate("location.hash")
        light = lit(tab)
        tab.keyboard.press("Escape")
        assert tab.evaluate("graphkitView.selectedTie") is None
    assert tie == {"kind": "pair", "ends": ["c", "cluster"]}
    assert address == "#pair=c,cluster"
    assert light == [("c", "cluster")]
    # By hand: c is stated to be in the cluster twice, with other dates each time.
    assert "Żółw i Gęś sp. z o.o. – Klaster Łączności" in said
    assert "member · as of 2013" in said
    assert "founder · from 2010" in said
    assert said.count("No source") == 2


def test_a_click_on_a_spoke_shows_what_an_organisation_shares_with_the_group(browser, page):
    with opened(browser, page) as tab:
        click_line(tab, "a", None)
        tie = tab.evaluate("graphkitView.selectedTie")
        said = tab.locator("#details").inner_text()
        assert lit(tab) == [("a", None)]
        # Three others signed; of each one may ask in turn.
        assert tab.locator("#details .why").count() == 3
        tab.locator("#details .why").first.click()
        assert tab.evaluate("graphkitView.selectedTie.kind") == "pair"
        # Both their signatures, in the declaration: two spokes.
        assert len(lit(tab)) == 2
    assert tie["kind"] == "part"
    assert tie["ends"][0] == "a"
    assert "partner · on 2014-11-07" in said or "partner · since 2014-11-07" in said
    assert "Protokół (p4, 2014-11) https://example.org/1" in said
    assert "Lista" in said


def test_keys_step_through_the_lines_of_an_organisation(browser, page):
    with opened(browser, page) as tab:
        choose(tab, "cluster")
        tab.locator("#picture").focus()
        seen = []
        for key in (".", ".", ".", ","):
            tab.keyboard.press(key)
            tie = tab.evaluate("graphkitView.selectedTie")
            seen.append((tie["kind"], *tie["ends"]))
        tab.keyboard.press("Enter")
        assert tab.evaluate("document.activeElement.tagName") == "H2"
    # By hand: the cluster signs the declaration and has one member, and then it begins anew.
    part, pair = seen[0], ("pair", "cluster", "c")
    assert part[:2] == ("part", "cluster")
    assert seen == [part, pair, part, pair]


def test_an_address_opens_a_line_and_an_unknown_end_is_said(browser, page):
    with opened(browser, page, state="pair=Klaster Łączności,c") as tab:
        assert tab.evaluate("graphkitView.selectedTie.ends") == ["cluster", "c"]
    with opened(browser, page, state="pair=c,nobody") as tab:
        assert tab.evaluate("graphkitView.selectedTie") is None
        assert "c,nobody" in tab.locator("#notice").inner_text()


def test_a_line_between_communities_says_who_connects_them(browser, tmp_path):
    path = tmp_path / "teams.html"
    write_page(build_view(Network.of(teams()), by="degree"), path)
    with opened(browser, path) as tab:
        middle = tab.evaluate("graphkitView.lines[0].middle")
        tab.mouse.click(*middle)
        assert tab.evaluate("graphkitView.selectedTie.kind") == "communities"
        # By hand: neighbouring teams are tied by one direct tie, between their first members.
        names = tab.locator("#details .ties [data-node]").all_inner_texts()
        assert [name[2:] for name in names] == ["M00", "M00"]
        tab.locator("#picture").focus()
        tab.keyboard.press("Escape")
        assert tab.evaluate("graphkitView.selectedTie") is None


@pytest.fixture(scope="module")
def survey(tmp_path_factory) -> Path:
    """A pact that four signed, and what they answer about contact."""
    folder = tmp_path_factory.mktemp("survey")
    network = Network.of(read(written(folder / "study", SURVEY)))
    chosen = network.select(layer=["declaration", "rating"], rating="contact>=2")
    return write_as("standard", build_view(chosen, by="degree"), folder / "page.html")


def test_documents_and_answers_are_switched_and_stand_side_by_side(browser, survey):
    def shown(tab) -> int:
        return len(tab.evaluate("graphkitView.lines"))

    with opened(browser, survey, state="pair=b,c") as tab:
        # Both signed. b answered never about c, and c nothing about b.
        documents, answers = tab.locator("#details .sides section").all_inner_texts()
        assert "Pact" in documents
        assert "Beta about Gama: contact: never (0)" in answers
        assert "Gama answered nothing about Beta." in answers
        buttons = tab.locator("#sides button")
        # Four signatures are four spokes; answers tie a with b, c and d.
        lines = {}
        for name in ("Both", "Documents", "Answers"):
            buttons.filter(has_text=name).click()
            assert buttons.filter(has_text=name).get_attribute("aria-pressed") == "true"
            lines[name] = (shown(tab), tab.evaluate("location.hash").partition("hide=")[2])
        assert lines == {
            "Both": (7, ""),
            "Documents": (4, "layer:rating"),
            "Answers": (3, "layer:declaration"),
        }
    with opened(browser, survey, state="pair=a,e") as tab:
        _, answers = tab.locator("#details .sides section").all_inner_texts()
        assert "Alfa answered nothing about Echo." in answers
        assert "Echo did not answer." in answers
