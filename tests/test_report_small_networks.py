"""Reports of networks that hold next to nothing, in every format and both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.model import Dataset
from graphkit.network import Network
from graphkit.report import build_report, report_lines, write_report
from graphkit.report.tree import Report
from graphkit.report.wording import LANGUAGES
from graphkit.report.writers import formats
from tests.browser import fact, organisation

DATED = {"start": "2014", "sourceIds": ["s"], "locators": ["p1"]}


def network(*nodes: object, facts: tuple[object, ...] = ()) -> Network:
    return Network.of(Dataset.of("small", list(nodes), list(facts)))  # type: ignore[arg-type]


def tied(one: str, other: str, **stated: object) -> object:
    return fact("COLLABORATES_WITH", one, "Organisation", other, **stated)


SMALL = {
    "none": lambda: network(),
    "one": lambda: network(organisation("a")),
    "two": lambda: network(organisation("a"), organisation("b"), facts=(tied("a", "b", **DATED),)),
    "no dates, no sources": lambda: network(
        *(organisation(each) for each in "abc"), facts=(tied("a", "b"), tied("b", "c"))
    ),
    "one component": lambda: network(
        *(organisation(each) for each in "abcd"),
        facts=tuple(tied("a", each, **DATED) for each in "bcd"),
    ),
    "isolates": lambda: network(*(organisation(f"o{n}") for n in range(12))),
    "right to left": lambda: network(
        organisation("a", name="جامعة الدول العربية"),
        organisation("b", name="האוניברסיטה העברית"),
        organisation("c", name="Łódź (تعاون)"),
        facts=(tied("a", "b", **DATED), tied("b", "c", role="שותף")),
    ),
    "long names": lambda: network(
        *(organisation(each, name=f"{each} {'Bardzo długa nazwa ' * 16}"[:300]) for each in "abc"),
        facts=(tied("a", "b", **DATED), tied("b", "c")),
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SMALL)
def test_a_report_of_little_is_written_in_every_format(
    name: str, language: str, tmp_path: Path
) -> None:
    small = SMALL[name]()
    report = build_report(small, language=language, draws=2)
    check(report)
    for ending in formats():
        if ending != ".pdf" or (name == "right to left" and language == "en"):
            write_report(report, tmp_path / f"report{ending}")
    if language == "en":
        write_report(report, tmp_path / "folder")
    assert report_lines(build_report(small, language=language, draws=0, short=True))
    for node in small.organisations[:1]:
        check(build_report(small, language=language, draws=2, focus=node.id))


def check(report: Report) -> None:
    """No part is without a heading or without words, and no value stands twice under one key."""
    assert report.title
    assert all(each.title.strip() and each.blocks for each in report.sections)
    values = list(report.values())
    assert len({each.key for each in values}) == len(values)
    assert not [each for each in values if "nan" in str(each.value) or not each.text]
