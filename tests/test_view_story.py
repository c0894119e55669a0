"""A story: views saved as steps, played by keys, printed, and kept in a copy of the page."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from graphkit.network import Network
from graphkit.views import build_view
from tests.browser import HOSTILE, RENDERERS, choose, dated, opened, write_as
from tests.test_view_axe import ALL, AUDIT, AXE

pytestmark = pytest.mark.browser

VIEW = build_view(Network.of(dated()), by="degree", title="Example")


@pytest.fixture(scope="module", params=RENDERERS)
def page(request, tmp_path_factory) -> Path:
    return write_as(request.param, VIEW, tmp_path_factory.mktemp("view") / "page.html")


def save_step(tab, title: str, text: str = "") -> None:
    tab.locator("#story-title").fill(title)
    tab.locator("#story-text").fill(text)
    tab.locator("#story-add").click()


def copied(tab, path: Path) -> Path:
    with tab.expect_download() as download:
        tab.locator("#story-file").click()
    download.value.save_as(path)
    return path


@pytest.fixture(scope="module")
def told(browser, page, tmp_path_factory) -> Path:
    """The copy of a page with a story of two steps, of which one is hostile."""
    path = tmp_path_factory.mktemp("story") / "story.html"
    with opened(browser, page) as tab:
        tab.evaluate("document.getElementById('story').open = true")
        assert tab.locator("#story-file").is_disabled()
        save_step(tab, " ")
        assert "title first" in tab.locator("#story-said").inner_text()
        tab.locator("#note-text").fill("On all of it")
        tab.locator("#note-add").click()
        assert tab.locator("#story-said").inner_text() == "Note attached: Example"
        save_step(tab, "Everybody", "Who there is.")
        choose(tab, "town")
        tab.locator("#date").fill("2013")
        tab.keyboard.press("Enter")
        tab.locator("#picture").focus()
        tab.keyboard.press("+")
        tab.locator("#note-text").fill("The <b>centre</b>")
        tab.locator("#note-add").click()
        save_step(tab, " ".join(HOSTILE), HOSTILE[1])
        assert tab.evaluate("graphkitView.story.steps.length") == 2
        return copied(tab, path)


def test_a_page_with_a_story_opens_with_its_first_step_and_plays_by_keys(browser, told):
    with opened(browser, told) as tab:
        step = tab.locator("#step")
        assert "1 of 2" in step.inner_text()
        assert "Who there is." in step.inner_text()
        # The keys work at once, before anything is clicked.
        tab.keyboard.press("PageDown")
        assert tab.evaluate("graphkitView.selected") == "town"
        assert tab.evaluate("graphkitView.state.date") == "2013"
        labels = tab.evaluate("graphkitView.labels.map(({ text }) => text)")
        assert any("The <b>centre</b>" in text for text in labels)
        # Whatever a title holds is shown as it is.
        assert tab.locator("#step-title").inner_text() == " ".join(" ".join(HOSTILE)[:200].split())
        tab.keyboard.press("ArrowLeft")
        assert tab.evaluate("graphkitView.selected") is None
        tab.keyboard.press("Escape")
        assert step.is_hidden()
        tab.evaluate("document.getElementById('story').open = true")
        tab.locator("#story-play").click()
        assert tab.evaluate("graphkitView.story.at") == 0
        tab.evaluate(AXE.read_text(encoding="utf-8"))
        assert tab.evaluate(AUDIT, ALL) == []


def test_the_same_story_gives_the_same_bytes(browser, told, tmp_path):
    with opened(browser, told) as tab:
        choose(tab, "uni")
        tab.evaluate("document.getElementById('story').open = true")
        again = copied(tab, tmp_path / "again.html")
    assert again.read_bytes() == told.read_bytes()


def test_steps_are_ordered_and_removed(browser, told):
    with opened(browser, told, state="date=2013") as tab:
        # An address that asks for a view comes before the story.
        assert tab.locator("#step").is_hidden()
        tab.evaluate("document.getElementById('story').open = true")
        tab.locator("#steps li").nth(1).locator("button").nth(1).click()
        titles = "graphkitView.story.steps.map(({ title }) => title)"
        assert tab.evaluate(titles)[1] == "Everybody"
        tab.locator("#steps li").nth(0).locator("button").nth(2).click()
        assert tab.evaluate(titles) == ["Everybody"]


def test_each_step_is_printed_on_a_page_of_its_own(browser, told):
    pypdf = pytest.importorskip("pypdf")
    with opened(browser, told) as tab:
        tab.evaluate("dispatchEvent(new Event('beforeprint'))")
        tab.emulate_media(media="print")
        printed = tab.pdf(format="A4", landscape=True)
        state = tab.evaluate("graphkitView.state.date")
    pages = [each.extract_text() for each in pypdf.PdfReader(io.BytesIO(printed)).pages]
    assert "Everybody" in pages[0]
    assert "2 of 2" in pages[1]
    assert "Everybody" not in pages[1]
    # What is shown stays as it was.
    assert state == ""
