"""The report: what a network says in words, with every number traced, in several formats.

A report is made as data first (`build_report`), from results of the other rooms, and then written
in a format (`write_report`). The page keeps its numbers as data, so that `verify_report` can
compute them again.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graphkit.report.build import build_report
    from graphkit.report.tree import Report
    from graphkit.report.verification import ReportVerification, verify_report
    from graphkit.report.writers.markdown import report_lines, report_markdown
    from graphkit.report.writing_files import write_report

_HOME = {
    "Report": "tree",
    "ReportVerification": "verification",
    "build_report": "build",
    "report_lines": "writers.markdown",
    "report_markdown": "writers.markdown",
    "verify_report": "verification",
    "write_report": "writing_files",
}

__all__ = [
    "Report",
    "ReportVerification",
    "build_report",
    "report_lines",
    "report_markdown",
    "verify_report",
    "write_report",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"graphkit.report.{_HOME[name]}"), name)
