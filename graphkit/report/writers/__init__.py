"""The formats of a report: one module each, named in one line."""

from __future__ import annotations

from importlib import import_module

from graphkit.model import UsageError
from graphkit.report.writers.format import Format

_MODULES = ("html", "docx", "pdf", "markdown")

FOLDER = "a folder"
"""What a report without an ending is written as."""


def formats() -> dict[str, Format]:
    """Return the formats by the ending of their files."""
    made = (import_module(f"graphkit.report.writers.{name}").FORMAT for name in _MODULES)
    return {ending: each for each in made for ending in each.endings}


def format_of(ending: str) -> Format:
    """Return the format of an ending; UsageError if there is none."""
    known = formats()
    if ending.lower() not in known:
        listed = ", ".join(known)
        raise UsageError(f"a report is not written as {ending}; use {listed}, or name {FOLDER}")
    return known[ending.lower()]
