"""How an organisation is marked: a colour for the family of its kind, a shape for the kind in it;
and how a line is drawn: a colour and a dash for the layer of its facts.

The colours are those of Okabe and Ito (2008), which people with the common colour deficiencies
tell apart, without yellow, which is too faint as a small mark. No two kinds share both colour and
shape, kinds of one shape remain distinct in greyscale too, and the commonest kinds of different
families differ in shape. Dots alone are for what may not have been in force. A kind that a data set
adds has the colour and shape that it states; what it leaves open is chosen so that no other kind
has both.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from graphkit.model import KINDS, LAYERS, SHAPES, OwnKind
from graphkit.model.own_kinds import PALETTE


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

_EDGES = {
    "vermillion": "#8F3F00",
    "orange": "#946600",
    "blue": "#004A75",
    "green": "#00664A",
    "sky": "#2A78A6",
    "purple": "#8C4A70",
    "grey": "#4D4D4D",
}
assert _EDGES.keys() == PALETTE.keys()
assert REACH.keys() == {*SHAPES}

_VERMILLION, _ORANGE, _BLUE, _GREEN, _SKY, _PURPLE, _GREY = (
    (PALETTE[name], edge) for name, edge in _EDGES.items()
)

_FAMILIES: tuple[tuple[tuple[str, str], dict[str, str]], ...] = (
    (_VERMILLION, {"Cluster": "dot", "ClusterInitiative": "diamond", "WorkingGroup": "triangle"}),
    (
        _ORANGE,
        {
            "BusinessSupport": "triangle",
            "Park": "diamond",
            "EconomicZone": "dot",
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
    (_PURPLE, {"Association": "star", "Foundation": "triangle"}),
    (_GREY, {"Other": "star"}),
)

MARKS: dict[str, Mark] = {
    kind: Mark(shape, *colours) for colours, kinds in _FAMILIES for kind, shape in kinds.items()
}
"""The mark of each built-in kind, in the order of the legend."""

_EDGE_OF = {PALETTE[name]: edge for name, edge in _EDGES.items()}
_FILLS = (
    *(PALETTE[name] for name in ("sky", "purple", "green", "grey")),
    *(PALETTE[name] for name in ("vermillion", "blue", "orange")),
)
_CHOICE = tuple(
    (fill, SHAPES[(at + turn) % len(SHAPES)])
    for fills in (_FILLS, tuple(map(_EDGE_OF.__getitem__, _FILLS)))
    for turn in range(len(SHAPES))
    for at, fill in enumerate(fills)
)
"""Colours and shapes in the order in which own kinds get them: each differs from the one before in
both. The darker half is for more kinds than the palette has marks.
"""


def marks_of(own: Iterable[OwnKind]) -> dict[str, Mark]:
    """The mark of each built-in kind and of own ones, in the order of the legend.

    >>> from graphkit.model import OwnKind
    >>> marks_of([OwnKind("Bank", "Bank", {}), OwnKind("City", "City", {}, "", "#FF0000")])["City"]
    Mark(shape='dot', colour='#FF0000', edge='#A60000')
    """
    kinds = sorted(own, key=lambda kind: kind.id)
    taken = {(mark.colour, mark.shape) for mark in MARKS.values()}
    taken |= {(kind.colour, kind.shape) for kind in kinds}
    marks = dict(MARKS)
    for kind in kinds:
        colour, shape = kind.colour, kind.shape
        if not (colour and shape):
            wanted = [
                (fill, form)
                for fill, form in ([(colour, form) for form in SHAPES] if colour else _CHOICE)
                if shape in ("", form)
            ]
            colour, shape = next((each for each in wanted if each not in taken), wanted[0])
        taken.add((colour, shape))
        marks[kind.id] = Mark(shape, colour, _EDGE_OF.get(colour) or _edge(colour))
    return marks


def _edge(colour: str) -> str:
    """A darker colour; of one that is nearly black a lighter one, which shows on black."""
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    if max(parts) < _DARK:
        return _EDGES["grey"]
    return "#" + "".join(f"{round(part * _DARKER):02X}" for part in parts)


def category_marks(names: Iterable[str]) -> dict[str, Mark]:
    """A mark for each category of another attribute than the kind: no two share colour and shape.

    >>> marks = category_marks(["energy", "water"])
    >>> marks["energy"].colour != marks["water"].colour
    True
    """
    free = [each for each in _CHOICE if each[0] != NOT_STATED.colour]
    return {
        name: Mark(shape, colour, _EDGE_OF.get(colour) or _edge(colour))
        for name, (colour, shape) in zip(names, free, strict=False)
    }


NOT_STATED = Mark("dot", *_GREY)
"""The mark of organisations of which the attribute that decides is not stated."""

COMMUNITY = Mark("dot", "#A9BCCB", "#4A6275")
"""The mark of a community in an overview, which is of no kind."""

assert MARKS.keys() == KINDS.keys()

BETWEEN = "between"
"""What stands for a layer in an overview."""

STROKES: dict[str, Stroke] = {
    "membership": Stroke("#5F6872", "#A2ADB8", ()),
    "declaration": Stroke("#0072B2", "#56B4E9", (8.0, 2.5)),
    "collaboration": Stroke("#00785A", "#2CC79B", (3.5, 2.5)),
    "tie": Stroke("#B34700", "#F08A4B", (8.0, 2.5, 2.0, 2.5)),
    "rating": Stroke("#9A4C87", "#CC79A7", (4.0, 2.5, 4.0, 8.0)),
    BETWEEN: Stroke("#5F6872", "#A2ADB8", ()),
}
"""The line of each layer, palette colours, dark or light enough that a thin line shows; and of the
ties between communities, which are of all layers.
"""

assert STROKES.keys() == {*LAYERS, BETWEEN}

_DARK, _DARKER = 90, 0.65

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
