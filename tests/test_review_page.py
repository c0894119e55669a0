"""The page on which people decide on proposed rows, in Chromium.

The oracle for what it downloads is `graphkit.documents.review`, to which a terminal gives the same
decisions: the files must have the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

from graphkit.documents import propose
from graphkit.documents.document import Paragraph
from graphkit.documents.finding.organisation import Find
from graphkit.documents.folder import Folder, read_folder, write_folder
from graphkit.documents.page_content import language_of, page_content
from graphkit.documents.review import Review
from graphkit.documents.rows import Row
from graphkit.model import UsageError
from graphkit.sources import read, read_files
from graphkit.views.page import review_page
from graphkit.views.page.review_page import render_review, write_review
from tests.browser import HOSTILE, listening
from tests.test_propose import ENGLISH, POLISH
from tests.test_view_axe import ALL, AUDIT, AXE, CONTRAST

BAD = "\n\n".join(f"The Northsea Kelp Cluster has met {text} Ltd." for text in HOSTILE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    place = tmp_path_factory.mktemp("review")
    (place / "szklo.txt").write_text(POLISH, "utf-8")
    (place / "kelp.txt").write_text(f"{ENGLISH}\n\n{BAD}\n", "utf-8")
    propose([place / "szklo.txt", place / "kelp.txt"], place / "proposals")
    held = read_folder(place / "proposals")
    write_review(page_content(held, "proposals"), place / "proposals" / "review.html")
    return place / "proposals"


def test_the_page_asks_for_nothing_and_holds_texts_as_texts(folder, monkeypatch):
    held = read_folder(folder)
    assert language_of(held) in ("en", "pl")
    page = render_review(page_content(held, "proposals"), "pl")
    assert page == render_review(page_content(held, "proposals"), "pl")
    assert "default-src &#39;none&#39;" in page
    assert page.count("<script") == 2
    assert "window.__pwned=1</script>" not in page
    assert "Pobierz tabele" in page
    with pytest.raises(UsageError, match="`language` de"):
        render_review(page_content(held, "proposals"), "de")
    monkeypatch.setattr(review_page, "LARGEST", 1000)
    with pytest.raises(UsageError, match="fewer documents"):
        render_review(page_content(held, "proposals"))


def test_a_long_document_is_in_the_page_around_what_was_found():
    held = Folder()
    cells = [Paragraph(f"p1.{at}.1", "cell", "x" * 1000) for at in range(1, 5001)]
    held.paragraphs["s"] = cells
    row = Row("organisations", {"id": "x", "name": "x", "status": "proposed", "source": "s"})
    row.finds.append(("s", Find("p1.100.1", "xx", 0.5, "test")))
    held.rows["organisations", "x"] = row
    (document,) = page_content(held, "p")["documents"]
    assert [each[0] for each in document["paragraphs"]] == [f"p1.{at}.1" for at in range(98, 103)]
    assert not document["whole"]


def press(tab: Any, *keys: str) -> None:
    for key in keys:
        tab.keyboard.press(key)


def chosen(tab: Any) -> str:
    return str(tab.text_content("[role=option][aria-selected=true] span"))


@pytest.mark.browser
def test_rows_are_decided_on_by_keyboard_and_the_download_loads_them(folder, browser, tmp_path):
    walk = Review(read_folder(folder))
    with browser.tab() as tab, listening(tab) as heard:
        page = folder / "review.html"
        tab.goto(page.as_uri())
        assert tab.evaluate("document.activeElement.id") == "rows"
        # From the first row to the last: accepted, rejected, changed, inferred and joined in turn.
        first = walk.waiting()[0]
        press(tab, "a")
        walk.accept(first)
        second = walk.waiting()[0]
        press(tab, "r")
        walk.reject(second)
        third = walk.waiting()[0]
        press(tab, "c")
        tab.keyboard.type("aliases")  # which a list of choices takes as the choice
        press(tab, "Tab")
        tab.keyboard.type('=1+1, "x"')
        press(tab, "Enter")
        walk.change(third, "aliases", '=1+1, "x"')
        press(tab, "i")
        walk.accept(third, "inferred")
        fourth, fifth = walk.waiting()[:2]
        press(tab, "s")
        tab.keyboard.type(fifth.cells["name"])
        press(tab, "Enter")
        walk.same(fourth, fifth.cells["id"])
        # Undone and done again; then the page is opened again and has kept everything.
        press(tab, "r", "u")
        press(tab, "l")
        counts = tab.text_content("#counts")
        shown = tab.evaluate("document.querySelectorAll('[role=option]').length")
        assert shown == len(walk.waiting())
        tab.goto(page.as_uri())
        assert tab.text_content("#counts") == counts
        audit(tab)
        while walk.waiting():
            press(tab, "a")
            walk.accept(walk.waiting()[0])
        assert tab.is_visible("#empty")
        with tab.expect_download() as saved:
            press(tab, "d")
        saved.value.save_as(tmp_path / "proposals.zip")
        assert tab.evaluate("window.__pwned") is None
        tab.evaluate("localStorage.clear()")
    assert {*heard.asked} == {page.as_uri()}
    write_folder(walk.folder, tmp_path / "proposals")
    archive = zipfile.ZipFile(io.BytesIO((tmp_path / "proposals.zip").read_bytes()))
    assert archive.testzip() is None
    expected = {each.name: each.read_bytes() for each in (tmp_path / "proposals").iterdir()}
    assert {name: archive.read(name) for name in archive.namelist()} == expected
    loaded = read_files([tmp_path / "proposals.zip"]).dataset
    stated = read(tmp_path / "proposals")
    assert loaded.nodes == stated.nodes
    assert loaded.facts == stated.facts


def audit(tab: Any) -> None:
    """Every rule in a light scheme; in a dark one what it changes, the contrast."""
    tab.evaluate(AXE.read_text("utf-8"))
    for form in ("c", "s"):
        press(tab, form)
        assert tab.evaluate(AUDIT, ALL) == []
        press(tab, "Escape")
    tab.emulate_media(color_scheme="dark")
    assert tab.evaluate(AUDIT, CONTRAST) == []
    tab.emulate_media(color_scheme="light")


REFUSING = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } });"


@pytest.mark.browser
def test_rows_are_decided_on_by_mouse_where_the_browser_keeps_nothing(folder, browser):
    with browser.tab(script=REFUSING) as tab, listening(tab):
        tab.goto((folder / "review.html").as_uri())
        assert "keeps nothing" in tab.text_content("#notice")
        count = tab.evaluate("document.querySelectorAll('[role=option]').length")
        tab.click("[role=option] >> nth=2")
        name = chosen(tab)
        assert tab.text_content("mark.chosen")
        tab.click("#acts [data-key=r]")
        assert chosen(tab) != name
        assert tab.evaluate("document.querySelectorAll('[role=option]').length") < count
        tab.click("#undo")
        assert chosen(tab) == name
        tab.click("mark:not(.chosen) >> nth=0")
        assert tab.text_content("mark.chosen")
        tab.select_option("#show", "decided")
        assert tab.is_visible("#empty")
