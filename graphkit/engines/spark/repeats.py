"""What counts too often when values pass through groups: pairs that share k > 1 of them.

Pairs are listed on the workers, from the smaller groups. Members of large groups are compared in
classes, here: see `graphkit.engines.sql.classes`. With s the small and l the large groups that a
pair shares, k - 1 is s - 1 where s > 0, plus l - 1 where l > 0, plus 1 where both are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from graphkit.engines.sql.classes import Classes, budget_for
from graphkit.engines.sql.held_pairs import Floats
from graphkit.engines.sql.links import Links, Rows, starts, transposed

if TYPE_CHECKING:
    from graphkit.engines.spark.spark_pairs import SparkPairs


class Repeats:
    """The pairs that share k > 1 groups, as the table `repeats` (one, two, often) and classes.

    Parameters
    ----------
    on : SparkPairs
        Who is in which group.
    number_of_own : ndarray of float, shape (organisations,)
        The groups of each organisation that have other members.
    budget : int, optional
        How many pairs of members may be listed.

    Attributes
    ----------
    listed : int
        How many pairs are in the table; `often` is k - 1, or what classes leave of it.
    """

    def __init__(self, on: SparkPairs, number_of_own: Floats, budget: int | None = None) -> None:
        self._on = on
        if budget is None:
            budget = budget_for(int(number_of_own.sum()))
        with on.sent("several", several=number_of_own > 1):
            on.view(
                "shared",
                "select grp, nodes from (select grp, filter(nodes, node -> several.several[node]) "
                "as nodes from crowds cross join several) where size(nodes) > 1",
            )
            sizes = on.columns(
                "select size(nodes) as size, count(*) as many from shared group by 1"
            )
            largest = _largest(sizes["size"], sizes["many"], budget)
            links = self._links_of_larger(largest, some=bool((sizes["size"] > largest).any()))
            self._classes = Classes(links)
            with on.sent("large", groups=_lists(links.groups_of)):
                self._list_pairs(largest)
        self.listed = int(on.rows("select count(*) from repeats")[0][0])

    @property
    def own(self) -> Floats:
        """How often each is in a listed pair, as the sum of `often`."""
        return self._on.vector(
            "select node, cast(sum(often) as double) as value from (select often, explode(array("
            "one, two)) as node from repeats) group by node"
        )

    def times(self, values: Floats) -> Floats:
        """For each organisation the sum of k - 1 times the value of the other of such a pair."""
        got = self.times_large(values)
        if self.listed:
            with self._on.sent("sent", value=values):
                got += self._on.vector(
                    "select node, sum(often * sent.value[other]) as value from (select often, "
                    "inline(array(struct(one as node, two as other), struct(two as node, one as "
                    "other))) from repeats) cross join sent group by node"
                )
        return got

    def times_large(self, values: Floats) -> Floats:
        """As `times`, of the classes alone."""
        return self._classes.times(values)

    def _links_of_larger(self, largest: int, *, some: bool) -> Links:
        found: Any = []
        if some:
            found = self._on.columns(
                f"select nodes from shared where size(nodes) > {largest} order by grp"
            )["nodes"]
        columns = np.concatenate([np.zeros(0, np.int32), *found])
        members_of = Rows(starts(np.array([len(each) for each in found], np.int64)), columns)
        return Links(transposed(members_of, self._on.organisations), members_of)

    def _list_pairs(self, largest: int) -> None:
        """Keep pairs that share a small group: s - 1, and 1 more where they share large ones."""
        pairs = (
            "select one, explode(slice(nodes, place + 2, size(nodes))) as two from (select nodes, "
            f"posexplode(nodes) as (place, one) from shared where size(nodes) <= {largest})"
        )
        counted = f"select one, two, count(*) - 1 as often from ({pairs}) group by one, two"
        if self._classes.some:
            counted = (
                "select one, two, often + if(coalesce(arrays_overlap(large.groups[one], "
                f"large.groups[two]), false), 1, 0) as often from ({counted}) cross join large"
            )
        self._on.keep("repeats", f"select * from ({counted}) where often > 0")


def _largest(sizes: npt.NDArray[Any], many: npt.NDArray[Any], budget: int) -> int:
    """The size up to which groups are small: their pairs are within the budget."""
    order = np.argsort(sizes)
    pairs = np.cumsum(sizes[order].astype(np.int64) ** 2 * many[order])
    return int(sizes[order][pairs <= budget].max(initial=0))


def _lists(rows: Rows) -> Any:
    from pyarrow import ListArray

    return ListArray.from_arrays(rows.offsets.astype(np.int32), rows.columns)
