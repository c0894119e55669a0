"""The parts of a report, in order: one module each, named in one line."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from graphkit.report.part import Part

_MODULES = (
    "network",
    "warnings",
    "connectors",
    "organisation",
    "certainty",
    "brokers",
    "groups",
    "declared",
    "answers",
    "departures",
    "change",
    "introductions",
    "pictures",
    "quality",
    "methods",
    "facts",
    "sources",
    "manifest",
)


@cache
def parts() -> tuple[Part, ...]:
    """Return the parts in the order in which they stand."""
    return tuple(import_module(f"graphkit.report.parts.{name}").PART for name in _MODULES)
