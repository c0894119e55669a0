"""Which worker of xdist runs which tests, and in what order.

The tests of a file stay together, so that its fixtures are made once; those marked with
`xdist_group` stay together whatever their file, such as all that need a Neo4j server. What takes
longest starts first: otherwise one worker would be at it while the others have nothing left to do.
"""

from __future__ import annotations

import pytest
from xdist.scheduler import LoadGroupScheduling

LONGEST = (
    "neo4j",
    "pictures of 20,000",
    "test_view_pictures.py",
    "test_view_interactions.py",
    "test_view_axe.py",
    "test_webgl_browser.py",
    "test_view_browser.py",
    "test_view_embed.py",
    "test_layout_browser.py",
    "networkx in place",
    "networkx by priority",
    "test_serve.py",
    "test_store_embedded.py",
    "test_packaging.py",
    "test_store_killed.py",
    "test_store_sharing.py",
    "test_cli.py",
    "test_layout_cli.py",
    "test_benchmarks.py",
    "test_documents.py",
    "test_backend_equality.py",
)
"""Groups and files that take half a minute of processor time and more, and so start first.

A name that is missing, or of a file that is no more, costs balance and breaks nothing.
"""


class GroupsAndFiles(LoadGroupScheduling):
    """Hands out groups whole, as xdist does, and files whole rather than single tests."""

    def _split_scope(self, nodeid: str) -> str:
        return str(super()._split_scope(nodeid)).partition("::")[0]


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> GroupsAndFiles | None:
    """Use this distribution with `--dist loadgroup`, and xdist's own with any other."""
    return GroupsAndFiles(config, log) if config.getoption("dist") == "loadgroup" else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put what takes longest first, for xdist hands out in this order."""
    if hasattr(config, "workerinput"):
        items.sort(key=_turn)


def _turn(item: pytest.Item) -> int:
    mark = item.get_closest_marker("xdist_group")
    name = mark.args[0] if mark else item.path.name
    return LONGEST.index(name) if name in LONGEST else len(LONGEST)
