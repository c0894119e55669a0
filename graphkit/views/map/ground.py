"""`Ground`: what lies below a picture that is a map."""

from __future__ import annotations

from dataclasses import dataclass

Corner = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Ground:
    """The ground of a map, in the pixels of its view.

    Attributes
    ----------
    frame : (float, float, float, float)
        Left, top, right and bottom of what is shown.
    land : tuple of tuple of (float, float)
        The outlines of countries within the frame, each its corners.
    placed : int
        How many organisations have a place on it.
    farthest : float
        How far, in kilometres, a mark stands at most from where the organisation is, so that all
        can be seen.
    several : int
        How many organisations have several places, at the first of which they are drawn.
    missing : tuple of (str, str)
        The organisations without coordinates, by name, each with the place that has none; "" where
        no place is stated.
    """

    frame: tuple[float, float, float, float]
    land: tuple[tuple[Corner, ...], ...]
    placed: int
    farthest: float
    several: int
    missing: tuple[tuple[str, str], ...]
