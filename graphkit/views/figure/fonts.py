"""Text on a figure: which letters can be shown, how wide it is, and where lines break.

The only font is DejaVu Sans, which comes with matplotlib, so that every machine draws and measures
the same. It has Polish, Greek, Cyrillic, Arabic and Hebrew letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

FAMILY = "DejaVu Sans"

LEADING = 1.22
"""The height of a line in font sizes."""

ASCENT = 0.94
"""How far the tallest letters, capitals with accents, reach above the base line."""

_JOINERS = "\u200c\u200d"
_REPLACEMENT = "\ufffd"
_MOST_ACCENTS = 3
_MOST_LETTERS = 2_000
_UNIT = 100.0
_LETTER = 0.53
"""About how wide a letter is, in font sizes, with the blanks of a text."""


def plain(text: str) -> str:
    """The text on one line, with only printable characters.

    Spaces and line ends become one space. Characters that XML cannot hold become U+FFFD. Invisible
    direction marks are removed, except joiners: a line break would separate them from their
    counterparts. Accents stacked on one letter, which would cover the lines above, and text that no
    figure has room for are removed too.
    """
    shown: list[str] = []
    accents = 0
    for letter in unicodedata.normalize("NFC", " ".join(text[:_MOST_LETTERS].split())):
        category = unicodedata.category(letter)
        accents = accents + 1 if category in ("Mn", "Me") else 0
        if (category == "Cf" and letter not in _JOINERS) or accents > _MOST_ACCENTS:
            continue
        broken = category in ("Cc", "Cs") or (category == "Cn" and ord(letter) & 0xFFFE == 0xFFFE)
        shown.append(_REPLACEMENT if broken else letter)
    return "".join(shown).strip()


@cache
def font_path() -> Path:
    """The file of the font."""
    from matplotlib import get_data_path

    return Path(get_data_path(), "fonts", "ttf", "DejaVuSans.ttf")


def font(size: float) -> FontProperties:
    """The font at a size in points."""
    from matplotlib.font_manager import FontProperties

    return FontProperties(family=FAMILY, fname=str(font_path()), size=size)


@cache
def font_letters() -> frozenset[int]:
    """The letters that the font has."""
    from matplotlib.font_manager import get_font

    return frozenset(get_font(str(font_path())).get_charmap())


def lacking(texts: Iterable[str]) -> str:
    """The letters of the texts that the font does not have, each once, in order."""
    letters = {letter for text in texts for letter in plain(text)}
    return "".join(
        sorted(
            letter
            for letter in letters
            if ord(letter) not in font_letters() and unicodedata.category(letter) != "Cf"
        )
    )


def width(text: str, size: float) -> float:
    """The width of a text in points."""
    return _width(text) * size / _UNIT


@lru_cache(maxsize=65_536)
def _width(text: str) -> float:
    from matplotlib.textpath import text_to_path

    # A letter that our font lacks comes from a reader's own font and may be a full square wide.
    wide = sum(
        ord(letter) not in font_letters() and unicodedata.east_asian_width(letter) in "WF"
        for letter in text
    )
    known = "".join(letter for letter in text if ord(letter) in font_letters()) if wide else text
    across, _, _ = text_to_path.get_text_width_height_descent(known, font(_UNIT), ismath=False)
    return float(across) + wide * _UNIT


def wrapped(text: str, size: float, room: float, most: int) -> tuple[tuple[str, ...], bool]:
    """The text in at most `most` lines no wider than the room, and whether all of it fits.

    Measuring takes most of the time of a chart, so how much a line holds is guessed first.
    """
    parts = list(_parts(text, size, room))
    guess = room / (_LETTER * size)

    def line(first: int, after: int) -> str:
        return "".join(parts[first:after]).rstrip()

    lines: list[str] = []
    first = 0
    while first < len(parts):
        if len(lines) == most:
            lines[-1] = _cut(lines[-1], size, room)
            return tuple(lines), False
        after, letters = first + 1, len(parts[first])
        while after < len(parts) and letters <= guess:
            letters += len(parts[after])
            after += 1
        while after > first + 1 and width(line(first, after), size) > room:
            after -= 1
        while after < len(parts) and width(line(first, after + 1), size) <= room:
            after += 1
        lines.append(line(first, after))
        first = after
    return tuple(lines), True


def _parts(text: str, size: float, room: float) -> Iterable[str]:
    """What a line break may part: words with their blank, after hyphens, and too long a word.

    A no-break space, which `plain` never leaves, keeps its place.
    """
    for part in re.split(r"(?<= )|(?<=[^\W\d_][-–/])(?=[^\W\d_])", text):
        while width(part.rstrip(), size) > room and len(part) > 1:
            fits = _fitting(part, size, room)
            yield part[:fits]
            part = part[fits:]
        yield part


def _cut(line: str, size: float, room: float) -> str:
    """The line with an ellipsis after what of it then has room."""
    words = line.rstrip(" …")
    while width(f"{words}…", size) > room and " " in words:
        words = words.rpartition(" ")[0].rstrip(" …")
    if width(f"{words}…", size) <= room:
        return f"{words}…"
    return f"{line[: _fitting(line, size, room - width('…', size))].rstrip()}…"


def _fitting(text: str, size: float, room: float) -> int:
    """How many of the first letters have room, at least one."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if width(text[:middle], size) <= room else (low, middle - 1)
    return low
