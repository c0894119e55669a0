"""A pytest plugin for networkx's own tests: counts which of the engine's functions they called.

A backend that answers nothing passes them all, since networkx then runs itself; so the counts are
what shows that the engine was tested. Takes graphs of every size and writes the counts as JSON to
the file that ENGINE_CALLS names.
"""

from __future__ import annotations

import functools
import json
import os
from collections import Counter
from pathlib import Path

import networkx as nx

from graphkit.backend.dispatch import Backend

_calls: Counter[str] = Counter()
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


def pytest_sessionfinish() -> None:
    Path(os.environ["ENGINE_CALLS"]).write_text(json.dumps(_calls), encoding="utf-8")
