"""The network as a picture: one `View`, and the renderers that show it.

Names are loaded when first used: building a view needs numpy and scipy, the page needs pyvis, the
figure matplotlib.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graphkit.views.build import build_view
    from graphkit.views.charts.chart import Chart
    from graphkit.views.charts.registry import build_chart
    from graphkit.views.comparing import compare_views, heading_of
    from graphkit.views.excerpt import Excerpt, around, between, members_of
    from graphkit.views.figure.render import (
        figure_format,
        missing_letters,
        render_figure,
        write_figure,
    )
    from graphkit.views.layout.saved_positions import (
        Positions,
        known_positions,
        read_positions,
        write_positions,
    )
    from graphkit.views.lines import Line, lines_of
    from graphkit.views.map.gazetteer import Town
    from graphkit.views.map.unplaced import Unplaced, places_without_coordinates
    from graphkit.views.marks import Mark
    from graphkit.views.page.write import frame_snippet, render_page, write_page
    from graphkit.views.picture_in_words import alternative_text
    from graphkit.views.small_multiples import Panel, SmallMultiples
    from graphkit.views.view import (
        LegendEntry,
        Provenance,
        View,
        ViewGroup,
        ViewNode,
    )

_HOME = {
    "Chart": "charts.chart",
    "Excerpt": "excerpt",
    "LegendEntry": "view",
    "Line": "lines",
    "Mark": "marks",
    "Panel": "small_multiples",
    "Positions": "layout.saved_positions",
    "Provenance": "view",
    "SmallMultiples": "small_multiples",
    "Town": "map.gazetteer",
    "Unplaced": "map.unplaced",
    "View": "view",
    "ViewGroup": "view",
    "ViewNode": "view",
    "alternative_text": "picture_in_words",
    "around": "excerpt",
    "between": "excerpt",
    "build_chart": "charts.registry",
    "build_view": "build",
    "compare_views": "comparing",
    "figure_format": "figure",
    "frame_snippet": "page",
    "heading_of": "comparing",
    "known_positions": "layout.saved_positions",
    "lines_of": "lines",
    "members_of": "excerpt",
    "missing_letters": "figure",
    "places_without_coordinates": "map.unplaced",
    "read_positions": "layout.saved_positions",
    "render_figure": "figure",
    "render_page": "page",
    "write_figure": "figure",
    "write_page": "page",
    "write_positions": "layout.saved_positions",
}

__all__ = [
    "Chart",
    "Excerpt",
    "LegendEntry",
    "Line",
    "Mark",
    "Panel",
    "Positions",
    "Provenance",
    "SmallMultiples",
    "Town",
    "Unplaced",
    "View",
    "ViewGroup",
    "ViewNode",
    "alternative_text",
    "around",
    "between",
    "build_chart",
    "build_view",
    "compare_views",
    "figure_format",
    "frame_snippet",
    "heading_of",
    "known_positions",
    "lines_of",
    "members_of",
    "missing_letters",
    "places_without_coordinates",
    "read_positions",
    "render_figure",
    "render_page",
    "write_figure",
    "write_page",
    "write_positions",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"graphkit.views.{_HOME[name]}"), name)
