"""Cases of "was this in force then?", worked out by hand, which the library, the queries and the
page's script must answer alike. They are in a JSON file because a test of the script reads it too.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

QUESTIONS = Path(__file__).with_name("date_questions.json")


@dataclass(frozen=True)
class Question:
    """A fact's dates, the period, and the answer."""

    fact: dict[str, str]
    period: str
    answer: str

    def __str__(self) -> str:
        dates = ", ".join(f"{name} {text}" for name, text in self.fact.items())
        return f"{dates or 'no dates'} at {self.period}"


def questions() -> list[Question]:
    """All cases, in order."""
    listed: list[dict[str, Any]] = json.loads(QUESTIONS.read_text("utf-8"))
    return [Question(**each) for each in listed if "say" not in each]
