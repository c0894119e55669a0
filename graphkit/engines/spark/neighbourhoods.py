"""Core numbers and local clustering on Spark, from the neighbours of each organisation.

Workers keep them as arrays in the table `neighbours` (node, others): every tie twice.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from graphkit.engines.sql.held_pairs import Floats
from graphkit.engines.sql.large_groups import refuse_larger

if TYPE_CHECKING:
    from graphkit.engines.spark.spark_pairs import SparkPairs


def keep_neighbours(on: SparkPairs, metric: str) -> None:
    """Make the table `neighbours`, unless a group is too large for that."""
    refuse_larger(metric, int(on.rows("select coalesce(max(size), 0) from sizes")[0][0]))
    on.keep(
        "neighbours",
        "select node, array_except(flatten(collect_list(nodes)), array(node)) as others from "
        "(select explode(nodes) as node, nodes from crowds where size(nodes) > 1) group by node",
    )


def core_numbers(on: SparkPairs) -> Floats:
    """The core number of each organisation.

    Everybody begins with its degree, and goes down to the largest h for which h neighbours have at
    least h, until nobody goes down any more. What is left are the core numbers.

    Montresor, A., De Pellegrini, F. and Miorandi, D. (2013). Distributed k-core decomposition. IEEE
    Transactions on Parallel and Distributed Systems 24, 288-300.
    """
    cores = np.zeros(on.organisations, dtype=np.int32)
    found = on.columns("select node, size(others) as core from neighbours")
    cores[found["node"]] = found["core"]
    while True:
        with on.sent("sent", core=cores):
            found = on.columns(
                "select node, aggregate(array_sort(transform(others, other -> -sent.core[other])), "
                "0, (core, other) -> if(-other > core, core + 1, core)) as core from neighbours "
                "cross join sent where sent.core[node] > 0 and size(filter(others, other -> "
                "sent.core[other] >= sent.core[node])) < sent.core[node]"
            )
        if not len(found["node"]):
            return cores.astype(np.float64)
        cores[found["node"]] = found["core"]


def local_clusterings(on: SparkPairs) -> Floats:
    """The share of pairs of neighbours that are tied, of each organisation.

    A tie is kept at its end of lower degree, so that nobody keeps many. Two such ends that are tied
    find the third of each triangle among what both keep.
    """
    degree = on.vector("select node, cast(size(others) as double) as value from neighbours")
    rank = np.empty(on.organisations, dtype=np.int32)
    rank[np.argsort(degree, kind="stable")] = np.arange(on.organisations, dtype=np.int32)
    with on.sent("sent", rank=rank):
        on.view(
            "above",
            "select node, others from (select node, filter(others, other -> sent.rank[other] > "
            "sent.rank[node]) as others from neighbours cross join sent)",
        )
        found = on.vector(
            "select node, cast(sum(many) as double) as value from (select inline(concat(array("
            "struct(one as node, size(thirds) as many), struct(two as node, size(thirds) as many)),"
            " transform(thirds, third -> struct(third as node, 1 as many)))) from (select one, two,"
            " array_intersect(tied.others, above.others) as thirds from (select node as one, "
            "others, explode(others) as two from above where size(others) > 1) as tied "
            "join above on above.node = two) where size(thirds) > 0) group by node"
        )
    pairs = degree * (degree - 1) / 2
    return np.divide(found, pairs, out=np.zeros(on.organisations), where=pairs > 0)


OWN: dict[str, Callable[[SparkPairs], Floats]] = {
    "core-number": core_numbers,
    "local-clustering": local_clusterings,
}
"""By metric what computes it, once there is the table of neighbours."""
