"""Groups that are too large for metrics which go through ties one by one."""

from __future__ import annotations

from math import comb

from graphkit.model import GraphkitError

LARGEST = 10_000
"""The members of a larger group make too many ties and triangles."""

_FINDS = {"core-number": ("stores every tie", 2), "local-clustering": ("finds every triangle", 3)}
"""By metric what it goes through, and how many members make one."""


def refuse_larger(metric: str, largest: int) -> None:
    """Raise GraphkitError where the largest group is too large for a metric."""
    if largest > LARGEST:
        what, members = _FINDS[metric]
        raise GraphkitError(
            f"{metric} {what}, and a group of {largest:,} members makes "
            f"{comb(largest, members):,}; leave it out, or leave the group out of the pairs"
        )
