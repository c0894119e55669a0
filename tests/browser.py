"""Data for the tests of the view, and a Chromium that can reach nothing but the page's own file."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from graphkit.model import KINDS, Dataset, Fact, Node, Value, date_properties, fact_id
from graphkit.views import View, write_page
from tests.networks import dataset

HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "</script><script>window.__pwned=1</script>",
    "<!--<script>window.__pwned=2//",
    '"><svg onload=window.__pwned=3>',
    "javascript:alert(1)",
    "{{ 7*7 }}{% raw %}${window.__pwned=4}",
    "' onmouseover='window.__pwned=5",
    "&lt;b&gt; $& </style><style>*{display:none}",
)


def organisation(id: str, kind: str = "Company", /, **properties: Value) -> Node:
    stated: dict[str, Value] = {"id": id, "name": id, "status": "stated"}
    if sector := KINDS[kind].sector:
        stated["sector"] = sector
    return Node("Organisation", id, stated | properties, kind)


def fact(relation: str, who: str, label: str, what: str, /, **properties: Any) -> Fact:
    dates = date_properties(*(properties.pop(name, None) for name in ("start", "end", "observed")))
    stated: dict[str, Value] = {"status": "stated", **dates, **properties}
    identity = fact_id("test", relation, (who, what), repr(sorted(properties.items())), 0)
    return Fact(relation, identity, ("Organisation", who), (label, what), stated)


def partners() -> Dataset:
    """A declaration of four, a cluster of two, and two that are tied to nobody.

    Worked out by hand: seven organisations, of which six sign or belong (a, b, Białystok and the
    cluster sign; c belongs to the cluster), and `alone` and `apart` do neither. Ties: six of the
    four signatories, and c to the cluster.
    """
    cited = {"sourceIds": ["s1", "s2"], "locators": ["p4", ""]}
    signed = {"start": "2014-11-07", "end": ".."}
    return Dataset.of(
        "test",
        [
            organisation("a", "University", name="Politechnika Białostocka", aliases=["PB"]),
            organisation("b", "LocalGovernment", name="Urząd Miejski w Suwałkach"),
            organisation(
                "bialystok-park",
                "Park",
                name="Park Białystok",
                website=["https://example.org/park", "ftp://example.org/"],
            ),
            organisation("c", "Company", name="Żółw i Gęś sp. z o.o."),
            organisation("cluster", "Cluster", name="Klaster Łączności"),
            organisation("alone", "Cluster", name="Klaster Samotny"),
            organisation("apart", "Foundation", name="Fundacja Ósma"),
            Node("Declaration", "d", {"id": "d", "name": "Deklaracja współpracy"}),
            Node("Place", "town", {"id": "town", "name": "Suwałki"}),
            Node(
                "Source",
                "s1",
                {
                    "id": "s1",
                    "title": "Protokół",
                    "published": "2014-11",
                    "url": "https://example.org/1",
                },
            ),
            Node("Source", "s2", {"id": "s2", "title": "Lista"}),
        ],
        [
            fact("SIGNED", "a", "Declaration", "d", role="partner", **signed, **cited),
            fact("SIGNED", "b", "Declaration", "d", **signed),
            fact("SIGNED", "bialystok-park", "Declaration", "d", status="inferred"),
            fact("SIGNED", "cluster", "Declaration", "d", representedById="apart"),
            fact("MEMBER_OF", "c", "Organisation", "cluster", role="member", observed="2013"),
            fact("MEMBER_OF", "c", "Organisation", "cluster", role="founder", start="2010"),
            fact("LOCATED_IN", "b", "Place", "town"),
        ],
    )


def dated() -> Dataset:
    """Facts of every standing.

    By hand: at 2013 the first firm has left, of the second and of the university it is not known
    whether they still or already belong, and the declaration lies ahead. In 2011 both firms belong.
    """
    return dataset(
        {
            "uni": "University",
            "first": "Company",
            "second": "Company",
            "town": "LocalGovernment",
            "cluster": "Cluster",
            "alone": "Foundation",
        },
        members=[
            ("first", "cluster", {"start": "2010", "end": "2012"}),
            ("second", "cluster", {"start": "2011"}),
            ("uni", "cluster"),
        ],
        signed=[
            ("uni", "pact", {"start": "2014-11-07", "end": ".."}),
            ("town", "pact", {"start": "2014-11-07", "end": ".."}),
        ],
        ties=[("uni", "town", {"start": "2010", "end": ".."})],
    )


TEAMS = [f"t{team}m{member:02}" for team in range(10) for member in range(85)]


def teams() -> Dataset:
    """Ten teams of 85, tied in a row by one tie each, and a pair too small to be drawn."""
    row = [(f"t{at}m00", f"t{at + 1}m00") for at in range(9)]
    return dataset(
        " ".join([*TEAMS, "p", "q"]),
        took_part=[(name, name[:2]) for name in TEAMS],
        ties=[*row, ("p", "q")],
    )


def hostile() -> Dataset:
    """Every text that data can bring holds something that wants to be script."""
    nodes = [
        organisation(
            f"o{nth}",
            "Cluster" if nth == 0 else "Company",
            name=text,
            aliases=list(HOSTILE),
            website=[*HOSTILE, "https://example.org/\"onclick='x'", "https://ok.example/"],
            description=text,
            sector=text,
        )
        for nth, text in enumerate(HOSTILE)
    ]
    # vis-network keeps nodes in plain objects, where such an id would be a property of all.
    nodes.append(organisation("__proto__", "Other", name="__proto__"))
    groups = [
        Node(label, f"{label}{nth}", {"id": f"{label}{nth}", "name": text})
        for label in ("Declaration", "Collaboration")
        for nth, text in enumerate(HOSTILE)
    ]
    sources = [
        Node("Source", f"s{nth}", {"id": f"s{nth}", "title": text, "url": text, "published": text})
        for nth, text in enumerate(HOSTILE)
    ]
    places = [
        Node("Place", f"p{nth}", {"id": f"p{nth}", "name": text})
        for nth, text in enumerate(HOSTILE)
    ]
    cited: dict[str, Value] = {
        "sourceIds": [node.id for node in sources],
        "locators": list(HOSTILE),
    }
    facts = [
        fact(relation, node.id, group.label, group.id, role=text, note=text, **cited)
        for text, group in zip(HOSTILE * 2, groups, strict=True)
        for relation in ("SIGNED" if group.label == "Declaration" else "PARTICIPATES_IN",)
        for node in nodes
    ]
    facts += [fact("MEMBER_OF", "o1", "Organisation", "o0", role=HOSTILE[0], **cited)]
    facts += [
        fact("COLLABORATES_WITH", "o1", "Organisation", "o2", kind=text, **cited)
        for text in HOSTILE
    ]
    facts += [fact("LOCATED_IN", node.id, "Place", place.id) for node in nodes for place in places]
    return Dataset.of("test", [*nodes, *groups, *sources, *places], facts)


RENDERERS = ("standard", "webgl")
"""The two pages: what is done on one is done on the other."""


def write_as(renderer: str, view: View, path: Path, **options: Any) -> Path:
    """Write the page that a renderer of `RENDERERS` draws, whatever the size of the view."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "graphkit.views.page.write.STANDARD_UP_TO", 10**9 if renderer == "standard" else -1
        )
        write_page(view, path, **options)
    return path


WITHOUT_WEBGL = """
  const given = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
    return kind.includes("webgl") ? null : given.call(this, kind, ...rest);
  };"""
"""A script that leaves a page without WebGL, as some browsers are."""


CHROMIUMS = (
    "chromium-headless-shell",  # without windows: loads a page in two thirds of the time
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)


def chromium() -> str:
    """The path of a Chromium. Without one the test is skipped, but never in CI."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("no Chromium is found; install it or set CHROMIUM to its path")
        pytest.skip("no Chromium is found; set CHROMIUM to the path of one")
    return path


AT_REST = """(clicked) => new Promise((done) => {
  if (clicked) document.querySelector(clicked).click();
  const seen = [graphkitView.camera];
  const look = () => {
    seen.push(graphkitView.camera);
    const last = seen.slice(-3).map((camera) => JSON.stringify(camera));
    if (seen.length > 5 && new Set(last).size === 1) done(seen);
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})"""
"""The cameras after a click, or from now on, in each frame until three are the same."""


@contextmanager
def launched() -> Iterator[Any]:
    """A Chromium. WebGL is drawn by the processor, as no test needs a card."""
    path = chromium()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--use-angle=swiftshader",
                "--enable-unsafe-swiftshader",
                "--disable-background-networking",
                # Letters as wide as their font says: the shell would fit them to the dots.
                "--font-render-hinting=none",
            ],
        )
        yield browser
        browser.close()


class Browser:
    """A Chromium without network, and the one tab in it that the tests of a module use in turn."""

    def __init__(self, chromium: Any) -> None:
        self._chromium = chromium
        self._shared: Any = None

    def close(self) -> None:
        """Close the shared tab; the Chromium stays for the next module."""
        if self._shared is not None:
            self._shared.context.close()

    @contextmanager
    def tab(
        self,
        *,
        width: int = 1100,
        height: int = 700,
        color_scheme: str = "light",
        reduced_motion: str = "reduce",
        script: str = "",
        **settings: Any,
    ) -> Iterator[Any]:
        """A blank tab in which nothing is left of the tests before.

        It is as small as one can be with the panel beside the picture: drawing takes its time by
        the pixel, above all with WebGL.

        Without motion, as it is by default, a click meets its mark where it was when its place was
        asked for. script: to run before the page's own. A script and settings of Playwright's
        hold for a whole context: with them the tab is not the shared one.
        """
        apart = bool(script or settings)
        tab = self._shared
        if apart or tab is None:
            context = self._chromium.new_context(offline=True, **settings)
            context.add_init_script(script)
            tab = context.new_page()
        if not apart:
            # A test that fails takes its tab with it: see below.
            self._shared = None
        try:
            tab.set_viewport_size({"width": width, "height": height})
            tab.emulate_media(
                media="screen", color_scheme=color_scheme, reduced_motion=reduced_motion
            )
            yield tab
            if not apart:
                for popup in tab.context.pages:
                    if popup is not tab:
                        popup.close()
                tab.goto("about:blank")
                tab.mouse.move(0, 0)
                self._shared = tab
        finally:
            if self._shared is not tab:
                tab.context.close()


@dataclass
class Heard:
    """What a tab asks for, and what it should not have said."""

    asked: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


@contextmanager
def listening(tab: Any, *, tolerated: str = "GL Driver Message") -> Iterator[Heard]:
    """Hear what a tab asks for and says. Fails at the end for a dialog, an error or a remark.

    tolerated: what a remark of Chromium's own holds. Where WebGL runs without a graphics card, its
    driver remarks once how slow that is.
    """
    heard = Heard()

    def refuse(dialog: Any) -> None:
        heard.wrong.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def console(said: Any) -> None:
        if tolerated not in said.text:
            heard.wrong.append(f"{said.type}: {said.text}")

    listeners = {
        "request": lambda request: heard.asked.append(request.url),
        "pageerror": lambda error: heard.wrong.append(f"error: {error}"),
        "console": console,
        "dialog": refuse,
    }
    for event, listener in listeners.items():
        tab.on(event, listener)
    try:
        yield heard
        assert heard.wrong == []
    finally:
        for event, listener in listeners.items():
            tab.remove_listener(event, listener)


@contextmanager
def opened(
    browser: Browser, page: Path, *, state: str = "", legend: bool = True, **settings: Any
) -> Iterator[Any]:
    """The page in a tab, once it is ready. state: after the # of its address. legend: whether it
    is opened.

    settings: as for `Browser.tab`. Fails when the page asks for anything but its own file, opens a
    dialog, or reports an error.
    """
    scripted = settings.get("java_script_enabled", True)
    with browser.tab(**settings) as tab, listening(tab) as heard:
        tab.goto(page.as_uri() + (f"#{state}" if state else ""))
        if scripted:
            tab.wait_for_function("() => window.graphkitView !== undefined")
            # Closed, as it is at first, its switches could not be clicked.
            tab.evaluate("open => (document.getElementById('legend').open = open)", legend)
        yield tab
        if scripted:
            assert tab.evaluate("window.__pwned") is None
        assert heard.asked == [page.as_uri()]


def choose(tab: Any, name: str) -> None:
    """Click on the mark of an organisation."""
    place = tab.evaluate("name => graphkitView.position(name)", name)
    tab.mouse.click(place["x"], place["y"])
    tab.wait_for_function("name => graphkitView.selected === name", arg=name)
