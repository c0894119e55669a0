"""The page's own script, bundled from `graphkit/views/web` when graphkit was built."""

from __future__ import annotations

from functools import cache

from graphkit.views.bundled import ScriptNotBuilt, bundled

__all__ = ["ScriptNotBuilt", "apache_licence", "notices", "outlines_notice", "page_script"]


@cache
def page_script(name: str) -> str:
    """The script called `name`, "standard" or "webgl". Raises ScriptNotBuilt."""
    return bundled(f"{name}.js")


@cache
def notices() -> str:
    """Name, version and licence of every package in the script "webgl". Raises ScriptNotBuilt."""
    return bundled("NOTICES.txt")


@cache
def outlines_notice() -> str:
    """Where the outlines of maps are from, and their licence. Raises ScriptNotBuilt."""
    return bundled("OUTLINES-NOTICE.txt")


@cache
def apache_licence() -> str:
    """The text of the Apache License 2.0, which is graphkit's own. Raises ScriptNotBuilt."""
    return bundled("LICENSE.txt")
