"""How an organisation is marked: a colour for the family of its kind, a shape for the kind in it;
and how a line is drawn: a colour and a dash for the layer of its facts.

The colours are those of Okabe and Ito (2008), which people with the common colour deficiencies
tell apart, without yellow, which is too faint as a small mark. No two kinds share both colour and
shape, and the commonest kinds of different families differ in shape too.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from graphkit.model import KINDS, LAYERS


@dataclass(frozen=True, slots=True)
class Mark:
    """How an organisation is marked.

    Attributes
    ----------
    shape : str
        The name of the shape.
    colour : str
        Its fill, as a hexadecimal colour.
    edge : str
        A darker edge that shows on white and on black.
    """

    shape: str
    colour: str
    edge: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line's colour on white and on black, and its dash: lengths drawn and left out in turn, in
    line widths.
    """

    colour: str
    on_dark: str
    dash: tuple[float, ...]


REACH = {
    "dot": 1.0,
    "square": 1.26,
    "diamond": 1.2,
    "triangle": 1.35,
    "triangleDown": 1.35,
    "star": 1.4,
    "hexagon": 1.1,
}
"""How far the corners of each shape reach, in radii; so drawn, marks of one size look alike."""

_VERMILLION = ("#D55E00", "#8F3F00")
_ORANGE = ("#E69F00", "#946600")
_BLUE = ("#0072B2", "#004A75")
_GREEN = ("#009E73", "#00664A")
_SKY = ("#56B4E9", "#2A78A6")
_PURPLE = ("#CC79A7", "#8C4A70")
_GREY = ("#7F7F7F", "#4D4D4D")

_FAMILIES: tuple[tuple[tuple[str, str], dict[str, str]], ...] = (
    (_VERMILLION, {"Cluster": "dot", "ClusterInitiative": "diamond", "WorkingGroup": "triangle"}),
    (
        _ORANGE,
        {
            "BusinessSupport": "triangle",
            "Park": "diamond",
            "EconomicZone": "square",
            "Chamber": "hexagon",
            "TrainingProvider": "triangleDown",
            "DevelopmentAgency": "star",
        },
    ),
    (
        _BLUE,
        {
            "University": "diamond",
            "Faculty": "triangle",
            "ResearchInstitute": "hexagon",
            "School": "triangleDown",
        },
    ),
    (
        _GREEN,
        {"LocalGovernment": "hexagon", "PublicBody": "square", "LabourOffice": "triangleDown"},
    ),
    (_SKY, {"Company": "square"}),
    (_PURPLE, {"Association": "star", "Foundation": "triangleDown"}),
    (_GREY, {"Other": "dot"}),
)

MARKS: dict[str, Mark] = {
    kind: Mark(shape, *colours) for colours, kinds in _FAMILIES for kind, shape in kinds.items()
}
"""The mark of each kind, in the order of the legend."""

COMMUNITY = Mark("dot", "#A9BCCB", "#4A6275")
"""The mark of a community in an overview, which is of no kind."""

assert MARKS.keys() == KINDS.keys()

BETWEEN = "between"
"""What stands for a layer in an overview."""

STROKES: dict[str, Stroke] = {
    "membership": Stroke("#5F6872", "#A2ADB8", ()),
    "declaration": Stroke("#0072B2", "#56B4E9", (5.0, 2.0)),
    "collaboration": Stroke("#00785A", "#2CC79B", (1.4, 1.6)),
    "tie": Stroke("#B34700", "#F08A4B", (6.0, 2.0, 1.4, 2.0)),
    BETWEEN: Stroke("#5F6872", "#A2ADB8", ()),
}
"""The line of each layer, palette colours, dark or light enough that a thin line shows; and of the
ties between communities, which are of all layers.
"""

assert STROKES.keys() == {*LAYERS, BETWEEN}

_POLYGONS: dict[str, tuple[int, float, float]] = {
    "square": (4, math.pi / 4, 1.0),
    "diamond": (4, 0.0, 1.0),
    "triangle": (3, -math.pi / 2, 1.0),
    "triangleDown": (3, math.pi / 2, 1.0),
    "hexagon": (6, 0.0, 1.0),
    "star": (10, -math.pi / 2, 0.52),
}


def corners(shape: str) -> tuple[tuple[float, float], ...]:
    """The corners of a mark of radius 1, y downwards, as the page's `marks.ts` has them.

    A dot has none.
    """
    if shape not in _POLYGONS:
        return ()
    count, turn, inner = _POLYGONS[shape]
    return tuple(
        (round(reach * math.cos(angle), 6), round(reach * math.sin(angle), 6))
        for corner in range(count)
        for angle in (turn + 2 * math.pi * corner / count,)
        for reach in (REACH[shape] * (inner if corner % 2 else 1.0),)
    )
