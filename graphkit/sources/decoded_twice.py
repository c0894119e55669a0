"""Read as it was meant what a program has taken for Windows-1252 although it was UTF-8: `CafÃ©`.

A text is put right only if all its letters beyond ASCII are such sequences and each gives a letter
of Europe or a mark of print. A capital before a closing mark, as in `KYLÄ”`, is none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from graphkit.model.wording import counted
from graphkit.sources.formats.sheet import Sheet

_BYTES = {
    **{chr(point): point for point in range(0x80, 0x100)},
    **{bytes([point]).decode("cp1252", "ignore"): point for point in range(0x80, 0xA0)},
}
"""The byte of each character in Windows-1252; a control character is the byte that it was."""
_BYTES.pop("", None)
_LEADS = frozenset(map(chr, (*range(0xC2, 0xC6), 0xC8, *range(0xCE, 0xD2), 0xE2)))
"""What begins a letter of Latin, Greek or Cyrillic script, or a mark of print."""
_BEYOND = re.compile(r"[^\x00-\x7f]+")
_CLOSING = frozenset("’”»–—…™®©°")
"""Marks that may follow a capital that is meant as it stands."""


def without_second_decoding(sheet: Sheet) -> tuple[Sheet, str]:
    """A sheet in which such texts are as they were meant.

    Parameters
    ----------
    sheet : Sheet
        The sheet.

    Returns
    -------
    Sheet, str
        The sheet, and what is to be said of it.

    Examples
    --------
    >>> found, said = without_second_decoding(Sheet("w.csv", [(1, ["Name"]), (2, ["CafÃ© Union"])]))
    >>> found.rows[1], said
    ((2, ['Café Union']), '1 cell holds UTF-8 read as Windows-1252, and is read as it was meant: Café Union')
    """  # noqa: E501
    number, example = 0, ""
    rows = []
    for at, cells in sheet.rows:
        meant = cells
        for place, cell in enumerate(cells):
            if not cell.isascii() and (read := as_meant(cell)) != cell:
                meant = [*meant]
                meant[place] = read
                number, example = number + 1, example or read
        rows.append((at, meant))
    if not number:
        return sheet, ""
    holds, read_as = ("holds", "is") if number == 1 else ("hold", "are")
    they = "it was" if number == 1 else "they were"
    said = f"{counted(number, 'cell')} {holds} UTF-8 read as Windows-1252, and {read_as} read as "
    return replace(sheet, rows=rows), f"{said}{they} meant: {example[:60]}"


def as_meant(text: str) -> str:
    """The text as it was meant, or as it stands where that is not certain.

    >>> as_meant("Womenâ€™s CafÃ©"), as_meant("Café Ã©"), as_meant("“KYLÄ”"), as_meant("KYLÄ”")
    ('Women’s Café', 'Café Ã©', '“KYLÄ”', 'KYLÄ”')
    """
    if _LEADS.isdisjoint(text):
        return text
    found: list[str] = []
    end = 0
    for run in _BEYOND.finditer(text):
        letters = run[0]
        if not all(letter in _BYTES for letter in letters):
            return text
        try:
            meant = bytes(_BYTES[letter] for letter in letters).decode("utf-8")
        except UnicodeDecodeError:
            return text
        if not all(map(_is_likely, meant)) or _is_closed(text, run):
            return text
        found += [text[end : run.start()], meant]
        end = run.end()
    return "".join([*found, text[end:]])


def _is_likely(letter: str) -> bool:
    """Whether a letter is one of Latin, Greek or Cyrillic script, or a mark of print."""
    point = ord(letter)
    return (
        0xA0 <= point < 0x180
        or 0x218 <= point < 0x21C
        or (0x370 <= point < 0x460)
        or 0x2010 <= point < 0x2040
        or letter in "€™№−"
    )


def _is_closed(text: str, run: re.Match[str]) -> bool:
    """Whether a capital stands behind another, and before a mark behind which no letter follows."""
    letters = run[0]
    before, after = text[: run.start()][-1:], text[run.end() :][:1]
    if len(letters) != 2 or letters[1] not in _CLOSING or not before.isupper():
        return False
    return letters[1] == "’" or not after.isalpha()
