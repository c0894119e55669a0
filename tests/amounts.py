"""How many random examples a test takes: a few in each run of all tests, more where asked.

`make random` takes twenty times as many. Without `CI` each run draws others, so that few at a time
do.
"""

from __future__ import annotations

import os

TIMES = int(os.environ.get("GRAPHKIT_EXAMPLES", "1"))
"""How many times as many as usual."""


def examples(usual: int) -> int:
    """The number of examples of a test."""
    return usual * TIMES
