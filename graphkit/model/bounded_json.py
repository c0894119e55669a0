"""Reading JSON that somebody else wrote.

From Python 3.12 on, `json.loads` follows nested lists several thousand deep on the C stack. A
process that has started Java has less of that stack, and dies there without a word.
"""

from __future__ import annotations

import json
import re
from typing import Any

LEVELS = 500
"""How deeply JSON may be nested."""

_MARK = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?|([\[{])|([\]}])', re.DOTALL)


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
        The text has more than 500 levels.
    json.JSONDecodeError
        The text is not JSON.

    Examples
    --------
    >>> parse_json('{"a": [1, 2]}')
    {'a': [1, 2]}
    """
    # Counting is a hundred times cheaper than following the levels, and is enough for most texts.
    if text.count("[") + text.count("{") > LEVELS:
        _check_levels(text)
    return json.loads(text, **options)


def _check_levels(text: str) -> None:
    level = 0
    for mark in _MARK.finditer(text):
        if mark[1]:
            level += 1
            if level > LEVELS:
                raise NestedTooDeeply(f"the JSON is nested more than {LEVELS} levels deep")
        elif mark[2]:
            level -= 1
