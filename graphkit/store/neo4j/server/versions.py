"""The versions of Neo4j that can be started, and the order they come in."""

from __future__ import annotations

import re

from graphkit.model import UsageError

VERSIONS = {"5.26": "5.26.30", "2026": "2026.08.1"}
"""The two lines that are tested, each with the release it stands for."""

DEFAULT_VERSION = "2026"

_EXACT = re.compile(r"5\.26\.\d+|20\d\d\.\d\d\.\d+")


def exact(version: str) -> str:
    """The release that a version stands for; an exact release stands for itself.

    >>> exact("5.26"), exact("2026.08.1")
    ('5.26.30', '2026.08.1')
    """
    if version in VERSIONS:
        return VERSIONS[version]
    if not _EXACT.fullmatch(version):
        raise UsageError(
            f"`version` {version} is not a version of Neo4j that can be started here; "
            f"use {' or '.join(VERSIONS)}, or an exact release such as {VERSIONS[DEFAULT_VERSION]}"
        )
    return version


def order(version: str) -> tuple[int, ...]:
    """What sorts releases by age.

    >>> order("5.26.30") < order("2026.08.1")
    True
    """
    return tuple(int(part) for part in version.split("."))
