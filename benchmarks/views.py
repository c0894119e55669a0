"""What interactive pages take, side by side with plain pyvis.

    python benchmarks/views.py
    python benchmarks/views.py --sizes 60,500 --sides graphkit,pyvis --rounds 3

All draw the same graph: organisations, and each group of three or more with a spoke to every
member. Each page is opened anew in a headless Chromium without network; the sides take turns, and
of the rounds the median counts. The columns:

- size: of the file; pyvis's holds vis-network, with `cdn_resources="in_line"`, but no facts.
- ready: from opening the file until the picture stands still, by the clock. pyvis with physics is
  ready when its own layout in the browser has settled; "placed" is pyvis with graphkit's positions
  and without physics.
- frame: by the clock for one of 30 frames in which the picture is zoomed. A browser
  paints at most 60 times a second, 17 ms a frame. WebGL is drawn by the processor here.

graphkit becomes the WebGL page above 2,000 organisations; "webgl" has it at any size.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from shapes import cordis_shaped

import graphkit
from graphkit.network import Network
from graphkit.views import View, build_view, page, write_page

LIMIT_S = 240
FRAMES = 30
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

_MOVES = {
    "graphkit": "nth => document.querySelector(nth % 2 ? '#zoom-out' : '#zoom-in').click()",
    "pyvis": "nth => network.moveTo({ scale: network.getScale() * (nth % 2 ? 1 / 1.4 : 1.4) })",
}


def view_of(size: int) -> View:
    """Every organisation of the sample, or of a generated network of so many."""
    if size == 60:
        sample = Path(graphkit.__file__).parent / "demo"
        return build_view(Network.of(graphkit.read(sample)), everything=True)
    data = cordis_shaped(size, round(size * 0.58), round(size * 2.15))
    return build_view(Network.of(data), by="degree", everything=True)


def write(side: str, view: View, path: Path) -> None:
    """Write the page of a side."""
    if side in ("graphkit", "webgl"):
        before = page.STANDARD_UP_TO
        page.STANDARD_UP_TO = 0 if side == "webgl" else before
        write_page(view, path)
        page.STANDARD_UP_TO = before
        return
    from pyvis.network import Network as Plain

    plain = Plain(cdn_resources="in_line", height="900px", width="100%")
    places: dict[str, tuple[float, float]] = {node.id: (node.x, node.y) for node in view.nodes}
    for node in view.nodes:
        plain.add_node(node.id, label=node.label, size=node.size, **_at(side, places[node.id]))
    edges = []
    for group in view.groups:
        names = [member.id for member in group.members]
        centre = group.anchor or (names[0] if names else None)
        if group.point is not None:
            centre = group.group.key
            plain.add_node(centre, label=group.group.name, size=4, **_at(side, group.point))
        edges += [(name, centre) for name in names if centre is not None and name != centre]
    # Its own adding looks through all edges each time.
    plain.edges = [{"from": start, "to": end} for start, end in edges]
    if side == "placed":
        plain.toggle_physics(False)
    text = plain.generate_html()
    settled = "stabilizationIterationsDone" if side == "pyvis" else "afterDrawing"
    # The page asks for bootstrap from a server, which it does not need to draw.
    told = (
        f'drawGraph(); network.once("{settled}", () => {{ window.settled = performance.now(); }});'
    )
    assert text.count("drawGraph();") == 1
    path.write_text(text.replace("drawGraph();", told), encoding="utf-8")


def _at(side: str, point: tuple[float, float]) -> dict[str, Any]:
    return {"x": point[0], "y": point[1], "physics": False} if side == "placed" else {}


def opened(browser: Any, path: Path, side: str) -> tuple[float, float]:
    """Seconds until a page is ready, and milliseconds a frame; NaN beyond the limit."""
    ours = side in ("graphkit", "webgl")
    ready = "() => window.graphkitView?.ready" if ours else "() => window.settled"
    size = {"width": 1400, "height": 900}
    context = browser.new_context(offline=True, viewport=size, reduced_motion="reduce")
    try:
        tab = context.new_page()
        tab.set_default_timeout(LIMIT_S * 1000)
        began = time.perf_counter()
        tab.goto(path.as_uri(), wait_until="commit")
        tab.wait_for_function(ready, polling="raf")
        seconds = time.perf_counter() - began
        move = _MOVES["graphkit" if ours else "pyvis"]
        frame = tab.evaluate(
            f"""async () => {{
              const move = {move};
              const painted = () => new Promise((next) => requestAnimationFrame(next));
              await painted();
              const began = performance.now();
              for (let nth = 0; nth < {FRAMES}; nth += 1) {{ move(nth); await painted(); }}
              return (performance.now() - began) / {FRAMES};
            }}"""
        )
    except Exception as error:
        if "Timeout" not in str(error):
            raise
        return float("nan"), float("nan")
    finally:
        context.close()
    return seconds, float(frame)


def main() -> None:
    """Print the table."""
    import shutil

    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default="60,500,2000,5000,20000")
    parser.add_argument("--sides", default="graphkit,webgl,placed,pyvis")
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    chromium = next(filter(None, map(shutil.which, BROWSERS)), None)
    if chromium is None:
        sys.exit("no Chromium is found; install one (Debian: apt-get install chromium)")
    print("| organisations | page | size | ready | frame |\n|--:|---|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--use-angle=swiftshader",
                "--enable-unsafe-swiftshader",
            ],
        )
        for size in map(int, asked.sizes.split(",")):
            sides = [side for side in asked.sides.split(",") if _worth(side, size)]
            view = view_of(size)
            paths = {side: Path(folder) / f"{side}-{size}.html" for side in sides}
            for side, path in paths.items():
                write(side, view, path)
            times: dict[str, list[tuple[float, float]]] = {side: [] for side in sides}
            for _ in range(asked.rounds):
                for side in sides:
                    times[side].append(opened(browser, paths[side], side))
            for side in sides:
                ready, frame = (statistics.median(each) for each in zip(*times[side], strict=True))
                kilobytes = paths[side].stat().st_size / 1000
                print(
                    f"| {len(view.nodes)} | {side} | {kilobytes:,.0f} kB "
                    f"| {_said(ready, 's', 2)} | {_said(frame, 'ms', 0)} |",
                    flush=True,
                )
        browser.close()


def _worth(side: str, size: int) -> bool:
    """Physics beyond 2,000 takes minutes, and graphkit is WebGL there by itself."""
    return not (size > 2000 and side in ("pyvis", "webgl"))


def _said(value: float, unit: str, digits: int) -> str:
    return f"over {LIMIT_S} s" if value != value else f"{value:.{digits}f} {unit}"


if __name__ == "__main__":
    main()
