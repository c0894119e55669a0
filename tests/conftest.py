"""Fixtures that more than one test file uses."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.store_places import EmbeddedPlace, Place


@pytest.fixture(params=["embedded"])
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A place for a store of each sort, empty, that can be opened again and again."""
    assert request.param == "embedded"
    return EmbeddedPlace(tmp_path_factory.mktemp("store") / "store")


@pytest.fixture
def store(place: Place) -> Iterator[object]:
    """An open store of each sort that nothing has been loaded into."""
    with place.open() as opened:
        yield opened
