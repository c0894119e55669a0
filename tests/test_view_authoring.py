"""An author moves marks by hand and by key, saves their positions, and chooses their colours."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.network import Network
from graphkit.views import build_view, read_positions
from tests.browser import RENDERERS, choose, opened, partners, write_as

pytestmark = pytest.mark.browser

NETWORK = Network.of(partners())
VIEW = build_view(NETWORK)


@pytest.fixture(scope="module", params=RENDERERS)
def page(request, tmp_path_factory) -> Path:
    return write_as(request.param, VIEW, tmp_path_factory.mktemp("view") / "page.html")


def place(tab, name: str) -> dict[str, float]:
    return tab.evaluate("name => graphkitView.position(name)", name)


def drag(tab, name: str, x: float, y: float) -> None:
    at = place(tab, name)
    tab.mouse.move(at["x"], at["y"])
    tab.mouse.down()
    tab.mouse.move(at["x"] + x / 2, at["y"] + y / 2)
    tab.mouse.move(at["x"] + x, at["y"] + y)
    tab.mouse.up()


def test_a_mark_is_dragged_undone_and_its_position_saved(browser, page, tmp_path):
    with opened(browser, page) as tab:
        assert tab.locator("#positions").is_hidden()
        tab.locator("#move").click()
        assert tab.locator("#undo").is_disabled()
        tab.wait_for_timeout(100)
        before, other = place(tab, "a"), place(tab, "b")
        drag(tab, "a", 60, -40)
        moved = place(tab, "a")
        assert moved["x"] == pytest.approx(before["x"] + 60, abs=2)
        assert moved["y"] == pytest.approx(before["y"] - 40, abs=2)
        # The others, and the picture, stay.
        assert place(tab, "b") == pytest.approx(other, abs=0.5)
        tab.locator("#undo").click()
        assert place(tab, "a") == pytest.approx(before, abs=0.5)
        drag(tab, "a", 60, -40)
        # A click in between selects, as ever.
        choose(tab, "b")
        # Reset clears the selection, not the author's work.
        tab.locator("#reset").click()
        with tab.expect_download() as download:
            tab.locator("#positions").click()
        path = tmp_path / "positions.json"
        download.value.save_as(path)
    saved = read_positions(path)
    # Whoever is not moved is where Python put it.
    assert saved.isolates == VIEW.positions.isolates
    assert saved.groups == VIEW.positions.groups
    differ = {
        name for name, at in VIEW.positions.organisations.items() if saved.organisations[name] != at
    }
    assert differ == {"a"}
    drawn = build_view(NETWORK, start=saved)
    [node] = [node for node in drawn.nodes if node.id == "a"]
    assert (node.x, node.y) == pytest.approx(saved.organisations["a"], abs=0.11)


def test_a_mark_is_moved_by_key_and_the_move_undone(browser, page):
    with opened(browser, page, state="org=a") as tab:
        tab.locator("#move").focus()
        tab.keyboard.press("Enter")
        tab.wait_for_timeout(100)
        scale = tab.evaluate("graphkitView.camera.scale")
        before = place(tab, "a")
        tab.locator("#picture").focus()
        tab.keyboard.press("ArrowRight")
        tab.keyboard.press("Shift+ArrowDown")
        # By hand: steps of 8 and of 1 in units of the picture.
        moved = place(tab, "a")
        assert moved["x"] - before["x"] == pytest.approx(8 * scale, abs=0.1)
        assert moved["y"] - before["y"] == pytest.approx(scale, abs=0.1)
        assert tab.evaluate("graphkitView.selected") == "a"
        tab.keyboard.press("Control+z")
        tab.keyboard.press("Control+z")
        assert place(tab, "a") == pytest.approx(before, abs=0.1)


def test_without_the_switch_a_drag_moves_the_picture(browser, page):
    with opened(browser, page) as tab:
        before, other = place(tab, "a"), place(tab, "b")
        drag(tab, "a", 50, 30)
        assert place(tab, "a")["x"] - before["x"] == pytest.approx(50, abs=8)
        assert place(tab, "b")["x"] - other["x"] == pytest.approx(50, abs=8)


def test_marks_have_the_colours_that_python_gives_them(browser, page):
    # An oracle: the same network drawn with `--colour sector`.
    drawn = build_view(NETWORK, colour="sector")
    with opened(browser, page) as tab:
        tab.locator("#colour").select_option("sector")
        assert "colour=sector" in tab.evaluate("location.hash")
        found = tab.evaluate(
            "[...document.querySelectorAll('#facet-sector label')].map(each =>"
            " ['span', 'path'].map(part => each.querySelector(part))"
            ".map(part => part.getAttribute('fill') ?? part.textContent))"
        )
        assert tab.locator("#facet-kind svg").count() == 0
        tab.locator("#colour").select_option("kind")
        assert tab.locator("#facet-kind svg").count() > 1
    assert {text.casefold(): fill for text, fill in found} == {
        entry.label.casefold(): entry.mark.colour for entry in drawn.legend
    }
