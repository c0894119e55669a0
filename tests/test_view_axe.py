"""axe-core, which looks for what bars people from a page, over every state of the page.

In a light scheme every rule is asked. What a dark scheme or the other renderer changes is colours
alone, so that a state seen before is asked for its contrast again and nothing else.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graphkit.network import Network
from graphkit.sources import read, read_sample
from graphkit.views import build_chart, build_view, write_page
from graphkit.views.charts.names import NAMES
from tests.browser import RENDERERS, WITHOUT_WEBGL, dated, opened, teams, write_as
from tests.mapped import partners_in_capitals
from tests.shared_data import ROOT
from tests.test_surveys import SURVEY, written

AXE = ROOT / "graphkit" / "views" / "web" / "node_modules" / "axe-core" / "axe.min.js"
ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CONTRAST = ["color-contrast"]
AUDIT = """rules => axe.run({ runOnly: rules }).then(({ violations }) => violations.map(
    ({ id, nodes }) => [id, nodes.map((each) => each.html).slice(0, 3)]))"""
MOVED = """state => new Promise((done) => {
    addEventListener("hashchange", () => setTimeout(done), { once: true });
    location.hash = state; })"""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not AXE.exists() and not os.environ.get("CI"),
        reason="axe-core is not installed: make vitest, or npm ci in graphkit/views/web",
    ),
]

VIEW = build_view(Network.of(dated()), by="degree", title="Example")


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> dict[str, Path]:
    """The page of either renderer."""
    folder = tmp_path_factory.mktemp("view")
    return {each: write_as(each, VIEW, folder / f"{each}.html") for each in RENDERERS}


@pytest.fixture(params=RENDERERS)
def page(request, pages) -> Path:
    return pages[request.param]


@pytest.fixture(scope="module")
def overview(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("view") / "overview.html"
    write_page(build_view(Network.of(teams()), by="degree"), path)
    return path


@pytest.fixture(scope="module")
def survey(tmp_path_factory) -> Path:
    """Documents and answers of a survey."""
    folder = tmp_path_factory.mktemp("survey")
    network = Network.of(read(written(folder / "study", SURVEY)))
    chosen = network.select(layer=["declaration", "rating"], rating="contact>=2")
    write_page(build_view(chosen, by="degree"), folder / "page.html")
    return folder / "page.html"


@pytest.fixture
def audit(browser):
    """Opens a page in a state, does something there, and tells what is found, by scheme.

    further: states to which its address is changed then, each looked at as the first.
    """

    def run(
        page: Path, state="", act=None, *, rules=ALL, further=(), **settings
    ) -> dict[str, list[object]]:
        found: dict[str, list[object]] = {"light": [], "dark": []}
        with opened(browser, page, state=state, **settings) as tab:
            # The page's policy holds for what the page runs, not for this.
            tab.evaluate(AXE.read_text(encoding="utf-8"))
            for nth, each in enumerate([state, *further]):
                if nth:
                    tab.emulate_media(color_scheme="light")
                    tab.evaluate(MOVED, each)
                if act is not None:
                    act(tab)
                found["light"] += tab.evaluate(AUDIT, rules)
                tab.emulate_media(color_scheme="dark")
                found["dark"] += tab.evaluate(AUDIT, CONTRAST)
        return found

    return run


CLEAN: dict[str, list[object]] = {"light": [], "dark": []}


def rules_for(page: Path) -> list[str]:
    """On the second page what stands around the picture is the same, so that colours are left."""
    return ALL if page.stem == "standard" else CONTRAST


def test_the_audit_finds_what_is_wrong(audit, pages):
    def spoil(tab):
        tab.evaluate("document.querySelector('#fit').textContent = ''")
        # Read well in light, and not in dark.
        tab.evaluate("document.querySelector('#details').style.color = '#222'")

    found = audit(pages["standard"], act=spoil)
    assert [rule for rule, _ in found["light"]] == ["button-name"]
    assert [rule for rule, _ in found["dark"]] == ["color-contrast"]


STATES = [
    "org=uni",
    "pair=uni,town",
    "group=declaration%20pact&date=2013",
    "date=2014&compare=2011",
    "org=nobody",
]


def test_a_page_and_what_its_address_selects(audit, page):
    assert audit(page, rules=rules_for(page), further=STATES) == CLEAN


def test_documents_and_answers(audit, survey):
    def act(tab):
        tab.locator("#sides button").first.click()

    assert audit(survey, "pair=a,b&hide=layer:rating", act=act) == CLEAN


def test_an_open_table_and_the_notices(audit, page):
    def act(tab):
        for part in ("table", "notices"):
            tab.locator(f"#{part} summary").click()

    assert audit(page, act=act, rules=rules_for(page)) == CLEAN


@pytest.mark.parametrize("typed", ["u", "xyzzy"])
def test_open_results_of_a_search(audit, page, typed):
    def act(tab):
        tab.locator("#search").fill(typed)
        tab.keyboard.press("ArrowDown")
        assert tab.locator("#results").is_visible()

    assert audit(page, act=act, rules=rules_for(page)) == CLEAN


def test_a_wrong_date(audit, page):
    def act(tab):
        tab.locator("#date").fill("then")
        tab.keyboard.press("Enter")

    assert audit(page, act=act, rules=rules_for(page)) == CLEAN


def test_an_embedded_page(audit, tmp_path):
    page = tmp_path / "embedded.html"
    write_page(VIEW, page, embedded=True)
    assert audit(page) == CLEAN
    assert audit(page, "org=uni", lambda tab: tab.locator("#options summary").click()) == CLEAN


def test_an_overview(audit, overview):
    states = ["select=1", "community=1", "communities=1,2", "org=t3m00"]
    assert audit(overview, further=states) == CLEAN


def test_a_page_without_webgl(audit, pages):
    def act(tab):
        assert tab.locator("#picture p").is_visible()

    assert audit(pages["webgl"], act=act, script=WITHOUT_WEBGL) == CLEAN


@pytest.mark.parametrize("renderer", RENDERERS)
def test_the_sample(audit, renderer, tmp_path):
    view = build_view(Network.of(read_sample()), language="pl")
    page = write_as(renderer, view, tmp_path / f"{renderer}.html")
    assert audit(page, rules=rules_for(page)) == CLEAN


def test_what_an_author_writes_bars_nobody(audit, tmp_path):
    view = build_view(
        Network.of(dated()),
        subtitle="Who connects",
        caption="Figure 1.",
        source="survey",
        highlight=["uni: teaches", "first..town: the way"],
        legend="below",
        by="none",
        theme="greyscale",
    )
    path = tmp_path / "page.html"
    write_page(view, path)
    assert audit(path, legend=False) == {"light": [], "dark": []}


def test_charts_below_the_picture(audit, tmp_path):
    network = Network.of(read_sample())
    charts = [
        build_chart(network, name, ego="KOM" if name == "timeline" else None, draws=5)
        for name in NAMES
    ]
    path = tmp_path / "charts.html"
    write_page(build_view(network), path, charts=charts)

    def act(tab):
        for table in tab.locator("#charts .chart summary").all():
            table.click()
        # On a phone a wide table scrolls by itself, and the page does not.
        tab.set_viewport_size({"width": 390, "height": 844})
        assert tab.evaluate("document.documentElement.scrollWidth") == 390
        # All of each drawing is seen there without scrolling.
        shown = [each.bounding_box() for each in tab.locator("#charts svg").all()]
        drawn = [box for box in shown if box]
        assert len(drawn) == len(NAMES)
        assert all(box["width"] > 300 and box["x"] + box["width"] <= 390 for box in drawn)

    assert audit(path, act=act) == CLEAN


def test_a_map(audit, tmp_path):
    path = tmp_path / "map.html"
    write_page(build_view(Network.of(partners_in_capitals()), on_map=True), path)
    assert audit(path, further=["org=Paris"]) == CLEAN
