"""Reading JSON that somebody else wrote.

From Python 3.12 on, `json.loads` follows nested lists several thousand deep on the C stack. A
process that has started Java has less of that stack, and dies there without a word. Before that
come the functions that call themselves for each level, of the Neo4j driver for example.
"""

from __future__ import annotations

import json
import re
from typing import Any

LEVELS = 100
"""How deeply JSON may be nested."""

_STRING = re.compile(rb'"[^"]*"?')
_LISTS = bytes.maketrans(b"{}", b"[]")
_NO_MARKS = bytes(set(range(256)) - set(b'"[]{}'))


class NestedTooDeeply(ValueError):
    """JSON has more than `LEVELS` levels."""


def parse_json(text: str, **options: Any) -> Any:
    """What `json.loads` makes of a text, unless it is nested too deeply.

    Parameters
    ----------
    text : str
        JSON.
    **options
        As of `json.loads`.

    Raises
    ------
    NestedTooDeeply
        The text has more than 100 levels.
    json.JSONDecodeError
        The text is not JSON.

    Examples
    --------
    >>> parse_json('{"a": [1, 2]}')
    {'a': [1, 2]}
    """
    # Counting is cheaper than following the levels, and is enough for short texts.
    if text.count("[") + text.count("{") > LEVELS and _is_deeper(text):
        raise NestedTooDeeply(f"the JSON is nested more than {LEVELS} levels deep")
    return json.loads(text, **options)


def _is_deeper(text: str) -> bool:
    """Whether a text has more levels than are allowed: in steps over all of it at once, which take
    less time than `json.loads` does.
    """
    marks = text.encode(errors="surrogatepass").replace(b"\\\\", b"").replace(b'\\"', b"")
    # Of two strings side by side this makes one, and nothing of an empty one.
    marks = marks.translate(_LISTS, _NO_MARKS).replace(b'""', b"")
    marks = _STRING.sub(b"", marks)
    for level in range(LEVELS + 1):
        inner = marks.replace(b"[]", b"")
        if len(inner) == len(marks):  # what is left is open, or is no JSON
            return level + marks.count(b"[") > LEVELS
        marks = inner
    return True
