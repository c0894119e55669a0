"""The network as a picture: one `View`, and the renderers that show it.

Names are loaded when first used: building a view needs numpy and scipy, the page needs pyvis, the
figure matplotlib.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graphkit.views.building import build_view
    from graphkit.views.figure import render_figure, write_figure
    from graphkit.views.page import frame_snippet, render_page, write_page
    from graphkit.views.view import LegendEntry, Provenance, View, ViewGroup, ViewNode

_HOME = {
    "LegendEntry": "view",
    "Provenance": "view",
    "View": "view",
    "ViewGroup": "view",
    "ViewNode": "view",
    "build_view": "building",
    "frame_snippet": "page",
    "render_figure": "figure",
    "render_page": "page",
    "write_figure": "figure",
    "write_page": "page",
}

__all__ = [
    "LegendEntry",
    "Provenance",
    "View",
    "ViewGroup",
    "ViewNode",
    "build_view",
    "frame_snippet",
    "render_figure",
    "render_page",
    "write_figure",
    "write_page",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"graphkit.views.{_HOME[name]}"), name)
