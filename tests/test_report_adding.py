"""A further part of the report is one module, its messages, and one name."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from graphkit.network import Network
from graphkit.report import build_report, report_lines
from graphkit.report import parts as room
from graphkit.report.part import Part
from graphkit.report.wording import wording
from graphkit.sources import read_sample


def test_a_part_is_one_module_and_one_name(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("graphkit.report.parts.age")
    module.PART = Part(  # type: ignore[attr-defined]
        name="age",
        write=lambda study, pen: [pen.paragraph("oldest", first=study.summary.first)],
        brief=True,
    )
    monkeypatch.setitem(sys.modules, "graphkit.report.parts.age", module)
    monkeypatch.setattr(room, "_MODULES", (*room._MODULES, "age"))
    messages = {"heading": "How old it is", "oldest": "The first date is {first:date}."}
    monkeypatch.setitem(wording("en")._messages, "age", messages)
    room.parts.cache_clear()
    try:
        report = build_report(Network.of(read_sample()), short=True, draws=0)
    finally:
        room.parts.cache_clear()
    # docs/sample.md: the first date of the sample is 2011.
    assert report_lines(report).endswith("HOW OLD IT IS\n\nThe first date is 2011.\n")
    assert "age/oldest/first" in {each.key for each in report.values()}
