"""The kinds of files that are known without help, in one table: each gives mappings for sheets.

To add one, write a module with a function that takes all sheets that were given and returns those
that it knows, each with its mapping; and name the function here. It may cut a sheet in parts.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Sequence
from typing import TypeAlias

from graphkit.sources.formats.sheet import Sheet
from graphkit.sources.mapping.form.sheet_mapping import SheetMapping

Known: TypeAlias = "list[tuple[Sheet, list[tuple[Sheet, SheetMapping]]]]"
"""For each sheet that is known, its parts, each with its mapping.

A sheet of which another states all has no parts.
"""

Recogniser: TypeAlias = Callable[[Sequence[Sheet]], Known]

RECOGNISERS = [
    "graphkit.sources.mapping.known.known_exports:exports",
    "graphkit.sources.mapping.known.known_cordis:cordis",
    "graphkit.sources.mapping.known.known_ftm:followthemoney",
    "graphkit.sources.mapping.known.known_kumu:kumu",
    "graphkit.sources.mapping.known.known_control:control",
    "graphkit.sources.mapping.known.known_popolo:popolo",
    "graphkit.sources.mapping.known.known_exchanges:exchanges",
    "graphkit.sources.mapping.known.known_releases:releases",
    "graphkit.sources.mapping.known.known_wos:web_of_science",
    "graphkit.sources.mapping.known.known_works:works",
    "graphkit.sources.mapping.known.known_graphs:graphs",
    "graphkit.sources.mapping.known.known_own:other_tables",
]
"""Where each recogniser is, as `module:name`. Of several that know a sheet, the first counts."""


def recognise(sheets: Sequence[Sheet]) -> Known:
    """The sheets that a recogniser knows, in their order."""
    known: dict[int, tuple[Sheet, list[tuple[Sheet, SheetMapping]]]] = {}
    for place in RECOGNISERS:
        recogniser: Recogniser = pkgutil.resolve_name(place)
        left = [sheet for sheet in sheets if id(sheet) not in known]
        for sheet, parts in recogniser(left):
            known[id(sheet)] = (sheet, parts)
    return [known[id(sheet)] for sheet in sheets if id(sheet) in known]
