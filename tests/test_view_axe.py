"""axe-core, which looks for what bars people from a page, over every state of the page.

In a light scheme every rule is asked. What a dark scheme or the other renderer changes is colours
alone, so that a state seen before is asked for its contrast again and nothing else.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

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

Acts = Mapping[str, str | Callable[[Any], None] | None]
NOTHING: Acts = {"as it is opened": None}

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
    """Opens a page, does one thing after another there, and tells what is found after each.

    acts: what is done, by a name; nothing is done in place of None, and a text is the state to
    which the address of the page is changed. What is found is told by that name and the scheme.
    """

    def run(
        page: Path, state="", acts: Acts = NOTHING, *, rules=ALL, **settings
    ) -> dict[tuple[str, str], list[object]]:
        found: dict[tuple[str, str], list[object]] = {}
        with opened(browser, page, state=state, **settings) as tab:
            # The page's policy holds for what the page runs, not for this.
            tab.evaluate(AXE.read_text(encoding="utf-8"))
            for name, act in acts.items():
                tab.emulate_media(color_scheme="light")
                if isinstance(act, str):
                    tab.evaluate(MOVED, act)
                elif act is not None:
                    act(tab)
                found[name, "light"] = tab.evaluate(AUDIT, rules)
                tab.emulate_media(color_scheme="dark")
                found[name, "dark"] = tab.evaluate(AUDIT, CONTRAST)
        return {where: what for where, what in found.items() if what}

    return run


def rules_for(page: Path) -> list[str]:
    """On the second page what stands around the picture is the same, so that colours are left."""
    return ALL if page.stem == "standard" else CONTRAST


def test_the_audit_finds_what_is_wrong(audit, pages):
    def spoil(tab):
        tab.evaluate("document.querySelector('#fit').textContent = ''")
        # Read well in light, and not in dark.
        tab.evaluate("document.querySelector('#details').style.color = '#222'")

    found = audit(pages["standard"], acts={"spoilt": spoil})
    rules = {where: [rule for rule, _ in what] for where, what in found.items()}
    assert rules == {("spoilt", "light"): ["button-name"], ("spoilt", "dark"): ["color-contrast"]}


def searched(typed: str) -> Callable[[Any], None]:
    def act(tab):
        tab.locator("#search").fill(typed)
        tab.keyboard.press("ArrowDown")
        assert tab.locator("#results").is_visible()

    return act


def wrong_date(tab):
    tab.locator("#search").fill("")
    tab.locator("#date").fill("then")
    tab.keyboard.press("Enter")


def table_and_notices(tab):
    for part in ("table", "notices"):
        tab.locator(f"#{part} summary").click()


STATES: Acts = NOTHING | {
    "an organisation": "org=uni",
    "a tie": "pair=uni,town",
    "a group at a date": "group=declaration%20pact&date=2013",
    "two dates": "date=2014&compare=2011",
    "nobody": "org=nobody",
    "what a search found": searched("u"),
    "a search without results": searched("xyzzy"),
    "a wrong date": wrong_date,
    "an open table and the notices": table_and_notices,
}


def test_a_page_in_every_state(audit, page):
    assert audit(page, acts=STATES, rules=rules_for(page)) == {}


def test_documents_and_answers(audit, survey):
    def act(tab):
        tab.locator("#sides button").first.click()

    assert audit(survey, "pair=a,b&hide=layer:rating", {"a side": act}) == {}


def test_an_embedded_page(audit, tmp_path):
    page = tmp_path / "embedded.html"
    write_page(VIEW, page, embedded=True)

    def options(tab):
        tab.locator("#options summary").click()

    acts = NOTHING | {"an organisation": "org=uni", "the options": options}
    assert audit(page, acts=acts) == {}


def test_an_overview(audit, overview):
    states = ["select=1", "community=1", "communities=1,2", "org=t3m00"]
    assert audit(overview, acts=NOTHING | {state: state for state in states}) == {}


def test_a_page_without_webgl(audit, pages):
    def act(tab):
        assert tab.locator("#picture p").is_visible()

    assert audit(pages["webgl"], acts={"a sentence": act}, script=WITHOUT_WEBGL) == {}


@pytest.mark.parametrize("renderer", RENDERERS)
def test_the_sample(audit, renderer, tmp_path):
    view = build_view(Network.of(read_sample()), language="pl")
    page = write_as(renderer, view, tmp_path / f"{renderer}.html")
    assert audit(page, rules=rules_for(page)) == {}


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
    assert audit(path, legend=False) == {}


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

    assert audit(path, acts={"on a phone": act}) == {}


def test_a_map(audit, tmp_path):
    path = tmp_path / "map.html"
    write_page(build_view(Network.of(partners_in_capitals()), on_map=True), path)
    assert audit(path, acts=NOTHING | {"Paris": "org=Paris"}) == {}
