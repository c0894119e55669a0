"""A pytest plugin for networkx's own tests: counts which of the engine's functions they called.

A backend that answers nothing passes them all, since networkx then runs itself; so the counts are
what shows that the engine was tested. Takes graphs of every size and writes the counts as JSON to
the file that ENGINE_CALLS names, with the tests that called any. If the file is there already, only
the tests that it names are run. One test of networkx runs on 500 random graphs and takes as long
as all the others together: a tenth of them is kept, those of its first seed. Another calls one
function ten thousand times, and runs once. A third takes as long as a hundred and calls none.
"""

from __future__ import annotations

import functools
import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest

from graphkit.backend.dispatch import Backend

_OF_500_GRAPHS = "test_use_bounds_on_off_consistency["
_FIRST_SEED = "-0]"
_OF_10_000_CALLS = "[naive_greedy_modularity_communities]"
_OF_NO_CALL = "test_subgraph_centrality_big_graph"

_calls: Counter[str] = Counter()
_calling: set[str] = set()
# Not set where this file is only searched for examples, as pytest does.
_file = Path(os.environ.get("ENGINE_CALLS", ""))
_find = Backend.__getattr__


def _counted(self: Backend, name: str):
    function = _find(self, name)

    @functools.wraps(function)
    def call(*arguments, **options):
        _calls[name] += 1
        return function(*arguments, **options)

    return call


Backend.__getattr__ = _counted  # type: ignore[method-assign]
nx.config.backends["graphkit"]["smallest"] = 0


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    before = json.loads(_file.read_text(encoding="utf-8")) if _file.exists() else None
    items[:] = [
        item
        for item in items
        if (not item.name.startswith(_OF_500_GRAPHS) or item.name.endswith(_FIRST_SEED))
        and item.name != _OF_NO_CALL
        and (before is None or _again(item, before["calling"]))
    ]


def _again(item: pytest.Item, calling: list[str]) -> bool:
    return item.nodeid in calling and not item.name.endswith(_OF_10_000_CALLS)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    calls = _calls.total()
    try:
        return (yield)
    finally:
        if _calls.total() > calls:
            _calling.add(item.nodeid)


def pytest_sessionfinish() -> None:
    found = {"calls": _calls, "calling": sorted(_calling)}
    _file.write_text(json.dumps(found), encoding="utf-8")
