"""The columns of surveys: codes above the questions, and the options of a question in its column,
which may be organisations that it is about.

Q2_1
Which of these do you work with? - Alpha Works
{"ImportId":"QID2_1"}
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphkit.sources.header_words import plain

_CODE = re.compile(r"[A-Za-z]{1,5}\d{1,3}(?:[._#]\d+)*(?:_TEXT)?|\w+(?:\[\w+\]){1,2}")
_CODED = re.compile(r"\w+(?:\[\w+\])*\.? (?=\S)")
_BRACKETS = re.compile(r"(.*\S)\s*\[([^\[\]]+)\]")
_MARKS = (re.compile(r"\s+[-–—]\s+"), re.compile(r"\s*:\s+"))
_OPTION = re.compile(r"(.+\?)\s*(?:[-–—:]\s+(.+)|\[(.+)\])\s*")
_ANSWERED = {"response", "open ended response", "open ended responses", "reponse", "antwort"}
"""What SurveyMonkey writes below a question that is answered in words, or by one of a list."""
_IMPORT = '{"ImportId"'


def holds_questions(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether a row of codes such as Q2_1 stands above the questions themselves."""
    codes = [at for at, text in enumerate(upper) if _CODE.fullmatch(text.strip())]
    if not codes or len(codes) * 2 < sum(map(bool, map(str.strip, upper))):
        return False
    below = [lower[at].strip() for at in codes if at < len(lower)]
    asked = [text for text in below if "?" in text or len(text.split()) > 3 or splits_of(text)]
    return len(asked) * 2 > len(codes)


def holds_options(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether a row below the questions holds their options, as SurveyMonkey writes it.

    A question that is answered in words has `Response` or `Open-Ended Response` there, and what the
    program writes beside the answers has nothing.
    """
    texts = [text.strip() for text in lower]
    said = sum(plain(text) in _ANSWERED for text in texts)
    unnamed = any(
        text and not (at < len(upper) and upper[at].strip()) for at, text in enumerate(texts)
    )
    return bool(said) and (unnamed or not texts[0])


def with_options(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """The names of columns that questions and the options below them give together.

    >>> with_options(["ID", "Whom do you know?", ""], ["", "Acme", "Best"])
    ['ID', 'Whom do you know? - Acme', 'Whom do you know? - Best']
    """
    names = []
    asked = ""
    for at in range(max(len(upper), len(lower))):
        asked = (upper[at].strip() if at < len(upper) else "") or asked
        option = lower[at].strip() if at < len(lower) else ""
        alone = not option or plain(option) in _ANSWERED
        names.append(asked if alone else f"{asked} - {option}")
    return names


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


def splits_of(header: str) -> dict[str, tuple[str, str]]:
    """The ways in which a name may hold a question and a partner, by form.

    >>> splits_of("How often? [Alpha Works]")
    {'question [partner]': ('How often?', 'Alpha Works')}
    >>> splits_of("Rate them - Alpha Works - Trust")["question - partner - part"]
    ('Rate them - Trust', 'Alpha Works')
    """
    text = " ".join(header.split())
    if re.match(r"\w+\[\w+\]", text):
        text = _CODED.sub("", text, count=1)
    if match := _BRACKETS.fullmatch(text):
        question, last = match[1], match[2].strip()
        if twice := _BRACKETS.fullmatch(question):
            return {
                "question [partner] [part]": (f"{twice[1]} - {last}", twice[2].strip()),
                "question [part] [partner]": (f"{twice[1]} - {twice[2].strip()}", last),
            }
        return {"question [partner]": (question, last)}
    found: dict[str, tuple[str, str]] = {}
    for mark, parts in ((mark, mark.split(text)) for mark in _MARKS):
        if len(parts) < 2 or not all(parts):
            continue
        sign = "-" if mark is _MARKS[0] else ":"
        for at in range(1, len(parts)):
            first, last = " - ".join(parts[:at]), " - ".join(parts[at:])
            found.setdefault(f"question {sign} partner {at}", (first, last))
        if len(parts) > 2:
            middle = " - ".join(parts[1:-1])
            found["question - partner - part"] = (f"{parts[0]} - {parts[-1]}", middle)
        found[f"partner {sign} question"] = (" - ".join(parts[1:]), parts[0])
    return found
