"""Numbers as people read them: three significant digits, and whole numbers whole."""

from __future__ import annotations

import math

DIGITS = 3
"""How many significant digits a number for reading has."""

EXACT = 1e15
"""From here on a float does not hold every whole number, and is written with an exponent."""


def rounded(value: float, digits: int = DIGITS) -> str:
    """Write a number for reading, rounded to a number of significant digits.

    Digits before the decimal point are never rounded away.

    Parameters
    ----------
    value : float
        The number.
    digits : int, default 3
        How many significant digits.

    Returns
    -------
    str
        The number without zeros at its end; a dash for NaN and infinities.

    Examples
    --------
    >>> [rounded(value) for value in (0.28867513459481287, 20.0, 1234.5678, 0.00001234)]
    ['0.289', '20', '1235', '1.23e-05']
    >>> rounded(0.28867513459481287, 5), rounded(float("nan"))
    ('0.28868', '–')
    """
    if not math.isfinite(value):
        return "–"
    text = f"{value:.{digits}g}"
    if "e+" in text and abs(value) < EXACT:
        text = f"{value:.0f}"
    return "0" if text == "-0" else text
