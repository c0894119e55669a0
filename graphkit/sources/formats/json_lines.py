"""Read JSON lines: one record per line, such as the entities of FollowTheMoney."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from graphkit.model.bounded_json import NestedTooDeeply, parse_json
from graphkit.sources.formats.decoded import text_of
from graphkit.sources.formats.json_text import records_in_lines, sheets_of
from graphkit.sources.formats.sheet import Format, Sheet, Wanted
from graphkit.sources.problem_texts import Fault
from graphkit.sources.raw import printable


def read_lines(path: Path, options: Wanted) -> tuple[Sheet, ...]:
    """The sheets of a file of JSON lines; a single JSON value that spans lines is read too."""
    text = text_of(path, options)
    try:
        held: Any = parse_json(text)
    except json.JSONDecodeError:
        held = records_in_lines(text)
    except NestedTooDeeply:
        raise Fault("is nested too deeply to be a table or a graph", "") from None
    if isinstance(held, Mapping) and "\n" not in text.strip():
        held = [held] if "nodes" not in held and "elements" not in held else held
    return sheets_of(held, printable(path.name), options.remarks)


def _is_json(head: bytes) -> bool:
    return head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")


JSON_LINES = Format("a file of JSON lines", (".jsonl", ".ndjson", ".ijson"), read_lines, _is_json)
