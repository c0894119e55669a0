"""Fixtures that more than one test file uses."""

from __future__ import annotations

import gc
import signal
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from _pytest.doctest import DoctestModule
from hypothesis import settings

from graphkit.store import Store
from tests.amounts import examples
from tests.browser import Browser, launched
from tests.commands import graphkit
from tests.distribution import pytest_collection_modifyitems, pytest_xdist_make_scheduler
from tests.memory import reading
from tests.neo4j_servers import neo4j_526, neo4j_2026
from tests.store_places import STORES, Place, place_of

__all__ = [
    "neo4j_526",
    "neo4j_2026",
    "pytest_collection_modifyitems",
    "pytest_xdist_make_scheduler",
    "reading",
]


# How long an example takes depends on what else the machine does.
settings.register_profile("graphkit", deadline=None, max_examples=examples(25))
settings.load_profile("graphkit")

# Thousands of collected tests and the libraries that they import stay to the end. Looking through
# all of them again and again for what could go took a quarter of the tests' processor time.
gc.set_threshold(20_000, 20, 50)


@pytest.hookimpl(wrapper=True)
def pytest_collect_file() -> Generator[None, list[pytest.Collector], list[pytest.Collector]]:
    """Look for no doctests in the tests: there are none, and looking takes a second."""
    found = yield
    return [each for each in found if not isinstance(each, DoctestModule)]


def pytest_collection_finish() -> None:
    """Take what is there before the first test out of the garbage collector's sight."""
    gc.collect()
    gc.freeze()


# Started in the background, as by a shell without job control, a process is deaf to Ctrl-C, and so
# are its children: the tests of interrupting would wait for ever.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample's tables and a store that they were loaded into, only to be read."""
    folder = tmp_path_factory.mktemp("sample")
    for words in (("init", "tables", "--sample"), ("load", "tables")):
        ran = graphkit(*words, cwd=folder)
        assert ran.returncode == 0, ran.stderr
    return folder


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A Chromium for all tests of a process."""
    with launched() as started:
        yield started


@pytest.fixture(scope="module")
def browser(chromium: Any) -> Iterator[Browser]:
    """The Chromium, with a tab that the tests of a module use in turn."""
    browser = Browser(chromium)
    yield browser
    browser.close()


@pytest.fixture(params=STORES)
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A place for a store of each sort, empty, that can be opened again and again."""
    return place_of(request, tmp_path_factory)


@pytest.fixture(scope="module", params=STORES)
def where(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A place whose store all tests of a file share; each leaves it as it should be."""
    return place_of(request, tmp_path_factory)


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    """An open store of each sort that nothing has been loaded into."""
    with place.open() as opened:
        yield opened
