"""Marks and lines as people see them who see fewer colours, or none."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from graphkit.views.marks import MARKS, STROKES

# Machado, Oliveira and Fernandes (2009), severity 1: what is left of linear red, green and blue.
SEEN = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    # Only the luminance of ITU-R BT.709.
    "greyscale": ((0.2126, 0.7152, 0.0722),) * 3,
}
XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
PAIRS = [
    (one, other)
    for one, other in combinations(MARKS, 2)
    if MARKS[one].shape == MARKS[other].shape and MARKS[one].colour != MARKS[other].colour
]


def lab(colour: str, seen: str) -> np.ndarray:
    """A colour in CIELAB as it is seen, by the formulas of sRGB (IEC 61966-2-1) and CIE 1976."""
    parts = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    left = np.clip(np.array(SEEN[seen]) @ linear, 0, 1)
    x, y, z = np.array(XYZ) @ left / np.array([0.9505, 1.0, 1.089])
    x, y, z = (np.cbrt(each) if each > 0.008856 else 7.787 * each + 16 / 116 for each in (x, y, z))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


# A difference of 2.3 is just noticed (Mahy et al. 1994); small marks apart need several times it.
@pytest.mark.parametrize(
    ("seen", "least"),
    [("protanopia", 12), ("deuteranopia", 12), ("tritanopia", 12), ("greyscale", 6.5)],
)
def test_kinds_of_one_shape_remain_distinct(seen, least):
    for one, other in PAIRS:
        apart = np.linalg.norm(lab(MARKS[one].colour, seen) - lab(MARKS[other].colour, seen))
        assert apart >= least, (one, other)


def test_no_layer_is_dotted():
    # Dots mean that something may not have been in force: no dash of a layer is one.
    for layer, stroke in STROKES.items():
        assert all(part >= 2 for part in stroke.dash), layer
        assert not stroke.dash or max(stroke.dash[::2]) >= 3.5, layer
