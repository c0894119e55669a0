"""The columns of surveys: codes above the questions, and the options of a question in its column.

Q2_1
Which of these do you work with? - Alpha Works
{"ImportId":"QID2_1"}
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_CODE = re.compile(r"[A-Za-z]{1,5}\d{1,3}(?:[._]\d+)*(?:_TEXT)?")
_OPTION = re.compile(r"(.+\?)\s*(?:[-–—:]\s+(.+)|\[(.+)\])\s*")
_IMPORT = '{"ImportId"'


def holds_questions(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether a row of codes such as Q2_1 stands above the questions themselves."""
    codes = [at for at, text in enumerate(upper) if _CODE.fullmatch(text.strip())]
    if not codes or len(codes) * 2 < sum(map(bool, map(str.strip, upper))):
        return False
    below = [lower[at].strip() for at in codes if at < len(lower)]
    asked = [text for text in below if "?" in text or len(text.split()) > 3]
    return len(asked) * 2 > len(codes)


def holds_import_ids(cells: Sequence[str]) -> bool:
    """Whether a row holds what a survey program writes below the questions for itself."""
    filled = [text for cell in cells if (text := cell.strip())]
    return bool(filled) and all(text.startswith(_IMPORT) for text in filled)


def option_of(header: str) -> tuple[str, str]:
    """The question and the option of a column of a survey; of any other column, "" and its name.

    >>> option_of("Which do you work with? - Alpha Works"), option_of("Water Forum")
    (('Which do you work with?', 'Alpha Works'), ('', 'Water Forum'))
    """
    match = _OPTION.fullmatch(" ".join(header.split()))
    return (match[1], (match[2] or match[3]).strip()) if match else ("", header)
