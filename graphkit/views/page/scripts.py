"""The page's own script, bundled from `graphkit/views/web` when graphkit was built."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from graphkit.model import GraphkitError


class ScriptNotBuilt(GraphkitError):
    """The page's script is missing, because this checkout has not been installed yet."""


@cache
def page_script(name: str) -> str:
    """The script called `name`, "standard" or "webgl". Raises ScriptNotBuilt."""
    return _bundled(f"{name}.js")


@cache
def notices() -> str:
    """Name, version and licence of every package in the script "webgl". Raises ScriptNotBuilt."""
    return _bundled("NOTICES.txt")


@cache
def apache_licence() -> str:
    """The text of the Apache License 2.0, which is graphkit's own. Raises ScriptNotBuilt."""
    return _bundled("LICENSE.txt")


def _bundled(name: str) -> str:
    try:
        return files("graphkit.views").joinpath("bundles", name).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ScriptNotBuilt(
            f"the page's script is not built ({name} is missing); in the checkout run "
            "`python hatch_build.py`, or install graphkit again"
        ) from None
