"""The rules of `queries/README.md` that keep a query portable, as far as a text shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator

FORBIDDEN = {
    r"\bshortestPath\b": "which of several shortest paths it shows is chance; use allShortestPaths",
    r"\belementId\b|\bid\(": "a node is known by its property id",
    r"\bapoc\b": "no store has all of APOC",
    r"\bLOAD\b": "files are not for queries",
    r"\bCALL\s*\{": "a subquery names what it takes",
    r"\bCALL\s+\w": "procedures differ",
    r"\bSET\b|\bMERGE\b|\bCREATE\b|\bDELETE\b|\bREMOVE\b": "a question only reads",
    r"\btoString\b": "dates are returned as they are, or as their texts",
    r"\(\w*:\w+:\w+": "a label after the first is tested in WHERE",
    r"\bAS (start|end|from|to|by|on|in|is|not|and|or)\b": "an alias is no word of the language",
    r"\brand\(|\bdatetime\(|\bdate\(\)": "the answer depends on the moment",
    r";": "a file holds one statement",
    r"(?<!\bIN )\blabels\(": "the order of labels() is not the same everywhere",
    r"\bCOLLECT\s*\{(?!(?:[^{}]|\{[^{}]*\})*\bORDER BY\b)": "COLLECT { } puts its rows in order",
    r"\$\{|%\w|\{\w+\}": "values go in as parameters",
}


def breaches(text: str) -> Iterator[str]:
    """Why a query is not portable."""
    for pattern, reason in FORBIDDEN.items():
        if re.search(pattern, text, re.IGNORECASE):
            yield reason
    if not re.search(r"RETURN (?!.*RETURN)[\s\S]*\nORDER BY [\s\S]*\Z", text, re.IGNORECASE):
        yield "the rows are in order"
    for collected in re.finditer(r"\bcollect\(", text, re.IGNORECASE):
        before = text[: collected.start()].splitlines()
        if len(before) < 2 or not before[-2].upper().startswith("ORDER BY"):
            yield "collect() takes ordered rows"
    if len(re.findall(r"\bLIMIT\b|\bSKIP\b", text, re.IGNORECASE)) != len(
        re.findall(r"\nORDER BY [^\n]*(?:\n {2,}[^\n]*)*\nLIMIT \$most\Z", text, re.IGNORECASE)
    ):
        yield "LIMIT comes last, after an order"
