"""Functions with networkx's names and arguments, over `Adjacency` and `Incidence`.

Each gives what networkx gives for the same graph: the same values to 1e-9, in the same order and of
the same Python types, and the same errors. What it means is said in networkx's documentation.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from graphkit.backend.info import MODULE_OF


def named(name: str) -> Any:
    """The function of that name, its module imported now; KeyError for one that is not here."""
    return getattr(import_module(f"{__name__}.{MODULE_OF[name]}"), name)
