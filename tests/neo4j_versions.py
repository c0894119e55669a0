"""Tests that take the two versions of Neo4j in turn.

Everything that graphkit asks of a server is asked of both versions by the tests of conformance,
loading, exchange and servers. A file that tests what graphkit itself makes of the answers, case by
case, sets `pytestmark = VERSIONS_IN_TURN`: then each case runs on one version, and the next case on
the other. A single test can have the mark too. It still runs on the embedded store too.
"""

from __future__ import annotations

from collections import defaultdict

import pytest

VERSIONS_IN_TURN = pytest.mark.versions_in_turn
"""The mark of such a file."""

_VERSIONS = ("neo4j-5.26", "neo4j-2026")
_OWN_SERVERS = {"test_documents.py", "test_export_databases.py", "test_neo4j_own_server.py"}


def keep_one_version(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of the tests with the mark that differ only in the version, keep one."""
    turns: defaultdict[str, dict[str, int]] = defaultdict(dict)
    kept, left = [], []
    for item in items:
        version = next((each for each in _VERSIONS if each in item.name), None)
        if version is None or item.get_closest_marker(VERSIONS_IN_TURN.name) is None:
            kept.append(item)
            continue
        cases = turns[item.nodeid.partition("::")[0]]
        case = cases.setdefault(item.name.replace(version, ""), len(cases))
        (kept if version == _VERSIONS[case % 2] else left).append(item)
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = kept


def turn_of_server(item: pytest.Item) -> int:
    """Of the tests on Neo4j, those on one version run before those on the other, and those with a
    server of their own come last: what a server that nobody asks for minutes had in memory is
    taken from it, and it needs a minute or two for its next answer.
    """
    for at, name in enumerate(("5.26", "2026")):
        if any(
            written in item.name for written in (f"neo4j-{name}", f"neo4j_{name.replace('.', '')}")
        ):
            return at
    if item.path.name in _OWN_SERVERS:
        return 2
    return int("neo4j_2026" in getattr(item, "fixturenames", ()))
