"""Read records of a bibliography whose lines begin with tags of two letters, as Web of Science's.

FN Clarivate Analytics Web of Science
VR 1.0
PT J
AU Kim, J
   Lee, S
ER
EF
"""

from __future__ import annotations

import re

from graphkit.sources.formats.sheet import table_of
from graphkit.sources.raw import Row

_LINE = re.compile(r"([A-Z][A-Z0-9])(?: (.*))?")
_BEGINS = re.compile(r"\ufeff?FN .*\nVR .*\n")
_ENDS = {"ER", "EF"}
_OF_FILES = {"FN", "VR"}
_LISTS = {*"AU AF BA BE BF CA C1 CR ED RI OI GP".split()}
"""Tags with an entry in each line; what others say goes on in the next line."""


def is_tagged(text: str) -> bool:
    """Whether a text is such an export."""
    return _BEGINS.match(text.replace("\r\n", "\n", 2)) is not None


def records_in(text: str) -> list[Row]:
    """The records as rows below the tags, each with the number of its first line.

    >>> [cells for _, cells in records_in("FN X\\nVR 1.0\\nPT J\\nAU Kim, J\\n   Lee, S\\nER\\n")]
    [['PT', 'AU'], ['J', 'Kim, J; Lee, S']]
    """
    records: list[dict[str, str]] = []
    begun: list[int] = []
    own: dict[str, str] = {}
    tag = ""
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        if (match := _LINE.fullmatch(line.rstrip())) is not None:
            tag, said = match[1], (match[2] or "").strip()
            if tag in _ENDS:
                own, tag = {}, ""
            elif tag not in _OF_FILES:
                if not own:
                    records.append(own)
                    begun.append(number)
                own[tag] = f"{own[tag]}; {said}" if tag in own else said
        elif tag and tag not in _OF_FILES and line.strip():
            mark = "; " if tag in _LISTS else " "
            own[tag] = f"{own[tag]}{mark}{line.strip()}"
    rows = table_of(records)
    return (
        [(begun[0] - 1, rows[0][1])]
        + [(number, cells) for number, (_, cells) in zip(begun, rows[1:], strict=True)]
        if records
        else []
    )
