"""Check the fact files of the texts: kinds, references, dates, and that the texts hold each quote.

python benchmarks/texts/check.py
"""

from __future__ import annotations

import html
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graphkit.model import KINDS

HERE = Path(__file__).parent
INLINE = re.compile(r"</?(a|b|i|em|strong|span|abbr|sup|time|cite)(\s[^>]*)?>")
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
DATES = ("date", "start", "end", "founded")
NATURES = ("reported", "target", "forecast")
REFERENCES = {
    "member": "organisations",
    "group": "organisations",
    "organisation": "organisations",
    "represented_by": "organisations",
    "declaration": "declarations",
    "collaboration": "collaborations",
}


def words_of(path: Path) -> str:
    """The text of a document without tags, blanks and hyphens, with which quotes are compared."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        text = re.sub(r"<(script|style).*?</\1>|<!--.*?-->", " ", text, flags=re.S)
        text = html.unescape(re.sub(r"<[^>]+>", " ", INLINE.sub("", text)))
    if path.suffix == ".md":
        text = text.replace("*", "")
    return squeezed(text)


def squeezed(text: str) -> str:
    """A text without blanks and hyphens, which the ends of lines add and take away."""
    return re.sub(r"[\s-]", "", text)


def problems_of(path: Path) -> Iterator[str]:
    """What is wrong in a fact file."""
    facts = json.loads(path.read_text(encoding="utf-8"))
    stem = path.name.removesuffix(".facts.json")
    (document,) = (
        each for each in path.parent.glob(f"{stem}.*") if each.suffix in (".txt", ".md", ".html")
    )
    text = words_of(document)
    names = {
        "organisations": {each["name"] for each in facts["organisations"]},
        "declarations": {each["title"] for each in facts["declarations"]},
        "collaborations": {each["title"] for each in facts["collaborations"]},
    }
    for kind, entries in facts.items():
        for entry in entries if isinstance(entries, list) else []:
            if squeezed(entry["quote"]) not in text:
                yield f"{kind}: the text does not hold the quote: {entry['quote']}"
            yield from (f"{kind}: {problem}" for problem in _wrong_values(kind, entry, names))


def _wrong_values(kind: str, entry: dict[str, Any], names: dict[str, set[str]]) -> Iterator[str]:
    for key, value in entry.items():
        if key in DATES and value and not DATE.fullmatch(value):
            yield f"{value} is not a date"
        if key in REFERENCES and value not in names[REFERENCES[key]]:
            yield f"{value} is not among the {REFERENCES[key]}"
    if kind == "organisations" and entry["kind"] not in KINDS:
        yield f"unknown kind {entry['kind']}"
    if kind == "figures" and entry["nature"] not in NATURES:
        yield f"unknown nature {entry['nature']}"


if __name__ == "__main__":
    found = [
        f"{path.relative_to(HERE)}: {problem}"
        for path in sorted(HERE.glob("*/*.facts.json"))
        for problem in problems_of(path)
    ]
    print("\n".join(found) or "all fact files are sound")
    sys.exit(bool(found))
