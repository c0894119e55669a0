"""The filters that every page has: by kind, by sector, by layer and by kind of direct ties."""

from __future__ import annotations

from dataclasses import replace

from graphkit.model import SECTORS
from graphkit.views.marks import MARKS, STROKES, Mark
from graphkit.views.page.facet import Facet
from graphkit.views.page.facts import Json
from graphkit.views.view import View, ViewGroup


def mark_content(mark: Mark) -> Json:
    """A mark for the page's script."""
    return {"shape": mark.shape, "color": mark.colour, "edge": mark.edge}


def _stroke(layer: str, view: View) -> Json:
    stroke = STROKES[layer]
    return {
        "color": view.theme.of(stroke.colour),
        "dark": stroke.on_dark,
        "dash": stroke.dash,
    }


def _layer(group: ViewGroup) -> tuple[str]:
    return (group.group.layer,)


def _tie_kind(group: ViewGroup) -> set[str] | None:
    """The kind of a direct tie; None for another group. A tie's role says its kind."""
    if group.group.layer != "tie":
        return None
    facts = (fact for member in group.members for fact in member.statements)
    return {fact.role for fact in facts} - {""}


KIND = replace(
    Facet.of_column("kind", tuple(MARKS)),
    look=lambda kind, view: {"mark": mark_content(view.marks[kind])},
)
SECTOR = Facet.of_column("sector", tuple(SECTORS))
LAYER = Facet(
    "layer",
    "groups",
    _layer,
    lambda texts: texts["page", "layer"],
    lambda layer, texts: texts["layer", layer],
    tuple(STROKES),
    look=lambda layer, view: {"stroke": _stroke(layer, view)},
)
TIE_KIND = Facet(
    "tieKind",
    "groups",
    _tie_kind,
    lambda texts: texts["page", "tieKind"],
    lambda kind, _: kind,
    optional=True,
    most=20,
)
