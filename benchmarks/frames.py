"""What a frame takes while the page is dragged and zoomed: a revision of git beside this tree.

    python benchmarks/frames.py main
    python benchmarks/frames.py v1.0 --sizes 300,1000 --rounds 5

Both trees draw the same generated networks, every organisation of them. One headless Chromium opens
the pages of the two in turn, drags and zooms with the mouse, and the median of the rounds counts. A
figure is the processor time of all processes of the browser for one movement, including
the one that draws WebGL instead of a graphics card: on a busy machine it says more than the clock.
The last column is the time of this tree divided by that of the revision.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
WEB = Path("graphkit", "views", "web")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MOVES = 40

_PAGES = """
import sys
sys.path.insert(0, "benchmarks")
from shapes import cordis_shaped
from graphkit.network import Network
from graphkit.views import build_view, write_page
for size in map(int, sys.argv[2:]):
    data = cordis_shaped(size, round(size * 0.58), round(size * 2.15))
    view = build_view(Network.of(data), by="degree", everything=True)
    write_page(view, f"{sys.argv[1]}-{size}.html")
"""


def write_pages(tree: Path, prefix: Path, sizes: list[int]) -> None:
    """Have a tree write its pages."""
    environment = {**os.environ, "PYTHONPATH": str(tree)}
    command = [sys.executable, "-c", _PAGES, str(prefix), *map(str, sizes)]
    subprocess.run([sys.executable, "hatch_build.py"], cwd=tree, env=environment, check=True)
    subprocess.run(command, cwd=tree, env=environment, check=True)


def checked_out(revision: str, folder: Path) -> Path:
    """The tree of a revision, with the packages of this one's page beside its sources."""
    subprocess.run(
        ["git", "worktree", "add", "--quiet", "--detach", str(folder), revision],
        cwd=ROOT,
        check=True,
    )
    (folder / WEB / "node_modules").symlink_to(ROOT / WEB / "node_modules")
    return folder


def processor_seconds() -> float:
    """The processor time of all processes that this one started, and of those that they started."""
    times: dict[int, tuple[int, int]] = {}
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        times[int(entry.name)] = (int(fields[1]), int(fields[11]) + int(fields[12]))
    ours = {os.getpid()}
    total, grown = 0, True
    while grown:
        grown = False
        for process, (parent, ticks) in times.items():
            if parent in ours and process not in ours:
                ours.add(process)
                total += ticks
                grown = True
    return total / os.sysconf("SC_CLK_TCK")


def measured(browser: Any, path: Path, turn: int) -> dict[str, float]:
    """Milliseconds of processor time a movement, while a page is dragged and while it is zoomed.

    turn: how many pixels the wheel turns in a movement.
    """
    context = browser.new_context(
        offline=True, viewport={"width": 1400, "height": 900}, reduced_motion="reduce"
    )
    tab = context.new_page()
    tab.goto(path.as_uri())
    tab.wait_for_function("() => window.graphkitView?.ready")
    # Into an empty corner, as a click on a mark would select it.
    x, y = 60, 160
    tab.mouse.move(x, y)
    tab.wait_for_timeout(500)

    def drag() -> None:
        tab.mouse.down()
        for nth in range(MOVES):
            tab.mouse.move(x + 4 * (nth % 20), y + 3 * (nth % 20))
            painted()
        tab.mouse.up()

    def zoom() -> None:
        tab.mouse.move(500, 500)
        for nth in range(MOVES):
            tab.mouse.wheel(0, -turn if nth % 20 < 10 else turn)
            painted()

    def painted() -> None:
        tab.evaluate("() => new Promise((next) => requestAnimationFrame(() => next()))")

    def timed(act: Callable[[], None]) -> float:
        act()
        began = processor_seconds()
        act()
        return 1000 * (processor_seconds() - began) / MOVES

    result = {"drag": timed(drag), "zoom": timed(zoom)}
    context.close()
    return result


def main() -> None:
    """Print the table."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("revision")
    parser.add_argument("--sizes", default="300,1000,5000")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument(
        "--turns", default="40,40", help="pixels of the wheel: of the revision, and of this tree"
    )
    asked = parser.parse_args()
    sizes = [int(size) for size in asked.sizes.split(",")]
    turns = dict(zip(("revision", "now"), map(int, asked.turns.split(",")), strict=True))
    chromium = next(filter(None, map(shutil.which, BROWSERS)), None)
    if chromium is None:
        sys.exit("no Chromium is found; install one (Debian: apt-get install chromium)")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        try:
            before = checked_out(asked.revision, folder / "before")
            write_pages(before, folder / "revision", sizes)
            write_pages(ROOT, folder / "now", sizes)
        finally:
            command = ["git", "worktree", "remove", "--force", str(folder / "before")]
            subprocess.run(command, cwd=ROOT, check=False)
        browser = playwright.chromium.launch(
            executable_path=chromium,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--use-angle=swiftshader",
                "--enable-unsafe-swiftshader",
            ],
        )
        print(
            f"| organisations | movement | {asked.revision} | now | ratio |\n|--:|---|--:|--:|--:|"
        )
        for size in sizes:
            times: dict[str, list[dict[str, float]]] = {"revision": [], "now": []}
            for _ in range(asked.rounds):
                for side, found in times.items():
                    found.append(measured(browser, folder / f"{side}-{size}.html", turns[side]))
            for movement in ("drag", "zoom"):
                was, now = (
                    statistics.median(each[movement] for each in times[side])
                    for side in ("revision", "now")
                )
                print(
                    f"| {size} | {movement} | {was:.1f} ms | {now:.1f} ms | {now / was:.2f} |",
                    flush=True,
                )
        browser.close()


if __name__ == "__main__":
    main()
