"""axe-core, which looks for what bars people from a page, over every state of the page."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graphkit.network import Network
from graphkit.sources import read_sample
from graphkit.views import build_view, write_page
from tests.browser import RENDERERS, WITHOUT_WEBGL, dated, launched, teams, write_as
from tests.shared_data import ROOT

AXE = ROOT / "graphkit" / "views" / "web" / "node_modules" / "axe-core" / "axe.min.js"
AUDIT = """() => axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
  "best-practice"] }).then(({ violations }) => violations.map(
    ({ id, nodes }) => [id, nodes.map((each) => each.html).slice(0, 3)]))"""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not AXE.exists() and not os.environ.get("CI"),
        reason="axe-core is not installed: make vitest, or npm ci in graphkit/views/web",
    ),
]

VIEW = build_view(Network.of(dated()), by="degree", title="Example")


@pytest.fixture(scope="module")
def browser():
    with launched() as started:
        yield started


@pytest.fixture(scope="module", params=RENDERERS)
def page(request, tmp_path_factory) -> Path:
    return write_as(request.param, VIEW, tmp_path_factory.mktemp("view") / "page.html")


@pytest.fixture(scope="module")
def overview(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("view") / "overview.html"
    write_page(build_view(Network.of(teams()), by="degree"), path)
    return path


@pytest.fixture(params=["light", "dark"])
def audit(request, browser):
    """Opens a page in a state, does something there, and tells what is found."""

    def run(page: Path, state: str = "", act=None, script: str = "") -> list[object]:
        context = browser.new_context(
            offline=True,
            color_scheme=request.param,
            # What the test itself brings in is not the page's.
            bypass_csp=True,
            viewport={"width": 1400, "height": 900},
        )
        try:
            context.add_init_script(script)
            tab = context.new_page()
            tab.goto(page.as_uri() + (f"#{state}" if state else ""))
            tab.wait_for_function("() => graphkitView.ready")
            if act is not None:
                act(tab)
            tab.add_script_tag(path=AXE)
            return tab.evaluate(AUDIT)
        finally:
            context.close()

    return run


@pytest.mark.parametrize("state", ["", "org=uni", "group=declaration%20pact&date=2013"])
def test_a_page(audit, page, state):
    assert audit(page, state) == []


def test_an_open_table_and_the_notices(audit, page):
    def act(tab):
        for part in ("table", "notices"):
            tab.locator(f"#{part} summary").click()

    assert audit(page, act=act) == []


@pytest.mark.parametrize("typed", ["u", "xyzzy"])
def test_open_results_of_a_search(audit, page, typed):
    def act(tab):
        tab.locator("#search").fill(typed)
        tab.keyboard.press("ArrowDown")
        assert tab.locator("#results").is_visible()

    assert audit(page, act=act) == []


def test_a_wrong_date_and_an_address_that_names_nobody(audit, page):
    assert audit(page, "org=nobody") == []

    def act(tab):
        tab.locator("#date").fill("then")
        tab.keyboard.press("Enter")

    assert audit(page, act=act) == []


def test_an_embedded_page(audit, tmp_path):
    page = tmp_path / "embedded.html"
    write_page(VIEW, page, embedded=True)
    assert audit(page) == []
    assert audit(page, "org=uni", lambda tab: tab.locator("#options summary").click()) == []


@pytest.mark.parametrize("state", ["", "select=1", "community=1", "org=t3m00"])
def test_an_overview(audit, overview, state):
    assert audit(overview, state) == []


def test_a_page_without_webgl(audit, tmp_path):
    page = write_as("webgl", VIEW, tmp_path / "page.html")

    def act(tab):
        assert tab.locator("#picture p").is_visible()

    assert audit(page, act=act, script=WITHOUT_WEBGL) == []


@pytest.mark.parametrize("renderer", RENDERERS)
def test_the_sample(audit, renderer, tmp_path):
    view = build_view(Network.of(read_sample()), language="pl")
    assert audit(write_as(renderer, view, tmp_path / "sample.html")) == []
