"""Groups that are too large for metrics which go through ties one by one."""

from __future__ import annotations

from graphkit.model import GraphkitError

LARGEST = 10_000
"""The members of a larger group make too many ties and triangles."""

_FINDS = {
    "core-number": ("stores every tie", lambda n: n * (n - 1) // 2),
    "local-clustering": ("finds every triangle", lambda n: n * (n - 1) * (n - 2) // 6),
}


def refuse_larger(metric: str, largest: int) -> None:
    """Raise GraphkitError where the largest group is too large for a metric."""
    if largest > LARGEST:
        what, made = _FINDS[metric]
        raise GraphkitError(
            f"{metric} {what}, and a group of {largest:,} members makes {made(largest):,}; leave "
            "it out, or leave the group out of the pairs"
        )
