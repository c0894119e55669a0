"""The metrics of engines that speak SQL, each from what flows along pairs."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from graphkit.engines.engine import Limits, Measured
from graphkit.engines.sql.held_pairs import Floats, HeldPairs
from graphkit.engines.sql.searching import closenesses
from graphkit.metrics.converged_vectors import eigenvector_along, pagerank_along
from graphkit.metrics.entry import NoValue


def measured(on: HeldPairs, metrics: Collection[str], limits: Limits) -> Measured:
    """Compute metrics from pairs as an engine holds them; see `Engine.measure`."""
    values: dict[str, Floats] = {}
    remarks: dict[str, str] = {}
    errors: dict[str, str] = {}
    sampled = [each for each in metrics if each in ("closeness", "harmonic")]
    if sampled:
        found = closenesses(on, limits)
        values |= {name: found.values[name] for name in sampled}
        errors |= {name: found.said(name) for name in sampled if found.estimated}
    for name in metrics:
        if name in values:
            continue
        try:
            values[name] = _value(on, name, weighed=on.pairs.scheme != "none")
        except NoValue as reason:
            values[name] = np.full(on.organisations, np.nan)
            remarks[name] = str(reason)
    return Measured(on.ids(), {name: values[name] for name in metrics}, remarks, errors)


def _value(on: HeldPairs, name: str, *, weighed: bool) -> Floats:
    n = on.organisations
    if name == "degree":
        return on.flow(np.ones(n), weighed=False)
    if name == "strength":
        return on.flow(np.ones(n), weighed=True)
    if name == "two-mode-degree":
        own = on.vector("select node, count(*)::double as value from members group by node")
        return own / max(on.groups, 1)
    if not n:
        return np.zeros(0)
    if name == "pagerank":
        return pagerank_along(on.inflow(weighed=weighed), n)
    if name == "eigenvector":
        return eigenvector_along(on.inflow(weighed=weighed), on.components)
    return on.own(name)
