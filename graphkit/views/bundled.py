"""Files that are made from `graphkit/views/web` when graphkit is built."""

from __future__ import annotations

from importlib.resources import files

from graphkit.model import GraphkitError


class ScriptNotBuilt(GraphkitError):
    """A file of the page is missing, because this checkout has not been installed yet."""


def bundled(name: str) -> str:
    """The text of a file that the build made. Raises ScriptNotBuilt."""
    try:
        return files("graphkit.views").joinpath("bundles", name).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ScriptNotBuilt(
            f"the page's script is not built ({name} is missing); in the checkout run "
            "`python hatch_build.py`, or install graphkit again"
        ) from None
