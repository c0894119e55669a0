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
    """The dates of a membership of m in g, the period, and the answer.

    m, g: when the two were founded and dissolved. cut: the bounds within their lifetimes.
    """

    fact: dict[str, str]
    period: str
    answer: str
    m: tuple[str | None, str | None] = (None, None)
    g: tuple[str | None, str | None] = (None, None)
    cut: tuple[str, ...] = ()

    def __str__(self) -> str:
        dates = ", ".join(f"{name} {text}" for name, text in self.fact.items())
        lives = [f"{name} {'-'.join(x or '' for x in life)}" for name, life in self.lives.items()]
        return "; ".join([dates or "no dates", *lives, self.period])

    @property
    def lives(self) -> dict[str, tuple[str | None, str | None]]:
        """The lifetimes that are known, for `tests.networks.dataset`."""
        return {name: life for name, life in (("m", self.m), ("g", self.g)) if any(life)}


def questions() -> list[Question]:
    """All cases, in order."""
    listed: list[dict[str, Any]] = json.loads(QUESTIONS.read_text("utf-8"))
    return [Question(**each) for each in listed if "say" not in each]
