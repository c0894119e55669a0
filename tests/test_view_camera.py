"""How the picture moves, comes nearer and changes colour, on either page in a real Chromium."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.network import Network
from graphkit.views import build_view
from tests.browser import AT_REST, RENDERERS, choose, dated, opened, write_as

pytestmark = pytest.mark.browser

VIEW = build_view(Network.of(dated()), by="degree", title="Example")


@pytest.fixture(scope="module", params=RENDERERS)
def page(request, tmp_path_factory) -> Path:
    return write_as(request.param, VIEW, tmp_path_factory.mktemp("view") / "page.html")


def camera(tab) -> dict[str, float]:
    return tab.evaluate("graphkitView.camera")


def places(tab) -> dict[str, tuple[float, float]]:
    """Where the marks are, in pixels of the window."""
    found = tab.evaluate("graphkitView.nodes.map(id => [id, graphkitView.position(id)])")
    return {name: (place["x"], place["y"]) for name, place in found}


def in_sight(tab) -> set[str]:
    """Whose marks are inside the frame of the picture."""
    frame = tab.locator("#picture").bounding_box()
    return {
        name
        for name, (x, y) in places(tab).items()
        if 0 <= x - frame["x"] <= frame["width"] and 0 <= y - frame["y"] <= frame["height"]
    }


def search(tab, text: str) -> None:
    tab.locator("#search").fill(text)
    tab.keyboard.press("Enter")


def empty_place(tab) -> tuple[float, float]:
    """A place in the picture with no mark near it."""
    frame = tab.locator("#picture").bounding_box()
    marks = places(tab).values()
    for across in range(40, int(frame["width"]) - 140, 20):
        x, y = frame["x"] + across, frame["y"] + frame["height"] - 80
        if all(abs(x - u) > 60 or abs(y - v) > 60 for u, v in marks):
            return x, y
    raise AssertionError("marks are everywhere")


def test_zoom_fit_and_reset(browser, page):
    with opened(browser, page) as tab:
        before = camera(tab)
        tab.locator("#zoom-in").click()
        assert camera(tab)["scale"] == pytest.approx(1.4 * before["scale"])
        tab.locator("#zoom-out").click()
        tab.locator("#zoom-out").click()
        assert camera(tab)["scale"] == pytest.approx(before["scale"] / 1.4)
        tab.locator("#fit").click()
        assert camera(tab) == pytest.approx(before)
        choose(tab, "uni")
        tab.locator("#date").fill("2013")
        tab.keyboard.press("Enter")
        tab.locator("#zoom-in").click()
        # The picture grows again where the notice was, and no frame shows it elsewhere.
        for seen in tab.evaluate(AT_REST, "#reset"):
            assert seen == pytest.approx(before)
        state = tab.evaluate("graphkitView.state")
        assert (state["node"], state["date"]) == (None, "")


def test_the_wheel_zooms_and_dragging_moves(browser, page):
    with opened(browser, page) as tab:
        before = camera(tab)
        tab.mouse.move(500, 450)
        tab.mouse.wheel(0, -300)
        tab.wait_for_function("was => graphkitView.camera.scale > was * 1.05", arg=before["scale"])
        here = tab.evaluate(AT_REST)[-1]
        # By hand: 400 pixels of the wheel double the scale, whatever draws the picture.
        assert here["scale"] == pytest.approx(before["scale"] * 2**0.75)
        x, y = empty_place(tab)
        tab.mouse.move(x, y)
        tab.mouse.down()
        tab.mouse.move(x + 100, y - 30, steps=6)
        tab.mouse.up()
        # What was under the pointer is under it still.
        tab.wait_for_function("was => graphkitView.camera.x !== was", arg=here["x"])
        there = tab.evaluate(AT_REST)[-1]
        moved = [(there[axis] - here[axis]) * here["scale"] for axis in ("x", "y")]
        assert moved == pytest.approx([-100, 30], abs=20)
        assert there["scale"] == here["scale"]
        assert tab.evaluate("graphkitView.selected") is None


# The layer of names after each turn of the wheel, at rest, and once names have been asked for.
NAMES_WHILE_ZOOMING = """async () => {
  const frame = document.querySelector("#picture").getBoundingClientRect();
  const [clientX, clientY] = [frame.x + frame.width / 2, frame.y + frame.height / 2];
  const canvas = document.querySelector("#names");
  const next = () => new Promise((done) => requestAnimationFrame(done));
  const seen = [canvas.toDataURL()];
  for (let turn = 0; turn < 3; turn += 1) {
    const target = document.elementFromPoint(clientX, clientY);
    const turned = { deltaY: -60, clientX, clientY, bubbles: true, cancelable: true };
    target.dispatchEvent(new WheelEvent("wheel", turned));
    await next(); await next();
    seen.push(canvas.toDataURL());
  }
  await new Promise((done) => setTimeout(done, 500));
  const rested = canvas.toDataURL();
  return { seen, rested, placed: graphkitView.labels.length && canvas.toDataURL() };
}"""


def test_names_follow_their_marks_while_zooming_and_find_new_places_at_rest(browser, page):
    with opened(browser, page) as tab:
        found = tab.evaluate(NAMES_WHILE_ZOOMING)
        assert len(set(found["seen"])) == 4
        assert found["rested"] == found["placed"]


def test_in_a_frame_the_wheel_scrolls_the_page_unless_ctrl_is_held(browser, tmp_path):
    path = write_as("standard", VIEW, tmp_path / "page.html", embedded=True)
    with opened(browser, path, width=720, height=500) as tab:
        before = tab.evaluate("graphkitView.camera.scale")
        box = tab.locator("#picture").bounding_box()
        tab.mouse.move(box["x"] + 20, box["y"] + 20)
        tab.mouse.wheel(0, 120)
        tab.wait_for_function("() => scrollY > 0")
        assert tab.evaluate("graphkitView.camera.scale") == before
        tab.keyboard.down("Control")
        tab.mouse.wheel(0, -120)
        tab.wait_for_function("was => graphkitView.camera.scale > was", arg=before)
        tab.keyboard.up("Control")


def test_on_a_phone_the_picture_comes_first_and_the_panel_is_a_sheet(browser, page):
    with opened(browser, page, width=390, height=844, legend=False) as tab:
        top = {
            name: tab.locator(f"#{name}").bounding_box()
            for name in ("picture", "tools", "details", "sheet")
        }
        assert top["picture"]["y"] < top["tools"]["y"]
        assert top["details"]["y"] + top["details"]["height"] <= 844
        tab.locator("#sheet").click()
        assert tab.locator("#details").bounding_box()["y"] < top["details"]["y"] - 200


def test_a_double_click_beside_the_marks_comes_nearer_there(browser, page):
    with opened(browser, page) as tab:
        before = camera(tab)
        frame = tab.locator("#picture").bounding_box()
        x, y = empty_place(tab)
        tab.mouse.dblclick(x, y)
        tab.wait_for_function("was => graphkitView.camera.scale > was", arg=before["scale"])
        after = camera(tab)
        assert after["scale"] == pytest.approx(1.4 * before["scale"])
        middle = (frame["x"] + frame["width"] / 2, frame["y"] + frame["height"] / 2)
        for axis, at, centre in zip("xy", (x, y), middle, strict=True):
            there = before[axis] + (at - centre) / before["scale"]
            assert after[axis] == pytest.approx(there, abs=2)


def test_a_selection_out_of_sight_comes_into_sight_and_one_in_sight_stays(browser, page):
    with opened(browser, page) as tab:
        assert in_sight(tab) == set(tab.evaluate("graphkitView.nodes"))
        before = places(tab)
        search(tab, "pact")
        assert tab.evaluate("graphkitView.selectedGroup") == "declaration pact"
        assert places(tab) == before
        tab.locator("#picture").focus()
        for _ in range(10):
            tab.keyboard.press("+")
        away = set(tab.evaluate("graphkitView.nodes")) - in_sight(tab)
        assert away
        for name in sorted(away)[:2]:
            search(tab, name)
            assert tab.evaluate("graphkitView.selected") == name
            assert name in in_sight(tab)


def test_a_picture_that_nobody_has_moved_is_fitted_into_another_window(browser, page):
    with opened(browser, page) as tab:
        before = camera(tab)["scale"]
        tab.set_viewport_size({"width": 900, "height": 500})
        tab.wait_for_function("was => graphkitView.camera.scale < was", arg=before)
        assert in_sight(tab) == set(tab.evaluate("graphkitView.nodes"))


def test_a_mark_under_the_pointer_says_so(browser, page):
    with opened(browser, page) as tab:
        assert tab.locator("#picture.pointing").count() == 0
        tab.mouse.move(*places(tab)["uni"])
        tab.locator("#picture.pointing").wait_for()
        # Its row in the list is marked as well, and the reverse.
        row = tab.locator("#details .first .pick").first
        assert [row.get_attribute("class"), row.inner_text()] == ["pick pointed", "Uni"]
        tab.mouse.move(*empty_place(tab))
        tab.locator("#picture:not(.pointing)").wait_for()
        row.hover()
        tab.locator("#picture.pointing").wait_for()


def test_a_dark_screen_has_lines_of_other_colours(browser, page):
    with opened(browser, page) as tab:
        light = {line["layer"]: line["color"] for line in tab.evaluate("graphkitView.lines")}
        tab.emulate_media(color_scheme="dark")
        tab.wait_for_function(
            "was => graphkitView.lines.every((line) => line.color !== was[line.layer])", arg=light
        )
        dark = {line["layer"]: line["color"] for line in tab.evaluate("graphkitView.lines")}
        assert dark.keys() == light.keys() == {"membership", "declaration", "tie"}


@pytest.mark.parametrize(("motion", "instant"), [("reduce", True), ("no-preference", False)])
def test_movement_is_shown_only_to_who_wants_it(browser, page, motion, instant):
    with opened(browser, page, reduced_motion=motion) as tab:
        there = 1.4 * camera(tab)["scale"]
        seen = [at["scale"] for at in tab.evaluate(AT_REST, "#zoom-in")]
        assert seen[-1] == pytest.approx(there)
        assert ([scale for scale in seen if scale != pytest.approx(there)] == []) is instant
