"""The title of a document whose file states none: its first line below the letterhead."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graphkit.documents.finding.dates import Dates
from graphkit.documents.language import Language

_TOWN = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+){0,3},")
_ONLY_YEAR = 4


def title_of(lines: Iterable[str], spoken: Language) -> str:
    """The first line but for date lines, addresses and "Press release"; else the first of all.

    >>> from graphkit.documents.language import language
    >>> title_of(["Press release", "Leeds, 4 June 2019", "Kelp prices rise"], language("en"))
    'Kelp prices rise'
    >>> title_of(["Minutes of 4 June 2019"], language("en"))
    'Minutes of 4 June 2019'
    """
    lines = list(lines)
    return next((each for each in lines if not _is_letterhead(each, spoken)), "") or lines[0]


def _is_letterhead(line: str, spoken: Language) -> bool:
    said = str(spoken.data.get("letterhead", ""))
    if re.fullmatch(rf"(?:{said})\W*", line.strip(), re.IGNORECASE):
        return True
    if re.search(str(spoken.data.get("address") or "(?!)"), line):
        return True
    dates = [each for each in Dates(spoken).find(line) if len(each.value) > _ONLY_YEAR]
    if not dates:
        return False
    rest = f"{line[: dates[0].start]}{line[dates[-1].end :]}"
    beside = "|".join(str(spoken.data[name]) for name in ("own_date", "of_year"))
    rest = re.sub(rf"\b(?:{beside})(?!\w)", "", rest, flags=re.IGNORECASE).strip(" .:")
    return not any(map(str.isalpha, rest)) or bool(_TOWN.fullmatch(rest))
