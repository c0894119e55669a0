"""Which release of networkx is installed: the backend gives what that release gives."""

from __future__ import annotations

import re
from functools import cache


@cache
def networkx_is_at_least(major: int, minor: int) -> bool:
    """Whether the installed networkx is of that release or a later one.

    Examples
    --------
    >>> networkx_is_at_least(3, 6), networkx_is_at_least(99, 0)
    (True, False)
    """
    import networkx as nx

    found = re.match(r"(\d+)\.(\d+)", nx.__version__)
    return found is None or (int(found[1]), int(found[2])) >= (major, minor)
