"""How an organisation is marked: a colour for the family of its kind, a shape for the kind in it.

The colours are those of Okabe and Ito (2008), which people with the common colour deficiencies
tell apart, without yellow, which is too faint as a small mark. No two kinds share both colour and
shape, and the commonest kinds of different families differ in shape too.
"""

from __future__ import annotations

from dataclasses import dataclass

from graphkit.model import KINDS


@dataclass(frozen=True, slots=True)
class Mark:
    """A shape by name, its fill, and a darker edge that shows on white and on black."""

    shape: str
    colour: str
    edge: str


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

assert MARKS.keys() == KINDS.keys()
