"""Counting a whole network with an engine that speaks SQL."""

from __future__ import annotations

import numpy as np

from graphkit.engines.engine import Counted
from graphkit.engines.sql.held_pairs import HeldPairs


def counted(on: HeldPairs) -> Counted:
    """Count a whole network from pairs as an engine holds them; see `Engine.count`."""
    layers = on.rows(
        "select layer, count(*) from (select distinct layer, name from stated "
        "where name is not null) named_groups group by layer order by layer"
    )
    return Counted(
        on.ids(),
        np.rint(on.flow(np.ones(on.organisations), weighed=False)).astype(np.int64),
        on.components,
        {str(layer): int(many) for layer, many in layers},
        int(on.rows("select count(*) from members")[0][0]),
        int(on.rows("select coalesce(max(size), 0) from sizes")[0][0]),
    )
