"""Put right names that hold control characters, which Windows-1252 has other letters for."""

from __future__ import annotations

import re

from graphkit.sources.mapping.cells.tally import Said, Tally

_CONTROLS = re.compile(r"[\x80-\x9f]")
_OF_WINDOWS = Said(
    "holds a control character", "hold control characters", "was read as Windows-1252 has it"
)


def without_controls(name: str, place: str, row: int, column: str | None, tally: Tally) -> str:
    """The name, with what control characters from U+0080 to U+009F are in Windows-1252.

    Parameters
    ----------
    name : str
        The name.
    place, row, column
        Where it stands.
    tally : Tally
        Counts what is put right.

    Returns
    -------
    str
        The name.
    """
    if not _CONTROLS.search(name):
        return name
    meant = _CONTROLS.sub(lambda one: one[0].encode("latin-1").decode("cp1252", "ignore"), name)
    cure = "write the character that is meant"
    tally.lenient(place, row, column, meant, _OF_WINDOWS, cure)
    return meant
